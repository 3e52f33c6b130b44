"""Reads of plans and memberships."""

from django.db import DEFAULT_DB_ALIAS
from django.db.models import DateTimeField, Q

from accounts.models import Membership, Plan
from config.prepared import Slot, prepared

MEMBERSHIP = [field.attname for field in Membership._meta.concrete_fields]
PLAN = [field.attname for field in Plan._meta.concrete_fields]


def current_memberships(user, *, now):
    """The logged-in user's memberships that hold at `now` (UTC), with their plans, by plan name."""
    return _holding(user.memberships.select_related("plan"), now).order_by("plan__name")


def current_membership(user, slug: str, *, now) -> Membership | None:
    """The user's membership of the plan with this slug, or None; a support grant ends at `ends_at`.

    Every page of a plan asks for it, so it is read without the time that Django takes to write a query.
    """
    rows = _membership_in(user=user.pk, slug=slug, now=now) if user.is_authenticated else []
    if not rows:
        return None
    membership = Membership.from_db(DEFAULT_DB_ALIAS, MEMBERSHIP, rows[0][: len(MEMBERSHIP)])
    membership.plan = Plan.from_db(DEFAULT_DB_ALIAS, PLAN, rows[0][len(MEMBERSHIP) :])
    membership.user = user
    return membership


@prepared
def _membership_in():
    user, slug = (
        Slot("user", Membership._meta.get_field("user").target_field),
        Slot("slug", Plan._meta.get_field("slug")),
    )
    found = _holding(Membership.objects.filter(user=user, plan__slug=slug), Slot("now", DateTimeField()))
    return found.values_list(*MEMBERSHIP, *(f"plan__{name}" for name in PLAN))


def _holding(memberships, now):
    return memberships.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=now))
