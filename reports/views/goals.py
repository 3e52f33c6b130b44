"""Goals: all of them, one of them, a new one, changing it, putting it away and bringing it back."""

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
from config.methods import require_form_methods
from config.undo import done
from reports import goal_actions as actions
from reports.goal_forms import GoalForm
from reports.goal_page import all_rows, card_of, figures_of, load_of
from reports.goal_rules import Influence, advice_on
from reports.indicators import goal_rows, goal_rows_of
from reports.models import Goal
from reports.picks import GoalPick


@require_safe
def goal_list(request):
    """The goals by focus area, how each stands, and what counting costs."""
    require(request.membership, Permission.GOAL_VIEW)
    now, today = timezone.now(), timezone.localdate()
    every = list(request.plan.goals.select_related("parent"))
    focus_rows = goal_rows(request.plan, today, now=now, goals=[one for one in every if one.stands])
    can_edit = may(request.membership, Permission.GOAL_EDIT)
    context = {
        "place": "goals", "groups": [(focus, [card_of(one) for one in focus.goals]) for focus in focus_rows],
        "load": load_of(all_rows(focus_rows), today), "can_edit": can_edit,
        "is_empty": not any(focus.goals for focus in focus_rows),
        "can_export": may(request.membership, Permission.EXPORT),
        "put_away": [one for one in every if one.dropped_at] if can_edit else [],
    }  # fmt: skip
    return render(request, "reports/goal_list.html", context)


@require_safe
def goal(request, pk):
    """One goal: its indicators with charts, its parts, and the stories beside them."""
    require(request.membership, Permission.GOAL_VIEW)
    there = request.plan.goals.standing().with_parts_of(pk).select_related("focus_area", "parent")
    goals = list(there)
    found = next((one for one in goals if one.pk == pk), None)
    if found is None:
        raise Http404
    row = goal_rows_of(request.plan, goals, timezone.localdate(), now=timezone.now())[found.pk]
    can_edit = may(request.membership, Permission.GOAL_EDIT)
    dropped = request.plan.indicators.filter(goal__in=goals, dropped_at__isnull=False)
    context = {
        "place": "goals", "goal": found, "row": row, "figures": figures_of(row),
        "parts": [(part, figures_of(part)) for part in row.parts], "can_edit": can_edit,
        "dropped": dropped if can_edit else [],
    }  # fmt: skip
    return render(request, "reports/goal.html", context)


@require_form_methods
def goal_create(request):
    """One more goal, or a part of one; the indicators come next."""
    require(request.membership, Permission.GOAL_EDIT)
    first = GoalPick(request.GET).first_of(request.plan)
    form = GoalForm(request.POST if request.method == "POST" else None, plan=request.plan, initial=first)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, form)
    try:
        made = _make(request, form)
    except actions.GoalProblem as problem:
        form.add_error(problem.field or None, str(problem))
        return _form_page(request, form)
    advice = advice_on(Influence(made.influence), by_hand=False)
    done(request, advice or "Skriv nu, hvordan I kan se, at det går den rigtige vej.", lead="Gemt.")
    return redirect("goals:goal", request.plan.slug, made.pk)


@transaction.atomic
def _make(request, form: GoalForm) -> Goal:
    made = actions.create_goal(
        plan=request.plan, by=request.user, values=form.values(), submission=form.cleaned_data["submission"]
    )
    audit_override(form, plan=request.plan, by=request.user, obj=made)
    return made


@require_form_methods
def goal_edit(request, pk):
    """Another wording, another place."""
    require(request.membership, Permission.GOAL_EDIT)
    row = _own(request, pk)
    form = GoalForm(request.POST if request.method == "POST" else None, plan=request.plan, instance=row)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, form)
    try:
        _change(request, form)
    except StaleVersion:
        fresh = _own(request, pk)
        form = GoalForm(on_top_of(fresh.version, request.POST), plan=request.plan, instance=fresh)
        return _form_page(request, form, conflicts=conflicts_of(form) if form.is_valid() else None)
    except actions.GoalProblem as problem:
        form.add_error(problem.field or None, str(problem))
        return _form_page(request, form)
    done(request, "Målet er rettet.", lead="Gemt.")
    return redirect("goals:goal", request.plan.slug, pk)


def _own(request, pk) -> Goal:
    return get_object_or_404(request.plan.goals.standing().select_related("plan"), pk=pk)


@transaction.atomic
def _change(request, form: GoalForm) -> None:
    actions.change_goal(
        goal=form.instance, by=request.user, values=form.values(), changed=form.touched,
        version=form.cleaned_data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


def _form_page(request, form: GoalForm, conflicts=None):
    context = {
        "place": "goals", "form": form, "conflicts": conflicts,
        "goal": form.instance if form.initial.get("version") else None,
    }  # fmt: skip
    return render(request, "reports/goal_form.html", context)


@require_POST
def goal_drop(request, pk):
    """Out of sight, with its parts and indicators; the message's button brings it back."""
    require(request.membership, Permission.GOAL_EDIT)
    found = get_object_or_404(request.plan.goals.select_related("plan"), pk=pk)
    actions.drop_goal(goal=found, by=request.user, now=timezone.now())
    undo = reverse("goals:goal_restore", args=[request.plan.slug, pk])
    done(request, f"»{found.name}« er lagt væk. Tallene er gemt.", undo_url=undo)
    return redirect("goals:list", request.plan.slug)


@require_POST
def goal_restore(request, pk):
    """Back among the goals."""
    require(request.membership, Permission.GOAL_EDIT)
    found = get_object_or_404(request.plan.goals.select_related("plan"), pk=pk)
    actions.restore_goal(goal=found, by=request.user)
    done(request, f"»{found.name}« er tilbage.")
    return redirect("goals:list", request.plan.slug)
