"""The sun poster: empty to write on, or filled with what was said in a talk."""

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from actors.models import Source, Talk
from config.danish import full_date
from reports.poster_picture import Spoken, empty_poster, filled_poster
from reports.sending import file_name, pdf_response

A4, A3 = "A4", "A3"


class PosterForm(forms.Form):
    """Which paper, whose talk, and whether the page is to be looked at first."""

    format = forms.ChoiceField(choices=[(A4, A4), (A3, A3)], required=False)
    talk = forms.UUIDField(required=False)
    vis = forms.BooleanField(required=False)

    def paper(self) -> str:
        """The size that was asked for; A4 for none or one we do not have."""
        return self.cleaned_data.get("format") or A4


@require_safe
def poster(request):
    """The poster of `talk`, or an empty one, on `format`."""
    is_filled = bool(request.GET.get("talk"))
    require(request.membership, Permission.VALUES_VIEW if is_filled else Permission.PLAN_VIEW)
    form = PosterForm(request.GET)
    form.is_valid()
    talk = _talk(request.plan, form) if is_filled else None
    context = _filled(talk) if talk else {"poster": empty_poster()}
    html = render_to_string("print/poster.html", {**context, "format": form.paper()}, request)
    if form.cleaned_data.get("vis"):
        return HttpResponse(html)
    name = file_name("solplakat", context.get("name", ""), form.paper())
    return pdf_response(request, html, name, about=talk)


def _talk(plan, form: PosterForm) -> Talk:
    """The talk that was asked for. Raises Http404."""
    if not form.cleaned_data.get("talk"):
        raise Http404
    return get_object_or_404(plan.talks.kept().select_related("actor"), pk=form.cleaned_data["talk"])


def _filled(talk: Talk) -> dict:
    """What stands on the poster of a talk: the organisation and its words, and nobody's name."""
    said = talk.rays.values_list("value", "name", "level", "gains", "gives")
    return {
        "name": talk.actor.name,
        "poster": filled_poster(talk.actor.name, [Spoken(*one) for one in said], talk.actor.short_name),
        "date": full_date(talk.held_on),
        # Of a talk nothing is said; what we only believe must not look like their own words.
        "source": "" if talk.source == Source.TALK else talk.get_source_display().lower(),
    }
