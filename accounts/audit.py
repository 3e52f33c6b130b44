"""The one way into the audit log."""

from collections.abc import Iterable

from django.db.models import Model

from accounts.models import AuditEntry, Plan, User


def record(*, plan: Plan, by: User | None, verb: str, obj: Model, fields: Iterable[str] = ()) -> AuditEntry:
    """Write that `by` did `verb` to `obj`; `fields` are the names of changed fields, never values.

    `by` is None for a command or a clock. Call it inside the transaction of the change it tells
    about, so that neither is kept without the other.
    """
    entry = _entry(plan, by, verb, obj, fields)
    entry.save()
    return entry


def record_each(
    *, plan: Plan, by: User | None, verb: str, objects: Iterable[Model], fields: Iterable[str] = ()
) -> None:
    """The same as `record` for several objects, in one write; nothing for none."""
    names = list(fields)
    AuditEntry.objects.bulk_create(_entry(plan, by, verb, obj, names) for obj in objects)


def _entry(plan: Plan, by: User | None, verb: str, obj: Model, fields: Iterable[str]) -> AuditEntry:
    """The row that tells of `obj`, not written yet."""
    return AuditEntry(
        plan=plan,
        by=by,
        verb=verb,
        object_type=obj._meta.model_name,
        object_id=str(obj.pk),
        fields=sorted(fields),
    )
