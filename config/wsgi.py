"""The entry point for the server, which setup/serve.py starts: `config.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

from config.door import readable
from config.slow_visitors import BrokenOff, whole

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
_django = get_wsgi_application()


def application(environ, start_response):
    """The WSGI application."""
    try:
        environ = whole(readable(environ))
    except BrokenOff:
        start_response("408 Request Timeout", [("Content-Length", "0")])
        return []
    return _django(environ, start_response)
