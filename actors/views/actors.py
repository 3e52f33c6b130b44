"""The list of actors, the profile, and the changes to one."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe


@require_safe
def actor_list(request):
    return render(request, "actors/actor_list.html", {"place": "actors"})


@require_safe
def actor_detail(request, pk):
    actor = get_object_or_404(request.plan.actors, pk=pk)
    return render(request, "actors/actor_detail.html", {"place": "actors", "actor": actor})
