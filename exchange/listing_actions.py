"""Changes to listings: put up, changed, taken down, prolonged. Each is one transaction."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from django.db import transaction

from accounts.audit import record
from accounts.models import Plan, User
from actors.versions import change_row, mark_once
from exchange.models import Listing
from exchange.picture_fields import with_picture

# How long a listing stands when nobody says otherwise, and what one press more gives it.
STANDS_FOR = timedelta(days=60)


def create_listing(*, plan: Plan, by: User, values: Mapping, submission: uuid.UUID | None = None) -> Listing:
    """A new offer or wish; `values["picture"]` is a `Clean` if given. The same submission twice makes one."""
    with transaction.atomic():
        Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
        if submission and (there := plan.listings.filter(submission=submission).first()):
            return there
        columns = with_picture(plan, values)
        listing = Listing.objects.create(plan=plan, created_by=by, submission=submission, **columns)
        record(plan=plan, by=by, verb="create", obj=listing)
    return listing


def change_listing(
    *, listing: Listing, by: User, values: Mapping, changed: Iterable[str], version: int
) -> None:
    """Write what was changed; a picture that is replaced or taken off is gone. Raises StaleVersion."""
    before = listing.picture_id
    with transaction.atomic():
        columns = with_picture(listing.plan, values)
        change_row(row=listing, by=by, values=columns, changed=changed, version=version)
        if before != listing.picture_id:
            listing.plan.pictures.filter(pk=before).delete()


def withdraw_listing(*, listing: Listing, by: User, now: datetime) -> None:
    """Take it down; talks that have begun go on."""
    mark_once(row=listing, by=by, verb="withdraw", withdrawn_at=now)


def restore_listing(*, listing: Listing, by: User) -> None:
    """Put it up again."""
    mark_once(row=listing, by=by, verb="restore", withdrawn_at=None)


@transaction.atomic
def renew_listing(*, listing: Listing, by: User, today: date) -> date:
    """Let it stand so long from today, and up again if it was taken down; the new last day.

    Pressed twice on a day it is prolonged once.
    """
    locked = Listing.objects.select_for_update(no_key=True).get(pk=listing.pk)
    until = today + STANDS_FOR
    if locked.ends_on < until or locked.withdrawn_at:
        locked.ends_on, locked.withdrawn_at = max(locked.ends_on, until), None
        locked.version += 1
        locked.save(update_fields=["ends_on", "withdrawn_at", "version"])
        record(plan=locked.plan, by=by, verb="renew", obj=locked, fields=["ends_on"])
    return locked.ends_on
