"""An interview: begun, saved, written on by two, sent twice, deleted and brought back."""

import re
import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from actors.guard import CPR_FOUND_MESSAGE
from actors.models import GuideQuestion, Interview
from tests import factories

LEAST = {"held_on": "2026-01-14", "channel": "face", "q_limits": "Møder efter kl. 16"}


@pytest.fixture
def school(plan):
    return factories.make_actor(plan, "Bakkeskolen", target_groups=plan.targetgroups.all())


def begin_url(actor):
    return f"/solbakken/aktoerer/{actor.pk}/interview/ny/"


def url_of(interview, act=""):
    return f"/{interview.plan.slug}/aktoerer/{interview.actor_id}/interview/{interview.pk}/{act}"


def answers(interview):
    return {one.question_key: one.text for one in interview.answers.all()}


def sent_from(browser, url, **typed):
    """What a browser sends from the page at `url` with `typed` in its fields: hidden fields and ticks too."""
    page = browser.get(url).content.decode()
    hidden = re.findall(r'<input type="hidden" name="(version|submission|shown)" value="([^"]*)"', page)
    ticked = re.findall(r'name="(q_\w+|present)" value="([^"]+)"[^>]* checked', page)
    areas = re.findall(r'<textarea name="(q_[^"]+)"[^>]*>\n?([^<]*)</textarea>', page)
    day = re.search(r'name="held_on" value="([^"]*)"', page)[1]
    data = {"held_on": day, "channel": "face", **dict(hidden), **dict(areas)}
    for name, value in ticked:
        data[name] = [*data.get(name, []), value]
    return data | typed


# -- One that is made -----------------------------------------------------------------------------------


def test_an_empty_form_asks_the_guide_in_force(as_alma, plan, school):
    GuideQuestion.objects.create(plan=plan, key="seasons", value=5, is_on=False)
    GuideQuestion.objects.create(plan=plan, value=3, text="Hvem ringer I til?")
    factories.make_contact(school, "Lone Riis")
    page = as_alma.get(begin_url(school)).content.decode()

    assert "Hvilke fag og uddannelser har I hos jer?" in page
    assert "Hvem ringer I til?" in page
    assert "Hvornår på året" not in page
    assert "Lone Riis, formidler" in page
    assert Interview.objects.count() == 0


def test_an_interview_is_saved_with_all_that_was_said(as_alma, plan, school):
    own = GuideQuestion.objects.create(plan=plan, value=3, text="Hvem ringer I til?")
    person, us = factories.make_contact(school), plan.memberships.get()
    typed = {"held_by": us.pk, "present": [person.pk], f"q_{own.pk}": "Lis", "channel": "others"}
    page = as_alma.post(
        begin_url(school), sent_from(as_alma, begin_url(school), **LEAST | typed), follow=True
    ).content.decode()

    interview = plan.interviews.get()
    assert "Det nye står også i profilen." in page
    assert (interview.held_on, interview.channel, interview.held_by) == (date(2026, 1, 14), "others", us)
    assert list(interview.present.all()) == [person]
    assert answers(interview) == {
        "reaches": "Børn og unge", "limits": "Møder efter kl. 16", str(own.pk): "Lis",
    }  # fmt: skip
    kept = interview.answers.get(question_key=str(own.pk))
    assert (kept.question, kept.value) == ("Hvem ringer I til?", 3)
    assert [entry.verb for entry in plan.audit_entries.all()] == ["create"]


def test_the_same_form_twice_makes_one_interview(as_alma, plan, school):
    data = sent_from(as_alma, begin_url(school), **LEAST)

    first, second = as_alma.post(begin_url(school), data), as_alma.post(begin_url(school), data)

    assert first.url == second.url == url_of(plan.interviews.get())
    assert plan.audit_entries.count() == 1


def test_the_first_form_sent_again_with_other_words_shows_both(as_alma, plan, school):
    data = sent_from(as_alma, begin_url(school), **LEAST)
    as_alma.post(begin_url(school), data)

    page = as_alma.post(begin_url(school), data | {"q_limits": "Noget andet"}).content.decode()

    assert "Nu står der: <b>Møder efter kl. 16</b><br>Du skrev: <b>Noget andet</b>" in page
    assert answers(plan.interviews.get())["limits"] == "Møder efter kl. 16"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"held_on": ""}, "Skriv, hvornår det var"),
        ({"held_on": "i går"}, "Skriv en dato, der findes"),
        ({"held_on": "0001-01-01"}, "Skriv en dato efter 1999"),
        ({"held_on": "9999-12-31"}, "Datoen er ikke kommet endnu"),
        ({"channel": ""}, "Vælg, hvordan I fandt svarene"),
        ({"channel": "dream"}, "Vælg på listen"),
        ({"level_2": "4"}, "Vælg på listen"),
        ({"q_limits": "a" * 2001}, "Skriv højst 2000 tegn"),
        ({"q_has": "a" * 201}, "Linje 1 er for lang. Skriv højst 200 tegn"),
        ({"q_cares_for": "Ring til 010165-1234"}, CPR_FOUND_MESSAGE),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_there(as_alma, plan, school, data, message):
    page = as_alma.post(begin_url(school), LEAST | {"q_seasons": "Til jul"} | data).content.decode()

    assert page.count(message) == 2
    assert "Til jul</textarea>" in page
    assert plan.interviews.count() == 0


def test_nothing_said_is_no_interview(as_alma, plan, school):
    data = sent_from(as_alma, begin_url(school))

    assert "Skriv mindst ét svar" in as_alma.post(begin_url(school), data).content.decode()
    assert plan.interviews.count() == 0


def test_no_cpr_number_after_all_is_counted(as_alma, plan, school):
    as_alma.post(begin_url(school), LEAST | {"q_limits": "Nr. 010165-1234", "cpr_ok": "on"})

    assert [(one.verb, one.fields) for one in plan.audit_entries.order_by("id")] == [
        ("create", []), ("cpr_override", ["text"]),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["submission", "version", "shown", "held_by", "present", "q_reaches"])
def test_odd_hidden_fields_are_no_error_of_ours(as_alma, plan, school, name):
    for value in ("x", "-1", str(uuid.uuid4()), "9" * 40, "eyJ9:1:2"):
        assert as_alma.post(begin_url(school), LEAST | {name: value}).status_code in (200, 302)


# -- One that is written on -----------------------------------------------------------------------------


@pytest.fixture
def interview(plan, school):
    interview = factories.make_interview(school, held_on=date(2026, 1, 14))
    interview.answers.create(
        plan=plan, question_key="limits", question="Hvad vil I helst ikke være med til?", value=4, text="Støj"
    )
    return interview


def test_the_answers_stand_in_the_form_and_can_be_changed(as_alma, plan, interview):
    data = sent_from(as_alma, url_of(interview), q_limits="Larm", q_seasons="Til jul")
    as_alma.post(url_of(interview), data)

    interview.refresh_from_db()
    assert answers(interview) == {"limits": "Larm", "seasons": "Til jul"}
    assert interview.version == 2
    assert [(one.verb, one.fields) for one in plan.audit_entries.all()] == [("change", ["answers"])]


def test_an_emptied_answer_goes(as_alma, interview):
    as_alma.post(url_of(interview), sent_from(as_alma, url_of(interview), q_limits=" "))

    assert answers(interview) == {}


def test_two_who_save_at_once_see_both_texts_and_lose_nothing(as_alma, plan, interview):
    mine = sent_from(as_alma, url_of(interview), q_limits="Larm")
    as_alma.post(url_of(interview), sent_from(as_alma, url_of(interview), q_limits="Trængsel"))
    page = as_alma.post(url_of(interview), mine).content.decode()

    assert "En kollega har rettet interviewet imens" in page
    assert "Nu står der: <b>Trængsel</b><br>Du skrev: <b>Larm</b>" in page
    assert answers(interview) == {"limits": "Trængsel"}
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    as_alma.post(url_of(interview), mine | {"version": version})
    assert answers(interview) == {"limits": "Larm"}


def test_a_level_that_a_colleague_wrote_in_the_talk_is_not_overwritten_unseen(as_alma, plan, interview):
    as_alma.post(url_of(interview), sent_from(as_alma, url_of(interview), level_2="3"))
    talk = plan.talks.get()
    mine = sent_from(as_alma, url_of(interview), q_limits="Larm", level_2="3")
    path = f"/solbakken/aktoerer/{talk.actor_id}/vaerdier/{talk.pk}/"
    as_alma.post(f"{path}straale/2/", {"level": "1", "version": talk.rays.get().version})
    page = as_alma.post(url_of(interview), mine).content.decode()

    assert "Nu står der: <b>Lidt</b><br>Du skrev: <b>Meget</b>" in page
    assert talk.rays.get().level == 1
    as_alma.post(f"{path}slet/")
    again = sent_from(as_alma, url_of(interview), q_limits="Larm", version="3", level_2="3")
    assert (
        "En kollega har rettet interviewet imens" in as_alma.post(url_of(interview), again).content.decode()
    )
    assert not plan.talks.kept().exists()


def test_the_same_change_twice_is_just_saved(as_alma, plan, interview):
    data = sent_from(as_alma, url_of(interview), q_limits="Larm")

    assert [as_alma.post(url_of(interview), data).status_code for _ in range(2)] == [302, 302]
    assert plan.audit_entries.count() == 1


def test_the_guide_is_changed_while_somebody_writes_and_no_answer_is_lost(as_alma, plan, school):
    own = GuideQuestion.objects.create(plan=plan, value=3, text="Hvem ringer I til?")
    data = sent_from(as_alma, begin_url(school), **LEAST | {f"q_{own.pk}": "Lis", "q_seasons": "Til jul"})
    own.delete()
    GuideQuestion.objects.create(plan=plan, key="seasons", value=5, is_on=False)
    as_alma.post(begin_url(school), data)

    found = {one.question: one.text for one in plan.interviewanswers.filter(value__in=(3, 5))}
    assert found == {"Hvem ringer I til?": "Lis", "Hvornår på året har I mest brug for en hånd?": "Til jul"}


def test_what_was_typed_into_a_deleted_interview_becomes_a_new_one(as_alma, plan, interview):
    data = sent_from(as_alma, url_of(interview), q_limits="Larm")
    as_alma.post(url_of(interview, "slet/"))
    page = as_alma.post(url_of(interview), data).content.decode()

    assert "En kollega har slettet interviewet." in page
    assert "Larm</textarea>" in page
    submission = re.search(r'name="submission" value="([^"]+)"', page)
    assert f'action="{begin_url(interview.actor)}"' in page
    as_alma.post(begin_url(interview.actor), data | {"submission": submission[1] if submission else ""})
    assert answers(plan.interviews.kept().get()) == {"limits": "Larm"}


def test_a_person_whom_nobody_may_choose_any_more_stays(as_alma, plan, interview):
    person = factories.make_contact(interview.actor, deleted_at=timezone.now())
    interview.present.add(person)
    as_alma.post(url_of(interview), sent_from(as_alma, url_of(interview), q_limits="Larm"))

    assert list(interview.present.all()) == [person]


# -- Levels ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("channel", "source"), [("face", "interview"), ("desk", "estimate"), ("others", "estimate")]
)
def test_levels_are_their_own_word_only_face_to_face(as_alma, plan, school, channel, source):
    as_alma.post(begin_url(school), LEAST | {"channel": channel, "level_2": "3", "level_5": "0"})

    talk = plan.interviews.get().talk
    assert (talk.source, talk.held_on, talk.actor) == (source, date(2026, 1, 14), school)
    assert list(talk.rays.values_list("value", "level")) == [(2, 3), (5, 0)]


def test_levels_are_changed_and_taken_back(as_alma, plan, school):
    as_alma.post(begin_url(school), LEAST | {"level_2": "3", "level_5": "0"})
    interview = plan.interviews.get()
    interview.talk.rays.filter(value=5).update(gives="Et telt")
    as_alma.post(url_of(interview), LEAST | {"version": "1", "level_2": "1"})
    assert list(interview.talk.rays.values_list("value", "level")) == [(2, 1), (5, None)]

    interview.talk.rays.filter(value=5).update(gives="")
    as_alma.post(url_of(interview), LEAST | {"version": "2"})

    interview.refresh_from_db()
    assert interview.talk.rays.count() == 0
    assert interview.talk.deleted_at is not None


def test_without_levels_there_is_no_talk(as_alma, plan, school):
    as_alma.post(begin_url(school), LEAST)

    assert plan.talks.count() == 0


# -- Deleted and back -----------------------------------------------------------------------------------


def test_deleted_and_brought_back_with_its_levels(as_alma, plan, school):
    as_alma.post(begin_url(school), LEAST | {"level_2": "3", "q_has": "Telt"})
    interview = plan.interviews.get()
    page = as_alma.post(url_of(interview, "slet/"), follow=True).content.decode()
    assert "Interviewet er slettet." in page
    assert plan.interviews.kept().count() == plan.talks.kept().count() == 0
    assert as_alma.get(url_of(interview)).status_code == 404
    assert [one.text for one in school.resources.all()] == ["Telt"]

    for _ in range(2):
        as_alma.post(re.search(r'action="([^"]+gendan/)"', page)[1])

    assert plan.interviews.kept().count() == plan.talks.kept().count() == 1
    assert [one.verb for one in plan.audit_entries.order_by("id")][-2:] == ["delete", "restore"]


def test_a_talk_that_was_deleted_before_stays_deleted(as_alma, plan, school):
    as_alma.post(begin_url(school), LEAST | {"level_2": "3"})
    interview = plan.interviews.get()
    plan.talks.update(deleted_at=timezone.now() - timedelta(days=1))
    as_alma.post(url_of(interview, "slet/"))
    as_alma.post(url_of(interview, "gendan/"))

    assert plan.talks.kept().count() == 0


# -- Whose it is ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("browser", ["as_bo", "as_partner"])
def test_readers_and_partners_neither_see_nor_write(request, plan, interview, browser):
    client = request.getfixturevalue(browser)

    assert client.get(begin_url(interview.actor)).status_code == 403
    assert (
        client.get(url_of(interview)).status_code == client.post(url_of(interview), LEAST).status_code == 403
    )
    assert client.post(url_of(interview, "slet/")).status_code == 403
    assert client.post(url_of(interview, "gendan/")).status_code == 403


def test_strangers_other_plans_and_methods(as_carla, as_alma, school, interview, other):
    foreign = factories.make_interview(other.actor)

    assert as_carla.get(url_of(interview)).status_code == 404
    assert as_alma.get(begin_url(other.actor)).status_code == 404
    for act in ("", "slet/", "gendan/"):
        wrong = f"/solbakken/aktoerer/{school.pk}/interview/{foreign.pk}/{act}"
        assert as_alma.post(wrong, LEAST).status_code == 404
    assert as_alma.get(url_of(interview, "slet/")).status_code == 405
    assert as_alma.put(url_of(interview)).status_code == 405


def test_htmx_gets_the_form_and_the_plain_request_the_page(as_alma, school):
    part = {"HX-Request": "true", "HX-Target": "interview-form"}
    wrong = LEAST | {"held_on": "x"}

    assert "<html" not in as_alma.post(begin_url(school), wrong, headers=part).content.decode()
    assert "<html" in as_alma.post(begin_url(school), wrong).content.decode()
