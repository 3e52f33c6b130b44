"""The contact log of one actor: read by the team, mended with both texts in sight, taken out and put back."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from actors.guard import CPR_FOUND_MESSAGE
from actors.note_actions import NextStep, log_contact
from tests import factories
from tests.clock import TODAY

pytestmark = pytest.mark.usefixtures("day_stands")


@pytest.fixture
def library(plan):
    """An active actor of Solbakken."""
    return factories.make_actor(plan, "Biblioteket", status="active")


@pytest.fixture
def note(library, alma):
    """Alma met Lone, and promised something."""
    lone = factories.make_contact(library, "Lone Riis", "formidler", phone="11 22 33 44")
    note = factories.make_contact_note(
        library,
        on=TODAY - timedelta(days=4),
        text="Salen er optaget",
        by=alma,
        person=lone,
        channel="meeting",
    )
    factories.make_follow_up(library, "Find en anden sal", note=note, due=TODAY + timedelta(days=3))
    return note


def url_of(actor, act="") -> str:
    return f"/solbakken/aktoerer/{actor.pk}/kontaktlog/{act}"


def page_of(browser, actor) -> str:
    return browser.get(url_of(actor)).content.decode()


def changed(note, **fields) -> dict:
    """What the edit page posts."""
    return {
        "channel": note.channel, "text": note.text, "on": note.on.isoformat(), "version": "1",
        "person": str(note.person_id or ""), **fields,
    }  # fmt: skip


def test_a_line_says_when_how_with_whom_what_and_who_of_us(as_alma, library, note):
    page = page_of(as_alma, library)
    assert "<b>Møde med Lone Riis, formidler.</b> Salen er optaget" in page
    assert "Alma Bøgh" in page
    assert "Find en anden sal" in page
    assert "11 22 33 44" not in page


def test_the_newest_comes_first_and_the_deleted_not_at_all(as_alma, library, note):
    factories.make_contact_note(library, on=TODAY, text="Den nyeste")
    factories.make_contact_note(library, on=TODAY, text="Den slettede", deleted_at=timezone.now())
    page = page_of(as_alma, library)
    assert page.index("Den nyeste") < page.index("Salen er optaget")
    assert "Den slettede" not in page


def test_an_empty_log_says_so_and_leads_on(as_alma, library):
    page = page_of(as_alma, library)
    assert "Ingen kontakt endnu" in page
    assert f'href="/solbakken/aktoerer/kontakt/?aktoer={library.pk}"' in page


def test_a_person_who_was_deleted_is_named_no_more(as_alma, library, note):
    note.person.deleted_at = timezone.now()
    note.person.save()
    assert "<b>Møde.</b> Salen er optaget" in page_of(as_alma, library)


def test_the_profile_shows_the_latest_three_and_the_days_since(as_alma, library, note):
    for days in (1, 2, 3):
        factories.make_contact_note(library, on=TODAY - timedelta(days=days), text=f"Linje {days}")
    page = as_alma.get(f"/solbakken/aktoerer/{library.pk}/").content.decode()
    assert [f"Linje {days}" in page for days in (1, 2, 3)] == [True] * 3
    assert "Salen er optaget" not in page
    assert "<dt>siden sidste kontakt</dt><dd>1 dag</dd>" in page


@pytest.mark.parametrize(
    ("days", "label", "value"), [(0, "sidste kontakt", "i dag"), (None, "sidste kontakt", "aldrig")]
)
def test_no_days_since_are_said_as_they_are(as_alma, library, days, label, value):
    if days is not None:
        factories.make_contact_note(library, on=TODAY)
    page = as_alma.get(f"/solbakken/aktoerer/{library.pk}/").content.decode()
    assert f"<dt>{label}</dt><dd>{value}</dd>" in page


# -- The burden, in words -----------------------------------------------------------------------


def test_the_profile_says_that_too_many_of_us_ask(as_alma, library):
    for name in ("Ib", "Eva", "Per"):
        factories.make_contact_note(library, on=TODAY, by=factories.make_user(name))
    page = as_alma.get(f"/solbakken/aktoerer/{library.pk}/").content.decode()
    assert "<b>Biblioteket bærer for meget lige nu.</b>" in page
    assert "Tre kolleger har talt med dem de sidste 30 dage." in page


def test_the_profile_says_that_they_gather_too_much(as_alma, plan, library):
    club = factories.make_actor(plan)
    for number in range(5):
        factories.make_collaboration(plan, library, club, coordinator=library if number else club)
    page = as_alma.get(f"/solbakken/aktoerer/{library.pk}/").content.decode()
    assert "De er tovholder på 4 af 5 samarbejder." in page
    assert f'href="/solbakken/samarbejder/aktoer/{library.pk}/">Se samarbejderne</a>' in page


def test_the_profile_says_that_they_are_about_to_be_forgotten(as_alma, as_bo, library):
    factories.make_contact_note(library, on=TODAY - timedelta(days=97))
    path = f"/solbakken/aktoerer/{library.pk}/"
    assert "Biblioteket er ved at blive glemt." in as_alma.get(path).content.decode()
    for words in ("glemt", "sidste kontakt", "Kontaktlog"):
        assert words not in as_bo.get(path).content.decode()


# -- Mending ------------------------------------------------------------------------------------


def test_a_line_is_mended(as_alma, plan, library, note):
    page = as_alma.post(
        url_of(library, f"{note.pk}/ret/"), changed(note, text="Salen er ledig", person=""), follow=True
    ).content.decode()
    assert "Linjen er rettet." in page
    note.refresh_from_db()
    assert (note.text, note.person, note.version) == ("Salen er ledig", None, 2)
    assert plan.audit_entries.get().fields == ["person", "text"]


def test_nothing_changed_is_nothing_written(as_alma, plan, library, note):
    as_alma.post(url_of(library, f"{note.pk}/ret/"), changed(note))
    note.refresh_from_db()
    assert note.version == 1
    assert plan.audit_entries.count() == 0


def test_two_who_mend_at_once_see_both_texts(as_alma, library, note):
    path = url_of(library, f"{note.pk}/ret/")
    as_alma.post(path, changed(note, text="Salen er ledig"))
    page = as_alma.post(path, changed(note, text="Salen er solgt", on=TODAY.isoformat())).content.decode()
    assert "En kollega har rettet linjen imens" in page
    assert "Nu står der: <b>Salen er ledig</b>" in page
    assert "Du skrev: <b>Salen er solgt</b>" in page
    note.refresh_from_db()
    assert note.text == "Salen er ledig"
    as_alma.post(path, changed(note, text="Salen er solgt", version="2"))
    note.refresh_from_db()
    assert note.text == "Salen er solgt"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": ""}, "Skriv, hvad der kom ud af det"),
        ({"text": "010165-1234"}, CPR_FOUND_MESSAGE),
        ({"version": ""}, "Siden er for gammel. Hent den igen."),
        ({"version": "9" * 30}, "Siden er for gammel. Hent den igen."),
    ],
)
def test_what_is_wrong_with_a_mended_line_is_said(as_alma, library, note, fields, message):
    page = as_alma.post(url_of(library, f"{note.pk}/ret/"), changed(note, **fields)).content.decode()
    assert message in page
    note.refresh_from_db()
    assert note.text == "Salen er optaget"


def test_a_line_is_taken_out_and_put_back_and_the_promise_stands(as_alma, library, note):
    page = as_alma.post(url_of(library, f"{note.pk}/slet/"), follow=True).content.decode()
    assert "Linjen er slettet." in page
    assert library.contact_notes.kept().count() == 0
    assert library.follow_ups.open().count() == 1
    undo = re.search(r'action="([^"]+/gendan/)"', page)[1]
    assert "Linjen er tilbage." in as_alma.post(undo, follow=True).content.decode()
    assert library.contact_notes.kept().count() == 1


# -- Who may, and what an action refuses ------------------------------------------------------------


@pytest.mark.parametrize("act", ["", "{}/ret/", "{}/slet/", "{}/gendan/", "{}/fortryd/"])
def test_the_log_is_the_teams_alone(as_bo, as_carla, library, note, act):
    path = url_of(library, act.format(note.pk))
    method = "get" if act in ("", "{}/ret/") else "post"
    assert getattr(as_bo, method)(path).status_code == 403
    assert getattr(as_carla, method)(path).status_code == 404


def test_a_line_of_another_actor_is_not_found_here(as_alma, plan, other, note):
    elsewhere = factories.make_actor(plan, "Klubben")
    theirs = factories.make_contact_note(other.actor)
    assert as_alma.get(url_of(elsewhere, f"{note.pk}/ret/")).status_code == 404
    assert as_alma.get(url_of(elsewhere, f"{theirs.pk}/ret/")).status_code == 404
    assert as_alma.post(url_of(note.actor)).status_code == 405


def test_an_action_refuses_what_does_not_belong_together(plan, alma, library, other):
    line = {"plan": plan, "by": alma, "channel": "call", "on": TODAY, "text": "Hej"}
    with pytest.raises(ValueError, match="own plan"):
        log_contact(actor=other.actor, **line)
    with pytest.raises(ValueError, match="somebody there"):
        log_contact(actor=library, person=other.contact, **line)


def test_a_step_that_cannot_be_written_takes_the_line_with_it(plan, alma, library, other):
    step = NextStep("Ring", TODAY, other.membership)
    with pytest.raises(ValueError, match="own plan"):
        log_contact(plan=plan, by=alma, actor=library, channel="call", on=TODAY, text="Hej", step=step)
    assert library.contact_notes.count() == 0
