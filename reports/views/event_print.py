"""An event on paper: poster, name tags, cards for tables and guests, the short form, the joint sheet."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import Permission, require
from config.danish import capitalised, full_date
from config.drawings import icon_shape
from config.qr import qr_path
from exchange.notice_texts import Told
from meetings.event_mail import when_of
from meetings.event_page import sign_up_url
from meetings.models import Event
from meetings.note_actions import sheet_rows
from meetings.round_queries import chairs_of, rounds_of, tables_of
from reports.event_sheets import CARDS_ON_SHEET, TAGS_ON_SHEET, make_tag, sheets_of
from reports.notice_sheet import make_sheet
from reports.sending import file_name, pdf_response
from reports.views.guides import document
from reports.views.notice_print import PaperForm


@require_safe
def poster(request, event_pk):
    """The poster on `format`, with the code that leads to the sign-up."""
    event, form = _event(request, event_pk, Permission.EVENT_VIEW), PaperForm(request.GET)
    form.is_valid()
    sheet = make_sheet(_told(request, event), event.layout, event.value)
    size, code = qr_path(sheet.told.address)
    context = {
        "notice": event, "sheet": sheet, "qr_size": size, "qr": code, "icon": icon_shape(sheet.look.icon),
        "picture": "", "format": form.paper(),
    }  # fmt: skip
    html = render_to_string("print/notice_poster.html", context, request)
    if form.cleaned_data.get("vis"):
        return HttpResponse(html)
    return pdf_response(request, html, file_name("plakat", event.title, form.paper()))


def _told(request, event: Event) -> Told:
    """What the poster says: all of it is for everybody."""
    address = sign_up_url(request, event)
    when = capitalised(when_of(event, timezone.localdate()))
    return Told(
        title=event.title, text=event.text, when=when, days="", place=event.place, address=address,
        all_address=address, there="Tilmelding",
    )  # fmt: skip


@require_safe
def tags(request, event_pk):
    """A tag with a large name for each who has a place."""
    event = _event(request, event_pk)
    made = [make_tag(one.name, one.organisation) for one in event.guests.coming().by_organisation()]
    context = {"event": event, "sheets": sheets_of(made, TAGS_ON_SHEET)}
    return _document(request, "print/event_tags.html", context, event, "navneskilte", about=event)


@require_safe
def tables(request, event_pk):
    """A sheet for each table: its number to be seen from afar, and who sits there in which round."""
    event = _event(request, event_pk)
    rounds = [(row, {one.number: one.guests for one in tables_of(row)}) for row in rounds_of(event)]
    numbers = sorted({number for _, there in rounds for number in there})
    cards = [
        (number, [(row.number, there.get(number, ())) for row, there in rounds]) for number in numbers
    ]  # fmt: skip
    return _document(
        request, "print/event_tables.html", {"event": event, "cards": cards}, event, "bordkort", about=event
    )


@require_safe
def cards(request, event_pk):
    """A card for each guest: where one sits in which round, and the code to one's own page."""
    event = _event(request, event_pk)
    chairs = chairs_of(rounds_of(event))
    made = [
        (guest, chairs.get(guest.pk, []), qr_path(_own_url(request, guest)))
        for guest in event.guests.coming().by_organisation()
    ]
    context = {"event": event, "sheets": sheets_of(made, CARDS_ON_SHEET)}
    return _document(request, "print/event_cards.html", context, event, "personlige kort", about=event)


def _own_url(request, guest) -> str:
    return request.build_absolute_uri(reverse("event_link:note", args=[guest.link]))


@require_safe
def forms(request, event_pk):
    """The short form on paper, two on a sheet."""
    event = _event(request, event_pk)
    return _document(request, "print/event_forms.html", {"event": event, "copies": range(2)}, event, "sedler")


@require_safe
def sheet(request, event_pk):
    """What was told at the tables and may be passed on; names and mails of those who said yes."""
    event = _event(request, event_pk)
    context = {
        "event": event, "rows": sheet_rows(event), "today": full_date(timezone.localdate()),
        "when": capitalised(when_of(event, timezone.localdate())),
    }  # fmt: skip
    return _document(request, "print/event_sheet.html", context, event, "opsamling", about=event)


def _event(request, pk, permission: Permission = Permission.EVENT_EDIT) -> Event:
    """An event of the plan, for those who may see this of it. Raises Http404."""
    require(request.membership, permission)
    return get_object_or_404(request.plan.events.select_related("plan"), pk=pk)


def _document(request, template: str, context: dict, event: Event, word: str, about=None) -> HttpResponse:
    return document(request, template, context, file_name(word, event.title), about=about)
