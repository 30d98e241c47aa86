"""What every session format does."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from workshopcore.contracts.formats import FormatPlan, FormatRequest, SessionFormat
from workshopcore.errors import WorkshopCoreError
from workshopcore.model.length import Length
from workshopcore.model.options import Options
from workshopcore.testing.conformance.inherited import inherited
from workshopcore.testing.conformance.keys import refusal

__all__ = ["SessionFormatConformance"]

# Beyond this many more people, formats only repeat themselves.
_MANY = 60
_NO_OPTIONS = Options()


class SessionFormatConformance:
    """Tests of a session format: give it a fixture ``session_format`` that returns yours.

    A format may refuse a number of people within its range that cannot be split as it needs,
    with a ``FormatError``; the fewest it names must work. Any other error than one of
    workshopcore's own is a fault, for every number of people from the fewest to sixty more.
    """

    options: Options = _NO_OPTIONS
    """What the format is told in these tests."""

    def test_toolkit_accepts_it(self, session_format: SessionFormat) -> None:
        assert refusal("formats", session_format) == ""
        assert session_format.title.strip()

    def test_people_are_in_order(self, session_format: SessionFormat) -> None:
        least, most = session_format.people
        assert 1 <= least <= most

    def test_fewest_people_it_names_work(self, session_format: SessionFormat) -> None:
        assert session_format.length(session_format.people[0], self.options).usual is not None

    def test_other_numbers_of_people_are_refused(self, session_format: SessionFormat) -> None:
        least, most = session_format.people
        for people in (least - 1, most + 1):
            assert self.length(session_format, people) is None, f"{people} people are refused"

    def test_length_has_its_bounds_in_order(self, session_format: SessionFormat) -> None:
        for people, (shortest, usual, longest) in self.sizes(session_format):
            assert 0 <= shortest <= usual <= longest, f"with {people} people"

    def test_length_stays_the_same(self, session_format: SessionFormat) -> None:
        for people, _ in self.sizes(session_format):
            assert self.length(session_format, people) == self.length(session_format, people)

    def test_plan_is_complete(self, session_format: SessionFormat) -> None:
        for people, (_, usual, _) in self.sizes(session_format):
            plan = self.expand(session_format, usual, people)
            assert isinstance(plan, FormatPlan)
            assert plan.steps, "a session is made of steps"
            for step in plan.steps:
                assert step.name.strip()
                assert None not in (step.length.shortest, step.length.usual, step.length.longest)
                assert step.times >= 1, "a step without goes is left out"
            assert all(material.quantity >= 0 for material in plan.materials)
            assert set(plan.own_words) <= set(plan.prompts), "own words stand for prompts"
            for sheet in plan.sheets:
                assert sheet.title.strip(), "a sheet to fill in has a title"
                assert sheet.quantity >= 0
                assert sheet.rows, "a sheet has cells to fill in"
                assert all(column.strip() for column in sheet.columns), "columns have headings"
            for groups in (plan.groups, *(step.groups for step in plan.steps)):
                if groups is not None:
                    assert sum(groups.sizes) == people, "everybody is in one group"
                    assert min(groups.sizes) >= 1

    def test_plan_stays_the_same(self, session_format: SessionFormat) -> None:
        for people, (_, usual, _) in self.sizes(session_format):
            first = self.expand(session_format, usual, people)
            assert self.expand(session_format, usual, people) == first

    def test_plan_fits_where_its_length_ends(self, session_format: SessionFormat) -> None:
        for people, (shortest, _, longest) in self.sizes(session_format):
            for minutes in (shortest, longest, longest + 60):
                self.fits(self.expand(session_format, minutes, people), minutes)

    @inherited
    @given(data=st.data())
    def test_plan_fits_into_its_minutes(
        self, session_format: SessionFormat, data: st.DataObject
    ) -> None:
        people, (shortest, _, longest) = data.draw(
            st.sampled_from(list(self.sizes(session_format))), "people and length"
        )
        minutes = data.draw(st.integers(shortest, longest), "minutes")
        self.fits(self.expand(session_format, minutes, people), minutes)

    def test_too_little_time_is_refused(self, session_format: SessionFormat) -> None:
        for people, (shortest, _, _) in self.sizes(session_format):
            if shortest:
                try:
                    plan = self.expand(session_format, shortest - 1, people)
                except WorkshopCoreError:
                    continue
                self.fits(plan, shortest - 1)

    def sizes(self, session_format: SessionFormat) -> Iterator[tuple[int, tuple[int, int, int]]]:
        """Yield each number of people that works, with its shortest, usual and longest minutes."""
        least, most = session_format.people
        for people in range(least, min(most, least + _MANY) + 1):
            length = self.length(session_format, people)
            if length is not None:
                shortest, usual, longest = length.shortest, length.usual, length.longest
                assert shortest is not None, "a format's length has all its bounds"
                assert usual is not None, "a format's length has all its bounds"
                assert longest is not None, "a format's length has all its bounds"
                yield people, (shortest, usual, longest)

    def length(self, session_format: SessionFormat, people: int) -> Length | None:
        """Return the length for a number of people, ``None`` where the format refuses it."""
        try:
            return session_format.length(people, self.options)
        except WorkshopCoreError:
            return None

    def expand(self, session_format: SessionFormat, minutes: int, people: int) -> FormatPlan:
        """Return the plan."""
        return session_format.expand(FormatRequest(minutes, people, options=self.options))

    def fits(self, plan: FormatPlan, minutes: int) -> None:
        """Make sure that the steps can be run in so many minutes, and say how."""
        assert sum(step.length.shortest or 0 for step in plan.steps) <= minutes, (
            "the steps at their shortest must fit into the minutes"
        )
        given = [step.minutes for step in plan.steps if step.minutes is not None]
        if given:
            assert len(given) == len(plan.steps), "minutes are for all steps or for none"
            assert sum(given) <= minutes, "the steps take no longer than there is"
        for step in plan.steps:
            if step.minutes is not None:
                assert (step.length.shortest or 0) <= step.minutes, f"'{step.name}' is too short"
                assert step.minutes <= (step.length.longest or 0), f"'{step.name}' is too long"
