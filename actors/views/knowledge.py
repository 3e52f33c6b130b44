"""What we know of whom, the least known first, and what an area lacks."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, may, require
from actors.knowledge import asked_sentence, in_order, missing_kinds
from actors.knowledge_forms import KnowledgeFilterForm
from actors.knowledge_queries import areas_with_counts, gaps_among, known_of_all
from actors.method import VALUES
from config.looks import KIND_LOOKS, VALUE_LOOKS

PER_PAGE = 50


@require_safe
def knowledge(request):
    """Actors by values: told by themselves, our estimate, or nothing; by area and kind."""
    require(request.membership, Permission.VALUES_VIEW)
    form = KnowledgeFilterForm(request.GET)
    known = known_of_all(request.plan, request.plan.actors.active())
    areas = areas_with_counts(request.plan, known)
    area = next((one for one in areas if one[0] == form.chosen("area")), None)
    kind, order = form.chosen("kind"), form.chosen("sort") or "known"
    scope, rows = _inside(request.plan, known, area)
    shown = in_order((row for row in rows if not kind or row.kind == kind), order)
    context = {
        "place": "actors",
        "page": Paginator(shown, PER_PAGE).get_page(form.chosen("page") or 1),
        "order": order,
        "kind": kind,
        "area_value": str(area[0]) if area else "",
        "areas": areas,
        "chips": _chips(rows),
        "values": list(zip(VALUES, VALUE_LOOKS, strict=True)),
        "today": timezone.localdate(),
        "can_ask": may(request.membership, Permission.VALUES_EDIT),
        **_facts(request.plan, scope, rows, area[1] if area else request.plan.name),
    }
    return render(request, "actors/knowledge.html", context)


def _inside(plan, known, area):
    """(queryset, rows) of the actors of the area, else of the whole plan."""
    everybody = plan.actors.active()
    if area is None:
        return everybody, known
    scope = everybody.filter(areas=area[0])
    inside = set(scope.values_list("pk", flat=True))
    return scope, [row for row in known if row.pk in inside]


def _facts(plan, scope, rows, place: str) -> dict:
    """How many were asked, and what is missing in the area or the plan."""
    return {
        "total": len(rows),
        "where": place,
        "fact": asked_sentence(rows, place),
        "gaps": gaps_among(plan, scope) if rows else (),
        "missing": [KIND_LOOKS[one].plural for one in missing_kinds(rows, KIND_LOOKS)] if rows else (),
    }


def _chips(rows):
    """A chip for each kind, with how many there are in the area."""
    kinds = [row.kind for row in rows]
    return [
        {"value": kind, "kind": kind, "label": look.short, "count": kinds.count(kind)}
        for kind, look in KIND_LOOKS.items()
    ]
