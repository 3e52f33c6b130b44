"""Check for Pango, which WeasyPrint draws PDF with: `python3 setup/pango.py [--required]`.

Installs it with apt when that is allowed. Otherwise it names the command; with --required it then fails.
"""

import ctypes
import sys

import system_packages

LIBRARIES = [
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libfontconfig.so.1",
]
PACKAGES = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"]


def main(required: bool) -> None:
    """Leave with Pango in place, with a notice, or (required) with SystemExit."""
    if not missing() or (system_packages.install(PACKAGES) and not missing()):
        return
    notice = f"Pango is missing ({', '.join(missing())}). Run: {system_packages.command_for(PACKAGES)}"
    if required:
        raise SystemExit(notice)
    print(f"{notice}\nUntil then everything works except PDF.", flush=True)


def missing() -> list[str]:
    """The libraries that cannot be loaded here."""
    return [name for name in LIBRARIES if not _loads(name)]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main(required="--required" in sys.argv[1:])
