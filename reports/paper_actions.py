"""What happens to a report that was ordered: it waits, is begun, told of, ended, stopped, deleted.

Every step asks in its own UPDATE whether the report is still where it should be, so a report that was stopped
or broken off is never finished afterwards.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from accounts.models import Membership, Plan
from config.danish import number_word
from reports.models import PaperFile, PaperJob, PaperState
from reports.models.jobs import kept_until
from reports.paper_start import start_worker
from reports.papers import Paper

# So many are made or wait at once in one plan.
AT_ONCE = 3
# Whoever makes a report tells each second that it is alive; after so long without a word it is not.
SILENT = timedelta(seconds=30)
FULL = (
    f"I har {number_word(AT_ONCE)} rapporter i gang i forvejen. Vent, til en er færdig, eller stop en af dem."
)
IN_LINE = "Venter på at komme til."
BROKEN_OFF = "Serveren blev genstartet, mens rapporten blev lavet."
WENT_WRONG = "Noget gik galt hos os. Prøv igen, eller hent rapporten som regneark."


class PaperProblem(Exception):
    """Why a report cannot be ordered; str() is a Danish sentence."""


@transaction.atomic
def order(
    *, paper: Paper, name: str, wish: dict, by: Membership, submission: UUID | None, now: datetime
) -> PaperJob:
    """Order a report; the same form sent twice orders one. Raises PaperProblem when too many are open."""
    plan = Plan.objects.select_for_update(no_key=True).get(pk=by.plan_id)
    sent = plan.paperjobs.of(by).filter(submission=submission).first() if submission else None
    if sent:
        return sent
    _refuse_too_many(plan, now)
    job = PaperJob.objects.create(
        plan=plan, membership=by, role=by.role, key=paper.key, name=name, wish=wish, said=IN_LINE,
        ordered_at=now, expires_at=kept_until(now),
        submission=None if plan.paperjobs.filter(submission=submission).exists() else submission,
    )  # fmt: skip
    transaction.on_commit(start_worker)
    return job


@transaction.atomic
def order_again(*, job: PaperJob, now: datetime) -> PaperJob:
    """Let one that came to nothing be made after all; one that is open or done stays as it is."""
    plan = Plan.objects.select_for_update(no_key=True).get(pk=job.plan_id)
    locked = plan.paperjobs.get(pk=job.pk)
    if locked.is_open or locked.state == PaperState.DONE:
        return locked
    _refuse_too_many(plan, now)
    _move(
        plan.paperjobs.filter(pk=job.pk), PaperState.WAITING, said=IN_LINE, share=0, ended_at=None,
        begun_at=None, beat_at=None, ordered_at=now, expires_at=kept_until(now),
    )  # fmt: skip
    transaction.on_commit(start_worker)
    return plan.paperjobs.get(pk=job.pk)


def _refuse_too_many(plan: Plan, now: datetime) -> None:
    settle(plan.paperjobs.all(), now=now)
    if plan.paperjobs.open().count() >= AT_ONCE:
        raise PaperProblem(FULL)


def stop(*, job: PaperJob, now: datetime) -> bool:
    """Stop one that is open; whoever makes it notices within a second. False when it had ended."""
    return _end(PaperJob.objects.filter(pk=job.pk).open(), PaperState.STOPPED, "", now)


def settle(jobs, *, now: datetime) -> None:
    """Of these rows, tell those whose maker has died. Writes nothing when there are none."""
    dead = jobs.running().filter(beat_at__lt=now - SILENT)
    if dead.exists():
        _end(dead, PaperState.BROKEN, BROKEN_OFF, now)


def forget(*, now: datetime) -> int:
    """Delete every report whose time has passed, and its file. How many there were."""
    over = list(PaperJob.objects.over(now).values_list("pk", flat=True))
    if over:
        PaperJob.objects.filter(pk__in=over).delete()
    return len(over)


# -- By whoever makes them ----------------------------------------------------------------------


def begin(*, now: datetime) -> PaperJob | None:
    """The report that has waited longest, begun; None when none waits."""
    while job := PaperJob.objects.waiting().first():
        there = PaperJob.objects.waiting().order_by().filter(pk=job.pk)
        if _move(there, PaperState.RUNNING, begun_at=now, beat_at=now, said="Begynder."):
            return PaperJob.objects.get(pk=job.pk)
    return None


def beat(*, job: PaperJob, now: datetime) -> bool:
    """Tell that whoever makes it is alive. False when it is no longer to be made."""
    return bool(_running(job).update(beat_at=now))


def tell(*, job: PaperJob, words: str, share: float) -> None:
    """Say how far it is."""
    _running(job).update(said=words, share=share, version=F("version") + 1)


@transaction.atomic
def finish(*, job: PaperJob, data: bytes, shown: list[str], made_at: datetime, now: datetime) -> bool:
    """Keep the file. False, and nothing is kept, when the report was stopped meanwhile."""
    if not _end(_running(job), PaperState.DONE, "", now, share=1):
        return False
    PaperFile.objects.filter(job=job).delete()
    PaperFile.objects.create(
        plan_id=job.plan_id, job=job, data=data, size=len(data), shown=shown, made_at=made_at
    )
    return True


def refuse(*, job: PaperJob, words: str, now: datetime) -> bool:
    """It cannot be made, and trying again would not help."""
    return _end(_running(job), PaperState.REFUSED, words, now)


def fail(*, job: PaperJob, now: datetime) -> bool:
    """It went wrong; another time it may not."""
    return _end(_running(job), PaperState.FAILED, WENT_WRONG, now)


def _running(job: PaperJob):
    return PaperJob.objects.running().filter(pk=job.pk)


def _end(jobs, state: PaperState, words: str, now: datetime, **more) -> bool:
    return _move(jobs, state, said=words, ended_at=now, expires_at=kept_until(now), **more)


def _move(jobs, state: PaperState, **columns) -> bool:
    """Whether any of the rows was still there to move."""
    return bool(jobs.update(state=state, version=F("version") + 1, **columns))
