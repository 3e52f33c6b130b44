"""Bring the database and the static files up to date, then serve: `.venv/bin/python setup/serve.py`.

All in one process, because starting Django once instead of five times is what makes the second start quick.
HOST, PORT and WORKERS choose where and how much; everything else is read by config/settings.py.
"""

import contextlib
import io
import os
import signal
import socket
import sys
import threading
import time
from pathlib import Path

import stamps

# Before numpy loads: each worker is one thread, and idle BLAS threads only cost memory.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
sys.path.insert(0, str(stamps.ROOT))

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from granian import Granian
from granian.http import HTTP1Settings
from granian.log import LogLevels

# What the packages bring and no page asks for; hashing and compressing it would take half the time.
UNUSED = [
    "*.woff",
    "*-latin-ext-*",
    "*-vietnamese-*",
    "*-italic.*",
    "django_htmx/ext/*",
    "htmax-*",
    "htmx-4*",
]


def main() -> None:
    """Prepare and serve until Ctrl-C."""
    host, port = os.environ.get("HOST") or "127.0.0.1", int(os.environ.get("PORT") or 8000)
    refuse_taken_port(host, port)
    django.setup()
    prepare_database()
    if settings.LOCAL:
        call_command("load_demo", if_empty=True, stdout=io.StringIO())  # the logins come with the address
    collect_static_files()
    welcome = "\n".join([f"På banen: http://{host}:{port}/ (Ctrl-C stops)", *demo_logins()])
    # A connection must not be shared by the processes that fork from this one.
    connections.close_all()
    server = Granian(
        "config.wsgi:application",
        address=host,
        port=port,
        interface="wsgi",
        workers=int(os.environ.get("WORKERS") or 2),
        blocking_threads=1,  # two in one process would only wait for each other
        backlog=2048,
        http1_settings=HTTP1Settings(header_read_timeout=10_000),
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        # The largest plan as PDF and the largest import take some 16 seconds on a busy machine.
        workers_kill_timeout=20,
    )
    # What blocks a signal here blocks it in the workers that fork from here: Ctrl-C goes to all of them, and
    # one that is asked twice to end does not.
    # (A shell that starts us in the background ignores it, and so would we.)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    for target, words in ((announce, (host, port, welcome)), (end_at_ctrl_c, ())):
        server.on_startup(threading.Thread(target=target, args=words, daemon=True).start)
    server.serve()


def end_at_ctrl_c() -> None:
    """Let Ctrl-C finish the requests under way instead of cutting them off."""
    signal.sigwait({signal.SIGINT})
    os.kill(os.getpid(), signal.SIGTERM)


def announce(host: str, port: int, welcome: str) -> None:
    """Say where the server is, once it answers there: its workers begin to listen one by one."""
    while True:
        with contextlib.suppress(OSError), socket.create_connection((host.strip("[]"), port), timeout=1):
            break
        time.sleep(0.02)
    print(welcome, flush=True)


def refuse_taken_port(host: str, port: int) -> None:
    """Say at once that another program has the port, instead of after all the preparations."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), port))
        except OSError as error:
            reason = f"Port {port} on {host} cannot be used: {error.strerror}. Try: make run PORT=8001"
            raise SystemExit(reason) from None


def prepare_database() -> None:
    """Migrate and create the cache table, when there is anything to do."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print("Migrating the database ...", flush=True)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)


def demo_logins() -> list[str]:
    """Lines with the demo plan's people who can log in here; none in production."""
    if not settings.LOCAL:
        return []
    from accounts.models import User  # needs the apps, as the demo does
    from reports.demo import PASSWORD, PEOPLE

    there = set(
        User.objects.filter(email__in=[email for _, email, _ in PEOPLE]).values_list("email", flat=True)
    )
    people = [f"  {email:<30} {name}, {role}" for name, email, role in PEOPLE if email in there]
    return [f"Demo logins, all with the password {PASSWORD}", *people] if people else []


def collect_static_files() -> None:
    """Hash and compress the static files, unless no source has changed since the last time."""
    if settings.DEBUG:
        return  # the finders serve them fresh
    stamp, wanted = settings.VAR_DIR / "static.stamp", static_fingerprint()
    if stamps.is_done(stamp, wanted) and (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        return
    print("Collecting static files ...", flush=True)
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNUSED)
    stamps.mark_done(stamp, wanted)


def static_fingerprint() -> str:
    """One hash of where the static files go and of the names, sizes and times of their sources."""
    from django.contrib.staticfiles.finders import get_finders  # needs the apps

    seen = [str(settings.STATIC_ROOT)]
    for finder in get_finders():
        for path, storage in finder.list([]):
            status = os.stat(storage.path(path))
            seen.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return stamps.fingerprint(*seen)


if __name__ == "__main__":
    main()
