"""Forms of what one forum sends to another. Forums are looked up in the plan that is given."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import GuardedForm
from actors.models import WEB_ADDRESS
from actors.note_forms import checked_due, date_field, submission_field, version_field
from config.forms import LinesField
from meetings.chain_rules import Direction, direction, nearest_first
from meetings.forum_actions import parents_of
from meetings.models import Ask, Forum
from meetings.row_form import CHOOSE

LINKS_AT_MOST, LINK_LENGTH = 5, 190
GROUPS = {Direction.UP: "Op", Direction.DOWN: "Ned", Direction.ACROSS: "På tværs"}


class ForumField(forms.ModelChoiceField):
    """One of the plan's other forums, those it is likeliest to go to first, with the way it goes."""

    def __init__(self, label: str, help_text: str = ""):
        super().__init__(
            Forum.objects.none(), label=label, help_text=help_text, empty_label="Vælg",
            error_messages={"required": "Vælg et forum", "invalid_choice": CHOOSE},
        )  # fmt: skip

    def offer_from(self, forum: Forum, but: frozenset = frozenset()) -> None:
        """Offer all forums that stand but this one and `but`."""
        self.queryset = forum.plan.forums.standing().exclude(pk__in={forum.pk, *but})
        rows = {one.pk: one for one in self.queryset}
        parents = parents_of(forum.plan)
        order = nearest_first(parents, forum.pk, list(rows))
        self.choices = [
            ("", self.empty_label),
            *((pk, f"{GROUPS[direction(parents, forum.pk, pk)]}: {rows[pk].name}") for pk in order),
        ]  # fmt: skip


def long_text(label: str, hint: str, missing: str = "") -> forms.CharField:
    """Some lines; `missing` is what is said when there are none, "" when there may be."""
    return forms.CharField(
        label=label, max_length=2000, required=bool(missing), help_text=f"{hint} {FREE_TEXT_HINT}".strip(),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": missing, "max_length": "Skriv højst 2000 tegn"},
    )  # fmt: skip


class WordsForm(GuardedForm, forms.Form):
    """What is sent: its text, what is asked, and by when."""

    ask = forms.ChoiceField(
        label="Hvad beder I om?", choices=Ask.choices, widget=forms.RadioSelect,
        error_messages={"required": "Vælg, hvad I beder om", "invalid_choice": CHOOSE},
    )  # fmt: skip
    title = forms.CharField(
        label="Punkt", max_length=120,
        error_messages={"required": "Skriv, hvad punktet handler om", "max_length": "Skriv højst 120 tegn"},
    )  # fmt: skip
    text = long_text("Mere om det", "Hvad har I talt om, og hvad har I brug for?")
    due = date_field("Svar senest", required=False)
    links = LinesField(
        label="Links", required=False, max_items=LINKS_AT_MOST, item_length=LINK_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}), help_text="Én adresse pr. linje, højst fem.",
    )  # fmt: skip
    submission = submission_field()

    def __init__(self, data=None, *, today: date, initial=None):
        super().__init__(data, initial=initial)
        self.today = today

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def clean_due(self) -> date | None:
        due = checked_due(self.cleaned_data["due"], self.today)
        if due and due < self.today and due != self.initial.get("due"):
            raise ValidationError("Vælg i dag eller en dag, der kommer")
        return due

    def clean_links(self) -> list[str]:
        for link in self.cleaned_data["links"]:
            WEB_ADDRESS(link)
        return self.cleaned_data["links"]

    def values(self) -> dict:
        """The columns of Referral that the form holds."""
        said = self.cleaned_data
        return {name: said[name] for name in ("ask", "title", "text", "due")} | {
            "links": "\n".join(said["links"])
        }


class SendForm(WordsForm):
    """A new one, to another forum of the plan."""

    to = ForumField("Hvortil?", "Op løfter I det, I ikke selv kan afgøre. Ned sender I det, andre skal vide.")

    field_order = ("to", "ask", "title", "text", "due", "links")

    def __init__(self, data=None, *, forum: Forum, today: date, initial=None):
        super().__init__(data, today=today, initial=initial)
        self.fields["to"].offer_from(forum)


class AgainForm(SendForm):
    """One that came back, sent again with other words. `version` is the one the user saw."""

    version = version_field(required=False)


class StepForm(GuardedForm, forms.Form):
    """One step with some words: an answer, why it goes back, why it is taken back."""

    text = long_text("", "")
    version = version_field(required=False)
    submission = submission_field()

    def __init__(self, data=None, *, label: str, hint: str = "", missing: str = "", version: int = 0):
        super().__init__(data, initial={"version": version})
        self.fields["text"] = long_text(label, hint, missing)


class PassOnForm(StepForm):
    """To another forum, with a word along."""

    to = ForumField("Hvem skal svare i stedet?")

    field_order = ("to", "text")

    def __init__(self, data=None, *, forum: Forum, but: frozenset, version: int):
        super().__init__(data, label="Et ord med på vejen", version=version)
        self.fields["to"].offer_from(forum, but)
