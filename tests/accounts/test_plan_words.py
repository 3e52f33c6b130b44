"""The plan's own page and words: areas, focus areas, target groups."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db
WORDS = "/solbakken/plan/ord/"


def names(page) -> list[str]:
    """The words as the page lists them."""
    return [part.split("</b>")[0].split("<b>")[1] for part in page.split('<li class="row between">')[1:]]


def test_the_leader_adds_an_area(as_leader, plan):
    as_leader.post(f"{WORDS}omraader/", {"name": "  Ringparken  "})
    page = as_leader.get(f"{WORDS}omraader/").content.decode()
    assert names(page) == ["Østhøj", "Ringparken"]
    assert "»Ringparken« er tilføjet" in page


@pytest.mark.parametrize("again", ["østhøj", "ØSTHØJ", "Østhøj"])
def test_the_same_word_in_any_case_is_refused_and_kept_in_the_field(as_leader, plan, again):
    page = as_leader.post(f"{WORDS}omraader/", {"name": again}).content.decode()
    assert f"»{again}« findes allerede" in page
    assert f'value="{again}"' in page
    assert plan.areas.count() == 1


def test_words_move_up_and_down(as_leader, plan):
    for name in ("Sydbyen", "Ringparken"):
        as_leader.post(f"{WORDS}omraader/", {"name": name})
    last = plan.areas.get(name="Ringparken")
    as_leader.post(f"{WORDS}omraader/{last.pk}/flyt/op/")
    page = as_leader.get(f"{WORDS}omraader/").content.decode()
    assert names(page) == ["Østhøj", "Ringparken", "Sydbyen"]


def test_a_word_gets_another_name(as_leader, plan):
    area = plan.areas.get()
    as_leader.post(f"{WORDS}omraader/{area.pk}/", {"name": "Østhøj Nord"})
    assert names(as_leader.get(f"{WORDS}omraader/").content.decode()) == ["Østhøj Nord"]


def test_a_word_in_use_is_kept_and_the_page_says_by_how_many(as_leader, plan):
    area = plan.areas.get()
    factories.make_actor(plan, areas=[area])
    as_leader.post(f"{WORDS}omraader/{area.pk}/slet/")
    page = as_leader.get(f"{WORDS}omraader/").content.decode()
    assert names(page) == ["Østhøj"]
    assert "»Østhøj« bruges af 1 aktør" in page


def test_a_word_taken_away_comes_back_with_undo_pressed_twice(as_leader, plan):
    area = plan.areas.get()
    page = as_leader.post(f"{WORDS}omraader/{area.pk}/slet/", follow=True).content.decode()
    assert plan.areas.count() == 0
    undo = page.split('action="/solbakken/plan/ord/omraader/hent/')[1].split('"')[0]
    for _ in range(2):
        as_leader.post(f"{WORDS}omraader/hent/{undo}")
    assert [restored.pk for restored in plan.areas.all()] == [area.pk]


def test_a_known_set_of_focus_areas_is_added_once(as_leader, plan):
    for _ in range(2):
        as_leader.post(f"{WORDS}saet/", {"preset": "2019-26"})
    page = as_leader.get(f"{WORDS}indsatsomraader/").content.decode()
    assert names(page) == [
        "Beskæftigelse", "Uddannelse og livschancer", "Kriminalitetsforebyggelse",
        "Sammenhængskraft og medborgerskab",
    ]  # fmt: skip


def test_another_plans_word_is_not_found(as_leader, other):
    for path in ("", "slet/", "flyt/op/"):
        assert as_leader.post(f"{WORDS}omraader/{other.area.pk}/{path}", {"name": "x"}).status_code == 404
    assert other.plan.areas.get().name == "KANARIE område"


def test_a_list_that_does_not_exist_is_not_found(as_leader):
    assert as_leader.get(f"{WORDS}hemmeligheder/").status_code == 404


def test_the_leader_changes_the_period(as_leader, plan):
    fields = {
        "name": "Solbakken",
        "starts_on": "2025-01-01",
        "ends_on": "2028-12-31",
        **factories.CARE_FOR_TIME,
    }
    as_leader.post("/solbakken/plan/ret/", fields)
    assert "1. januar 2025 – 31. december 2028" in as_leader.get("/solbakken/plan/").content.decode()


def test_a_period_that_ends_before_it_starts_is_explained(as_leader, plan):
    fields = {"name": "Nyt navn", "starts_on": "2028-01-01", "ends_on": "2025-01-01"}
    page = as_leader.post("/solbakken/plan/ret/", fields).content.decode()
    assert "Slut skal være efter start" in page
    assert 'value="Nyt navn"' in page
    plan.refresh_from_db()
    assert plan.name == "Solbakken"


@pytest.mark.parametrize("path", ["ret/", "ord/omraader/"])
def test_staff_may_look_and_not_change(as_alma, path):
    assert as_alma.get("/solbakken/plan/").status_code == 200
    assert as_alma.get(f"/solbakken/plan/{path}").status_code == 403
    assert as_alma.post(f"/solbakken/plan/{path}").status_code == 403


# -- Care for actors' time ----------------------------------------------------------------------


def test_the_leader_decides_what_is_too_much_and_what_is_too_long(as_leader, plan):
    page = as_leader.get("/solbakken/plan/ret/").content.decode()
    assert "For meget er så mange kolleger" in page
    care = {"contacts_at_most": "2", "contacts_within_days": "14", "forgotten_after_days": "60"}
    as_leader.post("/solbakken/plan/ret/", {"name": "Solbakken", **care})
    plan.refresh_from_db()
    assert (plan.contacts_at_most, plan.contacts_within_days, plan.forgotten_after_days) == (2, 14, 60)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"contacts_at_most": ""}, "Skriv et tal"),
        ({"contacts_at_most": "tre"}, "Skriv et helt tal"),
        ({"contacts_at_most": "0"}, "Skriv mindst 1"),
        ({"contacts_at_most": "51"}, "Skriv højst 50"),
        ({"contacts_within_days": "366"}, "Skriv højst 365"),
        ({"forgotten_after_days": "9" * 30}, "Skriv højst 1000"),
    ],
)
def test_numbers_that_make_no_sense_are_explained(as_leader, plan, fields, message):
    sent = {"name": "Nyt navn", **factories.CARE_FOR_TIME, **fields}
    page = as_leader.post("/solbakken/plan/ret/", sent).content.decode()
    assert page.count(message) >= 2
    plan.refresh_from_db()
    assert plan.name == "Solbakken"
