"""Reads of listings, each method one filter in the staff's words. Imports no models."""

from datetime import date, timedelta

from django.db import models

# How long before its end a listing is about to run out.
SOON = timedelta(days=7)


class ListingQuerySet(models.QuerySet):
    """Begin at `request.plan.listings`."""

    def standing(self, today: date):
        """Those that hold today or later: neither taken down nor run out, of an actor that is active."""
        return self.filter(
            withdrawn_at__isnull=True, ends_on__gte=today, actor__archived_at__isnull=True
        )  # fmt: skip

    def running_out(self, today: date):
        """Those that stand and end within a week."""
        return self.standing(today).filter(ends_on__lte=today + SOON)

    def of_kind(self, kind: str):
        """Those of one kind, all for ""."""
        return self.filter(kind=kind) if kind else self
