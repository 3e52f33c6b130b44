"""Who waits for a time that is taken, and gets it in the transaction in which it becomes free.

Whoever lets go has locked all that the plan lends (`lock_all`), and so has whoever writes himself up. Two who
let go at once do so one after the other, and the second sees what the first has given away.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import Plan, User
from actors.versions import mark_once
from exchange.availability import Span, is_open
from exchange.booker import booker_of
from exchange.booking_mail import Event, tell_booker, tell_owners
from exchange.booking_rows import asks_owner, put_down
from exchange.free_times import Taken, lock_all, lock_facilities, see_that_free, taken_times
from exchange.models import Booking, Facility, Wait


class FreeNow(Exception):
    """Nobody has the time any more: it can be booked."""


def wait_for(
    *,
    plan: Plan,
    by: User,
    values: Mapping[str, object],
    facilities: Sequence[Facility],
    span: Span,
    submission: uuid.UUID | None,
) -> Wait:
    """A place on the list. The same submission twice is one. Raises FreeNow and NotOnList."""
    with transaction.atomic():
        lock_all(plan)
        locked = lock_facilities(plan, facilities)
        if submission and (there := plan.waits.filter(submission=submission).first()):
            return there
        try:
            see_that_free(locked, span, taken_times(locked, span))
        except Taken:
            pass
        else:
            raise FreeNow
        wait = Wait.objects.create(
            plan=plan, created_by=by, begins_at=span.begin, ends_at=span.end, submission=submission, **values
        )
        wait.facilities.set(locked)
        record(plan=plan, by=by, verb="create", obj=wait)
    return wait


def withdraw_wait(*, wait: Wait, by: User, now: datetime) -> None:
    """Let those behind come first. What was given already is cancelled on its own page."""
    with transaction.atomic():
        lock_all(wait.plan)
        if not Wait.objects.filter(pk=wait.pk, booking__isnull=False).exists():
            mark_once(row=wait, by=by, verb="withdraw", withdrawn_at=now)


def give_freed(*, plan: Plan, facilities: Iterable[Facility], now: datetime, site: str) -> list[Booking]:
    """Give those who wait for any of the facilities their time if all of it is free, the first in line first.

    Call it under `lock_all`, in the transaction that lets go.
    """
    about = Wait.facilities.through.objects.filter(facility__in=list(facilities)).values("wait_id")
    waiting = plan.waits.waiting(now).filter(pk__in=about)
    waiting = waiting.select_related("borrower", "created_by", "plan").prefetch_related("facilities__owner")
    return [made for wait in waiting if (made := _give(wait, now, site))]


def _give(wait: Wait, now: datetime, site: str) -> Booking | None:
    """The booking that the wait came to, or None when it is not its turn."""
    facilities, span = list(wait.facilities.all()), Span(wait.begins_at, wait.ends_at)
    if not _may_still_have(wait, facilities, span, now):
        return None
    values = {"title": wait.title, "borrower": wait.borrower, "note": wait.note}
    try:
        (booking,) = put_down(
            plan=wait.plan, booked_by=wait.created_by, values=values, facilities=facilities, spans=[span],
            numbers=[None],
        )  # fmt: skip
    except Taken:
        return None
    wait.booking = booking
    wait.save(update_fields=["booking"])
    _tell(booking, facilities, site)
    return booking


def _tell(booking: Booking, facilities: Sequence[Facility], site: str) -> None:
    lead = "I har fået tiden. Aflys, hvis I ikke længere skal bruge den."
    if any(asks_owner(one, booking) for one in facilities):
        lead = "Tiden holdes til jer, og ejeren skal sige ja. Aflys, hvis I ikke længere skal bruge den."
    tell_booker(subject="I har fået tiden, I ventede på", lead=lead, booking=booking, site=site)
    tell_owners(event=Event.MADE, bookings=[booking], facilities=facilities, site=site)


def _may_still_have(wait: Wait, facilities: Sequence[Facility], span: Span, now: datetime) -> bool:
    """Whether whoever wrote it up could book it today."""
    member = wait.plan.memberships.select_related("plan").filter(user=wait.created_by_id).first()
    ended = member is None or (member.ends_at is not None and member.ends_at <= now)
    if ended or wait.borrower.archived_at or not facilities:
        return False
    booker = booker_of(member)
    return booker.speaks_for(wait.borrower_id) and all(
        one.archived_at is None
        and booker.may_borrow(one)
        and is_open(span, days=one.days, opens=one.opens, closes=one.closes)
        for one in facilities
    )
