"""The last step of a sunshine talk: values of the actor's own, who was there, when, and how we know."""

from datetime import date, timedelta

import pytest

from actors.guard import CPR_FOUND_MESSAGE
from tests import factories
from tests.actors.talk_pages import CPR, JSON, page_of, stored, url_of

# -- Values of their own ----------------------------------------------------------------------------


def add(client, talk, **said):
    return client.post(url_of(talk, "egne/"), said)


def test_a_value_of_their_own_is_added_and_changed(as_alma, talk):
    answer = add(as_alma, talk, name="  Stolthed   over\tat bo her ")
    assert answer["Location"] == url_of(talk, "?straale=6")
    ray = talk.rays.get()
    said = {"name": "Stolthed", "level": "3", "gains": "Vi bor her også", "version": "1"}
    as_alma.post(url_of(talk, f"egne/{ray.pk}/"), said)

    assert stored(talk) == {"Stolthed": (3, "Vi bor her også", "")}
    assert "<b>Stolthed</b>" in page_of(as_alma, talk, "?straale=6")


def test_the_script_gets_the_form_of_a_new_value(as_alma, talk):
    answer = as_alma.post(url_of(talk, "egne/"), {"name": "Ro"}, headers=JSON).json()

    assert answer["saved"]
    assert f'action="{url_of(talk, f"egne/{talk.rays.get().pk}/")}"' in answer["html"]


@pytest.mark.parametrize(
    ("name", "message"),
    [("", "Skriv, hvad de kalder værdien"), ("a" * 61, "Skriv højst 60 tegn"), (CPR, CPR_FOUND_MESSAGE)],
)
def test_a_name_must_be_a_name(as_alma, talk, name, message):
    assert add(as_alma, talk, name=name).content.decode().count(message) == 2
    assert stored(talk) == {}


def test_the_same_name_twice_is_one_value(as_alma, talk):
    add(as_alma, talk, name="Stolthed")
    add(as_alma, talk, name="Stolthed")
    assert stored(talk) == {"Stolthed": (None, "", "")}
    as_alma.post(
        url_of(talk, f"egne/{talk.rays.get().pk}/"), {"name": "Stolthed", "level": "2", "version": "1"}
    )

    assert "Den værdi står her allerede" in add(as_alma, talk, name="Stolthed").content.decode()
    assert stored(talk) == {"Stolthed": (2, "", "")}


def test_a_talk_has_room_for_thirty_of_their_own(as_alma, workshop):
    talk = factories.make_talk(workshop, rays={f"Værdi {number}": 1 for number in range(30)})
    page = add(as_alma, talk, name="Én til").content.decode()

    assert "Der er 30 egne værdier her. Fjern én, før I tilføjer en ny" in page
    assert 'value="Én til"' in page
    assert talk.rays.count() == 30
    assert add(as_alma, talk, name="Værdi 3", level="1").status_code == 302


def test_two_values_cannot_come_to_have_one_name(as_alma, workshop):
    talk = factories.make_talk(workshop, rays={"Ro": 1, "Stolthed": 2})
    ro = talk.rays.get(name="Ro")
    said = {"name": "Stolthed", "level": "1", "version": "1"}
    page = as_alma.post(url_of(talk, f"egne/{ro.pk}/"), said).content.decode()

    assert "Den værdi står her allerede" in page
    assert stored(talk) == {"Ro": (1, "", ""), "Stolthed": (2, "", "")}


def test_a_value_taken_out_comes_back_with_all_that_was_said(as_alma, workshop):
    talk = factories.make_talk(workshop, rays={"Ro": (0, CPR, "Stilhed")})
    answer = as_alma.post(url_of(talk, f"egne/{talk.rays.get().pk}/fjern/"), follow=True)
    message = next(iter(answer.context["messages"]))
    assert str(message) == "»Ro« er fjernet."
    assert stored(talk) == {}
    assert '<input type="hidden" name="gives" value="Stilhed">' in answer.content.decode()
    add(as_alma, talk, name="Ro", level="0", gains=CPR, gives="Stilhed", cpr_ok="on")

    assert stored(talk) == {"Ro": (0, CPR, "Stilhed")}


# -- Who, when and how we know ----------------------------------------------------------------------


def facts(client, talk, **more):
    said = {"held_on": "2026-09-18", "source": "talk", "version": "1", **more}
    return client.post(url_of(talk, "om/"), said)


def test_who_was_there_is_shown_as_far_as_it_may(as_alma, plan, talk):
    lone = factories.make_contact(talk.actor, "Lone Riis", "formidler", phone="11 22 33 44")
    facts(as_alma, talk, present=[lone.pk], also_present="to frivillige")

    page = page_of(as_alma, talk)
    assert "Solskinssamtale med Lone Riis og to frivillige · 18. september" in page
    assert "11 22 33 44" not in page
    entry = plan.audit_entries.get()
    assert (entry.verb, entry.fields) == ("change", ["also_present", "held_on", "present"])


def test_who_has_been_deleted_since_is_not_named_and_not_lost(as_alma, talk):
    lone = factories.make_contact(talk.actor, "Lone Riis", deleted_at="2026-10-20T10:00:00Z")
    ib = factories.make_contact(talk.actor, "Ib Lund")
    talk.present.set([lone, ib])
    assert "Lone" not in page_of(as_alma, talk)
    facts(as_alma, talk)

    assert list(talk.present.all()) == [lone]


def test_somebody_of_another_actor_was_not_there(as_alma, plan, talk):
    stranger = factories.make_contact(factories.make_actor(plan), "Ole Ny")
    factories.make_contact(talk.actor, "Ib Lund")

    assert facts(as_alma, talk, present=[stranger.pk]).status_code == 200
    assert talk.present.count() == 0


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"held_on": ""}, "Skriv datoen"),
        ({"held_on": "i går"}, "Skriv en dato"),
        ({"held_on": "0001-01-01"}, "Skriv en dato efter år 2000"),
        ({"held_on": (date.today() + timedelta(days=9)).isoformat()}, "Datoen skal være i dag eller før"),
        ({"source": "game"}, "Vælg fra listen"),
        ({"also_present": "a" * 121}, "Skriv højst 120 tegn"),
        ({"also_present": CPR}, CPR_FOUND_MESSAGE),
    ],
)
def test_wrong_facts_are_said(as_alma, talk, data, message):
    assert facts(as_alma, talk, **data).content.decode().count(message) == 2
    talk.refresh_from_db()
    assert (talk.held_on, talk.version) == (date(2026, 10, 14), 1)


def test_two_who_change_the_facts_see_both(as_alma, as_leader, talk):
    facts(as_leader, talk, source="estimate")
    page = facts(as_alma, talk, also_present="en nabo").content.decode()

    assert "En kollega har rettet imens" in page
    assert "Nu står der: <b>Vores eget skøn</b><br>Du skrev: <b>Solskinssamtale</b>" in page
    facts(as_leader, talk, source="estimate")
    talk.refresh_from_db()
    assert (talk.source, talk.also_present, talk.version) == ("estimate", "", 2)
