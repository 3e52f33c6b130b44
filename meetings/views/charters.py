"""What a forum is for: the charter as it stands, its versions, and a new one."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from actors.conflicts import conflicts_of
from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from meetings import forum_actions as actions
from meetings.forum_forms import CharterForm
from meetings.forum_page import forum_frame, shared_context
from meetings.models import Charter, Forum


@require_safe
def charter(request, pk):
    """The newest version."""
    frame = forum_frame(request, pk)
    return _page(request, frame, frame.forum.charters.first())


@require_safe
def charter_version(request, pk, charter_pk):
    """One version, also an old one."""
    frame = forum_frame(request, pk)
    return _page(request, frame, get_object_or_404(frame.forum.charters, pk=charter_pk))


def _page(request, frame, shown: Charter | None):
    versions = list(frame.forum.charters.select_related("created_by"))
    context = shared_context(request, frame, "charter") | {
        "charter": shown, "versions": versions, "is_newest": not versions or shown == versions[0],
    }  # fmt: skip
    return render(request, "meetings/charter.html", context)


@require_form_methods
def charter_edit(request, pk):
    """A new version on top of the newest."""
    require(request.membership, Permission.FORUM_EDIT)
    forum = get_object_or_404(request.plan.forums.standing().select_related("plan"), pk=pk)
    today, newest = timezone.localdate(), forum.charters.first()
    form = CharterForm(
        request.POST if request.method == "POST" else None, forum=forum, newest=newest, today=today
    )
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, forum, form)
    try:
        written = _write(request, forum, form)
    except actions.CharterOvertaken:
        return _overtaken(request, forum, today)
    done(request, f"Version {written.number} af kommissoriet står nu.", lead="Gemt.")
    return redirect("meetings:charter", request.plan.slug, pk)


@transaction.atomic
def _write(request, forum: Forum, form: CharterForm) -> Charter:
    written = actions.write_charter(
        forum=forum, by=request.user, values=form.values(), seen=form.cleaned_data["seen"] or 0,
        submission=form.cleaned_data["submission"],
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=written)
    return written


def _overtaken(request, forum: Forum, today):
    """Both texts; the next save is on top of what stands now."""
    newest, data = forum.charters.first(), request.POST.copy()
    data["seen"] = str(newest.number if newest else 0)
    form = CharterForm(data, forum=forum, newest=newest, today=today)
    return _form_page(request, forum, form, conflicts_of(form) if form.is_valid() else None)


def _form_page(request, forum: Forum, form: CharterForm, conflicts=None):
    context = {"place": "forums", "forum": forum, "form": form, "conflicts": conflicts}
    return render(request, "meetings/charter_form.html", context)
