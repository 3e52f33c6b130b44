"""From a list of names and values to the bytes of a request, sound or broken."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote_plus

from tests.robustness import odd_values

BOUNDARY = "skillelinje7d3a"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class File:
    """A file to send: its name as it stands in the header, and its bytes."""

    name: str
    data: bytes


Value = str | bytes | File
Items = list[tuple[str, Value]]


def as_bytes(value: Value) -> bytes:
    """The value as it stands in a body; lone surrogates as the bytes that no decoder takes."""
    if isinstance(value, File):
        return value.data
    return value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")


def urlencoded(items: Items) -> bytes:
    """The items as a query string or an ordinary form's body."""
    return b"&".join(
        quote_plus(as_bytes(name)).encode() + b"=" + quote_plus(as_bytes(value)).encode()
        for name, value in items
    )


def multipart(items: Items) -> bytes:
    """The items as a form with files sends them. Names go in raw, as a hostile client would send them."""
    parts = []
    for name, value in items:
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"'.encode(
            "utf-8", "surrogatepass"
        )
        if isinstance(value, File):
            head += f'; filename="{value.name}"\r\nContent-Type: text/csv'.encode("utf-8", "surrogatepass")
        parts.append(head + b"\r\n\r\n" + as_bytes(value) + b"\r\n")
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def broken(rng: random.Random, items: Items) -> tuple[bytes, str]:
    """A multipart body that lost something on its way, and its content type."""
    body = multipart(items)
    cut = rng.randrange(len(body))
    return rng.choice(
        [
            (body[:cut], MULTIPART),
            (body[cut:], MULTIPART),
            (body.replace(b"\r\n", b"\n"), MULTIPART),
            (body.replace(b"form-data", b"x-data"), MULTIPART),
            (
                body.replace(
                    b"Content-Disposition", b"Content-Transfer-Encoding: base64\r\nContent-Disposition"
                ),
                MULTIPART,
            ),
            (body.replace(b'name="', b"name*=utf-8''%ff%00; x=\""), MULTIPART),
            (body, MULTIPART[:-1]),
            (body, FORM),
            (b"--" * 4000, MULTIPART),
        ]
    )


def odd_file(rng: random.Random) -> File:
    """A file nobody meant to send, some of them nearly spreadsheets."""
    name = rng.choice(("liste.csv", "liste.xlsx", "liste.xls", "a.ods", "æ" * 120 + ".csv", "\u202evsc.exe", "../../a.csv",
                       "a\x00.csv", "", "a.csv/", "%00.csv", "a" * 400 + ".csv", '"; x="y.csv'))  # fmt: skip
    head = b"Navn;Akt\xc3\xb8rtype;Kontaktperson;Rolle;Telefon;Mail\n"
    data = rng.choice(
        (
            b"", b"\x00", b"\xff\xfe", b"PK\x03\x04" + bytes(60), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            b"%PDF-1.7", b"<html>", b"\xef\xbb\xbf", b";;;;\n;;;;\n", head, head * 3, head.decode().encode("utf-16"),
            head + b"\x00;\x00;\x00\n", head + b'"aaa;bbb\n', head + b"\xe6\xf8\xe5;;;;;\n" * 30, b"Navn\n" + b"A" * 200_000,
            *(head + b";".join(as_bytes(odd_values.odd_text(rng)).replace(b"\n", b" ") for _ in range(6)) for _ in range(6)),
        )
    )  # fmt: skip
    return File(name, data)


def described(method: str, path: str, headers: dict, content_type: str, body: bytes) -> str:
    """The request in a few lines, enough to send it again by hand."""
    shown = body if len(body) < 1500 else body[:700] + b" ... " + body[-200:]
    return f"{method} {path[:600]!r}\n  headers {headers!r:.400}\n  {content_type!r} {len(body)} bytes: {shown!r}"


def repeated(items: Iterable[tuple[str, Value]], times: int) -> Items:
    """Every item `times` over."""
    return [item for item in items for _ in range(times)]
