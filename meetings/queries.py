"""Reads of forums, seats, meetings, items and referrals, each method one filter in the staff's words.

The querysets import no models, since the models carry them.
"""

from datetime import date, datetime

from django.db import models
from django.db.models import Q

# Somebody owes the next step.
OPEN_STATES = ("waiting", "on_agenda", "returned")
# The forum where it is owes an answer.
OWED_STATES = ("waiting", "on_agenda")


class ForumQuerySet(models.QuerySet):
    """Begin at `request.plan.forums`."""

    def standing(self):
        """Those that have not been ended."""
        return self.filter(ended_at__isnull=True)

    def ended(self):
        """Those that have been ended; what they did is kept."""
        return self.filter(ended_at__isnull=False)

    def sat_in_by(self, membership):
        """Those in which the member has a seat or comes instead of somebody."""
        own = Q(seats__membership=membership) | Q(seats__stand_in_membership=membership)
        return self.filter(own, seats__removed_at__isnull=True).distinct()


class SeatQuerySet(models.QuerySet):
    """Begin at `request.plan.forumseats` or a forum of the plan."""

    def current(self):
        """Those that there are."""
        return self.filter(removed_at__isnull=True)

    def with_people(self):
        """With organisation, contacts and users; one query."""
        return self.select_related(
            "actor", "contact", "membership__user", "stand_in_contact", "stand_in_membership__user"
        )


class MeetingQuerySet(models.QuerySet):
    """Begin at `request.plan.meetings` or a forum of the plan."""

    def standing(self):
        """Those that were not cancelled."""
        return self.filter(cancelled_at__isnull=True)

    def coming(self, now: datetime):
        """Those that have not begun at `now`, the soonest first."""
        return self.standing().filter(begins_at__gt=now).order_by("begins_at", "id")

    def held(self, now: datetime):
        """Those that have begun at `now`, the newest first."""
        return self.standing().filter(begins_at__lte=now).order_by("-begins_at", "id")


class ItemQuerySet(models.QuerySet):
    """Begin at `request.plan.agendaitems` or a forum of the plan."""

    def open(self):
        """Not done with, not let go."""
        return self.filter(closed_at__isnull=True)

    def backlog(self):
        """Those that wait for a meeting."""
        return self.open().filter(meeting__isnull=True)

    def answers(self):
        """Those that tell what became of something that was sent."""
        return self.filter(is_answer=True)


class KeptAgendaQuerySet(models.QuerySet):
    """Begin at `request.plan.keptagendas`."""

    def offered(self):
        """Those that were not removed."""
        return self.filter(removed_at__isnull=True)


class ReferralQuerySet(models.QuerySet):
    """Begin at `request.plan.referrals`."""

    def open(self):
        """Those in which somebody owes the next step."""
        return self.filter(state__in=OPEN_STATES)

    def owed(self):
        """Those to which the forum where they are owes an answer."""
        return self.filter(state__in=OWED_STATES)

    def overdue(self, today: date):
        """Those that are still open and whose last day has passed."""
        return self.open().filter(due__lt=today)

    def through(self, forums):
        """Those that one of the forums has sent, or that were with it at some time."""
        was_there = Q(sender__in=forums) | Q(at_forum__in=forums)
        return self.filter(was_there | Q(steps__to_forum__in=forums)).distinct()

    def with_forums(self):
        """With the forum it came from and the one it is in."""
        return self.select_related("sender", "at_forum")
