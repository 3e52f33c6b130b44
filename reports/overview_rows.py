"""The rows of Overblik with their looks and addresses: what waits, what is next, what is new."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from actors.care import Balance
from reports.coming import Coming, Sort
from reports.news import News, Topic
from reports.todo import Kind, Todo

ICONS = {
    Kind.PROMISE: ("phone", ""),
    Kind.APPROVE: ("file-check", ""),
    Kind.REFERRAL: ("arrow-up-down", ""),
    Kind.AGREEMENT: ("handshake", ""),
    Kind.BOOKING: ("door-open", ""),
    Kind.INVITE: ("calendar", ""),
    Kind.POLL: ("calendar-search", ""),
    Kind.LISTING: ("package-open", ""),
    Kind.SIGNUP: ("users-round", ""),
    Kind.RATING: ("rocket", ""),
    Kind.OVERBURDENED: ("flag", "warn"),
    Kind.FORGOTTEN: ("history", "warn"),
    Kind.CONSENT: ("lock", "ok"),
    Kind.STALE: ("badge-check", ""),
    Kind.THIN: ("file-text", ""),
}
# The pages of those that are just one page.
PAGES = {
    Kind.APPROVE: "minutes:minutes",
    Kind.REFERRAL: "meetings:referral",
    Kind.AGREEMENT: "listings:talk",
    Kind.BOOKING: "exchange:booking",
    Kind.INVITE: "meetings:reply",
    Kind.POLL: "meetings:poll_answer",
    Kind.SIGNUP: "events:guests",
    Kind.RATING: "initiatives:conditions",
    Kind.CONSENT: "actors:contact_consent",
    Kind.THIN: "actors:edit",
}
# What one press does, where the verb needs no page: (the page of the name, where the verb posts).
PRESSES = {
    Kind.LISTING: ("listings:listing", "listings:renew"),
    Kind.STALE: ("actors:detail", "actors:confirm"),
}
NEXT = {
    Sort.MEETING: ("meetings:meeting", "calendar"),
    Sort.BOOKING: ("exchange:booking", "door-open"),
    Sort.GAME: ("valuegame:game", "puzzle"),
    Sort.EVENT: ("events:event", "party-popper"),
    Sort.TALK: ("actors:talk", "sun"),
}
# The page of one, the page of several, and the icon.
NEW = {
    Topic.ACTOR: ("actors:detail", "actors:list", "users-round"),
    Topic.COLLABORATION: ("mapping:detail", "mapping:list", "handshake"),
    Topic.INITIATIVE: ("initiatives:initiative", "initiatives:list", "rocket"),
    Topic.FORUM: ("meetings:forum", "meetings:list", "messages-square"),
    Topic.MEETING: ("meetings:meeting", "meetings:list", "calendar"),
    Topic.MINUTES: ("minutes:minutes", "meetings:list", "file-check"),
    Topic.REFERRAL: ("meetings:referral", "meetings:chain", "arrow-up-down"),
    Topic.AGREEMENT: ("listings:talk", "listings:list", "handshake"),
    Topic.LISTING: ("listings:listing", "listings:list", "package-open"),
    Topic.NOTICE: ("notice:notice", "notice:list", "megaphone"),
    Topic.EVENT: ("events:event", "events:list", "party-popper"),
}


@dataclass(frozen=True)
class TodoRow:
    """One row of the list: the thing, its look, where its name leads and what its verb does."""

    todo: Todo
    icon: str
    style: str
    url: str
    # The verb posts there; without it the verb is a link to `url`.
    post_url: str = ""


@dataclass(frozen=True)
class NextRow:
    """One thing to come, with what stands on its calendar leaf."""

    coming: Coming
    icon: str
    url: str
    leaf: str
    detail: str
    # On a telephone, which has no leaf: "I dag 10.00–12.00 · Beboerhuset".
    short: str


@dataclass(frozen=True)
class NewsRow:
    """One line of what is new; `url` is "" when there is no page to go to."""

    news: News
    icon: str
    url: str


def address_if_there(name: str, slug: str, *ids: UUID) -> str:
    """The address of a page, or "" while the room that has it is not built."""
    try:
        return reverse(name, args=[slug, *ids])
    except NoReverseMatch:
        return ""


def todo_rows(things: Iterable[Todo], slug: str) -> list[TodoRow]:
    """The rows with their addresses in the plan of this slug."""
    return [_todo_row(thing, slug) for thing in things]


def next_rows(found: Iterable[Coming], slug: str, today: date) -> list[NextRow]:
    """The same of what is next."""
    return [_next_row(one, slug, today) for one in found]


def news_rows(found: Iterable[News], slug: str) -> list[NewsRow]:
    """The same of what is new."""
    return [_news_row(one, slug) for one in found]


def _next_row(one: Coming, slug: str, today: date) -> NextRow:
    name, icon = NEXT[one.sort]
    ids = reversed(one.about) if one.sort == Sort.TALK else one.about
    return NextRow(
        one, icon, reverse(name, args=[slug, *ids]), one.leaf(today), one.detail(today), one.short(today)
    )


def _news_row(one: News, slug: str) -> NewsRow:
    page, several, icon = NEW[one.topic]
    url = address_if_there(page, slug, one.page) if one.page else address_if_there(several, slug)
    return NewsRow(one, icon, url)


def _todo_row(thing: Todo, slug: str) -> TodoRow:
    icon, style = ICONS[thing.kind]
    url, post = _addresses(thing, slug)
    return TodoRow(thing, icon, "bad" if thing.is_late else style, url, post)


def _addresses(thing: Todo, slug: str) -> tuple[str, str]:
    """Where the name leads, and where the verb posts if it does."""

    def at(name: str, *ids) -> str:
        return reverse(name, args=[slug, *ids])

    if not thing.about:
        return _list_of(thing.kind, slug), ""
    if thing.kind in PAGES:
        return at(PAGES[thing.kind], *thing.about), ""
    if thing.kind in PRESSES:
        page, press = PRESSES[thing.kind]
        return at(page, *thing.about), at(press, *thing.about)
    pk = thing.about[0]
    match thing.kind:
        case Kind.PROMISE:
            return _promise(thing, slug)
        case Kind.OVERBURDENED:
            return at("actors:notes" if thing.by_contacts else "mapping:of_actor", pk), ""
        case Kind.FORGOTTEN:
            return f"{at('actors:note_log')}?aktoer={pk}", ""


def _promise(thing: Todo, slug: str) -> tuple[str, str]:
    """A colleague's stands in the contact log; anybody else's in the minutes of its meeting."""
    if len(thing.about) == 1:
        args = [slug, thing.about[0]]
        return reverse("actors:follow_up_edit", args=args), reverse("actors:follow_up_keep", args=args)
    page = reverse("minutes:minutes", args=[slug, thing.about[0]])
    keeps = thing.verb == "Klaret"
    return page, reverse("minutes:promise_keep", args=[slug, *thing.about]) if keeps else ""


def _list_of(kind: Kind, slug: str) -> str:
    """Where the rest of a kind stands."""
    if kind in (Kind.STALE, Kind.THIN):
        return f"{reverse('actors:list', args=[slug])}?sort=confirmed"
    place = Balance.FORGOTTEN if kind == Kind.FORGOTTEN else Balance.OVERBURDENED
    return f"{reverse('reports:balance', args=[slug])}?gruppe={place}"
