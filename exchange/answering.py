"""The owner's yes or no to a booking of a place that asks for one. The time is held until then."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import Plan, User
from config.danish import count
from exchange import actions
from exchange.availability import Span, when
from exchange.booker import Booker
from exchange.booking_mail import Event, tell_booker
from exchange.models import Hold


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for one place: one booking, or the days of a series that wait together."""

    first: Hold
    when: str
    more: str


def requests_for(plan: Plan, booker: Booker, *, now: datetime) -> list[Request]:
    """What waits for an answer that the member can give, the nearest first. One query."""
    if not booker.can_book:
        return []
    there = _waiting(plan).filter(booking__ends_at__gt=now)
    if not booker.is_team:
        there = there.filter(facility__owner=booker.own)
    groups: dict[tuple, list[Hold]] = {}
    for hold in there.order_by("booking__begins_at", "id"):
        groups.setdefault((hold.booking.series or hold.booking_id, hold.facility_id), []).append(hold)
    return [_request(holds, now) for holds in groups.values()]


def _waiting(plan: Plan):
    there = plan.holds.filter(is_live=True, awaits=True)
    return there.select_related("booking__borrower", "booking__created_by", "booking__plan", "facility")


def _request(holds: list[Hold], now: datetime) -> Request:
    booking, more = holds[0].booking, len(holds) - 1
    told = when(Span(booking.begins_at, booking.ends_at), now.date())
    return Request(holds[0], told, count(more, "dag", "dage") if more else "")


def _together(hold: Hold) -> list[Hold]:
    """The hold, and those of its series that wait for the same owner's answer."""
    there = _waiting(hold.plan).select_for_update(of=("self",)).filter(facility=hold.facility_id)
    series = hold.booking.series
    same = there.filter(booking__series=series) if series else there.filter(booking=hold.booking_id)
    return list(same.filter(booking__borrower=hold.booking.borrower_id).order_by("begins_at", "id"))


def say_yes(*, hold: Hold, by: User, site: str = "") -> int:
    """The days are theirs; how many still waited. Harmless when repeated."""
    with transaction.atomic():
        holds = _together(hold)
        Hold.objects.filter(pk__in=[one.pk for one in holds]).update(awaits=False)
        for one in holds:
            record(plan=hold.plan, by=by, verb="approve", obj=one.booking)
        if holds and holds[0].booking.created_by_id != by.pk:
            lead = f"I har fået ja til at låne {hold.facility.name}."
            told = {"subject": "Ja til jeres booking", "lead": lead, "amount": len(holds)}
            tell_booker(booking=holds[0].booking, site=site, **told)
    return len(holds)


def say_no(*, hold: Hold, by: User, reason: str, now: datetime, site: str = "") -> int:
    """The bookings are cancelled, and whoever made them reads why; how many still waited."""
    with transaction.atomic():
        bookings = [one.booking for one in _together(hold)]
        return actions.cancel_bookings(
            bookings=bookings, by=by, now=now, reason=reason, site=site, event=Event.REFUSED
        )
