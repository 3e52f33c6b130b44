"""How suggestions fared: what was answered, why not, and what came of the meetings. Reads, no writes."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.models import Plan
from config.looks import VALUE_LOOKS
from mapping.models import Answer, DismissalReason

COLUMNS = ("a_id", "b_id", "answer", "reason", "value", "at", "follow_up__done_at", "follow_up__deleted_at")


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of some answers: how many of each, meetings held, and collaborations begun after them."""

    name: str
    total: int
    meet: int
    later: int
    no: int
    held: int
    began: int


@dataclass(frozen=True, slots=True)
class Given:
    """One answer. `held`: the meeting took place; `began`: the two have begun a collaboration since."""

    answer: str
    reason: str
    value: int | None
    held: bool
    began: bool


@dataclass(frozen=True, slots=True)
class Review:
    """All answers together, value by value, and the reasons of those who said no: (reason, how many)."""

    total: Fate
    by_value: tuple[Fate, ...]
    reasons: tuple[tuple[str, int], ...]


def review(plan: Plan, *, since: date | None = None, until: date | None = None) -> Review:
    """The answers given from `since` to `until`, both included; two queries."""
    given = list(_given(plan, since, until))
    reasons = Counter(one.reason for one in given if one.answer == Answer.NO)
    return Review(
        _fate("Alle", given),
        tuple(
            _fate(look.name, of_value)
            for look in VALUE_LOOKS
            if (of_value := [one for one in given if one.value == look.number])
        ),
        tuple((label, reasons[value]) for value, label in DismissalReason.choices if reasons[value]),
    )


def _fate(name: str, given: list[Given]) -> Fate:
    counts = Counter(one.answer for one in given)
    return Fate(
        name, len(given), counts[Answer.MEET], counts[Answer.LATER], counts[Answer.NO],
        sum(one.held for one in given), sum(one.began for one in given),
    )  # fmt: skip


def _given(plan: Plan, since: date | None, until: date | None) -> Iterable[Given]:
    answers = plan.matchanswers.filter(taken_back_at__isnull=True)
    if since:
        answers = answers.filter(at__date__gte=since)
    if until:
        answers = answers.filter(at__date__lte=until)
    begun = _begun(plan, answers)
    for a, b, answer, reason, value, at, done, deleted in answers.values_list(*COLUMNS):
        is_meeting = answer == Answer.MEET
        held = is_meeting and done is not None and deleted is None
        began = is_meeting and any(when > at for when in begun[frozenset((a, b))])
        yield Given(answer, reason, value, held, began)


def _begun(plan: Plan, answers) -> dict[frozenset[UUID], list[datetime]]:
    """When each two actors that a meeting was proposed to logged something together."""
    meetings = answers.filter(answer=Answer.MEET).order_by()
    parts = plan.participations.filter(actor__in=meetings.values("a").union(meetings.values("b")))
    together = defaultdict(list)
    for collaboration, at, actor in parts.values_list(
        "collaboration_id", "collaboration__created_at", "actor_id"
    ):
        together[collaboration, at].append(actor)
    begun = defaultdict(list)
    for (_, at), actors in together.items():
        for place, one in enumerate(actors):
            for other in actors[place + 1 :]:
                begun[frozenset((one, other))].append(at)
    return begun
