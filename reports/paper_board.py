"""Chapters that stand in the booklet for the board alone: the short of it, initiatives, forums."""

from collections import Counter

from django.db.models import Prefetch
from django.utils import timezone

from actors.care import Balance
from actors.care_queries import cared_for, counts_of
from config.danish import capitalised, count, number_word
from mapping.models import Partner, Phase
from meetings.forum_rows import forum_rows
from meetings.referral_rules import is_overdue
from meetings.rights import rights_of
from reports.paper_ask import Ask
from reports.paper_half_years import development
from reports.paper_network import read_half_years
from reports.paper_shapes import Chapter, Figure, Section, Table


def short_chapter(ask: Ask) -> Chapter:
    """What the board should know, on one page."""
    rows = read_half_years(ask)
    balance = counts_of(cared_for(ask.plan, ask.today))
    now = rows[-1]
    figures = (
        Figure("Aktører", sum(balance.values())),
        Figure("Samarbejder i gang", ask.plan.collaborations.ongoing(ask.today).count()),
        Figure("Begyndt i halvåret", now.begun),
        Figure("Initiativer", ask.plan.initiatives.standing().count()),
        Figure("Punkter over fristen", ask.plan.referrals.overdue(ask.today).count()),
    )
    return Chapter(
        "Kort fortalt", "Det vigtigste, før I bladrer.",
        (Section("Lige nu", tuple(development(rows)), figures), _care(balance), _carried_on(ask)),
    )  # fmt: skip


def _care(balance) -> Section:
    much, left = balance[Balance.OVERBURDENED], balance[Balance.FORGOTTEN]
    said = (
        f"{capitalised(count(balance[Balance.IN_BALANCE], 'aktør', 'aktører'))} er i balance.",
        f"{capitalised(count(much, 'aktør', 'aktører'))} bærer for meget lige nu.",
        f"{capitalised(count(left, 'aktør', 'aktører'))} er ved at blive glemt.",
    )
    return Section("Balance", said)


def _carried_on(ask: Ask) -> Section:
    going = ask.plan.collaborations.ongoing(ask.today)
    left, all_of_them = going.filter(carried_on_by="").count(), going.count()
    if not all_of_them:
        return Section("Forankring", ("Ingen samarbejder er i gang.",))
    if not left:
        return Section("Forankring", ("Alle samarbejder har nogen til at føre dem videre.",))
    some = capitalised(number_word(left, neuter=True))
    said = f"{some} af {all_of_them} samarbejder har ingen til at føre dem videre."
    return Section("Forankring", (said, "Hvem kunne spørges, mens der er tid?"))


def initiative_chapters(ask: Ask) -> tuple[Chapter, ...]:
    """The initiatives, how far they are, and who is in them; none while none is written down."""
    standing = ask.plan.initiatives.standing().by_name().select_related("coordinator", "focus_area")
    found = list(standing.prefetch_related(Prefetch("partners", Partner.objects.current().with_parts())))
    if not found:
        return ()
    phases = Counter(one.phase for one in found)
    figures = tuple(Figure(name, phases[number]) for number, name in Phase.choices)
    rows = tuple(
        (
            one.name, one.get_phase_display(), one.focus_area.name if one.focus_area else "",
            one.coordinator.name if one.coordinator else "", len(one.partners.all()),
        )
        for one in found
    )  # fmt: skip
    headings = ("Initiativ", "Fase", "Indsatsområde", "Tovholder", "Partnere")
    table = Table("Initiativer", headings, rows, (4, 2, 3, 3, 2))
    sections = (Section("Hvor langt de er", (), figures, table=table), *_partners(found))
    return (Chapter("Initiativer", "Det, aktørerne gør sammen.", sections),)


def _partners(initiatives):
    rows = tuple(
        (one.name, partner.actor.name, *_part(partner, one.phase))
        for one in initiatives
        for partner in sorted(one.partners.all(), key=lambda partner: partner.actor.sort_key)
    )
    if rows:
        table = Table("Partnere", ("Initiativ", "Aktør", "Rolle", "Bidrag"), rows, (3, 3, 3, 4))
        yield Section("Hvem er med", table=table)


def _part(partner, phase: int) -> tuple[str, str]:
    """Role and contribution in the phase it is in, else in the last before it that has any."""
    parts = [part for part in partner.parts.all() if part.phase <= phase]
    return (parts[-1].role, parts[-1].contribution) if parts else ("", "")


def forum_chapter(ask: Ask) -> Chapter:
    """The forums, when they meet next, and what waits for an answer."""
    forums = list(ask.plan.forums.standing())
    shown = forum_rows(forums, rights_of(ask.membership, ask.today), now=ask.now, today=ask.today)
    rows = tuple(
        (
            row.forum.name, row.forum.get_kind_display(),
            timezone.localdate(row.next_meeting.begins_at) if row.next_meeting else None,
            row.traffic.received if row.traffic else None, row.traffic.sent if row.traffic else None,
        )
        for row in shown
    )  # fmt: skip
    headings = ("Forum", "Slags", "Næste møde", "Skylder svar", "Venter på svar")
    table = Table("Fora", headings, rows, (5, 4, 4, 3, 3))
    none = ("Ingen fora er oprettet endnu.",)
    first = Section("Hvem mødes hvornår", () if rows else none, table=table if rows else None)
    return Chapter("Fora", "Hvem der mødes, og hvad der er på vej imellem dem.", (first, _on_way(ask)))


def _on_way(ask: Ask) -> Section:
    found = list(ask.plan.referrals.open().with_forums().order_by("due", "sent_at", "pk"))
    if not found:
        return Section("På vej", ("Intet er på vej mellem fora.",))
    late = sum(is_overdue(one.state, one.due, ask.today) for one in found)
    over = capitalised(number_word(late, neuter=True) if late else "ingen")
    said = f"{capitalised(count(len(found), 'punkt', 'punkter'))} er på vej. {over} er over fristen."
    rows = tuple(
        (one.title, one.sender.name, one.at_forum.name, one.due, one.get_state_display()) for one in found
    )
    table = Table("På vej", ("Punkt", "Fra", "Hos", "Svar senest", "Status"), rows, (5, 4, 4, 4, 3))
    return Section("På vej", (said,), table=table)
