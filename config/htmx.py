"""One address gives the page or the part of it that htmx asked for; the view names both."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def render_part(
    request: HttpRequest, page: str, part: str, context: dict, *, target: str, status: int = 200
) -> HttpResponse:
    """Render `part` when htmx asks for the element with id `target`, else the whole `page`.

    The template names come from the view alone, never from the request. A history restore
    gets the page, since htmx then replaces the whole body.
    """
    wants_part = request.htmx and request.htmx.target == target and not request.htmx.history_restore_request
    return render(request, part if wants_part else page, context, status=status)
