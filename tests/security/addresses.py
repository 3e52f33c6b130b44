"""From a route to an address: which row of which plan stands for each of its parameters."""

from urllib.parse import urlencode

from django.core import signing
from django.urls import reverse

from accounts.digest_links import stop_address
from actors.undo_tokens import undo_address
from tests.security.urlconf import Route
from tests.security.world import Side

# The plan's three lists of words, and the row of each that tests use.
KINDS = {"omraader": "area", "indsatsomraader": "focus_area", "maalgrupper": "target_group"}
# Parameters that stand for a row; the last of them is the one that the table in routes.py names.
OBJECTS = (
    "pk", "contact_pk", "resource_pk", "talk_pk", "ray_pk", "need_pk", "interview_pk", "question_key",
    "other_pk", "note_pk", "seat_pk", "game_pk", "notice_pk", "turn_pk", "charter_pk", "item_pk",
    "promise_pk", "meeting_pk", "guest_pk", "event_pk",
    "partner_pk", "review_pk", "initiative_pk", "goal_pk", "entry_pk",
)  # fmt: skip
STEP = "ned"


def object_parameters(route: Route) -> tuple[str, ...]:
    """Those of the route's parameters that stand for a row."""
    return tuple(name for name in route.parameters if name in OBJECTS)


def address(
    route: Route, of: str, side: Side, *, role: str = "leader", strange: dict[str, Side] | None = None
) -> str:
    """The address of the route in the plan of `side`, as `role` would open it.

    `of` is the word in routes.py for the row it is about. `strange` says for single parameters that another
    plan's row stands there.
    """
    objects = object_parameters(route)
    words = dict(zip(objects, of.split("/"), strict=True)) if objects else {}
    values = {
        name: _value(route, name, words.get(name, of), (strange or {}).get(name, side), role)
        for name in route.parameters
    }
    if "plan_slug" in values:
        values["plan_slug"] = side.plan.slug
    url = reverse(route.name, kwargs=values)
    if route.name == "actors:guide_restore":
        return with_query(url, token=_removed_question(side))
    token = TOKENS.get(route.name)
    if token is None:
        return url
    actor = (strange or {}).get("pk", side).rows["actor"]
    return f"{url}?{undo_address(route.name, actor, **token(side)).partition('?')[2]}"


def _value(route: Route, name: str, word: str, side: Side, role: str):
    """What stands for one parameter."""
    if name in OBJECTS:
        own = side.own.get((word, role)) or side.own.get((word, "leader"))
        return (own or side.rows[word]).pk
    return {
        "plan_slug": side.plan.slug,
        "kind": next((kind for kind, row in KINDS.items() if word.endswith(row)), "omraader"),
        "step": STEP,
        # The ray that the talk of each plan has.
        "number": 4,
        "document": "solplakat",
        "paper_key": "netvaerket",
        # The plan of an open page.
        "slug": side.plan.slug,
        # What the phones of a game come in by.
        "link": _link(route, side),
        # What a calendar is read by.
        "feed_token": f"{side.nest.name}-calendar",
        "uidb36": side.reset_key[0],
        "key": side.reset_key[1],
        "token": _token(route, side),
    }[name]


def _link(route: Route, side: Side) -> str:
    """What a game, an event or a guest is reached by without login."""
    if not route.name.startswith("event_link:"):
        return side.rows["game"].link
    word = {"event_link:sign_up": "event", "event_link:own_again": "gone_guest"}.get(route.name, "guest")
    return side.rows[word].link


def _token(route: Route, side: Side) -> str:
    if route.name.startswith("invited:"):
        return side.meeting_tokens[route.name.partition(":")[2]]
    if route.name.startswith("answering:"):
        return side.answering_token
    if route.name.startswith(("minutes_link:", "minutes_paper:")):
        return f"{side.nest.name}-minutes"
    if route.name == "accounts:digest_stop":
        return stop_address(side.memberships["staff"]).split("/")[-2]
    return side.invitation_token if route.name == "accounts:invitation" else _taken_away(side)


def _taken_away(side: Side) -> str:
    """What a removed area leaves in its undo button."""
    kept = {"id": "00000000-0000-4000-8000-00000000000a", "name": "Et område", "position": 7}
    return signing.dumps(kept, salt=f"{side.plan.pk}:omraader")


def _removed_question(side: Side) -> str:
    """What a removed question of the guide leaves in its undo button."""
    kept = {"value": 2, "text": "Hvilke kurser?", "position": 7, "is_on": True}
    kept["id"] = "00000000-0000-4000-8000-00000000000e"
    return signing.dumps(kept, salt=f"guide {side.plan.pk}", compress=True)


# What the undo buttons of an actor carry.
TOKENS = {
    "actors:unconfirm": lambda side: {"before": "2026-01-02"},
    "actors:resource_restore": lambda side: {
        "pk": "00000000-0000-4000-8000-00000000000b", "kind": "room", "text": "Et lokale",
    },
    "actors:need_restore": lambda side: {
        "pk": "00000000-0000-4000-8000-00000000000f", "kind": "room", "text": "Et lokale",
    },
}  # fmt: skip


def with_query(url: str, **values) -> str:
    """The address with more in its query string."""
    joined = urlencode(values, doseq=True)
    return f"{url}{'&' if '?' in url else '?'}{joined}" if joined else url
