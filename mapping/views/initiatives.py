"""Initiatives: all of them, the board, one of them, a new one, changing it, putting it away."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from config.danish import capitalised, count
from config.htmx import render_part
from config.methods import require_form_methods
from config.undo import done
from config.way_back import named_next
from mapping import initiative_actions as actions
from mapping.initiative_filters import InitiativeFilterForm, phase_chips
from mapping.initiative_forms import InitiativeForm, MoveForm
from mapping.initiative_page import edited, initiative_frame, shared_context, sheet_of, story_lines
from mapping.initiative_rows import columns, gift_rows, initiative_rows, partner_rows, with_row_parts
from mapping.initiative_words import phase_name
from mapping.likeness_facts import alike_to_initiative
from mapping.models import AreaGains, Initiative, Story
from mapping.review_page import latest_standings

PAGE_SIZE = 50
# More cards than this on a board nobody overlooks; the list has them all.
BOARD_SIZE = 200


@require_safe
def initiative_list(request):
    """The plan's initiatives that are asked for, those that are not put away unless told otherwise."""
    require(request.membership, Permission.INITIATIVE_VIEW)
    filters = InitiativeFilterForm(request.GET, plan=request.plan)
    narrowed = filters.narrow(request.plan.initiatives.all())
    chips = phase_chips(narrowed)
    page = Paginator(with_row_parts(filters.in_phase(narrowed).by_name()), PAGE_SIZE)
    page = page.get_page(filters.chosen("page") or 1)
    context = {
        "place": "initiatives", "list_id": "initiative-list", "filters": filters, "chips": chips,
        "total": sum(chip.count for chip in chips), "page": page, "rows": initiative_rows(page),
        "fact": _fact(page.paginator.count), "view": "list", "today": timezone.localdate(),
        "can_edit": may(request.membership, Permission.INITIATIVE_EDIT),
    }  # fmt: skip
    return render_part(
        request, "mapping/initiatives.html", "mapping/_initiative_list.html", context,
        target="initiative-list",
    )  # fmt: skip


@require_safe
def board(request):
    """The same as cards in the five phases."""
    require(request.membership, Permission.INITIATIVE_VIEW)
    filters = InitiativeFilterForm(request.GET, plan=request.plan)
    narrowed = filters.narrow(request.plan.initiatives.all()).by_name()
    rows = initiative_rows(with_row_parts(narrowed)[:BOARD_SIZE])
    context = {
        "place": "initiatives", "list_id": "initiative-list", "filters": filters, "rows": rows,
        "columns": columns(rows), "fact": _fact(len(rows)), "view": "board", "today": timezone.localdate(),
        "can_edit": may(request.membership, Permission.INITIATIVE_EDIT), "at": request.get_full_path(),
        "movable": filters.chosen("state") != "archived",
    }  # fmt: skip
    return render_part(
        request, "mapping/initiatives.html", "mapping/_initiative_board.html", context,
        target="initiative-list",
    )  # fmt: skip


def _fact(number: int) -> str:
    """The line under the heading."""
    return f"{capitalised(count(number, 'initiativ', 'initiativer'))} på tværs af organisationer."


@require_safe
def initiative(request, pk):
    """One initiative for who has a minute: why, who, how far, what next; the rest below."""
    frame = initiative_frame(request, pk)
    one, story = frame.initiative, sheet_of(frame.initiative, Story)
    rows = partner_rows(one)
    context = shared_context(request, frame, "initiative") | {
        "rows": rows, "groups": list(one.target_groups.all()), "areas": list(one.areas.all()),
        "lead": next((row for row in rows if row.leads), None),
        "gifts": gift_rows(sheet_of(one, AreaGains)), "story": story, "grew": story_lines(story),
        "standings": latest_standings(one, frame.today) if frame.inside else [],
    }  # fmt: skip
    return render(request, "mapping/initiative.html", context)


@require_form_methods
def create(request):
    """One more initiative; partners come next."""
    require(request.membership, Permission.INITIATIVE_EDIT)
    data = request.POST if request.method == "POST" else None
    form = InitiativeForm(data, plan=request.plan, today=timezone.localdate())
    if data is None or not form.is_valid():
        return _form_page(request, form)
    made = _make(request, form)
    done(request, f"{made.name} er oprettet. Sæt nu partnere på.", lead="Gemt.")
    _tell_alike(request, made)
    return redirect("initiatives:partners", request.plan.slug, made.pk)


def _tell_alike(request, made: Initiative) -> None:
    """Also to one whose browser has no script, and could not be told while it was written."""
    for one in alike_to_initiative(made)[:1]:
        messages.warning(request, f"Det ligner {one.offer.name}. {one.why} Kan I gøre det sammen?")


@transaction.atomic
def _make(request, form: InitiativeForm) -> Initiative:
    made = actions.create_initiative(
        plan=request.plan, by=request.user, values=form.values(), submission=form.cleaned_data["submission"]
    )
    audit_override(form, plan=request.plan, by=request.user, obj=made)
    return made


@require_form_methods
def edit(request, pk):
    """Other facts. Who saves after somebody else sees both texts first."""
    row, today = edited(request, pk), timezone.localdate()
    data = request.POST if request.method == "POST" else None
    form = InitiativeForm(data, plan=request.plan, today=today, instance=row)
    if data is None or not form.is_valid():
        return _form_page(request, form)
    try:
        _change(request, form)
    except StaleVersion:
        fresh = edited(request, pk)
        form = InitiativeForm(on_top_of(fresh.version, data), plan=request.plan, today=today, instance=fresh)
        return _form_page(request, form, conflicts=conflicts_of(form) if form.is_valid() else None)
    done(request, f"{form.instance.name} er rettet.", lead="Gemt.")
    return redirect("initiatives:initiative", request.plan.slug, pk)


@transaction.atomic
def _change(request, form: InitiativeForm) -> None:
    actions.change_initiative(
        initiative=form.instance, by=request.user, values=form.values(), changed=form.touched,
        version=form.cleaned_data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


def _form_page(request, form: InitiativeForm, conflicts=None):
    context = {
        "place": "initiatives", "form": form, "conflicts": conflicts,
        "initiative": form.instance if form.initial.get("version") else None,
    }  # fmt: skip
    return render(request, "mapping/initiative_form.html", context)


@require_POST
def move(request, pk):
    """On to another phase, or back; the message's button undoes it."""
    row = edited(request, pk)
    form = MoveForm(request.POST)
    if not form.is_valid():
        raise Http404
    to, seen = form.cleaned_data["phase"], form.cleaned_data["seen"]
    back = named_next(request, reverse("initiatives:initiative", args=[request.plan.slug, pk]))
    try:
        moved = actions.move_phase(initiative=row, by=request.user, to=to, seen=seen)
    except actions.MovedMeanwhile as problem:
        messages.warning(request, str(problem))
        return redirect(back)
    if moved:
        undo = reverse("initiatives:move", args=[request.plan.slug, pk])
        fields = {"phase": str(seen), "seen": str(to), "next": back}
        done(request, f"{row.name} er nu i {phase_name(to)}.", undo_url=undo, undo_fields=fields)
    return redirect(back)


@require_POST
def archive(request, pk):
    """Put it away; the message's button takes it out again."""
    row = edited(request, pk)
    actions.archive_initiative(initiative=row, by=request.user, now=timezone.now())
    undo = reverse("initiatives:restore", args=[request.plan.slug, pk])
    done(request, f"{row.name} er arkiveret.", undo_url=undo)
    return redirect("initiatives:list", request.plan.slug)


@require_POST
def restore(request, pk):
    """Take it out again."""
    require(request.membership, Permission.INITIATIVE_EDIT)
    row = get_object_or_404(request.plan.initiatives, pk=pk)
    actions.restore_initiative(initiative=row, by=request.user)
    done(request, f"{row.name} er tilbage på listen.")
    return redirect("initiatives:initiative", request.plan.slug, pk)
