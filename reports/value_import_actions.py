"""A file of figures on its way in: kept until it is answered, shown as what it would do, then written."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.audit import record
from accounts.models import Plan, User
from actors.guard import find_cpr
from actors.spreadsheet import read_tables
from reports.goal_periods import Frequency
from reports.models import ValueDraft, ValueEntry
from reports.value_actions import Wanted, write_values
from reports.value_import import Known, Reader, Stored, ValuePlan
from reports.value_marks import mark_of

DRAFT_LIVES = timedelta(days=1)
# These begin as a workbook begins: a zip archive, or Excel's older container.
WORKBOOK_STARTS = (b"PK", b"\xd0\xcf\x11\xe0")


class ValuesBlocked(Exception):
    """The file has rows that cannot be written; nothing was."""


def read_values(*, plan: Plan, data: bytes, file_name: str, now: datetime) -> ValuePlan:
    """What importing the file would do. Writes nothing.

    Raises SpreadsheetProblem, whose text is one Danish sentence, when the file cannot be read.
    """
    tables = read_tables(data, file_name)
    known = [
        Known(pk, name, Frequency(frequency), bool(automatic), unit)
        for pk, name, frequency, automatic, unit in plan.indicators.standing().values_list(
            "pk", "name", "frequency", "automatic", "unit"
        )
    ]
    stands = {
        (pk, first): Stored(amount, note)
        for pk, first, amount, note in plan.indicatorvalues.values_list(
            "indicator_id", "first", "amount", "note"
        )
    }
    return Reader(
        known, stands, timezone.localdate(now), forbids=lambda text: bool(find_cpr(text)),
        is_text_file=not data.startswith(WORKBOOK_STARTS),
    ).read(tables)  # fmt: skip


@transaction.atomic
def keep_values(*, plan: Plan, by: User, data: bytes, file_name: str, now: datetime) -> ValueDraft:
    """Keep the file until it is answered; the user's earlier ones and yesterday's go."""
    plan.valuedrafts.filter(by=by).delete()
    plan.valuedrafts.filter(created_at__lt=now - DRAFT_LIVES).delete()
    return ValueDraft.objects.create(plan=plan, by=by, data=data, file_name=file_name[-120:], created_at=now)


def finish_values(*, draft: ValueDraft, by: User, now: datetime) -> ValueEntry | None:
    """Write the kept file and forget it, in one transaction; None when all of it stands already.

    Raises ValuesBlocked, ValuesOvertaken or SpreadsheetProblem with nothing written, ValueDraft.DoesNotExist
    when the draft was answered in the meantime.
    """
    found = read_values(plan=draft.plan, data=bytes(draft.data), file_name=draft.file_name, now=now)
    if found.blocked:
        raise ValuesBlocked
    wanted = [Wanted((row.key, row.period.first), row.new, mark_of(row.stands)) for row in found.rows]
    with transaction.atomic():
        # Takes the row: of two who press at once, one finds it gone.
        locked = ValueDraft.objects.select_for_update().only("pk", "plan").get(pk=draft.pk)
        entry = write_values(plan=draft.plan, by=by, wanted=wanted, now=now)
        if entry:
            record(plan=draft.plan, by=by, verb="import", obj=entry)
        locked.delete()
    return entry
