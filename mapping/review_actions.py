"""Writing down how a group answered, and taking it back. Each is one transaction with its audit entry."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from accounts.audit import record
from accounts.models import User
from actors.actions import StaleVersion
from actors.versions import mark_once
from mapping.initiative_actions import lock_plan
from mapping.models import Initiative, Review, ReviewAnswer
from mapping.review_rules import UNSAID, Said

Answers = Mapping[str, Said]


@transaction.atomic
def hold_review(
    *,
    initiative: Initiative,
    by: User,
    kind: str,
    held_on: date,
    present: str,
    answers: Answers,
    submission: uuid.UUID | None = None,
) -> Review:
    """What the group answered on that day. The same submission twice makes one."""
    lock_plan(initiative.plan)
    if submission and (there := initiative.reviews.filter(submission=submission).first()):
        return there
    review = Review.objects.create(
        plan=initiative.plan, initiative=initiative, kind=kind, held_on=held_on, present=present,
        phase=initiative.phase, created_by=by, submission=submission,
    )  # fmt: skip
    _write(review, answers)
    record(plan=initiative.plan, by=by, verb="create", obj=review)
    return review


@transaction.atomic
def change_review(
    *, review: Review, by: User, held_on: date, present: str, answers: Answers, version: int
) -> None:
    """Write it anew. Raises StaleVersion when the stored version is another."""
    same = Review.objects.filter(pk=review.pk, plan=review.plan_id, version=version)
    if not same.update(version=F("version") + 1, held_on=held_on, present=present):
        raise StaleVersion
    review.answers.all().delete()
    _write(review, answers)
    record(plan=review.plan, by=by, verb="change", obj=review)
    review.refresh_from_db()


def delete_review(*, review: Review, by: User, now: datetime) -> None:
    """Take it out of the history; it can be taken back."""
    mark_once(row=review, by=by, verb="delete", removed_at=now)


def restore_review(*, review: Review, by: User) -> None:
    """Put it back."""
    mark_once(row=review, by=by, verb="restore", removed_at=None)


def _write(review: Review, answers: Answers) -> None:
    ReviewAnswer.objects.bulk_create(
        ReviewAnswer(plan=review.plan, review=review, key=key, level=said.level, note=said.note)
        for key, said in answers.items()
        if said != UNSAID
    )
