"""Reads of initiatives, partners and reviews. The querysets import no models: the models carry them."""

from datetime import date

from django.db import models
from django.db.models import Max, Q

from config.danish import fold
from mapping.review_rules import half_year_before

CONDITIONS = Q(reviews__kind="conditions", reviews__removed_at=None)


class InitiativeQuerySet(models.QuerySet):
    """Always begun at `request.plan.initiatives`."""

    def standing(self):
        """Those that are not archived."""
        return self.filter(archived_at__isnull=True)

    def archived(self):
        """Those that were put away."""
        return self.filter(archived_at__isnull=False)

    def by_name(self):
        """In Danish order."""
        return self.order_by("sort_key", "pk")

    def matching(self, text: str):
        """Every word of `text` somewhere in name or purpose."""
        found = self
        for word in fold(text).split():
            found = found.filter(search_text__contains=word)
        return found

    def ratings_due(self, today: date):
        """Those whose group last rated its basic conditions half a year ago or more, the longest wait first.

        Each has `rated_on`. What nobody ever rated is not due.
        """
        latest = self.standing().annotate(rated_on=Max("reviews__held_on", filter=CONDITIONS))
        return latest.filter(rated_on__lte=half_year_before(today)).order_by("rated_on", "sort_key", "pk")


class PartnerQuerySet(models.QuerySet):
    """Always begun at `initiative.partners` or `request.plan.partners`."""

    def current(self):
        """Those that take part now, in the order they came in."""
        return self.filter(removed_at__isnull=True).order_by("created_at", "pk")

    def with_parts(self):
        """With their actor and what they do in each phase; two queries."""
        return self.select_related("actor").prefetch_related("parts")


class ReviewQuerySet(models.QuerySet):
    """Always begun at `initiative.reviews` or `request.plan.reviews`."""

    def kept(self):
        """Those that were not deleted."""
        return self.filter(removed_at__isnull=True)

    def about(self, kind: str):
        """Those of one kind, the latest first, with their answers; two queries."""
        return self.kept().filter(kind=kind).prefetch_related("answers")
