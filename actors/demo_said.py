"""What the actors of the demo plan Solbakken said, lack and were promised. Every name is invented.

Days count back from the day the demo is loaded; a promise's count forwards.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class DemoTalk:
    """One talk: `rays` is {value 1–5: (level, gains, gives)}, `own` the actor's own values {name: level}."""

    actor: str
    days: int
    rays: dict[int, tuple[int | None, str, str]]
    own: dict[str, int] = field(default_factory=dict)
    source: str = "talk"
    by: str = "staff"


TALKS = (
    DemoTalk(
        "Biblioteket på Bakken", 290,
        {1: (2, "Vi vil gerne have flere unge ind ad døren.", ""), 2: (2, "", ""), 3: (1, "", "")},
    ),
    DemoTalk(
        "Biblioteket på Bakken", 65,
        {
            1: (3, "Vi når de unge gennem Åkanden. Det kunne vi ikke selv.", "Alle familier kommer her før eller siden."),
            2: (3, "Jobhuset har lært os at tale om fritidsjob.", "Vi kan vise andre, hvordan man finder viden."),
            3: (2, "", "Vi kender næsten alle foreninger på torvet."),
            4: (0, "", ""),
            5: (1, "", "Mødelokalet med skærm er ledigt om formiddagen."),
        },
    ),
    DemoTalk(
        "Kvindeforeningen Rosen", 40,
        {
            1: (1, "", "Vi kender de nye familier på Lyngvej."),
            3: (2, "Vi vil gerne kende flere end os selv.", ""),
            4: (2, "", "Vi ved, hvad kvinderne herude ønsker sig."),
            5: (3, "Vi mangler et sted at være torsdag aften.", ""),
        },
        {"Et sted, hvor mænd ikke kommer": 3},
    ),
    DemoTalk(
        "Apoteket Lærken", 97,
        {
            1: (2, "Vi vil gerne nå de ældre, der aldrig spørger.", ""),
            4: (3, "Vi vil være mere end en butik.", "Vi kan fortælle om medicin og søvn."),
            5: (0, "", "Mødelokalet står tomt efter kl. 18."),
        },
    ),
    DemoTalk(
        "Cykelværkstedet Kæden", 12,
        {
            1: (2, "Flere unge, der har lyst til at skrue.", ""),
            2: (0, "", ""),
            3: (1, "", ""),
            4: (3, "Vil gerne lære unge fra Østhøj at lappe cykler.", "Kan vise unge, hvordan man passer et arbejde."),
        },
    ),
    DemoTalk(
        "Ungdomsskolen Åkanden", 30,
        {
            1: (1, "", "De unge kommer her hver dag."),
            2: (2, "Vi vil vide mere om fritidsjob.", "Vi kan lære andre at tale med unge."),
            4: (2, "", "De unge savner noget at lave lørdag."),
            5: (3, "Vi søger et værksted til 12 unge.", "Lydstudiet er frit om formiddagen."),
        },
    ),
    DemoTalk(
        "Plejehjemmet Birkelund", 52,
        {1: (3, "De ældre savner besøg af børn og unge.", ""), 4: (1, "", ""), 5: (0, "", "Festsalen er fri i hverdagene.")},
    ),
    DemoTalk(
        "Solbakken Boldklub", 120,
        {1: (3, "Vi vil have pigerne med.", "Vi møder 200 børn om ugen."), 5: (2, "Vi mangler en hal om vinteren.", "")},
    ),
    DemoTalk("Købmand Ågaard", 20, {4: (3, "Jeg vil give unge det første job.", ""), 5: (0, "", "Varer tæt på dato.")}),
    DemoTalk(
        "Sundhedsplejen Solbakken", 150,
        {1: (2, "", "Vi møder alle nye forældre."), 2: (3, "Vi vil lære mere om sprog og kultur.", "Vi ved noget om trivsel.")},
        source="interview",
    ),
    DemoTalk("Moskéen i Østhøj", 15, {1: (1, "", ""), 5: (2, "Et køkken til fællesspisning.", "")}, source="estimate"),
    DemoTalk("Frisør Saksen", 8, {4: (2, "", "")}, source="estimate", by="leader"),
)  # fmt: skip

# Actor, kind of resource, what it lacks.
NEEDS = (
    ("Kvindeforeningen Rosen", "room", "Lokale torsdag aften"),
    ("Ungdomsskolen Åkanden", "room", "Værksted til 12 unge"),
    ("Solbakken Boldklub", "room", "Gymnastiksal om vinteren"),
    ("Moskéen i Østhøj", "room", "Køkken til fællesspisning"),
    ("Madfællesskabet Gryden", "surplus", "Varer til fællesspisning"),
    ("Lektiecaféen Lygten", "equipment", "Bærbare til lektierne"),
    ("Seniorklubben Solhverv", "transport", "Kørsel til udflugter"),
    ("Gårdgruppen Lyngvej", "equipment", "Telt til gårdfesten"),
    ("Fædregruppen", "money", "Penge til en tur i skoven"),
    ("Strikkeklubben Masken", "hands", "En, der kan sætte stole op"),
)

# Actor → letters of the target groups (actors.demo.GROUPS) it would like to reach.
WANTED_GROUPS = {
    "Plejehjemmet Birkelund": "b",
    "Apoteket Lærken": "æ",
    "Jobhuset Øst": "u",
    "Biblioteket på Bakken": "u",
    "Cykelværkstedet Kæden": "b",
    "SSP Solbakken": "b",
    "Familiehuset Birken": "0",
    "Byggemarkedet Søm & Skrue": "b",
}

# Actor, days ago, who of us, channel, what came of it.
NOTES = (
    ("Biblioteket på Bakken", 11, "staff", "call", "Lokalet skal bruges til eksamen i uge 44. Vi finder et andet sted."),
    ("Biblioteket på Bakken", 19, "leader", "meeting", "Tilbød at huse jobcaféen i november."),
    ("Biblioteket på Bakken", 25, "colleague", "mail", "Sendte plakaten om sommer i gården."),
    ("Biblioteket på Bakken", 65, "staff", "meeting", "Talte om, hvad samarbejdet giver dem."),
    ("Kvindeforeningen Rosen", 6, "staff", "passing", "De kan starte i næste måned, hvis der er et sted at være."),
    ("Kvindeforeningen Rosen", 40, "staff", "meeting", "Mangler et lokale torsdag aften."),
    ("Ungdomsskolen Åkanden", 4, "colleague", "call", "Vil gerne høre om værkstedet."),
    ("Cykelværkstedet Kæden", 12, "staff", "meeting", "Vil gerne være med, når der kommer en plan."),
    ("Købmand Ågaard", 20, "leader", "passing", "To fritidsjob er klar til foråret."),
    ("Plejehjemmet Birkelund", 52, "staff", "meeting", "Inviterede en klasse til jul."),
    ("Jobhuset Øst", 16, "leader", "call", "Kommer til netværksmødet."),
    ("Bakkeskolen", 9, "colleague", "mail", "Fik datoen for forældremødet."),
    ("Solbakken Boldklub", 33, "staff", "call", "Mangler trænere til pigerne."),
    ("Apoteket Lærken", 97, "staff", "meeting", "De ville gerne være mere med."),
    ("Lektiecaféen Lygten", 14, "staff", "passing", "Otte nye børn siden sommerferien."),
    ("Nabomødrene", 3, "leader", "call", "To nye kvinder begynder i dag."),
    ("Medborgercentret Gavlhuset", 7, "staff", "meeting", "Gik kalenderen igennem for resten af året."),
    ("Kirken på Bakken", 130, "leader", "mail", "Spurgte til sognehuset."),
)  # fmt: skip

# Actor, what was promised, due in days, who of us, whether it was kept.
PROMISES = (
    ("Biblioteket på Bakken", "Ring til Biblioteket om lektiecaféens lokale", -3, "staff", False),
    ("Kvindeforeningen Rosen", "Find tre lokaler, de kan se på", 0, "staff", False),
    ("Ungdomsskolen Åkanden", "Send kontakt til Cykelværkstedet", 2, "staff", False),
    ("Plejehjemmet Birkelund", "Aftal dag med skoleklassen", 9, "staff", False),
    ("Købmand Ågaard", "Skriv opslag om fritidsjob", 1, "leader", False),
    ("Solbakken Boldklub", "Spørg Bakkeskolen om gymnastiksalen", -8, "colleague", False),
    ("Nabomødrene", "Bestil bord til åbent hus", -6, "staff", True),
    ("Lektiecaféen Lygten", "Del seddel ud på Lyngvej", -15, "leader", True),
)


@dataclass(frozen=True)
class DemoInterview:
    """One interview: `answers` are by the key of the question (actors.method.GUIDE), "own" for OWN_QUESTION."""

    actor: str
    days: int
    channel: str
    answers: dict[str, str]
    levels: dict[int, int] = field(default_factory=dict)
    by: str = "staff"


# The plan's own question: its value and its words.
OWN_QUESTION = (3, "Hvem ringer I til, når det brænder på?")

INTERVIEWS = (
    DemoInterview(
        "Bakkeskolen", 39, "face",
        {
            "how_they_find_us": "Børnene tager forældrene med.",
            "professional": "Læsevejledning",
            "wants_to_learn": "Hvad de unge laver efter klokken to.",
            "own": "Ungdomsskolen. De tager altid telefonen.",
            "limits": "Møder efter kl. 16.",
            "has": "Skolegård med bander",
            "lacks": "Voksne til lektiecaféen om onsdagen",
        },
        {1: 2, 2: 3, 3: 1},
    ),
    DemoInterview(
        "Nabomødrene", 73, "face",
        {
            "other_strengths": "Kender de nye familier først",
            "works_with": "Gavlhuset og Sundhedsplejen. Det går let, fordi vi ses hver uge.",
            "cares_for": "At ingen sidder alene om aftenen.",
            "lacks": "Et sted at mødes om fredagen",
        },
        {4: 3, 5: 2}, "leader",
    ),
    DemoInterview(
        "Sparekassen Bakkedraget", 101, "desk",
        {"could_do": "Deres hjemmeside nævner en pulje til lokale foreninger.", "has": "Pulje til foreninger"},
        {4: 1},
    ),
)  # fmt: skip
