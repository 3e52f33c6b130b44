"""The house stands as docs/architecture.md says: floors, plain rules, one door per library."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# From the top floor down; a room imports from its own floor and those below.
FLOORS = ("reports", "valuegame", "meetings", "exchange", "mapping", "actors", "accounts", "config")
# Rules over plain data: no Django, no settings, no clock.
PLAIN = (
    "config/chips.py", "config/danish.py", "config/geometry.py", "config/holidays.py", "config/looks.py",
    "accounts/access.py", "accounts/method.py",
    "actors/guard.py", "actors/consent.py", "actors/completeness.py", "actors/demo.py",
    "actors/demo_said.py", "actors/method.py", "actors/values.py", "actors/value_words.py",
    "actors/care.py", "actors/guide.py", "actors/resource_words.py", "actors/knowledge.py",
    "actors/spreadsheet/*.py",
    "actors/import_plan.py", "actors/import_rules.py", "actors/import_headings.py", "actors/import_values.py",
    "actors/import_dates.py", "actors/import_gathered.py", "actors/import_actors.py",
    "actors/import_contacts.py", "actors/import_collaborations.py",
    "mapping/network.py", "mapping/network_parts.py", "mapping/sentences.py", "mapping/layout.py",
    "mapping/arrange.py",
    "mapping/ink.py", "mapping/spacing.py", "mapping/tidy.py", "mapping/squeeze.py", "mapping/shelf.py",
    "mapping/drawing.py",
    "mapping/words.py", "mapping/matching.py", "mapping/match_facts.py", "mapping/match_patterns.py",
    "mapping/match_candidates.py", "mapping/match_sentences.py", "mapping/match_answers.py",
    "mapping/able.py", "mapping/able_sentences.py", "mapping/chains.py",
    "mapping/method.py", "mapping/recent.py", "mapping/demo.py",
    "mapping/initiative_method.py", "mapping/initiative_words.py", "mapping/review_rules.py",
    "mapping/review_drawing.py", "mapping/demo_initiatives.py", "reports/story_sheet.py",
    "mapping/clashes.py", "mapping/likeness.py", "mapping/likeness_words.py",
    "exchange/calendar_times.py", "exchange/calendar_rules.py", "exchange/calendar_reading.py",
    "exchange/availability.py", "exchange/share.py", "exchange/agreeing.py", "exchange/hints.py",
    "exchange/ical.py", "exchange/hsds.py", "exchange/pictures.py",
    "exchange/notice_texts.py", "config/unbroken.py", "config/hyphens.py", "reports/notice_sheet.py",
    "meetings/inviting.py", "meetings/referral_rules.py", "meetings/chain_rules.py", "meetings/turns.py",
    "meetings/chain_layout.py", "meetings/chain_drawing.py",
    "valuegame/rules.py", "valuegame/method.py", "valuegame/schedule.py", "valuegame/codes.py",
    "valuegame/checks.py", "valuegame/names.py", "valuegame/puzzle.py", "valuegame/deck.py",
    "valuegame/phone.py", "valuegame/agreed.py", "valuegame/at_hand.py", "valuegame/shots.py",
    "valuegame/leading.py",
    "valuegame/demo.py", "valuegame/standing.py", "valuegame/board.py", "valuegame/focus.py",
    "valuegame/matrix.py", "valuegame/wall.py",
    "valuegame/wall_lists.py", "valuegame/wall_text.py",
    "valuegame/summary.py", "valuegame/carry.py", "valuegame/paper.py",
    "reports/letters.py", "reports/fields.py", "reports/fitting.py", "reports/method.py",
    "reports/materials.py", "reports/occasion.py", "reports/jigsaw_sheet.py", "reports/card_sheets.py",
    "reports/checklist_sheet.py", "reports/game_sheets.py", "reports/manual_text.py",
    "reports/manual_steps.py", "valuegame/contributions.py",
    "reports/todo.py", "reports/asked.py", "reports/coming.py", "reports/news.py", "reports/greetings.py",
    "reports/digest_text.py", "accounts/digest_days.py", "reports/event_sheets.py",
    "reports/month_sheet.py",
    "reports/papers.py", "reports/paper_shapes.py", "reports/paper_sheets.py", "reports/paper_bars.py",
    "reports/paper_half_years.py", "reports/paper_quarters.py", "reports/paper_words.py",
    "reports/goal_periods.py", "reports/amounts.py", "reports/goal_rules.py", "reports/counting_load.py",
    "reports/chart.py", "reports/indicator_facts.py", "reports/indicator_catalogue.py",
    "reports/value_import.py", "reports/value_marks.py", "reports/goal_export.py", "reports/goal_page.py",
    "meetings/seating.py", "meetings/seating_search.py", "meetings/seating_bounds.py",
    "meetings/seating_changes.py", "meetings/seating_nets.py", "meetings/seating_plan.py",
    "meetings/agenda_method.py", "meetings/timing.py", "meetings/guidance.py",
    "meetings/time_bar.py", "meetings/advice_shown.py",
    "meetings/minutes_merge.py", "meetings/screen_rules.py",
    "meetings/polls.py", "meetings/attendance.py", "meetings/health.py", "meetings/signups.py",
)  # fmt: skip
# Django's own exception is the one thing a rule may raise for the framework to answer.
ALLOWED_IN_PLAIN = {("accounts/access.py", "django.core.exceptions")}
ONE_DOOR = {
    "networkx": ("mapping/network.py",),
    "weasyprint": ("reports/pdf.py",),
    "python_calamine": ("actors/spreadsheet/",),
    "xlsxwriter": ("actors/spreadsheet/",),
    "scipy": ("mapping/",),
    "numpy": ("mapping/", "meetings/seating_search.py"),
    "segno": ("config/qr.py",),
    "icalendar": ("exchange/ical.py",),
    "PIL": ("exchange/pictures.py",),
}


def modules(*apps: str) -> list[Path]:
    """Every module of the given apps but migrations."""
    found = [path for app in apps for path in sorted((ROOT / app).rglob("*.py"))]
    return [path for path in found if "migrations" not in path.parts]


def rules() -> list[Path]:
    """Every module that must be plain Python."""
    return [path for pattern in PLAIN for path in sorted(ROOT.glob(pattern))]


def imports(path: Path) -> set[str]:
    """The dotted names a module imports, at the top or inside a function."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def inside(path: Path) -> str:
    """The path from the project's root, with slashes."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("app", FLOORS)
def test_a_room_imports_only_from_floors_below(app):
    above = set(FLOORS[: FLOORS.index(app)])
    # The house's own address list names every room, and the gallery and the tags sit in config.
    found = {
        (inside(path), name)
        for path in modules(app)
        for name in imports(path)
        if name.split(".")[0] in above and inside(path) != "config/urls.py"
    }
    assert found == set()


def test_rules_are_plain_python():
    assert len(rules()) >= len(PLAIN)
    found = {
        (inside(path), name) for path in rules() for name in imports(path) if name.split(".")[0] == "django"
    }
    assert found - ALLOWED_IN_PLAIN == set()


def test_rules_build_on_rules_alone():
    plain = {inside(path) for path in rules()}
    ours = {
        (inside(path), name) for path in rules() for name in imports(path) if name.split(".")[0] in FLOORS
    }
    homes = {
        (module, f"{name.replace('.', '/')}{end}") for module, name in ours for end in (".py", "/__init__.py")
    }
    assert {
        (module, home) for module, home in homes if (ROOT / home).is_file() and home not in plain
    } == set()


def test_rules_read_no_clock():
    clock = re.compile(r"\b(date\.today|datetime\.now|timezone\.now|time\.time)\(")
    assert [inside(path) for path in rules() if clock.search(path.read_text())] == []


@pytest.mark.parametrize("library", sorted(ONE_DOOR))
def test_a_library_has_one_door(library):
    users = [
        inside(path)
        for path in modules(*FLOORS)
        if any(name.split(".")[0] == library for name in imports(path))
    ]
    assert users, f"nobody uses {library}: take it out of the table and of pyproject.toml"
    assert [user for user in users if not user.startswith(ONE_DOOR[library])] == []


def test_templates_hold_no_script_style_or_handler():
    tags = re.compile(r"{%.*?%}|{#.*?#}|{{.*?}}", re.S)
    inline = re.compile(r"<script(?![^>]*\bsrc=)|<style\b|\sstyle=|\son[a-z]+=|javascript:|\shx-on", re.I)
    pages = sorted((ROOT / "templates").rglob("*.html"))
    assert len(pages) > 20
    assert [inside(path) for path in pages if inline.search(tags.sub("", path.read_text()))] == []


def test_every_variable_of_the_environment_is_in_the_readme():
    readme = (ROOT / "README.md").read_text()
    settings = (ROOT / "config" / "settings.py").read_text()
    names = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', settings))
    assert len(names) > 8
    for path in (ROOT / "setup").glob("*.py"):
        names |= set(re.findall(r'os\.environ\.get\("([A-Z_]+)"', path.read_text()))
    names |= set(re.findall(r"^([A-Z]+) \?=", (ROOT / "Makefile").read_text(), re.M))
    # The machine's own.
    names -= {"PATH", "XDG_RUNTIME_DIR"}
    assert {name for name in names if f"`{name}`" not in readme} == set()


def test_nothing_third_party_and_no_address_of_a_package_is_kept():
    tracked = [path for path in ROOT.rglob("*requirements*.txt") if ".venv" not in path.parts]
    assert tracked
    for path in tracked:
        assert not re.search(r"https?://|--index|--extra-index|--find-links", path.read_text()), path
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()


def test_every_dependency_has_its_reason_on_the_line_above():
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    packages = [place for place, line in enumerate(lines) if re.match(r'\s+"[A-Za-z][\w\[\]-]*~=', line)]
    assert len(packages) > 15
    assert [lines[place].strip() for place in packages if not lines[place - 1].strip().startswith("#")] == []


def test_runtime_dependencies_are_twenty_at_most():
    runtime = (ROOT / "pyproject.toml").read_text().split("[project.optional-dependencies]")[0]
    assert 10 < len(re.findall(r"~=", runtime)) <= 20
