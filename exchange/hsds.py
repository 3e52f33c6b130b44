"""Organisations and what they do in the shapes of HSDS 3.0, the format directories of help exchange.

Plain Python: rows in as dataclasses, dictionaries out. HSDS: Open Referral's Human Services Data
Specification; its gaps for us stand in docs/hsds.md. Times are UTC, days ISO 8601.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

VERSION = "3.0"
PROFILE = "https://docs.openreferral.org/en/v3.0.1/hsds/"
# Required by HSDS for an address; a plan says neither postal code nor region in a column of its own.
COUNTRY, NOT_SAID = "DK", ""
# The namespace from which the ids of parts are made, so that they are the same at each reading.
PARTS = uuid.UUID("6d2f0f62-5a2c-4a3a-9d52-0f2f6c2c8f11")


@dataclass(frozen=True, slots=True)
class Person:
    """Whom to ask, as far as the public may see them."""

    key: str
    name: str
    title: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as the open page shows it; `kind` in words."""

    key: str
    name: str
    short_name: str
    description: str
    kind: str
    website: str
    email: str
    phone: str
    address: str
    areas: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Activity:
    """Something that goes on at one organisation until a day."""

    key: str
    organisation: str
    name: str
    description: str
    place: str
    when: str
    first: date | None
    last: date
    # Target group and area, in words.
    about: tuple[str, ...] = ()


def organisation(one: Organisation) -> dict:
    """The organisation whole, with phones, contacts and location. Empty columns are left out."""
    return _filled(
        id=one.key, name=one.name, alternate_name=one.short_name,
        # HSDS requires a description; the kind is what is always known.
        description=one.description or one.kind, email=one.email, website=one.website,
        phones=[_phone(one.key, one.phone)] if one.phone else [],
        contacts=[_contact(person) for person in one.people],
        locations=[_location(one)] if one.address else [],
        attributes=[_kind(one)],
    )  # fmt: skip


def service(one: Activity) -> dict:
    """The activity as a service; what has no organisation behind it is no service in HSDS."""
    schedule = _filled(
        id=_part(one.key, "schedule"),
        valid_from=_day(one.first),
        valid_to=_day(one.last),
        description=one.when,
    )
    return _filled(
        id=one.key, organization_id=one.organisation, name=one.name, description=one.description,
        status="active", eligibility_description=", ".join(one.about), schedules=[schedule],
        service_at_locations=[_place(one)] if one.place else [],
    )  # fmt: skip


def _place(one: Activity) -> dict:
    """Where it is: words, with no address of its own."""
    where = {"id": _part(one.key, "location"), "location_type": "physical", "name": one.place}
    return {"id": _part(one.key, "place"), "location": where}


def about(url: str) -> dict:
    """What HSDS asks the root of an API to answer."""
    return {"version": VERSION, "profile": PROFILE, "openapi_url": url}


def page_of(contents: Sequence[dict], *, number: int, size: int, total: int) -> dict:
    """One page of a list in HSDS's envelope; `number` counts from 1."""
    pages = max(1, -(-total // size))
    return {
        "total_items": total, "total_pages": pages, "page_number": number, "size": len(contents),
        "first_page": number == 1, "last_page": number >= pages, "empty": not contents,
        "contents": list(contents),
    }  # fmt: skip


def _contact(person: Person) -> dict:
    phones = [_phone(person.key, person.phone)] if person.phone else []
    return _filled(id=person.key, name=person.name, title=person.title, email=person.email, phones=phones)


def _phone(owner: str, number: str) -> dict:
    return {"id": _part(owner, "phone"), "number": number}


def _location(one: Organisation) -> dict:
    where = {
        "id": _part(one.key, "address"), "address_1": one.address, "city": NOT_SAID, "postal_code": NOT_SAID,
        "state_province": NOT_SAID, "country": COUNTRY, "address_type": "physical",
    }  # fmt: skip
    return _filled(
        id=_part(one.key, "location"), location_type="physical", name=", ".join(one.areas), addresses=[where]
    )


def _kind(one: Organisation) -> dict:
    return {"id": _part(one.key, "kind"), "label": "Aktørtype", "value": one.kind}


def _part(owner: str, what: str) -> str:
    return str(uuid.uuid5(PARTS, f"{owner} {what}"))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _filled(**columns) -> dict:
    return {name: value for name, value in columns.items() if value}
