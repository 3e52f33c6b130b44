"""Which rows wait for one member's answer: minutes, sent items, agreements, bookings, invitations and more.

One query, whoever looks and however much waits.
"""

from collections.abc import Iterable

from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
)
from django.db.models.functions import Concat
from django.utils import timezone

from accounts.access import Permission, may
from meetings.models import PollReply, PollTime
from reports.asked import ANSWERS_AHEAD, Asked
from reports.one_query import arm, together
from reports.todo import PROMISES_AHEAD, Kind
from reports.viewpoint import Viewpoint

SHAPE = {
    "pk": UUIDField(), "other": UUIDField(), "what": CharField(), "whom": CharField(),
    "begins": DateTimeField(), "ends": DateTimeField(), "day": DateField(), "amount": IntegerField(),
    "is_turned": BooleanField(),
}  # fmt: skip
YES = Value(True, BooleanField())


def asked_of(view: Viewpoint) -> list[Asked]:
    """Everything that others have asked the member for. One query."""
    arms = [
        _approvals(view), _owed(view), _sent_back(view), _invitations(view), _second_choice(view),
        _polls(view),
    ]  # fmt: skip
    if may(view.membership, Permission.EXCHANGE_POST):
        arms += [_agreements(view), _bookings(view), _listings(view)]
    arms += [_signups(view), _ratings(view)] if view.is_team else [_promises(view)]
    return _series_as_one(_asked(*row) for row in together(arms))


def _asked(kind, pk, other, what, whom, begins, ends, day, amount, is_turned) -> Asked:
    about = (pk,) if other is None else (pk, other)
    begins, ends = (moment and timezone.localtime(moment) for moment in (begins, ends))
    return Asked(Kind(kind), about, what, whom or "", begins, ends, day, amount or 0, bool(is_turned))


def _series_as_one(found: Iterable[Asked]) -> list[Asked]:
    """The days of a series that wait for one owner's answer are one thing; a poll with two links too."""
    kept: dict[tuple, list[Asked]] = {}
    for one in sorted(found, key=lambda one: (one.kind, str(one.begins), one.about)):
        key = (one.kind, one.about[-1], one.what, one.whom) if one.kind == Kind.BOOKING else one.about
        kept.setdefault((one.kind, key), []).append(one)
    return [_first_of(group) for group in kept.values()]


def _first_of(group: list[Asked]) -> Asked:
    first = group[0]
    if first.kind != Kind.BOOKING:
        return first
    return Asked(
        first.kind, first.about[:1], first.what, first.whom, first.begins, first.ends, amount=len(group)
    )  # fmt: skip


def _part(kind: Kind, rows: QuerySet, **columns) -> QuerySet:
    return arm(rows, kind, SHAPE, **columns)


# -- Forums -----------------------------------------------------------------------------------------------


def _approvals(view: Viewpoint) -> QuerySet:
    """Minutes that went out, to which the member has neither said yes nor remarked."""
    rows = view.plan.approvals.filter(
        membership=view.membership, is_asked=True, approved_at=None, remark="", round=F("sheet__round"),
        sheet__state="sent", sheet__meeting__forum__ended_at=None, seat__removed_at=None,
        sheet__meeting__forum__in=view.sits_in(),
    )  # fmt: skip
    return _part(
        Kind.APPROVE, rows, pk="sheet__meeting_id", what="sheet__meeting__forum__name",
        begins="sheet__meeting__begins_at", ends="sheet__sent_at",
    )  # fmt: skip


def _owed(view: Viewpoint) -> QuerySet:
    """Answers that the member's forums owe soon; the leader sees all that are late."""
    soon = Q(due__lte=view.today + ANSWERS_AHEAD) | Q(due=None)
    mine = Q(at_forum__in=view.answers_for()) & soon
    late = Q(due__lt=view.today) if view.is_leader else Q(pk=None)
    rows = view.plan.referrals.owed().filter(mine | late)
    return _part(
        Kind.REFERRAL, rows, pk="pk", what="title", whom="sender__name", begins="since", day="due"
    )  # fmt: skip


def _sent_back(view: Viewpoint) -> QuerySet:
    """What the member's forums sent and got back, since it lacked something."""
    rows = view.plan.referrals.filter(state="returned", sender__in=view.answers_for())
    return _part(Kind.REFERRAL, rows, pk="pk", what="title", whom="at_forum__name", day="due", is_turned=YES)


def _seen_invites(view: Viewpoint) -> QuerySet:
    return view.plan.invites.filter(
        sent_at__isnull=False, meeting__cancelled_at=None, meeting__begins_at__gt=view.now,
        meeting__forum__ended_at=None, seat__removed_at=None,
    )  # fmt: skip


def _invitations(view: Viewpoint) -> QuerySet:
    """Meetings that one was asked to and has not answered."""
    rows = _seen_invites(view).filter(seat__membership=view.membership, reply="")
    return _invited(rows)


def _second_choice(view: Viewpoint) -> QuerySet:
    """Meetings to which one is asked instead of another, and has not said yes."""
    asked = {"reply": "substitute", "stand_in_said_yes": False}
    return _invited(_seen_invites(view).filter(seat__stand_in_membership=view.membership, **asked))


def _invited(rows: QuerySet) -> QuerySet:
    return _part(
        Kind.INVITE, rows, pk="meeting_id", other="seat_id", what="meeting__forum__name",
        whom="meeting__place", begins="meeting__begins_at", ends="meeting__ends_at",
    )  # fmt: skip


def _polls(view: Viewpoint) -> QuerySet:
    """Polls for a date that were sent to the member, with times to come and no answer yet."""
    same = {"seat": OuterRef("seat"), "is_stand_in": OuterRef("is_stand_in")}
    said = PollReply.objects.filter(time__poll=OuterRef("poll"), **same)
    times = PollTime.objects.filter(poll=OuterRef("poll"), begins_at__gt=view.now)
    rows = view.plan.seatlinks.filter(
        ~Exists(said), Exists(times), membership=view.membership, poll__closed_at=None, poll__meeting=None,
        poll__isnull=False, poll__forum__ended_at=None, seat__removed_at=None, revoked_at=None,
    )  # fmt: skip
    first = Subquery(times.order_by("begins_at").values("begins_at")[:1])
    return _part(
        Kind.POLL, rows, pk="poll_id", other="seat_id", what="poll__forum__name", begins=first
    )  # fmt: skip


def _promises(view: Viewpoint) -> QuerySet:
    """What one from another organisation promised at a meeting; the team's come from the contact log."""
    rows = view.plan.meetingpromises.filter(
        follow_up__responsible=view.membership, follow_up__done_at=None, follow_up__deleted_at=None,
        follow_up__due__lte=view.today + PROMISES_AHEAD, meeting__forum__in=view.sits_in(),
    )  # fmt: skip
    return _part(
        Kind.PROMISE, rows, pk="meeting_id", other="pk", what="follow_up__what",
        whom="meeting__forum__name", day="follow_up__due",
        is_turned=Value(not may(view.membership, Permission.MEETING_JOIN), BooleanField()),
    )  # fmt: skip


# -- The exchange, places and events ------------------------------------------------------------------------


def _agreements(view: Viewpoint) -> QuerySet:
    """Agreements that wait for a yes: of one's own organisation, or of one that is one's to look after."""
    waits = view.plan.agreements.filter(ended_at=None)
    if not view.is_team:
        own = Q(giver=view.own, giver_yes_at=None) | Q(taker=view.own, taker_yes_at=None)
        rows = waits.filter(own) if view.own else waits.none()
    else:
        me, user = view.membership, view.membership.user_id
        ours = Q(answer__created_by=user) | Q(answer__listing__created_by=user)
        held = Q(giver__held_by=me) | Q(taker__held_by=me)
        rows = waits.filter(ours | held).filter(Q(giver_yes_at=None) | Q(taker_yes_at=None))
    both = Concat("giver__name", Value(" til "), "taker__name", output_field=CharField())
    return _part(
        Kind.AGREEMENT, rows, pk="answer_id", what="what", whom=both, day="starts_on",
        is_turned=Value(not view.is_team, BooleanField()),
    )  # fmt: skip


def _bookings(view: Viewpoint) -> QuerySet:
    """Times that are held until the owner says yes: of one's own places, or of those that nobody holds."""
    rows = view.plan.holds.filter(is_live=True, awaits=True, booking__begins_at__gt=view.now)
    if view.is_team:
        rows = rows.filter(Q(facility__owner__held_by=view.membership) | Q(facility__owner__held_by=None))
    else:
        rows = rows.filter(facility__owner=view.own) if view.own else rows.none()
    return _part(
        Kind.BOOKING, rows, pk="booking_id", other="booking__series", what="facility__name",
        whom="booking__borrower__name", begins="booking__begins_at", ends="booking__ends_at",
    )  # fmt: skip


def _listings(view: Viewpoint) -> QuerySet:
    """Listings that run out within a week: one's organisation's, or those one wrote oneself."""
    mine = {"created_by": view.membership.user_id} if view.is_team else {"actor": view.own}
    rows = view.plan.listings.running_out(view.today).filter(**mine)
    return _part(Kind.LISTING, rows, pk="pk", what="title", whom="actor__name", day="ends_on")


def _signups(view: Viewpoint) -> QuerySet:
    """Events to come with a waiting list: those one made oneself, or whose maker is gone."""
    mine = Q(created_by=view.membership.user_id) | Q(created_by=None)
    rows = view.plan.events.standing().ahead(view.now).with_numbers().filter(mine, waiting__gt=0)
    return _part(
        Kind.SIGNUP, rows, pk="pk", what="title", begins="begins_at", ends="ends_at", amount="waiting"
    )  # fmt: skip


def _ratings(view: Viewpoint) -> QuerySet:
    """Initiatives one follows, whose group rated its basic conditions half a year ago."""
    rows = view.plan.initiatives.ratings_due(view.today).filter(relation=view.membership.user_id)
    return _part(Kind.RATING, rows.order_by(), pk="pk", what="name", day="rated_on")
