"""Somebody else's calendar into ours: kept while it waits for a yes, then all of it or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from accounts.audit import record
from accounts.models import Area, Plan, TargetGroup, User
from actors.models import Actor
from exchange.calendar_reading import Found, packed, unpacked
from exchange.models import CalendarDraft
from mapping.models import Activity, ChangedTime

DRAFT_LIVES = timedelta(days=1)
COLUMNS = ("title", "text", "place", "begins_at", "ends_at", "every", "until")


@transaction.atomic
def keep_draft(*, actor: Actor, by: User, found: Sequence[Found], now: datetime) -> CalendarDraft:
    """Keep what was read until it is answered; one at a time for everybody, and none for over a day."""
    drafts = actor.plan.calendardrafts
    drafts.filter(created_at__lt=now - DRAFT_LIVES).delete()
    drafts.filter(by=by).delete()
    return CalendarDraft.objects.create(plan=actor.plan, by=by, actor=actor, found=packed(found))


@dataclass(frozen=True, slots=True)
class Line:
    """One activity that a draft brings: new, another, the same, or cancelled."""

    found: Found
    there: Activity | None
    is_other: bool

    @property
    def word(self) -> str:
        """What the preview calls it."""
        if self.there is None:
            return "ny"
        return "rettes" if self.is_other else "uændret"


def lines_of(draft: CalendarDraft) -> list[Line]:
    """What the draft would do. Three queries."""
    rows = draft.plan.activitys.filter(actor=draft.actor_id).exclude(calendar_uid="")
    there = {row.calendar_uid: row for row in rows.prefetch_related("changes")}
    lines = []
    for found in unpacked(draft.found):
        row = there.get(found.uid)
        if row or not found.is_off:
            lines.append(Line(found, row, row is not None and _differs(row, found)))
    return sorted(lines, key=lambda line: (line.found.begin, line.found.uid))


def _columns(found: Found) -> dict:
    values = (found.title, found.text, found.place, found.begin, found.end, found.every, found.until)
    return dict(zip(COLUMNS, values, strict=True))


def _differs(row: Activity, found: Found) -> bool:
    changes = {(one.day, one.begins_at, one.ends_at) for one in row.changes.all()}
    same = all(getattr(row, name) == value for name, value in _columns(found).items())
    return not same or changes != set(found.changes) or found.is_off != (row.cancelled_at is not None)


@transaction.atomic
def fetch(
    *, draft: CalendarDraft, by: User, groups: Iterable[TargetGroup], area: Area | None, is_public: bool,
    now: datetime,
) -> int:  # fmt: skip
    """Write all that the draft brings, and drop it; how many were new or changed.

    What was fetched before is known by its UID and keeps its groups, area and whether all may see it.
    """
    Plan.objects.select_for_update(no_key=True).get(pk=draft.plan_id)
    if not CalendarDraft.objects.filter(pk=draft.pk).delete()[0]:
        return 0
    written = 0
    for line in lines_of(draft):
        if line.there is not None and not line.is_other:
            continue
        row = line.there or Activity(
            plan=draft.plan, actor=draft.actor, calendar_uid=line.found.uid, area=area, is_public=is_public,
            created_by=by,
        )  # fmt: skip
        _write(row, line.found, now)
        if line.there is None:
            row.target_groups.set(groups)
        written += 1
    record(plan=draft.plan, by=by, verb="import", obj=draft, fields=["activity"])
    return written


def _write(row: Activity, found: Found, now: datetime) -> None:
    for name, value in _columns(found).items():
        setattr(row, name, value)
    row.cancelled_at = (row.cancelled_at or now) if found.is_off else None
    row.version += 0 if row._state.adding else 1
    row.save()
    row.changes.all().delete()
    ChangedTime.objects.bulk_create(
        ChangedTime(plan=row.plan, activity=row, day=day, begins_at=begin, ends_at=end)
        for day, begin, end in found.changes
    )
