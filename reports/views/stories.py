"""Stories beside a goal's figures: a new one, changing it, deleting it and bringing it back."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import Permission, require
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from reports import goal_actions as actions
from reports.goal_forms import StoryForm
from reports.models import Goal, GoalStory


@require_form_methods
def story_create(request, goal_pk):
    """What happened."""
    require(request.membership, Permission.GOAL_EDIT)
    goal = get_object_or_404(request.plan.goals.standing().select_related("plan"), pk=goal_pk)
    data = request.POST if request.method == "POST" else None
    form = StoryForm(data, plan=request.plan, today=timezone.localdate())
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, goal, form)
    _tell(request, goal, form)
    done(request, "Fortællingen står ved målet.", lead="Gemt.")
    return redirect("goals:goal", request.plan.slug, goal_pk)


@transaction.atomic
def _tell(request, goal: Goal, form: StoryForm) -> None:
    story = actions.tell_story(
        goal=goal, by=request.user, values=form.values(), submission=form.cleaned_data["submission"]
    )
    audit_override(form, plan=request.plan, by=request.user, obj=story)


@require_form_methods
def story_edit(request, pk):
    """Another wording."""
    require(request.membership, Permission.GOAL_EDIT)
    story, today = _own(request, pk), timezone.localdate()
    data = request.POST if request.method == "POST" else None
    form = StoryForm(data, plan=request.plan, today=today, instance=story)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, story.goal, form)
    try:
        _change(request, form)
    except StaleVersion:
        fresh = _own(request, pk)
        typed = on_top_of(fresh.version, request.POST)
        form = StoryForm(typed, plan=request.plan, today=today, instance=fresh)
        return _form_page(request, fresh.goal, form, conflicts_of(form) if form.is_valid() else None)
    done(request, "Fortællingen er rettet.", lead="Gemt.")
    return redirect("goals:goal", request.plan.slug, story.goal_id)


@transaction.atomic
def _change(request, form: StoryForm) -> None:
    actions.change_story(
        story=form.instance, by=request.user, values=form.values(), changed=form.touched,
        version=form.cleaned_data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


def _own(request, pk) -> GoalStory:
    return get_object_or_404(_of_standing_goals(request).kept(), pk=pk)


def _of_standing_goals(request):
    rows = request.plan.goalstorys.filter(goal__in=request.plan.goals.standing())
    return rows.select_related("plan", "goal")


def _form_page(request, goal: Goal, form: StoryForm, conflicts=None):
    context = {
        "place": "goals", "goal": goal, "form": form, "conflicts": conflicts,
        "story": form.instance if form.initial.get("version") else None,
    }  # fmt: skip
    return render(request, "reports/story_form.html", context)


@require_POST
def story_delete(request, pk):
    """Take it away; the message's button puts it back."""
    require(request.membership, Permission.GOAL_EDIT)
    story = get_object_or_404(_of_standing_goals(request), pk=pk)
    actions.remove_story(story=story, by=request.user, now=timezone.now())
    undo = reverse("goals:story_restore", args=[request.plan.slug, pk])
    done(request, f"»{story.title}« er slettet.", undo_url=undo)
    return redirect("goals:goal", request.plan.slug, story.goal_id)


@require_POST
def story_restore(request, pk):
    """Back beside the figures."""
    require(request.membership, Permission.GOAL_EDIT)
    story = get_object_or_404(_of_standing_goals(request), pk=pk)
    actions.restore_story(story=story, by=request.user)
    done(request, f"»{story.title}« er tilbage.")
    return redirect("goals:goal", request.plan.slug, story.goal_id)
