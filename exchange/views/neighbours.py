"""Which areas are neighbours, so that what happens in one counts in the other."""

from django.shortcuts import redirect, render

from accounts.access import Permission, require
from config.methods import require_form_methods
from config.undo import done
from exchange.clash_forms import NeighbourForm
from mapping.clash_actions import set_neighbours


@require_form_methods
def neighbours(request):
    """Which areas of the plan are neighbours."""
    require(request.membership, Permission.PLAN_EDIT)
    form = NeighbourForm(request.POST if request.method == "POST" else None, plan=request.plan)
    if request.method == "POST" and form.is_valid():
        set_neighbours(plan=request.plan, by=request.user, pairs=form.chosen())
        done(request, "Naboområderne er rettet.", lead="Gemt.")
        return redirect("accounts:plan", request.plan.slug)
    return render(request, "exchange/neighbours.html", {"place": "plan", "form": form})
