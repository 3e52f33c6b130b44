"""What a meeting's big screen says of the time: the item now, its minutes, what comes next. Plain Python."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Slice:
    """One item: minutes planned (None when nobody has said) and whole seconds used so far."""

    key: Hashable
    title: str
    kind: str
    planned: int | None
    used: int


@dataclass(frozen=True)
class Shown:
    """The screen. `number` counts from 1; `now` is None before the first and after the last item."""

    now: Slice | None
    number: int
    total: int
    following: Slice | None

    @property
    def clock(self) -> str:
        """ "12 af 20 minutter", or "12 minutter" for one without a plan."""
        return clock_in_words(self.now.used, self.now.planned) if self.now else ""

    @property
    def is_over(self) -> bool:
        """Whether the item took longer than planned."""
        return bool(self.now and self.now.planned and self.now.used >= 60 * self.now.planned)


def shown(slices: Sequence[Slice], current: Hashable | None) -> Shown:
    """The screen when the meeting is at `current`; before it begins the first item is what comes next."""
    place = next((at for at, one in enumerate(slices) if one.key == current), None)
    after = 0 if place is None else place + 1
    following = slices[after] if after < len(slices) else None
    now = None if place is None else slices[place]
    return Shown(now, after, len(slices), following)


def clock_in_words(used: int, planned: int | None) -> str:
    """Seconds used beside minutes planned, in begun minutes: "12 af 20 minutter"."""
    minutes = used // 60
    return f"{minutes} af {planned} minutter" if planned else f"{minutes} min."
