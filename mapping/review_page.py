"""What the pages about factors and basic conditions show: where a group stands, and how it moved."""

from dataclasses import dataclass
from datetime import date

from mapping.initiative_method import PARTS, TOPICS, Topic
from mapping.initiative_words import phase_name
from mapping.models import Initiative, Review
from mapping.review_drawing import Track, track
from mapping.review_rules import Row, Said, again_on, due, moved, rows_of, standing, to_do


@dataclass(frozen=True)
class Drawn:
    """One question with its answers in words and its drawing."""

    row: Row
    now: str
    before: str
    track: Track


@dataclass(frozen=True)
class Group:
    """The questions of one condition; one group without a name for the factors."""

    name: str
    about: str
    rows: list[Drawn]


@dataclass(frozen=True)
class Standing:
    """Where a group stands with one topic. `now` and `before` are the sittings that are compared."""

    topic: Topic
    now: Review | None
    before: Review | None
    groups: list[Group]
    to_do: list[tuple[Row, str]]
    says: str
    moved: str
    # A sentence that says it is time to talk again, and why; "" when it is not.
    again: str
    next_on: date | None
    history: list[Review]


def said_in(review: Review) -> dict[str, Said]:
    """{question: what was answered}; reads the prefetched answers."""
    return {one.key: Said(one.level, one.note) for one in review.answers.all()}


def standing_of(initiative: Initiative, topic: Topic, today: date, *, before_pk=None) -> Standing:
    """The latest sitting beside the one before it, or beside the one asked for; two queries."""
    return _standing(initiative, topic, list(initiative.reviews.about(topic.kind)), today, before_pk)


def _standing(initiative: Initiative, topic: Topic, history: list[Review], today: date, before_pk=None):
    now = history[0] if history else None
    earlier = history[1:]
    before = next((one for one in earlier if one.pk == before_pk), earlier[0] if earlier else None)
    rows = rows_of(topic, said_in(now) if now else {}, said_in(before) if before else None)
    return Standing(
        topic=topic, now=now, before=before, groups=_groups(topic, rows),
        to_do=[(row, topic.level_word(row.now.level)) for row in to_do(topic, rows)],
        says=standing(topic, rows), moved=moved(rows), again=_again(topic, now, initiative, today),
        next_on=again_on(now.held_on) if now and topic.comes_back else None, history=history,
    )  # fmt: skip


def latest_standings(initiative: Initiative, today: date) -> list[Standing]:
    """Both topics, for the initiative's first page; two queries."""
    held = list(initiative.reviews.kept().prefetch_related("answers"))
    return [
        _standing(initiative, topic, [one for one in held if one.kind == topic.kind], today)
        for topic in TOPICS.values()
    ]


def _groups(topic: Topic, rows: list[Row]) -> list[Group]:
    drawn = [_drawn(topic, row) for row in rows]
    if not topic.comes_back:
        return [Group("", "", drawn)]
    return [
        Group(name, about, [one for one in drawn if one.row.question.part == part])
        for part, name, about in PARTS
    ]


def _drawn(topic: Topic, row: Row) -> Drawn:
    return Drawn(
        row, topic.level_word(row.now.level), topic.level_word(row.before.level),
        track(len(topic.levels), row.now.level, row.before.level),
    )  # fmt: skip


def _again(topic: Topic, now: Review | None, initiative: Initiative, today: date) -> str:
    if now is None:
        return ""
    if topic.comes_back:
        return (
            "Der er gået et halvt år. Svar igen, og se, hvad der har rykket sig."
            if due(now.held_on, today)
            else ""
        )
    if now.phase != initiative.phase:
        then, here = phase_name(now.phase), phase_name(initiative.phase)
        return f"Sidst var I i {then}. Nu er I i {here}. Tag en runde til."
    return ""
