"""What the app counts by itself: each indicator with its rule in words and the same rule as a function.

A new one is one more entry in AUTOMATIC. Screen, PDF and spreadsheet show what `counted` gives. Plain Python.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from reports.goal_periods import Period
from reports.indicator_facts import ActorFact, Facts

KIND, FORM = "kind", "form"
NO_HISTORY = "Det kan kun ses for den periode, vi er i nu, for der er ingen historik."
AREAS_NOW = "Områder er dem, aktøren har i dag."


@dataclass(frozen=True, slots=True)
class Only:
    """Which part is counted: a kind of actor or a form, "" for all; an area, None for all."""

    part: str = ""
    area: Hashable | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A period as it has gone until now. `at` is its last day, or today while it runs."""

    period: Period
    at: date

    def holds(self, day: date) -> bool:
        """Whether the day is in it; what is planned for a day to come is not counted yet."""
        return self.period.first <= day <= self.at


Count = Callable[[Facts, Span, Only], Decimal | int | None]


@dataclass(frozen=True, slots=True)
class Automatic:
    """One indicator that counts itself.

    `needs` names the fields of Facts it reads. `part` says what it can be narrowed to, beside areas.
    `adds_up` is of what happens in a period; else it is how things stand at its end. `since_plan`: the rows
    carry the day they were written, so before the plan came here nothing can be said.
    """

    key: str
    name: str
    rule: str
    needs: tuple[str, ...]
    count: Count
    unit: str = ""
    part: str = ""
    takes_area: bool = False
    adds_up: bool = False
    looks_back: bool = True
    since_plan: bool = False

    @property
    def words(self) -> str:
        """The rule, and what it cannot do."""
        more = [] if self.looks_back else [NO_HISTORY]
        more += [AREAS_NOW] if self.takes_area else []
        return " ".join([self.rule, *more])


def counted(automatic: Automatic, facts: Facts, period: Period, only: Only = Only()) -> Decimal | None:
    """The indicator in that period, until today while it runs. None where it cannot be said."""
    if period.first > facts.today or (automatic.since_plan and period.after <= facts.begins):
        return None
    if not automatic.looks_back and not period.holds(facts.today):
        return None
    amount = automatic.count(facts, Span(period, min(period.last, facts.today)), only)
    return None if amount is None else Decimal(amount)


# -- The rules, one function each -----------------------------------------------------------------


def _of(only: Only, actors: Iterable[ActorFact]) -> list[ActorFact]:
    """Those of the kind and the area that are asked for."""
    return [
        one for one in actors
        if only.part in ("", one.kind) and (only.area is None or only.area in one.areas)
    ]  # fmt: skip


def _active(facts: Facts, span: Span, only: Only) -> int:
    return sum(one.is_active and one.is_there(span.at) for one in _of(only, facts.actors))


def _new_actors(facts: Facts, span: Span, only: Only) -> int:
    return sum(span.holds(one.created) for one in _of(only, facts.actors))


def _in_work(facts: Facts, span: Span, only: Only) -> int:
    busy = frozenset().union(*(work.actors for work in facts.works if work.runs(span.at)))
    there = [one for one in facts.actors if one.archived is None or one.archived > span.at]
    return sum(one.key in busy for one in _of(only, there))


def _reached(facts: Facts, span: Span, only: Only) -> int:
    met = {contact.actor for contact in facts.contacts if span.holds(contact.on)}
    return sum(one.key in met for one in _of(only, facts.actors))


def _works(facts: Facts, span: Span, only: Only) -> int:
    return sum(only.part in ("", str(work.form)) and work.runs(span.at) for work in facts.works)


def _new_works(facts: Facts, span: Span, only: Only) -> int:
    return sum(only.part in ("", str(work.form)) and span.holds(work.since) for work in facts.works)


def _bridges(facts: Facts, span: Span, only: Only) -> int:
    return sum(len(work.kinds) > 1 and work.runs(span.at) for work in facts.works)


def _meetings(facts: Facts, span: Span, only: Only) -> int:
    return sum(span.holds(one.on) for one in facts.meetings)


def _attendance(facts: Facts, span: Span, only: Only) -> Decimal | None:
    held = [one for one in facts.meetings if span.holds(one.on)]
    return _share(sum(one.came for one in held), sum(one.written_down for one in held))


def _agreements(facts: Facts, span: Span, only: Only) -> int:
    return sum(span.holds(day) for day in facts.agreements)


def _initiatives(facts: Facts, span: Span, only: Only) -> int:
    return sum(one.runs(span.at) for one in facts.initiatives)


def _partners(facts: Facts, span: Span, only: Only) -> Decimal | None:
    running = [one for one in facts.initiatives if one.runs(span.at)]
    number = sum(day <= span.at for one in running for day in one.partners)
    return _rounded(Decimal(number) / len(running), "0.1") if running else None


def _answered(facts: Facts, span: Span, only: Only) -> Decimal | None:
    due = [one for one in facts.referrals if span.holds(one.due) and one.due < facts.today]
    return _share(sum(one.answered is not None and one.answered <= one.due for one in due), len(due))


def _share(part: int, whole: int) -> Decimal | None:
    """Percent, whole ones; None of nothing."""
    return _rounded(Decimal(100 * part) / whole, "1") if whole else None


def _rounded(amount: Decimal, to: str) -> Decimal:
    return amount.quantize(Decimal(to), rounding=ROUND_HALF_UP)


AUTOMATIC = (
    Automatic(
        "active", "Aktive aktører", "Aktører, der står i registret med status aktiv.",
        ("actors",), _active, part=KIND, takes_area=True, looks_back=False,
    ),
    Automatic(
        "new_actors", "Nye aktører", "Aktører, der blev skrevet ind i perioden.",
        ("actors",), _new_actors, part=KIND, takes_area=True, adds_up=True, since_plan=True,
    ),
    Automatic(
        "reached", "Aktører, I har nået",
        "Aktører med mindst én kontakt, solskinssamtale eller interview i perioden. Hver tælles én gang.",
        ("actors", "contacts"), _reached, part=KIND, takes_area=True, adds_up=True,
    ),
    Automatic(
        "in_work", "Aktører i samarbejde",
        "Aktører, der er med i mindst ét samarbejde, der er i gang sidst i perioden. Hver tælles én gang.",
        ("actors", "works"), _in_work, part=KIND, takes_area=True,
    ),
    Automatic(
        "works", "Samarbejder i gang",
        "Samarbejder, der er begyndt og ikke slut sidst i perioden.",
        ("works",), _works, part=FORM,
    ),
    Automatic(
        "new_works", "Nye samarbejder", "Samarbejder, der begyndte i perioden.",
        ("works",), _new_works, part=FORM, adds_up=True,
    ),
    Automatic(
        "bridges", "Broer mellem sektorer",
        "Samarbejder i gang sidst i perioden, hvor aktører af mindst to typer er med.",
        ("works",), _bridges,
    ),
    Automatic(
        "meetings", "Holdte møder", "Møder i alle fora, der er holdt i perioden og ikke aflyst.",
        ("meetings",), _meetings, unit="møder", adds_up=True,
    ),
    Automatic(
        "attendance", "Fremmøde",
        "Pladser, der var med til periodens møder, ud af dem, hvor fremmøde er skrevet ned.",
        ("meetings",), _attendance, unit="%", adds_up=True,
    ),
    Automatic(
        "agreements", "Nye aftaler", "Aftaler på ressourcebørsen, som begge sagde ja til i perioden.",
        ("agreements",), _agreements, unit="aftaler", adds_up=True,
    ),
    Automatic(
        "initiatives", "Initiativer i gang",
        "Initiativer, der er begyndt og hverken er slut eller lagt væk sidst i perioden.",
        ("initiatives",), _initiatives,
    ),
    Automatic(
        "partners", "Partnere pr. initiativ",
        "Partnere i alt divideret med initiativer i gang sidst i perioden.",
        ("initiatives",), _partners, unit="partnere",
    ),
    Automatic(
        "answered", "Punkter besvaret til tiden",
        "Punkter mellem fora med svarfrist i perioden, som fik svar senest den dag.",
        ("referrals",), _answered, unit="%", adds_up=True,
    ),
)  # fmt: skip


def find(key: str) -> Automatic | None:
    """The one that is stored under `key`; None for no automatic indicator."""
    return next((one for one in AUTOMATIC if one.key == key), None)
