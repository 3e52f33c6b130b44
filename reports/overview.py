"""What waits on one member: what others have asked, and for the team what the plan's actors need.

One query for everybody; six more for the team, whatever the plan holds.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q

from accounts.models import Membership, Plan
from actors.care import (
    Balance,
    coordinates_many,
    coordinator_of,
    days_without,
    why_forgotten,
    why_overburdened,
)
from actors.care_queries import Cared, limits_of
from actors.completeness import is_thin, missing_parts
from actors.contact_cards import card_of
from actors.filters import STALE_AFTER
from actors.models import Actor, Competence, CompetenceKind
from config.danish import capitalised
from reports.asked import todo_of
from reports.asked_queries import asked_of
from reports.todo import (
    CONSENTS_AHEAD,
    PROMISES_AHEAD,
    Consent,
    Left,
    Profile,
    Promise,
    Strained,
    Todo,
    todo_list,
)
from reports.viewpoint import Viewpoint

# More persons than this are not asked again in one go.
CONSENTS_AT_MOST = 100


def waiting_on(view: Viewpoint, cared: Iterable[Cared]) -> list[Todo]:
    """Everything that waits on this member; `cared` are the plan's actors, read for the team alone."""
    asked = [todo_of(one, view.today) for one in asked_of(view)]
    if not view.is_team:
        return todo_list(asked=asked, today=view.today)
    return _with_care(view.membership, cared, asked, view.today)


def _with_care(
    membership: Membership, cared: Iterable[Cared], asked: Iterable[Todo], today: date
) -> list[Todo]:
    """With what the actors one looks after need: three queries."""
    plan = membership.plan
    ours = [one for one in cared if one.held_by in (None, membership.pk)]
    return todo_list(
        promises=_promises(membership, today),
        strained=[_strained(one, membership, today) for one in cared if one.place == Balance.OVERBURDENED],
        left=[_left(one, membership, today) for one in ours if one.place == Balance.FORGOTTEN],
        consents=_consents(plan, membership, today),
        profiles=_profiles(membership, today),
        asked=asked,
        today=today,
    )


def _promises(membership: Membership, today: date) -> list[Promise]:
    mine = membership.plan.followups.open().of(membership).filter(due__lte=today + PROMISES_AHEAD)
    return [
        Promise(pk, what, due, actor or "")
        for pk, what, due, actor in mine.values_list("pk", "what", "due", "actor__name")
    ]


def _strained(one: Cared, membership: Membership, today: date) -> Strained:
    gathers = coordinates_many(one.relation.coordinating)
    reasons = why_overburdened(one.relation, limits_of(membership.plan), today)
    why = capitalised(coordinator_of(one.relation)) if gathers else " ".join(reasons).removesuffix(".")
    return Strained(one.pk, one.name, why, one.held_by == membership.pk, by_contacts=not gathers)


def _left(one: Cared, membership: Membership, today: date) -> Left:
    days = days_without(one.relation, today)
    return Left(one.pk, one.name, why_forgotten(one.relation, today), days, one.held_by == membership.pk)


def _consents(plan: Plan, membership: Membership, today: date) -> list[Consent]:
    """Persons of actors that I or nobody holds, named as far as the member may know of them."""
    ends = Q(consent_state="given", consent_until__lte=today + CONSENTS_AHEAD) | Q(consent_state="expired")
    ours = Q(actor__held_by=membership) | Q(actor__held_by=None)
    contacts = (
        plan.contacts.current().filter(ends, ours).select_related("actor").order_by("consent_until", "pk")
    )
    cards = ((one, card_of(one, membership, today)) for one in contacts[:CONSENTS_AT_MOST])
    return [
        Consent(one.actor_id, one.pk, card.name, one.actor.name, one.consent_until)
        for one, card in cards
        if card
    ]


def _profiles(membership: Membership, today: date) -> list[Profile]:
    """The profiles I hold, with what is missing in each: one query."""
    mine = membership.plan.actors.active().filter(held_by=membership).annotate(
        has_areas=Exists(Actor.areas.through.objects.filter(actor=OuterRef("pk"))),
        has_groups=Exists(Actor.target_groups.through.objects.filter(actor=OuterRef("pk"))),
        has_competences=_has(CompetenceKind.PROFESSIONAL),
        has_strengths=_has(CompetenceKind.STRENGTH),
    )  # fmt: skip
    return [_profile(actor, today) for actor in mine]


def _has(kind: str) -> Exists:
    return Exists(Competence.objects.filter(actor=OuterRef("pk"), kind=kind))


def _profile(actor: Actor, today: date) -> Profile:
    filled = {
        "core_task": bool(actor.core_task), "areas": actor.has_areas, "target_groups": actor.has_groups,
        "base": bool(actor.base), "competences": actor.has_competences, "strengths": actor.has_strengths,
        "phone": bool(actor.phone or actor.email), "held_by": True,
    }  # fmt: skip
    missing = missing_parts(filled)
    is_stale = actor.confirmed_on is None or actor.confirmed_on < today - STALE_AFTER
    names = tuple(part.name for part in missing)
    return Profile(actor.pk, actor.name, names, is_thin(missing), is_stale, actor.confirmed_on)
