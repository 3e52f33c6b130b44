"""What changed for one member: lines of the log, and the rows they are about. Two queries, whoever looks."""

from datetime import datetime
from uuid import UUID

from django.db.models import Case, CharField, DateTimeField, Q, QuerySet, UUIDField, Value, When
from django.db.models.functions import Concat
from django.utils import timezone

from accounts.access import Permission, may
from reports.news import TOLD, Change, News, Topic, news_of, seen_until, still_true
from reports.one_query import arm, together
from reports.viewpoint import Viewpoint

# The newest so many lines of the log are read; who was away for longer misses the oldest of them.
LINES_AT_MOST = 300
SHAPE = {
    "pk": UUIDField(), "page": UUIDField(), "name": CharField(), "whom": CharField(),
    "begins": DateTimeField(), "state": CharField(),
}  # fmt: skip
# Whether a meeting or an event takes place.
STATE = Case(When(cancelled_at=None, then=Value("on")), default=Value("off"), output_field=CharField())
Told = dict[tuple[str, UUID], list[tuple[str, datetime]]]


def news_for(view: Viewpoint, since: datetime | None = None) -> list[News]:
    """What is new to the member since `since`, else since they pressed »Set«; the newest first."""
    member = view.membership
    told = _told(view, since or seen_until(member.seen_at, member.created_at, view.now))
    arms = [PARTS[topic](view, ids) for topic, ids in _by_topic(told).items()]
    if not arms:
        return []
    changes = []
    for topic, pk, page, name, whom, begins, state in together(arms):
        day = timezone.localdate(begins) if begins else None
        changes += [
            Change(Topic(topic), verb, pk, at, name, whom or "", day, page)
            for verb, at in told[topic, pk]
            if still_true(verb, state or "")
        ]
    return news_of(changes, view.today)


def _told(view: Viewpoint, since: datetime) -> Told:
    """{(topic, id): [(verb, when)]} of what others did."""
    worth = Q(pk=None)
    for topic, verbs in TOLD.items():
        worth |= Q(object_type=topic, verb__in=verbs)
    rows = view.plan.audit_entries.filter(worth, at__gt=since).exclude(by=view.membership.user_id)
    found: Told = {}
    lines = rows.order_by("-at", "-id").values_list("object_type", "object_id", "verb", "at")
    for topic, pk, verb, at in lines[:LINES_AT_MOST]:
        found.setdefault((topic, UUID(pk)), []).append((verb, at))
    return found


def _by_topic(told: Told) -> dict[Topic, list[UUID]]:
    found: dict[Topic, list[UUID]] = {}
    for topic, pk in told:
        found.setdefault(Topic(topic), []).append(pk)
    return found


def _inside(view: Viewpoint, rows: QuerySet, *paths: str) -> QuerySet:
    """Those of `rows` that one sees from inside a forum: all, or those of the forums one sits in."""
    if view.rights.sees_all:
        return rows
    where = Q(pk=None)
    for path in paths:
        where |= Q(**{f"{path}__in": view.rights.sits_in})
    return rows.filter(where)


def _actors(view: Viewpoint, ids: list[UUID]) -> QuerySet:
    return arm(view.plan.actors.active().filter(pk__in=ids), Topic.ACTOR, SHAPE, pk="pk", name="name")


def _collaborations(view: Viewpoint, ids: list[UUID]) -> QuerySet:
    rows = view.plan.collaborations.filter(pk__in=ids)
    return arm(rows, Topic.COLLABORATION, SHAPE, pk="pk", name="about")


def _initiatives(view: Viewpoint, ids: list[UUID]) -> QuerySet:
    rows = view.plan.initiatives.standing().filter(pk__in=ids)
    return arm(rows, Topic.INITIATIVE, SHAPE, pk="pk", name="name")


def _forums(view: Viewpoint, ids: list[UUID]) -> QuerySet:
    return arm(view.plan.forums.standing().filter(pk__in=ids), Topic.FORUM, SHAPE, pk="pk", name="name")


def _meetings(view: Viewpoint, ids: list[UUID]) -> QuerySet:
    """Meetings to come, called off or not."""
    rows = view.plan.meetings.filter(pk__in=ids, ends_at__gt=view.now, forum__ended_at=None)
    rows = _inside(view, rows, "forum")
    return arm(
        rows, Topic.MEETING, SHAPE, pk="pk", name="forum__name", begins="begins_at", state=STATE
    )  # fmt: skip


def _minutes(view: Viewpoint, ids: list[UUID]) -> QuerySet:
    """Minutes that have not been taken back. The log names the sheet; the page is the meeting's."""
    rows = view.plan.minutessheets.filter(pk__in=ids).exclude(state="draft")
    rows = _inside(view, rows, "meeting__forum")
    return arm(
        rows, Topic.MINUTES, SHAPE, pk="pk", page="meeting_id", name="meeting__forum__name",
        begins="meeting__begins_at", state="state",
    )  # fmt: skip


def _referrals(view: Viewpoint, ids: list[UUID]) -> QuerySet:
    rows = _inside(view, view.plan.referrals.filter(pk__in=ids), "sender", "at_forum")
    both = Concat("sender__name", Value("|"), "at_forum__name", output_field=CharField())
    return arm(
        rows.exclude(state="taken_back"), Topic.REFERRAL, SHAPE, pk="pk", name="title", whom=both,
        state="state",
    )  # fmt: skip


def _agreements(view: Viewpoint, ids: list[UUID]) -> QuerySet:
    """Agreements to which both have said yes: all for the team, a partner's own; others are not told."""
    rows = view.plan.agreements.filter(
        pk__in=ids, giver_yes_at__isnull=False, taker_yes_at__isnull=False, ended_at=None
    )  # fmt: skip
    if not may(view.membership, Permission.EXCHANGE_EDIT):
        rows = rows.filter(Q(giver=view.own) | Q(taker=view.own)) if view.own else rows.none()
    both = Concat("giver__name", Value(" og "), "taker__name", output_field=CharField())
    return arm(rows, Topic.AGREEMENT, SHAPE, pk="pk", page="answer_id", name="what", whom=both)


def _listings(view: Viewpoint, ids: list[UUID]) -> QuerySet:
    rows = view.plan.listings.standing(view.today).filter(pk__in=ids)
    return arm(rows, Topic.LISTING, SHAPE, pk="pk", name="title", whom="actor__name")


def _notices(view: Viewpoint, ids: list[UUID]) -> QuerySet:
    rows = view.plan.notices.standing(view.today).filter(pk__in=ids)
    return arm(rows, Topic.NOTICE, SHAPE, pk="pk", name="title")


def _events(view: Viewpoint, ids: list[UUID]) -> QuerySet:
    rows = view.plan.events.ahead(view.now).filter(pk__in=ids)
    return arm(rows, Topic.EVENT, SHAPE, pk="pk", name="title", begins="begins_at", state=STATE)


PARTS = {
    Topic.ACTOR: _actors,
    Topic.COLLABORATION: _collaborations,
    Topic.INITIATIVE: _initiatives,
    Topic.FORUM: _forums,
    Topic.MEETING: _meetings,
    Topic.MINUTES: _minutes,
    Topic.REFERRAL: _referrals,
    Topic.AGREEMENT: _agreements,
    Topic.LISTING: _listings,
    Topic.NOTICE: _notices,
    Topic.EVENT: _events,
}
