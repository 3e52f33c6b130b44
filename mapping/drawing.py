"""The network map as shapes, for one SVG template that screen, print and PDF share.

Positions come from the layout and never depend on what is chosen or filtered. Lengths are map units, all
numbers rounded to two decimals to keep the drawing small.
"""

from collections.abc import Collection
from dataclasses import dataclass

from mapping.ink import (
    BEND,
    DISC_MARGIN,
    LINE_HEIGHT,
    NAME_DROP_UNDER_DISC,
    RING_MARGIN,
    first_foot,
    line_thinning,
)
from mapping.layout import Layout
from mapping.network import Network, Tie
from mapping.sentences import listing

# Line weights by form: videndele, samvirke, ressourceudveksle, samordne, samskabe.
LINE_WIDTHS = {1: 1.5, 2: 3, 3: 5, 4: 7, 5: 10}
# A line of the chosen actor is drawn a little heavier.
CHOSEN_LINE_WIDTHS = {1: 2, 2: 3.5, 3: 5.5, 4: 8, 5: 11}


@dataclass(frozen=True, slots=True)
class NameLine:
    """One line of a name: the text, and the middle of its foot."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Mark:
    """An actor as drawn: the mark's middle and scale (of a ±14 box), its name, its disc or ring.

    `disc` is the radius of the yellow disc of the chosen actor, `ring` that of the dotted ring of an actor
    without collaborations, both 0 when there is none. `partners` are the keys of its neighbours on the map.
    """

    key: str
    label: str
    kind: str
    x: float
    y: float
    scale: float
    degree: int
    collaborations: int
    name: tuple[NameLine, ...]
    disc: float
    ring: float
    chosen: bool
    beside_chosen: bool
    strong: bool
    partners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """A line as drawn: path data, its width, and what it stands for."""

    a: str
    b: str
    path: str
    width: float
    form: int
    count: int
    chosen: bool


@dataclass(frozen=True)
class Drawing:
    """All shapes in the order they are painted: quiet curves, the chosen actor's curves, marks.

    `line_widths` are those of quiet curves by form, whether such a curve is shown or not.
    """

    view_box: str
    left: float
    top: float
    width: float
    height: float
    name_size: float
    line_widths: dict[int, float]
    quiet: tuple[Curve, ...]
    chosen: tuple[Curve, ...]
    marks: tuple[Mark, ...]
    description: str


def draw(
    network: Network,
    layout: Layout,
    chosen: str | None = None,
    only: Collection[str] | None = None,
    forms: Collection[int] | None = None,
) -> Drawing:
    """The shapes of the map.

    `chosen` is the key of the actor picked out, if it is on the map. `only` keeps those actors, `forms` those
    forms of collaboration; nothing moves or changes size. The layout must hold every actor of the network.
    """
    shown = {node.key for node in network.nodes if only is None or node.key in only}
    chosen = chosen if chosen in shown else None
    drawn = [(tie, _form(tie, forms)) for tie in network.ties if tie.a in shown and tie.b in shown]
    thinning = line_thinning(len(network.nodes))
    curves = [_curve(tie, form, layout, chosen, thinning) for tie, form in drawn if form]
    partners = {key: [] for key in shown}
    for curve in curves:
        partners[curve.a].append(curve.b)
        partners[curve.b].append(curve.a)
    marks = [_mark(network, layout, node, chosen, partners) for node in network.nodes if node.key in shown]
    return Drawing(
        view_box=f"{layout.left:g} {layout.top:g} {layout.width:g} {layout.height:g}",
        left=layout.left,
        top=layout.top,
        width=layout.width,
        height=layout.height,
        name_size=layout.name_size,
        line_widths={form: width * thinning for form, width in LINE_WIDTHS.items()},
        # Thick lines first, so that thin ones are not hidden under them.
        quiet=tuple(sorted((c for c in curves if not c.chosen), key=lambda c: -c.form)),
        chosen=tuple(sorted((c for c in curves if c.chosen), key=lambda c: -c.form)),
        # The chosen actor last: its disc lies over its neighbours' ink, never under.
        marks=tuple(sorted(marks, key=lambda mark: mark.chosen)),
        description=describe(network, chosen),
    )


def describe(network: Network, chosen: str | None = None) -> str:
    """What the picture shows in words, for those who do not see it."""
    if not network.nodes:
        return "Kortet er tomt. Her er ingen aktører endnu."
    best = min(network.nodes, key=lambda node: (-network.collaborations_of[node.key], node.key))
    said = []
    if network.ties:
        count = network.collaborations_of[best.key]
        said.append(f"{best.label} har flest samarbejder på kortet: {count}.")
    if chosen:
        said.append(f"{network.by_key[chosen].label} er valgt.")
    alone = [network.by_key[key].label for key in network.without_lines]
    if alone:
        said.append(f"{listing(alone)} har ingen samarbejder.")
    said.append("Tabellen viser det samme.")
    return " ".join(said)


def _form(tie: Tie, forms: Collection[int] | None) -> int:
    """The strongest form that is shown, 0 if none is."""
    return tie.form if forms is None else max((form for form in tie.forms if form in forms), default=0)


def _curve(tie: Tie, form: int, layout: Layout, chosen: str | None, thinning: float) -> Curve:
    own = chosen in (tie.a, tie.b)
    widths = CHOSEN_LINE_WIDTHS if own else LINE_WIDTHS
    path = curve_path(layout.positions[tie.a], layout.positions[tie.b])
    return Curve(tie.a, tie.b, path, widths[form] * thinning, form, tie.count, own)


def curve_path(start: tuple[float, float], end: tuple[float, float]) -> str:
    """Path data of a gentle bow from one point to the other."""
    (ax, ay), (bx, by) = start, end
    x, y = (ax + bx) / 2 + (ay - by) * BEND, (ay + by) / 2 + (bx - ax) * BEND
    return f"M{ax:.6g} {ay:.6g}Q{x:.1f} {y:.1f} {bx:.6g} {by:.6g}"


def _mark(network: Network, layout: Layout, node, chosen, partners) -> Mark:
    key, ink = node.key, layout.inks[node.key]
    x, y = layout.positions[key]
    own, alone = key == chosen, not network.ties_of[key]
    foot = y + first_foot(ink.radius, layout.name_size) + (NAME_DROP_UNDER_DISC if own or alone else 0)
    step = LINE_HEIGHT * layout.name_size
    return Mark(
        key=key,
        label=node.label,
        kind=node.kind,
        x=x,
        y=y,
        scale=round(ink.scale, 2),
        degree=len(network.ties_of[key]),
        collaborations=network.collaborations_of[key],
        name=tuple(NameLine(text, x, round(foot + i * step, 2)) for i, text in enumerate(ink.name)),
        disc=round(ink.radius + DISC_MARGIN, 2) if own else 0,
        ring=round(ink.radius + RING_MARGIN, 2) if alone and not own else 0,
        chosen=own,
        beside_chosen=chosen in partners[key],
        strong=own or key in network.core,
        partners=tuple(partners[key]),
    )
