"""Reports that were ordered, for tests: in any state, of any member."""

import io
from datetime import timedelta

from django.utils import timezone
from pypdf import PdfWriter

from reports.models import PaperFile, PaperJob, PaperState
from reports.models.jobs import kept_until

BLANK = b"%PDF-1.7 "
OPEN = (PaperState.WAITING, PaperState.RUNNING)


def make_job(membership, state="done", key="netvaerket", data=BLANK, ago=timedelta(), **fields):
    """A report ordered by this member; a finished one has a file."""
    now = timezone.now() - ago
    job = PaperJob.objects.create(
        plan=membership.plan, membership=membership, role=membership.role, key=key, state=state,
        ordered_at=now, expires_at=kept_until(now), beat_at=now if state == "running" else None,
        ended_at=None if state in OPEN else now, **({"name": "Netværkets udvikling"} | fields),
    )  # fmt: skip
    if state == PaperState.DONE:
        PaperFile.objects.create(plan=job.plan, job=job, data=data, size=len(data), made_at=now)
    return job


def blank_pdf() -> bytes:
    """A PDF of one empty page, in letters alone, for whoever reads what is fetched."""
    writer, file = PdfWriter(), io.BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(file)
    return bytes(sign if sign < 128 else ord("x") for sign in file.getvalue())


def fetched(job) -> bytes:
    """What was kept of the report."""
    return bytes(PaperFile.objects.get(job=job).data)
