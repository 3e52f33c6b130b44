"""Items: a new one, other words, on an agenda and off it again."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
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
from config.way_back import named_next
from meetings import agenda_actions as actions
from meetings.forum_page import led_frame
from meetings.meeting_forms import ItemForm, PlaceForm
from meetings.models import AgendaItem, Forum, Meeting
from meetings.people import seat_rows
from meetings.referral_rules import ReferralProblem
from meetings.rights import refuse_onlookers, rights_of
from meetings.times import day_of


class WhereForm(forms.Form):
    """The meeting that a new item is for, in the address."""

    moede = forms.UUIDField(required=False)

    def meeting(self, forum: Forum) -> Meeting | None:
        """A meeting of the forum that is not over, or None for the backlog."""
        pk = self.cleaned_data["moede"] if self.is_valid() else None
        rows = forum.meetings.standing().filter(ends_at__gt=timezone.now())
        return rows.filter(pk=pk).first() if pk else None


def names_in(request, forum: Forum) -> dict:
    """Who sits in the forum's seats, for the choice of who is responsible."""
    rows = seat_rows(forum.seats.current().with_people(), request.membership, timezone.localdate())
    return {row.seat.pk: row.label for row in rows}


@require_form_methods
def item_add(request, pk):
    """A new item, on the agenda that was asked for or in the backlog."""
    frame = led_frame(request, pk)
    meeting = WhereForm(request.GET).meeting(frame.forum)
    names = names_in(request, frame.forum)
    form = ItemForm(request.POST if request.method == "POST" else None, forum=frame.forum, names=names)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, frame.forum, form, meeting=meeting)
    item = _make(request, frame.forum, meeting, form)
    where = "på dagsordenen" if meeting else "i bunken"
    done(request, f"»{item.title}« er {where}.", lead="Gemt.")
    return _to_where_it_is(request, item)


@transaction.atomic
def _make(request, forum: Forum, meeting: Meeting | None, form: ItemForm) -> AgendaItem:
    item = actions.add_item(
        forum=forum, by=request.user, values=form.values(), meeting=meeting,
        submission=form.cleaned_data["submission"],
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=item)
    return item


def _to_where_it_is(request, item: AgendaItem):
    """The agenda it is on, else its forum."""
    if item.meeting_id:
        return redirect("meetings:meeting", request.plan.slug, item.meeting_id)
    return redirect("meetings:forum", request.plan.slug, item.forum_id)


def led_item(request, pk) -> AgendaItem:
    """An item of a forum that the member may act for. Raises Http404 for those of other forums."""
    require(request.membership, Permission.FORUM_VIEW)
    refuse_onlookers(request.membership)
    rights = rights_of(request.membership, timezone.localdate())
    rows = request.plan.agendaitems.select_related("forum__plan", "meeting", "referral", "plan")
    item = get_object_or_404(rows, pk=pk)
    if not rights.inside(item.forum_id) or item.forum.ended_at:
        raise Http404
    rights.require_lead(item.forum_id)
    return item


@require_form_methods
def item_edit(request, pk):
    """Other words, other minutes, somebody responsible."""
    item = led_item(request, pk)
    names, data = names_in(request, item.forum), request.POST if request.method == "POST" else None
    form = ItemForm(data, forum=item.forum, names=names, instance=item)
    if data is None or not form.is_valid():
        return _form_page(request, item.forum, form, item=item)
    try:
        _change(request, form)
    except StaleVersion:
        fresh = led_item(request, pk)
        form = ItemForm(on_top_of(fresh.version, data), forum=fresh.forum, names=names, instance=fresh)
        conflicts = conflicts_of(form) if form.is_valid() else None
        return _form_page(request, fresh.forum, form, item=fresh, conflicts=conflicts)
    done(request, f"»{form.instance.title}« er rettet.", lead="Gemt.")
    return _to_where_it_is(request, item)


@transaction.atomic
def _change(request, form: ItemForm) -> None:
    actions.change_item(
        item=form.instance, by=request.user, values=form.values(), changed=form.touched,
        version=form.cleaned_data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


def _form_page(request, forum: Forum, form: ItemForm, **more):
    context = {"place": "forums", "forum": forum, "form": form, **more}
    return render(request, "meetings/item_form.html", context)


def _back(request, item: AgendaItem) -> HttpResponseRedirect:
    """Where the button was, else the forum."""
    default = reverse("meetings:forum", args=[request.plan.slug, item.forum_id])
    return HttpResponseRedirect(named_next(request, default))


@require_POST
def item_place(request, pk):
    """On the agenda of a meeting of its forum."""
    item = led_item(request, pk)
    form = PlaceForm(request.POST, forum=item.forum)
    if form.has_error("meeting", "invalid_choice"):
        raise Http404
    if not form.is_valid():
        messages.error(request, form.errors["meeting"][0])
        return _back(request, item)
    meeting = form.cleaned_data["meeting"]
    try:
        actions.place(item=item, meeting=meeting, by=request.user, now=timezone.now())
    except ReferralProblem as problem:
        messages.error(request, str(problem))
        return _back(request, item)
    undo = reverse("meetings:item_take_off", args=[request.plan.slug, pk])
    on = day_of(meeting.begins_at, timezone.localdate())
    done(request, f"»{item.title}« er på dagsordenen {on}.", undo_url=undo)
    return _back(request, item)


@require_POST
def item_take_off(request, pk):
    """Back to the backlog."""
    item = led_item(request, pk)
    try:
        actions.take_off(item=item, by=request.user, now=timezone.now())
    except ReferralProblem as problem:
        messages.error(request, str(problem))
        return _back(request, item)
    done(request, f"»{item.title}« venter i bunken.")
    return _back(request, item)


@require_POST
def item_let_go(request, pk):
    """Out of the backlog; the message's button brings it back."""
    item = led_item(request, pk)
    try:
        actions.let_go(item=item, by=request.user, now=timezone.now())
    except ReferralProblem as problem:
        messages.error(request, str(problem))
        return _back(request, item)
    undo = reverse("meetings:item_bring_back", args=[request.plan.slug, pk])
    done(request, f"»{item.title}« er lagt væk.", undo_url=undo)
    return _back(request, item)


@require_POST
def item_bring_back(request, pk):
    """Into the backlog again."""
    item = led_item(request, pk)
    actions.bring_back(item=item, by=request.user)
    done(request, f"»{item.title}« er med igen.")
    return _back(request, item)
