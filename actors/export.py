"""The actor list as a table: the headings are those that the import knows, so that a list can go out and in.

Contact persons only as far as the one who fetches may see them.
"""

from datetime import date

from accounts.access import HasRole
from actors.contact_cards import contact_cards
from actors.import_headings import FIELD_LABELS
from actors.models import ActorKind, ActorStatus, Base, CompetenceKind
from actors.spreadsheet import Table

FIELDS = (
    "name", "short_name", "kind", "status", "core_task", "base", "address", "areas", "target_groups",
    "competences", "strengths", "resources", "specialised_in", "daily_presence", "close_to_residents",
    "held_by", "website", "phone", "email",
)  # fmt: skip
CONTACT_FIELDS = ("contact_name", "contact_role", "contact_phone", "contact_email")
# The import takes several of a thing from one cell.
BETWEEN = "; "
YES, NO = "Ja", "Nej"


def actor_table(actors, *, membership: HasRole | None, today: date) -> Table:
    """The table of the queryset `actors` in its order, a row per actor, and one more per further person."""
    rows = actors.select_related("held_by__user").prefetch_related(
        "areas", "target_groups", "competences", "resources", "contacts"
    )
    headings = [FIELD_LABELS[field] for field in (*FIELDS, *CONTACT_FIELDS)]
    cells = [line for actor in rows for line in _lines(actor, membership, today)]
    return Table("Aktører", [headings, *cells])


def _lines(actor, membership, today):
    """The actor's own row with its first person, then the name alone with each of the others."""
    own = [_cell(actor, field) for field in FIELDS]
    people = [
        [card.name, card.role, card.phone, card.email]
        for _, card in contact_cards(actor.contacts.all(), membership, today)
    ] or [[""] * len(CONTACT_FIELDS)]
    yield [*own, *people[0]]
    for person in people[1:]:
        yield [actor.name, *[""] * (len(FIELDS) - 1), *person]


def _cell(actor, field):
    """One field as a cell."""
    if field in CELLS:
        return CELLS[field](actor)
    return getattr(actor, field)


def _competences(kind):
    """A function that gives an actor's competences of that kind as one cell."""
    return lambda actor: _phrases(one.text for one in actor.competences.all() if one.kind == kind)


def _phrases(texts):
    """Sentences as one cell; a last sign tells the importer that the commas belong to them."""
    cell = BETWEEN.join(texts)
    return f"{cell};" if "," in cell else cell


def _joined(name):
    """A function that gives several related things as one cell."""
    return lambda actor: BETWEEN.join(str(one) for one in getattr(actor, name).all())


def _ticked(name):
    """A function that gives a yes or no."""
    return lambda actor: YES if getattr(actor, name) else NO


CELLS = {
    "kind": lambda actor: ActorKind(actor.kind).label,
    "status": lambda actor: ActorStatus(actor.status).label,
    "base": lambda actor: Base(actor.base).label if actor.base else "",
    "areas": _joined("areas"),
    "target_groups": _joined("target_groups"),
    "competences": _competences(CompetenceKind.PROFESSIONAL),
    "strengths": _competences(CompetenceKind.STRENGTH),
    "resources": lambda actor: _phrases(one.text for one in actor.resources.all()),
    "daily_presence": _ticked("daily_presence"),
    "close_to_residents": _ticked("close_to_residents"),
    "held_by": lambda actor: actor.held_by.user.name if actor.held_by else "",
}
