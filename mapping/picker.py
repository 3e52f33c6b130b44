"""Choosing actors for a collaboration: the chosen ones, those likely to come next, those searched for."""

import uuid
from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from accounts.models import Plan, User
from actors.models import Actor
from actors.picker import FOUND, SUGGESTED, Pick, found_actors
from mapping.models import Collaboration
from mapping.recent import Touch, suggest

# More actors than this in one collaboration is a mistake, and no page could show them.
ACTORS_AT_MOST = 50
RECENT_COLLABORATIONS = 20
RECENT_ACTORS = 15
RECENT_ENTRIES = 60


def known_ids(values: Iterable[str]) -> list[uuid.UUID]:
    """The values that are ids, each once, in their order; at most ACTORS_AT_MOST."""
    found: dict[uuid.UUID, None] = {}
    for value in values:
        try:
            found[uuid.UUID(str(value))] = None
        except ValueError:
            continue
    return list(found)[:ACTORS_AT_MOST]


def chosen_actors(plan: Plan, values: Iterable[str]) -> list[Actor]:
    """The plan's actors with these ids, in the order given; ids of others are passed over."""
    ids = known_ids(values)
    by_id = plan.actors.in_bulk(ids) if ids else {}
    return [by_id[pk] for pk in ids if pk in by_id]


def picks(plan: Plan, user: User, *, chosen: list[Actor], text: str, today: date) -> list[Pick]:
    """What the page offers: the chosen first, then what was searched for, else whom one met last."""
    reasons = _suggestions(plan, user, today, limit=SUGGESTED + len(chosen))
    rest = found_actors(plan, text) if text else list(reasons)
    ticked = set(chosen)
    room = FOUND if text else max(SUGGESTED - len(chosen), 1)
    others = [actor for actor in rest if actor not in ticked][:room]
    return [Pick(actor, reasons.get(actor, actor.get_kind_display()), True) for actor in chosen] + [
        Pick(actor, reasons.get(actor, actor.get_kind_display()), False) for actor in others
    ]


def _suggestions(plan: Plan, user: User, today: date, *, limit: int) -> dict[Actor, str]:
    """Actors lately logged or edited, with why, in four queries."""
    own = set(
        plan.audit_entries.filter(by=user, object_type__in=("actor", "collaboration"))
        .order_by("-at")
        .values_list("object_id", flat=True)[:RECENT_ENTRIES]
    )
    actors: dict[uuid.UUID, Actor] = {}
    touches: list[Touch] = []
    for collaboration in plan.collaborations.newest_first().with_parts()[:RECENT_COLLABORATIONS]:
        for part in collaboration.participations.all():
            if part.actor.archived_at is None:
                actors[part.actor_id] = part.actor
                touches.append(_logged(part.actor, collaboration, own))
    for actor in plan.actors.active().order_by("-updated_at")[:RECENT_ACTORS]:
        actors.setdefault(actor.pk, actor)
        touches.append(_edited(actor, own))
    return {actors[pk]: why for pk, why in suggest(touches, today=today, limit=limit).items()}


def _logged(actor: Actor, collaboration: Collaboration, own: set[str]) -> Touch:
    """The actor was logged in this collaboration."""
    at = collaboration.created_at
    return Touch(actor.pk, at, timezone.localdate(at), str(collaboration.pk) in own, collaboration.about)


def _edited(actor: Actor, own: set[str]) -> Touch:
    """Somebody wrote about the actor."""
    return Touch(actor.pk, actor.updated_at, timezone.localdate(actor.updated_at), str(actor.pk) in own)
