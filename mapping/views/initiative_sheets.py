"""What is written about an initiative: its story, what it gives the area, the samarbejdsaftale."""

from dataclasses import dataclass

from django.db import transaction
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from mapping import initiative_actions as actions
from mapping.agreement_page import agreement_context
from mapping.initiative_page import (
    edited,
    initiative_frame,
    inside_frame,
    shared_context,
    sheet_of,
    story_lines,
)
from mapping.initiative_rows import gift_rows, partner_rows
from mapping.models import AreaGains, JointAgreement, Story
from mapping.models.sheets import Sheet
from mapping.sheet_forms import AgreementForm, AreaGainsForm, SheetForm, StoryForm


@dataclass(frozen=True)
class SheetPage:
    """How one kind of sheet is written: its row, form and page, where it leads, and what is said."""

    row: type[Sheet]
    form: type[SheetForm]
    template: str
    leads_to: str
    said: str


STORY = SheetPage(Story, StoryForm, "mapping/initiative_story_form.html", "story", "Fortællingen er gemt.")
GAINS = SheetPage(
    AreaGains, AreaGainsForm, "mapping/initiative_gains_form.html", "initiative",
    "Det, området får, er gemt.",
)  # fmt: skip
AGREEMENT = SheetPage(
    JointAgreement, AgreementForm, "mapping/initiative_agreement_form.html", "agreement",
    "Samarbejdsaftalen er gemt.",
)  # fmt: skip


@require_safe
def story(request, pk):
    """The initiative told for others."""
    frame = initiative_frame(request, pk)
    told = sheet_of(frame.initiative, Story)
    context = shared_context(request, frame, "story") | {
        "story": told, "is_told": not told._state.adding, "grew": story_lines(told),
        "gifts": gift_rows(sheet_of(frame.initiative, AreaGains)), "rows": partner_rows(frame.initiative),
    }  # fmt: skip
    return render(request, "mapping/initiative_story.html", context)


@require_safe
def agreement(request, pk):
    """What the samarbejdsaftale says, and what it lacks before anybody signs."""
    frame = inside_frame(request, pk)
    context = shared_context(request, frame, "agreement") | agreement_context(frame.initiative)
    return render(request, "mapping/initiative_agreement.html", context)


@require_form_methods
def story_edit(request, pk):
    """Write the story."""
    return _write(request, pk, STORY)


@require_form_methods
def gains_edit(request, pk):
    """Tick what it gives the area."""
    return _write(request, pk, GAINS)


@require_form_methods
def agreement_edit(request, pk):
    """Write what the partners agree on."""
    return _write(request, pk, AGREEMENT)


def _write(request, pk, page: SheetPage):
    """The form of a sheet, and saving it. Who saves after somebody else sees both texts first."""
    initiative = edited(request, pk)
    data = request.POST if request.method == "POST" else None
    form = page.form(data, sheet=sheet_of(initiative, page.row))
    if data is None or not form.is_valid():
        return _form_page(request, initiative, page, form)
    try:
        _save(request, form)
    except StaleVersion:
        fresh = sheet_of(initiative, page.row)
        form = page.form(on_top_of(fresh.version, data), sheet=fresh)
        # Sent twice it says what stands there, and is done.
        if not form.is_valid() or form.touched:
            conflicts = conflicts_of(form) if form.is_valid() else None
            return _form_page(request, initiative, page, form, conflicts)
    done(request, page.said)
    return redirect(f"initiatives:{page.leads_to}", request.plan.slug, pk)


@transaction.atomic
def _save(request, form: SheetForm) -> None:
    actions.write_sheet(
        sheet=form.instance, by=request.user, values=form.values(), changed=form.touched,
        version=form.cleaned_data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


def _form_page(request, initiative, page: SheetPage, form: SheetForm, conflicts=None):
    context = {
        "place": "initiatives", "initiative": initiative, "form": form, "conflicts": conflicts,
        "leads_to": page.leads_to,
    }  # fmt: skip
    return render(request, page.template, context)
