"""Reads for what is printed."""

from django.db.models import OuterRef, QuerySet, Subquery

# Beside the day, for two on the same one.
NEWEST = ("-held_on", "-created_at", "pk")


def latest_of_each_actor(rows: QuerySet) -> QuerySet:
    """Of talks or interviews of a plan the latest of each actor that is not put away, by the actor's name."""
    same_actor = rows.order_by(*NEWEST).filter(actor=OuterRef("actor")).values("pk")[:1]
    latest = rows.filter(pk=Subquery(same_actor), actor__archived_at__isnull=True)
    return latest.order_by("actor__sort_key", "pk").select_related("actor")
