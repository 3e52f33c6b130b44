"""Forms for preparing a game: what it is about, how long, which exercises, and who sits at the table."""

import uuid

from django import forms

from accounts.models import Plan
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import CPR_OK, GuardedForm
from actors.models import Actor, ActorKind
from config.danish import count
from config.forms import DateInput, LinesField
from mapping.forms import NOT_OURS, ActorsField
from mapping.picker import chosen_actors, known_ids
from valuegame.actions import NewSeat
from valuegame.method import BREAK, BY_KEY, LEAST_MINUTES, MINUTES, MOST_MINUTES, SEATS_AT_MOST, chosen_steps
from valuegame.models import Game
from valuegame.names import LONGEST, seat_name
from valuegame.schedule import TooShort, plan_minutes

OWN = "own"
LENGTHS = [*((str(minutes), f"{minutes} min.") for minutes in MINUTES), (OWN, "Andet")]
TOO_MANY = f"Der er plads til {SEATS_AT_MOST} organisationer ved bordet. Vælg færre."
RANGE = f"Skriv et tal fra {LEAST_MINUTES} til {MOST_MINUTES}"
# What steers the form and is no column of its own.
STEERING = {"version", "submission", "length", "own_minutes", "actors", "others", CPR_OK}


class GameForm(GuardedForm, forms.ModelForm):
    """What a game is about and how it is played. `version` is the one the user saw.

    Minutes are laid out anew when the time or the exercises change, else those laid by hand stay.
    """

    length = forms.ChoiceField(
        label="Hvor lang tid har I?", choices=LENGTHS, widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvor lang tid I har", "invalid_choice": "Vælg én af tiderne"},
    )  # fmt: skip
    own_minutes = forms.IntegerField(
        label="Antal minutter", required=False, min_value=LEAST_MINUTES, max_value=MOST_MINUTES,
        help_text="Hvis I valgte Andet.",
        error_messages=dict.fromkeys(("min_value", "max_value", "invalid"), RANGE),
    )  # fmt: skip
    version = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Game
        fields = [
            "title", "about", "collaboration", "held_on", "starts_at", "with_opening", "with_stronger",
            "held_by",
        ]  # fmt: skip
        labels = {
            "title": "Hvad spiller I om?", "about": "Hvorfor mødes I?", "held_on": "Dato",
            "starts_at": "Begynder kl.", "held_by": "Hvem leder spillet?",
            "with_opening": BY_KEY["opening"].name, "with_stronger": BY_KEY["stronger"].name,
        }  # fmt: skip
        help_texts = {
            "title": "Samarbejdet eller det, I vil begynde på. Fx Fritidsjob i Solbakken.",
            "about": f"Én linje, som alle kan se på storskærmen. {FREE_TEXT_HINT}",
            "with_opening": BY_KEY["opening"].optional, "with_stronger": BY_KEY["stronger"].optional,
        }  # fmt: skip
        error_messages = {
            "title": {"required": "Skriv, hvad I spiller om", "max_length": "Skriv højst 80 tegn"},
            "about": {"max_length": "Skriv højst 300 tegn"},
            "held_on": {"invalid": "Skriv datoen som 14-10-2026"},
            "starts_at": {"invalid": "Skriv klokken som 10.00 eller 10:00"},
        }
        widgets = {
            "held_on": DateInput(),
            "starts_at": forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        }

    def __init__(self, data=None, *, plan: Plan, instance: Game | None = None, initial=None, **kwargs):
        game = instance or Game(plan=plan)
        usual = game.minutes in MINUTES
        first = {
            "length": str(game.minutes) if usual else OWN,
            "own_minutes": None if usual else game.minutes,
            "version": instance.form_version if instance else None,
            "submission": None if instance else uuid.uuid4(),
        }
        super().__init__(data, instance=game, initial=first | (initial or {}), **kwargs)
        self.plan = plan
        asked = data.get("collaboration") if data is not None else self.initial.get("collaboration")
        self._offer_collaborations(asked)
        team = plan.memberships.team().select_related("user")
        self.fields["held_by"].queryset = team
        self.fields["held_by"].empty_label = "Ikke bestemt"
        self.fields["held_by"].label_from_instance = lambda one: one.user.name
        self.fields["starts_at"].input_formats = ["%H:%M", "%H:%M:%S", "%H.%M"]

    def _offer_collaborations(self, asked) -> None:
        """A game belongs to the collaboration it was begun from, or to none; no list of hundreds."""
        field = self.fields["collaboration"]
        field.queryset = self.plan.collaborations.filter(pk__in=known_ids([asked]))
        field.widget = forms.HiddenInput()

    def clean(self):
        """Put the minutes together, and see that the chosen steps have room in them."""
        said = super().clean()
        said["minutes"] = minutes = self._minutes(said)
        if minutes is None or "with_opening" not in said or "with_stronger" not in said:
            return said
        steps = chosen_steps(opening=said["with_opening"], stronger=said["with_stronger"])
        try:
            laid = plan_minutes(steps, minutes)
        except TooShort as problem:
            least = problem.least + (10 if minutes >= 120 else 0)
            self.add_error("length", f"De valgte trin tager mindst {least} minutter. Vælg mere tid.")
            return said
        stands = self.instance.step_minutes
        kept = stands and self.instance.minutes == minutes and set(stands) - {BREAK} == set(laid) - {BREAK}
        said["step_minutes"] = stands if kept else laid
        return said

    def _minutes(self, said: dict) -> int | None:
        if said.get("length") != OWN:
            # What stands in the other field is of no use then.
            self.errors.pop("own_minutes", None)
            return int(said["length"]) if said.get("length") else None
        if said.get("own_minutes") is None and "own_minutes" not in self.errors:
            self.add_error("own_minutes", "Skriv, hvor mange minutter I har")
        return said.get("own_minutes")

    def _post_clean(self):
        """Leave the instance alone: `change_game` compares it with what was typed."""

    def values(self) -> dict:
        """The columns as they were typed, with the minutes of each step."""
        own = [*self.Meta.fields, "minutes", "step_minutes"]
        return {name: self.cleaned_data[name] for name in own}

    @property
    def touched(self) -> list[str]:
        """The fields that say something else than the game; those that steer are not among them."""
        return [name for name in self.changed_data if name not in STEERING - {"length", "own_minutes"}]


class NewGameForm(GameForm):
    """A new game with its table: actors of the plan, and others by name alone."""

    actors = ActorsField(
        least=0, most=SEATS_AT_MOST, too_many=TOO_MANY, required=False, label="Organisationer"
    )
    others = LinesField(
        label="Andre organisationer", required=False, max_items=SEATS_AT_MOST, item_length=LONGEST,
        max_length=2000,
        help_text=f"Dem, der ikke står på jeres liste. Ét navn pr. linje, højst {LONGEST} tegn.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args, plan: Plan, **kwargs):
        super().__init__(*args, plan=plan, **kwargs)
        self.fields["actors"].queryset = plan.actors.active()
        if self.is_bound:
            self.chosen = chosen_actors(plan, self.data.getlist("actors"))
        else:
            self.chosen = list(self.initial.get("actors", ()))

    def clean(self):
        said = super().clean()
        many = len(said.get("actors") or ()) + len(said.get("others") or ())
        if many > SEATS_AT_MOST:
            self.add_error(None, TOO_MANY)
        return said

    def seats(self) -> list[NewSeat]:
        """The organisations in the order they were chosen, each with a name of its own."""
        by_id = {actor.pk: actor for actor in self.cleaned_data["actors"]}
        found, taken = [], set()
        for actor in (one for one in self.chosen if one.pk in by_id):
            found.append(NewSeat(seat_name(actor.name, actor.short_name, taken=taken), actor.kind, actor.pk))
            taken.add(found[-1].name)
        for name in self.cleaned_data["others"]:
            found.append(NewSeat(seat_name(name, taken=taken), ActorKind.OTHER))
            taken.add(found[-1].name)
        return found


class SeatForm(GuardedForm, forms.Form):
    """An organisation at the table by name alone, or the name that one has on the wall."""

    name = forms.CharField(
        label="Navn på skærmen", max_length=LONGEST,
        help_text=f"Højst {LONGEST} tegn. Skriv en organisation, ikke en person.",
        error_messages={
            "required": "Skriv organisationens navn", "max_length": f"Skriv højst {LONGEST} tegn",
        },
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="Aktørtype", choices=ActorKind.choices, initial=ActorKind.OTHER,
        error_messages={"required": "Vælg en aktørtype", "invalid_choice": "Vælg en af aktørtyperne"},
    )  # fmt: skip

    def __init__(self, *args, others=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.others = {name.casefold() for name in others}

    def clean_name(self) -> str:
        """No two at a table are called the same."""
        name = " ".join(self.cleaned_data["name"].split())
        if name.casefold() in self.others:
            raise forms.ValidationError("Sådan hedder en anden ved bordet. Skriv et andet navn.")
        return name


class SeatActorForm(forms.Form):
    """The actor that shall sit at the table."""

    actor = forms.ModelChoiceField(
        Actor.objects.none(), error_messages=dict.fromkeys(("required", "invalid_choice"), f"{NOT_OURS}.")
    )

    def __init__(self, *args, plan: Plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["actor"].queryset = plan.actors.active()


class ScheduleForm(forms.Form):
    """Whole minutes for each line of the schedule; their sum is how long the game takes."""

    version = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = lines
        errors = {
            "required": "Skriv antal minutter", "invalid": "Skriv et helt tal",
            "min_value": "Giv trinet mindst ét minut", "max_value": f"Skriv højst {MOST_MINUTES}",
        }  # fmt: skip
        for line in lines:
            self.fields[line.key] = forms.IntegerField(
                label=line.name, min_value=1, max_value=MOST_MINUTES, initial=line.minutes,
                error_messages=errors,
            )  # fmt: skip

    def clean(self):
        said = super().clean()
        if not self.errors and not LEAST_MINUTES <= (total := self.total()) <= MOST_MINUTES:
            there, least, most = count(total, "minut", "minutter"), LEAST_MINUTES, MOST_MINUTES
            self.add_error(
                None, f"Trinene tager {there} i alt. Et spil varer fra {least} til {most} minutter."
            )
        return said

    def total(self) -> int:
        """The minutes of all lines together."""
        return sum(self.cleaned_data[line.key] for line in self.lines)

    def values(self) -> dict:
        """The columns of the game that the minutes are kept in."""
        minutes = {line.key: self.cleaned_data[line.key] for line in self.lines}
        return {"step_minutes": minutes, "minutes": self.total()}

    @property
    def touched(self) -> list[str]:
        """The lines that were changed."""
        return [name for name in self.changed_data if name != "version"]
