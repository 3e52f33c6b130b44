"""A report as the page that becomes its PDF."""

from django.template.loader import render_to_string

from reports.paper_shapes import Report
from reports.small_drawings import small_sun


def report_html(report: Report) -> str:
    """The whole document; nothing in it depends on who is logged in."""
    return render_to_string("print/report.html", {"report": report, "sun": small_sun()})
