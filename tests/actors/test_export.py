"""The actor list as a spreadsheet that can come back in."""

import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from actors.import_rules import plan_import
from actors.spreadsheet import read_tables
from tests import factories

URL = "/solbakken/aktoerer/hent/"


def rows_of(response) -> list[list]:
    """The cells of the first sheet, headings first, empty ones as ""."""
    sheet = load_workbook(io.BytesIO(response.content)).worksheets[0]
    return [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]


def records(response) -> list[dict]:
    headings, *rows = rows_of(response)
    return [dict(zip(headings, row, strict=True)) for row in rows]


@pytest.fixture
def library(plan, as_alma):
    actor = factories.make_actor(
        plan, "Biblioteket", short_name="Biblo", core_task="Læring", address="Torvet 1", base="inside",
        website="https://bib.example", phone="70 10 10 10", email="post@bib.example", daily_presence=True,
        areas=plan.areas.all(), target_groups=plan.targetgroups.all(), status="active",
        specialised_in="Læsning",
        held_by=plan.memberships.first(),
    )  # fmt: skip
    actor.competences.create(plan=plan, kind="professional", text="Vejledning")
    actor.competences.create(plan=plan, kind="strength", text="Arabisk")
    actor.competences.create(plan=plan, kind="strength", text="Somali")
    actor.resources.create(plan=plan, kind="room", text="Sal til 60")
    return actor


def test_one_row_per_actor_with_danish_headings(as_alma, library):
    response = as_alma.get(URL)

    assert response["Content-Type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    (record,) = records(response)
    assert (record["Navn"], record["Aktørtype"], record["Status"]) == (
        "Biblioteket",
        "Kommunal institution",
        "Aktiv",
    )
    assert (record["Boligområder"], record["Målgrupper"]) == ("Østhøj", "Børn og unge")
    assert (record["Styrker"], record["Ressourcer"]) == ("Arabisk; Somali", "Sal til 60")
    assert record["I området hver dag"] == "Ja"


def test_the_file_is_named_after_plan_and_day(as_alma, plan, library):
    today = date.today().isoformat()

    assert as_alma.get(URL)["Content-Disposition"] == (
        f'attachment; filename="aktoerer-solbakken-{today}.xlsx"; '
        f"filename*=UTF-8''Akt%C3%B8rer%20Solbakken%20{today}.xlsx"
    )


def test_it_holds_what_the_same_address_shows_in_the_list(as_alma, plan, library):
    factories.make_actor(plan, "Klubben", kind="voluntary")
    factories.make_actor(plan, "Gammel", kind="voluntary", archived_at="2026-01-01T00:00Z")

    assert [record["Navn"] for record in records(as_alma.get(URL))] == ["Biblioteket", "Klubben"]
    assert [record["Navn"] for record in records(as_alma.get(f"{URL}?kind=voluntary"))] == ["Klubben"]
    assert [record["Navn"] for record in records(as_alma.get(f"{URL}?sort=-name"))] == [
        "Klubben",
        "Biblioteket",
    ]
    assert records(as_alma.get(f"{URL}?q=findesikke")) == []


def test_contact_persons_go_out_as_far_as_the_one_who_fetches_may_see(as_alma, as_bo, plan, library):
    consent = {
        "consent_state": "given",
        "consent_scope": "team",
        "consent_until": date.today() + timedelta(days=9),
    }
    factories.make_contact(library, "Lone Riis", "formidler", phone="11 22 33 44", **consent)
    factories.make_contact(library, "Per Skjult", "leder", phone="55 66 77 88")
    factories.make_contact(library, "Slettet Person", deleted_at="2026-01-01T00:00Z")

    columns = ("Navn", "Kontaktperson", "Kontaktpersonens rolle", "Kontaktpersonens telefon")
    assert [tuple(record[column] for column in columns) for record in records(as_alma.get(URL))] == [
        ("Biblioteket", "Lone Riis", "formidler", "11 22 33 44"),
        ("Biblioteket", "Per Skjult", "leder", ""),
    ]
    assert [tuple(record[column] for column in columns) for record in records(as_bo.get(URL))] == [
        ("Biblioteket", "Lone Riis", "formidler", ""),
        ("Biblioteket", "Per Skjult", "leder", ""),
    ]


def test_what_looks_like_a_formula_goes_out_as_text(as_alma, plan):
    factories.make_actor(plan, "=1+1", core_task="@SUM(A1)")

    sheet = load_workbook(io.BytesIO(as_alma.get(URL).content)).worksheets[0]

    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")


def test_what_went_out_comes_in_the_same(as_alma, plan, library):
    factories.make_contact(library, "Lone Riis", "formidler")
    factories.make_contact(library, "Per Holm", "leder")
    factories.make_actor(plan, "Klubben, Østhøj", kind="other", status="dormant")

    imported = plan_import(read_tables(as_alma.get(URL).content, "liste.xlsx"), {})

    assert imported.blocking == ()
    assert imported.unknown_columns == ()
    first, second = imported.actors
    assert (first.name, first.short_name, first.kind, first.status) == (
        "Biblioteket",
        "Biblo",
        "municipal",
        "active",
    )
    assert (first.core_task, first.base, first.address) == ("Læring", "inside", "Torvet 1")
    assert (first.website, first.phone, first.email) == (
        "https://bib.example",
        "70 10 10 10",
        "post@bib.example",
    )
    assert (first.areas, first.target_groups) == (("Østhøj",), ("Børn og unge",))
    assert (first.competences, first.strengths) == (("Vejledning",), ("Arabisk", "Somali"))
    assert (first.resources, first.specialised_in) == (("Sal til 60",), "Læsning")
    assert (first.daily_presence, first.close_to_residents) == (True, False)
    assert first.held_by == "Alma Bøgh"
    assert [(one.name, one.role) for one in first.contacts] == [
        ("Lone Riis", "formidler"),
        ("Per Holm", "leder"),
    ]
    assert (second.name, second.kind, second.status) == ("Klubben, Østhøj", "other", "dormant")


def test_fetching_is_written_in_the_log(as_alma, plan, alma, library):
    as_alma.get(URL)

    entry = plan.audit_entries.get()
    assert (entry.verb, entry.by, entry.fields) == ("export", alma, ["actors"])


def test_partners_strangers_and_wrong_methods(as_partner, as_bo, as_carla, as_alma, plan, library):
    assert as_partner.get(URL).status_code == 403
    assert as_carla.get(URL).status_code == 404
    assert as_alma.post(URL).status_code == 405
    assert as_bo.get(URL).status_code == 200


def test_nothing_of_another_plan_goes_out(as_alma, library, other):
    assert "KANARIE" not in str(rows_of(as_alma.get(f"{URL}?area={other.area.pk}")))
    assert len(records(as_alma.get(URL))) == 1


@pytest.mark.parametrize("number", [1, 3, 50])
def test_the_queries_do_not_grow_with_the_rows(as_alma, plan, number):
    for _ in range(number):
        factories.make_contact(factories.make_actor(plan, areas=plan.areas.all()))

    with CaptureQueriesContext(connection) as queries:
        as_alma.get(URL)
    assert len([one for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]) == 11


@pytest.mark.parametrize(
    "texts", [["Mødelokale, tomt efter kl. 18"], ["Sal, køkken og bar", "Telt"], ["Telt"]]
)
def test_a_comma_in_a_resource_comes_back_as_it_was(as_alma, plan, texts):
    actor = factories.make_actor(plan, "Apoteket Lærken")
    for text in texts:
        plan.resources.create(actor=actor, kind="room", text=text)
    imported = plan_import(read_tables(as_alma.get(URL).content, "liste.xlsx"), {})
    assert sorted(imported.actors[0].resources) == sorted(texts)
