"""The drawings: known points, and colours that can be told apart."""

import itertools
import math
import re

import pytest

from config.geometry import (
    EMPTY_STATE_SIZE,
    LOGO_COLOURS,
    LOGO_SIZE,
    Joint,
    empty_state,
    logo,
    piece,
    ray_angles,
    ray_to_border,
    wedge,
)
from config.looks import FORM_WEIGHTS, KIND_LOOKS, VALUE_LOOKS

PINE = "#0F4243"


def points_of(path):
    """All points of a path of M, L, C and Q alone, control points too."""
    numbers = [float(text) for text in re.findall(r"-?[\d.]+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def all_drawings():
    """Every drawing at least once, name and path."""
    yield "piece", piece(1 / 3, -7, 80, 70.3, top=Joint(1), right=Joint(-1, 0.3), knob=24)
    yield from (("ray", ray_to_border(320, 176, 84, 500, 176, at, at + 27)) for at in (123, 96, 69, 42, 15))
    yield from (("logo", path) for path, _ in logo())
    yield from (("empty", path) for path in empty_state())
    yield from ((look.kind, look.outline) for look in KIND_LOOKS.values())


# --- numbers ---


@pytest.mark.parametrize(("name", "path"), list(all_drawings()))
def test_paths_have_finite_numbers_with_two_decimals_at_most(name, path):
    assert re.fullmatch(r"M[-\d. MLHVCQAZ]+", path), name
    assert not re.search(r"\.\d{3}|-0(?![.\d])|\.0*(?!\d)", path), name
    assert "nan" not in path


def test_drawings_are_the_same_every_time():
    assert list(all_drawings()) == list(all_drawings())


# --- pieces ---


def test_a_flat_piece_is_a_rectangle():
    assert piece(2, 3, 10, 20) == "M2 3L12 3L12 23L2 23L2 3Z"


def test_a_knob_reaches_out_and_a_hole_reaches_in():
    knob = points_of(piece(0, 0, 100, 100, right=Joint(1), knob=20))
    hole = points_of(piece(0, 0, 100, 100, right=Joint(-1), knob=20))
    assert max(x for x, _ in knob) == 118
    assert (118, 50) in knob
    assert max(x for x, _ in hole) == 100
    assert (82, 50) in hole


@pytest.mark.parametrize(
    ("side", "tip"), [("top", (30, -18)), ("right", (118, 30)), ("bottom", (30, 118)), ("left", (-18, 30))]
)
def test_a_joint_is_placed_from_the_left_or_the_top(side, tip):
    assert tip in points_of(piece(0, 0, 100, 100, **{side: Joint(1, 0.3)}, knob=20))


def test_the_empty_state_is_a_piece_whose_knob_reaches_its_hole():
    (solid, hole), (width, height) = empty_state(), EMPTY_STATE_SIZE
    assert max(x for x, _ in points_of(solid)) == min(x for x, _ in points_of(hole)) == 84
    assert all(0 <= x <= width and 0 <= y <= height for x, y in points_of(solid) + points_of(hole))


# --- sun, star, curve ---


def test_rays_go_from_the_left_to_the_right():
    assert [ray_angles(number) for number in range(1, 6)] == [
        (144, 180),
        (108, 144),
        (72, 108),
        (36, 72),
        (0, 36),
    ]


def test_wedge():
    assert wedge(0, 0, 5, 10, 0, 90) == "M5 0L10 0A10 10 0 0 0 0 -10L0 -5A5 5 0 0 1 5 0Z"
    assert wedge(0, 0, 0, 10, 0, 180) == "M10 0A10 10 0 0 0 -10 0Z"
    assert wedge(0, 0, 0, 10, 0, 90) == "M0 0L10 0A10 10 0 0 0 0 -10Z"
    assert "A10 10 0 1 0" in wedge(0, 0, 5, 10, 0, 270)


def test_a_ray_to_the_border_takes_the_corner_with_it():
    path = ray_to_border(50, 100, 10, 100, 100, 30, 90)
    assert path.startswith("M58.66 95")
    assert "L100 71.13L100 0L50 0L50 90A" in path


def test_the_logo_has_five_rays_over_half_a_disc():
    paths = [path for path, _ in logo()]
    assert len(paths) == 6
    assert paths[-1] == "M33 23A10 10 0 0 0 13 23Z"
    assert paths[0] == wedge(23, 23, 13, 23, 146, 178)
    assert LOGO_SIZE == (46, 23)


def test_the_looser_the_form_the_thinner_the_line():
    assert FORM_WEIGHTS == {1: 1.5, 2: 3, 3: 5, 4: 7, 5: 10}


# --- colours: WCAG contrast, and OKLab distances as colour-blind readers see them ---

# Machado, Oliveira and Fernandes 2009, full severity, on linear RGB; grey is luminance.
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}
# Björn Ottosson's OKLab: linear RGB to cone responses, and their cube roots to L, a, b.
TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def linear(colour):
    """#RRGGBB as linear RGB, 0..1."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]


def times(matrix, vector):
    return [sum(factor * part for factor, part in zip(row, vector, strict=True)) for row in matrix]


def contrast(one, other):
    """The WCAG contrast of two colours, 1..21."""
    light, dark = sorted((times(SIGHT["grey"], linear(colour))[0] for colour in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def seen(colour, sight):
    """The OKLab place, times 100, of a colour as somebody with this sight sees it."""
    simulated = [min(max(part, 0), 1) for part in times(SIGHT[sight], linear(colour))]
    return [100 * part for part in times(TO_LAB, [math.cbrt(cone) for cone in times(TO_CONES, simulated)])]


def smallest_distance(colours, sight):
    return min(math.dist(seen(a, sight), seen(b, sight)) for a, b in itertools.combinations(colours, 2))


def test_the_arithmetic_knows_black_and_white():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert seen("#FFFFFF", "normal") == pytest.approx([100, 0, 0], abs=0.01)


@pytest.mark.parametrize("look", VALUE_LOOKS, ids=lambda look: look.short)
def test_text_can_be_read_on_every_value(look):
    pairs = ((look.on, look.fill), (look.deep, "#FFFFFF"), (look.deep, look.soft), ("#16282A", look.soft))
    assert min(contrast(*pair) for pair in pairs) >= 4.5


@pytest.mark.parametrize("look", KIND_LOOKS.values(), ids=lambda look: look.kind)
def test_the_icon_can_be_seen_on_every_mark(look):
    assert contrast(look.icon_colour, look.fill) >= 4.5


def test_the_logo_can_be_seen_on_the_rail():
    assert min(contrast(colour, PINE) for colour in LOGO_COLOURS) >= 3


# Floors for the smallest distance between any two, and the figures the palette was chosen for.
@pytest.mark.parametrize(
    ("sight", "floor", "measured"),
    [
        ("normal", 15, 22.0),
        ("protan", 15, 15.9),
        ("deutan", 15, 17.1),
        ("tritan", 15, 15.2),
        ("grey", 8, 8.5),
    ],
)
def test_values_can_be_told_apart(sight, floor, measured):
    distance = smallest_distance([look.fill for look in VALUE_LOOKS], sight)
    assert distance >= floor
    assert round(distance, 1) == measured


@pytest.mark.parametrize(
    ("sight", "floor", "measured"),
    [
        ("normal", 11, 17.0),
        ("protan", 11, 13.2),
        ("deutan", 11, 12.1),
        ("tritan", 11, 11.5),
        ("grey", 7, 7.3),
    ],
)
def test_kinds_can_be_told_apart(sight, floor, measured):
    distance = smallest_distance([look.fill for look in KIND_LOOKS.values()], sight)
    assert distance >= floor
    assert round(distance, 1) == measured
