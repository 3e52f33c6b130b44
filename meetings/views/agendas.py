"""The agenda of a meeting: to build, to read, and what of it can be changed in its place."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import push_url, retarget

from accounts.access import Permission, require
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of
from config.htmx import render_part
from config.way_back import named_next
from meetings import agenda_actions as actions
from meetings.advice_shown import gathered
from meetings.agenda_page import agenda_page, own_times
from meetings.builder_forms import SeenForm
from meetings.can_come import answers_of
from meetings.forum_page import with_referrals
from meetings.invite_rows import replies_in_words
from meetings.meeting_forms import ItemForm
from meetings.models import AgendaItem, Meeting
from meetings.rights import rights_of
from meetings.times import meeting_row
from meetings.views.items import led_item, names_in

# So long is a break unless somebody says otherwise.
BREAK_MINUTES = 10


@require_safe
def meeting(request, pk):
    """The agenda of one meeting, and what else waits for one."""
    require(request.membership, Permission.FORUM_VIEW)
    return _page(request, pk)


def _page(request, pk) -> HttpResponse:
    today, now = timezone.localdate(), timezone.now()
    rights = rights_of(request.membership, today)
    row = get_object_or_404(rights.meetings().select_related("forum", "plan"), pk=pk)
    leads = rights.may_lead(row.forum_id) and row.forum.ended_at is None
    can_fill = leads and _is_to_come(row, now)
    answers = answers_of(row, now) if can_fill else None
    page = agenda_page(row, request.membership, today, answers)
    names = {one.row.seat.pk: one.row.label for one in page.attendees}
    context = {
        "place": "forums", "forum": row.forum, "meeting": row, "row": meeting_row(row, today), "page": page,
        "leads": leads, "can_fill": can_fill, "is_over": row.ends_at <= now,
        "advice": gathered(page.advice) if can_fill else [], "seats": names.items(),
        "own_times": own_times(page.attendees, request.membership) if page.is_shared else "",
        "backlog": list(with_referrals(row.forum.items.backlog())) if can_fill else [],
        "add_form": _add_form(row, names) if can_fill else None, "break_minutes": BREAK_MINUTES,
        "said": replies_in_words(row.invites.values_list("reply", flat=True)),
    }  # fmt: skip
    return render_part(request, "meetings/meeting.html", "meetings/_agenda.html", context, target="agenda")


def _is_to_come(row: Meeting, now) -> bool:
    """Whether items can still be put on it."""
    return not row.cancelled_at and row.ends_at > now


def _add_form(row: Meeting, names: dict) -> ItemForm:
    """The form for one more item, beside others on the page."""
    form = ItemForm(None, forum=row.forum, names=names)
    form.auto_id = "new_%s"
    return form


@require_POST
def item_up(request, pk):
    """One place up."""
    item = led_item(request, pk)
    actions.shift(item=item, up=True, by=request.user)
    return _after(request, item)


@require_POST
def item_down(request, pk):
    """One place down."""
    item = led_item(request, pk)
    actions.shift(item=item, up=False, by=request.user)
    return _after(request, item)


@require_POST
def item_minutes(request, pk):
    """How long it takes."""
    return _one_field(request, pk, "minutes")


@require_POST
def item_responsible(request, pk):
    """Who leads it."""
    return _one_field(request, pk, "responsible")


def _one_field(request, pk, name: str) -> HttpResponse:
    """Write one field of an item; a colleague's word for the same field is shown, not overwritten."""
    item = led_item(request, pk)
    form = _form_of(request, item, name)
    if not form.is_valid():
        return _item_form(request, _form_with(request, item, name))
    seen = SeenForm(request.POST)
    # Only this field can be in conflict: what a colleague did to the others stays.
    saw_it = seen.is_valid() and seen.cleaned_data["seen"] == str(form[name].initial or "")
    try:
        actions.change_item(
            item=item, by=request.user, values=form.values(), version=item.version if saw_it else 0,
            changed=[name] if name in form.touched else [],
        )  # fmt: skip
    except StaleVersion:
        fresh = _form_with(request, led_item(request, pk), name)
        return _item_form(request, fresh, conflicts_of(fresh) if fresh.is_valid() else None)
    return _after(request, item)


def _form_of(request, item: AgendaItem, name: str) -> ItemForm:
    """The item's own form with the one field that was sent."""
    data = request.POST.copy()
    data["version"] = str(item.version)
    names = names_in(request, item.forum) if name == "responsible" else {}
    return ItemForm(data, forum=item.forum, names=names, instance=item, only=name)


def _form_with(request, item: AgendaItem, name: str) -> ItemForm:
    """The item's own form, filled in as the item stands, but for the one field that was sent."""
    names = names_in(request, item.forum)
    as_it_is = ItemForm(None, forum=item.forum, names=names, instance=item)
    data = request.POST.copy()
    for field in as_it_is.columns:
        if field != name:
            value = as_it_is[field].value()
            data[field] = "" if value is None else str(value)
    if item.responsible_id not in names and name != "responsible":
        data["responsible"] = ""
    data["version"] = str(item.version)
    return ItemForm(data, forum=item.forum, names=names, instance=item)


def _item_form(request, form: ItemForm, conflicts=None) -> HttpResponse:
    """The page of the item's form; in place of the page when htmx asked."""
    item = form.instance
    action = reverse("meetings:item_edit", args=[request.plan.slug, item.pk])
    context = {
        "place": "forums", "forum": item.forum, "form": form, "item": item, "conflicts": conflicts,
        "action": action,
    }  # fmt: skip
    response = render(request, "meetings/item_form.html", context)
    if not request.htmx:
        return response
    response["HX-Reselect"] = "#main"
    response["HX-Reswap"] = "outerHTML"
    return push_url(retarget(response, "#main"), action)


def _after(request, item: AgendaItem) -> HttpResponse:
    """The agenda as it is now, or where the button was."""
    if item.meeting_id and request.htmx:
        return _page(request, item.meeting_id)
    name, pk = ("meeting", item.meeting_id) if item.meeting_id else ("forum", item.forum_id)
    default = reverse(f"meetings:{name}", args=[request.plan.slug, pk])
    return HttpResponseRedirect(named_next(request, default))
