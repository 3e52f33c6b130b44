"""Pages of the collaborations: the list, one of them, and those of an actor."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors.profile import actor_frame
from config.chips import Chip
from config.danish import capitalised, count, long_date
from config.htmx import render_part
from config.undo import done
from mapping.actions import CollaborationError, end_collaboration, resume_collaboration
from mapping.filters import CollaborationFilterForm
from mapping.forms import EndForm
from mapping.listing import count_by_form, has_ended, in_order, name_of, period, rows_of
from mapping.method import FORMS, guide_of
from mapping.models import Form

PAGE_SIZE = 50
# So many stand on an actor's profile before »Vis alle«.
ON_PROFILE = 5


@require_safe
def collaboration_list(request):
    """All the plan's collaborations that are asked for, those that go on unless told otherwise."""
    require(request.membership, Permission.COLLABORATION_VIEW)
    today = timezone.localdate()
    filters = CollaborationFilterForm(request.GET, plan=request.plan)
    narrowed = filters.in_state(filters.narrow(request.plan.collaborations.all()), today=today)
    counts = count_by_form(narrowed)
    wanted = in_order(filters.of_form(narrowed).with_parts(), filters.order)
    page = Paginator(wanted, PAGE_SIZE).get_page(filters.chosen("page") or 1)
    context = {
        "place": "collaborations",
        "list_id": "collaboration-list",
        "filters": filters,
        "chips": [Chip(form.value, form.label, counts[form]) for form in Form],
        "total": sum(counts.values()),
        "page": page,
        "rows": rows_of(page, today=today),
        "fact": _fact(page.paginator.count, filters.chosen("state")),
        "can_edit": may(request.membership, Permission.COLLABORATION_EDIT),
    }
    return render_part(
        request, "mapping/collaboration_list.html", "mapping/_collaboration_list.html", context,
        target="collaboration-list",
    )  # fmt: skip


@require_safe
def collaboration_detail(request, pk):
    """One collaboration with all that is known of it, and guidance on its form."""
    require(request.membership, Permission.COLLABORATION_VIEW)
    collaboration = get_object_or_404(request.plan.collaborations.with_parts(), pk=pk)
    today = timezone.localdate()
    context = {
        "place": "collaborations",
        "collaboration": collaboration,
        "name": name_of(collaboration),
        "period": period(collaboration, today),
        "fact": _form_and_period(collaboration, today),
        "ended": has_ended(collaboration, today),
        "target_groups": list(collaboration.target_groups.all()),
        "guide": guide_of(collaboration.form),
        "end_form": EndForm(initial={"until": today}),
        "can_edit": may(request.membership, Permission.COLLABORATION_EDIT),
        "can_lead_game": may(request.membership, Permission.GAME_LEAD),
    }
    return render(request, "mapping/collaboration_detail.html", context)


@require_POST
def collaboration_end(request, pk):
    """It has ended, today or on the day given; it stays in the list of ended ones."""
    require(request.membership, Permission.COLLABORATION_EDIT)
    collaboration = get_object_or_404(request.plan.collaborations, pk=pk)
    form, today = EndForm(request.POST), timezone.localdate()
    if not form.is_valid():
        messages.error(request, form.errors["until"][0])
        return redirect("mapping:detail", request.plan.slug, pk)
    until = form.cleaned_data["until"] or today
    try:
        end_collaboration(collaboration=collaboration, by=request.user, until=until, today=today)
    except CollaborationError as problem:
        messages.error(request, str(problem))
    else:
        when = "er afsluttet" if until <= today else f"slutter {long_date(until, today)}"
        undo_url = reverse("mapping:resume", args=[request.plan.slug, pk])
        done(request, f"Samarbejdet {when}.", undo_url=undo_url)
    return redirect("mapping:detail", request.plan.slug, pk)


@require_POST
def collaboration_resume(request, pk):
    """It goes on after all, or again."""
    require(request.membership, Permission.COLLABORATION_EDIT)
    collaboration = get_object_or_404(request.plan.collaborations, pk=pk)
    resume_collaboration(collaboration=collaboration, by=request.user)
    done(request, "Samarbejdet er i gang igen.")
    return redirect("mapping:detail", request.plan.slug, pk)


@require_safe
def of_actor(request, pk):
    """An actor's collaborations: a page, or the part that its profile shows."""
    require(request.membership, Permission.COLLABORATION_VIEW)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    today = timezone.localdate()
    own = request.plan.collaborations.with_actor(actor).with_parts().newest_first()
    rows = rows_of(own, today=today, actor=actor)
    ongoing = [row for row in rows if not row.ended]
    context = {
        **actor_frame(request, actor, "collaborations", today=today),
        "ongoing": ongoing,
        "ended": [row for row in rows if row.ended],
        "first": ongoing[:ON_PROFILE],
        "total": len(rows),
        "can_log": may(request.membership, Permission.COLLABORATION_EDIT),
    }
    return render_part(
        request, "mapping/collaborations_of_actor.html", "mapping/_collaborations_of_actor.html", context,
        target="actor-collaborations",
    )  # fmt: skip


@require_safe
def form_guides(request):
    """Which form suits? The five, each with when, what for, what helps and what hinders."""
    require(request.membership, Permission.COLLABORATION_VIEW)
    context = {
        "place": "collaborations",
        "guides": FORMS,
        "can_edit": may(request.membership, Permission.COLLABORATION_EDIT),
    }
    return render(request, "mapping/collaboration_forms.html", context)


def _form_and_period(collaboration, today) -> str:
    """The line under the heading: "Samordne siden 14. oktober"."""
    form, when = collaboration.get_form_display(), period(collaboration, today)
    if not when:
        return form
    return f"{form} · {when}" if collaboration.until else f"{form} siden {when}"


def _fact(number: int, state: str) -> str:
    """The line under the heading."""
    there = capitalised(count(number, "samarbejde", "samarbejder"))
    words = {"ended": "er afsluttet", "all": "i alt"}.get(state, "i gang")
    return f"{there} {words}."
