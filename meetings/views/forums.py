"""Forums: all of them, one of them, a new one, changing it."""

from itertools import groupby

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from meetings import forum_actions as actions
from meetings.forum_forms import ForumForm
from meetings.forum_page import forum_context, forum_frame
from meetings.forum_rows import forum_rows
from meetings.models import Forum, ForumKind
from meetings.rights import rights_of


@require_safe
def forum_list(request):
    """The forums by kind, with what each is waiting for."""
    require(request.membership, Permission.FORUM_VIEW)
    now, today = timezone.now(), timezone.localdate()
    rights = rights_of(request.membership, today)
    there = request.plan.forums.standing().select_related("area", "theme", "parent")
    rows = forum_rows(there, rights, now=now, today=today)
    groups = [
        (ForumKind(kind).label, list(found)) for kind, found in groupby(rows, lambda row: row.forum.kind)
    ]
    context = {
        "place": "forums", "groups": groups, "can_edit": rights.edits, "ended": request.plan.forums.ended(),
        "late": rights.referrals().overdue(today).count(),
    }  # fmt: skip
    return render(request, "meetings/forum_list.html", context)


@require_safe
def forum(request, pk):
    """One forum: its next meetings, what waits for one, and what is owed to whom."""
    frame = forum_frame(request, pk)
    return render(request, "meetings/forum.html", forum_context(request, frame))


@require_form_methods
def forum_create(request):
    """One more forum; its seats and charter come next."""
    require(request.membership, Permission.FORUM_EDIT)
    form = ForumForm(request.POST if request.method == "POST" else None, plan=request.plan)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, form)
    forum = _make(request, form)
    done(request, f"{forum.name} er oprettet. Sæt nu medlemmer på.", lead="Gemt.")
    return redirect("meetings:forum", request.plan.slug, forum.pk)


@transaction.atomic
def _make(request, form: ForumForm) -> Forum:
    forum = actions.create_forum(
        plan=request.plan, by=request.user, values=form.values(), submission=form.cleaned_data["submission"]
    )
    audit_override(form, plan=request.plan, by=request.user, obj=forum)
    return forum


@require_form_methods
def forum_edit(request, pk):
    """Another name, another place in the chain, another rhythm."""
    require(request.membership, Permission.FORUM_EDIT)
    row = _own(request, pk)
    form = ForumForm(request.POST if request.method == "POST" else None, plan=request.plan, instance=row)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, form)
    try:
        _change(request, form)
    except StaleVersion:
        data, fresh = request.POST, _own(request, pk)
        form = ForumForm(on_top_of(fresh.version, data), plan=request.plan, instance=fresh)
        return _form_page(request, form, conflicts=conflicts_of(form) if form.is_valid() else None)
    except actions.ForumProblem as problem:
        form.add_error(problem.field or None, str(problem))
        return _form_page(request, form)
    done(request, f"{form.instance.name} er rettet.", lead="Gemt.")
    return redirect("meetings:forum", request.plan.slug, pk)


def _own(request, pk) -> Forum:
    return get_object_or_404(request.plan.forums.standing().select_related("plan"), pk=pk)


@transaction.atomic
def _change(request, form: ForumForm) -> None:
    actions.change_forum(
        forum=form.instance, by=request.user, values=form.values(), changed=form.touched,
        version=form.cleaned_data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


def _form_page(request, form: ForumForm, conflicts=None):
    context = {
        "place": "forums", "form": form, "conflicts": conflicts,
        "forum": form.instance if form.initial.get("version") else None,
    }  # fmt: skip
    return render(request, "meetings/forum_form.html", context)
