"""Create .venv and install the pinned packages into it: `python3 setup/environment.py runtime|dev|bench`.

Runs on a bare Python 3.11 or newer; does nothing when the requirement files have not changed.
"""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - whoever runs this may not have read pyproject.toml
    sys.exit("Python 3.11 or newer is needed. Is there one by another name? make run PYTHON=python3.11")

import stamps
import system_packages

VENV = stamps.ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
FILES = {
    "runtime": ["requirements.txt"],
    "dev": ["requirements-dev.txt"],
    "bench": ["requirements-dev.txt", "requirements-bench.txt"],
}


def main(kind: str) -> None:
    """Bring .venv to the pins of this kind. Raises SystemExit with a sentence when it cannot."""
    if not _venv_works():
        _create_venv()
    for name in FILES[kind]:
        install(name)
    if "requirements-dev.txt" in FILES[kind]:
        # It is compiled together with the runtime file and holds the same pins, so it serves `make run` too.
        stamps.mark_done(_stamp("requirements.txt"), _wanted("requirements.txt"))


def install(name: str) -> None:
    """Install one requirement file, hashes checked, unless its stamp says it is in place."""
    if stamps.is_done(_stamp(name), _wanted(name)):
        return
    print(f"Installing {name} into .venv ...", flush=True)
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    finished = subprocess.run([*command, "-r", stamps.ROOT / name], stdin=subprocess.DEVNULL)
    if finished.returncode:
        raise SystemExit(f"pip could not install {name}; see above. `make` starts again where it stopped.")
    stamps.mark_done(_stamp(name), _wanted(name))


def _venv_works() -> bool:
    if not (VENV / "bin" / "pip").exists():
        return False
    check = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([PYTHON, "-c", check], stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def _create_venv() -> None:
    """Debian splits ensurepip off into python3-venv, so a bare python3 may need it first."""
    if importlib.util.find_spec("ensurepip") is None:
        packages = [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]
        if not system_packages.install(packages):
            raise SystemExit(f"Python's venv is missing. Run: {system_packages.command_for(packages)}")
    print("Creating .venv ...", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    if subprocess.run([sys.executable, "-m", "venv", VENV]).returncode:
        raise SystemExit("Python could not create .venv; see above.")


def _stamp(name: str) -> Path:
    return VENV / f".{name}.stamp"


def _wanted(name: str) -> str:
    return stamps.fingerprint(stamps.ROOT / name)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "runtime")
