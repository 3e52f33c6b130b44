"""Reads of activities. The querysets import no models, since the models carry them."""

from datetime import datetime

from django.db import models
from django.db.models import Q


class ActivityQuerySet(models.QuerySet):
    """Always begun at `request.plan.activitys`."""

    def standing(self):
        """Those that are not cancelled."""
        return self.filter(cancelled_at__isnull=True)

    def perhaps_between(self, begin: datetime, end: datetime):
        """Those that may have a time between two moments in UTC; `exchange.availability` knows which."""
        single = Q(every=0, begins_at__lt=end, ends_at__gt=begin)
        return self.filter(single | Q(every__gt=0, begins_at__lt=end, until__gte=begin.date()))
