"""Who sits at the table: adding, renaming, taking away, bringing back."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import Permission, require
from actors.guarded_forms import audit_override
from actors.models import ActorKind
from config.methods import require_form_methods
from config.undo import done
from config.way_back import named_next
from mapping.forms import PickForm
from mapping.picker import picks
from valuegame import actions
from valuegame.actions import NewSeat
from valuegame.game_forms import TOO_MANY, SeatActorForm, SeatForm
from valuegame.method import SEATS_AT_MOST
from valuegame.models import Game, Seat
from valuegame.names import seat_name


@require_form_methods
def seat_add(request, pk):
    """One more organisation that is only a name, and a search for those of the plan's own list."""
    require(request.membership, Permission.GAME_LEAD)
    game = _open_game(request, pk)
    there = list(game.seats.present())
    if request.method == "POST" and len(there) >= SEATS_AT_MOST:
        messages.error(request, TOO_MANY)
        return _back(request, pk)
    posted = request.POST if request.method == "POST" and "find" not in request.POST else None
    form = SeatForm(posted, others=[seat.name for seat in there])
    if posted is not None and form.is_valid():
        return _seat_name(request, game, form)
    return _add_page(request, game, form, there)


@require_POST
def seat_actor(request, pk):
    """One of the plan's actors, under its short name."""
    require(request.membership, Permission.GAME_LEAD)
    game = _open_game(request, pk)
    there = list(game.seats.present())
    form = SeatActorForm(request.POST, plan=request.plan)
    if not form.is_valid():
        messages.error(request, form.errors["actor"][0])
        return _add_page(request, game, SeatForm(), there)
    if len(there) >= SEATS_AT_MOST:
        messages.error(request, TOO_MANY)
        return _back(request, pk)
    actor = form.cleaned_data["actor"]
    if any(seat.actor_id == actor.pk for seat in there):
        messages.warning(request, f"{actor.name} sidder allerede ved bordet.")
        return _back(request, pk)
    name = seat_name(actor.name, actor.short_name, taken=[seat.name for seat in there])
    seat = actions.add_seat(game=game, by=request.user, seat=NewSeat(name, actor.kind, actor.pk))
    return _added(request, seat)


@transaction.atomic
def _seat_name(request, game: Game, form: SeatForm):
    said = form.cleaned_data
    seat = actions.add_seat(game=game, by=request.user, seat=NewSeat(said["name"], said["kind"]))
    audit_override(form, plan=request.plan, by=request.user, obj=seat)
    return _added(request, seat)


def _added(request, seat: Seat):
    undo = reverse("valuegame:seat_remove", args=[request.plan.slug, seat.game_id, seat.pk])
    done(request, f"{seat.name} sidder nu ved bordet.", undo_url=undo, lead="Gemt.")
    return _back(request, seat.game_id)


def _add_page(request, game: Game, form: SeatForm, there: list[Seat]):
    """What was searched for, else those one had to do with lately; none who sit there already."""
    text = PickForm(request.POST if request.method == "POST" else request.GET).text()
    seated = {seat.actor_id for seat in there}
    offered = picks(request.plan, request.user, chosen=[], text=text, today=timezone.localdate())
    found = [pick for pick in offered if pick.actor.pk not in seated]
    context = {"place": "games", "game": game, "form": form, "text": text, "found": found}
    return render(request, "valuegame/seat_add.html", context)


@require_form_methods
def seat_edit(request, pk, seat_pk):
    """What the organisation is called on the wall."""
    require(request.membership, Permission.GAME_LEAD)
    game = _open_game(request, pk)
    seat = get_object_or_404(game.seats.present(), pk=seat_pk)
    others = game.seats.present().exclude(pk=seat.pk).values_list("name", flat=True)
    first = {"name": seat.name, "kind": seat.kind}
    form = SeatForm(request.POST or None, initial=first, others=others)
    if seat.actor_id:
        # The plan's own list says what kind of actor it is.
        form.fields["kind"].required = False
        form.fields["kind"].disabled = True
    if request.method == "POST" and form.is_valid():
        _rename(request, seat, form)
        done(request, f"Der står {seat.name} på skærmen.", lead="Gemt.")
        return _back(request, pk)
    context = {"place": "games", "game": game, "seat": seat, "form": form}
    return render(request, "valuegame/seat_edit.html", context)


@transaction.atomic
def _rename(request, seat: Seat, form: SeatForm) -> None:
    said = form.cleaned_data
    actions.change_seat(seat=seat, by=request.user, name=said["name"], kind=said["kind"] or ActorKind.OTHER)
    audit_override(form, plan=request.plan, by=request.user, obj=seat)


@require_POST
def seat_remove(request, pk, seat_pk):
    """Taken from the table; what it laid is kept."""
    require(request.membership, Permission.GAME_LEAD)
    seat = get_object_or_404(_open_game(request, pk).seats, pk=seat_pk)
    actions.remove_seat(seat=seat, by=request.user, now=timezone.now())
    undo = reverse("valuegame:seat_restore", args=[request.plan.slug, pk, seat_pk])
    done(request, f"{seat.name} er taget fra bordet.", undo_url=undo)
    return _back(request, pk)


@require_POST
def seat_restore(request, pk, seat_pk):
    """Back at the table."""
    require(request.membership, Permission.GAME_LEAD)
    game = _open_game(request, pk)
    seat = get_object_or_404(game.seats, pk=seat_pk)
    if seat.removed_at and game.seats.present().count() >= SEATS_AT_MOST:
        messages.error(request, TOO_MANY)
        return _back(request, pk)
    actions.restore_seat(seat=seat, by=request.user)
    done(request, f"{seat.name} sidder ved bordet igen.")
    return _back(request, pk)


def _open_game(request, pk) -> Game:
    """The plan's game that can still be changed."""
    return get_object_or_404(request.plan.games.open(), pk=pk)


def _back(request, pk):
    return redirect(named_next(request, reverse("valuegame:game", args=[request.plan.slug, pk])))
