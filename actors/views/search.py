"""The search in the top bar: actors and, as far as their consent goes, the people in them."""

from dataclasses import dataclass

from django.db.models import Count, Window
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from actors.contact_cards import card_of
from actors.forms import SearchForm
from actors.models import Actor, ActorKind
from config.danish import fold

SHOWN_ACTORS = 20
SHOWN_PEOPLE = 20
# Looked through for people whom the viewer may see; far more than a plan has of one name.
READ_PEOPLE = 400


@dataclass(frozen=True)
class ActorHit:
    """An actor that was found, as the page names it."""

    pk: str
    name: str
    kind: str
    small: str


@dataclass(frozen=True)
class PersonHit:
    """A contact person that was found, and where they work."""

    label: str
    actor: Actor


@require_safe
def search(request):
    """Actors and people by the words in ?q=."""
    require(request.membership, Permission.ACTOR_VIEW)
    form = SearchForm(request.GET)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    asked = bool(fold(text))
    actors, actor_count = _actors(request.plan, text) if asked else ([], 0)
    people = _people(request, text) if asked else []
    context = {
        "place": "actors",
        "search_query": text,
        "asked": asked,
        "actors": actors,
        "actor_count": actor_count,
        "people": people[:SHOWN_PEOPLE],
        "people_count": len(people),
    }
    return render(request, "actors/search.html", context)


def _actors(plan, text):
    """The first hits and how many there are."""
    areas = list(plan.areas.values_list("pk", "name"))
    found = plan.actors.active().matching(text, areas)
    found = found.best_first(text).annotate(total=Window(Count("*")))
    rows = list(found.values_list("pk", "name", "kind", "address", "total")[:SHOWN_ACTORS])
    hits = [
        ActorHit(pk, name, kind, " · ".join(filter(None, (ActorKind(kind).label, address))))
        for pk, name, kind, address, _ in rows
    ]
    return hits, rows[0][-1] if rows else 0


def _people(request, text):
    """The people whom this member may see, and whose visible name or role holds every word."""
    today = timezone.localdate()
    found = request.plan.contacts.current().matching(text).select_related("actor")[:READ_PEOPLE]
    cards = [(card_of(contact, request.membership, today), contact.actor) for contact in found]
    return [PersonHit(card.label, actor) for card, actor in cards if card]
