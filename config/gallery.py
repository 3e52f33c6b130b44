"""The gallery of components, shown in debug mode alone."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def components(request):
    """Each component of templates/components/ once, with the states it can have."""
    return render(request, "gallery.html")
