"""The contact log: a line in a few seconds, and what an actor should be spared."""

from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors import note_actions
from actors.actions import StaleVersion
from actors.conflicts import conflicts_of, on_top_of
from actors.contact_picker import chosen_actor, picks
from actors.guarded_forms import audit_override
from actors.models import FollowUp
from actors.note_forms import NoteEditForm, NoteForm, PageForm, PickForm
from actors.note_rows import about, note_row
from actors.picker import found_actors
from actors.profile import actor_frame
from actors.versions import change_row
from config.htmx import render_part
from config.methods import require_form_methods
from config.undo import done
from config.way_back import way_back

PER_PAGE = 50


@require_form_methods
def note_log(request):
    """The page, and its save. »Søg« (without script) posts too, so that nothing typed ends in an address."""
    require(request.membership, Permission.CONTACT_LOG_EDIT)
    sent = request.POST if request.method == "POST" and "find" not in request.POST else None
    asked = request.POST.get("actor") if request.method == "POST" else request.GET.get("aktoer")
    form = _form(request, NoteForm, sent, chosen_actor(request.plan, asked))
    if request.method == "POST" and sent is None:
        form.initial |= {name: request.POST[name] for name in form.fields if name in request.POST}
    if sent is not None and form.is_valid():
        note = _save(request, form)
        undo = reverse("actors:note_undo", args=[request.plan.slug, note.actor_id, note.pk])
        done(request, f"Kontakten med {note.actor.name} er i loggen.", undo_url=undo, lead="Gemt.")
        return HttpResponseRedirect(_way_back(request, note.actor_id))
    return _log_page(request, form)


def _form(request, form_class, data, actor, **kwargs):
    """A form of the log for this member, today."""
    return form_class(
        data,
        plan=request.plan,
        membership=request.membership,
        actor=actor,
        today=timezone.localdate(),
        **kwargs,
    )


@transaction.atomic
def _save(request, form):
    """Write what the form says, and that the user vouched for it, together."""
    names = ("actor", "channel", "on", "text", "person", "submission")
    noted = note_actions.log_contact(
        plan=request.plan,
        by=request.user,
        step=form.next_step(),
        **{name: form.cleaned_data[name] for name in names},
    )
    if noted.fresh:
        audit_override(form, plan=request.plan, by=request.user, obj=noted.note)
    return noted.note


def _log_page(request, form):
    """The page with what has been chosen and typed so far, and what one should know of the chosen."""
    text = PickForm(request.POST if request.method == "POST" else request.GET).text()
    today, chosen = timezone.localdate(), form.chosen
    context = {
        "form": form,
        "text": text,
        "picks": picks(request.plan, request.user, chosen=chosen, text=text, today=today),
        "chosen": chosen,
        "about": about(chosen, today) if chosen else None,
        "next": _way_back(request, chosen.pk if chosen else None),
    }
    return render_part(request, "actors/note_log.html", "actors/_note_form.html", context, target="note-form")


def _way_back(request, actor_pk):
    """Where the user came from: a page other than the log, else the actor's own lines, else the list."""
    slug = request.plan.slug
    default = (
        reverse("actors:notes", args=[slug, actor_pk]) if actor_pk else reverse("actors:list", args=[slug])
    )
    return way_back(request, default, avoid=reverse("actors:note_log", args=[slug]))


@require_safe
def note_actors(request):
    """The actors that match what is typed in the picker, as a part."""
    require(request.membership, Permission.CONTACT_LOG_EDIT)
    text = PickForm(request.GET).text()
    context = {"found": found_actors(request.plan, text), "text": text}
    return render(request, "actors/_note_results.html", context)


@require_safe
def note_about(request):
    """What one should know of the actor that was just chosen, as a part."""
    require(request.membership, Permission.CONTACT_LOG_EDIT)
    chosen = chosen_actor(request.plan, request.GET.get("actor"))
    form = _form(request, NoteForm, None, chosen)
    context = {
        "form": form,
        "chosen": chosen,
        "about": about(chosen, timezone.localdate()) if chosen else None,
    }
    return render(request, "actors/_note_about_part.html", context)


@require_safe
def notes(request, pk):
    """Everything the log says of an actor, the newest first, with the next steps."""
    require(request.membership, Permission.CONTACT_LOG_VIEW)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    today = timezone.localdate()
    page = Paginator(_with_steps(actor.contact_notes.kept().newest_first()), PER_PAGE).get_page(
        PageForm(request.GET).number()
    )
    context = {
        **actor_frame(request, actor, "notes", today=today),
        "page": page,
        "rows": [note_row(note, request.membership, today, note.follow_ups.all()) for note in page],
        "can_edit_notes": may(request.membership, Permission.CONTACT_LOG_EDIT),
    }
    return render(request, "actors/notes.html", context)


def _with_steps(notes):
    """The notes with who of us, who there, and the promises that came of them."""
    kept = FollowUp.objects.filter(deleted_at__isnull=True).select_related("actor", "responsible__user")
    return notes.select_related("by", "person").prefetch_related(Prefetch("follow_ups", kept))


@require_form_methods
def note_edit(request, pk, note_pk):
    """Correct a line; what a colleague wrote in the meantime is never overwritten unseen."""
    require(request.membership, Permission.CONTACT_LOG_EDIT)
    actor, note = _found(request, pk, note_pk)
    form = _form(request, NoteEditForm, request.POST or None, actor, initial=_standing(note))
    conflicts = None
    if request.method == "POST" and form.is_valid():
        try:
            _change(request, note, form)
        except StaleVersion:
            form, conflicts = _beside_what_stands(request, actor, note_pk)
        else:
            done(request, "Linjen er rettet.", lead="Gemt.")
            return redirect("actors:notes", request.plan.slug, pk)
    context = {"place": "actors", "form": form, "actor": actor, "note": note, "conflicts": conflicts}
    return render(request, "actors/note_edit.html", context)


def _standing(note):
    """The stored line as a form's first values."""
    person = str(note.person_id) if note.person_id else ""
    return {
        "channel": note.channel, "text": note.text, "person": person, "on": note.on, "version": note.version,
    }  # fmt: skip


@transaction.atomic
def _change(request, note, form):
    """Write what the form changes. Raises StaleVersion."""
    change_row(
        row=note, by=request.user, values=form.cleaned_data, changed=form.touched,
        version=form.cleaned_data["version"],
    )  # fmt: skip
    audit_override(form, plan=request.plan, by=request.user, obj=note)


def _beside_what_stands(request, actor, note_pk):
    """The posted form on the line as it is now, and where the two differ; its next save is on top."""
    note = actor.contact_notes.get(pk=note_pk)
    data = on_top_of(note.version, request.POST)
    form = _form(request, NoteEditForm, data, actor, initial=_standing(note))
    form.full_clean()
    return form, conflicts_of(form)


@require_POST
def note_delete(request, pk, note_pk):
    """Take a line out; the message's button puts it back."""
    require(request.membership, Permission.CONTACT_LOG_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    note = get_object_or_404(actor.contact_notes, pk=note_pk)
    note_actions.delete_note(note=note, by=request.user, now=timezone.now())
    undo = reverse("actors:note_restore", args=[request.plan.slug, pk, note_pk])
    done(request, "Linjen er slettet. Det, I har lovet, står stadig.", undo_url=undo)
    return redirect("actors:notes", request.plan.slug, pk)


@require_POST
def note_restore(request, pk, note_pk):
    """Put a deleted line back."""
    require(request.membership, Permission.CONTACT_LOG_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    note = get_object_or_404(actor.contact_notes, pk=note_pk)
    note_actions.restore_note(note=note, by=request.user)
    done(request, "Linjen er tilbage.")
    return redirect("actors:notes", request.plan.slug, pk)


@require_POST
def note_undo(request, pk, note_pk):
    """Take back what was logged a moment ago, with the promise that came of it."""
    require(request.membership, Permission.CONTACT_LOG_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    note = get_object_or_404(actor.contact_notes, pk=note_pk)
    note_actions.undo_contact(note=note, by=request.user, now=timezone.now())
    done(request, "Kontakten er ikke logget.", lead="Fortrudt.")
    return HttpResponseRedirect(_way_back(request, pk))


def _found(request, pk, note_pk):
    """The actor and its line, as far as it is kept."""
    actor = get_object_or_404(request.plan.actors, pk=pk)
    return actor, get_object_or_404(actor.contact_notes.kept(), pk=note_pk)
