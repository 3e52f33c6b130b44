"""What was told at the tables: the notes, one typed in from paper, into a profile, and the joint sheet."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.guarded_forms import audit_override
from config.danish import count
from config.methods import require_form_methods
from config.undo import done
from meetings import note_actions as actions
from meetings.event_forms import CarryForm, NoteForm
from meetings.event_page import EventFrame, edited_frame, shared_context, site_of
from meetings.models import EventGuest, TableNote


@require_safe
def notes(request, pk):
    """All notes by organisation, and who has not written one."""
    frame = edited_frame(request, pk)
    guests = list(frame.event.guests.coming().select_related("actor", "note").by_organisation())
    context = shared_context(request, frame, "notes") | {
        "written": [one for one in guests if hasattr(one, "note")],
        "unwritten": [one for one in guests if not hasattr(one, "note")],
        "shared": len(actions.sheet_rows(frame.event)),
    }  # fmt: skip
    return render(request, "meetings/event_notes.html", context)


def _guest(frame: EventFrame, pk) -> EventGuest:
    return get_object_or_404(frame.event.guests.select_related("event__plan", "plan", "actor", "note"), pk=pk)


@require_form_methods
def note_edit(request, pk, guest_pk):
    """Type in what stands on paper, or mend it."""
    frame = edited_frame(request, pk)
    guest = _guest(frame, guest_pk)
    note = getattr(guest, "note", None)
    form = NoteForm(request.POST if request.method == "POST" else None, guest=guest, instance=note)
    if request.method != "POST" or not form.is_valid():
        return _form_page(request, frame, guest, form)
    try:
        write(request, guest, form, by=request.user)
    except StaleVersion:
        guest = _guest(frame, guest_pk)
        form = NoteForm(on_top_of(guest.note.version, request.POST), guest=guest, instance=guest.note)
        return _form_page(request, frame, guest, form, conflicts_of(form) if form.is_valid() else None)
    done(request, f"Sedlen fra {guest.organisation} er gemt.", lead="Gemt.")
    return redirect("events:notes", request.plan.slug, pk)


@transaction.atomic
def write(request, guest: EventGuest, form: NoteForm, *, by) -> TableNote:
    """Keep what the form says. Raises StaleVersion."""
    note = actions.write_note(
        guest=guest, by=by, values=form.values(), version=form.cleaned_data["version"] or 0
    )  # fmt: skip
    audit_override(form, plan=guest.plan, by=by, obj=note)
    return note


def _form_page(request, frame: EventFrame, guest: EventGuest, form: NoteForm, conflicts=None):
    context = {"place": "forums", "event": frame.event, "guest": guest, "form": form, "conflicts": conflicts}
    return render(request, "meetings/event_note_form.html", context)


@require_form_methods
def note_carry(request, pk, guest_pk):
    """Choose what of a note goes into the organisation's profile."""
    frame = edited_frame(request, pk)
    there = TableNote.objects.filter(guest__event=frame.event, guest__actor__isnull=False)
    note = get_object_or_404(there.select_related("guest__actor__plan", "plan"), guest=guest_pk)
    form = CarryForm(request.POST if request.method == "POST" else None, note=note)
    if request.method != "POST" or not form.is_valid():
        context = {"place": "forums", "event": frame.event, "note": note, "guest": note.guest, "form": form}
        return render(request, "meetings/event_note_carry.html", context)
    if not form.lines():
        messages.error(request, "Intet blev valgt. Vælg, hvad der skal i profilen.")
        return redirect("events:note_carry", request.plan.slug, pk, guest_pk)
    actor = note.guest.actor
    amount = actions.carry_note(note=note, by=request.user, actor=actor, lines=form.lines(), now=frame.now)
    done(request, f"{count(amount, 'linje', 'linjer')} står nu hos {actor.name}.", lead="Gemt.")
    return redirect("events:notes", request.plan.slug, pk)


@require_POST
def sheet_send(request, pk):
    """Mail the joint sheet's link to all who came."""
    frame = edited_frame(request, pk)
    if not actions.sheet_rows(frame.event):
        messages.error(request, "Ingen sedler må stå på opsamlingen endnu.")
        return redirect("events:notes", request.plan.slug, pk)
    mails = actions.send_sheet(event=frame.event, by=request.user, now=frame.now, site=site_of(request))
    done(request, f"Opsamlingen er sendt. Der gik {count(mails, 'mail', 'mails')} ud.")
    return redirect("events:notes", request.plan.slug, pk)
