"""How suggestions fared, for the leader."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from mapping.match_fate import review
from mapping.match_forms import ReviewForm


@require_safe
def match_review(request):
    """What was answered, why not, and what came of the meetings, between two days."""
    require(request.membership, Permission.MATCH_REVIEW)
    form = ReviewForm(request.GET or None)
    days = form.cleaned_data if form.is_bound and form.is_valid() else {}
    context = {"place": "matches", "form": form, "review": review(request.plan, **days)}
    return render(request, "mapping/match_review.html", context)
