"""From the tables of a spreadsheet to what an import would do."""

from .import_plan import ImportPlan


def plan_import(tables, known_actor_names, *, forbids=lambda text: False, mapping=None):
    """Return the ImportPlan for the tables of one file; it holds every problem and raises none.

    tables: as read_tables() gives them. known_actor_names: folded name → any key of the actors that the plan has.
    forbids: whether a text may not be imported at all (a CPR number); such text is in no problem.
    mapping: column index → field for the sheet with the actors, over what the headings say; "" leaves a column out.
    """
    return ImportPlan()
