"""Compile the pinned requirement files from pyproject.toml: `make pins`, with UPGRADE=1 for newer versions.

The files carry hashes but no addresses: where packages come from is each machine's own setting.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import stamps

OPTIONS = [
    "--quiet",
    "--generate-hashes",
    "--strip-extras",
    "--allow-unsafe",  # pip and setuptools too: pip-tools needs them, and with hashes all must be pinned
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-trusted-host",
    "--no-emit-find-links",
]
ADDRESS = re.compile(r"://|--(extra-)?index|--find-links|--trusted-host|[ =@]/\w")


def main() -> None:
    """Write all requirement files and the npm lock. Raises SystemExit when one would carry an address."""
    compile_file("requirements.txt", "pyproject.toml")
    compile_file("requirements-dev.txt", "pyproject.toml", "--extra=dev", "--constraint=requirements.txt")
    extras = tomllib.loads((stamps.ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    for name in ("bench", "node"):
        compile_alone(f"requirements-{name}.txt", extras[name])
    lock_node_packages()
    for path in [*stamps.ROOT.glob("requirements*.txt"), stamps.ROOT / "package-lock.json"]:
        refuse_addresses(path)


def compile_file(output: str, source: str, *more: str) -> None:
    """Run pip-compile; versions already pinned in the output stay unless UPGRADE is set."""
    upgrade = ["--upgrade"] if os.environ.get("UPGRADE") else []
    command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, *upgrade, *more]
    print(f"Compiling {output} ...", flush=True)
    subprocess.run([*command, f"--output-file={output}", source], cwd=stamps.ROOT, check=True)


def compile_alone(output: str, requirements: list[str]) -> None:
    """Pin an extra without the packages of the app, agreeing with the development pins."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "requirements.in"
        source.write_text("\n".join(requirements) + "\n")
        compile_file(output, str(source), "--no-annotate", "--constraint=requirements-dev.txt")


def lock_node_packages() -> None:
    """Refresh package-lock.json and drop the sponsor addresses npm puts into it."""
    command = "update" if os.environ.get("UPGRADE") else "install"
    subprocess.run(["npm", command, "--package-lock-only"], cwd=stamps.ROOT, check=True)
    path = stamps.ROOT / "package-lock.json"
    lock = json.loads(path.read_text())
    for package in lock["packages"].values():
        package.pop("funding", None)
    path.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n")


def refuse_addresses(path: Path) -> None:
    """Stop when a pinned file names a place to download from."""
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        if ADDRESS.search(line):
            raise SystemExit(f"{path.name}:{number} carries an address: {line.strip()}")


if __name__ == "__main__":
    main()
