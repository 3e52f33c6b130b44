"""The search in the top bar."""

from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def search(request):
    return render(request, "actors/search.html", {"place": "actors"})
