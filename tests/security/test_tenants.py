"""Nothing of another plan comes out anywhere, and nothing of a person who has not said yes."""

import pytest

from tests.security.addresses import address
from tests.security.browsers import HTML, PDF, XLSX
from tests.security.canaries import found_in
from tests.security.crawl import MIXED, OTHERS, browser_of
from tests.security.posts import fields
from tests.security.routes import ROUTES
from tests.security.urlconf import routes
from tests.security.world import CONTACTS, KNOW_NAMES

# Who holds the link of an invitation reads to what it invites, and whom.
INVITATION_SHOWS = {"accounts.Plan.name", "accounts.Invitation.email"}
# Who holds the link of a game sees what the room sees: no notes, no persons, nothing of the plan.
GAME_SHOWS = {"valuegame.Game.title", "valuegame.Game.about", "valuegame.Seat.name"}
# Who holds the link of a talk reads the talk, its listing and its agreement, and who the two are.
TALK_SHOWS = {
    "accounts.Plan.name", "exchange.Listing.title", "exchange.Listing.text", "exchange.Message.text",
    "actors.Actor.name", "actors.Actor.short_name",
    *(f"exchange.Agreement.{name}" for name in (
        "what", "terms", "in_return", "giver_person", "taker_person", "if_not_kept", "outcome",
    )),
}  # fmt: skip
# Who holds a link about a meeting reads what it is about, for which seat, and what that seat has answered.
MEETING_SHOWS = {
    "accounts.Plan.name", "meetings.Forum.name", "meetings.ForumSeat.title",
    *(f"meetings.{model}.{name}" for model in ("Meeting", "Poll") for name in ("why", "place")),
}  # fmt: skip
# Who holds the address of a calendar sees who has the place when, what for, and no way into the app.
CALENDAR_SHOWS = {
    "accounts.Plan.name", "actors.Actor.name", "actors.Actor.short_name", "exchange.Facility.name",
    "exchange.Facility.address", "exchange.Booking.title",
}  # fmt: skip
# What everybody reads of a plan that its leader has opened; of which rows, test_public.py asks.
OPEN_SHOWS = {
    "accounts.Plan.name", "accounts.Area.name", "accounts.TargetGroup.name", "exchange.PublicPage.intro",
    "exchange.Listing.title", "exchange.Listing.text", "exchange.Picture.data", "exchange.Notice.title",
    "exchange.Notice.text", "exchange.Notice.when_text", "exchange.Notice.place",
    *(f"actors.Actor.{name}" for name in (
        "name", "short_name", "core_task", "address", "website", "phone", "email",
    )),
    *(f"actors.Contact.{name}" for name in ("name", "role", "phone", "email")),
}  # fmt: skip
# What the leader has opened: what happens, where, and whom to ask when that person has said yes to all.
LISTED = {
    "accounts.Plan.name", "exchange.PublicPage.intro", "accounts.Area.name", "accounts.TargetGroup.name",
    "exchange.Notice.title", "exchange.Notice.when_text", "exchange.Notice.place",
}  # fmt: skip
TOLD = LISTED | {
    "exchange.Notice.text", "actors.Actor.name",
    *(f"actors.Contact.{name}" for name in ("name", "role", "phone", "email")),
}  # fmt: skip
# Activities and events that may be seen by all: what, where, for whom, and who stands behind them.
ACTIVITIES = {
    "accounts.Plan.name", "accounts.TargetGroup.name", "actors.Actor.name", "actors.Actor.short_name",
    "exchange.Facility.name", *(f"mapping.Activity.{name}" for name in ("title", "text", "place")),
    *(f"meetings.Event.{name}" for name in ("title", "text", "place")),
}  # fmt: skip
OPEN = {
    "open_notice:list": LISTED, "open_notice:screen": LISTED, "open_notice:notice": TOLD,
    "open_notice:picture": {"exchange.Picture.data"},
    "open_calendar:week": ACTIVITIES | {"exchange.PublicPage.intro"}, "open_calendar:screen": ACTIVITIES,
}  # fmt: skip
# Who holds the link of an event reads what it is; a guest's own link shows the guest what the guest has said,
# and what those who said yes have let out.
EVENT_SHOWS = {
    "accounts.Plan.name", "meetings.Event.title", "meetings.Event.text", "meetings.Event.place",
}  # fmt: skip
GUEST_SHOWS = EVENT_SHOWS | {
    *(f"meetings.EventGuest.{name}" for name in ("organisation", "name", "email")),
    *(f"meetings.TableNote.{name}" for name in ("strengths", "involve_when", "wish")),
}  # fmt: skip
BY_LINK = {
    "open_event:list": EVENT_SHOWS | {"exchange.PublicPage.intro"}, "event_link:sign_up": EVENT_SHOWS,
    **{
        f"event_link:{page}": GUEST_SHOWS
        for page in ("own", "own_edit", "own_cancel", "own_again", "note", "sheet")
    },
    **OPEN, **{name: OPEN_SHOWS for name in routes() if name.startswith("open:")},
    "accounts:digest_stop": {"accounts.Plan.name"},
    "accounts:invitation": INVITATION_SHOWS, "play:table": GAME_SHOWS, "play:seat": GAME_SHOWS,
    "play:wall": GAME_SHOWS, "feeds:feed": CALENDAR_SHOWS,
    **{f"invited:{what}": MEETING_SHOWS for what in ("reply", "poll", "pulse")},
    **{f"answering:{step}": TALK_SHOWS for step in ("talk", "say", "agreement", "confirm", "end")},
}  # fmt: skip


# A member with a link reads the minutes, and from which forum and plan they are.
MINUTES_SHOW = {
    "accounts.Plan.name", "meetings.Forum.name", "meetings.Meeting.why", "meetings.Meeting.place",
    "meetings.AgendaItem.title", "meetings.ForumSeat.title", "meetings.Approval.remark",
    *(f"meetings.ItemNote.{name}" for name in ("title", "text", "proposal", "decision")),
}  # fmt: skip
BY_LINK |= dict.fromkeys(("minutes_link:read", "minutes_link:answer", "minutes_paper:pdf"), MINUTES_SHOW)
# HSDS gives each thing its id.
OPEN_ROWS = ("actor", "listing", "notice")


def is_open(visit) -> bool:
    """A page of a plan that everybody may read."""
    return visit.route.startswith(("open:", "open_notice:", "open_event:", "open_calendar:"))


# Only names a text that the app knows; the text is what is shown.
# The text of an item in a kept agenda is read on the agenda that is made of it; how far a report is stands
# there while it is made; a file's bytes, what an undo needs and what a calendar is recognised by are no text.
NEVER_SHOWN = {
    "actors.ConsentEvent.text_version",
    "mapping.MatchAnswer.fingerprint",
    "mapping.Activity.calendar_uid",
    "meetings.KeptAgendaItem.text",
    "reports.PaperFile.data",
    "reports.PaperJob.said",
    "reports.ValueEntry.changes",
}


def walked_by(*who):
    """Only the walks of these."""
    return pytest.mark.parametrize("walk", who, indirect=True)


def shown_ids(visit, sides) -> set[str]:
    """What may be read: the ids of the seats are in a phone's addresses, those of open things in theirs."""
    if is_open(visit):
        people = {str(side.contacts["yes_to_all"].pk) for side in sides}
        return people | {str(side.rows[word].pk) for side in sides for word in OPEN_ROWS}
    seats = {str(side.rows[word].pk) for side in sides for word in ("seat", "named_seat")}
    return seats if visit.route in BY_LINK else set()


def leaks(walk):
    """What of another plan came out: the canary, the field it sat in, and the request."""
    world = walk.world
    strangers = {"nobody": ("oest", "vest"), "other": ("oest",)}.get(walk.who, ("vest",))
    sides = [side for side in world if side.nest.name in strangers]
    texts = {canary for side in sides for canary in side.nest.where}
    ids = frozenset().union(*(side.ids for side in sides))
    for visit in walk.visits:
        for canary in visit.answer.canaries & texts:
            if world.where[canary] not in BY_LINK.get(visit.route, ()):
                yield f"{canary} of {world.where[canary]} by {visit}"
        shown = shown_ids(visit, sides)
        yield from (f"{one} by {visit}" for one in (visit.answer.ids & ids) - shown)


def test_nothing_of_another_plan_comes_out(walk):
    assert len(walk.visits) > 200
    assert list(leaks(walk)) == []


@walked_by("leader")
def test_what_is_typed_reaches_every_filter(walk):
    """Else the walk would have asked for nothing."""
    typed = {visit.how for visit in walk.visits}
    assert {"?q=", "?area=", "?target_group=", "?held_by=", "?aktoer="} <= typed


@walked_by("leader", "staff", "partner", "reader", "support", "other")
def test_another_plan_is_as_if_it_were_not_there(walk):
    others = walk.of(OTHERS)
    assert len(others) > 150
    assert [str(visit) for visit in others if visit.answer.status != 404] == []


@walked_by("leader", "staff", "partner", "reader", "support")
def test_another_plans_row_is_as_if_it_were_not_there(walk):
    mixed = walk.of(MIXED)
    assert len(mixed) > 80
    for visit in mixed:
        word = ROUTES[visit.route].got(walk.who, "GET")
        # Who may by a seat of their own alone is told 404 too.
        assert visit.answer.word in {"404", "404" if word == "200" else word}, visit


@walked_by("leader")
def test_the_look_finds_what_is_shown(walk):
    """The other way round: in the leader's own plan every field turns up somewhere, in every kind of file."""
    where = walk.world.where
    assert set(where.values()) - {where[one] for visit in walk.visits for one in visit.answer.canaries} == (
        NEVER_SHOWN
    )
    assert {visit.answer.kind for visit in walk.visits if visit.answer.canaries} >= {HTML, PDF, XLSX}


# -- Withheld details of contact persons ----------------------------------------------------------------


def inside(walk):
    """The visits to what is not open to all."""
    return [visit for visit in walk.visits if not is_open(visit)]


def test_open_pages_name_those_alone_who_said_yes_to_all(walk):
    seen = {walk.world.where.get(one, ""): one for visit in walk.visits if is_open(visit)
            for one in visit.answer.canaries}  # fmt: skip
    for side in walk.world:
        for answer, contact in side.contacts.items():
            details = found_in(f"{contact.name} {contact.role} {contact.phone} {contact.email}")
            assert answer == "yes_to_all" or not details & set(seen.values()), answer
    assert {"exchange.Notice.title", "actors.Contact.name"} <= set(seen)


@walked_by("leader", "staff", "partner", "reader", "support")
def test_phone_and_mail_are_seen_by_those_who_were_said_yes_to_alone(walk):
    seen = set()
    for answer, (*_, readers) in CONTACTS.items():
        contact = walk.world.oest.contacts[answer]
        details = found_in(f"{contact.phone} {contact.email}")
        shown = [visit for visit in inside(walk) if visit.answer.canaries & details]
        assert walk.who in readers or shown == [], (answer, str(shown[0]))
        seen |= {answer} if shown else set()
    assert seen == {answer for answer, (*_, readers) in CONTACTS.items() if walk.who in readers}


@walked_by("leader", "staff", "partner", "reader", "support")
def test_a_name_is_known_in_the_plan_alone_until_its_owner_says_yes(walk):
    for answer, (*_, readers) in CONTACTS.items():
        contact = walk.world.oest.contacts[answer]
        names = found_in(f"{contact.name} {contact.role}")
        shown = [visit for visit in inside(walk) if visit.answer.canaries & names]
        known = walk.who in (readers | KNOW_NAMES) and contact.deleted_at is None
        assert bool(shown) == known, (answer, [str(visit) for visit in shown[:1]])


@walked_by("partner", "reader", "support")
def test_where_we_have_a_person_from_is_the_teams_business(walk):
    sources = found_in(" ".join(contact.source for contact in walk.world.oest.contacts.values()))
    assert [str(visit) for visit in walk.visits if visit.answer.canaries & sources] == []


@pytest.mark.parametrize("route", ["actors:contact_edit", "actors:contact_consent"])
def test_a_form_that_is_shown_again_shows_no_more_than_before(world, route):
    """Refused, out of date, or with a CPR number in it: the page comes back without what is hidden."""
    browser, side, tried = browser_of(world, "staff"), world.oest, 0
    kept = [answer for answer, contact in side.contacts.items() if contact.deleted_at is None]
    for answer in kept:
        contact = side.contacts[answer]
        url = address(routes()[route], f"actor/{answer}", side)
        complete = fields(route, side)
        for data in ({}, {**complete, "version": "99"}, {**complete, "on": "x", "source": "010165-1234"}):
            shown = browser.ask("POST", url, data)
            tried += shown.status == 200
            if "staff" not in CONTACTS[answer][-1]:
                assert not shown.canaries & found_in(f"{contact.phone} {contact.email}"), (answer, data)
    assert tried > 2 * len(kept) - 1
