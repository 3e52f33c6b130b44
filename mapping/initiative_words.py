"""What is said of an initiative in a line: who brings what now, for how long, what an agreement lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from config.danish import full_date
from mapping.initiative_method import PHASES


def phase_name(phase: int) -> str:
    """Idé, Opstart, Drift, Forankring or Evaluering."""
    return PHASES[phase - 1].name


@dataclass(frozen=True, slots=True)
class Part:
    """What a partner does, brings and gains in one phase."""

    phase: int
    role: str = ""
    contribution: str = ""
    gain: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said of the phase."""
        return not (self.role or self.contribution or self.gain)

    @property
    def name(self) -> str:
        """The phase in words."""
        return phase_name(self.phase)

    @property
    def named(self) -> str:
        """The same in a sentence: "driftsfasen"."""
        return PHASES[self.phase - 1].named


def part_now(parts: Sequence[Part], phase: int) -> Part | None:
    """The part that holds in this phase: its own, else the latest before it, else the first after it."""
    told = sorted((part for part in parts if not part.is_empty), key=lambda part: part.phase)
    before = [part for part in told if part.phase <= phase]
    return before[-1] if before else next(iter(told), None)


def period(since: date | None, until: date | None) -> str:
    """Return "fra 1. august 2026 til 30. juni 2027", with one of them, or "" without both."""
    said = [f"fra {full_date(since)}"] if since else []
    return " ".join([*said, f"til {full_date(until)}"] if until else said)


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """What is there of a samarbejdsaftale: `silent` are the partners of whom nothing is said."""

    partners: int
    has_purpose: bool
    has_coordinator: bool
    has_start: bool
    silent: tuple[str, ...] = ()


def lacking(facts: AgreementFacts) -> list[str]:
    """What to write before anybody signs, each a sentence; nothing when it is all there."""
    said = []
    if facts.partners < 2:
        said.append("Sæt mindst to partnere på.")
    if not facts.has_purpose:
        said.append("Skriv formålet på initiativet.")
    if not facts.has_coordinator:
        said.append("Vælg en tovholder.")
    if not facts.has_start:
        said.append("Skriv, hvornår aftalen gælder fra.")
    said += [f"Skriv, hvad {name} bidrager med og får ud af det." for name in facts.silent]
    return said
