"""Which rows are next for one member: one query, whoever looks."""

from datetime import date, datetime, time, timedelta

from django.db.models import (
    CharField,
    Count,
    DateField,
    DateTimeField,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TimeField,
    UUIDField,
)
from django.utils import timezone

from accounts.access import Permission, may
from config.danish import count
from exchange.models import Hold
from reports.coming import AHEAD, Coming, Sort, next_ones
from reports.one_query import arm, together
from reports.viewpoint import Viewpoint

SHAPE = {
    "pk": UUIDField(), "other": UUIDField(), "name": CharField(), "where": CharField(),
    "begins": DateTimeField(), "ends": DateTimeField(), "day": DateField(), "hour": TimeField(),
    "minutes": IntegerField(), "amount": IntegerField(),
}  # fmt: skip


def coming_for(view: Viewpoint) -> list[Coming]:
    """What the member has before them, the soonest first. One query."""
    arms = [_meetings(view), _events(view)]
    if may(view.membership, Permission.BOOKING_MAKE):
        arms.append(_bookings(view))
    if may(view.membership, Permission.GAME_VIEW):
        arms += [_games(view), _talks(view)]
    return next_ones((_coming(*row) for row in together(arms)), timezone.localtime(view.now))


def _coming(kind, pk, other, name, where, begins, ends, day, hour, minutes, amount) -> Coming:
    about = (pk,) if other is None else (pk, other)
    if begins is None:
        where = count(amount, "organisation", "organisationer") if amount else where or ""
        return Coming(Sort(kind), about, name, day, hour, _end(day, hour, minutes), where)
    begins, ends = timezone.localtime(begins), timezone.localtime(ends)
    until = ends.time() if ends.date() == begins.date() else None
    return Coming(Sort(kind), about, name, begins.date(), begins.time(), until, where or "")


def _end(day: date, hour: time | None, minutes: int | None) -> time | None:
    """When a game that begins at an hour of its own is over."""
    return (datetime.combine(day, hour) + timedelta(minutes=minutes)).time() if hour and minutes else None


def _part(sort: Sort, rows: QuerySet, **columns) -> QuerySet:
    return arm(rows, sort, SHAPE, pk="pk", **columns)


def _spans(view: Viewpoint, rows: QuerySet) -> QuerySet:
    """Those of rows with begins_at and ends_at that one may still come to."""
    return rows.standing().filter(ends_at__gt=view.now, begins_at__lt=view.now + AHEAD)


def _meetings(view: Viewpoint) -> QuerySet:
    """Meetings of the forums one sits in; a reader, who comes to look, sees those of all."""
    rows = _spans(view, view.plan.meetings.filter(forum__ended_at=None))
    if view.membership.role != "reader":
        rows = rows.filter(forum__in=view.sits_in())
    return _part(
        Sort.MEETING, rows, name="forum__name", where="place", begins="begins_at", ends="ends_at"
    )  # fmt: skip


def _events(view: Viewpoint) -> QuerySet:
    rows = _spans(view, view.plan.events.all())
    return _part(Sort.EVENT, rows, name="title", where="place", begins="begins_at", ends="ends_at")


def _bookings(view: Viewpoint) -> QuerySet:
    """What one has booked, or one's organisation has; the room of a meeting stands at the meeting.

    The room of an activity that is cancelled is not on one's way either.
    """
    mine = Q(created_by=view.membership.user_id)
    rows = _spans(view, view.plan.bookings.filter(mine | Q(borrower=view.own) if view.own else mine))
    place = Hold.objects.filter(booking=OuterRef("pk")).order_by("-facility__kind", "facility__name")
    rows = rows.filter(meetings=None, activity__cancelled_at=None)
    return _part(
        Sort.BOOKING, rows, name="title", begins="begins_at", ends="ends_at",
        where=Subquery(place.values("facility__name")[:1]),
    )  # fmt: skip


def _games(view: Viewpoint) -> QuerySet:
    """Value games that have a day and are not over: those one leads, or that nobody leads yet."""
    rows = view.plan.games.filter(
        Q(held_by=view.membership) | Q(held_by=None), held_on__gte=view.today,
        held_on__lte=view.today + AHEAD, closed_at=None, deleted_at=None,
    )  # fmt: skip
    rows = rows.annotate(at_table=Count("seats", filter=Q(seats__removed_at=None)))
    return _part(
        Sort.GAME, rows, name="title", day="held_on", hour="starts_at", minutes="minutes", amount="at_table"
    )  # fmt: skip


def _talks(view: Viewpoint) -> QuerySet:
    """Sunshine talks with a day that are one's own to hold."""
    rows = view.plan.talks.filter(
        held_by=view.membership, source="talk", held_on__gte=view.today, held_on__lte=view.today + AHEAD,
        finished_at=None, deleted_at=None,
    )  # fmt: skip
    return _part(Sort.TALK, rows, other="actor_id", name="actor__name", where="actor__address", day="held_on")
