"""One sheet of actors, row by row: what belongs to the same actor comes together."""

import re

from actors.import_contacts import add_contacts, read_contacts
from actors.import_gathered import GatheredActor, folded_name
from actors.import_plan import MAX_LENGTHS
from actors.import_values import (
    Unclear,
    heading_kind,
    is_empty,
    one_line,
    parse_base,
    parse_kind,
    parse_mails,
    parse_phone,
    parse_status,
    parse_websites,
    parse_yes,
    quoted,
    split_list,
)
from config.danish import fold

# Below a list: "I alt 60", "Antal aktører: 56", "Opdateret 3. maj".
FOOTER = re.compile(r"(i ?alt|total|sum|antal|subtotal|(sidst )?opdateret|kilde|noter?)\b")
MAX_FOOTER_CELLS = 2

TEXT_FIELDS = {
    "short_name": "short_name",
    "core_task": "core_task",
    "held_by": "held_by",
    "specialised_in": "specialised_in",
}
# Lists of sentences, in which a comma may belong to the sentence.
PHRASE_FIELDS = {"competences", "strengths", "resources"}
LIST_FIELDS = {
    "areas": "area",
    "target_groups": "target_group",
    "competences": "competence",
    "strengths": "strength",
    "resources": "resource",
}
# What is not understood is left out with a warning: the actor is worth having without it.
CHOICE_FIELDS = {
    "kind": parse_kind,
    "status": parse_status,
    "base": parse_base,
    "daily_presence": parse_yes,
    "close_to_residents": parse_yes,
}
ROLE_HEADINGS = frozenset(("formand", "leder", "daglig leder", "kasserer", "repraesentant"))
MAX_ROLE_HEADING = 20
ADDRESS_FIELDS = ("address", "postal_code", "city")
CONTACT_FIELDS = frozenset(("contact_role", "contact_phone", "contact_email"))
CONTACT_NAME_FIELDS = frozenset(("contact_name", "contact_first_name", "contact_last_name"))


class ActorSheet:
    """Reads one sheet into `gathered`, a dict of folded name → GatheredActor that all sheets share."""

    def __init__(self, sheet, findings, gathered):
        """sheet is the SheetPlan; findings takes the problems."""
        self.columns = sheet.columns
        self.headings = [column.heading.casefold() for column in sheet.columns]
        self.findings = findings
        self.gathered = gathered
        # A heading between the rows, or the sheet's name, says the kind of those below.
        self.section_kind = heading_kind(sheet.name)
        self.latest = None

    def read(self, number, row):
        """Read the row with this number as the spreadsheet shows it."""
        filled = [cell for cell in row if cell]
        if not filled or self._is_headings(row):
            return
        cells = [(column, row[column.index]) for column in self.columns if column.index < len(row)]
        cells = [(column, text) for column, text in cells if column.field and not is_empty(text)]
        name = next((one_line(text) for column, text in cells if column.field == "name"), "")
        if self._is_between(number, name, row, filled):
            return
        actor = self._actor_of(number, name, cells)
        if actor is None:
            return
        self.latest = actor
        self._read_values(number, actor, cells)
        self._read_people(number, actor, cells)
        if self.section_kind:
            actor.values.setdefault("kind", (self.section_kind, number))

    def _is_headings(self, row):
        """Whether the headings are repeated, as on the pages of a print."""
        texts = [cell.casefold() for cell in row[: len(self.headings)]]
        return texts == self.headings[: len(texts)]

    def _is_between(self, number, name, row, filled):
        """Whether the row is no actor but a sum below the list or a heading between its parts."""
        first = next(cell for cell in row if cell)
        if len(filled) <= MAX_FOOTER_CELLS and FOOTER.match(fold(first[:60])):
            self.findings.warn(number, "", "Rækken ligner en opsummering og er sprunget over")
            return True
        kind = heading_kind(first) if len(filled) == 1 else None
        if kind and (not name or name == one_line(first)):
            self.section_kind = kind
            self.findings.warn(number, "", f"{quoted(first)} er læst som en overskrift, ikke som en aktør")
            return True
        return False

    def _actor_of(self, number, name, cells):
        """Return the GatheredActor that the row belongs to, or None when it has no name to go by."""
        if not name:
            return self._nameless(number, cells)
        if len(name) > MAX_LENGTHS["name"]:
            self._too_long(number, self._heading_of("name"), name, MAX_LENGTHS["name"])
            return None
        key = folded_name(name)
        if not key:
            self.findings.block(
                number, self._heading_of("name"), "Skriv aktørens navn med bogstaver eller tal"
            )
            return None
        if key not in self.gathered:
            self.gathered[key] = GatheredActor(number, name)
        return self.gathered[key]

    def _nameless(self, number, cells):
        """Return the actor above for a row with nothing but a person; else note that the name is missing."""
        fields = {column.field for column, _ in cells}
        if self.latest and fields & CONTACT_NAME_FIELDS and fields <= CONTACT_FIELDS | CONTACT_NAME_FIELDS:
            text = f"Rækken har intet navn. Kontaktpersonen er lagt hos {quoted(self.latest.name)} ovenfor"
            self.findings.warn(number, self._heading_of("name"), text)
            return self.latest
        if fields:
            self.findings.block(number, self._heading_of("name"), "Skriv aktørens navn")
        return None

    def _read_values(self, number, actor, cells):
        """Read all cells of the row that are about the actor itself."""
        for column, text in cells:
            if column.field in TEXT_FIELDS:
                self._read_text(number, actor, column, text)
            elif column.field in LIST_FIELDS:
                self._read_list(number, actor, column, text)
            elif column.field in CHOICE_FIELDS:
                self._read_choice(number, actor, column, text)
            elif column.field == "website":
                self._read_checked(number, actor, column, text, parse_websites)
            elif column.field == "phone":
                self._keep(number, actor, column, parse_phone(text), "phone")
            elif column.field == "email":
                self._read_checked(number, actor, column, text, parse_mails)
        self._read_address(number, actor, cells)

    def _read_text(self, number, actor, column, text):
        """Keep a plain text; "Specialiseret: nej" says nothing, "ja" too little."""
        if column.field == "specialised_in" and fold(text[:10]) in ("ja", "nej", "x"):
            if fold(text) != "nej":
                self.findings.warn(number, column.heading, "Skriv, hvad aktøren er specialiseret i")
            return
        self._keep(number, actor, column, one_line(text), column.field)

    def _read_list(self, number, actor, column, text):
        """Add the parts of the cell to those that the actor has."""
        found = actor.lists.setdefault(column.field, {})
        limit = MAX_LENGTHS[LIST_FIELDS[column.field]]
        for part in split_list(text, phrases=column.field in PHRASE_FIELDS):
            if len(part) > limit:
                self._too_long(number, column.heading, part, limit)
            else:
                found.setdefault(folded_name(part), part)

    def _read_choice(self, number, actor, column, text):
        """Keep one of the fixed values, or warn."""
        try:
            self._keep(number, actor, column, CHOICE_FIELDS[column.field](text), column.field)
        except Unclear as unclear:
            self.findings.warn(number, column.heading, str(unclear))

    def _read_checked(self, number, actor, column, text, parse):
        """Keep the first of what parse finds in the text, or stop the import with its reason."""
        try:
            first, *others = parse(text)
        except Unclear as unclear:
            self.findings.block(number, column.heading, str(unclear))
            return
        self._keep(number, actor, column, first, column.field)
        if others:
            self.findings.warn(number, column.heading, f"Kun {quoted(first)} kommer med")

    def _read_address(self, number, actor, cells):
        """Put street, postal code and town together."""
        parts = {
            column.field: one_line(text) for column, text in reversed(cells) if column.field in ADDRESS_FIELDS
        }
        town = " ".join(parts[part] for part in ("postal_code", "city") if part in parts)
        street = parts.get("address", "")
        address = street if town and town in street else ", ".join(filter(None, (street, town)))
        if address:
            column = next(column for column, _ in cells if column.field in ADDRESS_FIELDS)
            self._keep(number, actor, column, address, "address")

    def _keep(self, number, actor, column, value, name):
        """Keep the value if it is not too long and the actor has none; a different second one is told."""
        limit = MAX_LENGTHS.get(name)
        if limit and len(value) > limit:
            self._too_long(number, column.heading, value, limit)
            return
        kept, row = actor.values.setdefault(name, (value, number))
        if kept != value and (isinstance(value, bool) or folded_name(kept) != folded_name(value)):
            where = f"i række {row}" if row != number else "længere fremme i rækken"
            self.findings.warn(
                number, column.heading, f"{quoted(actor.name)} har noget andet {where}. Det første gælder"
            )

    def _read_people(self, number, actor, cells):
        """Read the contact persons; number and mail without a person are the organisation's own."""
        groups = {}
        for column, text in cells:
            if column.field.startswith("contact_"):
                groups.setdefault(column.group, {}).setdefault(column.field, []).append((column, text))
        for group in groups.values():
            self._read_person(number, actor, group)

    def _read_person(self, number, actor, group):
        """Read the cells of one contact person, given as field → [(column, text), …]."""
        mails = self._contact_mails(number, group)
        phones = " / ".join(parse_phone(text) for _, text in group.get("contact_phone", ()))
        role = next((text for _, text in group.get("contact_role", ())), "") or self._role_of_heading(group)
        try:
            people = read_contacts(number, _full_name(group), role, phones, mails)
        except Unclear as unclear:
            self.findings.block(number, self._heading_of("contact_name"), str(unclear))
            return
        if len(mails) > max(1, len(people)):
            self.findings.warn(
                number, self._heading_of("contact_email"), f"Kun {quoted(mails[0])} kommer med"
            )
        if people:
            people = [person for person in people if self._fits(number, person, group)]
            add_contacts(actor.contacts, people)
            return
        for name, value in (("phone", phones), ("email", mails[0] if mails else "")):
            if value:
                self._keep(number, actor, group[f"contact_{name}"][0][0], value, name)

    def _role_of_heading(self, group):
        """Return "Formand" for a person who stands in a column of that name."""
        heading = group["contact_name"][0][0].heading if "contact_name" in group else ""
        return heading if fold(heading[:MAX_ROLE_HEADING]) in ROLE_HEADINGS else ""

    def _contact_mails(self, number, group):
        """Return the mail addresses of the person's cells; a wrong one stops the import."""
        mails = []
        for column, text in group.get("contact_email", ()):
            try:
                mails += parse_mails(text)
            except Unclear as unclear:
                self.findings.block(number, column.heading, str(unclear))
        return mails

    def _fits(self, number, person, group):
        """Whether no text of the person is too long; else note it."""
        heading = {name: columns[0][0].heading for name, columns in group.items()}
        named = next((heading[name] for name in heading if name in CONTACT_NAME_FIELDS), "")
        checks = (
            (person.name, "contact_name", named),
            (person.role, "contact_role", heading.get("contact_role", named)),
            (person.phone, "phone", heading.get("contact_phone", named)),
            (person.email, "email", heading.get("contact_email", named)),
        )
        too_long = [check for check in checks if len(check[0]) > MAX_LENGTHS[check[1]]]
        for value, limit, column in too_long:
            self._too_long(number, column, value, MAX_LENGTHS[limit])
        return not too_long

    def _too_long(self, number, heading, text, limit):
        """Note a text that is too long."""
        self.findings.block(number, heading, f"Teksten er på {len(text)} tegn. Der er plads til {limit}")

    def _heading_of(self, name):
        """Return the heading of the first column with that field."""
        return next((column.heading for column in self.columns if column.field == name), "")


def _full_name(group):
    """Return the person's name cell, or first and last name put together."""
    if "contact_name" in group:
        return group["contact_name"][0][1]
    parts = [group[name][0][1] for name in ("contact_first_name", "contact_last_name") if name in group]
    return one_line(" ".join(parts))
