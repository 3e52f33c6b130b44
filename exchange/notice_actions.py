"""Changes to notices: put up, changed, taken down. Each is one transaction."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

from django.db import transaction

from accounts.audit import record
from accounts.models import Plan, User
from actors.versions import change_row, mark_once
from exchange.models import Notice, Picture
from exchange.picture_fields import keep_picture
from exchange.pictures import Clean


def create_notice(
    *,
    plan: Plan,
    by: User,
    values: Mapping,
    picture: Clean | None = None,
    submission: uuid.UUID | None = None,
) -> Notice:
    """A new notice. The same submission twice makes one."""
    with transaction.atomic():
        Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
        if submission and (there := plan.notices.filter(submission=submission).first()):
            return there
        kept = keep_picture(plan, picture) if picture else None
        notice = Notice.objects.create(
            plan=plan, created_by=by, submission=submission, picture=kept, **values
        )  # fmt: skip
        record(plan=plan, by=by, verb="create", obj=notice)
    return notice


@transaction.atomic
def change_notice(
    *, notice: Notice, by: User, values: Mapping, changed: Iterable[str], version: int,
    picture: Clean | Literal[False] | None = None,
) -> None:  # fmt: skip
    """Write what was changed. `picture` is a new one, False for none, None for the one that stands.

    A picture that was replaced is deleted. Raises StaleVersion.
    """
    before, changed = notice.picture_id, list(changed)
    if picture is not None:
        values = {**values, "picture": keep_picture(notice.plan, picture) if picture else None}
        changed.append("picture")
    change_row(row=notice, by=by, values=values, changed=changed, version=version)
    if picture is not None and before:
        Picture.objects.filter(pk=before, plan=notice.plan_id).delete()


def withdraw_notice(*, notice: Notice, by: User, now: datetime) -> None:
    """Take it down, also from the open page and the screen."""
    mark_once(row=notice, by=by, verb="withdraw", withdrawn_at=now)


def restore_notice(*, notice: Notice, by: User) -> None:
    """Put it up again."""
    mark_once(row=notice, by=by, verb="restore", withdrawn_at=None)
