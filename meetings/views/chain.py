"""The plan's chain: which forum is under which, and what is on its way between them."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from meetings.chain_picture import chain_picture
from meetings.rights import rights_of


@require_safe
def chain(request):
    """The picture, and the same as tables."""
    require(request.membership, Permission.FORUM_VIEW)
    today = timezone.localdate()
    rights = rights_of(request.membership, today)
    picture = chain_picture(request.plan, rights, now=timezone.now(), today=today)
    context = {"place": "forums", "picture": picture, "can_edit": rights.edits, "today": today}
    return render(request, "meetings/chain.html", context)
