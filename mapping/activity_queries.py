"""Reads of activities. The querysets import no models, since the models carry them."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q


class ActivityQuerySet(models.QuerySet):
    """Always begun at `request.plan.activitys`."""

    def standing(self):
        """Those that are not cancelled."""
        return self.filter(cancelled_at__isnull=True)

    def perhaps_between(self, begin: datetime, end: datetime):
        """Those that may have a time between two moments in UTC; `exchange.calendar_times` knows which."""
        single = Q(every=0, begins_at__lt=end, ends_at__gt=begin)
        series = Q(every__gt=0, begins_at__lt=end, until__gte=begin.date() - timedelta(days=1))
        # A time that was moved may lie outside its series.
        moved = self.model.changes.rel.related_model.objects.filter(begins_at__lt=end, ends_at__gt=begin)
        return self.filter(single | series | Q(pk__in=moved.values("activity")))

    def shown_to_all(self):
        """Those that everybody may see: said so, not cancelled, and by an actor that is active."""
        return self.standing().filter(is_public=True, actor__archived_at__isnull=True)
