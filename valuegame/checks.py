"""What may stand in a move, told in plain Danish when it may not. Plain Python."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from valuegame.method import OWN_PIECES_AT_MOST
from valuegame.rules import FACILITATORS, GETS, LOBBY, ON, WANTS, Kind, Table

# Letters at most, of each kind of words. An own piece's name stands over a column of the wall.
LENGTHS = {
    Kind.NOTES: 2000,
    Kind.OWN_PIECE: 16,
    Kind.WORD: 60,
    Kind.CHANGE: 160,
    Kind.HOME: 160,
    Kind.ADJUST: 200,
    Kind.OFFER: 120,
    Kind.ASK: 120,
    Kind.NEXT_WHERE: 80,
}
ITEMS_AT_MOST = {Kind.WORD: 60, Kind.ADJUST: 40, Kind.OFFER: 150, Kind.ASK: 150}
SWITCHES = frozenset(
    {
        Kind.PAUSE, Kind.REVEAL, Kind.DARK, Kind.SMALL, Kind.BLANK, Kind.READY, Kind.JOIN, Kind.OFFER_YES,
    }
)  # fmt: skip
# What an organisation does needs one.
NEEDS_SEAT = frozenset({Kind.JOIN, Kind.WORD, Kind.LAY, Kind.STAR, Kind.READY, Kind.CHANGE, Kind.HOME})
UNKNOWN = "Det kender spillet ikke. Hent siden igen."
MONTH_AND_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Setting:
    """What there is at the table: ids of the seats, keys of the steps, and the table as it stands."""

    seats: Collection[str]
    steps: Collection[str]
    table: Table


def problem_with(
    kind: Kind, *, seat: str, target: str, value: str, setting: Setting, leads: bool
) -> str | None:
    """Why a move cannot be taken, as a sentence for whoever made it; None when it can.

    `leads` says that the facilitator made it. A move of a step that is over is taken: it may have been made
    in time by a phone that was out of reach.
    """
    if kind in FACILITATORS and not leads:
        return "Det kan kun facilitatoren."
    if kind in NEEDS_SEAT and seat not in setting.seats:
        return "Vælg jeres organisation først."
    if (longest := LENGTHS.get(kind)) and len(value) > longest:
        return f"Skriv højst {longest} tegn."
    if kind in SWITCHES and value not in (ON, ""):
        return UNKNOWN
    check = _CHECKS.get(kind)
    return check(target, value, setting) if check else None


def _piece(piece: str, setting: Setting) -> bool:
    return piece in {"1", "2", "3", "4", "5"} or piece in setting.table.own_pieces()


def _step(target: str, value: str, setting: Setting) -> str | None:
    return None if value in {LOBBY, *setting.steps} else UNKNOWN


def _more_time(target: str, value: str, setting: Setting) -> str | None:
    return None if target in setting.steps else UNKNOWN


def _teller(target: str, value: str, setting: Setting) -> str | None:
    return None if value in {"", *setting.seats} else UNKNOWN


def _undo(target: str, value: str, setting: Setting) -> str | None:
    return None if _is_id(target) else UNKNOWN


def _own_piece(target: str, value: str, setting: Setting) -> str | None:
    pieces = setting.table.own_pieces()
    if not _is_id(target):
        return UNKNOWN
    if value and target not in pieces and len(pieces) >= OWN_PIECES_AT_MOST:
        return f"Højst {OWN_PIECES_AT_MOST} egne brikker. Fjern én, eller saml to."
    return None


def _gather(target: str, value: str, setting: Setting) -> str | None:
    known = {word.id for word in setting.table.words()}
    return None if target in known and value in {"", *setting.table.own_pieces()} else UNKNOWN


def _page(target: str, value: str, setting: Setting) -> str | None:
    return None if value in {"0", "1"} else UNKNOWN


def _day(target: str, value: str, setting: Setting) -> str | None:
    if not value:
        return None
    try:
        found = MONTH_AND_DAY.fullmatch(value) and date.fromisoformat(value)
    except ValueError:
        found = None
    return None if found else "Skriv en dato, der findes."


def _lay(target: str, value: str, setting: Setting) -> str | None:
    # An own piece that was just taken away is laid in vain, and harmless.
    return None if value in {GETS, WANTS, ""} and (_piece(target, setting) or _is_id(target)) else UNKNOWN


def _star(target: str, value: str, setting: Setting) -> str | None:
    return None if not value or _piece(value, setting) or _is_id(value) else UNKNOWN


def _change(target: str, value: str, setting: Setting) -> str | None:
    return None if _piece(target, setting) or _is_id(target) else UNKNOWN


def _word(target: str, value: str, setting: Setting) -> str | None:
    return _one_more(Kind.WORD, target, value, [word.id for word in setting.table.words()])


def _adjust(target: str, value: str, setting: Setting) -> str | None:
    return _one_more(Kind.ADJUST, target, value, [one.id for one in setting.table.adjustments()])


def _one_more(kind: Kind, target: str, value: str, there: Collection[str]) -> str | None:
    if not _is_id(target):
        return UNKNOWN
    if value and target not in there and len(there) >= ITEMS_AT_MOST[kind]:
        return "Der er ikke plads til flere. Fjern én først."
    return None


def _about_adjustment(target: str, value: str, setting: Setting) -> str | None:
    return None if _is_id(target) else UNKNOWN


def _adjust_who(target: str, value: str, setting: Setting) -> str | None:
    return _about_adjustment(target, value, setting) or _teller(target, value, setting)


def _adjust_when(target: str, value: str, setting: Setting) -> str | None:
    return _about_adjustment(target, value, setting) or _day(target, value, setting)


def _adjust_for(target: str, value: str, setting: Setting) -> str | None:
    return _about_adjustment(target, value, setting) or _star(target, value, setting)


def _pledge(target: str, value: str, setting: Setting) -> str | None:
    parts = target.split(":")
    if len(parts) != 3 or not _is_id(parts[0]) or any(one not in setting.seats for one in parts[1:]):
        return "Vælg en organisation ved bordet."
    if parts[1] == parts[2]:
        return "Vælg en anden organisation end jer selv."
    return _one_more(Kind.OFFER, parts[0], value, [one.id for one in setting.table.pledges()])


def _agree(target: str, value: str, setting: Setting) -> str | None:
    return None if _is_id(target) else UNKNOWN


def _is_id(text: str) -> bool:
    """Whether it is a UUID written the usual way."""
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


_CHECKS = {
    Kind.STEP: _step,
    Kind.MORE_TIME: _more_time,
    Kind.TELLER: _teller,
    Kind.UNDO: _undo,
    Kind.OWN_PIECE: _own_piece,
    Kind.GATHER: _gather,
    Kind.PAGE: _page,
    Kind.NEXT_ON: _day,
    Kind.LAY: _lay,
    Kind.STAR: _star,
    Kind.CHANGE: _change,
    Kind.WORD: _word,
    Kind.ADJUST: _adjust,
    Kind.ADJUST_WHO: _adjust_who,
    Kind.ADJUST_WHEN: _adjust_when,
    Kind.ADJUST_FOR: _adjust_for,
    Kind.OFFER: _pledge,
    Kind.ASK: _pledge,
    Kind.OFFER_YES: _agree,
}
