"""Numbers and mails in a spreadsheet's cells of name and role: they are hidden until the person says yes."""

import pytest

from actors.import_contacts import read_contacts

CELLS = [
    ("Lone Riis, +46 70 123 45 67", ""),
    ("Lone Riis 203 04 050", ""),
    ("Lone Riis 004520304050", ""),
    ("Lone Riis (20 30 40 50)", ""),
    ("Lone Riis", "leder 20 30 40 50"),
    ("Lone Riis", "leder, mob. 2030 4050"),
    ("Lone Riis", "leder lone@biblioteket.example"),
    ("Lone Riis", "lone@biblioteket.example"),
    ("Lone Riis 20 30 40 50", "leder 60 70 80 90"),
]


@pytest.mark.parametrize(("name", "role"), CELLS)
def test_neither_name_nor_role_tells_how_to_reach_somebody(name, role):
    (person,) = read_contacts(1, name, role)
    assert person.name == "Lone Riis"
    assert person.role in ("Kontaktperson", "leder")
    assert person.phone or person.email


def test_what_stands_in_its_own_cell_comes_first():
    (person,) = read_contacts(1, "Lone Riis", "leder 60 70 80 90", "20304050", ["lone@riis.example"])
    assert (person.role, person.phone, person.email) == ("leder", "20 30 40 50", "lone@riis.example")


@pytest.mark.parametrize("role", ["Leder af afd. 12-14", "Klasselærer 2025-2026", "Formand (2024–2026)"])
def test_years_and_departments_stay_in_the_role(role):
    (person,) = read_contacts(1, "Lone Riis", role)
    assert (person.role, person.phone) == (role, "")
