"""Changing a row that two may have open: the second one is told, and nothing is overwritten unseen."""

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
