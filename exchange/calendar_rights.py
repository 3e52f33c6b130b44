"""What a member may do with activities: the team all, a partner those of the one they speak for."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from accounts.access import Permission, may, require
from accounts.models import Membership
from actors.models import Actor
from actors.representing import own_actor
from mapping.models import Activity

NOBODY = "Lederen skal først vælge, hvem du taler for. Så kan du sætte deres aktiviteter i kalenderen."
NOT_YOURS = "Du kan kun ændre det, din egen organisation står bag. Skriv til helhedsplanen."


@dataclass(frozen=True, slots=True)
class Poster:
    """A member before the calendar; `own` is the organisation that a partner speaks for."""

    is_team: bool
    own: Actor | None = None

    @property
    def can_post(self) -> bool:
        """Whether there is anybody to put something in for."""
        return self.is_team or self.own is not None

    def speaks_for(self, actor_pk) -> bool:
        """Whether the member may act for the organisation."""
        return self.is_team or (self.own is not None and self.own.pk == actor_pk)

    def may_change(self, activity: Activity) -> bool:
        """Whether the activity is the member's to change."""
        return self.speaks_for(activity.actor_id)

    def require_change(self, activity: Activity) -> None:
        """Raise PermissionDenied, in plain words, unless `may_change`."""
        if not self.may_change(activity):
            raise PermissionDenied(NOT_YOURS)

    def require_actor(self, actor_pk) -> None:
        """Raise PermissionDenied, in plain words, unless the member may act for the organisation."""
        if not self.speaks_for(actor_pk):
            raise PermissionDenied(NOT_YOURS)

    def require_somebody(self) -> None:
        """Raise PermissionDenied when there is nobody to put something in for."""
        if not self.can_post:
            raise PermissionDenied(NOBODY)


def poster_of(membership: Membership) -> Poster:
    """Ask once for a page; a query for a partner, none for others."""
    own = own_actor(membership) if may(membership, Permission.ACTIVITY_POST) else None
    return Poster(may(membership, Permission.ACTIVITY_EDIT), own)


def require_poster(membership: Membership) -> Poster:
    """The member as one who may put something in. Raises PermissionDenied for those who only look."""
    require(membership, Permission.ACTIVITY_POST)
    return poster_of(membership)
