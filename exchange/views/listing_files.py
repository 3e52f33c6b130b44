"""The exchange as a spreadsheet, and the picture of a listing."""

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from accounts.audit import record
from exchange.listing_forms import KindForm
from exchange.open_rows import listing_table
from exchange.views.files import picture_response, table_response


@require_safe
def listing_file(request):
    """What the same address of the list shows, all of it."""
    require(request.membership, Permission.EXCHANGE_VIEW)
    require(request.membership, Permission.EXPORT)
    today, said = timezone.localdate(), KindForm(request.GET).said()
    there = request.plan.listings.standing(today).of_kind(said["slags"]).select_related("actor", "area")
    if said["retning"]:
        there = there.filter(direction=said["retning"])
    with transaction.atomic():
        record(plan=request.plan, by=request.user, verb="export", obj=request.plan, fields=["listings"])
    return table_response(listing_table(there), "xlsx", "ressourceboers", request.plan, today)


@require_safe
def listing_picture(request, pk):
    """The picture, for all who may see the exchange."""
    require(request.membership, Permission.EXCHANGE_VIEW)
    there = request.plan.listings.select_related("picture")
    return picture_response(get_object_or_404(there, pk=pk, picture__isnull=False).picture)
