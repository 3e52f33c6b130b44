"""Requests for one route: most of a form as a user would fill it in, with something odd in it."""

import random
import uuid
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.pictures import picture_bytes
from tests.robustness import odd_values
from tests.robustness.odd_values import HEADERS, UNEXPECTED, odd_text
from tests.robustness.routes import Field, Form, Route
from tests.robustness.sending import (
    FORM,
    MULTIPART,
    File,
    Items,
    broken,
    multipart,
    odd_file,
    repeated,
    urlencoded,
)

ODD_METHODS = ("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")
# What a text field takes that a made-up sentence would not fit.
FITTING = {
    "baseline": "12,5", "target": "1.250",
    "website": "https://bo.example", "links": "https://bo.example",
    "password": "grøn-gavl-med-gul-dør-7", "oldpassword": "grøn-gavl-med-gul-dør-7",
    "password1": "tre-blå-heste-i-regn", "password2": "tre-blå-heste-i-regn", "code": "123456",
    # Days that hang together: a time to come, its end and the last of a series.
    "day": str(date.today() + timedelta(days=20)), "ends_on": str(date.today() + timedelta(days=20)),
    "until": str(date.today() + timedelta(days=60)),
    "day_1": str(date.today() + timedelta(days=20)), "day_2": str(date.today() + timedelta(days=21)),
    **{f"{part}_{number}": "" for part in ("day", "begins", "ends") for number in range(3, 7)},
    "begins": "09:00", "ends": "11:00", "opens": "08:00", "closes": "21:00",
    "credential": '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}',
}  # fmt: skip
# Fields that take a picture, or none.
PICTURES = ("picture", "image")
BY_KIND = {
    # Some days must have been, others must come.
    "date": ("2026-03-02", "2026-05-14", str(date.today() + timedelta(days=20)), ""),
    "time": ("09:00", "16:30", ""),
    "tel": ("20 30 40 50", ""),
    "number": ("3", "12"),
    "url": ("https://bo.example",),
}
CSV = "Navn;Aktørtype;Kontaktperson;Rolle\nAktør {0};Frivillig organisation;Ib Iversen;leder\nAktør {0}b;Andet;;\n"


@dataclass
class Sent:
    """One request, ready for the test client."""

    method: str
    path: str
    body: bytes = b""
    content_type: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    cookie: str = ""


@dataclass
class Generator:
    """Draws requests for `route`; `addresses` are true ones, `forms` and `query` what pages say of it."""

    route: Route
    rng: random.Random
    addresses: list[str]
    arguments: list[dict[str, str]]
    forms: list[Form]
    query: Form
    takes_posts: bool
    ids: list[str]
    # The version that a page last said a thing has, by address.
    versions: dict[str, str] = field(default_factory=dict)

    def draw(self, number: int) -> Sent:
        """The next request; the first of each kind are what the pages themselves would send."""
        rng = self.rng
        posts = self.takes_posts and rng.random() < 0.85
        sent = Sent("POST" if posts else "GET", self._path())
        if posts:
            self._fill(sent, number)
        if not posts or rng.random() < 0.08:
            sent.path += self._query(number)
        if rng.random() < 0.04 and number > 3:
            sent.method = rng.choice(ODD_METHODS)
        if rng.random() < 0.2 and number > 3:
            sent.headers |= rng.choice(HEADERS)
        if rng.random() < 0.04:
            sent.cookie = rng.choice(odd_values.COOKIES)
        return sent

    # -- Address ----------------------------------------------------------------------------------

    def _path(self) -> str:
        rng = self.rng
        if self.addresses and (not self.route.arguments or rng.random() < 0.9):
            return rng.choice(self.addresses)
        values = dict(rng.choice(self.arguments))
        names = [name for name, _ in self.route.arguments]
        odd = [rng.choice(names)] if names and rng.random() < 0.5 else []
        for name in names:
            if name not in values:
                values[name] = rng.choice(self.ids)
            elif name in odd:
                values[name] = rng.choice((*odd_values.PATH_PARTS, *self.ids))
        return self.route.path(values)

    def _query(self, number: int) -> str:
        rng = self.rng
        names = [*self.query, *rng.sample(UNEXPECTED, 2)]
        chosen = rng.sample(names, rng.randint(0, min(4, len(names))))
        items: Items = [(name, self._wished(self.query.get(name), number)) for name in chosen]
        if items and rng.random() < 0.04:
            items = [(items[0][0], str(uuid.UUID(int=n))) for n in range(1000)]
        elif rng.random() < 0.1:
            items = repeated(items, rng.choice((2, 50)))
        text = urlencoded(items).decode()
        if rng.random() < 0.05:
            text += rng.choice(("&&&", "&=", "&%", "&a=%zz", ";a=b", "?", "#", "&a[]=1", "\xe6"))
        return f"?{text}" if text else ""

    def _wished(self, known: Field | None, number: int):
        if known and known.values and self.rng.random() < 0.4:
            return self.rng.choice(known.values)
        if self.rng.random() < 0.01:
            return odd_values.huge_text(self.rng)[:60_000]
        return odd_text(self.rng) if self.rng.random() < 0.8 else self.rng.choice(self.ids)

    # -- Body -------------------------------------------------------------------------------------

    def _fill(self, sent: Sent, number: int) -> None:
        rng = self.rng
        form = rng.choice(self.forms) if self.forms else {}
        items = self.valid(form, number)
        if version := self.versions.get(sent.path):
            items = [(name, version if name == "version" else value) for name, value in items]
        if number > 3 and rng.random() < 0.85:
            items = self._spoilt(form, items)
        has_file = any(isinstance(value, File) for _, value in items)
        luck = rng.random()
        if luck < 0.05 and number > 3:
            sent.body, sent.content_type = broken(rng, items)
        elif luck < 0.1 and number > 3:
            sent.content_type = rng.choice(odd_values.CONTENT_TYPES)
            sent.body = rng.choice((urlencoded(items), multipart(items), rng.choice(odd_values.JSON_BODIES)))
        elif has_file or luck < 0.2:
            sent.body, sent.content_type = multipart(items), MULTIPART
        else:
            sent.body, sent.content_type = urlencoded(items), FORM

    def valid(self, form: Form, number: int) -> Items:
        """The form as a user could fill it in."""
        items: Items = []
        for one in form.values():
            if one.name != "csrfmiddlewaretoken":
                items += [(one.name, value) for value in self._fitting(one, number)]
        return items

    def _fitting(self, one: Field, number: int) -> list:
        """Values a user could give: one of those offered, the one that stands there, a new one."""
        rng = self.rng
        if one.name == "submission" and rng.random() < 0.8:
            return [str(uuid.UUID(int=rng.getrandbits(128), version=4))]
        if one.kind in ("radio", "select"):
            return [rng.choice(one.values)] if one.values else []
        if one.kind in ("checkbox", "hidden") and one.values:
            some = rng.sample(one.values, rng.randint(min(2, len(one.values)), len(one.values)))
            return (
                some if one.many else (one.values[:1] if one.kind == "hidden" or rng.random() < 0.5 else [])
            )
        if one.kind in ("submit", "button"):
            return one.values[:1] if rng.random() < 0.15 else []
        if one.name in PICTURES:
            return rng.choice(([], [File("gavl.png", picture_bytes())]))
        if one.kind == "file":
            return [File("liste.csv", CSV.format(rng.randrange(10**6)).encode())]
        if one.name in FITTING:
            return [FITTING[one.name]]
        if one.kind in BY_KIND:
            return [rng.choice(BY_KIND[one.kind])]
        if one.kind == "email" or one.name == "login":
            return [f"bruger{rng.randrange(10**6)}@bo.example"]
        standing = [value for value in one.values if value]
        return [
            standing[0] if standing and rng.random() < 0.5 else f"Ny tekst {number} {rng.randrange(10**6)}"
        ]

    def _spoilt(self, form: Form, items: Items) -> Items:
        """The items with one thing wrong, or all of them."""
        rng = self.rng
        ways = (self._some_odd, self._all_odd, self._missing, self._doubled, self._more, self._many, self._foreign,
                self._huge, self._files, self._odd_lines)  # fmt: skip
        return rng.choices(ways, (40, 10, 8, 8, 10, 4, 10, 4, 5, 2))[0](form, items)

    def _some_odd(self, form: Form, items: Items) -> Items:
        spoilt = set(self.rng.sample(range(len(items)), min(len(items), self.rng.randint(1, 2))))
        return [(name, self._odd(name) if n in spoilt else value) for n, (name, value) in enumerate(items)]

    def _odd(self, name: str) -> str | bytes:
        """Something odd; where a script writes JSON, mostly odd JSON."""
        if name == "credential" and self.rng.random() < 0.8:
            return self.rng.choice(odd_values.JSON_TEXTS)
        return odd_text(self.rng)

    def _all_odd(self, form: Form, items: Items) -> Items:
        return [(name, self._odd(name)) for name in form]

    def _missing(self, form: Form, items: Items) -> Items:
        return [item for item in items if self.rng.random() < 0.6]

    def _doubled(self, form: Form, items: Items) -> Items:
        more = [(name, odd_text(self.rng)) for name, _ in items if self.rng.random() < 0.4]
        return self.rng.choice((items + more, more + items, repeated(items, 3)))

    def _more(self, form: Form, items: Items) -> Items:
        return items + [(name, odd_text(self.rng)) for name in self.rng.sample(UNEXPECTED, 8)]

    def _many(self, form: Form, items: Items) -> Items:
        name = self.rng.choice([*form, "actors"])
        some = [(name, str(uuid.UUID(int=n))) for n in range(self.rng.choice((60, 1000, 2100)))]
        return [item for item in items if item[0] != name] + some

    def _foreign(self, form: Form, items: Items) -> Items:
        """Ids of other things, of another plan, of nothing."""
        name = self.rng.choice([*form, "actors"])
        return [item for item in items if item[0] != name] + [
            (name, value) for value in self.rng.sample(self.ids, min(3, len(self.ids)))
        ]

    def _huge(self, form: Form, items: Items) -> Items:
        name = self.rng.choice([*form, "q"])
        times = 3 if self.rng.random() < 0.2 else 1
        return [item for item in items if item[0] != name] + [(name, odd_values.huge_text(self.rng) * times)]

    def _files(self, form: Form, items: Items) -> Items:
        """A file where text is expected, and the other way round."""
        if any(isinstance(value, File) for _, value in items) and self.rng.random() < 0.2:
            return [(name, "tekst" if isinstance(value, File) else value) for name, value in items]
        name = self.rng.choice([one.name for one in form.values() if one.kind == "file"] or [*form, "file"])
        return [item for item in items if item[0] != name] + [(name, odd_file(self.rng))]

    def _odd_lines(self, form: Form, items: Items) -> Items:
        """A line break within every text: some of them end in the head of a mail or a file's name."""
        return [
            (
                name,
                value.replace(" ", "\n", 1)
                if isinstance(value, str) and value.startswith("Ny tekst")
                else value,
            )
            for name, value in items
        ]
