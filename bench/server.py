"""The server that everything is measured on, as setup/serve.py starts it."""

import sys


def server_command(port: int) -> list[str]:
    """granian with two workers of one thread, which say nothing but errors."""
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
        "--workers", "2", "--blocking-threads", "1", "--backlog", "2048", "--log-level", "error",
        "config.wsgi:application",
    ]  # fmt: skip
