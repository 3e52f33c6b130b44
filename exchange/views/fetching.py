"""Fetching an organisation's calendar: the file, a look at what it brings, and a yes."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from config.danish import capitalised, count
from config.methods import require_form_methods
from config.undo import done
from exchange.availability import Span, when
from exchange.calendar_fetching import fetch, keep_draft, lines_of
from exchange.calendar_reading import reading_of
from exchange.calendar_rights import require_poster
from exchange.fetch_forms import AboutNewForm, FetchForm
from exchange.ical import Unreadable, read_calendar
from exchange.views.files import sent
from exchange.views.picking import picker


@require_form_methods
def fetch_file(request):
    """Whose calendar, and the file. »Søg« (without script) posts too."""
    poster = require_poster(request.membership)
    poster.require_somebody()
    form = FetchForm(*sent(request), plan=request.plan, own=poster.own)
    if request.method != "POST" or "find" in request.POST or not form.is_valid():
        return _page(request, form)
    now = timezone.now()
    try:
        reading = reading_of(read_calendar(form.cleaned_data["file"].read()), timezone.localdate(now))
    except Unreadable as problem:
        form.add_error("file", str(problem))
        return _page(request, form)
    draft = keep_draft(actor=form.cleaned_data["actor"], by=request.user, found=reading.found, now=now)
    for told in reading.left:
        messages.info(request, told)
    return redirect("calendar:fetched", request.plan.slug, draft.pk)


def _page(request, form: FetchForm):
    context = {"place": "calendar", "form": form, **picker(request, form)}
    return render(request, "exchange/fetch_file.html", context)


@require_form_methods
def fetched(request, pk):
    """What the file brings; with a yes all of it is written."""
    poster = require_poster(request.membership)
    drafts = request.plan.calendardrafts.filter(by=request.user).select_related("actor", "plan")
    draft = get_object_or_404(drafts, pk=pk)
    poster.require_actor(draft.actor_id)
    form = AboutNewForm(request.POST if request.method == "POST" else None, plan=request.plan)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        written = fetch(
            draft=draft, by=request.user, groups=said["target_groups"], area=said["area"],
            is_public=said["is_public"], now=timezone.now(),
        )  # fmt: skip
        done(request, f"{count(written, 'aktivitet', 'aktiviteter').capitalize()} er skrevet i kalenderen.")
        return redirect("calendar:week", request.plan.slug)
    today = timezone.localdate()
    lines = [
        (line, capitalised(when(Span(line.found.begin, line.found.end), today))) for line in lines_of(draft)
    ]
    news = sum(line.there is None for line, _ in lines)
    context = {
        "place": "calendar", "form": form, "draft": draft, "lines": lines, "news": news,
        "others": sum(line.is_other for line, _ in lines),
    }  # fmt: skip
    return render(request, "exchange/fetched.html", context)
