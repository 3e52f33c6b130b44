"""Tags of the game's screens: the piece on a phone, the clock, ids for moves."""

from datetime import date
from functools import cache, lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from config.danish import full_date, join_names
from config.geometry import Joint, piece
from valuegame.board import Board
from valuegame.deck import fitting
from valuegame.move_forms import new_id

register = template.Library()
_WIDE = piece(2, 2, 276, 84, right=Joint(1), knob=26)


PIECE_SHAPE = mark_safe(
    f'<svg viewBox="0 0 304 88" preserveAspectRatio="none" aria-hidden="true"><path d="{_WIDE}"/></svg>'
)


@register.simple_tag
def piece_shape() -> SafeString:
    """The outline of a piece on a phone; css says how it looks laid and not laid."""
    return PIECE_SHAPE


@register.simple_tag
@lru_cache(maxsize=64)
def board(laid: Board) -> SafeString:
    """The jigsaw as a drawing. The wall and the facilitator's small one show the same: it is drawn once."""
    return render_to_string("valuegame/_board.html", {"board": laid})


@register.simple_tag
@cache
def card_buttons(key: str) -> SafeString:
    """The buttons that lay a card with a positive change on the piece `key`."""
    return render_to_string("valuegame/phone/_cards.html", {"key": key, "cards": fitting(key)})


@register.filter
def digits(seconds: int | None) -> str:
    """A clock: 260 is "4.20"; below zero is none left."""
    left = max(0, seconds or 0)
    return f"{left // 60}.{left % 60:02}"


@register.filter
def spoken(seconds: int | None) -> str:
    """The same for those who hear it."""
    left = max(0, seconds or 0)
    return f"{left // 60} minutter og {left % 60} sekunder tilbage"


@register.filter
def used(planned: int, left: int) -> int:
    """Seconds used of what was planned; never more than there were."""
    return min(planned, max(0, planned - left))


@register.simple_tag
def new_move() -> str:
    """An id for one thing that may be done on the page."""
    return new_id()


@register.filter
def names(places) -> str:
    """The names of organisations, as a sentence wants them."""
    return join_names([place.name for place in places])


@register.filter
def iso_day(text: str) -> str:
    """A day in ISO form as one says it: "14. oktober 2026"."""
    return full_date(date.fromisoformat(text))
