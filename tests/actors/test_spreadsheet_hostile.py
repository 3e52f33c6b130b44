"""A file that cannot be used gets a plain Danish message, soon and cheaply; nothing else is ever raised."""

import io
import random
import struct
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from actors.spreadsheet import MAX_FILE_BYTES, SpreadsheetProblem, Table, read_tables, write_csv, write_xlsx
from tests.actors.hostile_files import ODS_TYPE, make_ods, make_ods_row, make_row, make_xlsx, make_zip

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PASSWORD = "Filen er beskyttet med en adgangskode. Gem den uden adgangskode, og prøv igen."
ROWS = [["Navn", "Type", "Mail"]] + [
    [f"Klub {n}", "frivillig forening", f"klub{n}@solby.dk"] for n in range(30)
]


def problem_of(data, name="fil.xlsx"):
    """Return the message that reading raises."""
    with pytest.raises(SpreadsheetProblem) as caught:
        read_tables(data, name)
    return str(caught.value)


def has_problem(data, name="fil.xlsx"):
    """Whether the file is refused; any other error passes through."""
    try:
        read_tables(data, name)
    except SpreadsheetProblem:
        return True
    return False


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Filen er tom."),
        (b" \r\n\r\n", "Filen er tom."),
        (b"\xef\xbb\xbf;;\r\n;;\r\n", "Filen er tom."),
        (bytes(4000), "Filen er tom."),
        (b"x" * (MAX_FILE_BYTES + 1), "Filen fylder over 5 MB."),
        (OLE + "EncryptedPackage".encode("utf-16-le"), PASSWORD),
        (make_ods("", manifest="<encryption-data/>"), PASSWORD),
        (OLE + "WordDocument".encode("utf-16-le"), "Filen er fra et andet program"),
        (OLE + "Workbook".encode("utf-16-le"), "Filen er beskadiget"),
        (b"\n <!DOCTYPE html><table><tr><td>Navn", "Filen er en webside"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "Filen er et billede"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "Filen er et billede"),
        (b"%PDF-1.7 ...", "Filen er en PDF"),
        (make_zip({"word/document.xml": "<w/>"}), "Filen er et tekstdokument"),
        (make_ods("", kind=ODS_TYPE.replace("spreadsheet", "text")), "Filen er et tekstdokument"),
        (make_zip({"billede.txt": "hej"}), "Filen er en pakket fil"),
        (b"PK\x03\x04" + bytes(range(256)) * 4, "Filen er beskadiget."),
        (make_xlsx("")[:-40], "Filen er beskadiget."),
        (make_xlsx("<row><c/></row>"), "Filen er tom."),
        (make_xlsx("<row><c>"), "Filen er beskadiget"),
        (make_xlsx("<row></c></wrong>"), "Filen er beskadiget"),
        (b"Navn;Type\nKl\x00ub;x\n", "Filen kan ikke læses som et regneark."),
        (b"\x01\x02\x03\x04\x05\x06 abc", "Filen kan ikke læses som et regneark."),
        (b"Navn;Type\nKlub\x81;x\n", "Filen kan ikke læses som et regneark."),
        ("Navn;Type\n".encode("utf-16-le"), "Filen kan ikke læses som et regneark."),
        (b"Navn;Type\n" + b"Klub;x\n" * 20_000, "Filen har over 20.000 rækker."),
        (b"Navn;" + b"x;" * 201, "Filen har over 200 kolonner."),
        (b"Navn;Type\nKlub;" + b"x" * 5001, "Række 2 har en celle med over 5.000 tegn."),
        (b'Navn;Type\nKlub;"' + b"x;" * 70_000, "Filen kan ikke læses efter række 1."),
        (make_xlsx(make_row(1, ("A1", "x" * 5001))), "Række 1 i arket »Aktører« har en celle"),
        (make_xlsx(make_row(1, ("A1", "x"), ("XFD1", "x"))), "Arket »Aktører« har over 200 kolonner."),
        (make_xlsx(make_row(30_000, ("A30000", "x"))), "Arket »Aktører« har over 20.000 rækker."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(data, message):
    assert problem_of(data).startswith(message)


# -- Files made to exhaust the machine -----------------------------------------------------------


def unpacked_bomb(declared=None):
    """Return a small xlsx whose sheet is 100 MB; the zip directory may say another size."""
    data = bytearray(make_xlsx("<row><c><v>1</v></c></row>" * 4_000_000))
    if declared:
        entry = data.rindex(b"PK\x01\x02")
        struct.pack_into("<I", data, entry + 24, declared)
    return bytes(data)


CORNER = make_xlsx(make_row(1, ("A1", "x")) + make_row(1_048_576, ("XFD1048576", "x")))
LAST_ROW = make_xlsx(make_row(1, ("A1", "x"), ("Z1", "x")) + make_row(1_048_576, ("A1048576", "x")))
SHARED = make_xlsx(
    "".join("<row>" + '<c t="s"><v>0</v></c>' * 190 + "</row>" for _ in range(850)),
    shared=f"<si><t>{'A' * 4900}</t></si>",
)
ENTITIES = make_xlsx(
    "<row><c t='inlineStr'><is><t>&c;</t></is></c></row>",
    before="<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]>",
)
REPEATED = make_ods(
    make_ods_row("x")
    .replace("<table:table-row", '<table:table-row table:number-rows-repeated="1000000"')
    .replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="16000"')
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (make_zip({f"xl/workbook{n}.xml": "" for n in range(2001)}), "Filen fylder for meget"),
        (CORNER, "Filen er beskadiget eller for stor"),
        (LAST_ROW, "Filen er beskadiget eller for stor"),
        (SHARED, "Filen er beskadiget eller for stor"),
        (ENTITIES, "Filen er beskadiget"),
        (REPEATED, "Filen er beskadiget eller for stor"),
        (b";" * 5_000_000, "Filen er tom."),
        (b"a\n" * 2_500_000, "Filen har over 20.000 rækker."),
        (b"ab;" * 1_660_000, "Filen har over 200 kolonner."),
        ((b"a;" * 199 + b"\n") * 12_000, "Der er for meget tekst i filen"),
    ],
    ids=[
        "parts", "corner", "last-row", "shared", "entities", "repeated",
        "separators", "rows", "columns", "cells",
    ],
)  # fmt: skip
def test_bombs_are_refused(data, message):
    """The limits on size and on the child process say when; how fast is for a benchmark."""
    assert problem_of(data).startswith(message)


def test_sheet_that_unpacks_to_too_much_is_not_unpacked():
    assert problem_of(unpacked_bomb()).startswith("Filen fylder for meget, når den bliver pakket ud.")


def test_many_parts_may_not_unpack_to_too_much_together():
    parts = {f"xl/media/{number}.bmp": bytes(4_000_000) for number in range(20)}
    assert problem_of(make_zip({"xl/workbook.xml": "", **parts})).startswith("Filen fylder for meget")


def test_zip_directory_that_lies_about_the_size_does_not_help():
    assert problem_of(unpacked_bomb(declared=1000)).startswith("Filen er beskadiget")


def test_password_of_an_xlsx_is_noticed_in_the_zip_directory():
    data = bytearray(make_xlsx(make_row(1, ("A1", "x"))))
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 8, 1)
    assert problem_of(bytes(data)) == PASSWORD


def test_child_does_not_see_our_secrets(monkeypatch, tmp_path):
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "python_calamine.py").write_text("raise SystemExit(1)")
    assert not has_problem(write_xlsx([Table("A", ROWS)]))


# -- Files broken by chance ----------------------------------------------------------------------


def mutated(data, seed):
    """Return data with some bytes changed, cut out, doubled or cut off."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(changed))
        length = chance.randint(1, 40)
        kind = chance.randrange(4)
        if kind == 0:
            changed[place] = chance.randrange(256)
        elif kind == 1:
            del changed[place : place + length]
        elif kind == 2:
            changed[place:place] = changed[place : place + length]
        elif kind == 3 and chance.random() < 0.2:
            del changed[place:]
        changed = changed or bytearray(b"x")
    return bytes(changed)


def test_1000_mutated_csv_files_are_read_or_refused():
    whole = write_csv(ROWS)
    refused = sum(has_problem(mutated(whole, seed), "a.csv") for seed in range(1000))
    assert 0 < refused < 1000


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    has_problem(data, "fil")


def test_200_mutated_workbooks_are_read_or_refused():
    whole = write_xlsx([Table("A", ROWS)])
    with ThreadPoolExecutor(2) as threads:
        refused = sum(threads.map(lambda seed: has_problem(mutated(whole, seed)), range(200)))
    assert refused > 100


def test_100_workbooks_with_mutated_xml_are_read_or_refused():
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True}) as workbook:
        workbook.add_worksheet().write_row(0, 0, ["Navn", 1.5, True])
    with zipfile.ZipFile(output) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def with_mutated_part(seed):
        name = random.Random(seed).choice([name for name in parts if name.startswith("xl/")])
        return has_problem(make_zip(parts | {name: mutated(parts[name], seed)}))

    with ThreadPoolExecutor(2) as threads:
        refused = sum(threads.map(with_mutated_part, range(100)))
    assert 0 < refused < 100
