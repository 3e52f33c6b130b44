"""Ressourcekortlægning og interessentanalyse: two chapters of an application."""

from collections import Counter

from actors.knowledge_queries import gaps_among, known_of_all
from actors.method import VALUES
from actors.models import ActorKind, CompetenceKind, ResourceKind
from actors.value_queries import standings
from config.danish import capitalised, count, join_names
from config.looks import KIND_LOOKS, level_word
from reports.paper_ask import Ask
from reports.paper_shapes import Chapter, Figure, Section, Table, shortened

# So much of what was said stands beside each actor; the talk itself stands on its profile.
WORDS_AT_MOST = 220


def resource_chapter(ask: Ask) -> Chapter:
    """What there is in the area: actors, whom they reach, what they can and have, and what is missing."""
    plan = ask.plan
    actors = plan.actors.active()
    sections = (
        _who(ask, actors),
        _reached(plan, actors),
        _competences(plan),
        _things("Ressourcer", "Det har aktørerne", plan.resources),
        _things("Mangler", "Det mangler aktørerne", plan.needs),
        _missing(plan, actors),
    )
    lede = "Hvem der er i området, hvad de kan og har, og hvad der mangler."
    return Chapter("Ressourcekortlægning", lede, tuple(one for one in sections if one))


def _who(ask: Ask, actors) -> Section:
    kinds = Counter(actors.values_list("kind", flat=True))
    inside = Counter(actors.filter(base="inside").values_list("kind", flat=True))
    daily = Counter(actors.filter(daily_presence=True).values_list("kind", flat=True))
    rows = tuple(
        (KIND_LOOKS[kind].plural, kinds[kind], inside[kind], daily[kind]) for kind in ActorKind.values
    )
    figures = (
        Figure("Aktører", kinds.total()),
        Figure("Holder til i området", inside.total()),
        Figure("Er der hver dag", daily.total()),
        Figure("Boligområder", ask.plan.areas.count()),
    )
    table = Table(
        "Aktører efter type", ("Type", "Aktører", "I området", "Er der hver dag"), rows, (4, 1, 1, 1)
    )
    said = f"{capitalised(count(kinds.total(), 'aktør', 'aktører'))} er kortlagt."
    return Section("Aktørerne", (said,), figures, table=table)


def _reached(plan, actors) -> Section | None:
    ids = set(actors.values_list("pk", flat=True))
    found: dict = {group: Counter() for group in plan.targetgroups.values_list("name", flat=True)}
    links = actors.filter(target_groups__isnull=False).values_list("pk", "target_groups__name", "kind")
    for pk, group, kind in links:
        if pk in ids and group in found:
            found[group][kind] += 1
    if not found:
        return None
    kinds = tuple(ActorKind.values)
    rows = tuple(
        (group, *(counts[kind] for kind in kinds), counts.total()) for group, counts in found.items()
    )
    headings = ("Målgruppe", *(KIND_LOOKS[kind].short for kind in kinds), "I alt")
    table = Table("Målgrupper", headings, rows, (5, 2, 2, 2, 2, 2, 2, 2))
    return Section("Hvem når hvem", ("Så mange aktører når hver målgruppe.",), table=table)


def _competences(plan) -> Section | None:
    kinds = dict(CompetenceKind.choices)
    found = plan.competences.filter(actor__archived_at=None).order_by("kind", "actor__sort_key", "text", "pk")
    rows = tuple(
        (kinds[kind], text, name) for kind, text, name in found.values_list("kind", "text", "actor__name")
    )
    if not rows:
        return None
    table = Table("Kompetencer og styrker", ("Slags", "Hvad", "Aktør"), rows, (2, 4, 3))
    return Section("Det kan aktørerne", table=table)


def _things(name: str, title: str, rows) -> Section | None:
    kinds = dict(ResourceKind.choices)
    found = rows.filter(actor__archived_at=None).order_by("kind", "actor__sort_key", "text", "pk")
    lines = tuple(
        (kinds[kind], text, actor) for kind, text, actor in found.values_list("kind", "text", "actor__name")
    )
    if not lines:
        return None
    return Section(title, table=Table(name, ("Slags", "Hvad", "Aktør"), lines, (2, 4, 3)))


def _missing(plan, actors) -> Section:
    gaps = gaps_among(plan, actors)
    said = tuple(gap.sentence for gap in gaps)
    return Section("Målgrupper, som ingen når", said or ("Alle målgrupper bliver nået af mindst én aktør.",))


def interest_chapter(ask: Ask) -> Chapter:
    """What actors get out of working together, in their own words; never our own estimates."""
    names = dict(ask.plan.actors.active().by_name().values_list("pk", "name"))
    spoken = {
        pk: {key: one.now for key, one in stands.items() if one.now.is_own_word}
        for pk, stands in standings(ask.plan, names).items()
    }
    spoken = {pk: spoken[pk] for pk in names if spoken.get(pk)}
    sections = (_asked(ask, names), *_values(names, spoken))
    lede = "Hvad samarbejdet giver aktørerne, og hvad de kan give andre, med deres egne ord."
    return Chapter("Interessentanalyse", lede, sections)


def _asked(ask: Ask, names) -> Section:
    known = known_of_all(ask.plan, ask.plan.actors.active())
    asked = sum(one.is_asked for one in known)
    interviews = ask.plan.interviews.kept().filter(actor__archived_at=None).count()
    talks = ask.plan.talks.kept().filter(actor__archived_at=None, source="talk").count()
    said = f"{capitalised(count(asked, 'aktør', 'aktører'))} af {len(names)} har selv fortalt."
    figures = (
        Figure("Har selv fortalt", asked, f"af {len(names)} aktører"),
        Figure("Solskinssamtaler", talks),
        Figure("Interview", interviews),
    )
    return Section("Sådan ved vi det", (said, "Vores egne skøn er ikke med."), figures)


def _values(names, spoken):
    """A section for each of the five that somebody spoke of."""
    for value in VALUES:
        told = [(pk, said[value.number]) for pk, said in spoken.items() if value.number in said]
        if not told:
            continue
        rows = tuple(
            (
                names[pk], level_word(one.level) if one.level is not None else "",
                shortened(one.gains, WORDS_AT_MOST), shortened(one.gives, WORDS_AT_MOST),
            )
            for pk, one in told
        )  # fmt: skip
        table = Table(
            value.name, ("Aktør", "Hvor meget", "Det får de", "Det kan de give"), rows, (3, 2, 5, 5)
        )
        yield Section(value.name, (_much(names, told),), table=table)


def _much(names, told) -> str:
    """Who gets much of it, in a sentence."""
    much = [names[pk] for pk, one in told if one.level == 3]
    said = f"{capitalised(count(len(told), 'aktør', 'aktører'))} har talt om den"
    return f"{said}. Meget for {join_names(much, limit=4)}." if much else f"{said}."
