"""Mails to those who come to an event. Each holds the receiver's own links and nobody else's name."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils import timezone

from config.danish import clock, long_date, weekday
from config.mailing import mail_when_kept
from meetings.models import Event, EventGuest


def when_of(event: Event, today: date) -> str:
    """When it is: "torsdag 3. december kl. 16.00–18.00"."""
    begin, end = timezone.localtime(event.begins_at), timezone.localtime(event.ends_at)
    return f"{weekday(begin)} {long_date(begin, today)} kl. {clock(begin)}–{clock(end)}"


def tell(
    guests: Iterable[EventGuest], *, event: Event, subject: str, lead: str, site: str, today: date,
    page: str = "own",
) -> int:  # fmt: skip
    """One mail to each address of the guests, with a link for each name behind it; how many mails.

    `site` is the address of the app with a slash at the end, `page` the page of a guest's own link that the
    mail leads to. Guests without a mail address hear nothing. Call it inside the transaction.
    """
    by_address: dict[str, list[EventGuest]] = {}
    for guest in guests:
        if guest.email:
            by_address.setdefault(guest.email.lower(), []).append(guest)
    for there in by_address.values():
        context = {
            "lead": lead, "title": event.title, "when": when_of(event, today), "place": event.place,
            "plan": event.plan.name, "is_off": event.cancelled_at is not None,
            "links": [(one.name, _address(site, one, page)) for one in there],
        }  # fmt: skip
        mail_when_kept(
            to=there[0].email, subject=f"{event.title}: {subject}", template="meetings/mail_event.txt",
            context=context,
        )  # fmt: skip
    return len(by_address)


def _address(site: str, guest: EventGuest, page: str) -> str:
    return site.rstrip("/") + reverse(f"event_link:{page}", args=[guest.link])
