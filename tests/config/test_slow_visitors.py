"""A request is read to its end before any work is begun, and nobody is waited for without end."""

import io
import socket

import pytest

from config.slow_visitors import BrokenOff, hang_up, whole
from config.uploads import REQUEST_AT_MOST


def sent(body: bytes, length: int | str) -> dict:
    return {"wsgi.input": io.BytesIO(body), "CONTENT_LENGTH": str(length), "REMOTE_ADDR": "192.0.2.1"}


class InDrops(io.BytesIO):
    """A body that comes a few bytes at a time."""

    def read(self, size=-1):
        return super().read(min(size, 3))


def test_a_body_that_comes_in_drops_is_at_hand_at_once():
    environ = {**sent(b"", 11), "wsgi.input": InDrops("kode=ÆØÅ".encode())}
    assert whole(environ)["wsgi.input"].read() == "kode=ÆØÅ".encode()


def test_half_a_form_is_none():
    with pytest.raises(BrokenOff):
        whole(sent(b"navn=Bo", 20))


@pytest.mark.parametrize("length", ["", 0, REQUEST_AT_MOST + 1])
def test_what_has_no_body_or_too_much_is_left_as_it_is(length):
    environ = sent(b"x", length)
    before = environ["wsgi.input"]
    assert whole(environ)["wsgi.input"] is before


def test_hanging_up_closes_the_line_to_that_address_alone():
    with socket.create_server(("127.0.0.1", 0)) as server:
        lines = {}
        for address in ("127.0.0.2", "127.0.0.3"):
            phone = socket.create_connection(server.getsockname(), timeout=5, source_address=(address, 0))
            lines[address] = phone, server.accept()[0]
        hang_up("127.0.0.2")
        gone, ours = lines["127.0.0.2"]
        assert gone.recv(1) == b""
        still, theirs = lines["127.0.0.3"]
        theirs.sendall(b"x")
        assert still.recv(1) == b"x"
        for line in (gone, ours, still, theirs):
            line.close()
