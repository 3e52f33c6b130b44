"""The checklist for contributions: what one organisation can do for another. Plain data, our own words.

CFBU's value game has a checklist of this name ("Tjekliste for bidrag"), which we have not seen; these lines
are our own, six for each of the five values. They are read aloud, ticked on paper and used as a spark when
somebody says that they have nothing to give.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contribution:
    """One thing that can be given: the value of whoever gets it, 1 to 5, and what it is."""

    key: str
    value: int
    text: str


def _contributions() -> tuple[Contribution, ...]:
    return tuple(
        Contribution(f"{value}-{number}", value, text)
        for value, texts in _WORDS.items()
        for number, text in enumerate(texts, start=1)
    )


_WORDS = {
    1: (
        "Tage jer med ud til dem, vi kender",
        "Fortælle om jeres tilbud, når vi møder beboerne",
        "Følge folk det sidste stykke hen til jer",
        "Tolke og oversætte, også det usagte",
        "Sige, hvornår og hvor det passer dem at komme",
        "Dele jeres opslag, hvor folk ser dem",
    ),
    2: (
        "Fortælle om vores fag på et møde",
        "Lade jer følge med os en dag",
        "Tage telefonen, når I er i tvivl",
        "Holde et kursus eller en øvegang",
        "Tænke med på noget svært, uden navne på beboere",
        "Fortælle, hvordan det er at bo her",
    ),
    3: (
        "Sætte jer i forbindelse med nogen, vi kender",
        "Være tovholder for noget i en tid",
        "Samle kalenderen eller skrive referatet",
        "Tale jeres sag, hvor vi har en stol",
        "Give jer plads på vores møder",
        "Sige i god tid, hvad vi planlægger",
    ),
    4: (
        "Tage en ung i fritidsjob eller praktik",
        "Lade vores folk hjælpe i arbejdstiden",
        "Sige, hvad der er brug for herude",
        "Gå forrest, når noget skal siges højt",
        "Vise jeres arbejde frem med stolthed",
        "Købe hos jer, når vi alligevel skal købe",
    ),
    5: (
        "Låne et rum ud, når det står tomt",
        "Låne udstyr, bil eller værktøj ud",
        "Give mad, varer eller præmier",
        "Stille med hænder til én dag",
        "Give penge, eller hjælpe med at søge dem",
        "Klare print, kaffe og nøgler",
    ),
}
CONTRIBUTIONS = _contributions()


def of_value(number: int) -> tuple[Contribution, ...]:
    """Those of the value with number 1 to 5."""
    return tuple(one for one in CONTRIBUTIONS if one.value == number)
