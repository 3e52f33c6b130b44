"""The page of reports, each of them on screen, and as spreadsheet."""

import uuid
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from accounts.access import Permission, may, require
from accounts.audit import record
from actors.contact_actions import note_shown
from actors.spreadsheet import write_xlsx
from reports import paper_actions
from reports.models import PaperJob
from reports.paper_ask import Ask, PaperForm, title_of
from reports.paper_build import build
from reports.paper_contacts import shown_in
from reports.paper_making import may_have
from reports.paper_shapes import too_long
from reports.paper_sheets import sheets_of
from reports.papers import PAPERS, Choice, Paper, find
from reports.sending import file_name

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LATEST = 12


@dataclass(frozen=True)
class PaperCard:
    """One kind of report with what has to be chosen. `submission` keeps an order from being sent twice."""

    paper: Paper
    form: PaperForm
    submission: uuid.UUID


@require_safe
def papers(request):
    """All kinds of reports the member may have, and those ordered lately."""
    require(request.membership, Permission.REPORT_VIEW)
    return papers_page(request)


def papers_page(request, wrong: PaperForm | None = None):
    """The page; with `wrong` the form that could not be sent stands where it was."""
    now = timezone.now()
    paper_actions.settle(request.plan.paperjobs.all(), now=now)
    shown = [paper for paper in PAPERS if may_have(request.membership, paper)]
    forms = [wrong if wrong and wrong.paper == paper else form_of(request, paper, None) for paper in shown]
    context = {
        "place": "papers",
        "cards": [PaperCard(form.paper, form, uuid.uuid4()) for form in forms],
        "form": wrong,
        "can_export": may(request.membership, Permission.EXPORT),
        "jobs": list(own_jobs(request, now)[:LATEST]),
        "today": timezone.localdate(now),
    }
    return render(request, "reports/papers.html", context)


def own_jobs(request, now):
    """What the member has ordered in the role of today, and was not deleted, each with `made_at`."""
    paper_actions.forget(now=now)
    return request.plan.paperjobs.of(request.membership).kept(now).with_made_at()


def form_of(request, paper: Paper, data) -> PaperForm:
    """What the report is about, as it stands in `data`."""
    return PaperForm(
        data, paper=paper, plan=request.plan, membership=request.membership, now=timezone.now()
    )  # fmt: skip


def paper_of(request, key: str) -> Paper:
    """The kind of report in the address. Raises Http404, and PermissionDenied for one not to be seen."""
    paper = find(key)
    if paper is None:
        raise Http404
    require(request.membership, Permission.REPORT_VIEW)
    require(request.membership, paper.permission)
    return paper


@require_safe
def preview(request, paper_key):
    """The report on screen: the same chapters as on paper."""
    paper = paper_of(request, paper_key)
    is_open = paper.choice == Choice.ACTOR and Choice.ACTOR not in request.GET
    form = form_of(request, paper, None if is_open else request.GET)
    context = {"place": "papers", "paper": paper, "form": form, "submission": uuid.uuid4()}
    if not form.is_valid():
        return render(request, "reports/paper.html", context)
    ask = form.ask()
    report = build(paper, ask)
    note_shown(contacts=shown_in(paper, ask), by=request.user)
    context |= {
        "report": report,
        "wish": form.wish(),
        "sheet_url": sheet_url(request, paper, form) if may(request.membership, Permission.EXPORT) else "",
        "too_long": too_long(report.rows) if report.is_too_long else "",
    }
    return render(request, "reports/paper.html", context)


def sheet_url(request, paper: Paper, form: PaperForm) -> str:
    """Where the spreadsheet of the same report is."""
    url = reverse("papers:sheet", args=[request.plan.slug, paper.key])
    wish = form.wish()
    return f"{url}?{urlencode(wish)}" if wish else url


@require_safe
def sheet(request, paper_key):
    """The report as a workbook, all rows of it."""
    paper = paper_of(request, paper_key)
    require(request.membership, Permission.EXPORT)
    form = form_of(request, paper, request.GET)
    if not form.is_valid():
        return redirect(reverse("papers:preview", args=[request.plan.slug, paper.key]))
    ask = form.ask()
    data = write_xlsx(sheets_of(build(paper, ask)))
    note_export(request, paper, ask, request.plan)
    return sent(data, XLSX, file_name(title_of(paper, ask), str(ask.today)).replace(".pdf", ".xlsx"))


def note_export(request, paper: Paper, ask: Ask, about: PaperJob) -> None:
    """That the report left the house, and whose phone or mail went with it."""
    with transaction.atomic():
        record(plan=request.plan, by=request.user, verb="export", obj=about, fields=[paper.name])
        note_shown(contacts=shown_in(paper, ask), by=request.user)


def sent(data: bytes, kind: str, name: str) -> HttpResponse:
    """The file, to be kept by whoever fetched it."""
    headers = {
        "Content-Disposition": content_disposition_header(True, name),
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(data, content_type=kind, headers=headers)
