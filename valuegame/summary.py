"""What came of a game, as it is read afterwards: on screen, on paper, and when it is carried on. Plain."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from config.danish import capitalised, join_names, long_date, number_word
from valuegame.puzzle import Found, holders, lone, shared, unmet
from valuegame.rules import GETS, WANTS, Words
from valuegame.standing import Piece, Place, Standing


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of the puzzle: `how` is "gets", "wants" or "" for a hole."""

    piece: Piece
    how: str
    is_star: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation's row of the puzzle."""

    place: Place
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """What one organisation says of a piece it laid; `texts` is empty where it laid it without words."""

    place: Place
    wants: bool
    is_star: bool
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A piece, those who said something of it, and those who laid it in silence."""

    piece: Piece
    voices: tuple[Voice, ...]
    silent: tuple[Voice, ...]

    @property
    def silent_names(self) -> str:
        """ "A, B og C"."""
        return join_names([voice.place.name for voice in self.silent])


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of what the puzzle shows: a piece, and who it is about, in words."""

    piece: Piece
    who: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """One change of the collaboration. `who`, `on` and `piece` are None where nobody said."""

    id: str
    number: int
    texts: tuple[str, ...]
    who: Place | None
    on: date | None
    when: str
    piece: Piece | None


@dataclass(frozen=True, slots=True)
class Gift:
    """What one organisation gives another, numbered as it stands in the matrix."""

    id: str
    number: int
    giver: Place
    receiver: Place
    texts: tuple[str, ...]
    asked: bool
    agreed: bool


@dataclass(frozen=True, slots=True)
class GiftRow:
    """One giver's line of the matrix: the gifts to each organisation in the order they sit."""

    place: Place
    cells: tuple[tuple[Gift, ...], ...]

    @property
    def gifts(self) -> tuple[Gift, ...]:
        """All that this organisation gives."""
        return tuple(gift for cell in self.cells for gift in cell)


@dataclass(frozen=True, slots=True)
class Home:
    """What one organisation takes home."""

    place: Place
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole of it, in the order it is read."""

    title: str
    about: str
    places: tuple[Place, ...]
    pieces: tuple[Piece, ...]
    rows: tuple[Row, ...]
    shared: tuple[Finding, ...]
    lone: tuple[Finding, ...]
    wishes: tuple[Finding, ...]
    chapters: tuple[Chapter, ...]
    agreements: tuple[Agreement, ...]
    gifts: tuple[Gift, ...]
    matrix: tuple[GiftRow, ...]
    next_on: date | None
    next_day: str
    next_where: tuple[str, ...]
    home: tuple[Home, ...]

    @property
    def has_puzzle(self) -> bool:
        """Whether anybody laid a piece."""
        return any(cell.how for row in self.rows for cell in row.cells)

    @property
    def has_next(self) -> bool:
        """Whether anything was said of the next meeting."""
        return self.next_on is not None or bool(self.next_where)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said at all."""
        return not (self.has_puzzle or self.agreements or self.gifts or self.home or self.has_next)

    @property
    def present(self) -> str:
        """ "Fire organisationer ved bordet"."""
        amount = len(self.places)
        noun = "organisation" if amount == 1 else "organisationer"
        return capitalised(f"{number_word(amount)} {noun} ved bordet")


def summary_of(standing: Standing, today: date) -> Summary:
    """The summary of a game; a day of another year than `today` is told with its year."""
    on, where = standing.table.next_meeting
    next_on = date.fromisoformat(on) if on else None
    gifts = _gifts(standing)
    return Summary(
        title=standing.title,
        about=standing.about,
        places=standing.places,
        pieces=standing.pieces,
        rows=tuple(_row(standing, place) for place in standing.places),
        shared=tuple(
            Finding(one.piece, _how_many(len(one.places), len(standing.places))) for one in shared(standing)
        ),
        lone=_by_name(lone(standing)),
        wishes=_by_name(unmet(standing)),
        chapters=tuple(
            chapter for piece in standing.pieces if (chapter := _chapter(standing, piece)) is not None
        ),
        agreements=_agreements(standing, today),
        gifts=gifts,
        matrix=_matrix(standing.places, gifts),
        next_on=next_on,
        next_day=long_date(next_on, today) if next_on else "",
        next_where=texts_of(where),
        home=tuple(Home(place, said) for place in standing.places if (said := texts_of(place.hand.home))),
    )


def texts_of(words: Words) -> tuple[str, ...]:
    """What stands in a place for words: of two who wrote at once both."""
    return tuple(text for text in (words.text, *words.others) if text)


def _row(standing: Standing, place: Place) -> Row:
    hand = place.hand
    return Row(
        place,
        tuple(Cell(piece, hand.laid.get(piece.key, ""), hand.star == piece.key) for piece in standing.pieces),
    )


def _how_many(some: int, every: int) -> str:
    """ "Alle" or "Fire af os"."""
    return "Alle" if some == every else capitalised(f"{number_word(some)} af os")


def _by_name(found: Sequence[Found]) -> tuple[Finding, ...]:
    return tuple(Finding(one.piece, join_names([place.name for place in one.places])) for one in found)


def _chapter(standing: Standing, piece: Piece) -> Chapter | None:
    """What was said of a piece, the stars first; None for one that nobody laid."""
    voices = [_voice(place, piece) for place in holders(standing, piece, (GETS, WANTS))]
    voices.sort(key=lambda voice: not voice.is_star)
    if not voices:
        return None
    return Chapter(
        piece,
        tuple(voice for voice in voices if voice.texts),
        tuple(voice for voice in voices if not voice.texts),
    )


def _voice(place: Place, piece: Piece) -> Voice:
    hand = place.hand
    return Voice(
        place,
        hand.laid[piece.key] == WANTS,
        hand.star == piece.key,
        texts_of(hand.changes.get(piece.key, Words())),
    )


def _agreements(standing: Standing, today: date) -> tuple[Agreement, ...]:
    """Those with a day first, by the day; the others in the order they were proposed."""
    found = []
    for one in standing.table.adjustments():
        on = date.fromisoformat(one.when) if one.when else None
        found.append((one, on))
    found.sort(key=lambda pair: (pair[1] is None, pair[1] or date.min))
    return tuple(
        Agreement(
            one.id,
            number,
            texts_of(one.what),
            standing.place(one.who),
            on,
            long_date(on, today) if on else "",
            standing.piece(one.piece),
        )
        for number, (one, on) in enumerate(found, start=1)
    )


def _gifts(standing: Standing) -> tuple[Gift, ...]:
    """By giver and receiver, as they sit, so that the numbers rise through the matrix."""
    order = {place.id: number for number, place in enumerate(standing.places)}
    said = [one for one in standing.table.pledges() if one.giver in order and one.receiver in order]
    said.sort(key=lambda one: (order[one.giver], order[one.receiver]))
    return tuple(
        Gift(
            one.id,
            number,
            standing.places[order[one.giver]],
            standing.places[order[one.receiver]],
            texts_of(one.what),
            one.asked,
            one.agreed,
        )
        for number, one in enumerate(said, start=1)
    )


def _matrix(places: Sequence[Place], gifts: Sequence[Gift]) -> tuple[GiftRow, ...]:
    """A line for each organisation; none where nobody gives anything."""
    if not gifts:
        return ()
    return tuple(
        GiftRow(
            giver,
            tuple(
                tuple(gift for gift in gifts if gift.giver is giver and gift.receiver is receiver)
                for receiver in places
            ),
        )
        for giver in places
    )
