"""What kind of file is it? By its first bytes, never by its name alone."""

import io
import zipfile

from actors.spreadsheet.problem import MAX_FILE_BYTES, MEBIBYTE, SpreadsheetProblem, empty_file
from actors.spreadsheet.text_file import read_text_file
from actors.spreadsheet.workbook import read_workbook

ZIP_START = b"PK\x03\x04"
OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
OLD_EXCEL_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))

MANIFEST = "META-INF/manifest.xml"
MANIFEST_BYTES = 64 * 1024
# An OpenDocument file says in plain bytes at its front what it is.
OPEN_TEXT = b"application/vnd.oasis.opendocument.text"

# First bytes of what people pick by mistake, and what to call it.
NOT_A_SPREADSHEET = (
    (b"%PDF", "en PDF"),
    (b"{\\rtf", "et tekstdokument"),
    (b"\x89PNG", "et billede"),
    (b"\xff\xd8\xff", "et billede"),
    (b"GIF8", "et billede"),
    (b"BM", "et billede"),
    (b"RIFF", "et billede"),
    (b"\x1f\x8b", "en pakket fil"),
    (b"7z\xbc\xaf", "en pakket fil"),
    (b"Rar!", "en pakket fil"),
    (b"PK\x05\x06", "en tom pakket fil"),
)
NOT_A_SPREADSHEET_TEXT = (
    (b"<!doctype html", "en webside"),
    (b"<html", "en webside"),
    (b"<head", "en webside"),
    (b"<table", "en webside"),
    (b"<svg", "et billede"),
    (b"<?xml", "en XML-fil"),
)

MAX_UNPACKED_BYTES = 64 * MEBIBYTE
MAX_PARTS = 2_000
# Above this the packing is no spreadsheet's; small parts may shrink as they like.
MAX_PACKING_RATIO = 300
MIN_SUSPICIOUS_BYTES = 4 * MEBIBYTE

PASSWORD = "Filen er beskyttet med en adgangskode. Gem den uden adgangskode, og prøv igen."
BROKEN = "Filen er beskadiget. Åbn den i dit regneark, gem den igen, og prøv med den nye fil."
TOO_LARGE_UNPACKED = (
    "Filen fylder for meget, når den bliver pakket ud. Slet tomme rækker, kolonner og ark, og prøv igen."
)


def read_tables(data, filename):
    """Return the sheets of an uploaded file as a list of Table, the hidden and the empty ones left out.

    data: the file's bytes (CSV, XLSX, XLSM, XLSB, XLS or ODS); filename only names the table of a CSV file.
    Raises SpreadsheetProblem, and nothing else, when the file cannot be used.
    """
    if len(data) > MAX_FILE_BYTES:
        raise SpreadsheetProblem(
            f"Filen fylder over {MAX_FILE_BYTES // MEBIBYTE} MB. Slet det, du ikke skal bruge, og prøv igen."
        )
    if not data.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise empty_file()
    _refuse_other_kinds(data)
    if data.startswith(ZIP_START):
        _check_archive(data)
        tables = read_workbook(data)
    elif data.startswith(OLE_START):
        _check_old_container(data)
        tables = read_workbook(data)
    else:
        tables = [read_text_file(data, filename)]
    tables = [table for table in tables if table.rows]
    if not tables:
        raise empty_file()
    return tables


def _refuse_other_kinds(data):
    """Raise for pictures, web pages and the like, whatever they are called."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    for opening, kind in NOT_A_SPREADSHEET:
        # "BM" and "RIFF" may begin a word of a CSV file; a picture has bytes that no text has.
        if start.startswith(opening) and (len(opening) > 2 or b"\x00" in start):
            raise _other_kind(kind)
    for opening, kind in NOT_A_SPREADSHEET_TEXT:
        if start.lower().startswith(opening):
            raise _other_kind(kind)


def _other_kind(kind):
    return SpreadsheetProblem(
        f"Filen er {kind}, ikke et regneark. Vælg en fil, der slutter på .xlsx eller .csv."
    )


def _check_archive(data):
    """Raise unless the zip directory is that of a spreadsheet of bearable size. Nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            manifest = _open_document_manifest(archive)
    # zipfile answers a broken directory with any of many errors: BadZipFile, struct.error, ValueError.
    except Exception as error:
        raise SpreadsheetProblem(BROKEN) from error
    _check_sizes(parts, len(data))
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts) or b"encryption-data" in manifest:
        raise SpreadsheetProblem(PASSWORD)
    if any(name.startswith("word/") for name in names) or OPEN_TEXT in data[:200]:
        raise _other_kind("et tekstdokument")
    if any(name.startswith("ppt/") for name in names):
        raise _other_kind("en præsentation")
    if not any(name.lower().startswith("xl/workbook") for name in names) and "content.xml" not in names:
        raise _other_kind("en pakket fil")


def _open_document_manifest(archive):
    """Return the beginning of the list of parts that an ODS file has: it tells what is encrypted."""
    if MANIFEST not in archive.namelist():
        return b""
    with archive.open(MANIFEST) as manifest:
        return manifest.read(MANIFEST_BYTES)


def _check_sizes(parts, file_size):
    """Raise if the parts are too many, unpack to too much, or the directory contradicts itself."""
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED_BYTES:
        raise SpreadsheetProblem(TOO_LARGE_UNPACKED)
    for part in parts:
        if part.file_size > max(MIN_SUSPICIOUS_BYTES, MAX_PACKING_RATIO * part.compress_size):
            raise SpreadsheetProblem(TOO_LARGE_UNPACKED)
    known_packing = all(part.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts)
    unique = len({part.filename.lower() for part in parts}) == len(parts)
    if not known_packing or not unique or sum(part.compress_size for part in parts) > file_size:
        raise SpreadsheetProblem(BROKEN)


def _check_old_container(data):
    """Raise unless the OLE container is an old workbook: encrypted files and other programs use it too."""
    if ENCRYPTED_STREAM in data:
        raise SpreadsheetProblem(PASSWORD)
    if not any(stream in data for stream in OLD_EXCEL_STREAMS):
        raise _other_kind("fra et andet program")
