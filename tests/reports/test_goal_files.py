"""Figures out as a spreadsheet and in again; look first, then all of it or nothing."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from actors.spreadsheet import read_tables, write_xlsx
from actors.spreadsheet.problem import Table
from reports.models import ValueDraft
from tests import factories
from tests.actors.hostile_files import make_zip
from tests.reports.goal_pages import TODAY, address, text_of

pytestmark = pytest.mark.django_db
CSV = "Indikator;Måned;Værdi;Note\nUnge;2026-10;1.250;Efterårsferie\nUnge;september 2026;12;\n".encode()


@pytest.fixture(autouse=True)
def friday():
    """All pages think that it is Friday 20 November 2026."""
    with time_machine.travel(TODAY, tick=True):
        yield


@pytest.fixture
def young(plan):
    return factories.make_indicator(factories.make_goal(plan), "Unge", unit="unge")


def upload(client, plan, data=CSV, name="tal.csv"):
    """Choose a file and follow to what the page shows."""
    return client.post(address(plan, "import"), {"file": SimpleUploadedFile(name, data)}, follow=True)


def say_yes(client, plan):
    return client.post(address(plan, "import_run", plan.valuedrafts.get().pk), follow=True)


def test_the_preview_shows_what_comes_and_writes_nothing(as_alma, plan, young):
    factories.make_value(young, date(2026, 10, 1), 7)
    shown = text_of(upload(as_alma, plan))
    assert "2 nye eller rettede tal. Intet er gemt endnu." in shown
    assert "Unge Oktober 2026 7 1.250 (Efterårsferie)" in shown
    assert plan.indicatorvalues.count() == 1


def test_a_yes_writes_all_of_it_and_can_be_undone(as_alma, plan, young):
    upload(as_alma, plan)
    assert "2 tal er læst ind." in text_of(say_yes(as_alma, plan))
    assert plan.indicatorvalues.get(first=date(2026, 10, 1)).amount == 1250
    assert not ValueDraft.objects.exists()
    as_alma.post(address(plan, "entry_undo", plan.valueentrys.get().pk))
    assert not plan.indicatorvalues.exists()


def test_one_wrong_row_stops_all_of_it(as_alma, plan, young):
    shown = upload(as_alma, plan, CSV + b"Unge;2026-08;mange;\n")
    assert "Række 4: Skriv et tal, fx 1.250 eller 12,5." in text_of(shown)
    assert "Læs det hele ind" not in text_of(shown)
    say_yes(as_alma, plan)
    assert not plan.indicatorvalues.exists()


def test_a_second_press_changes_nothing(as_alma, plan, young):
    upload(as_alma, plan)
    url = address(plan, "import_run", plan.valuedrafts.get().pk)
    as_alma.post(url)
    assert "allerede læst ind eller fjernet" in text_of(as_alma.post(url, follow=True))
    assert plan.valueentrys.count() == 1


def test_what_a_colleague_changed_since_the_preview_is_looked_at_again(as_alma, plan, young):
    upload(as_alma, plan)
    draft = plan.valuedrafts.get()
    factories.make_value(young, date(2026, 10, 1), 99)
    say_yes(as_alma, plan)
    # The file is read again at the yes, so what stands then is what it writes over.
    assert plan.valueentrys.get().changes[0]["before"] == ["99.00", ""]
    assert not ValueDraft.objects.filter(pk=draft.pk).exists()


def test_nobody_opens_another_ones_file(as_alma, as_leader, plan, young):
    upload(as_alma, plan)
    draft = plan.valuedrafts.get()
    assert as_leader.get(address(plan, "import_preview", draft.pk)).status_code == 404
    as_leader.post(address(plan, "import_cancel", draft.pk))
    assert ValueDraft.objects.exists()
    as_alma.post(address(plan, "import_cancel", draft.pk))
    assert not ValueDraft.objects.exists()


def bomb():
    """A few kilobytes that unpack to a hundred megabytes."""
    return make_zip({"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": b"0" * 100_000_000})


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"", "tom.csv", "Filen er tom."),
        (b"%PDF-1.7 x", "tal.csv", "Filen er en PDF, ikke et regneark."),
        (b"PK\x03\x04 i stykker", "tal.xlsx", "Filen er beskadiget."),
        (bytes(range(256)) * 40, "tal.csv", "Filen kan ikke læses som et regneark."),
        (b"x" * 5_242_881, "tal.csv", "Filen fylder over 5 MB."),
    ],
)
def test_a_broken_file_gets_one_sentence_and_is_not_kept(as_alma, plan, young, data, name, told):
    assert told in text_of(upload(as_alma, plan, data, name))
    assert not ValueDraft.objects.exists()


def test_half_a_person_is_refused_with_its_row(as_alma, plan, young):
    data = "Indikator;Måned;Værdi\nUnge;2026-10;12,5\n".encode()
    told = "Række 2: Skriv et helt tal, fx 12. Her tælles personer."
    assert told in text_of(upload(as_alma, plan, data))


def test_a_bomb_is_refused_before_it_is_unpacked(as_alma, plan, young):
    assert "fylder for meget, når den bliver pakket ud" in text_of(upload(as_alma, plan, bomb(), "tal.xlsx"))
    assert not ValueDraft.objects.exists()


def test_what_goes_out_comes_in_again_unchanged(as_alma, plan, young):
    for month, amount in ((9, "12.5"), (10, "1250")):
        factories.make_value(young, date(2026, month, 1), Decimal(amount), note="=1+1")
    factories.make_indicator(young.goal, "Samarbejder", automatic="works")
    data = as_alma.get(address(plan, "export")).content
    shown = text_of(upload(as_alma, plan, data, "tal.xlsx"))
    assert "Der er ingen nye tal i filen." in shown
    assert "2 tal står her allerede." in shown
    assert "tal tæller sig selv." in shown


def test_the_file_tells_how_each_stands(as_bo, plan, young):
    factories.make_value(young, date(2026, 10, 1), 12)
    figures, state = read_tables(as_bo.get(address(plan, "export")).content, "tal.xlsx")
    assert figures.rows == [
        ["Indikator", "Måned", "Værdi", "Note", "Skrevet af"], ["Unge", "2026-10", "12"],
    ]  # fmt: skip
    line = dict(zip(state.rows[0], state.rows[1], strict=False))
    assert (line["Status"], line["Med ord"]) == ("Første tal er der", "12 unge i oktober 2026.")
    assert plan.audit_entries.get().verb == "export"


def test_a_workbook_with_dates_and_numbers_is_read(as_alma, plan, young):
    rows = [["Indikator", "Måned", "Værdi"], ["Unge", date(2026, 10, 1), 12]]
    upload(as_alma, plan, write_xlsx([Table("Tal", rows)]), "tal.xlsx")
    say_yes(as_alma, plan)
    assert plan.indicatorvalues.get().amount == 12


def test_partners_fetch_nothing_and_readers_bring_nothing(as_partner, as_bo, plan, young):
    assert as_partner.get(address(plan, "export")).status_code == 403
    assert as_bo.get(address(plan, "export")).status_code == 200
    assert upload(as_bo, plan).status_code == 403
