"""What happens in the area, for everybody: a list, one of them, and a screen that turns its own pages."""

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.qr import qr_path
from exchange.models import PublicPage
from exchange.notice_facts import Reader, all_address, told_of, with_all
from exchange.notice_texts import bare
from exchange.open_doors import open_notices, open_page
from exchange.views.files import picture_response

ON_SCREEN = 6
SCREEN_SECONDS = 60
# The list is long enough when nobody would read on.
LIST_AT_MOST = 100


def _shown(page: PublicPage, today):
    return with_all(open_notices(page.plan, today))


def _told(request, page: PublicPage, rows, today) -> list[tuple]:
    """(notice, what it says) as everybody may read it; what a joint one gathers stands in the list itself."""
    reader = Reader(today, only_public=True, gathers=False)
    return [(one, told_of(one, reader, request, page)) for one in rows]


@login_not_required
@require_safe
def notice_list(request, slug):
    """What happens in the area."""
    page, today = open_page(slug, "shows_notices"), timezone.localdate()
    rows = _told(request, page, _shown(page, today)[:LIST_AT_MOST], today)
    return render(request, "open_notice/list.html", {"page": page, "plan": page.plan, "rows": rows})


@login_not_required
@require_safe
def notice(request, slug, pk):
    """One of them."""
    page, today = open_page(slug, "shows_notices"), timezone.localdate()
    notice = get_object_or_404(_shown(page, today).select_related("plan"), pk=pk)
    told = told_of(notice, Reader(today, only_public=True), request, page)
    context = {"page": page, "plan": page.plan, "notice": notice, "told": told}
    return render(request, "open_notice/one.html", context)


@login_not_required
@require_safe
def picture(request, slug, pk):
    """The picture of one of them."""
    page = open_page(slug, "shows_notices")
    there = _shown(page, timezone.localdate()).filter(picture__isnull=False).select_related("picture")
    return picture_response(get_object_or_404(there, pk=pk).picture)


@login_not_required
@require_safe
def screen(request, slug):
    """Large enough for a hall; with more than there is room for, each minute shows the next of them."""
    page, now = open_page(slug, "shows_notices"), timezone.localtime()
    rows = list(_shown(page, now.date())[:LIST_AT_MOST])
    number, pages = turn(len(rows), now)
    shown = _told(request, page, rows[number * ON_SCREEN : (number + 1) * ON_SCREEN], now.date())
    address = all_address(request, page.plan)
    size, code = qr_path(address)
    context = {
        "open_page": page, "rows": shown, "number": number + 1, "pages": pages, "address": bare(address),
        "qr_size": size, "qr": code, "seconds": SCREEN_SECONDS,
    }  # fmt: skip
    return render(request, "open_notice/screen.html", context)


def turn(amount: int, now: datetime) -> tuple[int, int]:
    """(which page from 0, how many) for so many notices, by the minute of the clock."""
    pages = max(-(-amount // ON_SCREEN), 1)
    return now.minute % pages, pages
