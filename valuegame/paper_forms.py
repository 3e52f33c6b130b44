"""The page on which a game that was played on paper is typed in: one form with everything on it."""

import uuid
from dataclasses import dataclass

from django import forms

from actors.guarded_forms import GuardedForm
from config.forms import DateInput
from valuegame import paper
from valuegame.checks import LENGTHS
from valuegame.models import Game
from valuegame.paper import line_field, own_field, seat_field
from valuegame.rules import Kind, Table, play
from valuegame.standing import Piece, Place, Standing
from valuegame.table import moves_of

TOO_OLD = "Siden var for gammel. Se, om alt står rigtigt, og gem igen."
HIGHEST_VERSION = 2**31 - 1
NOT_A_DAY = "Skriv en dato, der findes."


@dataclass(frozen=True, slots=True)
class PieceCell:
    """One piece at one organisation: what it is for them, and its star."""

    name: str
    # 1 to 5, or None for one of the group's own.
    number: int | None
    how: forms.BoundField
    star: object


@dataclass(frozen=True, slots=True)
class SeatPart:
    """One organisation on the page."""

    place: Place
    cells: tuple[PieceCell, ...]
    no_star: object
    star: forms.BoundField
    change: forms.BoundField
    about: forms.BoundField
    home: forms.BoundField


def words(label: str, kind: Kind) -> forms.CharField:
    """One line of words."""
    most = LENGTHS[kind]
    return forms.CharField(
        label=label, max_length=most, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": f"Skriv højst {most} tegn."},
    )  # fmt: skip


def choice(label: str, choices, widget=forms.Select) -> forms.ChoiceField:
    """One of a few."""
    errors = {"invalid_choice": "Vælg fra listen."}
    return forms.ChoiceField(
        label=label, choices=choices, required=False, widget=widget, error_messages=errors
    )


def day(label: str) -> forms.DateField:
    """A date."""
    return forms.DateField(
        label=label, required=False, widget=DateInput(), error_messages={"invalid": NOT_A_DAY}
    )


class SentForm(forms.Form):
    """Which page was sent: its own id, and the version of the game that it showed."""

    submission = forms.UUIDField()
    version = forms.IntegerField(min_value=0, max_value=HIGHEST_VERSION)


class PaperForm(GuardedForm, forms.Form):
    """Pieces, star, change and take-home of each organisation; adjustments, gifts, and the next meeting.

    What the page showed is the table as it was at `version`; `submission` is the page's own id.
    """

    submission = forms.UUIDField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=HIGHEST_VERSION)

    def __init__(self, data=None, *, game: Game, standing: Standing):
        sent = SentForm(data) if data is not None else None
        self.is_too_old = sent is not None and not sent.is_valid()
        is_sent = sent is not None and not self.is_too_old
        self.page_id = sent.cleaned_data["submission"] if is_sent else uuid.uuid4()
        self.seen = min(sent.cleaned_data["version"], game.version) if is_sent else game.version
        if self.is_too_old:
            data = data.copy()
            data["submission"], data["version"] = str(self.page_id), str(self.seen)
        super().__init__(data, initial={"submission": self.page_id, "version": self.seen}, auto_id="paper-%s")
        self.places, self.with_own = standing.places, game.with_opening
        moves = moves_of(game)
        self.moves = [move for _, move in moves]
        self.shown: Table = play(move for number, move in moves if number <= self.seen)
        self.sheet = self._sheet_of(self.shown)
        self.pieces = self._pieces(standing)
        self._add_fields()

    def _sheet_of(self, table: Table) -> paper.Sheet:
        seats = [place.id for place in self.places]
        return paper.sheet_of(table, seats, self.page_id, with_own=self.with_own)

    def _pieces(self, standing: Standing) -> tuple[tuple[str, Piece], ...]:
        """(what it is called in fields, piece) of the five and of each line for an own one."""
        five = [(piece.key, piece) for piece in standing.pieces if not piece.is_own]
        own = [
            (f"own{at}", Piece(key, name or f"Egen brik {at + 1}", "", "puzzle", "", ""))
            for at, (key, name) in enumerate(self.sheet.own)
        ]
        return (*five, *own)

    # -- Fields ---------------------------------------------------------------------------------------------

    def _add_fields(self) -> None:
        """Everything that this game has room for, filled in with what the page shows."""
        for at, (_, name) in enumerate(self.sheet.own):
            self._add(own_field(at), words(f"Egen brik {at + 1}", Kind.OWN_PIECE), name)
        for one in self.sheet.seats:
            self._add_seat(one)
        names = [("", "Vælg"), *((place.id, place.name) for place in self.places)]
        for at, line in enumerate(self.sheet.adjustments):
            self._add(line_field("a", at, "what"), words("Hvad gør I om?", Kind.ADJUST), line.what)
            self._add(line_field("a", at, "who"), choice("Hvem?", names), line.who)
            self._add(line_field("a", at, "when"), day("Senest"), line.when)
            self._add(
                line_field("a", at, "for"), choice("For", self._piece_choices("Vælg")), self._slot(line.piece)
            )
        for at, line in enumerate(self.sheet.gifts):
            self._add(line_field("g", at, "giver"), choice("Hvem giver?", names), line.giver)
            self._add(line_field("g", at, "what"), words("Hvad?", Kind.OFFER), line.what)
            self._add(line_field("g", at, "receiver"), choice("Hvem får?", names), line.receiver)
        self._add("next_on", day("Hvornår?"), self.sheet.next_on)
        self._add("next_where", words("Hvor?", Kind.NEXT_WHERE), self.sheet.next_where)

    def _add(self, name: str, field: forms.Field, initial) -> None:
        field.initial = initial
        self.fields[name] = field

    def _add_seat(self, one: paper.SeatSheet) -> None:
        for slot, piece in self.pieces:
            how = choice(piece.name, paper.HOW, forms.RadioSelect)
            self._add(seat_field(one.seat, f"laid-{slot}"), how, one.laid.get(piece.key, ""))
        stars = [("", "Ingen stjerne"), *((slot, f"Stjerne på {piece.name}") for slot, piece in self.pieces)]
        self._add(
            seat_field(one.seat, "star"), choice("Stjerne", stars, forms.RadioSelect), self._slot(one.star)
        )
        self._add(seat_field(one.seat, "change"), words("Hvordan kan man se det?", Kind.CHANGE), one.change)
        about = choice("For hvilken brik?", self._piece_choices("Den med stjernen"))
        self._add(seat_field(one.seat, "about"), about, self._slot(one.about))
        self._add(seat_field(one.seat, "home"), words("Det tager de med hjem", Kind.HOME), one.home)

    def _piece_choices(self, nothing: str) -> list[tuple[str, str]]:
        return [("", nothing), *((slot, piece.name) for slot, piece in self.pieces)]

    def _slot(self, key: str) -> str:
        """What the piece is called in fields."""
        return next((slot for slot, piece in self.pieces if piece.key == key), "")

    # -- What was typed ----------------------------------------------------------------------------------

    def clean(self):
        """Tidy the words, and say what does not hang together beside the field where it is mended."""
        said = super().clean()
        if self.is_too_old:
            raise forms.ValidationError(TOO_OLD)
        for name, value in said.items():
            if isinstance(value, str):
                said[name] = " ".join(value.split())
        for name, problem in paper.problems(self.typed()):
            if name not in self.errors:
                self.add_error(name, problem)
        return said

    def typed(self) -> paper.Sheet:
        """The sheet as it was typed; what failed by itself counts as it was shown."""
        get, key = self._said, {slot: piece.key for slot, piece in self.pieces}
        return paper.Sheet(
            own=tuple((one, get(own_field(at))) for at, (one, _) in enumerate(self.sheet.own)),
            seats=tuple(self._typed_seat(one.seat, key) for one in self.sheet.seats),
            adjustments=tuple(
                paper.AdjustmentLine(
                    line.id,
                    get(line_field("a", at, "what")),
                    get(line_field("a", at, "who")),
                    get(line_field("a", at, "when")),
                    key.get(get(line_field("a", at, "for")), ""),
                )
                for at, line in enumerate(self.sheet.adjustments)
            ),
            gifts=tuple(
                paper.GiftLine(
                    line.id,
                    get(line_field("g", at, "giver")),
                    get(line_field("g", at, "receiver")),
                    get(line_field("g", at, "what")),
                    line.asked,
                )
                for at, line in enumerate(self.sheet.gifts)
            ),
            next_on=get("next_on"),
            next_where=get("next_where"),
        )

    def _typed_seat(self, seat: str, key: dict[str, str]) -> paper.SeatSheet:
        def get(part: str):
            return self._said(seat_field(seat, part))

        laid = {piece.key: how for slot, piece in self.pieces if (how := get(f"laid-{slot}"))}
        return paper.SeatSheet(
            seat, laid, key.get(get("star"), ""), get("change"), key.get(get("about"), ""), get("home")
        )

    def _said(self, name: str):
        return self.cleaned_data[name] if name in self.cleaned_data else self.fields[name].initial

    def entries(self) -> list[paper.Entry]:
        """The moves that a valid form comes to."""
        return paper.entries(
            self.typed(), shown=self.shown, moves=self.moves, submission=self.page_id, with_own=self.with_own
        )

    # -- The page ----------------------------------------------------------------------------------------

    def own(self) -> list[forms.BoundField]:
        """The names of the group's own pieces."""
        return [self[own_field(at)] for at in range(len(self.sheet.own))]

    def seats(self) -> list[SeatPart]:
        """Each organisation, in the order they sit."""
        return [self._seat_part(place) for place in self.places]

    def _seat_part(self, place: Place) -> SeatPart:
        star = self[seat_field(place.id, "star")]
        none, *stars = star.subwidgets
        cells = tuple(
            PieceCell(
                piece.name,
                int(slot) if slot.isdigit() else None,
                self[seat_field(place.id, f"laid-{slot}")],
                radio,
            )
            for (slot, piece), radio in zip(self.pieces, stars, strict=True)
        )
        parts = {part: self[seat_field(place.id, part)] for part in ("change", "about", "home")}
        return SeatPart(place, cells, none, star, **parts)

    def adjustments(self) -> list[list[forms.BoundField]]:
        """The fields of each line."""
        return [
            [self[line_field("a", at, part)] for part in ("what", "who", "when", "for")]
            for at in range(len(self.sheet.adjustments))
        ]

    def gifts(self) -> list[list[forms.BoundField]]:
        """The fields of each line."""
        return [
            [self[line_field("g", at, part)] for part in ("giver", "what", "receiver")]
            for at in range(len(self.sheet.gifts))
        ]
