"""An actor's own sheet: all that stands about it, so that it can say whether it is right."""

from accounts.access import Permission
from actors.contact_cards import contact_cards
from actors.models import Actor, CompetenceKind
from actors.value_queries import said_of
from actors.value_rows import value_rows
from actors.value_words import levels_of
from actors.values import standing
from config.danish import join_names, long_date
from config.sun import small_sun, sun_label
from mapping.models import Form
from reports.paper_ask import Ask
from reports.paper_shapes import Chapter, Drawing, Section, Table

FORMS = dict(Form.choices)
EXPLAINED = "Se efter, om det passer. Ret med en kuglepen, eller sig til, så retter vi."


def actor_chapter(ask: Ask) -> Chapter:
    """The sheet of `ask.actor`, no more of it than the member may see."""
    actor = ask.actor
    sections = [
        Section("Det står der om jer", (EXPLAINED,), table=_facts(actor)),
        _people(ask, actor),
        _can(actor),
        _values(ask, actor) if ask.sees(Permission.VALUES_VIEW) else None,
        _collaborations(ask, actor),
        _initiatives(actor),
        _seats(actor),
    ]
    return Chapter(actor.name, actor.get_kind_display(), tuple(one for one in sections if one))


def _facts(actor: Actor) -> Table:
    """Two columns: what it is, and what stands there; what is empty is left for a pen."""
    said = (
        ("Kerneopgave", actor.core_task),
        ("Base", actor.get_base_display()),
        ("Adresse", actor.address),
        ("Boligområder", join_names(one.name for one in actor.areas.all())),
        ("Målgrupper", join_names(one.name for one in actor.target_groups.all())),
        ("Vil gerne nå", join_names(one.name for one in actor.wanted_target_groups.all())),
        ("Hovednummer", actor.phone),
        ("Fælles mail", actor.email),
        ("Hjemmeside", actor.website),
        ("Holder til hos", actor.housed_in.name if actor.housed_in else ""),
    )
    return Table("Det står der om jer", ("Hvad", "Det står der"), said, (1, 3))


def _people(ask: Ask, actor: Actor) -> Section | None:
    cards = [card for _, card in contact_cards(actor.contacts.kept(), ask.membership, ask.today)]
    if not cards:
        return None
    rows = tuple((card.name, card.role, card.phone, card.email) for card in cards)
    table = Table("Kontaktpersoner", ("Navn", "Rolle", "Telefon", "Mail"), rows, (3, 3, 2, 3))
    note = "Telefon og mail står her kun, når personen har sagt ja til det."
    return Section("Kontaktpersoner", (note,), table=table)


def _can(actor: Actor) -> Section | None:
    kinds = dict(CompetenceKind.choices)
    rows = (
        *((kinds[one.kind], one.text) for one in actor.competences.all()),
        *((f"Har: {one.get_kind_display().lower()}", one.text) for one in actor.resources.all()),
        *((f"Mangler: {one.get_kind_display().lower()}", one.text) for one in actor.needs.all()),
    )
    if not rows:
        return None
    return Section("Det kan og har I", table=Table("Det kan og har I", ("Slags", "Hvad"), rows, (1, 3)))


def _values(ask: Ask, actor: Actor) -> Section | None:
    said = [one for one in said_of(actor) if one.is_own_word]
    told = [row for row in value_rows(said, ask.today) if row.now]
    if not told:
        return None
    levels = levels_of(standing(said))
    rows = tuple((row.name, row.now.level, row.now.gains, row.now.gives) for row in told)
    table = Table(
        "Værdier", ("Værdi", "Hvor meget", "Det får I ud af det", "Det kan I give"), rows, (3, 2, 4, 4)
    )
    svg = small_sun(levels)
    return Section(
        "Det giver samarbejdet jer", (f"Sagt af jer selv, senest {_latest(said, ask)}.",),
        drawing=Drawing(svg, sun_label(levels)), table=table,
    )  # fmt: skip


def _latest(said, ask: Ask) -> str:
    return long_date(max(one.on for one in said), ask.today)


def _collaborations(ask: Ask, actor: Actor) -> Section | None:
    found = ask.plan.collaborations.with_actor(actor).ongoing(ask.today).with_parts().newest_first()
    rows = tuple(
        (
            one.about or FORMS[one.form],
            FORMS[one.form],
            join_names([part.actor.label for part in one.participations.all() if part.actor_id != actor.pk]),
            one.carried_on_by,
        )
        for one in found
    )
    if not rows:
        return None
    headings = ("Om", "Form", "Sammen med", "Føres videre af")
    return Section("Samarbejder i gang", table=Table("Samarbejder i gang", headings, rows, (3, 2, 3, 3)))


def _initiatives(actor: Actor) -> Section | None:
    rows = tuple(
        (one.initiative.name, one.initiative.get_phase_display())
        for one in actor.partnerships.current()
        .filter(initiative__archived_at=None)
        .select_related("initiative")
        .order_by("initiative__sort_key", "pk")
    )
    if not rows:
        return None
    return Section("Initiativer", table=Table("Initiativer", ("Initiativ", "Fase"), rows, (3, 1)))


def _seats(actor: Actor) -> Section | None:
    rows = tuple(
        (one.forum.name, one.title, one.get_part_display())
        for one in actor.forum_seats.current()
        .filter(forum__ended_at=None)
        .select_related("forum")
        .order_by("forum__name", "created_at")
    )
    if not rows:
        return None
    return Section("Pladser i fora", table=Table("Pladser i fora", ("Forum", "Plads", "Rolle"), rows))
