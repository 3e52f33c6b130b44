"""What must hold of every row whatever was sent; each check returns what it found wrong, in words."""

from collections.abc import Iterator

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import F, ForeignKey, Model

from accounts.models import Plan
from actors.models import Actor, Contact
from mapping.models import Collaboration

OURS = ("accounts", "actors", "mapping", "exchange", "meetings", "valuegame", "reports")
DERIVED = (
    (Actor, ("search_text", "sort_key")),
    (Contact, ("search_text",)),
    (Collaboration, ("search_text", "sort_key")),
)


def violations() -> list[str]:
    """Everything that is wrong in the database; the empty list when nothing is."""
    checks = (
        _across_plans,
        _many_across_plans,
        _invalid_rows,
        _derived,
        _collaborations,
        _consents,
        _leaders,
    )
    return [problem for check in checks for problem in check()]


def _models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model._meta.app_label in OURS]


def _has_plan(model: type[Model]) -> bool:
    try:
        return isinstance(model._meta.get_field("plan"), ForeignKey)
    except FieldDoesNotExist:
        return False


def _across_plans() -> Iterator[str]:
    """A row whose foreign key leads into another plan."""
    for model in filter(_has_plan, _models()):
        for one in model._meta.get_fields():
            if isinstance(one, ForeignKey) and one.name != "plan" and _has_plan(one.related_model):
                strays = model._default_manager.filter(**{f"{one.name}__isnull": False}).exclude(
                    **{f"{one.name}__plan": F("plan")}
                )
                yield from (f"{model.__name__} {row.pk}: {one.name} is another plan's" for row in strays)


def _many_across_plans() -> Iterator[str]:
    """A link between rows of two plans."""
    for model in filter(_has_plan, _models()):
        for one in model._meta.local_many_to_many:
            near, far = one.m2m_field_name(), one.m2m_reverse_field_name()
            through = one.remote_field.through._default_manager
            strays = through.exclude(**{f"{near}__plan": F(f"{far}__plan")})
            yield from (f"{model.__name__}.{one.name} {row.pk}: ends in two plans" for row in strays)


def _invalid_rows() -> Iterator[str]:
    """A row its own model would not take: too long (SQLite stores it), no such choice, a NUL."""
    for model in _models():
        # Relations are looked at above; an empty list of changed fields is "blank" to Django alone.
        related = [
            one.name
            for one in model._meta.fields
            if one.is_relation or one.get_internal_type() == "JSONField"
        ]
        texts = [
            one.attname for one in model._meta.fields if one.get_internal_type() in ("CharField", "TextField")
        ]
        for row in model._default_manager.all():
            try:
                row.clean_fields(exclude=related)
            except ValidationError as error:
                yield f"{model.__name__} {row.pk}: {error.message_dict}"
            if any("\x00" in getattr(row, name) for name in texts):
                yield f"{model.__name__} {row.pk}: holds a NUL"


def _derived() -> Iterator[str]:
    """A column that repeats others and no longer agrees with them."""
    for model, columns in DERIVED:
        for row in model._default_manager.all():
            stored = [getattr(row, column) for column in columns]
            row.fill_derived()
            if stored != [getattr(row, column) for column in columns]:
                yield f"{model.__name__} {row.pk}: {columns} are stale"


def _collaborations() -> Iterator[str]:
    """A collaboration of fewer than two, or with a tovholder who is not in it."""
    for one in Collaboration.objects.prefetch_related("participations"):
        parts = {part.actor_id for part in one.participations.all()}
        if len(parts) < 2:
            yield f"Collaboration {one.pk}: {len(parts)} actors"
        if one.coordinator_id and one.coordinator_id not in parts:
            yield f"Collaboration {one.pk}: its coordinator is not in it"


def _consents() -> Iterator[str]:
    """A contact whose columns do not repeat the newest step of the consent."""
    for contact in Contact.objects.prefetch_related("consent_events"):
        steps = sorted(contact.consent_events.all(), key=lambda step: (step.at, step.pk))
        state = steps[-1].state if steps else "not_asked"
        if contact.consent_state != state:
            yield f"Contact {contact.pk}: {contact.consent_state}, but the last step says {state}"


def _leaders() -> Iterator[str]:
    """A plan that nobody leads."""
    for plan in Plan.objects.exclude(memberships__role="leader"):
        yield f"Plan {plan.slug}: no leader"
