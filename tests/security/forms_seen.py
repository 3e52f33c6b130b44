"""Which forms a request makes and which parameters it reads, seen while it runs."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps

from django.forms import CharField, ChoiceField, Field, ModelChoiceField, UUIDField
from django.forms.forms import BaseForm
from django.http import QueryDict

# How parameters are read.
READING = ("__getitem__", "__contains__", "get", "getlist")


@dataclass
class Seen:
    """The bound forms that were made, and the names of all parameters that were asked for."""

    forms: list[BaseForm] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    @property
    def fields(self) -> dict[str, Field]:
        """The fields of all these forms by the name they are sent under."""
        return {form.add_prefix(name): one for form in self.forms for name, one in form.fields.items()}

    @property
    def relations(self) -> dict[str, Field]:
        """The fields that take ids: of rows, of anything, or out of a list of ids."""
        return {name: one for name, one in self.fields.items() if _takes_ids(one)}

    @property
    def raw(self) -> set[str]:
        """The parameters that are read without a form."""
        return {name for name in self.names if name not in self.fields}

    @property
    def texts(self) -> set[str]:
        """The parameters that take any text."""
        return self.raw | {name for name, one in self.fields.items() if type(one) is CharField}


def _takes_ids(one: Field) -> bool:
    """A list that is still empty may come to hold ids."""
    if isinstance(one, ModelChoiceField | UUIDField):
        return True
    return isinstance(one, ChoiceField) and all(_is_id(str(value)) for value, _ in one.choices if value)


def _is_id(text: str) -> bool:
    try:
        return bool(uuid.UUID(text))
    except ValueError:
        return False


@contextmanager
def watching() -> Iterator[Seen]:
    """What happens to forms and parameters meanwhile; nothing of it is changed."""
    seen = Seen()
    originals = [(BaseForm, "__init__", vars(BaseForm)["__init__"])]
    originals += [
        (QueryDict, name, vars(QueryDict).get(name))
        for name in ("__getitem__", "__contains__", "get", "getlist")
    ]
    for owner, name, _ in originals:
        note = _note_form if owner is BaseForm else _note_name
        setattr(owner, name, note(getattr(owner, name), seen))
    try:
        yield seen
    finally:
        for owner, name, before in originals:
            if before is None:
                delattr(owner, name)  # inherited, as it was
            else:
                setattr(owner, name, before)


def _note_form(method, seen: Seen):
    @wraps(method)
    def wrapper(self, *args, **kwargs):
        method(self, *args, **kwargs)
        if self.is_bound:
            seen.forms.append(self)

    return wrapper


def _note_name(method, seen: Seen):
    @wraps(method)
    def wrapper(self, key, *args, **kwargs):
        seen.names.add(key)
        return method(self, key, *args, **kwargs)

    return wrapper
