"""The server's door: what Django stumbles over while it makes a request, before any page can answer."""

import re

CHARSET = re.compile(r";\s*charset\s*\*?\s*=[^;]*", re.IGNORECASE)


def readable(environ: dict) -> dict:
    """`environ`, made such that a request can be made of it.

    Our pages are UTF-8 and so is what they send; another charset in the Content-Type is taken out, since
    Python's codecs hold some (hex, idna) that read no text. A length that is no number counts as none.
    """
    environ["CONTENT_TYPE"] = CHARSET.sub("", environ.get("CONTENT_TYPE") or "")
    length = environ.get("CONTENT_LENGTH") or ""
    environ["CONTENT_LENGTH"] = length if length.isascii() and length.isdigit() else ""
    return environ
