"""A report as a workbook: first all sentences and figures, then a sheet for each table. Plain Python."""

from actors.spreadsheet import Table as Sheet
from reports.paper_shapes import Report, Section, unique_names

FIRST_SHEET = "Rapporten"
HEADINGS = ["Kapitel", "Afsnit", "Hvad", "Tal", "Note"]


def sheets_of(report: Report) -> list[Sheet]:
    """The workbook; what the drawings show is said in words and in their tables."""
    lines = [
        [chapter.title, section.title, *line]
        for chapter in report.chapters
        for section in chapter.sections
        for line in _lines(section)
    ]
    head = [report.title, report.about, "Lavet", report.on, ""]
    names = unique_names([table.name for table in report.tables])
    tables = [
        Sheet(name, [list(table.headings), *[list(row) for row in table.rows]])
        for name, table in zip(names, report.tables, strict=True)
    ]
    return [Sheet(FIRST_SHEET, [HEADINGS, head, *lines]), *tables]


def _lines(section: Section):
    """Sentences as words, figures as numbers."""
    for sentence in section.sentences:
        yield [sentence, "", ""]
    for figure in section.figures:
        yield [figure.name, figure.value, figure.note]
    if section.drawing:
        yield [section.drawing.says, "", ""]
