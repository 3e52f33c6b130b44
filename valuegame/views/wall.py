"""The wall: what the room sees. Nothing to press, nothing personal; who has the address may look."""

from datetime import UTC, datetime

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.danish import clock
from config.htmx import render_part
from config.qr import qr_path
from valuegame import wall_drawing
from valuegame.addresses import join_address, table_url
from valuegame.models import Game
from valuegame.standing import Standing
from valuegame.standing_queries import standing_on_screens
from valuegame.wall import Wall, wall_of

# The picture's own template by its name.
PARTS = {
    "lobby": "valuegame/_wall_lobby.html",
    "welcome": "valuegame/_wall_welcome.html",
    "opening": "valuegame/_wall_opening.html",
    "board": "valuegame/_wall_board.html",
    "tell": "valuegame/_wall_tell.html",
    "break": "valuegame/_wall_break.html",
    "changes": "valuegame/_wall_changes.html",
    "matrix": "valuegame/_wall_matrix.html",
    "home": "valuegame/_wall_home.html",
    "over": "valuegame/_wall_over.html",
    "blank": "valuegame/_wall_blank.html",
}
# Where the sun rises, and how far it reaches; many names leave it less room.
SUN, SUN_ASIDE, MANY = (960, 1080, 372), (1609, 1080, 300), 6


@login_not_required
@require_safe
def wall(request, link):
    """The wall as it stands; one that shows the newest already never comes here (middleware.py)."""
    game = get_object_or_404(Game.objects.kept(), link=link)
    context = wall_context(request, game, standing_on_screens(game))
    return render_part(request, "valuegame/wall.html", "valuegame/_wall.html", context, target="wall")


def wall_context(request, game: Game, standing: Standing) -> dict:
    """What templates/valuegame/_wall.html needs; the facilitator's page shows the same picture small."""
    now = timezone.now().timestamp()
    picture = wall_of(standing, now=now, is_over=not game.is_open)
    aside = picture.picture == "lobby" and len(picture.joined) > MANY
    return {
        "wall": picture,
        "wall_part": PARTS[picture.picture],
        "wall_shapes": wall_drawing.shapes(),
        "wall_address": reverse("play:wall", args=[game.link]),
        "wall_join": join_address(request),
        "wall_code": f"{game.code[:3]} {game.code[3:]}",
        "wall_qr": qr_path(table_url(request, game)) if picture.invites else None,
        "wall_sun": wall_drawing.sun(*(SUN_ASIDE if aside else SUN)),
        "wall_until": _until(picture),
    }


def _until(picture: Wall) -> str:
    """»10.45«, when the clock comes to its end; "" while it does not run."""
    if picture.ends is None:
        return ""
    return clock(timezone.localtime(datetime.fromtimestamp(picture.ends, UTC)))
