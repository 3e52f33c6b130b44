"""The game's steps, with our own words for whoever leads it.

The steps and what each is for follow CFBU, "Få flere på banen" ("Værdispil"); the original manual is not
known to us, so flow, minutes and every sentence are our own. `tell` is one instruction, and stands the same
on the wall, on the phones and in what the facilitator says. Plain data: no Django, no rows.
"""

from dataclasses import dataclass

OPENING, STRONGER = "opening", "stronger"


@dataclass(frozen=True, slots=True)
class Step:
    """One of the eight steps. `share` is its part of the time, `least` the minutes it cannot do without."""

    key: str
    name: str
    # The one instruction of the step, and a quiet line above it.
    tell: str
    hint: str
    # Sig det her: read aloud, in short pieces.
    say: tuple[str, ...]
    # Hold øje med: what always matters in this step; what the table shows just now is added to it.
    watch: tuple[str, ...]
    share: int
    least: int
    # A step that may be left out says why one would keep it.
    optional: str = ""


STEPS = (
    Step(
        key="welcome",
        name="Velkommen",
        tell="Find jeres plads, og vær med",
        hint="Scan koden, eller skriv den på telefonen",
        say=(
            "Velkommen. I er her, fordi I hver har noget, beboerne har brug for.",
            "Vi lægger et puslespil. Brikkerne er det, samarbejdet giver jer.",
            "Alle skal høres, og ingen brik er forkert. Det, vi aftaler, skriver vi ned undervejs.",
        ),
        watch=(
            "Sig, hvornår I er færdige. Hold det.",
            "Har nogen ingen telefon, lægger du brikkerne for dem.",
        ),
        share=8,
        least=3,
    ),
    Step(
        key=OPENING,
        name="Andre værdier, der driver os",
        tell="Skriv, hvad der ellers driver jer",
        hint="Ét ord eller en kort sætning ad gangen",
        say=(
            "De fem brikker dækker meget, men ikke alt.",
            "Hvad får jer ellers til at bruge tid på det her? Skriv det, som det falder jer ind.",
            "Bagefter samler vi det, der ligner hinanden, til vores egne brikker.",
        ),
        watch=(
            "Højst tre egne brikker. Saml hellere for meget end for lidt.",
            "Brug gruppens egne ord på brikken.",
        ),
        share=15,
        least=8,
        optional="Når gruppen kender hinanden, eller når de fem værdier ikke dækker det, I er sammen om.",
    ),
    Step(
        key="lay",
        name="Læg jeres brikker",
        tell="Giv den vigtigste brik en stjerne",
        hint="Tal sammen i jeres organisation",
        say=(
            "Læg de brikker, der passer på jer: det, samarbejdet giver jer, eller det, I ønsker jer af det.",
            "Giv én brik en stjerne: den, der betyder mest.",
            "Vælg så et kort, eller skriv selv: Hvordan kan man se, at det sker?",
        ),
        watch=("De andre ser først brikkerne, når du åbner for dem.",),
        share=15,
        least=8,
    ),
    Step(
        key="tell",
        name="Fortæl for hinanden",
        tell="Fortæl om jeres stjerne",
        hint="De andre lytter",
        say=(
            "Nu hører vi hinanden, én organisation ad gangen.",
            "Fortæl, hvorfor I gav netop den brik en stjerne. Giv gerne et eksempel.",
            "I andre lytter. Spørgsmål tager vi, når alle har talt.",
        ),
        watch=(
            "Giv alle lige lang tid, også dem, der taler lavt.",
            "Bed om et eksempel, hvis det bliver til store ord.",
        ),
        share=25,
        least=10,
    ),
    Step(
        key="puzzle",
        name="Læg puslespillet",
        tell="Hvad ser I, når brikkerne ligger samlet?",
        hint="Se på hele billedet",
        say=(
            "Her er det hele. Hvad har I til fælles?",
            "Hvad er der kun én, der får noget ud af? Er det i orden?",
            "Og hvad ønsker nogen sig, som samarbejdet ikke giver endnu?",
        ),
        watch=("En brik, som kun én har lagt, er ikke et problem. Spørg, hvad den betyder for de andre.",),
        share=15,
        least=7,
    ),
    Step(
        key="adjust",
        name="Tilpas samarbejdet",
        tell="Hvad laver I om, så alle får noget ud af det?",
        hint="Hvad, hvem og hvornår",
        say=(
            "Vælg de ønsker, der betyder mest. Hvad skal I gøre anderledes for at nå dem?",
            "Skriv hver ændring ned: Hvad gør I, hvem gør det, og hvornår?",
            "Hellere to ændringer, der bliver til noget, end ti, der ikke gør.",
        ),
        watch=(
            "En ændring uden navn og dato bliver ikke til noget. Spørg, til den har begge.",
            "Er det den samme, der tager det hele på sig?",
        ),
        share=25,
        least=12,
    ),
    Step(
        key=STRONGER,
        name="Gør hinanden stærkere",
        tell="Hvad kan I give hinanden?",
        hint="Også i jeres andet arbejde",
        say=(
            "Løft blikket: I møder de samme beboere, også uden for det her.",
            "Hvad har I, som en af de andre kunne bruge? Og hvad kunne I selv bruge?",
            "Sig det højt, og skriv det ind. Et ja er nok.",
        ),
        watch=("Spring den over, der ikke har noget at give i dag. Alle har noget at bede om.",),
        share=25,
        least=12,
        optional="Når organisationerne også mødes uden for samarbejdet og kan bruge hinanden der.",
    ),
    Step(
        key="gather",
        name="Saml op",
        tell="Hvad tager I med hjem?",
        hint="Én ting fra hver",
        say=(
            "Vi slutter med én runde. Hvad tager I med hjem?",
            "Jeg læser aftalerne højt. Ret mig, hvis noget er forkert.",
            "Hvornår ses vi igen?",
        ),
        watch=("Sæt en dato for næste gang, før I går.",),
        share=10,
        least=5,
    ),
)
BY_KEY = {step.key: step for step in STEPS}
# Between telling and the puzzle, when the game is long.
BREAK, BREAK_NAME, BREAK_MINUTES, BREAK_FROM = "break", "Pause", 10, 120
MINUTES = (60, 90, 120)
LEAST_MINUTES, MOST_MINUTES = 45, 240
OWN_PIECES_AT_MOST, SEATS_AT_LEAST, SEATS_AT_MOST = 3, 4, 12


def chosen_steps(*, opening: bool, stronger: bool) -> tuple[Step, ...]:
    """The steps of a game, in order."""
    left_out = {key for key, on in ((OPENING, opening), (STRONGER, stronger)) if not on}
    return tuple(step for step in STEPS if step.key not in left_out)
