"""The fields of a poster where words may stand: which stretch is free at which height. Plain Python.

Lengths are millimetres; x grows to the right and y downwards from the middle of the sun.
"""

import math
from dataclasses import dataclass
from typing import Protocol


class Field(Protocol):
    """Where words may stand."""

    top: float
    bottom: float

    def row(self, top: float, bottom: float) -> tuple[float, float] | None:
        """The free stretch between two heights."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def row(self, top: float, bottom: float) -> tuple[float, float] | None:
        """The whole width, inside."""
        return (self.left, self.right) if self.top <= top and bottom <= self.bottom else None


@dataclass(frozen=True, slots=True)
class Disc:
    """The part between two heights of a disc round (0, 0)."""

    radius: float
    top: float
    bottom: float

    def row(self, top: float, bottom: float) -> tuple[float, float] | None:
        """As wide as the disc is where it is narrower."""
        farthest = max(abs(top), abs(bottom))
        if top < self.top or bottom > self.bottom or farthest >= self.radius:
            return None
        half = math.sqrt(self.radius**2 - farthest**2)
        return -half, half


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector above the ground of the ring between two radii round (0, 0), at least `pad` from its border.

    Angles are in degrees, 0 to the right and 90 up, more than 0 and less than 180.
    """

    inner: float
    outer: float
    start: float
    end: float
    pad: float = 0
    # Nothing stands lower than this above the ground.
    above: float = 0

    @property
    def top(self) -> float:
        """The height of its highest point."""
        highest = min(max(90, self.start), self.end)
        return -(self.outer - self.pad) * math.sin(math.radians(highest))

    @property
    def bottom(self) -> float:
        """The height of its lowest point."""
        lowest = min(math.sin(math.radians(self.start)), math.sin(math.radians(self.end)))
        return -max(self.inner * lowest, self.above)

    def row(self, top: float, bottom: float) -> tuple[float, float] | None:
        """What is free both at the upper and at the lower height."""
        stretches = [stretch for stretch in (self._at(top), self._at(bottom)) if stretch]
        if len(stretches) < 2:
            return None
        left, right = max(one[0] for one in stretches), min(one[1] for one in stretches)
        return (left, right) if left < right else None

    def _at(self, y: float) -> tuple[float, float] | None:
        """The free stretch at one height; of two beside the inner arc the wider."""
        outer, inner = self.outer - self.pad, self.inner + self.pad
        if y >= 0 or -y >= outer:
            return None
        half = math.sqrt(outer**2 - y**2)
        left, right = max(-half, self._side(self.end, y, -1)), min(half, self._side(self.start, y, 1))
        if -y < inner:
            hole = math.sqrt(inner**2 - y**2)
            beside = (left, min(right, -hole)), (max(left, hole), right)
            left, right = max(beside, key=lambda one: one[1] - one[0])
        return (left, right) if left < right else None

    def _side(self, angle: float, y: float, sign: int) -> float:
        """Where its side at this angle is met at height y, `pad` inside."""
        sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
        return -(cosine * y + sign * self.pad) / sine
