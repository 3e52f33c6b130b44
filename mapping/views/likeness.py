"""What resembles the thing that is being written, while it is written."""

from django.shortcuts import render
from django.views.decorators.http import require_POST

from accounts.access import Permission, require
from mapping.likeness import alike
from mapping.likeness_facts import offers_of
from mapping.likeness_forms import AlikeForm


@require_POST
def alike_part(request):
    """The part under a form of an initiative or an activity. By POST, since it holds what was written."""
    require(request.membership, Permission.ACTIVITY_POST)
    form = AlikeForm(request.POST, plan=request.plan)
    new = form.offer()
    there = [one for one in offers_of(request.plan) if one.key not in form.but()] if new.name else []
    return render(request, "mapping/_alike.html", {"alike": alike(new, there)})
