"""The drawing as text for the one SVG template, since a template must not work out numbers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString

from config.danish import count
from config.drawings import mark_shape
from config.looks import KIND_LOOKS
from mapping.drawing import Curve, Drawing, Mark

# At 100 % the smallest letters of the map are this many pixels high.
LETTERS_AT_LEAST = 13


@dataclass(frozen=True, slots=True)
class Strokes:
    """All curves of one width as one path."""

    width: str
    path: str


@dataclass(frozen=True, slots=True)
class NameText:
    """One line of a name and where it stands."""

    x: str
    y: str
    text: str


@dataclass(frozen=True, slots=True)
class MarkShape:
    """An actor as the template prints it. `number` is its own, `near` are its neighbours' numbers."""

    number: int
    key: str
    kind: str
    label: str
    says: str
    x: str
    y: str
    scale: str
    disc: str
    ring: str
    names: tuple[NameText, ...]
    weight: str
    chosen: bool
    near: str


@dataclass(frozen=True)
class MapShapes:
    """Everything the SVG consists of, in the order it is painted; `width` is in pixels at 100 %."""

    view_box: str
    width: str
    name_size: str
    halo: str
    quiet: tuple[Strokes, ...]
    strong: tuple[Strokes, ...]
    marks: tuple[MarkShape, ...]
    kinds: tuple[tuple[str, SafeString], ...]
    description: str


def shapes(drawing: Drawing, keys: Iterable[str]) -> MapShapes:
    """The drawing in text. Marks are numbered as in `keys`, all actors of the plan, whatever is filtered."""
    numbers = {key: number for number, key in enumerate(keys)}
    scale = LETTERS_AT_LEAST / drawing.name_size
    return MapShapes(
        view_box=drawing.view_box,
        width=f"{drawing.width * scale:.0f}",
        name_size=f"{drawing.name_size:g}",
        halo=f"{drawing.name_size * 0.3:g}",
        quiet=_strokes(drawing.quiet),
        strong=_strokes(drawing.chosen),
        marks=tuple(_mark(mark, numbers) for mark in drawing.marks),
        kinds=tuple((kind, mark_shape(kind)) for kind in KIND_LOOKS),
        description=drawing.description,
    )


def _strokes(curves: Iterable[Curve]) -> tuple[Strokes, ...]:
    """Curves of the same width joined, in the order in which the widths first come."""
    paths = defaultdict(list)
    for curve in curves:
        paths[curve.width].append(curve.path)
    return tuple(Strokes(f"{width:g}", "".join(found)) for width, found in paths.items())


def _mark(mark: Mark, numbers: Mapping[str, int]) -> MarkShape:
    return MarkShape(
        number=numbers[mark.key],
        key=mark.key,
        kind=mark.kind,
        label=mark.label,
        says=f"{mark.label}, {count(mark.collaborations, 'samarbejde', 'samarbejder')}",
        x=f"{mark.x:g}",
        y=f"{mark.y:g}",
        scale=f"{mark.scale:g}",
        disc=f"{mark.disc:g}" if mark.disc else "",
        ring=f"{mark.ring:g}" if mark.ring else "",
        names=tuple(NameText(f"{line.x:g}", f"{line.y:g}", line.text) for line in mark.name),
        weight="700" if mark.strong else "600",
        chosen=mark.chosen,
        near=" ".join(str(numbers[key]) for key in mark.partners),
    )
