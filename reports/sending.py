"""How a document is sent: as a PDF that the browser shows, or a page that says why there is none."""

import logging

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header

from reports.pdf import PdfError, render_pdf

log = logging.getLogger(__name__)


def pdf_response(request, html: str, filename: str) -> HttpResponse:
    """The PDF of `html`, shown by the browser under this name; a page with 503 when it cannot be made."""
    try:
        document = render_pdf(html)
    except PdfError:
        log.exception("No PDF of %s", filename)
        page = render_to_string("print/failed.html", {}, request)
        return HttpResponse(page, status=503)
    return HttpResponse(
        document,
        content_type="application/pdf",
        headers={
            "Content-Disposition": content_disposition_header(False, filename),
            "Cache-Control": "private, no-store",
        },
    )
