"""Reads of goals and indicators. The querysets import no models, since the models carry them."""

from django.db import models
from django.db.models import Q


class GoalQuerySet(models.QuerySet):
    """Begin at `request.plan.goals`."""

    def standing(self):
        """Those that were not put away, nor what they are a part of."""
        return self.filter(Q(parent=None) | Q(parent__dropped_at=None), dropped_at=None)

    def with_parts_of(self, pk):
        """The goal, and the parts it has."""
        return self.filter(Q(pk=pk) | Q(parent=pk))

    def whole(self):
        """Those that are no part of another."""
        return self.filter(parent=None)


class IndicatorQuerySet(models.QuerySet):
    """Begin at `request.plan.indicators`."""

    def standing(self):
        """Those that are counted: not put away, and their goals stand."""
        goal = Q(goal__parent=None) | Q(goal__parent__dropped_at=None)
        return self.filter(goal, dropped_at=None, goal__dropped_at=None)

    def by_hand(self):
        """Those that somebody counts."""
        return self.filter(automatic="")

    def in_order(self):
        """By focus area, goal, part and age, as the pages show them."""
        return self.order_by(
            "goal__focus_area__position", "goal__focus_area__name", "goal__parent__created_at",
            "goal__created_at", "created_at", "pk",
        )  # fmt: skip


class StoryQuerySet(models.QuerySet):
    """Begin at `request.plan.goalstorys`."""

    def kept(self):
        """Those that were not deleted."""
        return self.filter(removed_at=None)
