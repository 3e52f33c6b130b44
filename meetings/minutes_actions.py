"""Writing minutes: what an item came to, what was promised, and where the minutes are on their way.

Each is one transaction. Whoever writes in the minutes of a meeting waits for its row, so that texts are
compared one by one; what is sent again is harmless.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from accounts.audit import record
from accounts.models import Membership, User
from actors.follow_up_actions import make_follow_up
from meetings.minutes_merge import merge
from meetings.models import (
    AgendaItem,
    ForumSeat,
    ItemNote,
    Meeting,
    MeetingPromise,
    MinutesSheet,
    MinutesState,
)
from meetings.referral_actions import take_step
from meetings.referral_rules import Act

TEXTS = ("text", "proposal", "decision")


class MinutesProblem(Exception):
    """A rule says no; the text is a plain Danish sentence."""


class Contested(Exception):
    """Somebody else wrote the same fields: their names, and the note as it stands."""

    def __init__(self, names: tuple[str, ...], note: ItemNote):
        super().__init__(names)
        self.names, self.note = names, note


@dataclass(frozen=True)
class Typed:
    """What a form sent: the texts, the marks of those it began from and of those it was shown beside."""

    texts: Mapping[str, str]
    seen: Mapping[str, str]
    shown: Mapping[str, str]
    both: bool = False


def lock_meeting(meeting: Meeting) -> Meeting:
    """The meeting as it stands, while nobody else writes its minutes."""
    rows = Meeting.objects.select_for_update(no_key=True, of=("self",)).select_related("forum", "plan")
    return rows.get(pk=meeting.pk, plan=meeting.plan_id)


def sheet_of(meeting: Meeting) -> MinutesSheet:
    """The stored minutes, or new ones that are not stored."""
    there = MinutesSheet.objects.filter(meeting=meeting).first()
    return there or MinutesSheet(plan=meeting.plan, meeting=meeting)


def stored_sheet(meeting: Meeting) -> MinutesSheet:
    """The minutes, stored. Called while the meeting is locked."""
    return MinutesSheet.objects.get_or_create(meeting=meeting, defaults={"plan": meeting.plan})[0]


def note_on(meeting: Meeting, item: AgendaItem) -> ItemNote:
    """The stored note, or a new one that is not stored."""
    there = meeting.notes.filter(item=item).first()
    return there or ItemNote(
        plan=meeting.plan, meeting=meeting, item=item, kind=item.kind, title=item.title,
        position=item.position,
    )  # fmt: skip


# -- Texts ----------------------------------------------------------------------------------------


@transaction.atomic
def write_note(*, meeting: Meeting, item: AgendaItem, by: User, typed: Typed, now: datetime) -> ItemNote:
    """Write what was typed, and give back the note as it then stands.

    Raises Contested, and writes nothing, where somebody else wrote the same field and the user has not been
    shown it; MinutesProblem when the minutes were sent.
    """
    meeting = lock_meeting(meeting)
    note = note_on(meeting, item)
    merged = merge(
        stands={name: getattr(note, name) for name in TEXTS},
        typed=typed.texts, seen=typed.seen, shown=typed.shown, both=typed.both,
    )  # fmt: skip
    if not merged.write and not merged.contested:
        return note
    require_draft(stored_sheet(meeting))
    if merged.contested:
        raise Contested(merged.contested, note)
    for name, text in merged.write.items():
        setattr(note, name, text)
    note.title, note.kind, note.position = item.title, item.kind, item.position
    note.saved_at, note.saved_by, note.version = now, by, note.version + 1
    note.save()
    record(
        plan=meeting.plan, by=by, verb="change" if note.version > 1 else "create", obj=note,
        fields=merged.write if note.version > 1 else (),
    )  # fmt: skip
    return note


def require_draft(sheet: MinutesSheet) -> None:
    """Raise MinutesProblem for minutes that others are reading."""
    if sheet.state != MinutesState.DRAFT:
        raise MinutesProblem("Referatet er sendt ud. Hent det tilbage som kladde, før I skriver videre.")


@transaction.atomic
def choose_shape(*, meeting: Meeting, by: User, shape: str) -> None:
    """What the minutes are printed as; harmless when it is that already."""
    sheet = stored_sheet(lock_meeting(meeting))
    if sheet.shape == shape:
        return
    sheet.shape = shape
    save_sheet(sheet, by, "change", ["shape"])


def save_sheet(sheet: MinutesSheet, by: User | None, verb: str, fields: list[str]) -> None:
    """Write the named columns of minutes that are locked, and record it."""
    sheet.version = F("version") + 1
    sheet.save(update_fields=["version", *fields])
    sheet.refresh_from_db(fields=["version"])
    record(plan=sheet.plan, by=by, verb=verb, obj=sheet, fields=fields)


# -- The item now ---------------------------------------------------------------------------------


@transaction.atomic
def go_to(*, meeting: Meeting, item: AgendaItem | None, by: User, now: datetime) -> None:
    """The meeting is at this item from now on, or at none; harmless when it is there already."""
    meeting = lock_meeting(meeting)
    sheet = stored_sheet(meeting)
    if sheet.current_id == (item and item.pk):
        return
    if sheet.current_id and sheet.current_since:
        left = note_on(meeting, meeting.plan.agendaitems.get(pk=sheet.current_id))
        left.used_seconds += max(0, int((now - sheet.current_since).total_seconds()))
        left.save()
    sheet.current, sheet.current_since = item, now if item else None
    save_sheet(sheet, by, "move", ["current", "current_since"])


# -- Promises -------------------------------------------------------------------------------------


@transaction.atomic
def promise(
    *, meeting: Meeting, item: AgendaItem | None, seat: ForumSeat | None, by: User, what: str, due: date,
    submission: uuid.UUID | None = None,
) -> MeetingPromise:  # fmt: skip
    """A promise made at the meeting by whoever sits in the seat; the same submission twice makes one."""
    owner: Membership | None = seat.membership if seat else None
    follow_up = make_follow_up(
        plan=meeting.plan, by=by, what=what, due=due, responsible=owner, actor=seat.actor if seat else None,
        submission=submission,
    )  # fmt: skip
    made, _ = MeetingPromise.objects.get_or_create(
        follow_up=follow_up, defaults={"plan": meeting.plan, "meeting": meeting, "item": item, "seat": seat}
    )
    return made


# -- The answer to what another forum sent ---------------------------------------------------------


@transaction.atomic
def answer_with_decision(*, note: ItemNote, by: User, now: datetime) -> None:
    """Give the decision as the answer to what another forum asked.

    Raises MinutesProblem when there is no decision, and ReferralProblem for one that cannot be answered now.
    """
    if not note.decision:
        raise MinutesProblem("Skriv beslutningen først. Så kan den sendes som svar.")
    take_step(
        referral=note.item.referral, act=Act.ANSWERED, forum=note.item.forum, by=by, now=now,
        text=note.decision,
    )  # fmt: skip
