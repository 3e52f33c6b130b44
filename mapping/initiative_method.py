"""What is asked of an initiative: its phases, what furthers it, what it rests on, what it gives the area.

The four factors are those of CFBU, "Få flere på banen", theme 2, and the four gifts those of its figure 3.
The three conditions with their recommendations are those of CFBU, "Medborgercentre i udsatte
boligområder", part 3. All words are our own. Plain data: no Django, no rows.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhaseGuide:
    """One of the five phases: what it is about, in a line to those who are in it."""

    number: int
    name: str
    about: str
    # As in "Initiativet er i idéfasen".
    named: str


PHASES = (
    PhaseGuide(1, "Idé", "Find ud af, hvad I vil sammen, og hvem der mangler.", "idéfasen"),
    PhaseGuide(2, "Opstart", "Fordel roller, find penge, og prøv af i det små.", "opstartsfasen"),
    PhaseGuide(3, "Drift", "Gør det igen og igen, og ret til undervejs.", "driftsfasen"),
    PhaseGuide(
        4, "Forankring", "Find dem, der fører det videre, når planens penge slutter.", "forankringsfasen"
    ),
    PhaseGuide(5, "Evaluering", "Se, hvad der kom ud af det, og fortæl det.", "evalueringsfasen"),
)


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that a group answers: what it is called, what is asked, what to do when it is missing."""

    key: str
    name: str
    asks: str
    missing: str
    # The condition that a recommendation belongs to, "" for a factor.
    part: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """Questions that are answered at one sitting, on one scale in words."""

    kind: str
    name: str
    lede: str
    levels: tuple[str, ...]
    # From this level on there is nothing to do; `there` says it of several.
    enough: int
    there: str
    questions: tuple[Question, ...]
    # Half a year later it is asked again.
    comes_back: bool = False

    def level_word(self, level: int | None) -> str:
        """The answer in words."""
        return "Ikke svaret" if level is None else self.levels[level]


FACTORS = Topic(
    kind="factors",
    name="Forudsætninger",
    lede="Fire ting, der skal være der, før I går i gang. Tal om dem igen undervejs.",
    levels=("Mangler", "Delvist", "På plads"),
    enough=2,
    there="på plads",
    questions=(
        Question(
            "backing",
            "Tid, opbakning og økonomi",
            "Har hver af jer timer til det, en leder bag jer og de penge, der skal til?",
            "Tal med lederne om, hvad det giver dem. Skriv timerne i en aftale, og søg en pulje sammen.",
        ),
        Question(
            "strength",
            "Styrke i hinanden om borgerne",
            "Kan hver af jer se, at de andre gør en forskel for dem, I selv arbejder med?",
            "Fortæl, hvem I hver især når, og hvem I ikke når. Et værdispil kan vise det.",
        ),
        Question(
            "network",
            "Netværksbaseret tilgang",
            "Ved I, hvem der ellers er i området, og hvad de kan? Ved de, hvad I kan?",
            "Besøg hinanden. Se på netværkskortet, hvem der mangler, og inviter dem til næste møde.",
        ),
        Question(
            "beyond",
            "Mere end kerneopgaven",
            "Vil I hver især gå ud over jeres egen opgave, når det giver mening sammen?",
            "Spørg, i stedet for at gætte på, hvad de andre vil. Find et formål, alle kan se sig selv i.",
        ),
    ),
)

# The three conditions, and what each is about.
PARTS = (
    ("foundation", "Holdbart organisatorisk fundament", "Ledelse, penge og timer, der bliver ved."),
    ("use", "Aktiv brug af hinanden", "I er forskellige. Det er det, I skal bruge."),
    ("system", "System for samarbejdet", "Faste rammer, så det ikke hænger på én person."),
)
CONDITIONS = Topic(
    kind="conditions",
    name="Grundbetingelser",
    lede="Er samarbejdet bygget til at holde? Svar sammen nu, og igen om et halvt år.",
    levels=("Ikke endnu", "Begyndt", "På vej", "På plads"),
    enough=2,
    there="på plads eller på vej",
    comes_back=True,
    questions=(
        Question(
            "leaders",
            "Lederne bakker op",
            "Ved jeres ledere, hvad samarbejdet giver, og sætter de timer af til det?",
            "Inviter lederne til at se det på stedet. Vis, hvad det giver deres egen opgave.",
            "foundation",
        ),
        Question(
            "mandate",
            "I må selv beslutte i hverdagen",
            "Kan de, der sidder ved bordet, sige ja til noget uden at skulle hjem først?",
            "Aftal med jeres leder, hvor langt I må gå. Tag det op igen, når I vil mere.",
            "foundation",
        ),
        Question(
            "money",
            "Driften hviler på flere",
            "Er der faste penge og flere faste kræfter, så det holder, hvis én falder fra?",
            "Spred udgiften på flere, og spørg boligselskabet. Find én mere, der er her hele tiden.",
            "foundation",
        ),
        Question(
            "anchoring",
            "Nogen har timer til at føre det videre",
            "Ved I, hvem der driver det, når projektpengene er brugt?",
            "Find én med fast bevilling, og regn ud, hvor mange timer om ugen det kræver.",
            "foundation",
        ),
        Question(
            "early",
            "De rette er med fra start",
            "Var alle, det handler om, med til at sige, hvad problemet er?",
            "Spørg, hvem der har interesse i det, og hvem der kan gøre noget. Hent dem ind nu.",
            "use",
        ),
        Question(
            "roles",
            "Formål og roller er klare",
            "Kan hver af jer sige, hvad I vil sammen, og hvem der gør hvad i hver fase?",
            "Sæt en time af, og skriv rollerne ind under Partnere, fase for fase.",
            "use",
        ),
        Question(
            "strengths",
            "I kender hinandens styrker",
            "Bruger I også det, der ikke står på et visitkort: sprog, erfaring, tillid?",
            "Tag en runde: Hvad kan vi, som I ikke ved? Skriv det på aktørens side.",
            "use",
        ),
        Question(
            "terms",
            "I tager hensyn til hinandens vilkår",
            "Passer møder og opgaver til frivillige, til vagtplaner og til små organisationer?",
            "Spørg, hvad der er svært for hver. Flyt et møde, eller giv en opgave til en anden.",
            "use",
        ),
        Question(
            "residents",
            "I tilpasser jer beboernes hverdag",
            "Er tid, sted og måde valgt efter dem, det er for?",
            "Lån øjne hos dem, der er i området hver dag. Spørg ti beboere, før I ændrer noget.",
            "use",
        ),
        Question(
            "daily",
            "Døren er åben mellem jer",
            "Hjælper I hinanden i det små, og er nye velkomne?",
            "Kig forbi, når de andre holder noget. Inviter én ny organisation på besøg.",
            "use",
        ),
        Question(
            "forum",
            "I mødes fast",
            "Er der et sted, hvor I løser det, der driller, og tager imod nye?",
            "Opret et forum under Fora, med en fast rytme og en kort dagsorden.",
            "system",
        ),
        Question(
            "coordinator",
            "Der er en tovholder",
            "Ved alle, hvem der kalder sammen og sørger for, at alle bliver hørt?",
            "Vælg en tovholder, og aftal timerne. Lad rollen gå på tur, hvis den er tung.",
            "system",
        ),
        Question(
            "goals",
            "I har konkrete mål",
            "Ved I, hvad der skal ske, og hvordan I kan se, at det lykkes?",
            "Skriv to eller tre tegn på, at det lykkes. Ret dem, når I bliver klogere.",
            "system",
        ),
        Question(
            "record",
            "I skriver ned, hvad der kommer ud af det",
            "Kan I vise andre, hvad samarbejdet har ført til?",
            "Skriv fortællingen, også den korte. Log nye samarbejder, når de opstår.",
            "system",
        ),
    ),
)
TOPICS = {topic.kind: topic for topic in (FACTORS, CONDITIONS)}


@dataclass(frozen=True, slots=True)
class Gift:
    """One of the four things that an initiative may give its area."""

    key: str
    name: str
    about: str
    icon: str


GIFTS = (
    Gift(
        "cohesion",
        "Lokal sammenhængskraft",
        "Folk mødes på tværs, og organisationerne lærer hinanden at kende.",
        "users-round",
    ),
    Gift("attraction", "Lokal tiltrækning", "Der er liv og tilbud, som også andre kommer efter.", "magnet"),
    Gift("ownership", "Lokalt ejerskab", "Flere passer på stedet og på hinanden.", "key-round"),
    Gift(
        "quality",
        "Lokal kvalificering af tilbud",
        "Beboere finder det tilbud, der passer, og tilbuddene bliver bedre.",
        "badge-check",
    ),
)
