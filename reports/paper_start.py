"""Starts the process that makes reports. It ends by itself when none waits."""

import os
import subprocess
import sys
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import connection

from reports.press import REPORTS, alone

# Those we started, until they have ended.
_started: list[subprocess.Popen] = []


def start_worker() -> None:
    """Start one on our own database; it ends at once when another is at work on this machine.

    It is no child of a request: it has a session of its own, and outlives the worker that started it.
    """
    _started[:] = [process for process in _started if process.poll() is None]
    environment = {**os.environ, "DATABASE_URL": database_url(connection.settings_dict)}
    _started.append(
        subprocess.Popen(
            [sys.executable, "-m", "reports.paper_worker"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            cwd=settings.BASE_DIR,
            env=environment,
            start_new_session=True,
        )
    )


def start_if_idle() -> None:
    """Start one when somebody waits and nobody is at work, whatever became of the last."""
    with alone(REPORTS) as is_idle:
        pass
    if is_idle:
        start_worker()


def database_url(values: dict) -> str:
    """The address of the database that this process uses, which in tests is not that of the settings."""
    name = str(values["NAME"])
    if values["ENGINE"].endswith("sqlite3"):
        return f"sqlite:///{name}"
    who = quote(values.get("USER") or "", safe="")
    if values.get("PASSWORD"):
        who = f"{who}:{quote(values['PASSWORD'], safe='')}"
    port = f":{values['PORT']}" if values.get("PORT") else ""
    # A socket's folder is a host too.
    host = quote(values.get("HOST") or "", safe="")
    # What stood behind the question mark: a socket's folder may stand there too, and how to encrypt.
    more = {key: value for key, value in values.get("OPTIONS", {}).items() if isinstance(value, str)}
    query = f"?{urlencode(more)}" if more else ""
    return f"postgresql://{who}@{host}{port}/{quote(name, safe='')}{query}"
