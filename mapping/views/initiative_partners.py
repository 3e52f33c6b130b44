"""Who takes part in an initiative, and what each does in each phase."""

from django.db import transaction
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from mapping import initiative_actions as actions
from mapping.initiative_forms import WORDS, ComeBackForm, PartnerForm, PartsForm
from mapping.initiative_method import PHASES
from mapping.initiative_page import edited, initiative_frame, shared_context
from mapping.initiative_rows import partner_rows
from mapping.models import Initiative, Partner

ALL_PHASES = [phase.number for phase in PHASES]


@require_safe
def partners(request, pk):
    """Each partner with what it does, brings and gains, phase by phase."""
    frame = initiative_frame(request, pk)
    context = shared_context(request, frame, "partners") | {"rows": partner_rows(frame.initiative)}
    return render(request, "mapping/initiative_partners.html", context)


@require_form_methods
def partner_add(request, pk):
    """One more partner, with what it does in the phases that are ticked."""
    initiative = edited(request, pk)
    data = request.POST if request.method == "POST" else None
    form = PartnerForm(data, initiative=initiative)
    if data is None or not form.is_valid():
        return _page(request, initiative, form)
    actor = form.cleaned_data["actor"]
    if there := initiative.partners.current().with_parts().filter(actor=actor).first():
        return _once_more(request, initiative, there, data, form.typed_parts())
    with transaction.atomic():
        partner = actions.add_partner(initiative=initiative, by=request.user, actor=actor)
        actions.change_parts(partner=partner, by=request.user, parts=form.parts(), version=partner.version)
        audit_override(form, plan=request.plan, by=request.user, obj=partner)
    done(request, f"{actor.name} er med i {initiative.name}.", lead="Gemt.")
    return _back(request, pk)


def _once_more(request, initiative: Initiative, partner: Partner, data: QueryDict, parts: dict[str, str]):
    """The same words again are done; others are shown beside those that stand."""
    first = PartsForm(phases=ALL_PHASES, partner=partner).initial
    typed = on_top_of(partner.version, data)
    for name in [f"{name}_{phase}" for name, *_ in WORDS for phase in ALL_PHASES]:
        typed[name] = parts.get(name, first.get(name, ""))
    form = PartsForm(typed, phases=ALL_PHASES, partner=partner)
    if form.is_valid() and not form.touched:
        done(request, f"{partner.actor.name} er med i {initiative.name}.", lead="Gemt.")
        return _back(request, initiative.pk)
    conflicts = conflicts_of(form) if form.is_valid() else None
    return _page(request, initiative, form, partner, conflicts)


@require_form_methods
def partner_edit(request, pk, partner_pk):
    """What it does in each of the five phases."""
    initiative = edited(request, pk)
    partner = _partner(initiative, partner_pk)
    data = request.POST if request.method == "POST" else None
    form = PartsForm(data, phases=ALL_PHASES, partner=partner)
    if data is None or not form.is_valid():
        return _page(request, initiative, form, partner)
    try:
        _change(request, partner, form)
    except StaleVersion:
        fresh = _partner(initiative, partner_pk)
        form = PartsForm(on_top_of(fresh.version, data), phases=ALL_PHASES, partner=fresh)
        return _page(request, initiative, form, fresh, conflicts_of(form) if form.is_valid() else None)
    done(request, f"{partner.actor.name} er rettet.", lead="Gemt.")
    return _back(request, pk)


@transaction.atomic
def _change(request, partner: Partner, form: PartsForm) -> None:
    version = form.cleaned_data["version"] or 0
    actions.change_parts(partner=partner, by=request.user, parts=form.parts(), version=version)
    audit_override(form, plan=request.plan, by=request.user, obj=partner)


@require_POST
def partner_remove(request, pk, partner_pk):
    """It takes no part any more; the message's button brings it back."""
    initiative = edited(request, pk)
    partner = get_object_or_404(initiative.partners.select_related("actor"), pk=partner_pk)
    led = initiative.coordinator_id == partner.actor_id
    actions.remove_partner(partner=partner, by=request.user, now=timezone.now())
    undo = reverse("initiatives:partner_restore", args=[request.plan.slug, pk, partner_pk])
    fields = {"leads": "on"} if led else None
    done(request, f"{partner.actor.name} er ikke længere med.", undo_url=undo, undo_fields=fields)
    return _back(request, pk)


@require_POST
def partner_restore(request, pk, partner_pk):
    """Bring it back."""
    initiative = edited(request, pk)
    partner = get_object_or_404(initiative.partners.select_related("actor"), pk=partner_pk)
    form = ComeBackForm(request.POST)
    leads = form.is_valid() and form.cleaned_data["leads"]
    actions.restore_partner(partner=partner, by=request.user, leads=leads)
    done(request, f"{partner.actor.name} er med igen.")
    return _back(request, pk)


def _partner(initiative, partner_pk) -> Partner:
    return get_object_or_404(initiative.partners.current().with_parts(), pk=partner_pk)


def _back(request, pk):
    return redirect("initiatives:partners", request.plan.slug, pk)


def _page(request, initiative, form, partner: Partner | None = None, conflicts=None):
    context = {
        "place": "initiatives", "initiative": initiative, "form": form, "partner": partner,
        "conflicts": conflicts, "phase": PHASES[initiative.phase - 1],
    }  # fmt: skip
    return render(request, "mapping/initiative_partner_form.html", context)
