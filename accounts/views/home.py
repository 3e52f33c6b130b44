"""The way in: choose a plan, or go straight to the only one."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, may
from accounts.queries import current_memberships


@require_safe
def home(request):
    """Where a login lands: the user's only plan, or the list of them."""
    memberships = list(current_memberships(request.user, now=timezone.now()))
    if len(memberships) == 1:
        return redirect("accounts:plan_home", memberships[0].plan.slug)
    return render(request, "accounts/home.html", {"memberships": memberships})


@require_safe
def plan_home(request):
    """The plan's first page: Overblik, and the list of actors for support."""
    has_overview = may(request.membership, Permission.OVERVIEW_VIEW)
    return redirect("reports:overview" if has_overview else "actors:list", request.plan.slug)
