"""A meeting of two hours: planned with two who join late, invited, moved, minuted by two, printed, felt."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect
from pypdf import PdfReader

from tests import factories
from tests.e2e.inspection import faults
from tests.e2e.windows import PHONE
from tests.meetings.invited import entry_in, letters, reachable

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
LATE = ("Skolen", "Nærpolitiet")
SEATS = (*LATE, "Afdelingsbestyrelsen", "Biblioteket", "Beboerhuset")


def mail_of(name: str) -> str:
    return f"{name.lower()}@solbakken.example".replace("æ", "ae")


@pytest.fixture
def meeting(plan):
    """Next week, of a group whose five seats can all be written to."""
    east = factories.make_forum(plan, "Følgegruppe Østhøj")
    for name in SEATS:
        actor = factories.make_actor(plan, name)
        contact = reachable(actor, f"Kim {name}", mail_of(name))
        factories.make_forum_seat(east, name, actor=actor, contact=contact)
    return factories.make_meeting(east, timezone.localdate() + timedelta(days=7), why="Vælg to ting")


def test_a_meeting_from_its_agenda_to_how_it_felt(windows, alma, meeting):
    desk, bo = windows.open(alma), factories.make_user("Bo Krag")
    factories.make_membership(meeting.plan, bo, role="staff")
    plans(desk, meeting)
    invites(desk, windows, meeting)
    is_moved(desk, meeting)
    meeting.refresh_from_db()
    is_held_by_two(desk, windows.open(bo), meeting)
    is_printed(desk, meeting)
    time_goes_by(meeting)
    is_felt(desk, windows, meeting)


def test_a_meeting_called_off_leaves_the_calendars(windows, alma, meeting):
    desk = windows.open(alma)
    desk.goto(f"{home(meeting)}indkaldte/")
    desk.get_by_role("button", name="Send indkaldelse").click()
    expect(desk.get_by_role("heading", name="Dagsordenen er tom")).to_be_visible()
    desk.get_by_role("button", name="Send alligevel").click()
    expect(desk.get_by_text("5 mails er på vej.")).to_be_visible()
    _, asked = entry_in(letters(mail_of("Skolen"))[-1])
    desk.goto(home(meeting))
    desk.get_by_role("button", name="Aflys").click()
    desk.goto(f"{home(meeting)}indkaldte/")
    desk.get_by_role("button", name="Send aflysning").click()
    expect(desk.get_by_text("5 mails er på vej.")).to_be_visible()
    method, event = entry_in(letters(mail_of("Skolen"))[-1])
    assert (method, str(event["status"])) == ("CANCEL", "CANCELLED")
    assert event["uid"] == asked["uid"]
    assert event["sequence"] > asked["sequence"]


def home(meeting) -> str:
    return f"/solbakken/fora/moeder/{meeting.pk}/"


def plans(desk, meeting):
    """Three items of 120 minutes in all; the school and the police come for the last."""
    desk.goto(home(meeting))
    for title, minutes in (("Nyt fra området", "30"), ("Lys på stien", "50"), ("Trygge veje", "40")):
        desk.locator("summary", has_text="Nyt punkt").click()
        added = desk.locator(".add-item")
        added.get_by_label("Punkt", exact=True).fill(title)
        added.get_by_label(re.compile("^Minutter")).fill(minutes)
        added.get_by_role("button", name="Sæt på dagsordenen").click()
    expect(desk.get_by_text("120 af 120 minutter")).to_be_visible()
    for title in ("Nyt fra området", "Lys på stien"):
        desk.get_by_label(f"Mere om »{title}«").click()
        desk.get_by_role("link", name=f"Hvem skal være med til {title}").click()
        for name in SEATS:
            if name not in LATE:
                desk.get_by_label(re.compile(name)).check()
        desk.get_by_role("button", name="Gem", exact=True).click()
    assert faults(desk) == []


def invites(desk, windows, meeting):
    """Each gets a time of their own in a file for the calendar; one answers on a phone without login."""
    desk.goto(f"{home(meeting)}indkaldte/")
    desk.get_by_role("button", name="Send indkaldelse").click()
    expect(desk.get_by_text("5 mails er på vej.")).to_be_visible()
    method, late = entry_in(letters(mail_of("Skolen"))[-1])
    _, whole = entry_in(letters(mail_of("Biblioteket"))[-1])
    assert method == "REQUEST"
    assert f"{late['dtstart'].dt:%H:%M}–{late['dtend'].dt:%H:%M}" == "17:20–18:00"
    assert f"{whole['dtstart'].dt:%H:%M}–{whole['dtend'].dt:%H:%M}" == "16:00–18:00"
    phone = windows.open(size=PHONE, script=False, touch=True)
    phone.goto(link_in(letters(mail_of("Skolen"))[-1]))
    expect(phone.get_by_text("Du er med 17.20–18.00.")).to_be_visible()
    phone.get_by_label("Kommer", exact=True).check()
    phone.get_by_role("button", name="Svar").click()
    desk.reload()
    expect(desk.get_by_role("row", name=re.compile("Skolen"))).to_contain_text("Kommer")


def is_moved(desk, meeting):
    """Half an hour later: the same entry in the calendars, changed."""
    _, before = entry_in(letters(mail_of("Biblioteket"))[-1])
    desk.goto(f"{home(meeting)}ret/")
    desk.get_by_label("Fra kl.").fill("16:30")
    desk.get_by_label("Til kl.").fill("18:30")
    desk.get_by_role("button", name=re.compile("^Gem")).click()
    desk.goto(f"{home(meeting)}indkaldte/")
    desk.get_by_role("button", name=re.compile("^Send")).click()
    expect(desk.get_by_text("5 mails er på vej.")).to_be_visible()
    method, after = entry_in(letters(mail_of("Biblioteket"))[-1])
    assert (method, after["uid"]) == ("REQUEST", before["uid"])
    assert after["sequence"] == before["sequence"] + 1
    assert f"{after['dtstart'].dt:%H:%M}" == "16:30"


def is_held_by_two(desk, other, meeting):
    """Both write the same decision; neither text is lost. Who came is one tap each."""
    for page in (desk, other):
        page.goto(f"{home(meeting)}referat/")
    sheets = [page.get_by_role("form", name="Referat af Lys på stien") for page in (desk, other)]
    sheets[0].get_by_label("Beslutning").fill("Vi beder om to lamper.")
    expect(sheets[0].get_by_role("status")).to_have_text(re.compile("^Gemt"))
    sheets[1].get_by_label("Beslutning").fill("Vi beder om fire lamper.")
    both = sheets[1].get_by_role("button", name="Behold begge")
    expect(both).to_be_visible()
    expect(sheets[1]).to_contain_text("Vi beder om to lamper.")
    assert faults(other) == []
    both.click()
    expect(sheets[1].get_by_role("status")).to_have_text(re.compile("^Gemt"))
    stands = sheets[1].get_by_label("Beslutning").input_value()
    assert "to lamper" in stands
    assert "fire lamper" in stands


def is_printed(desk, meeting):
    """The paper says what both wrote, and which item it belongs to."""
    desk.goto(f"{home(meeting)}referat/")
    answer = desk.request.get(desk.get_by_role("link", name="Hent PDF").get_attribute("href"))
    words = " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.body())).pages)
    for text in ("Lys på stien", "to lamper", "fire lamper", "Trygge veje"):
        assert text in words


def time_goes_by(meeting):
    """The meeting was yesterday."""
    meeting.begins_at -= timedelta(days=8)
    meeting.ends_at -= timedelta(days=8)
    meeting.save()


def is_felt(desk, windows, meeting):
    """All come, are asked three questions each by mail, and five answers are shown as sentences."""
    desk.goto(f"{home(meeting)}fremmoede/")
    for name in SEATS:
        was_here = desk.get_by_role("form", name=name).get_by_role("button", name="Var med", exact=True)
        was_here.click()
        expect(was_here).to_have_attribute("aria-pressed", "true")
    expect(desk.get_by_text(re.compile("5 var med"))).to_be_visible()
    desk.get_by_role("button", name="Send pulsen").click()
    expect(desk.get_by_text(re.compile("5 (mails|spørges)"))).to_be_visible()
    phone = windows.open(size=PHONE, touch=True)
    for letter in mail.outbox[-5:]:
        phone.goto(link_in(letter))
        for question in phone.get_by_role("group").all():
            question.get_by_text("Ja", exact=True).click()
        phone.get_by_role("button", name="Svar").click()
        expect(phone.get_by_role("heading", name="Tak for dit svar")).to_be_visible()
    assert faults(phone) == []


def link_in(letter) -> str:
    """The path that a mail leads to."""
    return re.search(r"http://[^/\s]+(/\S+)", letter.body)[1]
