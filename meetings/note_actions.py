"""What was told at a table: written by the organisation or for it, and laid into its profile after a yes."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from accounts.audit import record
from accounts.models import User
from actors.actions import StaleVersion, add_need, add_resource
from actors.models import Actor, Competence
from actors.versions import change_row
from meetings.event_actions import EventProblem
from meetings.event_mail import tell
from meetings.models import Event, EventGuest, TableNote

NO_ACTOR = "Vælg først, hvilken aktør organisationen er."
NOTE_FIELDS = ("strengths", "involve_when", "wish", "may_share", "may_profile")


@transaction.atomic
def write_note(*, guest: EventGuest, by: User | None, values: Mapping, version: int) -> TableNote:
    """The guest's note, or what was changed of it; `by` is None for the organisation itself.

    Sent twice it is one. Raises StaleVersion when somebody else wrote meanwhile; `version` 0 is a new one.
    """
    EventGuest.objects.select_for_update(no_key=True).get(pk=guest.pk)
    note = TableNote.objects.filter(guest=guest).select_related("plan").first()
    if note is None:
        note = TableNote.objects.create(plan=guest.plan, guest=guest, written_by=by, **values)
        record(plan=guest.plan, by=by, verb="create", obj=note)
        return note
    changed = [name for name in NOTE_FIELDS if getattr(note, name) != values[name]]
    if changed and version != note.version:
        raise StaleVersion
    change_row(row=note, by=by, values=values, changed=changed, version=note.version)
    return note


@transaction.atomic
def carry_note(
    *, note: TableNote, by: User, actor: Actor, lines: Sequence[tuple[str, str]], now: datetime
) -> int:
    """Lay what staff said yes to into the actor's profile; how many lines. The same words twice are one.

    A line is (where, text); where is a CompetenceKind, or "resource-" or "need-" with a ResourceKind. Raises
    EventProblem when the organisation is not that actor.
    """
    if note.guest.actor_id != actor.pk:
        raise EventProblem(NO_ACTOR)
    for where, text in lines:
        thing, _, kind = where.partition("-")
        if thing == "resource":
            add_resource(actor=actor, by=by, kind=kind, text=text)
        elif thing == "need":
            add_need(actor=actor, by=by, kind=kind, text=text)
        else:
            _add_competence(actor, by, where, text)
    TableNote.objects.filter(pk=note.pk).update(carried_at=now)
    record(plan=note.plan, by=by, verb="carry", obj=note)
    return len(lines)


def _add_competence(actor: Actor, by: User, kind: str, text: str) -> None:
    actor.plan.actors.select_for_update(no_key=True).get(pk=actor.pk)
    there = {"plan": actor.plan, "actor": actor, "kind": kind, "text": text}
    if not Competence.objects.filter(**there).exists():
        record(plan=actor.plan, by=by, verb="create", obj=Competence.objects.create(**there))


@transaction.atomic
def send_sheet(*, event: Event, by: User, now: datetime, site: str) -> int:
    """Mail all who came the way to the joint sheet; how many mails. Pressed again it is sent again."""
    Event.objects.filter(pk=event.pk).update(sheet_sent_at=now)
    record(plan=event.plan, by=by, verb="sent_sheet", obj=event)
    came = event.guests.seated()
    return tell(
        came, event=event, subject="opsamling", site=site, today=now.date(), page="sheet",
        lead="Tak for sidst. Her er det, I fortalte hinanden ved bordene.",
    )  # fmt: skip


def sheet_rows(event: Event) -> list[TableNote]:
    """The notes that may stand on the joint sheet, by organisation."""
    there = TableNote.objects.filter(guest__event=event, may_share=True).select_related("guest__actor")
    told = there.exclude(strengths="", involve_when="", wish="")
    return list(told.order_by("guest__organisation", "guest__name", "id"))
