"""The sheets that staff take along: the guide to the talk, the questions, an interview with its answers."""

import pytest
from django.urls import reverse
from django.utils import timezone

from actors.method import GUIDE, TALK_QUESTION, VALUES
from actors.models import GuideQuestion, InterviewAnswer
from reports import method
from tests import factories
from tests.reports.papers import pdf_of, text_of

pytestmark = pytest.mark.django_db

STEPS = (method.BEFORE, method.OPENING, method.NOTING, method.AFTERWARDS)


def html_of(client, plan, name, *args):
    answer = client.get(reverse(f"reports:{name}", args=[plan.slug, *args]), {"vis": 1})
    assert answer.status_code == 200
    return answer.content.decode()


def ask(plan, text="Hvornår har I åbent?", **fields):
    return GuideQuestion.objects.create(plan=plan, value=1, text=text, **fields)


def answer(interview, key, question, text, value=1):
    return InterviewAnswer.objects.create(
        plan=interview.plan, interview=interview, question_key=key, question=question, value=value, text=text
    )


@pytest.fixture
def interview(plan):
    actor = factories.make_actor(plan, "Biblioteket på Bakken")
    contact = factories.make_contact(actor, "Lone Hemmelig", phone="12 34 56 78")
    talk = factories.make_talk(actor, source="interview", rays={1: 2})
    interview = factories.make_interview(actor, talk=talk)
    interview.present.add(contact)
    return interview


# -- The talk's guide -----------------------------------------------------------------------------------


def test_the_talk_guide_says_all_on_one_sheet(as_partner, plan):
    html = html_of(as_partner, plan, "talk_guide")
    for words in (TALK_QUESTION, *(value.ask for value in VALUES), *(value.gives for value in VALUES)):
        assert words in html
    for step in STEPS:
        assert all(f"<li>{line}</li>" in html for line in step.lines)
    response = as_partner.get(reverse("reports:talk_guide", args=[plan.slug]))
    (page,) = pdf_of(response).pages
    assert STEPS[-1].lines[-1] in page.extract_text()


@pytest.mark.parametrize("line", [line for step in STEPS for line in step.lines])
def test_its_sentences_are_short_and_quiet(line):
    assert "!" not in line
    assert all(len(sentence.split()) <= 14 for sentence in line.split("."))


# -- The question guide -----------------------------------------------------------------------------------


def test_the_guide_asks_by_value_with_room_to_write(as_alma, plan):
    html = html_of(as_alma, plan, "interview_guide")
    places = [html.index(f"<h3>{question.text}</h3>") for question in GUIDE]
    assert places == sorted(places)
    assert html.count('class="room"') == 3 * len(GUIDE)
    assert html.count('class="group"') == len(VALUES)


def test_it_is_the_guide_that_is_in_force(as_alma, plan):
    ask(plan, "Hvornår har I åbent?")
    ask(plan, "Et spørgsmål, vi har lagt væk", is_on=False)
    GuideQuestion.objects.create(plan=plan, key="refers_to", value=1, is_on=False)
    html = html_of(as_alma, plan, "interview_guide")
    assert "<h3>Hvornår har I åbent?</h3>" in html
    assert "vi har lagt væk" not in html
    assert "Hvem henviser I til" not in html


def test_a_value_without_questions_is_left_out(as_alma, plan):
    for place, question in enumerate(GUIDE):
        if question.value == 2:
            GuideQuestion.objects.create(plan=plan, key=question.key, value=2, position=place, is_on=False)
    html = html_of(as_alma, plan, "interview_guide")
    assert html.count('class="group"') == len(VALUES) - 1
    assert "Øget faglighed" not in html


def test_long_questions_stay_on_the_sheet(as_alma, plan):
    ask(plan, "æ" * 300)
    text = text_of(as_alma.get(reverse("reports:interview_guide", args=[plan.slug])))
    assert "".join(text.split()).count("æ" * 300) == 1


# -- An interview with its answers ----------------------------------------------------------------------


def test_an_interview_says_what_was_answered_and_what_was_not(as_alma, plan, interview):
    answer(interview, "reaches", "Hvilke grupper af beboere når I i dag?", "Børn.\nÆldre.")
    html = html_of(as_alma, plan, "interview", interview.pk)
    assert "<h1>Biblioteket på Bakken</h1>" in html
    assert "Interview · 14. oktober 2026 · ansigt til ansigt" in html
    assert "<p>Børn.<br>Ældre.</p>" in html
    assert html.count("Ikke besvaret.") == len(GUIDE) - 1
    assert "Bredere målgruppe <span>Noget</span>" in html


def test_old_answers_stay_under_the_question_as_it_was_asked(as_alma, plan, interview):
    own = ask(plan, "Hvornår har I åbent nu?")
    answer(interview, str(own.pk), "Hvornår har I åbent?", "Til kl. 18.")
    answer(interview, "limits", "Hvad vil I ikke?", "Arbejde om søndagen.", value=4)
    GuideQuestion.objects.create(plan=plan, key="limits", value=4, is_on=False)
    own.is_on = False
    own.save()
    html = html_of(as_alma, plan, "interview", interview.pk)
    for words in ("Hvornår har I åbent?", "Til kl. 18.", "Hvad vil I ikke?", "Arbejde om søndagen."):
        assert words in html
    assert html.count("Er ikke i guiden mere.") == 2


def test_before_anything_is_answered_it_says_so(as_alma, plan, interview):
    assert "Ingen svar endnu." in html_of(as_alma, plan, "interview", interview.pk)


def test_answers_take_the_same_few_queries_for_1_3_and_50(
    as_alma, plan, interview, django_assert_num_queries
):
    for rows in (1, 2, 47):
        for _ in range(rows):
            own = ask(plan, "Hvornår?")
            answer(interview, str(own.pk), own.text, "Nu.")
        with django_assert_num_queries(7):
            html = html_of(as_alma, plan, "interview", interview.pk)
    assert html.count("<p>Nu.</p>") == 50


def test_nobodys_name_is_on_it(as_alma, plan, interview, alma):
    interview.held_by = alma.memberships.get()
    interview.save()
    html = html_of(as_alma, plan, "interview", interview.pk)
    for person in ("Hemmelig", "12 34 56 78", "Alma", "Bøgh"):
        assert person not in html


def test_a_thousand_letters_in_one_word_stay_on_the_sheet(as_alma, plan, interview):
    answer(interview, "reaches", "Hvem?", "å" * 2000)
    response = as_alma.get(reverse("reports:interview", args=[plan.slug, interview.pk]))
    assert "".join(text_of(response).split()).count("å" * 2000) == 1


def test_the_log_says_who_printed_the_answers(as_alma, alma, plan, interview):
    html_of(as_alma, plan, "interview", interview.pk)
    assert not plan.audit_entries.exists()
    as_alma.get(reverse("reports:interview", args=[plan.slug, interview.pk]))
    (entry,) = plan.audit_entries.all()
    assert (entry.verb, entry.object_type, entry.by) == ("export", "interview", alma)


# -- Whose they are -------------------------------------------------------------------------------------


def pages_of(plan, interview):
    names = (("talk_guide",), ("interview_guide",), ("interview", interview.pk))
    return [reverse(f"reports:{name}", args=[plan.slug, *args]) for name, *args in names]


@pytest.mark.parametrize("who", ["as_bo", "as_partner"])
def test_questions_and_answers_are_the_teams(who, request, plan, interview):
    client = request.getfixturevalue(who)
    statuses = [client.get(page, {"vis": 1}).status_code for page in pages_of(plan, interview)]
    assert statuses == [200, 403, 403]


def test_a_stranger_gets_nothing(as_carla, plan, interview):
    assert [as_carla.get(page).status_code for page in pages_of(plan, interview)] == [404] * 3


def test_another_plans_interview_and_a_deleted_one_are_not_there(as_alma, plan, interview, other):
    foreign = factories.make_interview(other.actor)
    interview.deleted_at = timezone.now()
    interview.save()
    for one in (foreign, interview):
        assert as_alma.get(reverse("reports:interview", args=[plan.slug, one.pk])).status_code == 404


def test_another_plans_questions_are_its_own(as_alma, plan, other):
    ask(other.plan, "KANARIE spørgsmål")
    assert "KANARIE" not in html_of(as_alma, plan, "interview_guide")


def test_printing_is_only_looking(as_alma, plan, interview):
    assert [as_alma.post(page).status_code for page in pages_of(plan, interview)] == [405] * 3
