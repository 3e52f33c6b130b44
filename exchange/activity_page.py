"""What the pages of one activity say: its next times, what is in its way, and what a new one begins with."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.http import QueryDict

from accounts.models import Membership, Plan
from config.danish import capitalised, join_names, long_date, number_word, weekday
from config.holidays import named_day
from exchange.availability import Span, hours, on_the_wall, when
from exchange.booker import booker_of
from exchange.booking_forms import REPEATS
from exchange.calendar_clashes import pairs_of
from exchange.calendar_facts import organisers, rooms, times, with_all
from exchange.calendar_rights import Poster
from exchange.calendar_times import Once
from exchange.models import Booking
from mapping.likeness_facts import alike_to_activity
from mapping.models import Activity
from mapping.picker import known_ids

TIMES_SHOWN = 8
# So many days with a name are told of; the rest is counted.
DAYS_TOLD = 3


def activity_context(activity: Activity, poster: Poster, now: datetime) -> dict:
    """Of an activity that came through `with_all`."""
    today = on_the_wall(now).date()
    coming = [one for one in times(activity) if one.span.end > now]
    is_on = activity.cancelled_at is None
    return {
        "place": "calendar", "activity": activity, "today": today, "organisers": list(organisers(activity)),
        "when": _when(activity, today),
        "coming": [(one, capitalised(when(one.span, today)), _name_of(one)) for one in coming[:TIMES_SHOWN]],
        "on_named_days": _on_named_days(coming, today) if activity.every and is_on else "",
        "more": max(len(coming) - TIMES_SHOWN, 0), "rooms": rooms(activity.plan).get(activity.pk, ""),
        "pairs": pairs_of(activity, now) if is_on else [], "poster": poster, "is_over": not coming,
        "can_change": poster.may_change(activity),
        "kept_rooms": [] if is_on else rooms_still_booked(activity, poster, now),
    }  # fmt: skip


def _day(once: Once) -> date:
    return on_the_wall(once.span.begin).date()


def _name_of(once: Once) -> str:
    """What its day is called besides the date, or ""."""
    named = named_day(_day(once))
    return capitalised(named.name) if named else ""


def _on_named_days(coming: Iterable[Once], today: date) -> str:
    """That times of a series are on Christmas Eve or the like, which is easily overlooked; or ""."""
    found = [_day(one) for one in coming if not one.is_cancelled and _name_of(one)]
    if len(found) == 1:
        return f"{capitalised(weekday(found[0]))} {long_date(found[0], today)} er {named_day(found[0]).name}."
    days = [f"{long_date(day, today)} ({named_day(day).name})" for day in found[:DAYS_TOLD]]
    if more := len(found) - len(days):
        days.append(f"{number_word(more)} {'dag' if more == 1 else 'dage'} mere")
    return f"{capitalised(number_word(len(found)))} gange falder på {join_names(days)}." if found else ""


def rooms_still_booked(activity: Activity, poster: Poster, now: datetime) -> list[tuple[Booking, str]]:
    """The bookings to come for the activity that the member may cancel: "Festsalen, torsdag 3. …"."""
    today = on_the_wall(now).date()
    rows = activity.bookings.standing().filter(ends_at__gt=now).order_by("begins_at", "pk")
    return [
        (one, f"{_places(one)}, {when(Span(one.begins_at, one.ends_at), today)}")
        for one in rows.prefetch_related("holds__facility")
        if poster.speaks_for(one.borrower_id)
    ]


def _places(booking: Booking) -> str:
    return join_names([hold.facility.name for hold in booking.holds.all()]) or booking.title


def _when(activity: Activity, today: date) -> str:
    """ "Torsdag 3. december kl. 16–18", "Hver uge, torsdag kl. 16–18, til 4. marts 2027"."""
    span = Span(activity.begins_at, activity.ends_at)
    if not activity.every:
        return capitalised(when(span, today))
    often = dict(REPEATS).get(str(activity.every), f"Hver {activity.every}. uge")
    day = on_the_wall(span.begin).date()
    return f"{often}, {weekday(day)} {hours(span)}, til {long_date(activity.until, today)}"


def said_of_new(plan: Plan, pk: uuid.UUID, now: datetime) -> Iterator[str]:
    """What to know of an activity that was just saved: who is in its way, and what it resembles."""
    row = with_all(plan.activitys.select_related("plan")).get(pk=pk)
    for pair in pairs_of(row, now):
        if pair.answer is None:
            yield f"{pair.sentence} Også »{pair.other.title}« fra {pair.other.actor}."
    for one in alike_to_activity(row):
        yield f"Det ligner »{one.offer.name}«. {one.why}"


def first_of(plan: Plan, asked: QueryDict, poster: Poster, today: date) -> dict:
    """What a new activity begins with: the day, the initiative or the booking that the address names."""
    booking = _booking(plan, asked.getlist("booking"), poster)
    if booking is not None:
        return _from_booking(booking)
    first = {}
    if named := plan.initiatives.filter(
        archived_at=None, pk__in=known_ids(asked.getlist("initiativ"))
    ).first():
        first = {
            "initiative": named.pk, "target_groups": list(named.target_groups.all()),
            "area": named.areas.values_list("pk", flat=True).first(),
        }  # fmt: skip
    try:
        day = date.fromisoformat(asked.get("dag", ""))
    except ValueError:
        return first
    return first | ({"day": day} if day >= today else {})


def _booking(plan: Plan, asked: list[str], poster: Poster) -> Booking | None:
    """The standing booking of this id, if the member may act for who has it."""
    ids = known_ids(asked)
    found = (
        plan.bookings.standing().select_related("borrower").filter(pk__in=ids[:1]).first() if ids else None
    )
    return found if found and poster.speaks_for(found.borrower_id) else None


def _from_booking(booking: Booking) -> dict:
    begin, end = on_the_wall(booking.begins_at), on_the_wall(booking.ends_at)
    return {
        "title": booking.title, "actor": booking.borrower, "day": begin.date(), "begins": begin.time(),
        "ends": end.time(), "booking": booking.pk,
    }  # fmt: skip


def booking_of(activity: Activity, now: datetime) -> dict:
    """What the form of a booking for the activity begins with: its next time, and how it comes back."""
    coming = [one for one in times(activity) if one.span.end > now and not one.is_cancelled]
    first = {"activity": activity.pk, "title": activity.title, "actor": activity.actor}
    if not coming:
        return first
    begin, end = (on_the_wall(at) for at in (coming[0].span.begin, coming[0].span.end))
    return first | {
        "day": begin.date(), "begins": begin.time(), "ends": end.time(), "until": activity.until,
        "every": activity.every if activity.every in (0, 1, 2, 4) else 0,
    }  # fmt: skip


def link_booking(activity: Activity, booking_pk: uuid.UUID | None, membership: Membership) -> None:
    """Say that the booking and its series are for this; nothing for one that is not the member's."""
    booking = activity.plan.bookings.standing().filter(pk=booking_pk).first() if booking_pk else None
    if booking is None or not booker_of(membership).may_change(booking):
        return
    same = activity.plan.bookings.filter(borrower=booking.borrower_id, activity=None)
    found = same.filter(series=booking.series) if booking.series else same.filter(pk=booking.pk)
    found.update(activity=activity)
