"""Words of free text made comparable: Danish stems, and the days and times that a text speaks of.

Rough on purpose. A stem only has to be the same for »lokaler« and »lokalet«; what comes of a mistake is one
suggestion too many, with its reason in sight.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from config.danish import WEEKDAYS, fold

# The longest first, so that »lokalerne« loses all of it. Folded, as everything here.
ENDINGS = (
    "ernes", "erne", "enes", "ene", "ende", "ede", "ers", "ets", "ens", "er", "en", "et", "es", "e", "s",
)  # fmt: skip
STEM_AT_LEAST = 3
# Words that say nothing of what is lacked or offered, and those that only repeat the kind of thing.
_EMPTY = (
    "og i paa til fra af for med om at der som den det de en et vi i jer os vores jeres er har "
    "kan vil skal mangler soeger oensker behov brug have gerne flere mere nogle noget nogen ikke "
    "alle andre hver hvor naar efter foer mellem kl klokken uden eller ved over under ind ud op "
    "ned fast faste stor stort store lille smaa god godt gode ny nye staar tom tomt ledig ledigt "
    "ledige lokale lokaler moedelokale moedelokaler rum udstyr penge haender ting "
)
EMPTY_WORDS = frozenset(_EMPTY.split())
DAYS = {fold(day): fold(day) for day in WEEKDAYS}
DAY_WORD = re.compile(rf"\b({'|'.join(DAYS)})(?:e|en|ene|s)?\b")
SEVERAL_DAYS = {
    "weekend": ("loerdag", "soendag"),
    "hverdag": tuple(fold(day) for day in WEEKDAYS[:5]),
}
# The parts of a day, and the hour each ends at; the last takes what is left.
PARTS = (("morgen", 9), ("formiddag", 12), ("eftermiddag", 17), ("aften", 24))
PART_NAMES = tuple(name for name, _ in PARTS)
# A part of the day ends its word: »torsdagaften«, but neither »morgenmad« nor »aftenskole«.
PART_WORD = re.compile(r"(formiddag|eftermiddag|morgen|aften)(?:en|ene|er|erne|e|s)?\b")
HOUR = re.compile(r"\b(efter|foer|fra)?\s*kl(?:okken)?\s+(\d{1,2})\b")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A folded word without its endings: lokale, lokaler and lokalerne are all »lokal«."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM_AT_LEAST:
            # Once more, since »køkkenerne« has two and »køkken« itself looks as if it had one.
            return stem(word[: -len(ending)])
    return word


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that say something; days and times stand in `times` instead."""
    words = fold(text).split()
    return frozenset(
        stem(word)
        for word in words
        if len(word) >= STEM_AT_LEAST and word not in EMPTY_WORDS and not times(word) and not word.isdigit()
    )


@lru_cache(maxsize=20_000)
def times(text: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """(days, parts of the day) that the text names; None when it names neither. Empty means any."""
    folded = fold(text.replace(".", " "))
    days = set(DAY_WORD.findall(folded))
    for word, several in SEVERAL_DAYS.items():
        if word in folded:
            days.update(several)
    parts = set(PART_WORD.findall(folded))
    for how, hour in HOUR.findall(folded):
        parts.update(_parts(how, int(hour)))
    return (frozenset(days), frozenset(parts)) if days or parts else None


def _parts(how: str, hour: int) -> tuple[str, ...]:
    """»efter kl. 18« is the evening, »før kl. 12« morning and forenoon, »kl. 10« the forenoon."""
    at = next((place for place, (_, end) in enumerate(PARTS) if hour < end), len(PARTS) - 1)
    if how in ("efter", "fra"):
        return PART_NAMES[at:]
    if how == "foer":
        before = [name for name, end in PARTS if end <= hour]
        return tuple(before) or PART_NAMES[:1]
    return (PART_NAMES[at],)


def times_meet(first: str, second: str) -> bool | None:
    """Whether two texts can be about the same time; None when one of them names none."""
    one, other = times(first), times(second)
    if one is None or other is None:
        return None
    pairs = list(zip(one, other, strict=True))
    if not any(a and b for a, b in pairs):
        return None
    return all(not a or not b or bool(a & b) for a, b in pairs)


def found_in(words: Iterable[str], text: str) -> bool:
    """Whether every stem of `words` begins, ends or is a word of `text`: »lokal« is found in »mødelokale«."""
    there = [stem(word) for word in fold(text).split()]
    return all(any(_is_part(wanted, word) for word in there) for wanted in words)


def _is_part(wanted: str, word: str) -> bool:
    """Short words must be the same; longer ones may be one end of a compound."""
    if wanted == word:
        return True
    return len(wanted) > STEM_AT_LEAST and (word.startswith(wanted) or word.endswith(wanted))
