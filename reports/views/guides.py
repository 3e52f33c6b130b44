"""The sheets that staff take along: the guide to the talk."""

from django import forms
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from actors.method import TALK_QUESTION, VALUES
from reports import method
from reports.sending import file_name, pdf_response
from reports.small_drawings import small_sun, value_disc


class PreviewForm(forms.Form):
    """Whether the page is to be looked at first."""

    vis = forms.BooleanField(required=False)


@require_safe
def talk_guide(request):
    """How a sunshine talk is held, on one sheet."""
    require(request.membership, Permission.PLAN_VIEW)
    context = {
        "question": TALK_QUESTION,
        "sun": small_sun(),
        "values": [(value, value_disc(value.number)) for value in VALUES],
        "first_steps": (method.BEFORE, method.OPENING),
        "last_steps": (method.NOTING, method.AFTERWARDS),
    }
    return document(request, "print/talk_guide.html", context, file_name("samtaleguide"))


def document(request, template: str, context: dict, name: str, *, about=None) -> HttpResponse:
    """The page with `vis`, else the PDF made from it."""
    form = PreviewForm(request.GET)
    html = render_to_string(template, context, request)
    if form.is_valid() and form.cleaned_data["vis"]:
        return HttpResponse(html)
    return pdf_response(request, html, name, about=about)
