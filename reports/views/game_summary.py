"""What came of a value game, on paper: for those who were there to take home."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from reports.sending import file_name
from reports.views.guides import document
from valuegame.summary_page import summary_context


@require_safe
def game_summary(request, game_pk):
    """The summary on A4; organisations are named on it and nobody else."""
    require(request.membership, Permission.GAME_VIEW)
    game = get_object_or_404(request.plan.games.kept(), pk=game_pk)
    context = summary_context(game, timezone.localdate())
    name = file_name("vaerdispil", game.title)
    return document(request, "print/game_summary.html", context, name, about=game)
