"""What gives the people of the demo plan something on Overblik: asked, agreed, planned, and done by others."""

import uuid
from datetime import date, timedelta

from django.utils import timezone

from accounts.audit import record, record_each
from accounts.models import Membership, Plan
from actors.models import Talk
from exchange.models import Listing
from exchange.talk_actions import Side, begin_talk, say, write_agreement
from exchange.talk_actions import say_yes as agree
from meetings.invite_mail import said_of
from meetings.models import Invite
from meetings.presence import Part
from reports.demo_places import actor_named

FORUM = "Ressourcenetværk Naboskab"


def write_overview(plan: Plan, today: date) -> None:
    """An invitation to the team's seat, a deal that waits for the partner, a talk, and what a colleague did."""
    amina, mads = (plan.memberships.get(user__name__startswith=name) for name in ("Amina", "Mads"))
    _invite(plan, amina)
    _offer(plan, mads, today)
    Talk.objects.create(
        plan=plan, actor=actor_named(plan, "Cykelværksted"), held_on=today + timedelta(days=1), held_by=amina
    )
    _tell(plan, mads)


def _invite(plan: Plan, member: Membership) -> None:
    """Asked to the next meeting of the network, and not answered yet."""
    now = timezone.now()
    meeting = plan.meetings.filter(forum__name=FORUM).coming(now).first()
    said = said_of(meeting, Part(meeting.begins_at, meeting.ends_at)).key
    Invite.objects.get_or_create(
        meeting=meeting, seat=meeting.forum.seats.current().get(membership=member),
        defaults={"plan": plan, "membership": member, "sent_at": now - timedelta(days=1), "sent_as": said},
    )  # fmt: skip


def _offer(plan: Plan, by: Membership, today: date) -> None:
    """The library helps at the residents' feast; they have not said yes yet."""
    wish = Listing.objects.get(plan=plan, title="Fem frivillige til gårdfesten")
    answer = begin_talk(listing=wish, actor=actor_named(plan, "Bibliotek"), by=by.user)
    theirs = Side(answer, answer.actor, by.user)
    say(side=theirs, text="Vi kan komme med fem lektieguider fra kl. 14.", submission=uuid.uuid4())
    values = {
        "what": "Fem frivillige til gårdfesten", "terms": "De får mad og en kontaktperson på dagen.",
        "in_return": "Et bord til biblioteket ved indgangen.", "starts_on": today + timedelta(days=19),
        "ends_on": today + timedelta(days=19), "giver_person": "Den, der har vagt",
        "taker_person": "Formanden", "if_not_kept": "Sig til to dage før.",
    }  # fmt: skip
    row = write_agreement(side=theirs, values=values, version=0, now=timezone.now())
    agree(side=theirs, version=row.version, now=timezone.now())


def _tell(plan: Plan, by: Membership) -> None:
    """The log says that a colleague put in three actors and a collaboration."""
    newest = plan.actors.active().order_by("-created_at", "name")[:3]
    record_each(plan=plan, by=by.user, verb="create", objects=newest)
    work = plan.collaborations.ongoing(timezone.localdate()).exclude(about="").order_by("about").first()
    record(plan=plan, by=by.user, verb="create", obj=work)
