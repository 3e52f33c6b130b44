"""A meeting and its minutes as a member may use them, and what the page shows to that member."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.access import Permission, require
from meetings.minutes_actions import sheet_of
from meetings.minutes_forms import RemarkForm
from meetings.minutes_page import (
    answer_lines,
    carried_over,
    is_forum_writer,
    news_mark,
    note_lines,
    old_remarks,
    promise_lines,
    promises_of,
)
from meetings.models import Approval, Meeting, MinutesShape, MinutesSheet, MinutesState
from meetings.rights import Rights, rights_of
from meetings.times import meeting_row

NOT_A_WRITER = "Referatet skrives af dem, der sidder i forummet, og af helhedsplanens medarbejdere."


@dataclass(frozen=True)
class Room:
    """The meeting, its minutes stored or not, and what the member may do."""

    meeting: Meeting
    sheet: MinutesSheet
    rights: Rights
    now: datetime
    today: date

    @property
    def leads(self) -> bool:
        """Whether the member sends, approves and answers for the forum."""
        return self.meeting.forum.ended_at is None and self.rights.may_lead(self.meeting.forum_id)

    @property
    def writes(self) -> bool:
        """Whether the member writes, as long as it is a draft."""
        return is_forum_writer(self.meeting.forum, self.rights)

    @property
    def is_draft(self) -> bool:
        """Whether it can be written in."""
        return self.sheet.state == MinutesState.DRAFT

    def require_lead(self) -> None:
        """Raise PermissionDenied unless `leads`."""
        self.rights.require_lead(self.meeting.forum_id)
        if not self.leads:
            raise PermissionDenied(NOT_A_WRITER)


def room_of(request, pk) -> Room:
    """The meeting, for those who see inside its forum. Raises Http404."""
    require(request.membership, Permission.FORUM_VIEW)
    now, today = timezone.now(), timezone.localdate()
    rights = rights_of(request.membership, today)
    meeting = get_object_or_404(rights.meetings().select_related("forum__plan", "plan"), pk=pk)
    return Room(meeting, sheet_of(meeting), rights, now, today)


def writing_room(request, pk) -> Room:
    """The same for those who write. Raises Http404 or PermissionDenied."""
    room = room_of(request, pk)
    if not room.writes:
        raise PermissionDenied(NOT_A_WRITER)
    return room


def own_approval(room: Room) -> Approval | None:
    """What the member is asked about these minutes, or None."""
    if room.is_draft:
        return None
    rows = room.sheet.approvals.filter(round=room.sheet.round, membership=room.rights.membership)
    return rows.select_related("sheet__meeting__plan", "plan").order_by("-is_asked").first()


def minutes_context(request, room: Room, sent: tuple | None = None, remark_form=None) -> dict:
    """What meetings/minutes.html needs. `sent` is a form that was sent in vain, see `note_lines`."""
    meeting, sheet, today, member = room.meeting, room.sheet, room.today, request.membership
    lines = note_lines(
        meeting, sheet, member, now=room.now, can_write=room.writes and room.is_draft, leads=room.leads,
        sent=sent,
    )  # fmt: skip
    own = own_approval(room)
    about_all = [one for one in promise_lines(promises_of(meeting), member, today) if not one.promise.item_id]
    return {
        "place": "forums", "forum": meeting.forum, "meeting": meeting, "row": meeting_row(meeting, today),
        "sheet": sheet, "lines": lines, "leads": room.leads, "writes": room.writes,
        "is_draft": room.is_draft, "shapes": MinutesShape.choices,
        "news": news_mark(sheet, [(line.item, line.note) for line in lines]),
        "promises": about_all, "carried": promise_lines(carried_over(meeting), member, today, of_others=True),
        "answers": [] if room.is_draft else answer_lines(sheet, member, today),
        "remarks": old_remarks(sheet, member, today) if room.is_draft and room.writes else [],
        "own": own, "remark_form": remark_form or RemarkForm(initial={"remark": own.remark if own else ""}),
        "has_errors": bool(sent and sent[1].errors),
    }  # fmt: skip
