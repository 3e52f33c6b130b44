"""The forms of a sunshine talk: one for each ray, one for the actor's own values, one for who and when."""

import uuid
from collections.abc import Iterable
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator

from actors.conflicts import NOTHING, Difference
from actors.consent import ContactCard
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import GuardedForm
from actors.models import Level, Ray, Source, Talk
from config.danish import full_date, join_names
from config.forms import DateInput
from config.looks import level_word

TOO_LONG = "Skriv højst %(limit_value)d tegn"
NOT_SO_EARLY = MinValueValidator(date(2000, 1, 1), "Skriv en dato efter år 2000")
HIGHEST_VERSION = 2**31 - 1
# What a person of ours may call a talk; an interview or a game is only kept as it is.
BEGUN_AS = (Source.TALK, Source.ESTIMATE)
# The steps of the page: the five rays, and the actor's own values with who and when.
LAST_STEP = 6
DONE, BIG = "faerdig", "stor"


class StepForm(forms.Form):
    """Which step the address asks for, and whether the sun stands alone."""

    straale = forms.IntegerField(required=False, min_value=1, max_value=LAST_STEP)
    stor = forms.BooleanField(required=False)

    def step(self) -> int:
        """1–5 for a ray, 6 for the rest; the first one when the address makes no sense."""
        return (self.cleaned_data.get("straale") if self.is_valid() else None) or 1

    def is_big(self) -> bool:
        """Whether the sun is shown alone."""
        return self.is_valid() and self.cleaned_data["stor"]


class GoForm(forms.Form):
    """Where a button wants to go when its form is saved: a step, or out."""

    go = forms.ChoiceField(
        choices=[(str(step), step) for step in range(1, LAST_STEP + 1)] + [(DONE, "Gem")], required=False
    )

    def target(self, default: int) -> int | None:
        """The step to show next; None when the talk is to be closed."""
        go = self.cleaned_data["go"] if self.is_valid() else ""
        return None if go == DONE else int(go or default)


class BeginForm(forms.Form):
    """The button that begins a talk. `submission` makes pressing it twice one talk."""

    submission = forms.UUIDField(required=False)
    source = forms.ChoiceField(choices=[(one.value, one.label) for one in BEGUN_AS], required=False)

    def values(self) -> dict:
        """Source and submission; what makes no sense is left out."""
        self.full_clean()
        return {
            "source": self.cleaned_data.get("source") or Source.TALK,
            "submission": self.cleaned_data.get("submission"),
        }


class WordsField(forms.CharField):
    """A text of several lines. Each line end counts as one character, as it does in the browser."""

    def to_python(self, value):
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if text else text


class RayForm(GuardedForm, forms.ModelForm):
    """What is said of one value. `version` is the one the user saw; 0 while nothing is written."""

    level = forms.TypedChoiceField(
        label="Hvor meget fylder det for dem?", choices=Level.choices, widget=forms.RadioSelect, coerce=int,
        required=False, empty_value=None, error_messages={"invalid_choice": "Vælg et af de fire svar"},
    )  # fmt: skip
    version = forms.IntegerField(
        required=False, min_value=0, max_value=HIGHEST_VERSION,
        widget=forms.HiddenInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    SAID = ("level", "gains", "gives")

    class Meta:
        model = Ray
        fields = ["level", "gains", "gives"]
        labels = {"gains": "Med deres egne ord", "gives": "Det kan de give andre"}
        widgets = {name: forms.Textarea(attrs={"rows": 3, "data-text": ""}) for name in ("gains", "gives")}
        field_classes = {"gains": WordsField, "gives": WordsField}
        error_messages = {name: {"max_length": TOO_LONG} for name in ("gains", "gives")}

    def __init__(self, data=None, *, instance: Ray, is_guess: bool = False, **kwargs):
        super().__init__(data, instance=instance, **kwargs)
        # A row that is not there yet is version 0, so that two who write the first word are told, too.
        self.initial["version"] = 0 if instance._state.adding else instance.version
        if is_guess:
            self.fields["gains"].label = "Det tror vi, de får"
            self.fields["gives"].label = "Det tror vi, de kan give andre"

    def _post_clean(self):
        """The row is written by an action that compares versions; nothing is set on it here."""

    def said(self) -> dict:
        """Level and words, as they are to be saved."""
        return {name: self.cleaned_data[name] for name in self.SAID}

    def differences(self, stands: Ray) -> list[Difference]:
        """Where a valid form says something else than `stands`, the row as it is now."""
        return [
            Difference(self[name].label, _in_words(name, there), _in_words(name, typed))
            for name, typed in self.said().items()
            if (there := getattr(stands, name)) != typed
        ]


class OwnValueForm(RayForm):
    """The same for a value of the actor's own, which has a name."""

    SAID = ("name", *RayForm.SAID)

    class Meta(RayForm.Meta):
        fields = ["name", *RayForm.Meta.fields]
        labels = {**RayForm.Meta.labels, "name": "Hvad kalder de den?"}
        error_messages = {
            **RayForm.Meta.error_messages,
            "name": {"required": "Skriv, hvad de kalder værdien", "max_length": TOO_LONG},
        }

    field_order = ["name", "level", "gains", "gives"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
        if self.instance._state.adding:
            self.fields["name"].label = "Hvad betyder ellers noget for dem?"

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def refuse_name(self) -> None:
        """Say that the talk has a value of this name already."""
        self.add_error("name", "Den værdi står her allerede")

    def refuse_more(self, most: int) -> None:
        """Say that the talk has `most` values of the actor's own, and no room for one more."""
        self.add_error("name", f"Der er {most} egne værdier her. Fjern én, før I tilføjer en ny")


class PresentField(forms.ModelMultipleChoiceField):
    """Contact persons of the actor, called what the one who looks may call them."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *args, cards: dict[uuid.UUID, ContactCard], **kwargs):
        self.cards = cards
        super().__init__(*args, **kwargs)

    def label_from_instance(self, obj):
        return self.cards[obj.pk].label


class TalkForm(GuardedForm, forms.ModelForm):
    """Who was there, when, and how we know."""

    version = forms.IntegerField(
        required=False, min_value=1, max_value=HIGHEST_VERSION,
        widget=forms.HiddenInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    class Meta:
        model = Talk
        fields = ["held_on", "source", "also_present"]
        labels = {
            "held_on": "Hvornår?",
            "source": "Hvordan ved vi det?",
            "also_present": "Andre, der var med",
        }
        widgets = {"held_on": DateInput(), "source": forms.RadioSelect}
        help_texts = {"also_present": f"Fx to frivillige. {FREE_TEXT_HINT}"}
        error_messages = {
            "held_on": {"required": "Skriv datoen", "invalid": "Skriv en dato"},
            "also_present": {"max_length": TOO_LONG},
            "source": {"required": "Vælg, hvordan I ved det", "invalid_choice": "Vælg fra listen"},
        }

    def __init__(self, data=None, *, instance: Talk, cards: Iterable[tuple], today: date, **kwargs):
        super().__init__(data, instance=instance, **kwargs)
        self.today = today
        self.initial["version"] = instance.version
        self.fields["held_on"].validators.append(NOT_SO_EARLY)
        self.fields["held_on"].widget.attrs["max"] = today.isoformat()
        known = {*BEGUN_AS, Source(instance.source)}
        self.fields["source"].choices = [(one.value, one.label) for one in Source if one in known]
        cards = dict(cards)
        if cards:
            self.fields["present"] = PresentField(
                label="Hvem var med fra aktøren?", required=False, cards=cards,
                queryset=instance.actor.contacts.kept().filter(pk__in=cards), initial=self._present(),
            )  # fmt: skip

    def _present(self) -> list[uuid.UUID]:
        return [contact.pk for contact in self.instance.present.all()]

    def _post_clean(self):
        """The row is written by an action that compares versions; nothing is set on it here."""

    def clean_held_on(self):
        day = self.cleaned_data["held_on"]
        if day > self.today:
            raise ValidationError("Datoen skal være i dag eller før")
        return day

    def said(self) -> dict:
        """The fields of the talk, as they are to be saved."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    def chosen(self) -> list | None:
        """The contact persons who were there; None where nobody could be chosen."""
        return list(self.cleaned_data["present"]) if "present" in self.fields else None

    def differences(self, stands: Talk) -> list[Difference]:
        """Where a valid form says something else than `stands`, the row as it is now."""
        typed = {**self.said(), "present": self._names(self.chosen() or ())}
        there = {name: getattr(stands, name) for name in self._meta.fields}
        there["present"] = self._names(stands.present.all())
        return [
            Difference(self[name].label, self._fact(name, there[name]), self._fact(name, text))
            for name, text in typed.items()
            if name in self.fields and there[name] != text
        ]

    def _names(self, contacts) -> str:
        """Those of the contacts who may be named, in words."""
        cards = self.fields["present"].cards if "present" in self.fields else {}
        return join_names(sorted(cards[one.pk].name for one in contacts if one.pk in cards))

    def _fact(self, name: str, value) -> str:
        """One fact of the talk as a reader sees it."""
        if name == "held_on":
            return full_date(value)
        return str(Source(value).label) if name == "source" else value or NOTHING


def _in_words(name: str, value) -> str:
    """One value of a ray as a reader sees it."""
    if name == "level":
        return level_word(value)
    return value or NOTHING
