"""QR codes as SVG path data; the one place that knows the library."""

from functools import lru_cache

import segno

# Modules of clear ground on each side; without them telephones do not find the code.
QUIET = 4


@lru_cache(maxsize=128)
def qr_path(text: str) -> tuple[int, str]:
    """(size, d): the dark modules of a code that says `text`, in a square of `size` with its quiet border.

    Read although 15 % of it is hidden or blurred. Raises segno.DataOverflowError for more than 2,331 bytes.
    """
    code = segno.make_qr(text, error="m", boost_error=False)
    runs = []
    for y, row in enumerate(code.matrix, start=QUIET):
        x = 0
        while x < len(row):
            end = next((place for place in range(x, len(row)) if row[place] != row[x]), len(row))
            if row[x]:
                runs.append(f"M{x + QUIET} {y}h{end - x}v1h-{end - x}z")
            x = end
    return len(code.matrix) + 2 * QUIET, "".join(runs)
