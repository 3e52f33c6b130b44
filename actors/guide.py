"""The question guide in force, and an interview's questions with what was answered. Plain Python.

The guide is that of actors/method.py with the plan's changes on top: own questions, an order of its own,
questions put away. An answer keeps the question as it was asked, so that a changed guide loses nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from actors.method import GUIDE, VALUES, GoesTo, Value

OURS = {question.key: question for question in GUIDE}


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a plan: its own question (`key` empty), or one of ours moved or put away."""

    pk: str
    key: str
    value: int
    text: str
    position: int
    is_on: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the guide in force. `key` is that of ours, or the id of the plan's own."""

    key: str
    value: int
    text: str
    goes_to: GoesTo = GoesTo.NOTES
    hint: str = ""
    is_on: bool = True
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """All questions of one value in order, those put away among them."""

    value: Value
    questions: tuple[Asked, ...]

    @property
    def on(self) -> tuple[Asked, ...]:
        """Those that are asked."""
        return tuple(question for question in self.questions if question.is_on)


@dataclass(frozen=True, slots=True)
class Given:
    """One answer as it stands in an interview, with the question as it was asked."""

    key: str
    value: int
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One question of an interview. `now` is what it is called today, where that has changed since."""

    question: Asked
    answer: str = ""
    now: str = ""
    # Answered before, and not in the guide any more.
    is_before: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of an interview that is about one value."""

    value: Value
    lines: tuple[Line, ...]


def guide_in_force(changes: Iterable[Change]) -> tuple[Group, ...]:
    """The five groups in the order of the sun. A change of a question that we no longer have is left out."""
    changes = list(changes)
    by_key = {change.key: change for change in changes if change.key}
    placed = [_place_of_ours(place, by_key.get(key), key) for place, key in enumerate(OURS)]
    placed += [_place_of_own(change) for change in changes if not change.key]
    ordered = [question for _, question in sorted(placed, key=lambda one: one[0])]
    return tuple(Group(value, tuple(q for q in ordered if q.value == value.number)) for value in VALUES)


def _place_of_ours(place: int, change: Change | None, key: str):
    """(what to sort by, the question). Unmoved it has its own place; of two on one place ours is first."""
    ours = OURS[key]
    first = next(index for index, one in enumerate(OURS) if OURS[one].value == ours.value)
    position = change.position if change else place - first
    asked = Asked(key, ours.value, ours.text, ours.goes_to, ours.hint, change.is_on if change else True)
    return (position, 0, place, key), asked


def _place_of_own(change: Change):
    asked = Asked(change.pk, change.value, change.text, is_on=change.is_on, is_own=True)
    return (change.position, 1, 0, change.pk), asked


def find(groups: Iterable[Group], key: str) -> tuple[Group, Asked] | None:
    """The question with this key and the group it is in, or None."""
    found = ((group, asked) for group in groups for asked in group.questions if asked.key == key)
    return next(found, None)


def moved(questions: Sequence[Asked], key: str, place: int) -> list[Asked]:
    """The questions with the one called `key` at `place` (from 0; beyond an end means that end).

    The same move twice is one. Raises KeyError when there is no such question.
    """
    one = next((question for question in questions if question.key == key), None)
    if one is None:
        raise KeyError(key)
    rest = [question for question in questions if question.key != key]
    place = min(max(place, 0), len(rest))
    return [*rest[:place], one, *rest[place:]]


def sheets(
    groups: Iterable[Group], given: Iterable[Given] = (), shown: Iterable[Asked] = ()
) -> tuple[Sheet, ...]:
    """What an interview asks: the guide in force, then what was answered and is not in it any more.

    `shown` are questions that the page had when it was opened: they stay, whatever happened to the guide.
    """
    groups, answers = tuple(groups), {one.key: one for one in given if one.text}
    asked = {question.key: question for group in groups for question in group.on}
    gone = {one.key: _as_answered(one) for one in answers.values() if one.key not in asked}
    late = {one.key: one for one in shown if one.key not in asked and one.key not in gone}
    lines = [_line(question, answers.get(key)) for key, question in asked.items()]
    lines += [_line(question, answers[key], is_before=True) for key, question in gone.items()]
    lines += [Line(question) for question in late.values()]
    return tuple(
        Sheet(group.value, tuple(line for line in lines if line.question.value == group.value.number))
        for group in groups
    )


def _line(question: Asked, answer: Given | None, is_before: bool = False) -> Line:
    """A question under the words in which it was answered."""
    if answer is None:
        return Line(question)
    now = "" if is_before or answer.question == question.text else question.text
    return Line(replace(question, text=answer.question), answer.text, now, is_before)


def _as_answered(one: Given) -> Asked:
    """The question of an answer that the guide has not got; where ours feeds the profile it still does."""
    ours = OURS.get(one.key)
    value = one.value if 1 <= one.value <= len(VALUES) else VALUES[-1].number
    if ours is None:
        return Asked(one.key, value, one.question, is_on=False, is_own=True)
    return Asked(one.key, value, one.question, ours.goes_to, ours.hint, is_on=False)


def ours_called(key: str) -> Asked | None:
    """One of ours whether it is asked or not; None for a key that we do not have."""
    ours = OURS.get(key)
    return ours and Asked(key, ours.value, ours.text, ours.goes_to, ours.hint, is_on=False)


def lines_for(given: Iterable[Given], goes_to: GoesTo) -> list[str]:
    """The lines of the answers that feed this part of the profile, each once."""
    texts = (one.text for one in given if (ours := OURS.get(one.key)) and ours.goes_to == goes_to)
    return list(dict.fromkeys(line for text in texts for line in text.splitlines() if line))
