"""One way to make a report: the chapters of each kind, read one after the other."""

from collections.abc import Callable

from django.utils.timezone import localtime

from reports.paper_actor import actor_chapter
from reports.paper_ask import Ask, title_of
from reports.paper_board import forum_chapter, initiative_chapters, short_chapter
from reports.paper_directory import directory_chapter
from reports.paper_goals import goal_chapters, goals_chapter
from reports.paper_handover import handover_chapters
from reports.paper_network import network_chapter
from reports.paper_resources import interest_chapter, resource_chapter
from reports.paper_shapes import Chapter, Report
from reports.paper_year import year_chapter
from reports.papers import Paper

# What is told while a chapter is read, and how many of all are read before it (0–1).
Tell = Callable[[str, float], None]


def _board_network(ask: Ask) -> Chapter:
    """The board reads the map; whoever wants each line fetches the report of the network."""
    return network_chapter(ask, with_lines=False)


def _board_goals(ask: Ask) -> tuple[Chapter, ...]:
    """A chapter only when there are goals."""
    return (goals_chapter(ask),) if goal_chapters(ask) else ()


def _board_year(ask: Ask) -> Chapter:
    """The numbers of the year without the lists."""
    return year_chapter(ask, with_lists=False)


# Each: what is told, and the function that gives a chapter or several.
CHAPTERS = {
    "bestyrelsen": (
        ("Det vigtigste", short_chapter),
        ("Netværket", _board_network),
        ("Målene", _board_goals),
        ("Året", _board_year),
        ("Initiativerne", initiative_chapters),
        ("Fora", forum_chapter),
    ),
    "netvaerket": (("Netværket", network_chapter),),
    "maal": (("Målene", goals_chapter),),
    "aaret": (("Året", year_chapter),),
    "aktoerark": (("Aktøren", actor_chapter),),
    "vejviser": (("Aktørerne", directory_chapter),),
    "ansoegning": (("Ressourcerne", resource_chapter), ("Samtalerne", interest_chapter)),
    "overdragelse": (("Løfterne", handover_chapters),),
}


def build(paper: Paper, ask: Ask, tell: Tell = lambda words, share: None) -> Report:
    """The report, as of `ask.now`. `tell` hears of each chapter before it is read."""
    parts = CHAPTERS[paper.key]
    chapters: list[Chapter] = []
    for place, (words, read) in enumerate(parts):
        tell(f"Læser {words[0].lower()}{words[1:]}.", place / len(parts))
        found = read(ask)
        chapters.extend(found if isinstance(found, tuple) else (found,))
    return Report(title_of(paper, ask), ask.plan.name, localtime(ask.now), tuple(chapters))
