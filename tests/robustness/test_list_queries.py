"""How many queries each page with rows takes: the same for 1, 3 and 50 rows, and never above 15."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.actions import invite
from accounts.audit import record
from actors.models import (
    Competence,
    ConsentEvent,
    GuideQuestion,
    ImportDraft,
    InterviewAnswer,
    Need,
    Representation,
    Resource,
)
from exchange.calendar_fetching import keep_draft as keep_calendar
from exchange.calendar_reading import Found
from exchange.models import PublicPage
from mapping.models import Participation, Story
from meetings.agenda_actions import place
from meetings.builder_actions import keep_agenda
from meetings.minutes_actions import promise
from reports.indicator_catalogue import AUTOMATIC
from reports.models import ValueDraft
from tests import factories
from tests.cast import client_of
from tests.reports.ordered import make_job
from tests.rolled_back import standing

AT_MOST = 15
ROWS = (1, 3, 50)
KINDS = ("housing", "municipal", "voluntary", "resident", "business", "other")
HTMX = {"HX-Request": "true", "HX-Target": "actor-collaborations"}

# Route, query string, number of queries: the session, the user and the membership are three of them.
PAGES = [
    ("actors:list", "", 7),
    ("actors:list", "?q=hus&kind=housing&sort=-collaborations", 8),
    ("actors:list", "?panel=1&area={area}&target_group={group}&stale=on", 8),
    ("actors:list", "?archived=on", 8),
    ("actors:search", "?q=hus", 6),
    ("actors:detail", "", 15),
    ("actors:create", "", 8),
    ("actors:edit", "", 13),
    ("actors:contacts", "", 10),
    ("actors:resources", "", 9),
    ("actors:needs", "", 9),
    ("actors:talks", "", 13),
    ("actors:guide", "", 4),
    ("actors:interview_begin", "", 13),
    ("actors:interview", "", 15),
    ("actors:knowledge", "", 12),
    ("actors:knowledge", "?area={area}&kind=housing&sort=-interview", 13),
    ("actors:export", "", 14),
    ("actors:note_log", "", 6),
    ("actors:note_log", "?aktoer={actor}", 9),
    ("actors:note_log", "?q=hus", 5),
    ("actors:note_actors", "?q=hus", 4),
    ("actors:note_about", "?actor={actor}", 9),
    ("actors:notes", "", 10),
    ("actors:note_edit", "", 6),
    ("actors:follow_ups", "", 5),
    ("actors:follow_ups", "?hvis=alle&vis=klaret", 5),
    ("actors:follow_up_edit", "", 5),
    ("reports:overview", "", 13),
    ("reports:overview", "?vis=alle", 13),
    ("reports:balance", "", 6),
    ("mapping:list", "", 8),
    (
        "mapping:list",
        "?state=all&q=hus&form=4&area={area}&kind=housing&target_group={group}&sort=coordinator",
        8,
    ),
    ("mapping:detail", "", 6),
    ("mapping:edit", "", 12),
    ("mapping:of_actor", "", 9),
    ("mapping:of_actor", "part", 9),
    ("mapping:log", "", 8),
    ("mapping:log", "?q=hus", 9),
    ("mapping:log_actors", "?q=hus", 4),
    ("mapping:import_preview", "", 5),
    ("mapping:map", "", 8),
    ("mapping:map", "?visning=tabel", 8),
    ("mapping:map", "?area={area}&form=4&aktoer={actor}", 14),
    ("mapping:matches", "?q=hus&area={area}", 12),
    ("mapping:matches_of", "", 12),
    ("mapping:who_can", "?words=tyrkisk", 11),
    ("initiatives:list", "", 9),
    ("initiatives:list", "?q=dage&area={area}&group={group}&phase=3", 9),
    ("initiatives:board", "", 7),
    ("initiatives:create", "", 10),
    ("initiatives:initiative", "", 12),
    ("initiatives:edit", "", 11),
    ("initiatives:partners", "", 6),
    ("initiatives:partner_add", "", 5),
    ("initiatives:partner_edit", "", 6),
    ("initiatives:story", "", 8),
    ("initiatives:agreement", "", 7),
    ("initiatives:factors", "", 6),
    ("initiatives:conditions", "", 6),
    ("reports:initiative_agreement", "?vis=1", 7),
    ("reports:initiative_story", "?vis=1", 8),
    ("valuegame:list", "", 5),
    ("valuegame:game", "", 6),
    ("valuegame:create", "", 8),
    ("listings:list", "", 13),
    ("listings:list", "?retning=wish&slags=room", 10),
    ("listings:listing", "", 11),
    ("meetings:list", "", 9),
    ("meetings:chain", "", 10),
    ("meetings:create", "", 7),
    ("meetings:forum", "", 12),
    ("meetings:edit", "", 8),
    ("meetings:end", "", 11),
    ("meetings:seats", "", 8),
    ("meetings:seat_add", "", 6),
    ("meetings:charter", "", 6),
    ("meetings:traffic", "", 8),
    ("meetings:send", "", 6),
    ("meetings:meeting_create", "", 8),
    ("meetings:item_add", "", 6),
    ("meetings:meeting", "", 14),
    ("meetings:attendees", "", 9),
    ("meetings:agenda_templates", "", 7),
    ("meetings:item_needed", "", 8),
    ("reports:agenda", "?vis=on", 8),
    ("meetings:referral", "", 7),
    ("meetings:invites", "", 9),
    ("meetings:attendance", "", 8),
    ("meetings:poll", "", 8),
    ("meetings:poll_create", "", 4),
    ("meetings:guest_register", "", 5),
    ("meetings:health", "", 13),
    ("minutes:minutes", "", 10),
    ("minutes:carried", "", 6),
    ("minutes:screen", "", 7),
    ("minutes:send", "", 6),
    ("minutes:promise_add", "", 8),
    ("reports:minutes", "?vis=1", 10),
    ("reports:chain", "?vis=1", 10),
    ("listings:create", "", 7),
    ("listings:talk", "", 8),
    ("notice:list", "", 6),
    ("notice:notice", "", 6),
    ("notice:create", "", 9),
    ("public:page", "", 7),
    ("public:shown", "?q=hus", 6),
    ("open:front", "", 6),
    ("open:directory", "", 9),
    ("open:directory", "?q=hus&slags=housing&alle=on", 10),
    ("open:directory_file", "", 8),
    ("open:board", "?slags=room", 6),
    ("open:board_file", "", 4),
    ("open:organisations", "", 8),
    ("open:organisation", "", 7),
    ("open:services", "", 5),
    ("open_notice:list", "", 4),
    ("open_notice:notice", "", 5),
    ("open_notice:screen", "", 4),
    ("calendar:week", "", 15),
    ("calendar:month", "", 15),
    ("calendar:week", "?maalgruppe={group}&omraade={area}&arrangoer={actor}", 14),
    ("calendar:clashes", "", 10),
    ("calendar:activity", "", 14),
    ("calendar:create", "", 8),
    ("calendar:edit", "", 8),
    ("calendar:fetched", "", 7),
    ("calendar:neighbours", "", 5),
    ("open_calendar:week", "", 9),
    ("open_calendar:screen", "", 9),
    ("reports:calendar", "?vis=1", 14),
    ("events:list", "", 5),
    ("events:event", "", 4),
    ("events:guests", "", 6),
    ("events:rounds", "", 11),
    ("events:wall", "", 8),
    ("events:notes", "", 6),
    ("open_event:list", "", 4),
    ("reports:event_cards", "?vis=1", 9),
    ("goals:list", "", 15),
    ("goals:goal", "", 15),
    ("goals:indicator", "", 5),
    ("goals:counting", "", 15),
    ("goals:month", "", 5),
    ("goals:create", "", 5),
    ("goals:indicator_create", "", 6),
    ("goals:import_preview", "", 6),
    ("goals:export", "", 15),
    ("reports:goals", "?vis=1", 15),
    ("actors:representatives", "", 5),
    ("exchange:places", "", 7),
    ("exchange:place", "", 6),
    ("exchange:fairness", "", 4),
    ("exchange:month", "", 5),
    ("exchange:waits", "", 4),
    ("exchange:calendars", "", 6),
    ("exchange:booking", "", 6),
    ("exchange:booking_create", "", 6),
    ("exchange:booking_edit", "", 6),
    ("exchange:place_edit", "", 6),
    ("reports:map", "?vis=1", 8),
    ("papers:list", "", 8),
    ("reports:materials", "", 4),
    ("reports:interview_guide", "?vis=1", 4),
    ("accounts:plan", "", 6),
    ("accounts:members", "", 5),
    ("accounts:audit", "", 5),
    ("accounts:terms", "omraader", 4),
    ("accounts:terms", "indsatsomraader", 4),
    ("accounts:terms", "maalgrupper", 4),
    ("home", "", 3),
]


# Pages of the meeting with most to see.
OF_MEETING = {
    "meetings:agenda_templates", "meetings:attendance", "meetings:attendees", "meetings:invites",
    "meetings:meeting", "reports:agenda", "reports:minutes",
}  # fmt: skip
# Pages whose address names nothing but the plan.
OF_NOTHING = {
    "calendar:week", "calendar:month", "calendar:clashes", "calendar:create", "calendar:neighbours",
    "open_calendar:week", "open_calendar:screen", "reports:calendar",
    "accounts:audit", "accounts:members", "accounts:plan", "actors:create", "actors:export", "actors:follow_ups",
    "actors:guide", "actors:knowledge", "actors:list", "actors:note_about", "actors:note_actors",
    "actors:note_log", "actors:representatives", "actors:search", "exchange:booking_create",
    "exchange:calendars", "exchange:fairness", "exchange:month", "exchange:places", "exchange:waits",
    "listings:create", "listings:list", "mapping:list", "mapping:log", "mapping:log_actors", "mapping:map",
    "mapping:matches", "mapping:who_can", "meetings:chain", "meetings:create", "meetings:list", "notice:create", "notice:list", "open:board", "open:board_file",
    "open:directory", "open:directory_file", "open:front", "open:organisations", "open:services",
    "open_notice:list", "open_notice:screen", "public:page", "public:shown", "reports:balance", "reports:chain",
    "events:list", "open_event:list", "initiatives:list", "initiatives:board", "initiatives:create",
    "goals:list", "goals:counting", "goals:month", "goals:create",
    "goals:export", "reports:goals",
    "reports:interview_guide", "reports:map",
    "papers:list", "reports:materials", "reports:overview", "valuegame:create", "valuegame:list",
}  # fmt: skip


class Town:
    """A plan with `number` of everything that any page lists."""

    def __init__(self, number: int):
        self.plan = factories.make_plan(f"Solbakken {number}", slug=f"solbakken-{number}")
        self.user = factories.make_user("Lis Leder")
        factories.make_membership(self.plan, self.user, role="leader")
        self.client = client_of(self.user)
        self.second = factories.make_actor(self.plan, "Åhuset", kind="housing")
        self.actors, self.groups, self.areas, self.work, self.referral = [], [], [], None, None
        PublicPage.objects.create(plan=self.plan, is_on=True, gives_hsds=True)
        self._fill(number)

    def _fill(self, number: int) -> None:
        for n in range(number):
            self._add_words(n)
            self._add_actor(n)
            self._add_people(n)
        self._link_first(number)
        self.second.areas.set(self.areas[:1])
        self._seat(number)
        self._host(number)
        self._work_together(number)
        self._aim(number)
        self.notice = self.plan.notices.order_by("created_at").first()
        begin = self.activity.begins_at
        found = [Found(str(n), f"Kor {n}", "", "", begin, begin + timedelta(hours=1)) for n in range(number)]
        self.calendar = keep_calendar(
            actor=self.actors[0], by=self.user, found=found, now=datetime.now(tz=UTC)
        )
        self.draft = ImportDraft.objects.create(
            plan=self.plan, by=self.user, file_name="liste.csv", data=_spreadsheet(number)
        )

    def _add_words(self, n: int) -> None:
        self.areas.append(factories.make_area(self.plan, f"Område {n}", position=n))
        self.groups.append(factories.make_target_group(self.plan, f"Gruppe {n}", position=n))
        self.plan.focusareas.create(name=f"Tema {n}", position=n)

    def _add_actor(self, n: int) -> None:
        """An actor in the first area, with all that hangs on one, and an archived one."""
        fields = {
            "areas": self.areas[:1],
            "target_groups": self.groups[:2],
            "kind": KINDS[n % 6],
            "is_public": True,
        }
        actor = factories.make_actor(self.plan, f"Hus {n}", held_by=self.plan.memberships.first(), **fields)
        factories.make_actor(
            self.plan, f"Gammelt hus {n}", archived_at=datetime(2026, 1, 5, tzinfo=UTC), **fields
        )
        Competence.objects.create(plan=self.plan, actor=actor, kind="strength", text="Tyrkisk")
        _said_yes(factories.make_contact(actor, f"Husvært {n}"))
        record(plan=self.plan, by=self.user, verb="create", obj=actor, fields=["name"])
        made = factories.make_collaboration(
            self.plan, actor, self.second, coordinator=actor, until=date(2026, 2, 1) if n % 5 == 4 else None
        )
        made.target_groups.set(self.groups[:1])
        self.work = self.work or made
        self.actors.append(actor)

    def _add_people(self, n: int) -> None:
        """Somebody who is in the plan, somebody who is invited, and one more plan for who looks."""
        factories.make_membership(self.plan, factories.make_user(f"Mette {n}"), role="staff")
        make_job(self.plan.memberships.get(user=self.user), "stopped")
        now = datetime.now(tz=UTC)
        invite(plan=self.plan, by=self.user, email=f"ny{n}@bo.example", role="reader", now=now)
        factories.make_membership(factories.make_plan(f"Plan {n}"), self.user, role="reader")

    def _link_first(self, number: int) -> None:
        """The first actor has `number` of everything an actor can have; so has the first collaboration."""
        first = self.actors[0]
        for n in range(number):
            Resource.objects.create(plan=self.plan, actor=first, kind="room", text=f"Lokale {n}")
            Need.objects.create(plan=self.plan, actor=first, kind="room", text=f"Sal {n}")
            self._interview(first, n)
            _said_yes(factories.make_contact(first, f"Husvært nr. {n}"))
            factories.make_actor(self.plan, f"Lejer {n}", housed_in=first)
            self._log(first, n)
            factories.make_talk(first, rays={1: 1, 3: (2, "Flere unge", ""), f"Egen {n}": 3})
            partner = self.actors[n] if n else self.second
            factories.make_collaboration(self.plan, first, partner, form=5, about=f"Hus {n}")
            factories.make_game(self.plan, f"Spil {n}", seats=())
            self._lend(first, n)
            self._want(first, n)
            self._tell(first, n)
            self._meet(first, n)
            self._plan(first, n)
            if n:
                Participation.objects.create(plan=self.plan, collaboration=self.work, actor=self.actors[n])

    def _lend(self, owner, n: int) -> None:
        """One more place, and one more booking of all of them, each on a day of its own."""
        factories.make_place(owner, f"Sal {n}")
        day = date.today() + timedelta(days=n)
        series = uuid.uuid5(self.plan.pk, "series")
        factories.make_booking(*self.plan.facilitys.all(), day=day, series=series)

    def _plan(self, owner, n: int) -> None:
        """One more evening for the first group, in everybody's way, one time of it cancelled, one merged."""
        day = date.today()
        weekly = {"every": 1, "until": day + timedelta(weeks=4), "groups": self.groups[:1], "is_public": True}
        mine = factories.make_activity(self.actors[n], f"Bold {n}", day, **weekly)
        if n == 0:
            factories.make_activity(self.second, "Kor", day, **weekly)
        mine.changes.create(plan=self.plan, day=day + timedelta(weeks=1))
        factories.make_activity(owner, f"Leg {n}", day, merged_into=mine, cancelled_at=datetime.now(tz=UTC))
        self.plan.bookings.order_by("-begins_at").update(activity=mine)
        if n:
            self.plan.neighbourareas.create(one=self.areas[0], other=self.areas[n])
        self.activity = self.plan.activitys.get(title="Bold 0")

    def _tell(self, owner, n: int) -> None:
        """A notice of an actor, beside the joint one that gathers them."""
        if n == 0:
            factories.make_notice(self.plan, "Alt for børn", is_public=True)
        factories.make_notice(self.plan, f"Suppe {n}", actor=owner, is_public=True)

    def _meet(self, owner, n: int) -> None:
        """One more forum under the first, a seat, a turn, a charter, a meeting with an item, and what was sent."""
        if n == 0:
            self.forum = factories.make_forum(self.plan, "Bestyrelsen", kind="board")
        under = factories.make_forum(self.plan, f"Følgegruppe {n}", parent=self.forum)
        day = date.today() + timedelta(days=n + 1)
        for forum in (self.forum, under):
            seat = factories.make_forum_seat(
                forum, f"Plads {n}", actor=owner, contact=owner.contacts.first(), is_link=True
            )
            forum.turns.create(plan=self.plan, seat=seat, starts_on=day - timedelta(days=2))
            factories.make_meeting(forum, day)
        self.forum.charters.create(plan=self.plan, number=n + 1, purpose="At mødes", in_force_on=day)
        self.meeting = self.forum.meetings.coming(datetime.now(tz=UTC)).first()
        item = factories.make_agenda_item(
            self.forum, f"Punkt {n}", self.meeting, responsible=self.forum.seats.first()
        )
        factories.make_agenda_item(self.forum, f"Bunke {n}")
        seat = self.forum.seats.last()
        item.needed.create(plan=self.plan, seat=seat)
        self.meeting.roles.create(plan=self.plan, seat=seat, role="clock")
        keep_agenda(meeting=self.meeting, by=self.user, name=f"Skabelon {n}")
        self._write_down(n)
        up = factories.make_referral(under, self.forum, f"Op {n}", due=day - timedelta(days=9))
        factories.make_referral(self.forum, under, f"Ned {n}")
        self.referral = self.referral or up
        self._ask(n)
        place(item=up.items.get(), meeting=self.meeting, by=self.user, now=datetime.now(tz=UTC))

    def _ask(self, n: int) -> None:
        """One more who has answered, came, brings a guest, and can at one more time; one more pulse."""
        if n == 0:
            self.poll = self.forum.polls.create(plan=self.plan)
        seat, meeting = self.forum.seats.get(title=f"Plads {n}"), self.meeting
        begins = meeting.begins_at
        meeting.invites.create(plan=self.plan, seat=seat, reply="yes", replied_at=begins, eats=True)
        self.guest = meeting.guests.create(plan=self.plan, seat=seat, organisation=f"Klub {n}")
        held = factories.make_meeting(self.forum, date.today() - timedelta(days=n + 1))
        for one in (meeting, held):
            one.attendances.create(plan=self.plan, seat=seat, came="yes")
        asked = self.plan.pulserounds.create(meeting=held, sent_at=begins, closes_at=begins)
        asked.answers.create(plan=self.plan, roles="yes")
        time = self.poll.times.create(
            plan=self.plan, begins_at=begins + timedelta(days=n), ends_at=begins + timedelta(days=n, hours=1)
        )
        time.replies.create(plan=self.plan, seat=seat, reply="yes")

    def _write_down(self, n: int) -> None:
        """What an item came to, a promise about it, and one from an earlier meeting; one more is asked."""
        item, day = self.meeting.items.get(title=f"Punkt {n}"), date.today()
        self.meeting.notes.create(
            plan=self.plan, item=item, kind="discuss", title=item.title, text="Talt om", version=1,
            saved_at=datetime.now(tz=UTC), saved_by=self.user,
        )  # fmt: skip
        earlier = factories.make_meeting(self.forum, day - timedelta(days=30 + n))
        seat = self.forum.seats.first()
        for meeting, about in ((self.meeting, item), (earlier, None)):
            promise(
                meeting=meeting, item=about, seat=seat, by=self.user, what=f"Ring {n}", due=day,
            )  # fmt: skip

    def _host(self, number: int) -> None:
        """The first event has two guests for each actor, a round, and a note of each; there are more events."""
        for n in range(number):
            factories.make_event(
                self.plan, f"Fest {n}", day=date.today() + timedelta(days=n + 1), is_public=True
            )
        self.event = self.plan.events.order_by("begins_at").first()
        row = self.event.rounds.create(plan=self.plan, number=1, tables=number)
        for n, actor in enumerate(self.actors):
            for name in ("Ib", "Bo"):
                guest = factories.make_guest(self.event, actor.name, name, actor=actor)
                row.seats.create(plan=self.plan, guest=guest, table=n + 1)
            factories.make_note(guest, may_share=True)
            factories.make_guest(self.event, "Haven", state="waiting")
            factories.make_guest(self.event, "Koret", state="cancelled")

    def _work_together(self, number: int) -> None:
        """The first initiative has a partner, a talk of each kind, for each actor; there are more initiatives."""
        for n in range(number):
            one = factories.make_initiative(
                self.plan, f"Dage {n:03}", phase=3, coordinator=self.actors[n], areas=self.areas[:1],
                target_groups=self.groups[:1], focus_area=self.plan.focusareas.first(),
            )  # fmt: skip
            factories.make_partner(one, self.actors[n])
        self.initiative = self.plan.initiatives.order_by("name").first()
        for n, actor in enumerate(self.actors):
            told = {"phase_3": (f"Rolle {n}", "Sal", "Naboer"), "phase_4": ("Vært", "", "")}
            if n:
                factories.make_partner(self.initiative, actor, **told)
            for kind, key in (("factors", "backing"), ("conditions", "leaders")):
                factories.make_review(self.initiative, kind, date(2026, 1, 1 + n % 28), {key: n % 3})
        self.taking_part = self.initiative.partners.last()
        Story.objects.create(plan=self.plan, initiative=self.initiative, headline="Fire dage", grew="Job")

    def _aim(self, number: int) -> None:
        """Goals with a part and a story each; the first has everything that counts itself, and many by hand."""
        first = factories.make_goal(self.plan, "Det første", focus_area=self.plan.focusareas.first())
        self.goal = first
        for n in range(number):
            goal = factories.make_goal(self.plan, f"Mål {n}", focus_area=first.focus_area)
            part = factories.make_goal(self.plan, f"Delmål {n}", parent=first, focus_area=first.focus_area)
            for one in (first, goal, part):
                factories.make_story(one, f"Dag {n}", by=self.user)
                hand = factories.make_indicator(one, f"Tal {n}", owner=self.plan.memberships.first())
                factories.make_value(hand, by=self.user)
            self.plan.initiatives.create(name=f"Initiativ {n}").partners.create(
                plan=self.plan, actor=self.actors[n]
            )
        for kind in AUTOMATIC:
            factories.make_indicator(first, kind.name, automatic=kind.key)
        self.indicator = first.indicators.filter(automatic="").first()
        self.value_draft = ValueDraft.objects.create(
            plan=self.plan, by=self.user, file_name="tal.csv", created_at=datetime.now(tz=UTC),
            data="Indikator;Måned;Værdi\n".encode() + b"Tal;2026-02;5\n" * number,
        )  # fmt: skip

    def _want(self, owner, n: int) -> None:
        """An offer with a place, a wish that it meets, and one more talk about the first wish."""
        factories.make_listing(owner, f"Sal {n}", facility=self.plan.facilitys.first(), is_public=True)
        mine = {"direction": "wish", "is_public": True}
        wish = factories.make_listing(self.second, f"Vi mangler en sal {n}", **mine)
        self.listing = self.plan.listings.filter(direction="wish").earliest("created_at")
        answer = factories.make_answer(self.listing, self.actors[n])
        self.answer = self.listing.answers.earliest("created_at")
        factories.make_answer(wish, owner) if wish != self.listing else None
        self.answer.messages.create(plan=self.plan, actor=answer.actor, text=f"Kom forbi {n}")
        partner = factories.make_membership(self.plan, role="partner")
        Representation.objects.create(plan=self.plan, membership=partner, actor=self.actors[n])

    def _seat(self, number: int) -> None:
        """The first game has `number` organisations at its table."""
        self.game = self.plan.games.order_by("created_at").first()
        for n in range(number):
            self.game.seats.create(plan=self.plan, actor=self.actors[n], name=f"Hus {n}", position=n)

    def _interview(self, actor, n: int) -> None:
        """An interview that asked the plan's own question, with levels, and a fact it brought."""
        talk = factories.make_talk(actor, source="interview", rays={1: 2, 5: 3})
        self.interview = factories.make_interview(actor, talk=talk)
        self.interview.present.add(actor.contacts.first())
        own = GuideQuestion.objects.create(plan=self.plan, value=n % 5 + 1, text=f"Egen {n}?", position=n)
        for key in (str(own.pk), "limits"):
            InterviewAnswer.objects.create(
                plan=self.plan, interview=self.interview, question_key=key, question="?", value=4, text="Ja"
            )
        Competence.objects.create(
            plan=self.plan, actor=actor, kind="strength", text=f"Ro {n}", interview=self.interview
        )

    def _log(self, actor, n: int) -> None:
        """A line in the log by a colleague of its own, what it came to, and a promise that is kept."""
        today, mine = date.today(), self.plan.memberships.get(user=self.user)
        colleague = factories.make_user(f"Kollega {n}")
        person = factories.make_contact(actor, f"Mødt {n}")
        note = factories.make_contact_note(actor, on=today, by=colleague, person=person)
        fields = {"due": today, "responsible": mine, "note": note}
        factories.make_follow_up(actor, f"Ring {n}", **fields)
        factories.make_follow_up(actor, f"Ringede {n}", done_at=datetime.now(tz=UTC), **fields)
        self.note, self.promise = note, actor.follow_ups.filter(done_at=None).first()

    def path(self, route: str, query: str) -> tuple[str, dict]:
        """The address of a page, and what else to ask it with."""
        place = reverse(route, args=self._arguments(route, query))
        if query == "part":
            return place, {"headers": HTMX}
        if route == "accounts:terms":
            return place, {}
        words = {"area": self.areas[0].pk, "group": self.groups[0].pk, "actor": self.actors[0].pk}
        return place + query.format(**words), {}

    def _arguments(self, route: str, query: str) -> list:
        """What the address of a page names: the plan and the thing of which there is most to see."""
        slug = self.plan.slug
        if route == "home":
            return []
        if route in OF_NOTHING:
            return [slug]
        if route == "accounts:terms":
            return [slug, query]
        actor = self.actors[0].pk
        of_two = {
            "initiatives:partner_edit": [self.initiative.pk, self.taking_part.pk],
            "actors:interview": [actor, self.interview.pk],
            "actors:note_edit": [actor, self.note.pk],
        }
        return [slug, *(of_two.get(route) or [self._thing(route)])]

    def _thing(self, route: str):
        """The one thing that the page is about; of most, the first actor or forum."""
        places, bookings = self.plan.facilitys, self.plan.bookings.order_by("-begins_at")
        things = {
            "mapping:import_preview": self.draft, "mapping:detail": self.work, "mapping:edit": self.work,
            "exchange:place": places.first(), "exchange:place_edit": places.first(),
            "exchange:booking": bookings.first(), "exchange:booking_edit": bookings.first(),
            "listings:listing": self.listing, "listings:talk": self.answer, "notice:notice": self.notice,
            "open_notice:notice": self.notice, "valuegame:game": self.game,
            "calendar:activity": self.activity, "calendar:edit": self.activity,
            "calendar:fetched": self.calendar, "actors:follow_up_edit": self.promise, "meetings:referral": self.referral,
            "meetings:item_needed": self.meeting.items.first(),
            "goals:goal": self.goal, "goals:indicator": self.indicator,
            "goals:indicator_create": self.goal, "goals:import_preview": self.value_draft,
            "meetings:poll": self.poll, "meetings:guest_register": self.guest,
        }  # fmt: skip
        if route in OF_MEETING or route.startswith("minutes:"):
            return self.meeting.pk
        if route.startswith("meetings:") and route not in things:
            return self.forum.pk
        if route.startswith(("initiatives:", "reports:initiative_")):
            return self.initiative.pk
        if route.startswith(("events:", "reports:event_")):
            return self.event.pk
        return things.get(route, self.actors[0]).pk

    def queries(self, route: str, query: str) -> list[str]:
        """The queries of one look at the page, the second one: the first look at a map writes it down."""
        path, asked = self.path(route, query)
        self.client.get(path, **asked)
        with CaptureQueriesContext(connection) as captured:
            response = self.client.get(path, **asked)
        assert response.status_code == 200
        return [one["sql"] for one in captured]


def _said_yes(contact) -> None:
    """The contact's phone may be shown, which is logged."""
    contact.consent_state, contact.consent_scope, contact.phone = "given", "team,plan", "20 30 40 50"
    contact.consent_until = date.today() + timedelta(days=300)
    contact.save()
    ConsentEvent.objects.create(
        plan=contact.plan, contact=contact, state="given", scope="team,plan", method="spoken",
        until=contact.consent_until,
    )  # fmt: skip


def _spreadsheet(number: int) -> bytes:
    """A file that brings `number` new actors."""
    lines = "".join(f"Nyt hus {n};Frivillig organisation;Ib Iversen;leder\n" for n in range(number))
    return f"Navn;Aktørtype;Kontaktperson;Rolle\n{lines}".encode()


@pytest.fixture(scope="module")
def towns(django_db_setup, django_db_blocker):
    """A town of each size, beside each other; no page changes what the next one meets."""
    with standing(django_db_blocker):
        yield {number: Town(number) for number in ROWS}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("route", "query", "number"), PAGES, ids=[f"{route} {query}" for route, query, _ in PAGES]
)
def test_a_page_takes_the_same_few_queries_for_1_3_and_50_rows(towns, route, query, number):
    taken = {rows: town.queries(route, query) for rows, town in towns.items()}
    assert {rows: len(queries) for rows, queries in taken.items()} == dict.fromkeys(ROWS, number)
    assert number <= AT_MOST
