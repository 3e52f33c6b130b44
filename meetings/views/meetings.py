"""Meetings of a forum: a new one, moving it, calling it off."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import Permission, require
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from meetings import agenda_actions as actions
from meetings.forum_page import led_frame
from meetings.meeting_forms import MeetingForm
from meetings.models import AgendaItem, Meeting
from meetings.rights import refuse_onlookers, rights_of
from meetings.times import meeting_row

ITEMS_AT_MOST = 100


@require_form_methods
def meeting_create(request, pk):
    """One more meeting; answers that wait come on its agenda by themselves."""
    frame = led_frame(request, pk)
    form = MeetingForm(
        request.POST if request.method == "POST" else None, forum=frame.forum, today=frame.today
    )
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, frame.forum, form)
    made = _make(request, frame.forum, form)
    row = meeting_row(made, frame.today)
    undo = reverse("meetings:meeting_cancel", args=[request.plan.slug, made.pk])
    done(request, f"{frame.forum.name} mødes {row.short} {row.clock}.", lead="Gemt.", undo_url=undo)
    return redirect("meetings:meeting", request.plan.slug, made.pk)


@transaction.atomic
def _make(request, forum, form: MeetingForm) -> Meeting:
    made = actions.plan_meeting(
        forum=forum, by=request.user, values=form.values(), now=timezone.now(),
        submission=form.cleaned_data["submission"],
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=made)
    return made


def led_meeting(request, pk) -> Meeting:
    """A meeting of a forum that the member may act for. Raises Http404 for those of other forums."""
    require(request.membership, Permission.FORUM_VIEW)
    refuse_onlookers(request.membership)
    rights = rights_of(request.membership, timezone.localdate())
    row = get_object_or_404(rights.meetings().select_related("forum__plan", "plan"), pk=pk)
    if row.forum.ended_at:
        raise Http404
    rights.require_lead(row.forum_id)
    return row


@require_form_methods
def meeting_edit(request, pk):
    """Another time, place or why."""
    row, today = led_meeting(request, pk), timezone.localdate()
    data = request.POST if request.method == "POST" else None
    form = MeetingForm(data, forum=row.forum, today=today, instance=row)
    if data is None or not form.is_valid():
        return _form_page(request, row.forum, form, row)
    try:
        _change(request, form)
    except StaleVersion:
        fresh = led_meeting(request, pk)
        form = MeetingForm(on_top_of(fresh.version, data), forum=fresh.forum, today=today, instance=fresh)
        conflicts = conflicts_of(form) if form.is_valid() else None
        return _form_page(request, fresh.forum, form, fresh, conflicts)
    done(request, "Mødet er rettet.", lead="Gemt.")
    return redirect("meetings:meeting", request.plan.slug, pk)


@transaction.atomic
def _change(request, form: MeetingForm) -> None:
    actions.change_meeting(
        meeting=form.instance, by=request.user, values=form.values(), changed=form.changed_columns,
        version=form.cleaned_data["version"] or 0, now=timezone.now(),
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


def _form_page(request, forum, form: MeetingForm, meeting: Meeting | None = None, conflicts=None):
    context = {
        "place": "forums", "forum": forum, "form": form, "meeting": meeting, "conflicts": conflicts,
        "row": meeting_row(meeting, timezone.localdate()) if meeting else None,
    }  # fmt: skip
    return render(request, "meetings/meeting_form.html", context)


@require_POST
def meeting_cancel(request, pk):
    """Call it off; its items wait in the backlog, and the message's button takes all of it back."""
    row = led_meeting(request, pk)
    items = actions.cancel_meeting(meeting=row, by=request.user, now=timezone.now())
    undo = reverse("meetings:meeting_restore", args=[request.plan.slug, pk])
    kept = {"punkter": ",".join(str(one.pk) for one in items)}
    told = "Mødet er aflyst. Punkterne venter på et nyt møde." if items else "Mødet er aflyst."
    done(request, told, undo_url=undo, undo_fields=kept)
    return redirect("meetings:forum", request.plan.slug, row.forum_id)


class ItemsForm(forms.Form):
    """The items that stood on a meeting that was called off."""

    punkter = forms.CharField(required=False, max_length=40 * ITEMS_AT_MOST)

    def rows(self, meeting: Meeting) -> list[AgendaItem]:
        """Those that still wait in the forum's backlog, in the order they stood."""
        named = self.cleaned_data["punkter"].split(",") if self.is_valid() else []
        waiting = {str(one.pk): one for one in meeting.forum.items.backlog()}
        return [waiting[pk] for pk in named if pk in waiting]


@require_POST
def meeting_restore(request, pk):
    """Hold it after all."""
    row = led_meeting(request, pk)
    items = ItemsForm(request.POST).rows(row)
    actions.restore_meeting(meeting=row, by=request.user, items=items, now=timezone.now())
    messages.success(request, "Mødet står igen.")
    return redirect("meetings:meeting", request.plan.slug, pk)
