"""What a cell may say, and what stops the import: always with row, column and the way out."""

import pytest

from actors.import_rules import plan_import
from actors.spreadsheet import Table
from tests.actors.import_plans import has_cpr, plan_cell, plan_rows, told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kommune", "municipal"),
        ("kommunal institution", "municipal"),
        ("Skole", "municipal"),
        ("frivillig forening", "voluntary"),
        ("Idrætsklub", "voluntary"),
        ("Boligselskab", "housing"),
        ("Boligrelateret organisation", "housing"),
        ("Beboerdreven forening", "resident"),
        ("Beboerforening", "resident"),
        ("butik", "business"),
        ("ERHVERV", "business"),
        ("Erhvervsdrivende", "business"),
        ("Anden aktør", "other"),
        ("Øvrige", "other"),
        ("municipal", "municipal"),
    ],
)
def test_kinds_in_many_spellings(text, kind):
    plan = plan_cell("Kategori", text)
    assert (plan.actors[0].kind, plan.actors[0].kind_guessed, told(plan)) == (kind, False, [])


def test_unknown_kind_is_told_and_becomes_other():
    plan = plan_cell("Type", "rumvæsen")
    assert plan.actors[0].kind == "other"
    assert told(plan) == [
        "Række 2, kolonne »Type«: Aktørtypen »rumvæsen« kendes ikke. Aktøren bliver »Anden aktør«"
    ]
    assert not plan.blocked


def test_missing_kind_is_guessed_from_the_name():
    plan = plan_rows(["Navn"], ["Nordparkens Skole"], ["Solby Boligforening"], ["Xyzzy"])
    assert [(a.kind, a.kind_guessed) for a in plan.actors] == [
        ("municipal", True),
        ("housing", True),
        ("other", True),
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kun opsporet", "spotted"),
        ("ikke kontaktet", "spotted"),
        ("Kontaktet", "contacted"),
        ("i dialog", "contacted"),
        ("AKTIV", "active"),
        ("inaktiv", "dormant"),
        ("Hvilende", "dormant"),
        ("dormant", "dormant"),
    ],
)
def test_statuses(text, status):
    assert plan_cell("Status", text).actors[0].status == status


@pytest.mark.parametrize(
    ("heading", "text", "base"),
    [
        ("Base", "I området", "inside"),
        ("Placering", "udenfor", "outside"),
        ("Base i området (ja/nej)", "nej", "outside"),
        ("Ligger i området", "ja", "inside"),
        ("Base", "uden for området", "outside"),
    ],
)
def test_base(heading, text, base):
    assert plan_cell(heading, text).actors[0].base == base


@pytest.mark.parametrize(
    ("heading", "text", "field", "value"),
    [
        ("Telefon", "004512345678", "phone", "12 34 56 78"),
        ("Telefon", "12-34-56-78", "phone", "12 34 56 78"),
        ("Telefon", "+49 40 123456", "phone", "+49 40 123456"),
        ("Mail", "Solsikken <hej@solby.dk>", "email", "hej@solby.dk"),
        ("Mail", "mailto:hej@søby.dk.", "email", "hej@søby.dk"),
        ("Web", "solsikken.dk (ny side)", "website", "https://solsikken.dk"),
        ("Web", "HTTP://Solsikken.dk", "website", "http://Solsikken.dk"),
        ("Beskrivelse", "to\nlinjer ", "core_task", "to linjer"),
        ("Beskrivelse", "-", "core_task", ""),
    ],
)
def test_values_are_straightened_gently(heading, text, field, value):
    plan = plan_cell(heading, text)
    assert (getattr(plan.actors[0], field), plan.blocked) == (value, False)


@pytest.mark.parametrize(
    ("heading", "text", "message"),
    [
        ("Mail", "bo.klub.dk", "Mailen mangler et @"),
        ("Mail", "bo@klub", "Mailen er ikke skrevet rigtigt. Skriv den som navn@sted.dk"),
        ("Web", "javascript:alert(1)", "Hjemmesiden skal begynde med https://"),
        ("Web", "ftp://solby.dk", "Hjemmesiden skal begynde med https://"),
        ("Web", "vi har ingen", "Hjemmesiden er ikke skrevet rigtigt. Skriv den som navn.dk"),
        ("Kortnavn", "x" * 25, "Teksten er på 25 tegn. Der er plads til 24"),
        ("Kerneopgave", "x" * 201, "Teksten er på 201 tegn. Der er plads til 200"),
        ("Mail", "x" * 250 + "@a.dk", "Teksten er på 255 tegn. Der er plads til 254"),
        ("Web", "x.dk/" + "a" * 300, "Teksten er på 313 tegn. Der er plads til 300"),
        ("Kontaktperson", "x" * 121, "Teksten er på 121 tegn. Der er plads til 120"),
        ("Målgruppe", "a, " + "x" * 81, "Teksten er på 81 tegn. Der er plads til 80"),
    ],
)
def test_what_cannot_be_kept_stops_the_import(heading, text, message):
    plan = plan_cell(heading, text)
    assert plan.blocked
    assert [str(problem) for problem in plan.blocking] == [f"Række 2, kolonne »{heading}«: {message}"]


def test_name_is_needed_and_not_too_long():
    plan = plan_rows(["Navn", "Type"], ["", "skole"], ["x" * 121, "skole"], ["!!!", "skole"])
    assert told(plan) == [
        "Række 2, kolonne »Navn«: Skriv aktørens navn",
        "Række 3, kolonne »Navn«: Teksten er på 121 tegn. Der er plads til 120",
        "Række 4, kolonne »Navn«: Skriv aktørens navn med bogstaver eller tal",
    ]
    assert plan.blocked


# -- CPR numbers ------------------------------------------------------------------------------------


def test_cpr_number_stops_the_import_and_is_never_repeated():
    rows = [["Navn", "Type", "Noter", "010165-1234"], ["Solsikken", "010165-1234", "født 010165 1234", "x"]]
    plan = plan_import([Table("010165-1234", rows), Table("B", [["x"]])], {}, forbids=has_cpr)
    what = "Det ligner et CPR-nummer. Fjern det fra filen, og prøv igen"
    assert [str(problem) for problem in plan.blocking] == [
        f"Arket »Ark 1«, række 1, kolonne »D«: {what}",
        f"Arket »Ark 1«, række 2, kolonne »Type«: {what}",
        f"Arket »Ark 1«, række 2, kolonne »Noter«: {what}",
    ]
    assert not has_cpr(repr(plan).replace(",", "\n"))


@pytest.mark.parametrize(
    "text", ["０１０１６５-１２３４", "01 01 65 – 1234", "ring 010165-1234 nu", "①⓪⓪①⑥⑤1234"]
)
def test_cpr_number_in_other_digits_reaches_the_guard(text):
    assert plan_cell("Noter", text, forbids=has_cpr).blocked == has_cpr(text)
