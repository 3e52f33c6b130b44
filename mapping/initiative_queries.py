"""Reads of initiatives. The querysets import no models, since the models carry them."""

from django.db import models
from django.db.models import Count

from config.danish import fold


class InitiativeQuerySet(models.QuerySet):
    """Always begun at `request.plan.initiatives`."""

    def standing(self):
        """Those that are not archived."""
        return self.filter(archived_at__isnull=True)

    def by_name(self):
        """In Danish order."""
        return self.order_by("sort_key", "pk")

    def with_partner_counts(self):
        """Annotated with `number_of_partners`."""
        return self.annotate(number_of_partners=Count("partners", distinct=True))

    def matching(self, text: str):
        """Every word of `text` somewhere in name or purpose."""
        found = self
        for word in fold(text).split():
            found = found.filter(search_text__contains=word)
        return found
