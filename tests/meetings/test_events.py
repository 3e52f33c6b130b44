"""Events as staff see them: made, changed, called off, and who comes."""

import pytest
from django.core import mail
from django.urls import reverse

from accounts.models import AuditEntry
from meetings.models import Event, EventGuest
from tests import factories
from tests.meetings.event_pages import at, form, sign_up
from tests.meetings.pages import text_of

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def event(plan):
    return factories.make_event(plan, capacity=2)


def create(plan):
    return reverse("events:create", args=[plan.slug])


# -- The event ------------------------------------------------------------------------------------


def test_an_event_gets_a_page_with_its_link(as_alma, plan):
    shown = text_of(as_alma.post(create(plan), form(), follow=True))
    assert "Kend din nabo er klar til tilmelding." in shown
    assert "Torsdag 3. december kl. 16.00–18.00 · Medborgerhuset · 0 af 40 pladser er taget" in shown
    page = as_alma.get(at(Event.objects.get(), "event")).content.decode()
    assert f"http://testserver/arrangement/{Event.objects.get().link}/" in page
    assert "Kend din nabo" in text_of(as_alma.get(reverse("events:list", args=[plan.slug])))


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"title": ""}, "Skriv en overskrift"),
        ({"day": "2030-01-01"}, "Vælg en dag inden udgangen af 2028"),
        ({"ends": "15:00"}, "Sluttidspunktet skal ligge efter starttidspunktet."),
        ({"capacity": "0"}, "Skriv et helt tal fra 1 til 300"),
        ({"capacity": "2,5"}, "Skriv et helt tal fra 1 til 300"),
        ({"closes_on": "2026-12-04"}, "Vælg dagen selv eller en dag før"),
        ({"text": "Om 010190-1234"}, "Det ligner et CPR-nummer"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_is_kept(as_alma, plan, sent, told):
    shown = as_alma.post(create(plan), form(place="Gården") | sent)
    assert told in text_of(shown)
    assert 'value="Gården"' in shown.content.decode()
    assert not plan.events.exists()


def test_when_it_is_full_the_page_says_what_becomes_of_the_next(as_alma, event):
    assert "TilmeldingÅben" in text_of(as_alma.get(at(event, "event"))).replace(" ", "")
    for email in ("a@skak.example", "b@skak.example"):
        sign_up(event, email=email)
    shown = text_of(as_alma.get(at(event, "event")))
    assert "Fyldt. Nye kommer på venteliste." in shown


def test_sent_twice_it_is_one(as_alma, plan):
    sent = form(submission="00000000-0000-4000-8000-000000000077")
    as_alma.post(create(plan), sent)
    as_alma.post(create(plan), sent)
    assert plan.events.count() == 1


def test_two_who_change_it_see_both_texts(as_alma, event):
    as_alma.post(at(event, "edit"), form(place="Salen", version=1))
    shown = text_of(as_alma.post(at(event, "edit"), form(place="Gården", version=1)))
    assert "En kollega har rettet arrangementet imens" in shown
    assert "Salen" in shown
    event.refresh_from_db()
    assert event.place == "Salen"


def test_guests_hear_of_another_time_and_of_nothing_less(as_alma, event, django_capture_on_commit_callbacks):
    factories.make_guest(event, email="ib@skak.example")
    said = form(capacity="2", title=event.title)
    with django_capture_on_commit_callbacks(execute=True):
        as_alma.post(at(event, "edit"), said | {"text": "Nyt", "place": "", "version": 1})
    assert mail.outbox == []
    with django_capture_on_commit_callbacks(execute=True):
        as_alma.post(at(event, "edit"), said | {"text": "Nyt", "place": "", "begins": "15:00", "version": 2})
    (letter,) = mail.outbox
    assert letter.to == ["ib@skak.example"]
    assert "torsdag 3. december kl. 15.00–18.00" in letter.body


def test_calling_it_off_is_told_and_can_be_undone(as_alma, event, django_capture_on_commit_callbacks):
    factories.make_guest(event)
    with django_capture_on_commit_callbacks(execute=True):
        shown = text_of(as_alma.post(at(event, "cancel"), follow=True))
        as_alma.post(at(event, "cancel"))
    assert "Arrangementet er aflyst. 1 mail er sendt." in shown
    assert [letter.subject for letter in mail.outbox] == ["Kend din nabo: aflyst"]
    assert "De tilmeldte har fået besked." not in text_of(as_alma.post(at(event, "restore"), follow=True))


# -- Who may --------------------------------------------------------------------------------------


def test_a_reader_sees_the_event_and_not_who_comes(as_bo, event):
    factories.make_guest(event, name="Ib Dam")
    shown = text_of(as_bo.get(at(event, "event")))
    assert "1 af 2 pladser er taget" in shown
    assert "Ib Dam" not in shown
    assert as_bo.get(at(event, "guests")).status_code == 403
    assert as_bo.post(at(event, "cancel")).status_code == 403


@pytest.mark.parametrize("name", ["event", "guests", "rounds", "notes", "wall", "edit"])
def test_a_stranger_finds_nothing(as_carla, event, name):
    assert as_carla.get(at(event, name)).status_code == 404


# -- Who comes ------------------------------------------------------------------------------------


def test_whoever_comes_to_the_door_has_a_place_and_the_actor_of_that_name(as_alma, plan, event):
    actor = factories.make_actor(plan, "Skakklubben på Torvet", short_name="Skakken")
    for _ in range(2):
        factories.make_guest(event)
    sent = {"organisation": "skakken", "name": "Bo Frø", "email": ""}
    shown = text_of(as_alma.post(at(event, "guest_add"), sent, follow=True))
    assert "Bo Frø fra skakken er skrevet på." in shown
    guest = event.guests.get(name="Bo Frø")
    assert (guest.state, guest.actor) == ("coming", actor)


def test_the_first_in_line_gets_the_place_and_a_mail(as_alma, event, django_capture_on_commit_callbacks):
    first = factories.make_guest(event, "Koret", "Ada Lund")
    factories.make_guest(event)
    second = factories.make_guest(event, "Rosen", "Eva Vest", state="waiting", email="eva@rosen.example")
    third = factories.make_guest(event, "Haven", "Jan Øst", state="waiting")
    with django_capture_on_commit_callbacks(execute=True):
        as_alma.post(at(event, "guest_cancel", first.pk))
    states = dict(EventGuest.objects.values_list("pk", "state"))
    assert (states[first.pk], states[second.pk], states[third.pk]) == ("cancelled", "coming", "waiting")
    (letter,) = mail.outbox
    assert letter.to == ["eva@rosen.example"]
    assert f"/arrangement/mig/{second.link}/" in letter.body
    assert "Ada" not in letter.body
    assert "Jan" not in letter.body


def test_back_after_the_place_is_gone_is_the_end_of_nothing_but_the_queue(as_alma, event):
    gone, _other, waits = (factories.make_guest(event, name=name) for name in ("Ada", "Bo", "Cai"))
    EventGuest.objects.filter(pk=waits.pk).update(state="waiting")
    as_alma.post(at(event, "guest_cancel", gone.pk))
    shown = text_of(as_alma.post(at(event, "guest_restore", gone.pk), follow=True))
    assert "Ada er på venteliste, for der er fyldt." in shown
    assert event.guests.coming().count() == 2


def test_staff_let_one_in_whatever_the_turn(as_alma, event):
    waits = factories.make_guest(event, "Haven", "Jan Øst", state="waiting")
    assert "Jan Øst har fået plads." in text_of(
        as_alma.post(at(event, "guest_let_in", waits.pk), follow=True)
    )


def test_one_tap_says_who_has_come(as_alma, event):
    guest = factories.make_guest(event)
    as_alma.post(at(event, "guest_here", guest.pk), {"here": "ja"})
    assert "1 er mødt" in text_of(as_alma.get(at(event, "guests")))
    as_alma.post(at(event, "guest_here", guest.pk), {"here": "nej"})
    assert "0 er mødt, 1 kom ikke" in text_of(as_alma.get(at(event, "guests")))
    as_alma.post(at(event, "guest_here", guest.pk), {"here": ""})
    guest.refresh_from_db()
    assert guest.here is None


def test_the_log_names_the_act_and_no_name(as_alma, event):
    as_alma.post(at(event, "guest_add"), {"organisation": "Skakken", "name": "Bo Frø", "email": ""})
    entry = AuditEntry.objects.get(object_type="eventguest")
    assert (entry.verb, entry.fields) == ("create", [])
