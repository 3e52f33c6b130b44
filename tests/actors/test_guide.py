"""The page of the question guide: read by the team, changed by the leader, and no answer is ever lost."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actors import guide_actions
from actors.guard import CPR_FOUND_MESSAGE
from actors.guide_actions import OWN_AT_MOST
from actors.guide_queries import guide_of
from actors.models import GuideQuestion
from tests import factories

GUIDE = "/solbakken/aktoerer/spoergeguide/"
OWN = {"value": "3", "text": "Hvem ringer I til?"}


@pytest.fixture
def own(plan):
    return GuideQuestion.objects.create(plan=plan, value=3, text="Hvem ringer I til?", position=3)


def keys(plan, value):
    return [question.key for question in guide_of(plan)[value - 1].questions]


def verbs(plan):
    return [entry.verb for entry in plan.audit_entries.order_by("id")]


def undo_in(page):
    return re.search(r'action="([^"]+gendan/[^"]+)"', page)[1]


# -- Reading --------------------------------------------------------------------------------------------


def test_staff_read_it_without_buttons(as_alma, own):
    page = as_alma.get(GUIDE).content.decode()

    assert "Hvilke grupper af beboere når I i dag?" in page
    assert "Hvem ringer I til?" in page
    assert "17 spørgsmål til en aktør" in page
    assert "Læg væk" not in page
    assert "Eget spørgsmål" not in page


def test_strangers_roles_and_methods(as_carla, as_bo, as_partner, as_alma, as_leader):
    assert as_carla.get(GUIDE).status_code == 404
    assert as_bo.get(GUIDE).status_code == as_partner.get(GUIDE).status_code == 403
    assert as_alma.post(GUIDE, OWN).status_code == 403
    assert as_leader.put(GUIDE).status_code == 405


@pytest.mark.parametrize("number", [1, 3, 25])
def test_the_page_takes_four_queries_whatever_the_guide_holds(as_leader, plan, number):
    for count in range(number):
        GuideQuestion.objects.create(plan=plan, value=2, text=f"Spørgsmål {count}", position=count)

    with CaptureQueriesContext(connection) as queries:
        as_leader.get(GUIDE)
    assert len(queries) == 4


# -- Own questions --------------------------------------------------------------------------------------


def test_an_own_question_comes_last_and_twice_is_once(as_leader, plan):
    for _ in range(2):
        page = as_leader.post(GUIDE, OWN, follow=True).content.decode()

    assert "Spørgsmålet er med i guiden." in page
    assert "Jeres eget" in page
    assert keys(plan, 3)[-1] == str(plan.guidequestions.get().pk)
    assert verbs(plan) == ["create"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"text": " "}, "Skriv spørgsmålet"),
        ({"value": ""}, "Vælg en værdi"),
        ({"value": "6"}, "Vælg en værdi på listen"),
        ({"text": "a" * 301}, "Skriv højst 300 tegn"),
        ({"text": "Kender I 010165-1234?"}, CPR_FOUND_MESSAGE),
    ],
)
def test_what_is_wrong_is_said(as_leader, plan, data, message):
    page = as_leader.post(GUIDE, OWN | data).content.decode()

    assert page.count(message) == 2
    assert plan.guidequestions.count() == 0


def test_there_is_an_end_to_own_questions(as_leader, plan):
    GuideQuestion.objects.bulk_create(
        GuideQuestion(plan=plan, value=3, text=f"{number}?") for number in range(OWN_AT_MOST)
    )
    page = as_leader.post(GUIDE, OWN).content.decode()

    assert "Fjern ét, før I tilføjer et nyt." in page
    assert plan.guidequestions.count() == OWN_AT_MOST


def test_other_words(as_leader, plan, own):
    edit = f"{GUIDE}{own.pk}/ret/"
    assert "Hvem ringer I til?" in as_leader.get(edit).content.decode()

    as_leader.post(edit, {"text": "Hvem  spørger I?", "seen": own.text})

    own.refresh_from_db()
    assert own.text == "Hvem spørger I?"
    assert verbs(plan) == ["change"]


def test_a_colleagues_words_are_shown_and_not_written_over(as_leader, plan, own):
    page = as_leader.post(f"{GUIDE}{own.pk}/ret/", {"text": "Mit?", "seen": "Noget ældre?"}).content.decode()

    own.refresh_from_db()
    assert own.text == "Hvem ringer I til?"
    assert "En kollega har rettet spørgsmålet imens" in page
    assert "Du skrev: <b>Mit?</b>" in page
    seen = re.search(r'name="seen" value="([^"]+)"', page)[1]
    as_leader.post(f"{GUIDE}{own.pk}/ret/", {"text": "Mit?", "seen": seen})
    own.refresh_from_db()
    assert own.text == "Mit?"


def test_putting_a_question_away_moves_none(plan, alma):
    first, second = (guide_actions.add_question(plan=plan, by=alma, value=3, text=one) for one in "ab")
    guide_actions.place_question(plan=plan, by=alma, key=str(first.pk), place=0)
    guide_actions.place_question(plan=plan, by=alma, key=str(second.pk), place=2)
    guide_actions.remove_question(question=first, by=alma)
    before = keys(plan, 3)
    for is_on in (False, True):
        guide_actions.switch_question(plan=plan, by=alma, key=before[2], is_on=is_on)
        assert keys(plan, 3) == before


def test_removed_and_put_back_it_is_the_same(as_leader, plan, own):
    page = as_leader.post(f"{GUIDE}{own.pk}/fjern/", follow=True).content.decode()
    assert "Spørgsmålet er fjernet." in page
    assert plan.guidequestions.count() == 0

    for _ in range(2):
        as_leader.post(undo_in(page))

    assert plan.guidequestions.get() == own
    assert verbs(plan) == ["delete", "restore"]


# -- Order, and what is put away ------------------------------------------------------------------------


def test_up_and_down(as_leader, plan, own):
    move = f"{GUIDE}{own.pk}/flyt/"
    for _ in range(2):
        as_leader.post(move, {"place": "2"})
    assert keys(plan, 3) == ["works_with", "wants_to_work_with", str(own.pk), "what_stops"]

    as_leader.post(f"{GUIDE}works_with/flyt/", {"place": "1"})

    assert keys(plan, 3) == ["wants_to_work_with", "works_with", str(own.pk), "what_stops"]
    assert verbs(plan) == ["move", "move"]


@pytest.mark.parametrize("place", ["", "-1", "op", "99999999999999999999"])
def test_a_place_that_is_none_changes_nothing(as_leader, plan, own, place):
    page = as_leader.post(f"{GUIDE}{own.pk}/flyt/", {"place": place}, follow=True).content.decode()

    assert "Brug knapperne op og ned." in page
    assert verbs(plan) == []


def test_put_away_and_asked_again(as_leader, plan):
    for _ in range(2):
        page = as_leader.post(f"{GUIDE}limits/med/", {"is_on": "0"}, follow=True).content.decode()
    assert "Tag med igen" in page
    assert "Ét er lagt væk" in page

    as_leader.post(f"{GUIDE}limits/med/", {"is_on": "1"})

    assert all(question.is_on for group in guide_of(plan) for question in group.questions)
    assert verbs(plan) == ["change", "change"]


def test_a_new_own_question_comes_after_those_that_were_moved(as_leader, plan):
    as_leader.post(f"{GUIDE}works_with/flyt/", {"place": "2"})
    as_leader.post(GUIDE, OWN)

    assert keys(plan, 3)[-1] == str(plan.guidequestions.get(key="").pk)


# -- Whose it is ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("act", ["ret", "fjern", "flyt", "med"])
def test_only_the_leader_changes_it_and_only_in_the_own_plan(as_alma, as_leader, plan, own, other, act):
    foreign = GuideQuestion.objects.create(plan=other.plan, value=1, text="KANARIE?")
    data = {"text": "x", "place": "0", "is_on": "0"}

    assert as_alma.post(f"{GUIDE}{own.pk}/{act}/", data).status_code == 403
    assert as_leader.post(f"{GUIDE}{foreign.pk}/{act}/", data).status_code == 404
    assert as_leader.put(f"{GUIDE}{own.pk}/{act}/").status_code == 405


def test_ours_are_neither_reworded_nor_removed_nor_made_up(as_leader, plan):
    moved = GuideQuestion.objects.create(plan=plan, key="limits", value=4)

    assert as_leader.post(f"{GUIDE}{moved.pk}/fjern/").status_code == 404
    assert as_leader.get(f"{GUIDE}{moved.pk}/ret/").status_code == 404
    assert as_leader.post(f"{GUIDE}no_such_one/med/", {"is_on": "0"}).status_code == 404


def test_an_undo_of_another_plan_does_nothing(as_leader, as_carla, plan, other):
    foreign = GuideQuestion.objects.create(plan=other.plan, value=1, text="KANARIE?")
    page = as_carla.post(f"/kanariehaven/aktoerer/spoergeguide/{foreign.pk}/fjern/", follow=True)
    token = undo_in(page.content.decode()).partition("?")[2]

    assert as_leader.post(f"{GUIDE}gendan/?{token}").status_code == 404
    assert as_leader.post(f"{GUIDE}gendan/").status_code == 404
    assert plan.guidequestions.count() == 0


# -- Old answers ----------------------------------------------------------------------------------------


def test_whatever_is_done_to_the_guide_the_answers_stand(as_leader, plan, own):
    interview = factories.make_interview(factories.make_actor(plan))
    for key, text in ((str(own.pk), "Hvem ringer I til?"), ("limits", "Hvad helst ikke?")):
        interview.answers.create(plan=plan, question_key=key, question=text, value=3, text="Støj")
    before = list(interview.answers.values())

    as_leader.post(f"{GUIDE}{own.pk}/ret/", {"text": "Andet?", "seen": own.text})
    as_leader.post(f"{GUIDE}limits/med/", {"is_on": "0"})
    as_leader.post(f"{GUIDE}{own.pk}/fjern/")

    assert list(interview.answers.values()) == before
    page = as_leader.get(
        f"/solbakken/aktoerer/{interview.actor_id}/interview/{interview.pk}/"
    ).content.decode()
    assert page.count("Spurgt før.") == 2
    assert page.count("Støj</textarea>") == 2
    assert "Hvem ringer I til?" in page
