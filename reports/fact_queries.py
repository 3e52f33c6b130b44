"""A plan's rows as the facts that the automatic indicators count. At most one query for each kind of fact."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from django.db.models import Count, Q
from django.utils import timezone

from accounts.models import Plan
from actors.models import ActorStatus, Source
from meetings.models import AttendanceMark, ReferralState
from reports.indicator_facts import (
    ActorFact,
    ContactFact,
    Facts,
    InitiativeFact,
    MeetingFact,
    ReferralFact,
    WorkFact,
)

CAME = (AttendanceMark.YES, AttendanceMark.SUBSTITUTE)


def facts_of(plan: Plan, needs: Iterable[str], *, now: datetime) -> Facts:
    """The facts named in `needs`, fields of Facts; the others are left empty."""
    read = {name: tuple(READERS[name](plan, now)) for name in sorted(set(needs))}
    return Facts(today=timezone.localdate(now), begins=timezone.localdate(plan.created_at), **read)


def _actors(plan: Plan, now: datetime) -> Iterable[ActorFact]:
    rows, areas = {}, {}
    for pk, *rest, area in plan.actors.order_by("pk").values_list(
        "pk", "kind", "status", "created_at", "archived_at", "areas"
    ):
        rows[pk] = rest
        areas.setdefault(pk, set()).add(area)
    for pk, (kind, status, created, archived) in rows.items():
        is_active, where = status == ActorStatus.ACTIVE, frozenset(areas[pk] - {None})
        yield ActorFact(pk, kind, where, is_active, _day(created), _day(archived))


def _works(plan: Plan, now: datetime) -> Iterable[WorkFact]:
    works, members = {}, {}
    of = "collaboration__"
    for pk, form, since, until, created, actor, kind in plan.participations.values_list(
        "collaboration_id", f"{of}form", f"{of}since", f"{of}until", f"{of}created_at", "actor_id",
        "actor__kind",
    ):  # fmt: skip
        works[pk] = (form, since or _day(created), until)
        members.setdefault(pk, []).append((actor, kind))
    for pk, (form, since, until) in works.items():
        actors, kinds = zip(*members[pk], strict=True)
        yield WorkFact(form, since, until, frozenset(actors), frozenset(kinds))


def _contacts(plan: Plan, now: datetime) -> Iterable[ContactFact]:
    """Contacts, talks and interviews that took place; what we only guess is no contact."""
    notes = plan.contactnotes.filter(deleted_at=None).values_list("actor_id", "on")
    talks = plan.talks.filter(deleted_at=None).exclude(source=Source.ESTIMATE)
    interviews = plan.interviews.filter(deleted_at=None)
    met = [rows.order_by().values_list("actor_id", "held_on") for rows in (talks, interviews)]
    return (ContactFact(*row) for row in notes.order_by().union(*met, all=True))


def _meetings(plan: Plan, now: datetime) -> Iterable[MeetingFact]:
    held = plan.meetings.standing().filter(ends_at__lte=now).order_by("begins_at")
    counted = held.annotate(
        came=Count("attendances", filter=Q(attendances__came__in=CAME)), written=Count("attendances")
    )
    for begins, came, written in counted.values_list("begins_at", "came", "written"):
        yield MeetingFact(_day(begins), came, written)


def _agreements(plan: Plan, now: datetime) -> Iterable[date]:
    both = plan.agreements.filter(giver_yes_at__isnull=False, taker_yes_at__isnull=False)
    return (_day(max(row)) for row in both.values_list("giver_yes_at", "taker_yes_at"))


def _initiatives(plan: Plan, now: datetime) -> Iterable[InitiativeFact]:
    rows, partners = {}, {}
    for pk, *rest, came_in, left_at in plan.initiatives.order_by("pk").values_list(
        "pk",
        "since",
        "until",
        "archived_at",
        "created_at",
        "partners__created_at",
        "partners__removed_at",
    ):
        rows[pk] = rest
        partners.setdefault(pk, []).append(None if left_at else _day(came_in))
    for pk, (since, until, archived, created) in rows.items():
        ends = [day for day in (until, archived and _day(archived) - timedelta(days=1)) if day]
        there = tuple(day for day in partners[pk] if day)
        yield InitiativeFact(since or _day(created), min(ends, default=None), there)


def _referrals(plan: Plan, now: datetime) -> Iterable[ReferralFact]:
    asked = plan.referrals.filter(due__isnull=False).exclude(state=ReferralState.TAKEN_BACK)
    for due, answered in asked.values_list("due", "answered_at"):
        yield ReferralFact(due, _day(answered))


def _day(moment: datetime | None) -> date | None:
    """The day in Copenhagen."""
    return None if moment is None else timezone.localdate(moment)


READERS: dict[str, Callable] = {
    "actors": _actors, "works": _works, "contacts": _contacts, "meetings": _meetings,
    "agreements": _agreements, "initiatives": _initiatives, "referrals": _referrals,
}  # fmt: skip
