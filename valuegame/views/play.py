"""What a phone shows: choosing the organisation, and its pieces. No account, no name."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from config.htmx import render_part
from valuegame import phone, shots
from valuegame.agreed import deals, exchanges
from valuegame.at_hand import AtHand
from valuegame.deck import fitting
from valuegame.models import Game, Seat
from valuegame.puzzle import picture
from valuegame.receiving import as_json, receive, wants_json
from valuegame.shots import Shot
from valuegame.standing_queries import standing_at_hand, standing_on_screens

GONE = 410


@login_not_required
@require_safe
def table(request, link):
    """Which organisation is this phone with?"""
    game = _game(link)
    if not game.is_open:
        return _over(request)
    return render(request, "valuegame/table.html", {"game": game, "seats": game.seats.present()})


@login_not_required
@require_safe
def seat(request, link, seat_pk):
    """The organisation's phone; one that shows the newest already never comes here (middleware.py)."""
    here = _seat(link, seat_pk)
    if not here.game.is_open:
        return _over(request)
    return _page(request, here)


@login_not_required
@require_POST
def seat_move(request, link, seat_pk):
    """One thing that was done on the phone: a receipt for the script, else back to the page."""
    here = _seat(link, seat_pk)
    answer = receive(request, here.game, seat=here)
    if wants_json(request):
        return as_json(answer)
    if answer.is_over:
        return _over(request)
    if answer.problem:
        here.refresh_from_db()
        return _page(request, here, answer)
    return redirect("play:seat", link, seat_pk)


def _page(request, here: Seat, answer=None):
    """The page, or the part that a script asks for; what other phones of the seat were given is at hand."""
    game, version, part = here.game, _version(here), request.htmx and not answer
    shot = shots.kept(here.pk, version) if part else None
    if shot is None:
        standing = _standing_with(here)
        shot = _shot(standing, game.link, here.pk, version, request=request, answer=answer, plain=not part)
        if part:
            shots.keep(here.pk, shot)
    context = {**_context(shot, game.version), "answer": answer}
    return render_part(request, "valuegame/phone.html", "valuegame/_phone.html", context, target="phone")


def _standing_with(here: Seat):
    """The game's standing with this seat: one at hand from before a backup was put back may lack it."""
    standing = standing_on_screens(here.game)
    if standing.place(str(here.pk)) is None:
        AtHand.forget_all()
        standing = standing_on_screens(here.game)
    return standing


def part_at_hand(request, link: str, seat: UUID, version: int, game_version: int) -> HttpResponse | None:
    """The part that a script asks for, from what this process has read already: no query, no middleware.

    `version` is that of the seat's phones, `game_version` that of the game.
    """
    if request.headers.get("HX-Target") != "phone" or "HX-History-Restore-Request" in request.headers:
        return None
    shot = shots.kept(seat, version)
    standing = None if shot else standing_at_hand(link, game_version)
    if standing and standing.place(str(seat)):
        shot = _shot(standing, link, seat, version, plain=False)
        shots.keep(seat, shot)
    return shot and HttpResponse(render_to_string("valuegame/_phone.html", _context(shot, game_version)))


def _context(shot: Shot, game_version: int) -> dict:
    """What templates/valuegame/_phone.html needs."""
    return {
        "head": shot.head, "body": shot.body, "left": shot.head.left(timezone.now().timestamp()),
        "version": shot.version, "clock": game_version + 1,
    }  # fmt: skip


def _shot(standing, link, seat: UUID, version: int, *, plain: bool, answer=None, request=None) -> Shot:
    """What the seat's phones show now; `plain` forms carry all that a form without script sends."""
    place = standing.place(str(seat))
    part = standing.key if standing.key in phone.STEPS_WITH_PART else "wait"
    context = {
        "standing": standing, "place": place, "plain": plain, "answer": answer,
        "clock": standing.version + 1, "move_url": reverse("play:move", args=[link, seat]),
        **_shown(part, standing, place),
    }  # fmt: skip
    body = render_to_string(f"valuegame/phone/_{part}.html", context, request)
    return Shot(version, phone.head_of(standing, place), body)


def _shown(part: str, standing, place) -> dict:
    """What the part of this step shows beside the standing."""
    if part in ("lay", "tell"):
        rows = phone.rows(standing, place)
        laid = [(row, fitting(row.piece.key)) for row in rows if row.laid]
        return {"rows": rows, "laid": laid}
    if part == "puzzle":
        return {"picture": picture(standing), "rows": phone.laid(standing, place)}
    if part == "adjust":
        return {"deals": deals(standing), "unmet": picture(standing).unmet}
    if part == "stronger":
        others = [other for other in standing.places if other.id != place.id]
        return {"exchanges": exchanges(standing, place.id), "others": others}
    if part == "gather":
        return {"deals": deals(standing), "exchanges": exchanges(standing, place.id)}
    return {}


def _game(link: str) -> Game:
    return get_object_or_404(Game.objects.kept(), link=link)


def _seat(link: str, seat_pk) -> Seat:
    """The seat with its game, in one query."""
    seats = Seat.objects.present().filter(game__deleted_at=None).select_related("game")
    return get_object_or_404(seats, pk=seat_pk, game__link=link)


def _version(here: Seat) -> int:
    """The last version that changed something on this organisation's phones."""
    return max(here.version, here.game.shared_version)


def _over(request):
    """The game is closed: nothing of it is shown any more."""
    return render(request, "valuegame/over.html", status=GONE)
