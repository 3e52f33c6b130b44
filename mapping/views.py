"""Pages about collaborations and the map."""

from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def collaboration_list(request):
    return render(request, "mapping/collaboration_list.html", {"place": "collaborations"})


@require_safe
def log(request):
    return render(request, "mapping/log.html", {"place": "collaborations"})


@require_safe
def network_map(request):
    return render(request, "mapping/network_map.html", {"place": "map"})
