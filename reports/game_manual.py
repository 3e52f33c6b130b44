"""The manual of the value game, page by page: the method's words, the manual's own and its drawings."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from actors.method import VALUES
from config.drawings import icon
from reports import manual_drawings, manual_text
from reports.game_cards import GIVES_ICONS
from reports.manual_steps import GUIDES, Guide
from reports.occasion import Occasion
from reports.small_drawings import value_disc
from valuegame.deck import DECK, Card
from valuegame.method import BREAK, BREAK_NAME, BY_KEY, Step, chosen_steps
from valuegame.schedule import plan_minutes

# The games whose minutes are shown: heading, minutes, and whether the two exercises are in.
EXAMPLES = (
    ("60 min.", 60, False),
    ("90 min.", 90, False),
    ("120 min.", 120, False),
    ("120 min. med øvelser", 120, True),
)
# So many cards are quoted at each value.
QUOTED = 2


@dataclass(frozen=True, slots=True)
class StepPage:
    """One step on its page."""

    number: int
    step: Step
    guide: Guide
    picture: SafeString
    minutes: str


def manual_context(occasion: Occasion) -> dict:
    """All that the manual says; with a game its own minutes."""
    columns = _columns(occasion)
    return {
        "occasion": occasion,
        "text": manual_text,
        "cover": manual_drawings.cover(),
        "room": manual_drawings.room(),
        "values": [(value, value_disc(value.number), _quoted(value.number)) for value in VALUES],
        "contributions": _contributions(),
        "columns": [heading for heading, _ in columns],
        "times": _times(columns),
        "pages": [_page(number, guide, columns) for number, guide in enumerate(GUIDES, start=1)],
        "papers": _papers(),
    }


def _quoted(number: int) -> list[Card]:
    return [card for card in DECK if card.value == number][:QUOTED]


def _contributions() -> list[tuple]:
    """(icon, name, what it means) of what the area gets."""
    pairs = zip(GIVES_ICONS.items(), manual_text.CONTRIBUTIONS, strict=True)
    return [(icon(name), str(gives), says) for (gives, name), says in pairs]


def _columns(occasion: Occasion) -> list[tuple[str, dict[str, int]]]:
    """The games whose minutes are told: the one there is, or the examples."""
    if occasion.standing:
        lines = occasion.standing.lines
        return [("Jeres spil", {line.key: line.minutes for line in lines})]
    return [
        (name, plan_minutes(chosen_steps(opening=both, stronger=both), total))
        for name, total, both in EXAMPLES
    ]


def _times(columns: list) -> list[tuple[str, list[str]]]:
    """(name of the step, its minutes in each game), the break after the telling, and the sum."""
    names = {}
    for key, step in BY_KEY.items():
        names[key] = step.name
        if key == "tell" and any(BREAK in minutes for _, minutes in columns):
            names[BREAK] = BREAK_NAME
    rows = [(name, [str(minutes.get(key, "–")) for _, minutes in columns]) for key, name in names.items()]
    return [*rows, ("I alt", [str(sum(minutes.values())) for _, minutes in columns])]


def _page(number: int, guide: Guide, columns: list) -> StepPage:
    """The step's page; its minutes are the game's, or from the shortest to the longest."""
    found = sorted(minutes[guide.key] for _, minutes in columns if guide.key in minutes)
    if not found:
        minutes = "ikke med i jeres spil"
    else:
        minutes = f"{found[0]} min." if found[0] == found[-1] else f"{found[0]}–{found[-1]} min."
    return StepPage(number, BY_KEY[guide.key], guide, manual_drawings.of_step(guide.key), minutes)


def _papers() -> list[tuple[str, list[bool]]]:
    """(name of a material, whether it lies on the table in each step)."""
    return [(name, [key in keys for key in BY_KEY]) for name, keys in manual_text.PAPERS_BY_STEP]
