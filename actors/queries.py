"""Reads of actors and contacts, each method one filter in the staff's words.

The querysets import no models, since the models carry them.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.db import models
from django.db.models import Case, Count, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce

from config.danish import fold


def _ongoing(path: str, today: date) -> Q:
    """The collaborations at the end of `path` that have not ended on `today` or before.

    Said here once more beside CollaborationQuerySet.ongoing, since mapping is the floor above.
    """
    return Q(**{f"{path}until__isnull": True}) | Q(**{f"{path}until__gt": today})


def _counted(related, owner: str) -> Coalesce:
    """How many of the rows `related` each actor has, as a subquery of its own.

    Joins would multiply each other, and a page of fifty actors would be counted for all two thousand.
    """
    counts = related.filter(**{owner: OuterRef("pk")}).order_by().values(owner)
    return Coalesce(Subquery(counts.annotate(number=Count("pk")).values("number")), 0)


def _related(model, name: str):
    """The rows, also of the floor above, that point at actors under the related name `name`."""
    return model._meta.get_field(name).related_model.objects.all()


# Kept for the day: putting the two together takes longer than the database needs to count.
@lru_cache(maxsize=4)
def _ongoing_parts(model, today: date) -> Coalesce:
    """The number of collaborations ongoing on `today`."""
    return _counted(_related(model, "participations").filter(_ongoing("collaboration__", today)), "actor")


@lru_cache(maxsize=4)
def _ongoing_coordinated(model, today: date) -> Coalesce:
    """The number of collaborations ongoing on `today` of which the actor is tovholder."""
    return _counted(_related(model, "coordinates").filter(_ongoing("", today)), "coordinator")


@lru_cache(maxsize=1)
def _last_contact(model) -> Subquery:
    """The day of the newest line in the contact log, or nothing."""
    kept = _related(model, "contact_notes").filter(deleted_at__isnull=True, actor=OuterRef("pk"))
    return Subquery(kept.order_by("-on").values("on")[:1])


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

    def matching(self, text: str, areas: Iterable[tuple] = ()):
        """Every word of `text` somewhere in name, kortnavn, core task, address or the name of an area.

        `areas` are (id, name) of the plan's areas; without them area names are not searched.
        """
        folded = [(pk, fold(name)) for pk, name in areas]
        found = self
        for word in fold(text).split():
            hit = Q(search_text__contains=word)
            named = [pk for pk, name in folded if word in name]
            if named:
                hit |= Q(pk__in=self.model.areas.through.objects.filter(area__in=named).values("actor"))
            found = found.filter(hit)
        return found

    def best_first(self, text: str):
        """Those whose name begins with `text`, then those with a word that does, then the rest by name."""
        folded = fold(text)
        if not folded:
            return self.by_name()
        return self.order_by(
            Case(
                When(search_text__startswith=folded, then=0),
                When(search_text__contains=f" {folded}", then=1),
                default=2,
            ),
            "sort_key",
            "pk",
        )

    def with_collaboration_count(self, today: date):
        """Adds `collaboration_count`: those ongoing on `today`."""
        return self.annotate(collaboration_count=_ongoing_parts(self.model, today))

    def with_coordinating_count(self, today: date):
        """Adds `coordinating_count`: the ongoing collaborations of which the actor is tovholder."""
        return self.annotate(coordinating_count=_ongoing_coordinated(self.model, today))

    def with_last_contact(self):
        """Adds `last_contact`: the day of the newest line in the contact log. For the team alone."""
        return self.annotate(last_contact=_last_contact(self.model))

    def named(self, name: str):
        """The one whose name is the same apart from case, accents and signs, or None."""
        folded = fold(name)
        # search_text begins with the folded name; what else begins so is sorted out here.
        candidates = self.filter(search_text__startswith=folded) if folded else self.filter(name=name)
        return next((actor for actor in candidates.order_by("pk") if fold(actor.name) == folded), None)

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


class TalkQuerySet(models.QuerySet):
    """Always begun at `request.plan.talks` or an actor of the plan."""

    def kept(self):
        """Not deleted."""
        return self.filter(deleted_at__isnull=True)

    def newest_first(self):
        """The latest first; of two on the same day the one begun last."""
        return self.order_by("-held_on", "-created_at", "pk")


class InterviewQuerySet(models.QuerySet):
    """Always begun at `request.plan.interviews` or an actor of the plan."""

    def kept(self):
        """Not deleted."""
        return self.filter(deleted_at__isnull=True)

    def newest_first(self):
        """The latest first; of two on the same day the one begun last."""
        return self.order_by("-held_on", "-created_at", "pk")


class ContactNoteQuerySet(models.QuerySet):
    """Always begun at `request.plan.contactnotes` or an actor of the plan."""

    def kept(self):
        """Not deleted."""
        return self.filter(deleted_at__isnull=True)

    def since(self, day: date):
        """Contacts on `day` or later."""
        return self.filter(on__gte=day)

    def newest_first(self):
        """The latest first; of two on the same day the one written last."""
        return self.order_by("-on", "-created_at", "pk")


class FollowUpQuerySet(models.QuerySet):
    """Always begun at `request.plan.followups` or an actor of the plan."""

    def open(self):
        """Promised and not yet kept; those about an archived actor wait with it."""
        waiting = self.filter(deleted_at__isnull=True, done_at__isnull=True)
        return waiting.exclude(actor__archived_at__isnull=False)

    def done(self):
        """Promised and kept."""
        return self.filter(deleted_at__isnull=True, done_at__isnull=False)

    def of(self, membership):
        """Those that this colleague answers for."""
        return self.filter(responsible=membership)

    def most_urgent_first(self):
        """By the day they are due, the oldest first."""
        return self.order_by("due", "created_at", "pk")
