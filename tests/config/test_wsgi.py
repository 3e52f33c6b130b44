"""What reaches Django through the server's door can be read."""

import io

import pytest
from django.test import RequestFactory


def ask(**environ) -> tuple[str, bytes]:
    """Status and body of an answer to a request with these raw headers."""
    # Whitenoise looks for its folder at import; a session's fixture has set one by now.
    from config.wsgi import application

    raw = RequestFactory().post("/konto/log-ind/?a=1", b"a=1", content_type="text/plain").environ
    said = {}
    environ = {**raw, "wsgi.input": io.BytesIO(b"a=1"), **environ}
    body = application(environ, lambda status, _: said.update(status=status))
    return said["status"], b"".join(body)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain; charset=hex",
        "application/x-www-form-urlencoded; charset=rot13",
        'multipart/form-data; CharSet="idna"; boundary=x',
        "text/plain; charset*=utf-8''zlib",
    ],
)
def test_a_charset_that_reads_no_text_breaks_nothing(content_type):
    status, body = ask(CONTENT_TYPE=content_type)
    assert status.split()[0] in ("200", "400", "403")
    assert b"</html>" in body


@pytest.mark.django_db
@pytest.mark.parametrize("length", ["x", "-1", "٣", "1e3"])
def test_a_length_that_is_no_number_breaks_nothing(length):
    status, body = ask(CONTENT_LENGTH=length)
    assert status.split()[0] in ("200", "400", "403")
    assert b"</html>" in body
