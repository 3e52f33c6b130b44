"""Reads of collaborations. The querysets import no models, since the models carry them."""

from datetime import date

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q

from config.danish import fold


class CollaborationQuerySet(models.QuerySet):
    """Always begun at `request.plan.collaborations`."""

    def bulk_create(self, objs, *args, **kwargs):
        """As Django's, keeping the columns true that search and order read."""
        objs = list(objs)
        for collaboration in objs:
            collaboration.fill_derived()
        return super().bulk_create(objs, *args, **kwargs)

    def ongoing(self, today: date):
        """Not ended: no end, or an end after `today`."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=today))

    def ended(self, today: date):
        """Ended `today` or before; who ends one today wants to see it gone from those that go on."""
        return self.filter(until__lte=today)

    def newest_first(self):
        """The order in which they were logged, newest on top."""
        return self.order_by("-created_at", "pk")

    def matching(self, text: str):
        """Every word of `text` somewhere in what it is about or in the name of one of its actors."""
        found = self
        for word in fold(text).split():
            of_actor = self._some_part(actor__search_text__contains=word)
            found = found.filter(Q(search_text__contains=word) | Q(of_actor))
        return found

    def same_as(self, *, actors, form: int, about: str):
        """Those of exactly these actors, in this form, about the same in any case and spelling of æøå."""
        ids = {actor.pk for actor in actors}
        return (
            self.filter(form=form, search_text=fold(about))
            .alias(
                parts=Count("participations"),
                shared=Count("participations", filter=Q(participations__actor__in=ids)),
            )
            .filter(parts=len(ids), shared=len(ids))
        )

    def with_actor(self, actor):
        """Those the actor takes part in."""
        return self.filter(self._some_part(actor=actor))

    def in_area(self, area):
        """Those in which an actor of the area takes part."""
        return self.filter(self._some_part(actor__areas=area))

    def of_kind(self, kind: str):
        """Those in which an actor of this kind takes part."""
        return self.filter(self._some_part(actor__kind=kind))

    def with_parts(self):
        """Fetched with their coordinators and their actors, two queries however many rows."""
        return self.select_related("coordinator").prefetch_related(
            models.Prefetch("participations", self._participations())
        )

    def _participations(self):
        """All participations with their actors, in Danish order; one of them filters by plan."""
        return self._all_parts().select_related("actor").order_by("actor__sort_key", "actor_id")

    def _some_part(self, **conditions) -> Exists:
        """True where some actor's part meets the conditions; no row is doubled as a join would."""
        return Exists(self._all_parts().filter(collaboration=OuterRef("pk"), **conditions))

    def _all_parts(self):
        """The manager of the model that points here; importing it would be a circle."""
        return self.model._meta.get_field("participations").related_model._default_manager
