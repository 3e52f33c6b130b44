"""Find Debian's Chromium for the browser tests, and install it with apt when that is allowed."""

import os
import shutil

import system_packages

NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]
PACKAGES = ["chromium"]


def find() -> str | None:
    """The path of a Chromium: $CHROMIUM when set, else the first one on the path."""
    named = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else NAMES
    return next((path for name in named if (path := shutil.which(name))), None)


def find_or_install() -> str:
    """The path of a Chromium. Raises SystemExit naming the command when there is none and none may come."""
    if not find():
        system_packages.install(PACKAGES)
    path = find()
    if not path:
        raise SystemExit(f"Chromium is missing. Run: {system_packages.command_for(PACKAGES)}")
    return path
