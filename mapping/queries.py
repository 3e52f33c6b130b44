"""Reads of collaborations. The querysets import no models, since the models carry them."""

from datetime import date

from django.db import models
from django.db.models import Q


class CollaborationQuerySet(models.QuerySet):
    """Always begun at `request.plan.collaborations`."""

    def ongoing(self, today: date):
        """Not ended: no end, or an end today or later."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=today))

    def ended(self, today: date):
        """Ended before `today`."""
        return self.filter(until__lt=today)

    def newest_first(self):
        """The order in which they were logged, newest on top."""
        return self.order_by("-created_at", "pk")
