"""What every importer of busy time does."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from attrs import evolve

from workshopcore.contracts.busy_time import Busy, Poll, Spell
from workshopcore.contracts.exchange import Importer, Matter
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.testing.conformance.reading import ReadingConformance
from workshopcore.testing.sample import sample_programme

__all__ = ["BusyTimeConformance"]

_AWAY = Person("Noor Haddad", id="noor", email="noor.haddad@example.org")


class BusyTimeConformance(ReadingConformance):
    """Tests of an importer of busy time: give it a fixture ``importer`` that returns yours.

    Where ``sample`` returns a file, what it says has to come out whole: it is damaged, and
    looked through for what is nobody's business.
    """

    matter: Matter = "busy-time"
    who = _AWAY
    secret = "SECRET"

    def sample(self) -> bytes:
        """Return a file of the importer's kind about Noor Haddad; empty where there is none.

        Wherever the kind of file has room for titles, places or notes, they have the word
        ``SECRET`` in them.
        """
        return b""

    def programme(self) -> Programme:
        """Return the sample programme with Noor Haddad among its people."""
        programme = sample_programme()
        return evolve(programme, people=[*programme.people, self.who])

    def look_at_value(self, value: Any) -> None:
        """Make sure that a value is busy time, in order, of somebody."""
        assert isinstance(value, (Busy, Poll))
        assert value.who.strip()
        if isinstance(value, Busy):
            kinds: dict[tuple[type, bool], list[Spell]] = {}
            for spell in value.spells:
                has_offset = getattr(spell.start, "tzinfo", None) is not None
                kinds.setdefault((type(spell.start), has_offset), []).append(spell)
            for spells in kinds.values():
                assert all(one.start <= two.start for one, two in pairwise(spells)), "in order"

    def test_sample_says_something_of_its_owner(self, importer: Importer) -> None:
        if data := self.sample():
            found = self.read(importer, data, self.programme())
            assert found.problems == ()
            assert {value.who for value in found.value} == {self.who.id}

    def test_sample_gives_nothing_away(self, importer: Importer) -> None:
        found = self.read(importer, self.sample(), self.programme())
        assert self.secret.casefold() not in repr(found).casefold()

    def test_sample_that_is_damaged_is_read_and_gives_nothing_away(
        self, importer: Importer
    ) -> None:
        data, programme = self.sample(), self.programme()
        for place in range(0, len(data), max(1, len(data) // 40)):
            for spoilt in (data[:place], data[:place] + b"\x00\xff" + data[place + 2 :]):
                found = self.read(importer, spoilt, programme)
                assert self.secret.casefold() not in repr(found).casefold()
