"""What a member may do with forums: the team all, readers look, a partner with those they sit in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from accounts.access import Permission, may
from accounts.models import Membership
from meetings.models import CoordinatorTurn, Forum, KeptAgenda, Meeting, Referral, SeatPart
from meetings.turns import Turn, on_duty

NOT_YOURS = "Det kan kun tovholderen, formanden og helhedsplanens medarbejdere. Skriv til en af dem."


@dataclass(frozen=True)
class Rights:
    """A member before the forums. `sits_in` and `leads` hold the ids of forums, for a partner alone."""

    membership: Membership
    sees_all: bool
    edits: bool
    sits_in: frozenset[UUID] = frozenset()
    leads: frozenset[UUID] = frozenset()

    def inside(self, forum_pk: UUID) -> bool:
        """Whether the member sees the forum's agendas and what it sends and gets."""
        return self.sees_all or forum_pk in self.sits_in

    def may_lead(self, forum_pk: UUID) -> bool:
        """Whether the member plans its meetings and acts for it."""
        return self.edits or forum_pk in self.leads

    def require_lead(self, forum_pk: UUID) -> None:
        """Raise PermissionDenied, in plain words, unless `may_lead`."""
        if not self.may_lead(forum_pk):
            raise PermissionDenied(NOT_YOURS)

    def forums(self) -> QuerySet[Forum]:
        """Those whose inside the member sees."""
        return self._own(self.membership.plan.forums.all(), "pk__in")

    def meetings(self) -> QuerySet[Meeting]:
        """The meetings of those."""
        return self._own(self.membership.plan.meetings.all(), "forum__in")

    def kept_agendas(self, removed: bool = False) -> QuerySet[KeptAgenda]:
        """The agendas to begin from that were kept from those; with `removed` also the removed ones."""
        there = self.membership.plan.keptagendas
        return self._own(there.all() if removed else there.offered(), "forum__in")

    def referrals(self) -> QuerySet[Referral]:
        """All that forums send each other, or what came through those the member sits in."""
        there = self.membership.plan.referrals.all()
        return there if self.sees_all else there.through(list(self.sits_in))

    def _own(self, rows: QuerySet, path: str) -> QuerySet:
        return rows if self.sees_all else rows.filter(**{path: self.sits_in})


def refuse_onlookers(membership: Membership) -> None:
    """Raise PermissionDenied for one who sees all forums and acts for none. No query."""
    acts = may(membership, Permission.FORUM_EDIT) or may(membership, Permission.MEETING_JOIN)
    if may(membership, Permission.MEETING_VIEW) and not acts:
        raise PermissionDenied(NOT_YOURS)


def rights_of(membership: Membership, today: date) -> Rights:
    """Ask once for a page; three queries for a partner who sits somewhere, none for others."""
    sees_all = may(membership, Permission.MEETING_VIEW)
    edits = may(membership, Permission.FORUM_EDIT)
    if sees_all or not may(membership, Permission.MEETING_JOIN):
        return Rights(membership, sees_all, edits)
    sits_in = frozenset(membership.plan.forums.standing().sat_in_by(membership).values_list("pk", flat=True))
    return Rights(membership, sees_all, edits, sits_in, _led_by(membership, sits_in, today))


def _led_by(membership: Membership, forums: Iterable[UUID], today: date) -> frozenset[UUID]:
    """Those of the forums in which the member is a chair or tovholder today."""
    if not forums:
        return frozenset()
    own = membership.plan.forumseats.current().filter(membership=membership, forum__in=forums)
    seats = {seat.pk: seat for seat in own}
    led = {seat.forum_id for seat in seats.values() if seat.part == SeatPart.CHAIR}
    turns: dict[UUID, list[Turn]] = {}
    for turn in CoordinatorTurn.objects.filter(forum__in=forums, seat__removed_at=None):
        turns.setdefault(turn.forum_id, []).append(Turn(turn.seat_id, turn.starts_on))
    current = ((forum, on_duty(found, today)) for forum, found in turns.items())
    return frozenset(led | {forum for forum, turn in current if turn and turn.seat in seats})
