"""From the events of somebody else's calendar to activities: what is taken, what is left and why. Plain."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from actors.guard import find_cpr
from config.danish import count, long_date
from exchange.availability import DAYS_AT_MOST, moment
from exchange.calendar_rules import Odd, Rule, days_of_rule, rule_of
from exchange.ical import Read, Unreadable

ZONE = ZoneInfo("Europe/Copenhagen")
AHEAD, TIMES_AT_MOST = timedelta(days=400), 30
UID_AT_MOST = 240
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
                "gentages på en måde, vi ikke kan læse. Skriv dem ind selv",
                "gentages på en måde, vi ikke kan læse. Skriv den ind selv",
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
    left = {"private": 0, "old": 0, "odd": 0}
    for event in (one for one in events if one.instead_of is None):
        if event.is_private:
            left["private"] += 1
            continue
        try:
            made = list(_made(event, instead[event.uid], today))
        except (ValueError, OverflowError):
            # Odd, an hour that the clock jumps over, a year that no calendar has.
            left["odd"] += 1
            continue
        found += made
        left["old"] += not made
    _refuse_cpr(found)
    if not found:
        raise Unreadable("Der er ingen kommende aktiviteter i kalenderen.")
    return Reading(tuple({one.uid: one for one in found}.values()), **left)


def _refuse_cpr(found: Iterable[Found]) -> None:
    for one in found:
        if find_cpr(f"{one.title}\n{one.text}\n{one.place}"):
            day = long_date(one.begin.astimezone(ZONE).date())
            raise Unreadable(
                f"Aktiviteten {day} har noget, der ligner et CPR-nummer. Ret kalenderen, og prøv igen."
            )


def _made(event: Read, instead: Sequence[Read], today: date) -> Iterator[Found]:
    """The activities that one event makes; none when it is over."""
    if event.is_odd or not event.uid or not all(at.year in YEARS for at in (event.begin, event.end)):
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
        yield from _series(one, rule, first, skipped, others, today)
    else:
        yield from _loose(one, rule, first, skipped, others, today)


def _single(event: Read) -> Found:
    begin, end = _utc(event.begin), _utc(event.end)
    if end <= begin:
        end = begin + timedelta(hours=1)
    title = " ".join(event.summary.split())[:80] or "Uden navn"
    words = [" ".join(text.split()) for text in (event.description, event.location)]
    return Found(
        event.uid[:UID_AT_MOST], title, words[0][:300], words[1][:120], begin, end, is_off=event.is_cancelled
    )


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


def _series(one: Found, rule: Rule, first: date, skipped: set, others: dict, today: date) -> Iterator[Found]:
    """A weekly rule: a series for each of its weekdays, from the half-year that we are in.

    So the same file read again next week makes the same series.
    """
    start = max(first, date(today.year, 1 if today.month < 7 else 7, 1))
    by_weekday: dict[int, list[date]] = defaultdict(list)
    for day in days_of_rule(rule, first, start + DAYS_AT_MOST * timedelta(weeks=rule.interval)):
        if day >= start:
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
    begin, end = _utc(other.begin), _utc(other.end)
    return (day, begin, max(end, begin + timedelta(minutes=15)))


def _loose(one: Found, rule: Rule, first: date, skipped: set, others: dict, today: date) -> Iterator[Found]:
    """Any other rule: each time by itself, for a year."""
    days = (day for day in days_of_rule(rule, first, today + AHEAD) if day >= today and day not in skipped)
    for day, _ in zip(days, range(TIMES_AT_MOST), strict=False):
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
