"""Danish in plain text: search folding, alphabetical order, lists, numbers and dates in words.

Plain Python: no settings and no clock; where a text depends on the day, `today` is an argument.
"""

import unicodedata

# On decomposed, casefolded text. The order matters: ring and dots first, so that å is aa and not a.
FOLDED_LETTERS = (
    ("a\u030a", "aa"),
    ("a\u0308", "ae"),
    ("o\u0308", "oe"),
    ("æ", "ae"),
    ("ø", "oe"),
    ("œ", "oe"),
    ("þ", "th"),
    ("ð", "d"),
    ("đ", "d"),
    ("ł", "l"),
    ("ı", "i"),
)
# Between two letters or digits these vanish, so that "aabyen" finds "Å-byen" and "kfum" finds "K.F.U.M.".
JOINERS = frozenset("-‐‑–'’.")


def fold(text):
    """Return text as it is searched: lower case, å as aa, æ/ä as ae, ø/ö as oe, other accents off.

    Hyphens, apostrophes and full stops inside a word vanish; all other signs become one blank. The same for
    composed and decomposed input; folding twice changes nothing. Fold both the stored text and the query.
    """
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    letters = unicodedata.normalize("NFD", text)
    for written, folded in FOLDED_LETTERS:
        letters = letters.replace(written, folded)
    kept = [_searchable(character) for character in letters]
    letters = "".join(kept)
    words = "".join(
        character if character.isalnum() else "" if _joins(letters, place) else " "
        for place, character in enumerate(letters)
    )
    return unicodedata.normalize("NFC", " ".join(words.split()))


def _searchable(character):
    """Return the character, or nothing for an accent or an invisible mark."""
    return "" if unicodedata.category(character) in ("Mn", "Me", "Cf") else character


def _joins(text, place):
    """Whether the sign at place stands directly between two letters or digits."""
    return (
        text[place] in JOINERS and text[place - 1 : place].isalnum() and text[place + 1 : place + 2].isalnum()
    )
