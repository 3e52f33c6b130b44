"""What the page with the minutes shows: each item with its form or text, promises, and who has answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from accounts.models import Membership
from config.danish import clock, long_date
from meetings.agenda_method import KIND_BY_CODE, Mode
from meetings.approval_actions import approvals_of
from meetings.minutes_actions import TEXTS
from meetings.minutes_forms import NoteForm
from meetings.minutes_merge import mark
from meetings.models import AgendaItem, Approval, Forum, ItemNote, Meeting, MeetingPromise, MinutesSheet
from meetings.people import name_of
from meetings.screen_rules import Shown, Slice, clock_in_words, shown
from meetings.times import day_of

SOMEBODY = "En tidligere kollega"
COLLEAGUE = "En medarbejder i helhedsplanen"


@dataclass(frozen=True)
class PromiseLine:
    """A promise made at a meeting: who owns it as the viewer may know, and how late it is."""

    promise: MeetingPromise
    what: str
    who: str
    due: str
    late: bool
    is_done: bool
    # "3. december", when it was made at another meeting than the one that is looked at.
    made: str = ""


@dataclass(frozen=True)
class NoteLine:
    """One item of the minutes. `form` is None for breaks, and for those who only read."""

    item: AgendaItem | None
    note: ItemNote
    form: NoteForm | None
    saved: str
    used: str
    is_now: bool
    rests: bool
    can_answer: bool
    promises: tuple[PromiseLine, ...] = ()
    conflicts: tuple = ()


def notes_of(meeting: Meeting) -> list[tuple[AgendaItem | None, ItemNote]]:
    """Each item of the agenda with its note, stored or not; last those that were written and then moved."""
    stored = list(meeting.notes.select_related("saved_by"))
    items = list(
        meeting.items.select_related("forum", "referral__sender", "referral__at_forum", "responsible")
    )
    by_item = {note.item_id: note for note in stored}
    here = {item.pk for item in items}
    moved = [(None, note) for note in stored if note.version and note.item_id not in here]
    return [*((item, by_item.get(item.pk) or _blank(meeting, item)) for item in items), *moved]


def _blank(meeting: Meeting, item: AgendaItem) -> ItemNote:
    return ItemNote(
        plan=meeting.plan, meeting=meeting, item=item, kind=item.kind, title=item.title,
        position=item.position,
    )  # fmt: skip


def rests(kind: str) -> bool:
    """Whether it is a break or a meal, of which nothing is written down."""
    return KIND_BY_CODE[kind].mode is Mode.REST


def saved_in_words(note: ItemNote, membership: Membership | None) -> str:
    """ "Gemt kl. 16.12 af Amina Bøgh", or "" while nothing is written."""
    if note.saved_at is None:
        return ""
    by = note.saved_by.name if note.saved_by else SOMEBODY
    hides = membership is None or membership.role == "support"
    return f"Gemt kl. {clock(timezone.localtime(note.saved_at))}" + ("" if hides else f" af {by}")


def promise_lines(
    rows: Iterable[MeetingPromise], membership: Membership | None, today: date, *, of_others: bool = False
) -> list[PromiseLine]:
    """The promises as the viewer may read them; fetch with `with_people`."""
    return [_promise_line(row, membership, today, of_others) for row in rows]


def _promise_line(row: MeetingPromise, membership, today: date, of_others: bool) -> PromiseLine:
    promise, seat = row.follow_up, row.seat
    who = name_of(seat.contact if seat else None, promise.responsible, membership, today)
    was_given_on = promise.responsible_id and promise.responsible_id != (seat and seat.membership_id)
    title = COLLEAGUE if was_given_on else seat.title if seat else "Ingen endnu"
    return PromiseLine(
        row, promise.what, who or title, long_date(promise.due, today),
        promise.done_at is None and promise.due < today, promise.done_at is not None,
        day_of(row.meeting.begins_at, today) if of_others else "",
    )  # fmt: skip


def with_people(rows):
    """Promises with what their lines say; one query."""
    return rows.select_related(
        "follow_up__responsible__user", "seat__contact", "seat__membership__user", "meeting", "item"
    ).filter(follow_up__deleted_at__isnull=True)


def promises_of(meeting: Meeting) -> list[MeetingPromise]:
    """Those made at the meeting, the soonest due first."""
    return list(with_people(meeting.promises.all()).order_by("follow_up__due", "follow_up__created_at"))


def carried_over(meeting: Meeting) -> list[MeetingPromise]:
    """Those that were made at the forum's earlier meetings and still wait."""
    earlier = meeting.plan.meetingpromises.filter(
        meeting__forum=meeting.forum_id, meeting__begins_at__lt=meeting.begins_at,
        follow_up__done_at__isnull=True,
    ).exclude(follow_up__actor__archived_at__isnull=False)  # fmt: skip
    return list(with_people(earlier).order_by("follow_up__due", "follow_up__created_at"))


def used_seconds(note: ItemNote, sheet: MinutesSheet, now: datetime) -> int:
    """How long the item took until now."""
    runs = sheet.current_id is not None and sheet.current_id == note.item_id and sheet.current_since
    return note.used_seconds + (max(0, int((now - sheet.current_since).total_seconds())) if runs else 0)


def screen_of(meeting: Meeting, sheet: MinutesSheet, now: datetime) -> Shown:
    """What the big screen shows."""
    slices = [
        Slice(item.pk, item.title, item.get_kind_display(), item.minutes, used_seconds(note, sheet, now))
        for item, note in notes_of(meeting)
        if item is not None
    ]
    return shown(slices, sheet.current_id)


def note_lines(
    meeting: Meeting, sheet: MinutesSheet, membership: Membership | None, *, now: datetime, can_write: bool,
    leads: bool, sent: tuple[UUID, NoteForm, tuple] | None = None,
) -> list[NoteLine]:  # fmt: skip
    """All items as the page shows them; `sent` is the form that was just sent in vain, and the conflicts."""
    today = timezone.localdate(now)
    promises: dict = {}
    for line in promise_lines(promises_of(meeting), membership, today):
        promises.setdefault(line.promise.item_id, []).append(line)
    return [
        _note_line(item, note, sheet, membership, now, can_write, leads, promises, sent)
        for item, note in notes_of(meeting)
    ]


def _note_line(item, note, sheet, membership, now, can_write, leads, promises, sent) -> NoteLine:
    own = sent is not None and item is not None and sent[0] == item.pk
    writes = can_write and item is not None and not rests(note.kind)
    # What was typed is shown again, also when the minutes were sent out meanwhile.
    form = sent[1] if own else NoteForm(note=note) if writes else None
    used = used_seconds(note, sheet, now)
    planned = item.minutes if item else None
    return NoteLine(
        item, note, form, saved_in_words(note, membership), clock_in_words(used, planned) if used else "",
        item is not None and sheet.current_id == item.pk, rests(note.kind),
        bool(leads and item and item.referral_id and not item.is_answer and not item.closed_at),
        tuple(promises.get(note.item_id, ())) if note.item_id else (), sent[2] if own else (),
    )  # fmt: skip


# -- Who has answered -----------------------------------------------------------------------------


@dataclass(frozen=True)
class AnswerLine:
    """One who was sent the minutes: who, what they said, and whether a mail could reach them."""

    who: str
    approval: Approval
    said: str
    remark: str


def answer_lines(sheet: MinutesSheet, membership: Membership | None, today: date) -> list[AnswerLine]:
    """All of the round, as the viewer may know them."""
    return [_answer_line(row, membership, today) for row in approvals_of(sheet)]


def _answer_line(row: Approval, membership, today: date) -> AnswerLine:
    who = name_of(row.contact, row.membership, membership, today)
    title = row.seat.title if row.seat else ""
    said = "Godkendt" if row.approved_at else ("Har en bemærkning" if row.remark else "Har ikke svaret")
    if not row.is_asked and not row.remark:
        said = "Læser med"
    label = f"{who}, {title}" if who and title else who or title or SOMEBODY
    return AnswerLine(label, row, said, row.remark)


def old_remarks(sheet: MinutesSheet, membership: Membership | None, today: date) -> list[AnswerLine]:
    """What was remarked in the latest round, for whoever mends the draft."""
    return [line for line in answer_lines(sheet, membership, today) if line.remark]


def news_mark(sheet: MinutesSheet, pairs) -> str:
    """One word that changes when anything in the minutes does."""
    parts = (f"{note.item_id}.{note.version}" for _, note in pairs)
    return mark(" ".join((str(sheet.version), *parts)))


def stands(note: ItemNote) -> dict[str, str]:
    """The texts by their names."""
    return {name: getattr(note, name) for name in TEXTS}


def first_due(today: date) -> date:
    """The day that a new promise starts with."""
    return today + timedelta(days=14)


def is_forum_writer(forum: Forum, rights) -> bool:
    """Whether the member may write its minutes: who leads it, and those who sit in it with a login."""
    return forum.ended_at is None and (rights.may_lead(forum.pk) or forum.pk in rights.sits_in)
