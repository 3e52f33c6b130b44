"""The rows of the database as they stand, whose they are, and what changed between two looks."""

import re
from collections.abc import Iterable
from datetime import date

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db.models import Model

from tests.security.canaries import our_models
from tests.security.world import Side

Rows = dict[tuple[str, str], dict]
# Other at each run by their nature; the last are the seeds of a second step.
SECRET = {
    ("accounts.Invitation", "token_hash"), ("accounts.User", "password"), ("mfa.Authenticator", "data"),
    ("meetings.SeatLink", "token_hash"), ("meetings.PulseTicket", "token_hash"),
    ("exchange.MailLink", "token_hash"), ("valuegame.Game", "link"), ("valuegame.Game", "code"),
    ("exchange.MailLink", "token_hash"), ("meetings.Approval", "token_hash"),
    ("valuegame.Game", "link"), ("valuegame.Game", "code"),
    ("meetings.Event", "link"), ("meetings.EventGuest", "link"),
}  # fmt: skip
# The table that a statement changes.
TABLE = re.compile(r'(?:INTO|UPDATE|FROM) "(\w+)"', re.IGNORECASE)
# Made up by whoever sends a form: an id of no row, whatever it looks like.
OF_NO_ROW = {"submission", "move_id"}


def tables() -> list[type[Model]]:
    """Every table that holds somebody's rows: ours, those between two of ours, and second steps."""
    between = {
        field.remote_field.through for model in our_models() for field in model._meta.local_many_to_many
    }
    return [
        *our_models(),
        *sorted(between - set(our_models()), key=lambda one: one._meta.label),
        Authenticator,
    ]


def look(models: Iterable[type[Model]] | None = None) -> Rows:
    """All rows, or those of some models, as {(model, id): columns}."""
    return {
        (model._meta.label, str(row[model._meta.pk.attname])): row
        for model in (tables() if models is None else models)
        for row in model.objects.order_by().values()
    }


def look_again(before: Rows, writes: Iterable[str]) -> tuple[Rows, Rows]:
    """The rows of the tables that the statements `writes` changed, as they stood in `before` and as they are.

    A table that no statement names stands as it did, and need not be read.
    """
    named = {table for sql in writes for table in TABLE.findall(sql)[:1]}
    models = [model for model in tables() if model._meta.db_table in named]
    labels = {model._meta.label for model in models}
    return {key: row for key, row in before.items() if key[0] in labels}, look(models)


def rows_of(side: Side, rows: Rows) -> Rows:
    """Those of the rows that belong to the plan or its users, or hold an id of the plan in any column."""
    ids = side.ids
    users = {user.pk for user in side.users.values()}
    return {
        (label, pk): row
        for (label, pk), row in rows.items()
        if (label == "accounts.User" and row["id"] in users)
        or (label == "mfa.Authenticator" and row["user_id"] in users)
        or not ids.isdisjoint(str(value) for name, value in row.items() if name not in OF_NO_ROW)
    }


def changes(before: Rows, after: Rows) -> list[str]:
    """What is new, gone or different, in words that are alike for two runs that did the same."""
    new = after.keys() - before.keys()
    lines = [f"{label} {pk} is gone" for label, pk in before.keys() - after.keys()]
    for (label, pk), columns in after.items():
        old = before.get((label, pk))
        said = [
            f"{name}={_said(label, name, value, new)}"
            for name, value in columns.items()
            if old is None or old[name] != value
        ]
        if said:
            lines.append(f"{label} {'new' if old is None else pk}: {', '.join(said)}")
    return sorted(lines)


def _said(label: str, name: str, value, new: set[tuple[str, str]]) -> str:
    """A value; what is another one at every run stands as a word."""
    field = apps.get_model(label)._meta.get_field(name)
    table = field.related_model._meta.label if field.is_relation else label
    if (label, name) in SECRET:
        return "secret"
    if isinstance(value, date):
        return value.strftime("%Y-%m-%d")
    is_new = (table, str(value)) in new if field.is_relation or field.primary_key else False
    # The log holds ids of rows of any table.
    is_new = is_new or (name == "object_id" and any(value == pk for _, pk in new))
    return "a new row" if is_new else repr(value)
