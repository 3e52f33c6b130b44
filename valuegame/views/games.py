"""Preparing a game: the list, a new one, its page, its facts and its minutes."""

from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, may, require
from actors.actions import StaleVersion
from actors.conflicts import Difference, conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from actors.note_forms import PageForm
from config.danish import count
from config.methods import require_form_methods
from config.undo import done
from mapping.forms import PickForm, typed_values
from mapping.picker import known_ids, picks
from valuegame import actions
from valuegame.addresses import join_address
from valuegame.game_forms import GameForm, NewGameForm, ScheduleForm
from valuegame.listing import STATES, game_rows, state_of, when_of
from valuegame.method import BY_KEY, SEATS_AT_LEAST, SEATS_AT_MOST
from valuegame.models import Game
from valuegame.standing_queries import lines_of

PER_PAGE = 50


@require_safe
def game_list(request):
    """All games, those that are being prepared first."""
    require(request.membership, Permission.GAME_VIEW)
    page = Paginator(request.plan.games.kept().newest_first(), PER_PAGE).get_page(
        PageForm(request.GET).number()
    )
    context = {
        "place": "games",
        "page": page,
        "rows": game_rows(page.object_list, today=timezone.localdate()),
        "can_lead": may(request.membership, Permission.GAME_LEAD),
    }
    return render(request, "valuegame/game_list.html", context)


@require_form_methods
def game_create(request):
    """A new game, from a collaboration where the address names one. »Søg« (without script) posts too."""
    require(request.membership, Permission.GAME_LEAD)
    if request.method != "POST" or "find" in request.POST:
        return _create_page(request, NewGameForm(plan=request.plan, initial=_first_values(request)))
    form = NewGameForm(request.POST, plan=request.plan)
    if not form.is_valid():
        return _create_page(request, form)
    game = _make(request, form)
    done(request, f"»{game.title}« er klar til at blive forberedt.", lead="Gemt.")
    return redirect("valuegame:game", request.plan.slug, game.pk)


@transaction.atomic
def _make(request, form: NewGameForm) -> Game:
    """Write the game, and that the user vouched for it, together."""
    game = actions.create_game(
        plan=request.plan, by=request.user, values=form.values(), seats=form.seats(),
        submission=form.cleaned_data["submission"],
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=game)
    return game


def _first_values(request) -> dict:
    """What an empty form begins with: what was typed before »Søg«, or the collaboration it is about."""
    if request.method == "POST":
        return typed_values(NewGameForm, request.POST, request.plan)
    first = {"held_by": request.membership.pk}
    ids = known_ids([request.GET.get("samarbejde", "")])
    about = request.plan.collaborations.with_parts().filter(pk__in=ids).first()
    if about is None:
        return first
    actors = [part.actor for part in about.participations.all() if part.actor.archived_at is None]
    return first | {"collaboration": about.pk, "title": about.about[:80], "actors": actors[:SEATS_AT_MOST]}


def _create_page(request, form: NewGameForm):
    text = PickForm(request.POST if request.method == "POST" else request.GET).text()
    context = {
        "place": "games",
        "form": form,
        "text": text,
        "picks": picks(request.plan, request.user, chosen=form.chosen, text=text, today=timezone.localdate()),
    }
    return render(request, "valuegame/game_create.html", context)


@require_safe
def game(request, pk):
    """One game: when, who, the schedule, and all that can be done with it."""
    require(request.membership, Permission.GAME_VIEW)
    game = get_object_or_404(
        request.plan.games.kept().select_related("collaboration", "held_by__user"), pk=pk
    )
    seats = list(game.seats.present().select_related("actor"))
    begun = game.moves.exists()
    lines = lines_of(game)
    state, style = STATES[state_of(begun=begun, closed=game.closed_at is not None)]
    context = {
        "place": "games", "game": game, "seats": seats, "begun": begun, "lines": lines,
        "state": state, "style": style, "when": when_of(game.held_on, game.starts_at, timezone.localdate()),
        "at_table": count(len(seats), "organisation", "organisationer"),
        "room": SEATS_AT_MOST - len(seats), "missing": max(0, SEATS_AT_LEAST - len(seats)),
        "can_lead": may(request.membership, Permission.GAME_LEAD),
        "join_address": join_address(request),
    }  # fmt: skip
    return render(request, "valuegame/game.html", context)


@require_form_methods
def game_edit(request, pk):
    """What it is about, when, how long and with which exercises."""
    require(request.membership, Permission.GAME_LEAD)
    game = _open_game(request, pk)
    form = GameForm(request.POST or None, plan=request.plan, instance=game)
    if request.method != "POST" or not form.is_valid():
        return _edit_page(request, form)
    try:
        _change(request, form, form.values())
    except StaleVersion:
        fresh = _open_game(request, pk)
        data = on_top_of(fresh.form_version, request.POST)
        form = GameForm(data, plan=request.plan, instance=fresh)
        form.full_clean()
        return _edit_page(request, form, conflicts=conflicts_of(form))
    done(request, f"»{game.title}« er rettet.", lead="Gemt.")
    return redirect("valuegame:game", request.plan.slug, game.pk)


@transaction.atomic
def _change(request, form, values: dict) -> None:
    """Write what the form says, and that the user vouched for it, together."""
    version = form.cleaned_data["version"] or 0
    actions.change_game(
        game=form.instance, by=request.user, values=values, changed=list(values), version=version
    )
    audit_override(form, plan=request.plan, by=request.user, obj=form.instance)


def _edit_page(request, form: GameForm, conflicts=None):
    context = {"place": "games", "game": form.instance, "form": form, "conflicts": conflicts}
    return render(request, "valuegame/game_edit.html", context)


@require_form_methods
def game_schedule(request, pk):
    """Minutes for each step; together they are how long the game takes."""
    require(request.membership, Permission.GAME_LEAD)
    game = _open_game(request, pk)
    first = {"version": game.form_version}
    form = ScheduleForm(request.POST or None, lines=lines_of(game), initial=first)
    if request.method != "POST" or not form.is_valid():
        return _schedule_page(request, game, form)
    try:
        version = form.cleaned_data["version"] or 0
        values = form.values()
        actions.change_game(game=game, by=request.user, values=values, changed=list(values), version=version)
    except StaleVersion:
        return _schedule_conflict(request, pk)
    done(request, f"Spillet tager {form.total()} minutter.", lead="Gemt.")
    return redirect("valuegame:game", request.plan.slug, game.pk)


def _schedule_conflict(request, pk):
    """The typed minutes on the game as it is now; its next save is on top."""
    fresh = _open_game(request, pk)
    form = ScheduleForm(on_top_of(fresh.form_version, request.POST), lines=lines_of(fresh))
    if not form.is_valid():  # the steps are others now
        return _schedule_page(request, fresh, form)
    found = [
        Difference(line.name, f"{line.minutes} min.", f"{form.cleaned_data[line.key]} min.")
        for line in form.lines
        if line.minutes != form.cleaned_data[line.key]
    ]
    return _schedule_page(request, fresh, form, conflicts=found)


def _schedule_page(request, game: Game, form: ScheduleForm, conflicts=None):
    rows = [(line, BY_KEY.get(line.key), form[line.key]) for line in form.lines]
    total = sum(line.minutes for line in form.lines)
    context = {
        "place": "games", "game": game, "form": form, "rows": rows, "total": total, "conflicts": conflicts,
    }  # fmt: skip
    return render(request, "valuegame/game_schedule.html", context)


def _open_game(request, pk) -> Game:
    """The plan's game that can still be changed."""
    return get_object_or_404(request.plan.games.open(), pk=pk)
