"""The initiatives of the demo plan Solbakken. Everything here is invented. Plain data."""

from dataclasses import dataclass

IDEA, START, RUNNING, ANCHORING, EVALUATION = range(1, 6)


@dataclass(frozen=True)
class DemoPartner:
    """A part of an actor's name, and {phase: (role, brings, gains)}."""

    actor: str
    parts: dict[int, tuple[str, str, str]]


@dataclass(frozen=True)
class DemoReview:
    """A sitting: what about, so many days ago, who was there, {question: level} and {question: own words}."""

    kind: str
    days_ago: int
    present: str
    levels: dict[str, int]
    notes: dict[str, str]


@dataclass(frozen=True)
class DemoInitiative:
    """One initiative. `began` is so many days ago; `theme` is a part of a focus area's name."""

    name: str
    purpose: str
    phase: int
    partners: tuple[DemoPartner, ...]
    groups: tuple[str, ...]
    areas: tuple[str, ...] = ()
    theme: str = ""
    belonging: str = "joint"
    signs: str = ""
    next_step: str = ""
    next_in: int = 0
    began: int | None = None
    ends_in: int | None = None
    reviews: tuple[DemoReview, ...] = ()
    story: dict[str, str] | None = None
    gains: dict[str, str] | None = None
    agreement: dict[str, str] | None = None


OLDER, YOUNG, ADULTS, ALL = "Ældre", "Børn og unge", "Unge 18+", "Alle beboere"

HIGH_SCHOOL_DAYS = DemoInitiative(
    name="Højskoledagene",
    purpose="Fire dage om året med foredrag, sang og fællesspisning for ældre. Både for dem, der altid går til "
    "foredrag, og for dem, der aldrig har prøvet det.",
    phase=ANCHORING,
    theme="Sammenhæng",
    groups=(OLDER,),
    areas=("Østhøj", "Lyngvej", "Engdraget"),
    signs="Halvdelen af gæsterne bor i området\nMindst ti er med til at forberede dagene\n"
    "Gæsterne kommer igen til andet på plejehjemmet",
    next_step="Fordel opgaverne for næste år, så Gavlhuset kan bære det videre.",
    next_in=18,
    began=1380,
    partners=(
        DemoPartner("Gavlhuset", {
            IDEA: ("Værter for netværksgruppen", "Første møder og kaffe", "Flere gæster i huset"),
            START: ("Tovholder", "Fondsansøgning og program", "Et tilbud, vi ikke kan lave alene"),
            RUNNING: ("Tovholder", "60 timer om året og den store sal", "Nye brugere, der bliver hængende"),
            ANCHORING: ("Fører det videre", "Fast plads i vores årsplan", "En tradition i huset"),
        }),
        DemoPartner("Birkelund", {
            START: ("Vært", "Festsal og køkken uden leje", "Liv på stedet"),
            RUNNING: ("Vært", "Festsal, 40 timer og frokost til kostpris", "Frivillige og naboer, der kender os"),
            ANCHORING: ("Vært", "Festsal fire dage om året", "Job og praktik for folk fra området"),
        }),
        DemoPartner("Helhedsplanen", {
            IDEA: ("Kom med idéen", "Kendskab til dem, der ikke kommer nogen steder", "Adgang til flere ældre"),
            RUNNING: ("Opsøgende", "Invitationer ved dørene og kørsel", "Ældre, der bruger andre tilbud"),
            ANCHORING: ("Hjælper i gang", "20 timer det sidste år", "Noget, der bliver efter planen"),
        }),
    ),
    reviews=(
        DemoReview("factors", 400, "Gavlhuset, Birkelund og Helhedsplanen",
            {"backing": 1, "strength": 2, "network": 2, "beyond": 1},
            {"backing": "Lederne siger ja fra år til år."}),
        DemoReview("factors", 40, "Gavlhuset, Birkelund og Helhedsplanen",
            {"backing": 2, "strength": 2, "network": 2, "beyond": 2},
            {"backing": "Timerne står nu i alle tre årsplaner."}),
        DemoReview("conditions", 400, "Gavlhuset, Birkelund og Helhedsplanen",
            {"leaders": 1, "mandate": 2, "money": 1, "anchoring": 0, "early": 2, "roles": 1, "strengths": 1,
             "terms": 1, "residents": 2, "daily": 2, "forum": 1, "coordinator": 3, "goals": 0, "record": 0},
            {"anchoring": "Hviler på Helhedsplanens timer."}),
        DemoReview("conditions", 210, "Gavlhuset, Birkelund og Helhedsplanen",
            {"leaders": 3, "mandate": 3, "money": 2, "anchoring": 2, "early": 2, "roles": 3, "strengths": 2,
             "terms": 2, "residents": 3, "daily": 2, "forum": 2, "coordinator": 3, "goals": 1, "record": 0},
            {"anchoring": "Gavlhuset tager det i sin årsplan.", "record": "Vi har kun billeder."}),
    ),
    story={
        "headline": "Fire dage, hvor de ældre fylder hele huset",
        "before": "Mange ældre i Solbakken gik sjældent ud. Plejehjemmet, Gavlhuset og Helhedsplanen havde hver sit "
        "lille arrangement, og hver for sig kom de samme.",
        "did": "De tre gik sammen om fire dage i september. Birkelund lagde festsalen til, Gavlhuset søgte fonden "
        "og samlede programmet, og Helhedsplanen bankede på dørene. Ældre fra området dannede et sangudvalg og "
        "tog imod gæsterne.",
        "came": "Hvert år kommer der flere, både fra området og fra resten af byen. De ældre møder hinanden på tværs "
        "og bruger bagefter andre tilbud i huset. De tre organisationer ringer nu til hinanden, før noget bliver "
        "svært.",
        "grew": "Lommepengejob til unge på plejehjemmet\nTre praktikpladser, hvoraf to blev til ansættelser\n"
        "En fælles aftale om de unge, der hænger ud i haven\nSangudvalget synger nu også i kirken",
        "said": "Før kendte vi skiltet på døren. Nu kender vi hinanden.",
        "said_by": "Plejehjemmet Birkelund",
    },
    gains={
        "cohesion": "Ældre fra tre gårde spiser sammen, og tre organisationer har fået hinandens numre.",
        "attraction": "En tredjedel af gæsterne kommer fra resten af byen.",
        "ownership": "",
        "quality": "",
    },
    agreement={
        "coordination": "Gavlhuset kalder sammen fire gange om året, søger fonden og laver programmet.",
        "economy": "Hver part betaler egne timer. Fonden betaler oplæg og musik. Gæsterne betaler 40 kr. for mad.",
        "decisions": "De, der mødes, beslutter program og gæster. Penge over 5.000 kr. går om lederne.",
        "conditions": "Festsalen er gratis de fire dage\nKøkkenet afleveres, som det blev modtaget\n"
        "Alle skriver samme tekst i deres kalender",
        "leaving": "Sig til senest 1. februar, så de andre kan finde en afløser.",
    },
)  # fmt: skip

POCKET_MONEY_JOBS = DemoInitiative(
    name="Lommepengejob i gården",
    purpose="13–17-årige får deres første job hos dem, der er i området i forvejen, og lærer at møde til tiden.",
    phase=RUNNING,
    theme="Beskæft",
    groups=(YOUNG,),
    areas=("Østhøj", "Engdraget"),
    signs="20 unge i job hvert halvår\nMindst fem arbejdspladser er med",
    next_step="Find to nye arbejdspladser til foråret.",
    next_in=45,
    began=520,
    ends_in=400,
    partners=(
        DemoPartner("Jobhuset", {
            START: ("Tovholder", "Aftaler og lønseddel", "Kontakt til unge, før de er 18"),
            RUNNING: ("Tovholder", "Samtaler og opfølgning hver uge", "Unge, der kommer af sig selv senere"),
        }),
        DemoPartner("Ejendomskontoret", {
            RUNNING: ("Arbejdsplads", "Opgaver udendørs to eftermiddage", "Mindre hærværk i gårdene"),
        }),
        DemoPartner("Købmand Ågaard", {
            RUNNING: ("Arbejdsplads", "To job efter skoletid", "Kunder, der kender dem bag disken"),
        }),
        DemoPartner("Ungdomsskolen", {
            START: ("Finder de unge", "Kendskab til hver klub", "En grund til at blive i klubben"),
            RUNNING: ("Finder de unge", "Et hold i jobtræning hvert halvår", ""),
        }),
    ),
    reviews=(
        DemoReview("factors", 60, "Jobhuset, Ejendomskontoret og Ungdomsskolen",
            {"backing": 1, "strength": 2, "network": 2, "beyond": 1},
            {"backing": "Ejendomskontoret mangler timer om sommeren."}),
        DemoReview("conditions", 30, "Alle fire",
            {"leaders": 2, "mandate": 2, "money": 1, "anchoring": 1, "early": 1, "roles": 2, "strengths": 2,
             "terms": 3, "residents": 2, "daily": 1, "forum": 2, "coordinator": 3, "goals": 3, "record": 2},
            {}),
    ),
    gains={"cohesion": "", "ownership": "De unge passer på det, de selv har malet.", "quality": ""},
    agreement={"economy": "Jobhuset betaler lønnen de første tre måneder.",
               "conditions": "Ingen under 15 arbejder efter kl. 20"},
)  # fmt: skip

FOOD_TOGETHER = DemoInitiative(
    name="Mad på tværs",
    purpose="Hver anden torsdag laver en ny forening mad til naboerne. Alle kan komme, og ingen spiser alene.",
    phase=START,
    theme="Sammenhæng",
    groups=(ALL,),
    areas=("Lyngvej",),
    belonging="social",
    next_step="Prøv af med Kvindeforeningen Rosen og 40 gæster.",
    next_in=9,
    began=50,
    partners=(
        DemoPartner("Helhedsplanen", {START: ("Tovholder", "Koordinering og indkøb", "En vej til nye naboer")}),
        DemoPartner("Rosen", {START: ("Første køkkenhold", "Opskrifter og ti hænder", "Et sted at mødes")}),
        DemoPartner("Afdelingsbestyrelsen Lyngvej", {START: ("Nabo", "Selskabslokalet om torsdagen", "Flere til møderne")}),
        DemoPartner("Gryden", {START: ("Køkkenkyndige", "Gryder, borde og erfaring", "Flere frivillige")}),
    ),
    reviews=(
        DemoReview("factors", 50, "Helhedsplanen og Rosen",
            {"backing": 0, "strength": 2, "network": 1, "beyond": 2},
            {"backing": "Ingen penge til mad efter jul."}),
    ),
)  # fmt: skip

FATHERS = DemoInitiative(
    name="Far og barn om lørdagen",
    purpose="Fædre og deres børn bygger, leger og spiser sammen, hvor de bor.",
    phase=IDEA,
    theme="Uddannelse",
    groups=("0–6-årige og deres forældre",),
    areas=("Engdraget",),
    next_step="Spørg fædrene, hvilken lørdag der passer.",
    next_in=14,
    partners=(
        DemoPartner("Fædregruppen", {IDEA: ("Kom med idéen", "Fire fædre, der vil gå forrest", "Et fast sted")}),
        DemoPartner("Mælkebøtten", {IDEA: ("Måske vært", "Legeplads og værksted om lørdagen", "")}),
    ),
)  # fmt: skip

EVENING_WALKS = DemoInitiative(
    name="Trygge aftener på stien",
    purpose="Voksne er synlige på stien mellem Østhøj og skolen, når det bliver mørkt, og unge har et sted at gå hen.",
    phase=EVALUATION,
    theme="Kriminal",
    groups=(YOUNG, ALL),
    areas=("Østhøj",),
    belonging="municipal",
    signs="Flere går den korte vej hjem\nFærre henvendelser til Ejendomskontoret",
    next_step="Saml op med SSP, og skriv fortællingen.",
    next_in=25,
    began=700,
    partners=(
        DemoPartner("SSP", {
            RUNNING: ("Tovholder", "Ugentlig kontakt til de unge", "Et roligere forår"),
            EVALUATION: ("Samler op", "Tal fra politiet og egne noter", ""),
        }),
        DemoPartner("Aftenvandrerne", {RUNNING: ("Går turen", "12 voksne tre aftener om ugen", "Vandrere, der bliver")}),
        DemoPartner("Afdelingsbestyrelsen Østhøj", {RUNNING: ("Nabo", "Beboerhuset åbent til kl. 22", "Ro i gården")}),
        DemoPartner("Politiet", {RUNNING: ("Følger med", "Et besøg om ugen", "Kendskab til de voksne i området")}),
    ),
)  # fmt: skip

INITIATIVES = (HIGH_SCHOOL_DAYS, POCKET_MONEY_JOBS, FOOD_TOGETHER, FATHERS, EVENING_WALKS)
