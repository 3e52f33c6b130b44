"""The quick log: who works together, and how, in a few seconds."""

from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def log(request):
    return render(request, "mapping/log.html", {"place": "collaborations"})
