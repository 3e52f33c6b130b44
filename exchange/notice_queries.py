"""Reads of notices, each method one filter in the staff's words. Imports no models."""

from datetime import date

from django.db import models
from django.db.models import Q


class NoticeQuerySet(models.QuerySet):
    """Begin at `request.plan.notices`."""

    def standing(self, today: date):
        """Those that can be told today: neither taken down nor over, of an actor that is active or of all."""
        active = Q(actor__isnull=True) | Q(actor__archived_at__isnull=True)
        return self.filter(active, withdrawn_at__isnull=True, last_on__gte=today)

    def over(self, today: date):
        """Those that are taken down or whose last day has passed."""
        return self.filter(Q(withdrawn_at__isnull=False) | Q(last_on__lt=today))

    def for_all(self):
        """Those that everybody may see."""
        return self.filter(is_public=True)

    def soonest(self):
        """What begins first on top; what goes on already by its last day."""
        return self.order_by("last_on", "created_at", "id")

    def beside(self, notice):
        """What a joint notice gathers: notices of single actors for its target group and its area.

        Without either it gathers all of them.
        """
        found = self.filter(actor__isnull=False).exclude(pk=notice.pk)
        if notice.target_group_id:
            found = found.filter(target_group=notice.target_group_id)
        return found.filter(area=notice.area_id) if notice.area_id else found
