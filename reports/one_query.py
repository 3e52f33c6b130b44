"""Rows of several tables in one query, each with the same columns: what makes Overblik cost so little."""

from collections.abc import Iterable, Mapping

from django.db.models import CharField, Field, QuerySet, Value
from django.db.models.functions import Cast

KIND = CharField(max_length=20)


def arm(rows: QuerySet, kind: str, shape: Mapping[str, Field], **columns) -> QuerySet:
    """One table's part: its rows with their kind and the columns of `shape`, in that order.

    `columns` say where each comes from, by path or expression; those that are not given are empty.
    """
    given = [columns.get(name) or Cast(Value(None), field) for name, field in shape.items()]
    return rows.order_by().values_list(Cast(Value(kind), KIND), *given)


def together(arms: Iterable[QuerySet]) -> QuerySet:
    """All parts as one query, in no order."""
    first, *rest = arms
    return first.union(*rest, all=True) if rest else first
