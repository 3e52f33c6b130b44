"""A group looks at itself: factors before and along the way, basic conditions twice a year."""

from django import forms
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from mapping import review_actions as actions
from mapping.initiative_method import CONDITIONS, FACTORS, TOPICS, Topic
from mapping.initiative_page import edited, inside_frame, shared_context
from mapping.models import Initiative, Review
from mapping.review_forms import ReviewForm
from mapping.review_page import standing_of


class CompareForm(forms.Form):
    """Which earlier time to look at beside the latest."""

    med = forms.UUIDField(required=False)


@require_safe
def factors(request, pk):
    """The four factors, as the group sees them."""
    return _standing_page(request, pk, FACTORS)


@require_safe
def conditions(request, pk):
    """The three basic conditions, now and the time before."""
    return _standing_page(request, pk, CONDITIONS)


def _standing_page(request, pk, topic: Topic):
    frame = inside_frame(request, pk)
    form = CompareForm(request.GET)
    wanted = form.cleaned_data["med"] if form.is_valid() else None
    standing = standing_of(frame.initiative, topic, frame.today, before_pk=wanted)
    context = shared_context(request, frame, topic.kind) | {"standing": standing, "topic": topic}
    return render(request, "mapping/initiative_review.html", context)


@require_form_methods
def factors_add(request, pk):
    """Talk about the factors, and write down what was said."""
    return _add(request, pk, FACTORS)


@require_form_methods
def conditions_add(request, pk):
    """Rate oneself."""
    return _add(request, pk, CONDITIONS)


def _add(request, pk, topic: Topic):
    initiative = edited(request, pk)
    data = request.POST if request.method == "POST" else None
    form = ReviewForm(data, topic=topic, today=timezone.localdate())
    if data is None or not form.is_valid():
        return _form_page(request, initiative, form)
    _hold(request, initiative, form)
    done(request, f"{topic.name} er skrevet ned.", lead="Gemt.")
    return redirect(f"initiatives:{topic.kind}", request.plan.slug, pk)


@transaction.atomic
def _hold(request, initiative: Initiative, form: ReviewForm) -> None:
    data = form.cleaned_data
    review = actions.hold_review(
        initiative=initiative, by=request.user, kind=form.topic.kind, held_on=data["held_on"],
        present=data["present"], answers=form.answers(), submission=data["submission"],
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=review)


@require_form_methods
def review_edit(request, pk, review_pk):
    """Write it anew, for who typed something wrong."""
    initiative, today = edited(request, pk), timezone.localdate()
    review = _review(initiative, review_pk)
    data = request.POST if request.method == "POST" else None
    form = ReviewForm(data, topic=TOPICS[review.kind], today=today, review=review)
    if data is None or not form.is_valid():
        return _form_page(request, initiative, form, review)
    try:
        _change(request, review, form)
    except StaleVersion:
        fresh = _review(initiative, review_pk)
        form = ReviewForm(on_top_of(fresh.version, data), topic=form.topic, today=today, review=fresh)
        return _form_page(request, initiative, form, fresh, conflicts_of(form) if form.is_valid() else None)
    done(request, f"{form.topic.name} er rettet.", lead="Gemt.")
    return redirect(f"initiatives:{review.kind}", request.plan.slug, pk)


@transaction.atomic
def _change(request, review: Review, form: ReviewForm) -> None:
    if not form.touched:
        return
    data = form.cleaned_data
    actions.change_review(
        review=review, by=request.user, held_on=data["held_on"], present=data["present"],
        answers=form.answers(), version=data["version"] or 0,
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=review)


@require_POST
def review_delete(request, pk, review_pk):
    """Take it out of the history; the message's button puts it back."""
    review = get_object_or_404(edited(request, pk).reviews, pk=review_pk)
    actions.delete_review(review=review, by=request.user, now=timezone.now())
    undo = reverse("initiatives:review_restore", args=[request.plan.slug, pk, review_pk])
    done(request, "Svarene er slettet.", undo_url=undo)
    return redirect(f"initiatives:{review.kind}", request.plan.slug, pk)


@require_POST
def review_restore(request, pk, review_pk):
    """Put it back."""
    review = get_object_or_404(edited(request, pk).reviews, pk=review_pk)
    actions.restore_review(review=review, by=request.user)
    done(request, "Svarene er tilbage.")
    return redirect(f"initiatives:{review.kind}", request.plan.slug, pk)


def _review(initiative: Initiative, review_pk) -> Review:
    rows = initiative.reviews.kept().prefetch_related("answers")
    return get_object_or_404(rows, pk=review_pk)


def _form_page(request, initiative, form: ReviewForm, review: Review | None = None, conflicts=None):
    context = {
        "place": "initiatives", "initiative": initiative, "form": form, "topic": form.topic,
        "review": review, "conflicts": conflicts,
    }  # fmt: skip
    return render(request, "mapping/initiative_review_form.html", context)
