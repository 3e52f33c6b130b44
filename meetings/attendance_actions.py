"""Writing down who came, and whom they brought. Each is one transaction and harmless when repeated."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.audit import record, record_each
from accounts.models import User
from actors.actions import NameTaken, create_actor, submitted_id
from actors.contact_actions import add_contact
from actors.models import Actor, Contact
from config.danish import long_date
from meetings.locks import lock_chain
from meetings.models import Attendance, AttendanceMark, ForumSeat, Guest, Invite, Meeting, Reply

# What a reply says of who came, when nothing else is known.
AS_REPLIED = {
    Reply.YES: AttendanceMark.YES,
    Reply.SUBSTITUTE: AttendanceMark.SUBSTITUTE,
    Reply.NO: AttendanceMark.EXCUSED,
}


@transaction.atomic
def mark(*, meeting: Meeting, seat: ForumSeat, came: str, by: User, now: datetime) -> None:
    """Whether the seat was there; "" for not written down."""
    lock_chain(meeting.plan)
    there = meeting.attendances.filter(seat=seat).first()
    if came == (there.came if there else ""):
        return
    if not came:
        there.delete()
        record(plan=meeting.plan, by=by, verb="delete", obj=there)
    elif there:
        there.came, there.recorded_by = came, by
        there.save()
        record(plan=meeting.plan, by=by, verb="change", obj=there, fields=["came"])
    else:
        made = Attendance.objects.create(
            plan=meeting.plan, meeting=meeting, seat=seat, came=came, recorded_by=by
        )
        record(plan=meeting.plan, by=by, verb="create", obj=made)
    forget_food(meeting, now)


@transaction.atomic
def mark_as_replied(*, meeting: Meeting, by: User, now: datetime) -> int:
    """Write down what was answered of those of whom nothing is written; how many."""
    lock_chain(meeting.plan)
    known = set(meeting.attendances.values_list("seat", flat=True))
    there = meeting.invites.filter(reply__in=AS_REPLIED, seat__removed_at=None).exclude(seat__in=known)
    made = [
        Attendance(
            plan=meeting.plan, meeting=meeting, seat_id=one.seat_id, came=AS_REPLIED[one.reply],
            recorded_by=by, recorded_at=now,
        )
        for one in there
    ]  # fmt: skip
    Attendance.objects.bulk_create(made)
    record_each(plan=meeting.plan, by=by, verb="create", objects=made)
    forget_food(meeting, now)
    return len(made)


def forget_food(meeting: Meeting, now: datetime) -> None:
    """What people wrote about food is needed until the meal is eaten, at this meeting and those before."""
    past = Invite.objects.filter(meeting__forum=meeting.forum_id, meeting__ends_at__lte=now)
    past.exclude(food_note="").update(food_note="")


@transaction.atomic
def mark_guest(*, guest: Guest, has_come: bool, by: User) -> None:
    """Whether a guest was there."""
    if not Guest.objects.filter(pk=guest.pk).exclude(has_come=has_come).update(has_come=has_come):
        return
    record(plan=guest.plan, by=by, verb="change", obj=guest, fields=["has_come"])


@transaction.atomic
def register_guest(
    *, guest: Guest, by: User, name: str, kind: str, contact: str, role: str, submission: uuid.UUID | None
) -> tuple[Actor, bool]:
    """The guest's organisation in the registry, as only tracked down; whether it is new there.

    One of the same name is taken instead of a second one. With `contact`, a person at it by name and role.
    """
    lock_chain(guest.plan)
    guest.refresh_from_db()
    if guest.actor:
        return guest.actor, False
    actor, is_new = _find_or_make(guest, by, name, kind, submission)
    guest.actor = actor
    guest.save(update_fields=["actor"])
    record(plan=guest.plan, by=by, verb="change", obj=guest, fields=["actor"])
    if contact and is_new:
        heard = f"{guest.meeting.forum.name}, {long_date(timezone.localdate(guest.meeting.begins_at))}"
        add_contact(actor=actor, contact=Contact(name=contact, role=role, source=heard), by=by)
    return actor, is_new


def _find_or_make(guest: Guest, by: User, name: str, kind: str, submission) -> tuple[Actor, bool]:
    if there := guest.plan.actors.filter(name__iexact=name).first():
        return there, False
    area = guest.meeting.forum.area
    values = {"name": name, "kind": kind, "status": "spotted", "areas": [area] if area else []}
    try:
        made = create_actor(plan=guest.plan, by=by, values=values, pk=submitted_id(guest.plan, submission))
    except NameTaken:
        return guest.plan.actors.get(name__iexact=name), False
    return made, True
