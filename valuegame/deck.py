"""The cards with positive changes: how one sees that a value is there. Plain data, our own words.

A group says what it gains more easily when somebody has put a first example on the table. Each card is for
one of the five values; many also say what the area gets of it: the four contributions of CFBU's Fig. 3 in
"Få flere på banen" (cohesion, attraction, ownership, services that fit). The wording is ours.
"""

from dataclasses import dataclass
from enum import StrEnum


class Gives(StrEnum):
    """What the area gets."""

    COHESION = "Lokal sammenhængskraft"
    ATTRACTION = "Lokal tiltrækning"
    OWNERSHIP = "Lokalt ejerskab"
    SERVICES = "Lokal kvalificering af tilbud"


@dataclass(frozen=True, slots=True)
class Card:
    """One card: the value it is for, 1 to 5, what one would see, and what the area gets of it."""

    key: str
    value: int
    text: str
    gives: Gives | None = None


def _cards() -> tuple[Card, ...]:
    cards = []
    for value, lines in _WORDS.items():
        for number, (text, gives) in enumerate(lines, start=1):
            cards.append(Card(f"{value}-{number}", value, text, gives))
    return tuple(cards)


_WORDS = {
    1: (
        ("Der kommer nogen, vi aldrig har set før", None),
        ("Unge bliver og hjælper til, når de er blevet for gamle", Gives.OWNERSHIP),
        ("Fædrene kommer også", Gives.COHESION),
        ("Folk fra resten af byen finder herud", Gives.ATTRACTION),
        ("Beboere fra to gader mødes til det samme", Gives.COHESION),
        ("En familie tager naboen med næste gang", Gives.COHESION),
        ("Vores opslag bliver læst på flere sprog", Gives.SERVICES),
    ),
    2: (
        ("Vi lærer noget af hinanden, vi kan bruge i morgen", None),
        ("Frivillige ved, hvem de kan ringe til", Gives.SERVICES),
        ("Vi opdager i tide, når noget er ved at gå galt", Gives.SERVICES),
        ("Medarbejderen kender vejen videre i kommunen", Gives.SERVICES),
        ("Vi har prøvet noget, vi ikke turde alene", None),
        ("Beboere bliver spurgt som dem, der ved det bedst", Gives.OWNERSHIP),
        ("Vi siger det samme, når nogen spørger", Gives.SERVICES),
    ),
    3: (
        ("Vi har hinandens numre og bruger dem", None),
        ("Møderne er kortere, og der kommer mere ud af dem", None),
        ("Vi planlægger halvåret sammen", Gives.SERVICES),
        ("Ingen holder det samme på den samme aften", Gives.SERVICES),
        ("En ny kollega er inde i det efter en uge", None),
        ("Vi hjælper hinanden, uden at nogen skal spørge to gange", Gives.COHESION),
        ("Det kører videre, selv om én stopper", Gives.OWNERSHIP),
    ),
    4: (
        ("Butikken giver de første fritidsjob", Gives.ATTRACTION),
        ("Nogen tager ansvar for pladsen foran døren", Gives.OWNERSHIP),
        ("Flere melder sig, når der er noget at gøre", Gives.OWNERSHIP),
        ("Vores medlemmer er stolte af at være med", Gives.COHESION),
        ("Området bliver omtalt for noget godt", Gives.ATTRACTION),
        ("Beboere står selv for festen", Gives.OWNERSHIP),
        ("Der bliver hilst mere, end der gjorde sidste år", Gives.COHESION),
    ),
    5: (
        ("Lokalet bliver brugt om aftenen", Gives.SERVICES),
        ("Vi låner hos hinanden i stedet for at købe", Gives.COHESION),
        ("Vi søger penge sammen og får dem", Gives.SERVICES),
        ("Der er voksne nok til turen", Gives.SERVICES),
        ("En virksomhed lægger timer i det", Gives.ATTRACTION),
        ("Bilen, grillen og højttaleren har en liste", None),
        ("Folk udefra vil bruge vores lokaler", Gives.ATTRACTION),
    ),
}
DECK = _cards()


def fitting(piece: str) -> tuple[Card, ...]:
    """The cards for a piece: those of its value, and for one of the group's own pieces none."""
    return tuple(card for card in DECK if str(card.value) == piece)
