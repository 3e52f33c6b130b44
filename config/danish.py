"""Danish in plain text: search folding, alphabetical order, lists, numbers and dates in words.

Plain Python: no settings and no clock; where a text depends on the day, `today` is an argument.
"""

import re
import string
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

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

# Everyday Danish needs no look at each letter; an import folds tens of thousands of such texts.
EVERYDAY = re.compile("[ -~æøåÆØÅ]*")
EVERYDAY_FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", **dict.fromkeys(string.punctuation, " ")})
JOINED = re.compile("(?<=[0-9a-zæøå])[-'.](?=[0-9a-zæøå])")


def fold(text):
    """Return text as it is searched: lower case, å as aa, æ/ä as ae, ø/ö as oe, other accents off.

    Hyphens, apostrophes and full stops inside a word vanish; all other signs become one blank. The same for
    composed and decomposed input; folding twice changes nothing. Fold both the stored text and the query.
    """
    if EVERYDAY.fullmatch(text):
        return " ".join(JOINED.sub("", text.lower()).translate(EVERYDAY_FOLDED).split())
    return _fold_anything(text)


def _fold_anything(text):
    """Return any text folded, letter by letter; `fold` takes a short cut for everyday Danish."""
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
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return text[place] in JOINERS and before.isalnum() and after.isalnum()


# --- alphabetical order ---

# The longest key: sort_key of a name of any length fits a field of this size.
SORT_KEY_LENGTH = 400
SORTED_CHARACTERS = 120

# The order of CLDR root with the Danish tailoring, one code of two digits each. Signs come before digits,
# digits before letters; "\ufffe" stands for any other sign and "\uffff" for a letter of another script.
ALPHABET = (
    " _-‐–—,;:!¡?¿.…·'\"«»()[]{}§@*/\\&#%†•`^°©®+×<=>|~−$£€\ufffe"
    "0123456789abcdefghiıjklmnopqrstuvwxyzæøå\uffff"
)
CODES = {character: f"{place:02}" for place, character in enumerate(ALPHABET, start=1)}

# Letters and signs that share the place of another one: (the other, rank among them). Plain is 1, an accent
# 2 to 7, and a letter of its own kind comes after those.
SHARED_PLACES = {
    "ä": ("æ", 8),
    "ö": ("ø", 8),
    "ő": ("ø", 9),
    "ü": ("y", 8),
    "ű": ("y", 9),
    "đ": ("d", 8),
    "ð": ("d", 9),
    "ł": ("l", 7),
    "ħ": ("h", 7),
    "‘": ("'", 2),
    "’": ("'", 3),
    "‚": ("'", 4),
    "“": ('"', 2),
    "”": ('"', 3),
    "„": ('"', 4),
}
SPELLED_OUT = {"œ": "oe", "þ": "th", "ß": "ss"}
ACCENT_RANKS = {"\u0301": 2, "\u0300": 3, "\u0306": 4, "\u0302": 4, "\u030c": 5, "\u030a": 6}
PLAIN, OTHER_ACCENT = 1, 7
# Capitals first, as CLDR has it for Danish; Å before AA before Aa before å before aa.
UPPER, AA_UPPER, AA_TITLE, LOWER, VARIANT = 1, 2, 3, 4, 5
DOUBLE_A = {"AA": AA_UPPER, "Aa": AA_TITLE, "aa": VARIANT}

# Names without accents, Aa or rare signs: their keys are two look-ups.
SIMPLE_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyzæøå -,.&"
SIMPLE_NAME = re.compile(f"[{re.escape(SIMPLE_SIGNS)}A-ZÆØÅ]*")
# Written as one letter or two, or met by an å, which begins with an a.
DOUBLED_A = re.compile("a[aå]", re.IGNORECASE)
SIMPLE_CODES = str.maketrans(
    {**{sign: CODES[sign] for sign in SIMPLE_SIGNS}, **{sign.upper(): CODES[sign] for sign in SIMPLE_SIGNS}}
)
SIMPLE_CASES = str.maketrans(
    {sign: str(UPPER if sign.isupper() else LOWER) for sign in SIMPLE_SIGNS + SIMPLE_SIGNS.upper()}
)


def sort_key(text):
    """Return digits that sort as text does in a Danish register (ICU, locale da).

    a-z æ ø å with aa as å, ü among y, ä with æ and ö with ø; signs before digits before letters. First the
    letters alone decide, then accents, then case. Only the digits 0-9 are used, in groups of fixed width, so
    that every database and every collation sorts the keys alike. At most SORT_KEY_LENGTH characters; beyond
    the first 120 characters of a name nothing counts.
    """
    if SIMPLE_NAME.fullmatch(text) and not DOUBLED_A.search(text):
        text = text[:SORTED_CHARACTERS]
        return f"{text.translate(SIMPLE_CODES)}000{text.translate(SIMPLE_CASES)}"[:SORT_KEY_LENGTH]
    return _sort_key_of_anything(text)


def _sort_key_of_anything(text):
    """Return any text's key, letter by letter; `sort_key` takes a short cut for simple names."""
    elements = _sort_elements(unicodedata.normalize("NFC", text))[:SORTED_CHARACTERS]
    letters = "".join(code for code, _, _ in elements)
    accents = "".join(str(accent) for _, accent, _ in elements).rstrip(str(PLAIN))
    cases = "".join(str(case) for _, _, case in elements)
    # 00 and 0 are lower than any code, so a name comes before the same name with more to it.
    return f"{letters}00{accents}0{cases}"[:SORT_KEY_LENGTH]


def _sort_elements(text):
    """Return [code, accent rank, case rank] for each letter and sign of composed text."""
    elements, position = [], 0
    while position < len(text):
        first, *accents = unicodedata.normalize("NFD", text[position + 1 : position + 2]) or " "
        double_a = DOUBLE_A.get(text[position] + first)
        if double_a:
            elements.append([CODES["å"], PLAIN, double_a])
            for accent in accents:
                _append_letter(elements, accent, double_a)
            position += 2
        else:
            _append_elements(elements, text[position])
            position += 1
    return elements


def _append_elements(elements, written):
    """Append what one written character counts as: often one element, none for an invisible mark."""
    case = UPPER if written.isupper() else LOWER
    compatible = written if written in CODES else unicodedata.normalize("NFKC", written)
    if compatible != written or written.lower() in SPELLED_OUT:
        case = AA_UPPER if written.isupper() else VARIANT
    for character in compatible.lower():
        for letter in SPELLED_OUT.get(character, character):
            _append_letter(elements, letter, case)


def _append_letter(elements, letter, case):
    """Append one lower-case letter or sign, or lay its accent on the element before it."""
    place, rank = SHARED_PLACES.get(letter, (letter, PLAIN))
    category = unicodedata.category(letter)
    if place in CODES:
        elements.append([CODES[place], rank, case])
    elif category in ("Mn", "Me"):
        if elements:
            elements[-1][1] = max(elements[-1][1], ACCENT_RANKS.get(letter, OTHER_ACCENT))
    elif letter.isspace() or category == "Cc":
        elements.append([CODES[" "], PLAIN, case])
    elif len(decomposed := unicodedata.normalize("NFD", letter)) > 1:
        for part in decomposed:
            _append_letter(elements, part, case)
    elif category != "Cf":
        elements.append([_foreign_code(letter), PLAIN, case])


def _foreign_code(character):
    """Return the code of a character outside the alphabet: behind its kind, by code point."""
    place = "\uffff" if character.isalnum() else "\ufffe"
    return CODES[place] + f"{ord(character):07}0"


# --- names and numbers in a sentence ---

NUMBER_WORDS = (
    "nul",
    "én",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "syv",
    "otte",
    "ni",
    "ti",
    "elleve",
    "tolv",
)


def join_names(names, limit=None):
    """Return "A, B og C"; with a limit at most that many names, then "A, B og tolv andre"."""
    shown = list(names)
    rest = 0 if limit is None else max(len(shown) - limit, 0)
    if rest:
        others = f"{number_word(rest)} {'anden' if rest == 1 else 'andre'}"
        shown = [*shown[:limit], others]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} og {shown[-1]}"


def capitalised(text):
    """Return text with a capital first letter; the rest keeps the capitals that it has."""
    return text[:1].upper() + text[1:]


def number(value, decimals=0):
    """Return a number as it is written in Danish: 1.250 or, with one decimal, 12,5. Halves are rounded up."""
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return f"{rounded:,}".translate(str.maketrans(",.", ".,"))


def count(amount, one, many):
    """Return how many there are with the right noun: ingen aktører, 1 aktør, 1.250 aktører."""
    if amount == 0:
        return f"ingen {many}"
    return f"{number(amount)} {one if amount == 1 else many}"


def number_word(amount, neuter=False):
    """Return an amount as a word up to tolv (én, or ét when the noun is neuter), above that in digits."""
    if amount == 1 and neuter:
        return "ét"
    return NUMBER_WORDS[amount] if 0 <= amount < len(NUMBER_WORDS) else number(amount)


# --- dates and times ---

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
NEAR_DAYS = {-1: "i morgen", 0: "i dag", 1: "i går"}


def long_date(day, today=None):
    """Return "14. oktober", with the year when it is not the year of today: "14. oktober 2025"."""
    text = f"{day.day}. {MONTHS[day.month - 1]}"
    return text if today is None or day.year == today.year else f"{text} {day.year}"


def full_date(day):
    """Return the day with its year, whatever year it is: "14. oktober 2025"."""
    return f"{long_date(day)} {day.year}"


def weekday(day):
    """Return the name of the day, e.g. "tirsdag"."""
    return WEEKDAYS[day.weekday()]


def clock(time):
    """Return a time of day as "9.00"; the caller writes "kl." where the sentence needs it."""
    return f"{time.hour}.{time.minute:02}"


def short_clock(time):
    """Return the same without minutes where there are none: "9", "9.30"."""
    return clock(time) if time.minute else str(time.hour)


def days_ago(days):
    """Return "i dag", "i går" or "11 dage siden"; for days to come (negative) "i morgen" or "om 3 dage"."""
    if days in NEAR_DAYS:
        return NEAR_DAYS[days]
    return f"{number(days)} dage siden" if days > 0 else f"om {number(-days)} dage"


def since_when(days):
    """The same after a verb: "i dag", "i går" or "for 11 dage siden"."""
    return f"for {days_ago(days)}" if days > 1 else days_ago(days)
