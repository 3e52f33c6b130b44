"""What came of a game."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, may, require
from valuegame.summary_page import summary_context


@require_safe
def summary(request, pk):
    """Who was there, the puzzle, what was said, agreed and given; to be read, printed and carried on."""
    require(request.membership, Permission.GAME_VIEW)
    game = get_object_or_404(request.plan.games.kept(), pk=pk)
    context = summary_context(game, timezone.localdate())
    context |= {"place": "games", "can_lead": may(request.membership, Permission.GAME_LEAD)}
    return render(request, "valuegame/summary.html", context)
