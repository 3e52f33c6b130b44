"""Short ways to a plan from a few rows, and to what it says."""

from actors.guard import find_cpr
from actors.import_rules import plan_import
from actors.spreadsheet import Table


def plan_rows(*rows, known=(), **options):
    """Return the plan for one sheet with these rows."""
    return plan_import([Table("Ark1", [list(row) for row in rows])], dict(known), **options)


def plan_cell(heading, text, **options):
    """Return the plan for one actor with this cell, which stands in B2."""
    return plan_rows(["Navn", heading], ["Solsikken", text], **options)


def told(plan):
    """Return the problems as the user reads them."""
    return [str(problem) for problem in plan.problems]


def has_cpr(text):
    """Whether the text holds a CPR number: what plan_import() calls forbids."""
    return bool(find_cpr(text))
