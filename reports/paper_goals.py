"""The goals as chapters. Until a plan can write goals there are none."""

from reports.paper_ask import Ask
from reports.paper_shapes import Chapter, Section

NONE_YET = "Ingen mål er skrevet ned endnu."


def goal_chapters(ask: Ask) -> tuple[Chapter, ...]:
    """One chapter for each focus area with goals."""
    return ()


def goals_chapter(ask: Ask) -> Chapter:
    """All goals in one chapter, or that there are none."""
    sections = tuple(section for chapter in goal_chapters(ask) for section in chapter.sections)
    return Chapter("Målene", "Hvor langt I er med hvert mål.", sections or (Section("Status", (NONE_YET,)),))
