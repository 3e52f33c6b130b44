"""How a forum is doing beyond who comes: the hours it asks for, the pulse, the answers given in time.

Plain Python; `today` is an argument. Sentences and counts, never a score, for the coordinator and the leader.
Attendance has a module of its own, meetings/attendance.py.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from config.danish import MONTHS, capitalised, count, join_names, number, number_word

# -- Hours per organisation over all forums -----------------------------------------------------

# Two working days of meetings in a month is much for one organisation. Our own judgement (000, "Særligt for
# helhedsplaner", warns that the same actors are asked by everybody).
HOURS_MUCH = 15


@dataclass(frozen=True, slots=True)
class TimeSpent:
    """So many minutes that one person of an organisation spent at a meeting of a forum."""

    organisation: str
    forum: str
    on: date
    minutes: int


@dataclass(frozen=True, slots=True)
class Load:
    """What one organisation spent in one month (its first day): minutes of all its people, and the forums."""

    organisation: str
    month: date
    minutes: int
    forums: tuple[str, ...]

    @property
    def hours(self) -> str:
        """ "7,5", and "7" for whole ones."""
        return number(self.minutes / 60, 1).removesuffix(",0")

    @property
    def much(self) -> bool:
        """Whether it is worth a talk."""
        return self.minutes >= HOURS_MUCH * 60

    @property
    def sentence(self) -> str:
        """As in "Elmeskolen brugte 16 timer på møder i tre fora i oktober 2026."."""
        hours = "1 time" if self.minutes == 60 else f"{self.hours} timer"
        forums = "ét forum" if len(self.forums) == 1 else f"{number_word(len(self.forums))} fora"
        month = f"{MONTHS[self.month.month - 1]} {self.month.year}"
        said = f"{self.organisation} brugte {hours} på møder i {forums} i {month}."
        if self.much and len(self.forums) > 1:
            said += " Kan to af dem mødes samme dag?"
        return said


def loads(spent: Iterable[TimeSpent]) -> list[Load]:
    """Each organisation's hours per month, the latest month first, in it who spent most first."""
    minutes: dict[tuple[str, date], int] = {}
    forums: dict[tuple[str, date], set[str]] = {}
    for one in spent:
        key = (one.organisation, one.on.replace(day=1))
        minutes[key] = minutes.get(key, 0) + one.minutes
        forums.setdefault(key, set()).add(one.forum)
    rows = [Load(*key, total, tuple(sorted(forums[key]))) for key, total in minutes.items()]
    return sorted(rows, key=lambda row: (-row.month.toordinal(), -row.minutes, row.organisation))


# -- The pulse ----------------------------------------------------------------------------------

# With fewer answers than this a single person's can be guessed.
SHOWN_FROM = 5


class Pulse(StrEnum):
    """The three questions after a meeting (003: unclear roles, the wrong people, no use wear people out)."""

    ROLES = "roles"
    PEOPLE = "people"
    WORTH = "worth"


class Felt(StrEnum):
    """What one can answer."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


QUESTIONS = {
    Pulse.ROLES: "Vidste du, hvad din rolle var?",
    Pulse.PEOPLE: "Var de rigtige med?",
    Pulse.WORTH: "Var mødet tiden værd?",
}
FELT_NAMES = {Felt.YES: "Ja", Felt.PARTLY: "Delvist", Felt.NO: "Nej"}
_SAID = {
    Pulse.ROLES: "vidste, hvad deres rolle var",
    Pulse.PEOPLE: "syntes, at de rigtige var med",
    Pulse.WORTH: "syntes, at mødet var tiden værd",
}
# What one can do when fewer than half say yes.
_TRY = {
    Pulse.ROLES: "Giv hver en opgave i indkaldelsen.",
    Pulse.PEOPLE: "Spørg, hvem der mangler.",
    Pulse.WORTH: "Spørg, hvad der ville gøre det tiden værd.",
}


@dataclass(frozen=True, slots=True)
class PulseCount:
    """One question: how many said each thing, and all of it in a sentence."""

    question: Pulse
    counts: Mapping[Felt, int]
    sentence: str


@dataclass(frozen=True, slots=True)
class PulseResult:
    """What may be shown. `questions` is empty as long as it may not, and `waits` says why."""

    answered: int
    questions: tuple[PulseCount, ...]
    waits: str = ""


def pulse(answers: Sequence[Mapping[Pulse, Felt]], *, closed: bool) -> PulseResult:
    """The pulse of one meeting; each answer is one person's, with the questions they answered.

    Nothing is shown until the round is `closed`: a result that grows by one answer at a time gives each one
    away to whoever looks twice. Nothing is shown of fewer than `SHOWN_FROM` answers, for each question too.
    """
    answered = sum(bool(one) for one in answers)
    if not closed:
        waits = f"{capitalised(count(answered, 'svar', 'svar'))} endnu. I ser dem, når runden er slut."
        return PulseResult(answered, (), waits)
    if answered < SHOWN_FROM:
        few = f"Færre end {number_word(SHOWN_FROM)} svarede."
        return PulseResult(answered, (), f"{few} Så vises svarene ikke, for ingen skal kunne gættes.")
    shown = [_pulse_count(question, answers) for question in Pulse]
    return PulseResult(answered, tuple(one for one in shown if one))


def _pulse_count(question: Pulse, answers: Iterable[Mapping[Pulse, Felt]]) -> PulseCount | None:
    said = [one[question] for one in answers if question in one]
    if len(said) < SHOWN_FROM:
        return None
    counts = {felt: said.count(felt) for felt in Felt}
    yes = counts[Felt.YES]
    who = "Alle" if yes == len(said) else f"{_many(yes)} af {number_word(len(said))}"
    sentence = f"{who} {_SAID[question]}."
    if 2 * yes < len(said):
        sentence += f" {_TRY[question]}"
    return PulseCount(question, counts, sentence)


# -- Answers in time ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sent:
    """An item that one forum sent another: the names, the day, when an answer is due and when it came.

    `waits` is False for one that was taken back or sent back: nobody owes an answer.
    """

    key: Hashable
    sender: str
    receiver: str
    sent_on: date
    due: date | None = None
    answered_on: date | None = None
    waits: bool = True


@dataclass(frozen=True, slots=True)
class Answering:
    """How a forum answers what it was sent: keys of items. An item without a deadline cannot be late."""

    in_time: tuple[Hashable, ...]
    late: tuple[Hashable, ...]
    overdue: tuple[Hashable, ...]
    waiting: tuple[Hashable, ...]

    @property
    def share_in_time(self) -> float | None:
        """Of those answered or overdue, the part answered in time (0–1); None when there are none."""
        judged = len(self.in_time) + len(self.late) + len(self.overdue)
        return len(self.in_time) / judged if judged else None


def answering(sent: Iterable[Sent], today: date) -> Answering:
    """Each item once: answered in time, answered late, overdue, or waiting with time left."""
    groups: dict[str, list[Hashable]] = {"in_time": [], "late": [], "overdue": [], "waiting": []}
    for one in sent:
        if one.answered_on:
            groups["late" if one.due and one.answered_on > one.due else "in_time"].append(one.key)
        elif one.waits:
            groups["overdue" if one.due and one.due < today else "waiting"].append(one.key)
    return Answering(**{name: tuple(keys) for name, keys in groups.items()})


def answering_sentences(sent: Iterable[Sent], today: date) -> list[str]:
    """How it goes with the answers, and who waits for one; empty when nothing was sent."""
    sent = list(sent)
    found = answering(sent, today)
    answered = len(found.in_time) + len(found.late)
    said = []
    if answered:
        in_time = "Alle" if not found.late else _many(len(found.in_time))
        of = "" if not found.late else f" af {number_word(answered)}"
        said.append(f"{in_time}{of} svar kom til tiden." if answered > 1 else _only_one(found))
    if found.overdue:
        waiting = sorted({one.sender for one in sent if one.key in found.overdue})
        items = "ét punkt" if len(found.overdue) == 1 else f"{number_word(len(found.overdue))} punkter"
        said.append(f"{join_names(waiting)} venter på svar på {items}, og fristen er gået.")
    if found.waiting:
        items = "ét punkt" if len(found.waiting) == 1 else f"{number_word(len(found.waiting))} punkter"
        said.append(f"{capitalised(items)} venter, og der er tid endnu.")
    return said


def _only_one(found: Answering) -> str:
    return "Svaret kom til tiden." if found.in_time else "Svaret kom for sent."


def _many(amount: int) -> str:
    return capitalised("ingen" if amount == 0 else number_word(amount))
