"""What a contact person has said yes to, and what may therefore be shown to whom.

Two things live here: the steps a consent can take, and `visible_contact`, the one function that
decides what any output shows of a contact person. Pages, search, export, map and print all ask it.

Plain Python: `today` is an argument, states and audiences are the strings the database keeps
(`ConsentState`, `accounts.access.Audience`).
"""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from config.danish import long_date

# A yes holds for 24 months; then the person is asked again.
CONSENT_MONTHS = 24
# Who was written down by others is told within a month (GDPR 14).
INFORM_WITHIN = timedelta(days=30)


class State(StrEnum):
    """Where the question of consent stands."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


# A no may be asked about again, since people change their minds. A yes must end before a new one is
# written, so that the history never holds two that overlap.
NEXT_STATES: dict[State, frozenset[State]] = {
    State.NOT_ASKED: frozenset({State.ASKED}),
    State.ASKED: frozenset({State.GIVEN, State.REFUSED}),
    State.GIVEN: frozenset({State.WITHDRAWN, State.EXPIRED}),
    State.REFUSED: frozenset({State.ASKED}),
    State.WITHDRAWN: frozenset({State.ASKED}),
    State.EXPIRED: frozenset({State.ASKED}),
}


@dataclass(frozen=True)
class Scope:
    """Some whom a person can say yes to, and how they are explained."""

    name: str
    explanation: str


# Nearest first.
SCOPES: dict[str, Scope] = {
    "team": Scope("Helhedsplanens medarbejdere", "Dem, der skriver aktører op her."),
    "plan": Scope("Læsere i helhedsplanen", "Fx bestyrelse, kommune og Landsbyggefonden."),
    "partners": Scope("Partnere", "Andre organisationer i området, som har login."),
    "public": Scope("Alle", "Også på åbne sider uden login."),
}

# Who is meant by each yes. The team keeps the list, so it may see what anybody else may; and what
# everybody may see, each of the others may too. But a yes to the partners is none to board and
# municipality, nor the other way round: those two stay apart.
_REACHES: dict[str, frozenset[str]] = {
    "team": frozenset({"team"}),
    "plan": frozenset({"team", "plan"}),
    "partners": frozenset({"team", "partners"}),
    "public": frozenset(SCOPES),
}

# Name and role of somebody at work may be known without consent (legitimate interest), but only to
# those who belong to the plan.
_KNOW_NAMES = frozenset({"team", "plan"})

METHODS: dict[str, str] = {"spoken": "Mundtligt", "mail": "På mail", "paper": "Underskrevet papir"}

# Each text ever read to anybody, by version. Never change one: add a version, so that it can be
# shown later what a person said yes to.
CONSENT_TEXTS: dict[str, str] = {
    "2026-1": (
        "Vi vil gerne skrive dit direkte nummer og din mail op, så det er let at få fat i dig om"
        " samarbejdet i området. Du vælger selv, hvem der må se dem. Dit ja gælder i 24 måneder."
        " Du kan altid trække det tilbage, og så skjuler vi dem med det samme."
        " Siger du nej, noterer vi kun dit navn og din rolle."
    ),
}
CURRENT_TEXT = "2026-1"


class ConsentProblem(ValueError):
    """A step that cannot be taken; its text is a Danish sentence for the one who tried.

    `field` names the part of the step that is wrong; empty when it is the step itself.
    """

    def __init__(self, text: str, field: str = ""):
        super().__init__(text)
        self.field = field


@dataclass(frozen=True)
class Step:
    """One step of a consent: what happened, on which day, and who wrote it down.

    `scope` and `method` belong to a yes alone; `text_version` is the text that was read out.
    """

    state: State
    on: date
    by: str = ""
    scope: frozenset[str] = frozenset()
    method: str = ""
    text_version: str = ""


@dataclass(frozen=True)
class Standing:
    """Where a consent stands after its newest step; `until` is the last day a yes holds."""

    state: State = State.NOT_ASKED
    scope: frozenset[str] = frozenset()
    until: date | None = None
    since: date | None = None


@dataclass(frozen=True)
class ContactFacts:
    """All that is stored of a contact person that the decision needs."""

    name: str
    role: str
    phone: str = ""
    email: str = ""
    state: str = State.NOT_ASKED
    scope: frozenset[str] = frozenset()
    until: date | None = None


@dataclass(frozen=True)
class ContactCard:
    """What one audience may see. `withheld` says in Danish why phone and mail are missing, if they are."""

    name: str
    role: str
    phone: str = ""
    email: str = ""
    withheld: str | None = None

    @property
    def label(self) -> str:
        """Name and role, as in »Kontakt: Lone Riis, formidler«."""
        return f"{self.name}, {self.role}" if self.role else self.name


def visible_contact(contact: ContactFacts, audience: str, today: date) -> ContactCard | None:
    """What `audience` may see of the contact on `today`; None if not even that it exists.

    A yes that holds and reaches the audience shows everything. Without it those in the plan see
    name and role, and everybody else nothing. A date that has passed counts as expired, whatever
    the state says.
    """
    if holds(contact.state, contact.until, today) and audience in reach(contact.scope):
        return ContactCard(contact.name, contact.role, contact.phone, contact.email)
    if audience not in _KNOW_NAMES:
        return None
    return ContactCard(contact.name, contact.role, withheld=_why_withheld(contact, audience, today))


def holds(state: str, until: date | None, today: date) -> bool:
    """True if a yes is in force on `today`; `until` is its last day."""
    return state == State.GIVEN and until is not None and today <= until


def state_on(state: str, until: date | None, today: date) -> State:
    """The state as it is on `today`: a yes whose last day has passed is expired."""
    if state == State.GIVEN and not holds(state, until, today):
        return State.EXPIRED
    return State(state)


def reach(scope: Iterable[str]) -> frozenset[str]:
    """Every audience that a yes to `scope` reaches; unknown words reach nobody."""
    return frozenset().union(*(_REACHES.get(one, frozenset()) for one in scope))


def informing_is_due(noted_on: date, informed_on: date | None, today: date) -> bool:
    """True if the person has stood here for over a month and nobody has told them."""
    return informed_on is None and today - noted_on > INFORM_WITHIN


def last_day(given_on: date) -> date:
    """The last day of a yes given on `given_on`: 24 months later, or that month's last day."""
    years, month = divmod(given_on.month - 1 + CONSENT_MONTHS, 12)
    year, month = given_on.year + years, month + 1
    return date(year, month, min(given_on.day, calendar.monthrange(year, month)[1]))


def take_step(standing: Standing, step: Step, today: date) -> Standing:
    """The standing after `step`. Raises ConsentProblem if the step cannot be taken from here."""
    _check_order(standing, step, today)
    if step.state == State.GIVEN:
        _check_yes(step, today)
        return Standing(State.GIVEN, step.scope, last_day(step.on), step.on)
    if step.state == State.EXPIRED and (standing.until is None or step.on <= standing.until):
        raise ConsentProblem("Samtykket er ikke udløbet endnu.")
    return Standing(step.state, since=step.on)


def steps_to(standing: Standing, step: Step, today: date) -> list[Step]:
    """The steps that lead to `step`, itself last, when those between are not written down yet.

    A yes whose last day has passed is first marked expired; a person who answers on the spot
    was asked the same day. Nothing is checked: `take_step` does that for each.
    """
    path, state = [], standing.state
    if standing.until is not None and state_on(state, standing.until, today) != state:
        path.append(Step(State.EXPIRED, on=standing.until + timedelta(days=1)))
        state = State.EXPIRED
    answers = {State.GIVEN, State.REFUSED}
    if step.state in answers and State.ASKED in NEXT_STATES[state]:
        path.append(replace(step, state=State.ASKED, scope=frozenset(), method=""))
    return [*path, step]


def _check_order(standing: Standing, step: Step, today: date) -> None:
    """Raise ConsentProblem for a state that does not follow, or a day that cannot be."""
    if step.state not in NEXT_STATES[standing.state]:
        raise ConsentProblem(_why_not(standing.state, step.state))
    if step.on > today:
        raise ConsentProblem("Datoen skal være i dag eller før.", "on")
    if standing.since and step.on < standing.since:
        raise ConsentProblem(f"Datoen skal være {long_date(standing.since, today)} eller senere.", "on")


def _check_yes(step: Step, today: date) -> None:
    """Raise ConsentProblem unless the yes says to whom, to which text, how, and who heard it."""
    if not step.scope:
        raise ConsentProblem("Vælg, hvem der må se telefon og mail.", "scope")
    if not step.scope <= SCOPES.keys():
        raise ConsentProblem("Vælg blandt dem, der står på listen.", "scope")
    if step.method not in METHODS:
        raise ConsentProblem("Vælg, hvordan svaret blev givet.", "method")
    if step.text_version not in CONSENT_TEXTS:
        raise ConsentProblem("Teksten, der blev læst op, findes ikke.", "text_version")
    if not step.by:
        raise ConsentProblem("Der mangler, hvem der skrev svaret ned.", "by")
    if last_day(step.on) < today:
        raise ConsentProblem(f"Svaret er over {CONSENT_MONTHS} måneder gammelt. Spørg igen.", "on")


def _why_not(now: State, wanted: State) -> str:
    """Why `wanted` cannot follow `now`, and the way on."""
    if wanted == State.WITHDRAWN:
        return "Der er intet samtykke at trække tilbage."
    if wanted == State.EXPIRED:
        return "Der er intet samtykke, der kan udløbe."
    if wanted == State.NOT_ASKED:
        return "Det, der er sket, bliver stående."
    if now == State.GIVEN:
        return "Samtykket gælder allerede. Træk det tilbage, før du skriver et nyt svar."
    if now == State.ASKED:
        return "Personen er allerede spurgt. Skriv svaret, når det kommer."
    return "Spørg personen først."


def first_name(name: str) -> str:
    """What a sentence calls the person of this name."""
    return (name.split() or ["personen"])[0]


def _why_withheld(contact: ContactFacts, audience: str, today: date) -> str | None:
    """One sentence on why phone and mail are hidden; None if there are none to hide.

    How a person answered is between them and the team, so others are only told that it is hidden.
    """
    if not (contact.phone or contact.email):
        return None
    if audience != "team":
        return "Telefon og mail er skjult."
    person = first_name(contact.name)
    state = state_on(contact.state, contact.until, today)
    if state == State.EXPIRED and contact.until:
        return f"Samtykket udløb {long_date(contact.until, today)}. Bed om et nyt, før du skriver mere."
    return {
        State.REFUSED: f"{person} har sagt nej. Telefon og mail er skjult.",
        State.WITHDRAWN: f"{person} har trukket sit ja tilbage. Telefon og mail er skjult.",
        State.EXPIRED: "Samtykket er udløbet. Bed om et nyt, før du skriver mere.",
    }.get(state, f"Telefon og mail er skjult, til {person} har sagt ja.")
