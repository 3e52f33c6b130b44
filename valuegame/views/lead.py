"""The facilitator's screen: step, clock, what to say, who waits, notes, and all that can be pressed."""

from datetime import UTC, datetime

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, require
from config.danish import clock
from config.htmx import render_part
from valuegame import leading
from valuegame.addresses import join_address
from valuegame.agreed import deals, exchanges
from valuegame.method import OWN_PIECES_AT_MOST
from valuegame.polling import asked_version
from valuegame.puzzle import picture
from valuegame.receiving import as_json, receive, wants_json
from valuegame.standing_queries import standing_on_screens
from valuegame.views.wall import wall_context


@require_safe
def lead(request, pk):
    """The screen; 204 to one that shows the newest already."""
    require(request.membership, Permission.GAME_LEAD)
    game = get_object_or_404(request.plan.games.kept(), pk=pk)
    if not game.is_open:
        return redirect("valuegame:game", request.plan.slug, pk)
    if request.htmx and asked_version(request) == game.version:
        return HttpResponse(status=204)
    return _page(request, game)


@require_POST
def lead_move(request, pk):
    """One press: a receipt for the script, else back to the screen."""
    require(request.membership, Permission.GAME_LEAD)
    game = get_object_or_404(request.plan.games.kept(), pk=pk)
    answer = receive(request, game, by=request.user)
    if wants_json(request):
        return as_json(answer)
    if answer.problem and not answer.is_over:
        game.refresh_from_db()
        return _page(request, game, answer)
    return redirect("valuegame:lead", request.plan.slug, pk)


def _page(request, game, answer=None):
    standing, now = standing_on_screens(game), timezone.now().timestamp()
    context = {
        "game": game, "standing": standing, "answer": answer, "version": game.version,
        "clock": game.version + 1, "plain": answer is not None or not request.htmx,
        "move_url": reverse("valuegame:lead_move", args=[request.plan.slug, game.pk]),
        "join_address": join_address(request),
        "taken_back": leading.can_take_back(standing), "watch": leading.watch(standing),
        "switches": leading.switches(standing), "other_page": leading.other_page(standing),
        **_times(standing, now), **_around(standing), **_shown(standing),
        **wall_context(request, game, standing),
    }  # fmt: skip
    return render_part(request, "valuegame/lead.html", "valuegame/_lead.html", context, target="lead")


def _times(standing, now: float) -> dict:
    """The clocks of the step and of the one who tells in seconds, and when all is over."""
    planned = 60 * standing.line.minutes + standing.table.timer.more if standing.line else 0
    at = datetime.fromtimestamp(leading.finished_at(standing, now), tz=UTC)
    return {
        "left": standing.seconds_left(now), "planned": planned, "finished": clock(timezone.localtime(at)),
        "turn_left": standing.teller_seconds_left(now),
    }  # fmt: skip


def _around(standing) -> dict:
    """The steps, where one can go from here, and who is waited for."""
    rows, lines = leading.seat_rows(standing), {line.key: line for line in standing.lines}
    return {
        "steps": leading.steps(standing), "next": lines.get(standing.next_key()),
        "before": standing.next_key(-1), "seat_rows": rows,
        "done_laying": sum(1 for row in rows if not row.waits),
    }  # fmt: skip


def _shown(standing) -> dict:
    """What the open step has beside the rest."""
    if standing.key == "opening":
        own = standing.table.own_pieces()
        return {"words": standing.table.words(), "own": own.items(), "room": OWN_PIECES_AT_MOST - len(own)}
    if standing.key == "tell":
        return {"next_teller": leading.next_teller(standing)}
    if standing.key == "puzzle":
        return {"picture": picture(standing)}
    if standing.key == "adjust":
        return {"deals": deals(standing)}
    if standing.key in ("stronger", "gather"):
        return {"deals": deals(standing), "exchanges": exchanges(standing)}
    return {}
