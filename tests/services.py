"""Debian's Chromium, driven by Playwright."""

import os
import shutil

# A sandbox needs rights that a container does not give. The others stop traffic of the browser's own.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]


def chromium_options() -> dict:
    """Options for `playwright.chromium.launch()`. Raises LookupError when there is no Chromium."""
    given = os.environ.get("CHROMIUM")
    path = next((found for name in ([given] if given else NAMES) if (found := shutil.which(name))), None)
    if not path:
        raise LookupError("Chromium is missing; `make test` installs it or says how.")
    return {"executable_path": path, "args": FLAGS, "headless": True}
