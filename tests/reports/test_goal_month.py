"""A month's figures in one table: all of it or nothing, seen by two at once, pasted, and undone."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine

from reports.models import IndicatorValue
from tests import factories
from tests.cast import client_of
from tests.reports.goal_pages import TODAY, address, month_address, month_form, text_of

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 1)


@pytest.fixture(autouse=True)
def friday():
    """All pages think that it is Friday 20 November 2026."""
    with time_machine.travel(TODAY, tick=True):
        yield


@pytest.fixture
def goal(plan):
    return factories.make_goal(plan)


@pytest.fixture
def several(goal):
    """Two that are counted each month, one each quarter, one that counts itself, one that was dropped."""
    factories.make_indicator(goal, "Automatisk", automatic="works")
    factories.make_indicator(goal, "Opgivet", dropped_at="2026-01-01 00:00Z")
    names = [("Unge", "month"), ("Butikker", "month"), ("Fravær", "quarter")]
    return {name: factories.make_indicator(goal, name, frequency=often) for name, often in names}


def amounts(plan):
    rows = plan.indicatorvalues.values_list("indicator__name", "first", "amount", "note")
    return {(name, first.isoformat()): (amount, note) for name, first, amount, note in rows}


def save(client, plan, month="2026-10", **typed):
    url = month_address(plan, month)
    return client.post(url, month_form(client, url, **typed), follow=True)


def test_the_table_has_what_is_counted_by_hand_in_that_month(as_alma, plan, several):
    october, december = (as_alma.get(month_address(plan, month)) for month in ("2026-10", "2025-12"))
    assert [cell.indicator.name for cell in october.context["form"].cells] == ["Unge", "Butikker"]
    assert [cell.indicator.name for cell in december.context["form"].cells] == ["Unge", "Butikker", "Fravær"]


def test_what_was_counted_last_time_stands_beside(as_alma, plan, several):
    factories.make_value(several["Unge"], date(2026, 9, 1), Decimal("12.5"))
    assert "Unge Flere unge får et fritidsjob 12,5" in text_of(as_alma.get(month_address(plan)))


@pytest.mark.parametrize("asked", ["", "2027-01", "2026-13", "i fjor", "x" * 500])
def test_nonsense_and_the_future_are_the_usual_month(as_alma, plan, several, asked):
    assert as_alma.get(month_address(plan, asked)).context["month"].code == "2026-11"


def test_figures_are_saved_with_who_and_when(as_alma, plan, alma, several):
    response = save(as_alma, plan, Unge="1.234,5|Efterårsferie", Butikker="7")
    assert "2 tal for oktober 2026." in text_of(response)
    assert amounts(plan) == {
        ("Unge", "2026-10-01"): (Decimal("1234.50"), "Efterårsferie"), ("Butikker", "2026-10-01"): (7, ""),
    }  # fmt: skip
    assert {row.by for row in IndicatorValue.objects.all()} == {alma}
    assert plan.audit_entries.get().object_type == "valueentry"


def test_one_wrong_figure_keeps_all_that_was_typed_and_saves_nothing(as_alma, plan, several):
    shown = save(as_alma, plan, Unge="12.5", Butikker="7|Husk den nye")
    assert "Ret én ting, så kan du gemme" in text_of(shown)
    assert "Skriv komma før decimaler: 12,5" in text_of(shown)
    assert all(f'value="{typed}"' in shown.content.decode() for typed in ("12.5", "7", "Husk den nye"))
    assert amounts(plan) == {}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("mange", "Skriv et tal, fx 1.250 eller 12,5"),
        ("9999999999", "Tallet er for stort"),
        ("1,234", "Skriv højst to decimaler"),
        ("|Ferie", "Skriv tallet, som noten hører til"),
        ("1|" + "x" * 201, "Skriv højst 200 tegn"),
        ("1|010190-1234", "Det ligner et CPR-nummer"),
    ],
)
def test_what_is_wrong_is_told(as_alma, plan, several, typed, told):
    assert told in text_of(save(as_alma, plan, Unge=typed))
    assert amounts(plan) == {}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2,5", "Skriv et helt tal, fx 12. Her tælles personer"),
        ("2.5", "Skriv et helt tal, fx 12. Her tælles personer"),
        ("mange", "Skriv et helt tal, fx 12. Her tælles personer"),
        ("-2", "Skriv 0 eller mere"),
    ],
)
def test_persons_are_whole(as_alma, plan, several, typed, told):
    several["Unge"].unit = "unge"
    several["Unge"].save()
    assert told in text_of(save(as_alma, plan, Unge=typed, Butikker="2,5"))
    assert amounts(plan) == {}
    save(as_alma, plan, Unge="2", Butikker="2,5")
    assert sorted(amount for amount, _ in amounts(plan).values()) == [2, Decimal("2.5")]


def test_half_a_person_that_stands_from_before_is_in_nobodys_way(as_alma, plan, several):
    several["Unge"].unit = "unge"
    several["Unge"].save()
    factories.make_value(several["Unge"], amount=Decimal("12.5"))
    save(as_alma, plan, Butikker="7")
    assert ("Butikker", "2026-10-01") in amounts(plan)


def test_a_number_that_is_none_can_be_said_to_be_none(as_alma, plan, several):
    url = month_address(plan)
    data = month_form(as_alma, url, Unge="1|010190-1234")
    as_alma.post(url, data | {"cpr_ok": "on"})
    assert amounts(plan)["Unge", "2026-10-01"][1] == "010190-1234"
    assert plan.audit_entries.filter(verb="cpr_override").count() == 1


def test_a_field_that_is_emptied_takes_the_figure_away(as_alma, plan, several):
    factories.make_value(several["Unge"], OCTOBER, 12)
    save(as_alma, plan, Unge="")
    assert amounts(plan) == {}


def test_the_same_page_twice_writes_once(as_alma, plan, several):
    url = month_address(plan)
    data = month_form(as_alma, url, Unge="12")
    for _ in range(2):
        as_alma.post(url, data)
    assert plan.valueentrys.count() == 1
    assert "Intet var ændret" in text_of(save(as_alma, plan))


def test_two_at_once_see_each_others_figures(as_alma, as_leader, plan, several):
    url = month_address(plan)
    late = month_form(as_alma, url, Unge="14", Butikker="7")
    save(as_leader, plan, Unge="12|Uge 42 mangler")
    shown = as_alma.post(url, late)
    assert "En kollega har skrevet tal imens" in text_of(shown)
    assert "Nu står der: 12 (Uge 42 mangler) Du skrev: 14" in text_of(shown).replace(" : ", ": ")
    assert amounts(plan)["Unge", "2026-10-01"][0] == 12
    assert ("Butikker", "2026-10-01") not in amounts(plan)


def test_who_was_shown_both_may_save_on_top(as_alma, as_leader, plan, several):
    url = month_address(plan)
    late = month_form(as_alma, url, Unge="14")
    save(as_leader, plan, Unge="12", Butikker="9")
    form = as_alma.post(url, late).context["form"]
    as_alma.post(url, {field.html_name: field.value() or "" for field in form})
    assert {key[0]: amount for key, (amount, _) in amounts(plan).items()} == {"Unge": 14, "Butikker": 9}


def test_what_one_left_alone_stays_as_the_other_wrote_it(as_alma, as_leader, plan, several):
    factories.make_value(several["Butikker"], OCTOBER, 5)
    late = month_form(as_alma, month_address(plan), Unge="14")
    save(as_leader, plan, Butikker="9")
    assert "Gemt." in text_of(as_alma.post(month_address(plan), late, follow=True))
    assert amounts(plan)["Butikker", "2026-10-01"][0] == 9


def test_what_was_saved_can_be_undone(as_alma, plan, several):
    factories.make_value(several["Unge"], OCTOBER, 5, note="Før")
    save(as_alma, plan, Unge="14", Butikker="7")
    undo = address(plan, "entry_undo", plan.valueentrys.get().pk)
    assert "2 tal er som før." in text_of(as_alma.post(undo, follow=True))
    assert amounts(plan) == {("Unge", "2026-10-01"): (5, "Før")}
    as_alma.post(undo)
    assert plan.audit_entries.filter(verb="undo").count() == 1


def test_undoing_leaves_what_somebody_wrote_since(as_alma, plan, several):
    save(as_alma, plan, Unge="14", Butikker="7")
    entry = plan.valueentrys.get()
    save(as_alma, plan, Unge="15")
    told = text_of(as_alma.post(address(plan, "entry_undo", entry.pk), follow=True))
    assert "1 tal er rettet siden" in told
    assert amounts(plan) == {("Unge", "2026-10-01"): (15, "")}


def test_nothing_below_zero_is_counted(as_alma, plan, several):
    assert "Skriv 0 eller mere" in text_of(save(as_alma, plan, Unge="−2", Butikker="7"))
    assert amounts(plan) == {}
    save(as_alma, plan, Unge="0")
    assert amounts(plan) == {("Unge", "2026-10-01"): (0, "")}


# -- A column from a spreadsheet ----------------------------------------------------------------------------


def paste(client, plan, column):
    url = month_address(plan)
    data = month_form(client, url, Unge="3") | {"kolonne": column, "fordel": "on"}
    return client.post(url, data)


def test_a_column_is_spread_and_looked_at_before_it_is_saved(as_alma, plan, several):
    shown = paste(as_alma, plan, "1.250\tEfterårsferie\r\n12,5\r\n")
    assert "Kolonnen er fordelt." in text_of(shown)
    assert all(f'value="{typed}"' in shown.content.decode() for typed in ("1.250", "Efterårsferie", "12,5"))
    assert amounts(plan) == {}


def test_a_blank_line_leaves_its_field(as_alma, plan, several):
    form = paste(as_alma, plan, "\n8").context["form"]
    assert [amount.value() for _, amount, _, _ in form.lines()] == ["3", "8"]
    form = paste(as_alma, plan, "8\n\n\n").context["form"]
    assert [amount.value() for _, amount, _, _ in form.lines()] == ["8", ""]


@pytest.mark.parametrize(
    ("column", "told"),
    [
        ("1\n2\n3", "Du har indsat 3 linjer, men der er 2 felter. Intet er skrevet ind."),
        ("1", "Du har indsat 1 linje, men der er 2 felter. Intet er skrevet ind."),
        ("", "Indsæt en kolonne først"),
        ("1\nmange", "Skriv et tal, fx 1.250 eller 12,5"),
        ("1\n-2", "Skriv 0 eller mere"),
        ("1" * 20_001, "Der er for meget tekst. Kopiér kun kolonnen med tal"),
    ],
)
def test_a_column_that_does_not_fit_is_told(as_alma, plan, several, column, told):
    shown = paste(as_alma, plan, column)
    assert told in text_of(shown)
    assert amounts(plan) == {}


def test_another_plans_indicator_gets_no_figure(as_alma, plan, several, other):
    theirs = factories.make_indicator(factories.make_goal(other.plan))
    url = month_address(plan)
    as_alma.post(url, month_form(as_alma, url, Unge="3") | {f"a-{theirs.pk}": "99", f"s-{theirs.pk}": ""})
    assert not other.plan.indicatorvalues.exists()


def test_only_the_team_writes_figures(as_bo, as_partner, plan, several):
    reader = client_of(factories.make_membership(plan, role="reader").user)
    for client in (as_bo, as_partner, reader):
        assert client.post(month_address(plan), {}).status_code == 403
