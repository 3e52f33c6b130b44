"""The rows of the tables of collaborations: from models to what a row prints."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F

from actors.models import Actor
from config.danish import join_names, long_date
from mapping.models import Collaboration, Form

# So many partners are named in a row before it says "og tre andre".
NAMED = 3
SORTS = {
    "new": "created_at",
    "about": "sort_key",
    "form": "form",
    "coordinator": "coordinator__sort_key",
    "since": "since",
}
NEWEST_FIRST = "-new"


@dataclass(frozen=True, slots=True)
class CollaborationRow:
    """One collaboration, seen from `actor` if the table is that actor's, else from outside."""

    collaboration: Collaboration
    # Those it is with: all its actors, or the others; `marks` are those whose names stand there.
    names: str
    marks: tuple[Actor, ...]
    since: str
    ended: bool


def rows_of(collaborations: Iterable[Collaboration], *, today: date, actor=None) -> list[CollaborationRow]:
    """The rows of collaborations that were fetched `with_parts`, in their order."""
    return [_row(collaboration, today, actor) for collaboration in collaborations]


def _row(collaboration: Collaboration, today: date, actor) -> CollaborationRow:
    partners = [part.actor for part in collaboration.participations.all() if part.actor != actor]
    # »og 1 anden« is no shorter than its name.
    named = partners if len(partners) == NAMED + 1 else partners[:NAMED]
    return CollaborationRow(
        collaboration,
        join_names([partner.name for partner in partners], limit=len(named)),
        tuple(named),
        period(collaboration, today),
        has_ended(collaboration, today),
    )


def name_of(collaboration: Collaboration) -> str:
    """What it is called where it stands alone: its subject, else its actors."""
    partners = [part.actor.name for part in collaboration.participations.all()]
    return collaboration.about or join_names(partners, limit=NAMED)


def has_ended(collaboration: Collaboration, today: date) -> bool:
    """As `CollaborationQuerySet.ended` says it."""
    return collaboration.until is not None and collaboration.until <= today


def period(collaboration: Collaboration, today: date) -> str:
    """In words: "14. oktober", "14. oktober – 1. december", "Til 1. december", or "" for neither."""
    since, until = (
        long_date(day, today) if day else "" for day in (collaboration.since, collaboration.until)
    )
    if not until:
        return since
    return f"{since} – {until}" if since else f"Til {until}"


def in_order(collaborations, sort: str):
    """Sorted by a key of SORTS, falling with a "-" before it; those without the value come last."""
    key, falls = sort.removeprefix("-"), sort.startswith("-")
    field = F(SORTS[key])
    first = field.desc(nulls_last=True) if falls else field.asc(nulls_last=True)
    return collaborations.order_by(first, "-created_at", "pk")


def count_by_form(collaborations) -> dict[int, int]:
    """How many there are of each of the five forms; 0 where there are none."""
    counts = dict.fromkeys(Form.values, 0)
    counts.update(collaborations.order_by().values_list("form").annotate(number=Count("pk")))
    return counts
