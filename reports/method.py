"""How a sunshine talk is held, for the sheet that staff take along; texts of our own. Plain data.

Built on what CFBU, "Få flere på banen", says of the sunshine model: good with those one does not know yet;
the actor points at what it recognises, and says which other values it sees.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the talk and what to do in it, one line each."""

    name: str
    icon: str
    lines: tuple[str, ...]


BEFORE = Step(
    "Før",
    "calendar-check",
    (
        "Se, hvem af os der sidst har talt med dem.",
        "Sæt en halv time af. Mød dem hos dem selv.",
        "Tag plakaten med, eller en tablet.",
    ),
)
OPENING = Step(
    "Begynd",
    "sun",
    (
        "Læg solen mellem jer, så I begge kan pege.",
        "Sig, at I taler om deres udbytte, ikke om en opgave til dem.",
        "Lad dem vælge, hvilken stråle I tager først.",
    ),
)
NOTING = Step(
    "Skriv ned",
    "pencil",
    (
        "Brug deres egne ord, og læs dem højt.",
        "Vælg sammen: ikke nu, lidt, noget eller meget.",
        "»Ikke nu« er også et svar. Spring over, hvad I ikke nåede.",
        "Mangler der en stråle, så giv den deres eget navn.",
        "Skriv ikke om enkeltpersoner.",
    ),
)
AFTERWARDS = Step(
    "Bagefter",
    "check",
    (
        "Sig, hvad du har skrevet, og hvem der kan se det.",
        "Aftal ét næste skridt. Skriv det ned med navn og dato.",
        "Giv dem den udfyldte plakat.",
        "Se efter, om samtalen gav et match.",
    ),
)
