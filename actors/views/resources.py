"""What an actor has and others may lack, and what it lacks and others may have."""

import uuid
from itertools import groupby

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import Permission, may, require
from actors import actions
from actors.forms import NeedForm, ResourceForm
from actors.guarded_forms import audit_override
from actors.models import ResourceKind
from actors.profile import actor_frame
from actors.undo_tokens import undo_address, undo_facts
from config.methods import require_form_methods
from config.undo import done


@require_form_methods
def actor_resources(request, pk):
    """The actor's resources and needs by kind, and the form that adds a resource."""
    require(request.membership, Permission.ACTOR_VIEW)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    form = ResourceForm(request.POST or None)
    if request.method == "POST":
        require(request.membership, Permission.ACTOR_EDIT)
        if form.is_valid():
            _add(request, actor, form, actions.add_resource)
            return redirect("actors:resources", request.plan.slug, pk)
    return _page(request, actor, form, NeedForm())


@require_form_methods
def actor_needs(request, pk):
    """The same page, with the form that adds a need."""
    require(request.membership, Permission.ACTOR_VIEW)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    form = NeedForm(request.POST or None)
    if request.method == "POST":
        require(request.membership, Permission.ACTOR_EDIT)
        if form.is_valid():
            _add(request, actor, form, actions.add_need)
            return redirect("actors:resources", request.plan.slug, pk)
    return _page(request, actor, ResourceForm(), form)


def _page(request, actor, form, need_form):
    context = {
        **actor_frame(request, actor, "resources", today=timezone.localdate()),
        "form": form,
        "need_form": need_form,
        "has_errors": bool(need_form.errors),
        "resources": _by_kind(actor.resources),
        "needs": _by_kind(actor.needs),
        "today": timezone.localdate(),
        "can_see_interviews": may(request.membership, Permission.VALUES_VIEW),
    }
    return render(request, "actors/actor_resources.html", context)


def _add(request, actor, form, add) -> None:
    """Save the resource or need and say so."""
    with transaction.atomic():
        thing = add(
            actor=actor, by=request.user, kind=form.cleaned_data["kind"], text=form.cleaned_data["text"]
        )
        audit_override(form, plan=request.plan, by=request.user, obj=thing)
    done(request, f"»{thing.text}« er tilføjet.")


def _by_kind(things):
    """[(name of the kind, its rows)] in the order of the kinds."""
    order = ResourceKind.values
    rows = sorted(things.select_related("interview"), key=lambda one: (order.index(one.kind), one.text))
    return [(ResourceKind(kind).label, list(group)) for kind, group in groupby(rows, lambda one: one.kind)]


@require_POST
def resource_remove(request, pk, resource_pk):
    """Take a resource off; the message's button puts it back."""
    require(request.membership, Permission.ACTOR_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    resource = get_object_or_404(actor.resources, pk=resource_pk)
    actions.remove_resource(resource=resource, by=request.user)
    return _removed(request, actor, resource, "actors:resource_restore")


@require_POST
def resource_restore(request, pk):
    """Put a removed resource back."""
    return _restore(request, pk, "actors:resource_restore", actions.add_resource)


@require_POST
def need_remove(request, pk, need_pk):
    """Take a need off; the message's button puts it back."""
    require(request.membership, Permission.ACTOR_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    need = get_object_or_404(actor.needs, pk=need_pk)
    actions.remove_need(need=need, by=request.user)
    return _removed(request, actor, need, "actors:need_restore")


@require_POST
def need_restore(request, pk):
    """Put a removed need back."""
    return _restore(request, pk, "actors:need_restore", actions.add_need)


def _removed(request, actor, thing, restore: str):
    """Say that it is gone, with the button that puts it back by the view called `restore`."""
    source = str(thing.interview_id) if thing.interview_id else ""
    kept = {"pk": str(thing.pk), "kind": thing.kind, "text": thing.text, "interview": source}
    done(request, f"»{thing.text}« er fjernet.", undo_url=undo_address(restore, actor, **kept))
    return redirect("actors:resources", request.plan.slug, actor.pk)


def _restore(request, pk, name: str, add):
    """Put a removed thing back, with the interview it came from."""
    require(request.membership, Permission.ACTOR_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    facts = undo_facts(request, name, actor)
    source = actor.interviews.filter(pk=facts["interview"]).first() if facts.get("interview") else None
    add(
        actor=actor, by=request.user, kind=facts["kind"], text=facts["text"], pk=uuid.UUID(facts["pk"]),
        source=source,
    )  # fmt: skip
    done(request, f"»{facts['text']}« er tilbage.")
    return redirect("actors:resources", request.plan.slug, pk)
