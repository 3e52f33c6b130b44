"""Whether something new resembles what is there: for whom, where, and what it is about. Plain Python.

Danish words are folded, common ones left out, endings cut off, and the parts of long words compared, so that
"fodboldtræning" meets "fodbold". What it is about counts most: two offers for the same children are not alike
by that. Words of one field (sport, food, homework) count a little, so that football meets basketball.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from config.danish import fold, join_names
from mapping.likeness_words import COMMON, ENDINGS, FIELDS, KEPT, ORDINARY, SAY_LITTLE

# A part of a longer word that may stand alone.
PART = 5
# Two long words that begin with so many letters alike: "lektiehjælp" and "lektiecafé".
BEGINNING = 6
ENOUGH = 4
# So many words say what it is about; a page typed on asks for this again and again.
WORDS_AT_MOST = 30
ALIKE_AT_MOST = 3
# A word that stands in the names of more offers than this says little in this plan: a place, a house.
MANY = 5


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that is there or is being written; groups and areas by their names."""

    key: str
    name: str
    text: str = ""
    groups: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Alike:
    """What resembles: how much, and what they have in common."""

    offer: Offer
    score: int
    words: tuple[str, ...]
    field: str
    groups: tuple[str, ...]
    areas: tuple[str, ...]

    @property
    def why(self) -> str:
        """ "Begge handler om fodbold, er for unge og er i Østhøj." """
        parts = []
        if self.words:
            parts.append(f"handler om {join_names(self.words, 3)}")
        elif self.field:
            parts.append(f"handler om {self.field}")
        if self.groups:
            parts.append(f"er for {join_names([name.lower() for name in self.groups], 2)}")
        if self.areas:
            parts.append(f"er i {join_names(self.areas, 2)}")
        return f"Begge {join_names(parts)}."


def alike(new: Offer, there: Sequence[Offer], *, at_most: int = ALIKE_AT_MOST) -> list[Alike]:
    """What resembles `new`, the most alike first; never itself."""
    often = Counter(cut for offer in there for cut in stems(offer.name))
    usual = ORDINARY_STEMS | {cut for cut, amount in often.items() if amount > MANY}
    found = [one for offer in there if offer.key != new.key and (one := likeness(new, offer, usual))]
    return sorted(found, key=lambda one: (-one.score, one.offer.name, one.offer.key))[:at_most]


def likeness(new: Offer, other: Offer, usual: Collection[str] | None = None) -> Alike | None:
    """What the two have in common, if it is enough: what they are about, and then whom and where.

    `usual` are the stems that say little.
    """
    usual = ORDINARY_STEMS if usual is None else usual
    names = _in_common(new.name, other.name)
    texts = _in_common(f"{new.name} {new.text}", f"{other.name} {other.text}")
    telling = {word for word, shared in texts.items() if shared not in usual}
    field = _field_of(new) & _field_of(other)
    if not (field or len(telling) > 1 or _is_telling(new, other, names, usual)):
        return None
    groups, areas = new.groups & other.groups, new.areas & other.areas
    apart = bool(new.groups and other.groups and not groups) + bool(new.areas and other.areas and not areas)
    score = 3 * min(len(names), 2) + min(len(telling - names.keys()), 3) + 2 * bool(field)
    score += bool(groups) + bool(areas) - 2 * apart
    if score < ENOUGH:
        return None
    words = tuple(sorted(names or telling))
    return Alike(other, score, words, min(field, default=""), tuple(sorted(groups)), tuple(sorted(areas)))


def _is_telling(new: Offer, other: Offer, names: dict[str, str], usual: Collection[str]) -> bool:
    """Whether the names say that both are about the same: by a telling word, by two, or word for word."""
    rare = any(shared not in usual for shared in names.values())
    return rare or len(set(names.values())) > 1 or (bool(names) and stems(new.name) == stems(other.name))


def common_words(one: str, other: str) -> frozenset[str]:
    """The words of `one`, as written there in lower case, that mean much the same as one of `other`."""
    return frozenset(_in_common(one, other))


def _in_common(one: str, other: str) -> dict[str, str]:
    """{word of `one` as written there in lower case: what it shares with one of `other`}."""
    theirs = stems(other)
    found = ((shown, [part for its in theirs if (part := _shared(cut, its))]) for shown, cut in _words(one))
    return {shown: max(parts, key=lambda part: (len(part), part)) for shown, parts in found if parts}


def stems(text: str) -> frozenset[str]:
    """What the words that count begin with."""
    return frozenset(cut for _, cut in _words(text))


def stem(word: str) -> str:
    """A folded word without its ending: "fodbolden" → "fodbold"."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= KEPT:
            return word.removesuffix(ending)
    return word


def _words(text: str) -> list[tuple[str, str]]:
    """(as written in lower case, stem) of the words that count."""
    found: list[tuple[str, str]] = []
    for word in dict.fromkeys(text.lower().split()):
        if len(found) >= WORDS_AT_MOST:
            break
        folded = fold(word)
        for part in folded.split():
            if len(part) >= 3 and part not in COMMON and not part.isdigit():
                shown = word.strip(".,;:!?»«\"'()–-") if part == folded else part
                found.append((shown, stem(part)))
    return found


def _shared(one: str, other: str) -> str:
    """What two stems share, as Danish words grow; "" for nothing.

    All of them, the one that the other begins or ends with, or a long beginning.
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if one == other or (len(short) >= PART and (long.startswith(short) or long.endswith(short))):
        return short
    alike = one[:BEGINNING] == other[:BEGINNING] and len(short) >= BEGINNING
    return one[:BEGINNING] if alike and not one.startswith(SAY_LITTLE) else ""


ORDINARY_STEMS = frozenset(stem(word) for word in fold(ORDINARY).split())
_FIELD_STEMS = {name: stems(words) for name, words in FIELDS.items()}


def _field_of(offer: Offer) -> frozenset[str]:
    """The fields that its name is about."""
    own = stems(offer.name)
    return frozenset(
        name for name, known in _FIELD_STEMS.items() if any(_shared(cut, its) for cut in own for its in known)
    )
