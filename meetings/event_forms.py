"""Forms of events, for staff. Rows are looked up in the plan that is given."""

from datetime import date

from django import forms

from accounts.models import Plan
from actors.guard import FREE_TEXT_HINT
from actors.models import CompetenceKind, ResourceKind
from actors.note_forms import date_field
from exchange.notice_forms import COLOURS
from meetings.models import MOST_GUESTS, Event, EventGuest, TableNote
from meetings.models.events import MOST_MINUTES
from meetings.row_form import CHOOSE, RowForm
from meetings.seating import LARGEST, MOST_ROUNDS, SMALLEST
from meetings.span_form import SpanForm, clock_field

NOT_ABOUT_PERSONS = "Om organisationen. Skriv ikke om enkeltpersoner."


def _number_field(label: str, least: int, most: int, **kwargs) -> forms.IntegerField:
    said = f"Skriv et helt tal fra {least} til {most}"
    errors = dict.fromkeys(("required", "invalid", "min_value", "max_value"), said)
    return forms.IntegerField(
        label=label, min_value=least, max_value=most, error_messages=errors, **kwargs
    )  # fmt: skip


class EventForm(SpanForm):
    """What, when, where, for how many, and how the poster looks."""

    day = date_field("Dato")
    begins = clock_field("Fra kl.", "Skriv, hvornår det begynder")
    ends = clock_field("Til kl.", "Skriv, hvornår det slutter")
    capacity = _number_field("Pladser", 1, MOST_GUESTS)
    closes_on = date_field("Tilmelding senest", required=False)
    value = forms.TypedChoiceField(
        label="Farve", choices=COLOURS, coerce=int, widget=forms.RadioSelect,
        error_messages={"required": "Vælg en farve", "invalid_choice": "Vælg en farve fra listen"},
    )  # fmt: skip

    class Meta:
        model = Event
        fields = ["title", "text", "place", "forum", "capacity", "closes_on", "is_public", "layout", "value"]
        labels = {
            "title": "Overskrift", "text": "Tekst", "place": "Hvor?", "forum": "Forum bag",
            "layout": "Plakatens udseende", "is_public": "Må stå på den åbne side",
        }  # fmt: skip
        help_texts = {
            "title": "Kort. Det er det, man ser på afstand.",
            "text": f"Hvad skal der ske, og hvem er det for? {FREE_TEXT_HINT}",
            "is_public": "Ellers kommer man kun ind med linket eller QR-koden.",
        }
        error_messages = {
            "title": {"required": "Skriv en overskrift", "max_length": "Skriv højst 80 tegn"},
            "text": {"max_length": "Skriv højst 600 tegn"},
            "place": {"max_length": "Skriv højst 120 tegn"},
            "forum": {"invalid_choice": CHOOSE},
            "layout": {"required": "Vælg et udseende", "invalid_choice": "Vælg et udseende fra listen"},
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 4}), "layout": forms.RadioSelect}

    field_order = ("title", "text", "day", "begins", "ends", "place", "capacity", "closes_on", "forum")

    def __init__(self, data=None, *, plan: Plan, today: date, instance: Event | None = None):
        row = instance or Event(plan=plan)
        super().__init__(data, row=row, is_new=instance is None, today=today)
        self.fields["layout"].choices = self.fields["layout"].choices[-3:]
        self.offer("forum", plan.forums.standing(), "Intet")

    def clean(self):
        said = super().clean()
        last = said.get("closes_on")
        if last and said.get("day") and last > said["day"]:
            self.add_error("closes_on", "Vælg dagen selv eller en dag før")
        return said


class GuestForm(RowForm):
    """One who comes, as staff write it: at the door, by telephone, or with the actor it is."""

    class Meta:
        model = EventGuest
        fields = ["organisation", "name", "email", "actor", "shares_contact"]
        labels = {
            "organisation": "Organisation", "name": "Hvem kommer?", "email": "Mail",
            "actor": "Hvilken aktør er det?", "shares_contact": "Har sagt ja til at stå på opsamlingen",
        }  # fmt: skip
        help_texts = {
            "organisation": "Den, de kommer for. Arrangementet er for organisationer.",
            "actor": "Så ved vi, hvem de allerede kender.",
            "email": "Valgfri, når de skrives på ved døren.",
        }
        error_messages = {
            "organisation": {
                "required": "Skriv, hvilken organisation de kommer for", "max_length": "Skriv højst 120 tegn",
            },
            "name": {"required": "Skriv, hvem der kommer", "max_length": "Skriv højst 80 tegn"},
            "email": {"invalid": "Skriv mailen som navn@sted.dk", "max_length": "Skriv højst 254 tegn"},
            "actor": {"invalid_choice": CHOOSE},
        }  # fmt: skip

    def __init__(self, data=None, *, event: Event, instance: EventGuest | None = None):
        row = instance or EventGuest(plan=event.plan, event=event)
        super().__init__(data, row=row, is_new=instance is None)
        self.offer("actor", event.plan.actors.active().by_name(), "Ingen af planens")

    @property
    def wants_actor(self) -> bool:
        """Whether the list of actors was left alone, so that the name may tell who it is."""
        return self.cleaned_data.get("actor") is None


class HereForm(forms.Form):
    """Whether a guest has come: yes, no, or nobody knows."""

    here = forms.TypedChoiceField(
        choices=[("ja", "ja"), ("nej", "nej"), ("", "ved ikke")], required=False,
        coerce={"ja": True, "nej": False}.get, empty_value=None,
    )  # fmt: skip


class RoundsForm(forms.Form):
    """How many at a table, how many rounds, how long each."""

    size = _number_field("Højst ved et bord", SMALLEST, LARGEST)
    rounds = _number_field("Runder", 1, MOST_ROUNDS)
    minutes = _number_field("Minutter pr. runde", 1, MOST_MINUTES)

    def __init__(self, data=None, *, event: Event):
        first = {
            "size": event.table_size, "rounds": event.rounds_wanted, "minutes": event.round_minutes,
        }  # fmt: skip
        super().__init__(data, initial=first)


class NumberForm(forms.Form):
    """Which round is begun or taken back: the one that was on the screen."""

    number = forms.IntegerField(min_value=1, max_value=MOST_ROUNDS)


class NoteForm(RowForm):
    """The short form at the table."""

    class Meta:
        model = TableNote
        fields = ["strengths", "involve_when", "wish", "may_share", "may_profile"]
        labels = {
            "strengths": "Det er vi gode til", "involve_when": "Det giver mening at inddrage os, når …",
            "wish": "Et ønske til de andre", "may_share": "Må stå på den fælles opsamling",
            "may_profile": "Må stå i helhedsplanens oplysninger om os",
        }  # fmt: skip
        help_texts = {
            "strengths": NOT_ABOUT_PERSONS,
            "involve_when": NOT_ABOUT_PERSONS,
            "wish": NOT_ABOUT_PERSONS,
            "may_share": "Alle, der var med, får opsamlingen.",
        }
        error_messages = {
            name: {"max_length": "Skriv højst 200 tegn"} for name in ("strengths", "involve_when", "wish")
        }
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in ("strengths", "involve_when", "wish")}

    def __init__(self, data=None, *, guest: EventGuest, instance: TableNote | None = None):
        row = instance or TableNote(plan=guest.plan, guest=guest)
        super().__init__(data, row=row, is_new=instance is None)

    def clean(self):
        said = super().clean()
        if not self.errors and not any(said.get(name) for name in ("strengths", "involve_when", "wish")):
            self.add_error("strengths", "Skriv mindst én af de tre ting")
        return said


# Where a line of a note may go in a profile.
WHERE = [
    ("", "Ikke i profilen"),
    ("Kompetencer", [(key, name) for key, name in CompetenceKind.choices]),
    ("Ressourcer", [(f"resource-{key}", f"Ressource: {name.lower()}") for key, name in ResourceKind.choices]),
    ("Mangler", [(f"need-{key}", f"Mangler: {name.lower()}") for key, name in ResourceKind.choices]),
]  # fmt: skip
FIRST = {"strengths": "strength", "involve_when": "professional", "wish": "need-other"}


class CarryForm(forms.Form):
    """What of a note goes into the profile, and as what."""

    def __init__(self, data=None, *, note: TableNote):
        super().__init__(data)
        self.note = note
        self.parts = [name for name in FIRST if getattr(note, name)]
        for name in self.parts:
            self.fields[name] = forms.ChoiceField(
                label=note._meta.get_field(name).verbose_name.capitalize(), choices=WHERE, required=False,
                initial=FIRST[name], help_text=getattr(note, name),
                error_messages={"invalid_choice": CHOOSE},
            )  # fmt: skip

    def lines(self) -> list[tuple[str, str]]:
        """(where, text) of each part that is to go."""
        return [
            (self.cleaned_data[name], " ".join(getattr(self.note, name).split()))
            for name in self.parts
            if self.cleaned_data[name]
        ]


class WhichForm(forms.Form):
    """Which events the list shows, in the address."""

    vis = forms.ChoiceField(choices=[("", "Kommer"), ("slut", "Har været")], required=False)

    def shows_over(self) -> bool:
        """Whether those that are over were asked for; not for what makes no sense."""
        self.full_clean()
        return self.cleaned_data.get("vis") == "slut"
