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
from exchange.open_doors import open_activities, open_actors, open_page, with_people
from exchange.open_rows import as_activity, as_organisation, row_of

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
    there = with_people(open_actors(_plan(slug)))
    return answer(_page(request, there, _organisation))


@login_not_required
@require_safe
def organisation(request, slug, pk):
    """One of them."""
    return answer(_organisation(get_object_or_404(with_people(open_actors(_plan(slug))), pk=pk)))


@login_not_required
@require_safe
def services(request, slug):
    """What the organisations do that people can come to, a hundred at a time."""
    return answer(_page(request, _activities(slug), _service))


@login_not_required
@require_safe
def service(request, slug, pk):
    """One of them."""
    return answer(_service(get_object_or_404(_activities(slug), pk=pk)))


def _plan(slug: str, *more: str):
    return open_page(slug, "gives_hsds", "shows_directory", *more).plan


def _activities(slug: str):
    return open_activities(_plan(slug, "shows_notices"), timezone.localdate())


def _page(request, rows, whole) -> dict:
    page = Paginator(rows, PER_PAGE).get_page(PageForm(request.GET).number())
    contents = [whole(one) for one in page.object_list]
    return hsds.page_of(contents, number=page.number, size=PER_PAGE, total=page.paginator.count)


def _organisation(actor) -> dict:
    return hsds.organisation(as_organisation(row_of(actor, timezone.localdate())))


def _service(notice) -> dict:
    return hsds.service(as_activity(notice))
