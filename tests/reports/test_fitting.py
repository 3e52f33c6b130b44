"""Words in the fields of a poster: they fit, none is lost without a word about it, and large comes first."""

from pathlib import Path

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from config.geometry import ray_angles
from reports.fields import Box, Disc, Sector
from reports.fitting import CUT, LEADING, fit, how_many_fit, shortened
from reports.letters import HEADING, WIDTHS, width_of

SIZES = (7.6, 7, 6.4, 5.8, 5.3, 4.9)
WORDS = "Vil gerne lære unge fra Østhøj at lappe cykler. Savner at kende de nye familier."
FIELDS = [
    *(Sector(84, 157, start + 3.6, end - 3.6, 4, 8.5) for start, end in map(ray_angles, range(1, 6))),
    Disc(56, -41, -19),
    Box(0, 0, 60, 40),
]
texts = st.lists(st.text(alphabet="abcæøåÅW .,-\n", max_size=300), min_size=1, max_size=2)


def fonts(name: str, weights: tuple[int, ...]):
    """The font files of one family."""
    folder = next(folder for folder in settings.FONT_DIRS if name in str(folder))
    return [TTFont(Path(folder) / f"{name}-latin-{weight}-normal.woff2") for weight in weights]


def narrower_than_said(font: TTFont, factor: float) -> list[str]:
    """The letters that the table makes narrower than the font does."""
    shapes, widths = font.getBestCmap(), font["hmtx"]
    return [
        letter
        for letter, said in WIDTHS.items()
        if ord(letter) in shapes and widths[shapes[ord(letter)]][0] > said * factor
    ]


@pytest.mark.parametrize(
    ("name", "weights", "factor"),
    [("figtree", (400, 500, 600), 1), ("bricolage-grotesque", (700, 800), HEADING)],
)
def test_no_letter_is_wider_than_the_table_says(name, weights, factor):
    assert [narrower_than_said(font, factor) for font in fonts(name, weights)] == [[]] * len(weights)


@pytest.mark.parametrize("field", FIELDS)
@given(said=texts)
def test_every_line_stands_inside_the_field(field, said):
    found = fit(said, field, SIZES)
    for line in found.lines:
        top = line.y - 0.86 * found.size
        left, right = field.row(top, top + found.size * LEADING - 0.02)
        half = width_of(line.text, found.size) / 2
        assert left - 0.02 <= line.x - half
        assert line.x + half <= right + 0.02


@pytest.mark.parametrize("field", FIELDS)
@given(said=texts)
def test_no_letter_is_lost_unless_it_says_so(field, said):
    found = fit(said, field, SIZES)
    shown = "".join(line.text for line in found.lines).replace(" ", "")
    if found.is_cut:
        assert CUT in shown
        assert found.size == SIZES[-1]
    else:
        assert shown == "".join("".join(said).split())


def test_few_words_are_large_and_many_are_small():
    field = FIELDS[2]
    sizes = [fit([WORDS * times], field, SIZES).size for times in (1, 2, 3)]
    assert fit(["Ro"], field, SIZES).size == 7.6
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == 4.9


def test_a_word_is_broken_at_the_smallest_size_alone():
    wide = "samarbejdsgrundlagsudviklingsmedarbejder"
    found = fit([wide], Box(0, 0, 60, 40), SIZES)
    assert (found.size, found.is_cut) == (4.9, False)
    assert (len(found.lines), "".join(line.text for line in found.lines)) == (2, wide)
    assert [line.text for line in fit(["forening"], Box(0, 0, 60, 40), SIZES).lines] == ["forening"]


def test_a_thousand_letters_in_one_word_are_cut():
    found = fit(["å" * 1000], FIELDS[0], SIZES)
    assert found.is_cut
    assert found.lines[-1].text.endswith(CUT)


def test_two_paragraphs_share_the_room():
    found = fit([WORDS * 5, "Kan give: " + WORDS * 5], FIELDS[0], SIZES)
    lines = [line.text for line in found.lines]
    assert found.is_cut
    assert len([line for line in lines if line.endswith(CUT)]) == 2


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("Kort.", 10, "Kort."),
        ("Vi har et lokale. Det er ledigt om aftenen.", 25, "Vi har et lokale. …"),
        ("Vi har et lokale, der er ledigt om aftenen.", 18, "Vi har et lokale …"),
        ("Ja. Vi har et lokale om aftenen", 20, "Ja. Vi har et lokale …"),
        ("xxxxxxxxxxxxxxxxxxxx", 5, "xxxxx …"),
    ],
)
def test_it_is_cut_after_a_sentence_or_a_word(text, room, expected):
    assert shortened(text, room) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [([], 0), (["Ro"] * 3, 3), (["Ro"] * 4, 2), (["Ro", "x" * 400], 1), (["x" * 400], 0)],
)
def test_what_does_not_fit_leaves_a_line_to_say_so(texts, expected):
    assert how_many_fit(texts, 90, 4.9, 3) == expected


def test_nothing_said_is_nothing_shown():
    assert fit(["", "  "], FIELDS[0], SIZES).lines == ()
