"""Forms of what is written about an initiative: its story, what it gives the area, the agreement."""

from django import forms

from actors.guard import FREE_TEXT_HINT
from actors.note_forms import date_field
from actors.row_form import RowForm
from config.forms import LinesField
from mapping.initiative_forms import ENDS_TOO_EARLY, ONLY_ORGANISATIONS
from mapping.initiative_method import GIFTS
from mapping.models import AreaGains, JointAgreement, Story
from mapping.models.sheets import Sheet

# What one printed sheet has room for (reports.story_sheet).
LINES_AT_MOST, LINE_LENGTH = 6, 75


def _lines_field(label: str, help_text: str) -> LinesField:
    return LinesField(
        label=label, help_text=help_text, required=False, max_items=LINES_AT_MOST, item_length=LINE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


def _at_most(**limits: int) -> dict:
    return {name: {"max_length": f"Skriv højst {limit} tegn"} for name, limit in limits.items()}


class SheetForm(RowForm):
    """A sheet, new or there already."""

    def __init__(self, data=None, *, sheet: Sheet):
        super().__init__(data, row=sheet, is_new=sheet._state.adding)
        # Sent twice it is the same sheet: an initiative has one of each.
        del self.fields["submission"]


class StoryForm(SheetForm):
    """The story, in four steps and a line that somebody said."""

    grew = _lines_field(
        "Det voksede der ud af det", "Højst seks ting, én pr. linje. Fx job, praktik, et nyt samarbejde."
    )

    class Meta:
        model = Story
        fields = ["headline", "before", "did", "came", "grew", "said", "said_by"]
        labels = {
            "headline": "Overskrift", "before": "Før", "did": "Det gjorde vi",
            "came": "Det kom der ud af det", "said": "Citat", "said_by": "Hvilken organisation siger det?",
        }  # fmt: skip
        help_texts = {
            "headline": "Én linje, der giver lyst til at læse videre.",
            "before": f"Hvad manglede i området? {FREE_TEXT_HINT}",
            "did": "Hvem gik sammen, og hvad gjorde I?",
            "came": "Hvad blev anderledes for området og for jer?",
            "said": f"En sætning fra en af organisationerne. {ONLY_ORGANISATIONS}",
            "said_by": "Fx Plejehjemmet Birkelund.",
        }
        error_messages = _at_most(headline=100, before=400, did=600, came=600, said=140, said_by=80)
        widgets = {name: forms.Textarea(attrs={"rows": 4}) for name in ("before", "did", "came")}

    def clean_grew(self) -> str:
        return "\n".join(self.cleaned_data["grew"])


class AreaGainsForm(SheetForm):
    """Which of the four gifts the area gets, each with own words."""

    class Meta:
        model = AreaGains
        fields = [name for gift in GIFTS for name in (gift.key, f"{gift.key}_words")]
        labels = {gift.key: gift.name for gift in GIFTS} | {
            f"{gift.key}_words": f"{gift.name}, med jeres ord" for gift in GIFTS
        }
        help_texts = {gift.key: gift.about for gift in GIFTS}
        error_messages = _at_most(**{f"{gift.key}_words": 300 for gift in GIFTS})

    def clean(self):
        said = super().clean()
        for gift in GIFTS:
            # Who describes it means it.
            said[gift.key] = bool(said.get(gift.key) or said.get(f"{gift.key}_words"))
        return said

    def pairs(self) -> list:
        """(the gift, its box, its words) for the page."""
        return [(gift, self[gift.key], self[f"{gift.key}_words"]) for gift in GIFTS]


class AgreementForm(SheetForm):
    """What the partners agree on beside who brings what."""

    starts_on = date_field("Gælder fra", required=False)
    ends_on = date_field("Gælder til", required=False)
    conditions = _lines_field(
        "Det er I enige om", "Én aftale pr. linje. Fx hvem der låser, og hvad der er gratis."
    )

    class Meta:
        model = JointAgreement
        fields = [
            "starts_on", "ends_on", "coordination", "economy", "decisions", "conditions", "leaving",
        ]  # fmt: skip
        labels = {
            "coordination": "Det gør tovholderen", "economy": "Penge og timer",
            "decisions": "Sådan beslutter I", "leaving": "Hvis én vil ud",
        }  # fmt: skip
        help_texts = {
            "coordination": "Fx kalder sammen, søger midler og sender nyt rundt.",
            "economy": f"Hvem betaler, og hvor mange timer lægger I? {ONLY_ORGANISATIONS}",
            "decisions": "Hvad kan de, der mødes, selv beslutte?",
            "leaving": "Hvor lang tid i forvejen siger I til?",
        }
        names = ("coordination", "economy", "decisions", "leaving")
        error_messages = _at_most(**dict.fromkeys(names, 600))
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in names}

    def clean_conditions(self) -> str:
        return "\n".join(self.cleaned_data["conditions"])

    def clean(self):
        said = super().clean()
        starts, ends = said.get("starts_on"), said.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", ENDS_TOO_EARLY)
        return said
