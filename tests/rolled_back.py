"""Rows that are gone afterwards: those of a moment, and those that stand for several tests."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from valuegame.at_hand import AtHand


@contextmanager
def rolled_back() -> Iterator[None]:
    """What is written inside is gone afterwards."""
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)
            AtHand.forget_all()


@contextmanager
def standing(django_db_blocker) -> Iterator[None]:
    """The same around several tests: what is made inside stands for all of them.

    For a fixture of a module or package. Each test of it that may open the database is in a transaction
    of its own inside, so the next one meets the rows as they were made.
    """
    with django_db_blocker.unblock(), rolled_back():
        yield
