"""Canaries: texts that tell in which plan and which field they sat, wherever they turn up.

They look like `vestkanarie017`, phone numbers like `52 02 00 17`. `found_in` finds both, however they are
cut out of a page, a spreadsheet or a PDF.
"""

import itertools
import re

from django.apps import apps
from django.db import models

PHONES = {"oest": "5101", "vest": "5202"}
CANARY = re.compile(r"(?:oest|vest)kanarie\d{3}", re.IGNORECASE)
# Neither part of a longer number nor of an id or a token; with or without the blanks that we write.
PHONE = re.compile(r"(?<![\w-])(?:\+45 ?)?(5101|5202|51 01|52 02) ?(\d\d) ?(\d\d)(?![\w-])")
UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
# Derived by save() from the other fields.
DERIVED = {"search_text", "sort_key"}


def found_in(text: str) -> frozenset[str]:
    """The canaries in `text`, in one spelling."""
    found = {hit.lower() for hit in CANARY.findall(text)}
    found |= {"".join(hit).replace(" ", "") for hit in PHONE.findall(text)}
    return frozenset(found)


def ids_in(text: str) -> frozenset[str]:
    """The ids in `text`."""
    return frozenset(hit.lower() for hit in UUID.findall(text))


def text_fields(model) -> list[models.Field]:
    """The fields of a model that hold free text: those a canary can sit in."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField | models.BinaryField)
        and not field.choices
        and field.name not in DERIVED
    ]


def our_models() -> list[type[models.Model]]:
    """Every model of ours; all but User and Plan themselves belong to one plan."""
    ours = ("accounts", "actors", "mapping", "exchange", "meetings", "valuegame", "reports")
    # Wrong codes belong to nobody and hold nobody's words.
    found = [model for model in apps.get_models() if model._meta.app_label in ours]
    return [model for model in found if model._meta.label != "valuegame.WrongCode"]


class Nest:
    """Makes rows of one plan and remembers which canary sits where."""

    def __init__(self, name: str):
        self.name, self._numbers = name, itertools.count(1)
        # Canary → "app.Model.field".
        self.where: dict[str, str] = {}

    def text(self, where: str) -> str:
        """A new canary, told to sit at `where`."""
        text = f"{self.name}kanarie{next(self._numbers):03}"
        self.where[text] = where
        return text

    def phone(self, where: str) -> str:
        """The same as a phone number."""
        digits = f"{PHONES[self.name]}{next(self._numbers):04}"
        self.where[digits] = where
        return " ".join(digits[place : place + 2] for place in (0, 2, 4, 6))

    def canary(self, field: models.Field):
        """A new canary of a kind that the field and the app can take."""
        where = f"{field.model._meta.label}.{field.name}"
        if field.name == "phone":
            return self.phone(where)
        text = self.text(where)
        if isinstance(field, models.EmailField):
            return f"{text}@{self.name}.example"
        if isinstance(field, models.JSONField):
            return [text]
        if isinstance(field, models.BinaryField):
            return f"Navn;Type\n{text};Kommune\n".encode()
        return f"https://{text}.example/" if field.name == "website" else text

    def fill(self, model, **given):
        """Save a row with a canary in every text field that is not given."""
        texts = {field.name: self.canary(field) for field in text_fields(model) if field.name not in given}
        row = model(**texts, **given)
        row.save()
        return row
