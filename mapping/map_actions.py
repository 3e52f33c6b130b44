"""Where actors stand, written down so that nobody jumps."""

import logging
from collections.abc import Mapping

from django.db import DatabaseError, transaction
from django.db.models import F

from accounts.audit import record
from accounts.models import Plan, User
from mapping.models import MapPosition

log = logging.getLogger(__name__)

Positions = Mapping[str, tuple[float, float]]


def keep_positions(*, plan: Plan, positions: Positions, stored: Positions) -> int:
    """Write those of `positions` that differ from `stored`; returns how many were written.

    Positions are derived, like an index: whoever looks first writes them, also on a GET, and two who look at
    once write the same. Were it to fail (an actor erased in between), the next look does it, so it is only
    noted in the log.
    """
    moved = {key: spot for key, spot in positions.items() if stored.get(key) != spot}
    if not moved:
        return 0
    try:
        with transaction.atomic():
            _take_the_map(plan)
            _write(plan, moved)
    except DatabaseError:
        log.warning("Positions on the map of plan %s were not kept", plan.pk, exc_info=True)
        return 0
    return len(moved)


@transaction.atomic
def tidy_map(*, plan: Plan, by: User | None, positions: Positions) -> None:
    """Move everyone to `positions` and remember where they stood, so that it can be undone."""
    _take_the_map(plan)
    plan.map_positions.update(x_before=F("x"), y_before=F("y"))
    _write(plan, positions)
    record(plan=plan, by=by, verb="move", obj=plan, fields=["map"])


@transaction.atomic
def untidy_map(*, plan: Plan, by: User | None) -> bool:
    """Move everyone back to where they stood before the last tidying; False if there is nothing to undo."""
    _take_the_map(plan)
    moved_back = plan.map_positions.filter(x_before__isnull=False, y_before__isnull=False).update(
        x=F("x_before"), y=F("y_before"), x_before=None, y_before=None
    )
    if moved_back:
        record(plan=plan, by=by, verb="undo", obj=plan, fields=["map"])
    return bool(moved_back)


def _take_the_map(plan: Plan) -> None:
    """One at a time moves a plan's actors; new rows that point at the plan need not wait."""
    Plan.objects.select_for_update(no_key=True).only("pk").get(pk=plan.pk)


def _write(plan: Plan, positions: Positions) -> None:
    """Insert or overwrite, in the order of the keys so that two writers never wait for each other."""
    MapPosition.objects.bulk_create(
        (MapPosition(plan=plan, actor_id=key, x=x, y=y) for key, (x, y) in sorted(positions.items())),
        update_conflicts=True,
        unique_fields=["actor"],
        update_fields=["x", "y"],
    )
