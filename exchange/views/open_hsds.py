"""Organisations and activities for other directories, as HSDS 3.0 JSON, when the leader said yes to it."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from actors.note_forms import PageForm
from exchange import hsds
from exchange.open_doors import open_actors, open_page, with_people
from exchange.open_rows import as_organisation, row_of

PER_PAGE = 100


def answer(content: dict) -> JsonResponse:
    """JSON that any page may read: all of it is open already."""
    response = JsonResponse(content, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response


@login_not_required
@require_safe
def about(request, slug):
    """Which version, and where the lists are."""
    open_page(slug, "gives_hsds")
    here = request.build_absolute_uri(reverse("open:hsds", args=[slug]))
    return answer(hsds.about(here))


@login_not_required
@require_safe
def organisations(request, slug):
    """A hundred at a time."""
    plan = _plan(slug)
    page = Paginator(with_people(open_actors(plan)), PER_PAGE).get_page(PageForm(request.GET).number())
    contents = [_whole(one) for one in page.object_list]
    return answer(hsds.page_of(contents, number=page.number, size=PER_PAGE, total=page.paginator.count))


@login_not_required
@require_safe
def organisation(request, slug, pk):
    """One of them."""
    return answer(_whole(get_object_or_404(with_people(open_actors(_plan(slug))), pk=pk)))


def _plan(slug: str):
    open_page(slug, "gives_hsds")
    return open_page(slug, "shows_directory").plan


def _whole(actor) -> dict:
    return hsds.organisation(as_organisation(row_of(actor, timezone.localdate())))
