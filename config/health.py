"""Is the server alive?"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def alive(request):
    """200 as long as this process answers; says nothing about anybody's data."""
    return HttpResponse("ok", content_type="text/plain")
