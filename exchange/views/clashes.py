"""Activities in each other's way: all of them, two of them, and what one can choose."""

from functools import wraps

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, require
from actors.actions import StaleVersion
from actors.guarded_forms import audit_override
from config.undo import done
from exchange.availability import NoSuchTime
from exchange.booker import booker_of
from exchange.calendar_clashes import Pair, ahead, fingerprint_of, pair_of, pairs_in
from exchange.calendar_facts import activities_in, with_all
from exchange.calendar_moving import move_with_rooms
from exchange.calendar_rights import poster_of, require_poster
from exchange.clash_forms import KeepForm, MergeForm
from exchange.clash_page import forms_of, in_words, move_form, sides_of
from exchange.free_times import NotOnList, Taken
from mapping.activity_actions import ActivityProblem, merge_activity
from mapping.clash_actions import answer_clash, reopen_clash
from mapping.models import ClashChoice

STALE = "Aktiviteten er ændret imens. Se på den igen."
# More than these nobody settles in one go; the soonest are shown.
LISTED_AT_MOST = 50
SETTLED = "De to er ikke i vejen for hinanden mere."


class NoClash(Exception):
    """The two are not in each other's way (any more)."""


def _while_it_lasts(view):
    """Lead whoever asks about two that are settled to the first of them, and say so."""

    @wraps(view)
    def led(request, pk, other_pk, **more):
        try:
            return view(request, pk, other_pk, **more)
        except NoClash:
            messages.info(request, SETTLED)
            return redirect("calendar:activity", request.plan.slug, pk)

    return led


@require_safe
def clash_list(request):
    """All in the coming eight weeks: those that wait, and those that were answered."""
    require(request.membership, Permission.ACTIVITY_VIEW)
    now = timezone.now()
    there = activities_in(request.plan, ahead(now))
    found = pairs_in(request.plan, there, ahead(now))
    waiting = [pair for pair in found if pair.answer is None]
    context = {
        "place": "calendar", "poster": poster_of(request.membership), "amount": len(waiting),
        "waiting": [(pair, _when(pair)) for pair in waiting[:LISTED_AT_MOST]],
        "answered": [pair for pair in found if pair.answer][:LISTED_AT_MOST],
        "has_neighbours": request.plan.neighbourareas.exists(),
    }  # fmt: skip
    return render(request, "exchange/clashes.html", context)


def _when(pair: Pair) -> list[str]:
    """When each of the two is, the first time."""
    return [in_words(time, timezone.localdate()) for time in pair.first]


@require_safe
@_while_it_lasts
def clash(request, pk, other_pk):
    """Two of them, with whom to call and the three choices."""
    require(request.membership, Permission.ACTIVITY_VIEW)
    return _page(request, _pair(request, pk, other_pk), {})


def _pair(request, pk, other_pk) -> Pair:
    """The two. Raises Http404, and NoClash for activities that are not in each other's way."""
    there = with_all(request.plan.activitys.select_related("plan"))
    one, other = get_object_or_404(there, pk=pk), get_object_or_404(there, pk=other_pk)
    pair = pair_of(one, other, timezone.now())
    if pair is None:
        raise NoClash
    return pair


def _page(request, pair: Pair, bound: dict):
    poster, today = poster_of(request.membership), timezone.localdate()
    times = [[in_words(time, today) for time in two] for two in pair.clash.times[:5]]
    context = {
        "place": "calendar", "pair": pair, "poster": poster, "times": times,
        "sides": sides_of(pair, poster, request.membership, today),
        **forms_of(pair, poster, timezone.now(), bound),
    }  # fmt: skip
    return render(request, "exchange/clash.html", context)


def _mine(request, pk, other_pk) -> Pair:
    """The two, of which the member speaks for one. Raises PermissionDenied."""
    poster, pair = require_poster(request.membership), _pair(request, pk, other_pk)
    if not poster.may_change(pair.one):
        poster.require_change(pair.other)
    return pair


@require_POST
@_while_it_lasts
def clash_move(request, pk, other_pk):
    """The first of the two gets another time, and the rooms that are booked for it too."""
    poster, pair = require_poster(request.membership), _pair(request, pk, other_pk)
    poster.require_change(pair.one)
    form = move_form(request.POST, pair.one, timezone.now())
    if not form.is_valid():
        return _page(request, pair, {"moves": [form]})
    minutes = int(form.cleaned_data["by"])
    if _moved(request, pair, minutes, form.cleaned_data["version"] or 0):
        undo = reverse("calendar:move_back", args=[request.plan.slug, pk])
        fields = {"by": str(-minutes), "version": str(pair.one.version)}
        done(request, f"»{pair.one.title}« er flyttet.", lead="Gemt.", undo_url=undo, undo_fields=fields)
    return redirect("calendar:activity", request.plan.slug, pk)


@transaction.atomic
def _answer_moved(request, pair: Pair, fingerprint: str) -> None:
    answer_clash(
        one=pair.one, other=pair.other, fingerprint=fingerprint, choice=ClashChoice.MOVED, by=request.user,
        now=timezone.now(),
    )  # fmt: skip


def _moved(request, pair: Pair, minutes: int, version: int) -> bool:
    """Whether it was moved; else the reason is told."""
    before = fingerprint_of(pair.one, pair.other)
    with transaction.atomic():
        if moved := _shift(request, pair.one, minutes, version):
            _answer_moved(request, pair, before)
    return moved


def _shift(request, activity, minutes: int, version: int) -> bool:
    try:
        left = move_with_rooms(
            activity=activity, by=request.user, minutes=minutes, version=version, now=timezone.now(),
            may_change=booker_of(request.membership).may_change, site=request.build_absolute_uri("/"),
        )  # fmt: skip
    except StaleVersion:
        messages.error(request, STALE)
    except (Taken, NotOnList, NoSuchTime):
        messages.error(request, "Lokalet blev taget imens. Vælg en anden tid.")
    else:
        if left:
            messages.warning(request, "Lokalet er booket af en anden. Bed dem om at flytte bookingen.")
        return True
    return False


@require_POST
def move_back(request, pk):
    """What the message's button undoes: as many minutes the other way."""
    poster = require_poster(request.membership)
    row = get_object_or_404(request.plan.activitys.select_related("plan"), pk=pk)
    poster.require_change(row)
    try:
        minutes, version = int(request.POST.get("by", "")), int(request.POST.get("version", ""))
    except ValueError:
        minutes = version = 0
    if abs(minutes) <= 7 * 24 * 60 and _shift(request, row, minutes, version):
        done(request, f"»{row.title}« er flyttet tilbage.")
    return redirect("calendar:activity", request.plan.slug, pk)


@require_POST
@_while_it_lasts
def clash_merge(request, pk, other_pk):
    """One of them becomes part of the other."""
    poster, pair = require_poster(request.membership), _mine(request, pk, other_pk)
    both = (pair.one, pair.other)
    may_stay = [one for one in both if any(other is not one and poster.may_change(other) for other in both)]
    form = MergeForm(request.POST, plan=request.plan, may_stay=may_stay)
    if not form.is_valid():
        return _page(request, pair, {"merge": form})
    stays = pair.one if form.cleaned_data["stays"] == pair.one else pair.other
    gone = pair.other if stays is pair.one else pair.one
    try:
        merge_activity(gone=gone, into=stays, by=request.user, now=timezone.now())
    except (ActivityProblem, StaleVersion) as problem:
        messages.error(request, str(problem) or STALE)
        return redirect("calendar:clashes", request.plan.slug)
    undo = reverse("calendar:restore", args=[request.plan.slug, gone.pk])
    done(request, f"»{gone.title}« er nu en del af »{stays.title}«.", lead="Gemt.", undo_url=undo)
    return redirect("calendar:activity", request.plan.slug, stays.pk)


@require_POST
@_while_it_lasts
def clash_keep(request, pk, other_pk):
    """Both stay, with a reason; it is not asked again at these times."""
    pair, form = _mine(request, pk, other_pk), KeepForm(request.POST)
    if not form.is_valid():
        return _page(request, pair, {"keep": form})
    with transaction.atomic():
        answer = answer_clash(
            one=pair.one, other=pair.other, fingerprint=fingerprint_of(pair.one, pair.other),
            choice=ClashChoice.KEPT, by=request.user, now=timezone.now(), reason=form.cleaned_data["reason"],
        )  # fmt: skip
        audit_override(form, plan=request.plan, by=request.user, obj=answer)
    undo = reverse("calendar:clash_reopen", args=[request.plan.slug, pk, other_pk])
    told = "Begge bliver. I bliver ikke spurgt igen, før en af tiderne ændres."
    done(request, told, lead="Gemt.", undo_url=undo)
    return redirect("calendar:clashes", request.plan.slug)


@require_POST
@_while_it_lasts
def clash_reopen(request, pk, other_pk):
    """Ask again."""
    pair = _mine(request, pk, other_pk)
    if pair.answer is not None:
        reopen_clash(answer=pair.answer, by=request.user)
    done(request, "Sammenfaldet venter på svar igen.")
    return redirect("calendar:clash", request.plan.slug, pk, other_pk)
