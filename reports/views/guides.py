"""The sheets that staff take along: the guide to the talk, the questions of the interview and its answers."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from actors.guide import Sheet, sheets
from actors.guide_queries import guide_of
from actors.interview_queries import given_of, levels_of
from actors.method import TALK_QUESTION, VALUES
from config.danish import full_date
from config.looks import level_word
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


@require_safe
def interview_guide(request):
    """The plan's questions with room to write."""
    require(request.membership, Permission.VALUES_VIEW)
    groups = [(group, value_disc(group.value.number)) for group in guide_of(request.plan)]
    context = {"sun": small_sun(), "groups": groups}
    return document(
        request, "print/interview_guide.html", context, file_name("spoergeguide", request.plan.slug)
    )


@require_safe
def interview(request, interview_pk):
    """An interview as it was answered, under the questions as they were asked; nobody's name is on it."""
    require(request.membership, Permission.VALUES_VIEW)
    kept = request.plan.interviews.kept().select_related("actor", "talk")
    found = get_object_or_404(kept, pk=interview_pk)
    levels = levels_of(found)
    asked = sheets(guide_of(request.plan), given_of(found).values())
    context = {
        "sun": small_sun(),
        "interview": found,
        "actor": found.actor,
        "date": full_date(found.held_on),
        "sheets": [_with_level(sheet, levels) for sheet in asked if sheet.lines],
        "answered": any(line.answer for sheet in asked for line in sheet.lines),
    }
    name = file_name("interview", found.actor.name)
    return document(request, "print/interview.html", context, name, about=found)


def _with_level(sheet: Sheet, levels: dict) -> tuple:
    """What was answered of one value, its disc, and the level they chose, if they did."""
    level = levels.get(sheet.value.number)
    return sheet, value_disc(sheet.value.number), "" if level is None else level_word(level)


def document(request, template: str, context: dict, name: str, *, about=None) -> HttpResponse:
    """The page with `vis`, else the PDF made from it."""
    form = PreviewForm(request.GET)
    html = render_to_string(template, context, request)
    if form.is_valid() and form.cleaned_data["vis"]:
        return HttpResponse(html)
    return pdf_response(request, html, name, about=about)
