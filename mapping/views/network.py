"""Pages of the network map."""

from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def network_map(request):
    return render(request, "mapping/network_map.html", {"place": "map"})
