"""Organisations and activities as HSDS 3.0: its required columns, steady ids, nothing that is empty."""

import uuid
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.hsds import Activity, Organisation, Person, about, organisation, page_of, service

HOUSE = "0f7a2d1e-8f0b-4a53-9a51-1c7a4f1d2b10"
SOUP = "1f7a2d1e-8f0b-4a53-9a51-1c7a4f1d2b11"
LONE = "2f7a2d1e-8f0b-4a53-9a51-1c7a4f1d2b12"

ROSEN = Organisation(
    HOUSE, "Kvindeforeningen Rosen", "Rosen", "Fællesspisning og råd", "Frivillig organisation",
    "https://rosen.example", "rosen@bo.example", "20 30 40 50", "Gavlvej 3", ("Østhøj",),
    (Person(LONE, "Lone Riis", "formand", "20 30 40 51", "lone@rosen.example"),),
)  # fmt: skip
EVENING = Activity(
    SOUP, HOUSE, "Suppe i gården", "Kom og spis", "Gården", "Hver torsdag kl. 17", date(2026, 12, 3),
    date(2026, 12, 17), ("Børn og unge", "Østhøj"),
)  # fmt: skip
# What HSDS 3.0 says a row must have (formats of the specification's datapackage).
REQUIRED = {
    "organisation": ("id", "name", "description"),
    "service": ("id", "name", "status"),
    "phones": ("id", "number"),
    "contacts": ("id",),
    "locations": ("id", "location_type"),
    "addresses": ("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
    "schedules": ("id",),
    "service_at_locations": ("id",),
    "attributes": ("id",),
}


def parts(row: dict, kind: str):
    """Each object in the row with the name of its list."""
    yield kind, row
    for name, value in row.items():
        for one in value if isinstance(value, list) else []:
            yield from parts(one, name)


def test_an_organisation_whole():
    row = organisation(ROSEN)
    assert (row["id"], row["name"], row["alternate_name"]) == (HOUSE, "Kvindeforeningen Rosen", "Rosen")
    assert [one["number"] for one in row["phones"]] == ["20 30 40 50"]
    [lone] = row["contacts"]
    assert (lone["name"], lone["title"]) == ("Lone Riis", "formand")
    assert lone["phones"][0]["number"] == "20 30 40 51"
    [where] = row["locations"]
    assert (where["name"], where["addresses"][0]["address_1"]) == ("Østhøj", "Gavlvej 3")
    assert row["attributes"][0]["value"] == "Frivillig organisation"


def test_what_is_not_said_is_not_there():
    bare = Organisation(HOUSE, "Rosen", "", "", "Frivillig organisation", "", "", "", "")
    row = organisation(bare)
    assert set(row) == {"id", "name", "description", "attributes"}
    assert row["description"] == "Frivillig organisation"


def test_an_activity_is_a_service_of_its_organisation():
    row = service(EVENING)
    assert (row["organization_id"], row["status"]) == (HOUSE, "active")
    [when] = row["schedules"]
    assert (when["valid_from"], when["valid_to"], when["description"]) == (
        "2026-12-03", "2026-12-17", "Hver torsdag kl. 17",
    )  # fmt: skip
    assert row["service_at_locations"][0]["location"]["name"] == "Gården"
    assert row["eligibility_description"] == "Børn og unge, Østhøj"


def test_an_activity_without_place_or_first_day():
    row = service(replace(EVENING, place="", first=None))
    assert "service_at_locations" not in row
    assert "valid_from" not in row["schedules"][0]


@pytest.mark.parametrize(
    ("kind", "row"), [("organisation", organisation(ROSEN)), ("service", service(EVENING))]
)
def test_every_part_has_what_the_format_requires(kind, row):
    for name, one in parts(row, kind):
        assert [column for column in REQUIRED[name] if column not in one] == [], name


def test_ids_are_uuids_that_stay_and_differ():
    first, again = ([one["id"] for _, one in parts(organisation(ROSEN), "organisation")] for _ in range(2))
    assert first == again
    assert len(set(first)) == len(first)
    assert all(uuid.UUID(one) for one in first)


def test_the_root_says_which_version():
    said = about("https://paabanen.example/aabent/solbakken/hsds/")
    assert said["version"] == "3.0"
    assert said["openapi_url"].endswith("/hsds/")


@given(total=st.integers(0, 500), size=st.integers(1, 100), data=st.data())
def test_pages_hang_together(total, size, data):
    pages = max(1, -(-total // size))
    number = data.draw(st.integers(1, pages))
    here = range((number - 1) * size, min(number * size, total))
    said = page_of([{"n": n} for n in here], number=number, size=size, total=total)
    assert (said["total_items"], said["total_pages"]) == (total, pages)
    assert (said["first_page"], said["last_page"]) == (number == 1, number == pages)
    assert (said["size"], said["empty"]) == (len(here), total == 0)
