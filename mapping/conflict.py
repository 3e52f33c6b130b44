"""When two people save the same collaboration: where they differ, in words."""

from dataclasses import dataclass

from config.danish import join_names, long_date
from mapping.models import Collaboration, Form, Frequency

EMPTY = "–"
LABELS = {
    "actors": "Aktører",
    "form": "Samarbejdsform",
    "about": "Hvad handler det om?",
    "target_groups": "Målgrupper",
    "coordinator": "Tovholder",
    "since": "Siden",
    "until": "Til",
    "frequency": "Hvor tit?",
    "agreed_in_writing": "Aftalt skriftligt?",
    "funded_by": "Hvem betaler?",
    "carried_on_by": "Hvem vil føre det videre?",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two people wrote: what stands there now, and what this user typed."""

    label: str
    stands: str
    typed: str


def differences(collaboration: Collaboration, typed: dict) -> list[Difference]:
    """Where `typed`, cleaned values by field name, says something else than the saved collaboration."""
    found = (
        Difference(label, in_words(name, _standing(collaboration, name)), in_words(name, typed[name]))
        for name, label in LABELS.items()
    )
    return [difference for difference in found if difference.stands != difference.typed]


def _standing(collaboration: Collaboration, name: str):
    if name == "actors":
        return [part.actor for part in collaboration.participations.all()]
    value = getattr(collaboration, name)
    return list(value.all()) if name == "target_groups" else value


def in_words(name: str, value) -> str:
    """One value as a reader sees it."""
    if name in ("actors", "target_groups"):
        return join_names(sorted(thing.name for thing in value)) or EMPTY
    if name == "agreed_in_writing":
        return {True: "Ja", False: "Nej", None: "Ved ikke"}[value]
    if not value:
        return EMPTY
    if name in ("since", "until"):
        return f"{long_date(value)} {value.year}"
    words = {"form": Form, "frequency": Frequency}.get(name)
    return str(words(value).label) if words else str(value)
