"""A game that was played with pieces of card, typed in on one page."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts.access import Permission, require
from actors.guarded_forms import audit_override
from config.methods import require_form_methods
from config.undo import done
from valuegame.actions import GameOver, TooManyMoves
from valuegame.paper_actions import save_paper
from valuegame.paper_forms import PaperForm
from valuegame.receiving import FULL
from valuegame.standing_queries import standing_of

CLOSED = "Spillet er slut. Åbn det igen, før du taster noget ind."


@require_form_methods
def paper(request, pk):
    """What lies on the table and what is written on the sheets, as moves of the game."""
    require(request.membership, Permission.GAME_LEAD)
    game = get_object_or_404(request.plan.games.kept(), pk=pk)
    if not game.is_open:
        messages.error(request, CLOSED)
        return redirect("valuegame:summary", request.plan.slug, pk)
    form = PaperForm(
        request.POST if request.method == "POST" else None, game=game, standing=standing_of(game)
    )
    if form.is_bound and form.is_valid() and _save(request, game, form):
        done(request, "Det, I lagde og aftalte, står her.", lead="Gemt.")
        return redirect("valuegame:summary", request.plan.slug, pk)
    return render(request, "valuegame/paper.html", {"place": "games", "game": game, "form": form})


def _save(request, game, form) -> bool:
    """Write it, and that the user vouched for it, together; False, with a word on the form, if it cannot."""
    try:
        with transaction.atomic():
            save_paper(game=game, by=request.user, entries=form.entries(), now=timezone.now())
            audit_override(form, plan=request.plan, by=request.user, obj=game)
    except GameOver:
        form.add_error(None, CLOSED)
    except TooManyMoves:
        form.add_error(None, FULL)
    return not form.errors
