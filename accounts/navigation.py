"""What every page of a plan shows around itself: the rail's places and what the member may do."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.urls import reverse

from accounts.access import ROLES, Permission


@dataclass(frozen=True)
class Place:
    """One entry of the rail. `key` is what a page sets as `place` in its context to be the current one."""

    key: str
    name: str
    icon: str
    url_name: str
    permission: Permission
    # The letter after G that goes there.
    letter: str = ""
    # Its turn at the phone's bottom bar, which has room for three beside + and Mere; 0 is never.
    turn: int = 0
    # What the bottom bar calls it, when the name is too long there.
    short: str = ""


PLACES = (
    Place("overview", "Overblik", "sun", "reports:overview", Permission.OVERVIEW_VIEW, "o", 1),
    Place("actors", "Aktører", "users-round", "actors:list", Permission.ACTOR_VIEW, "a", 2),
    Place(
        "collaborations", "Samarbejder", "handshake", "mapping:list", Permission.COLLABORATION_VIEW, "s", 4
    ),
    Place("initiatives", "Initiativer", "rocket", "initiatives:list", Permission.INITIATIVE_VIEW, "i"),
    Place("map", "Netværkskort", "network", "mapping:map", Permission.MAP_VIEW, "n", 3, "Kort"),
    Place("matches", "Mulige match", "puzzle", "mapping:matches", Permission.MATCH_VIEW, "m"),
    Place("exchange", "Ressourcebørs", "package-open", "listings:list", Permission.EXCHANGE_VIEW, "r"),
    Place("forums", "Fora", "messages-square", "meetings:list", Permission.FORUM_VIEW, "f"),
    Place("calendar", "Kalender", "calendar-days", "calendar:week", Permission.ACTIVITY_VIEW, "k"),
    Place("games", "Værdispil", "dices", "valuegame:list", Permission.GAME_VIEW, "v"),
    Place("goals", "Mål", "target", "goals:list", Permission.GOAL_VIEW, "t"),
    Place("papers", "Rapporter", "chart-column", "papers:list", Permission.REPORT_VIEW, "p"),
    Place("print", "Print", "printer", "reports:materials", Permission.PLAN_VIEW),
    Place("plan", "Helhedsplanen", "settings", "accounts:plan", Permission.PLAN_VIEW, "h"),
)


@dataclass(frozen=True)
class PlaceLink:
    """A place with its address in the current plan."""

    place: Place
    url: str
    on_phone: bool


# How many places stand on the phone's bottom bar.
ON_PHONE = 3


class Shell(NamedTuple):
    """What the frame around every page says: nothing but facts, so that what is made of them can be kept."""

    slug: str
    plan_name: str
    role: str
    name: str
    initials: str
    shortcuts: bool

    @property
    def role_name(self) -> str:
        return ROLES[self.role].name

    @property
    def places(self) -> tuple[PlaceLink, ...]:
        return _links(self.slug, self.role)

    @property
    def phone_places(self) -> list[PlaceLink]:
        return [link for link in self.places if link.on_phone]

    @property
    def can_log(self) -> bool:
        return Permission.COLLABORATION_EDIT in ROLES[self.role].permissions

    @property
    def can_log_contact(self) -> bool:
        return Permission.CONTACT_LOG_EDIT in ROLES[self.role].permissions


def navigation(request) -> dict:
    """Context processor: the plan, the membership, and what the frame around the page says."""
    plan, membership = getattr(request, "plan", None), getattr(request, "membership", None)
    if plan is None:
        return {"plan": None, "membership": None, "shell": None, "can_log": False, "can_log_contact": False}
    user = request.user
    shell = Shell(plan.slug, plan.name, membership.role, user.name, user.initials, user.shortcuts)
    return {
        "plan": plan,
        "membership": membership,
        "shell": shell,
        "can_log": shell.can_log,
        "can_log_contact": shell.can_log_contact,
    }


@lru_cache(maxsize=256)
def _links(slug: str, role: str) -> tuple[PlaceLink, ...]:
    """The places of a plan that a role may enter; the first by turn stand on the phone's bottom bar."""
    places = [place for place in PLACES if place.permission in ROLES[role].permissions]
    in_turn = sorted((place for place in places if place.turn), key=lambda place: place.turn)
    on_phone = in_turn[:ON_PHONE]
    return tuple(
        PlaceLink(place, reverse(place.url_name, args=[slug]), place in on_phone) for place in places
    )
