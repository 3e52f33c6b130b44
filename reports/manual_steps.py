"""What the manual of the value game adds to each step of valuegame/method.py. Plain data, our own words."""

from dataclasses import dataclass


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
