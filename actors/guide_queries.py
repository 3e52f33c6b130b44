"""The rows of a plan's guide as the plain data of actors/guide.py."""

from accounts.models import Plan
from actors.guide import Change, Group, guide_in_force

FIELDS = ("key", "value", "text", "position", "is_on")


def guide_of(plan: Plan) -> tuple[Group, ...]:
    """The plan's guide in force, by the five values: one query."""
    rows = plan.guidequestions.values_list("pk", *FIELDS)
    return guide_in_force(Change(str(pk), *fields) for pk, *fields in rows)
