"""The directory: how to find each other. Of people no more than their consent allows the one who asks."""

from actors.contact_cards import contact_cards
from actors.models import ActorKind
from config.danish import capitalised, count
from config.looks import KIND_LOOKS
from reports.paper_ask import Ask
from reports.paper_shapes import Chapter, Section, Table

HEADINGS = ("Aktør", "Kerneopgave", "Boligområder", "Kontakt", "Telefon", "Mail")
SHARES = (4, 4, 3, 4, 4, 5)
COMMON = "Fælles"
EXPLAINED = "Personers telefon og mail står her kun, når de har sagt ja til det. Del ikke listen videre."


def directory_chapter(ask: Ask) -> Chapter:
    """All active actors by kind, a line for the organisation's own number and for each person."""
    actors = list(ask.plan.actors.active().by_name().prefetch_related("areas", "contacts"))
    sections = [Section("Sådan læses listen", (EXPLAINED, _told(actors)))]
    for kind in ActorKind.values:
        lines = [line for actor in actors if actor.kind == kind for line in _lines(ask, actor)]
        if lines:
            name = KIND_LOOKS[kind].plural
            sections.append(Section(name, table=Table(name, HEADINGS, tuple(lines), SHARES)))
    return Chapter(
        "Vejviser", "Hvem der er her, hvad de laver, og hvordan man får fat i dem.", tuple(sections)
    )


def _told(actors) -> str:
    return f"{capitalised(count(len(actors), 'aktør', 'aktører'))}, delt efter hvad de er."


def _lines(ask: Ask, actor):
    people = [
        (card.name if not card.role else f"{card.name}, {card.role}", card.phone, card.email)
        for _, card in contact_cards(actor.contacts.all(), ask.membership, ask.today)
    ]
    common = [(COMMON, actor.phone, actor.email)] if actor.phone or actor.email else []
    areas = ", ".join(one.name for one in actor.areas.all())
    first, *rest = [*common, *people] or [("", "", "")]
    yield (actor.name, actor.core_task, areas, *first)
    for person in rest:
        yield (actor.name, "", "", *person)
