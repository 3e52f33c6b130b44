"""Which reports there are, for whom, and what has to be chosen first. Plain Python."""

from dataclasses import dataclass
from enum import StrEnum

from accounts.access import Permission


class Choice(StrEnum):
    """What a report is about, when that has to be chosen."""

    NOTHING = ""
    YEAR = "aar"
    ACTOR = "aktoer"
    LEAVING = "hvem"


class Format(StrEnum):
    """How a report is wanted."""

    PDF = "pdf"
    SHEET = "regneark"
    SCREEN = "skaerm"


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of report. `permission` is what it shows beyond what every reader of reports sees."""

    key: str
    name: str
    # For whom, and what stands in it.
    line: str
    icon: str
    permission: Permission = Permission.REPORT_VIEW
    choice: Choice = Choice.NOTHING
    # Whether phone and mail of contact persons may stand in it.
    has_contacts: bool = False


PAPERS = (
    Paper(
        "bestyrelsen",
        "Til bestyrelsesmødet",
        "Til bestyrelsen. Netværk, mål, året, initiativer og fora i ét hæfte.",
        "book-open",
    ),
    Paper(
        "netvaerket",
        "Netværkets udvikling",
        "Til bestyrelse og kommune. Kortet, læst i sætninger, og tallene halvår for halvår.",
        "network",
        Permission.MAP_VIEW,
    ),
    Paper(
        "maal",
        "Status på mål",
        "Til bestyrelsen og jer selv. Hvor langt I er med hvert mål.",
        "target",
        Permission.GOAL_VIEW,
    ),
    Paper(
        "aaret",
        "Årets dokumentation",
        "Til Landsbyggefonden og kommunen. Hvad der blev sat i gang, kvartal for kvartal.",
        "calendar-range",
        choice=Choice.YEAR,
    ),
    Paper(
        "aktoerark",
        "Aktørens eget ark",
        "Til aktøren. Alt, der står om dem, så de kan se, om det passer.",
        "file-text",
        Permission.ACTOR_VIEW,
        Choice.ACTOR,
        has_contacts=True,
    ),
    Paper(
        "vejviser",
        "Vejviser",
        "Til alle, der skal finde hinanden. Kun numre og mails, der er sagt ja til.",
        "book-user",
        Permission.ACTOR_VIEW,
        has_contacts=True,
    ),
    Paper(
        "ansoegning",
        "Til en ansøgning",
        "Til en ny plan eller en fond. Ressourcekortlægning og interessentanalyse.",
        "file-pen-line",
        Permission.VALUES_VIEW,
    ),
    Paper(
        "overdragelse",
        "Overdragelse",
        "Til den, der tager over. Løfter, relationer, aftaler, og hvem der fører hvad videre.",
        "arrow-right-left",
        Permission.CONTACT_LOG_VIEW,
        Choice.LEAVING,
    ),
)


def find(key: str) -> Paper | None:
    """The kind of report with this key."""
    return next((paper for paper in PAPERS if paper.key == key), None)
