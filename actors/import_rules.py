"""From the tables of a spreadsheet to what an import would do.

Plain Python: no Django, no clock. Reading goes sheet by sheet, first all actors, then the collaborations,
which may name any of them.
"""

import re

from actors.import_actors import ActorSheet
from actors.import_collaborations import CollaborationSheet
from actors.import_gathered import folded_name
from actors.import_headings import find_headings, mapped_by_hand, with_mapping
from actors.import_plan import Findings, ImportPlan, SheetPlan

NO_HEADINGS = "Vi kan ikke finde en kolonne med aktørernes navne. Skriv »Navn« over den, og prøv igen"

NO_ACTORS = "Der er ingen aktører under overskrifterne. Skriv mindst én, og prøv igen"
SHEET_UNREAD = "Arket er ikke læst. Det har ingen overskrifter, vi kender"
FORBIDDEN = "Det ligner et CPR-nummer. Fjern det fra filen, og prøv igen"
OWN_DETAILS = "Telefon og mail uden en kontaktperson bliver aktørens fælles. Alle i planen kan se dem"

# A CPR number has ten digits. Few cells have as many, and the guard takes its time.
CELL_END = "\x1f"
PLAIN_LATIN = re.compile("[\x1f-\u024f\\s]*")
TEN_DIGITS = re.compile(
    "(?:[0-9\u00b2\u00b3\u00b9\u00bc-\u00be][^0-9\u00b2\u00b3\u00b9\u00bc-\u00be\x1f]*){10}"
)


def plan_import(tables, known_actor_names, *, forbids=lambda text: False, mapping=None):
    """Return the ImportPlan for the tables of one file; it holds every problem and raises none.

    tables: as read_tables() gives them. known_actor_names: folded name → any key, for the plan's own actors.
    forbids: whether a text may not be imported (it holds a CPR number); no problem ever repeats such text.
    mapping: column index → field for sheets with actors, over what the headings say; "" leaves a column out.
    """
    several = len(tables) > 1
    sheets = [_Sheet(table, forbids, several, mapping, place) for place, table in enumerate(tables, start=1)]
    actor_sheets = [sheet for sheet in sheets if sheet.kind == "actors"]
    pair_sheets = [sheet for sheet in sheets if sheet.kind == "collaborations"]
    gathered = {}
    for sheet in actor_sheets:
        sheet.read_into(ActorSheet(sheet.plan, sheet.findings, gathered))
    actors = tuple(actor.finished(key, known_actor_names.get(key)) for key, actor in gathered.items())
    names = _names(actors, known_actor_names)
    labels = {actor.key: actor.name for actor in actors}
    collaborations = []
    for sheet in pair_sheets:
        reader = CollaborationSheet(sheet.plan, sheet.findings, names, labels)
        sheet.read_into(reader)
        collaborations += reader.rows
    return ImportPlan(
        actors=actors,
        collaborations=tuple(collaborations),
        problems=_problems(sheets, actors, collaborations),
        unknown_columns=tuple(dict.fromkeys(name for sheet in sheets for name in sheet.unknown_columns())),
        sheets=tuple(sheet.plan for sheet in actor_sheets + pair_sheets),
    )


class _Sheet:
    """One table, cleared of what may not be imported, with its headings found."""

    def __init__(self, table, forbids, several, mapping, place):
        name = f"Ark {place}" if forbids(table.name) else table.name
        self.findings = Findings(name if several else "")
        self.forbidden = []
        self.rows = [self._cleared(number, row, forbids) for number, row in enumerate(table.rows, start=1)]
        found = find_headings(self.rows)
        if not found and mapping and "name" in mapping.values():
            found = mapped_by_hand(self.rows)
        self.kind, self.heading_at, columns = found or ("", 0, ())
        if mapping and self.kind == "actors":
            columns = with_mapping(columns, mapping)
        self.plan = SheetPlan(name, self.kind, self.heading_at + 1, columns)
        for number, index in self.forbidden:
            self.findings.block(number, self._heading(index), FORBIDDEN)

    def read_into(self, reader):
        """Give the reader each row below the headings."""
        start = self.heading_at + 1
        for number, row in enumerate(self.rows[start:], start=start + 1):
            reader.read(number, row)

    def unknown_columns(self):
        """Return the headings of filled columns that are not imported; without one, the column's letter."""
        if not self.kind:
            return []
        below = self.rows[self.heading_at + 1 :]
        understood = {column.index for column in self.plan.columns if column.field}
        filled = {index for row in below for index, cell in enumerate(row) if cell}
        return [self._heading(index) for index in sorted(filled - understood)]

    def _cleared(self, number, row, forbids):
        """Return the row with an empty cell for each that may not be imported."""
        if not _may_be_forbidden(CELL_END.join(row)):
            return row
        cleared = []
        for index, cell in enumerate(row):
            bad = _may_be_forbidden(cell) and forbids(cell)
            if bad:
                self.forbidden.append((number, index))
            cleared.append("" if bad else cell)
        return cleared

    def _heading(self, index):
        """Return the column's heading, or its letter."""
        headings = self.rows[self.heading_at] if self.kind else []
        heading = " ".join(headings[index].split())[:60] if index < len(headings) else ""
        return heading or _letter(index)


def _may_be_forbidden(text):
    """Whether the guard need look at the text at all; text is a cell, or several with CELL_END between."""
    return TEN_DIGITS.search(text) is not None or not (text.isascii() or PLAIN_LATIN.fullmatch(text))


def _letter(index):
    """Return the column's letter as a spreadsheet program shows it: A, B, … AA."""
    letters = ""
    while index >= 0:
        letters = chr(ord("A") + index % 26) + letters
        index = index // 26 - 1
    return letters


def _names(actors, known_actor_names):
    """Return folded name or kortnavn → key, for all actors; a kortnavn that two share counts for none."""
    short = {}
    for actor in actors:
        if actor.short_name:
            short.setdefault(folded_name(actor.short_name), set()).add(actor.key)
    names = {name: min(keys) for name, keys in short.items() if len(keys) == 1}
    names.update((name, name) for name in known_actor_names)
    names.update((actor.key, actor.key) for actor in actors)
    return names


def _problems(sheets, actors, collaborations):
    """Return all problems in the order of the file, those of the whole file first."""
    whole = Findings("")
    read = [sheet for sheet in sheets if sheet.kind]
    if not read:
        whole.block(0, "", NO_HEADINGS)
    elif not actors and not collaborations and not any(sheet.findings.problems for sheet in read):
        whole.block(0, "", NO_ACTORS)
    for sheet in sheets:
        if read and not sheet.kind:
            sheet.findings.warn(0, "", SHEET_UNREAD)
    if any(actor.phone or actor.email for actor in actors):
        whole.warn(0, "", OWN_DETAILS)
    ordered = [problem for sheet in sheets for problem in sheet.findings.in_order()]
    return tuple(whole.problems + ordered)
