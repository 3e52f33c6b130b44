"""Answers to suggestions: propose a meeting, not now, no; what was answered, and the way back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors.guarded_forms import audit_override
from config.danish import long_date
from config.methods import require_form_methods
from config.undo import done
from mapping.match_actions import dismiss, propose_meeting, put_off, take_back
from mapping.match_forms import LaterForm, MatchFilterForm, MeetForm, NoForm
from mapping.match_listing import answer_rows
from mapping.match_queries import match_between
from mapping.models import Answer

ANSWERS_PER_PAGE = 30
GONE = "Forslaget er her ikke mere. Der er sket noget siden."


@require_form_methods
def match_meet(request, pk, other_pk):
    """Propose that the two meet: a planned contact for one of us."""
    require(request.membership, Permission.MATCH_ANSWER)
    match = _match(request, pk, other_pk)
    form = match and MeetForm(_sent(request), plan=request.plan, member=request.membership, **_of(match))
    return _answer(request, match, form, propose_meeting, act="Foreslå møde", button="Læg i opfølgninger")


@require_form_methods
def match_later(request, pk, other_pk):
    """Not now; it comes back on a day."""
    require(request.membership, Permission.MATCH_ANSWER)
    match = _match(request, pk, other_pk)
    form = match and LaterForm(_sent(request), **_of(match))
    return _answer(request, match, form, put_off, act="Ikke nu", button="Gem til senere")


@require_form_methods
def match_no(request, pk, other_pk):
    """No, with a reason."""
    require(request.membership, Permission.MATCH_ANSWER)
    match = _match(request, pk, other_pk)
    form = match and NoForm(_sent(request), **_of(match))
    return _answer(request, match, form, dismiss, act="Nej", button="Tag det af listen")


def _match(request, pk, other_pk):
    """What speaks for bringing the two together; None when nothing does any more."""
    a, b = (get_object_or_404(request.plan.actors, pk=one) for one in (pk, other_pk))
    return match_between(request.plan, a, b, today=timezone.localdate())


def _sent(request):
    return request.POST if request.method == "POST" else None


def _of(match) -> dict:
    return {"match": match, "today": timezone.localdate()}


def _answer(request, match, form, act_on, **words):
    """The suggestion beside the form that answers it; when the form is in order, its save by `act_on`."""
    if match is None:
        messages.warning(request, GONE)
        return redirect("mapping:matches", request.plan.slug)
    if form.is_valid():
        with transaction.atomic():
            answer = act_on(plan=request.plan, match=match, by=request.user, **form.details())
            audit_override(form, plan=request.plan, by=request.user, obj=answer)
        undo_url = reverse("mapping:match_undo", args=[request.plan.slug, answer.pk])
        done(request, _what_now(answer, match), lead="Gemt.", undo_url=undo_url)
        return redirect("mapping:matches", request.plan.slug)
    context = {"place": "matches", "form": form, "match": match, **words}
    return render(request, "mapping/match_answer.html", context)


def _what_now(answer, match) -> str:
    """What happens with a suggestion that was answered."""
    if answer.answer == Answer.LATER:
        return f"Forslaget kommer igen {long_date(answer.back_on, timezone.localdate())}."
    if answer.answer == Answer.NO:
        return "Forslaget bliver væk, til der sker noget nyt."
    who = answer.follow_up.responsible
    names = f"{match.taker.name} og {match.giver.name}"
    return f"{who.user.name if who else 'En kollega'} foreslår {names} at mødes."


@require_safe
def match_answers(request):
    """What was answered, newest first, each with its way back."""
    require(request.membership, Permission.MATCH_VIEW)
    asked = MatchFilterForm(request.GET, plan=request.plan)
    given = request.plan.matchanswers.filter(taken_back_at__isnull=True)
    rows = given.select_related("a", "b", "by", "follow_up__responsible__user").order_by("-at", "pk")
    page = Paginator(rows, ANSWERS_PER_PAGE).get_page(asked.wish("page") or 1)
    context = {
        "place": "matches",
        "page": page,
        "rows": answer_rows(page, today=timezone.localdate()),
        "can_answer": may(request.membership, Permission.MATCH_ANSWER),
        "can_review": may(request.membership, Permission.MATCH_REVIEW),
    }
    return render(request, "mapping/match_answers.html", context)


@require_POST
def match_undo(request, pk):
    """Take an answer back; the suggestion is there again."""
    require(request.membership, Permission.MATCH_ANSWER)
    answer = get_object_or_404(request.plan.matchanswers.select_related("follow_up"), pk=pk)
    take_back(answer=answer, by=request.user, now=timezone.now())
    done(request, "Forslaget er på listen igen, hvis det stadig passer.", lead="Fortrudt.")
    return redirect("mapping:matches", request.plan.slug)
