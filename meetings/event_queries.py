"""Reads of events, those who come and the rounds of tables, each method one filter in the staff's words.

The querysets import no models, since the models carry them.
"""

from datetime import datetime

from django.db import models

COMING, WAITING, CANCELLED = "coming", "waiting", "cancelled"


class EventQuerySet(models.QuerySet):
    """Begin at `request.plan.events`."""

    def standing(self):
        """Those that were not called off."""
        return self.filter(cancelled_at__isnull=True)

    def ahead(self, now: datetime):
        """Those that are not over at `now`, the soonest first."""
        return self.filter(ends_at__gt=now).order_by("begins_at", "id")

    def between(self, begin: datetime, end: datetime):
        """Those that some of the time between two moments is in."""
        return self.filter(begins_at__lt=end, ends_at__gt=begin)

    def over(self, now: datetime):
        """Those that are over at `now`, the newest first."""
        return self.filter(ends_at__lte=now).order_by("-begins_at", "id")

    def for_all(self):
        """Those that may stand on the open page."""
        return self.filter(is_public=True)

    def with_numbers(self):
        """With how many come and how many wait, as `coming` and `waiting`; no query more."""
        coming = models.Count("guests", filter=models.Q(guests__state=COMING))
        waiting = models.Count("guests", filter=models.Q(guests__state=WAITING))
        return self.annotate(coming=coming, waiting=waiting)


class GuestQuerySet(models.QuerySet):
    """Begin at `request.plan.eventguests` or an event of the plan."""

    def coming(self):
        """Those who have a place."""
        return self.filter(state=COMING)

    def waiting(self):
        """Those who wait for one, the first in line first."""
        return self.filter(state=WAITING).order_by("queued_at", "id")

    def cancelled(self):
        """Those who let us know that they do not come."""
        return self.filter(state=CANCELLED)

    def seated(self):
        """Those for whom there is a chair: they have a place and were not told to be missing."""
        return self.coming().exclude(here=False)

    def by_organisation(self):
        """In the order of a list on paper."""
        return self.order_by("organisation", "name", "id")
