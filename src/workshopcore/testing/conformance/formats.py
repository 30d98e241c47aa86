"""What every session format does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.formats import FormatPlan, FormatRequest, SessionFormat
from workshopcore.errors import WorkshopCoreError
from workshopcore.model.length import Length
from workshopcore.model.options import Options
from workshopcore.testing.conformance.inherited import inherited
from workshopcore.testing.conformance.keys import refusal

__all__ = ["SessionFormatConformance"]

# Beyond this many people, formats only repeat themselves.
_MANY = 60
_NO_OPTIONS = Options()


class SessionFormatConformance:
    """Tests of a session format: give it a fixture ``session_format`` that returns yours.

    A format may refuse a number of people within its range that cannot be split as it needs,
    with a ``FormatError``; the fewest and the most it names must work.
    """

    options: Options = _NO_OPTIONS
    """What the format is told in these tests."""

    def test_toolkit_accepts_it(self, session_format: SessionFormat) -> None:
        assert refusal("formats", session_format) == ""
        assert session_format.title.strip()

    def test_people_are_in_order(self, session_format: SessionFormat) -> None:
        least, most = session_format.people
        assert 1 <= least <= most

    @inherited
    @given(data=st.data())
    def test_length_has_its_bounds_in_order(
        self, session_format: SessionFormat, data: st.DataObject
    ) -> None:
        people = data.draw(_numbers(session_format), "people")
        length = self.length(session_format, people)
        if length is not None:
            assert None not in (length.shortest, length.usual, length.longest)
            assert 0 <= (length.shortest or 0) <= (length.usual or 0) <= (length.longest or 0)
            assert self.length(session_format, people) == length, "a length may not change"

    def test_fewest_people_it_names_work(self, session_format: SessionFormat) -> None:
        assert session_format.length(session_format.people[0], self.options).usual is not None

    @inherited
    @given(data=st.data())
    def test_plan_fits_into_its_minutes(
        self, session_format: SessionFormat, data: st.DataObject
    ) -> None:
        people = data.draw(_numbers(session_format), "people")
        length = self.length(session_format, people)
        if length is None:
            return
        minutes = data.draw(st.integers(length.shortest or 0, length.longest or 0), "minutes")
        plan = self.expand(session_format, minutes, people)
        least = sum(step.length.shortest or 0 for step in plan.steps)
        assert least <= minutes, "the steps at their shortest must fit into the minutes"

    @inherited
    @given(data=st.data())
    def test_plan_is_complete(self, session_format: SessionFormat, data: st.DataObject) -> None:
        people = data.draw(_numbers(session_format), "people")
        length = self.length(session_format, people)
        if length is None:
            return
        plan = self.expand(session_format, length.usual or 0, people)
        assert isinstance(plan, FormatPlan)
        assert plan.steps, "a session is made of steps"
        assert all(step.name.strip() for step in plan.steps)
        assert all(
            None not in (step.length.shortest, step.length.usual, step.length.longest)
            for step in plan.steps
        ), "each step says how long it takes"
        assert all(material.quantity >= 0 for material in plan.materials)
        if plan.groups is not None:
            assert sum(plan.groups.sizes) <= people
            assert min(plan.groups.sizes) >= 1
        assert self.expand(session_format, length.usual or 0, people) == plan, (
            "a plan may not change from one asking to the next"
        )

    def test_other_numbers_of_people_are_refused(self, session_format: SessionFormat) -> None:
        least, most = session_format.people
        for people in (least - 1, most + 1):
            assert self.length(session_format, people) is None, f"{people} people are refused"

    def length(self, session_format: SessionFormat, people: int) -> Length | None:
        """Return the length for a number of people, ``None`` where the format refuses it."""
        try:
            return session_format.length(people, self.options)
        except WorkshopCoreError:
            return None

    def expand(self, session_format: SessionFormat, minutes: int, people: int) -> FormatPlan:
        """Return the plan."""
        return session_format.expand(FormatRequest(minutes, people, options=self.options))


def _numbers(session_format: SessionFormat) -> st.SearchStrategy[int]:
    least, most = session_format.people
    return st.integers(least, min(most, least + _MANY))
