"""The big screen of a meeting: the item now and its clock. What it shows is decided on the minutes' page."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from config.danish import clock
from config.htmx import render_part
from meetings.minutes_actions import go_to
from meetings.minutes_forms import ItemInAddress, NewsForm
from meetings.minutes_merge import mark
from meetings.minutes_page import screen_of
from meetings.minutes_room import Room, room_of, writing_room
from meetings.screen_rules import Shown
from meetings.times import meeting_row


@require_safe
def screen(request, pk):
    """The screen; 204 to one that shows the newest. Nothing personal stands on it."""
    room = room_of(request, pk)
    picture = screen_of(room.meeting, room.sheet, room.now)
    newest = _mark(room, picture)
    if request.htmx and NewsForm(request.GET).shown() == newest:
        return HttpResponse(status=204)
    context = {
        "meeting": room.meeting, "forum": room.meeting.forum, "screen": picture, "version": newest,
        "row": meeting_row(room.meeting, room.today), "is_over": room.meeting.ends_at <= room.now,
        "ends": clock(timezone.localtime(room.meeting.ends_at)),
        "begins": clock(timezone.localtime(room.meeting.begins_at)),
        "address": reverse("minutes:screen", args=[request.plan.slug, pk]),
    }  # fmt: skip
    page, part = "meetings/screen.html", "meetings/_screen.html"
    return render_part(request, page, part, context, target="screen")


def _mark(room: Room, picture: Shown) -> str:
    """Changes with what is shown, not with the clock, which runs on the screen by itself."""
    following = picture.following
    said = (
        picture.now and (picture.now.key, picture.now.title, picture.now.planned), picture.number,
        picture.total, following and (following.title, following.planned), room.sheet.current_since,
        room.meeting.version, room.meeting.ends_at <= room.now,
    )  # fmt: skip
    return mark(repr(said))


@require_POST
def go(request, pk):
    """To another item, or to none."""
    room = writing_room(request, pk)
    go_to(
        meeting=room.meeting,
        item=ItemInAddress(request.POST).item(room.meeting),
        by=request.user,
        now=room.now,
    )
    return redirect(f"{reverse('minutes:minutes', args=[request.plan.slug, pk])}#nu")
