"""The pages for what went wrong, in Danish; they name no trace, setting or query."""

from django.shortcuts import render
from django.views.defaults import server_error as _plain_server_error


def bad_request(request, exception):
    """400: the request could not be read."""
    return render(request, "400.html", status=400)


def permission_denied(request, exception):
    """403: a member without the right. The exception's text says who may."""
    return render(request, "403.html", {"reason": str(exception)}, status=403)


def not_found(request, exception):
    """404: nothing here, or nothing here for you; the two look alike."""
    return render(request, "404.html", status=404)


def server_error(request):
    """500: rendered without context processors, since one of them may be what failed."""
    return _plain_server_error(request, "500.html")


def csrf_failure(request, reason=""):
    """403: the form is too old, or cookies are off."""
    return render(request, "403_csrf.html", status=403)
