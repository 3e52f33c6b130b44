"""An actor while its rows are still being read."""

from dataclasses import dataclass, field
from functools import lru_cache

from actors.import_plan import DEFAULT_KIND, DEFAULT_STATUS, ActorRow
from actors.import_values import guess_kind
from config.danish import fold


@dataclass
class GatheredActor:
    """What is known of an actor so far: single values with the row they come from, lists, persons."""

    row: int
    name: str
    values: dict = field(default_factory=dict)
    lists: dict = field(default_factory=dict)
    contacts: dict = field(default_factory=dict)

    def finished(self, key, known):
        """Return the ActorRow."""
        values = {name: value for name, (value, _) in self.values.items()}
        guessed = "kind" not in values
        if guessed:
            values["kind"] = guess_kind(self.name) or DEFAULT_KIND
        values.setdefault("status", DEFAULT_STATUS)
        lists = {name: tuple(found.values()) for name, found in self.lists.items()}
        return ActorRow(
            self.row,
            key,
            self.name,
            known,
            kind_guessed=guessed,
            contacts=tuple(self.contacts.values()),
            **values,
            **lists,
        )


@lru_cache(maxsize=65536)
def folded_name(text):
    """Return the text as names are compared; remembered, since the same names come again and again."""
    return fold(text)
