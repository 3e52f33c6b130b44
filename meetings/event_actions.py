"""Changes to events and to who comes. Each is one transaction; a free place goes to the first in line.

Whoever changes how many come holds the event's row, so that two never get the same place.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from accounts.audit import record, record_each
from accounts.models import Plan, User
from actors.actions import submitted_id
from actors.models import Actor
from actors.versions import change_row, mark_once
from config.danish import fold
from meetings.event_mail import tell
from meetings.models import MOST_GUESTS, Event, EventGuest, GuestState
from meetings.signups import Places, given_places, next_in_line, takes_signups

CLOSED = "Tilmeldingen er lukket."
TOO_MANY = "Der er ikke plads til flere, heller ikke på ventelisten."
# What those who come have to hear of.
TOLD = ("begins_at", "ends_at", "place", "title")


class EventProblem(Exception):
    """It cannot be done; the text is a plain Danish sentence."""


def locked(event: Event) -> Event:
    """The event as it stands, while nobody else can change who comes."""
    return Event.objects.select_for_update(of=("self",), no_key=True).select_related("plan").get(pk=event.pk)


def places_of(event: Event) -> Places:
    """How many places there are and are taken; two queries."""
    return Places(event.capacity, event.guests.coming().count(), event.guests.waiting().count())


# -- The event ------------------------------------------------------------------------------------


@transaction.atomic
def create_event(*, plan: Plan, by: User, values: Mapping, submission: uuid.UUID | None = None) -> Event:
    """A new event. The same submission twice makes one."""
    Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    if submission and (there := plan.events.filter(submission=submission).first()):
        return there
    event = Event.objects.create(plan=plan, created_by=by, submission=submission, **values)
    record(plan=plan, by=by, verb="create", obj=event)
    return event


@transaction.atomic
def change_event(
    *, event: Event, by: User, values: Mapping, changed: Iterable[str], version: int, now: datetime, site: str
) -> int:
    """Write what was changed; how many mails told of another time, place or name. Raises StaleVersion.

    With more places the first in line get them.
    """
    changed = list(changed)
    locked(event)
    change_row(row=event, by=by, values=values, changed=changed, version=version)
    _fill_places(event, by=by, now=now, site=site)
    if not set(changed) & set(TOLD) or event.ends_at <= now:
        return 0
    lead = "Arrangementet er ændret. Sådan er det nu:"
    return tell(
        event.guests.exclude(state=GuestState.CANCELLED), event=event, subject="ændret", lead=lead,
        site=site, today=timezone.localdate(now),
    )  # fmt: skip


@transaction.atomic
def cancel_event(*, event: Event, by: User, now: datetime, site: str) -> int:
    """Call it off and tell those who come or wait; how many mails. Harmless when repeated."""
    if not mark_once(row=event, by=by, verb="cancel", cancelled_at=now) or event.ends_at <= now:
        return 0
    return tell(
        event.guests.exclude(state=GuestState.CANCELLED), event=event, subject="aflyst",
        lead="Arrangementet er aflyst.", site=site, today=timezone.localdate(now),
    )  # fmt: skip


@transaction.atomic
def restore_event(*, event: Event, by: User, now: datetime, site: str) -> int:
    """Hold it after all, and tell them; how many mails."""
    if not mark_once(row=event, by=by, verb="restore", cancelled_at=None) or event.ends_at <= now:
        return 0
    return tell(
        event.guests.exclude(state=GuestState.CANCELLED), event=event, subject="holdes alligevel",
        lead="Arrangementet holdes alligevel.", site=site, today=timezone.localdate(now),
    )  # fmt: skip


# -- Those who come -------------------------------------------------------------------------------


@transaction.atomic
def sign_up(
    *, event: Event, names: Sequence[str], organisation: str, email: str, shares_contact: bool, now: datetime,
    site: str, submission: uuid.UUID | None = None,
) -> list[EventGuest]:  # fmt: skip
    """Those who want to come for an organisation, with a place each or a turn on the waiting list.

    The same submission twice makes them once. Raises EventProblem when it is too late or too many wait.
    """
    event, today = locked(event), timezone.localdate(now)
    keys = [_guest_id(event, submission, place) for place in range(len(names))]
    if there := list(event.guests.filter(pk__in=keys)):
        return there
    if not takes_signups(
        begins_at=event.begins_at, closes_on=event.closes_on, is_cancelled=event.cancelled_at is not None,
        now=now, today=today,
    ):  # fmt: skip
        raise EventProblem(CLOSED)
    places = places_of(event)
    if places.coming + places.waiting + len(names) > 2 * MOST_GUESTS:
        raise EventProblem(TOO_MANY)
    with_place = given_places(places, len(names))
    shared = {
        "plan": event.plan, "event": event, "organisation": organisation, "email": email,
        "shares_contact": shares_contact, "actor": actor_called(event.plan, organisation),
    }  # fmt: skip
    guests = [
        EventGuest(
            pk=key, name=name, queued_at=now,
            state=GuestState.COMING if place < with_place else GuestState.WAITING, **shared,
        )
        for place, (key, name) in enumerate(zip(keys, names, strict=True))
    ]  # fmt: skip
    EventGuest.objects.bulk_create(guests)
    record_each(plan=event.plan, by=None, verb="create", objects=guests)
    tell(guests, event=event, subject=_subject(guests), lead=_lead(guests), site=site, today=today)
    return guests


def _guest_id(event: Event, submission: uuid.UUID | None, place: int) -> uuid.UUID:
    """The same id each time the same form is sent."""
    return uuid.uuid5(submitted_id(event, submission), str(place))


def _subject(guests: Sequence[EventGuest]) -> str:
    return "tilmeldt" if any(one.state == GuestState.COMING for one in guests) else "på venteliste"


def _lead(guests: Sequence[EventGuest]) -> str:
    waiting = [one for one in guests if one.state == GuestState.WAITING]
    if not waiting:
        return "Tak for tilmeldingen. Der er plads."
    if len(waiting) == len(guests):
        return "Tak. Der er fyldt, så I står på venteliste. I får en mail, når der bliver plads."
    named = ", ".join(one.name for one in waiting)
    return f"Tak for tilmeldingen. Der var ikke plads til alle. På venteliste: {named}."


def actor_called(plan: Plan, organisation: str) -> Actor | None:
    """The plan's active actor of that name or kortnavn, whatever case and spelling; None for several."""
    wanted = fold(organisation)
    if not wanted:
        return None
    near = plan.actors.active().filter(search_text__contains=wanted)
    found = [one for one in near if wanted in (fold(one.name), fold(one.short_name))]
    return found[0] if len(found) == 1 else None


@transaction.atomic
def add_guest(
    *, event: Event, by: User, values: Mapping, now: datetime, submission: uuid.UUID | None = None
) -> EventGuest:
    """One who comes to the door or called: always with a place. The same submission twice makes one."""
    event = locked(event)
    pk = _guest_id(event, submission, 0)
    if there := event.guests.filter(pk=pk).first():
        return there
    guest = EventGuest.objects.create(
        pk=pk, plan=event.plan, event=event, queued_at=now, added_by=by, **values
    )  # fmt: skip
    record(plan=event.plan, by=by, verb="create", obj=guest)
    return guest


def change_guest(
    *, guest: EventGuest, by: User | None, values: Mapping, changed: Iterable[str], version: int
) -> None:
    """Write what was changed; `by` is None for the guest, by the own link. Raises StaleVersion."""
    change_row(row=guest, by=by, values=values, changed=changed, version=version)


@transaction.atomic
def cancel_guest(*, guest: EventGuest, by: User | None, now: datetime, site: str) -> bool:
    """The guest does not come; a place that is free goes to the first in line. Whether there was one."""
    event = locked(guest.event)
    if not _set_state(guest, GuestState.CANCELLED, by=by, verb="cancel"):
        return False
    _fill_places(event, by=by, now=now, site=site)
    return True


@transaction.atomic
def bring_back_guest(*, guest: EventGuest, by: User | None, now: datetime) -> GuestState:
    """The guest comes after all: with a place if there is one, else last in line. The new state.

    Staff bring back with the turn the guest had. Raises EventProblem when the guest comes too late.
    """
    event = locked(guest.event)
    guest.refresh_from_db()
    if guest.state != GuestState.CANCELLED:
        return GuestState(guest.state)
    if by is None and (event.cancelled_at or event.begins_at <= now):
        raise EventProblem(CLOSED)
    state = GuestState.COMING if given_places(places_of(event), 1) else GuestState.WAITING
    if by is None:
        EventGuest.objects.filter(pk=guest.pk).update(queued_at=now)
    _set_state(guest, state, by=by, verb="restore")
    return state


@transaction.atomic
def give_place(*, guest: EventGuest, by: User, now: datetime, site: str) -> None:
    """Staff let one who waits come, whatever the turn and the number of places; told by mail."""
    event = locked(guest.event)
    if _set_state(guest, GuestState.COMING, by=by, verb="approve", among=[GuestState.WAITING]):
        _tell_of_place([guest], event, now, site)


@transaction.atomic
def mark_here(*, guest: EventGuest, by: User, here: bool | None) -> None:
    """Write whether the guest has come; None when nobody knows."""
    locked(guest.event)
    if EventGuest.objects.filter(pk=guest.pk).exclude(here=here).update(here=here):
        guest.here = here
        record(plan=guest.plan, by=by, verb="change", obj=guest, fields=["here"])


def _set_state(guest: EventGuest, state: GuestState, *, by: User | None, verb: str, among=None) -> bool:
    """Change the state, if it is another one now; whether it was."""
    rows = EventGuest.objects.filter(pk=guest.pk).exclude(state=state)
    if among:
        rows = rows.filter(state__in=among)
    if not rows.update(state=state):
        return False
    guest.state = state
    record(plan=guest.plan, by=by, verb=verb, obj=guest, fields=["state"])
    return True


def _fill_places(event: Event, *, by: User | None, now: datetime, site: str) -> None:
    """Give the free places to those first in line, and tell them; only before it begins."""
    if event.cancelled_at or event.begins_at <= now:
        return
    chosen = next_in_line(places_of(event), list(event.guests.waiting()))
    for guest in chosen:
        _set_state(guest, GuestState.COMING, by=by, verb="approve")
    _tell_of_place(chosen, event, now, site)


def _tell_of_place(guests: Iterable[EventGuest], event: Event, now: datetime, site: str) -> None:
    tell(
        guests, event=event, subject="der er blevet plads", site=site, today=timezone.localdate(now),
        lead="Der er blevet plads. Nu er du tilmeldt. Kan du ikke alligevel, så meld afbud her:",
    )  # fmt: skip


# -- Names that are not needed any more -----------------------------------------------------------


@transaction.atomic
def forget_guests(*, before: date) -> int:
    """Take name and mail from those who signed up for events that were over before the day; how many.

    What the organisation said and that it came stays. Run once a day.
    """
    known = EventGuest.objects.exclude(name="", email="").filter(event__ends_at__date__lt=before)
    return known.update(name="", email="", shares_contact=False, here=None)
