"""Changes to places and equipment: a new one, other words, off the list and back."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import Plan, User
from actors.versions import change_row, mark_once
from exchange.models import Facility


def create_facility(
    *, plan: Plan, by: User, values: Mapping[str, object], submission: uuid.UUID | None = None
) -> Facility:
    """Something that can be lent. The same submission twice makes one."""
    with transaction.atomic():
        Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
        if submission and (there := plan.facilitys.filter(submission=submission).first()):
            return there
        facility = Facility.objects.create(plan=plan, submission=submission, **values)
        record(plan=plan, by=by, verb="create", obj=facility)
    return facility


def change_facility(
    *, facility: Facility, by: User, values: Mapping[str, object], changed: Iterable[str], version: int
) -> None:
    """Write what was changed; bookings keep the time they hold. Raises StaleVersion."""
    change_row(row=facility, by=by, values=values, changed=changed, version=version)


def archive_facility(*, facility: Facility, by: User, now: datetime) -> None:
    """Take it off the list; what is booked stays booked."""
    mark_once(row=facility, by=by, verb="archive", archived_at=now)


def restore_facility(*, facility: Facility, by: User) -> None:
    """Put it on the list again."""
    mark_once(row=facility, by=by, verb="restore", archived_at=None)
