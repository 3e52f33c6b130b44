"""What a meeting came to, on paper: minutes in the Danish form, a catalogue of ideas, or a folder."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from config.danish import full_date
from meetings.minutes_page import note_lines, promise_lines, promises_of
from meetings.minutes_room import room_of
from meetings.models import Meeting, MinutesSheet
from meetings.times import meeting_row
from meetings.views.minutes_by_link import approval_by, read_context
from reports.minutes_paper import idea_groups, presence_lines
from reports.sending import file_name
from reports.views.guides import document

TEMPLATES = {
    "minutes": "print/minutes.html",
    "ideas": "print/minutes_ideas.html",
    "folder": "print/minutes_folder.html",
}

# What is told at a meeting is no idea of those who were there.
TOLD = ("info", "talk")


@require_safe
def minutes(request, meeting_pk):
    """The minutes of a meeting, for those who see inside its forum."""
    room = room_of(request, meeting_pk)
    return _paper(request, room.meeting, room.sheet, request.membership)


@never_cache
@login_not_required
@require_safe
def minutes_by_link(request, token):
    """The same for a member with a link, while the minutes are out. Raises Http404."""
    row = approval_by(token)
    if not read_context(row)["is_out"]:
        raise Http404
    return _paper(request, row.sheet.meeting, row.sheet, None)


def _paper(request, meeting: Meeting, sheet: MinutesSheet, membership):
    now, today = timezone.now(), timezone.localdate()
    lines = note_lines(meeting, sheet, membership, now=now, can_write=False, leads=False)
    lines = [line for line in lines if not line.rests]
    context = {
        "meeting": meeting, "forum": meeting.forum, "sheet": sheet, "row": meeting_row(meeting, today),
        "lines": lines, "plan": meeting.plan, "today": full_date(today),
        "ideas": idea_groups(
            (line.note.title, line.note.text) for line in lines if line.note.kind not in TOLD
        ),
        "presence": presence_lines(
            meeting.attendances.order_by("seat__created_at", "seat__pk").values_list("came", "seat__title")
        ),
        "decisions": [line.note for line in lines if line.note.decision],
        "promises": promise_lines(promises_of(meeting), membership, today),
    }  # fmt: skip
    day = timezone.localdate(meeting.begins_at)
    name = file_name(sheet.get_shape_display(), meeting.forum.name, day.isoformat())
    # Only a member's look is logged: a link has no user, and what was never written has no row.
    logged = None if membership is None or sheet._state.adding else sheet
    return document(request, TEMPLATES[sheet.shape], context, name, about=logged)
