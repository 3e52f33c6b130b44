"""Which organisation each partner speaks for: the leader says so, and then they can post and book for it."""

from django.shortcuts import redirect, render

from accounts.access import Permission, require
from actors.representative_forms import RepresentativeForm
from actors.representing import set_representation
from config.methods import require_form_methods
from config.undo import done


@require_form_methods
def representatives(request):
    """Each partner with the organisation they speak for; one is saved at a time."""
    require(request.membership, Permission.MEMBERS_EDIT)
    if request.method == "POST":
        form = RepresentativeForm(request.POST, plan=request.plan)
        if form.is_valid():
            return _saved(request, form)
        return _page(request, form)
    return _page(request, None)


def _saved(request, form):
    member, actor = form.cleaned_data["member"], form.cleaned_data["actor"]
    set_representation(membership=member, actor=actor, by=request.user)
    told = f"{member.user.name} taler nu for {actor.name}." if actor else (
        f"{member.user.name} taler ikke længere for nogen."
    )  # fmt: skip
    done(request, told, lead="Gemt.")
    return redirect("actors:representatives", request.plan.slug)


def _page(request, refused):
    partners = request.plan.memberships.filter(role="partner").select_related("user", "representation")
    rows, choices = [], RepresentativeForm.choices(request.plan)
    for member in partners.order_by("user__name"):
        standing = getattr(member, "representation", None)
        first = {"member": member.pk, "actor": standing.actor_id if standing else None}
        form = RepresentativeForm(
            plan=request.plan, choices=choices, initial=first, auto_id=f"id_{member.pk}_%s"
        )
        rows.append((member, form))
    context = {"place": "plan", "rows": rows, "refused": refused}
    return render(request, "actors/representatives.html", context)
