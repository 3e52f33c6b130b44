"""Contact persons as they stand in a list: several in a cell, role in brackets, number beside the name."""

import re

from actors.import_plan import DEFAULT_CONTACT_ROLE, ContactRow
from actors.import_values import is_empty, one_line, parse_mails, parse_phone

MAIL_IN_TEXT = re.compile(r"<?[^\s<>,;:()\[\]|\"@]{1,64}@[^\s<>,;:()\[\]|\"@]{1,190}>?")
# A Danish number, else any of eight digits or more; 2025-2026 is two years.
_YEARS = r"(?:19|20)\d\d ?- ?(?:19|20)\d\d(?!\d)"
_DANISH = r"(?:(?:\+|00)45 ?)?\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}"
PHONE_IN_TEXT = re.compile(rf"(?<![\d+])(?!{_YEARS})(?:{_DANISH}|(?:\+|00)?\d(?:[ .-]?\d){{7,14}})(?!\d)")
# Left behind when number and mail are taken out of "Bo Lind, tlf. 12 34 56 78, mail bo@…".
LABELS = re.compile(r"\b(tlf|telefonnr|telefon|mobil|mob|tel|e-?mail|mail)\b\.?:?", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\(([^()]*)\)")
BETWEEN_PERSONS = re.compile(r"[;|\n\r]+|\s/\s|\s&\s|\s+og\s+")
BETWEEN_LINES = re.compile(r"[;|\n\r]+")
# Each word begins with a capital: a name, where "souschef" or "frivillig leder" is a role.
NAME_LIKE = re.compile(
    r"[^\W\d_a-zæøå][\w.'’-]*(?: (?:(?:de|la|von|van|el|al|af) )?[^\W\d_a-zæøå][\w.'’-]*)+"
)
# Without any of these the cell is one name and nothing else: so are most.
COMPOUND = re.compile(r"[,;|\n\r/&@()<>]|\sog\s|(?:\d[ .-]?){8}")
# What may be a mail or a number.
REACH = re.compile(r"@|(?:\d[ .-]?){8}")
MAX_SPLIT_LENGTH = 400


def read_contacts(row, names, role="", phones="", mails=()):
    """Return a ContactRow for each person named in the cell.

    names is the cell as written; role, phones and mails are the other cells of the same person, mails already
    taken apart. A number or mail in the name's or the role's cell is used when those are empty, and never
    left there, where it would be seen without a yes. Persons beyond the first get the second number and mail
    of the cells, if there are as many as persons. Raises Unclear.
    """
    if REACH.search(role):
        role, phone, mail = _without_reach(role)
        phones, mails = phones or phone, mails or [mail]
    if names and not COMPOUND.search(names):
        own_phone = parse_phone(phones) if phones else ""
        mail = mails[0] if mails else ""
        return (ContactRow(row, one_line(names), one_line(role) or DEFAULT_CONTACT_ROLE, own_phone, mail),)
    people = [person for part in _persons(names) if (person := _read_person(part))]
    if not people:
        return ()
    roles = _shared_out(BETWEEN_PERSONS.split(role), role, len(people))
    numbers = _shared_out(re.split(r"[;|\n\r,]+|\s/\s", phones), phones, len(people))
    addresses = list(mails) + [""] * len(people)
    return tuple(
        ContactRow(
            row=row,
            name=name,
            role=one_line(roles[place]) or own_role or DEFAULT_CONTACT_ROLE,
            phone=parse_phone(numbers[place]) if numbers[place].strip() else own_phone,
            email=addresses[place] or own_mail,
        )
        for place, (name, own_role, own_phone, own_mail) in enumerate(people)
    )


def add_contacts(found, people):
    """Add the persons to found, a dict of name → ContactRow; a second mention gives what is missing."""
    for contact in people:
        key = contact.name.casefold()
        found[key] = _completed(found[key], contact) if key in found else contact


def _completed(contact, later):
    """Return the contact with its empty fields from the later mention."""
    role = later.role if contact.role == DEFAULT_CONTACT_ROLE else contact.role
    return ContactRow(
        contact.row, contact.name, role, contact.phone or later.phone, contact.email or later.email
    )


def _persons(cell):
    """Return the parts of the cell that each hold one person."""
    if len(cell) > MAX_SPLIT_LENGTH:
        return [cell]
    parts = []
    for line in BETWEEN_LINES.split(cell):
        people = BETWEEN_PERSONS.split(line)
        # "Leder og souschef Bo Lind" is one person, "Bo og Liva" are two.
        parts += people if all(part[:1].isupper() and len(part.split()) <= 4 for part in people) else [line]
    named = []
    for part in parts:
        pieces = [piece.strip() for piece in part.split(",")]
        named += pieces if len(pieces) > 1 and all(map(NAME_LIKE.fullmatch, pieces)) else [part]
    return named


def _read_person(text):
    """Return (name, role, phone, mail) of the text about one person, or None without a name."""
    if len(text) > MAX_SPLIT_LENGTH:
        return one_line(text), "", "", ""
    text, phone, mail = _without_reach(text)
    roles = IN_BRACKETS.findall(text)
    name, *rest = [one_line(part).strip(" .:-–/") for part in IN_BRACKETS.sub(" ", text).split(",")]
    roles += rest
    role = ", ".join(one_line(part) for part in roles if part.strip())
    if is_empty(name):
        return None
    return name, role, phone, mail


def _without_reach(text):
    """Return (text, phone, mail): the first number and mail in the text, which holds none any more."""
    mail = MAIL_IN_TEXT.search(text)
    text = MAIL_IN_TEXT.sub(" ", text)
    phone = PHONE_IN_TEXT.search(text)
    text = PHONE_IN_TEXT.sub(" ", text)
    if not (mail or phone):
        return text, "", ""
    text = LABELS.sub(" ", text).strip(" ,:;.–-/")
    return text, parse_phone(phone[0]) if phone else "", parse_mails(mail[0])[0] if mail else ""


def _shared_out(parts, whole, count):
    """Return one text for each of count persons: the parts if there are as many, else all to the first."""
    if count > 1 and len(parts) == count:
        return [part.strip() for part in parts]
    return [whole] + [""] * (count - 1)
