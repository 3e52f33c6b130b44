"""Who looks at Overblik, and from where: the role, the forums one sits in, whom one speaks for."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from accounts.access import TEAM_ROLES
from accounts.models import Membership, Plan
from actors.models import Actor
from actors.representing import own_actor
from meetings.rights import Rights, rights_of


@dataclass(frozen=True)
class Viewpoint:
    """A member at a time. `own` is the organisation that a partner speaks for."""

    membership: Membership
    rights: Rights
    own: Actor | None
    now: datetime
    today: date

    @property
    def plan(self) -> Plan:
        """The plan that the member looks at."""
        return self.membership.plan

    @property
    def is_team(self) -> bool:
        """Whether the member works in the plan."""
        return self.membership.role in TEAM_ROLES

    @property
    def is_leader(self) -> bool:
        """Whether the member answers for all of the plan."""
        return self.membership.role == "leader"

    def sits_in(self) -> QuerySet:
        """The ids of the forums in which one has a seat; a part of other queries, none by itself."""
        return self.plan.forums.standing().sat_in_by(self.membership).values("pk")

    def answers_for(self):
        """The forums whose answers one owes: the team where it sits, a partner where they lead."""
        return self.sits_in() if self.is_team else self.rights.leads


def viewpoint_of(membership: Membership, now: datetime | None = None) -> Viewpoint:
    """Four queries for a partner, none for others."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    return Viewpoint(membership, rights_of(membership, today), own_actor(membership), now, today)
