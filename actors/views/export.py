"""The actor list as a spreadsheet."""

from urllib.parse import quote

from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from accounts.audit import record
from actors.contact_actions import note_shown
from actors.contact_cards import with_details_shown
from actors.export import actor_table
from actors.filters import ActorFilterForm
from actors.spreadsheet import write_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def actor_export(request):
    """Fetch the list that the same address shows, all pages of it."""
    require(request.membership, Permission.EXPORT)
    today = timezone.localdate()
    filters = ActorFilterForm(request.GET, plan=request.plan, membership=request.membership)
    actors = filters.of_kind(filters.narrow(request.plan.actors.all(), today=today))
    table = actor_table(filters.ordered(actors, today=today), membership=request.membership, today=today)
    _log(request, actors, today)
    response = HttpResponse(write_xlsx([table]), content_type=XLSX)
    name = f"Aktører {request.plan.name} {today.isoformat()}.xlsx"
    plain = f"aktoerer-{request.plan.slug}-{today.isoformat()}.xlsx"
    # RFC 6266: the plain name for old programs, the true one for the rest.
    response["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    )
    return response


def _log(request, actors, today) -> None:
    """That the list was fetched, and whose phone or mail went with it."""
    contacts = request.plan.contacts.kept().filter(actor__in=actors).select_related("plan")
    with transaction.atomic():
        record(plan=request.plan, by=request.user, verb="export", obj=request.plan, fields=["actors"])
        note_shown(contacts=with_details_shown(contacts, request.membership, today), by=request.user)
