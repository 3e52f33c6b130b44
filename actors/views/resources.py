"""What an actor has and others may lack."""

import uuid
from itertools import groupby

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import Permission, require
from actors import actions
from actors.forms import ResourceForm
from actors.guarded_forms import audit_override
from actors.models import ResourceKind
from actors.profile import actor_frame
from actors.undo_tokens import undo_address, undo_facts
from config.methods import require_form_methods
from config.undo import done


@require_form_methods
def actor_resources(request, pk):
    """The actor's resources by kind, and the form that adds one."""
    require(request.membership, Permission.ACTOR_VIEW)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    form = ResourceForm(request.POST or None)
    if request.method == "POST":
        require(request.membership, Permission.ACTOR_EDIT)
        if form.is_valid():
            _add(request, actor, form)
            return redirect("actors:resources", request.plan.slug, pk)
    context = {
        **actor_frame(request, actor, "resources", today=timezone.localdate()),
        "form": form,
        "resources": _by_kind(actor),
    }
    return render(request, "actors/actor_resources.html", context)


def _add(request, actor, form):
    """Save the resource and say so."""
    with transaction.atomic():
        resource = actions.add_resource(
            actor=actor, by=request.user, kind=form.cleaned_data["kind"], text=form.cleaned_data["text"]
        )
        audit_override(form, plan=request.plan, by=request.user, obj=resource)
    done(request, f"»{resource.text}« er tilføjet.")


def _by_kind(actor):
    """[(name of the kind, resources)] in the order of the kinds."""
    order = ResourceKind.values
    resources = sorted(actor.resources.all(), key=lambda one: (order.index(one.kind), one.text))
    return [
        (ResourceKind(kind).label, list(group)) for kind, group in groupby(resources, lambda one: one.kind)
    ]


@require_POST
def resource_remove(request, pk, resource_pk):
    """Take a resource off; the message's button puts it back."""
    require(request.membership, Permission.ACTOR_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    resource = get_object_or_404(actor.resources, pk=resource_pk)
    undo = undo_address(
        "actors:resource_restore", actor, pk=str(resource.pk), kind=resource.kind, text=resource.text
    )
    actions.remove_resource(resource=resource, by=request.user)
    done(request, f"»{resource.text}« er fjernet.", undo_url=undo)
    return redirect("actors:resources", request.plan.slug, pk)


@require_POST
def resource_restore(request, pk):
    """Put a removed resource back."""
    require(request.membership, Permission.ACTOR_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    facts = undo_facts(request, "actors:resource_restore", actor)
    actions.add_resource(
        actor=actor, by=request.user, kind=facts["kind"], text=facts["text"], pk=uuid.UUID(facts["pk"])
    )
    done(request, f"»{facts['text']}« er tilbage.")
    return redirect("actors:resources", request.plan.slug, pk)
