"""Pages of possible matches: the suggestions, the answers to them, and what came of them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors.guarded_forms import audit_override
from config.danish import capitalised, count, long_date
from config.htmx import render_part
from config.looks import VALUE_LOOKS
from config.methods import require_form_methods
from config.undo import done
from mapping.match_actions import dismiss, propose_meeting, put_off, take_back
from mapping.match_forms import LaterForm, MatchFilterForm, MeetForm, NoForm
from mapping.match_listing import answer_rows
from mapping.match_queries import match_between, suggestions

CARDS_PER_PAGE, ANSWERS_PER_PAGE = 12, 30
# So many of an actor's own are shown on its profile and in its talk.
OF_ACTOR = 3
GONE = "Forslaget er her ikke mere. Der er sket noget siden."


@require_safe
def matches(request):
    """Who could support whom, as cards."""
    require(request.membership, Permission.MATCH_VIEW)
    filters = MatchFilterForm(request.GET, plan=request.plan)
    found = filters.narrow(suggestions(request.plan, today=timezone.localdate()))
    shown = [one for one in found if filters.wish("value") in ("", one.suggestion.value)]
    context = {
        "place": "matches",
        "list_id": "match-list",
        "filters": filters,
        "chips": _chips(found),
        "total": len(found),
        "fact": _fact(len(shown), filters.is_filtered),
        "page": Paginator(shown, CARDS_PER_PAGE).get_page(filters.wish("page") or 1),
        "can_answer": may(request.membership, Permission.MATCH_ANSWER),
        "can_review": may(request.membership, Permission.MATCH_REVIEW),
    }
    return render_part(
        request, "mapping/matches.html", "mapping/_match_list.html", context, target="match-list"
    )


def _chips(found) -> list[dict]:
    """The five values, with how many suggestions each carries."""
    numbers = [one.suggestion.value for one in found]
    return [
        {"value": look.number, "label": look.short, "count": numbers.count(look.number)}
        for look in VALUE_LOOKS
    ]


def _fact(number: int, is_filtered: bool) -> str:
    """The line under the heading."""
    there = capitalised(count(number, "par", "par"))
    return f"{there} passer." if is_filtered else f"{there} kan måske få noget ud af hinanden."


@require_safe
def matches_of(request, pk):
    """The three best of one actor, as a part for its profile and its talk; a page without htmx."""
    require(request.membership, Permission.MATCH_VIEW)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    context = {
        "place": "matches",
        "actor": actor,
        "matches": suggestions(request.plan, today=timezone.localdate(), actor=actor, limit=OF_ACTOR),
        "can_answer": may(request.membership, Permission.MATCH_ANSWER),
    }
    return render_part(
        request, "mapping/matches_of.html", "mapping/_matches_of.html", context, target="actor-matches"
    )


@require_form_methods
def match_meet(request, a, b):
    """Propose that the two meet: a planned contact for one of us."""

    def make_form(data, match):
        return MeetForm(
            data, match=match, today=timezone.localdate(), plan=request.plan, member=request.membership
        )

    def save(form, match):
        details = {name: form.cleaned_data[name] for name in ("responsible", "first", "due", "submission")}
        return propose_meeting(plan=request.plan, match=match, by=request.user, **details)

    return _answer_page(request, a, b, make_form, save, act="Foreslå møde", button="Læg det i opfølgninger")


@require_form_methods
def match_later(request, a, b):
    """Not now; it comes back."""

    def make_form(data, match):
        return LaterForm(data, match=match, today=timezone.localdate())

    def save(form, match):
        back_on = form.cleaned_data["back_on"]
        return put_off(plan=request.plan, match=match, by=request.user, back_on=back_on)

    return _answer_page(request, a, b, make_form, save, act="Ikke nu", button="Gem til senere")


@require_form_methods
def match_no(request, a, b):
    """No, with a reason."""

    def make_form(data, match):
        return NoForm(data, match=match, today=timezone.localdate())

    def save(form, match):
        details = {name: form.cleaned_data[name] for name in ("reason", "words")}
        return dismiss(plan=request.plan, match=match, by=request.user, **details)

    return _answer_page(request, a, b, make_form, save, act="Nej", button="Tag det af listen")


def _answer_page(request, a, b, make_form, save, **words):
    """The suggestion with the form that answers it, and its save."""
    require(request.membership, Permission.MATCH_ANSWER)
    pair = [get_object_or_404(request.plan.actors, pk=pk) for pk in (a, b)]
    match = match_between(request.plan, *pair, today=timezone.localdate())
    if match is None:
        messages.warning(request, GONE)
        return redirect("mapping:matches", request.plan.slug)
    form = make_form(request.POST or None, match)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            answer = save(form, match)
            audit_override(form, plan=request.plan, by=request.user, obj=answer)
        _say_answered(request, answer, match)
        return redirect("mapping:matches", request.plan.slug)
    context = {"place": "matches", "form": form, "match": match, **words}
    return render(request, "mapping/match_answer.html", context)


def _say_answered(request, answer, match) -> None:
    """What happens now, with the way back."""
    today = timezone.localdate()
    text = {
        "meet": lambda: (
            f"{answer.follow_up.responsible.user.name} foreslår {match.taker.name} og"
            f" {match.giver.name} at mødes."
        ),
        "later": lambda: f"Forslaget kommer igen {long_date(answer.back_on, today)}.",
        "no": lambda: "Forslaget bliver væk, til der sker noget nyt.",
    }[answer.answer]()
    undo_url = reverse("mapping:match_undo", args=[request.plan.slug, answer.pk])
    done(request, text, lead="Gemt.", undo_url=undo_url)


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
