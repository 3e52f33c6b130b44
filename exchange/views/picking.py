"""What a page shows beside a form in which one actor is picked."""

from django.forms.utils import ErrorDict
from django.http import HttpRequest
from django.utils import timezone

from actors.contact_picker import picks
from actors.models import Actor
from actors.note_forms import PickForm


def picker(request: HttpRequest, form, but: Actor | None = None) -> dict:
    """{"text", "picks"}: what was searched for, and the cards; never `but`, who cannot be picked.

    »Søg« (without script) posts too: then nothing is told to be wrong yet, and what was typed stays.
    """
    posted = request.method == "POST"
    if posted and "find" in request.POST:
        form._errors = ErrorDict()
    text = PickForm(request.POST if posted else request.GET).text()
    if not getattr(form, "picks_actor", True):
        return {"text": text, "picks": []}
    found = picks(request.plan, request.user, chosen=form.chosen, text=text, today=timezone.localdate())
    return {"text": text, "picks": [one for one in found if one.actor != but]}
