"""What an agenda is made of: the kinds of item, and agendas to begin from. Plain data, Danish texts our own.

The frame oplæg – workshop – vidensdeling, the why first, the food and the small breaks are those of
Albertslund's resource networks (seeds/004, "Form og formål" and "Foreløbige erfaringer").
"""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """What one does meanwhile."""

    LISTEN = "listen"
    WORK = "work"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class KindOfItem:
    """One kind of item: its code, its name, what one does, and when to choose it."""

    code: str
    name: str
    mode: Mode
    plain: str


# 004: the kinds of the frame, small breaks, food; 003: what boards and follow-up groups do with an item.
KINDS = (
    KindOfItem("talk", "Oplæg", Mode.LISTEN, "Én fortæller, så alle ved nok til at arbejde videre."),
    KindOfItem("workshop", "Workshop", Mode.WORK, "Alle arbejder, to til fem sammen."),
    KindOfItem("sharing", "Vidensdeling", Mode.WORK, "Alle siger, hvad de ved eller har prøvet."),
    KindOfItem("info", "Orientering", Mode.LISTEN, "Noget, de andre skal vide. Intet at tage stilling til."),
    KindOfItem("discuss", "Drøftelse", Mode.WORK, "I vender sagen. Bagefter er I klogere."),
    KindOfItem("decide", "Beslutning", Mode.WORK, "I vælger, og det står i referatet."),
    KindOfItem("break", "Pause", Mode.REST, "Plads til at falde i snak."),
    KindOfItem("food", "Mad", Mode.REST, "I spiser sammen og taler på kryds og tværs."),
    KindOfItem("gather", "Opsamling", Mode.WORK, "Hvad fik vi ud af det, og hvem gør hvad?"),
)
KIND_BY_CODE = {kind.code: kind for kind in KINDS}


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """An item to begin from: kind, title, what should come out of it, minutes."""

    kind: str
    title: str
    text: str
    minutes: int


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """An agenda to begin from. `why` is what to ask oneself; `forums` the codes of forums it suits."""

    code: str
    name: str
    about: str
    why: str
    forums: tuple[str, ...]
    items: tuple[TemplateItem, ...]

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(item.minutes for item in self.items)


TEMPLATES = (
    # 004: why first, a short talk, most of the time for work in small groups, food, at most 2½ hours.
    AgendaTemplate(
        code="network",
        name="Netværksmøde",
        about="Kort oplæg, god tid til workshop, og alle deler. To og en halv time med mad.",
        why="Hvad er det vigtigste, I skal gå hjem med?",
        forums=("theme", "network", "partnership"),
        items=(
            TemplateItem("info", "Velkommen, og hvorfor vi er her", "Alle ved, hvad I skal nå frem til.", 10),
            TemplateItem("talk", "Oplæg", "Det, vi ved, og det, vi mangler svar på.", 15),
            TemplateItem("workshop", "Workshop i små grupper", "Hver gruppe finder tre idéer.", 45),
            TemplateItem("break", "Pause", "", 10),
            TemplateItem("sharing", "Grupperne fortæller", "Alle har hørt alle idéer.", 30),
            TemplateItem("gather", "Det tager vi med", "Hvem gør hvad, og hvordan skriver vi det ned?", 15),
            TemplateItem("food", "Mad og snak", "", 25),
        ),
    ),
    # 003, "Fremdrift og styring": progress and synergy, the area's problems seen together, answers sent down.
    AgendaTemplate(
        code="board",
        name="Bestyrelsesmøde",
        about="Det løftede først, så retningen. Halvanden time.",
        why="Hvad skal være afgjort, når I går?",
        forums=("board", "coordination"),
        items=(
            TemplateItem("info", "Siden sidst", "Hvad der er gjort, og hvad der venter.", 10),
            TemplateItem("decide", "Punkter løftet fra områderne", "Et svar til hver, der har spurgt.", 25),
            TemplateItem("discuss", "Går det den rigtige vej?", "Ét mål og én historie fra hverdagen.", 25),
            TemplateItem("break", "Pause", "", 5),
            TemplateItem("discuss", "Et emne i dybden", "Hvad kan kommunen, og hvad kan boligsiden?", 20),
            TemplateItem("gather", "Beslutninger og svar tilbage", "Hvem fortæller hvem hvad?", 5),
        ),
    ),
    # 003, "Folgegrupperne er det svageste led": residents' knowledge in the room, what became of what was
    # raised, keep the steam up.
    AgendaTemplate(
        code="follow_up",
        name="Følgegruppemøde",
        about="Svarene først, så området set af dem, der bor der. Halvanden time.",
        why="Hvad skal blive bedre i området efter i dag?",
        forums=("follow_up",),
        items=(
            TemplateItem("info", "Hvad blev der af det, vi løftede?", "Alle kender svarene.", 10),
            TemplateItem("sharing", "Nyt fra området", "Beboerne begynder. Én ting hver.", 20),
            TemplateItem("workshop", "Én ting, vi vil gøre noget ved", "To og to: hvad kan vi selv?", 25),
            TemplateItem("break", "Kaffe", "", 10),
            TemplateItem("discuss", "Skal noget løftes?", "Hvem spørger vi, og hvad beder vi om?", 15),
            TemplateItem("gather", "Hvem gør hvad", "Navn og dato på hver ting.", 10),
        ),
    ),
    # 002, the association-based centre: each association one voice, house rules, conflicts and rooms.
    AgendaTemplate(
        code="house",
        name="Husråd",
        about="Én fra hver forening. Huset, reglerne og hinanden. En time.",
        why="Hvad skal I være enige om i dag?",
        forums=("house",),
        items=(
            TemplateItem("sharing", "Runden", "Hvad sker der hos jer den næste måned?", 15),
            TemplateItem("discuss", "Lokaler, nøgler og oprydning", "Hvad driller, og hvad gør vi?", 15),
            TemplateItem("decide", "Husregler", "Hver forening har én stemme.", 20),
            TemplateItem("gather", "Aftaler", "Hvem gør hvad inden næste gang?", 10),
        ),
    ),
)  # fmt: skip
TEMPLATE_BY_CODE = {template.code: template for template in TEMPLATES}


def templates_for(forum_kind: str) -> list[AgendaTemplate]:
    """All of them, those that suit this kind of forum first."""
    return sorted(TEMPLATES, key=lambda template: forum_kind not in template.forums)
