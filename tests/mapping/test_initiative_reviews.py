"""A group looks at itself: what it says, what to do, and half a year later."""

from datetime import date

import pytest
import time_machine

from mapping.initiative_method import CONDITIONS, FACTORS
from mapping.models import Review
from tests import factories
from tests.mapping.initiative_pages import SENT, address, answers
from tests.reading import text_of


@pytest.fixture(autouse=True)
def _sunday():
    with time_machine.travel("2026-11-29 12:00 +01:00", tick=False):
        yield


@pytest.fixture
def days(plan):
    return factories.make_initiative(plan, phase=2)


def test_before_anybody_talked_the_page_says_how(as_alma, plan, days):
    for name in ("factors", "conditions"):
        assert "Sæt en halv time af, og svar sammen." in text_of(as_alma.get(address(plan, name, days)))


def test_what_is_missing_comes_with_what_to_do(as_alma, plan, days):
    data = answers(FACTORS, 0, 2, 2, 1, note_backing="Ingen timer", present="Alle tre")
    shown = text_of(as_alma.post(address(plan, "factors_add", days), data, follow=True))
    assert "To af fire er på plads." in shown
    first, second = FACTORS.questions[0], FACTORS.questions[3]
    assert shown.index(first.missing) < shown.index(second.missing)
    assert FACTORS.questions[1].missing not in shown
    assert "Ingen timer" in shown


def test_the_phase_is_kept_and_the_next_one_asks_for_another_talk(as_alma, plan, days):
    as_alma.post(address(plan, "factors_add", days), answers(FACTORS, 2, 2, 2, 2))
    assert "Tag en runde til" not in text_of(as_alma.get(address(plan, "factors", days)))
    as_alma.post(address(plan, "move", days), {"phase": "3", "seen": "2"})
    shown = text_of(as_alma.get(address(plan, "factors", days)))
    assert "Sidst var I i Opstart. Nu er I i Drift. Tag en runde til." in shown


def test_two_times_are_drawn_and_told_in_a_table(as_alma, plan, days):
    factories.make_review(days, held_on=date(2025, 11, 1), levels={"leaders": 1, "roles": 2})
    factories.make_review(days, held_on=date(2026, 11, 1), levels={"leaders": 3, "roles": 1})
    page = as_alma.get(address(plan, "conditions", days))
    html, shown = page.content.decode(), text_of(page)
    assert "Én er rykket frem og én gået tilbage siden sidst." in shown
    assert "Lederne bakker op Begyndt På plads Frem" in shown
    assert "Formål og roller er klare På vej Begyndt Tilbage" in shown
    assert 'aria-label="Lederne bakker op: på plads, før begyndt"' in html
    assert html.count('class="track-move"') == 2
    assert html.count('class="track"') == len(CONDITIONS.questions)


def test_an_earlier_time_can_be_chosen_to_compare_with(as_alma, plan, days):
    first = factories.make_review(days, held_on=date(2025, 1, 1), levels={"leaders": 0})
    factories.make_review(days, held_on=date(2025, 8, 1), levels={"leaders": 3})
    factories.make_review(days, held_on=date(2026, 11, 1), levels={"leaders": 3})
    assert "Intet har rykket sig" in text_of(as_alma.get(address(plan, "conditions", days)))
    shown = text_of(as_alma.get(address(plan, "conditions", days), {"med": first.pk}))
    assert "Én er rykket frem siden sidst." in shown
    for nonsense in ("x", SENT):
        assert as_alma.get(address(plan, "conditions", days), {"med": nonsense}).status_code == 200


@pytest.mark.parametrize(
    ("held_on", "says"),
    [(date(2026, 5, 29), "Der er gået et halvt år."), (date(2026, 5, 30), "Svar igen fra 30. november.")],
)
def test_half_a_year_later_it_is_time_again(as_alma, plan, days, held_on, says):
    factories.make_review(days, held_on=held_on)
    assert says in text_of(as_alma.get(address(plan, "conditions", days)))


def test_those_that_are_due_are_found_the_longest_wait_first(plan):
    today, named = date(2026, 11, 29), {}
    long_ago, away = date(2025, 1, 1), {"archived_at": "2026-01-01T12:00Z"}
    for name, held_on, more in (
        ("Længst", long_ago, {}), ("På dagen", date(2026, 5, 29), {}),
        ("Lige svaret", date(2026, 11, 1), {}), ("Lagt væk", long_ago, away),
    ):  # fmt: skip
        named[name] = factories.make_initiative(plan, name, **more)
        factories.make_review(named[name], held_on=held_on)
    factories.make_review(named["Lige svaret"], held_on=date(2024, 1, 1))
    factories.make_review(factories.make_initiative(plan, "Kun faktorer"), "factors", date(2025, 1, 1))
    gone = factories.make_initiative(plan, "Slettet")
    factories.make_review(gone, held_on=date(2025, 1, 1), removed_at="2026-01-01T12:00Z")
    found = [(one.name, one.rated_on) for one in plan.initiatives.ratings_due(today)]
    assert found == [("Længst", date(2025, 1, 1)), ("På dagen", date(2026, 5, 29))]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"level_backing": ""}, "Svar på mindst ét af spørgsmålene"),
        ({"level_backing": "3"}, "Vælg et af svarene"),
        ({"held_on": "2026-11-30"}, "Datoen skal være i dag eller før"),
        ({"held_on": ""}, "Vælg en dato"),
        ({"note_network": "010190-1234"}, "Det ligner et CPR-nummer"),
        ({"present": "x" * 201}, "Skriv højst 200 tegn"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_made(as_alma, plan, days, sent, told):
    data = answers(FACTORS, 1) | sent
    assert told in text_of(as_alma.post(address(plan, "factors_add", days), data))
    assert not Review.objects.exists()


def test_the_same_answers_twice_are_one_sitting(as_alma, plan, days):
    for _ in range(2):
        as_alma.post(address(plan, "conditions_add", days), answers(CONDITIONS, 1, submission=SENT))
    assert days.reviews.count() == 1


def test_an_answer_can_be_put_right(as_alma, plan, days):
    review = factories.make_review(days, "factors", levels={"backing": 0, "beyond": 1})
    data = answers(FACTORS, 2, 1, version="1", note_strength="Ja")
    as_alma.post(address(plan, "review_edit", days, review), data)
    told = {one.key: (one.level, one.note) for one in review.answers.all()}
    assert told == {"backing": (2, ""), "strength": (1, "Ja")}


def test_two_who_put_it_right_at_once_see_each_others_words(as_alma, plan, days):
    review = factories.make_review(days, "factors", date(2026, 11, 29), {"backing": 0})
    for level in ("1", "2"):
        data = answers(FACTORS, level, version="1")
        shown = text_of(as_alma.post(address(plan, "review_edit", days, review), data))
    assert "Nu står der: Delvist" in shown
    assert "Du skrev: På plads" in shown


def test_answers_that_were_deleted_come_back(as_alma, plan, days):
    review = factories.make_review(days)
    page = as_alma.post(address(plan, "review_delete", days, review), follow=True)
    assert "I har ikke talt om det endnu" in text_of(page)
    as_alma.post(address(plan, "review_restore", days, review))
    assert "Lederne bakker op" in text_of(as_alma.get(address(plan, "conditions", days)))
