"""What surrounds every page about one actor: the head, the tabs, what may be done.

Pages of other rooms that show a part of an actor (contacts here, collaborations in mapping) extend
"actors/actor_base.html" and begin their context with `actor_frame`.
"""

import uuid
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse

from accounts.access import Permission, may
from actors.contact_cards import contact_cards
from actors.models import Actor


@dataclass(frozen=True)
class Tab:
    """One tab of the profile. `count` is None where a number says nothing."""

    key: str
    name: str
    url: str
    count: int | None = None


@dataclass(frozen=True)
class Figures:
    """The numbers of an actor. Collaborations are those ongoing."""

    collaborations: int
    coordinating: int
    resources: int


def actor_frame(request: HttpRequest, actor: Actor, tab: str, *, today: date) -> dict:
    """The context that actor_base.html needs; `tab` is the key of the current one.

    `actor` must come from request.plan.
    """
    figures = figures_of(actor, today)
    cards = contact_cards(actor.contacts.kept(), request.membership, today)
    return {
        "place": "actors",
        "actor": actor,
        "figures": figures,
        "contacts": [card for _, card in cards],
        "tabs": _tabs(request, actor, figures, len(cards)),
        "current_tab": tab,
        "can_edit": may(request.membership, Permission.ACTOR_EDIT),
        # The button that begins a talk, and its id, so that pressing it twice begins one.
        "can_begin_talk": may(request.membership, Permission.VALUES_EDIT) and not actor.archived_at,
        "submission": uuid.uuid4(),
        # The top bar's two logs bring the actor along; who is put away is in nothing new.
        "log_about": "" if actor.archived_at else f"?aktoer={actor.pk}",
    }


def figures_of(actor: Actor, today: date) -> Figures:
    """Count what the actor is in and has."""
    counted = (
        actor.plan.actors.filter(pk=actor.pk).with_collaboration_count(today).with_coordinating_count(today)
    )
    collaborations, coordinating = counted.values_list("collaboration_count", "coordinating_count").get()
    return Figures(collaborations, coordinating, actor.resources.count())


def _tabs(request: HttpRequest, actor: Actor, figures: Figures, contacts: int) -> list[Tab]:
    """The tabs in the order of the profile, those that the member may open."""

    def url(name: str) -> str:
        return reverse(name, args=[request.plan.slug, actor.pk])

    sees_values = may(request.membership, Permission.VALUES_VIEW)
    sees_notes = may(request.membership, Permission.CONTACT_LOG_VIEW)
    return [
        Tab("profile", "Profil", url("actors:detail")),
        *([Tab("values", "Værdier", url("actors:talks"))] if sees_values else []),
        Tab("resources", "Ressourcer", url("actors:resources"), figures.resources),
        # The table of collaborations is made by the floor above, under its own address.
        Tab("collaborations", "Samarbejder", url("mapping:of_actor"), figures.collaborations),
        *([Tab("notes", "Kontaktlog", url("actors:notes"))] if sees_notes else []),
        Tab("contacts", "Kontaktpersoner", url("actors:contacts"), contacts),
    ]
