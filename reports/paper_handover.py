"""The hand-over: what a colleague, or the whole plan, leaves to others, and what nobody has taken yet."""

from django.db.models import Q
from django.utils import timezone

from config.danish import capitalised, count, join_names, long_date
from exchange.talk_page import deal_of
from mapping.models import Form
from meetings.forum_rows import forum_rows
from meetings.models import CoordinatorTurn
from meetings.rights import rights_of
from reports.paper_ask import Ask
from reports.paper_shapes import Chapter, Section, Table

FORMS = dict(Form.choices)
OURS = "Ingen af os"


def handover_chapters(ask: Ask) -> tuple[Chapter, ...]:
    """What is owed, whom we know, and what goes on; of one colleague only what is theirs."""
    return (_owed(ask), _known(ask), _going_on(ask))


def _of_member(ask: Ask, path: str) -> Q:
    """What hangs on the colleague who leaves; everything when the plan ends."""
    return Q(**{path: ask.colleague}) if ask.colleague else Q()


# -- What is owed -------------------------------------------------------------------------------


def _owed(ask: Ask) -> Chapter:
    sections = (_follow_ups(ask), _promises(ask), _referrals(ask), _agreements(ask))
    return Chapter("Det er lovet", "Løfter, aftaler og svar, som nogen venter på.", sections)


def _follow_ups(ask: Ask) -> Section:
    found = ask.plan.followups.open().filter(_of_member(ask, "responsible"), from_meeting=None)
    rows = tuple(
        (one.due, one.what, one.actor.name if one.actor else "", _name(one.responsible))
        for one in found.most_urgent_first().select_related("actor", "responsible__user")
    )
    table = Table("Opfølgninger", ("Senest", "Hvad", "Aktør", "Hvem af os"), rows, (4, 7, 5, 4))
    return _section("Åbne opfølgninger", rows, table, "Ingen opfølgninger er åbne.", ("løfte", "løfter"))


def _promises(ask: Ask) -> Section:
    waiting = ask.plan.followups.open().filter(_of_member(ask, "responsible"))
    found = ask.plan.meetingpromises.filter(follow_up__in=waiting).select_related(
        "follow_up__responsible__user", "meeting__forum", "seat"
    )
    rows = tuple(
        (
            one.follow_up.due, one.follow_up.what, one.meeting.forum.name,
            one.seat.title if one.seat else _name(one.follow_up.responsible),
        )
        for one in found.order_by("follow_up__due", "follow_up__created_at", "pk")
    )  # fmt: skip
    table = Table("Lovet på møder", ("Senest", "Hvad", "Forum", "Ansvarlig"), rows, (4, 7, 5, 4))
    return _section("Lovet på møder", rows, table, "Intet er lovet på et møde.", ("løfte", "løfter"))


def _referrals(ask: Ask) -> Section:
    found = ask.plan.referrals.open().with_forums().order_by("due", "sent_at", "pk")
    rows = tuple(
        (one.title, one.sender.name, one.at_forum.name, one.get_state_display(), one.due)
        for one in found.filter(_of_member(ask, "sent_by__memberships"))
    )
    table = Table("Sendte punkter", ("Punkt", "Fra", "Hos", "Status", "Svar senest"), rows, (5, 4, 4, 3, 4))
    return _section(
        "Sendte punkter uden svar", rows, table, "Ingen punkter venter på svar.", ("punkt", "punkter")
    )


def _agreements(ask: Ask) -> Section:
    found = (
        ask.plan.agreements.filter(ended_at=None).select_related("giver", "taker").order_by("starts_on", "pk")
    )
    deals = [] if ask.colleague else [deal_of(one, ask.today) for one in found]
    rows = tuple(
        (
            deal.row.what, f"{deal.row.giver.name} ({deal.row.giver_person})",
            f"{deal.row.taker.name} ({deal.row.taker_person})", deal.row.ends_on, deal.told,
        )
        for deal in deals
    )  # fmt: skip
    table = Table("Aftaler", ("Hvad", "Giver", "Får", "Til og med", "Status"), rows, (4, 4, 4, 4, 4))
    none = "Aftaler er mellem aktørerne selv." if ask.colleague else "Ingen aftaler løber."
    return _section("Aftaler, der løber", rows, table, none, ("aftale", "aftaler"))


# -- Whom we know -------------------------------------------------------------------------------


def _known(ask: Ask) -> Chapter:
    sections = (_relations(ask), _forums(ask), _initiatives(ask))
    return Chapter("Dem, vi kender", "Hvem der har relationen, og hvem der samler folk.", sections)


def _relations(ask: Ask) -> Section:
    held = ask.plan.actors.active().filter(_of_member(ask, "held_by")).with_last_contact().by_name()
    found = list(held.select_related("held_by__user"))
    rows = tuple(
        (_name(one.held_by) or OURS, one.name, one.get_status_display(), one.last_contact)
        for one in sorted(found, key=lambda one: (one.held_by is None, _name(one.held_by)))
    )
    table = Table("Relationer", ("Hvem af os", "Aktør", "Status", "Sidste kontakt"), rows, (4, 6, 3, 4))
    nobody = sum(one.held_by is None for one in found)
    said = (f"{capitalised(count(nobody, 'aktør', 'aktører'))} har ingen af os.",) if nobody else ()
    return _section("Relationer", rows, table, "Ingen relationer at give videre.", ("aktør", "aktører"), said)


def _forums(ask: Ask) -> Section:
    forums = list(ask.plan.forums.standing())
    shown = forum_rows(forums, rights_of(ask.membership, ask.today), now=ask.now, today=ask.today)
    if ask.colleague:
        turns = CoordinatorTurn.objects.filter(forum__in=forums, seat__membership=ask.colleague)
        own = set(turns.values_list("forum_id", flat=True))
        own |= set(ask.colleague.forum_seats.current().values_list("forum_id", flat=True))
        shown = [row for row in shown if row.forum.pk in own]
    rows = tuple(
        (
            row.forum.name, row.forum.get_kind_display(), row.coordinator.label if row.coordinator else "",
            timezone.localdate(row.next_meeting.begins_at) if row.next_meeting else None,
        )
        for row in shown
    )  # fmt: skip
    table = Table("Fora", ("Forum", "Slags", "Tovholder", "Næste møde"), rows, (6, 4, 4, 4))
    return _section("Fora og tovholdere", rows, table, "Ingen fora at give videre.", ("forum", "fora"))


def _initiatives(ask: Ask) -> Section:
    user = ask.colleague.user if ask.colleague else None
    found = ask.plan.initiatives.standing().by_name().select_related("coordinator", "relation")
    rows = tuple(
        (
            one.name, one.get_phase_display(), one.coordinator.name if one.coordinator else "",
            one.relation.name if one.relation else "",
        )
        for one in found
        if user is None or one.relation_id == user.pk
    )  # fmt: skip
    table = Table("Initiativer", ("Initiativ", "Fase", "Tovholder", "Hvem af os"), rows, (4, 2, 3, 3))
    return _section(
        "Initiativer", rows, table, "Ingen initiativer at give videre.", ("initiativ", "initiativer")
    )


# -- What goes on -------------------------------------------------------------------------------


def _going_on(ask: Ask) -> Chapter:
    found = list(ask.plan.collaborations.ongoing(ask.today).with_parts().order_by("sort_key", "pk"))
    if ask.colleague:
        own = set(ask.colleague.held_actors.values_list("pk", flat=True))
        found = [one for one in found if any(part.actor_id in own for part in one.participations.all())]
    carried = [one for one in found if one.carried_on_by.strip()]
    left = [one for one in found if not one.carried_on_by.strip()]
    sections = (_in_short(ask, carried, left), _left(left), _carried(carried))
    return Chapter("Hvem fører hvad videre", "Samarbejder, der er i gang.", sections)


def _in_short(ask: Ask, carried, left) -> Section:
    ends = ask.plan.ends_on
    said = [f"Planen slutter {long_date(ends, ask.today)}."] if ends and not ask.colleague else []
    said.append(
        f"{capitalised(count(len(carried), 'samarbejde', 'samarbejder'))} har nogen til at føre dem videre."
    )
    said.append(f"{capitalised(count(len(left), 'samarbejde', 'samarbejder'))} har ingen endnu.")
    return Section("Kort fortalt", tuple(said))


def _left(left) -> Section:
    rows = tuple(
        (one.about or FORMS[one.form], FORMS[one.form], _coordinator(one), _names(one)) for one in left
    )
    headings = ("Om", "Form", "Tovholder", "Hvem")
    table = Table("Har ingen endnu", headings, rows, (3, 2, 3, 5))
    none = "Alle samarbejder har nogen."
    return _section("Har ingen til at føre det videre", rows, table, none, ("samarbejde", "samarbejder"))


def _carried(carried) -> Section:
    rows = tuple(
        (one.about or FORMS[one.form], one.carried_on_by, _coordinator(one), _names(one)) for one in carried
    )
    headings = ("Om", "Føres videre af", "Tovholder", "Hvem")
    table = Table("Føres videre", headings, rows, (3, 3, 3, 5))
    none = "Ingen har sagt ja til at føre et samarbejde videre."
    return _section("Bliver ført videre", rows, table, none, ("samarbejde", "samarbejder"))


# -- Small things -------------------------------------------------------------------------------


def _section(title: str, rows, table: Table, none: str, words: tuple[str, str], said=()) -> Section:
    """A section that counts its rows, or says that there are none."""
    if not rows:
        return Section(title, (none,))
    return Section(title, (f"{capitalised(count(len(rows), *words))}.", *said), table=table)


def _name(membership) -> str:
    return membership.user.name if membership else ""


def _coordinator(collaboration) -> str:
    return collaboration.coordinator.name if collaboration.coordinator else ""


def _names(collaboration) -> str:
    return join_names([part.actor.label for part in collaboration.participations.all()])
