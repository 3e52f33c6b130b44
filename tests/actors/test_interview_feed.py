"""What an interview says goes into the profile, with the interview as its source."""

import pytest

from actors.models import ResourceKind
from actors.resource_words import WORDS, resource_kind
from tests import factories
from tests.actors.test_interview import begin_url, sent_from, url_of


@pytest.fixture
def school(plan):
    return factories.make_actor(plan, "Bakkeskolen")


def ask(browser, plan, actor, **typed):
    """One interview in which this was answered."""
    browser.post(begin_url(actor), sent_from(browser, begin_url(actor), held_on="2026-01-14", **typed))
    return plan.interviews.kept().newest_first().first()


def facts(rows):
    return [(one.kind, one.text, one.interview_id) for one in rows]


def profile(browser, actor, tab=""):
    return browser.get(f"/solbakken/aktoerer/{actor.pk}/{tab}").content.decode()


@pytest.mark.parametrize(
    ("question", "rows", "kinds"),
    [
        ("q_professional", "competences", ("professional", "professional")),
        ("q_other_strengths", "competences", ("strength", "strength")),
        ("q_has", "resources", ("room", "hands")),
        ("q_lacks", "needs", ("room", "hands")),
    ],
)
def test_lines_become_rows_of_the_profile(as_alma, plan, school, question, rows, kinds):
    interview = ask(as_alma, plan, school, **{question: "Et lokale\r\n\r\nFrivillige på skift\r\nEt lokale"})

    wanted = sorted(zip(kinds, ("Et lokale", "Frivillige på skift"), [interview.pk] * 2, strict=True))
    assert sorted(facts(getattr(school, rows).all())) == wanted


@pytest.mark.parametrize("tab", ["", "ressourcer/"])
def test_the_profile_says_where_it_knows_it_from(as_alma, as_bo, plan, school, tab):
    interview = ask(as_alma, plan, school, q_professional="Læsning", q_has="Telt", q_lacks="Sal")
    source = f'<a href="{url_of(interview)}">fra interview 14. januar'

    assert source in profile(as_alma, school, tab)
    assert "fra interview" not in profile(as_bo, school, tab)


def test_what_stands_there_stays_and_the_same_words_are_one(as_alma, plan, school):
    school.competences.create(plan=plan, kind="professional", text="Læsning")
    school.needs.create(plan=plan, kind="other", text="en sal")
    interview = ask(as_alma, plan, school, q_professional="læsning\nSvømning", q_lacks="En sal")

    assert facts(school.competences.all()) == [
        ("professional", "Læsning", None), ("professional", "Svømning", interview.pk),
    ]  # fmt: skip
    assert facts(school.needs.all()) == [("other", "en sal", None)]


def test_a_corrected_answer_corrects_the_profile(as_alma, plan, school):
    school.resources.create(plan=plan, kind="other", text="Bord")
    interview = ask(as_alma, plan, school, q_has="Bord\nTlet\nStole")
    as_alma.post(url_of(interview), sent_from(as_alma, url_of(interview), q_has="Telt\nStole"))

    assert sorted(one.text for one in school.resources.all()) == ["Bord", "Stole", "Telt"]


def test_what_was_taken_off_the_profile_by_hand_does_not_come_back(as_alma, plan, school):
    interview = ask(as_alma, plan, school, q_limits="Støj", q_has="Telt")
    school.resources.all().delete()
    as_alma.post(url_of(interview), sent_from(as_alma, url_of(interview), q_limits="Larm"))

    assert school.resources.count() == 0


@pytest.mark.parametrize(
    ("question", "field"), [("q_reaches", "target_groups"), ("q_wants_to_reach", "wanted_target_groups")]
)
def test_target_groups_are_ticked_from_the_profile_and_go_back_to_it(as_alma, plan, school, question, field):
    children, old = plan.targetgroups.get(), factories.make_target_group(plan, "Ældre")
    getattr(school, field).add(children)
    shown = sent_from(as_alma, begin_url(school))
    assert shown[question] == [str(children.pk)]

    interview = ask(as_alma, plan, school, **{question: [old.pk]})

    assert list(getattr(school, field).all()) == [old]
    assert interview.answers.get().text == "Ældre"


def test_a_colleagues_target_group_is_not_undone_by_a_page_that_was_open(as_alma, plan, school):
    children, old = plan.targetgroups.get(), factories.make_target_group(plan, "Ældre")
    data = sent_from(as_alma, begin_url(school), q_reaches=[children.pk])
    school.target_groups.add(old)
    as_alma.post(begin_url(school), data)

    assert set(school.target_groups.all()) == {children, old}


def test_an_old_interview_written_on_leaves_the_profile_as_it_became(as_alma, plan, school):
    children, old = plan.targetgroups.get(), factories.make_target_group(plan, "Ældre")
    interview = ask(as_alma, plan, school, q_reaches=[children.pk])
    school.target_groups.set([old])
    as_alma.post(url_of(interview), sent_from(as_alma, url_of(interview), q_limits="Støj"))

    assert list(school.target_groups.all()) == [old]


def test_a_target_group_that_was_renamed_stands_as_it_was_answered(as_alma, plan, school):
    children = plan.targetgroups.get()
    interview = ask(as_alma, plan, school, q_reaches=[children.pk])
    plan.targetgroups.update(name="Unge")
    page = as_alma.get(url_of(interview)).content.decode()
    assert "Svaret dengang: Børn og unge." in page

    as_alma.post(url_of(interview), sent_from(as_alma, url_of(interview), q_limits="Støj"))

    assert interview.answers.get(question_key="reaches").text == "Børn og unge"


def test_an_open_actor_form_notices_that_an_interview_fed_the_profile(as_alma, plan, school):
    stale = {"name": school.name, "kind": school.kind, "status": school.status, "version": school.version}
    ask(as_alma, plan, school, q_professional="Læsning")
    page = as_alma.post(f"/solbakken/aktoerer/{school.pk}/ret/", stale).content.decode()

    assert "En kollega har rettet aktøren imens" in page
    assert school.competences.count() == 1


def test_the_log_tells_which_parts_of_the_profile_changed(as_alma, plan, school):
    ask(as_alma, plan, school, q_professional="Læsning", q_has="Telt", q_limits="Støj")

    assert [(one.object_type, one.verb, one.fields) for one in plan.audit_entries.order_by("id")] == [
        ("interview", "create", []), ("competence", "create", []), ("resource", "create", []),
        ("actor", "change", ["competences"]),
    ]  # fmt: skip


def test_wanted_target_groups_stand_on_the_profile_and_in_the_form(as_alma, plan, school):
    group = plan.targetgroups.get()
    edit = f"/solbakken/aktoerer/{school.pk}/ret/"
    data = {"name": "Bakkeskolen", "kind": "municipal", "status": "active", "version": 1}
    as_alma.post(edit, data | {"wanted_target_groups": [group.pk]})

    assert list(school.wanted_target_groups.all()) == [group]
    assert "<dt>Vil gerne nå</dt><dd>Børn og unge</dd>" in profile(as_alma, school)


def test_a_source_that_was_deleted_is_named_without_a_link(as_alma, plan, school):
    interview = ask(as_alma, plan, school, q_professional="Læsning")
    as_alma.post(url_of(interview, "slet/"))

    page = profile(as_alma, school)
    assert "fra interview 14. januar" in page
    assert url_of(interview) not in page.replace(url_of(interview, "gendan/"), "")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Et MØDELOKALE", "room"), ("Ladcykel", "equipment"), ("Sponsorat", "money"),
        ("Mad til 40", "surplus"), ("Frivillige", "hands"), ("", "other"), ("Gode råd", "other"),
        ("Hallerne", "room"), ("Det lille rum", "room"), ("Musikinstrumenter", "other"),
        ("Et beboerforum", "other"), ("Halvdelen af salget", "other"), ("Mindre støj", "other"),
    ],
)  # fmt: skip
def test_a_line_says_what_kind_of_thing_it_is(text, kind):
    assert resource_kind(text) == kind
    assert {one for one, _ in WORDS} < set(ResourceKind.values)
