"""How much searching may be done, counted in steps: the same on every machine."""

from __future__ import annotations

__all__ = ["Effort"]


class Effort:
    """A number of steps to spend.

    Attributes:
        left: how many there are still.
    """

    __slots__ = ("_whole", "left")

    def __init__(self, steps: int, whole: Effort | None = None) -> None:
        self.left = steps
        self._whole = whole

    def part(self, steps: int | None) -> Effort:
        """Return some of the steps, which are spent from the whole; all of them for ``None``."""
        return Effort(self.left if steps is None else min(steps, self.left), self)

    def spend(self) -> bool:
        """Spend a step, and return whether there was one."""
        self.left -= 1
        if self._whole is not None:
            self._whole.left -= 1
        return self.left >= 0

    @property
    def spent(self) -> bool:
        """Whether there is nothing left."""
        return self.left <= 0
