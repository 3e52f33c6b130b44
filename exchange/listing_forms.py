"""Forms of the exchange: a listing, and an answer to one. Rows are looked up in the plan that is given."""

from datetime import date

from django import forms

from accounts.access import Permission, may
from accounts.models import Membership
from actors.contact_picker import chosen_actor
from actors.guard import FREE_TEXT_HINT
from actors.guarded_forms import GuardedForm
from actors.models import Actor, ResourceKind
from actors.note_forms import OneActorField, submission_field, version_field
from actors.representing import own_actor, speaks_for
from config.forms import ComparedForm, DateInput, coming_day
from exchange.listing_actions import STANDS_FOR
from exchange.models import Direction, Listing
from exchange.picked_form import offered_actors
from exchange.picture_fields import PictureField

DAY_INVALID = "Skriv datoen som 14-10-2026"


class ActingForm(GuardedForm):
    """A form with `actor`: the team picks anybody, a partner has one's own organisation given."""

    def act_as(self, membership: Membership, standing: Actor | None = None) -> None:
        """Offer those that the member speaks for; `picks_actor` says whether the page shows the picker."""
        self.plan = membership.plan
        self.picks_actor = may(membership, Permission.EXCHANGE_EDIT)
        own = None if self.picks_actor else own_actor(membership)
        field, offered = self.fields["actor"], speaks_for(membership)
        if standing and self.picks_actor:
            offered = offered_actors(self.plan, standing)
        field.queryset = offered
        if own:
            field.initial = self.initial["actor"] = own.pk
        self.chosen = chosen_actor(self.plan, self.data.get("actor")) if self.is_bound else (standing or own)


class ListingForm(ComparedForm, ActingForm, forms.ModelForm):
    """An offer or a wish. `version` is the one the user saw."""

    actor = OneActorField("Vælg, hvem det kommer fra", "Fra hvem?")
    picture = PictureField()
    no_picture = forms.BooleanField(label="Tag billedet af", required=False)
    version = version_field(required=False)
    submission = submission_field()

    class Meta:
        model = Listing
        fields = [
            "direction",
            "kind",
            "title",
            "text",
            "area",
            "facility",
            "starts_on",
            "ends_on",
            "is_public",
        ]
        labels = {
            "direction": "Hvad er det?", "kind": "Slags", "title": "Hvad?", "text": "Mere om det",
            "area": "Område", "facility": "Kan bookes her", "starts_on": "Fra", "ends_on": "Til og med",
            "is_public": "Må stå på den åbne side",
        }  # fmt: skip
        help_texts = {
            "title": "Få ord. Fx mødelokale til 20 personer, eller fem frivillige til gårdfesten.",
            "text": f"Hvornår, hvor mange, hvor det hentes. {FREE_TEXT_HINT}",
            "facility": "Vælg stedet, hvis det står under Lokaler. Så vises de ledige dage.",
            "ends_on": "Så forsvinder det af sig selv. I kan forny det med ét tryk.",
            "is_public": "Så kan alle i området se det uden login, også navnet på jer.",
        }
        error_messages = {
            "direction": {"required": "Vælg tilbud eller efterlysning", "invalid_choice": "Vælg fra listen"},
            "kind": {"required": "Vælg en slags", "invalid_choice": "Vælg en slags fra listen"},
            "title": {"required": "Skriv, hvad det er", "max_length": "Skriv højst 80 tegn"},
            "text": {"max_length": "Skriv højst 500 tegn"},
            "area": {"invalid_choice": "Vælg et område fra listen"},
            "facility": {"invalid_choice": "Vælg et sted fra listen"},
            "starts_on": {"invalid": DAY_INVALID},
            "ends_on": {"invalid": DAY_INVALID, "required": "Vælg, hvor længe det gælder"},
        }
        widgets = {
            "direction": forms.RadioSelect, "text": forms.Textarea(attrs={"rows": 3}),
            "starts_on": DateInput(), "ends_on": DateInput(),
        }  # fmt: skip

    def __init__(
        self, data=None, files=None, *, membership: Membership, today: date, instance=None, direction=""
    ):
        listing = instance or Listing(plan=membership.plan, direction=direction, ends_on=today + STANDS_FOR)
        first = {"actor": instance.actor_id, "version": instance.version} if instance else {}
        super().__init__(data, files, instance=listing, initial=first)
        # A ModelForm takes it from the row, where it is another thing than a file.
        self.initial.pop("picture", None)
        if not listing.picture_id:
            del self.fields["no_picture"]
        self.today = today
        self.act_as(membership, instance.actor if instance else None)
        self.fields["direction"].choices = [("offer", "Et tilbud"), ("wish", "En efterlysning")]
        self.fields["kind"].choices = [("", "Vælg"), *ResourceKind.choices]
        self.fields["area"].queryset = membership.plan.areas.all()
        self.fields["area"].empty_label = "Ikke valgt"
        places = membership.plan.facilitys.on_list()
        self.fields["facility"].queryset = places
        self.fields["facility"].choices = [("", "Ingen"), *((one.pk, one.name) for one in places.in_order())]

    def clean_ends_on(self) -> date:
        """A day to come, and not further ahead than anybody plans."""
        return coming_day(self.cleaned_data["ends_on"], self.today, self.instance.ends_on)

    def clean(self):
        said = super().clean()
        starts, ends = said.get("starts_on"), said.get("ends_on")
        if starts and ends and starts > ends:
            self.add_error("ends_on", "Vælg en dag efter den første")
        return said

    def values(self) -> dict:
        """The columns as they were typed; "picture" is a `Clean`, None to take it off, absent to stay."""
        said = self.cleaned_data
        chosen = {name: said[name] for name in self.Meta.fields} | {"actor": said["actor"]}
        if said.get("picture") or said.get("no_picture"):
            chosen["picture"] = said.get("picture") or None
        return chosen


class KindForm(forms.Form):
    """What the list is narrowed to, in the address."""

    slags = forms.ChoiceField(choices=[("", "Alt"), *ResourceKind.choices], required=False)
    retning = forms.ChoiceField(choices=[("", "Begge"), *Direction.choices], required=False)

    def said(self) -> dict:
        """{"slags", "retning"}; "" for what makes no sense."""
        self.full_clean()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}


def message_field(label: str) -> forms.CharField:
    """What one side writes to the other."""
    return forms.CharField(
        label=label, max_length=1000, widget=forms.Textarea(attrs={"rows": 4}), help_text=FREE_TEXT_HINT,
        error_messages={"required": "Skriv en besked", "max_length": "Skriv højst 1000 tegn"},
    )  # fmt: skip


class AnswerForm(ActingForm, forms.Form):
    """The first message about a listing; `actor` is the organisation that answers, or that is asked."""

    actor = OneActorField("Vælg en aktør", "Hvem?")
    text = message_field("Besked")
    submission = submission_field()

    def __init__(self, data=None, *, membership: Membership, initial=None):
        super().__init__(data, initial=initial or {})
        self.act_as(membership)

    def offer_all(self, plan, first: str | None) -> None:
        """Any active organisation of the plan, when somebody is asked; `first` is one to begin with."""
        offered = plan.actors.active()
        self.picks_actor, self.fields["actor"].queryset = True, offered
        asked = self.data.get("actor") if self.is_bound else first
        self.chosen = chosen_actor(plan, asked)
