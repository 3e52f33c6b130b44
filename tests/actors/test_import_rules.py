"""From a messy list to actors, contact persons and collaborations, with every problem in its place."""

from datetime import date

import pytest

from actors.guard import find_cpr
from actors.import_plan import ContactRow
from actors.import_rules import plan_import
from actors.spreadsheet import Table, read_tables, write_csv, write_xlsx

HEADINGS = ["Navn på organisation", "Aktørtype", "Kontaktperson", "Tlf.", "E-mail"]


def plan_rows(*rows, known=(), **options):
    """Return the plan for one sheet with these rows."""
    return plan_import([Table("Ark1", [list(row) for row in rows])], dict(known), **options)


def plan_cell(heading, text, **options):
    """Return the plan for one actor with this cell, which stands in B2."""
    return plan_rows(["Navn", heading], ["Solsikken", text], **options)


def told(plan):
    """Return the problems as the user reads them."""
    return [str(problem) for problem in plan.problems]


def has_cpr(text):
    return bool(find_cpr(text))


# -- Actors and their contact persons ------------------------------------------------------------


def test_one_row_with_everything():
    headings = [
        "Aktør", "Kortnavn", "Type", "Status", "Base", "Adresse", "Postnr.", "By", "Område", "Målgruppe(r)",
        "Kerneopgave", "Kompetencer", "Styrker", "Ressourcer", "Specialiseret i", "Dagligt i området",
        "Tæt på beboerne", "Ansvarlig medarbejder", "Hjemmeside", "Hovednummer", "Fælles mail",
    ]  # fmt: skip
    row = [
        "Klubben Solsikken", "Solsikken", "frivillig forening", "Aktiv", "i området", "Solvej 1", "9999", "Solby",
        "Nordparken | Sydparken", "Børn, unge (13-17, drenge)", "Lektiehjælp", "pædagogik", "taler arabisk",
        "lokale til 40; projektor", "ordblindhed", "ja", "x", "Alma", "www.solsikken.dk", "12345678", "hej@solby.dk",
    ]  # fmt: skip
    plan = plan_rows(headings, row)
    assert not plan.blocked
    (actor,) = plan.actors
    assert (actor.name, actor.short_name, actor.key, actor.row) == (
        "Klubben Solsikken", "Solsikken", "klubben solsikken", 2,
    )  # fmt: skip
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


# -- Values --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kommune", "municipal"), ("kommunal institution", "municipal"), ("Skole", "municipal"),
        ("frivillig forening", "voluntary"), ("Idrætsklub", "voluntary"), ("Boligselskab", "housing"),
        ("Boligrelateret organisation", "housing"), ("Beboerdreven forening", "resident"),
        ("Beboerforening", "resident"), ("butik", "business"), ("ERHVERV", "business"),
        ("Erhvervsdrivende", "business"), ("Anden aktør", "other"), ("Øvrige", "other"), ("municipal", "municipal"),
    ],
)  # fmt: skip
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
    [("Kun opsporet", "spotted"), ("ikke kontaktet", "spotted"), ("Kontaktet", "contacted"), ("i dialog", "contacted"),
     ("AKTIV", "active"), ("inaktiv", "dormant"), ("Hvilende", "dormant"), ("dormant", "dormant")],
)  # fmt: skip
def test_statuses(text, status):
    assert plan_cell("Status", text).actors[0].status == status


@pytest.mark.parametrize(
    ("heading", "text", "base"),
    [("Base", "I området", "inside"), ("Placering", "udenfor", "outside"), ("Base i området (ja/nej)", "nej", "outside"),
     ("Ligger i området", "ja", "inside"), ("Base", "uden for området", "outside")],
)  # fmt: skip
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


# -- CPR numbers ---------------------------------------------------------------------------------


def test_cpr_number_stops_the_import_and_is_never_repeated():
    rows = [["Navn", "Type", "Noter", "010165-1234"], ["Solsikken", "010165-1234", "født 010165 1234", "x"]]
    plan = plan_import([Table("010165-1234", rows), Table("B", [["x"]])], {}, forbids=has_cpr)
    assert [str(problem) for problem in plan.blocking] == [
        "Arket »Ark 1«, række 1, kolonne »D«: Det ligner et CPR-nummer. Fjern det fra filen, og prøv igen",
        "Arket »Ark 1«, række 2, kolonne »Type«: Det ligner et CPR-nummer. Fjern det fra filen, og prøv igen",
        "Arket »Ark 1«, række 2, kolonne »Noter«: Det ligner et CPR-nummer. Fjern det fra filen, og prøv igen",
    ]
    assert not has_cpr(repr(plan).replace(",", "\n"))


@pytest.mark.parametrize(
    "text", ["０１０１６５-１２３４", "01 01 65 – 1234", "ring 010165-1234 nu", "①⓪⓪①⑥⑤1234"]
)
def test_cpr_number_in_other_digits_reaches_the_guard(text):
    assert plan_cell("Noter", text, forbids=has_cpr).blocked == has_cpr(text)


# -- The shape of the sheet ----------------------------------------------------------------------


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
        ("Aktør", "Navn"), ("Tlf", "Hovednummer"), ("Farve", ""),
    ]  # fmt: skip


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


# -- Collaborations ------------------------------------------------------------------------------

ACTORS = Table("Aktører", [["Navn", "Kortnavn"], ["Solsikken", "Sol"], ["Åhuset", ""], ["Månen, nord", ""]])


def plan_pairs(*rows, known=()):
    """Return the plan for the three actors and a sheet of collaborations."""
    return plan_import([ACTORS, Table("Samarbejder", [list(row) for row in rows])], dict(known))


def test_collaboration_with_everything():
    plan = plan_pairs(
        ["Aktør 1", "Aktør 2", "Samarbejdsform", "Handler om", "Siden", "Til og med", "Hvor tit", "Aftalt skriftligt",
         "Hvem betaler", "Hvem fører det videre", "Tovholder", "Målgruppe"],
        ["SOL", "aahuset", "Samskabe", "Sommerfest", "marts 2023", "2024", "hver måned", "ja", "kommunen", "klubben",
         "Åhuset", "børn; unge"],
    )  # fmt: skip
    (row,) = plan.collaborations
    assert (row.row, row.actors, row.form, row.about) == (2, ("solsikken", "aahuset"), 5, "Sommerfest")
    assert (row.since, row.until) == (date(2023, 3, 1), date(2024, 12, 31))
    assert (row.frequency, row.agreed_in_writing, row.coordinator) == ("monthly", True, "aahuset")
    assert (row.funded_by, row.carried_on_by, row.target_groups) == ("kommunen", "klubben", ("børn", "unge"))
    assert told(plan) == []


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2023-05-04", date(2023, 5, 4), date(2023, 5, 4)),
        ("04.05.2023", date(2023, 5, 4), date(2023, 5, 4)),
        ("4-5-23", date(2023, 5, 4), date(2023, 5, 4)),
        ("4/5 2023", date(2023, 5, 4), date(2023, 5, 4)),
        ("4. maj 2023", date(2023, 5, 4), date(2023, 5, 4)),
        ("2023-05-04 12:00", date(2023, 5, 4), date(2023, 5, 4)),
        ("Februar 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("05-2023", date(2023, 5, 1), date(2023, 5, 31)),
        ("efterår 2023", date(2023, 7, 1), date(2023, 12, 31)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_dates(text, since, until):
    plan = plan_pairs(["Fra aktør", "Til aktør", "Form", "Start", "Slut"], ["Sol", "Åhuset", "1", text, text])
    assert [(row.since, row.until) for row in plan.collaborations] == [(since, until)]


def test_period_and_open_end():
    plan = plan_pairs(
        ["Aktører", "Form", "Periode", "Slut"],
        ["Sol | Åhuset", "1", "2019-2022", ""],
        ["Sol | Åhuset", "2", "2019 -", "fortsat"],
    )
    assert [(row.since, row.until) for row in plan.collaborations] == [
        (date(2019, 1, 1), date(2022, 12, 31)),
        (date(2019, 1, 1), None),
    ]


def test_list_of_actors_is_one_collaboration_and_from_to_are_several():
    listed = plan_pairs(["Aktører", "Form"], ["Sol | Åhuset | Månen, nord", "4 - Samordne"])
    assert [(row.actors, row.form) for row in listed.collaborations] == [
        (("solsikken", "aahuset", "maanen nord"), 4)
    ]
    directed = plan_pairs(["From", "To", "Type"], ["Sol", "Åhuset|Månen, nord", "cooperate"])
    assert [row.actors for row in directed.collaborations] == [
        ("solsikken", "aahuset"),
        ("solsikken", "maanen nord"),
    ]


def test_actors_of_the_plan_may_collaborate():
    plan = plan_import([Table("S", [["Fra", "Til", "Form"], ["A", "B", "1"]])], {"a": 1, "b": 2})
    assert (plan.collaborations[0].actors, plan.blocked) == (("a", "b"), False)


def test_collaboration_problems_name_row_and_column():
    plan = plan_pairs(
        ["Aktør 1", "Aktør 2", "Form", "Siden", "Slut"],
        ["Solsikkken", "Åhuset", "1", "", ""],
        ["Xyz", "Åhuset", "1", "", ""],
        ["Sol", "Solsikken", "1", "", ""],
        ["Sol", "Åhuset", "fest", "snart", ""],
        ["Sol", "Åhuset", "2", "2024", "2023"],
        ["Sol", "Åhuset", "", "", ""],
        ["Åhuset", "Sol", "1", "", ""],
    )
    place = "Arket »Samarbejder«, række"
    assert told(plan) == [
        f"{place} 2, kolonne »Aktør 1«: Aktøren »Solsikkken« findes ikke. Mener du »Solsikken«?",
        f"{place} 3, kolonne »Aktør 1«: Aktøren »Xyz« findes ikke. Ret navnet, eller tilføj aktøren til filen",
        f"{place} 4: Et samarbejde har mindst to forskellige aktører",
        f"{place} 5, kolonne »Form«: Skriv videndele, samvirke, ressourceudveksle, samordne eller samskabe, "
        "eller et tal fra 1 til 5",
        f"{place} 5, kolonne »Siden«: Skriv datoen som 31.12.2024, marts 2024 eller 2024 i stedet for »snart«",
        f"{place} 6, kolonne »Slut«: Slut skal være efter start",
        f"{place} 7: Der mangler en samarbejdsform. Den bliver »Videndele«",
        f"{place} 8: Samarbejdet står også i række 7 og kommer kun med én gang",
    ]
    assert [problem.blocks for problem in plan.problems] == [True] * 6 + [False] * 2


def test_sheet_without_known_headings_is_told():
    plan = plan_import([ACTORS, Table("Noter", [["husk kage"]])], {})
    assert told(plan) == ["Arket »Noter«: Arket er ikke læst. Det har ingen overskrifter, vi kender"]


# -- The whole way -------------------------------------------------------------------------------


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
        "voluntary", "municipal", "housing", "business", "resident", "other",
    ]  # fmt: skip
    assert plan.actors[10].target_groups == ("børn", "UNGE", "ældre")
    assert told(plan) == [f"Række {len(messy_list())}: Rækken ligner en opsummering og er sprunget over"]
