"""Goals, indicators and stories as those who use them see them."""

from datetime import date

import pytest
import time_machine

from reports.models import Goal, Indicator
from tests import factories
from tests.cast import client_of
from tests.reports.goal_pages import TODAY, address, goal_form, indicator_form, text_of

pytestmark = pytest.mark.django_db
SENT = "00000000-0000-4000-8000-000000000001"


@pytest.fixture(autouse=True)
def friday():
    """All pages think that it is Friday 20 November 2026."""
    with time_machine.travel(TODAY, tick=True):
        yield


@pytest.fixture
def goal(plan):
    theme = plan.focusareas.create(name="Beskæftigelse")
    return factories.make_goal(plan, focus_area=theme)


@pytest.fixture
def indicator(goal):
    return factories.make_indicator(goal, unit="unge", target=25, minutes=30)


def test_no_goals_yet_says_where_to_begin(as_alma, as_bo, plan):
    assert "Begynd med ét mål, I selv kan flytte." in text_of(as_alma.get(address(plan, "list")))
    assert "Nyt mål" not in text_of(as_bo.get(address(plan, "list")))


def test_the_list_tells_how_each_stands_and_what_counting_costs(as_bo, plan, indicator):
    for month, amount in ((9, 12), (10, 19)):
        factories.make_value(indicator, date(2026, month, 1), amount)
    shown = text_of(as_bo.get(address(plan, "list")))
    assert "Ét tal er på vej." in shown
    assert "19 unge" in shown
    assert "oktober · skal op på 25 unge" in shown
    assert "I tæller ét tal i hånden. Det tager 30 minutter om måneden." in shown


def test_a_focus_area_without_goals_stands_there_too(as_alma, plan, goal):
    plan.focusareas.create(name="Uddannelse")
    assert "Uddannelse Nyt mål i Uddannelse Ingen mål her." in text_of(as_alma.get(address(plan, "list")))


def test_one_goal_shows_chart_sentence_table_and_story(as_bo, plan, goal, indicator):
    for month, amount in ((9, 12), (10, 19)):
        factories.make_value(indicator, date(2026, month, 1), amount, note="Efterårsferie")
    factories.make_story(goal)
    page = as_bo.get(address(plan, "goal", goal.pk))
    said = "Steget fra 12 til 19 unge siden september. Målet er 25 unge."
    assert f'role="img" aria-label="{said}"' in page.content.decode()
    shown = text_of(page)
    assert said in shown
    assert "Oktober 2026 19 unge Efterårsferie" in shown
    assert "Byggemarkedet ringede selv" in shown


def test_no_number_of_a_chart_has_a_comma(as_bo, plan, goal, indicator):
    factories.make_value(indicator, amount="12.5")
    page = as_bo.get(address(plan, "goal", goal.pk)).content.decode()
    chart = page.split('<svg class="chart"')[1].split("</svg>")[0]
    places = [part.split('"')[0] for part in chart.split(' y="')[1:]]
    assert places
    assert all(float(place) >= 0 for place in places)


def test_an_automatic_one_shows_its_rule_and_counts_by_itself(as_bo, plan, goal):
    factories.make_collaboration(plan, since=date(2026, 10, 5), form=5)
    factories.make_collaboration(plan, since=date(2026, 11, 5), form=4)
    one = factories.make_indicator(goal, "Samskaber", automatic="works", part="5")
    shown = text_of(as_bo.get(address(plan, "indicator", one.pk)))
    assert "Samarbejder, der er begyndt og ikke slut sidst i perioden." in shown
    assert "Samskabe · " in shown
    assert "November 2026 1 Oktober 2026 1 September 2026 0" in shown


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"name": ""}, "Skriv målet"),
        ({"name": "x" * 141}, "Skriv højst 140 tegn"),
        ({"influence": ""}, "Vælg, om I kan påvirke det"),
        ({"measured": ""}, "Vælg, om I allerede har tallet"),
        ({"focus_area": SENT}, "Vælg fra listen"),
        ({"parent": SENT}, "Vælg fra listen"),
        ({"why": "Ring til 010190-1234"}, "Det ligner et CPR-nummer"),
    ],
)
def test_what_is_wrong_with_a_goal_is_told_and_nothing_is_made(as_alma, plan, sent, told):
    assert told in text_of(as_alma.post(address(plan, "create"), goal_form(**sent)))
    assert not plan.goals.exists()


def test_the_forms_ask_in_words_that_anybody_knows(as_alma, plan, goal):
    new, indicator = address(plan, "create"), address(plan, "indicator_create", goal.pk)
    shown = [text_of(as_alma.get(one)) for one in (new, indicator)]
    assert "Svar på to spørgsmål, så I kun tæller det, I kan bruge." in shown[0]
    assert all("Kan vi bruge tal, vi allerede har?" in one for one in shown)
    assert "Reglerne står under »Det tæller sig selv«." in shown[1]


def test_the_same_form_twice_makes_one(as_alma, plan, goal):
    for _ in range(2):
        as_alma.post(address(plan, "create"), goal_form(name="Et til", submission=SENT))
        as_alma.post(address(plan, "indicator_create", goal.pk), indicator_form(submission=SENT))
        story = {"title": "En dag", "text": "Det lykkedes", "on": "2026-11-01", "submission": SENT}
        as_alma.post(address(plan, "story_create", goal.pk), story)
    assert (plan.goals.count(), plan.indicators.count(), plan.goalstorys.count()) == (2, 1, 1)


def test_what_nobody_can_move_is_answered_with_advice(as_alma, plan):
    response = as_alma.post(address(plan, "create"), goal_form(influence="no"), follow=True)
    assert "Find et delmål, I kan flytte" in text_of(response)


def test_a_part_follows_its_goal_and_has_no_parts(as_alma, plan, goal):
    as_alma.post(address(plan, "create"), goal_form(name="Delmål", parent=goal.pk))
    part = plan.goals.get(name="Delmål")
    assert part.focus_area == goal.focus_area
    told = text_of(as_alma.post(address(plan, "create"), goal_form(name="Under", parent=part.pk)))
    assert "Vælg fra listen" in told
    other = factories.make_goal(plan, "Andet")
    data = goal_form(parent=other.pk, version=1)
    assert "Målet har selv delmål" in text_of(as_alma.post(address(plan, "edit", goal.pk), data))


def test_a_goal_moves_with_its_parts_to_another_focus_area(as_alma, plan, goal):
    part = factories.make_goal(plan, "Delmål", parent=goal, focus_area=goal.focus_area)
    other = plan.focusareas.create(name="Uddannelse")
    as_alma.post(address(plan, "edit", goal.pk), goal_form(focus_area=other.pk, version=1))
    part.refresh_from_db()
    assert part.focus_area == other


def test_two_who_change_a_goal_at_once_see_each_others_words(as_alma, plan, goal):
    for name in ("Alle unge", "Nogle unge"):
        shown = text_of(as_alma.post(address(plan, "edit", goal.pk), goal_form(name=name, version=1)))
    assert "Nu står der: Alle unge" in shown
    assert "Du skrev: Nogle unge" in shown
    goal.refresh_from_db()
    assert goal.name == "Alle unge"


def test_two_who_change_an_indicator_see_numbers_as_they_are_written(as_alma, plan, indicator):
    url = address(plan, "indicator_edit", indicator.pk)
    for target in ("30,5", "1.250"):
        shown = text_of(as_alma.post(url, indicator_form(unit="timer", target=target, version=1)))
    assert "Nu står der: 30,5" in shown
    assert "Du skrev: 1.250" in shown


def test_a_goal_put_away_takes_all_of_it_and_comes_back_whole(as_alma, plan, goal, indicator):
    factories.make_value(indicator)
    assert "Tallene er gemt" in text_of(as_alma.post(address(plan, "goal_drop", goal.pk), follow=True))
    for url in (address(plan, "goal", goal.pk), address(plan, "indicator", indicator.pk)):
        assert as_alma.get(url).status_code == 404
    as_alma.post(address(plan, "goal_restore", goal.pk))
    assert "12 unge" in text_of(as_alma.get(address(plan, "goal", goal.pk)))


# -- Indicators ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"name": ""}, "Skriv, hvad der tælles"),
        ({"target": "12,5"}, "Skriv et helt tal, fx 12. Her tælles personer"),
        ({"target": "-2"}, "Skriv 0 eller mere"),
        ({"target": "12.5"}, "Skriv komma før decimaler: 12,5"),
        ({"baseline": "mange"}, "Skriv et tal, fx 1.250 eller 12,5"),
        ({"minutes": "2401"}, "Skriv minutter fra 0 til 2400"),
        ({"minutes": "-1"}, "Skriv minutter fra 0 til 2400"),
        ({"direction": "sideways"}, "Vælg fra listen"),
        ({"automatic": "alt"}, "Vælg fra listen"),
        ({"automatic": "meetings", "part": "5"}, "Det tal kan ikke deles op. Vælg Alle"),
        ({"automatic": "works", "part": "housing"}, "Vælg en samarbejdsform eller Alle"),
        ({"automatic": "reached", "part": "5"}, "Vælg en aktørtype eller Alle"),
        ({"source": "010190-1234"}, "Det ligner et CPR-nummer"),
    ],
)
def test_what_is_wrong_with_an_indicator_is_told_beside_what_was_typed(as_alma, plan, goal, sent, told):
    shown = as_alma.post(address(plan, "indicator_create", goal.pk), indicator_form(**sent))
    assert told in text_of(shown)
    assert f'value="{sent.get("baseline", "11")}"' in shown.content.decode()
    assert not plan.indicators.exists()


def test_an_area_only_where_the_rule_knows_areas(as_alma, plan, goal):
    area, url = plan.areas.get(), address(plan, "indicator_create", goal.pk)
    told = text_of(as_alma.post(url, indicator_form(automatic="works", area=area.pk)))
    assert "Det tal kan kun tælles for hele planen" in told
    as_alma.post(url, indicator_form(automatic="reached", area=area.pk, part="housing"))
    assert (plan.indicators.get().area, plan.indicators.get().part) == (area, "housing")


def test_numbers_are_stored_as_they_are_meant(as_alma, plan, goal):
    as_alma.post(address(plan, "indicator_create", goal.pk), indicator_form())
    made = plan.indicators.get()
    assert (made.target, made.baseline, made.minutes) == (1250, 11, 30)


def test_what_counts_itself_takes_no_time_and_has_its_own_unit(as_alma, plan, goal):
    data = indicator_form(automatic="attendance", unit="får", minutes="90", source="Nogen")
    as_alma.post(address(plan, "indicator_create", goal.pk), data)
    made = plan.indicators.get()
    assert (made.unit, made.minutes, made.source) == ("%", 0, "")


def test_one_that_is_not_counted_any_more_can_be_taken_up(as_alma, plan, goal, indicator):
    as_alma.post(address(plan, "indicator_drop", indicator.pk))
    assert "Tælles ikke mere (1)" in text_of(as_alma.get(address(plan, "goal", goal.pk)))
    as_alma.post(address(plan, "indicator_restore", indicator.pk))
    assert plan.indicators.standing().count() == 1


def test_what_could_be_dropped_is_advice_with_a_reason(as_alma, plan, goal):
    factories.make_indicator(goal, "Anmeldelser", influence="no", minutes=20)
    shown = text_of(as_alma.get(address(plan, "counting")))
    assert "Anmeldelser" in shown
    assert "I kan ikke selv flytte det." in shown
    assert "Hold op med at tælle" in shown


# -- Stories ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"title": ""}, "Skriv en overskrift"),
        ({"text": ""}, "Skriv, hvad der skete"),
        ({"on": "2026-11-21"}, "Vælg en dag fra 2000 til i dag"),
        ({"on": "1999-01-01"}, "Vælg en dag fra 2000 til i dag"),
        ({"text": "010190-1234 fik job"}, "Det ligner et CPR-nummer"),
    ],
)
def test_what_is_wrong_with_a_story_is_told(as_alma, plan, goal, sent, told):
    data = {"title": "En dag", "text": "Det lykkedes", "on": "2026-11-01"} | sent
    assert told in text_of(as_alma.post(address(plan, "story_create", goal.pk), data))
    assert not plan.goalstorys.exists()


def test_a_story_deleted_can_be_put_back(as_alma, plan, goal):
    story, url = factories.make_story(goal), address(plan, "goal", goal.pk)
    as_alma.post(address(plan, "story_delete", story.pk))
    as_alma.get(url)
    assert story.title not in text_of(as_alma.get(url))
    as_alma.post(address(plan, "story_restore", story.pk))
    as_alma.get(url)
    assert story.title in text_of(as_alma.get(url))


# -- Who may ------------------------------------------------------------------------------------------------


def test_a_partner_sees_no_goals_and_a_reader_changes_none(
    as_partner, as_bo, as_carla, plan, goal, indicator
):
    for name, *args in (("list",), ("goal", goal.pk), ("indicator", indicator.pk), ("counting",)):
        url = address(plan, name, *args)
        answers = [one.get(url).status_code for one in (as_bo, as_partner, as_carla)]
        assert answers == [200, 403, 404], name
    for name, *args in (
        ("create",),
        ("edit", goal.pk),
        ("indicator_create", goal.pk),
        ("month",),
        ("import",),
    ):
        assert as_bo.get(address(plan, name, *args)).status_code == 403, name
    assert "btn-main" not in as_bo.get(address(plan, "goal", goal.pk)).content.decode()


def test_another_plans_rows_are_not_offered_nor_taken(as_alma, plan, other, goal):
    theirs = factories.make_goal(other.plan, "KANARIE mål")
    pages = [address(plan, "create"), f"{address(plan, 'create')}?under={theirs.pk}"]
    assert all("KANARIE" not in text_of(as_alma.get(page)) for page in pages)
    as_alma.post(address(plan, "create"), goal_form(parent=theirs.pk))
    as_alma.post(address(plan, "indicator_create", goal.pk), indicator_form(owner=other.membership.pk))
    assert (Goal.objects.filter(plan=plan).count(), Indicator.objects.count()) == (1, 0)


def test_the_owner_stays_when_they_left_the_team(as_alma, plan, goal):
    member = factories.make_membership(plan, factories.make_user("Mads Riber"), role="staff")
    one = factories.make_indicator(goal, owner=member)
    member.role = "partner"
    member.save()
    shown = text_of(client_of(plan.memberships.get(user__name="Alma Bøgh").user).get(
        address(plan, "indicator_edit", one.pk)
    ))  # fmt: skip
    assert "Mads Riber" in shown
