"""Taking a move that was posted: read, kept, and answered the same way for phones and facilitator."""

import uuid
from contextlib import suppress
from dataclasses import dataclass

from django.db import transaction
from django.http import JsonResponse, QueryDict
from django.utils import timezone

from accounts.models import User
from actors.guarded_forms import audit_override
from config.danish import clock
from valuegame.actions import Done, GameOver, TooManyMoves, make_move
from valuegame.models import Game, Seat
from valuegame.move_forms import MoveForm

OVER = "Spillet er slut. Det, I lagde, er gemt."
FULL = "Spillet har ikke plads til mere. Slut det, og begynd et nyt."


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a move: `done` when it is kept, else `problem` in words beside the form as it was sent.

    `is_over` says that sending it again is no use.
    """

    form: MoveForm
    done: Done | None = None
    problem: str = ""
    is_over: bool = False


def receive(request, game: Game, *, seat: Seat | None = None, by: User | None = None) -> Answer:
    """Keep the move in the request's POST; `by` is the facilitator, None for a phone, whose seat is `seat`.

    One that is kept already gets its receipt again, whatever the table has come to since.
    """
    form = MoveForm(unpacked(request.POST), game=game, seat=seat, leads=by is not None)
    if not form.is_valid():
        there = _kept_already(form, game)
        return Answer(form, there) if there else Answer(form, problem=first_problem(form))
    try:
        with transaction.atomic():
            done = make_move(game=game, by=by, now=timezone.now(), **form.move())
            if form.cpr_overridden:  # else the plan is not read
                audit_override(form, plan=game.plan, by=by, obj=game)
    except GameOver:
        return Answer(form, problem=OVER, is_over=True)
    except TooManyMoves:
        return Answer(form, problem=FULL, is_over=True)
    return Answer(form, done)


def unpacked(posted: QueryDict) -> QueryDict:
    """What was posted, with the button's own words taken apart.

    A part of a page with many buttons has one form and one id; `press` is "kind|target|value", and each
    button's move has an id of its own, made from the two, the same at every resend.
    """
    if "press" not in posted:
        return posted
    kind, target, value = ("|".join(posted["press"].split("|", 2)) + "||").split("|", 3)[:3]
    data = posted.copy()
    data["kind"], data["target"], data["value"] = kind, target, value
    # An id that is none is told by the form.
    with suppress(ValueError):
        data["id"] = str(uuid.uuid5(uuid.UUID(posted.get("id", "")), posted["press"]))
    return data


def _kept_already(form: MoveForm, game: Game) -> Done | None:
    """The receipt of the move with this id, if there is one."""
    move_id = form.cleaned_data.get("id")
    there = game.moves.filter(move_id=move_id).values_list("number", "at").first() if move_id else None
    return Done(*there) if there else None


def first_problem(form: MoveForm) -> str:
    """The first thing that is wrong, as a sentence."""
    return next(str(error) for errors in form.errors.values() for error in errors)


def wants_json(request) -> bool:
    """True for our scripts, which ask for nothing else."""
    return request.headers.get("Accept") == "application/json"


def as_json(answer: Answer) -> JsonResponse:
    """The receipt for a script: {kept, number, at} or {kept: false, problem, over, cpr}.

    Always 200: what is not 200 means that the move may be sent again. `cpr` says that the words look like a
    CPR number, and are taken when `cpr_ok` comes along.
    """
    if answer.done:
        at = clock(timezone.localtime(answer.done.at))
        return JsonResponse({"kept": True, "number": answer.done.number, "at": f"Gemt kl. {at}"})
    needs_yes = answer.form.cpr_box is not None
    return JsonResponse({"kept": False, "problem": answer.problem, "over": answer.is_over, "cpr": needs_yes})
