"""Who could carry something, and through whom one reaches an actor: the rows behind those two pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import Membership, Plan
from actors.contact_cards import contact_cards
from actors.models import Actor, ResourceKind
from config.danish import since_when
from mapping.able import Able, Wanted, who_can
from mapping.able_sentences import because
from mapping.chains import Chain, Step, shortest_chains
from mapping.map_queries import read_lines, what_about
from mapping.match_rows import read_rows
from mapping.match_sentences import quoted
from mapping.method import guide_of

# Whom we talked to within so many days is somebody we know.
LATELY = timedelta(days=180)
REASONS_SHOWN = 3
KIND_NAMES = dict(ResourceKind.choices)


@dataclass(frozen=True, slots=True)
class AbleRow:
    """An actor that could, and why, a sentence each."""

    able: Able
    why: tuple[str, ...]
    more: int


def able_rows(plan: Plan, wanted: Wanted, *, today: date) -> list[AbleRow]:
    """Those that could, the best first."""
    rows = read_rows(plan, today)
    found = who_can(rows.by_key.values(), wanted, overburdened=rows.overburdened)
    return [
        AbleRow(
            able,
            tuple(because(one, KIND_NAMES) for one in able.because[:REASONS_SHOWN]),
            max(len(able.because) - REASONS_SHOWN, 0),
        )
        for able in found
    ]


@dataclass(frozen=True, slots=True)
class Link:
    """An actor on the way, with the person one asks for there, and how it is reached from the one before."""

    actor: Actor
    contact: str
    how: str


@dataclass(frozen=True, slots=True)
class ChainRow:
    """A way to an actor: in one text, and actor by actor."""

    text: str
    links: tuple[Link, ...]


def ours(plan: Plan, *, today: date) -> dict[str, str]:
    """The actors that we know, by key, with how: a colleague holds the relation, or we talked lately."""
    since = today - LATELY
    notes = plan.contactnotes.kept().since(since).filter(actor__archived_at__isnull=True, on__lte=today)
    talked = {
        str(pk): f"I talte med {name} {since_when((today - on).days)}."
        for pk, name, on in notes.order_by("on", "created_at").values_list("actor_id", "actor__name", "on")
    }
    held = plan.actors.active().filter(held_by__isnull=False)
    return talked | {
        str(pk): f"{who} har relationen til {name}."
        for pk, name, who in held.values_list("pk", "name", "held_by__user__name")
    }


def chain_rows(
    plan: Plan, membership: Membership, *, start: Mapping[str, str], to: Actor, today: date
) -> list[ChainRow]:
    """At most five ways from `start` (key → how we know it) to the actor, in words."""
    actors = {str(actor.pk): actor for actor in plan.actors.active()}
    lines = read_lines(plan, today, [actor.pk for actor in actors.values()])
    chains = shortest_chains(lines, start=start, to=str(to.pk))
    about = what_about(plan, {step.collaborations[0] for chain in chains for step in chain.steps})
    people = _people(plan, membership, {key for chain in chains for key in chain.keys}, today)
    return [_row(chain, start, actors, about, people) for chain in chains]


def _row(chain: Chain, start, actors: Mapping[str, Actor], about, people) -> ChainRow:
    said = [start[chain.start]]
    links = [Link(actors[chain.start], people.get(chain.start, ""), start[chain.start])]
    for before, step in zip(chain.keys, chain.steps, strict=False):
        how = _step(actors[before], step, actors, about)
        said.append(how)
        links.append(Link(actors[step.to], people.get(step.to, ""), how))
    return ChainRow(" ".join(said), tuple(links))


def _step(before: Actor, step: Step, actors, about: Mapping[str, str]) -> str:
    """»Biblioteket på Bakken samordner med Apoteket Lærken om »Lektiehjælp«.«"""
    subject = about.get(step.collaborations[0], "")
    what = f" om {quoted(subject)}" if subject else ""
    return f"{before.name} {guide_of(step.form).verb} med {actors[step.to].name}{what}."


def _people(plan: Plan, membership: Membership, keys: Iterable[str], today: date) -> dict[str, str]:
    """The first contact person of each actor that the member may see, as name and role."""
    contacts = list(plan.contacts.kept().filter(actor__in=list(keys)).order_by("created_at", "pk"))
    actor_of = {contact.pk: str(contact.actor_id) for contact in contacts}
    found: dict[str, str] = {}
    for pk, card in contact_cards(contacts, membership, today):
        found.setdefault(actor_of[pk], card.label)
    return found
