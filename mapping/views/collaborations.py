"""Pages of the collaborations: the list, one of them, and those of an actor."""

from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def collaboration_list(request):
    return render(request, "mapping/collaboration_list.html", {"place": "collaborations"})
