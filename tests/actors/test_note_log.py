"""The quick log of a contact: a line, a next step, what one should know before, and nothing lost."""

import re
import uuid
from datetime import date, timedelta
from html import unescape

import pytest
from django.utils import timezone

from actors.guard import CPR_FOUND_MESSAGE
from tests import factories
from tests.clock import TODAY

LOG = "/solbakken/aktoerer/kontakt/"
pytestmark = pytest.mark.usefixtures("day_stands")


@pytest.fixture
def library(plan):
    """An actor of Solbakken."""
    return factories.make_actor(plan, "Biblioteket på Bakken")


def sent(actor, /, **fields) -> dict:
    """What the browser posts."""
    return {
        "actor": str(actor.pk), "channel": "call", "text": "Fik lov at låne salen", "on": TODAY.isoformat(),
        "submission": str(uuid.uuid4()), "next": "/solbakken/aktoerer/", **fields,
    }  # fmt: skip


def log(browser, actor, /, **fields) -> str:
    """The page after a save, or the form again."""
    return unescape(browser.post(LOG, sent(actor, **fields), follow=True).content.decode())


def colleague(plan, name) -> object:
    """Another of the team."""
    user = factories.make_user(name)
    factories.make_membership(plan, user)
    return user


# -- Saving ----------------------------------------------------------------------------------------


def test_who_and_a_line_are_enough(as_alma, plan, alma, library):
    page = log(as_alma, library)
    assert "<b>Gemt.</b> Kontakten med Biblioteket på Bakken er i loggen." in page
    assert "<h1>Aktører</h1>" in page
    note = library.contact_notes.get()
    assert (note.by, note.text, note.on, note.channel) == (alma, "Fik lov at låne salen", TODAY, "call")
    assert [(entry.verb, entry.object_type) for entry in plan.audit_entries.all()] == [
        ("create", "contactnote")
    ]


def test_a_next_step_becomes_a_promise_about_the_same_actor(as_alma, plan, alma, library):
    mine = plan.memberships.get(user=alma)
    due = TODAY + timedelta(days=5)
    log(as_alma, library, step="Send tilbud om salen", due=due.isoformat(), responsible=str(mine.pk))
    promise = library.follow_ups.get()
    assert (promise.what, promise.due, promise.responsible) == ("Send tilbud om salen", due, mine)
    assert promise.note == library.contact_notes.get()


def test_what_comes_twice_makes_one_line_and_one_promise(as_alma, plan, library):
    post = sent(library, step="Send tilbud", due=TODAY.isoformat())
    for _ in range(2):
        assert "er i loggen." in as_alma.post(LOG, post, follow=True).content.decode()
    assert (library.contact_notes.count(), library.follow_ups.count()) == (1, 1)
    assert sorted(entry.object_type for entry in plan.audit_entries.all()) == ["contactnote", "followup"]


def test_undo_takes_back_the_line_and_the_promise(as_alma, library):
    page = log(as_alma, library, step="Send tilbud", due=TODAY.isoformat())
    undo = re.search(r'action="([^"]+/fortryd/)"', page)[1]
    for _ in range(2):
        assert "Kontakten er ikke logget." in as_alma.post(undo, follow=True).content.decode()
    assert library.contact_notes.kept().count() == 0
    assert library.follow_ups.open().count() == 0


def test_what_was_taken_back_and_is_sent_again_is_written_once_more(as_alma, library):
    post = sent(library, step="Send tilbud", due=TODAY.isoformat())
    page = as_alma.post(LOG, post, follow=True).content.decode()
    as_alma.post(re.search(r'action="([^"]+/fortryd/)"', page)[1])
    for _ in range(2):
        as_alma.post(LOG, {**post, "text": "Fik lov at låne køkkenet"})
    assert [note.text for note in library.contact_notes.kept()] == ["Fik lov at låne køkkenet"]
    assert library.follow_ups.open().count() == 1


def test_who_there_is_kept_with_the_line(as_alma, library):
    lone = factories.make_contact(library, "Lone Riis", phone="11 22 33 44")
    log(as_alma, library, person=str(lone.pk))
    assert library.contact_notes.get().person == lone


# -- What is wrong ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"actor": ""}, "Vælg, hvem du talte med"),
        ({"actor": "ikke-et-id"}, "Vælg en aktør fra jeres egen liste"),
        ({"actor": str(uuid.UUID(int=5))}, "Vælg en aktør fra jeres egen liste"),
        ({"text": "  "}, "Skriv, hvad der kom ud af det"),
        ({"text": "a" * 301}, "Skriv højst 300 tegn"),
        ({"text": "Ring til 010165-1234"}, CPR_FOUND_MESSAGE),
        ({"channel": ""}, "Vælg, hvordan I talte sammen"),
        ({"channel": "røgsignal"}, "Vælg fra listen"),
        ({"on": ""}, "Vælg en dato"),
        ({"on": "i går"}, "Skriv datoen som 14-10-2026"),
        ({"on": "1985-01-01"}, "Skriv en dato efter år 2000"),
        ({"on": "9999-12-31"}, "Datoen skal være i dag eller før"),
        ({"step": "Ring", "due": ""}, "Vælg, hvornår det senest skal ske"),
        ({"step": "a" * 201}, "Skriv højst 200 tegn"),
        ({"step": "Ring", "due": "9999-12-31"}, "Vælg en dato inden for 5 år"),
        ({"step": "Ring", "responsible": str(uuid.UUID(int=5))}, "Vælg en kollega fra listen"),
        ({"person": str(uuid.UUID(int=5))}, "Vælg en person hos den aktør, du talte med"),
        ({"submission": "\x00"}, "Siden er for gammel. Hent den igen."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(as_alma, library, fields, message):
    page = log(as_alma, library, **{"due": TODAY.isoformat(), **fields})
    assert message in page
    assert library.contact_notes.count() == 0


def test_what_was_typed_stays_beside_the_error(as_alma, library):
    page = log(as_alma, library, text="", step="Send tilbud", due=TODAY.isoformat(), channel="meeting")
    assert 'value="Send tilbud"' in page
    assert re.search(r'value="meeting"[^>]* checked', page)
    assert re.search(rf'value="{library.pk}"[^>]* checked', page)


def test_a_number_that_is_no_cpr_number_is_vouched_for(as_alma, plan, library):
    log(as_alma, library, text="Sagsnummer 010165-1234", cpr_ok="on")
    assert library.contact_notes.get().text == "Sagsnummer 010165-1234"
    assert plan.audit_entries.filter(verb="cpr_override").get().fields == ["text"]


def test_an_archived_actor_is_not_logged_with(as_alma, plan, library):
    library.archived_at = timezone.now()
    library.save()
    assert "Vælg en aktør fra jeres egen liste" in log(as_alma, library)


def test_the_way_back_leads_nowhere_else(as_alma, library):
    answer = as_alma.post(LOG, sent(library, next="https://andetsteds.example/"))
    assert answer["Location"] == f"/solbakken/aktoerer/{library.pk}/kontaktlog/"


# -- What one should know before --------------------------------------------------------------------


def about(browser, actor) -> str:
    """What the form shows of the chosen actor."""
    return browser.get(LOG, {"aktoer": str(actor.pk)}).content.decode()


def test_the_form_says_who_talked_to_them_last_and_what_was_promised(as_alma, plan, library):
    lis = colleague(plan, "Lis Thorsen")
    factories.make_contact_note(library, on=TODAY - timedelta(days=4), by=lis, text="Salen er optaget")
    factories.make_contact_note(library, on=TODAY - timedelta(days=40), text="Noget gammelt")
    factories.make_follow_up(library, "Find en anden sal", due=TODAY - timedelta(days=2))
    page = about(as_alma, library)
    assert "Lis Thorsen, opkald for 4 dage siden" in page
    assert "Salen er optaget" in page
    assert "Noget gammelt" not in page
    assert "Find en anden sal" in page
    assert "2 dage over tid" in page
    assert "har talt med dem" not in page


@pytest.mark.parametrize(
    ("days", "limit", "is_warned"), [((1, 2, 3), 3, True), ((1, 2, 30), 3, False), ((1, 2), 2, True)]
)
def test_it_is_too_much_as_the_plan_has_decided_and_still_allowed(
    as_alma, plan, library, days, limit, is_warned
):
    plan.contacts_at_most = limit
    plan.save()
    for number, ago in enumerate(days):
        by = colleague(plan, f"Kollega {number}")
        factories.make_contact_note(library, on=TODAY - timedelta(days=ago), by=by)
    page = about(as_alma, library)
    assert ("Kan det vente, eller kan I gå sammen?" in page) is is_warned
    assert "er i loggen." in log(as_alma, library)


def test_deleted_lines_count_for_nothing(as_alma, plan, library):
    for number in range(3):
        by = colleague(plan, f"Kollega {number}")
        factories.make_contact_note(library, on=TODAY, by=by, deleted_at=timezone.now())
    page = about(as_alma, library)
    assert "Ingen kontakt endnu" in page
    assert "har talt med dem" not in page


def test_who_is_about_to_be_forgotten_is_met_with_thanks(as_alma, library):
    library.status = "active"
    library.save()
    factories.make_contact_note(library, on=TODAY - timedelta(days=97))
    assert "97 dage siden sidste kontakt. Godt, at de ikke bliver glemt." in about(as_alma, library)


def test_the_part_brings_the_same_and_those_who_work_there(as_alma, library):
    factories.make_contact(library, "Lone Riis", "formidler", phone="11 22 33 44")
    part = as_alma.get(f"{LOG}om/", {"actor": str(library.pk)}).content.decode()
    assert "Ingen kontakt endnu" in part
    assert ">Lone Riis, formidler</option>" in part
    assert "11 22 33 44" not in part
    assert "<html" not in part


@pytest.mark.parametrize("value", ["", "\x00", "ikke-et-id", "9" * 5000])
def test_the_part_knows_nothing_of_nobody(as_alma, library, value):
    part = as_alma.get(f"{LOG}om/", {"actor": value})
    assert part.status_code == 200
    assert "Sidst" not in part.content.decode()


# -- The picker ---------------------------------------------------------------------------------


def cards(page) -> list[str]:
    """The actors that are offered."""
    return [unescape(name) for name in re.findall(r"<span>([^<]+)<small>", page.content.decode())]


def test_whom_i_met_last_comes_first(as_alma, plan, alma, library):
    club, shop = factories.make_actor(plan, "Klubben"), factories.make_actor(plan, "Købmanden")
    factories.make_contact_note(shop, on=TODAY, by=colleague(plan, "Lis"))
    factories.make_contact_note(club, on=TODAY - timedelta(days=9), by=alma)
    assert cards(as_alma.get(LOG))[:2] == ["Klubben", "Købmanden"]


def test_three_letters_find_an_actor(as_alma, plan, library):
    factories.make_actor(plan, "Klubben")
    part = as_alma.get(f"{LOG}aktoerer/", {"q": "bib"}).content.decode()
    assert "Biblioteket på Bakken" in part
    assert "Klubben" not in part


def test_without_script_a_search_keeps_what_was_typed(as_alma, library):
    page = as_alma.post(LOG, {**sent(library), "actor": "", "q": "bib", "find": "1"})
    assert cards(page) == ["Biblioteket på Bakken"]
    assert 'value="Fik lov at låne salen"' in page.content.decode()
    assert library.contact_notes.count() == 0


# -- Who may ------------------------------------------------------------------------------------


def test_only_the_team_logs(as_alma, as_bo, as_partner, as_carla, library):
    for browser, status in ((as_bo, 403), (as_partner, 403), (as_carla, 404)):
        assert browser.get(LOG).status_code == status
        assert browser.post(LOG, sent(library)).status_code == status
        assert browser.get(f"{LOG}om/", {"actor": str(library.pk)}).status_code == status
    assert as_alma.put(LOG).status_code == 405
    assert as_alma.post(f"{LOG}om/").status_code == 405
    assert library.contact_notes.count() == 0


def test_another_plans_actors_are_unknown_here(as_alma, other):
    assert "Vælg en aktør fra jeres egen liste" in log(as_alma, other.actor)
    assert "KANARIE" not in about(as_alma, other.actor)
    assert "KANARIE" not in as_alma.get(f"{LOG}aktoerer/", {"q": "kanarie"}).content.decode()
    assert other.actor.contact_notes.count() == 0


def test_a_person_of_another_actor_is_refused(as_alma, plan, library):
    stranger = factories.make_contact(factories.make_actor(plan, "Klubben"), "Ib Ibsen")
    assert "Vælg en person hos den aktør" in log(as_alma, library, person=str(stranger.pk))


def test_the_link_and_the_key_are_for_those_who_may(as_alma, as_bo, library):
    assert f'href="{LOG}" data-log-contact>' in as_alma.get("/solbakken/aktoerer/").content.decode()
    assert "data-log-contact" not in as_bo.get("/solbakken/aktoerer/").content.decode()


def test_htmx_gets_the_form_alone(as_alma, library):
    headers = {"HX-Request": "true", "HX-Target": "note-form"}
    part = as_alma.post(LOG, sent(library, text=""), headers=headers).content.decode()
    assert part.lstrip().startswith("<form")
    assert date.today().isoformat() in part
