"""Every route of the URLconf, and what the pages themselves say may be sent to it.

Nothing here is a hand-kept list: a new route, form or link is found the day it is written.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, partial
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

from django.urls import URLResolver, get_resolver, resolve
from django.urls.exceptions import Resolver404
from django.urls.resolvers import RoutePattern
from django.utils.regex_helper import normalize

PLACE = "%({name})s"


@dataclass(frozen=True)
class Route:
    """A named route: its address with %(name)s for each argument, and the kind of each argument."""

    name: str
    template: str
    arguments: tuple[tuple[str, str], ...]

    def path(self, values: dict[str, str]) -> str:
        """The address with these arguments, as they are: also such as no converter would let through."""
        return "/" + self.template % values


def all_routes() -> list[Route]:
    """The routes of the whole house, by name."""
    return sorted(_walk(get_resolver().url_patterns), key=lambda route: route.name)


def _walk(patterns, prefix="", names=(), arguments=()) -> Iterable[Route]:
    for entry in patterns:
        text, found = _template(entry.pattern)
        more = (*arguments, *found)
        if isinstance(entry, URLResolver):
            space = (*names, entry.namespace) if entry.namespace else names
            yield from _walk(entry.url_patterns, prefix + text, space, more)
        else:
            yield Route(":".join((*names, entry.name)), prefix + text, more)


def _template(pattern) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The pattern as text with %(name)s, and (name, converter) of its arguments."""
    if not isinstance(pattern, RoutePattern):
        ((text, names),) = normalize(pattern.regex.pattern)
        return text, tuple((name, "regex") for name in names)
    kinds = tuple((name, type(one).__name__) for name, one in pattern.converters.items())
    text = str(pattern).replace("%", "%%")
    for name, kind in kinds:
        word = kind.removesuffix("Converter").lower().replace("string", "str")
        text = text.replace(f"<{word}:{name}>", PLACE.format(name=name))
    return text, kinds


# -- What a page says -----------------------------------------------------------------------------


@dataclass
class Field:
    """One name in a form: the kind of its input, and every value the page offers for it."""

    name: str
    kind: str
    values: list[str] = field(default_factory=list)
    many: bool = False


Form = dict[str, Field]


@dataclass
class _Reader(HTMLParser):
    """Reads forms and links of one page."""

    forms: list[tuple[str, str, Form]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def __post_init__(self):
        super().__init__()
        self._select: Field | None = None
        self._text: Field | None = None

    def handle_starttag(self, tag, attrs):
        has = {name: value or "" for name, value in attrs}
        self.links += [has[name] for name in ("href", "hx-get") if has.get(name)]
        if tag == "form":
            self.forms.append((has.get("method", "get").lower(), has.get("action", ""), {}))
        elif has.get("hx-post") and "closest form" in has.get("hx-include", "") and self.forms:
            # Sends the form around it, whose fields go on after it.
            self.forms.insert(-1, ("post", has["hx-post"], self.forms[-1][2]))
        elif has.get("hx-post") and tag != "form":
            self.forms.append(("post", has["hx-post"], {}))
        elif tag == "button" and has.get("formaction") and self.forms:
            # The same form, sent to another address.
            self.forms.append(("post", has["formaction"], self.forms[-1][2]))
        if tag == "option" and self._select:
            self._select.values.append(has.get("value", ""))
        elif tag in ("input", "select", "textarea", "button") and has.get("name") and self.forms:
            self._take(tag, has)

    def _take(self, tag, has):
        form = self.forms[-1][2]
        kind = has.get("type") or {"input": "text", "button": "submit"}.get(tag, tag)
        known = form.setdefault(has["name"], Field(has["name"], kind))
        known.many = known.many or "multiple" in has or (kind == "checkbox" and bool(known.values))
        if "value" in has:
            known.values.append(has["value"])
        elif kind == "checkbox":
            known.values.append("on")
        self._select = known if tag == "select" else self._select
        self._text = known if tag == "textarea" else self._text

    def handle_data(self, data):
        if self._text:
            self._text.values.append(data.strip())

    def handle_endtag(self, tag):
        self._select = None if tag == "select" else self._select
        self._text = None if tag == "textarea" else self._text


@dataclass
class Said:
    """What the pages say of each route: its forms, the names and values of its query string, addresses."""

    forms: dict[str, list[Form]] = field(default_factory=partial(defaultdict, list))
    queries: dict[str, Form] = field(default_factory=partial(defaultdict, dict))
    addresses: dict[str, set[str]] = field(default_factory=partial(defaultdict, set))

    def read(self, path: str, html: str) -> list[str]:
        """Add what the page at `path` says; returns the addresses on this site that it links to."""
        reader = _Reader()
        reader.feed(html)
        for method, action, form in reader.forms:
            address = urlsplit(action or path)
            name = route_name(address.path or path)
            if name and method == "post":
                self.addresses[name].add(action or path)
                if form not in self.forms[name]:
                    self.forms[name].append(form)
            elif name:
                self.addresses[name].add(address.path or path)
                self._merge(name, form)
        return [found for link in reader.links if (found := self._read_link(path, link))]

    def _read_link(self, path: str, link: str) -> str | None:
        address = urlsplit(link)
        place = address.path or path
        name = None if address.netloc or address.scheme else route_name(place)
        if name:
            pairs = parse_qsl(address.query, keep_blank_values=True)
            self._merge(name, {key: Field(key, "text", [value]) for key, value in pairs})
        return place if name else None

    def _merge(self, name: str, form: Form) -> None:
        for key, one in form.items():
            known = self.queries[name].setdefault(key, Field(key, one.kind))
            known.values += [value for value in one.values if value not in known.values]


@cache
def route_name(path: str) -> str | None:
    """The name of the route that answers this path, or None."""
    try:
        return resolve(path).view_name
    except Resolver404:
        return None
