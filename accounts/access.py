"""Who may do what: one enum of permissions, one table of roles, one function that answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from django.core.exceptions import PermissionDenied


class Permission(StrEnum):
    """Everything a member may or may not do in a plan."""

    PLAN_VIEW = "plan_view"
    PLAN_EDIT = "plan_edit"
    MEMBERS_VIEW = "members_view"
    MEMBERS_EDIT = "members_edit"
    AUDIT_VIEW = "audit_view"
    ACTOR_VIEW = "actor_view"
    ACTOR_EDIT = "actor_edit"
    CONTACT_EDIT = "contact_edit"
    IMPORT = "import"
    EXPORT = "export"
    COLLABORATION_VIEW = "collaboration_view"
    COLLABORATION_EDIT = "collaboration_edit"
    MAP_VIEW = "map_view"
    MAP_ARRANGE = "map_arrange"
    # What actors gain and give, as told in talks and interviews.
    VALUES_VIEW = "values_view"
    VALUES_EDIT = "values_edit"
    GUIDE_EDIT = "guide_edit"
    # Who talked to whom, and what was promised.
    CONTACT_LOG_VIEW = "contact_log_view"
    CONTACT_LOG_EDIT = "contact_log_edit"
    MATCH_VIEW = "match_view"
    MATCH_ANSWER = "match_answer"
    MATCH_REVIEW = "match_review"
    # One's own first page: what waits, what is next, what is new. Not for support, who is there for a while.
    OVERVIEW_VIEW = "overview_view"
    # Value games: seeing what came of them, and preparing and leading one.
    GAME_VIEW = "game_view"
    GAME_LEAD = "game_lead"
    # Places that are lent: seeing when they are free; seeing who has them, and booking for an organisation.
    BOOKING_VIEW = "booking_view"
    BOOKING_EDIT = "booking_edit"
    # Booking for an organisation one speaks for; a partner has one, the team all.
    BOOKING_MAKE = "booking_make"
    # The exchange: seeing it, posting for those one speaks for, and acting for anybody.
    EXCHANGE_VIEW = "exchange_view"
    EXCHANGE_POST = "exchange_post"
    EXCHANGE_EDIT = "exchange_edit"
    # Notices, posters and what is told to everybody; the leader decides what is public.
    NOTICE_VIEW = "notice_view"
    NOTICE_EDIT = "notice_edit"
    PUBLIC_EDIT = "public_edit"
    # Forums: seeing which there are and what they are for; seeing all agendas and what forums send each
    # other; making and changing forums. A partner sees and leads those they sit in (meetings.rights).
    FORUM_VIEW = "forum_view"
    MEETING_VIEW = "meeting_view"
    MEETING_JOIN = "meeting_join"
    FORUM_EDIT = "forum_edit"
    # How a forum is doing: who stopped coming, what they felt. Besides the leader its tovholder sees it.
    FORUM_HEALTH = "forum_health"
    # Events: seeing which there are; seeing who comes, seating them, and what they told.
    EVENT_VIEW = "event_view"
    EVENT_EDIT = "event_edit"
    # What actors do together over time: seeing it, and writing it down.
    INITIATIVE_VIEW = "initiative_view"
    INITIATIVE_EDIT = "initiative_edit"
    # The activity calendar: seeing it; putting in what an organisation one speaks for does; all of it.
    ACTIVITY_VIEW = "activity_view"
    ACTIVITY_POST = "activity_post"
    ACTIVITY_EDIT = "activity_edit"
    # Goals and indicators, and the reports that are made of everything.
    GOAL_VIEW = "goal_view"
    GOAL_EDIT = "goal_edit"
    REPORT_VIEW = "report_view"


class Audience(StrEnum):
    """Who is looking, seen from a contact person's consent; the yeses stand apart."""

    TEAM = "team"
    PLAN = "plan"
    PARTNERS = "partners"
    PUBLIC = "public"


@dataclass(frozen=True)
class Role:
    """A named set of permissions. `description` is shown where roles are chosen."""

    name: str
    description: str
    audience: Audience
    permissions: frozenset[Permission]


_LOOK = {
    Permission.PLAN_VIEW,
    Permission.ACTOR_VIEW,
    Permission.COLLABORATION_VIEW,
    Permission.MAP_VIEW,
    Permission.BOOKING_VIEW,
    Permission.EXCHANGE_VIEW,
    Permission.NOTICE_VIEW,
    Permission.FORUM_VIEW,
    Permission.EVENT_VIEW,
    Permission.INITIATIVE_VIEW,
    Permission.ACTIVITY_VIEW,
}
# What one from another organisation may do for it.
_JOIN_IN = {
    *_LOOK,
    Permission.OVERVIEW_VIEW,
    Permission.EXCHANGE_POST,
    Permission.BOOKING_MAKE,
    Permission.MEETING_JOIN,
    Permission.ACTIVITY_POST,
}
_WORK = {
    *_JOIN_IN,
    Permission.MEMBERS_VIEW,
    Permission.ACTOR_EDIT,
    Permission.CONTACT_EDIT,
    Permission.IMPORT,
    Permission.EXPORT,
    Permission.COLLABORATION_EDIT,
    Permission.MAP_ARRANGE,
    Permission.VALUES_VIEW,
    Permission.VALUES_EDIT,
    Permission.CONTACT_LOG_VIEW,
    Permission.CONTACT_LOG_EDIT,
    Permission.MATCH_VIEW,
    Permission.MATCH_ANSWER,
    Permission.GAME_VIEW,
    Permission.GAME_LEAD,
    Permission.BOOKING_EDIT,
    Permission.EXCHANGE_EDIT,
    Permission.NOTICE_EDIT,
    Permission.MEETING_VIEW,
    Permission.FORUM_EDIT,
    Permission.EVENT_EDIT,
    Permission.INITIATIVE_EDIT,
    Permission.ACTIVITY_EDIT,
    Permission.GOAL_VIEW,
    Permission.GOAL_EDIT,
    Permission.REPORT_VIEW,
}

ROLES: dict[str, Role] = {
    "leader": Role(
        "Leder",
        "Leder helhedsplanen. Kan alt, også invitere og rette planen.",
        Audience.TEAM,
        frozenset(Permission),
    ),
    "staff": Role(
        "Medarbejder",
        "Arbejder i helhedsplanen. Logger aktører, kontaktpersoner og samarbejder.",
        Audience.TEAM,
        frozenset(_WORK),
    ),
    "partner": Role(
        "Tovholder eller partner",
        "Kommer fra en anden organisation. Tilbyder, efterlyser og låner for den.",
        Audience.PARTNERS,
        frozenset(_JOIN_IN),
    ),
    "reader": Role(
        "Læser",
        "Bestyrelse, kommune eller Landsbyggefonden. Ser, men ændrer ikke.",
        Audience.PLAN,
        frozenset(
            {
                *_LOOK,
                Permission.OVERVIEW_VIEW,
                Permission.EXPORT,
                Permission.MEETING_VIEW,
                Permission.GOAL_VIEW,
                Permission.REPORT_VIEW,
            }
        ),
    ),
    "support": Role(
        "Support",
        "Hjælper i en afgrænset tid, når lederen har givet lov. Ser ingen kontaktpersoner.",
        Audience.PUBLIC,
        frozenset(_LOOK),
    ),
}

# Those who hold relations and make promises; not partners and readers.
TEAM_ROLES = tuple(key for key, role in ROLES.items() if role.audience == Audience.TEAM)
ROLE_CHOICES = [(key, role.name) for key, role in ROLES.items()]
# Support is granted, never invited or chosen in a list.
INVITED_ROLES = [(key, role.name) for key, role in ROLES.items() if key != "support"]


class HasRole(Protocol):
    """What `may` needs to know of a membership."""

    role: str
    ends_at: datetime | None


def may(membership: HasRole | None, permission: Permission) -> bool:
    """True if the membership's role holds the permission. No membership may nothing."""
    return membership is not None and permission in ROLES[membership.role].permissions


def require(membership: HasRole | None, permission: Permission) -> None:
    """Raise PermissionDenied, with a sentence the member can act on, unless `may` says yes."""
    if not may(membership, permission):
        able = " eller ".join(role.name.lower() for role in ROLES.values() if permission in role.permissions)
        raise PermissionDenied(f"Det kan kun en {able}. Skriv til jeres leder, hvis du har brug for det.")


def audience_of(membership: HasRole | None) -> Audience:
    """How close the viewer stands to the plan's contact persons; a stranger is the public."""
    return ROLES[membership.role].audience if membership else Audience.PUBLIC
