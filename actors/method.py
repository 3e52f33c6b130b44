"""The five values, the sunshine talk and the question guide, with texts in our own words.

The values and what belongs to each are those of CFBU, "Få flere på banen", the sunshine model and figure 5
(questions for the interessentanalyse). Plain data: no Django, no rows. A plan's changes to the guide are rows
of GuideQuestion; actors/guide.py puts the two together.
"""

from dataclasses import dataclass
from enum import StrEnum

TALK_QUESTION = "Hvad giver samarbejdet jer?"


@dataclass(frozen=True, slots=True)
class Value:
    """One ray of the sun. `short` is for the poster, `ask` for the talk, `helps` for when it goes quiet."""

    number: int
    name: str
    # What it is, in a sentence a newcomer understands.
    plain: str
    short: str
    ask: str
    helps: tuple[str, ...]
    # Asked after the first answer: what the actor itself can give others of this.
    gives: str


VALUES = (
    Value(
        number=1,
        name="Bredere målgruppe",
        plain="Nå flere og andre beboere gennem hinandens adgang og kendskab.",
        short="Hvem vil I gerne nå, som I ikke når i dag?",
        ask="Hvem vil I gerne nå, som I ikke når i dag?",
        helps=("Hvem kender dem bedre end jer?", "Hvor sender I folk hen, når I ikke selv kan hjælpe?"),
        gives="Hvem kender I, som andre har svært ved at nå?",
    ),
    Value(
        number=2,
        name="Øget faglighed",
        plain="Lære af andres viden, så det, I selv laver, bliver bedre.",
        short="Hvad kan de andre, som I gerne vil blive klogere på?",
        ask="Hvad kan de andre her, som I gerne vil blive klogere på?",
        helps=("Hvornår har I savnet nogen at spørge?", "Hvad ville I øve jer på, hvis der var tid?"),
        gives="Hvad ved I, som andre kunne have glæde af?",
    ),
    Value(
        number=3,
        name="Stærkere samarbejdsgrundlag",
        plain="Kende hinandens styrker og prøve af, om der er mere at bygge på.",
        short="Hvilke nye samarbejder kan vokse ud af det her?",
        ask="Hvilke nye samarbejder kan vokse ud af det her for jer?",
        helps=("Hvem har I altid villet prøve noget med?", "Hvad skulle I vide om dem først?"),
        gives="Hvem kan I sætte i forbindelse med hinanden?",
    ),
    Value(
        number=4,
        name="Større socialt ansvar",
        plain="Gøre mere for dem, der har brug for det, og være kendt for det.",
        short="Hvor kan I gøre en forskel for området?",
        ask="Hvor kan I gøre en forskel for området, som også giver mening for jer?",
        helps=("Hvad siger jeres kunder og ansatte om at være med?", "Hvad har I gjort, som I er stolte af?"),
        gives="Hvad ved I om, hvad der er brug for herude?",
    ),
    Value(
        number=5,
        name="Adgang til flere ressourcer",
        plain="Bruge hinandens lokaler, udstyr og penge, så mere kan lade sig gøre.",
        short="Hvad mangler I, som andre har til overs?",
        ask="Hvad mangler I, som andre måske har til overs?",
        helps=(
            "Hvad har I sagt nej til, fordi I manglede plads eller udstyr?",
            "Hvornår på ugen er det værst?",
        ),
        gives="Hvad står ubrugt hos jer, og hvornår?",
    ),
)

_BY_NUMBER = {value.number: value for value in VALUES}


def value_of(number: int) -> Value:
    """The value with number 1 to 5. Raises KeyError for any other."""
    return _BY_NUMBER[number]


class GoesTo(StrEnum):
    """The part of the profile that an answer feeds; NOTES stays with the interview alone."""

    TARGET_GROUPS = "target_groups"
    WANTED_TARGET_GROUPS = "wanted_target_groups"
    COMPETENCES = "competences"
    STRENGTHS = "strengths"
    RESOURCES = "resources"
    NEEDS = "needs"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the guide. `key` never changes, so that old answers find their question again."""

    key: str
    value: int
    text: str
    goes_to: GoesTo = GoesTo.NOTES
    hint: str = ""


GUIDE = (
    Question("reaches", 1, "Hvilke grupper af beboere når I i dag?", GoesTo.TARGET_GROUPS),
    Question(
        "wants_to_reach", 1, "Hvilke grupper vil I gerne nå, men når ikke?", GoesTo.WANTED_TARGET_GROUPS
    ),
    Question("how_they_find_us", 1, "Hvordan finder beboerne frem til jer?"),
    Question("refers_to", 1, "Hvem henviser I til, når I ikke selv kan hjælpe?"),
    Question(
        "professional", 2, "Hvilke fag og uddannelser har I hos jer?", GoesTo.COMPETENCES, "Én pr. linje."
    ),
    Question(
        "other_strengths",
        2,
        "Hvad kan I ellers, som beboerne har glæde af?",
        GoesTo.STRENGTHS,
        "Fx sprog, tillid eller egne erfaringer. Én pr. linje.",
    ),
    Question("wants_to_learn", 2, "Hvad vil I gerne blive klogere på?"),
    Question("works_with", 3, "Hvem arbejder I sammen med nu, og hvad fungerer godt?"),
    Question("wants_to_work_with", 3, "Hvem vil I gerne arbejde sammen med?"),
    Question("what_stops", 3, "Hvad har stået i vejen før?"),
    Question("cares_for", 4, "Hvad i området ligger jer særligt på sinde?"),
    Question("could_do", 4, "Hvad kunne I se jer selv bidrage med ud over jeres kerneopgave?"),
    Question("limits", 4, "Hvad vil I helst ikke være med til?"),
    Question(
        "has",
        5,
        "Hvilke lokaler, udstyr eller varer kan andre bruge, og hvornår?",
        GoesTo.RESOURCES,
        "Én ting pr. linje.",
    ),
    Question("lacks", 5, "Hvad mangler I for at kunne gøre mere?", GoesTo.NEEDS, "Én ting pr. linje."),
    Question("seasons", 5, "Hvornår på året har I mest brug for en hånd?"),
)
