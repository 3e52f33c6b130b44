"""The open page: who is in the area and what they offer and want, for everybody. Only reads."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actors.models import ActorKind
from actors.note_forms import PageForm
from config.danish import count
from exchange.board import CHIPS, ICONS
from exchange.listing_forms import KindForm
from exchange.models import Direction
from exchange.open_doors import open_actors, open_listings, open_page, with_people
from exchange.open_rows import directory_table, listing_table, row_of
from exchange.public_forms import LookForm
from exchange.views.files import picture_response, table_response

PER_PAGE, ON_FRONT = 50, 4


@login_not_required
@require_safe
def front(request, slug):
    """The plan in a few lines, and the ways on."""
    page, today = open_page(slug), timezone.localdate()
    context = {"page": page, "plan": page.plan}
    if page.shows_directory:
        context["actors"] = count(open_actors(page.plan).count(), "aktør", "aktører")
    if page.shows_listings:
        there = open_listings(page.plan, today)
        context["columns"] = [(one, _with_icons(there.filter(direction=one)[:ON_FRONT])) for one in Direction]
    return render(request, "open/front.html", context)


@login_not_required
@require_safe
def directory(request, slug):
    """The organisations, found by name, task or kind; all on one page for print with `alle`."""
    page, today = open_page(slug, "shows_directory"), timezone.localdate()
    said, found = _narrowed(request, page.plan)
    chunk = Paginator(with_people(found), max(found.count(), 1) if said["alle"] else PER_PAGE)
    number = chunk.get_page(PageForm(request.GET).number())
    context = {
        "page": page, "plan": page.plan, "said": said, "chunk": number,
        "rows": [row_of(one, today) for one in number.object_list],
        "fact": count(number.paginator.count, "aktør", "aktører"),
        "chips": [{"value": key, "label": name} for key, name in ActorKind.choices],
    }  # fmt: skip
    return render(request, "open/directory.html", context)


@login_not_required
@require_safe
def directory_file(request, slug):
    """What the list shows, all pages of it, as a spreadsheet."""
    page, today = open_page(slug, "shows_directory"), timezone.localdate()
    said, found = _narrowed(request, page.plan)
    table = directory_table(row_of(one, today) for one in with_people(found))
    return table_response(table, said["format"], "aktoerer", page.plan, today)


def _narrowed(request, plan):
    said = LookForm(request.GET).said()
    found = open_actors(plan).matching(said["q"], plan.areas.values_list("pk", "name"))
    return said, found.filter(kind=said["slags"]) if said["slags"] else found


@login_not_required
@require_safe
def board(request, slug):
    """Offers beside wishes."""
    page, today = open_page(slug, "shows_listings"), timezone.localdate()
    said = KindForm(request.GET).said()
    there = open_listings(page.plan, today).of_kind(said["slags"])
    context = {
        "page": page, "plan": page.plan, "said": said,
        "chips": [{"value": key, "label": name} for key, name in CHIPS],
        "columns": [(one, _with_icons(there.filter(direction=one))) for one in Direction],
        "shown_actors": _in_directory(page),
    }  # fmt: skip
    return render(request, "open/board.html", context)


def _in_directory(page) -> set:
    """The ids of those whose names may lead to the directory."""
    return set(open_actors(page.plan).values_list("pk", flat=True)) if page.shows_directory else set()


def _with_icons(listings) -> list[tuple]:
    return [(one, ICONS[one.kind]) for one in listings]


@login_not_required
@require_safe
def board_file(request, slug):
    """The listings as a spreadsheet."""
    page, today = open_page(slug, "shows_listings"), timezone.localdate()
    table = listing_table(open_listings(page.plan, today).of_kind(KindForm(request.GET).said()["slags"]))
    return table_response(table, LookForm(request.GET).said()["format"], "ressourceboers", page.plan, today)


@login_not_required
@require_safe
def listing_picture(request, slug, pk):
    """The picture of a listing, while the listing stands on the page."""
    page = open_page(slug, "shows_listings")
    found = open_listings(page.plan, timezone.localdate()).select_related("picture")
    listing = get_object_or_404(found, pk=pk, picture__isnull=False)
    return picture_response(listing.picture)
