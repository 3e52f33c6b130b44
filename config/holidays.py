"""The days of the year that have a Danish name: public holidays, and a few to know of. Plain Python."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

# (month, day): each year.
FIXED = {(1, 1): "nytårsdag", (12, 25): "juledag", (12, 26): "2. juledag"}
# Days from Easter Sunday.
FROM_EASTER = {
    -3: "skærtorsdag", -2: "langfredag", 0: "påskedag", 1: "2. påskedag", 39: "Kristi himmelfartsdag",
    49: "pinsedag", 50: "2. pinsedag",
}  # fmt: skip
# A holiday for the last time in 2023.
PRAYER_DAY, PRAYER_DAY_LAST = (26, "store bededag"), 2023
# No holidays by law, but many are off.
TO_KNOW = {(6, 5): "grundlovsdag", (12, 24): "juleaften", (12, 31): "nytårsaften"}


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day's name as it stands in a sentence, and whether it is a public holiday."""

    name: str
    is_holiday: bool


def named_day(day: date) -> NamedDay | None:
    """What the day is called besides its date; two names that meet stand together."""
    return _named_in(day.year).get(day)


def easter(year: int) -> date:
    """Easter Sunday: the Sunday after the first full moon of spring, as churches count it."""
    century, in_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    # How far the moon has slipped, then the age of the moon and the way to the Sunday after.
    slipped = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * (year % 19) + century - leaps - slipped + 15) % 30
    sunday = (32 + 2 * rest + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=32)
def _named_in(year: int) -> dict[date, NamedDay]:
    """All named days of the year."""
    holidays = {date(year, *on): name for on, name in FIXED.items()}
    moving = dict(FROM_EASTER) | (dict([PRAYER_DAY]) if year <= PRAYER_DAY_LAST else {})
    holidays |= {easter(year) + timedelta(days=away): name for away, name in moving.items()}
    found = {day: NamedDay(name, True) for day, name in holidays.items()}
    for on, name in TO_KNOW.items():
        day = date(year, *on)
        there = found.get(day)
        found[day] = NamedDay(f"{there.name} og {name}", True) if there else NamedDay(name, False)
    return found
