"""Forms that fetch an organisation's calendar: the file, and what is said of all that is new in it."""

from django import forms

from accounts.models import Area, Plan, TargetGroup
from actors.models import Actor
from actors.note_forms import OneActorField
from exchange.activity_forms import LIST_ERRORS
from exchange.picked_form import PickedForm

FILE_AT_MOST = 500_000
TOO_BIG = "Filen fylder over 500 kB. Hent et kortere stykke af kalenderen."


class FetchForm(PickedForm, forms.Form):
    """Whose calendar, and the file."""

    actor = OneActorField("Vælg, hvis kalender det er", "Hvis kalender er det?")
    file = forms.FileField(
        label="Kalenderfil", help_text="En fil, der ender på .ics. De fleste kalendere kan eksportere den.",
        allow_empty_file=True, max_length=250, widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"}),
        error_messages={
            **dict.fromkeys(("required", "missing", "invalid"), "Vælg en fil"),
            "max_length": "Filens navn er for langt. Giv den et kortere navn, og prøv igen",
        },
    )  # fmt: skip

    def __init__(self, data=None, files=None, *, plan: Plan, own: Actor | None):
        super().__init__(data, files)
        self.pick_from(plan, None, own)

    def clean_file(self):
        """Refuse a file over the limit before it is read into memory."""
        file = self.cleaned_data["file"]
        if file.size > FILE_AT_MOST:
            raise forms.ValidationError(TOO_BIG)
        return file


class AboutNewForm(forms.Form):
    """What no calendar says: for whom, in which area, and whether all may see it. For the new ones."""

    target_groups = forms.ModelMultipleChoiceField(
        TargetGroup.objects.none(), label="Målgrupper", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Gælder de nye. Du kan rette hver enkelt bagefter.", error_messages=LIST_ERRORS,
    )  # fmt: skip
    area = forms.ModelChoiceField(
        Area.objects.none(), label="Boligområde", required=False, empty_label="Hele planen",
        error_messages=LIST_ERRORS,
    )  # fmt: skip
    is_public = forms.BooleanField(label="Må ses af alle", required=False)

    def __init__(self, data=None, *, plan: Plan):
        super().__init__(data)
        self.fields["target_groups"].queryset = plan.targetgroups.all()
        self.fields["area"].queryset = plan.areas.all()
