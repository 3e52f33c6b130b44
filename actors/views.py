"""Pages about actors."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe


@require_safe
def actor_list(request):
    return render(request, "actors/actor_list.html", {"place": "actors"})


@require_safe
def search(request):
    return render(request, "actors/search.html", {"place": "actors"})


@require_safe
def actor_detail(request, pk):
    actor = get_object_or_404(request.plan.actors, pk=pk)
    return render(request, "actors/actor_detail.html", {"place": "actors", "actor": actor})
