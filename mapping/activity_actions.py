"""Changes to activities: put in, changed, moved, cancelled, put together. Each is one transaction."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from accounts.audit import record
from accounts.models import Plan, TargetGroup, User
from actors.actions import StaleVersion
from actors.versions import mark_once
from mapping.models import Activity, ChangedTime


class ActivityProblem(Exception):
    """Why it cannot be; str() is a plain Danish sentence."""


def create_activity(
    *, plan: Plan, by: User, values: Mapping, groups: Iterable[TargetGroup],
    submission: uuid.UUID | None = None,
) -> Activity:  # fmt: skip
    """A new activity. The same submission twice makes one."""
    with transaction.atomic():
        Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
        if submission and (there := plan.activitys.filter(submission=submission).first()):
            return there
        made = Activity.objects.create(plan=plan, created_by=by, submission=submission, **values)
        made.target_groups.set(groups)
        record(plan=plan, by=by, verb="create", obj=made)
    return made


@transaction.atomic
def change_activity(
    *, activity: Activity, by: User, values: Mapping, changed: Iterable[str], version: int
) -> None:  # fmt: skip
    """Write those of `values` that are `changed`, "target_groups" among them. With none nothing is written.

    Days that were changed follow a series that is moved. Raises StaleVersion.
    """
    names = set(changed)
    if not names:
        return
    fields = {name: values[name] for name in names - {"target_groups"}}
    # Takes the row and checks it in one statement, so that of two who save at once one is told.
    same = activity.plan.activitys.filter(pk=activity.pk, version=version)
    if not same.update(version=F("version") + 1, **fields):
        raise StaleVersion
    before = activity.begins_at
    activity.refresh_from_db()
    if "target_groups" in names:
        activity.target_groups.set(values["target_groups"])
    if "begins_at" in names:
        _shift_days(activity, before)
    record(plan=activity.plan, by=by, verb="change", obj=activity, fields=sorted(names))


def _shift_days(activity: Activity, before: datetime) -> None:
    """Keep each changed day on the same number in the series."""
    by = localdate(activity.begins_at) - localdate(before)
    rows = activity.changes.order_by("-day" if by.days > 0 else "day") if by else ()
    for row in rows:
        row.day += by
        row.save(update_fields=["day"])


def move_activity(
    *, activity: Activity, by: User, begins_at: datetime, ends_at: datetime, until: date | None, version: int
) -> None:  # fmt: skip
    """The whole series at another time. Raises StaleVersion."""
    values = {"begins_at": begins_at, "ends_at": ends_at, "until": until}
    change_activity(activity=activity, by=by, values=values, changed=values, version=version)


@transaction.atomic
def split_activity(*, activity: Activity, at: datetime) -> Activity:
    """A series of its own for the times before `at`, so that what has been stays where it was."""
    day = localdate(at)
    past = Activity.objects.get(pk=activity.pk)
    past.pk, past.submission, past._state.adding = uuid.uuid4(), None, True
    past.until = day - timedelta(days=1)
    past.save()
    past.target_groups.set(activity.target_groups.all())
    activity.changes.filter(day__lt=day).update(activity=past)
    activity.bookings.filter(ends_at__lte=at).update(activity=past)
    # Days that were changed follow the first day of the series.
    Activity.objects.filter(pk=activity.pk).update(
        begins_at=at, ends_at=at + (activity.ends_at - activity.begins_at)
    )
    activity.refresh_from_db()
    return past


def cancel_activity(*, activity: Activity, by: User, now: datetime) -> None:
    """All of it is off; it stays in the calendar as cancelled for those who look back."""
    mark_once(row=activity, by=by, verb="cancel", cancelled_at=now)


def restore_activity(*, activity: Activity, by: User) -> None:
    """It is on again, and by itself."""
    mark_once(row=activity, by=by, verb="restore", cancelled_at=None, merged_into=None)


@transaction.atomic
def merge_activity(*, gone: Activity, into: Activity, by: User, now: datetime) -> None:
    """`gone` becomes part of `into`: its actor stands there too. Raises ActivityProblem, StaleVersion."""
    rows = {one.pk: one for one in Activity.objects.select_for_update(no_key=True).order_by("pk").filter(
        plan=gone.plan_id, pk__in=[gone.pk, into.pk])}  # fmt: skip
    if len(rows) < 2:
        raise ActivityProblem("Vælg to forskellige aktiviteter.")
    if rows[into.pk].cancelled_at:
        raise ActivityProblem(f"»{into.title}« er aflyst. Vælg den anden vej rundt.")
    if not mark_once(row=gone, by=by, verb="merge", cancelled_at=now, merged_into=into):
        raise StaleVersion
    # What was put together with the one that goes comes along.
    Activity.objects.filter(plan=gone.plan_id, merged_into=gone).update(merged_into=into)


@transaction.atomic
def change_day(
    *, activity: Activity, by: User, day: date, begins_at: datetime | None, ends_at: datetime | None
) -> ChangedTime:  # fmt: skip
    """One time of the series at another time, or with None twice cancelled. Harmless when repeated."""
    row, _ = ChangedTime.objects.update_or_create(
        activity=activity, day=day,
        defaults={"plan": activity.plan, "begins_at": begins_at, "ends_at": ends_at},
    )  # fmt: skip
    verb = "change" if begins_at else "cancel"
    record(plan=activity.plan, by=by, verb=verb, obj=row, fields=["day"])
    return row


@transaction.atomic
def restore_day(*, activity: Activity, by: User, day: date) -> None:
    """That time is as the others again. Harmless when repeated."""
    if row := activity.changes.select_for_update().filter(day=day).first():
        record(plan=activity.plan, by=by, verb="restore", obj=row)
        row.delete()
