"""The materials of the value game as documents: blank, or filled in with what a game has."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from config.danish import full_date
from reports import game_papers as papers
from reports.game_papers import A3, A4, Paper
from reports.occasion import BLANK, Occasion
from reports.sending import file_name, pdf_response
from valuegame.models import Game
from valuegame.standing_queries import standing_of


class GamePaperForm(forms.Form):
    """Which game the paper is filled in with, on which size of paper, and whether to look first."""

    spil = forms.UUIDField(required=False)
    format = forms.ChoiceField(choices=[(A4, A4), (A3, A3)], required=False)
    vis = forms.BooleanField(required=False)


@require_safe
def game_manual(request):
    """The manual for whoever leads the game."""
    require(request.membership, _needed(request))
    return _answer(request, papers.MANUAL)


@require_safe
def game_pieces(request):
    """The pieces to cut, on A4 or A3."""
    require(request.membership, _needed(request))
    return _answer(request, papers.PIECES)


@require_safe
def game_cards(request):
    """The cards with positive changes to cut."""
    require(request.membership, _needed(request))
    return _answer(request, papers.CARDS)


@require_safe
def game_adjust(request):
    """The sheet for what is changed."""
    require(request.membership, _needed(request))
    return _answer(request, papers.ADJUST)


@require_safe
def game_checklist(request):
    """The checklist of what can be given."""
    require(request.membership, _needed(request))
    return _answer(request, papers.CHECKLIST)


@require_safe
def game_matrix(request):
    """Who gives whom what."""
    require(request.membership, _needed(request))
    return _answer(request, papers.MATRIX)


@require_safe
def game_bundle(request):
    """All six in one file."""
    require(request.membership, _needed(request))
    return _answer(request, None)


def _needed(request) -> Permission:
    """Blank papers are for every member; what a game holds is for those who may see games."""
    return Permission.GAME_VIEW if request.GET.get("spil") else Permission.PLAN_VIEW


def _answer(request, paper: Paper | None) -> HttpResponse:
    """The page with `vis`, else the PDF made from it; None is all six."""
    form = GamePaperForm(request.GET)
    form.is_valid()
    game = _game(request.plan, form.cleaned_data.get("spil")) if request.GET.get("spil") else None
    occasion = occasion_of(game) if game else BLANK
    size = form.cleaned_data.get("format") or A4
    html = papers.paper_html(paper, occasion, size) if paper else papers.bundle_html(occasion)
    if form.cleaned_data.get("vis"):
        return HttpResponse(html)
    words = (paper.file_word, size if len(paper.papers) > 1 else "") if paper else ("alt",)
    return pdf_response(request, html, file_name("vaerdispil", *words, occasion.title), about=game)


def _game(plan, pk: UUID | None) -> Game:
    """The game that was asked for. Raises Http404."""
    if pk is None:
        raise Http404
    return get_object_or_404(plan.games.kept(), pk=pk)


def occasion_of(game: Game) -> Occasion:
    """What papers are filled in with of a game."""
    when = full_date(game.held_on) if game.held_on else ""
    return Occasion(standing_of(game), when)
