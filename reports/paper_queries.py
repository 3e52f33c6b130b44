"""Reads of ordered reports. Imports no models, since the models carry them."""

from datetime import datetime

from django.db import models

OPEN = ("waiting", "running")


class PaperJobQuerySet(models.QuerySet):
    """Begin at `request.plan.paperjobs`; the one that makes reports begins at all."""

    def kept(self, now: datetime):
        """Those that are not to be deleted yet."""
        return self.filter(expires_at__gt=now)

    def over(self, now: datetime):
        """Those whose time has passed."""
        return self.filter(expires_at__lte=now)

    def with_made_at(self):
        """Each with `made_at`: as of when its file was read, None without a file."""
        return self.annotate(made_at=models.F("file__made_at"))

    def of(self, membership):
        """Those that the member ordered, in the role the member has now."""
        return self.filter(membership=membership, role=membership.role)

    def open(self):
        """Those that wait or are being made."""
        return self.filter(state__in=OPEN)

    def waiting(self):
        """Those that nobody has begun, the oldest first."""
        return self.filter(state="waiting").order_by("ordered_at", "id")

    def running(self):
        """Those that are being made."""
        return self.filter(state="running")
