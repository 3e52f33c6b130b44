"""Where the headings are, which columns they name, and which rows are no actors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.import_headings import FIELD_LABELS, find_headings
from actors.import_rules import plan_import
from actors.spreadsheet import Table
from tests.actors.import_plans import has_cpr, plan_rows, told


def test_title_blank_rows_sums_and_repeated_headings_are_no_actors():
    plan = plan_rows(
        ["Aktører i Solbakken"],
        ["Opdateret 3. maj"],
        [],
        ["NAVN", "Type ", "Noter"],
        ["Solsikken", "klub"],
        ["", "", ""],
        ["navn", "type ", "noter"],
        ["Månen", "butik", "x"],
        ["I alt 2"],
    )
    assert [(actor.name, actor.row) for actor in plan.actors] == [("Solsikken", 5), ("Månen", 8)]
    assert plan.unknown_columns == ("Noter",)
    assert told(plan) == ["Række 9: Rækken ligner en opsummering og er sprunget over"]


def test_heading_between_the_rows_gives_the_kind():
    plan = plan_rows(["Navn", "Område"], ["Foreninger"], ["Solsikken", "N"], ["Butikker"], ["Månen", "N"])
    assert [(actor.name, actor.kind) for actor in plan.actors] == [
        ("Solsikken", "voluntary"),
        ("Månen", "business"),
    ]
    assert told(plan) == [
        "Række 2: »Foreninger« er læst som en overskrift, ikke som en aktør",
        "Række 4: »Butikker« er læst som en overskrift, ikke som en aktør",
    ]


def test_one_sheet_per_kind():
    tables = [Table("Foreninger", [["Navn"], ["Solsikken"]]), Table("Kommunale", [["Navn"], ["Huset"]])]
    plan = plan_import(tables, {})
    assert [(actor.name, actor.kind) for actor in plan.actors] == [
        ("Solsikken", "voluntary"),
        ("Huset", "municipal"),
    ]


def test_repeated_heading_gives_what_the_first_lacks():
    plan = plan_rows(["Navn", "Beskrivelse", "Beskrivelse"], ["Solsikken", "", "b"], ["Månen", "a", "c"])
    assert [actor.core_task for actor in plan.actors] == ["b", "a"]
    assert told(plan) == [
        "Række 3, kolonne »Beskrivelse«: »Månen« har noget andet længere fremme i rækken. Det første gælder"
    ]


def test_unknown_and_nameless_columns_are_named():
    plan = plan_rows(["Navn", "Yndlingsfarve", "", "Samtykke", "Tom"], ["Solsikken", "gul", "x", "ja", ""])
    assert plan.unknown_columns == ("Yndlingsfarve", "C", "Samtykke")


def test_how_the_headings_were_read_can_be_shown():
    (sheet,) = plan_rows(["x"], ["Aktør", "Tlf", "Farve"], ["Solsikken", "1", "gul"]).sheets
    assert (sheet.kind, sheet.heading_row) == ("actors", 2)
    assert [(column.heading, column.label) for column in sheet.columns] == [
        ("Aktør", "Navn"),
        ("Tlf", "Hovednummer"),
        ("Farve", ""),
    ]


def test_mapping_overrides_the_guess():
    rows = [["Aktør", "Farve", "Type"], ["Solsikken", "Lektiehjælp", "gul"]]
    plan = plan_rows(*rows, mapping={1: "core_task", 2: ""})
    assert (plan.actors[0].core_task, plan.unknown_columns, told(plan)) == ("Lektiehjælp", ("Type",), [])
    assert plan_rows(["a", "b"], ["x", "Solsikken"], mapping={1: "name"}).actors[0].name == "Solsikken"


def test_without_headings_nothing_is_guessed():
    plan = plan_rows(["Solsikken", "Solvej 1"], ["Månen", "Solvej 2"])
    assert told(plan) == [
        "Vi kan ikke finde en kolonne med aktørernes navne. Skriv »Navn« over den, og prøv igen"
    ]
    assert plan.blocked


def test_headings_alone_are_nothing_to_import():
    assert told(plan_rows(["Navn", "Type"])) == [
        "Der er ingen aktører under overskrifterne. Skriv mindst én, og prøv igen"
    ]


def test_english_and_kumu_headings():
    plan = plan_rows(
        ["Label", "Type", "Description", "Tags"], ["Sun Club", "voluntary", "Homework", "children|youth"]
    )
    (actor,) = plan.actors
    assert (actor.name, actor.kind, actor.core_task) == ("Sun Club", "voluntary", "Homework")
    assert actor.target_groups == ("children", "youth")


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (
            "AKTØR|KATEGORI|ADRESSE|OMRÅDE|KONTAKT|MOBIL|MAIL|WEB",
            "name kind address areas contact_name contact_phone contact_email website",
        ),
        (
            "Navn på den lokale aktør|Type?|Postnr. og by|Kontaktet?|Sidst kontaktet|Hvem har kontakten",
            "name kind postal_code status - held_by",
        ),
        (
            "Organisation|Navn|Stilling|Telefonnr|Mailadresse",
            "name contact_name contact_role contact_phone contact_email",
        ),
        ("Navn|Telefon|Mail", "name phone email"),
        (
            "Aktørens navn|Hovednummer|Fælles mail|Kontaktpersonens navn|Kontakt tlf.",
            "name phone email contact_name contact_phone",
        ),
        (
            "Forening|Fornavn|Efternavn|Formandens mail|Antal medlemmer i foreningen",
            "name contact_first_name contact_last_name contact_email -",
        ),
        (
            "Organisation name|Kind|Target group|Contact person|Phone|Skills|Core task|Short name",
            "name kind target_groups contact_name contact_phone competences core_task short_name",
        ),
        (
            "Institution|Ligger i området|Her dagligt|Tæt på beboere|Specialisering|Base (i området/ej)",
            "name base daily_presence close_to_residents specialised_in base",
        ),
        ("Fra|Til|Type|Beskrivelse", "actor actor form about"),
        ("Aktør A|Aktør B|Fra|Til", "actor actor since until"),
        (
            "Organisation|Samarbejder med|Om hvad|Periode|Tovholder|Hvor tit mødes I|Skriftlig aftale",
            "actor actor about period coordinator frequency agreed_in_writing",
        ),
    ],
)
def test_headings(headings, fields):
    _, _, columns = find_headings([headings.split("|")])
    assert [column.field or "-" for column in columns] == fields.split()
    assert all(column.field == "" or column.label == FIELD_LABELS[column.field] for column in columns)


CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            "Klub A",
            "Klub B",
            "Navn",
            "Type",
            "Mail",
            "Kontakt",
            "Tlf",
            "Web",
            "Aktør 1",
            "Aktør 2",
            "Siden",
            "Form",
            "a@b.dk; c@d.dk",
            "@",
            "https://[::1",
            "32.13.2023",
            "9999-99-99",
            "- 2023",
            "((",
            "I alt 60",
            "1",
            "–",
            "İ",
            "Bo Lind, tlf. 12345678, bo@",
            "010165-1234",
        ]
    ),
    st.text(max_size=20),
)
TABLES = st.builds(Table, st.just("A"), st.lists(st.lists(CELLS, max_size=8), max_size=8))


@given(st.lists(TABLES, max_size=3), st.dictionaries(st.integers(0, 8), st.sampled_from([*FIELD_LABELS, ""])))
def test_any_cells_make_a_plan_that_repeats_no_cpr_number(tables, mapping):
    plan = plan_import(tables, {"klub b": 1}, forbids=has_cpr, mapping=mapping)
    assert all(str(problem)[0].isupper() for problem in plan.problems)
    assert not any(map(has_cpr, told(plan)))
    assert all(actor.name and actor.kind for actor in plan.actors)
