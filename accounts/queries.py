"""Reads of plans and memberships."""

from django.db.models import Q


def current_memberships(user, *, now):
    """The logged-in user's memberships that hold at `now` (UTC), with their plans, by plan name."""
    return (
        user.memberships.select_related("plan")
        .filter(Q(ends_at__isnull=True) | Q(ends_at__gt=now))
        .order_by("plan__name")
    )
