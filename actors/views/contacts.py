"""The contact persons of an actor: what is shown of them, and what they said yes to."""

from django.contrib import messages
from django.db import transaction
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import Permission, may, require
from actors import contact_actions
from actors.consent import CONSENT_TEXTS, CURRENT_TEXT, ConsentProblem, State, Step, state_on
from actors.contact_forms import ConsentForm, ContactForm, WithdrawForm
from actors.contact_rows import contact_row, contact_rows, scope_in_words
from actors.guarded_forms import audit_override
from actors.models import ConsentEvent, Contact
from actors.profile import actor_frame
from config.methods import require_form_methods
from config.undo import done


@require_safe
def contacts(request, pk):
    """Everybody who represents the actor, as far as the member may see them."""
    require(request.membership, Permission.ACTOR_VIEW)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    stored = list(_with_history(actor.contacts.kept()))
    today = timezone.localdate()
    rows = contact_rows(stored, request.membership, today)
    _note_shown(request, stored, rows)
    context = {
        **actor_frame(request, actor, "contacts", today=today),
        "rows": rows,
        "can_edit_contacts": may(request.membership, Permission.CONTACT_EDIT),
    }
    return render(request, "actors/contacts.html", context)


@require_form_methods
def contact_add(request, pk):
    """A new contact person. Always at an actor, always in a role."""
    require(request.membership, Permission.CONTACT_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    form = ContactForm(request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            contact = contact_actions.add_contact(
                actor=actor, contact=form.save(commit=False), by=request.user
            )
            audit_override(form, plan=request.plan, by=request.user, obj=contact)
        done(request, f"{contact.name} er tilføjet. Spørg, hvem der må se telefon og mail.")
        return redirect("actors:contacts", request.plan.slug, actor.pk)
    return render(request, "actors/contact_add.html", {"place": "actors", "actor": actor, "form": form})


@require_form_methods
def contact_edit(request, pk, contact_pk):
    """Correct a contact. Stored phone and mail that are hidden stay out of the form."""
    require(request.membership, Permission.CONTACT_EDIT)
    if request.method == "POST":
        return _save_edit(request, pk, contact_pk)
    actor, contact = _found(request, pk, contact_pk)
    return _edit_page(request, actor, contact, _edit_form(request, contact))


@require_form_methods
def contact_consent(request, pk, contact_pk):
    """What the person said yes to and how to take it back, or the text to read out and the answer."""
    require(request.membership, Permission.CONTACT_EDIT)
    actor, contact = _found(request, pk, contact_pk)
    today = timezone.localdate()
    state = state_on(contact.consent_state, contact.consent_until, today)
    form = ConsentForm(request.POST or None, today=today, already_asked=state == State.ASKED)
    if request.method == "POST" and form.is_valid():
        try:
            contact = contact_actions.take_consent_step(
                contact=contact,
                step=form.step(by=request.user.name),
                by=request.user,
                now=timezone.now(),
                forget=form.forgets,
            )
        except ConsentProblem as problem:
            form.show_problem(problem)
        else:
            done(request, _answer_in_words(contact))
            return redirect("actors:contacts", request.plan.slug, actor.pk)
    return render(request, "actors/contact_consent.html", _consent_context(request, actor, contact, form))


@require_POST
def contact_withdraw(request, pk, contact_pk):
    """Take a consent back: from the next request on, phone and mail are hidden everywhere."""
    require(request.membership, Permission.CONTACT_EDIT)
    actor, contact = _found(request, pk, contact_pk)
    form = WithdrawForm(request.POST)
    forget = form.is_valid() and form.cleaned_data["forget"]
    step = Step(State.WITHDRAWN, timezone.localdate(), by=request.user.name)
    try:
        contact_actions.take_consent_step(
            contact=contact, step=step, by=request.user, now=timezone.now(), forget=forget
        )
    except ConsentProblem as problem:
        messages.warning(request, str(problem))
    else:
        what = "slettet" if forget else "skjult"
        done(request, f"Samtykket er trukket tilbage. Telefon og mail er {what}.")
    return redirect("actors:contacts", request.plan.slug, actor.pk)


@require_POST
def contact_delete(request, pk, contact_pk):
    """Take the contact away, with a way back."""
    require(request.membership, Permission.CONTACT_EDIT)
    actor, contact = _found(request, pk, contact_pk)
    contact_actions.delete_contact(contact=contact, by=request.user, now=timezone.now())
    undo = reverse("actors:contact_restore", args=[request.plan.slug, actor.pk, contact.pk])
    done(request, f"{contact.name} er slettet.", undo_url=undo)
    return redirect("actors:contacts", request.plan.slug, actor.pk)


@require_POST
def contact_restore(request, pk, contact_pk):
    """Undo of a deletion; harmless when repeated."""
    require(request.membership, Permission.CONTACT_EDIT)
    actor = get_object_or_404(request.plan.actors, pk=pk)
    contact = get_object_or_404(actor.contacts.select_related("plan"), pk=contact_pk)
    contact_actions.restore_contact(contact=contact, by=request.user)
    done(request, f"{contact.name} er tilbage.")
    return redirect("actors:contacts", request.plan.slug, actor.pk)


def _found(request, pk, contact_pk):
    """The actor and its contact, both of this plan; else 404."""
    actor = get_object_or_404(request.plan.actors, pk=pk)
    return actor, get_object_or_404(_with_history(actor.contacts.kept()), pk=contact_pk)


@transaction.atomic
def _save_edit(request, pk, contact_pk):
    """Lock the row, so that two who save at once meet in the version number."""
    actor = get_object_or_404(request.plan.actors, pk=pk)
    contact = get_object_or_404(actor.contacts.kept().select_for_update(), pk=contact_pk)
    form = _edit_form(request, contact)
    if not form.is_valid():
        return _edit_page(request, actor, contact, form)
    contact = form.save(commit=False)
    contact_actions.change_contact(contact=contact, fields=form.changed_columns, by=request.user)
    audit_override(form, plan=request.plan, by=request.user, obj=contact)
    done(request, f"{contact.name} er gemt.")
    return redirect("actors:contacts", request.plan.slug, actor.pk)


def _edit_form(request, contact: Contact) -> ContactForm:
    today = timezone.localdate()
    hidden = not contact_row(contact, request.membership, today).shows_details
    return ContactForm(request.POST or None, instance=contact, today=today, hidden=hidden)


def _edit_page(request, actor, contact: Contact, form: ContactForm):
    """The form; phone and mail are on it, and so logged, unless they are hidden."""
    if not form.hidden:
        contact_actions.note_shown(contacts=[contact], by=request.user)
    context = {"place": "actors", "actor": actor, "form": form, "name": form.stored_name}
    return render(request, "actors/contact_edit.html", context)


def _with_history(queryset):
    """Each contact with its plan and the steps of its consent, in a fixed number of queries."""
    steps = Prefetch("consent_events", ConsentEvent.objects.select_related("by"))
    return queryset.select_related("plan").prefetch_related(steps)


def _note_shown(request, stored, rows) -> None:
    """Log each contact whose phone or mail is on the page."""
    shown = {row.pk for row in rows if row.shows_details}
    contact_actions.note_shown(
        contacts=[contact for contact in stored if contact.pk in shown], by=request.user
    )


def _consent_context(request, actor, contact: Contact, form) -> dict:
    """What the consent page needs, whether a yes holds or not."""
    row = contact_row(contact, request.membership, timezone.localdate())
    given = contact.consent_events.filter(state=State.GIVEN).last() if row.holds else None
    version = given.text_version if given else CURRENT_TEXT
    return {
        "place": "actors",
        "actor": actor,
        "row": row,
        "form": form,
        "withdraw_form": WithdrawForm(),
        "text": CONSENT_TEXTS.get(version, ""),
        "given": given,
        "scope": scope_in_words(contact.consent_scope),
    }


def _answer_in_words(contact: Contact) -> str:
    """What was written down, for the message."""
    return {
        State.GIVEN: f"{contact.name} har sagt ja.",
        State.REFUSED: f"{contact.name} har sagt nej. Telefon og mail vises ikke.",
    }.get(State(contact.consent_state), f"{contact.name} er spurgt. Skriv svaret, når det kommer.")
