"""The server that everything is measured on, as setup/serve.py starts it, and a login for whoever asks it."""

import sys
import time
import urllib.request
from importlib import import_module


def server_command(port: int) -> list[str]:
    """granian with two workers of one thread, which say nothing but errors."""
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
        "--workers", "2", "--blocking-threads", "1", "--backlog", "2048", "--log-level", "error",
        "config.wsgi:application",
    ]  # fmt: skip


def wait_for(port: int, seconds: float = 60) -> None:
    """Until the server answers. Raises TimeoutError."""
    begun = time.perf_counter()
    while time.perf_counter() - begun < seconds:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1)
            return
        except OSError:
            time.sleep(0.02)
    raise TimeoutError("the server does not answer")


def session_of(user) -> str:
    """The key of a new session in which the user is logged in; for a process with Django set up."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return session.session_key
