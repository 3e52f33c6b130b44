"""Changes that build an agenda: who is needed, who does what, agendas to begin from. Each is atomic."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from accounts.audit import record
from accounts.models import User
from actors.actions import StaleVersion
from actors.versions import mark_once
from meetings.agenda_actions import HELD, add_item
from meetings.locks import lock_chain
from meetings.models import AgendaItem, ForumSeat, KeptAgenda, KeptAgendaItem, Meeting, NeededFor, RoleAt
from meetings.referral_rules import ReferralProblem


@dataclass(frozen=True)
class Draft:
    """An item to begin from."""

    kind: str
    title: str
    text: str
    minutes: int | None


@transaction.atomic
def set_needed(*, item: AgendaItem, by: User, seats: Iterable[ForumSeat], version: int) -> None:
    """These are needed for the item; none means everybody. Raises StaleVersion."""
    wanted = {seat.pk for seat in seats}
    there = set(item.needed.values_list("seat", flat=True))
    if wanted == there:
        return
    same = AgendaItem.objects.filter(pk=item.pk, plan=item.plan_id, version=version)
    if not same.update(version=F("version") + 1):
        raise StaleVersion
    item.needed.exclude(seat__in=wanted).delete()
    NeededFor.objects.bulk_create(
        NeededFor(plan_id=item.plan_id, item=item, seat_id=pk) for pk in sorted(wanted - there)
    )
    record(plan=item.plan, by=by, verb="change", obj=item, fields=["needed"])


@transaction.atomic
def set_roles(*, meeting: Meeting, by: User, changed: Mapping[ForumSeat, str]) -> None:
    """Give the seats these roles; "" is none. Seats that are not named keep theirs."""
    lock_chain(meeting.plan)
    there = {one.seat_id: one.role for one in meeting.roles.all()}
    changed = {seat: role for seat, role in changed.items() if there.get(seat.pk, "") != role}
    if not changed:
        return
    meeting.roles.filter(seat__in=list(changed)).delete()
    RoleAt.objects.bulk_create(
        RoleAt(plan_id=meeting.plan_id, meeting=meeting, seat=seat, role=role)
        for seat, role in changed.items() if role
    )  # fmt: skip
    record(plan=meeting.plan, by=by, verb="change", obj=meeting, fields=["roles"])


@transaction.atomic
def begin_from(
    *, meeting: Meeting, by: User, drafts: Iterable[Draft], now: datetime, submission: uuid.UUID | None = None
) -> list[AgendaItem]:
    """Put the drafts last on the agenda. The same submission twice puts them there once.

    Raises ReferralProblem for a meeting that is over or was cancelled.
    """
    lock_chain(meeting.plan)
    if meeting.cancelled_at or meeting.ends_at <= now:
        raise ReferralProblem(HELD)
    return [
        add_item(
            forum=meeting.forum, by=by, meeting=meeting,
            submission=uuid.uuid5(submission, str(number)) if submission else None,
            values={"kind": one.kind, "title": one.title, "text": one.text, "minutes": one.minutes},
        )
        for number, one in enumerate(drafts)
    ]  # fmt: skip


@transaction.atomic
def take_back(*, meeting: Meeting, by: User, items: Iterable[uuid.UUID]) -> int:
    """Remove those of the items that still are as they were put there; how many that was."""
    lock_chain(meeting.plan)
    rows = meeting.items.filter(
        pk__in=list(items), version=1, referral=None, closed_at=None, responsible=None, referrals=None
    )
    found = list(rows)
    for one in found:
        record(plan=meeting.plan, by=by, verb="delete", obj=one)
    AgendaItem.objects.filter(pk__in=[one.pk for one in found]).delete()
    return len(found)


@transaction.atomic
def keep_agenda(*, meeting: Meeting, by: User, name: str, submission: uuid.UUID | None = None) -> KeptAgenda:
    """Keep the meeting's own items to begin from another time; what other forums sent stays out of it."""
    lock_chain(meeting.plan)
    there = meeting.plan.keptagendas
    if submission and (kept := there.filter(submission=submission).first()):
        return kept
    kept = KeptAgenda.objects.create(
        plan=meeting.plan, forum=meeting.forum, name=name, created_by=by, submission=submission
    )
    own = meeting.items.filter(referral=None)
    KeptAgendaItem.objects.bulk_create(
        KeptAgendaItem(
            plan=meeting.plan, agenda=kept, kind=one.kind, title=one.title, text=one.text,
            minutes=one.minutes, position=number,
        )
        for number, one in enumerate(own)
    )  # fmt: skip
    record(plan=meeting.plan, by=by, verb="create", obj=kept)
    return kept


def remove_kept(*, kept: KeptAgenda, by: User, now: datetime) -> None:
    """No longer offered; harmless when repeated."""
    mark_once(row=kept, by=by, verb="delete", removed_at=now)


def restore_kept(*, kept: KeptAgenda, by: User) -> None:
    """Offered again."""
    mark_once(row=kept, by=by, verb="restore", removed_at=None)
