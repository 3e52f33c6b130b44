"""The list of actors, the profile, and the changes to one."""

from datetime import date

from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors import actions, row_drawings
from actors.care import coordinates_many
from actors.care_queries import latest_notes, limits_of, relation_of
from actors.completeness import is_thin, missing_parts
from actors.conflicts import conflicts_of, on_top_of
from actors.filters import ActorFilterForm
from actors.forms import ActorForm
from actors.guarded_forms import audit_override
from actors.listing import actor_rows, count_by_kind, page_of
from actors.models import Competence, CompetenceKind
from actors.note_rows import burden_of, note_row, waited
from actors.profile import actor_frame
from actors.undo_tokens import undo_address, undo_facts
from actors.value_rows import value_panel
from config.danish import count, days_ago
from config.htmx import render_part
from config.looks import KIND_LOOKS
from config.methods import require_form_methods
from config.undo import done
from config.way_back import named_next

PER_PAGE = 50
# So many lines of the contact log stand on the profile.
LATEST_LINES = 3


@require_safe
def actor_list(request):
    """All actors of the plan, by what the address asks for."""
    require(request.membership, Permission.ACTOR_VIEW)
    today = timezone.localdate()
    filters = ActorFilterForm(request.GET, plan=request.plan, membership=request.membership)
    counts = count_by_kind(filters, today=today)
    page = _page(filters, counts)
    can = _may(request.membership)
    shows = {"with_values": can["can_see_values"], "with_contact": filters.sees_contact}
    found = page_of(filters, page.object_list.start, page.object_list.stop, today=today)
    rows = actor_rows(found, plan=request.plan, today=today, **shows)
    context = {
        "place": "actors",
        "list_id": "actor-list",
        "filters": filters,
        "chips": _kind_chips(counts),
        "total": sum(counts.values()),
        "page": page,
        "rows": row_drawings.table_rows(rows),
        "drawings": row_drawings.sprite(),
        "filter_query": f"?{request.GET.urlencode()}" if request.GET else "",
        "fact": _fact(request.plan, filters, page.paginator.count, len(rows)),
        **can,
    }
    return render_part(
        request, "actors/actor_list.html", "actors/_actor_list.html", context, target="actor-list"
    )


def _page(filters, counts):
    """The page asked for, or the last one, of numbers; how many there are is known from the chips' counts."""
    kind = filters.chosen("kind")
    paginator = Paginator(range(counts[kind] if kind else sum(counts.values())), PER_PAGE)
    return paginator.get_page(filters.chosen("page") or 1)


def _kind_chips(counts):
    """A chip for each kind, in the fixed order of the marks."""
    return [
        {"value": kind, "kind": kind, "label": look.short, "count": counts[kind]}
        for kind, look in KIND_LOOKS.items()
    ]


def _fact(plan, filters, total, shown):
    """The line under the heading: how many there are, and how many of them are here."""
    number = count(total, "aktør", "aktører")
    number = number[0].upper() + number[1:]
    what = "passer" if filters.is_filtered else f"i og omkring {plan.name}"
    return f"{number} {what}. {shown} vises." if shown else f"{number} {what}."


def _may(membership):
    """What the member may do with actors, as the templates ask for it."""
    return {
        "can_edit": may(membership, Permission.ACTOR_EDIT),
        "can_export": may(membership, Permission.EXPORT),
        "can_import": may(membership, Permission.IMPORT),
        "can_see_values": may(membership, Permission.VALUES_VIEW),
    }


@require_safe
def actor_detail(request, pk):
    """The profile: figures, fields, and what is missing in them."""
    require(request.membership, Permission.ACTOR_VIEW)
    today = timezone.localdate()
    actors = request.plan.actors.select_related("housed_in", "held_by__user")
    competences = Prefetch("competences", Competence.objects.select_related("interview"))
    hanging = ("areas", "target_groups", "wanted_target_groups", competences)
    actor = get_object_or_404(actors.prefetch_related(*hanging), pk=pk)
    competences = _competences(actor)
    missing = missing_parts(_filled(actor, competences))
    context = {
        **actor_frame(request, actor, "profile", today=today),
        "competences": competences[CompetenceKind.PROFESSIONAL],
        "strengths": competences[CompetenceKind.STRENGTH],
        "houses": actor.houses.active().by_name(),
        "missing": missing if is_thin(missing) else (),
        "confirmed_ago": days_ago((today - actor.confirmed_on).days) if actor.confirmed_on else "",
        "confirmed_today": actor.confirmed_on == today,
        "can_see_interviews": may(request.membership, Permission.VALUES_VIEW),
        "can_see_matches": may(request.membership, Permission.MATCH_VIEW),
        "today": today,
    }
    if may(request.membership, Permission.VALUES_VIEW):
        context["values"] = value_panel(actor, today)
    if may(request.membership, Permission.CONTACT_LOG_VIEW):
        context |= _care(request, actor, context["figures"], today)
    return render(request, "actors/actor_detail.html", context)


def _care(request, actor, figures, today):
    """What the team alone is shown: the burden, the days since the last contact, the latest lines."""
    lines = latest_notes(actor, LATEST_LINES)
    relation = relation_of(
        actor,
        last_contact=lines[0].on if lines else None,
        collaborations=figures.collaborations,
        coordinating=figures.coordinating,
        today=today,
    )
    return {
        "burden": None
        if actor.archived_at
        else burden_of(actor.label, relation, limits_of(actor.plan), today),
        "is_carrying": coordinates_many(relation.coordinating),
        "waited": waited(relation, today),
        "lines": [note_row(line, request.membership, today) for line in lines],
    }


def _competences(actor):
    """The actor's competences by kind, from what was prefetched."""
    found = {kind: [] for kind in CompetenceKind.values}
    for competence in actor.competences.all():
        found[competence.kind].append(competence)
    return found


def _filled(actor, competences):
    """Which parts of the profile hold something."""
    return {
        "core_task": bool(actor.core_task),
        "areas": bool(actor.areas.all()),
        "target_groups": bool(actor.target_groups.all()),
        "base": bool(actor.base),
        "competences": bool(competences[CompetenceKind.PROFESSIONAL]),
        "strengths": bool(competences[CompetenceKind.STRENGTH]),
        "phone": bool(actor.phone or actor.email),
        "held_by": actor.held_by_id is not None,
    }


@require_form_methods
def actor_create(request):
    """Log an actor. The same form sent twice makes one."""
    require(request.membership, Permission.ACTOR_EDIT)
    form = ActorForm(request.POST or None, plan=request.plan)
    # The quick log links here with the name that it did not know.
    form.initial["name"] = request.GET.get("name", "")
    if request.method == "POST":
        pk = actions.submitted_id(request.plan, form.submitted_as)
        if request.plan.actors.filter(pk=pk).exists():
            return redirect("actors:detail", request.plan.slug, pk)
        if form.is_valid() and (actor := _created(request, form, pk)):
            done(request, f"{actor.name} er oprettet.", lead="Gemt.")
            return redirect("actors:detail", request.plan.slug, actor.pk)
        # The same form came twice at once: the name is taken by its own twin.
        if form.errors and request.plan.actors.filter(pk=pk).exists():
            return redirect("actors:detail", request.plan.slug, pk)
    return render(request, "actors/actor_form.html", {"place": "actors", "form": form})


def _created(request, form, pk):
    """The new actor, or None with the error in the form when somebody took the name meanwhile."""
    values = {name: form.cleaned_data[name] for name in form.writes}
    values["confirmed_on"] = timezone.localdate()
    try:
        with transaction.atomic():
            actor = actions.create_actor(plan=request.plan, by=request.user, values=values, pk=pk)
            audit_override(form, plan=request.plan, by=request.user, obj=actor)
    except actions.NameTaken:
        form.refuse_name()
        return None
    return actor


@require_form_methods
def actor_edit(request, pk):
    """Change an actor; what a colleague saved in the meantime is never overwritten unseen."""
    require(request.membership, Permission.ACTOR_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    form = ActorForm(request.POST or None, plan=request.plan, instance=actor)
    conflicts = None
    if request.method == "POST" and form.is_valid():
        try:
            _change(request, form)
        except actions.NameTaken:
            form.refuse_name()
        except actions.StaleVersion:
            form, conflicts = _beside_what_stands(request, pk)
        else:
            done(request, f"{form.cleaned_data['name']} er rettet.", lead="Gemt.")
            return redirect("actors:detail", request.plan.slug, pk)
    context = {"place": "actors", "form": form, "actor": actor, "conflicts": conflicts}
    return render(request, "actors/actor_form.html", context)


def _change(request, form):
    """Write what the form changes. Raises NameTaken or StaleVersion."""
    with transaction.atomic():
        actions.change_actor(
            actor=form.instance,
            by=request.user,
            values=form.cleaned_data,
            changed=form.touched,
            version=form.cleaned_data["version"] or 0,
        )
        audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


def _beside_what_stands(request, pk):
    """The posted form on the row as it is now, and where the two differ; its next save is on top."""
    actor = request.plan.actors.get(pk=pk)
    data = on_top_of(actor.version, request.POST)
    form = ActorForm(data, plan=request.plan, instance=actor)
    form.full_clean()
    return form, conflicts_of(form)


@require_POST
def actor_archive(request, pk):
    """Put an actor away; nothing is lost."""
    require(request.membership, Permission.ACTOR_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    actions.archive_actor(actor=actor, by=request.user, now=timezone.now())
    restore = reverse("actors:restore", args=[request.plan.slug, pk])
    done(request, f"{actor.name} er arkiveret.", undo_url=restore)
    return redirect("actors:list", request.plan.slug)


@require_POST
def actor_restore(request, pk):
    """Bring an archived actor back."""
    require(request.membership, Permission.ACTOR_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    actions.restore_actor(actor=actor, by=request.user)
    done(request, f"{actor.name} er tilbage på listen.")
    return redirect("actors:detail", request.plan.slug, pk)


@require_POST
def actor_confirm(request, pk):
    """One press: what stands here is still true."""
    require(request.membership, Permission.ACTOR_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    before = actor.confirmed_on.isoformat() if actor.confirmed_on else ""
    actions.confirm_actor(actor=actor, by=request.user, on=timezone.localdate())
    undo = undo_address("actors:unconfirm", actor, before=before)
    done(request, f"{actor.name} er bekræftet i dag.", undo_url=undo)
    return redirect(named_next(request, reverse("actors:detail", args=[request.plan.slug, pk])))


@require_POST
def actor_unconfirm(request, pk):
    """Take a confirmation back."""
    require(request.membership, Permission.ACTOR_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    before = undo_facts(request, "actors:unconfirm", actor)["before"]
    actions.take_back_confirmation(
        actor=actor, by=request.user, before=date.fromisoformat(before) if before else None
    )
    done(request, "Bekræftelsen er fortrudt.")
    return redirect("actors:detail", request.plan.slug, pk)
