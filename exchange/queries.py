"""Reads of places and bookings, each method one filter in the staff's words. Imports no models."""

from datetime import datetime

from django.db import models

from config.danish import sort_key


class FacilityQuerySet(models.QuerySet):
    """Begin at `request.plan.facilitys`."""

    def on_list(self):
        """Those that can be booked."""
        return self.filter(archived_at__isnull=True)

    def in_order(self) -> list:
        """Rooms first, then by name as Danes sort. A plan has some dozens, so the list is sorted here."""
        return sorted(self, key=lambda one: (one.kind != "room", sort_key(one.name), one.pk))


class BookingQuerySet(models.QuerySet):
    """Begin at `request.plan.bookings`."""

    def standing(self):
        """Those that were not cancelled."""
        return self.filter(cancelled_at__isnull=True)

    def between(self, begin: datetime, end: datetime):
        """Those of which some part is in the span (UTC)."""
        return self.filter(begins_at__lt=end, ends_at__gt=begin)


class WaitQuerySet(models.QuerySet):
    """Begin at `request.plan.waits`."""

    def waiting(self, now: datetime):
        """Those that may still get their time, who came first before the others."""
        still = self.filter(withdrawn_at=None, booking=None, begins_at__gt=now)
        return still.order_by("created_at", "id")
