"""One sheet of collaborations, row by row, on actors that the file or the plan knows."""

import re
from difflib import get_close_matches

from actors.import_dates import parse_date, parse_period
from actors.import_gathered import folded_name
from actors.import_headings import is_directed
from actors.import_plan import DEFAULT_FORM, MAX_LENGTHS, CollaborationRow
from actors.import_values import (
    Unclear,
    is_empty,
    one_line,
    parse_form,
    parse_frequency,
    parse_yes,
    quoted,
    split_list,
)

# Looking for a name that resembles takes time; a file with more unknown names has other trouble.
MAX_SUGGESTIONS = 30
OPEN_END = frozenset(("nu", "fortsat", "loebende", "i gang", "igangvaerende", "ongoing", "now"))
TEXT_FIELDS = ("about", "funded_by", "carried_on_by")


class CollaborationSheet:
    """Reads one sheet into .rows, a list of CollaborationRow."""

    def __init__(self, sheet, findings, names, labels):
        """names: folded name or kortnavn → the actor's key, for all actors of the file and the plan.

        labels: key → the name as the file writes it, for suggestions.
        """
        self.columns = sheet.columns
        self.findings = findings
        self.names = names
        self.labels = labels
        self.rows = []
        self.seen = {}
        self.suggestions = 0

    def read(self, number, row):
        """Read the row with this number as the spreadsheet shows it."""
        cells = [(column, row[column.index]) for column in self.columns if column.index < len(row)]
        cells = [(column, text) for column, text in cells if column.field and not is_empty(text)]
        if not cells or all(text == column.heading for column, text in cells):
            return
        for actors in self._read_actors(number, cells):
            collaboration = self._read_row(number, cells, actors)
            if not self.findings.stopped_at(number):
                self._add(number, collaboration)

    def _add(self, number, collaboration):
        """Take the collaboration in, unless the sheet has it already."""
        same = (
            frozenset(collaboration.actors),
            collaboration.form,
            collaboration.about,
            collaboration.since,
            collaboration.until,
        )
        if same in self.seen:
            text = f"Samarbejdet står også i række {self.seen[same]} og kommer kun med én gang"
            self.findings.warn(number, "", text)
            return
        self.seen[same] = number
        self.rows.append(collaboration)

    def _read_actors(self, number, cells):
        """Return the keys of the actors of each collaboration in the row: mostly one tuple."""
        found = []
        for column, text in cells:
            if column.field in ("actor", "actors"):
                keys = []
                for name in self._names_in(text):
                    keys.append(self._key(number, column, name))
                    if keys[-1] is None:
                        return []
                found.append((column, keys))
        directed = len(found) == 2 and is_directed(found[0][0].heading) and len(found[0][1]) == 1
        if directed:
            groups = [(found[0][1][0], other) for other in found[1][1]]
        else:
            groups = [tuple(dict.fromkeys(key for _, keys in found for key in keys))]
        if any(len(set(group)) < 2 for group in groups):
            self.findings.block(number, "", "Et samarbejde har mindst to forskellige aktører")
            return []
        return groups

    def _names_in(self, text):
        """Return the names in the cell; a name with a comma in it that is known stays whole."""
        if folded_name(one_line(text)) in self.names:
            return [text]
        parts = [part.strip() for part in re.split(r"[|;\n\r]+", text) if part.strip()]
        if len(parts) == 1 and "," in text:
            return split_list(text)
        return parts

    def _key(self, number, column, name):
        """Return the actor's key, or None after noting that nobody has the name."""
        key = self.names.get(folded_name(one_line(name[: MAX_LENGTHS["name"]])))
        if key is None:
            self.findings.block(
                number, column.heading, f"Aktøren {quoted(name)} findes ikke.{self._suggestion(name)}"
            )
        return key

    def _suggestion(self, name):
        """Return a sentence with the name that was probably meant, or what to do."""
        self.suggestions += 1
        if self.suggestions <= MAX_SUGGESTIONS and len(name) <= MAX_LENGTHS["name"]:
            close = get_close_matches(folded_name(name), self.names, n=1, cutoff=0.8)
            if close:
                key = self.names[close[0]]
                return f" Mener du {quoted(self.labels.get(key, close[0]))}?"
        return " Ret navnet, eller tilføj aktøren til filen"

    def _read_row(self, number, cells, actors):
        """Return the CollaborationRow of the cells."""
        values = {"row": number, "actors": actors}
        for column, text in cells:
            field = column.field
            if field in TEXT_FIELDS:
                values.setdefault(field, self._text(number, column, text))
            elif field == "target_groups":
                parts = split_list(text)
                fitting = (self._text(number, column, part, "target_group") for part in parts)
                values["target_groups"] = tuple(part for part in fitting if part)
            elif field == "coordinator":
                values["coordinator"] = self._coordinator(number, column, text, actors)
        self._read_choices(number, cells, values)
        self._read_dates(number, cells, values)
        return CollaborationRow(**values)

    def _read_choices(self, number, cells, values):
        """Add form, frequency and whether it is agreed in writing."""
        for column, text in cells:
            try:
                if column.field == "form":
                    values["form"] = parse_form(text)
                elif column.field == "frequency":
                    values["frequency"] = parse_frequency(text)
                elif column.field == "agreed_in_writing":
                    values["agreed_in_writing"] = parse_yes(text)
            except Unclear as unclear:
                note = self.findings.block if column.field == "form" else self.findings.warn
                note(number, column.heading, str(unclear))
        if "form" not in {column.field for column, _ in cells}:
            values["form"] = DEFAULT_FORM
            self.findings.warn(number, "", "Der mangler en samarbejdsform. Den bliver »Videndele«")

    def _read_dates(self, number, cells, values):
        """Add since and until."""
        for column, text in cells:
            if column.field not in ("since", "until", "period") or folded_name(text[:40]) in OPEN_END:
                continue
            try:
                if column.field == "period":
                    values["since"], values["until"] = parse_period(text)
                else:
                    values[column.field] = parse_date(text, last=column.field == "until")
            except ValueError:
                advice = "Skriv datoen som 31.12.2024, marts 2024 eller 2024"
                self.findings.block(number, column.heading, f"{advice} i stedet for {quoted(text)}")
        since, until = values.get("since"), values.get("until")
        if since and until and until < since:
            heading = next(column.heading for column, _ in cells if column.field in ("until", "period"))
            self.findings.block(number, heading, "Slut skal være efter start")

    def _text(self, number, column, text, limit_name=""):
        """Return the text on one line, or "" after noting that it is too long."""
        text, limit = one_line(text), MAX_LENGTHS[limit_name or column.field]
        if len(text) > limit:
            text_length = f"Teksten er på {len(text)} tegn. Der er plads til {limit}"
            self.findings.block(number, column.heading, text_length)
            return ""
        return text

    def _coordinator(self, number, column, text, actors):
        """Return the coordinator's key if it is one of the actors, else "" with a warning."""
        key = self.names.get(folded_name(one_line(text[: MAX_LENGTHS["name"]])))
        if key in actors:
            return key
        self.findings.warn(
            number, column.heading, f"{quoted(text)} er ikke med i samarbejdet. Feltet bliver tomt"
        )
        return ""
