"""Settings read from the environment, by helpers that refuse nonsense."""

import os

from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off", ""}


def flag(name: str, default: bool) -> bool:
    """A yes/no variable. Raises ImproperlyConfigured on any other word."""
    word = os.environ.get(name)
    if word is None:
        return default
    if word.strip().lower() in TRUE_WORDS:
        return True
    if word.strip().lower() in FALSE_WORDS:
        return False
    raise ImproperlyConfigured(f"{name} must be 1 or 0, not {word!r}.")


def words(name: str, default: list[str]) -> list[str]:
    """A comma-separated variable as a list, without empty entries."""
    text = os.environ.get(name)
    if text is None:
        return default
    return [word.strip() for word in text.split(",") if word.strip()]


def text(name: str, default: str) -> str:
    """A text variable; an empty one counts as not set."""
    return os.environ.get(name, "") or default


def number(name: str, default: int) -> int:
    """A whole number of 0 or more. Raises ImproperlyConfigured on anything else."""
    word = os.environ.get(name, "")
    if not word:
        return default
    if not word.isascii() or not word.isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {word!r}.")
    return int(word)
