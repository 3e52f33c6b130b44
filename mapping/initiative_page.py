"""What the pages of one initiative share: the row, what the member may do, head and tabs."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from accounts.access import Permission, may, require
from actors.representing import own_actor
from mapping.initiative_method import PHASES
from mapping.initiative_rows import when_of
from mapping.models import Initiative, Story

# Tab → what it is called; those after »Fortælling« are for who takes part.
OPEN_TABS = (("initiative", "Kort fortalt"), ("partners", "Partnere"), ("story", "Fortælling"))
INSIDE_TABS = (
    ("factors", "Forudsætninger"),
    ("conditions", "Grundbetingelser"),
    ("agreement", "Samarbejdsaftale"),
)
ONLY_INSIDE = "Det ser kun de organisationer, der er med. Skriv til jeres leder, hvis I skal være med."


@dataclass(frozen=True)
class Frame:
    """An initiative, and what the member may do there."""

    initiative: Initiative
    can_edit: bool
    # Whether talks about what is missing, and the agreement, may be seen.
    inside: bool
    today: date


def initiative_frame(request, pk) -> Frame:
    """The initiative of the plan, archived or not, for those who may see it. Raises Http404."""
    require(request.membership, Permission.INITIATIVE_VIEW)
    rows = request.plan.initiatives.select_related("plan", "focus_area", "coordinator", "relation")
    initiative = get_object_or_404(rows, pk=pk)
    edits = may(request.membership, Permission.INITIATIVE_EDIT)
    inside = edits or _takes_part(request.membership, initiative)
    return Frame(initiative, edits and initiative.archived_at is None, inside, timezone.localdate())


def _takes_part(membership, initiative: Initiative) -> bool:
    """Whether the organisation that the member speaks for is one of the partners."""
    actor = own_actor(membership)
    return actor is not None and initiative.partners.current().filter(actor=actor).exists()


def inside_frame(request, pk) -> Frame:
    """The same for those who take part. Raises PermissionDenied for others."""
    frame = initiative_frame(request, pk)
    if not frame.inside:
        raise PermissionDenied(ONLY_INSIDE)
    return frame


def edited(request, pk) -> Initiative:
    """An initiative that is not put away, for those who may change it."""
    require(request.membership, Permission.INITIATIVE_EDIT)
    rows = request.plan.initiatives.standing().select_related("plan", "coordinator", "relation")
    return get_object_or_404(rows, pk=pk)


def shared_context(request, frame: Frame, tab: str) -> dict:
    """The head and the tabs of each of the initiative's pages."""
    initiative, slug = frame.initiative, request.plan.slug
    names = [*OPEN_TABS, *(INSIDE_TABS if frame.inside else ())]
    tabs = [
        {"key": key, "name": name, "url": reverse(f"initiatives:{key}", args=[slug, initiative.pk])}
        for key, name in names
    ]
    return {
        "place": "initiatives", "initiative": initiative, "tabs": tabs, "tab": tab, "phases": PHASES,
        "phase": PHASES[initiative.phase - 1], "can_edit": frame.can_edit, "inside": frame.inside,
        "today": frame.today, "when": when_of(initiative),
        "may_restore": may(request.membership, Permission.INITIATIVE_EDIT),
    }  # fmt: skip


def sheet_of(initiative: Initiative, kind):
    """The initiative's story, gains or agreement, or an unsaved one; one query."""
    return kind.objects.filter(initiative=initiative).first() or kind(
        plan=initiative.plan, initiative=initiative
    )


def story_lines(story: Story) -> list[str]:
    """What grew out of it, a line each."""
    return [line for line in story.grew.splitlines() if line.strip()]
