"""Indicators: one with all its figures, a new one, changing it, putting it away, and what counting costs."""

from django.db import transaction
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
from reports import indicator_catalogue as catalogue
from reports.goal_forms import IndicatorForm
from reports.goal_page import Figure, all_rows, load_of, trimmed
from reports.goal_rules import Influence, advice_on
from reports.indicators import SHOWN_ALONE, goal_rows, indicator_rows
from reports.models import Goal, Indicator


@require_safe
def indicator(request, pk):
    """One indicator with three years of figures: chart, sentence, and a table of who wrote what when."""
    require(request.membership, Permission.GOAL_VIEW)
    there = request.plan.indicators.standing().select_related("owner__user", "area", "goal__focus_area")
    found = get_object_or_404(there, pk=pk)
    (row,) = indicator_rows(
        request.plan, [found], timezone.localdate(), now=timezone.now(), shown=SHOWN_ALONE
    )
    context = {
        "place": "goals", "indicator": found, "goal": found.goal, "figure": Figure(trimmed(row)),
        "can_edit": may(request.membership, Permission.GOAL_EDIT),
    }  # fmt: skip
    return render(request, "reports/indicator.html", context)


@require_form_methods
def indicator_create(request, goal_pk):
    """One more way to see the goal."""
    require(request.membership, Permission.GOAL_EDIT)
    there = request.plan.goals.standing().select_related("plan", "focus_area")
    goal = get_object_or_404(there, pk=goal_pk)
    form = IndicatorForm(request.POST if request.method == "POST" else None, plan=request.plan)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, goal, form)
    try:
        made = _make(request, goal, form)
    except actions.GoalProblem as problem:
        form.add_error(problem.field or None, str(problem))
        return _form_page(request, goal, form)
    done(request, _said(made), lead="Gemt.")
    return redirect("goals:indicator", request.plan.slug, made.pk)


def _said(made: Indicator) -> str:
    """What comes next, or what the two answers warn of."""
    by_hand = not made.automatic
    advice = advice_on(Influence(made.influence), by_hand=by_hand, minutes=made.minutes)
    usual = "Det første tal kan skrives nu." if by_hand else "Det tæller sig selv fra nu af."
    return advice or usual


@transaction.atomic
def _make(request, goal: Goal, form: IndicatorForm) -> Indicator:
    made = actions.create_indicator(
        goal=goal, by=request.user, values=form.values(), submission=form.cleaned_data["submission"]
    )
    audit_override(form, plan=request.plan, by=request.user, obj=made)
    return made


@require_form_methods
def indicator_edit(request, pk):
    """Another target, another owner, or counted another way."""
    require(request.membership, Permission.GOAL_EDIT)
    row = _own(request, pk)
    form = IndicatorForm(request.POST if request.method == "POST" else None, plan=request.plan, instance=row)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, row.goal, form)
    try:
        _change(request, form)
    except StaleVersion:
        fresh = _own(request, pk)
        form = IndicatorForm(on_top_of(fresh.version, request.POST), plan=request.plan, instance=fresh)
        return _form_page(
            request, fresh.goal, form, conflicts=conflicts_of(form) if form.is_valid() else None
        )
    except actions.GoalProblem as problem:
        form.add_error(problem.field or None, str(problem))
        return _form_page(request, row.goal, form)
    done(request, "Indikatoren er rettet.", lead="Gemt.")
    return redirect("goals:indicator", request.plan.slug, pk)


def _own(request, pk) -> Indicator:
    there = request.plan.indicators.standing().select_related("plan", "goal__focus_area")
    return get_object_or_404(there, pk=pk)


@transaction.atomic
def _change(request, form: IndicatorForm) -> None:
    actions.change_indicator(
        indicator=form.instance, by=request.user, values=form.values(), changed=form.touched,
        version=form.cleaned_data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


def _form_page(request, goal: Goal, form: IndicatorForm, conflicts=None):
    context = {
        "place": "goals", "goal": goal, "form": form, "conflicts": conflicts,
        "catalogue": catalogue.AUTOMATIC,
        "indicator": form.instance if form.initial.get("version") else None,
    }  # fmt: skip
    return render(request, "reports/indicator_form.html", context)


@require_POST
def indicator_drop(request, pk):
    """Stop counting it; the message's button takes it up again."""
    require(request.membership, Permission.GOAL_EDIT)
    found = _any(request, pk)
    actions.drop_indicator(indicator=found, by=request.user, now=timezone.now())
    undo = reverse("goals:indicator_restore", args=[request.plan.slug, pk])
    done(request, f"»{found.name}« tælles ikke mere. Tallene er gemt.", undo_url=undo)
    return redirect("goals:goal", request.plan.slug, found.goal_id)


@require_POST
def indicator_restore(request, pk):
    """Count it again."""
    require(request.membership, Permission.GOAL_EDIT)
    found = _any(request, pk)
    try:
        actions.restore_indicator(indicator=found, by=request.user)
    except actions.GoalProblem as problem:
        done(request, str(problem))
    else:
        done(request, f"»{found.name}« tælles igen.")
    return redirect("goals:goal", request.plan.slug, found.goal_id)


def _any(request, pk) -> Indicator:
    """Also one that was put away, as long as its goal stands."""
    goals = request.plan.goals.standing()
    rows = request.plan.indicators.filter(goal__in=goals).select_related("plan")
    return get_object_or_404(rows, pk=pk)


@require_safe
def counting(request):
    """How many figures are counted, what it costs, and which one could do without."""
    require(request.membership, Permission.GOAL_VIEW)
    today = timezone.localdate()
    rows = all_rows(goal_rows(request.plan, today, now=timezone.now()))
    load = load_of(rows, today)
    context = {
        "place": "goals", "load": load, "automatic": [one for one in rows if one.is_automatic],
        "can_edit": may(request.membership, Permission.GOAL_EDIT),
    }  # fmt: skip
    return render(request, "reports/counting.html", context)
