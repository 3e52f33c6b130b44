"""What a member may do with places and bookings: the team for all, a partner for the one they speak for."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from accounts.access import Permission, may, require
from accounts.models import Membership
from actors.models import Actor
from actors.representing import own_actor
from exchange.models import Booking, Facility

NOBODY = "Lederen skal først vælge, hvem du taler for. Så kan du booke for dem."
NOT_YOURS = "Du kan kun ændre det, din egen organisation har booket. Skriv til helhedsplanen."


@dataclass(frozen=True, slots=True)
class Booker:
    """A member before the places; `own` is the organisation that a partner speaks for."""

    sees_who: bool
    is_team: bool
    own: Actor | None = None

    @property
    def can_book(self) -> bool:
        """Whether there is anybody to book for."""
        return self.is_team or self.own is not None

    @property
    def waits_for_leader(self) -> bool:
        """A partner for whom nobody has said whom they speak for."""
        return self.sees_who and not self.can_book

    def may_borrow(self, facility: Facility) -> bool:
        """Whether the place is lent to those the member speaks for."""
        return self.is_team or (self.own is not None and facility.open_to == Facility.OpenTo.ALL)

    def may_change(self, booking: Booking) -> bool:
        """Whether the booking is one that the member may move and cancel."""
        return self.speaks_for(booking.borrower_id)

    def speaks_for(self, actor_pk) -> bool:
        """Whether the member may act for the organisation."""
        return self.is_team or (self.own is not None and self.own.pk == actor_pk)

    def require_change(self, booking: Booking) -> None:
        """Raise PermissionDenied, in plain words, unless `may_change`."""
        if not self.may_change(booking):
            raise PermissionDenied(NOT_YOURS)

    def require_somebody(self) -> None:
        """Raise PermissionDenied when there is nobody to book for."""
        if not self.can_book:
            raise PermissionDenied(NOBODY)


def booker_of(membership: Membership) -> Booker:
    """Ask once for a page; a query for a partner, none for others."""
    sees_who = may(membership, Permission.BOOKING_MAKE)
    own = own_actor(membership) if sees_who else None
    return Booker(sees_who, may(membership, Permission.BOOKING_EDIT), own)


def require_booker(membership: Membership) -> Booker:
    """The member as one who may book. Raises PermissionDenied for those who only look."""
    require(membership, Permission.BOOKING_MAKE)
    return booker_of(membership)
