"""One walk per role over all addresses: its own plan's, the other's, its own with the other's rows in them.

`walk(world, who)` sends every GET in all the ways a browser does, and keeps what the tests judge.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from tests.security.addresses import KINDS, address, object_parameters, with_query
from tests.security.browsers import Answer, Browser
from tests.security.forms_seen import watching
from tests.security.routes import ROUTES
from tests.security.urlconf import Route, routes
from tests.security.world import CONTACTS, Side, World

OWN, OTHERS, MIXED = "own plan", "other plan", "own plan, other's row"
# A PDF takes a second to make, so that two roles read it; all others look at the page it is made from.
PDF_PAGES = (
    "map", "poster", "talk_guide", "interview_guide", "interview", "game_summary", "game_manual",
    "game_pieces", "game_cards", "game_adjust", "game_checklist", "game_matrix", "game_bundle",
    "notice_poster", "notice_flyers", "event_poster", "event_tags", "event_tables", "event_cards",
    "event_forms", "event_sheet", "empty_agreement", "conditions", "initiative_agreement", "initiative_story",
)  # fmt: skip
PDFS = tuple(f"reports:{name}" for name in PDF_PAGES)
PAGE_OF_PDF = {name: {"vis": "1"} for name in PDFS}
READERS_OF_PDF = {"leader", "partner"}
# Whose row it is, is asked in one place for a page, its head and its parts, whatever the role: two roles try
# all three on what is not theirs. What a part shows of one's own hangs on the role, so all ask for those.
ASK_IN_ALL_WAYS = {"leader", "partner"}
# What is typed: a word that rows of both plans hold where a text is read, ids of the other plan's rows where
# an id may be.
WORD = "kanarie"
TYPED_IDS = ("area", "target_group", "member", "actor")


@dataclass(frozen=True)
class Visit:
    """One request: by which route, to whose rows, how, and what came back."""

    route: str
    whose: str
    how: str
    answer: Answer

    def __str__(self):
        return f"{self.route} ({self.whose}, {self.how}): {self.answer.asked} → {self.answer.status}"


def browser_of(world: World, who: str, **options) -> Browser:
    """The browser of a role in the eastern plan, of the other plan's leader, or of nobody."""
    users = {"other": world.vest.users["leader"], "nobody": None, **world.oest.users}
    return Browser(users[who], **options)


def home_of(world: World, who: str) -> Side:
    """The plan whose rows `who` may see."""
    return world.vest if who == "other" else world.oest


def words_for(route: Route) -> list[str]:
    """The rows that the route is tried with: the table's, or one of each list of words."""
    of = ROUTES[route.name].of
    if "kind" not in route.parameters:
        return [of]
    return ["free_" * of.startswith("free_") + word for word in KINDS.values()]


def own_addresses(route: Route, side: Side, who: str) -> list[str]:
    """The route's addresses in the plan of `side`; a page about a person for each answer there is."""
    words = words_for(route)
    if "contact_pk" in route.parameters and ROUTES[route.name].got(who, "GET") == "200":
        words += [f"actor/{answer}" for answer in CONTACTS]
    return [address(route, of, side, role=who) for of in words]


def other_addresses(route: Route, stranger: Side) -> list[str]:
    """The route's addresses in the other plan; none for a page outside plans."""
    return [address(route, of, stranger) for of in words_for(route) if route.in_plan]


def mixed_addresses(route: Route, side: Side, stranger: Side, who: str) -> list[str]:
    """The route's addresses in the plan of `side` with rows of `stranger`, in each place and in all."""
    places = object_parameters(route)
    for_each = product((side, stranger), repeat=len(places))
    mixes = [dict(zip(places, sides, strict=True)) for sides in for_each if stranger in sides]
    return [address(route, of, side, role=who, strange=mix) for of in words_for(route) for mix in mixes]


def page_of(name: str, url: str) -> str:
    """The address, or that of the page that its PDF is made from."""
    return with_query(url, **PAGE_OF_PDF.get(name, {}))


def ways(route: Route, url: str, who: str, whose: str) -> Iterator[tuple[str, str, dict, str]]:
    """(method, address, headers, in words): as a page, its head, and each part that htmx may ask for."""
    page = page_of(route.name, url)
    yield "GET", url if who in READERS_OF_PDF else page, {}, "GET"
    if who in ASK_IN_ALL_WAYS:
        yield "HEAD", page, {}, "HEAD"
    elif whose != OWN:
        return
    for part in sorted(route.parts) or ["main"]:
        yield "GET", page, {"HX_Request": "true", "HX_Target": part}, f"htmx {part}"


def walk(world: World, who: str) -> list[Visit]:
    """Everything `who` can ask for with GET and HEAD."""
    browser, side = browser_of(world, who), home_of(world, who)
    stranger, visits = world.other(side), []
    for route in routes().values():
        is_own = who != "other" or not route.in_plan
        addresses = {
            OWN: own_addresses(route, side, who) if is_own else [],
            OTHERS: other_addresses(route, stranger),
            MIXED: mixed_addresses(route, side, stranger, who),
        }
        visits += [
            Visit(route.name, whose, how, browser.ask(method, way, **headers))
            for whose, urls in addresses.items()
            for url in urls
            for method, way, headers, how in ways(route, url, who, whose)
        ]
    return visits + _type_into_everything(browser, side, stranger, who)


def _type_into_everything(browser: Browser, side: Side, stranger: Side, who: str) -> list[Visit]:
    """The pages of one's plan, with something typed into the parameters that their code reads."""
    visits = []
    # How ids are looked up hangs on no role, so one of them tries.
    ids = [str(stranger.rows[word].pk) for word in TYPED_IDS] if who == "leader" else []
    for route in routes().values():
        if not route.in_plan or ROUTES[route.name].got(who, "GET") != "200":
            continue
        url = page_of(route.name, own_addresses(route, side, who)[0])
        with watching() as seen:
            browser.ask("GET", url)
        typed = [(name, WORD) for name in sorted(seen.texts & seen.names)]
        typed += [(name, one) for name in sorted(seen.raw | set(seen.relations)) for one in ids]
        visits += [
            Visit(route.name, OWN, f"?{name}=", browser.ask("GET", with_query(url, **{name: value})))
            for name, value in typed
        ]
    return visits
