"""Interessentanalyse: questions to one actor, whose answers go into its profile."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import Permission, require
from actors import interview_actions
from actors.actions import submitted_id
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from actors.guide_queries import guide_of
from actors.interview_actions import Said, StaleInterview
from actors.interview_forms import TICKED, InterviewForm
from actors.interview_queries import known_of, with_answers
from config.danish import long_date
from config.htmx import render_part
from config.methods import require_form_methods
from config.undo import done


@require_form_methods
def interview_begin(request, pk):
    """An empty form; the first save makes the interview. The same form sent twice makes one."""
    require(request.membership, Permission.VALUES_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    form = _form(request, actor)
    if request.method != "POST":
        return _page(request, form)
    new = submitted_id(actor, form.submitted_as)
    if (there := _kept(actor).filter(pk=new).first()) is not None:
        return _save_again(request, actor, there)
    if form.is_valid():
        # One that was deleted meanwhile is not written over.
        taken = actor.interviews.filter(pk=new).exists()
        try:
            return _saved(request, form, submitted_id(actor, None) if taken else new, None)
        except StaleInterview:
            return _save_again(request, actor, get_object_or_404(_kept(actor), pk=new))
    return _page(request, form)


@require_form_methods
def interview(request, pk, interview_pk):
    """One interview: read, and write on. A colleague's answers are never overwritten unseen."""
    require(request.membership, Permission.VALUES_VIEW)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    if request.method != "POST":
        return _page(request, _form(request, actor, get_object_or_404(_kept(actor), pk=interview_pk)))
    require(request.membership, Permission.VALUES_EDIT)
    there = get_object_or_404(with_answers(actor.interviews), pk=interview_pk)
    if there.deleted_at is not None:
        return _deleted_meanwhile(request, actor)
    return _save_again(request, actor, there)


@require_POST
def interview_delete(request, pk, interview_pk):
    """Take an interview away, with a way back. The profile keeps what it learned."""
    require(request.membership, Permission.VALUES_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    one = get_object_or_404(actor.interviews.select_related("plan"), pk=interview_pk)
    interview_actions.delete_interview(interview=one, by=request.user, now=timezone.now())
    undo = reverse("actors:interview_restore", args=[request.plan.slug, pk, one.pk])
    done(request, "Interviewet er slettet. Det, profilen fik, bliver.", undo_url=undo)
    return redirect(_way_back(request, actor))


@require_POST
def interview_restore(request, pk, interview_pk):
    """Undo of a deletion; harmless when repeated."""
    require(request.membership, Permission.VALUES_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    one = get_object_or_404(actor.interviews.select_related("plan"), pk=interview_pk)
    interview_actions.restore_interview(interview=one, by=request.user)
    done(request, "Interviewet er tilbage.")
    return redirect("actors:interview", request.plan.slug, pk, one.pk)


def _kept(actor):
    return with_answers(actor.interviews.kept())


def _form(request, actor, there=None, data=None) -> InterviewForm:
    """The form, bound to what was posted; `there` is the interview that it is about."""
    return InterviewForm(
        data or request.POST or None, actor=actor, groups=guide_of(request.plan), interview=there,
        membership=request.membership, today=timezone.localdate(), known=known_of(actor),
    )  # fmt: skip


def _save_again(request, actor, there):
    """Write on top of the version the user saw; else show both texts."""
    form = _form(request, actor, there)
    if not form.is_valid():
        return _page(request, form)
    try:
        return _saved(request, form, there.pk, form.cleaned_data["version"] or 0)
    except StaleInterview:
        return _beside_what_stands(request, actor, there)


@transaction.atomic
def _saved(request, form: InterviewForm, pk, version: int | None):
    """Write all of it, and that the user vouched for a number, together. Raises StaleInterview."""
    said = Said(
        **form.facts(),
        people=tuple(form.people()),
        answers=tuple(form.answers()),
        levels=form.levels(),
        ticks={goes_to: form.ticks(goes_to) for goes_to in TICKED},
    )
    one = interview_actions.save_interview(
        actor=form.actor, by=request.user, said=said, pk=pk, version=version, now=timezone.now()
    )
    audit_override(form, plan=request.plan, by=request.user, obj=one)
    done(request, "Det nye står også i profilen.", lead="Gemt.")
    return redirect("actors:interview", request.plan.slug, form.actor.pk, one.pk)


def _beside_what_stands(request, actor, there):
    """The posted form on the interview as it is now; its next save is on top. Sent twice it is just done."""
    fresh = get_object_or_404(_kept(actor), pk=there.pk)
    data = on_top_of(fresh.version, request.POST)
    form = _form(request, actor, fresh, data)
    form.full_clean()
    conflicts = conflicts_of(form)
    if not conflicts:
        return redirect("actors:interview", request.plan.slug, actor.pk, fresh.pk)
    return _page(request, form, conflicts=conflicts)


def _deleted_meanwhile(request, actor):
    """What was typed, in a form that makes a new interview."""
    form = _form(request, actor)
    if form.is_valid():
        form.add_error(None, "En kollega har slettet interviewet. Gem, så bliver det et nyt.")
    return _page(request, form)


def _page(request, form: InterviewForm, conflicts=None):
    """The whole screen, or the form alone when htmx sent it."""
    actor, there = form.actor, form.interview
    place = [request.plan.slug, actor.pk]
    action = (
        reverse("actors:interview", args=[*place, there.pk])
        if there
        else reverse("actors:interview_begin", args=place)
    )
    context = {
        "actor": actor,
        "interview": there,
        "form": form,
        "conflicts": conflicts,
        "has_errors": conflicts is not None,
        "action": action,
        "when": long_date(there.held_on, timezone.localdate()) if there else "",
        "back_url": _way_back(request, actor),
    }
    return render_part(
        request, "actors/interview.html", "actors/_interview_form.html", context, target="interview-form"
    )


def _way_back(request, actor) -> str:
    """The actor's tab with its values and interviews."""
    return reverse("actors:talks", args=[request.plan.slug, actor.pk])
