"""Reads what Overblik shows: the facts behind the list of things that wait, and the balance of the plan.

Seven queries whatever the plan holds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

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
from reports.todo import (
    CONSENTS_AHEAD,
    PROMISES_AHEAD,
    Consent,
    Kind,
    Left,
    Profile,
    Promise,
    Strained,
    Todo,
    todo_list,
)

# More persons than this are not asked again in one go.
CONSENTS_AT_MOST = 100
ICONS = {
    Kind.PROMISE: ("phone", ""),
    Kind.OVERBURDENED: ("flag", "warn"),
    Kind.FORGOTTEN: ("history", "warn"),
    Kind.CONSENT: ("lock", "ok"),
    Kind.STALE: ("badge-check", ""),
    Kind.THIN: ("file-text", ""),
}


@dataclass(frozen=True)
class TodoRow:
    """One row of the list: the thing, its look, where its name leads and what its verb does."""

    todo: Todo
    icon: str
    style: str
    url: str
    # The verb posts there; without it the verb is a link to `url`.
    post_url: str = ""


def waiting_on(membership: Membership, cared: Iterable[Cared], today: date) -> list[Todo]:
    """Everything that waits on this colleague: three queries beside those that `cared` took."""
    plan = membership.plan
    ours = [one for one in cared if one.held_by in (None, membership.pk)]
    return todo_list(
        promises=_promises(membership, today),
        strained=[_strained(one, membership, today) for one in cared if one.place == Balance.OVERBURDENED],
        left=[_left(one, membership, today) for one in ours if one.place == Balance.FORGOTTEN],
        consents=_consents(plan, membership, today),
        profiles=_profiles(membership, today),
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


def rows_of(things: Iterable[Todo], slug: str) -> list[TodoRow]:
    """The rows with their addresses in the plan of this slug."""
    return [_row(thing, slug) for thing in things]


def _row(thing: Todo, slug: str) -> TodoRow:
    icon, style = ICONS[thing.kind]
    url, post = _addresses(thing, slug)
    return TodoRow(thing, icon, "bad" if thing.is_late else style, url, post)


def _addresses(thing: Todo, slug: str) -> tuple[str, str]:
    """Where the name leads, and where the verb posts if it does."""

    def at(name: str, *ids) -> str:
        return reverse(name, args=[slug, *ids])

    if not thing.about:
        return _list_of(thing.kind, slug), ""
    pk = thing.about[0]
    match thing.kind:
        case Kind.PROMISE:
            return at("actors:follow_up_edit", pk), at("actors:follow_up_keep", pk)
        case Kind.OVERBURDENED:
            return at("actors:notes" if thing.by_contacts else "mapping:of_actor", pk), ""
        case Kind.FORGOTTEN:
            return f"{at('actors:note_log')}?aktoer={pk}", ""
        case Kind.CONSENT:
            return at("actors:contact_consent", *thing.about), ""
        case Kind.STALE:
            return at("actors:detail", pk), at("actors:confirm", pk)
        case Kind.THIN:
            return at("actors:edit", pk), ""


def _list_of(kind: Kind, slug: str) -> str:
    """Where the rest of a kind stands."""
    if kind in (Kind.STALE, Kind.THIN):
        return f"{reverse('actors:list', args=[slug])}?sort=confirmed"
    place = Balance.FORGOTTEN if kind == Kind.FORGOTTEN else Balance.OVERBURDENED
    return f"{reverse('reports:balance', args=[slug])}?gruppe={place}"
