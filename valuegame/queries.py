"""Reads of games and seats, each method one filter in the staff's words. Imports no models."""

from django.db import models


class GameQuerySet(models.QuerySet):
    """Begin at `request.plan.games`, or at a token."""

    def kept(self):
        """Not deleted."""
        return self.filter(deleted_at__isnull=True)

    def open(self):
        """Those that a phone can join: neither closed nor deleted."""
        return self.kept().filter(closed_at__isnull=True)

    def newest_first(self):
        """By the day it is held, those without a day first, since they are being prepared."""
        return self.order_by(models.F("held_on").desc(nulls_first=True), "-created_at", "id")


class SeatQuerySet(models.QuerySet):
    """Begin at `game.seats` or `request.plan.seats`."""

    def present(self):
        """Those that have not been taken away from the table."""
        return self.filter(removed_at__isnull=True)
