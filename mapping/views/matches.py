"""Who could support whom: the suggestions of the plan, and those of one actor."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, may, require
from config.danish import capitalised, count
from config.htmx import render_part
from config.looks import VALUE_LOOKS
from mapping.match_forms import MatchFilterForm
from mapping.match_queries import Match, suggestions

CARDS_PER_PAGE = 12
# So many of an actor's own are shown on its profile and in its talk.
OF_ACTOR = 3
# The element of the talk's page that takes the best of them in a line.
IN_TALK = "talk-matches"


@require_safe
def matches(request):
    """Who could support whom, as cards."""
    require(request.membership, Permission.MATCH_VIEW)
    filters = MatchFilterForm(request.GET, plan=request.plan)
    found = filters.narrow(suggestions(request.plan, today=timezone.localdate()))
    shown = [one for one in found if filters.wish("value") in ("", one.suggestion.value)]
    context = {
        "place": "matches",
        "list_id": "match-list",
        "filters": filters,
        "chips": _chips(found),
        "total": len(found),
        "fact": _fact(len(shown), filters.is_filtered),
        "page": Paginator(shown, CARDS_PER_PAGE).get_page(filters.wish("page") or 1),
        "can_answer": may(request.membership, Permission.MATCH_ANSWER),
        "can_review": may(request.membership, Permission.MATCH_REVIEW),
    }
    return render_part(
        request, "mapping/matches.html", "mapping/_match_list.html", context, target="match-list"
    )


def _chips(found: list[Match]) -> list[dict]:
    """The five values, with how many suggestions each carries."""
    numbers = [one.suggestion.value for one in found]
    return [
        {"value": look.number, "label": look.short, "count": numbers.count(look.number)}
        for look in VALUE_LOOKS
    ]


def _fact(number: int, is_filtered: bool) -> str:
    """The line under the heading."""
    if not number and not is_filtered:
        return "Aktører, der måske kan få noget ud af hinanden."
    there = capitalised(count(number, "par", "par"))
    return f"{there} passer." if is_filtered else f"{there} kan måske få noget ud af hinanden."


@require_safe
def matches_of(request, pk):
    """The three best of one actor, as a part for its profile, in a line for its talk; a page without htmx."""
    require(request.membership, Permission.MATCH_VIEW)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    context = {
        "place": "matches",
        "actor": actor,
        "matches": suggestions(request.plan, today=timezone.localdate(), actor=actor, limit=OF_ACTOR),
        "can_answer": may(request.membership, Permission.MATCH_ANSWER),
    }
    if request.htmx.target == IN_TALK:
        return render(request, "mapping/_match_in_talk.html", context)
    return render_part(
        request, "mapping/matches_of.html", "mapping/_matches_of.html", context, target="actor-matches"
    )
