"""How many wrong codes are taken, so that nobody finds a game by trying: wrong ones alone are counted.

A roomful of phones behind one address gets in however many there are. With AT_MOST_AN_HOUR over all workers
the chance of hitting one of twenty games in eight hours is 0.02 %. Who has typed too many wrong ones still
comes in by the QR code, which carries 128 bits.
"""

import hashlib
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from valuegame.codes import as_typed
from valuegame.models import Game, WrongCode

# Wrong codes from one address in WINDOW, and from everywhere in an hour.
AT_MOST_HERE, WINDOW = 30, timedelta(minutes=10)
AT_MOST_AN_HOUR = 600
KEPT = timedelta(days=1)


class TooManyWrong(Exception):
    """So many wrong codes were typed that none is looked up for a while."""


def find_game(typed: str, *, address: str, now: datetime) -> Game | None:
    """The open game with this code, or None, which is then counted. Raises TooManyWrong.

    `address` is the visitor's network address; a hash of it with the day is what is kept, for a day.
    """
    here = _hashed(address, now)
    if _is_full(here, now):
        raise TooManyWrong
    code = as_typed(typed)
    game = Game.objects.open().filter(code=code).first()
    if game is None:
        _count(here, now)
    return game


def _hashed(address: str, now: datetime) -> str:
    return hashlib.blake2b(
        f"{now:%Y-%m-%d} {address}".encode(), key=settings.SECRET_KEY.encode()[:64], digest_size=32
    ).hexdigest()


def _is_full(here: str, now: datetime) -> bool:
    """Whether this address, or all together, have typed too many wrong ones."""
    of_late = WrongCode.objects.filter(at__gt=now - WINDOW, address=here).count()
    if of_late >= AT_MOST_HERE:
        return True
    return WrongCode.objects.filter(at__gt=now - timedelta(hours=1)).count() >= AT_MOST_AN_HOUR


@transaction.atomic
def _count(here: str, now: datetime) -> None:
    """One more wrong one; those that count no longer are cleared away."""
    WrongCode.objects.filter(at__lt=now - KEPT).delete()
    WrongCode.objects.create(address=here, at=now)
