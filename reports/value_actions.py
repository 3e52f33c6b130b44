"""Writing figures: a month's table or a file, all of it or nothing, and undoing it."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from accounts.audit import record
from accounts.models import Plan, User
from reports.goal_actions import lock_goals
from reports.models import IndicatorValue, ValueEntry
from reports.value_import import Stored
from reports.value_marks import mark_of

# An indicator and the first day of a period.
Place = tuple[uuid.UUID, date]
BATCH = 500


@dataclass(frozen=True)
class Wanted:
    """What shall stand at a place, None for nothing; `seen` is the mark of what it was typed over."""

    place: Place
    new: Stored | None
    seen: str


class ValuesOvertaken(Exception):
    """Somebody else wrote at some of the places meanwhile; nothing was written. `places` are those."""

    def __init__(self, places: Sequence[Place]):
        super().__init__("En kollega har skrevet imens")
        self.places = places


@dataclass(frozen=True)
class Undone:
    """How many figures were put back, and how many were left since somebody wrote there after."""

    restored: int
    left: int


@transaction.atomic
def write_values(
    *, plan: Plan, by: User, wanted: Sequence[Wanted], now: datetime, submission: uuid.UUID | None = None
) -> ValueEntry | None:
    """Write what differs from what stands; None when nothing does. The same submission twice writes once.

    Raises ValuesOvertaken with nothing written.
    """
    lock_goals(plan)
    if submission and (there := plan.valueentrys.filter(submission=submission).first()):
        return there
    stands = stored_at(plan, [one.place for one in wanted])
    # What the user left alone stays as others wrote it.
    new = [one for one in wanted if one.new != stands.get(one.place) and mark_of(one.new) != one.seen]
    overtaken = [one.place for one in new if mark_of(stands.get(one.place)) != one.seen]
    if overtaken:
        raise ValuesOvertaken(overtaken)
    if not new:
        return None
    changes = [
        {"indicator": str(one.place[0]), "first": one.place[1].isoformat(),
         "before": _packed(stands.get(one.place)), "after": _packed(one.new)}
        for one in new
    ]  # fmt: skip
    _put(plan, by, {one.place: one.new for one in new}, now)
    entry = ValueEntry.objects.create(plan=plan, by=by, changes=changes, submission=submission)
    record(plan=plan, by=by, verb="create", obj=entry)
    return entry


@transaction.atomic
def undo_entry(*, entry: ValueEntry, by: User, now: datetime) -> Undone:
    """Put back what stood before, where nobody has written since; harmless when repeated."""
    lock_goals(entry.plan)
    fresh = ValueEntry.objects.select_for_update().get(pk=entry.pk)
    if fresh.undone_at:
        return Undone(0, 0)
    changes = [(_place(one), _unpacked(one["before"]), _unpacked(one["after"])) for one in fresh.changes]
    stands = stored_at(entry.plan, [place for place, _, _ in changes])
    back = {place: before for place, before, after in changes if stands.get(place) == after}
    _put(entry.plan, by, back, now)
    fresh.undone_at = now
    fresh.save(update_fields=["undone_at"])
    record(plan=entry.plan, by=by, verb="undo", obj=fresh)
    return Undone(len(back), len(changes) - len(back))


def stored_at(plan: Plan, places: Iterable[Place]) -> dict[Place, Stored]:
    """What stands at those of the places where something does. One query."""
    places = set(places)
    rows = plan.indicatorvalues.filter(first__in={first for _, first in places})
    found = rows.filter(indicator__in={pk for pk, _ in places})
    return {
        (pk, first): Stored(amount, note)
        for pk, first, amount, note in found.values_list("indicator_id", "first", "amount", "note")
        if (pk, first) in places
    }


def _put(plan: Plan, by: User, new: Mapping[Place, Stored | None], now: datetime) -> None:
    """Let these stand at their places. Those of indicators that are gone are left out."""
    ours = set(plan.indicators.filter(pk__in={pk for pk, _ in new}).values_list("pk", flat=True))
    gone = [place for place, stored in new.items() if stored is None]
    for pk, first in gone:
        plan.indicatorvalues.filter(indicator=pk, first=first).delete()
    rows = [
        IndicatorValue(
            plan=plan, indicator_id=pk, first=first, amount=stored.amount, note=stored.note, by=by, at=now
        )
        for (pk, first), stored in new.items()
        if stored is not None and pk in ours
    ]
    IndicatorValue.objects.bulk_create(
        rows, batch_size=BATCH, update_conflicts=True, unique_fields=["indicator", "first"],
        update_fields=["amount", "note", "by", "at"],
    )  # fmt: skip


def _packed(stored: Stored | None) -> list[str] | None:
    return None if stored is None else [str(stored.amount), stored.note]


def _unpacked(packed: Sequence[str] | None) -> Stored | None:
    return None if packed is None else Stored(Decimal(packed[0]), packed[1])


def _place(change: Mapping) -> Place:
    return uuid.UUID(change["indicator"]), date.fromisoformat(change["first"])
