"""Choosing the one actor that somebody was in contact with: whom one met last, or three letters and Enter."""

import uuid
from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from accounts.models import Plan, User
from actors.models import Actor
from actors.picker import SUGGESTED, Pick, found_actors
from config.danish import since_when

RECENT_NOTES = 30


def chosen_actor(plan: Plan, value: str | None) -> Actor | None:
    """The plan's actor of this id, or None for any other text."""
    try:
        pk = uuid.UUID(str(value))
    except ValueError:
        return None
    return plan.actors.active().filter(pk=pk).first()


def picks(plan: Plan, user: User, *, chosen: Actor | None, text: str, today: date) -> list[Pick]:
    """What the page offers: the chosen one, then what was searched for, else whom one met last."""
    if chosen and not text:
        return [Pick(chosen, chosen.get_kind_display(), True)]
    if text:
        offered = [(actor, actor.get_kind_display()) for actor in found_actors(plan, text)]
    else:
        offered = list(_met_last(plan, user, today))[:SUGGESTED]
    first = [Pick(chosen, chosen.get_kind_display(), True)] if chosen else []
    return first + [Pick(actor, why, False) for actor, why in offered if actor != chosen]


def _met_last(plan: Plan, user: User, today: date) -> Iterable[tuple[Actor, str]]:
    """Actors with why: one's own contacts first, then the others', then those somebody wrote about."""
    notes = plan.contactnotes.kept().filter(actor__archived_at__isnull=True).select_related("actor")
    newest = sorted(
        notes.newest_first()[:RECENT_NOTES], key=lambda note: note.by_id != user.pk
    )  # stable: each half stays newest first
    reasons: dict[Actor, str] = {}
    for note in newest:
        reasons.setdefault(note.actor, f"{note.get_channel_display()} {since_when((today - note.on).days)}")
    for actor in plan.actors.active().order_by("-updated_at")[:SUGGESTED]:
        edited = timezone.localdate(actor.updated_at)
        reasons.setdefault(actor, f"Rettet {since_when((today - edited).days)}")
    return reasons.items()
