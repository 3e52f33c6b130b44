"""A notice on paper: a poster for the printer or the print shop, and four flyers on a sheet."""

import base64

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from config.drawings import icon_shape
from config.qr import qr_path
from exchange.models import Notice
from exchange.notice_facts import Reader, open_page_of, told_of, with_all
from reports.notice_sheet import make_sheet
from reports.sending import file_name, pdf_response

A4, A3 = "A4", "A3"
FLYERS = 4


class PaperForm(forms.Form):
    """Which paper, and whether the page is to be looked at first."""

    format = forms.ChoiceField(choices=[(A4, A4), (A3, A3)], required=False)
    vis = forms.BooleanField(required=False)

    def paper(self) -> str:
        """The size that was asked for; A4 for none or one we do not have."""
        return self.cleaned_data.get("format") or A4


@require_safe
def poster(request, notice_pk):
    """The poster on `format`."""
    notice, form = _notice(request, notice_pk), PaperForm(request.GET)
    form.is_valid()
    context = _context(request, notice, flyer=False) | {"format": form.paper()}
    return _send(request, "print/notice_poster.html", context, form, ("plakat", notice.title, form.paper()))


@require_safe
def flyers(request, notice_pk):
    """Four quarters of a sheet."""
    notice, form = _notice(request, notice_pk), PaperForm(request.GET)
    form.is_valid()
    context = _context(request, notice, flyer=True) | {"quarters": range(FLYERS)}
    return _send(request, "print/notice_flyers.html", context, form, ("flyers", notice.title))


def _notice(request, pk) -> Notice:
    """A notice of the plan, for those who may see it. Raises Http404."""
    require(request.membership, Permission.NOTICE_VIEW)
    return get_object_or_404(with_all(request.plan.notices).select_related("plan", "picture"), pk=pk)


def _context(request, notice: Notice, *, flyer: bool) -> dict:
    """What stands on the paper: all of it is for everybody, so a person is named by their consent alone."""
    told = told_of(
        notice, Reader(timezone.localdate(), request.membership), request, open_page_of(request.plan)
    )
    sheet = make_sheet(told, notice.layout, notice.value, has_picture=bool(notice.picture), flyer=flyer)
    size, code = qr_path(told.address) if told.address else (0, "")
    return {
        "notice": notice, "sheet": sheet, "qr_size": size, "qr": code, "icon": icon_shape(sheet.look.icon),
        "picture": _data_address(notice),
    }  # fmt: skip


def _data_address(notice: Notice) -> str:
    """The picture inside the document, which fetches nothing; "" without one."""
    if notice.picture is None:
        return ""
    return f"data:image/jpeg;base64,{base64.b64encode(bytes(notice.picture.data)).decode()}"


def _send(request, template: str, context: dict, form: PaperForm, words: tuple[str, ...]) -> HttpResponse:
    html = render_to_string(template, context, request)
    if form.cleaned_data.get("vis"):
        return HttpResponse(html)
    return pdf_response(request, html, file_name(*words))
