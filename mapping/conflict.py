"""When two people save the same collaboration: where they differ, in words."""

from actors.conflicts import NOTHING, Difference
from config.danish import full_date, join_names
from mapping.forms import CollaborationForm
from mapping.models import Collaboration, Form, Frequency

# In the order of the form; the field of `form` is called `how` there.
COMPARED = {
    "actors": "actors", "form": "how", "about": "about", "target_groups": "target_groups",
    "coordinator": "coordinator", "since": "since", "until": "until", "frequency": "frequency",
    "agreed_in_writing": "agreed_in_writing", "funded_by": "funded_by", "carried_on_by": "carried_on_by",
}  # fmt: skip


def differences(collaboration: Collaboration, form: CollaborationForm) -> list[Difference]:
    """Where a valid form says something else than the saved collaboration."""
    typed = form.details()
    found = (
        Difference(
            form.fields[field].label,
            in_words(name, _standing(collaboration, name)),
            in_words(name, typed[name]),
        )
        for name, field in COMPARED.items()
    )
    return [difference for difference in found if difference.stands != difference.typed]


def _standing(collaboration: Collaboration, name: str):
    if name == "actors":
        return [part.actor for part in collaboration.participations.all()]
    value = getattr(collaboration, name)
    return list(value.all()) if name == "target_groups" else value


def in_words(name: str, value) -> str:
    """One value as a reader sees it."""
    if name in ("actors", "target_groups"):
        return join_names(sorted(thing.name for thing in value)) or NOTHING
    if name == "agreed_in_writing":
        return {True: "Ja", False: "Nej", None: "Ved ikke"}[value]
    if not value:
        return NOTHING
    if name in ("since", "until"):
        return full_date(value)
    words = {"form": Form, "frequency": Frequency}.get(name)
    return str(words(value).label) if words else str(value)
