"""The goals as chapters: how far each is, its figures as the page of goals shows them, and its stories."""

from collections.abc import Iterable

from django.template.loader import render_to_string

from accounts.access import Permission
from config.danish import count, full_date
from reports.goal_page import Figure as Shown
from reports.goal_rules import FocusRow, GoalRow, IndicatorRow, StoryRow
from reports.indicators import goal_rows
from reports.paper_ask import Ask
from reports.paper_shapes import Chapter, Drawing, Section, Table

NONE_YET = "Ingen mål er skrevet ned endnu."
LEDE = "Hvor langt I er, og hvad der er sket."
HEADINGS = ("Indikator", "Senest", "Hvornår", "Mål", "Status")


def goal_chapters(ask: Ask) -> tuple[Chapter, ...]:
    """One chapter for each focus area with goals; nothing for one who does not see goals."""
    if not ask.sees(Permission.GOAL_VIEW):
        return ()
    rows = goal_rows(ask.plan, ask.today, now=ask.now)
    return tuple(_chapter(focus) for focus in rows if focus.goals)


def goals_chapter(ask: Ask) -> Chapter:
    """All goals in one chapter, or that there are none."""
    chapters = goal_chapters(ask)
    sections = tuple(section for chapter in chapters for section in chapter.sections)
    return Chapter("Målene", LEDE, sections or (Section("Status", (NONE_YET,)),))


def _chapter(focus: FocusRow) -> Chapter:
    sections = tuple(section for goal in focus.goals for section in _sections(focus, goal))
    return Chapter(focus.name, LEDE, sections)


def _sections(focus: FocusRow, goal: GoalRow) -> Iterable[Section]:
    """A goal, and each of its parts, which are named after it."""
    yield _section(focus.name, goal.name, goal)
    for part in goal.parts:
        yield _section(focus.name, f"{goal.name}: {part.name}", part)


def _section(focus: str, title: str, goal: GoalRow) -> Section:
    lead = (f"Indsatsområde: {focus}.", *((goal.why,) if goal.why else ()))
    moved = tuple(f"{one.name}: {one.sentence}" for one in goal.indicators if one.latest)
    said = (*lead, goal.sentence, *moved)
    return Section(
        title,
        (*said, *map(_story, goal.stories)),
        drawing=_drawing(goal.indicators),
        table=_table(title, goal),
    )


def _story(story: StoryRow) -> str:
    return f"{full_date(story.on)}: {story.title}. {story.text}"


def _drawing(indicators: Iterable[IndicatorRow]) -> Drawing | None:
    """The chart of the first that has figures; the others stand in the table."""
    first = next((one for one in indicators if one.latest), None)
    if first is None:
        return None
    said = f"{first.name}. {first.sentence}"
    svg = render_to_string("reports/_chart.html", {"chart": Shown(first).chart, "said": said})
    return Drawing(svg, said, first.name)


def _table(title: str, goal: GoalRow) -> Table | None:
    if not goal.indicators:
        return None
    rows = tuple(_line(Shown(one)) for one in goal.indicators)
    return Table(f"{title} ({count(len(rows), 'indikator', 'indikatorer')})", HEADINGS, rows, (4, 2, 2, 3, 2))


def _line(shown: Shown) -> tuple:
    return (shown.row.name, shown.latest, shown.when, shown.target, shown.row.status.word)
