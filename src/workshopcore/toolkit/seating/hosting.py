"""Who hosts a table: those who are named, and then whoever has hosted least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from workshopcore.errors import GroupsError
from workshopcore.groups.standing import standing
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.toolkit.seating.stages import Stage
from workshopcore.toolkit.seating.wishes import Wishes

__all__ = ["Hosting"]


@frozen
class Hosting:
    """How many sessions everybody has hosted a table in."""

    times: Counter[str]

    @classmethod
    def on_record(cls, programme: Programme) -> Hosting:
        """Count who hosted in how many sessions, planned ones included."""
        hosted = {
            (workshop.id, allocation.session, group.host)
            for workshop in programme.workshops
            for allocation in standing(workshop)
            for group in allocation.groups
            if group.host
        }
        return cls(Counter(host for _, _, host in hosted))

    def chosen(
        self,
        stages: Sequence[Stage],
        people: Sequence[Person],
        fixed: Sequence[str],
        wishes: Wishes,
    ) -> tuple[str, ...]:
        """Return the hosts of a session whose tables have some, and remember that they host.

        Args:
            stages: of the session; without a hosted one nobody hosts.
            people: who is there, in order: of those who hosted equally often, the first.
            fixed: who has hosted in an earlier round of it, and stays.
            wishes: who is to host, and who sits together and so cannot both.

        Raises:
            GroupsError: more hosts are named than there are tables.
        """
        tables = max((len(stage.sizes) for stage in stages if stage.hosted), default=0)
        there = [person.id for person in people]
        if not tables:
            return ()
        staying = [name for name in dict.fromkeys(fixed) if name in there][:tables]
        named = [name for name in wishes.hosts if name in there]
        hosts = list(dict.fromkeys([*staying, *named]))
        if len(hosts) > tables:
            raise GroupsError(f"{len(hosts)} hosts are named, and there are only {tables} tables")
        for name in sorted(there, key=lambda each: self.times[each]):
            if len(hosts) == tables:
                break
            if name not in hosts and not _sits_with(name, hosts, wishes):
                hosts.append(name)
        self.times.update(hosts)
        return tuple(hosts)


def _sits_with(name: str, hosts: Sequence[str], wishes: Wishes) -> bool:
    return any(name in each and set(hosts) & set(each) for each in wishes.together)
