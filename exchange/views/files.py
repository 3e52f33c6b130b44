"""Files that browsers send, and tables and pictures as the answers that they keep or show."""

from datetime import date
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse

from accounts.models import Plan
from actors.spreadsheet import Table, write_csv, write_xlsx
from actors.views.export import XLSX
from exchange.models import Picture

CSV = "text/csv; charset=utf-8"


def sent(request: HttpRequest) -> tuple:
    """What a form with files is given: data and files of a POST, else None twice, so that it is not bound."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def table_response(table: Table, kind: str, word: str, plan: Plan, today: date) -> HttpResponse:
    """The table as "xlsx" (also for "") or "csv"; `word` is its name in plain letters."""
    kind = kind or "xlsx"
    data = write_csv(table.rows) if kind == "csv" else write_xlsx([table])
    response = HttpResponse(data, content_type=CSV if kind == "csv" else XLSX)
    name = quote(f"{table.name} {plan.name} {today.isoformat()}.{kind}", safe="")
    plain = f"{word}-{plan.slug}-{today.isoformat()}.{kind}"
    # RFC 6266: the plain name for old programs, the true one for the rest.
    response["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{name}"
    return response


def picture_response(picture: Picture) -> HttpResponse:
    """The JPEG that was drawn anew. Nobody keeps it: it may be taken away."""
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}
    return HttpResponse(bytes(picture.data), content_type="image/jpeg", headers=headers)
