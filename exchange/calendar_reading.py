"""From the events of somebody else's calendar to activities: what is taken, what is left and why. Plain."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from actors.guard import find_cpr
from config.danish import count, long_date
from exchange.availability import DAYS_AT_MOST, moment
from exchange.calendar_rules import Odd, OutOfSteps, Rule, Steps, days_of_rule, rule_of
from exchange.calendar_times import LONGEST
from exchange.ical import Read, Unreadable

ZONE = ZoneInfo("Europe/Copenhagen")
AHEAD, TIMES_AT_MOST = timedelta(days=400), 30
UID_AT_MOST = 240
# One line of a file may come back often.
FOUND_AT_MOST = 500
YEARS = range(1990, 2100)


@dataclass(frozen=True, slots=True)
class Found:
    """One activity to be. `changes` are (day in the series, begin or "", end or ""), in UTC."""

    uid: str
    title: str
    text: str
    place: str
    begin: datetime
    end: datetime
    every: int = 0
    until: date | None = None
    changes: tuple[tuple[date, datetime | None, datetime | None], ...] = ()
    is_off: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file brings, and how many events were left for which reason."""

    found: tuple[Found, ...]
    private: int = 0
    old: int = 0
    odd: int = 0

    @property
    def left(self) -> list[str]:
        """The same in sentences."""
        said = (
            (self.old, "er gamle", "er gammel"),
            (self.private, "er private", "er privat"),
            (
                self.odd,
                "har tider, vi ikke kan læse, eller varer over to uger. Skriv dem ind selv",
                "har en tid, vi ikke kan læse, eller varer over to uger. Skriv den ind selv",
            ),
        )
        return [
            f"{count(amount, 'aktivitet', 'aktiviteter')} {one if amount == 1 else many}."
            for amount, many, one in said
            if amount
        ]


def reading_of(events: Sequence[Read], today: date) -> Reading:
    """What the events come to. Raises Unreadable when a text holds a CPR number, or nothing is left."""
    instead: dict[str, list[Read]] = defaultdict(list)
    for event in events:
        if event.instead_of is not None:
            instead[event.uid].append(event)
    found: list[Found] = []
    left, steps = {"private": 0, "old": 0, "odd": 0}, Steps()
    for event in (one for one in events if one.instead_of is None):
        if event.is_private:
            left["private"] += 1
            continue
        try:
            made = list(_made(event, instead[event.uid], today, steps))
        except OutOfSteps:
            raise Unreadable("Kalenderen har for mange gentagelser. Hent et kortere stykke af den.") from None
        except (ValueError, OverflowError):
            # Odd, an hour that the clock jumps over, a year that no calendar has.
            left["odd"] += 1
            continue
        found += made
        left["old"] += not made
        _refuse_too_many(found)
    _refuse_cpr(found)
    if not found:
        raise Unreadable("Der er ingen kommende aktiviteter i kalenderen.")
    return Reading(tuple({one.uid: one for one in found}.values()), **left)


def _refuse_too_many(found: Sequence[Found]) -> None:
    if len(found) > FOUND_AT_MOST:
        raise Unreadable(
            f"Kalenderen bliver til over {FOUND_AT_MOST} aktiviteter. Hent et kortere stykke af den."
        )


def _refuse_cpr(found: Iterable[Found]) -> None:
    for one in found:
        if find_cpr(f"{one.title}\n{one.text}\n{one.place}"):
            day = long_date(one.begin.astimezone(ZONE).date())
            raise Unreadable(
                f"Aktiviteten {day} har noget, der ligner et CPR-nummer. Ret kalenderen, og prøv igen."
            )


def _made(event: Read, instead: Sequence[Read], today: date, steps: Steps) -> Iterator[Found]:
    """The activities that one event makes; none when it is over."""
    if not event.uid or any(one.is_odd for one in (event, *instead)):
        raise Odd
    one = _single(event)
    if event.rule is None:
        if one.end.astimezone(ZONE).date() >= today:
            yield one
        return
    rule, first = rule_of(event.rule), _wall(event.begin).date()
    others = {_wall(other.instead_of).date(): other for other in instead}
    skipped = {_wall(at).date() for at in event.skipped}
    if rule.freq == "WEEKLY":
        yield from _series(one, rule, first, skipped, others, today, steps)
    else:
        yield from _loose(one, rule, first, skipped, others, today, steps)


def _single(event: Read) -> Found:
    begin, end = _hours(event, timedelta(hours=1))
    title = " ".join(event.summary.split())[:80] or "Uden navn"
    words = [" ".join(text.split()) for text in (event.description, event.location)]
    return Found(
        event.uid[:UID_AT_MOST], title, words[0][:300], words[1][:120], begin, end, is_off=event.is_cancelled
    )


def _hours(event: Read, least: timedelta) -> tuple[datetime, datetime]:
    """From when to when in UTC; one that ends before it begins lasts `least`. Raises Odd."""
    if not all(at.year in YEARS for at in (event.begin, event.end)):
        raise Odd
    begin, end = _utc(event.begin), _utc(event.end)
    if end <= begin:
        end = begin + least
    if end - begin > LONGEST:
        raise Odd
    return begin, end


def _wall(at: date | datetime) -> datetime:
    """As the wall in Copenhagen shows it; a time without a zone is meant so already."""
    if not isinstance(at, datetime):
        return datetime.combine(at, time(0))
    return at.astimezone(ZONE).replace(tzinfo=None) if at.tzinfo else at


def _utc(at: date | datetime) -> datetime:
    if isinstance(at, datetime) and at.tzinfo:
        return at.astimezone(UTC).replace(microsecond=0)
    wall = _wall(at)
    return moment(wall.date(), wall.time().replace(microsecond=0))


def _series(
    one: Found, rule: Rule, first: date, skipped: set, others: dict, today: date, steps: Steps
) -> Iterator[Found]:
    """A weekly rule: a series for each of its weekdays, from the half-year that we are in.

    So the same file read again next week makes the same series.
    """
    start = max(first, date(today.year, 1 if today.month < 7 else 7, 1))
    by_weekday: dict[int, list[date]] = defaultdict(list)
    upto = start + DAYS_AT_MOST * timedelta(weeks=rule.interval)
    for day in days_of_rule(rule, first, upto, since=start, steps=steps):
        by_weekday[day.weekday()].append(day)
    for weekday, days in sorted(by_weekday.items()):
        days = days[:DAYS_AT_MOST]
        if days[-1] < today:
            continue
        changes = tuple(_change(day, others.get(day)) for day in days if day in skipped or day in others)
        uid = one.uid if len(by_weekday) == 1 else f"{one.uid}#{weekday}"
        moved = _on(one, days[0])
        yield replace(moved, uid=uid, every=rule.interval, until=days[-1], changes=changes)


def _change(day: date, other: Read | None) -> tuple:
    if other is None or other.is_cancelled or other.is_private:
        return (day, None, None)
    return (day, *_hours(other, timedelta(minutes=15)))


def _loose(
    one: Found, rule: Rule, first: date, skipped: set, others: dict, today: date, steps: Steps
) -> Iterator[Found]:
    """Any other rule: each time by itself, for a year."""
    there = days_of_rule(rule, first, today + AHEAD, since=today, steps=steps)
    for day in islice((day for day in there if day not in skipped), TIMES_AT_MOST):
        found = _on(one, day)
        if day in others:
            _, begin, end = _change(day, others[day])
            if begin is None:
                continue
            found = replace(found, begin=begin, end=end)
        yield replace(found, uid=f"{one.uid}#{day:%Y%m%d}")


def _on(one: Found, day: date) -> Found:
    """The same hours on the wall on another day. Raises NoSuchTime."""
    begin, end = (at.astimezone(ZONE).replace(tzinfo=None) for at in (one.begin, one.end))
    by = day - begin.date()
    return replace(one, begin=moment(day, begin.time()), end=moment((end + by).date(), end.time()))


# -- As the draft keeps it -------------------------------------------------------------------------------


def packed(found: Iterable[Found]) -> list[dict]:
    """As JSON."""
    return [_packed(asdict(one)) for one in found]


def _packed(row: dict) -> dict:
    row["changes"] = [[_said(part) for part in change] for change in row["changes"]]
    return {key: value if isinstance(value, (list, int, str)) else _said(value) for key, value in row.items()}


def _said(at) -> str:
    return at.isoformat() if at else ""


def unpacked(rows: Iterable[dict]) -> list[Found]:
    """The same back."""
    return [
        Found(**row | {
            "begin": datetime.fromisoformat(row["begin"]), "end": datetime.fromisoformat(row["end"]),
            "until": date.fromisoformat(row["until"]) if row["until"] else None,
            "changes": tuple((date.fromisoformat(day), _at(a), _at(b)) for day, a, b in row["changes"]),
        })
        for row in rows
    ]  # fmt: skip


def _at(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
