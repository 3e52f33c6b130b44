"""Two value games of the demo plan Solbakken: one that was played, one that is being prepared.

Every word is invented. Organisations are short forms that exactly one actor's name holds, or names alone.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class DemoHand:
    """What an organisation laid: {piece: "gets" or "wants"}, its star, {piece: how it shows}, take-home."""

    laid: dict[str, str]
    star: str
    changes: dict[str, str] = field(default_factory=dict)
    home: str = ""


@dataclass(frozen=True)
class DemoGame:
    """`days` counts from the day of loading; below zero it was played.

    `deals` are (what, who, days until, piece); `pledges` are (giver, receiver, what, agreed).
    """

    title: str
    about: str
    days: int
    minutes: int
    seats: tuple[str, ...]
    names: tuple[str, ...] = ()
    theme: str = ""
    opening: bool = False
    stronger: bool = False
    own_piece: str = ""
    words: tuple[tuple[str, str], ...] = ()
    hands: dict[str, DemoHand] = field(default_factory=dict)
    deals: tuple[tuple[str, str, int, str], ...] = ()
    pledges: tuple[tuple[str, str, str, bool], ...] = ()
    next_days: int = 0
    next_where: str = ""
    notes: str = ""


GETS, WANTS = "gets", "wants"

PLAYED = DemoGame(
    title="Fritidsjob i Solbakken",
    about="Flere unge skal have deres første job før sommer",
    days=-24,
    minutes=120,
    seats=("Biblioteket", "Ungdomsskolen", "Nabomødrene", "Købmand", "Plejehjemmet", "Jobhuset", "Rosen"),
    names=("Cykelværkstedet Kæden",),
    theme="Fritidsjob i Solbakken",
    opening=True,
    stronger=True,
    own_piece="Stolthed",
    words=(
        ("Nabomødrene", "At vores børn kan være stolte"), ("Købmand", "At kende kunderne"),
        ("Ungdomsskolen", "Stolte unge"), ("Rosen", "Vi vil vise, hvad vi kan"),
    ),
    hands={
        "Biblioteket": DemoHand(
            {"1": GETS, "2": GETS, "3": GETS, "5": WANTS}, "1",
            {"1": "Unge bliver og hjælper til, når de er blevet for gamle", "5": "Der er voksne nok til turen"},
            "Vi spørger Købmanden, før vi laver opslaget",
        ),
        "Ungdomsskolen": DemoHand(
            {"1": GETS, "2": GETS, "4": WANTS}, "2",
            {"2": "Vi lærer noget af hinanden, vi kan bruge i morgen"},
            "En fast torsdag, hvor arbejdsgiverne kommer forbi",
        ),
        "Nabomødrene": DemoHand(
            {"1": GETS, "3": GETS, "4": GETS, "own": GETS}, "3",
            {"3": "Vi har hinandens numre og bruger dem"},
            "Vi tager forældrene med",
        ),
        "Købmand": DemoHand(
            {"1": GETS, "4": GETS}, "4",
            {"4": "Butikken giver de første fritidsjob"},
            "To unge fra næste måned",
        ),
        "Plejehjemmet": DemoHand(
            {"1": GETS, "4": GETS, "5": WANTS}, "4",
            {"4": "Flere melder sig, når der er noget at gøre"},
            "Vi åbner køkkenet om lørdagen",
        ),
        "Jobhuset": DemoHand(
            {"2": WANTS, "3": WANTS, "5": GETS}, "3",
            {"3": "En ny kollega er inde i det efter en uge"},
            "Ét sted, hvor jobbene står",
        ),
        "Rosen": DemoHand(
            {"1": GETS, "3": GETS, "5": WANTS, "own": GETS}, "5",
            {"5": "Lokalet bliver brugt om aftenen"},
            "Vi låner Plejehjemmets køkken",
        ),
        "Cykelværkstedet Kæden": DemoHand({"2": GETS, "4": GETS}, "2", {}, "Vi tager en praktikant"),
    },
    deals=(
        ("Jobbene står ét sted: tavlen på biblioteket", "Biblioteket", 14, "3"),
        ("Ungdomsskolen følger de unge den første dag", "Ungdomsskolen", 30, "4"),
        ("Jobhuset holder en aften om, hvordan man er arbejdsgiver", "Jobhuset", 45, "2"),
    ),
    pledges=(
        ("Plejehjemmet", "Rosen", "Køkkenet om lørdagen", True),
        ("Rosen", "Biblioteket", "Læser højt på tre sprog", True),
        ("Jobhuset", "Cykelværkstedet Kæden", "Hjælp til papirerne om praktik", False),
    ),
    next_days=60,
    next_where="Biblioteket, mødelokalet",
    notes="Apoteket vil gerne inviteres næste gang.",
)  # fmt: skip

PREPARED = DemoGame(
    title="Sommer i gården",
    about="Hvem laver hvad, når gården er fuld i juli?",
    days=12,
    minutes=90,
    seats=("Biblioteket", "Boldklub", "Madfællesskabet", "Grønne Fingre", "Ejendomskontoret"),
    names=("Spejderne på Lyngvej",),
    theme="Sommer i gården",
)
GAMES = (PLAYED, PREPARED)
