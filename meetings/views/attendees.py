"""Who is there when, who does what, and who is needed for which item."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.access import Permission, require
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from config.methods import require_form_methods
from config.undo import done
from meetings import builder_actions as actions
from meetings.agenda_page import agenda_page, own_times
from meetings.builder_forms import NeededForm, RolesForm
from meetings.models import Meeting
from meetings.rights import rights_of
from meetings.times import meeting_row
from meetings.views.items import led_item, names_in


@require_form_methods
def attendees(request, pk):
    """Everybody with role and time; those who lead the forum choose the roles."""
    require(request.membership, Permission.FORUM_VIEW)
    today = timezone.localdate()
    rights = rights_of(request.membership, today)
    row = get_object_or_404(rights.meetings().select_related("forum", "plan"), pk=pk)
    leads = rights.may_lead(row.forum_id) and row.forum.ended_at is None and row.cancelled_at is None
    if request.method == "POST" and not leads:
        if row.forum.ended_at or row.cancelled_at:
            raise Http404
        rights.require_lead(row.forum_id)
    page = agenda_page(row, request.membership, today)
    names = {one.row.seat: one.row.label for one in page.attendees}
    form = RolesForm(request.POST if request.method == "POST" else None, meeting=row, names=names)
    conflicts = None
    if request.method == "POST" and form.is_valid():
        conflicts = form.conflicts()
        if not conflicts:
            return _save(request, row, form)
        form = RolesForm(form.seen_now(request.POST), meeting=row, names=names)
        form.is_valid()
    lines = [
        (one, form[f"role-{one.row.seat.pk}"], form[f"seen-{one.row.seat.pk}"]) for one in page.attendees
    ]
    context = {
        "place": "forums", "forum": row.forum, "meeting": row, "row": meeting_row(row, today), "page": page,
        "lines": lines, "form": form, "leads": leads, "conflicts": conflicts,
        "own_times": own_times(page.attendees, request.membership),
    }  # fmt: skip
    return render(request, "meetings/attendees.html", context)


def _save(request, row: Meeting, form: RolesForm):
    actions.set_roles(meeting=row, by=request.user, changed=form.changed)
    done(request, "Rollerne er fordelt.", lead="Gemt.")
    return redirect("meetings:attendees", request.plan.slug, row.pk)


@require_form_methods
def item_needed(request, pk):
    """Who is needed for one item."""
    item, data = led_item(request, pk), request.POST if request.method == "POST" else None
    names = names_in(request, item.forum)
    form, conflicts = NeededForm(data, item=item, names=names), None
    if data is not None and form.is_valid():
        try:
            actions.set_needed(
                item=item, by=request.user, seats=form.cleaned_data["needed"],
                version=form.cleaned_data["version"] or 0,
            )  # fmt: skip
        except StaleVersion:
            item = led_item(request, pk)
            form = NeededForm(on_top_of(item.version, data), item=item, names=names)
            conflicts = conflicts_of(form) if form.is_valid() else None
        else:
            done(request, f"»{item.title}« ved, hvem der skal være med.", lead="Gemt.")
            return _to_agenda(request, item)
    context = {
        "place": "forums", "forum": item.forum, "item": item, "form": form, "conflicts": conflicts,
    }  # fmt: skip
    return render(request, "meetings/item_needed.html", context)


def _to_agenda(request, item):
    if item.meeting_id:
        return redirect("meetings:meeting", request.plan.slug, item.meeting_id)
    return redirect("meetings:forum", request.plan.slug, item.forum_id)
