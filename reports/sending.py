"""How a document is sent: as a PDF that the browser shows, or a page that says why there is none."""

import logging

from django.db.models import Model
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header

from accounts.audit import record
from config.danish import fold
from reports.pdf import PdfError, render_pdf
from reports.press import Busy

log = logging.getLogger(__name__)

# A document takes a second or two.
RETRY_SECONDS = 5
WORD_AT_MOST = 60


def pdf_response(request, html: str, filename: str, *, about: Model | None = None) -> HttpResponse:
    """The PDF of `html`, shown by the browser under this name.

    `about` is the row whose words leave the house with it, for the log. A page with 503 when the document
    cannot be made, or when too many others are being made.
    """
    try:
        document = render_pdf(html)
    except Busy:
        return _sorry(request, "print/busy.html")
    except PdfError:
        log.exception("No PDF of %s", filename)
        return _sorry(request, "print/failed.html")
    if about is not None:
        record(plan=request.plan, by=request.user, verb="export", obj=about)
    return HttpResponse(
        document,
        content_type="application/pdf",
        headers={
            "Content-Disposition": content_disposition_header(False, filename),
            "Cache-Control": "private, no-store",
        },
    )


def _sorry(request, template: str) -> HttpResponse:
    """A page that says why there is no document, and what to do."""
    page = render_to_string(template, {"place": "print"}, request)
    return HttpResponse(page, status=503, headers={"Retry-After": str(RETRY_SECONDS)})


def file_name(*words: str) -> str:
    """The name of a document's file, from words that may hold anything: "solplakat-kaeden-a4.pdf"."""
    return "-".join(fold(word).replace(" ", "-")[:WORD_AT_MOST] for word in words if fold(word)) + ".pdf"
