"""Changing a row that two may have open: the second one is told, and nothing is overwritten unseen.

What is pressed and not written (kept, deleted, brought back) is done once, however many press at once.
"""

from collections.abc import Iterable, Mapping

from django.db import models, transaction
from django.db.models import F

from accounts.audit import record
from accounts.models import User
from actors.actions import StaleVersion


def change_row(*, row: models.Model, by: User, values: Mapping, changed: Iterable[str], version: int) -> None:
    """Write those of `values` that are `changed` to a row with `plan` and `version`, and record the names.

    With nothing changed nothing is written. Raises StaleVersion when the stored version is another.
    """
    fields = {name: values[name] for name in sorted(changed)}
    if not fields:
        return
    with transaction.atomic():
        # Takes the row and checks it in one statement, so that of two who save at once one is told.
        same = type(row).objects.filter(pk=row.pk, plan=row.plan_id, version=version)
        if not same.update(version=F("version") + 1, **fields):
            raise StaleVersion
        record(plan=row.plan, by=by, verb="change", obj=row, fields=fields)
    row.refresh_from_db()


@transaction.atomic
def mark_once(*, row: models.Model, by: User, verb: str, **values) -> bool:
    """Fill in `values`, or empty them with None, and record it; whether there was anything to do.

    The first of them says if it was done before. It is asked and written in one statement, so that of
    several who press at once one does it, and the log tells of one.
    """
    (first, value), *_ = values.items()
    waits = type(row).objects.filter(**{f"{first}__isnull": value is not None}, pk=row.pk, plan=row.plan_id)
    for name, value in values.items():
        setattr(row, name, value)
    if not waits.update(**values):
        return False
    record(plan=row.plan, by=by, verb=verb, obj=row, fields=values)
    return True


@transaction.atomic
def remove_once(*, row: models.Model, by: User) -> bool:
    """Delete a row of a plan and record it; whether it was still there."""
    if not type(row).objects.filter(pk=row.pk, plan=row.plan_id).delete()[0]:
        return False
    record(plan=row.plan, by=by, verb="delete", obj=row)
    return True
