"""What kind of thing a line of free text is about: a room, equipment, hands. Plain Python.

Import and interview use it for what an actor has and what it lacks. The kinds are those of ResourceKind.
"""

OTHER = "other"
# The first word found in the text decides.
WORDS = (
    ("room", ("lokale", "rum", "sal", "køkken", "hal", "klubhus")),
    ("equipment", ("udstyr", "projektor", "telt", "værktøj", "trailer", "anlæg", "cykl", "cykel")),
    ("money", ("penge", "sponsor", "fond", "pulje", "økonomi", "tilskud")),
    ("surplus", ("overskud", "varer", "mad", "tøj", "møbler")),
    ("hands", ("frivillig", "hænder", "hjælper", "praktik", "mentor", "fritidsjob")),
)


def resource_kind(text: str) -> str:
    """The kind of resource or need that the words of `text` point to; "other" when none does."""
    words = text.casefold()
    for kind, parts in WORDS:
        if any(part in words for part in parts):
            return kind
    return OTHER
