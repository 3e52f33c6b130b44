"""The edit page of a collaboration."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.access import Permission, require
from actors.conflicts import on_top_of
from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from mapping.actions import CollaborationError, Stale, change_collaboration
from mapping.conflict import differences
from mapping.forms import CollaborationForm, PickForm, typed_values
from mapping.listing import name_of
from mapping.method import FORMS
from mapping.models import Collaboration
from mapping.picker import picks


@require_form_methods
def collaboration_edit(request, pk):
    """All fields. Who saves after somebody else sees both texts first, and nothing is lost."""
    require(request.membership, Permission.COLLABORATION_EDIT)
    collaboration = get_object_or_404(request.plan.collaborations.with_parts(), pk=pk)
    if request.method != "POST" or "find" in request.POST:
        typed = typed_values(CollaborationForm, request.POST, request.plan) if request.POST else None
        return _page(request, CollaborationForm(instance=collaboration, plan=request.plan, typed=typed))
    form = CollaborationForm(request.POST, instance=collaboration, plan=request.plan)
    if not form.is_valid():
        return _page(request, form)
    try:
        _save(request, form, collaboration)
    except Stale:
        return _conflict_page(request, form, collaboration)
    except CollaborationError as problem:
        form.add_error(None, str(problem))
        return _page(request, form)
    done(request, "Samarbejdet er rettet.", lead="Gemt.")
    return redirect("mapping:detail", request.plan.slug, collaboration.pk)


@transaction.atomic
def _save(request, form: CollaborationForm, collaboration: Collaboration) -> None:
    """Write what the form says, and that the user vouched for it, together."""
    change_collaboration(collaboration=collaboration, by=request.user, **form.details())
    audit_override(form, plan=request.plan, by=request.user, obj=collaboration)


def _page(request, form: CollaborationForm, conflict=None):
    """The form with the picker and the guidance of all forms."""
    text = PickForm(request.POST if request.method == "POST" else request.GET).text()
    context = {
        "place": "collaborations",
        "collaboration": form.instance,
        "name": name_of(form.instance),
        "form": form,
        "has_errors": conflict is not None,
        "text": text,
        "picks": picks(request.plan, request.user, chosen=form.chosen, text=text, today=timezone.localdate()),
        "guides": FORMS,
        "conflict": conflict,
    }
    return render(request, "mapping/collaboration_edit.html", context)


def _conflict_page(request, form: CollaborationForm, collaboration: Collaboration):
    """Both texts side by side; pressing Gem once more lets the typed ones stand."""
    fresh = request.plan.collaborations.with_parts().get(pk=collaboration.pk)
    form.data = on_top_of(fresh.version, form.data)
    return _page(request, form, conflict=differences(fresh, form))
