"""How wide text is in the two fonts of the house, without a font at hand. Plain Python.

Widths are in thousandths of the font size, rounded up to the widest letter of a group: a line that is said to
fit fits. tests/reports/test_fitting.py holds them against the fonts themselves.
"""

# Figtree 600. A letter that is in no group counts as wide as the widest there is.
_GROUPS = {
    260: " il|'`’.,·",
    310: ":;!jIí",
    395: '()[]{}rft"',
    425: "1/\\-",
    490: "s*_",
    540: "zxkaåàáâ?J",
    570: "vcnuhyeéèêëûùúüç–L^",
    605: "bdgpqoøóòôö$235679TFñ»«äE",
    660: "+<=>~#BPSRKYXZ&048",
    730: "ÅAÄVCDU…",
    790: "QOØÖGHN",
    880: "mæwM½%",
    1020: "WÆ@",
}
WIDEST = 1130
WIDTHS = {letter: width for width, letters in _GROUPS.items() for letter in letters}
# The heading font is this much wider, its heaviest weight taken.
HEADING = 1.17


def width_of(text: str, size: float, *, heading: bool = False) -> float:
    """How long the text is at this font size, in the size's unit; never less than it will be."""
    thousandths = sum(WIDTHS.get(letter, WIDEST) for letter in text)
    return thousandths * size * (HEADING if heading else 1) / 1000
