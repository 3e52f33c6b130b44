"""The map of a plan as its pages and its PDF show it: one picture, its panel and its table.

Glue between rows (map_queries), rules (network, layout, sentences) and shapes (drawing).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from accounts.models import Plan
from actors.models import ActorKind
from config.drawings import FORM_LINE
from mapping.drawing import Drawing, draw
from mapping.layout import Layout, lay_out
from mapping.map_forms import MapFilterForm
from mapping.map_queries import MapRows, in_area, read_map, what_about
from mapping.map_shapes import MapShapes, shapes
from mapping.models import Form
from mapping.network import Line, Network, Node, read_network
from mapping.sentences import sentences

FORM_NAMES, KIND_NAMES = dict(Form.choices), dict(ActorKind.choices)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One of those the chosen actor works with: name and mark, and how."""

    key: str
    name: str
    kind: str
    forms: str


@dataclass(frozen=True, slots=True)
class TableActor:
    """One end of a line: what `{% who %}` needs."""

    key: str
    name: str
    kind: str


@dataclass(frozen=True)
class TableRow:
    """One line of the map in words."""

    a: TableActor
    b: TableActor
    form: int
    form_name: str
    about: str


class MapPicture:
    """A plan's map, read once. What costs something is worked out when it is first asked for.

    `sentences` say what the whole map shows, whatever is filtered.
    """

    def __init__(self, plan: Plan, filters: MapFilterForm, rows: MapRows):
        self.plan, self.filters, self.rows = plan, filters, rows
        self.network, self.sentences = _figures(rows.nodes, rows.lines)

    @classmethod
    def read(cls, plan: Plan, filters: MapFilterForm, *, today: date) -> "MapPicture":
        """The map as of `today`: three queries, a fourth where it is filtered by area."""
        return cls(plan, filters, read_map(plan, today))

    @cached_property
    def layout(self) -> Layout:
        """Where everybody stands; nothing of it depends on filters or on who is chosen."""
        return lay_out(self.network, self.rows.stored)

    @cached_property
    def drawing(self) -> Drawing:
        """The shapes of what the filters leave."""
        forms = {self.form} if self.form else None
        return draw(self.network, self.layout, chosen=self.chosen_key, only=self.shown, forms=forms)

    @property
    def shapes(self) -> MapShapes:
        """The same as text for the template."""
        return shapes(self.drawing, self.network.by_key)

    def legend(self, *, room_mm: tuple[float, float], line_mm: float) -> list[tuple[int, str, str]]:
        """The forms with the weights of the map's lines on paper: (number, name, weight).

        The map fills its room, across or down; weights are in units of the legend's own line of so many mm.
        """
        across, down = room_mm
        mm = min(across / self.drawing.width, down / self.drawing.height)
        unit = line_mm / FORM_LINE
        widths = self.drawing.line_widths
        return [(form, name, f"{widths[form] * mm / unit:.2f}") for form, name in Form.choices]

    @cached_property
    def shown(self) -> frozenset[str]:
        """The keys of the actors that the filters leave."""
        kind, area = self.filters.chosen("kind"), self.filters.chosen("area")
        keys = {node.key for node in self.rows.nodes if not kind or node.kind == kind}
        return frozenset(keys & in_area(self.plan, area) if area else keys)

    @property
    def form(self) -> int:
        """The form that is filtered by, or 0."""
        return int(self.filters.chosen("form") or 0)

    @property
    def chosen_key(self) -> str | None:
        """The key of the chosen actor, if it is among those shown."""
        key = self.filters.chosen("aktoer")
        return key if key in self.shown else None

    @property
    def chosen(self) -> Node | None:
        """The chosen actor."""
        return self.network.by_key[self.chosen_key] if self.chosen_key else None

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that the filters leave."""
        return tuple(
            line
            for line in self.rows.lines
            if line.a in self.shown and line.b in self.shown and self.form in (0, line.form)
        )

    @cached_property
    def collaborations(self) -> int:
        """How many collaborations the filters leave; one between three actors is one."""
        return len({line.collaboration for line in self.lines})

    @property
    def chosen_name(self) -> str:
        """The full name of the chosen actor."""
        return self.rows.names[self.chosen.key]

    @property
    def chosen_kind(self) -> str:
        """What kind of actor the chosen one is, in words."""
        return KIND_NAMES[self.chosen.kind]

    @property
    def chosen_tags(self) -> list[str]:
        """What the chosen actor is to the network, in a word."""
        key = self.chosen_key
        words = ["Kerneaktør"] if key in self.network.core else []
        if any(bridge.key == key for bridge in self.network.bridges):
            words.append("Bro")
        return words

    @cached_property
    def neighbours(self) -> list[Neighbour]:
        """Those the chosen actor works with on the map as filtered, the closest first."""
        found = [] if self.chosen is None else self.network.partners(self.chosen.key)
        return [
            Neighbour(node.key, self.rows.names[node.key], node.kind, _in_words(forms))
            for node, tie in found
            if node.key in self.shown and (forms := [f for f in tie.forms if self.form in (0, f)])
        ]

    @cached_property
    def table(self) -> list[Line]:
        """The lines as the table lists them: by the two names in Danish order, the closest first."""
        rank = {node.key: place for place, node in enumerate(self.rows.nodes)}
        turned = (
            line if rank[line.a] <= rank[line.b] else Line(line.b, line.a, line.form, line.collaboration)
            for line in self.lines
        )
        return sorted(turned, key=lambda line: (rank[line.a], rank[line.b], -line.form, line.collaboration))

    def table_rows(self, lines: Iterable[Line]) -> list[TableRow]:
        """These lines of the table in words; one query."""
        lines = list(lines)
        actors = {
            node.key: TableActor(node.key, self.rows.names[node.key], node.kind) for node in self.rows.nodes
        }
        about = what_about(self.plan, (line.collaboration for line in lines))
        return [
            TableRow(
                actors[line.a],
                actors[line.b],
                line.form,
                FORM_NAMES[line.form],
                about.get(line.collaboration, ""),
            )
            for line in lines
        ]


def tidied(plan: Plan, *, today: date) -> dict[str, tuple[float, float]]:
    """Where everybody would stand were the map laid out from nothing."""
    rows = read_map(plan, today)
    network, _ = _figures(rows.nodes, rows.lines)
    return dict(lay_out(network).positions)


# The figures hang on nothing but who works with whom, which is the key: what is kept can never be stale, and
# one plan never meets another's.
@lru_cache(maxsize=4)
def _figures(nodes: tuple[Node, ...], lines: tuple[Line, ...]) -> tuple[Network, tuple[str, ...]]:
    """The network, and what it says in sentences."""
    network = read_network(nodes, lines)
    return network, tuple(sentences(network))


def _in_words(forms: Iterable[int]) -> str:
    """»Samskabe, samordne«: each form once, the closest first."""
    words = ", ".join(FORM_NAMES[form].lower() for form in sorted(set(forms), reverse=True))
    return words[:1].upper() + words[1:]
