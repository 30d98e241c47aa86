"""Following the day: keys in, entries out, and a new look every second."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from attrs import evolve
from rich.console import RenderableType

from workshopcore.agenda import RunSheet
from workshopcore.cli.live.clock import Clock
from workshopcore.cli.live.keyboard import CLOSED, Keyboard
from workshopcore.cli.live.press import press
from workshopcore.cli.live.record import Record
from workshopcore.cli.live.state import State
from workshopcore.cli.live.view import view
from workshopcore.errors import WorkshopCoreError
from workshopcore.model.programme import Programme

__all__ = ["Day", "Planner", "Show"]

Planner: TypeAlias = Callable[[Programme], RunSheet]
"""Returns the run sheet of the workshop as it is planned in a programme."""

Show: TypeAlias = Callable[[RenderableType], None]
"""Puts a new look on the screen."""


class Day:
    """A workshop that is being run.

    Attributes:
        state: how far it has come.
        record: where everything goes as soon as it happens.
    """

    def __init__(self, record: Record, planner: Planner, clock: Clock) -> None:
        """Pick up the record where an earlier sitting left it.

        Raises:
            AgendaError: a session has no length.
        """
        self.record = record
        self._planner, self._clock = planner, clock
        self._programme = record.programme
        plan = planner(record.programme)
        self.state = State(plan, record.programme.workshop(plan.workshop.id).actuals)
        self._trouble = ""

    def follow(self, keyboard: Keyboard, show: Show, height: Callable[[], int]) -> None:
        """Go on until somebody ends it or the terminal is closed.

        Every entry is on record before the next key is read.

        Args:
            keyboard: where keys come from.
            show: what puts a new look on the screen.
            height: says how many lines the screen has.
        """
        while not self.state.over:
            self.record.settle()
            self._catch_up()
            show(self.look(height()))
            for key in keyboard.read(1 - self._clock().microsecond / 1_000_000):
                self._take(key)

    def look(self, height: int) -> RenderableType:
        """Return what there is to see now."""
        trouble = self.record.trouble or self._trouble
        return view(
            self.state, self._clock(), trouble=trouble, kept=self.record.shown, height=height
        )

    def _take(self, key: str) -> None:
        if self.state.over or key == CLOSED:
            self.state = evolve(self.state, over=True)
            return
        self.state, entries = press(self.state, key, self._clock())
        self.record.add(entries)
        self._catch_up()

    def _catch_up(self) -> None:
        """Take in what has come into the programme, by our own hand or somebody else's."""
        programme = self.record.programme
        if programme is self._programme:
            return
        self._programme = programme
        workshop = programme.workshop(self.state.plan.workshop.id)
        self.state = evolve(self.state, actuals=workshop.actuals)
        try:
            self.state = evolve(self.state, plan=self._planner(programme))
            self._trouble = ""
        except WorkshopCoreError as error:
            self._trouble = f"the agenda in the file cannot be timed: {error}"
