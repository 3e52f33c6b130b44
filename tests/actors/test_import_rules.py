"""From a messy list to actors and contact persons, with every problem in its place."""

import pytest

from actors.import_plan import ContactRow
from actors.import_rules import plan_import
from actors.spreadsheet import Table, read_tables, write_csv, write_xlsx
from tests.actors.import_plans import has_cpr, plan_cell, plan_rows, told

HEADINGS = ["Navn på organisation", "Aktørtype", "Kontaktperson", "Tlf.", "E-mail"]


# -- Actors and their contact persons ---------------------------------------------------------------


def test_one_row_with_everything():
    headings = [
        "Aktør",
        "Kortnavn",
        "Type",
        "Status",
        "Base",
        "Adresse",
        "Postnr.",
        "By",
        "Område",
        "Målgruppe(r)",
        "Kerneopgave",
        "Kompetencer",
        "Styrker",
        "Ressourcer",
        "Specialiseret i",
        "Dagligt i området",
        "Tæt på beboerne",
        "Ansvarlig medarbejder",
        "Hjemmeside",
        "Hovednummer",
        "Fælles mail",
    ]
    row = [
        "Klubben Solsikken",
        "Solsikken",
        "frivillig forening",
        "Aktiv",
        "i området",
        "Solvej 1",
        "9999",
        "Solby",
        "Nordparken | Sydparken",
        "Børn, unge (13-17, drenge)",
        "Lektiehjælp",
        "pædagogik",
        "taler arabisk",
        "lokale til 40; projektor",
        "ordblindhed",
        "ja",
        "x",
        "Alma",
        "www.solsikken.dk",
        "12345678",
        "hej@solby.dk",
    ]
    plan = plan_rows(headings, row)
    assert not plan.blocked
    (actor,) = plan.actors
    assert (actor.name, actor.short_name, actor.key, actor.row) == (
        "Klubben Solsikken",
        "Solsikken",
        "klubben solsikken",
        2,
    )
    assert (actor.kind, actor.kind_guessed, actor.status, actor.base) == (
        "voluntary",
        False,
        "active",
        "inside",
    )
    assert actor.address == "Solvej 1, 9999 Solby"
    assert actor.areas == ("Nordparken", "Sydparken")
    assert actor.target_groups == ("Børn", "unge (13-17, drenge)")
    assert (actor.competences, actor.strengths) == (("pædagogik",), ("taler arabisk",))
    assert actor.resources == ("lokale til 40", "projektor")
    assert (actor.specialised_in, actor.daily_presence, actor.close_to_residents) == (
        "ordblindhed",
        True,
        True,
    )
    assert (actor.core_task, actor.held_by) == ("Lektiehjælp", "Alma")
    assert (actor.website, actor.phone, actor.email) == (
        "https://www.solsikken.dk",
        "12 34 56 78",
        "hej@solby.dk",
    )
    assert actor.contacts == ()
    assert plan.unknown_columns == ()


def test_one_row_per_contact_person_becomes_one_actor():
    plan = plan_rows(
        HEADINGS,
        ["Åbyens  Klub", "frivillig", "Bo Lind", "12345678", "bo@klub.dk"],
        ["Solsikken", "", "Kaj Winther", "", ""],
        ["AABYENS KLUB ", "", "Liva Holm", "+45 87 65 43 21", "liva@klub.dk"],
        ["åbyens klub", "", "bo lind", "", ""],
    )
    assert [actor.name for actor in plan.actors] == ["Åbyens Klub", "Solsikken"]
    assert plan.actors[0].contacts == (
        ContactRow(2, "Bo Lind", "Kontaktperson", "12 34 56 78", "bo@klub.dk"),
        ContactRow(4, "Liva Holm", "Kontaktperson", "87 65 43 21", "liva@klub.dk"),
    )
    assert plan.contact_count == 3


def test_two_contact_persons_in_one_row():
    plan = plan_rows(
        ["Navn", "Kontakt 1", "Titel 1", "Tlf 1", "Kontakt 2", "Titel 2", "Tlf 2"],
        ["Solsikken", "Bo Lind", "leder", "11111111", "Liva Holm", "souschef", "22222222"],
    )
    assert [(c.name, c.role, c.phone) for c in plan.actors[0].contacts] == [
        ("Bo Lind", "leder", "11 11 11 11"),
        ("Liva Holm", "souschef", "22 22 22 22"),
    ]


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        (
            "Bo Lind, formand, tlf. 12 34 56 78, bo@klub.dk",
            [("Bo Lind", "formand", "12 34 56 78", "bo@klub.dk")],
        ),
        ("Bo Lind (formand)", [("Bo Lind", "formand", "", "")]),
        ("Bo Lind <bo@klub.dk>", [("Bo Lind", "Kontaktperson", "", "bo@klub.dk")]),
        (
            "Bo Lind og Liva Holm",
            [("Bo Lind", "Kontaktperson", "", ""), ("Liva Holm", "Kontaktperson", "", "")],
        ),
        (
            "Bo Lind, Liva Holm",
            [("Bo Lind", "Kontaktperson", "", ""), ("Liva Holm", "Kontaktperson", "", "")],
        ),
        ("Bo Lind, leder\nLiva Holm, vært", [("Bo Lind", "leder", "", ""), ("Liva Holm", "vært", "", "")]),
        ("leder og vært Bo Lind", [("leder og vært Bo Lind", "Kontaktperson", "", "")]),
    ],
)
def test_a_cell_with_several_things_about_persons(cell, people):
    plan = plan_cell("Kontaktoplysninger", cell)
    assert [(c.name, c.role, c.phone, c.email) for c in plan.actors[0].contacts] == people


def test_two_persons_share_out_numbers_and_mails():
    plan = plan_rows(
        HEADINGS, ["Solsikken", "", "Bo Lind / Liva Holm", "11111111 / 22222222", "bo@k.dk; li@k.dk"]
    )
    assert [(c.name, c.phone, c.email) for c in plan.actors[0].contacts] == [
        ("Bo Lind", "11 11 11 11", "bo@k.dk"),
        ("Liva Holm", "22 22 22 22", "li@k.dk"),
    ]


def test_person_in_a_row_without_name_belongs_to_the_actor_above():
    plan = plan_rows(
        HEADINGS, ["Solsikken", "", "Bo Lind", "", ""], ["", "", "Liva Holm", "", "liva@klub.dk"]
    )
    assert [contact.name for contact in plan.actors[0].contacts] == ["Bo Lind", "Liva Holm"]
    assert told(plan) == [
        "Række 3, kolonne »Navn på organisation«: Rækken har intet navn. "
        "Kontaktpersonen er lagt hos »Solsikken« ovenfor"
    ]
    assert not plan.blocked


def test_number_and_mail_without_a_person_are_the_organisations_own():
    plan = plan_rows(HEADINGS, ["Solsikken", "", "", "12345678", "hej@solby.dk"])
    (actor,) = plan.actors
    assert (actor.phone, actor.email, actor.contacts) == ("12 34 56 78", "hej@solby.dk", ())
    assert told(plan) == [
        "Telefon og mail uden en kontaktperson bliver aktørens fælles. Alle i planen kan se dem"
    ]


def test_role_is_taken_from_the_heading():
    assert plan_cell("Formand", "Bo Lind").actors[0].contacts[0].role == "Formand"


def test_second_mention_adds_and_says_what_differs():
    plan = plan_rows(
        ["Navn", "Område", "Hjemmeside"],
        ["Solsikken", "Nordparken", "a.dk"],
        ["solsikken", "Sydparken, nordparken", "b.dk"],
    )
    assert plan.actors[0].areas == ("Nordparken", "Sydparken")
    assert plan.actors[0].website == "https://a.dk"
    assert told(plan) == [
        "Række 3, kolonne »Hjemmeside«: »Solsikken« har noget andet i række 2. Det første gælder"
    ]


def test_actors_that_the_plan_has_are_known_by_folded_name():
    plan = plan_rows(["Navn"], ["AABYENS klub"], ["Solsikken"], known={"aabyens klub": 7})
    assert [(actor.name, actor.known) for actor in plan.known_actors] == [("AABYENS klub", 7)]
    assert [actor.name for actor in plan.new_actors] == ["Solsikken"]


# -- The whole way ----------------------------------------------------------------------------------


def messy_list():
    """Return a list as it grows over the years: 60 actors, and all that comes with them."""
    kinds = ["Frivillig forening", "KOMMUNAL", "boligselskab ", "Butik", "beboerforening", ""]
    rows = [["Distributionsliste Solbakken", "", "", "", ""], [], ["opdateret i maj"], []]
    rows.append(
        ["Navn på aktør ", "TYPE", "Målgruppe(r)", "Kontakt person", "tlf nr.", "E-Mail", "Web", "Bemærkning"]
    )
    for number in range(60):
        name = f"Aktør nummer {number}" if number % 3 else f"  AKTØR  nummer {number} "
        mail = f"person{number}@solby.dk" if number % 4 else ""
        rows.append(
            [name, kinds[number % 6], "børn, UNGE", f"Person Nr{number}", 20000000 + number, mail, "", "?"]
        )
        if number % 10 == 0:
            rows += [[], [name.upper(), "", "ældre", f"Anden Person{number}", "", "", "www.solby.dk", ""]]
    return [[str(cell) for cell in row] for row in [*rows, [], ["I alt 60"]]]


@pytest.mark.parametrize(
    "write", [write_csv, lambda rows: write_xlsx([Table("Ark1", rows)])], ids=["csv", "xlsx"]
)
def test_messy_list_of_60_actors(write):
    plan = plan_import(read_tables(write(messy_list()), "liste"), {}, forbids=has_cpr)
    assert (len(plan.actors), plan.contact_count, plan.blocked) == (60, 66, False)
    assert [actor.kind for actor in plan.actors[:6]] == [
        "voluntary",
        "municipal",
        "housing",
        "business",
        "resident",
        "other",
    ]
    assert plan.actors[10].target_groups == ("børn", "UNGE", "ældre")
    assert told(plan) == [f"Række {len(messy_list())}: Rækken ligner en opsummering og er sprunget over"]
