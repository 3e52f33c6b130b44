"""Debian and Ubuntu packages: install them when that is allowed, else name the exact command."""

import os
import shutil
import subprocess


def command_for(packages: list[str]) -> str:
    """The command a person with the right to install would type."""
    root = "" if os.geteuid() == 0 else "sudo "
    return f"{root}apt-get update && {root}apt-get install -y --no-install-recommends {' '.join(packages)}"


def install(packages: list[str]) -> bool:
    """Install the packages with apt; False when there is no apt, no right to use it, or it failed."""
    root = _root_prefix()
    if root is None or not shutil.which("apt-get"):
        return False
    print(f"Installing {', '.join(packages)} with apt ...", flush=True)
    environment = [*root, "env", "DEBIAN_FRONTEND=noninteractive"]
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        finished = subprocess.run(
            [*environment, "apt-get", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        # A failed update may be one broken source among several, so only the install decides.
        if finished.returncode and arguments[0] == "install":
            return False
    return True


def _root_prefix() -> list[str] | None:
    """What to put before a command to run it as root, or None when a password would be needed."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        asked = subprocess.run(["sudo", "-n", "true"], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if asked.returncode == 0:
            return ["sudo", "-n"]
    return None
