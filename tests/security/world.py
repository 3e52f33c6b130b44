"""Two plans with one of everything, and a canary in every text field of both.

East is where most tests stand; west is the other plan. Both are made alike, so that each can be the stranger.
"""

import uuid
from dataclasses import dataclass, field
from datetime import time, timedelta
from functools import cached_property

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.hashers import make_password
from django.db import models
from django.utils import timezone

from accounts.actions import hash_token
from accounts.models import Area, AuditEntry, FocusArea, Invitation, Membership, Plan, TargetGroup, User
from actors.models import (
    Actor,
    Competence,
    ConsentEvent,
    Contact,
    ContactNote,
    FollowUp,
    GuideQuestion,
    ImportDraft,
    Interview,
    InterviewAnswer,
    Need,
    Ray,
    Representation,
    Resource,
    Talk,
)
from exchange.availability import span_of
from exchange.calendar_clashes import fingerprint_of
from exchange.models import (
    Agreement,
    Answer,
    Booking,
    CalendarDraft,
    Facility,
    Feed,
    Hold,
    Listing,
    MailLink,
    Message,
    Notice,
    Picture,
    PublicPage,
    Wait,
)
from mapping.models import (
    Activity,
    AreaGains,
    ChangedTime,
    ClashAnswer,
    Collaboration,
    Initiative,
    JointAgreement,
    MapPosition,
    MatchAnswer,
    NeighbourArea,
    Participation,
    Partner,
    PartnerPart,
    Review,
    ReviewAnswer,
    Story,
)
from meetings import agenda_actions
from meetings.invite_mail import said_of
from meetings.models import (
    AgendaItem,
    Approval,
    Attendance,
    Charter,
    CoordinatorTurn,
    DigestMark,
    Event,
    EventGuest,
    EventRound,
    Forum,
    ForumSeat,
    Guest,
    Invite,
    ItemNote,
    KeptAgenda,
    KeptAgendaItem,
    Meeting,
    MeetingPromise,
    MinutesSheet,
    NeededFor,
    Poll,
    PulseAnswer,
    PulseRound,
    PulseTicket,
    RoleAt,
    RoundSeat,
    SeatLink,
    TableNote,
)
from meetings.presence import Part
from meetings.referral_actions import send_referral, take_step
from meetings.referral_rules import Act
from reports.models import (
    Goal,
    GoalStory,
    Indicator,
    IndicatorValue,
    PaperFile,
    PaperJob,
    ValueDraft,
    ValueEntry,
)
from tests import factories
from tests.factories import PASSWORD
from tests.reports.ordered import blank_pdf
from tests.security.canaries import UUID, Nest, our_models
from tests.security.passkey import credential
from valuegame.models import Carried, Game, GameMove, Seat

ROLES = ("leader", "staff", "partner", "reader", "support")
# Contacts by what they answered: (state, scope, last day counted from today, deleted), and the roles that
# may then read phone and mail. Support reads nobody's.
ALL = "team,plan,partners,public"
CONTACTS = {
    "not_asked": ("not_asked", "", None, False, set()),
    "asked": ("asked", "", None, False, set()),
    "refused": ("refused", "", None, False, set()),
    "withdrawn": ("withdrawn", "", None, False, set()),
    "expired": ("expired", ALL, -9, False, set()),
    "yes_until_yesterday": ("given", ALL, -1, False, set()),
    "yes_but_deleted": ("given", ALL, 99, True, set()),
    "yes_to_team": ("given", "team", 99, False, {"leader", "staff"}),
    "yes_to_plan": ("given", "plan", 99, False, {"leader", "staff", "reader"}),
    "yes_to_partners": ("given", "partners", 99, False, {"leader", "staff", "partner"}),
    "yes_to_all": ("given", "public", 0, False, {"leader", "staff", "reader", "partner"}),
}
# Without a yes these know the name and role of those who work with the plan.
KNOW_NAMES = {"leader", "staff", "reader"}


@dataclass
class Side:
    """One plan with one of everything.

    `rows` are by the word that routes.py uses for them ("actor"), `users` and `memberships` by role,
    `contacts` by what they answered, `own` holds what belongs to one user: (word, role) → row.
    """

    nest: Nest
    plan: Plan
    rows: dict[str, models.Model] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    memberships: dict[str, Membership] = field(default_factory=dict)
    contacts: dict[str, Contact] = field(default_factory=dict)
    own: dict[tuple[str, str], models.Model] = field(default_factory=dict)
    invitation_token: str = ""
    answering_token: str = ""
    # What the links in mails about a meeting, a poll and a pulse hold.
    meeting_tokens: dict[str, str] = field(default_factory=dict)
    reset_key: tuple[str, str] = ("", "")

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all that belongs to the plan, as they would stand in a page; read once."""
        found = {str(self.plan.pk)}
        for model in our_models():
            if any(one.name == "plan" for one in model._meta.concrete_fields):
                found |= {str(pk) for pk in model.objects.filter(plan=self.plan).values_list("pk", flat=True)}
        return frozenset(one for one in found if UUID.fullmatch(one))


@dataclass(frozen=True)
class World:
    """Both plans."""

    oest: Side
    vest: Side

    def __iter__(self):
        return iter((self.oest, self.vest))

    def other(self, side: Side) -> Side:
        """The plan that is not `side`."""
        return self.vest if side is self.oest else self.oest

    @property
    def where(self) -> dict[str, str]:
        """Canary → the field it sits in."""
        return self.oest.nest.where | self.vest.nest.where


def make_world() -> World:
    """Both plans, filled. Needs a database."""
    return World(make_side("oest"), make_side("vest"))


def make_side(name: str) -> Side:
    """One plan with one of everything."""
    nest = Nest(name)
    side = Side(nest, nest.fill(Plan, slug=name))
    first = (_people, _words, _actors, _contacts, _said)
    then = (_logged, _collaborations, _together, _matches)
    more = (_papers, _ordered, _games, _lent, _subscribed, _wanted, _unsettled, _opened, _told)
    meeting = (_met, _built, _sent, _asked, _minuted, _hosted, _planned, _fetched)
    for fill in (*first, *then, *more, *meeting, _aimed):
        fill(side)
    assert len(side.ids) > 50  # read now, while all of it is as it was made
    return side


def _people(side: Side) -> None:
    """A user of each role; the leader has a second step, staff have a passkey."""
    for role in ROLES:
        user = side.nest.fill(User, password=make_password(PASSWORD), is_support=role == "support")
        ends_at = timezone.now() + timedelta(days=1) if role == "support" else None
        side.users[role] = user
        side.memberships[role] = side.nest.fill(
            Membership, plan=side.plan, user=user, role=role, ends_at=ends_at
        )
    # Works for the platform and has not been let in.
    side.users["helper"] = side.nest.fill(User, password=make_password(PASSWORD), is_support=True)
    leader, staff = side.users["leader"], side.users["staff"]
    TOTP.activate(leader, generate_totp_secret())
    RecoveryCodes.activate(leader)
    for role, user in (("leader", leader), ("staff", staff)):
        name = side.nest.text("mfa.Authenticator.data")
        data = {"name": name, "credential": credential(side.nest.name, role)}
        passkey = Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=data)
        side.own["key", role] = passkey
    side.reset_key = user_pk_to_url_str(staff), default_token_generator.make_token(staff)
    side.rows["member"] = side.memberships["reader"]


def _words(side: Side) -> None:
    """Two words of each kind, so that one of them is used by nobody."""
    for word, model in (("area", Area), ("focus_area", FocusArea), ("target_group", TargetGroup)):
        side.rows[word] = side.nest.fill(model, plan=side.plan, position=0)
        side.rows[f"free_{word}"] = side.nest.fill(model, plan=side.plan, position=1)


def _actors(side: Side) -> None:
    """A medborgercenter, the actor that lives in it, a third, one in the archive; all that hangs on them."""
    plan, fill = side.plan, side.nest.fill
    shared = {"plan": plan, "kind": "municipal", "status": "active", "base": "inside"}
    centre = fill(Actor, centre_type="library", **shared)
    actor = fill(Actor, housed_in=centre, held_by=side.memberships["staff"], **shared)
    third = fill(Actor, **shared)
    archived = fill(Actor, archived_at=timezone.now(), **shared)
    side.rows |= {"centre": centre, "actor": actor, "third": third, "archived": archived}
    for one in (centre, actor, third, archived):
        one.areas.add(side.rows["area"])
        one.target_groups.add(side.rows["target_group"])
        one.wanted_target_groups.add(side.rows["target_group"])
        fill(MapPosition, plan=plan, actor=one, x=10.0, y=20.0, x_before=1.0, y_before=2.0)
    fill(Competence, plan=plan, actor=actor, kind="strength")
    fill(Competence, plan=plan, actor=actor, kind="professional")
    side.rows["thing"] = fill(Resource, plan=plan, actor=actor, kind="room")
    fill(Representation, plan=plan, membership=side.memberships["partner"], actor=actor)
    side.rows["need"] = fill(Need, plan=plan, actor=third, kind="room")


def _contacts(side: Side) -> None:
    """A person at the actor for every answer."""
    today = timezone.localdate()
    for answer, (state, scope, days, deleted, _) in CONTACTS.items():
        contact = side.nest.fill(
            Contact, plan=side.plan, actor=side.rows["actor"], consent_state=state, consent_scope=scope,
            consent_until=None if days is None else today + timedelta(days=days),
            deleted_at=timezone.now() if deleted else None,
        )  # fmt: skip
        side.nest.fill(
            ConsentEvent, plan=side.plan, contact=contact, state=state, scope=scope, method="mail",
            by=side.users["staff"], at=timezone.now() - timedelta(days=800), until=contact.consent_until,
        )  # fmt: skip
        side.contacts[answer] = contact
    side.rows |= side.contacts
    side.rows |= {
        "contact": side.contacts["yes_to_team"],
        "hidden": side.contacts["not_asked"],
        "gone": side.contacts["yes_but_deleted"],
    }


def _said(side: Side) -> None:
    """A talk with one of the five values and one of its own, an interview, a question of the plan's."""
    plan, fill, actor = side.plan, side.nest.fill, side.rows["actor"]
    today, colleague = timezone.localdate(), side.memberships["staff"]
    talk = fill(Talk, plan=plan, actor=actor, held_on=today, held_by=colleague, finished_at=timezone.now())
    talk.present.add(side.contacts["not_asked"], side.contacts["yes_to_all"])
    side.rows["ray"] = fill(Ray, plan=plan, talk=talk, value=4, name="", level=3, saved_at=timezone.now())
    side.rows["own_ray"] = fill(Ray, plan=plan, talk=talk, level=2, position=9, saved_at=timezone.now())
    gone = fill(Talk, plan=plan, actor=actor, held_on=today, deleted_at=timezone.now())
    question = fill(GuideQuestion, plan=plan, key="", value=1)
    moved = fill(GuideQuestion, plan=plan, key="lacks", text="", value=5, is_on=False)
    held = {"plan": plan, "actor": actor, "held_on": today, "held_by": colleague}
    interview = fill(Interview, **held)
    interview.present.add(side.contacts["not_asked"])
    fill(InterviewAnswer, plan=plan, interview=interview, question_key=str(question.pk), value=1)
    fill(InterviewAnswer, plan=plan, interview=interview, question_key="limits", value=4)
    side.rows |= {"talk": talk, "gone_talk": gone, "question": question, "moved_question": moved}
    side.rows |= {
        "interview": interview,
        "gone_interview": fill(Interview, deleted_at=timezone.now(), **held),
    }


def _logged(side: Side) -> None:
    """A contact with each of two actors, one deleted; a promise that is open, one kept, one deleted."""
    plan, fill, actor = side.plan, side.nest.fill, side.rows["actor"]
    now, by = timezone.now(), side.users["staff"]
    said = {"plan": plan, "by": by, "on": timezone.localdate() - timedelta(days=3)}
    note = fill(ContactNote, actor=actor, person=side.contacts["not_asked"], submission=uuid.uuid4(), **said)
    side.rows |= {"note": note, "gone_note": fill(ContactNote, actor=actor, deleted_at=now, **said)}
    fill(ContactNote, actor=side.rows["third"], **said)
    promised = {
        "plan": plan, "actor": actor, "due": timezone.localdate(), "created_by": by, "note": note,
        "responsible": side.memberships["staff"],
    }  # fmt: skip
    side.rows |= {
        "promise": fill(FollowUp, submission=uuid.uuid4(), **promised),
        "kept": fill(FollowUp, done_at=now, done_by=by, **promised),
        "gone_promise": fill(FollowUp, deleted_at=now, **promised),
    }


def _matches(side: Side) -> None:
    """A pair that was put off and one that was dismissed."""
    fill, by = side.nest.fill, side.users["staff"]
    actor, centre, third = (side.rows[word] for word in ("actor", "centre", "third"))
    later = timezone.localdate() + timedelta(days=30)
    for word, pair, given in (
        ("put_off", (actor, third), {"answer": "later", "back_on": later}),
        ("dismissed", (centre, third), {"answer": "no", "reason": "other"}),
    ):
        a, b = sorted(pair, key=lambda one: one.pk)
        side.rows[word] = fill(MatchAnswer, plan=side.plan, a=a, b=b, by=by, **given)


def _collaborations(side: Side) -> None:
    """One that goes on and one that has ended, both with two actors."""
    actors = side.rows["actor"], side.rows["centre"]
    since, until = timezone.localdate() - timedelta(days=40), timezone.localdate() - timedelta(days=4)
    for word, end in (("collaboration", None), ("ended", until)):
        one = side.nest.fill(
            Collaboration, plan=side.plan, form=4, coordinator=actors[0], since=since, until=end,
            frequency="weekly", submission=uuid.uuid4(),
        )  # fmt: skip
        one.target_groups.add(side.rows["target_group"])
        for actor in actors:
            side.nest.fill(Participation, plan=side.plan, collaboration=one, actor=actor)
        side.rows[word] = one


def _together(side: Side) -> None:
    """An initiative that the partner's actor coordinates, and one put away; who takes part and took part."""
    plan, fill, now = side.plan, side.nest.fill, timezone.now()
    initiative = side.rows["initiative"] = fill(
        Initiative, plan=plan, phase=3, coordinator=side.rows["actor"], relation=side.users["staff"],
        focus_area=side.rows["focus_area"], submission=uuid.uuid4(), next_on=timezone.localdate(),
    )  # fmt: skip
    initiative.areas.add(side.rows["area"])
    initiative.target_groups.add(side.rows["target_group"])
    side.rows["gone_initiative"] = fill(Initiative, plan=plan, archived_at=now)
    at = {"plan": plan, "initiative": initiative}
    for word, actor, removed in (("leading", "actor", None), ("taking_part", "third", None),
                                 ("took_part", "centre", now)):  # fmt: skip
        partner = side.rows[word] = fill(Partner, actor=side.rows[actor], removed_at=removed, **at)
        fill(PartnerPart, plan=plan, partner=partner, phase=3)
    held = {"kind": "factors", "phase": 2, "held_on": timezone.localdate(), **at}
    for word, removed in (("review", None), ("gone_review", now)):
        review = side.rows[word] = fill(
            Review, created_by=side.users["staff"], submission=uuid.uuid4(), removed_at=removed, **held
        )
        fill(ReviewAnswer, plan=plan, review=review, key="backing", level=1)
    gains = {"cohesion": True, "attraction": True, "ownership": True, "quality": True}
    for kind, fields in ((Story, {}), (AreaGains, gains), (JointAgreement, {})):
        fill(kind, **at, **fields)


def _papers(side: Side) -> None:
    """An open invitation, a spreadsheet that waits for each of the two who may import, and the log."""
    side.invitation_token = f"{side.nest.name}-invitation"
    side.rows["invitation"] = side.nest.fill(
        Invitation, plan=side.plan, role="reader", token_hash=hash_token(side.invitation_token),
        invited_by=side.users["leader"], expires_at=timezone.now() + timedelta(days=3),
    )  # fmt: skip
    for role in ("leader", "staff"):
        side.own["draft", role] = side.nest.fill(ImportDraft, plan=side.plan, by=side.users[role])
    side.nest.fill(
        AuditEntry, plan=side.plan, by=side.users["staff"], object_type="actor",
        object_id=str(side.rows["actor"].pk),
    )  # fmt: skip


def _ordered(side: Side) -> None:
    """For each who may: a report that is done, one being made, and one that failed."""
    now = timezone.now()
    for role in ("leader", "staff", "reader"):
        # One place in the queue is free.
        opened = {"state": "running", "beat_at": now + timedelta(hours=1)}
        if role == "reader":
            opened = {"state": "stopped", "ended_at": now}
        about = {
            "plan": side.plan, "membership": side.memberships[role], "role": role, "key": "netvaerket",
            "wish": {}, "ordered_at": now, "expires_at": now + timedelta(hours=20), "share": 0.5,
        }  # fmt: skip
        done = side.nest.fill(PaperJob, state="done", ended_at=now, **about)
        comment = f"\n%{side.nest.text('reports.PaperFile.data')}\n".encode()
        side.nest.fill(
            PaperFile, plan=side.plan, job=done, data=blank_pdf() + comment, size=9, shown=[], made_at=now
        )
        side.own["paper", role] = done
        side.own["open_paper", role] = side.nest.fill(PaperJob, **opened, **about)
        side.own["failed_paper", role] = side.nest.fill(PaperJob, state="failed", ended_at=now, **about)


def _games(side: Side) -> None:
    """A game that is on, one that has ended, one deleted; at the table an actor, a name, one that left."""
    plan, fill, now = side.plan, side.nest.fill, timezone.now()
    made = {"plan": plan, "collaboration": side.rows["collaboration"], "held_by": side.memberships["staff"]}
    for word, code, fields in (
        ("game", "A", {}),
        ("closed_game", "B", {"closed_at": now}),
        ("gone_game", "C", {"deleted_at": now}),
    ):
        name = f"{side.nest.name}-{word}"
        side.rows[word] = fill(
            Game, link=name, code=f"{side.nest.name[:4]}{code}2".upper(), step_minutes={},
            submission=uuid.uuid4(), held_on=timezone.localdate(), created_by=side.users["staff"], **made,
            **fields,
        )  # fmt: skip
    game = side.rows["game"]
    at = {"plan": plan, "game": game}
    seat = side.rows["seat"] = fill(Seat, actor=side.rows["actor"], kind="municipal", position=1, **at)
    side.rows["named_seat"] = fill(Seat, kind="other", position=2, **at)
    side.rows["gone_seat"] = fill(Seat, kind="other", position=3, removed_at=now, **at)
    moved = {"move_id": uuid.uuid4(), "target": "", "base": "", "at": now, "by": side.users["staff"], **at}
    fill(GameMove, number=1, clock=1, kind="notes", **moved)
    moved["move_id"] = uuid.uuid4()
    fill(GameMove, number=2, clock=2, kind="home", seat=seat, **moved)
    Game.objects.filter(pk=game.pk).update(version=2)
    said = [side.nest.text("valuegame.GameMove.value") for _ in range(2)]
    factories.make_moves(
        game, ("lay", "gets", "1", seat), ("change", said[0], "1", seat),
        ("adjust", said[1], str(uuid.uuid4())),
    )  # fmt: skip
    fill(Carried, item="home", into="values", object_id=side.rows["talk"].pk, by=side.users["staff"], **at)


def _wanted(side: Side) -> None:
    """A listing of the partner's actor, one taken down, one of another; a talk with a deal."""
    plan, fill, now = side.plan, side.nest.fill, timezone.now()
    ends = timezone.localdate() + timedelta(days=30)
    posted = {
        "plan": plan, "kind": "room", "ends_on": ends, "created_by": side.users["staff"],
        "area": side.rows["area"],
    }  # fmt: skip
    for word, actor, fields in (
        ("listing", "actor", {"direction": "wish"}),
        ("gone_listing", "actor", {"direction": "offer", "withdrawn_at": now}),
        ("other_listing", "third", {"direction": "offer"}),
    ):
        side.rows[word] = fill(
            Listing, actor=side.rows[actor], submission=uuid.uuid4(), **posted, **fields
        )  # fmt: skip
    actor, third = side.rows["actor"], side.rows["third"]
    answer = fill(
        Answer, plan=plan, listing=side.rows["listing"], actor=third, created_by=side.users["staff"]
    )
    side.rows["answer"] = answer
    at = {"plan": plan, "answer": answer}
    fill(Message, actor=third, submission=uuid.uuid4(), **at)
    side.answering_token = f"{side.nest.name}-answering"
    fill(
        MailLink, actor=third, token_hash=hash_token(side.answering_token),
        expires_at=now + timedelta(days=9), **at,
    )  # fmt: skip
    fill(
        Agreement, giver=third, taker=actor, starts_on=timezone.localdate(), giver_yes_at=now,
        taker_yes_at=now, taker_yes_by=side.users["staff"], collaboration=side.rows["collaboration"],
        ended_as="", **at,
    )  # fmt: skip


def _unsettled(side: Side) -> None:
    """A talk about the other's listing whose agreement waits for the partner's actor."""
    plan, fill, actor, third = side.plan, side.nest.fill, side.rows["actor"], side.rows["third"]
    answer = side.rows["unsettled"] = fill(
        Answer, plan=plan, listing=side.rows["other_listing"], actor=actor, created_by=side.users["staff"]
    )
    fill(
        Agreement, plan=plan, answer=answer, giver=third, taker=actor, starts_on=timezone.localdate(),
        giver_yes_at=timezone.now(), ended_as="",
    )  # fmt: skip


def _opened(side: Side) -> None:
    """The open page shows the partner's actor and its listing, with a picture; nobody and nothing else."""
    picture = side.nest.fill(Picture, plan=side.plan, width=8, height=8)
    side.nest.fill(PublicPage, plan=side.plan, is_on=True, gives_hsds=True)
    for word, fields in (("actor", {}), ("listing", {"picture": picture})):
        row = side.rows[word]
        row.is_public = True
        type(row).objects.filter(pk=row.pk).update(is_public=True, **fields)


def _told(side: Side) -> None:
    """A notice that stands on the open page and names who said yes to that, and one taken down."""
    plan, fill = side.plan, side.nest.fill
    ends = timezone.localdate() + timedelta(days=30)
    for word, fields in (("notice", {}), ("gone_notice", {"withdrawn_at": timezone.now()})):
        side.rows[word] = fill(
            Notice, plan=plan, actor=side.rows["actor"], contact=side.contacts["yes_to_all"], last_on=ends,
            area=side.rows["area"], target_group=side.rows["target_group"], is_public=True,
            picture=fill(Picture, plan=plan, width=4, height=3), created_by=side.users["staff"],
            submission=uuid.uuid4(), **fields,
        )  # fmt: skip


def _planned(side: Side) -> None:
    """A series of the partner's actor, a rival that was answered, one that is off; two neighbouring areas."""
    plan, fill, staff = side.plan, side.nest.fill, side.users["staff"]
    # The open page shows the week that is now.
    first = timezone.localdate()
    weekly = {"every": 1, "until": first + timedelta(days=70), "area": side.rows["area"], "created_by": staff}
    for word, actor, hours, fields in (
        ("activity", "actor", (17, 19), {"is_public": True}), ("rival", "third", (18, 20), {}),
        ("off_activity", "actor", (9, 10), {"cancelled_at": timezone.now()}),
    ):  # fmt: skip
        span = span_of(first, time(hours[0]), time(hours[1]))
        row = side.rows[word] = fill(
            Activity, plan=plan, actor=side.rows[actor], begins_at=span.begin, ends_at=span.end,
            submission=uuid.uuid4(), **weekly, **fields,
        )  # fmt: skip
        row.target_groups.add(side.rows["target_group"])
    one, other = side.rows["activity"], side.rows["rival"]
    ChangedTime.objects.create(plan=plan, activity=one, day=first + timedelta(days=21))
    first_one, second = sorted((one, other), key=lambda row: str(row.pk))
    fill(
        ClashAnswer, plan=plan, first=first_one, second=second, fingerprint=fingerprint_of(one, other),
        choice="kept", answered_by=staff, answered_at=timezone.now(),
    )  # fmt: skip
    areas = sorted((side.rows["area"], side.rows["free_area"]), key=lambda area: str(area.pk))
    NeighbourArea.objects.create(plan=plan, one=areas[0], other=areas[1])


def _fetched(side: Side) -> None:
    """A calendar file that waits for each of those who may fetch one."""
    for role in ("leader", "staff", "partner"):
        begin = (timezone.now() + timedelta(days=9)).replace(microsecond=0)
        title = side.nest.text("exchange.CalendarDraft.found")
        found = {
            "uid": role, "title": title, "text": "", "place": "", "every": 0, "until": "", "changes": [],
            "begin": begin.isoformat(), "end": (begin + timedelta(hours=1)).isoformat(), "is_off": False,
        }  # fmt: skip
        side.own["calendar_draft", role] = CalendarDraft.objects.create(
            plan=side.plan, by=side.users[role], actor=side.rows["actor"], found=[found]
        )


def _met(side: Side) -> None:
    """A forum that the partner chairs, one above it, one alone, one ended; its charter, meetings, items."""
    plan, fill, now = side.plan, side.nest.fill, timezone.now()
    for word, fields in (
        ("upper_forum", {"kind": "board"}), ("lone_forum", {"kind": "house"}),
        ("gone_forum", {"kind": "work", "ended_at": now}),
    ):  # fmt: skip
        side.rows[word] = fill(Forum, plan=plan, submission=uuid.uuid4(), **fields)
    forum = side.rows["forum"] = fill(
        Forum, plan=plan, kind="follow_up", parent=side.rows["upper_forum"], area=side.rows["area"],
        theme=side.rows["focus_area"],
    )  # fmt: skip
    at = {"plan": plan, "forum": forum}
    seat = side.rows["forum_seat"] = fill(
        ForumSeat, part="chair", membership=side.memberships["partner"], actor=side.rows["actor"],
        stand_in_contact=side.contacts["not_asked"], **at,
    )  # fmt: skip
    fill(ForumSeat, contact=side.contacts["yes_to_plan"], actor=side.rows["actor"], is_link=True, **at)
    side.rows["gone_place_in"] = fill(ForumSeat, removed_at=now, **at)
    today = timezone.localdate()
    side.rows["turn"] = CoordinatorTurn.objects.create(seat=seat, starts_on=today, **at)
    side.rows["old_charter"] = fill(Charter, number=1, in_force_on=today, **at)
    side.rows["charter"] = fill(Charter, number=2, in_force_on=today, **at)
    span = {"begins_at": now + timedelta(days=9), "ends_at": now + timedelta(days=9, hours=2)}
    meeting = side.rows["meeting"] = fill(Meeting, booking=side.rows["booking"], **at, **span)
    side.rows["called_off"] = fill(Meeting, cancelled_at=now, **at, **span)
    for place, (word, fields) in enumerate((
        ("item", {"meeting": meeting, "responsible": seat}), ("second_item", {"meeting": meeting}),
        ("waiting_item", {}), ("closed_item", {"closed_at": now}),
    )):  # fmt: skip
        side.rows[word] = fill(AgendaItem, kind="discuss", position=place, **at, **fields)


def _built(side: Side) -> None:
    """Who is needed and who does what at the forum's meeting; its agenda kept, and one that was removed."""
    plan, fill, seat = side.plan, side.nest.fill, side.rows["forum_seat"]
    fill(NeededFor, plan=plan, item=side.rows["item"], seat=seat)
    fill(RoleAt, plan=plan, meeting=side.rows["meeting"], seat=seat, role="chair")
    for word, removed in (("kept_agenda", None), ("gone_agenda", timezone.now())):
        kept = side.rows[word] = fill(KeptAgenda, plan=plan, forum=side.rows["forum"], removed_at=removed)
        fill(KeptAgendaItem, plan=plan, agenda=kept, kind="discuss", minutes=20, position=0)


def _sent(side: Side) -> None:
    """What the forum got, what it sent, what came back to it, and what it has answered."""
    upper, forum, now = side.rows["upper_forum"], side.rows["forum"], timezone.now()
    for word, sender, to in (
        ("got", upper, forum), ("sent", forum, upper), ("came_back", forum, upper), ("settled", upper, forum),
    ):  # fmt: skip
        texts = {name: side.nest.text(f"meetings.Referral.{name}") for name in ("title", "text")}
        texts["links"] = f"https://{side.nest.text('meetings.Referral.links')}.example/"
        side.rows[word] = send_referral(
            sender=sender, to=to, by=side.users["staff"], now=now, from_item=None,
            values={"ask": "decide", "due": timezone.localdate() - timedelta(days=1), **texts},
        )  # fmt: skip
    for word, act, by in (("came_back", Act.RETURNED, upper), ("settled", Act.ANSWERED, forum)):
        text = side.nest.text("meetings.ReferralStep.text")
        side.rows[word] = take_step(
            referral=side.rows[word], act=act, forum=by, by=side.users["staff"], now=now, text=text
        )
        if act == Act.ANSWERED:
            side.nest.where[text] = "meetings.Referral.answer"


def _asked(side: Side) -> None:
    """A forum whose partner is chair and tovholder; one meeting asked to, one held, one with a pulse."""
    plan, fill, now = side.plan, side.nest.fill, timezone.now()
    forum = side.rows["asked_forum"] = fill(Forum, plan=plan, kind="theme", submission=uuid.uuid4())
    at = {"plan": plan, "forum": forum}
    seats = [
        fill(ForumSeat, membership=side.memberships[role], **at)
        for role in ("partner", "leader", "staff", "reader")
    ]
    seats.append(fill(ForumSeat, actor=side.rows["third"], **at))
    side.rows["asked_seat"] = chair = seats[0]
    ForumSeat.objects.filter(pk=chair.pk).update(part="chair")
    CoordinatorTurn.objects.create(seat=chair, starts_on=timezone.localdate(), **at)
    for word, days in (("asked", 20), ("held", -3), ("pulsed", -9)):
        begin = now + timedelta(days=days)
        side.rows[word] = fill(Meeting, begins_at=begin, ends_at=begin + timedelta(hours=2), **at)
    asked, held = side.rows["asked"], side.rows["held"]
    sent = {"sent_at": now - timedelta(days=2), "membership": side.memberships["leader"], "food_note": ""}
    said = said_of(asked, Part(asked.begins_at, asked.ends_at)).key
    fill(Invite, plan=plan, meeting=asked, seat=seats[1], sent_as=said, **sent)
    answered = {"replied_at": now, "sent_as": "", "eats": True}
    fill(Invite, plan=plan, meeting=asked, seat=seats[2], reply="yes", **answered)
    fill(Invite, plan=plan, meeting=held, seat=seats[2], reply="no", **answered)
    Attendance.objects.create(plan=plan, meeting=held, seat=seats[1], came="yes")
    side.rows["brought"] = fill(Guest, plan=plan, meeting=held, seat=chair)
    _polled(side, forum, seats)
    _pulsed(side)


def _polled(side: Side, forum: Forum, seats: list) -> None:
    """A poll that one has answered, one that was closed, and the chair's links to meeting and poll."""
    plan, now = side.plan, timezone.now()
    for word, fields in (("poll", {}), ("closed_poll", {"closed_at": now})):
        given = {"plan": plan, "forum": forum, "submission": uuid.uuid4(), **fields}
        poll = side.rows[word] = side.nest.fill(Poll, **given)
        for days in (30, 31):
            begin = now + timedelta(days=days)
            side.rows[f"{word}_time"] = poll.times.create(
                plan=plan, begins_at=begin, ends_at=begin + timedelta(hours=2)
            )
    side.rows["poll_time"].replies.create(plan=plan, seat=seats[1], reply="yes")
    for word, thing in (("reply", "asked"), ("poll", "poll")):
        token = side.meeting_tokens[word] = f"{side.nest.name}-{word}"
        SeatLink.objects.create(
            plan=plan, seat=seats[0], membership=side.memberships["partner"], token_hash=hash_token(token),
            expires_at=now + timedelta(days=9), **{"poll" if word == "poll" else "meeting": side.rows[thing]},
        )  # fmt: skip


def _pulsed(side: Side) -> None:
    """A pulse that one has answered, and a ticket that is not used."""
    plan, now = side.plan, timezone.now()
    asked = PulseRound.objects.create(
        plan=plan, meeting=side.rows["pulsed"], sent_at=now, closes_at=now + timedelta(days=7)
    )
    token = side.meeting_tokens["pulse"] = f"{side.nest.name}-pulse"
    PulseTicket.objects.create(plan=plan, round=asked, token_hash=hash_token(token))
    PulseAnswer.objects.create(plan=plan, round=asked, roles="yes")


def _minuted(side: Side) -> None:
    """What is written of a coming meeting, a promise made there; and minutes that went out to the partner."""
    plan, fill, now = side.plan, side.nest.fill, timezone.now()
    forum, meeting, seat = side.rows["forum"], side.rows["meeting"], side.rows["forum_seat"]
    second = side.rows["second_item"]
    fill(ItemNote, plan=plan, meeting=meeting, item=second, kind="discuss", version=1, saved_at=now)
    asked = send_referral(
        sender=side.rows["upper_forum"], to=forum, by=side.users["staff"], now=now,
        values={
            "ask": "decide", "due": None, "links": "",
            **{name: side.nest.text(f"meetings.Referral.{name}") for name in ("title", "text")},
        },
    )  # fmt: skip
    side.rows["asked_item"] = asked.items.get()
    agenda_actions.place(item=side.rows["asked_item"], meeting=meeting, by=side.users["staff"], now=now)
    fill(ItemNote, plan=plan, meeting=meeting, item=side.rows["asked_item"], kind="decide", version=1)
    mine = {"plan": plan, "due": timezone.localdate(), "responsible": side.memberships["partner"]}
    for word, more in (
        ("promised", {}), ("kept_word", {"done_at": now}), ("gone_word", {"deleted_at": now}),
    ):  # fmt: skip
        side.rows[word] = fill(
            MeetingPromise, plan=plan, follow_up=fill(FollowUp, **mine, **more), meeting=meeting,
            item=second, seat=seat,
        )  # fmt: skip
    fill(DigestMark, plan=plan, membership=side.memberships["partner"], week=timezone.localdate())
    span = {"begins_at": now - timedelta(days=2), "ends_at": now - timedelta(days=2, hours=-2)}
    settled = side.rows["approved_meeting"] = fill(Meeting, plan=plan, forum=forum, **span)
    fill(MinutesSheet, plan=plan, meeting=settled, state="approved", round=1, approved_at=now)
    held = side.rows["minuted"] = fill(Meeting, plan=plan, forum=forum, **span)
    item = fill(AgendaItem, plan=plan, forum=forum, meeting=held, kind="discuss")
    fill(ItemNote, plan=plan, meeting=held, item=item, kind="discuss", version=1, saved_at=now)
    sheet = fill(MinutesSheet, plan=plan, meeting=held, state="sent", round=1, sent_at=now)
    fill(
        Approval, plan=plan, sheet=sheet, round=1, seat=seat, membership=side.memberships["partner"],
        token_hash=hash_token(f"{side.nest.name}-minutes"), expires_at=now + timedelta(days=9),
    )  # fmt: skip


def _hosted(side: Side) -> None:
    """An event on the open page: one who comes, waits and cancelled, rounds, a note; and one called off."""
    plan, fill, now = side.plan, side.nest.fill, timezone.now()
    begin = now + timedelta(days=5)
    made = {
        "plan": plan, "begins_at": begin, "ends_at": begin + timedelta(hours=2), "is_public": True,
        "created_by": side.users["staff"], "forum": side.rows["forum"], "sheet_sent_at": now,
    }  # fmt: skip
    name = side.nest.name
    event = side.rows["event"] = fill(Event, link=f"{name}-event", submission=uuid.uuid4(), **made)
    side.rows["off_event"] = fill(Event, link=f"{name}-off-event", cancelled_at=now, **made)
    for place, (word, fields) in enumerate(
        (
            ("guest", {"actor": side.rows["actor"], "shares_contact": True}),
            ("second_guest", {}),
            ("late_guest", {}),
            ("waiting_guest", {"state": "waiting"}),
            ("gone_guest", {"state": "cancelled"}),
        )
    ):
        side.rows[word] = fill(
            EventGuest,
            plan=plan,
            event=event,
            link=f"{name}-{word}",
            queued_at=now + timedelta(seconds=place),
            **fields,
        )
    for number, began_at in ((1, now), (2, None)):
        row = EventRound.objects.create(plan=plan, event=event, number=number, tables=1, began_at=began_at)
        for word in ("guest", "second_guest"):
            RoundSeat.objects.create(plan=plan, round=row, guest=side.rows[word], table=1)
    fill(TableNote, plan=plan, guest=side.rows["guest"], may_share=True, written_by=side.users["staff"])


def _subscribed(side: Side) -> None:
    """A calendar of the place that the leader made, whose token is known, and one of each other who may."""
    for role, about in (
        ("leader", {"kind": "place", "facility": side.rows["place"]}),
        ("staff", {"kind": "actor", "actor": side.rows["actor"]}),
        ("partner", {"kind": "mine"}),
    ):
        token = f"{side.nest.name}-calendar" if role == "leader" else f"{side.nest.name}-{role}"
        side.own["feed", role] = side.nest.fill(
            Feed, plan=side.plan, membership=side.memberships[role], token_hash=hash_token(token), **about
        )


def _lent(side: Side) -> None:
    """A place on the list and one that is not; a booking that stands and one that was cancelled."""
    plan, fill, now = side.plan, side.nest.fill, timezone.now()
    owned = {"plan": plan, "owner": side.rows["actor"], "days": ""}
    side.rows["place"] = fill(Facility, area=side.rows["area"], submission=uuid.uuid4(), **owned)
    side.rows["gone_place"] = fill(Facility, archived_at=now, **owned)
    for word, hours, fields in (("booking", 30, {}), ("cancelled", 60, {"cancelled_at": now})):
        begin = now + timedelta(hours=hours)
        span = {"begins_at": begin, "ends_at": begin + timedelta(hours=2)}
        side.rows[word] = fill(
            Booking, plan=plan, borrower=side.rows["actor"], created_by=side.users["staff"],
            submission=uuid.uuid4(), **span, **fields,
        )  # fmt: skip
        hold = {"booking": side.rows[word], "facility": side.rows["place"], "is_live": not fields}
        held = fill(Hold, plan=plan, awaits=not fields, **hold, **span)
        side.rows.setdefault("hold", held)
    wait = side.rows["wait"] = fill(
        Wait, plan=plan, borrower=side.rows["actor"], created_by=side.users["staff"],
        submission=uuid.uuid4(), begins_at=now + timedelta(hours=30), ends_at=now + timedelta(hours=32),
    )  # fmt: skip
    wait.facilities.add(side.rows["place"])


def _aimed(side: Side) -> None:
    """A goal with an indicator, a figure and a story of each standing; one alone; files that wait."""
    plan, fill, now, today = side.plan, side.nest.fill, timezone.now(), timezone.localdate()
    asked = {"plan": plan, "influence": "yes", "measured": "no", "created_by": side.users["staff"]}
    goal = side.rows["goal"] = fill(Goal, focus_area=side.rows["focus_area"], **asked)
    side.rows["lone_goal"] = fill(Goal, focus_area=side.rows["focus_area"], **asked)
    side.rows["gone_goal"] = fill(Goal, dropped_at=now, submission=uuid.uuid4(), **asked)
    seen = {"plan": plan, "goal": goal, "influence": "yes", "owner": side.memberships["staff"]}
    by_hand = {"automatic": "", "part": "", **seen}
    one = side.rows["hand_counted"] = fill(Indicator, submission=uuid.uuid4(), **by_hand)
    side.rows["gone_indicator"] = fill(Indicator, dropped_at=now, **by_hand)
    fill(Indicator, automatic="reached", part="", area=side.rows["area"], unit="", **seen)
    first = (today.replace(day=1) - timedelta(days=80)).replace(day=1)
    value = fill(
        IndicatorValue, plan=plan, indicator=one, first=first, amount=7, by=side.users["staff"], at=now
    )
    note = side.nest.text("reports.ValueEntry.changes")
    changes = [
        {"indicator": str(one.pk), "first": first.isoformat(), "before": ["5.00", note],
         "after": ["7.00", value.note]},
    ]  # fmt: skip
    side.rows["value_entry"] = ValueEntry.objects.create(
        plan=plan, by=side.users["staff"], changes=changes, submission=uuid.uuid4()
    )
    for word, removed in (("story", None), ("gone_story", now)):
        told = {"plan": plan, "goal": goal, "on": today, "by": side.users["staff"]}
        side.rows[word] = fill(GoalStory, removed_at=removed, submission=uuid.uuid4(), **told)
    for role in ("leader", "staff"):
        canary = side.nest.text("reports.ValueDraft.data")
        data = f"Indikator;Måned;Værdi;Note\n{one.name};2026-01;5;{canary}\n".encode()
        side.own["value_draft", role] = fill(
            ValueDraft, plan=plan, by=side.users[role], data=data, created_at=now
        )
