"""Who is told by mail when a booking is made, moved or cancelled: the one who booked, and the place's owner.

`site` is the address that links begin with ("https://paabanen.example/"); with "" nobody is told, as when
a plan is filled by a command.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from django.urls import reverse

from accounts.models import User
from config.danish import count
from config.mailing import mail_when_kept
from exchange.availability import Span, when
from exchange.booking_rows import asks_owner
from exchange.models import Booking, Facility


class Event(StrEnum):
    """What happened, in the words of the mails."""

    MADE = "booket"
    MOVED = "flyttet"
    CANCELLED = "aflyst"
    RESTORED = "booket igen"
    # The owner said no.
    REFUSED = "afvist"


def tell(
    *, event: Event, bookings: Sequence[Booking], facilities: Iterable[Facility], by: User, site: str
) -> None:
    """Tell those whom the event concerns; the bookings belong together and are of one organisation."""
    if not site or not bookings:
        return
    tell_owners(event=event, bookings=bookings, facilities=facilities, site=site)
    if event != Event.MADE and bookings[0].created_by_id != by.pk:
        lead = _DID[event]
        subject = f"Jeres booking er {event}"
        tell_booker(subject=subject, lead=lead, booking=bookings[0], amount=len(bookings), site=site)


# After these the owner is asked, where a place asks.
ASKS = {Event.MADE, Event.MOVED, Event.RESTORED}
# What the owner reads of the places.
_OF_PLACES = dict.fromkeys((Event.MADE, Event.RESTORED), "{} er {}")
_DID = {
    Event.REFUSED: "Ejeren har sagt nej, så bookingen er aflyst.",
    Event.MOVED: "En anden har flyttet jeres booking.",
    Event.CANCELLED: "En anden har aflyst jeres booking.",
    Event.RESTORED: "En anden har booket jeres tid igen.",
}


def tell_booker(*, subject: str, lead: str, booking: Booking, site: str, amount: int = 1) -> None:
    """A mail to whoever made the booking, while they are still in the plan."""
    user = booking.created_by
    if not site or user is None or not booking.plan.memberships.filter(user=user).exists():
        return
    context = _facts(booking, amount, site) | {"lead": lead, "reason": booking.reason, "title": booking.title}
    mail_when_kept(to=user.email, subject=subject, template="exchange/mail_booker.txt", context=context)


def tell_owners(
    *, event: Event, bookings: Sequence[Booking], facilities: Iterable[Facility], site: str
) -> None:
    """A short notice to each owner's common mailbox, about their own places alone."""
    if not site:
        return
    mailboxes: dict[str, list[Facility]] = {}
    for facility in facilities:
        if facility.tells_owner and facility.owner.email:
            mailboxes.setdefault(facility.owner.email, []).append(facility)
    for mailbox, places in mailboxes.items():
        names = " og ".join(place.name for place in places)
        asks = event in ASKS and any(asks_owner(place, bookings[0]) for place in places)
        subject = _OF_PLACES.get(event, "Bookingen af {} er {}").format(names, event)
        context = _facts(bookings[0], len(bookings), site) | {"lead": subject, "asks": asks}
        mail_when_kept(to=mailbox, subject=subject, template="exchange/mail_owner.txt", context=context)


def _facts(booking: Booking, amount: int, site: str) -> dict:
    path = reverse("exchange:booking", args=[booking.plan.slug, booking.pk])
    return {
        "when": when(Span(booking.begins_at, booking.ends_at)), "borrower": booking.borrower.name,
        "more": count(amount - 1, "dag", "dage") if amount > 1 else "", "link": site.rstrip("/") + path,
        "plan": booking.plan.name,
    }  # fmt: skip
