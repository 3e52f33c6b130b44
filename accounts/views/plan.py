"""The plan's own page."""

from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def plan(request):
    """Period, areas, focus areas, target groups and members."""
    return render(request, "accounts/plan.html", {"place": "plan"})
