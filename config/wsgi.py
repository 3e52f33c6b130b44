"""The entry point for gunicorn: `gunicorn config.wsgi`."""

import os
import re

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

CHARSET = re.compile(r";\s*charset\s*\*?\s*=[^;]*", re.IGNORECASE)


def readable(environ: dict) -> dict:
    """`environ` without what Django stumbles over while it makes the request, before any page can answer.

    Our pages are UTF-8 and so is what they send; another charset in the Content-Type is taken out, since
    Python's codecs hold some (hex, idna) that read no text. A length that is no number counts as none.
    """
    environ["CONTENT_TYPE"] = CHARSET.sub("", environ.get("CONTENT_TYPE") or "")
    length = environ.get("CONTENT_LENGTH") or ""
    environ["CONTENT_LENGTH"] = length if length.isascii() and length.isdigit() else ""
    return environ


_django = get_wsgi_application()


def application(environ, start_response):
    """The WSGI application."""
    return _django(readable(environ), start_response)
