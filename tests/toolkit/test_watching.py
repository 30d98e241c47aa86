"""Whoever reads anything of the answers is noticed; whoever does not, is not."""

import copy
import pickle
from contextlib import suppress
from datetime import date

import attrs
import pytest

from workshopcore.contracts.evaluation import Evaluation, ShownWave
from workshopcore.toolkit.watching import looked_at, watched

WAVE = ShownWave("close", "At the close", "programme-close", "The team", None, None, 9, 8)
SHOWN = Evaluation(date(2027, 12, 17), [WAVE], k=4, notes=["Hidden"])


@pytest.mark.parametrize(
    "look",
    [
        *(
            lambda given, name=field.name: getattr(given, name)
            for field in attrs.fields(Evaluation)
        ),
        lambda given: given.wave("close"),
        lambda given: attrs.evolve(given, k=6),
        lambda given: attrs.asdict(given),
        repr,
        lambda given: given == given,
        hash,
        copy.copy,
        pickle.dumps,
    ],
)
def test_every_way_to_read_it_is_noticed(look):
    given = watched(SHOWN)
    assert not looked_at(given)
    # Not every way leads somewhere; it was an attempt to read all the same.
    with suppress(TypeError, AttributeError):
        look(given)
    assert looked_at(given)


def test_handing_it_on_is_not_reading_it():
    given = watched(SHOWN)
    assert isinstance(given, Evaluation)
    assert given is not None
    held = [given, (given,)]
    assert held
    assert not looked_at(given)


def test_it_says_the_same():
    given = watched(SHOWN)
    for field in attrs.fields(Evaluation):
        assert getattr(given, field.name) == getattr(SHOWN, field.name)


def test_what_nobody_watches_counts_as_read():
    class Own(Evaluation):
        pass

    assert looked_at(watched(Own(date(2027, 12, 17))))
    assert not looked_at(watched(None))
