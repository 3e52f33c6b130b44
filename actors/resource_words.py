"""What kind of thing a line of free text is about: a room, equipment, hands. Plain Python.

Import and interview use it for what an actor has and what it lacks. The kinds are those of ResourceKind.
"""

import re

OTHER = "other"
# The first word found in the text decides. One of three letters must end its own word, since it stands within
# many others (»rum« in »instrumenter«, »hal« in »halvdelen«); a longer one may stand anywhere.
WORDS = (
    ("room", ("lokale", "rum", "sal", "køkken", "hal", "klubhus")),
    ("equipment", ("udstyr", "projektor", "telt", "værktøj", "trailer", "anlæg", "cykl", "cykel")),
    ("money", ("penge", "sponsor", "fond", "pulje", "økonomi", "tilskud")),
    ("surplus", ("overskud", "varer", "mad", "madpakke", "madkasse", "tøj", "møbler")),
    ("hands", ("frivillig", "hænder", "hjælper", "praktik", "mentor", "fritidsjob")),
)
SHORT = 3
# As in »rummet«, »hallerne«, »salen«; »forum« and »centrum« are no rooms, and »støj« is no »tøj«.
SHORT_WORD = r"(?<!fo)(?<!cent)(?<!\bs){0}(?:{1}?(?:e|en|et|er|ene|erne))?s?\b"


def _pattern(parts: tuple[str, ...]) -> re.Pattern:
    """Finds any of the parts."""
    return re.compile(
        "|".join(SHORT_WORD.format(part, part[-1]) if len(part) <= SHORT else part for part in parts)
    )


PATTERNS = tuple((kind, _pattern(parts)) for kind, parts in WORDS)


def resource_kind(text: str) -> str:
    """The kind of resource or need that the words of `text` point to; "other" when none does."""
    words = text.casefold()
    return next((kind for kind, pattern in PATTERNS if pattern.search(words)), OTHER)
