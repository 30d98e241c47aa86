"""Who hosts a table."""

from collections import Counter

import pytest

from workshopcore.errors import GroupsError
from workshopcore.model.people import Person
from workshopcore.toolkit.seating.hosting import Hosting
from workshopcore.toolkit.seating.stages import Stage
from workshopcore.toolkit.seating.wishes import Wishes

PEOPLE = [Person(name) for name in ("Ana", "Ben", "Caz", "Dev")]
TABLES = [Stage((2, 2), hosted=True, lasting="round")] * 2


def chosen(hosting=None, fixed=(), stages=TABLES, **wishes):
    return (hosting or Hosting(Counter())).chosen(stages, PEOPLE, fixed, Wishes(**wishes))


def test_the_first_host_where_nobody_has_before():
    assert chosen() == ("ana", "ben")


def test_whoever_hosted_least_is_next():
    hosting = Hosting(Counter({"ana": 2, "caz": 1}))
    assert chosen(hosting) == ("ben", "dev")
    assert chosen(hosting) == ("ben", "caz")


def test_who_hosts_already_stays_and_who_is_named_comes_next():
    assert chosen(fixed=["dev"], hosts=["caz"]) == ("dev", "caz")


def test_of_more_hosts_than_tables_before_the_first_stay():
    assert chosen(fixed=["dev", "caz", "ben", "dev"]) == ("dev", "caz")


def test_who_is_not_there_does_not_host():
    assert chosen(fixed=["gone"], hosts=["lea"]) == ("ana", "ben")


def test_there_are_fewer_hosts_where_the_others_sit_with_them():
    assert chosen(together=[("ana", "ben", "caz", "dev")]) == ("ana",)


def test_nobody_hosts_where_nobody_moves():
    assert chosen(stages=[Stage((2, 2))], hosts=["ana"]) == ()


def test_more_hosts_than_tables_are_refused():
    with pytest.raises(GroupsError, match="3 hosts are named, and there are only 2 tables"):
        chosen(hosts=["ana", "ben", "caz"])
