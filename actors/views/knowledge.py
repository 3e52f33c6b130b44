"""What we know of whom, the least known first, and what an area lacks."""

from django import forms
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, may, require
from actors.knowledge import asked_sentence, in_order, missing_kinds
from actors.knowledge_queries import areas_with_counts, gaps_among, known_of_all
from actors.method import VALUES
from actors.models import ActorKind
from config.looks import KIND_LOOKS, VALUE_LOOKS

PER_PAGE = 50
SORTS = ("known", "interview", "name")


class KnowledgeFilterForm(forms.Form):
    """What the address may ask for; what makes no sense is left out."""

    area = forms.UUIDField(required=False)
    kind = forms.ChoiceField(required=False, choices=ActorKind.choices)
    sort = forms.ChoiceField(
        required=False, choices=[(sign + key, key) for key in SORTS for sign in ("", "-")]
    )
    page = forms.IntegerField(required=False, min_value=1)

    def chosen(self, name: str):
        """The cleaned value, or ""."""
        return self.cleaned_data.get(name) or ""


@require_safe
def knowledge(request):
    """Actors by values: told by themselves, our estimate, or nothing; by area and kind."""
    require(request.membership, Permission.VALUES_VIEW)
    form = KnowledgeFilterForm(request.GET)
    form.full_clean()
    everybody = request.plan.actors.active()
    known = known_of_all(request.plan, everybody)
    areas = areas_with_counts(request.plan, known)
    area = next((one for one in areas if one[0] == form.chosen("area")), None)
    scope = everybody.filter(areas=area[0]) if area else everybody
    inside = set(scope.values_list("pk", flat=True)) if area else None
    rows = [row for row in known if inside is None or row.pk in inside]
    kind, order = form.chosen("kind"), form.chosen("sort") or "known"
    shown = in_order((row for row in rows if not kind or row.kind == kind), order)
    place = area[1] if area else request.plan.name
    context = {
        "place": "actors",
        "page": Paginator(shown, PER_PAGE).get_page(form.chosen("page") or 1),
        "order": order,
        "kind": kind,
        "area": area,
        "area_value": str(area[0]) if area else "",
        "areas": areas,
        "chips": _chips(rows),
        "total": len(rows),
        "where": place,
        "fact": asked_sentence(rows, place),
        "gaps": gaps_among(request.plan, scope) if rows else (),
        "missing": [KIND_LOOKS[one].plural for one in missing_kinds(rows, KIND_LOOKS)] if rows else (),
        "values": list(zip(VALUES, VALUE_LOOKS, strict=True)),
        "today": timezone.localdate(),
        "can_ask": may(request.membership, Permission.VALUES_EDIT),
    }
    return render(request, "actors/knowledge.html", context)


def _chips(rows):
    """A chip for each kind, with how many there are in the area."""
    kinds = [row.kind for row in rows]
    return [
        {"value": kind, "kind": kind, "label": look.short, "count": kinds.count(kind)}
        for kind, look in KIND_LOOKS.items()
    ]
