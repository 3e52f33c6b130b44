"""How a group stands when it has answered, and when it is time to ask again. Plain Python."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from config.danish import capitalised, number_word
from mapping.initiative_method import Question, Topic

MONTHS, HALF_YEAR = 12, 6
# No half year is shorter.
SHORTEST_HALF_YEAR = 180


def half_year_before(today: date) -> date:
    """The same day half a year earlier, or the last day of that month when it has no such day."""
    year, month = divmod(today.year * MONTHS + today.month - 1 - HALF_YEAR, MONTHS)
    first_of_next = date(year + (month == MONTHS - 1), (month + 1) % MONTHS + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(year, month + 1, min(today.day, last))


def due(last: date, today: date) -> bool:
    """Whether half a year has gone since `last`."""
    return last <= half_year_before(today)


def again_on(last: date) -> date:
    """The first day on which it is due."""
    day = last + timedelta(days=SHORTEST_HALF_YEAR)
    while not due(last, day):
        day += timedelta(days=1)
    return day


@dataclass(frozen=True, slots=True)
class Said:
    """What was answered: a level or none, and words."""

    level: int | None = None
    note: str = ""


UNSAID = Said()


@dataclass(frozen=True, slots=True)
class Row:
    """One question with its latest answer and the one that it is compared with."""

    question: Question
    now: Said
    before: Said = UNSAID

    @property
    def step(self) -> int | None:
        """How many levels up, or below zero down, since then; None when one of them is unanswered."""
        if self.now.level is None or self.before.level is None:
            return None
        return self.now.level - self.before.level

    @property
    def movement(self) -> str:
        """The same in words, "" for None."""
        if self.step is None:
            return ""
        return "Frem" if self.step > 0 else "Tilbage" if self.step < 0 else "Som før"


def rows_of(topic: Topic, now: Mapping[str, Said], before: Mapping[str, Said] | None = None) -> list[Row]:
    """One row per question in the topic's order; `now` and `before` are {key: what was answered}."""
    earlier = before or {}
    return [Row(one, now.get(one.key, UNSAID), earlier.get(one.key, UNSAID)) for one in topic.questions]


def to_do(topic: Topic, rows: Sequence[Row]) -> list[Row]:
    """Those answered as not enough, the lowest first, else in the topic's order."""
    low = [row for row in rows if row.now.level is not None and row.now.level < topic.enough]
    return sorted(low, key=lambda row: row.now.level)


def standing(topic: Topic, rows: Sequence[Row]) -> str:
    """How many are there, as in "Ti af 14 er på plads eller på vej."; what nobody answered counts too."""
    answered = [row for row in rows if row.now.level is not None]
    if not answered:
        return "Ingen har svaret endnu."
    there = sum(row.now.level >= topic.enough for row in answered)
    if len(answered) < len(rows):
        return _so_far(topic, there, len(answered) - there, len(rows) - len(answered))
    if there == len(answered):
        return f"Alle {number_word(len(answered))} er {topic.there}."
    amount = capitalised(number_word(there)) if there else "Ingen"
    return f"{amount} af {number_word(len(answered))} er {topic.there}."


def _so_far(topic: Topic, there: int, low: int, unsaid: int) -> str:
    """As in "Én er på plads, to er det ikke endnu, én er ikke besvaret."."""
    said = [f"{number_word(there)} er {topic.there}"] if there else []
    said += [f"{number_word(low)} er {'det ikke' if there else f'ikke {topic.there}'} endnu"] if low else []
    return f"{capitalised(', '.join([*said, f'{number_word(unsaid)} er ikke besvaret']))}."


def moved(rows: Sequence[Row]) -> str:
    """What changed between the two times, as a sentence; "" when there is nothing to compare."""
    steps = [row.step for row in rows if row.step is not None]
    if not steps:
        return ""
    up, down = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    said = [f"{number_word(up)} er rykket frem"] if up else []
    said += [f"{number_word(down)} {'' if up else 'er '}gået tilbage"] if down else []
    return f"{capitalised(' og '.join(said) or 'intet har rykket sig')} siden sidst."
