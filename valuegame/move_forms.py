"""A move as it is sent: by a phone's script, by a plain form, or by the facilitator."""

import uuid

from django import forms

from actors.guarded_forms import GuardedForm
from valuegame import method
from valuegame.checks import Setting, problem_with
from valuegame.models import Game, Seat
from valuegame.rules import WORDS, Kind
from valuegame.standing_queries import standing_on_screens

LONGEST = 2000
CLOCK_AT_MOST = 1_000_000


class MoveForm(GuardedForm, forms.Form):
    """One move. `seat` is the facilitator's alone: a phone has its seat in the address.

    `id` is made by whoever sends; a form without script gets one when its page is made. What is wrong with
    a move is told on `value`, where the words are.
    """

    id = forms.UUIDField()
    clock = forms.IntegerField(min_value=0, max_value=CLOCK_AT_MOST)
    kind = forms.ChoiceField(choices=[(kind.value, kind.value) for kind in Kind])
    seat = forms.UUIDField(required=False)
    target = forms.CharField(max_length=120, required=False)
    value = forms.CharField(max_length=LONGEST, required=False)
    base = forms.CharField(max_length=36, required=False)

    def __init__(self, *args, game: Game, seat: Seat | None = None, leads: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.game, self.at, self.leads = game, seat, leads

    def clean(self):
        """Look the move over as the rules want it; a text is tidied of blanks at its ends."""
        said = super().clean()
        if self.errors:
            return said
        said["kind"] = kind = Kind(said["kind"])
        said["seat"] = seat = self.at or self._seat(said["seat"])
        said["value"] = said["value"] if kind == Kind.NOTES else " ".join(said["value"].split())
        problem = problem_with(
            kind,
            seat=str(seat.pk) if seat else "",
            target=said["target"],
            value=said["value"],
            setting=self.setting(),
            leads=self.leads,
        )
        if problem:
            self.add_error("value", problem)
        return said

    def setting(self) -> Setting:
        """What there is at the table just now."""
        game, standing = self.game, standing_on_screens(self.game)
        steps = method.chosen_steps(opening=game.with_opening, stronger=game.with_stronger)
        keys = [*(step.key for step in steps), method.BREAK]
        return Setting(seats=[place.id for place in standing.places], steps=keys, table=standing.table)

    def _seat(self, pk: uuid.UUID | None) -> Seat | None:
        """The organisation that the facilitator does it for."""
        return self.game.seats.present().filter(pk=pk).first() if pk else None

    def move(self) -> dict:
        """The arguments of `make_move` that were sent. Call it on a valid form."""
        said = self.cleaned_data
        kind = said["kind"]
        return {
            "move_id": said["id"],
            "clock": said["clock"],
            "kind": kind,
            "seat": said["seat"],
            "target": said["target"],
            "value": said["value"],
            "base": said["base"] if kind in WORDS else "",
        }


def new_id() -> str:
    """The id for a move that a page without script may send."""
    return str(uuid.uuid4())
