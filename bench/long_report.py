"""A report of some forty sheets, made of nothing but rows."""

from datetime import datetime

from reports.paper_shapes import Chapter, Report, Section, Table

# So many rows of seven columns, most of them of several lines, fill so many sheets, give or take SOME.
ROWS, SHEETS, SOME = 470, 40, 2


def long_report(at: datetime) -> Report:
    """One table of ROWS actors, as of a moment told by the clock on the wall."""
    headings = ("Aktør", "Kerneopgave", "Område", "Kontakt", "Telefon", "Mail", "Antal")
    rows = tuple(
        (f"Aktør {n}", "Gør noget for området sammen med andre", "Nordhøj, Søvang", f"Person {n}, leder",
         "00 00 00 00", f"post{n}@bakken.example", n) for n in range(ROWS)
    )  # fmt: skip
    sections = (Section("Alle", ("En lang liste.",), table=Table("Alle", headings, rows)),)
    return Report("Lang", "Solbakken", at, (Chapter("Alle", "Alle", sections),))
