"""One report from order to file, as the process that makes it does."""

import time
from functools import partial
from uuid import UUID

from django.utils import timezone

from accounts.access import Permission, may
from accounts.queries import current_memberships
from reports import paper_actions as actions
from reports.models import PaperJob
from reports.paper_ask import Ask, PaperForm
from reports.paper_build import build
from reports.paper_contacts import marks_of
from reports.paper_html import report_html
from reports.paper_shapes import Report, too_long, wait_words
from reports.papers import Paper, find
from reports.pdf import REPORT, PdfError, render_pdf
from reports.press import Busy

GONE = "Det, rapporten skulle handle om, er her ikke mere. Vælg noget andet."
OTHERS_FIRST = "Venter på, at andre udskrifter bliver færdige."
# Reading is this much of the work (0–1), setting the pages the rest.
READ = 0.4
PATIENCE_SECONDS, LOOK_SECONDS = 120, 0.5


def make(pk: UUID) -> None:
    """Make the report and keep its file; or say why not. Raises PdfError when it goes wrong."""
    job = PaperJob.objects.select_related("plan", "membership__user").get(pk=pk)
    paper, ask = asked(job)
    if ask is None:
        actions.refuse(job=job, words=GONE, now=timezone.now())
        return
    tell = partial(actions.tell, job=job)
    report = build(paper, ask, lambda words, share: tell(words=words, share=share * READ))
    if report.is_too_long:
        actions.refuse(job=job, words=too_long(report.rows), now=timezone.now())
        return
    data = printed(report, tell)
    shown = marks_of(paper, ask)
    actions.finish(job=job, data=data, shown=shown, made_at=ask.now, now=timezone.now())


def asked(job: PaperJob) -> tuple[Paper | None, Ask | None]:
    """What was ordered, as it stands now; no Ask when its actor, its member or the right to it is gone."""
    paper, now = find(job.key), timezone.now()
    member = current_memberships(job.membership.user, now=now).filter(pk=job.membership_id).first()
    if paper is None or member is None or member.role != job.role or not may_have(member, paper):
        return paper, None
    form = PaperForm(job.wish, paper=paper, plan=member.plan, membership=member, now=now)
    return paper, form.ask() if form.is_valid() else None


def may_have(member, paper: Paper) -> bool:
    """Whether the member may have this report."""
    return may(member, Permission.REPORT_VIEW) and may(member, paper.permission)


def printed(report: Report, tell) -> bytes:
    """The PDF; waits for its turn at the press. Raises PdfError."""
    html, until = report_html(report), time.monotonic() + PATIENCE_SECONDS
    while True:
        tell(words=wait_words(report.rows), share=READ)
        try:
            return render_pdf(html, REPORT)
        except Busy:
            if time.monotonic() > until:
                raise PdfError("the press was never free") from None
            tell(words=OTHERS_FIRST, share=READ)
            time.sleep(LOOK_SECONDS)
