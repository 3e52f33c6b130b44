"""The pinned files: the same versions everywhere, with hashes, from no place in particular."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PINNED = sorted(path.name for path in ROOT.glob("requirements*.txt"))


def pins(name: str) -> dict[str, str]:
    """Package name -> version in one pinned file."""
    return dict(re.findall(r"^([a-z0-9][\w.-]*)==(\S+)", (ROOT / name).read_text(), re.MULTILINE))


def plain(requirement: str) -> str:
    """The package name of a requirement such as `django-allauth[mfa]~=65.21`."""
    return re.match(r"[\w.-]+", requirement)[0].lower()


@pytest.mark.parametrize("name", PINNED)
def test_every_pin_carries_a_hash(name):
    blocks = re.split(r"^(?=[a-z0-9])", (ROOT / name).read_text(), flags=re.MULTILINE)
    pinned = [block for block in blocks if "==" in block.split("\n")[0]]
    assert pinned
    assert [block.split("\n")[0] for block in pinned if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", [*PINNED, "package-lock.json", "package.json", ".npmrc"])
def test_no_file_says_where_packages_come_from(name):
    assert re.findall(r".*(?:://|--(?:extra-)?index|--find-links).*", (ROOT / name).read_text()) == []


def test_development_pins_hold_every_runtime_pin():
    """setup/environment.py relies on this: after a dev install `make run` installs nothing."""
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_every_direct_dependency_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    assert {plain(name) for name in project["dependencies"]} <= pins("requirements.txt").keys()
    for extra, wanted in extras.items():
        assert {plain(name) for name in wanted} <= pins(f"requirements-{extra}.txt").keys()


def test_the_lock_holds_what_package_json_asks_for():
    asked, lock = (json.loads((ROOT / name).read_text()) for name in ("package.json", "package-lock.json"))
    root = lock["packages"][""]
    assert root["dependencies"] == asked["dependencies"]
    assert root["devDependencies"] == asked["devDependencies"]
    for name, package in lock["packages"].items():
        assert not name or package["integrity"].startswith("sha512-"), name
