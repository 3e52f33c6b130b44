"""The sun: as many bands as the level says, no label cut or in the way, and a sentence that says the same."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.geometry import BANDS, LARGE_SUN, SMALL_SUN, on_ray, sun_bands, sun_disc, sun_outline
from config.looks import LEVEL_WORDS, VALUE_LOOKS, level_word
from config.sun import LABELS, LEVEL_LINE, NAME_FITS, NAME_LINE, large_sun, name_lines, small_sun, sun_label

URLS = {number: f"?straale={number}" for number in range(1, 6)}
# Broader than any letter of the two fonts is on average.
LETTER, SMALL_LETTER = 0.6 * 24, 0.56 * 18
LONGEST_WORD = max((*LEVEL_WORDS, level_word(None)), key=len)


def filled(svg: str, number: int) -> int:
    """How many bands have the colour of the value."""
    return len(re.findall(rf'<path[^>]* fill="{VALUE_LOOKS[number - 1].fill}" stroke="#16282A"', svg))


def boxes(number: int) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each line of a label, the level's word last."""
    label = LABELS[number - 1]
    lines = [(line, label.y + NAME_LINE * place, LETTER, 24) for place, line in enumerate(label.lines)]
    lines.append((LONGEST_WORD, lines[-1][1] + LEVEL_LINE, SMALL_LETTER, 18))
    before = {"start": 0, "middle": 0.5, "end": 1}[label.anchor]
    return [
        (label.x - len(text) * letter * before, y - size, label.x + len(text) * letter * (1 - before), y + 5)
        for text, y, letter, size in lines
    ]


@pytest.mark.parametrize("level", [None, 0, 1, 2, 3])
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_ray_has_as_many_bands_as_its_level(number, level):
    levels = {number: level}
    assert filled(small_sun(levels), number) == (level or 0)
    assert filled(large_sun(levels, "Kæden", now=None, urls=URLS), number) == (level or 0)


def test_the_sentence_says_what_the_drawing_shows():
    said = sun_label({1: 2, 2: 3, 3: None, 4: 0}, guessed={2})
    assert said == (
        "Solen. Bredere målgruppe: noget. Øget faglighed: meget, vores eget skøn. Stærkere "
        "samarbejdsgrundlag: ikke talt om. Større socialt ansvar: ikke nu. "
        "Adgang til flere ressourcer: ikke talt om."
    )
    assert f'role="img" aria-label="{said}"' in small_sun({1: 2, 2: 3, 4: 0}, guessed={2})


def test_what_we_guess_is_dashed_and_never_in_the_full_colour():
    svg = small_sun({2: 3}, guessed={2})
    assert filled(svg, 2) == 0
    assert (
        svg.count(f'fill="{VALUE_LOOKS[1].soft}" stroke="#16282A" stroke-width="1.2" stroke-dasharray') == 3
    )


def test_one_ray_is_the_current_one_and_each_leads_somewhere():
    svg = large_sun({4: 3}, "Kæden", now=4, urls=URLS)
    assert re.findall(r'href="([^"]+)"', svg) == list(URLS.values())
    assert svg.count('aria-current="step"') == 1
    assert 'aria-label="Stråle 4: Større socialt ansvar, meget" aria-current="step"' in svg


@pytest.mark.parametrize("shape", [SMALL_SUN, LARGE_SUN])
def test_all_of_the_sun_is_within_its_drawing(shape):
    across, down = shape.middle
    reach = shape.inner + BANDS * (shape.band + shape.gap)
    assert reach < across
    assert reach < down
    paths = [*(path for n in URLS for path in sun_bands(n, shape)), sun_disc(shape), sun_outline(3, shape)]
    assert len(set(paths)) == 5 * BANDS + 2


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_no_label_is_cut_or_meets_a_ray(number):
    middle, ground = LARGE_SUN.middle
    outline = LARGE_SUN.inner + BANDS * (LARGE_SUN.band + LARGE_SUN.gap) - LARGE_SUN.gap + 7 + 3
    for left, top, right, bottom in boxes(number):
        assert left >= 0
        assert top >= 0
        assert right <= LARGE_SUN.width
        nearest = math.dist((min(max(middle, left), right), bottom), (middle, ground))
        assert nearest > outline


def test_labels_keep_apart_and_icons_stand_in_the_inner_band():
    all_boxes = [(number, box) for number in URLS for box in boxes(number)]
    for number, (left, top, right, bottom) in all_boxes:
        for other, (x0, y0, x1, y1) in all_boxes:
            assert number == other or right < x0 or x1 < left or bottom < y0 or y1 < top, (number, other)
    assert all(math.dist(on_ray(n, 201, LARGE_SUN), LARGE_SUN.middle) == pytest.approx(201) for n in URLS)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Kæden", ["Kæden"]),
        ("Cykelværkstedet Kæden", ["Cykelværkstedet", "Kæden"]),
        ("Afdelingsbestyrelsen Østhøj", ["Afdelingsbestyrelsen", "Østhøj"]),
    ],
)
def test_a_name_is_set_in_whole_words(name, lines):
    assert name_lines(name)[0] == lines


@given(st.text(max_size=200))
def test_any_name_fits_the_half_disc(name):
    lines, size = name_lines(name)
    letters, most = next((letters, most) for letters, most, fits in NAME_FITS if fits == size)
    assert len(lines) <= most
    assert all(len(line) <= letters for line in lines)


def test_a_name_cannot_write_markup():
    assert "<script>" not in large_sun({}, "<script>alert(1)</script>", now=None, urls=URLS)
