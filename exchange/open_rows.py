"""What the open page says of an organisation: chosen once, for page, spreadsheet and HSDS."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from actors.consent import ContactCard
from actors.contact_cards import contact_cards
from actors.models import Actor
from actors.spreadsheet import Table
from exchange import hsds
from exchange.models import Listing, Notice

DIRECTORY_HEADINGS = (
    "Aktør", "Kortnavn", "Aktørtype", "Kerneopgave", "Adresse", "Boligområder", "Målgrupper", "Hjemmeside",
    "Telefon", "Mail", "Kontaktperson", "Rolle", "Direkte telefon", "Direkte mail",
)  # fmt: skip
LISTING_HEADINGS = (
    "Tilbud eller efterlysning",
    "Slags",
    "Hvad",
    "Mere om det",
    "Aktør",
    "Område",
    "Fra",
    "Til og med",
)


@dataclass(frozen=True, slots=True)
class OpenActor:
    """One organisation with the people whose yes covers everybody."""

    actor: Actor
    areas: tuple[str, ...]
    target_groups: tuple[str, ...]
    people: tuple[ContactCard, ...]
    # The ids of the people, in the same order.
    keys: tuple[str, ...]


def row_of(actor: Actor, today: date) -> OpenActor:
    """The row of an actor that came through `open_doors.with_people`. Asks each consent anew."""
    seen = contact_cards(actor.contacts.all(), None, today)
    areas, groups = actor.areas.all(), actor.target_groups.all()
    return OpenActor(
        actor, tuple(one.name for one in areas), tuple(one.name for one in groups),
        tuple(card for _, card in seen), tuple(str(pk) for pk, _ in seen),
    )  # fmt: skip


def directory_table(rows: Iterable[OpenActor]) -> Table:
    """A line for each organisation, and one more for each further person."""
    lines = [line for row in rows for line in _lines(row)]
    return Table("Aktører", [list(DIRECTORY_HEADINGS), *lines])


def _lines(row: OpenActor):
    one = row.actor
    own = [
        one.name, one.short_name, one.get_kind_display(), one.core_task, one.address, "; ".join(row.areas),
        "; ".join(row.target_groups), one.website, one.phone, one.email,
    ]  # fmt: skip
    people = [[card.name, card.role, card.phone, card.email] for card in row.people] or [[""] * 4]
    yield [*own, *people[0]]
    for person in people[1:]:
        yield [one.name, *[""] * (len(own) - 1), *person]


def listing_table(listings: Iterable[Listing]) -> Table:
    """A line for each listing."""
    lines = [
        [
            one.get_direction_display(), one.get_kind_display(), one.title, one.text, one.actor.name,
            one.area.name if one.area else "", one.starts_on, one.ends_on,
        ]
        for one in listings
    ]  # fmt: skip
    return Table("Ressourcebørs", [list(LISTING_HEADINGS), *lines])


def as_organisation(row: OpenActor) -> hsds.Organisation:
    """The row as HSDS takes it."""
    one = row.actor
    people = tuple(
        hsds.Person(key, card.name, card.role, card.phone, card.email)
        for key, card in zip(row.keys, row.people, strict=True)
    )
    return hsds.Organisation(
        str(one.pk), one.name, one.short_name, one.core_task, one.get_kind_display(), one.website, one.email,
        one.phone, one.address, row.areas, people,
    )  # fmt: skip


def as_activity(notice: Notice) -> hsds.Activity:
    """The notice of one organisation as HSDS takes it. The person to ask is not in it."""
    about = (notice.target_group, notice.area)
    return hsds.Activity(
        str(notice.pk), str(notice.actor_id), notice.title, notice.text, notice.place, notice.when_text,
        notice.first_on, notice.last_on, tuple(one.name for one in about if one),
    )  # fmt: skip
