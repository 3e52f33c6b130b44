"""Answers to two activities that are in each other's way. Each is one transaction."""

from datetime import datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import User
from mapping.models import Activity, ClashAnswer, ClashChoice


def in_order(one: Activity, other: Activity) -> tuple[Activity, Activity]:
    """The two as an answer keeps them: the lower id first."""
    return (one, other) if str(one.pk) < str(other.pk) else (other, one)


@transaction.atomic
def answer_clash(
    *, one: Activity, other: Activity, fingerprint: str, choice: ClashChoice, by: User, now: datetime,
    reason: str = "",
) -> ClashAnswer:  # fmt: skip
    """What somebody chose for the two at these times; a later choice takes the place of an earlier one."""
    first, second = in_order(one, other)
    row, _ = ClashAnswer.objects.update_or_create(
        first=first, second=second, fingerprint=fingerprint,
        defaults={
            "plan": one.plan, "choice": choice, "reason": reason, "answered_by": by, "answered_at": now,
        },
    )  # fmt: skip
    record(plan=one.plan, by=by, verb="answer_clash", obj=row, fields=["choice"])
    return row


@transaction.atomic
def reopen_clash(*, answer: ClashAnswer, by: User) -> bool:
    """Ask again; whether the answer was still there."""
    if not ClashAnswer.objects.filter(pk=answer.pk, plan=answer.plan_id).delete()[0]:
        return False
    record(plan=answer.plan, by=by, verb="reopen", obj=answer)
    return True


@transaction.atomic
def set_neighbours(*, plan, by: User, pairs: set[tuple]) -> None:
    """Which areas are neighbours, as (lower id, higher id); all others are not."""
    there = {(row.one_id, row.other_id): row for row in plan.neighbourareas.select_for_update()}
    gone = [row.pk for pair, row in there.items() if pair not in pairs]
    plan.neighbourareas.filter(pk__in=gone).delete()
    model = plan.neighbourareas.model
    model.objects.bulk_create(
        model(plan=plan, one_id=one, other_id=other) for one, other in sorted(pairs - there.keys())
    )
    if gone or pairs - there.keys():
        record(plan=plan, by=by, verb="change", obj=plan, fields=["neighbourareas"])
