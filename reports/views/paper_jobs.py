"""One ordered report: order it, follow it, stop it, try again, fetch it."""

import uuid

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from config.htmx import render_part
from reports import paper_actions as actions
from reports.models import PaperFile, PaperJob, PaperState
from reports.paper_ask import PaperForm, title_of
from reports.paper_contacts import CHANGED, still_may_be_seen
from reports.paper_making import GONE, asked
from reports.paper_start import start_if_idle
from reports.papers import Format, find
from reports.sending import file_name
from reports.views.papers import (
    form_of,
    note_export,
    own_jobs,
    paper_of,
    papers_page,
    sent,
    sheet_url,
)

# After so many seconds in line it is looked whether anybody is at work at all.
IN_LINE_SECONDS = 5


class OrderForm(forms.Form):
    """How the report is wanted, and the id of the form."""

    som = forms.ChoiceField(choices=[(one.value, one.name) for one in Format], required=False)
    submission = forms.UUIDField(required=False)


class ShownForm(forms.Form):
    """Which version of the job the page shows."""

    version = forms.IntegerField(required=False, min_value=1)


@require_POST
def order(request, paper_key):
    """As PDF: order it. As spreadsheet or on screen: lead there."""
    paper = paper_of(request, paper_key)
    form, wanted = form_of(request, paper, request.POST), OrderForm(request.POST)
    wanted.is_valid()
    if not form.is_valid():
        return papers_page(request, wrong=form)
    kind = wanted.cleaned_data.get("som")
    if kind == Format.SHEET:
        return redirect(sheet_url(request, paper, form))
    if kind == Format.SCREEN:
        return redirect(sheet_url(request, paper, form).replace("/regneark/", "/"))
    return _ordered(request, form, wanted.cleaned_data.get("submission"))


def _ordered(request, form: PaperForm, submission):
    try:
        job = actions.order(
            paper=form.paper, name=title_of(form.paper, form.ask()), wish=form.wish(), by=request.membership,
            submission=submission, now=timezone.now(),
        )  # fmt: skip
    except actions.PaperProblem as problem:
        messages.error(request, str(problem))
        return redirect("papers:list", request.plan.slug)
    return redirect("papers:job", request.plan.slug, job.pk)


def _own(request, pk) -> PaperJob:
    """The member's own report. Raises Http404."""
    require(request.membership, Permission.REPORT_VIEW)
    now = timezone.now()
    actions.settle(request.plan.paperjobs.filter(pk=pk), now=now)
    return get_object_or_404(own_jobs(request, now), pk=pk)


@require_safe
def job(request, pk):
    """How far it is; 204 to a page that shows the newest."""
    found = _own(request, pk)
    _wake(found)
    form = ShownForm(request.GET)
    if request.htmx and form.is_valid() and form.cleaned_data["version"] == found.version:
        return HttpResponse(status=204)
    context = {
        "place": "papers",
        "job": found,
        "is_done": found.state == PaperState.DONE,
        "is_refused": found.state == PaperState.REFUSED,
        "percent": round(100 * found.share),
        "today": timezone.localdate(),
        "submission": uuid.uuid4(),
        "sheet_url": _sheet_of(request, found),
    }
    return render_part(
        request, "reports/paper_job.html", "reports/_paper_job.html", context, target="paper-job"
    )


def _wake(found: PaperJob) -> None:
    """See to it that somebody is at work when the report has stood in line for a while."""
    waited = (timezone.now() - found.ordered_at).total_seconds()
    if found.state == PaperState.WAITING and waited > IN_LINE_SECONDS:
        transaction.on_commit(start_if_idle)


def _sheet_of(request, found: PaperJob) -> str:
    """Where the same report is as a spreadsheet, for those who may fetch one."""
    paper = find(found.key)
    if paper is None or not may(request.membership, Permission.EXPORT):
        return ""
    form = form_of(request, paper, found.wish)
    return sheet_url(request, paper, form) if form.is_valid() else ""


@require_POST
def stop(request, pk):
    """Stop it; the process that makes it is ended."""
    found = _own(request, pk)
    if actions.stop(job=found, now=timezone.now()):
        messages.success(request, f"{found.name} er stoppet.")
    return redirect("papers:job", request.plan.slug, found.pk)


@require_POST
def again(request, pk):
    """Let one that came to nothing be made after all; of one that is done order another, with new figures."""
    found = _own(request, pk)
    if found.state == PaperState.DONE:
        return _anew(request, found)
    try:
        actions.order_again(job=found, now=timezone.now())
    except actions.PaperProblem as problem:
        messages.error(request, str(problem))
    return redirect("papers:job", request.plan.slug, found.pk)


def _anew(request, found: PaperJob):
    """The same once more, beside the one there is. What it was about may be gone."""
    paper, sent = paper_of(request, found.key), OrderForm(request.POST)
    form = form_of(request, paper, found.wish)
    if not form.is_valid():
        messages.warning(request, GONE)
        return redirect("papers:list", request.plan.slug)
    sent.is_valid()
    return _ordered(request, form, sent.cleaned_data.get("submission"))


@require_safe
def fetch(request, pk):
    """The PDF, as long as all that stands in it may still be seen."""
    found = _own(request, pk)
    kept = get_object_or_404(PaperFile, job=found)
    paper, ask = asked(found)
    if ask is None or not still_may_be_seen(kept.shown, paper, ask):
        messages.warning(request, CHANGED)
        return redirect(reverse("papers:list", args=[request.plan.slug]))
    note_export(request, paper, ask, found)
    day = timezone.localdate(kept.made_at)
    return sent(bytes(kept.data), "application/pdf", file_name(found.name, str(day)))
