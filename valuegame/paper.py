"""A game that was played with pieces of card, typed in afterwards: from one sheet to the moves it comes to.

A sheet is compared with what the page showed when it was opened, and only what differs becomes a move: so
what phones did meanwhile stays. The id of each move is made from the sheet's own id and what it says, so the
same sheet sent again comes to the same moves. Plain Python.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid5

from valuegame.method import OWN_PIECES_AT_MOST
from valuegame.rules import (
    GETS,
    LOBBY,
    ON,
    WANTS,
    WORDS,
    Adjustment,
    Kind,
    Move,
    Pledge,
    Register,
    Table,
    register_of,
)  # fmt: skip

FIVE = tuple(map(str, range(1, 6)))
# Lines without words below those that are filled in.
FREE_LINES = 6
# Where a game that was played on paper stands.
LAST_STEP = "gather"
# What a piece may be for an organisation, and how the page says it.
HOW = (("", "Ikke"), (GETS, "Får"), (WANTS, "Ønsker"))


def seat_field(seat: str, part: str) -> str:
    """What the field of an organisation is called: "laid-1", "star", "change", "about", "home"."""
    return f"s-{seat}-{part}"


def line_field(kind: str, number: int, part: str) -> str:
    """What the field of a line is called: kind "a" is an adjustment, "g" a gift."""
    return f"{kind}{number}-{part}"


def own_field(number: int) -> str:
    """What the field of an own piece's name is called."""
    return f"own{number}"


@dataclass(frozen=True, slots=True)
class SeatSheet:
    """What one organisation laid: {piece: "gets" or "wants"}, its star, one change, what it takes home.

    `about` is the piece that the change is about, "" for the one with the star.
    """

    seat: str
    laid: Mapping[str, str] = field(default_factory=dict)
    star: str = ""
    change: str = ""
    about: str = ""
    home: str = ""

    @property
    def change_piece(self) -> str:
        """The piece that the change belongs to; "" when that cannot be told."""
        if self.about or self.star:
            return self.about or self.star
        return next(iter(self.laid)) if len(self.laid) == 1 else ""


@dataclass(frozen=True, slots=True)
class AdjustmentLine:
    """One change of the collaboration, as it is written."""

    id: str
    what: str = ""
    who: str = ""
    when: date | None = None
    piece: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written."""
        return not (self.what or self.who or self.when or self.piece)


@dataclass(frozen=True, slots=True)
class GiftLine:
    """What one gives another, as it is written. `asked` is kept from a game that was begun on phones."""

    id: str
    giver: str = ""
    receiver: str = ""
    what: str = ""
    asked: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written."""
        return not (self.giver or self.receiver or self.what)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole page. `own` are (id, name) of the group's own pieces, a name "" where none is written."""

    own: tuple[tuple[str, str], ...]
    seats: tuple[SeatSheet, ...]
    adjustments: tuple[AdjustmentLine, ...]
    gifts: tuple[GiftLine, ...]
    next_on: date | None = None
    next_where: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One move to be made: where it writes, what, and which words it is written over."""

    id: UUID
    place: Register
    value: str
    base: str


# -- What the page shows -----------------------------------------------------------------------------------


def sheet_of(table: Table, seats: Iterable[str], submission: UUID, *, with_own: bool) -> Sheet:
    """The table as a sheet, with free lines; what is new on them has ids made from `submission`."""
    seats, own = tuple(seats), list(table.own_pieces().items())
    if with_own or own:
        own += [(_new_id(submission, "own", at), "") for at in range(len(own), OWN_PIECES_AT_MOST)]
    pieces = {*FIVE, *(piece for piece, _ in own)}
    adjustments = [_adjustment_line(one, seats, pieces) for one in table.adjustments()]
    # What was said by or to one who has left the table since stays as it is.
    gifts = [_gift_line(one) for one in table.pledges() if {one.giver, one.receiver} <= set(seats)]
    next_on, next_where = table.next_meeting
    return Sheet(
        own=tuple(own),
        seats=tuple(_seat_sheet(table, seat) for seat in seats),
        adjustments=(
            *adjustments,
            *(AdjustmentLine(_new_id(submission, "adjust", at)) for at in range(FREE_LINES)),
        ),
        gifts=(*gifts, *(GiftLine(_new_id(submission, "gift", at)) for at in range(FREE_LINES))),
        next_on=date.fromisoformat(next_on) if next_on else None,
        next_where=next_where.text,
    )


def _new_id(submission: UUID, kind: str, number: int) -> str:
    return str(uuid5(submission, f"{kind} {number}"))


def _seat_sheet(table: Table, seat: str) -> SeatSheet:
    """The star's own change is shown, else the first there is."""
    hand = table.hand(seat)
    changes = {piece: words.text for piece, words in hand.changes.items() if words.text}
    shown = hand.star if hand.star in changes else next(iter(changes), "")
    return SeatSheet(
        seat,
        hand.laid,
        hand.star,
        changes.get(shown, ""),
        "" if shown == hand.star else shown,
        hand.home.text,
    )


def _adjustment_line(one: Adjustment, seats: Collection[str], pieces: Collection[str]) -> AdjustmentLine:
    return AdjustmentLine(
        one.id,
        one.what.text,
        one.who if one.who in seats else "",
        date.fromisoformat(one.when) if one.when else None,
        one.piece if one.piece in pieces else "",
    )


def _gift_line(one: Pledge) -> GiftLine:
    return GiftLine(one.id, one.giver, one.receiver, one.what.text, one.asked)


# -- What is wrong with it -----------------------------------------------------------------------------------


def problems(sheet: Sheet) -> list[tuple[str, str]]:
    """(field, sentence) of everything that does not hang together, in the order of the page."""
    found = [*_own_problems(sheet)]
    for one in sheet.seats:
        found += _seat_problems(one)
    for number, line in enumerate(sheet.adjustments):
        if not line.is_blank and not line.what:
            found.append((line_field("a", number, "what"), "Skriv, hvad I gør om."))
    for number, line in enumerate(sheet.gifts):
        found += _gift_problems(number, line)
    return found


def _own_problems(sheet: Sheet) -> Iterable[tuple[str, str]]:
    laid = {piece for one in sheet.seats for piece in one.laid}
    for number, (piece, name) in enumerate(sheet.own):
        if piece in laid and not name:
            yield own_field(number), "Skriv, hvad brikken hedder. Nogen har lagt den."


def _seat_problems(one: SeatSheet) -> Iterable[tuple[str, str]]:
    if one.star and one.star not in one.laid:
        yield seat_field(one.seat, "star"), "Vælg, om de får eller ønsker brikken med stjernen."
    if one.change and not one.change_piece:
        yield seat_field(one.seat, "about"), "Vælg, hvilken brik ændringen hører til."
    elif one.about and not one.change:
        yield seat_field(one.seat, "change"), "Skriv, hvordan man kan se det."
    elif one.about and one.about not in one.laid:
        yield seat_field(one.seat, "about"), "Vælg en brik, de har lagt."


def _gift_problems(number: int, line: GiftLine) -> Iterable[tuple[str, str]]:
    if line.is_blank:
        return
    if not line.what:
        yield line_field("g", number, "what"), "Skriv, hvad de giver."
    if not line.giver:
        yield line_field("g", number, "giver"), "Vælg, hvem der giver."
    if not line.receiver:
        yield line_field("g", number, "receiver"), "Vælg, hvem der får."
    elif line.giver == line.receiver:
        yield line_field("g", number, "receiver"), "Vælg en anden end den, der giver."


# -- The moves it comes to --------------------------------------------------------------------------------


def entries(
    typed: Sheet, *, shown: Table, moves: Iterable[Move], submission: UUID, with_own: bool
) -> list[Entry]:
    """The moves that make the table say what was typed, where that differs from what was `shown`.

    `moves` are all that the game has: where this very sheet was sent before, with other words, those are
    what it is compared with, and what it is written over.
    """
    seats = [one.seat for one in typed.seats]
    before = written(sheet_of(shown, seats, submission, with_own=with_own))
    ids = _ids_of_words(shown, seats)
    for move in sorted(moves, key=lambda move: move.order):
        place = register_of(move)
        if move.id == str(_move_id(submission, place, move.value)):
            before[place], ids[place] = move.value, move.id
    after = written(typed)
    if shown.step == LOBBY and any(after.values()):
        after[Register(Kind.STEP, "", "")] = LAST_STEP
    places = dict.fromkeys((*after, *before))
    return [
        Entry(
            _move_id(submission, place, after.get(place, "")),
            place,
            after.get(place, ""),
            ids.get(place, "") if place.kind in WORDS else "",
        )
        for place in places
        if after.get(place, "") != before.get(place, "")
    ]


def _move_id(submission: UUID, place: Register, value: str) -> UUID:
    return uuid5(submission, f"{place.kind}|{place.seat}|{place.target}|{value}")


def written(sheet: Sheet) -> dict[Register, str]:
    """Each place that the sheet writes in, with what it writes; empty where it is left blank."""
    found = {Register(Kind.OWN_PIECE, "", piece): name for piece, name in sheet.own}
    for one in sheet.seats:
        found |= {Register(Kind.LAY, one.seat, piece): how for piece, how in one.laid.items()}
        found[Register(Kind.STAR, one.seat, "")] = one.star
        if one.change:
            found[Register(Kind.CHANGE, one.seat, one.change_piece)] = one.change
        found[Register(Kind.HOME, one.seat, "")] = one.home
    for line in sheet.adjustments:
        found |= {
            Register(Kind.ADJUST, "", line.id): line.what,
            Register(Kind.ADJUST_WHO, "", line.id): line.who,
            Register(Kind.ADJUST_WHEN, "", line.id): line.when.isoformat() if line.when else "",
            Register(Kind.ADJUST_FOR, "", line.id): line.piece,
        }
    for line in sheet.gifts:
        found |= _gift_written(line)
    found[Register(Kind.NEXT_ON, "", "")] = sheet.next_on.isoformat() if sheet.next_on else ""
    found[Register(Kind.NEXT_WHERE, "", "")] = sheet.next_where
    return found


def _gift_written(line: GiftLine) -> dict[Register, str]:
    """What is written on the common sheet was said before both, so it is agreed; a wish stays a wish."""
    if line.is_blank:
        return {}
    kind = Kind.ASK if line.asked else Kind.OFFER
    found = {Register(kind, "", f"{line.id}:{line.giver}:{line.receiver}"): line.what}
    return found if line.asked else found | {Register(Kind.OFFER_YES, "", line.id): ON}


def _ids_of_words(shown: Table, seats: Iterable[str]) -> dict[Register, str]:
    """Which move the words of each place are from."""
    found = {Register(Kind.NEXT_WHERE, "", ""): shown.next_meeting[1].id}
    for seat in seats:
        hand = shown.hand(seat)
        found[Register(Kind.HOME, seat, "")] = hand.home.id
        found |= {Register(Kind.CHANGE, seat, piece): words.id for piece, words in hand.changes.items()}
    found |= {Register(Kind.ADJUST, "", one.id): one.what.id for one in shown.adjustments()}
    for one in shown.pledges():
        kind = Kind.ASK if one.asked else Kind.OFFER
        found[Register(kind, "", f"{one.id}:{one.giver}:{one.receiver}")] = one.what.id
    return found
