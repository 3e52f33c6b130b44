"""Everything that can be printed, in the order of the page Print. A new document is one more entry here.

An entry needs a route, and a drawing in templates/reports/thumbs/ under its key.
"""

from dataclasses import dataclass

from accounts.access import Permission


@dataclass(frozen=True, slots=True)
class Filling:
    """How a document is filled in with what an actor said.

    `rows` is the plan's own name for what fills it; `in_address` says that the row's id is part of the
    address instead of the parameter `talk`.
    """

    rows: str
    permission: Permission
    url_name: str
    in_address: bool
    # Where there are none yet.
    nothing: str


@dataclass(frozen=True, slots=True)
class Material:
    """One document: what it is, on which paper, who may have it, and where it comes from."""

    key: str
    name: str
    says: str
    url_name: str
    permission: Permission
    papers: tuple[str, ...] = ("A4",)
    filling: Filling | None = None
    # What the button of the unfilled document says before the paper.
    verb: str = "Print"
    # Those of the value game stand together, and can be for one game.
    is_for_game: bool = False

    @property
    def thumbnail(self) -> str:
        """The template with its small drawing."""
        return f"reports/thumbs/{self.key}.html"


MATERIALS = (
    Material(
        key="solplakat",
        name="Solplakat",
        says="Solen med de fem værdier. Tom til samtalen, eller udfyldt bagefter.",
        url_name="reports:poster",
        permission=Permission.PLAN_VIEW,
        papers=("A4", "A3"),
        verb="Tom",
        filling=Filling(
            rows="talks",
            permission=Permission.VALUES_VIEW,
            url_name="reports:poster",
            in_address=False,
            nothing="Hold en solskinssamtale. Så kan plakaten fyldes ud.",
        ),
    ),
    Material(
        key="samtaleguide",
        name="Samtaleguide",
        says="Ét ark til dig, der holder solskinssamtalen.",
        url_name="reports:talk_guide",
        permission=Permission.PLAN_VIEW,
    ),
    Material(
        key="spoergeguide",
        name="Spørgeguide",
        says="Planens spørgsmål efter de fem værdier. Med plads til at skrive.",
        url_name="reports:interview_guide",
        permission=Permission.VALUES_VIEW,
        verb="Tom",
        filling=Filling(
            rows="interviews",
            permission=Permission.VALUES_VIEW,
            url_name="reports:interview",
            in_address=True,
            nothing="Hold et interview. Så kan guiden printes med svar.",
        ),
    ),
    Material(
        key="netvaerkskort",
        name="Netværkskort",
        says="Hele kortet med tabel. Vælg område og type på kortet først.",
        url_name="reports:map",
        permission=Permission.MAP_VIEW,
        papers=("A3",),
    ),
    Material(
        key="samarbejdsaftale",
        name="Samarbejdsaftale",
        says="Til at udfylde ved bordet. Fra et initiativ printer du den med det, I har skrevet.",
        url_name="reports:empty_agreement",
        permission=Permission.INITIATIVE_VIEW,
        verb="Tom",
    ),
    Material(
        key="grundbetingelser",
        name="Grundbetingelser",
        says="14 spørgsmål, en gruppe svarer på sammen. Igen om et halvt år.",
        url_name="reports:conditions",
        permission=Permission.INITIATIVE_VIEW,
    ),
    Material(
        key="kalender",
        name="Kalender",
        says="Måneden til opslag: det, alle må se. Vælg måned og målgruppe i kalenderen først.",
        url_name="reports:calendar",
        permission=Permission.ACTIVITY_VIEW,
    ),
    Material(
        key="maal",
        name="Status på målene",
        says="Hvert mål med tal, kurver og fortællinger. Til bestyrelsen.",
        url_name="reports:goals",
        permission=Permission.GOAL_VIEW,
    ),
    Material(
        key="spilmanual",
        name="Manual til værdispillet",
        says="16 sider til dig, der leder spillet.",
        url_name="reports:game_manual",
        permission=Permission.PLAN_VIEW,
        is_for_game=True,
    ),
    Material(
        key="spilbrikker",
        name="Brikker",
        says="Puslespillet med de fem værdier. På karton, til at klippe.",
        url_name="reports:game_pieces",
        permission=Permission.PLAN_VIEW,
        papers=("A4", "A3"),
        is_for_game=True,
    ),
    Material(
        key="spilkort",
        name="Kort med positive forandringer",
        says="35 kort og 13 tomme. På karton, til at klippe.",
        url_name="reports:game_cards",
        permission=Permission.PLAN_VIEW,
        is_for_game=True,
    ),
    Material(
        key="spiltilpas",
        name="Tilpas samarbejdet",
        says="Hvad I laver om, hvem der gør det, og hvornår.",
        url_name="reports:game_adjust",
        permission=Permission.PLAN_VIEW,
        papers=("A3",),
        is_for_game=True,
    ),
    Material(
        key="spiltjekliste",
        name="Tjekliste for bidrag",
        says="Hvad man kan give hinanden. Ét ark til hver organisation.",
        url_name="reports:game_checklist",
        permission=Permission.PLAN_VIEW,
        is_for_game=True,
    ),
    Material(
        key="spiludbytte",
        name="Udbytte og bidrag til hinanden",
        says="Hvem der giver hvem hvad.",
        url_name="reports:game_matrix",
        permission=Permission.PLAN_VIEW,
        papers=("A3",),
        is_for_game=True,
    ),
    Material(
        key="spilalt",
        name="Værdispillet, alle ark",
        says="De seks materialer i én fil.",
        url_name="reports:game_bundle",
        permission=Permission.PLAN_VIEW,
        papers=("A4 og A3",),
        is_for_game=True,
    ),
)


def find(key: str) -> Material | None:
    """The document called `key` in addresses, or None."""
    return next((one for one in MATERIALS if one.key == key), None)
