"""The form of an interview: one field for each question that the guide asks about one actor."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError

from accounts.models import Membership, TargetGroup
from actors.contact_cards import contact_cards
from actors.forms import TOO_LONG, MemberChoiceField
from actors.guarded_forms import CPR_OK, GuardedForm
from actors.guide import Asked, Given, Group, Line, Sheet, ours_called, sheets
from actors.interview_queries import given_of, levels_of
from actors.method import VALUES, GoesTo
from actors.models import Actor, Channel, Interview, Level
from config.forms import DateInput, LinesField

ANSWER, LEVEL = "q_", "level_"
FIRST_DAY = date(2000, 1, 1)
LISTS = (GoesTo.COMPETENCES, GoesTo.STRENGTHS, GoesTo.RESOURCES, GoesTo.NEEDS)
TICKED = (GoesTo.TARGET_GROUPS, GoesTo.WANTED_TARGET_GROUPS)
LONGEST = 2000
BEFORE = "Spurgt før. Ikke med i guiden nu."
# What the form holds beside the interview itself.
NOT_TOLD = ("version", "submission", "shown", CPR_OK)


@dataclass(frozen=True)
class Part:
    """The part of the page about one value: its questions, and how much it means to the actor."""

    value: object
    questions: tuple[forms.BoundField, ...]
    level: forms.BoundField


class InterviewForm(GuardedForm, forms.Form):
    """An interview with `actor`, new or as it stands. `groups` is the guide in force.

    `known` is what the profile says already, by what an answer feeds; it stands beside the question.
    Answers are fields called q_<key>. `version` is the one the user saw; `submission` is a new form's own id;
    `shown` carries the plan's own questions and the ticks as they were shown: no answer is lost when the
    guide is changed while somebody writes, and the profile gets what the user ticked, and no more.
    """

    held_on = forms.DateField(
        label="Dato", widget=DateInput(),
        error_messages={"required": "Skriv, hvornår det var", "invalid": "Skriv en dato, der findes"},
    )  # fmt: skip
    channel = forms.ChoiceField(
        label="Hvordan", choices=Channel.choices, initial=Channel.FACE_TO_FACE, widget=forms.RadioSelect,
        help_text="Kun ansigt til ansigt tæller som deres egne ord.",
        error_messages={"required": "Vælg, hvordan I fandt svarene", "invalid_choice": "Vælg på listen"},
    )  # fmt: skip
    held_by = MemberChoiceField(label="Hvem af os", queryset=None, required=False, empty_label="Ved ikke")
    present = forms.MultipleChoiceField(
        label="Hvem svarede", required=False, widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)
    shown = forms.Field(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data=None, *, actor: Actor, groups: Iterable[Group], membership: Membership, today: date,
        known: Mapping[str, Iterable[str]], interview: Interview | None = None,
    ):  # fmt: skip
        super().__init__(data)
        self.actor, self.interview, self.today, self.known = actor, interview, today, known
        self.given, groups = given_of(interview), tuple(groups)
        self.target_groups: list[TargetGroup] = list(actor.plan.targetgroups.all())
        own, self.ticked = _token_of(data, actor)
        late = _late(data, own, groups)
        self.sheets: tuple[Sheet, ...] = sheets(groups, self.given.values(), late)
        self._prepare_facts(membership)
        for line in self._lines():
            self._add_answer(line)
        self._remember_what_is_shown()
        levels = levels_of(interview)
        for value in VALUES:
            self._add_level(value, levels.get(value.number))

    def _lines(self) -> list[Line]:
        return [line for sheet in self.sheets for line in sheet.lines]

    def _prepare_facts(self, membership: Membership) -> None:
        """Choices and first values of what is asked about the interview itself."""
        members = self.actor.plan.memberships.team(also=self.interview.held_by_id if self.interview else None)
        self.fields["held_by"].queryset = members.order_by("user__name")
        cards = contact_cards(self.actor.contacts.kept(), membership, self.today)
        self.fields["present"].choices = [(str(pk), card.label) for pk, card in cards]
        self.initial = {"held_on": self.today, "held_by": membership, "submission": uuid.uuid4()}
        if self.interview:
            self.initial |= {
                "held_on": self.interview.held_on,
                "channel": self.interview.channel,
                "held_by": self.interview.held_by_id,
                "present": [str(one.pk) for one in self.interview.present.all()],
                "version": self.interview.version,
            }

    def _add_answer(self, line: Line) -> None:
        """The field of one question, with what was answered, or with what the profile says already."""
        question, name = line.question, ANSWER + line.question.key
        shared = {"label": question.text, "required": False, "help_text": self._hint(line)}
        if question.goes_to in TICKED:
            field = forms.MultipleChoiceField(
                choices=[(str(one.pk), one.name) for one in self.target_groups],
                widget=forms.CheckboxSelectMultiple, **shared,
            )  # fmt: skip
            self.initial[name] = self._ticked_before(question)
        else:
            kind = LinesField if question.goes_to in LISTS else forms.CharField
            field = kind(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}), **shared)
            field.error_messages["max_length"] = TOO_LONG
            self.initial[name] = line.answer
        self.fields[name] = field

    def _remember_what_is_shown(self) -> None:
        """Put the own questions and the ticks into the page."""
        own = [line.question for line in self._lines() if line.question.is_own]
        ticked = {name: value for name, value in self.initial.items() if name.startswith(ANSWER) and value}
        facts = {
            "own": [[one.key, one.value, one.text] for one in own],
            "ticked": {name: value for name, value in ticked.items() if isinstance(value, list)},
        }
        self.initial["shown"] = signing.dumps(facts, salt=_salt(self.actor))

    def _hint(self, line: Line) -> str:
        """What stands under the question: how to answer it, and what became of it since."""
        unknown = self._unknown(line.question)
        known = self.known.get(line.question.goes_to)
        hints = (
            line.question.hint,
            f"Står i profilen: {', '.join(known)}." if known else "",
            BEFORE if line.is_before else "",
            f"Hedder nu: {line.now}" if line.now else "",
            f"Svaret dengang: {', '.join(unknown)}." if unknown else "",
        )
        return " ".join(filter(None, hints))

    def _ticked_before(self, question: Asked) -> list[str]:
        """The ids of the target groups that were answered; in a new interview those of the profile."""
        if self.interview is None:
            return [str(one.pk) for one in getattr(self.actor, question.goes_to).all()]
        names = self._answered(question.key)
        return [str(one.pk) for one in self.target_groups if one.name in names]

    def _unknown(self, question: Asked) -> list[str]:
        """Answered target groups that the plan has since renamed or taken away."""
        known = {one.name for one in self.target_groups}
        names = self._answered(question.key) if question.goes_to in TICKED else ()
        return [name for name in names if name not in known]

    def _answered(self, key: str) -> list[str]:
        return self.given[key].text.splitlines() if key in self.given else []

    def _add_level(self, value, level: int | None) -> None:
        """How much the value means, as far as it was asked."""
        name = f"{LEVEL}{value.number}"
        self.fields[name] = forms.TypedChoiceField(
            label=f"Hvor meget betyder {value.name.lower()} for dem?", required=False, coerce=int,
            empty_value=None, choices=[("", "Ikke talt om"), *Level.choices],
            error_messages={"invalid_choice": "Vælg på listen"},
        )  # fmt: skip
        self.initial[name] = "" if level is None else str(level)

    # -- What was sent ---------------------------------------------------------------------------------

    def clean_held_on(self):
        """A day that has come, and not in another age."""
        day = self.cleaned_data["held_on"]
        if day > self.today:
            raise ValidationError("Datoen er ikke kommet endnu")
        if day < FIRST_DAY:
            raise ValidationError("Skriv en dato efter 1999")
        return day

    def clean(self):
        """A new interview says something that was not there before."""
        if self.interview is None and not any(name.startswith((ANSWER, LEVEL)) for name in self.changed_data):
            raise ValidationError("Skriv mindst ét svar")
        return super().clean()

    def _clean_form(self):
        super()._clean_form()
        # The log tells of columns; a question is none.
        names = ("text" if name.startswith(ANSWER) else name for name in self.cpr_overridden)
        self.cpr_overridden = tuple(dict.fromkeys(names))

    def facts(self) -> dict:
        """The cleaned columns of the interview."""
        return {name: self.cleaned_data[name] for name in ("held_on", "channel", "held_by")}

    def people(self) -> list[uuid.UUID]:
        """Those who answered; a person whom the user may not see stays."""
        seen = dict(self.fields["present"].choices)
        unseen = [pk for pk in self.initial.get("present", ()) if pk not in seen]
        return [uuid.UUID(pk) for pk in (*self.cleaned_data["present"], *unseen)]

    def answers(self) -> list[Given]:
        """The answers that hold something, each with its question as it was asked."""
        asked = ((line.question, self._text(line.question)) for line in self._lines())
        return [Given(one.key, one.value, one.text, text) for one, text in asked if text]

    def _text(self, question: Asked) -> str:
        """The answer as it is kept: lines for lists, names for target groups."""
        value = self.cleaned_data.get(ANSWER + question.key) or ""
        if question.goes_to in TICKED:
            names = [one.name for one in self.target_groups if str(one.pk) in value]
            return "\n".join([*names, *self._unknown(question)])
        return "\n".join(value) if isinstance(value, list) else value

    def levels(self) -> dict[int, int | None]:
        """Value → level, None where it was not spoken of."""
        return {value.number: self.cleaned_data.get(f"{LEVEL}{value.number}") for value in VALUES}

    def ticks(self, goes_to: GoesTo) -> tuple[set[TargetGroup], set[TargetGroup]]:
        """(target groups ticked on, ticked off) since the page was opened."""
        on, off = set(), set()
        for line in self._lines():
            if line.question.goes_to == goes_to:
                name = ANSWER + line.question.key
                chosen = set(self.cleaned_data.get(name) or ())
                seen = set(self.ticked.get(name, ()))
                on |= chosen - seen
                off |= seen - chosen
        return tuple({one for one in self.target_groups if str(one.pk) in ids} for ids in (on, off))

    @property
    def submitted_as(self) -> uuid.UUID | None:
        """The submission that was posted, known before anything else is checked."""
        try:
            return self.fields["submission"].clean(self["submission"].data)
        except ValidationError:
            return None

    @property
    def touched(self) -> list[str]:
        """The fields that say something else than the interview does now."""
        return [
            name
            for name, field in self.fields.items()
            if name not in NOT_TOLD
            and field.has_changed(self.get_initial_for_field(field, name), self[name].data)
        ]

    def parts(self) -> list[Part]:
        """The page by values."""
        return [
            Part(
                sheet.value,
                tuple(self[ANSWER + line.question.key] for line in sheet.lines),
                self[f"{LEVEL}{sheet.value.number}"],
            )
            for sheet in self.sheets
        ]


def _token_of(data, actor: Actor) -> tuple[list[Asked], dict[str, list[str]]]:
    """The plan's own questions and the ticks that a posted form was shown with; none without a good token."""
    try:
        facts = signing.loads((data or {}).get("shown", ""), salt=_salt(actor))
    except signing.BadSignature:
        return [], {}
    return [Asked(key, value, text, is_own=True) for key, value, text in facts["own"]], facts["ticked"]


def _late(data, own: list[Asked], groups: tuple[Group, ...]) -> list[Asked]:
    """The questions of a posted form that the guide does not ask any more."""
    on = {question.key for group in groups for question in group.on}
    keys = (name.removeprefix(ANSWER) for name in data or () if name.startswith(ANSWER))
    ours = [one for key in keys if key not in on and (one := ours_called(key))]
    return ours + [one for one in own if one.key not in on]


def _salt(actor: Actor) -> str:
    return f"interview {actor.pk}"
