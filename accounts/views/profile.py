"""One's own account."""

from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def profile(request):
    """Name, keys, password and second factor."""
    return render(request, "accounts/profile.html")
