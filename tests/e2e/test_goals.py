"""A month is counted by keyboard, pasted from a spreadsheet, seen as chart and table, and undone."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from reports.goal_periods import Frequency, back_from
from tests import factories
from tests.e2e.windows import PHONE

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
GOALS = "/solbakken/maal/"


@pytest.fixture
def months():
    """The last four months that are over, the oldest first."""
    return back_from(timezone.localdate(), Frequency.MONTH, 5)[:-1]


@pytest.fixture
def goal(plan, months):
    """A goal with three that are counted by hand, the first of them since three months."""
    goal = factories.make_goal(plan, focus_area=plan.focusareas.create(name="Beskæftigelse"))
    # Persons are whole; shops may be halved.
    units = {"Unge i fritidsjob": "unge", "Butikker": "butikker", "Besøg": "besøg"}
    rows = [factories.make_indicator(goal, name, unit=unit, target=25) for name, unit in units.items()]
    for month, amount in zip(months, (11, 14, 13), strict=False):
        factories.make_value(rows[0], month.first, amount)
    return goal


def open_month(windows, user, month, **options):
    """The month's table."""
    page = windows.open(user, **options)
    page.goto(f"{GOALS}tal/?maaned={month.code}")
    return page


def figure(page, name):
    return page.get_by_label(name, exact=True)


def test_a_month_is_counted_by_keyboard_and_seen_on_the_goal(windows, alma, goal, months):
    page = open_month(windows, alma, months[-1])
    figure(page, "Unge i fritidsjob").focus()
    for amount in ("19", "1.5", "7"):
        page.keyboard.type(amount)
        page.keyboard.press("Enter")
    # After the last figure Enter is on the button.
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ret én ting, så kan du gemme")).to_be_visible()
    expect(figure(page, "Unge i fritidsjob")).to_have_value("19")
    figure(page, "Butikker").fill("1,5")
    page.get_by_role("button", name=f"Gem {months[-1].name}").click()
    expect(page.locator("[data-message] .alert-text")).to_contain_text(f"3 tal for {months[-1].name}.")
    page.goto(f"{GOALS}{goal.pk}/")
    panel = page.get_by_role("article", name="Unge i fritidsjob")
    expect(panel.get_by_role("img")).to_have_accessible_name(
        f"Steget fra 11 til 19 unge siden {_since(months)}. Målet er 25 unge."
    )
    panel.get_by_text("Vis tallene").click()
    expect(panel.get_by_role("row", name=f"{months[-1].name.capitalize()} 19 unge")).to_be_visible()


def _since(months) -> str:
    same_year = months[0].first.year == months[-1].first.year
    return months[0].short_name if same_year else months[0].name


def put_in(page, column):
    """Paste it into the field that has the focus."""
    page.evaluate(
        """(column) => {
            const data = new DataTransfer();
            data.setData("text/plain", column);
            const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
            document.activeElement.dispatchEvent(event);
        }""",
        column,
    )


@pytest.mark.parametrize("column", ["1\r\n2\r\n", "1\r\n2\r\n3\r\n4\r\n"])
def test_a_column_of_another_length_is_refused(windows, alma, goal, months, column):
    page = open_month(windows, alma, months[-1])
    figure(page, "Unge i fritidsjob").focus()
    put_in(page, column)
    lines = len(column.split())
    told = f"Du har indsat {lines} linjer, men der er 3 felter. Intet er skrevet ind."
    expect(page.get_by_text(told)).to_be_visible()
    expect(figure(page, "Unge i fritidsjob")).to_have_value("")


def test_a_pasted_column_fills_the_fields_below_and_is_undone(windows, alma, plan, goal, months):
    page = open_month(windows, alma, months[-1])
    figure(page, "Unge i fritidsjob").focus()
    put_in(page, "1.250\tEfterårsferie\r\n12,5\r\n3\r\n")
    expect(figure(page, "Butikker")).to_have_value("12,5")
    expect(figure(page, "Note til Unge i fritidsjob")).to_have_value("Efterårsferie")
    page.get_by_role("button", name=f"Gem {months[-1].name}").click()
    page.get_by_role("button", name="Fortryd").click()
    expect(page.locator("[data-message] .alert-text")).to_contain_text("3 tal er som før.")
    assert plan.indicatorvalues.count() == 3


def test_on_a_phone_each_figure_has_its_words_and_nothing_is_cut(windows, alma, goal, months):
    page = open_month(windows, alma, months[-1], size=PHONE, touch=True)
    expect(page.get_by_text("13", exact=True)).to_be_visible()
    figure(page, "Unge i fritidsjob").fill("19")
    page.get_by_role("button", name=f"Gem {months[-1].name}").click()
    expect(page.locator("[data-message] .alert-text")).to_contain_text("1 tal for")
    for address in (GOALS, f"{GOALS}{goal.pk}/", f"{GOALS}taelling/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0], address


def test_a_goal_is_written_with_an_indicator_that_counts_itself(windows, alma, plan):
    factories.make_collaboration(plan, since=timezone.localdate() - timedelta(days=90))
    page = windows.open(alma)
    page.goto(GOALS)
    page.get_by_role("link", name="Nyt mål").click()
    page.get_by_label("Mål", exact=True).fill("Organisationerne gør mere sammen")
    page.get_by_label("Ja, det kan vi flytte").check()
    page.get_by_label("Ja, det tæller sig selv").check()
    page.get_by_role("button", name="Gem mål").click()
    page.get_by_role("link", name="Ny indikator").click()
    page.get_by_label("Indikator", exact=True).fill("Samarbejder")
    page.get_by_label("Ja, det kan vi flytte").check()
    page.get_by_label("Kan vi bruge tal, vi allerede har?").select_option("Ja: Samarbejder i gang")
    page.get_by_role("button", name="Gem indikator").click()
    expect(page.get_by_text("Samarbejder, der er begyndt og ikke slut sidst i perioden.")).to_be_visible()
    expect(page.get_by_role("img")).to_have_accessible_name(re.compile("^Steget fra 0 til 1 siden"))
