"""Pages of the network map."""

from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from config.danish import count, number
from config.htmx import render_part
from config.looks import KIND_LOOKS
from config.undo import done
from mapping.drawing import curve_path
from mapping.map_actions import keep_positions, tidy_map, untidy_map
from mapping.map_forms import TABLE, MapFilterForm
from mapping.map_picture import MapPicture, tidied
from mapping.match_queries import suggestions_on_map
from mapping.models import Form

ROWS_PER_PAGE = 200
# Under the map stands the beginning of the table; the rest is a press away.
ROWS_UNDER_MAP = 15
# A panel of more neighbours than this is no longer read; the rest are counted.
NEIGHBOURS_AT_MOST = 30
# More dotted lines than these only hide the others.
MATCHES_AT_MOST = 3


@require_safe
def network_map(request):
    """The map with its panel, or its table, by what the address asks for."""
    require(request.membership, Permission.MAP_VIEW)
    filters = MapFilterForm(request.GET, plan=request.plan)
    picture = MapPicture.read(request.plan, filters, today=timezone.localdate())
    as_table = filters.chosen("visning") == TABLE
    context = {
        "place": "map",
        "list_id": "map-page",
        "filters": filters,
        "picture": picture,
        "as_table": as_table,
        "fact": fact(picture),
        "kinds": KIND_LOOKS.values(),
        "forms": Form.choices,
        "can_arrange": may(request.membership, Permission.MAP_ARRANGE),
        **_table(picture, filters.page_number if as_table else 1, as_table),
        **({} if as_table else _map(picture)),
        **({} if as_table else _matches(request, picture)),
    }
    return render_part(
        request, "mapping/network_map.html", "mapping/_map_page.html", context, target="map-page"
    )


def fact(picture: MapPicture) -> str:
    """The line under the heading: how much there is on the map, of how much when it is filtered."""
    everybody, shown = len(picture.rows.nodes), len(picture.shown)
    actors = count(everybody, "aktør", "aktører")
    if picture.filters.is_filtered:
        actors = f"{number(shown)} af {actors}"
    if not picture.lines:
        yet = "" if picture.filters.is_filtered else " endnu"
        return f"{actors[:1].upper()}{actors[1:]} og ingen samarbejder{yet}."
    lines = count(picture.collaborations, "samarbejde", "samarbejder")
    return f"{lines} mellem {actors}. Jo tykkere streg, jo tættere samarbejde."


def _map(picture: MapPicture) -> dict:
    """The drawing and the panel beside it; where everybody stands is kept for the next time."""
    keep_positions(plan=picture.plan, positions=picture.layout.positions, stored=picture.rows.stored)
    return {
        "map": picture.shapes,
        "says": picture.sentences,
        "neighbours": picture.neighbours[:NEIGHBOURS_AT_MOST],
        "neighbours_more": max(0, len(picture.neighbours) - NEIGHBOURS_AT_MOST),
    }


def _matches(request, picture: MapPicture) -> dict:
    """Whom the chosen actor could meet, as dotted lines and in words, if the filters leave them in."""
    if picture.chosen is None or not may(request.membership, Permission.MATCH_VIEW):
        return {}
    key, spots = picture.chosen.key, picture.layout.positions
    today = timezone.localdate()
    found = suggestions_on_map(request.plan, key, picture.rows.lines, today=today, limit=MATCHES_AT_MOST)
    others = [one.taker if one.giver.key == key else one.giver for one in found]
    shown = [other for other in others if other.key in picture.shown]
    return {
        "possible": shown,
        "match_lines": [curve_path(spots[key], spots[other.key]) for other in shown],
    }


def _table(picture: MapPicture, page_number: int, as_table: bool) -> dict:
    page = Paginator(picture.table, ROWS_PER_PAGE if as_table else ROWS_UNDER_MAP).get_page(page_number)
    return {"page": page, "rows": picture.table_rows(page.object_list)}


@require_POST
def map_tidy(request):
    """Lay the map out afresh, for everybody in the plan."""
    require(request.membership, Permission.MAP_ARRANGE)
    positions = tidied(request.plan, today=timezone.localdate())
    tidy_map(plan=request.plan, by=request.user, positions=positions)
    done(
        request, "Alle aktører har fået en ny plads.", lead="Ryddet op.",
        undo_url=reverse("mapping:map_untidy", args=[request.plan.slug]),
    )  # fmt: skip
    return redirect("mapping:map", request.plan.slug)


@require_POST
def map_untidy(request):
    """Put everybody back to where they stood before the last tidying."""
    require(request.membership, Permission.MAP_ARRANGE)
    if untidy_map(plan=request.plan, by=request.user):
        done(request, "Aktørerne står, hvor de stod før.", lead="Fortrudt.")
    return redirect("mapping:map", request.plan.slug)
