"""Ending a forum, after everything it has open was given a home."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import Permission, require
from config.methods import require_form_methods
from config.undo import done
from meetings import ending
from meetings.ending_forms import EndForm
from meetings.referral_rules import ReferralProblem
from meetings.times import meeting_row


@require_form_methods
def forum_end(request, pk):
    """Asks where each open item goes, and ends the forum when all have a home."""
    require(request.membership, Permission.FORUM_EDIT)
    forum = get_object_or_404(request.plan.forums.standing().select_related("plan", "parent"), pk=pk)
    now = timezone.now()
    ends = ending.open_ends(forum, now)
    form = EndForm(request.POST if request.method == "POST" else None, forum=forum, ends=ends)
    if request.method != "POST" or not form.is_valid():
        return _page(request, forum, form, ends)
    try:
        ending.end_forum(forum=forum, by=request.user, homes=form.homes(), now=now)
    except (ending.EndingProblem, ReferralProblem) as problem:
        form.add_error(None, str(problem))
        return _page(request, forum, form, ends)
    undo = reverse("meetings:restore", args=[request.plan.slug, pk])
    done(request, f"{forum.name} er nedlagt. Det, der var åbent, har fået et nyt hjem.", undo_url=undo)
    return redirect("meetings:list", request.plan.slug)


def _page(request, forum, form: EndForm, ends):
    today = timezone.localdate()
    context = {
        "place": "forums", "forum": forum, "form": form, "children": list(forum.children.standing()),
        "meetings": [meeting_row(one, today) for one in ends.meetings],
    }  # fmt: skip
    return render(request, "meetings/forum_end.html", context)


@require_POST
def forum_restore(request, pk):
    """Let it meet again; what went elsewhere stays there."""
    require(request.membership, Permission.FORUM_EDIT)
    forum = get_object_or_404(request.plan.forums.select_related("plan"), pk=pk)
    ending.restore_forum(forum=forum, by=request.user)
    done(request, f"{forum.name} er her igen. Punkterne bliver, hvor de blev sendt hen.")
    return redirect("meetings:forum", request.plan.slug, pk)
