"""An agenda on paper, as it is sent round and laid on the table."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from config.danish import full_date
from meetings.agenda_page import agenda_page
from meetings.rights import rights_of
from meetings.times import meeting_row
from reports.sending import file_name
from reports.views.guides import document


@require_safe
def agenda(request, meeting_pk):
    """The agenda of one meeting on A4. People are named by their seat, since paper is handed on."""
    require(request.membership, Permission.FORUM_VIEW)
    today = timezone.localdate()
    rights = rights_of(request.membership, today)
    found = get_object_or_404(rights.meetings().select_related("forum", "plan"), pk=meeting_pk)
    context = {
        "meeting": found, "forum": found.forum, "row": meeting_row(found, today), "today": full_date(today),
        "page": agenda_page(found, request.membership, today),
    }  # fmt: skip
    name = file_name("dagsorden", found.forum.name, full_date(timezone.localdate(found.begins_at)))
    return document(request, "print/agenda.html", context, name)
