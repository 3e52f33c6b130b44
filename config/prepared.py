"""Queries whose SQL Django writes once for a process, and whose rows are read from the database every time.

Putting a query together and writing it down takes Django ten times as long as the database takes to answer.
`prepared` stands on a function that builds a queryset of values out of its arguments alone; what is kept
for these arguments is the text of the question, never an answer. So nothing of it ever has to be thrown away.

What differs from one time to the next (a day, the ids on a page) is not an argument but a Slot.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache, update_wrapper
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Field, QuerySet, Value

# Questions kept of each function; some 3 kB each.
AT_MOST = 256


class Slot(Value):
    """Stands in a prepared query for a value that is told when it is asked; `field` knows what it is."""

    def __init__(self, name: str, field: Field):
        super().__init__(name, output_field=field)

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def filled(self, values: dict) -> Any:
        """The value as this database wants it."""
        return self.output_field.get_db_prep_value(values[self.value], connection)


def slots(name: str, number: int, field: Field) -> list[Slot]:
    """So many slots for the values of one "in"; `spread` fills them.

    Behind a relation say `actor__id__in`: Django's `actor__in` wants the values themselves.
    """
    return [Slot(f"{name}{n}", field) for n in range(number)]


def spread(name: str, values: Iterable) -> dict:
    """The values of `slots`."""
    return {f"{name}{n}": value for n, value in enumerate(values)}


@dataclass(frozen=True)
class _Question:
    """SQL, what stands at its %s, and how a row becomes Python again."""

    sql: str
    parameters: tuple
    compiler: Any
    converters: dict

    @classmethod
    def of(cls, queryset: QuerySet) -> "_Question":
        """Raises EmptyResultSet for a question that cannot have an answer."""
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, parameters = compiler.as_sql()
        columns = [column for column, *_ in compiler.select[: compiler.col_count]]
        return cls(sql, tuple(parameters), compiler, _quick(compiler.get_converters(columns)))

    def ask(self, values: dict) -> list[tuple]:
        """All rows."""
        told = [one.filled(values) if isinstance(one, Slot) else one for one in self.parameters]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, told)
            rows = cursor.fetchall()
        return (
            [*map(tuple, self.compiler.apply_converters(rows, self.converters))] if self.converters else rows
        )


def _quick(converters: dict) -> dict:
    """The same converters, but an id that a process has seen before is not made of its text again."""
    return {
        place: ([_as_id if one.__name__ == "convert_uuidfield_value" else one for one in each], expression)
        for place, (each, expression) in converters.items()
    }


def _as_id(text: str | None, expression, connection) -> UUID | None:
    return None if text is None else _id(text)


_id = lru_cache(maxsize=8192)(UUID)


def prepared(build: Callable[..., QuerySet]) -> Callable[..., list[tuple]]:
    """Turn `build(*arguments)` into a function that also takes the values of its Slots by name, and reads.

    `build` may use its arguments and nothing else: no setting that changes, no clock, no request.
    """
    question = lru_cache(maxsize=AT_MOST)(lambda *arguments: _Question.of(build(*arguments)))

    def ask(*arguments, **values) -> list[tuple]:
        return question(*arguments).ask(values)

    return update_wrapper(ask, build)
