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
TYPE_IN = Part(
    "Skriv et papirspil ind",
    (
        "Find spillet under Værdispil, og åbn det, du spillede på papir.",
        "Begynd med billedet af bordet: Hvem lagde hvad, og hvor lå stjernen?",
        "Skriv så ændringerne, og til sidst det, I giver hinanden.",
        "Det tager fem minutter. Gør det samme dag, mens du kan huske ordene.",
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
    "De fem værdier, og tanken om at lægge dem som et puslespil, kommer fra CFBU's håndbog »Få flere på "
    "banen« (2019). Forløb, tekst, kort og tegninger er vores egne."
)
