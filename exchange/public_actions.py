"""What the leader opens to everybody: the page itself, and which organisations stand on it."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from django.db import transaction

from accounts.audit import record_each
from accounts.models import Plan, User
from actors.versions import change_row
from exchange.models import PublicPage


@transaction.atomic
def change_page(
    *, plan: Plan, by: User, values: Mapping[str, object], changed: Iterable[str], version: int
) -> PublicPage:
    """Write what was changed of the open page. Raises StaleVersion."""
    page, _ = PublicPage.objects.get_or_create(plan=plan)
    change_row(row=page, by=by, values=values, changed=changed, version=version)
    return page


@transaction.atomic
def show_actors(*, plan: Plan, by: User, among: Collection[UUID], shown: Collection[UUID]) -> tuple[int, int]:
    """Of the plan's actors `among`, let those in `shown` stand on the open page and no others.

    How many were put on and taken off.
    """
    ours = plan.actors.filter(pk__in=among).select_for_update(no_key=True)
    on = list(ours.filter(pk__in=shown, is_public=False))
    off = list(ours.filter(is_public=True).exclude(pk__in=shown))
    for found, value in ((on, True), (off, False)):
        plan.actors.filter(pk__in=[one.pk for one in found]).update(is_public=value)
        record_each(plan=plan, by=by, verb="change", objects=found, fields=["is_public"])
    return len(on), len(off)
