"""Changes to forums, their seats, charters and rotation plans. Each is one transaction."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import Plan, User
from actors.versions import change_row, mark_once, remove_once
from meetings.chain_rules import would_circle
from meetings.locks import lock_chain
from meetings.models import Charter, CoordinatorTurn, Forum, ForumSeat


class ForumProblem(Exception):
    """A rule says no; the text is a plain Danish sentence. `field` is the part of the form it is about."""

    def __init__(self, text: str, field: str = ""):
        super().__init__(text)
        self.field = field


@transaction.atomic
def create_forum(*, plan: Plan, by: User, values: Mapping, submission: uuid.UUID | None = None) -> Forum:
    """A new forum. The same submission twice makes one."""
    lock_chain(plan)
    if submission and (there := plan.forums.filter(submission=submission).first()):
        return there
    forum = Forum.objects.create(plan=plan, created_by=by, submission=submission, **values)
    record(plan=plan, by=by, verb="create", obj=forum)
    return forum


@transaction.atomic
def change_forum(*, forum: Forum, by: User, values: Mapping, changed: Iterable[str], version: int) -> None:
    """Write what was changed. Raises StaleVersion, and ForumProblem when it would stand above itself."""
    lock_chain(forum.plan)
    parent = values.get("parent")
    if would_circle(parents_of(forum.plan), forum.pk, parent and parent.pk):
        raise ForumProblem("Det forum hører selv under dette. Vælg et andet.", "parent")
    change_row(row=forum, by=by, values=values, changed=changed, version=version)


def parents_of(plan: Plan) -> dict[uuid.UUID, uuid.UUID | None]:
    """{forum: the one above it} of all forums of the plan that stand. One query."""
    return dict(plan.forums.standing().values_list("pk", "parent"))


# -- Seats ----------------------------------------------------------------------------------------


@transaction.atomic
def add_seat(*, forum: Forum, by: User, values: Mapping, submission: uuid.UUID | None = None) -> ForumSeat:
    """One more place at the table. The same submission twice makes one."""
    lock_chain(forum.plan)
    if submission and (there := forum.seats.filter(submission=submission).first()):
        return there
    seat = ForumSeat.objects.create(plan=forum.plan, forum=forum, submission=submission, **values)
    record(plan=forum.plan, by=by, verb="create", obj=seat)
    return seat


def change_seat(*, seat: ForumSeat, by: User, values: Mapping, changed: Iterable[str], version: int) -> None:
    """Write what was changed. Raises StaleVersion."""
    change_row(row=seat, by=by, values=values, changed=changed, version=version)


def remove_seat(*, seat: ForumSeat, by: User, now: datetime) -> None:
    """Take the seat away; past meetings still tell of it."""
    mark_once(row=seat, by=by, verb="remove", removed_at=now)


def restore_seat(*, seat: ForumSeat, by: User) -> None:
    """Put the seat back, with its turns as tovholder."""
    mark_once(row=seat, by=by, verb="restore", removed_at=None)


# -- Charter and rotation plan ---------------------------------------------------------------------


class CharterOvertaken(Exception):
    """Somebody else wrote a new version after the user opened the text; nothing was written."""


@transaction.atomic
def write_charter(
    *, forum: Forum, by: User, values: Mapping, seen: int, submission: uuid.UUID | None = None
) -> Charter:
    """A new version on top of version `seen`, 0 for the first. The same submission twice makes one.

    Raises CharterOvertaken when `seen` is no longer the newest.
    """
    lock_chain(forum.plan)
    if submission and (there := forum.charters.filter(submission=submission).first()):
        return there
    newest = forum.charters.first()
    if (newest.number if newest else 0) != seen:
        raise CharterOvertaken
    if newest and all(getattr(newest, name) == value for name, value in values.items()):
        return newest
    charter = Charter.objects.create(
        plan=forum.plan, forum=forum, created_by=by, number=seen + 1, submission=submission, **values
    )
    record(plan=forum.plan, by=by, verb="create", obj=charter)
    return charter


@transaction.atomic
def add_turn(*, forum: Forum, by: User, seat: ForumSeat, starts_on: date) -> CoordinatorTurn:
    """From that day on the one in the seat is tovholder; another one planned for the same day is replaced."""
    lock_chain(forum.plan)
    there = forum.turns.filter(starts_on=starts_on).first()
    if there and there.seat_id == seat.pk:
        return there
    if there:
        there.seat = seat
        there.save(update_fields=["seat"])
        record(plan=forum.plan, by=by, verb="change", obj=there, fields=["seat"])
        return there
    turn = CoordinatorTurn.objects.create(plan=forum.plan, forum=forum, seat=seat, starts_on=starts_on)
    record(plan=forum.plan, by=by, verb="create", obj=turn)
    return turn


def remove_turn(*, turn: CoordinatorTurn, by: User) -> None:
    """Take it out of the plan; harmless when repeated."""
    remove_once(row=turn, by=by)
