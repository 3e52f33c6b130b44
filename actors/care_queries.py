"""The rows of actors, contacts and promises as the plain data of actors/care.py.

A whole plan costs three queries however many actors it has; one actor costs one beside what its page reads.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from accounts.models import Plan
from actors.care import Balance, Contacted, Limits, Relation, balance_of, first_day
from actors.models import Actor, ContactNote

COLUMNS = (
    "pk", "name", "kind", "held_by_id", "status", "created_at", "collaboration_count", "coordinating_count",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cared:
    """One actor of the plan with its place on the axis."""

    pk: UUID
    name: str
    kind: str
    held_by: UUID | None
    relation: Relation
    place: Balance


def limits_of(plan: Plan) -> Limits:
    """What the plan has decided."""
    return Limits(plan.contacts_at_most, plan.contacts_within_days, plan.forgotten_after_days)


def cared_for(plan: Plan, today: date) -> list[Cared]:
    """Every actor that is not archived, by name: three queries."""
    limits = limits_of(plan)
    actors = plan.actors.active().with_collaboration_count(today).with_coordinating_count(today)
    last = dict(_notes(plan).order_by().values_list("actor_id").annotate(Max("on")))
    lately = recent_contacts(_notes(plan), limits, today)
    rows, found = [], actors.by_name().values_list(*COLUMNS)
    for pk, name, kind, held_by, status, created_at, collaborations, coordinating in found:
        relation = Relation(
            status=status,
            created_on=timezone.localdate(created_at),
            last_contact=last.get(pk),
            contacts=tuple(lately.get(pk, ())),
            collaborations=collaborations,
            coordinating=coordinating,
        )
        rows.append(Cared(pk, name, kind, held_by, relation, balance_of(relation, limits, today)))
    return rows


def relation_of(
    actor: Actor, *, last_contact: date | None, collaborations: int, coordinating: int, today: date
) -> Relation:
    """One actor; what its page has read already is given. One query."""
    lately = recent_contacts(actor.contact_notes.kept(), limits_of(actor.plan), today)
    return Relation(
        status=actor.status,
        created_on=timezone.localdate(actor.created_at),
        last_contact=last_contact,
        contacts=tuple(lately.get(actor.pk, ())),
        collaborations=collaborations,
        coordinating=coordinating,
    )


def recent_contacts(notes, limits: Limits, today: date) -> dict[UUID, list[Contacted]]:
    """Those of `notes` that count against too much, by actor."""
    found = defaultdict(list)
    recent = notes.order_by().since(first_day(limits.days, today))
    for actor, on, by in recent.values_list("actor_id", "on", "by_id"):
        found[actor].append(Contacted(on, by))
    return found


def in_place(plan: Plan, place: str, today: date) -> list[UUID]:
    """The ids of the actors that stand in this place."""
    return [row.pk for row in cared_for(plan, today) if row.place == place]


def counts_of(rows: Iterable[Cared]) -> dict[Balance, int]:
    """How many stand in each of the three places; 0 where nobody does."""
    counts = dict.fromkeys(Balance, 0)
    for row in rows:
        counts[row.place] += 1
    return counts


def _notes(plan: Plan):
    """Contacts with those who are on the list."""
    return plan.contactnotes.kept().filter(actor__archived_at__isnull=True)


def latest_notes(actor: Actor, limit: int) -> list[ContactNote]:
    """The newest lines of one actor with who of us and who there: one query."""
    return list(actor.contact_notes.kept().newest_first().select_related("by", "person")[:limit])
