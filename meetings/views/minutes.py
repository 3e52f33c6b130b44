"""Minutes while the meeting runs: several write, each field is saved as one goes, nothing is lost.

Each form is a plain post. A script sends the same posts and asks for JSON: then the answer says what was
saved, or brings the form back with what is wrong.
"""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from actors.guarded_forms import audit_override
from config.undo import done
from meetings import minutes_actions as actions
from meetings.minutes_forms import BothForm, NewsForm, NoteForm, ShapeForm
from meetings.minutes_merge import mark
from meetings.minutes_page import news_mark, notes_of, saved_in_words, stands
from meetings.minutes_room import Room, minutes_context, room_of, writing_room
from meetings.models import ItemNote
from meetings.referral_rules import ReferralProblem


@require_safe
def minutes(request, pk):
    """The minutes: to write in, or to read."""
    return render(request, "meetings/minutes.html", minutes_context(request, room_of(request, pk)))


@require_POST
def note(request, pk, item_pk):
    """Save what one item came to."""
    room = writing_room(request, pk)
    item = get_object_or_404(room.meeting.items, pk=item_pk)
    form = NoteForm(request.POST, note=actions.note_on(room.meeting, item))
    if not form.is_valid():
        return _not_saved(request, room, form)
    try:
        saved = _write(request, room, item, form)
    except actions.Contested as contest:
        return _not_saved(request, room, *_beside_what_stands(request, contest))
    except actions.MinutesProblem as problem:
        form.add_error(None, str(problem))
        return _not_saved(request, room, form)
    if _wants_json(request):
        return JsonResponse({"saved": True, **_told(request, saved)})
    done(request, f"»{saved.title}« er skrevet ned.", lead="Gemt.")
    return redirect(f"{_home(request, pk)}#punkt-{item_pk}")


@transaction.atomic
def _write(request, room: Room, item, form: NoteForm) -> ItemNote:
    typed = form.typed(both=BothForm(request.POST).chosen())
    saved = actions.write_note(
        meeting=room.meeting, item=item, by=request.user, typed=typed, now=timezone.now()
    )
    audit_override(form, plan=request.plan, by=request.user, obj=saved)
    return saved


def _beside_what_stands(request, contest: actions.Contested) -> tuple[NoteForm, tuple]:
    """The sent form on the note as it is now, and the fields that two wrote; its next save is on top."""
    data = request.POST.copy()
    for name, text in stands(contest.note).items():
        data[f"shown_{name}"] = mark(text)
    form = NoteForm(data, note=contest.note)
    form.full_clean()
    return form, tuple(
        {"label": form[name].label, "stands": getattr(contest.note, name), "typed": form.cleaned_data[name]}
        for name in contest.names
    )


def _not_saved(request, room: Room, form: NoteForm, conflicts: tuple = ()):
    """What is wrong, beside what was typed: the whole page, or for the script the form alone."""
    sent = (form.note.item_id, form, conflicts)
    context = minutes_context(request, room, sent)
    if not _wants_json(request):
        return render(request, "meetings/minutes.html", context)
    line = next(one for one in context["lines"] if one.form is form)
    html = render_to_string("meetings/_note_fields.html", {"line": line, "meeting": room.meeting}, request)
    return JsonResponse({"saved": False, "html": html, "conflict": bool(conflicts)})


def _told(request, note: ItemNote) -> dict:
    """A note as the script wants it."""
    texts = stands(note)
    return {
        "version": note.version, "at": saved_in_words(note, request.membership), "stands": texts,
        "marks": {name: mark(text) for name, text in texts.items()},
    }  # fmt: skip


def _wants_json(request) -> bool:
    """True for the script of the page, which asks for nothing else."""
    return request.headers.get("Accept") == "application/json"


@require_safe
def minutes_news(request, pk):
    """What others wrote since: 204 while the page shows the newest."""
    room = room_of(request, pk)
    pairs = notes_of(room.meeting)
    newest = news_mark(room.sheet, pairs)
    if NewsForm(request.GET).shown() == newest:
        return HttpResponse(status=204)
    notes = {str(item.pk): _told(request, note) for item, note in pairs if item}
    return JsonResponse({"v": newest, "state": room.sheet.state, "notes": notes})


@require_POST
def minutes_shape(request, pk):
    """Minutes, a catalogue of ideas, or a folder."""
    room = writing_room(request, pk)
    form = ShapeForm(request.POST)
    if form.is_valid():
        actions.choose_shape(meeting=room.meeting, by=request.user, shape=form.cleaned_data["shape"])
        messages.success(request, "Gemt. Se det på papir med »Hent PDF«.")
    else:
        messages.error(request, "Vælg en form fra listen.")
    return redirect(_home(request, pk))


@require_POST
def note_answer(request, pk, item_pk):
    """The decision as the answer to the forum that asked, in one step."""
    room = room_of(request, pk)
    room.require_lead()
    items = room.meeting.items.filter(referral__isnull=False, is_answer=False)
    item = get_object_or_404(items.select_related("referral__sender", "referral__plan", "forum"), pk=item_pk)
    kept = actions.note_on(room.meeting, item)
    kept.item = item
    try:
        actions.answer_with_decision(note=kept, by=request.user, now=timezone.now())
    except (actions.MinutesProblem, ReferralProblem) as problem:
        messages.error(request, str(problem))
    else:
        undo = reverse("meetings:referral_reopen", args=[request.plan.slug, item.referral_id])
        told = f"Beslutningen er sendt som svar til {item.referral.sender.name}."
        done(request, told, undo_url=undo)
    return redirect(f"{_home(request, pk)}#punkt-{item_pk}")


def _home(request, pk) -> str:
    return reverse("minutes:minutes", args=[request.plan.slug, pk])
