"""What the week's mail says: the same as Overblik, in plain lines. Plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from config.danish import capitalised, number_word
from reports.coming import Coming
from reports.news import News
from reports.todo import Kind, Todo, total

# So many of each are told; the rest stand on Overblik.
WAITING_AT_MOST, NEXT_AT_MOST, NEWS_AT_MOST = 10, 5, 8
# What is next is that of the coming two weeks, what is new that of the last one.
NEXT_WITHIN = timedelta(days=14)
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing and, in words, why it stands there or how late it is."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the mail's three parts; `more` are those that stand on Overblik alone."""

    lines: tuple[Line, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Digest:
    """The whole mail of one member in one plan."""

    waiting: Part
    ahead: Part
    news: Part
    # How many things wait, those that share a line counted each.
    number: int = 0

    def __bool__(self) -> bool:
        return bool(self.waiting.lines or self.ahead.lines or self.news.lines)

    @property
    def subject(self) -> str:
        """As in "Tre ting venter på dig"; without any that what the week holds."""
        if self.number:
            return f"{capitalised(number_word(self.number))} ting venter på dig"
        return "Din uge" if self.ahead.lines else "Nyt siden sidst"


def digest_of(things: Iterable[Todo], ahead: Iterable[Coming], news: Iterable[News], today: date) -> Digest:
    """The mail, from what Overblik shows."""
    things = list(things)
    near = [one for one in ahead if one.day <= today + NEXT_WITHIN]
    return Digest(
        _part([_waiting(one) for one in things], WAITING_AT_MOST),
        _part([Line(one.sentence(today)) for one in near], NEXT_AT_MOST),
        _part([Line(one.text) for one in news], NEWS_AT_MOST),
        total(things),
    )


def _part(lines: list[Line], most: int) -> Part:
    return Part(tuple(lines[:most]), max(len(lines) - most, 0))


def _waiting(one: Todo) -> Line:
    """A mail may be read by others: whose consent runs out is not named in it, only where they work."""
    title = "Forny et samtykke" if one.kind == Kind.CONSENT else one.title
    return Line(title, " · ".join(filter(None, (one.tag, one.why))))
