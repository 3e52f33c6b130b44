"""Calendars one subscribes to: making one, closing it, and what is in it for as long as it may be read."""

import secrets
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from accounts.actions import hash_token
from accounts.audit import record
from accounts.models import Membership, Plan
from actors.models import Actor
from actors.versions import mark_once
from exchange.availability import Span
from exchange.booker import booker_of
from exchange.calendar_facts import activity_entries
from exchange.ical import Entry, calendar_text
from exchange.models import Booking, Facility, Feed, Hold

BACK, AHEAD = timedelta(days=90), timedelta(days=800)
CANCELLED_STAYS = timedelta(days=30)
ENTRIES_AT_MOST = 2000
ACTIVITIES_AHEAD = timedelta(days=200)


def make_feed(
    *, membership: Membership, about: Facility | Actor | str | None, submission: uuid.UUID | None
) -> tuple[Feed, str]:
    """A calendar and its token, which is kept nowhere. The same submission again gives it a new token."""
    token = secrets.token_urlsafe(24)
    with transaction.atomic():
        there = membership.feeds.select_for_update().filter(submission=submission, submission__isnull=False)
        if feed := there.first():
            feed.token_hash, feed.revoked_at = hash_token(token), None
            feed.save(update_fields=["token_hash", "revoked_at"])
            return feed, token
        feed = Feed.objects.create(
            plan=membership.plan, membership=membership, token_hash=hash_token(token), submission=submission,
            kind=_kind(about), facility=about if isinstance(about, Facility) else None,
            actor=about if isinstance(about, Actor) else None,
        )  # fmt: skip
        record(plan=membership.plan, by=membership.user, verb="create", obj=feed)
    return feed, token


def _kind(about: Facility | Actor | str | None) -> str:
    if about is None or isinstance(about, str):
        return Feed.Kind.ACTIVITIES if about else Feed.Kind.MINE
    return Feed.Kind.PLACE if isinstance(about, Facility) else Feed.Kind.ACTOR


def revoke_feed(*, feed: Feed, now: datetime) -> None:
    """Whoever subscribes gets nothing from now on."""
    mark_once(row=feed, by=feed.membership.user, verb="close", revoked_at=now)


def open_feed(token: str, *, now: datetime) -> Feed | None:
    """The calendar of this token, while whoever made it may see what is in it."""
    there = Feed.objects.select_related("plan", "membership__user", "membership__plan", "facility", "actor")
    feed = there.filter(token_hash=hash_token(token), revoked_at=None).first()
    if feed is None or not _may_still_read(feed, now):
        return None
    return feed


def _may_still_read(feed: Feed, now: datetime) -> bool:
    """A partner reads while speaking for somebody, and only what that one borrows."""
    membership = feed.membership
    ended = membership.ends_at is not None and membership.ends_at <= now
    booker = booker_of(membership)
    if ended or not membership.user.is_active or not (booker.sees_who and booker.can_book):
        return False
    return feed.actor_id is None or booker.speaks_for(feed.actor_id)


def feed_text(feed: Feed, *, now: datetime, also: Callable[[Plan, Span], list[Entry]]) -> bytes:
    """The calendar as others read it; the same few queries for any number.

    `also` gives what stands among the activities of a plan in a span; rooms above know what that is.
    """
    if feed.kind == Feed.Kind.ACTIVITIES:
        span = Span(now - BACK, now + ACTIVITIES_AHEAD)
        entries = [*also(feed.plan, span), *activity_entries(feed.plan, span)][:ENTRIES_AT_MOST]
        return calendar_text(f"{feed.name} · {feed.plan.name}", entries)
    bookings = list(_bookings(feed, now)[:ENTRIES_AT_MOST])
    places = _places(bookings)
    entries = [_entry(feed, booking, places.get(booking.pk, [])) for booking in bookings]
    return calendar_text(f"{feed.name} · {feed.plan.name}", entries)


def _bookings(feed: Feed, now: datetime):
    recent = Q(cancelled_at=None) | Q(cancelled_at__gt=now - CANCELLED_STAYS)
    found = feed.plan.bookings.between(now - BACK, now + AHEAD).filter(recent).select_related("borrower")
    if feed.kind == Feed.Kind.PLACE:
        return found.filter(holds__facility=feed.facility_id)
    if feed.kind == Feed.Kind.ACTOR:
        return found.filter(borrower=feed.actor_id)
    mine = found.filter(created_by=feed.membership.user_id)
    own = booker_of(feed.membership).own
    return mine.filter(borrower=own) if own else mine


def _places(bookings: list[Booking]) -> dict[uuid.UUID, list[Facility]]:
    """{booking: what it holds}."""
    found: dict[uuid.UUID, list[Facility]] = {}
    holds = Hold.objects.filter(booking__in=bookings).select_related("facility")
    for hold in holds.order_by("-facility__kind", "facility__name"):
        found.setdefault(hold.booking_id, []).append(hold.facility)
    return found


def _entry(feed: Feed, booking: Booking, places: list[Facility]) -> Entry:
    names = ", ".join(place.name for place in places)
    who = booking.borrower.short_name or booking.borrower.name
    return Entry(
        key=booking.pk, version=booking.version, begin=booking.begins_at, end=booking.ends_at,
        summary=f"{who}: {booking.title}" if feed.kind == Feed.Kind.PLACE else f"{booking.title} ({names})",
        location=next((f"{place.name}, {place.address}" for place in places if place.address), names),
        changed_at=booking.cancelled_at or booking.created_at, is_cancelled=booking.cancelled_at is not None,
    )  # fmt: skip
