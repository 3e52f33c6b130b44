"""Reads of actors and contacts, each method one filter in the staff's words.

The querysets import no models, since the models carry them.
"""

from datetime import date

from django.db import models
from django.db.models import Q

from config.danish import fold


class ActorQuerySet(models.QuerySet):
    """Always begun at `request.plan.actors`."""

    def active(self):
        """Not archived."""
        return self.filter(archived_at__isnull=True)

    def archived(self):
        """Put away; kept, with its history, until somebody brings it back."""
        return self.filter(archived_at__isnull=False)

    def by_name(self):
        """In Danish order, alike on both databases (A–Z, Æ, Ø, Å; Aa with Å)."""
        return self.order_by("sort_key", "pk")

    def matching(self, text: str):
        """Every word of `text` somewhere in name, kortnavn, core task, address or area name."""
        found = self
        for word in fold(text).split():
            found = found.filter(search_text__contains=word)
        return found

    def stale(self, since: date):
        """Nobody confirmed what stands here after `since`."""
        return self.filter(Q(confirmed_on__isnull=True) | Q(confirmed_on__lt=since))


class ContactQuerySet(models.QuerySet):
    """Always begun at `request.plan.contacts` or an actor of the plan."""

    def kept(self):
        """Not deleted. Also those of an archived actor, who may withdraw a consent like anybody else."""
        return self.filter(deleted_at__isnull=True)

    def deleted(self):
        """Taken away, and not yet erased."""
        return self.filter(deleted_at__isnull=False)

    def current(self):
        """Not deleted, and their actor not archived."""
        return self.kept().filter(actor__archived_at__isnull=True)

    def matching(self, text: str):
        """Every word of `text` in the name or role; what may be shown is decided afterwards."""
        found = self
        for word in fold(text).split():
            found = found.filter(search_text__contains=word)
        return found


class ConsentEventQuerySet(models.QuerySet):
    """The history of a consent; the ORM's ways of changing many at once are shut."""

    def update(self, **kwargs):
        raise TypeError("The history of a consent is only added to.")

    def delete(self):
        raise TypeError("The history of a consent is only added to; it goes with its contact.")
