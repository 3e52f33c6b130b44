"""Writes the actors and contacts of an ImportPlan. Part of one import; the caller holds the transaction.

What the plan has already is filled in where it is empty and never overwritten.
"""

import uuid
from collections.abc import Iterable, Mapping
from datetime import date

from accounts.models import Plan
from actors.import_plan import ActorRow
from actors.models import Actor, Competence, CompetenceKind, Contact, Resource
from actors.resource_words import resource_kind
from config.danish import fold

SOURCE = "Regneark"
BATCH = 500
# Plain fields that a row may fill where the actor has nothing.
FILLED_WHEN_EMPTY = (
    "short_name", "core_task", "base", "address", "website", "phone", "email", "specialised_in",
)  # fmt: skip


def known_names(plan: Plan) -> dict[str, uuid.UUID]:
    """Folded name → id of every actor of the plan, also the archived ones."""
    return {fold(name): pk for pk, name in plan.actors.values_list("pk", "name")}


def write_actors(*, plan: Plan, rows: Iterable[ActorRow], today: date) -> dict[str, uuid.UUID]:
    """Write new actors, complete known ones, add contacts; returns the row's key → the actor's id.

    Some statements per kind of row, however many rows there are.
    """
    rows = list(rows)
    new = [row for row in rows if row.known is None]
    staff = {fold(member.user.name): member for member in _staff(plan)}
    made = {row.key: _new_actor(plan, row, staff, today) for row in new}
    Actor.objects.bulk_create(made.values(), batch_size=BATCH)
    ids = {row.key: row.known or made[row.key].pk for row in rows}
    _complete_known(plan, [row for row in rows if row.known is not None], staff)
    _link(plan, rows, ids, "areas", "area_id")
    _link(plan, rows, ids, "target_groups", "targetgroup_id")
    _add_texts(plan, rows, ids)
    _add_contacts(plan, rows, ids)
    return ids


def _staff(plan: Plan):
    """Those who may hold the relation to an actor."""
    return plan.memberships.team()


def _new_actor(plan: Plan, row: ActorRow, staff: Mapping, today: date) -> Actor:
    actor = Actor(
        plan=plan,
        name=row.name,
        kind=row.kind,
        status=row.status,
        daily_presence=bool(row.daily_presence),
        close_to_residents=bool(row.close_to_residents),
        held_by=staff.get(fold(row.held_by)) if row.held_by else None,
        confirmed_on=today,
        **{field: getattr(row, field) for field in FILLED_WHEN_EMPTY},
    )
    actor.fill_derived()
    return actor


def _complete_known(plan: Plan, rows: list[ActorRow], staff: Mapping) -> None:
    """Fill the empty fields of actors that the plan has; write only those that changed."""
    # Held until the end, so that nobody's edit in between is written over unseen.
    actors = plan.actors.select_for_update(no_key=True).in_bulk([row.known for row in rows])
    changed = []
    for row in rows:
        actor = actors[row.known]
        empty = [field for field in FILLED_WHEN_EMPTY if not getattr(actor, field) and getattr(row, field)]
        for field in empty:
            setattr(actor, field, getattr(row, field))
        holder = staff.get(fold(row.held_by)) if row.held_by and not actor.held_by_id else None
        if holder:
            actor.held_by = holder
        if empty or holder:
            actor.version += 1
            actor.fill_derived()
            changed.append(actor)
    if changed:
        fields = [*FILLED_WHEN_EMPTY, "held_by", "version", "search_text", "sort_key"]
        Actor.objects.bulk_update(changed, fields, batch_size=BATCH)


def _link(plan: Plan, rows: list[ActorRow], ids: Mapping, field: str, column: str) -> None:
    """Tie actors to the plan's areas or target groups; words the plan lacks are added at the end."""
    terms = getattr(plan, field.replace("_", ""))
    by_name = {term.name.casefold(): term for term in terms.all()}
    wanted = dict.fromkeys(name for row in rows for name in getattr(row, field))
    for name in wanted:
        if name.casefold() not in by_name:
            by_name[name.casefold()] = terms.create(plan=plan, name=name, position=len(by_name))
    through = getattr(Actor, field).through
    links = dict.fromkeys(
        (ids[row.key], by_name[name.casefold()].pk) for row in rows for name in getattr(row, field)
    )
    through.objects.bulk_create(
        [through(**{"actor_id": actor, column: term}) for actor, term in links],
        batch_size=BATCH,
        ignore_conflicts=True,
    )


def _add_texts(plan: Plan, rows: list[ActorRow], ids: Mapping) -> None:
    """Competences, strengths and resources that the actor does not have in the same words."""
    competences, resources = [], []
    known = [row.known for row in rows if row.known is not None]
    has = set(plan.competences.filter(actor__in=known).values_list("actor", "text"))
    has |= set(plan.resources.filter(actor__in=known).values_list("actor", "text"))
    for row in rows:
        actor = ids[row.key]
        for kind, texts in (
            (CompetenceKind.PROFESSIONAL, row.competences),
            (CompetenceKind.STRENGTH, row.strengths),
        ):
            competences += [
                Competence(plan=plan, actor_id=actor, kind=kind, text=text)
                for text in texts
                if (actor, text) not in has
            ]
        resources += [
            Resource(plan=plan, actor_id=actor, kind=resource_kind(text), text=text)
            for text in row.resources
            if (actor, text) not in has
        ]
    Competence.objects.bulk_create(competences, batch_size=BATCH)
    Resource.objects.bulk_create(resources, batch_size=BATCH)


def _add_contacts(plan: Plan, rows: list[ActorRow], ids: Mapping) -> None:
    """Contact persons whom the actor does not have by that name; none of them has been asked."""
    known = [row.known for row in rows if row.known is not None]
    there = plan.contacts.filter(actor__in=known, deleted_at=None).values_list("actor", "name")
    has = {(actor, fold(name)) for actor, name in there}
    contacts = []
    for row in rows:
        for person in row.contacts:
            if row.known is not None and (row.known, fold(person.name)) in has:
                continue
            contact = Contact(
                plan=plan,
                actor_id=ids[row.key],
                name=person.name,
                role=person.role,
                phone=person.phone,
                email=person.email,
                source=SOURCE,
            )
            contact.fill_derived()
            contacts.append(contact)
    Contact.objects.bulk_create(contacts, batch_size=BATCH)
