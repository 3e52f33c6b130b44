"""Spreadsheets with something odd in every other cell: looked at, said yes to, and never half written."""

import io
import random
from collections import Counter

import pytest
import xlsxwriter
from django.urls import reverse

from actors.import_headings import FIELD_LABELS
from actors.models import ActorKind
from mapping.models import Form
from tests.robustness import odd_values, world
from tests.robustness.asking import send
from tests.robustness.generator import Sent
from tests.robustness.invariants import violations
from tests.robustness.sending import MULTIPART, File, as_bytes, multipart

WORK_COLUMNS = ["actor 1", "actor 2", "form", "about", "since", "until", "frequency", "agreed_in_writing", "funded_by",
                "carried_on_by", "coordinator", "target_groups"]  # fmt: skip
ACTOR_COLUMNS = [
    name for name in FIELD_LABELS if name not in (*WORK_COLUMNS[:-1], "actor", "actors", "period")
]
ROWS = 6
# Each kind is drawn apart, since reading a workbook starts a process of its own.
KINDS = {"csv": 80, "xlsx": 16}


def rows_of(rng: random.Random, columns: list[str], names: list[str]) -> list[list]:
    """Some rows whose cells would do, but for those of up to three columns."""
    odd = set(rng.sample(columns, rng.randint(0, 3)))
    return [[_cell(rng, column, column in odd, name, names) for column in columns] for name in names[:ROWS]]


def _cell(rng: random.Random, column: str, odd: bool, name: str, names: list[str]) -> str:
    if odd and rng.random() < 0.5:
        value = odd_values.odd_text(rng)
        return as_bytes(value).decode("utf-8", "replace")[:32_000]
    good = {
        "name": name, "kind": rng.choice(ActorKind.labels), "actor 1": name, "actor 2": rng.choice([one for one in names if one != name]),
        "form": rng.choice(Form.labels), "since": "14-10-2025", "until": "", "period": "", "website": "bo.example",
        "email": "post@bo.example", "contact_email": "ib@bo.example", "contact_name": "Ib Iversen",
        "contact_role": "leder", "coordinator": name, "base": "", "status": "", "held_by": "", "frequency": "",
        "daily_presence": "ja", "close_to_residents": "nej", "agreed_in_writing": "ja", "phone": "20 30 40 50",
        "contact_phone": "20 30 40 50", "contact_first_name": "", "contact_last_name": "", "postal_code": "2650",
    }  # fmt: skip
    return good.get(column, "Lidt tekst")


def heading(column: str) -> str:
    """What stands above the column."""
    return {"actor 1": "Aktør 1", "actor 2": "Aktør 2"}.get(column) or FIELD_LABELS[column]


def as_csv(tables: list[list[list[str]]]) -> bytes:
    """The first table, its cells quoted; a file of this kind has one sheet."""
    lines = [";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in tables[0]]
    return "\n".join(lines).encode("utf-8", "replace")


def as_xlsx(tables: list[list[list[str]]]) -> bytes:
    """Both tables, as texts."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        for rows in tables:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    sheet.write_string(number, place, cell)
    return file.getvalue()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_spreadsheet_breaks_the_import(db, kind):
    plan, rng, answers, troubles = world.make_world(), random.Random(f"20261122 {kind}"), Counter(), []
    client = world.client_of(plan, "leader")
    for number in range(KINDS[kind]):
        names = [f"Ny aktør {number} {n}" for n in range(ROWS)]
        tables = [
            [[heading(column) for column in columns], *rows_of(rng, columns, names)]
            for columns in (ACTOR_COLUMNS, WORK_COLUMNS)
        ]
        data = as_csv(tables) if kind == "csv" else as_xlsx(tables)
        for answer in bring_in(client, plan, File(f"liste.{kind}", data)):
            answers[answer.status] += 1
            troubles += [answer.trouble] if answer.trouble else []
    print(f"{kind}: {dict(answers)}, {plan.actors.count()} actors")
    assert not troubles, "\n\n".join(troubles[:3])
    # Some files are taken and some refused, or nothing was tried.
    assert plan.actors.count() > 40
    assert answers[200] > KINDS[kind]
    assert violations() == []


def bring_in(client, plan, file: File):
    """The answers to the upload, the look and the yes; after a refusal there is nothing to look at."""
    place = reverse("mapping:import", args=[plan.slug])
    upload = send(client, Sent("POST", place, multipart([("file", file)]), MULTIPART))
    yield upload
    if upload.status == 302:
        yield send(client, Sent("GET", upload.where))
        yield send(client, Sent("POST", f"{upload.where}ja/"))
        yield send(client, Sent("GET", reverse("actors:list", args=[plan.slug])))
