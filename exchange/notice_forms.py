"""The form of a notice. Rows are looked up in the plan that is given."""

from datetime import date
from typing import Literal

from django import forms

from accounts.models import Plan
from actors.contact_cards import card_of
from actors.contact_picker import chosen_actor
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import GuardedForm
from actors.models import Contact
from actors.note_forms import OneActorField, submission_field, version_field
from config.forms import ComparedForm, DateInput, coming_day
from exchange.listing_forms import DAY_INVALID
from exchange.models import Notice
from exchange.picked_form import offered_actors
from exchange.picture_fields import PictureField
from exchange.pictures import Clean

COLOURS = ((1, "Blå"), (2, "Lilla"), (3, "Grøn"), (4, "Orange"), (5, "Gul"))


class NoticeForm(ComparedForm, GuardedForm, forms.ModelForm):
    """What happens, when, where and whom to ask. `version` is the one the user saw."""

    actor = OneActorField("", "Hvem står bag?", required=False)
    image = PictureField()
    no_image = forms.BooleanField(label="Fjern billedet", required=False)
    value = forms.TypedChoiceField(
        label="Farve", choices=COLOURS, coerce=int, widget=forms.RadioSelect,
        error_messages={"required": "Vælg en farve", "invalid_choice": "Vælg en farve fra listen"},
    )  # fmt: skip
    version = version_field(required=False)
    submission = submission_field()

    class Meta:
        model = Notice
        fields = [
            "title", "text", "when_text", "first_on", "last_on", "place", "actor", "contact", "target_group",
            "area", "layout", "value", "is_public",
        ]  # fmt: skip
        labels = {
            "title": "Overskrift", "text": "Tekst", "when_text": "Hvornår?", "first_on": "Første dag",
            "last_on": "Sidste dag", "place": "Hvor?", "target_group": "Målgruppe",
            "contact": "Hvem kan man spørge?", "area": "Område", "layout": "Plakatens udseende",
            "is_public": "Må stå på den åbne side og skærmen",
        }  # fmt: skip
        help_texts = {
            "title": "Kort. Det er det, man ser på afstand.",
            "text": f"Hvad sker der, og hvem er det for? {FREE_TEXT_HINT}",
            "when_text": "Fx hver torsdag kl. 17–20.",
            "last_on": "Så forsvinder opslaget af sig selv.",
            "contact": "Kun dem, der har sagt ja til at stå offentligt.",
        }
        error_messages = {
            "title": {"required": "Skriv en overskrift", "max_length": "Skriv højst 80 tegn"},
            "text": {"max_length": "Skriv højst 600 tegn"},
            "when_text": {"required": "Skriv, hvornår det er", "max_length": "Skriv højst 120 tegn"},
            "first_on": {"invalid": DAY_INVALID},
            "last_on": {"invalid": DAY_INVALID, "required": "Vælg den sidste dag"},
            "place": {"max_length": "Skriv højst 120 tegn"},
            "layout": {"required": "Vælg et udseende", "invalid_choice": "Vælg et udseende fra listen"},
            **{name: {"invalid_choice": "Vælg fra listen"} for name in ("contact", "target_group", "area")},
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}), "first_on": DateInput(), "last_on": DateInput(),
            "layout": forms.RadioSelect,
        }  # fmt: skip

    def __init__(self, data=None, files=None, *, plan: Plan, today: date, instance=None):
        first = {"version": instance.version} if instance else {}
        super().__init__(data, files, instance=instance or Notice(plan=plan), initial=first)
        self.today = today
        standing = instance.actor if instance else None
        self.fields["actor"].queryset = offered_actors(plan, standing)
        self.chosen = chosen_actor(plan, self.data.get("actor")) if self.is_bound else standing
        asked = _public_contacts(plan, today)
        self._offer("contact", asked, "Ingen", lambda one: _asked_in_words(one, today))
        self._offer("target_group", plan.targetgroups.all(), "Alle")
        self._offer("area", plan.areas.all(), "Hele området")
        self.fields["layout"].choices = self.fields["layout"].choices[-3:]
        if not (instance and instance.picture_id):
            del self.fields["no_image"]

    def _offer(self, name: str, rows, empty: str, label=str) -> None:
        field = self.fields[name]
        field.queryset, field.empty_label = rows, empty
        field.label_from_instance = label

    def clean_last_on(self) -> date:
        """A day to come, and not further ahead than anybody plans."""
        return coming_day(self.cleaned_data["last_on"], self.today, self.instance.last_on)

    def clean(self):
        said = super().clean()
        first, last = said.get("first_on"), said.get("last_on")
        if first and last and first > last:
            self.add_error("last_on", "Vælg en dag efter den første")
        return said

    def picture(self) -> Clean | Literal[False] | None:
        """A new picture, False when it is to go, None when nothing was said."""
        new = self.cleaned_data.get("image")
        return new or (False if self.cleaned_data.get("no_image") else None)


def _public_contacts(plan: Plan, today: date):
    """Those whose consent reaches everybody today."""
    asked = plan.contacts.current().filter(
        consent_state="given", consent_until__gte=today, consent_scope__contains="public"
    )
    return asked.select_related("actor").order_by("actor__sort_key", "name")


def _asked_in_words(contact: Contact, today: date) -> str:
    """Name and role as everybody may see them, and where."""
    card = card_of(contact, None, today)
    return f"{card.label} · {contact.actor.name}" if card else ""


class WhichForm(forms.Form):
    """Which notices the list shows, in the address."""

    vis = forms.ChoiceField(choices=[("", "Hænger nu"), ("slut", "Er slut")], required=False)

    def shows_over(self) -> bool:
        """Whether those that are over were asked for; not for what makes no sense."""
        self.full_clean()
        return self.cleaned_data.get("vis") == "slut"
