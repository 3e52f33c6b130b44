"""QR codes: the path is the code, with clear ground round it."""

import re

import segno

from config.qr import QUIET, qr_path

ADDRESS = "https://paabanen.example/spil/abcdefghijklmnopqrstuv/"


def dark_modules(path):
    """The modules that a path covers."""
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path)
    assert "".join(f"M{x} {y}h{wide}v1h-{back}z" for x, y, wide, back in runs) == path
    return {(int(x) + at, int(y)) for x, y, wide, _ in runs for at in range(int(wide))}


def test_the_path_covers_the_dark_modules_and_no_others():
    size, path = qr_path(ADDRESS)
    matrix = segno.make_qr(ADDRESS, error="m", boost_error=False).matrix
    assert size == len(matrix) + 2 * QUIET
    assert dark_modules(path) == {
        (x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark
    }


def test_clear_ground_stands_round_it():
    size, path = qr_path(ADDRESS)
    places = [place for module in dark_modules(path) for place in module]
    assert (min(places), max(places)) == (QUIET, size - QUIET - 1)
    assert QUIET == 4


def test_another_text_is_another_code():
    assert qr_path(ADDRESS) != qr_path(ADDRESS.upper())
