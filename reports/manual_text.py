"""The manual of the value game, beside what valuegame/method.py says of each step. Plain data, our own words.

What the game is for follows CFBU, "Få flere på banen" ("Værdispil"). Their manual is not known to us; what
stands here is written for those who lead the game in the way that valuegame/method.py lays it out.
"""

from dataclasses import dataclass

LEAD = (
    "I værdispillet lægger 4 til 12 organisationer et puslespil om det, de er sammen om. "
    "Hver brik er noget, et samarbejde kan give. Alle siger, hvad det giver dem, og hører, hvad det giver "
    "de andre. Så laver I samarbejdet om, til det giver mening for alle."
)
GOOD_FOR = (
    "I skal begynde på noget sammen og vil vide, hvorfor hver især er med.",
    "I har kørt et stykke tid, og nogen er ved at glide ud.",
    "Der er kommet nye til, som de andre ikke kender.",
    "Det er de samme få, der trækker læsset.",
)
WAIT_WITH_IT = (
    "To af jer er uvenner. Tal med dem hver for sig først.",
    "Det hele er besluttet. Så er der ikke noget at lave om.",
    "Halvdelen kan ikke komme. Flyt hellere dagen.",
)
TAKES_HOME = (
    "Et billede af, hvad hver især får ud af det, og hvad de mangler.",
    "To eller tre ændringer med navn og dato.",
    "Løfter mellem organisationerne, også uden for samarbejdet.",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it, one line each."""

    name: str
    lines: tuple[str, ...]


# -- The pieces

OWN_PIECE = (
    "De grønne brikker er tomme. Der skriver gruppen de værdier, som de fem ikke dækker. "
    "Højst tre, ellers bliver billedet svært at læse."
)
PIECE_RULES = Part(
    "Sådan bruges en brik",
    (
        "Hver organisation har sit eget sæt: fem farvede brikker og en hvid med navnet.",
        "Læg kun de brikker, der passer på jer. Fire er fint, og én er også fint.",
        "Vend brikken, og sæt kryds: »Det får vi« eller »Det ønsker vi os«.",
        "Giv stjernen til den ene, der betyder mest.",
    ),
)
# What the area gets: the four contributions, in the order of valuegame/deck.py.
CONTRIBUTIONS = (
    "Naboer lærer hinanden at kende på tværs.",
    "Andre får lyst til at komme her, bo her og arbejde her.",
    "Beboere og foreninger tager selv over.",
    "Tilbuddene passer bedre til dem, der bor her.",
)

# -- Before the game

BEFORE = (
    Part(
        "Tre uger før",
        (
            "Skriv i én linje, hvad I spiller om. Kan du ikke det, er det for stort.",
            "Invitér én eller to fra hver organisation, som må sige ja til noget.",
            "Tænk på dem, der plejer at mangle: beboerne, butikken, den lille forening.",
            "Ring til dem, der tøver. Spørg, hvad der skal til, før det er tiden værd.",
        ),
    ),
    Part(
        "Dagen før",
        (
            "Print brikkerne på karton, og klip dem. Det tager et kvarter for hvert sæt.",
            "Læg hvert sæt i en kuvert med organisationens navn.",
            "Bestem, hvem der skriver aftalerne ned. Du kan ikke lede og skrive samtidig.",
        ),
    ),
    Part(
        "På dagen",
        (
            "Kom en halv time før. Stil ét stort bord midt i rummet.",
            "Prøv storskærmen, hvis du bruger den. Kan bagerste stol læse den?",
            "Sæt kaffen frem. Folk, der har spist, lytter bedre.",
        ),
    ),
)
BRING = Part(
    "Tag med",
    (
        "Brikker: ét sæt til hver organisation",
        "Egne brikker, hvis I tager åbningsøvelsen",
        "Kort med positive forandringer",
        "Tilpas samarbejdet (A3), gerne to",
        "Tjekliste for bidrag, én til hver",
        "Udbytte og bidrag til hinanden (A3)",
        "Tuscher, tape og et ur, alle kan se",
    ),
)
ROOM = (
    "Stil bordet, så alle kan nå midten. Sæt dem, der kender hinanden, hver for sig. "
    "Du står op og går rundt; den, der skriver, sidder ved enden."
)

# -- Time

TIME_RULES = (
    "Fortællerunden er kernen. Skær aldrig i den.",
    "Mangler I tid, så tag hellere to ændringer end fem.",
    "Fra to timer og op er der en pause midtvejs. Hold den.",
    "Den ene, der taler længe, koster de andre tid. Sig, at tiden er gået, og tak.",
)
WHICH_TIME = (
    ("60 minutter", "4 eller 5 organisationer, der kender hinanden. Uden de to øvelser, man kan vælge til."),
    ("90 minutter", "Det almindelige. 6 til 8 organisationer."),
    ("120 minutter", "9 til 12 organisationer, eller når I tager øvelserne med."),
)


# -- The steps


@dataclass(frozen=True, slots=True)
class Guide:
    """What the manual adds to one step: why, what to lay out, what to do, and what to do when it sticks."""

    key: str
    why: str
    lay_out: tuple[str, ...]
    do: tuple[str, ...]
    # What happens, and what to do then.
    stuck: tuple[tuple[str, str], ...]
    screen: str


GUIDES = (
    Guide(
        key="welcome",
        why="Alle ved, hvorfor de er her, hvad der skal ske, og hvornår de kan gå.",
        lay_out=("Kuverterne med brikker, én ved hver plads", "Bordet ellers tomt"),
        do=(
            "Byd velkommen ved døren. Vis hver enkelt sin plads.",
            "Sig i én sætning, hvad I spiller om.",
            "Lad alle sige navn og organisation. Mere kommer senere.",
            "Vis en brik, og sig de to regler: Alle høres, og ingen brik er forkert.",
        ),
        stuck=(
            ("Nogen kommer for sent", "Giv dem kuverten, og lad sidemanden forklare. Begynd ikke forfra."),
            ("Nogen siger: »Vi er her bare for at lytte«", "Bed dem lægge én brik. Det er nok."),
        ),
        screen="Storskærmen viser koden, og hvem der er med. Telefoner kan komme til hele vejen.",
    ),
    Guide(
        key="opening",
        why="Gruppen finder sine egne ord, før den møder vores.",
        lay_out=("De tomme, grønne brikker midt på bordet", "Sedler og en tusch til hver"),
        do=(
            "Giv alle to minutter i stilhed. Ét ord eller en kort sætning på hver seddel.",
            "Læg sedlerne på bordet, én ad gangen, og læs dem højt.",
            "Skub det sammen, der ligner hinanden. Spørg, om det passer.",
            "Giv hver bunke et navn, og skriv det på en grøn brik.",
        ),
        stuck=(
            ("Alle skriver det samme", "Spørg: »Hvad får jer til at blive, når det er svært?«"),
            ("Der er ti bunker", "Lad hver organisation pege på to. De tre med flest bliver til brikker."),
        ),
        screen="Ordene dukker op på storskærmen, efterhånden som de bliver skrevet. Du samler dem.",
    ),
    Guide(
        key="lay",
        why="Hver organisation tager stilling for sig selv, før de hører de andre.",
        lay_out=("Brikkerne ud af kuverten", "Kortene i fem bunker efter farve, og de tomme for sig"),
        do=(
            "Lad hver organisation tale lavt sammen. Er man alene, tænker man.",
            "Læg brikkerne foran jer med bagsiden op. Sæt kryds, og giv én en stjerne.",
            "Tag et kort til stjernen: Hvordan kan man se, at det sker?",
            "Passer intet kort, så skriv et tomt. Deres egne ord er de bedste.",
        ),
        stuck=(
            ("En organisation lægger alle brikker", "Spørg: »Hvilken ville I savne mest?« Det er stjernen."),
            (
                "En siger: »Vi får ikke noget ud af det«",
                "Så er det et ønske. Lad dem lægge det som »ønsker«.",
            ),
        ),
        screen="Telefonerne viser kun ens egne brikker. Storskærmen viser, hvem der stadig lægger.",
    ),
    Guide(
        key="tell",
        why="De andre hører grunden bag stjernen. Her begynder folk at se hinanden.",
        lay_out=("Hver organisations stjerne og kort, så alle kan se dem", "Uret"),
        do=(
            "Del tiden lige. Skriv minutterne op, så alle kan se dem.",
            "Tag dem med samme stjerne efter hinanden. Så hører de ligheden selv.",
            "Den, der fortæller, holder brikken op og læser kortet højt.",
            "Ingen spørgsmål imens. Sig tak til hver, og gå videre.",
        ),
        stuck=(
            ("En taler og taler", "Rejs dig, og gå derhen. Sig: »Giv os én ting mere, så går vi videre.«"),
            ("En siger næsten intet", "Spørg om den sidste gang, det lykkedes. Eksempler er lettere."),
        ),
        screen="Storskærmen viser den, der fortæller, med stjerne, kort og ur.",
    ),
    Guide(
        key="puzzle",
        why="Nu ser alle det samme billede: det fælles, det alene og det, der mangler.",
        lay_out=("De hvide brikker under hinanden i bordets ene side", "Plads til fem farver ved siden af"),
        do=(
            "Hver organisation lægger sine brikker ud for sit navn, farve under farve.",
            "Brikker, de ønsker sig, ligger på skrå. Så kan man se dem på afstand.",
            "Gå et skridt tilbage. Lad billedet stå et halvt minut uden at sige noget.",
            "Tag det fælles først, så det, kun én har, og til sidst ønskerne.",
        ),
        stuck=(
            ("Alle har lagt det samme", "Læs kortene. Det samme navn dækker tit over noget forskelligt."),
            ("En farve mangler helt", "Spørg, om det er et valg, eller om der mangler nogen ved bordet."),
        ),
        screen="Storskærmen lægger puslespillet for jer og samler de tre slags.",
    ),
    Guide(
        key="adjust",
        why="Ellers blev det kun en god snak. Her bliver noget anderledes.",
        lay_out=("Arket »Tilpas samarbejdet« og en tyk tusch", "De skrå brikker: ønskerne"),
        do=(
            "Læs ønskerne højt. Lad gruppen vælge de to eller tre, der betyder mest.",
            "Spørg: »Hvad skal vi gøre anderledes?« Skriv svaret, som det bliver sagt.",
            "Skriv navn og dato med det samme. Uden dem er linjen ikke færdig.",
            "Ret brikken op, når ønsket har fået en ændring.",
        ),
        stuck=(
            ("Den samme tager det hele", "Spørg de andre: »Hvad kan I tage fra?« Vent på svaret."),
            ("Ændringen er for stor", "Spørg: »Hvad er det første, vi kan gøre på mandag?«"),
        ),
        screen="Alle kan foreslå fra telefonen. Du sætter navn og dato på, når gruppen er enig.",
    ),
    Guide(
        key="stronger",
        why="I kan bruge hinanden i alt det andet, I laver. Det opdager man sjældent på et møde.",
        lay_out=("En tjekliste til hver organisation", "Arket »Udbytte og bidrag til hinanden«"),
        do=(
            "Giv fire minutter til tjeklisten: Hvad kan vi give, og hvad kan vi bruge?",
            "Lad én læse et bidrag højt. Hvem kan bruge det? Skriv det i feltet, hvor de to mødes.",
            "Tag bagefter det, nogen mangler. Hvem har det?",
            "Et ja er nok nu. Resten aftaler de to selv bagefter.",
        ),
        stuck=(
            ("»Vi har ikke noget at give«", "Læs tre linjer fra tjeklisten højt. Der er altid én."),
            (
                "Alle beder den samme",
                "Spørg den organisation, hvad der er plads til. Et nej er også et svar.",
            ),
        ),
        screen="Telefonerne giver og beder. Storskærmen viser, hvem der får hvad af hvem.",
    ),
    Guide(
        key="gather",
        why="Alle går hjem med én ting, de selv har sagt højt.",
        lay_out=("Arket med ændringerne, så alle kan se det", "Kalenderne"),
        do=(
            "Tag én runde: »Hvad tager I med hjem?« Én ting, én sætning.",
            "Læs ændringerne højt med navn og dato. Ret det, der er forkert.",
            "Find dagen for næste gang, mens alle er der.",
            "Tag et billede af bordet, før brikkerne bliver samlet. Ingen ansigter.",
        ),
        stuck=(
            ("Folk rejser sig", "Spring runden over, men aldrig datoen for næste gang."),
            ("Stemningen er flad", "Læs et kort op fra bordet, som I allerede kan se er sandt."),
        ),
        screen="Storskærmen viser, hvad hver tager med hjem, og aftalerne under hinanden.",
    ),
)

# -- Paper or screen

WAYS = (
    Part(
        "På papir",
        (
            "Godt, når nettet er usikkert, eller når ikke alle er til telefoner.",
            "Print alle seks materialer. Mere skal du ikke bruge.",
            "Én skriver ned undervejs. Tag et billede af bordet til sidst.",
            "Skriv resultatet ind bagefter, så det ikke bliver liggende.",
        ),
    ),
    Part(
        "På skærm",
        (
            "Godt, når I er mange, eller når nogen er med et andet sted fra.",
            "Du behøver en computer, en storskærm og mindst én telefon pr. organisation.",
            "Ingen skal oprette sig eller skrive navn. Koden er nok.",
            "Falder nettet ud, går intet tabt. Det, der er skrevet, bliver sendt, når der er hul igen.",
        ),
    ),
    Part(
        "Begge dele",
        (
            "Det, de fleste ender med: karton på bordet og storskærm på væggen.",
            "Lad folk lægge brikker på bordet. Du trykker dem ind imens.",
            "Skriv ændringerne direkte på skærmen, så alle ser ordene.",
            "Har en organisation ingen telefon, lægger du for den.",
        ),
    ),
)
PAPERS_BY_STEP = (
    ("Brikker", ("lay", "tell", "puzzle")),
    ("Egne brikker", ("opening",)),
    ("Kort", ("lay", "tell")),
    ("Tilpas samarbejdet", ("adjust", "gather")),
    ("Tjekliste for bidrag", ("stronger",)),
    ("Udbytte og bidrag", ("stronger",)),
)

# -- When it is hard

HARD = (
    (
        "To taler, resten ser ned i bordet",
        "Del gruppen i par i tre minutter. Spørg så parret, ikke personen.",
    ),
    (
        "Der kommer en gammel uenighed op",
        "Sig, at den er vigtig, og at den ikke bliver løst i dag. Skriv den på en seddel, og aftal, hvem der "
        "tager den.",
    ),
    (
        "En stor organisation fylder det hele",
        "Lad den fortælle sidst og foreslå sidst. Bed den sige, hvad den mangler.",
    ),
    (
        "En beboer er den eneste uden løn",
        "Spørg beboeren først, når det gælder området. Læg intet på dem, de ikke selv har sagt ja til.",
    ),
    (
        "Nogen nævner en bestemt beboer",
        "Stop dem venligt. Her taler vi om grupper, aldrig om enkelte. Skriv ikke navnet ned.",
    ),
    (
        "I er kun tre",
        "Spil alligevel, men kald det en prøve. Brug tiden på at finde ud af, hvem der mangler.",
    ),
    (
        "Tiden er gået, og I mangler to trin",
        "Gå til »Saml op«. Resten tager I næste gang, og den dag finder I nu.",
    ),
)
HARD_LAST = "Og går det galt, så sig det højt. Grupper tåler næsten alt, bare nogen siger, hvad der sker."

# -- Afterwards

AFTER = (
    Part(
        "Samme dag",
        (
            "Skriv resultatet ind, hvis I spillede på papir.",
            "Send opsamlingen til alle, også dem, der måtte gå før.",
            "Skriv til dem med en dato inden for to uger.",
        ),
    ),
    Part(
        "Inden for en uge",
        (
            "Vælg, hvad der skal gemmes hos hver aktør. Tag kun det med, de har sagt ja til.",
            "Skriv nye og ændrede samarbejder ind, så kortet passer.",
            "Ring til den, der sagde mindst. Der ligger tit noget.",
        ),
    ),
    Part(
        "Efter tre måneder",
        (
            "Find kortene frem. Er det begyndt at ske?",
            "Gå ændringerne igennem. Fejr dem, der lykkedes, og slet resten.",
            "Spil igen om et år. Læg det gamle puslespil ved siden af.",
        ),
    ),
)
ASK_YOURSELF = Part(
    "Fem spørgsmål til dig selv på vej hjem",
    (
        "Sagde alle noget om, hvad de selv får ud af det?",
        "Hørte jeg noget, jeg ikke vidste i morges?",
        "Har hver ændring et navn og en dato?",
        "Hvem manglede ved bordet?",
        "Hvad gør jeg anderledes næste gang?",
    ),
)
SOURCE = (
    "De fem værdier, og tanken om at lægge dem som et puslespil, kommer fra CFBU's håndbog »Få flere på banen« "
    "(2019). Forløb, tekst, kort og tegninger er vores egne."
)
