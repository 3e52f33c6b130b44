"""From a wish to a poster: asked by mail, agreed on, booked with clashes, read in a calendar, told to all."""

import io
import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.utils import timezone
from icalendar import Calendar
from playwright.sync_api import expect
from pypdf import PdfReader

from actors.models import Resource
from actors.representing import set_representation
from tests import factories
from tests.e2e.inspection import faults
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
WALL = ZoneInfo("Europe/Copenhagen")
WISH, OFFER = "Køkken torsdag aften", "I kan få køkkenet hver anden torsdag."
TERMS = {
    "Hvad aftaler I?": "Køkkenet hver anden torsdag kl. 16–18", "Hvad får de igen?": "De gør rent efter sig",
    "Ansvarlig hos Medborgerhuset": "Vagten", "Ansvarlig hos Kvindeforeningen Rosen": "Formanden",
}  # fmt: skip


@pytest.fixture
def thursdays():
    """Five Thursdays, every second week from next week on."""
    today = timezone.localdate()
    first = today + timedelta(days=7 + (3 - today.weekday()) % 7)
    return [first + timedelta(weeks=2 * number) for number in range(5)]


@pytest.fixture
def house(plan, thursdays):
    """The house with a kitchen, a mailbox and no login; two of the Thursdays are taken."""
    owner = factories.make_actor(plan, "Medborgerhuset", email="huset@medborger.example")
    Resource.objects.create(plan=plan, actor=owner, kind="room", text="Stort køkken")
    kitchen = factories.make_place(owner, "Køkkenet")
    for day in (thursdays[1], thursdays[3]):
        factories.make_booking(kitchen, day=day, title="Madskole")
    return owner


@pytest.fixture
def pia(plan, alma):
    """Who speaks for the society, as a partner with a login."""
    rosen, user = factories.make_actor(plan, "Kvindeforeningen Rosen"), factories.make_user("Pia Holm")
    member = factories.make_membership(plan, user, role="partner")
    set_representation(membership=member, actor=rosen, by=alma)
    return user


def link_in(letter) -> str:
    """The path that a mail leads to."""
    return re.search(r"https?://[^/\s]+(/\S+)", letter.body)[1]


def said(page):
    """What the page tells was done."""
    return page.locator("[data-message] .alert-text")


def test_from_a_wish_to_a_poster(windows, plan, alma, house, pia, thursdays):
    windows.expect("409 (Conflict)")
    desk, phone = windows.open(alma), windows.open(pia, size=PHONE, touch=True)
    wish_for_a_kitchen(phone)
    ask_by_mail(desk)
    offer_without_login(windows.open(size=PHONE, touch=True))
    say_yes(phone)
    book_every_second_thursday(phone, thursdays)
    cancel_one(phone, plan)
    read_the_calendar(phone, windows.site, thursdays)
    print_the_poster(desk)


def wish_for_a_kitchen(phone):
    """The partner posts for her own organisation, which she does not choose."""
    phone.goto("/solbakken/ressourceboers/")
    phone.get_by_role("link", name="Efterlys", exact=True).click()
    expect(phone.locator("[data-error-summary]")).to_have_count(0)
    expect(phone.get_by_label("En efterlysning")).to_be_checked()
    expect(phone.get_by_role("main")).to_contain_text("Kvindeforeningen Rosen")
    phone.get_by_label("Slags").select_option("room")
    phone.get_by_label("Hvad?", exact=True).fill(WISH)
    phone.get_by_role("button", name="Gem opslag").click()
    expect(said(phone)).to_contain_text("Efterlysningen står på børsen til")


def ask_by_mail(desk):
    """The team sees who has a kitchen, and asks them."""
    desk.goto("/solbakken/ressourceboers/")
    desk.get_by_role("link", name=f"Se match til {WISH}").click()
    expect(desk.get_by_text("Medborgerhuset har: Stort køkken")).to_be_visible()
    desk.get_by_role("link", name="Spørg dem").click()
    expect(desk.get_by_role("radio", name="Medborgerhuset")).to_be_checked()
    desk.get_by_label("Besked").fill("Kan I låne dem køkkenet?")
    desk.get_by_role("button", name="Send").click()
    expect(said(desk)).to_contain_text("Mailen er sendt til Medborgerhuset.")


def offer_without_login(visitor):
    """The house answers by the link in the mail, and writes down what both may expect."""
    (letter,) = mail.outbox
    assert letter.to == ["huset@medborger.example"]
    visitor.goto(link_in(letter))
    expect(visitor.get_by_text("Kan I låne dem køkkenet?")).to_be_visible()
    visitor.get_by_label("Skriv til dem").fill(OFFER)
    visitor.get_by_role("button", name="Send").click()
    expect(said(visitor)).to_contain_text("Kvindeforeningen Rosen får besked.")
    visitor.get_by_role("link", name="Skriv en aftale").click()
    for label, text in TERMS.items():
        visitor.get_by_label(label).fill(text)
    visitor.get_by_role("button", name="Gem og bed om ja").click()
    expect(visitor.get_by_text("Venter på ja fra Kvindeforeningen Rosen.")).to_be_visible()
    expect(visitor.get_by_role("button", name="Sig ja")).to_have_count(0)


def say_yes(phone):
    """The mail leads her to the talk, where her yes makes it hold for both."""
    letter = mail.outbox[-1]
    assert "har skrevet en aftale, som I skal sige ja til" in letter.subject
    assert "Linket virker" not in letter.body
    phone.goto(link_in(letter))
    expect(phone.get_by_text(OFFER)).to_be_visible()
    expect(phone.get_by_role("definition").filter(has_text="De gør rent efter sig")).to_be_visible()
    phone.get_by_role("button", name="Sig ja for Kvindeforeningen Rosen").click()
    expect(phone.get_by_text("Begge har sagt ja.")).to_be_visible()
    assert mail.outbox[-1].to == ["huset@medborger.example"]


def book_every_second_thursday(phone, thursdays):
    """Of the two days that are taken, one is skipped and one is moved."""
    phone.get_by_role("link", name="Se tider, og book").click()
    phone.get_by_role("link", name="Book", exact=True).click()
    phone.get_by_label("Køkkenet").check()
    phone.get_by_label("Dato").fill(thursdays[0].isoformat())
    phone.get_by_label("Fra kl.").fill("16:00")
    phone.get_by_label("Til kl.").fill("18:00")
    phone.get_by_label("Hver anden uge").check()
    phone.get_by_label("Til og med").fill(thursdays[-1].isoformat())
    phone.get_by_label("Til hvad?").fill("Fællesspisning")
    book = phone.get_by_role("button", name="Book", exact=True)
    book.click()
    expect(phone.get_by_text("Køkkenet er taget kl. 16–18.")).to_have_count(2)
    assert faults(phone) == []
    phone.get_by_label("Spring dagen over").first.check()
    phone.get_by_label("Flyt til kl. 18").last.check()
    book.click()
    expect(said(phone)).to_contain_text("4 dage er booket")


def cancel_one(phone, plan):
    """The last day."""
    phone.get_by_role("region", name="Alle dage i rækken").get_by_role("link").last.click()
    phone.get_by_role("button", name="Aflys").click()
    expect(said(phone)).to_contain_text("»Fællesspisning« er aflyst.")
    assert plan.bookings.standing().filter(title="Fællesspisning").count() == 3


def read_the_calendar(phone, site, thursdays):
    """Another program, without login, reads the address that she made."""
    phone.get_by_role("link", name="Lokaler").first.click()
    phone.get_by_role("link", name="Kalendere").click()
    phone.get_by_label("Hvad skal være i kalenderen?").select_option(label="Kvindeforeningen Rosen")
    phone.get_by_role("button", name="Lav en adresse").click()
    address = phone.locator("#feed-address").inner_text()
    assert faults(phone) == []
    assert address.startswith(site)
    phone.context.clear_cookies()
    answer = phone.request.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(answer.body()).walk("VEVENT")
    assert {one["dtstart"].params["TZID"] for one in events} == {"Europe/Copenhagen"}
    assert {str(one["summary"]) for one in events} == {"Fællesspisning (Køkkenet)"}
    first, _, third, moved, last = thursdays
    assert [(one["dtstart"].dt, one["dtend"].dt) for one in confirmed(events)] == [
        (at(first, 16), at(first, 18)), (at(third, 16), at(third, 18)), (at(moved, 18), at(moved, 20)),
    ]  # fmt: skip
    (gone,) = (one for one in events if str(one["status"]) == "CANCELLED")
    assert gone["dtstart"].dt == at(last, 16)


def confirmed(events) -> list:
    """What stands in a calendar."""
    return [one for one in events if str(one["status"]) == "CONFIRMED"]


def at(day, hour) -> datetime:
    """The hour on the wall that day."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=WALL)


def print_the_poster(desk):
    """The team tells the neighbourhood: a poster, and a text to set in elsewhere."""
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.goto("/solbakken/opslag/nyt/")
    desk.get_by_label("Overskrift").fill("Fællesspisning for alle")
    desk.get_by_label("Hvornår?").fill("Hver anden torsdag kl. 16–18")
    desk.get_by_label("Sidste dag").fill((timezone.localdate() + timedelta(days=60)).isoformat())
    expect(desk.get_by_role("radio", name="Fælles for alle")).to_be_checked()
    desk.get_by_label("Søg andre aktører").press_sequentially("Rosen")
    expect(desk.get_by_role("option", name="Kvindeforeningen Rosen")).to_be_visible()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("radio", name="Kvindeforeningen Rosen")).to_be_checked()
    desk.get_by_role("button", name="Gem opslag").click()
    expect(said(desk)).to_contain_text("Opslaget står til")
    text = desk.get_by_label("Sociale medier").input_value()
    expect(desk.get_by_text(f"{len(text)} tegn")).to_be_visible()
    desk.get_by_role("button", name="Kopiér teksten til sociale medier").click()
    expect(desk.get_by_text("Kopieret.")).to_be_visible()
    assert desk.evaluate("navigator.clipboard.readText()") == text
    poster = desk.request.get(desk.get_by_role("link", name="Plakat A4").first.get_attribute("href"))
    assert poster.headers["content-type"] == "application/pdf"
    printed = " ".join(PdfReader(io.BytesIO(poster.body())).pages[0].extract_text().split())
    for words in ("Fællesspisning for alle", "Hver anden torsdag kl. 16–18", "Kvindeforeningen Rosen"):
        assert words in printed
