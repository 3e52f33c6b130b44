"""Advice on an agenda, said kindly; it never stops anybody. Plain Python.

What makes a good meeting is what Albertslund's resource networks found (seeds/004, "Foreløbige erfaringer"):
from the why, at a time when most can come, 2½ hours at most, a role for everybody, small breaks, food, more
workshop and gathering-up than talk, few items. The numbers that 004 does not give are our own judgement.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from config.danish import capitalised, clock, count, join_names, number, number_word
from meetings.agenda_method import KIND_BY_CODE, Mode
from meetings.timing import Item, Span, at_clock, schedule

# 004: "Max. 2½ times mødelængde".
LONGEST = 150
# 004 asks for small breaks along the way; the design's agenda says so when this long passes without one.
STRETCH = 75
# 004: few items, which leave room for reflection. Fewer minutes each than this, on average, is many.
MINUTES_EACH = 15
# Up to so many items nobody loses the thread, however short the meeting.
ALWAYS_FEW = 3
# 004: weight on the workshop rather than the talk. So much listening bothers nobody.
LISTEN_AT_EASE = 20
# From so many answers one may say that most cannot.
ANSWERS_TO_JUDGE = 3
# 004: food at the meeting. Who sits through all of this has missed a meal.
MEALS = ((time(12), time(12, 30)), (time(18), time(18, 30)))
NAMES_AT_MOST = 3
ADVICE = "råd"


@dataclass(frozen=True, slots=True)
class Invited:
    """One who is invited. `role` is what they have to do at the meeting, or ""."""

    key: Hashable
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """How many can, may be able, and cannot, when the meeting is. `better` names a time more can, or ""."""

    yes: int = 0
    maybe: int = 0
    no: int = 0
    better: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting as it is planned: local time of day, whole minutes from beginning to end, items in order."""

    begins: time
    minutes: int
    why: str = ""
    items: tuple[Item, ...] = ()
    invited: tuple[Invited, ...] = ()
    answers: Answers = Answers()

    @property
    def planned(self) -> int:
        """The minutes of all items."""
        return sum(item.minutes or 0 for item in self.items)


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing worth a thought: what it is, and a way out. `item` is a place in the agenda, or None."""

    code: str
    says: str
    way_out: str
    item: int | None = None
    tone: str = ADVICE

    @property
    def sentence(self) -> str:
        """Both together."""
        return f"{self.says} {self.way_out}"


def advice(agenda: Agenda) -> list[Advice]:
    """All that is worth a thought, the most pressing first; empty when there is nothing."""
    rules = (
        _past_the_end, _too_long, _no_why, _most_cannot, _nobody_responsible, _no_minutes, _no_break,
        _much_listening, _many_items, _without_role, _no_food,
    )  # fmt: skip
    return [one for rule in rules for one in rule(agenda)]


def _past_the_end(agenda: Agenda) -> Iterable[Advice]:
    over = agenda.planned - agenda.minutes
    if over > 0:
        ends = clock(at_clock(agenda.begins, agenda.planned))
        says = f"{count(over, 'minut', 'minutter')} for lang."
        longest = max((item.minutes or 0 for item in agenda.items if not item.rests), default=0)
        way_out = "Forkort ét punkt" if longest > over else "Tag punkter af"
        yield Advice("past_the_end", capitalised(says), f"{way_out}, eller slut kl. {ends}.")


def _too_long(agenda: Agenda) -> Iterable[Advice]:
    longest = max(agenda.minutes, agenda.planned)
    if longest > LONGEST:
        yield Advice(
            "too_long", f"Mødet varer {_length(longest)}.",
            "De fleste kan følge med i to og en halv time. Kan noget vente til næste gang?",
        )  # fmt: skip


def _no_why(agenda: Agenda) -> Iterable[Advice]:
    if not agenda.why.strip():
        yield Advice("no_why", "Mødet mangler et hvorfor.", "Skriv det vigtigste, der skal komme ud af det.")


def _most_cannot(agenda: Agenda) -> Iterable[Advice]:
    answers = agenda.answers
    answered = answers.yes + answers.maybe + answers.no
    if answered >= ANSWERS_TO_JUDGE and 2 * answers.no > answered:
        way_out = (
            f"{capitalised(answers.better)} kan flere." if answers.better else "Spørg, hvornår flere kan."
        )
        yield Advice("most_cannot", f"{answers.no} af {answered} kan ikke på det tidspunkt.", way_out)


def _nobody_responsible(agenda: Agenda) -> Iterable[Advice]:
    for place, item in enumerate(agenda.items):
        if not item.rests and item.responsible is None:
            yield Advice(
                "nobody_responsible", f"{_name(item, place)} mangler en ansvarlig.",
                "Spørg én, der brænder for det.", place,
            )  # fmt: skip


def _no_minutes(agenda: Agenda) -> Iterable[Advice]:
    for place, item in enumerate(agenda.items):
        if not item.minutes:
            yield Advice(
                "no_minutes", f"{_name(item, place)} mangler minutter.", "Skriv et skøn, så tiderne passer.",
                place,
            )  # fmt: skip


def _no_break(agenda: Agenda) -> Iterable[Advice]:
    for places in stretches(agenda.items):
        spans = schedule(agenda.items)
        whole = Span(spans[places[0]].begin, spans[places[-1]].end)
        if whole.minutes < STRETCH:
            continue
        if places[-1] + 1 == len(agenda.items):
            says = f"{whole.minutes} minutter til sidst uden pause."
        else:
            says = f"{whole.minutes} minutter før {'første' if places[0] == 0 else 'næste'} pause."
        if places[0] == 0 and places[-1] + 1 == len(agenda.items):
            says = f"{whole.minutes} minutter uden pause."
        yield Advice("no_break", says, _where_to_rest(agenda.items, spans, places), places[0])


def stretches(items: Sequence[Item]) -> list[list[int]]:
    """The places of items with no break or meal between them, in order."""
    found: list[list[int]] = [[]]
    for place, item in enumerate(items):
        if item.rests:
            found.append([])
        else:
            found[-1].append(place)
    return [places for places in found if places]


def _where_to_rest(items: Sequence[Item], spans: Sequence[Span], places: Sequence[int]) -> str:
    """Before the item that parts the stretch most evenly; a single item must be parted itself."""
    begin, end = spans[places[0]].begin, spans[places[-1]].end
    later = [place for place in places[1:] if begin < spans[place].begin < end]
    if not later:
        return f"Del {_name(items[places[0]], places[0])} i to med en pause imellem."
    best = min(later, key=lambda place: max(spans[place].begin - begin, end - spans[place].begin))
    return f"Læg en pause før {_name(items[best], best)}."


def _much_listening(agenda: Agenda) -> Iterable[Advice]:
    minutes = {
        mode: sum(item.minutes or 0 for item in agenda.items if KIND_BY_CODE[item.kind].mode is mode)
        for mode in Mode
    }
    listen, work = minutes[Mode.LISTEN], minutes[Mode.WORK]
    if listen > max(work, LISTEN_AT_EASE):
        yield Advice(
            "much_listening", f"{listen} minutter at lytte i og {work} at arbejde i.",
            "Kan et oplæg blive kortere, så alle kommer i gang?",
        )  # fmt: skip


def _many_items(agenda: Agenda) -> Iterable[Advice]:
    items = [item for item in agenda.items if not item.rests]
    resting = sum(item.minutes or 0 for item in agenda.items if item.rests)
    time_left = agenda.minutes - resting
    if len(items) > ALWAYS_FEW and len(items) * MINUTES_EACH > time_left:
        says = f"{capitalised(number_word(len(items)))} punkter {_beside_the_time(agenda, resting)}"
        yield Advice("many_items", says, "Vælg de vigtigste, og lad resten vente i listen.")


def _beside_the_time(agenda: Agenda, resting: int) -> str:
    """What there is for the items; when all of it is more than the meeting, what they take themselves."""
    own, have = agenda.planned - resting, count(agenda.minutes, "minut", "minutter")
    if agenda.planned <= agenda.minutes:
        return f"på {_length(agenda.minutes - resting)}." if resting < agenda.minutes else "og ingen tid."
    if not own:
        return f"og pauser på {count(resting, 'minut', 'minutter')}. I har {have}."
    least = "mindst " if any(not item.minutes for item in agenda.items) else ""
    return f"fylder {least}{count(own, 'minut', 'minutter')}. I har {number(agenda.minutes)}."


def _without_role(agenda: Agenda) -> Iterable[Advice]:
    busy = {item.responsible for item in agenda.items}
    idle = [one.name for one in agenda.invited if not one.role.strip() and one.key not in busy]
    if idle and len(idle) < len(agenda.invited):
        shown = join_names(idle, NAMES_AT_MOST if len(idle) > NAMES_AT_MOST + 1 else None)
        yield Advice(
            "without_role", f"{shown} har ingen rolle.", "Kan de tage imod, holde tiden eller samle op?"
        )
    elif idle:
        yield Advice("without_role", "Ingen har en rolle endnu.", "Begynd med ordstyrer og referent.")


def _no_food(agenda: Agenda) -> Iterable[Advice]:
    begin = agenda.begins.hour * 60 + agenda.begins.minute
    end = begin + agenda.minutes
    missed = any(
        begin <= first.hour * 60 + first.minute and last.hour * 60 + last.minute <= end
        for first, last in MEALS
    )
    if missed and all(item.kind != "food" for item in agenda.items):
        yield Advice(
            "no_food", "Mødet ligger hen over et måltid.", "Mad får folk til at blive og tale sammen."
        )


def _name(item: Item, place: int) -> str:
    return item.title.strip() or f"Punkt {place + 1}"


def _length(minutes: int) -> str:
    """ "45 minutter", "en time", "2 timer og 40 minutter"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return count(rest, "minut", "minutter")
    whole = "en time" if hours == 1 else f"{hours} timer"
    return whole if not rest else f"{whole} og {count(rest, 'minut', 'minutter')}"
