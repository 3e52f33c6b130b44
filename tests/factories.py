"""Plain functions that make rows for tests; every argument has a default."""

import functools
import itertools
import uuid
from datetime import date, time, timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from accounts.models import Area, Membership, Plan, TargetGroup, User
from actors.models import Actor, Contact, ContactNote, FollowUp, Interview, Ray, Talk
from exchange.availability import span_of
from exchange.free_times import held
from exchange.models import Answer, Booking, Facility, Hold, Listing, Message, Notice
from mapping.models import (
    Activity,
    Collaboration,
    Form,
    Initiative,
    Participation,
    Partner,
    PartnerPart,
    Review,
    ReviewAnswer,
)
from meetings.models import AgendaItem, Event, EventGuest, Forum, ForumSeat, Meeting, Referral, TableNote
from meetings.referral_actions import send_referral
from reports.models import Goal, GoalStory, Indicator, IndicatorValue
from valuegame.actions import make_move
from valuegame.models import Game, Seat
from valuegame.rules import Kind

_numbers = itertools.count(1)
# What the form of a plan always asks for.
CARE_FOR_TIME = {"contacts_at_most": "3", "contacts_within_days": "30", "forgotten_after_days": "90"}
PASSWORD = "grøn-gavl-med-gul-dør-7"


def make_user(name="Alma Bøgh", email=None, **fields) -> User:
    """A user who can log in with PASSWORD."""
    email = email or f"bruger{next(_numbers)}@solbakken.example"
    fields.setdefault("password", _hashed_password(*settings.PASSWORD_HASHERS))
    return User.objects.create(email=email, name=name, **fields)


@functools.cache
def _hashed_password(*hashers: str) -> str:
    """PASSWORD as it is stored by these; hashing is slow by design, so once is enough."""
    return make_password(PASSWORD)


def make_plan(name="Solbakken", slug=None, **fields) -> Plan:
    """A plan without areas, words or members."""
    return Plan.objects.create(name=name, slug=slug or f"plan-{next(_numbers)}", **fields)


def make_membership(plan, user=None, role="staff", **fields) -> Membership:
    """A user's role in the plan."""
    return Membership.objects.create(plan=plan, user=user or make_user(), role=role, **fields)


def make_area(plan, name="Østhøj", **fields) -> Area:
    """A housing area."""
    return Area.objects.create(plan=plan, name=name, **fields)


def make_target_group(plan, name="Børn og unge", **fields) -> TargetGroup:
    """A target group."""
    return TargetGroup.objects.create(plan=plan, name=name, **fields)


def make_actor(plan, name=None, kind="municipal", areas=(), target_groups=(), **fields) -> Actor:
    """An actor with a name of its own."""
    actor = Actor.objects.create(plan=plan, name=name or f"Aktør {next(_numbers)}", kind=kind, **fields)
    actor.areas.set(areas)
    actor.target_groups.set(target_groups)
    return actor


def make_contact(actor, name="Lone Riis", role="formidler", **fields) -> Contact:
    """A contact person, not asked for consent unless fields say so."""
    return Contact.objects.create(plan=actor.plan, actor=actor, name=name, role=role, **fields)


def make_collaboration(plan, *actors, form=Form.COORDINATE, about="Lektiehjælp tirsdag", **fields):
    """A collaboration between the given actors, or two new ones."""
    actors = actors or (make_actor(plan), make_actor(plan))
    collaboration = Collaboration.objects.create(plan=plan, form=form, about=about, **fields)
    Participation.objects.bulk_create(
        Participation(plan=plan, collaboration=collaboration, actor=actor) for actor in actors
    )
    return collaboration


def make_initiative(plan, name="Højskoledagene", target_groups=(), areas=(), **fields) -> Initiative:
    """An initiative without partners, an idea unless fields say so."""
    initiative = Initiative.objects.create(plan=plan, name=name, **fields)
    initiative.target_groups.set(target_groups)
    initiative.areas.set(areas)
    return initiative


def make_partner(initiative, actor=None, **parts) -> Partner:
    """A partner; `phase_3=("Vært", "Festsal", "Naboer")` is what it does, brings and gains in that phase."""
    plan, actor = initiative.plan, actor or make_actor(initiative.plan)
    partner = Partner.objects.create(plan=plan, initiative=initiative, actor=actor)
    for phase, (role, contribution, gain) in parts.items():
        PartnerPart.objects.create(
            plan=plan, partner=partner, phase=int(phase.removeprefix("phase_")), role=role,
            contribution=contribution, gain=gain,
        )  # fmt: skip
    return partner


def make_review(initiative, kind="conditions", held_on=date(2026, 5, 4), levels=None, **fields) -> Review:
    """A sitting at which these levels were answered, {question: level}."""
    fields.setdefault("phase", initiative.phase)
    review = Review.objects.create(
        plan=initiative.plan, initiative=initiative, kind=kind, held_on=held_on, **fields
    )
    for key, level in (levels or {"leaders": 1}).items():
        ReviewAnswer.objects.create(plan=initiative.plan, review=review, key=key, level=level)
    return review


def make_talk(actor, held_on=date(2026, 10, 14), source="talk", rays=None, **fields) -> Talk:
    """A talk; `rays` is {value 1–5 or a name of the actor's own: level, or (level, gains, gives)}."""
    talk = Talk.objects.create(plan=actor.plan, actor=actor, held_on=held_on, source=source, **fields)
    for place, (which, said) in enumerate((rays or {}).items()):
        level, gains, gives = said if isinstance(said, tuple) else (said, "", "")
        key = {"value": which} if isinstance(which, int) else {"name": which}
        Ray.objects.create(
            plan=actor.plan, talk=talk, level=level, gains=gains, gives=gives, position=place, **key
        )
    return talk


def make_interview(actor, held_on=date(2026, 10, 14), **fields) -> Interview:
    """An interview without answers."""
    return Interview.objects.create(plan=actor.plan, actor=actor, held_on=held_on, **fields)


def make_contact_note(actor, on=date(2026, 10, 14), text="Aftalte et besøg", **fields) -> ContactNote:
    """A line in the contact log."""
    return ContactNote.objects.create(plan=actor.plan, actor=actor, on=on, text=text, **fields)


def make_follow_up(actor, what="Ring om lokalet", due=date(2026, 10, 20), **fields) -> FollowUp:
    """An open promise about an actor."""
    return FollowUp.objects.create(plan=actor.plan, actor=actor, what=what, due=due, **fields)


SEATS = ("Biblioteket på Bakken", "Nabomødrene", "Købmand Ågaard", "Jobhuset Øst")


def make_game(plan, title="Fritidsjob i Solbakken", seats=SEATS, **fields) -> Game:
    """A value game with these organisations, each a name or an actor."""
    game = Game.objects.create(plan=plan, title=title, **fields)
    for place, seat in enumerate(seats, start=1):
        actor = seat if isinstance(seat, Actor) else None
        Seat.objects.create(
            plan=plan, game=game, actor=actor, position=place, kind=actor.kind if actor else "other",
            name=actor.label[:24] if actor else seat,
        )  # fmt: skip
    return game


def some_id(number: int) -> str:
    """An id for what is made in a game, the same at each run."""
    return str(uuid.UUID(int=number, version=4))


def make_moves(game, *moves) -> None:
    """Moves of a game: (kind, value) or (kind, value, target) or (kind, value, target, seat)."""
    for kind, value, *rest in moves:
        target = rest[0] if rest else ""
        seat = rest[1] if len(rest) > 1 else None
        game.refresh_from_db()
        make_move(
            game=game, move_id=uuid.uuid4(), clock=game.version + 1, kind=Kind(kind), value=value,
            target=target, seat=seat, now=timezone.now(),
        )  # fmt: skip
    game.refresh_from_db()


def make_activity(
    actor, title="Fodbold", day=date(2026, 12, 3), hours=(17, 19), groups=(), **fields
) -> Activity:
    """An activity of the actor on one day; with `every` and `until` a series."""
    span = span_of(day, time(hours[0]), time(hours[1]))
    made = Activity.objects.create(
        plan=actor.plan, actor=actor, title=title, begins_at=span.begin, ends_at=span.end, **fields
    )
    made.target_groups.set(groups)
    return made


def make_place(owner, name="Festsalen", **fields) -> Facility:
    """A room of the actor's that can be borrowed, open all days."""
    return Facility.objects.create(plan=owner.plan, owner=owner, name=name, **fields)


def make_booking(
    *places, borrower=None, day=date(2026, 12, 3), begin=time(16), end=time(18), **fields
) -> Booking:
    """A booking of the places on the day, from one time on the wall to the other."""
    plan, span = places[0].plan, span_of(day, begin, end)
    booking = Booking.objects.create(
        plan=plan, borrower=borrower or places[0].owner, begins_at=span.begin, ends_at=span.end,
        **({"title": "Fællesspisning"} | fields),
    )  # fmt: skip
    for place in places:
        around = held(place, span)
        Hold.objects.create(
            plan=plan, booking=booking, facility=place, begins_at=around.begin, ends_at=around.end,
            is_live=booking.cancelled_at is None,
        )  # fmt: skip
    return booking


def make_listing(actor, title="Mødelokale til 20", direction="offer", kind="room", **fields) -> Listing:
    """An offer or a wish that stands for another month."""
    fields.setdefault("ends_on", timezone.localdate() + timedelta(days=30))
    return Listing.objects.create(
        plan=actor.plan, actor=actor, title=title, direction=direction, kind=kind, **fields
    )


def make_notice(plan, title="Suppe i gården", **fields) -> Notice:
    """A notice that stands for another month; joint unless an actor is given."""
    fields.setdefault("last_on", timezone.localdate() + timedelta(days=30))
    fields.setdefault("when_text", "Hver torsdag kl. 17–20")
    return Notice.objects.create(plan=plan, title=title, **fields)


def make_answer(listing, actor, text="Det vil vi gerne", **fields) -> Answer:
    """A talk that the actor has begun with one message."""
    answer = Answer.objects.create(plan=listing.plan, listing=listing, actor=actor, **fields)
    Message.objects.create(plan=listing.plan, answer=answer, actor=actor, text=text)
    return answer


def make_forum(plan, name="Følgegruppe Østhøj", kind="follow_up", **fields) -> Forum:
    """A forum without seats."""
    return Forum.objects.create(plan=plan, name=name, kind=kind, **fields)


def make_forum_seat(forum, title="Skolen", **fields) -> ForumSeat:
    """A seat that nobody sits in unless fields say so."""
    return ForumSeat.objects.create(plan=forum.plan, forum=forum, title=title, **fields)


def make_meeting(forum, day=date(2026, 12, 3), begin=time(16), end=time(18), **fields) -> Meeting:
    """A meeting on the day, from one time on the wall to the other."""
    span = span_of(day, begin, end)
    return Meeting.objects.create(
        plan=forum.plan, forum=forum, begins_at=span.begin, ends_at=span.end, **fields
    )


def make_event(plan, title="Kend din nabo", day=date(2026, 12, 3), begin=time(16), end=time(18), **fields):
    """An event for 40 on the day, with nobody signed up."""
    span = span_of(day, begin, end)
    return Event.objects.create(
        plan=plan, title=title, begins_at=span.begin, ends_at=span.end, **fields
    )  # fmt: skip


def make_guest(event, organisation="Skakklubben", name="Ib Dam", **fields) -> EventGuest:
    """One who has a place, unless `state` says another thing; each stands behind the one before."""
    fields.setdefault("queued_at", timezone.now() + timedelta(seconds=next(_numbers)))
    fields.setdefault("email", f"gæst{next(_numbers)}@forening.example".replace("æ", "ae"))
    return EventGuest.objects.create(
        plan=event.plan, event=event, organisation=organisation, name=name, **fields
    )  # fmt: skip


def make_note(guest, strengths="Vi kan lære fra os", **fields) -> TableNote:
    """What a guest told at the table."""
    return TableNote.objects.create(plan=guest.plan, guest=guest, strengths=strengths, **fields)


def make_agenda_item(forum, title="Lys på stien", meeting=None, **fields) -> AgendaItem:
    """An item of the forum's own, in the backlog unless a meeting is given."""
    return AgendaItem.objects.create(plan=forum.plan, forum=forum, title=title, meeting=meeting, **fields)


def make_referral(sender, to, title="Lys på stien", now=None, **fields) -> Referral:
    """An item that one forum has sent to another."""
    values = {"ask": "decide", "title": title, "text": "Kan vi få to lamper?", "due": None, "links": ""}
    return send_referral(sender=sender, to=to, by=None, values=values | fields, now=now or timezone.now())


def make_goal(plan, name="Flere unge får et fritidsjob", **fields) -> Goal:
    """A goal that the work can move, without indicators."""
    return Goal.objects.create(plan=plan, name=name, **{"influence": "yes", "measured": "no", **fields})


def make_indicator(goal, name="Unge i fritidsjob", **fields) -> Indicator:
    """One that is counted by hand each month; `automatic` makes it count itself."""
    return Indicator.objects.create(plan=goal.plan, goal=goal, name=name, **{"influence": "yes", **fields})


def make_value(indicator, first=date(2026, 10, 1), amount=12, **fields) -> IndicatorValue:
    """What was counted for the period that begins on that day."""
    fields.setdefault("at", timezone.now())
    return IndicatorValue.objects.create(
        plan=indicator.plan, indicator=indicator, first=first, amount=amount, **fields
    )  # fmt: skip


def make_story(goal, title="Byggemarkedet ringede selv", **fields) -> GoalStory:
    """What happened, a while ago."""
    values = {"text": "De ville tage to mere om lørdagen.", "on": date(2026, 10, 14), **fields}
    return GoalStory.objects.create(plan=goal.plan, goal=goal, title=title, **values)
