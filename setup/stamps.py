"""Stamps: a small file that says which inputs a step was last done for, so that it is not done twice."""

import hashlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def fingerprint(*parts: str | Path) -> str:
    """One hash of texts and of the contents of files."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.read_bytes() if isinstance(part, Path) else part.encode()
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


def is_done(stamp: Path, wanted: str) -> bool:
    """Whether the step behind this stamp was done for exactly these inputs."""
    try:
        return stamp.read_text() == wanted
    except OSError:
        return False


def mark_done(stamp: Path, wanted: str) -> None:
    """Write the stamp; call it last, so that a broken step is done again."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(wanted)
