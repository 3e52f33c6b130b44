"""What this process has read and will be asked for again; those asked for last stay. Plain Python."""

from collections import OrderedDict
from typing import ClassVar, Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class AtHand(Generic[K, V]):
    """At most `most` things by their key. What they are worth, whoever keeps them must know."""

    _all: ClassVar[list["AtHand"]] = []

    def __init__(self, most: int) -> None:
        self._all.append(self)
        self._most = most
        self._kept: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        """What was kept under the key, if it is still there."""
        return self._kept.get(key)

    def keep(self, key: K, value: V) -> None:
        """Have it at hand; the one that was asked for longest ago gives way."""
        self._kept[key] = value
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def drop(self, key: K) -> None:
        """Forget it, if it is there."""
        self._kept.pop(key, None)

    @classmethod
    def forget_all(cls) -> None:
        """Read all anew: what stands in the database was put back, so that numbers come a second time."""
        for one in cls._all:
            one._kept.clear()
