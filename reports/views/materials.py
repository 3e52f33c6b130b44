"""The page Print: every document there is, and for whom it can be filled in."""

from dataclasses import dataclass
from operator import methodcaller

from django import forms
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.access import Permission, may, require
from actors.models import Source
from config.danish import full_date
from config.htmx import render_part
from reports import materials as all_materials
from reports.materials import MATERIALS, Filling, Material
from reports.poster_picture import empty_poster
from reports.queries import latest_of_each_actor

PER_PAGE = 50
# What fills a document, and what one row of it is called.
ROW_NAMES = {"talks": methodcaller("get_source_display"), "interviews": lambda _: "Interview"}


@dataclass(frozen=True)
class Paper:
    """A button: one size of paper and where its document is."""

    text: str
    url: str
    # In full, for those who hear the button alone.
    says: str


@dataclass(frozen=True)
class Card:
    """One document as the member sees it."""

    material: Material
    papers: list[Paper]
    fill_url: str = ""


@dataclass(frozen=True)
class FillRow:
    """One actor whose words can fill the document."""

    actor: object
    when: str
    papers: list[Paper]


class FillForm(forms.Form):
    """What is searched for, and which page of it."""

    q = forms.CharField(required=False, max_length=100)
    page = forms.IntegerField(required=False)

    def typed(self) -> str:
        """The words searched for; none if they make no sense."""
        return self.cleaned_data.get("q", "")


class GameForm(forms.Form):
    """Which game the papers of the value game are for."""

    spil = forms.UUIDField(required=False)


@require_safe
def materials(request):
    """All documents with their sizes of paper; with `spil` those of the value game, for that game."""
    is_for_game = bool(request.GET.get("spil"))
    require(request.membership, Permission.GAME_VIEW if is_for_game else Permission.PLAN_VIEW)
    game = _game(request) if is_for_game else None
    shown = [one for one in MATERIALS if may(request.membership, one.permission)]
    context = {
        "place": "print",
        "game": game,
        "cards": [] if game else [_card(request, one) for one in shown if not one.is_for_game],
        "game_cards": [_card(request, one, game) for one in shown if one.is_for_game],
        "games": _games_to_choose(request),
        "poster": empty_poster(),
        "name": "",
    }
    return render(request, "reports/materials.html", context)


def _game(request):
    """The game that was asked for. Raises Http404."""
    form = GameForm(request.GET)
    if not form.is_valid():
        raise Http404
    return get_object_or_404(request.plan.games.kept(), pk=form.cleaned_data["spil"])


def _games_to_choose(request) -> list:
    """The games whose papers the member may have, those to come first."""
    if not may(request.membership, Permission.GAME_VIEW):
        return []
    return list(request.plan.games.kept().newest_first()[:PER_PAGE])


@require_safe
def material(request, document):
    """Choose the actor whose words the document is filled in with."""
    found = all_materials.find(document)
    if found is None or found.filling is None:
        raise Http404
    require(request.membership, found.filling.permission)
    form = FillForm(request.GET)
    form.is_valid()
    rows = latest_of_each_actor(_rows(request.plan, found.filling))
    if form.typed():
        rows = rows.filter(actor__in=request.plan.actors.matching(form.typed()))
    page = Paginator(rows, PER_PAGE).get_page(form.cleaned_data.get("page") or 1)
    context = {
        "place": "print",
        "list_id": "fill-list",
        "material": found,
        "q": form.typed(),
        "page": page,
        "rows": [_fill_row(request.plan, found, row) for row in page],
    }
    return render_part(
        request, "reports/material.html", "reports/_fill_list.html", context, target="fill-list"
    )


def _rows(plan, filling: Filling):
    """What fills the document: no talk that nobody spoke in, and not our own estimate, which is for us."""
    rows = getattr(plan, filling.rows).kept()
    if filling.rows != "talks":
        return rows
    return rows.exclude(source=Source.ESTIMATE).filter(pk__in=plan.rays.values("talk"))


def _card(request, one: Material, game=None) -> Card:
    url, query = reverse(one.url_name, args=[request.plan.slug]), f"spil={game.pk}" if game else ""
    papers = [_paper(url, one, paper, f"{one.verb} {paper}", one.name, query) for paper in one.papers]
    fills = one.filling and may(request.membership, one.filling.permission)
    return Card(one, papers, reverse("reports:material", args=[request.plan.slug, one.key]) if fills else "")


def _fill_row(plan, one: Material, row) -> FillRow:
    """The row's actor, the day, and its document in every size of paper."""
    filling = one.filling
    args, query = ([row.pk], "") if filling.in_address else ([], f"talk={row.pk}")
    url = reverse(filling.url_name, args=[plan.slug, *args])
    return FillRow(
        actor=row.actor,
        when=f"{ROW_NAMES[filling.rows](row)} {full_date(row.held_on)}",
        papers=[_paper(url, one, paper, paper, row.actor.name, query) for paper in one.papers],
    )


def _paper(url: str, one: Material, paper: str, text: str, about: str, query: str = "") -> Paper:
    """The button; documents on one size of paper do not ask for it."""
    queries = [part for part in (query, f"format={paper}" if len(one.papers) > 1 else "") if part]
    return Paper(text, f"{url}?{'&'.join(queries)}" if queries else url, f"{text}: {about}")
