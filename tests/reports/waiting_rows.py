"""One of each thing that can wait on a member, be next, or be new to them."""

import uuid
from datetime import timedelta

from django.utils import timezone

from accounts.audit import record
from accounts.models import Membership
from actors.models import Representation
from exchange.models import Agreement
from meetings.minutes_actions import promise
from meetings.models import Approval, Invite, MinutesSheet, SeatLink
from tests import factories


def day(ahead: int):
    return timezone.localdate() + timedelta(days=ahead)


def sit(member: Membership, forum, title="Plads", **fields):
    """A seat of the member in the forum."""
    return factories.make_forum_seat(forum, title, membership=member, **fields)


def speak_for(member: Membership, actor) -> None:
    """The leader has said that the partner speaks for the actor."""
    Representation.objects.create(plan=member.plan, membership=member, actor=actor)


def ask_to_approve(seat, **fields) -> Approval:
    """Minutes of a meeting went out, and whoever sits there is asked."""
    now = timezone.now()
    meeting = factories.make_meeting(seat.forum, day(-9))
    sheet = MinutesSheet.objects.create(
        plan=seat.plan, meeting=meeting, state="sent", round=1, sent_at=now - timedelta(days=3)
    )
    given = {"membership": seat.membership, "expires_at": now + timedelta(days=9), "round": 1}
    return Approval.objects.create(
        plan=seat.plan, sheet=sheet, seat=seat, token_hash=uuid.uuid4().hex, **given | fields
    )


def ask_to_come(seat, ahead=5, **fields) -> Invite:
    """An invitation that went out to the seat."""
    meeting = factories.make_meeting(seat.forum, day(ahead), place="Salen")
    given = {"sent_at": timezone.now(), "membership": seat.membership}
    return Invite.objects.create(plan=seat.plan, meeting=meeting, seat=seat, **given | fields)


def ask_when(seat, ahead=9, **fields) -> SeatLink:
    """A poll for a date that was mailed to the seat."""
    poll = seat.forum.polls.create(plan=seat.plan)
    begins = timezone.now() + timedelta(days=ahead)
    poll.times.create(plan=seat.plan, begins_at=begins, ends_at=begins + timedelta(hours=2))
    given = {"membership": seat.membership, "expires_at": begins, "token_hash": uuid.uuid4().hex}
    return SeatLink.objects.create(plan=seat.plan, seat=seat, poll=poll, **given | fields)


def offer_deal(listing, giver, **fields) -> Agreement:
    """The giver has said yes to a deal about the listing; the one behind it has not."""
    answer = factories.make_answer(listing, giver)
    given = {"giver_yes_at": timezone.now(), "starts_on": day(9), "what": listing.title}
    people = {"giver_person": "Vagten", "taker_person": "Formanden"}
    return Agreement.objects.create(
        plan=listing.plan, answer=answer, giver=giver, taker=listing.actor, **people, **given | fields
    )


def ask_to_borrow(place, borrower, ahead=4, **fields):
    """A time that is held until the owner says yes."""
    booking = factories.make_booking(place, borrower=borrower, day=day(ahead), **fields)
    booking.holds.update(awaits=True)
    return booking


def promise_at_meeting(seat, what="Ring til driften", ahead=-3):
    """What whoever sits there promised at a meeting."""
    meeting = factories.make_meeting(seat.forum, day(-20))
    return promise(meeting=meeting, item=None, seat=seat, by=None, what=what, due=day(ahead))


def one_of_each(member: Membership, own, number: int) -> None:
    """Everything once more for the member, who speaks for, holds or wrote what stands for `own`."""
    plan, user = member.plan, member.user
    forum, upper = (factories.make_forum(plan, f"{name} {number}") for name in ("Forum", "Bestyrelse"))
    seat = sit(member, forum, part="chair")
    for ask in (ask_to_approve, ask_to_come, ask_when, promise_at_meeting):
        ask(seat)
    factories.make_referral(upper, forum, f"Lys {number}", due=day(-2))
    other = factories.make_actor(plan, f"Køber {number}")
    wish = factories.make_listing(own, f"Borde {number}", "wish", ends_on=day(3), created_by=user)
    offer_deal(wish, other)
    factories.make_listing(own, f"Lokale {number}", "wish")
    ask_to_borrow(factories.make_place(own, f"Sal {number}"), other, ahead=number % 60 + 2)
    event = factories.make_event(plan, f"Fest {number}", day(6), created_by=user)
    factories.make_guest(event, state="waiting")
    factories.make_game(plan, f"Spil {number}", held_by=member, held_on=day(5))
    factories.make_talk(own, day(4), held_by=member)
    plan.partners.create(initiative=plan.initiatives.create(name=f"Indsats {number}"), actor=own)
    do_by_others(plan, forum, other)


def do_by_others(plan, forum, actor) -> None:
    """A colleague put in the forum, the actor, a notice and a meeting: the log says so."""
    by = factories.make_user("Mette Kollega")
    notice = factories.make_notice(plan, "Suppe", actor=actor)
    for row in (forum, actor, notice, forum.meetings.order_by("-begins_at").first()):
        record(plan=plan, by=by, verb="create", obj=row)
