"""What every page of a plan shows around itself: the rail's places and what the member may do."""

from dataclasses import dataclass

from django.urls import reverse

from accounts.access import Permission, may


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
    # On the phone's bottom bar, which has room for three beside + and Mere.
    on_phone: bool = False


PLACES = (
    Place("actors", "Aktører", "users-round", "actors:list", Permission.ACTOR_VIEW, "a", True),
    Place(
        "collaborations", "Samarbejder", "handshake", "mapping:list", Permission.COLLABORATION_VIEW, "s", True
    ),
    Place("map", "Netværkskort", "network", "mapping:map", Permission.MAP_VIEW, "n", True),
    Place("matches", "Mulige match", "puzzle", "mapping:matches", Permission.MATCH_VIEW, "m"),
    Place("plan", "Helhedsplanen", "settings", "accounts:plan", Permission.PLAN_VIEW, "h"),
)


@dataclass(frozen=True)
class PlaceLink:
    """A place with its address in the current plan."""

    place: Place
    url: str


def navigation(request) -> dict:
    """Context processor: the plan, the membership, the places this member may enter."""
    plan, membership = getattr(request, "plan", None), getattr(request, "membership", None)
    if plan is None:
        return {"plan": None, "membership": None, "places": [], "can_log": False}
    return {
        "plan": plan,
        "membership": membership,
        "places": [
            PlaceLink(place, reverse(place.url_name, args=[plan.slug]))
            for place in PLACES
            if may(membership, place.permission)
        ],
        "can_log": may(membership, Permission.COLLABORATION_EDIT),
    }
