"""What a page says of each line in the log, of each promise, and of an actor one is about to contact."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.access import HasRole
from actors.care import (
    Limits,
    Relation,
    asked_by,
    coordinates_many,
    days_without,
    forgotten,
    too_much,
    why_forgotten,
    why_overburdened,
)
from actors.care_queries import latest_notes, limits_of, relation_of
from actors.contact_cards import card_of
from actors.models import Actor, ContactNote, FollowUp, NoteChannel
from config.danish import count, long_date, since_when

CHANNEL_ICONS = {
    NoteChannel.CALL: "phone",
    NoteChannel.MEETING: "messages-square",
    NoteChannel.MAIL: "mail",
    NoteChannel.PASSING: "footprints",
}
SOMEBODY = "En tidligere kollega"


@dataclass(frozen=True)
class NoteRow:
    """One line of the log as the member may see it. `what` is "Opkald med Lone Riis, formidler"."""

    pk: UUID
    on: date
    day: str
    icon: str
    what: str
    text: str
    by: str
    steps: tuple["PromiseRow", ...] = ()


@dataclass(frozen=True)
class PromiseRow:
    """One promise in words. `late` is empty for one that is not late."""

    pk: UUID
    what: str
    actor: Actor | None
    due: date
    day: str
    who: str
    late: str = ""
    is_done: bool = False


@dataclass(frozen=True)
class About:
    """What one should know before a contact. `warning` is empty when it is not too much."""

    last: str
    last_text: str
    promises: tuple[PromiseRow, ...]
    warning: str
    waited: str


def note_row(note: ContactNote, membership: HasRole, today: date, steps: Iterable[FollowUp] = ()) -> NoteRow:
    """One line; who there is named as far as the member may know of them."""
    card = card_of(note.person, membership, today) if note.person else None
    channel = note.get_channel_display()
    return NoteRow(
        pk=note.pk,
        on=note.on,
        day=long_date(note.on, today),
        icon=CHANNEL_ICONS[NoteChannel(note.channel)],
        what=f"{channel} med {card.label}" if card else channel,
        text=note.text,
        by=note.by.name if note.by else SOMEBODY,
        steps=tuple(promise_row(step, today) for step in steps),
    )


def promise_row(follow_up: FollowUp, today: date) -> PromiseRow:
    """One promise; fetch `actor` and `responsible__user` beforehand."""
    late = (today - follow_up.due).days if follow_up.done_at is None else 0
    return PromiseRow(
        pk=follow_up.pk,
        what=follow_up.what,
        actor=follow_up.actor,
        due=follow_up.due,
        day=long_date(follow_up.due, today),
        who=follow_up.responsible.user.name if follow_up.responsible else "Ingen endnu",
        late=f"{count(late, 'dag', 'dage')} over tid" if late > 0 else "",
        is_done=follow_up.done_at is not None,
    )


def about(actor: Actor, today: date) -> About:
    """What the log form shows when the actor is chosen: three queries."""
    limits = limits_of(actor.plan)
    last = next(iter(latest_notes(actor, 1)), None)
    relation = relation_of(
        actor, last_contact=last.on if last else None, collaborations=0, coordinating=0, today=today
    )
    promises = actor.follow_ups.open().most_urgent_first().select_related("actor", "responsible__user")
    is_too_much = too_much(relation.contacts, limits.contacts, limits.days, today)
    return About(
        last=_said(last, today) if last else "",
        last_text=last.text if last else "",
        promises=tuple(promise_row(one, today) for one in promises[:5]),
        warning=asked_by(relation.contacts, limits.days, today) if is_too_much else "",
        waited=why_forgotten(relation, today) if forgotten(relation, limits, today) else "",
    )


def _said(note: ContactNote, today: date) -> str:
    """As in "Lis Thorsen, opkald for 4 dage siden"."""
    when = since_when((today - note.on).days)
    return f"{note.by.name if note.by else SOMEBODY}, {note.get_channel_display().lower()} {when}"


# -- The top of the profile ---------------------------------------------------------------------


@dataclass(frozen=True)
class Burden:
    """What the profile says first: `style` of the alert, its first words, and why."""

    style: str
    icon: str
    lead: str
    why: str
    # Whether their collaborations are where something can be done about it.
    shows_collaborations: bool = False


def burden_of(name: str, relation: Relation, limits: Limits, today: date) -> Burden | None:
    """In words what an actor carries, or that it is about to be forgotten; None when all is well."""
    if reasons := why_overburdened(relation, limits, today):
        gathers = coordinates_many(relation.coordinating)
        way = "Aftal, hvem der kan overtage ét af dem." if gathers else "Gå sammen, eller vent lidt."
        lead = f"{name} bærer for meget lige nu."
        return Burden("bad", "flag", lead, " ".join([*reasons, way]), gathers)
    if forgotten(relation, limits, today):
        return Burden(
            "warn", "history", f"{name} er ved at blive glemt.", f"{why_forgotten(relation, today)}."
        )
    return None


@dataclass(frozen=True)
class Figure:
    """A number of the profile with its words."""

    label: str
    value: str


def waited(relation: Relation, today: date) -> Figure:
    """How long since the last contact: "11 dage" siden sidste kontakt."""
    if relation.last_contact is None:
        return Figure("sidste kontakt", "aldrig")
    days = days_without(relation, today)
    return (
        Figure("siden sidste kontakt", count(days, "dag", "dage"))
        if days
        else Figure("sidste kontakt", "i dag")
    )
