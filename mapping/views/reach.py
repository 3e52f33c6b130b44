"""Who can carry it, and through whom do we reach them."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, may, require
from actors.picker import found_actors
from config.danish import capitalised, count
from config.htmx import render_part
from mapping.able import Wanted
from mapping.match_forms import NeedForm, ReachForm
from mapping.reach_queries import able_rows, chain_rows, ours

ROWS_PER_PAGE = 30


@require_safe
def who_can(request):
    """For one need, the actors that could meet it, and why."""
    require(request.membership, Permission.MATCH_VIEW)
    form = NeedForm(request.GET, plan=request.plan)
    wanted = Wanted(*(form.wish(name) for name in ("kind", "words", "area", "group")))
    rows = able_rows(request.plan, wanted, today=timezone.localdate()) if wanted.says_something else []
    context = {
        "place": "matches",
        "can_review": may(request.membership, Permission.MATCH_REVIEW),
        "list_id": "able-list",
        "form": form,
        "wanted": wanted,
        "page": Paginator(rows, ROWS_PER_PAGE).get_page(form.wish("page") or 1),
        "fact": capitalised(f"{count(len(rows), 'aktør', 'aktører')} kan måske."),
    }
    return render_part(
        request, "mapping/who_can.html", "mapping/_able_list.html", context, target="able-list"
    )


@require_safe
def chains(request):
    """Through whom one reaches an actor: from us, or from the one that is chosen to begin with."""
    require(request.membership, Permission.MATCH_VIEW)
    form = ReachForm(request.GET, plan=request.plan)
    to, others = _meant(request.plan, form.wish("til"), form.wish("q"))
    begin, _ = _meant(request.plan, form.wish("fra"), form.wish("begynd"))
    today = timezone.localdate()
    known = ours(request.plan, today=today)
    start = {str(begin.pk): f"Begynd hos {begin.name}."} if begin else known
    context = {
        "place": "matches",
        "can_review": may(request.membership, Permission.MATCH_REVIEW),
        "form": form,
        "to": to,
        "others": others,
        "begin": begin,
        "known": known.get(str(to.pk), "") if to and not begin else "",
        "rows": chain_rows(request.plan, request.membership, start=start, to=to, today=today) if to else [],
        "has_start": bool(start),
    }
    return render(request, "mapping/chains.html", context)


def _meant(plan, pk, text: str):
    """The actor that is asked for by id, else the one that fits the text best; and who else it could be."""
    chosen = plan.actors.active().filter(pk=pk).first() if pk else None
    if chosen or not text:
        return chosen, []
    found = found_actors(plan, text)
    return (found[0], found[1:]) if found else (None, [])
