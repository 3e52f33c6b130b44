"""A sheet of collaborations on the actors that the file or the plan knows."""

from datetime import date

import pytest

from actors.import_rules import plan_import
from actors.spreadsheet import Table
from tests.actors.import_plans import told

ACTORS = Table("Aktører", [["Navn", "Kortnavn"], ["Solsikken", "Sol"], ["Åhuset", ""], ["Månen, nord", ""]])


def plan_pairs(*rows, known=()):
    """Return the plan for the three actors and a sheet of collaborations."""
    return plan_import([ACTORS, Table("Samarbejder", [list(row) for row in rows])], dict(known))


def test_collaboration_with_everything():
    plan = plan_pairs(
        [
            "Aktør 1",
            "Aktør 2",
            "Samarbejdsform",
            "Handler om",
            "Siden",
            "Til og med",
            "Hvor tit",
            "Aftalt skriftligt",
            "Hvem betaler",
            "Hvem fører det videre",
            "Tovholder",
            "Målgruppe",
        ],
        [
            "SOL",
            "aahuset",
            "Samskabe",
            "Sommerfest",
            "marts 2023",
            "2024",
            "hver måned",
            "ja",
            "kommunen",
            "klubben",
            "Åhuset",
            "børn; unge",
        ],
    )
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
    dates = "Skriv datoen som 31.12.2024, marts 2024 eller 2024"
    unknown = "findes ikke. Ret navnet, eller tilføj aktøren til filen"
    assert told(plan) == [
        f"{place} 2, kolonne »Aktør 1«: Aktøren »Solsikkken« findes ikke. Mener du »Solsikken«?",
        f"{place} 3, kolonne »Aktør 1«: Aktøren »Xyz« {unknown}",
        f"{place} 4: Et samarbejde har mindst to forskellige aktører",
        f"{place} 5, kolonne »Form«: Skriv videndele, samvirke, ressourceudveksle, samordne eller samskabe, "
        "eller et tal fra 1 til 5",
        f"{place} 5, kolonne »Siden«: {dates} i stedet for »snart«",
        f"{place} 6, kolonne »Slut«: Slut skal være efter start",
        f"{place} 7: Der mangler en samarbejdsform. Den bliver »Videndele«",
        f"{place} 8: Samarbejdet står også i række 7 og kommer kun med én gang",
    ]
    assert [problem.blocks for problem in plan.problems] == [True] * 6 + [False] * 2


def test_sheet_without_known_headings_is_told():
    plan = plan_import([ACTORS, Table("Noter", [["husk kage"]])], {})
    assert told(plan) == ["Arket »Noter«: Arket er ikke læst. Det har ingen overskrifter, vi kender"]
