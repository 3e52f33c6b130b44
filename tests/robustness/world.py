"""A small plan with one of everything, under the same ids each time, so that addresses can be kept."""

import time
import uuid
from datetime import UTC, date, datetime, timedelta
from datetime import time as at
from decimal import Decimal

from allauth.account.forms import EmailAwarePasswordResetTokenGenerator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import MD5PasswordHasher
from django.urls import reverse
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from accounts.actions import add_focus_preset, hash_token
from accounts.audit import record
from accounts.models import AuditEntry, Invitation, Plan, User
from actors.models import (
    ActorKind,
    Competence,
    ConsentEvent,
    GuideQuestion,
    ImportDraft,
    InterviewAnswer,
    Need,
    Resource,
)
from exchange.availability import span_of
from exchange.calendar_reading import Found, packed
from exchange.models import Agreement, Booking, CalendarDraft, Hold, Picture, PublicPage
from mapping.models import MatchAnswer, Story
from meetings import agenda_actions
from meetings.models import TableNote
from meetings.referral_actions import send_referral, take_step
from meetings.referral_rules import Act
from reports.models import ValueDraft
from reports.value_actions import Wanted, write_values
from reports.value_import import Stored
from reports.value_marks import mark_of
from tests import factories
from tests.light_client import LightClient

NAMESPACE = uuid.UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
TOKEN = "tokenet-i-mailen"
# What the generator writes where a code is asked for.
CODE = "123456"
CSV = "Navn;Aktørtype;Kontaktperson;Rolle\nRytmikken;Frivillig organisation;Ib Iversen;leder\n"
# Old enough that nothing made here depends on the day the tests run.
LONG_AGO = datetime(2026, 1, 5, 9, tzinfo=UTC)


def id_of(name: str) -> uuid.UUID:
    """The id that the thing of this name always has."""
    return uuid.uuid5(NAMESPACE, name)


def number_of(name: str) -> int:
    """The same for what is numbered: high enough that no sequence reaches it."""
    return 1_000_000_000 + id_of(name).int % 1_000_000_000


def make_world(slug: str = "solbakken", name: str = "Solbakken") -> Plan:
    """A plan with members of every role, words, actors, contacts, collaborations and an open invitation."""
    plan = factories.make_plan(name, slug=slug, id=id_of(slug), housing_organisations="Østhøj Bolig\nBo Syd")
    users = {role: _member(plan, role) for role in ("leader", "staff", "reader", "partner")}
    _helper(plan)
    areas = [factories.make_area(plan, f"Østhøj {n}", id=id_of(f"{slug} area {n}")) for n in range(2)]
    groups = [factories.make_target_group(plan, f"Børn {n}", id=id_of(f"{slug} group {n}")) for n in range(3)]
    add_focus_preset(plan=plan, by=users["leader"], preset_key="2019-26")
    actors = [_actor(plan, n, kind, areas, groups) for n, kind in enumerate(ActorKind.values)]
    _collaborations(plan, actors, groups)
    _said_and_promised(plan, actors, users["leader"])
    _waiting(plan, users["leader"])
    _games(plan, actors)
    _lent(plan, actors)
    _wanted(plan, actors, users["leader"])
    _told(plan, actors, users["leader"])
    _subscribed(plan)
    _waited_for(plan, actors)
    _met(plan, actors, users["leader"])
    _hosted(plan, actors, users["leader"])
    _together(plan, actors)
    _ordered(plan)
    _planned(plan, actors, areas, groups)
    _aimed(plan, users["leader"])
    return plan


def _together(plan: Plan, actors: list) -> None:
    """An initiative that goes on, an idea, and one put away; partners, some out again; talks, and sheets."""
    slug = plan.slug
    for n, (phase, gone) in enumerate(((3, None), (1, None), (5, LONG_AGO))):
        one = factories.make_initiative(
            plan, f"Dage {n}", id=id_of(f"{slug} initiative {n}"), phase=phase, archived_at=gone,
            coordinator=actors[0], areas=plan.areas.all()[:n], target_groups=plan.targetgroups.all()[:n],
        )  # fmt: skip
        for place, removed in enumerate((None, None, LONG_AGO)):
            partner = one.partners.create(
                plan=plan, actor=actors[place], removed_at=removed, id=id_of(f"{slug} partner {n}{place}")
            )
            partner.parts.create(plan=plan, phase=3, role="Vært", contribution="Sal")
        for place, (kind, removed) in enumerate(
            (("factors", None), ("factors", LONG_AGO), ("conditions", None), ("conditions", None))
        ):
            key = "backing" if kind == "factors" else "leaders"
            factories.make_review(
                one,
                kind,
                LONG_AGO.date(),
                {key: 1},
                removed_at=removed,
                id=id_of(f"{slug} review {n}{place}"),
            )
    Story.objects.create(plan=plan, initiative=plan.initiatives.get(name="Dage 0"), headline="Fire dage")


def client_of(plan: Plan, role: str, **options) -> LightClient:
    """A browser of the plan's member with this role, who has just shown who they are; nobody for ""."""
    # A fault is told of with what was sent, by who sent it.
    client = LightClient(raise_request_exception=False, **options)
    if role:
        client.force_login(User.objects.get(email=_mail(plan.slug, role)))
        session = client.session
        # What allauth keeps of a password given anew; without it every page of the second step asks again.
        proof = {"method": "password", "at": time.time(), "reauthenticated": True}
        session["account_authentication_methods"] = [proof]
        session["account_authentication_methods_user"] = session["_auth_user_id"]
        session.save()
    return client


def reset_link() -> str:
    """The link in a mail to the reader, who forgot the password."""
    reader = User.objects.get(email=_mail("solbakken", "reader"))
    token = EmailAwarePasswordResetTokenGenerator().make_token(reader)
    return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(reader), token])


def _mail(slug: str, role: str) -> str:
    return f"{role}@{slug}.example"


def _member(plan: Plan, role: str) -> User:
    number = number_of(f"{plan.slug} {role} user")
    user = factories.make_user(f"Alma {role}", email=_mail(plan.slug, role), id=number, password=_stored())
    factories.make_membership(plan, user, role=role, id=id_of(f"{plan.slug} {role}"))
    return user


def _stored() -> str:
    """The password as stored, the same in every process: a link in a mail hangs on it, and is made by one."""
    return MD5PasswordHasher().encode(factories.PASSWORD, "verden")


def _helper(plan: Plan) -> None:
    """Somebody of the platform's support, with leave to look."""
    user = factories.make_user("Sus Support", email=_mail(plan.slug, "support"), is_support=True)
    ends = datetime.now(tz=UTC) + timedelta(days=2)
    factories.make_membership(plan, user, role="support", ends_at=ends, id=id_of(f"{plan.slug} support"))


def _actor(plan, n, kind, areas, groups):
    """An actor with a contact person, a competence and a resource."""
    actor = factories.make_actor(
        plan, f"{plan.name}s Åhus {n}", kind=kind, areas=areas[: n % 3], target_groups=groups[: n % 4],
        id=id_of(f"{plan.slug} actor {n}"), centre_type="library" if n == 0 else "", address="Ågade 3", email="hus@bo.example",
        archived_at=LONG_AGO if n == 5 else None,
    )  # fmt: skip
    contact = factories.make_contact(
        actor, f"Lone Riis {n}", id=id_of(f"{plan.slug} contact {n}"), phone="20 30 40 50",
        deleted_at=LONG_AGO if n == 4 else None,
    )  # fmt: skip
    if n < 2:
        _said_yes(contact)
    Competence.objects.create(plan=plan, actor=actor, kind="professional", text="Sundhed")
    Resource.objects.create(
        plan=plan, actor=actor, kind="room", text="Mødelokale", id=id_of(f"{plan.slug} resource {n}")
    )
    return actor


def _said_yes(contact) -> None:
    """The contact has given consent, and the columns say what the newest event says."""
    until = (datetime.now(tz=UTC) + timedelta(days=300)).date()
    ConsentEvent.objects.create(
        plan=contact.plan, contact=contact, state="given", scope="team,plan", method="spoken", until=until,
        at=LONG_AGO,
    )  # fmt: skip
    contact.consent_state, contact.consent_scope, contact.consent_until = "given", "team,plan", until
    contact.save()


def _collaborations(plan, actors, groups) -> None:
    """One that goes on, one that has ended, one between three without a subject."""
    leader = plan.memberships.get(role="leader").user
    for n, (parts, fields) in enumerate(
        [
            (actors[:2], {"coordinator": actors[0], "since": LONG_AGO.date()}),
            (actors[1:3], {"until": LONG_AGO.date(), "form": 5}),
            (actors[2:5], {"about": "", "form": 1}),
        ]
    ):
        made = factories.make_collaboration(plan, *parts, id=id_of(f"{plan.slug} work {n}"), **fields)
        made.target_groups.set(groups[:n])
        record(plan=plan, by=leader, verb="create", obj=made)


def _said_and_promised(plan: Plan, actors, leader: User) -> None:
    """Talks, an interview, contacts, promises and an answer to a suggestion, as they stand and deleted."""
    us, day = plan.memberships.get(role="leader"), LONG_AGO.date()
    for n, gone in enumerate((None, LONG_AGO)):
        kept = {"deleted_at": gone}
        talk = factories.make_talk(
            actors[n], day, rays={1: (2, "Flere unge", ""), 5: 3}, held_by=us, id=id_of(f"{plan.slug} talk {n}"),
            **kept,
        )  # fmt: skip
        # Several, since the first to be removed may be asked for by htmx, which is told so by another status.
        for name in ("Stolthed", "Ro", "Gode naboer", "Et godt navn"):
            talk.rays.create(plan=plan, id=id_of(f"{plan.slug} {name} {n}"), name=name, position=9)
        interview = factories.make_interview(
            actors[n], day, held_by=us, id=id_of(f"{plan.slug} interview {n}"), **kept
        )
        InterviewAnswer.objects.create(
            plan=plan,
            interview=interview,
            question_key="limits",
            question="Hvad helst ikke?",
            value=4,
            text="Støj",
        )
        note = factories.make_contact_note(
            actors[n], day, by=leader, id=id_of(f"{plan.slug} note {n}"), submission=id_of(f"{plan.slug} {n}"),
            **kept,
        )  # fmt: skip
        for state, fields in (("open", {}), ("done", {"done_at": LONG_AGO, "done_by": leader})):
            factories.make_follow_up(
                actors[n], due=day, responsible=us, note=note, talk=talk, **fields, **kept,
                id=id_of(f"{plan.slug} promise {state} {n}"),
            )  # fmt: skip
    Need.objects.create(
        plan=plan, actor=actors[1], kind="room", text="Et mødelokale", id=id_of(f"{plan.slug} need 0")
    )
    GuideQuestion.objects.create(
        plan=plan, value=2, text="Hvilke kurser?", id=id_of(f"{plan.slug} question 0")
    )
    a, b = sorted((actors[0], actors[3]), key=lambda one: one.pk)
    MatchAnswer.objects.create(
        plan=plan,
        a=a,
        b=b,
        answer="no",
        reason="other",
        fingerprint="0" * 64,
        by=leader,
        id=id_of(f"{plan.slug} match 0"),
    )


def _ordered(plan: Plan) -> None:
    """Reports of the leader: one to be made, one that is done, one that was stopped."""
    own, now = plan.memberships.get(role="leader"), datetime.now(tz=UTC)
    for n, (state, ended) in enumerate((("waiting", None), ("done", now), ("stopped", now))):
        job = plan.paperjobs.create(
            membership=own, role="leader", key="netvaerket", name="Netværkets udvikling", state=state,
            ordered_at=now, ended_at=ended, expires_at=now + timedelta(days=2), id=id_of(f"{plan.slug} paper {n}"),
        )  # fmt: skip
        if state == "done":
            plan.paperfiles.create(job=job, data=b"%PDF-1.7 ", size=9, made_at=now)


def _games(plan: Plan, actors) -> None:
    """A game that is on, one that has ended and one deleted, each with an actor, two names, and one gone."""
    for n, fields in enumerate(({}, {"closed_at": LONG_AGO}, {"deleted_at": LONG_AGO})):
        game = factories.make_game(
            plan, seats=(), id=id_of(f"{plan.slug} game {n}"), link=f"{plan.slug}-{n}",
            code=CODE if (plan.slug, n) == ("solbakken", 0) else f"{plan.slug[:4].upper()}A{n}", submission=id_of(f"{plan.slug} sent {n}"), **fields,
        )  # fmt: skip
        for place, name in enumerate(("Åhuset", "Nabomødrene", "Jobhuset Øst", "Gået hjem")):
            game.seats.create(
                plan=plan, name=name, position=place, id=id_of(f"{plan.slug} seat {n} {place}"),
                actor=actors[place] if place < 2 else None, removed_at=LONG_AGO if place == 3 else None,
            )  # fmt: skip
        for number, move in enumerate(_moves(plan, n), start=1):
            game.moves.create(
                plan=plan, move_id=id_of(f"{plan.slug} move {n} {number}"), number=number, clock=number,
                at=LONG_AGO, **move,
            )  # fmt: skip
            plan.games.filter(pk=game.pk).update(version=number, shared_version=number)


def _moves(plan: Plan, n: int) -> list[dict]:
    """One thing of each kind that is carried on after a game."""
    first, second = (str(id_of(f"{plan.slug} seat {n} {place}")) for place in (0, 1))
    one, gift = str(id_of(f"{plan.slug} agreed {n}")), str(id_of(f"{plan.slug} gift {n}"))
    laid = [
        {"kind": "lay", "value": "gets", "target": "1", "seat_id": first},
        {"kind": "star", "value": "1", "seat_id": first},
        {"kind": "lay", "value": "wants", "target": "4", "seat_id": second},
    ]
    agreed = [
        {"kind": "adjust", "value": "Åbent om torsdagen", "target": one},
        {"kind": "adjust_who", "value": first, "target": one},
        {"kind": "adjust_when", "value": "2026-02-01", "target": one},
        {"kind": "offer", "value": "Et lokale", "target": f"{gift}:{first}:{second}"},
    ]
    return [{"kind": "step", "value": "lay"}, *laid, *agreed]


def _subscribed(plan: Plan) -> None:
    """The leader's calendar of the hall, whose address is known."""
    plan.feeds.create(
        membership=plan.memberships.get(role="leader"), kind="place", token_hash=hash_token(plan.slug),
        facility=plan.facilitys.get(pk=id_of(f"{plan.slug} place 0")), id=id_of(f"{plan.slug} feed 0"),
    )  # fmt: skip


def _waited_for(plan: Plan, actors: list) -> None:
    """A kitchen whose owner is asked first, with bookings that wait for the yes, and some on the waiting list."""
    slug, day = plan.slug, date.today() + timedelta(days=40)
    kitchen = factories.make_place(
        actors[0], "Køkkenet", needs_approval=True, id=id_of(f"{slug} kitchen")
    )  # fmt: skip
    for n in range(2):
        held = span_of(day + timedelta(days=n), at(16), at(18))
        span = {"begins_at": held.begin, "ends_at": held.end}
        booking = Booking.objects.create(
            plan=plan, borrower=actors[1], title=f"Suppe {n}", id=id_of(f"{slug} asked {n}"), **span
        )
        Hold.objects.create(
            plan=plan, booking=booking, facility=kitchen, awaits=True, id=id_of(f"{slug} hold {n}"), **span
        )
        wait = plan.waits.create(title=f"Kor {n}", borrower=actors[2], id=id_of(f"{slug} wait {n}"), **span)
        wait.facilities.add(kitchen)


def _lent(plan: Plan, actors: list) -> None:
    """A hall and a projector on the list, a bicycle that is not; some bookings, one of them cancelled."""
    slug, soon = plan.slug, date.today() + timedelta(days=20)
    hall, projector, _ = (
        factories.make_place(actors[0], name, kind=kind, archived_at=gone, id=id_of(f"{slug} place {n}"))
        for n, (name, kind, gone) in enumerate((
            ("Festsalen", "room", None), ("Projektoren", "equipment", None), ("Ladcyklen", "equipment", LONG_AGO),
        ))
    )  # fmt: skip
    for n, (places, cancelled) in enumerate(
        (((hall, projector), None), ((hall,), None), ((hall,), LONG_AGO))
    ):
        factories.make_booking(
            *places, borrower=actors[1], day=soon + timedelta(days=n), cancelled_at=cancelled,
            id=id_of(f"{slug} booking {n}"), series=id_of("a series") if n < 2 else None,
        )  # fmt: skip


def _planned(plan: Plan, actors: list, areas: list, groups: list) -> None:
    """Two offers for the same children on the same evening, one that is off, and a calendar that waits."""
    slug, soon = plan.slug, date.today() + timedelta(days=20)
    for n, (hours, gone) in enumerate((((17, 19), None), ((18, 20), None), ((9, 10), LONG_AGO))):
        factories.make_activity(
            actors[n], f"Fodbold {n}", soon, hours, groups[:1], every=1, until=soon + timedelta(days=60),
            area=areas[0], is_public=True, cancelled_at=gone, id=id_of(f"{slug} activity {n}"),
        )  # fmt: skip
    plan.activitys.get(title="Fodbold 0").changes.create(plan=plan, day=soon + timedelta(days=7))
    begin = datetime.now(tz=UTC) + timedelta(days=9)
    draft = CalendarDraft(
        id=id_of(f"{slug} calendar"), plan=plan, by=User.objects.get(email=_mail(slug, "leader")),
        actor=actors[0],
    )  # fmt: skip
    draft.found = packed([Found("a", "Kor", "", "Salen", begin, begin + timedelta(hours=1))])
    draft.save()


def _met(plan: Plan, actors: list, leader: User) -> None:
    """A board with two groups under it, one of them ended; seats, a charter, meetings, and what they sent."""
    slug, soon = plan.slug, datetime.now(tz=UTC) + timedelta(days=20)
    board = None
    for n, (kind, gone) in enumerate(
        (("board", None), ("follow_up", None), ("work", LONG_AGO), ("house", None))
    ):
        forum = plan.forums.create(
            kind=kind, name=f"Forum {n}", parent=board if n == 1 else None, ended_at=gone,
            id=id_of(f"{slug} forum {n}"),
        )  # fmt: skip
        board = board or forum
        for place, more in enumerate(({"removed_at": LONG_AGO}, {"contact": actors[n].contacts.first()}, {})):
            forum.seats.create(
                plan=plan, title=f"Plads {place}", actor=actors[n], id=id_of(f"{slug} forum seat {n}{place}"), **more
            )  # fmt: skip
    east = plan.forums.get(name="Forum 1")
    for place in (1, 2):
        seat = east.seats.get(title=f"Plads {place}")
        day = soon.date() + timedelta(days=place)
        east.turns.create(plan=plan, seat=seat, starts_on=day, id=id_of(f"{slug} turn {place}"))
    east.charters.create(
        plan=plan,
        number=1,
        purpose="At følge med",
        in_force_on=LONG_AGO.date(),
        id=id_of(f"{slug} charter 0"),
    )
    meetings = [
        east.meetings.create(
            plan=plan, begins_at=begin, ends_at=begin + timedelta(hours=2), cancelled_at=gone,
            id=id_of(f"{slug} meeting {n}"),
        )
        for n, (begin, gone) in enumerate(((soon, None), (soon + timedelta(days=9), LONG_AGO), (LONG_AGO, None)))
    ]  # fmt: skip
    for n, (meeting, closed) in enumerate(
        ((meetings[0], None), (meetings[0], None), (None, None), (None, LONG_AGO))
    ):
        east.items.create(
            plan=plan, title=f"Punkt {n}", meeting=meeting, closed_at=closed, position=n,
            id=id_of(f"{slug} item {n}"),
        )  # fmt: skip
    _sent(plan, board, east, leader)
    _asked(plan, east, meetings)
    _minuted(plan, east, meetings, leader)
    _held(plan, board, east, leader)


def _asked(plan: Plan, east, meetings: list) -> None:
    """A link to a meeting, two polls with a link, a guest and who came, and a pulse with two tickets."""
    slug, soon = plan.slug, datetime.now(tz=UTC) + timedelta(days=25)
    coming, _, held = meetings
    seat = east.seats.get(title="Plads 2")
    links = {"plan": plan, "expires_at": soon}
    seat.links.create(meeting=coming, token_hash=hash_token(f"{TOKEN}-{slug}-moede"), **links)
    for n, gone in enumerate((None, LONG_AGO)):
        poll = east.polls.create(plan=plan, why="Vælg en dag", closed_at=gone, id=id_of(f"{slug} poll {n}"))
        for place in range(2):
            begin = soon + timedelta(days=place)
            poll.times.create(
                plan=plan, begins_at=begin, ends_at=begin + timedelta(hours=1),
                id=id_of(f"{slug} poll time {n}{place}"),
            )  # fmt: skip
        seat.links.create(poll=poll, token_hash=hash_token(f"{TOKEN}-{slug}-dato-{n}"), **links)
    held.attendances.create(plan=plan, seat=seat, came="yes")
    for n in range(3):
        held.guests.create(
            plan=plan, organisation=f"Skakklubben {n}", seat=seat, id=id_of(f"{slug} guest {n}")
        )
    asked = plan.pulserounds.create(meeting=held, sent_at=LONG_AGO, closes_at=soon)
    for n in range(2):
        asked.tickets.create(plan=plan, token_hash=hash_token(f"{TOKEN}-{slug}-puls-{n}"))


def _held(plan: Plan, board, east, leader: User) -> None:
    """A meeting that was held and is not written down yet, where something was asked; an agenda kept from it."""
    slug = plan.slug
    end = LONG_AGO + timedelta(hours=1)
    held = east.meetings.create(plan=plan, begins_at=LONG_AGO, ends_at=end, id=id_of(f"{slug} meeting 3"))
    seat = east.seats.get(title="Plads 2")
    held.invites.create(plan=plan, seat=seat, reply="yes", replied_at=LONG_AGO)
    values = {"ask": "decide", "title": "Kan vi låne salen?", "text": "", "due": None, "links": ""}
    values["id"] = id_of(f"{slug} referral 4")
    before = LONG_AGO - timedelta(hours=2)
    asked = send_referral(sender=board, to=east, by=leader, values=values, now=before)
    here = asked.items.filter(is_answer=False)
    here.update(id=id_of(f"{slug} sent item 40"))
    agenda_actions.place(item=here.get(), meeting=held, by=leader, now=before)
    item = here.get()
    held.notes.create(plan=plan, item=item, kind="decide", title=item.title, decision="Ja.", version=1)
    for n, gone in enumerate((None, LONG_AGO)):
        kept = plan.keptagendas.create(
            forum=east, name=f"Vores {n}", removed_at=gone, id=id_of(f"{slug} kept {n}")
        )
        kept.items.create(plan=plan, kind="talk", title="Nyt fra boligområdet")


def _minuted(plan: Plan, east, meetings: list, leader: User) -> None:
    """A promise made at the coming meeting, and minutes of the one that was, sent to the leader."""
    slug, own = plan.slug, plan.memberships.get(role="leader")
    what = plan.followups.create(what="Ring", due=LONG_AGO.date(), responsible=own)
    plan.meetingpromises.create(follow_up=what, meeting=meetings[0], id=id_of(f"{slug} promised 0"))
    held = meetings[2]
    item = east.items.create(plan=plan, title="Lys", meeting=held, id=id_of(f"{slug} item 9"))
    held.notes.create(plan=plan, item=item, kind="discuss", title="Lys", text="Der mangler lys.", version=1)
    in_a_month = datetime.now(tz=UTC) + timedelta(days=30)
    sheet = plan.minutessheets.create(meeting=held, state="sent", round=1, sent_at=LONG_AGO)
    for n, member in enumerate((own, None)):
        token = f"{TOKEN}-{slug}" if n else f"{slug} leder"
        sheet.approvals.create(
            plan=plan, round=1, membership=member, token_hash=hash_token(token), expires_at=in_a_month
        )


def _sent(plan: Plan, board, east, leader: User) -> None:
    """One that waits, one that was answered, one that was sent back, one taken back."""
    for n, (sender, to, act) in enumerate(
        (
            (board, east, None),
            (board, east, Act.ANSWERED),
            (east, board, Act.RETURNED),
            (east, board, Act.TAKEN_BACK),
        )
    ):
        values = {
            "ask": "decide",
            "title": f"Sag {n}",
            "text": "Kan vi?",
            "due": LONG_AGO.date(),
            "links": "",
        }
        values["id"] = id_of(f"{plan.slug} referral {n}")
        row = send_referral(sender=sender, to=to, by=leader, values=values, now=LONG_AGO)
        if act:
            forum = sender if act == Act.TAKEN_BACK else to
            take_step(referral=row, act=act, forum=forum, by=leader, now=LONG_AGO, text="Ja")
        for place, item in enumerate(row.items.order_by("is_answer")):
            row.items.filter(pk=item.pk).update(id=id_of(f"{plan.slug} sent item {n}{place}"))


def _wanted(plan: Plan, actors: list, leader: User) -> None:
    """An offer, a wish and one taken down, with a talk each; two of them with a deal, and a link by mail."""
    slug, ends = plan.slug, date.today() + timedelta(days=30)
    for n, (direction, gone) in enumerate((("wish", None), ("offer", None), ("offer", LONG_AGO))):
        listing = plan.listings.create(
            direction=direction, kind="room", actor=actors[0], title="Et lokale om torsdagen", ends_on=ends,
            withdrawn_at=gone, created_by=leader, id=id_of(f"{slug} listing {n}"),
        )  # fmt: skip
        answer = listing.answers.create(plan=plan, actor=actors[1], id=id_of(f"{slug} answer {n}"))
        answer.messages.create(plan=plan, actor=actors[1], text="Kom forbi", id=id_of(f"{slug} message {n}"))
        giver, taker = (actors[1], actors[0]) if direction == "wish" else (actors[0], actors[1])
        if n < 2:
            Agreement.objects.create(
                plan=plan, answer=answer, giver=giver, taker=taker, what="Salen", starts_on=LONG_AGO.date(),
                giver_person="Ib, vært", taker_person="Bo, formand", giver_yes_at=LONG_AGO if n else None,
                taker_yes_at=LONG_AGO, id=id_of(f"{slug} agreement {n}"),
            )  # fmt: skip
        answer.links.create(
            plan=plan, actor=actors[1], email="sal@bo.example", token_hash=hash_token(f"{TOKEN}-{slug}-{n}"),
            expires_at=datetime.now(tz=UTC) + timedelta(days=9), id=id_of(f"{slug} link {n}"),
        )  # fmt: skip


def _told(plan: Plan, actors: list, leader: User) -> None:
    """An open page; a notice of one actor, a joint one, and one taken down."""
    slug, ends = plan.slug, date.today() + timedelta(days=30)
    PublicPage.objects.create(plan=plan, is_on=True, gives_hsds=True, id=id_of(f"{slug} public page"))
    picture = Picture.objects.create(plan=plan, data=b"jpeg", width=4, height=3, id=id_of(f"{slug} picture"))
    plan.actors.filter(pk=actors[0].pk).update(is_public=True)
    plan.listings.update(is_public=True, picture=picture)
    for n, (actor, gone) in enumerate(((actors[0], None), (None, None), (actors[1], LONG_AGO))):
        plan.notices.create(
            title="Suppe i gården", when_text="Hver torsdag kl. 17–20", last_on=ends, actor=actor, is_public=True,
            withdrawn_at=gone, created_by=leader, layout="gable", value=n + 1,
            picture=None if n else picture, id=id_of(f"{slug} notice {n}"),
        )  # fmt: skip


def _hosted(plan: Plan, actors: list, leader: User) -> None:
    """An event ahead with some who come, one who waits and one who cancelled, rounds and notes; one called off."""
    slug, now = plan.slug, datetime.now(tz=UTC)
    begin = now + timedelta(days=20)
    for n, cancelled in enumerate((None, LONG_AGO)):
        event = plan.events.create(
            title="Kend din nabo", begins_at=begin, ends_at=begin + timedelta(hours=2), is_public=True,
            capacity=300, cancelled_at=cancelled, created_by=leader, sheet_sent_at=LONG_AGO,
            link=f"{slug}-event-{n}", id=id_of(f"{slug} event {n}"),
        )  # fmt: skip
        for place, state in enumerate(("coming", "coming", "coming", "waiting", "cancelled")):
            guest = event.guests.create(
                plan=plan, organisation=f"Forening {place}", name="Ib Dam", email="ib@forening.example",
                actor=actors[place] if place < 2 else None, state=state, queued_at=LONG_AGO,
                link=f"{slug}-guest-{n}-{place}", id=id_of(f"{slug} guest {n} {place}"),
            )  # fmt: skip
            if place < 2:
                TableNote.objects.create(
                    plan=plan, guest=guest, strengths="Vi kan synge", wish="Et lokale", may_share=True,
                    id=id_of(f"{slug} table note {n} {place}"),
                )  # fmt: skip
        for number, began in ((1, LONG_AGO), (2, None)):
            row = event.rounds.create(
                plan=plan, number=number, tables=1, began_at=began, id=id_of(f"{slug} round {n} {number}")
            )
            for place in range(2):
                row.seats.create(
                    plan=plan, guest_id=id_of(f"{slug} guest {n} {place}"), table=1,
                    id=id_of(f"{slug} chair {n} {number} {place}"),
                )  # fmt: skip


def _waiting(plan: Plan, leader: User) -> None:
    """What waits for an answer: an invitation, a file, a passkey; and a line in the log of each kind."""
    now = datetime.now(tz=UTC)
    Invitation.objects.create(
        plan=plan, email=f"ny@{plan.slug}.example", role="staff", token_hash=hash_token(TOKEN + plan.slug),
        invited_by=leader, expires_at=now + timedelta(days=3), id=id_of(f"{plan.slug} invitation"),
    )  # fmt: skip
    ImportDraft.objects.create(
        plan=plan, by=leader, file_name="liste.csv", data=CSV.encode(), id=id_of(f"{plan.slug} draft")
    )
    # Several, since the first to be removed may be asked for by htmx, which is told so by another status.
    for n, name in enumerate(("Min telefon", "Min bærbare", "Nøglen i skuffen")):
        Authenticator.objects.create(
            pk=number_of(f"{plan.slug} passkey {n}"), user=leader, type=Authenticator.Type.WEBAUTHN,
            data={"name": name, "credential": _passkey()},
        )  # fmt: skip
    AuditEntry.objects.create(
        plan=plan, by=leader, verb="change", object_type="actor", object_id="x", fields=["name"]
    )
    # A colleague gets the week's mail, and did something that is new to the leader.
    colleague = plan.memberships.get(pk=id_of(f"{plan.slug} staff"))
    colleague.digest_day = 2
    colleague.save()
    record(plan=plan, by=colleague.user, verb="create", obj=plan.actors.active().first())


def _passkey() -> dict:
    """What a browser sends when a passkey is made, with an invented key."""
    key = ES256({1: 2, 3: -7, -1: 1, -2: b"\1" * 32, -3: b"\2" * 32})
    credential = AttestedCredentialData.create(Aaguid.NONE, b"noegle-nummer-et", key)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT
    seen = AuthenticatorData.create(b"\0" * 32, flags, 1, credential)
    client = CollectedClientData.create("webauthn.create", b"spil", "http://testserver")
    return {
        "id": websafe_encode(b"noegle-nummer-et"),
        "rawId": websafe_encode(b"noegle-nummer-et"),
        "type": "public-key",
        "clientExtensionResults": {"credProps": {"rk": True}},
        "response": {
            "clientDataJSON": websafe_encode(client),
            "attestationObject": websafe_encode(AttestationObject.create("none", seen, {})),
        },
    }


def _aimed(plan: Plan, leader: User) -> None:
    """A goal with a part, one that was put away; indicators of every kind, figures, stories, a file."""
    slug, theme = plan.slug, plan.focusareas.first()
    made = {"focus_area": theme, "created_by": leader}
    goals = [
        factories.make_goal(plan, f"Mål {n}", id=id_of(f"{slug} goal {n}"), **made, **more)
        for n, more in enumerate(({}, {}, {"dropped_at": LONG_AGO}))
    ]
    factories.make_goal(plan, "Delmål", parent=goals[0], id=id_of(f"{slug} goal 3"), **made)
    indicators = [
        factories.make_indicator(goals[0], f"Indikator {n}", id=id_of(f"{slug} indicator {n}"), **more)
        for n, more in enumerate((
            {}, {"frequency": "quarter", "target": 9}, {"automatic": "reached"}, {"dropped_at": LONG_AGO},
        ))
    ]  # fmt: skip
    for n, removed in enumerate((None, LONG_AGO)):
        story = id_of(f"{slug} story {n}")
        factories.make_story(goals[0], f"Dag {n}", id=story, on=LONG_AGO.date(), removed_at=removed)
    place = (indicators[0].pk, date(2026, 1, 1))
    entry = write_values(
        plan=plan, by=leader, wanted=[Wanted(place, Stored(Decimal(7)), mark_of(None))], now=LONG_AGO
    )
    type(entry).objects.filter(pk=entry.pk).update(id=id_of(f"{slug} entry 0"))
    ValueDraft.objects.create(
        plan=plan, by=leader, id=id_of(f"{slug} value draft"), file_name="tal.csv", created_at=LONG_AGO,
        data="Indikator;Måned;Værdi\nIndikator 0;2026-02;5\n".encode(),
    )  # fmt: skip
