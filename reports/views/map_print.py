"""The network map on paper: a page to look at and a PDF, from one template."""

from django import forms
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from config.danish import capitalised, count, full_date
from config.looks import KIND_LOOKS
from mapping.map_forms import MapFilterForm
from mapping.map_picture import MapPicture
from reports.sending import pdf_response

# The column of words beside the map on A3: its letters a line, and the mm of a line, a gap and the column.
LETTERS_A_LINE, LINE_MM, GAP_MM, COLUMN_MM = 40, 5.9, 3, 208
# The map and a line of its legend, as print-map.css has them.
MAP_MM, LEGEND_LINE_MM = (296, 204), 12
# Each row takes some milliseconds; a longer table is asked for by filters.
ROWS_AT_MOST = 1000


class MapPrintForm(MapFilterForm):
    """The filters of the map, and whether the page is to be looked at first."""

    vis = forms.BooleanField(required=False)


@require_safe
def map_print(request):
    """The network map on A3, its table on the pages after it."""
    require(request.membership, Permission.MAP_VIEW)
    filters = MapPrintForm(request.GET, plan=request.plan)
    today = timezone.localdate()
    picture = MapPicture.read(request.plan, filters, today=today)
    html = render_to_string("print/network_map.html", _map_context(picture, today), request)
    if filters.chosen("vis"):
        return HttpResponse(html)
    return pdf_response(request, html, f"netværkskort-{request.plan.slug}-{today:%Y-%m-%d}.pdf")


def _map_context(picture: MapPicture, today) -> dict:
    rows = picture.table_rows(picture.table[:ROWS_AT_MOST])
    room = sentences_with_room(picture.sentences)
    return {
        "picture": picture,
        "beside": picture.sentences[:room],
        "overleaf": picture.sentences[room:],
        "map": picture.shapes,
        "kinds": KIND_LOOKS.values(),
        "forms": picture.legend(room_mm=MAP_MM, line_mm=LEGEND_LINE_MM),
        "filters": picture.filters,
        "rows": rows,
        "left_out": len(picture.table) - len(rows),
        "fact": _fact(picture),
        "today": full_date(today),
    }


def sentences_with_room(sentences) -> int:
    """How many of the sentences fit beside the map, which would else be pushed to a page of its own."""
    height = 0
    for number, sentence in enumerate(sentences):
        height += -(-len(sentence) // LETTERS_A_LINE) * LINE_MM + GAP_MM
        if height > COLUMN_MM:
            return number
    return len(sentences)


def _fact(picture: MapPicture) -> str:
    lines = capitalised(count(picture.collaborations, "samarbejde", "samarbejder"))
    return f"{lines} mellem {count(len(picture.shown), 'aktør', 'aktører')}"
