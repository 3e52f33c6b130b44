"""The five forms of collaboration, with guidance in our own words.

The forms and the facts about them are those of CFBU, "Medborgercentre i udsatte boligområder", part 2.
They rise in mutual commitment, and none is the goal: which one is right depends on what the
actors want together. Plain data: no Django, no rows.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FormGuide:
    """What to know of one form, for those about to choose it. Texts are Danish and ready to show."""

    number: int
    name: str
    # What the partners do, in a sentence about them: "A og B samordner nu."
    verb: str
    # What it is, in the words of those who do it.
    plain: str
    suits: str
    yields: str
    furthers: tuple[str, ...]
    hinders: tuple[str, ...]


FORMS = (
    FormGuide(
        number=1,
        name="Videndele",
        verb="videndeler",
        plain="Vi fortæller hinanden nyt",
        suits="I er nye for hinanden, eller en anden ved noget, du mangler.",
        yields="Du ved, hvem der kan hvad, og ser lettere, hvor I kan mere sammen.",
        furthers=(
            "En fast anledning til at ses: kaffe, frokost eller et kort møde.",
            "Én, der banker på hos dem, I ikke kender endnu.",
            "Møder, hvor man kun er med til det, der angår én.",
            "Ét sted til alt nyt: en tavle, en mail eller et referat.",
        ),
        hinders=(
            "Snakken går kun mellem dem, der kender hinanden i forvejen.",
            "Ingen kan sige, hvad tiden skal give dem igen.",
        ),
    ),
    FormGuide(
        number=2,
        name="Samvirke",
        verb="samvirker",
        plain="Vi henviser til hinanden",
        suits="I møder de samme beboere, eller et nyt tilbud ligner et, der findes.",
        yields="Beboeren finder det rigtige tilbud, og I går ikke hinanden i bedene.",
        furthers=(
            "Åbningstider, der passer sammen, så I kan følge en beboer videre.",
            "At kende de andres tilbud godt nok til at anbefale dem.",
            "En fælles kalender, hvor sammenfald viser sig i tide.",
        ),
        hinders=(
            "Ingen har overblik over, hvad der allerede findes.",
            "I kæmper om de samme deltagere.",
        ),
    ),
    FormGuide(
        number=3,
        name="Ressourceudveksle",
        verb="ressourceudveksler",
        plain="Vi låner og deler",
        suits="Én mangler lokale, udstyr eller penge, og en anden har til overs. Det kræver få timer.",
        yields="Det, der står ubrugt, kommer i brug, og små foreninger kan mere.",
        furthers=(
            "En liste over, hvad der kan lånes, og hvem man spørger.",
            "En booking, alle kan se, passet af én uden egne interesser.",
            "At modydelsen er aftalt, før nøglen skifter hånd.",
        ),
        hinders=(
            "Vilkårene står åbne, og nogen føler sig overset.",
            "Så mange deler det samme, at ingen passer på det.",
        ),
    ),
    FormGuide(
        number=4,
        name="Samordne",
        verb="samordner",
        plain="Vi planlægger sammen",
        suits="Opgaven er for stor til én, og I har hver noget af svaret.",
        yields="Beboeren møder ét samlet forløb i stedet for flere løse tilbud.",
        furthers=(
            "Et fælles mål, som alle kan forklare med egne ord.",
            "En tovholder, der samler trådene.",
            "At hver part ved, hvad den selv får ud af det.",
        ),
        hinders=(
            "Lederne spørger kun til deres egne tal.",
            "Ingen tør bruge timer, før udbyttet er sikkert.",
        ),
    ),
    FormGuide(
        number=5,
        name="Samskabe",
        verb="samskaber",
        plain="Vi laver noget nyt sammen",
        suits="Ingen kender løsningen endnu, og I vil ændre jeres egen måde at arbejde på.",
        yields="Et tilbud, ingen kunne lave alene, og flere til at føre det videre.",
        furthers=(
            "Én, der ser på tværs og kan lede en åben proces.",
            "Tillid fra noget, I har lykkedes med før.",
            "Et fast sted og faste tider til arbejdet.",
            "Beboere, der er med fra den første idé.",
        ),
        hinders=(
            "Der går lang tid, før nogen kan se et resultat.",
            "I bliver så enige, at ingen længere spørger hvorfor.",
        ),
    ),
)

_BY_NUMBER = {guide.number: guide for guide in FORMS}


def guide_of(number: int) -> FormGuide:
    """The guidance of form 1 to 5. Raises KeyError for any other number."""
    return _BY_NUMBER[number]
