"""Forums on paper: the plan's chain, and the charter of one forum."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from config.danish import full_date
from meetings.chain_picture import chain_picture
from meetings.rights import rights_of
from reports.sending import file_name
from reports.views.guides import document


@require_safe
def chain(request):
    """The chain on A3: the picture, and the tables on the pages after it."""
    require(request.membership, Permission.FORUM_VIEW)
    today = timezone.localdate()
    rights = rights_of(request.membership, today)
    picture = chain_picture(request.plan, rights, now=timezone.now(), today=today)
    context = {"picture": picture, "today": full_date(today)}
    return document(request, "print/chain.html", context, file_name("kaeden", request.plan.slug))


@require_safe
def charter(request, charter_pk):
    """One version of a charter on A4."""
    require(request.membership, Permission.FORUM_VIEW)
    there = request.plan.charters.select_related("forum__parent", "forum__theme", "forum__area")
    found = get_object_or_404(there, pk=charter_pk)
    context = {
        "charter": found, "forum": found.forum, "is_newest": found == found.forum.charters.first(),
        "today": full_date(timezone.localdate()),
    }  # fmt: skip
    name = file_name("kommissorium", found.forum.name, f"version {found.number}")
    return document(request, "print/charter.html", context, name)
