from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from workshopcore.model import lifecycle
from workshopcore.model.brief import Driver, Objective, Phase
from workshopcore.model.evaluation import (
    Evidence,
    Gain,
    Instrument,
    Quote,
    Theme,
)
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.outcomes import Decision, GroundRule, ParkedIssue
from workshopcore.model.people import Organisation, Person
from workshopcore.model.programme import Closure, Programme
from workshopcore.testing.strategies.entities import Pools, entities, fields_of
from workshopcore.testing.strategies.histories import action, histories
from workshopcore.testing.strategies.moments import days, times, zones
from workshopcore.testing.strategies.questions import questions, wave
from workshopcore.testing.strategies.words import names, titles
from workshopcore.testing.strategies.workshops import named_in, workshop

__all__ = ["programmes"]

_KINDS = (
    "person",
    "driver",
    "objective",
    "phase",
    "workshop",
    "action",
    "decision",
    "parked-issue",
    "instrument",
    "wave",
    "theme",
    "evidence",
    "gain",
    "quote",
    "engagement",
    "rule",
)
_QUESTIONS = st.lists(questions(), max_size=3)
_CLOSURES = st.lists(
    st.builds(
        lambda title, start, days: Closure(title, start, days and start + timedelta(days=days)),
        titles(),
        days().filter(lambda day: day.year < 2500),
        st.none() | st.integers(1, 60),
    ),
    max_size=2,
)
_PHASES = ("strategic", "tactical", "operational", "review")


def programmes(
    *, people: int = 0, workshops: int = 0, most: int = 3
) -> st.SearchStrategy[Programme]:
    """Return whole programmes, small but with everything in them that a programme can hold.

    Args:
        people: the fewest people (all with an identifier of their own).
        workshops: the fewest workshops.
        most: the most of any kind of thing.

    >>> from hypothesis import given
    >>> @given(programmes(workshops=1))
    ... def test_every_programme_has_a_first_workshop(programme):
    ...     assert programme.in_order[0].title
    >>> test_every_programme_has_a_first_workshop()
    """
    return _programmes(people, workshops, most)


@st.composite
def _programmes(draw: st.DrawFn, people: int, workshops: int, most: int) -> Programme:
    pools = _pools(draw, {"person": people, "workshop": workshops}, most)
    zone = draw(zones())
    first = _first_part(draw, pools, zone)
    sessions = tuple(
        f"{workshop.id}/{name}"
        for workshop in first["workshops"]
        if type(workshop.id) is str
        for name in named_in(workshop.agenda)
    )
    known = {**pools, "session": sessions, "origin": (*pools["workshop"], *sessions)}
    simple = fields_of(
        draw,
        Programme,
        known,
        time_zone=None,
        client=entities(Organisation, known),
        events=histories(lifecycle.PROGRAMME),
        closures=_CLOSURES,
        **dict.fromkeys(first),
        **dict.fromkeys(second := _second_part(draw, known)),
    )
    return Programme(time_zone=zone, **simple, **first, **second)


def _pools(draw: st.DrawFn, least: dict[str, int], most: int) -> dict[str, tuple[str, ...]]:
    pools: dict[str, tuple[str, ...]] = {}
    for kind in _KINDS:
        fewest = least.get(kind, 0)
        pools[kind] = names(draw, fewest, max(most, fewest))
    if not pools["person"]:
        # Nobody to own or give anything.
        pools["action"] = pools["engagement"] = ()
    pools["owner"] = pools["person"]
    pools["phase-or-kind"] = tuple(dict.fromkeys((*pools["phase"], *_PHASES)))
    return pools


def _several(
    draw: st.DrawFn, cls: type, pools: Pools, names: tuple[str, ...], **fields: Any
) -> list[Any]:
    """Build one entity for each name, and at times one whose name is left to be made."""
    unnamed = ("",) * draw(st.booleans())
    return [cls(**fields_of(draw, cls, pools, **fields), id=name) for name in (*names, *unnamed)]


def _first_part(draw: st.DrawFn, pools: Pools, zone: str) -> dict[str, Any]:
    """Build what the rest refers to: people, the brief and the workshops."""
    phased = {**pools, "phase": pools["phase-or-kind"]}
    unnamed = ("",) * draw(st.integers(0, 1))
    return {
        "people": _several(draw, Person, pools, pools["person"]),
        "drivers": _several(draw, Driver, pools, pools["driver"]),
        "objectives": _several(draw, Objective, pools, pools["objective"]),
        "phases": _several(draw, Phase, pools, pools["phase"]),
        "workshops": [
            workshop(draw, phased, zone, name) for name in (*pools["workshop"], *unnamed)
        ],
    }


def _second_part(draw: st.DrawFn, pools: Pools) -> dict[str, Any]:
    """Build the record and the evaluation."""
    held = {
        "ground_rules": _several(draw, GroundRule, pools, pools["rule"]),
        "decisions": _several(draw, Decision, pools, pools["decision"]),
        "themes": _several(draw, Theme, pools, pools["theme"]),
        "evidence": _several(draw, Evidence, pools, pools["evidence"]),
        "parked_issues": _several(
            draw,
            ParkedIssue,
            pools,
            pools["parked-issue"],
            events=histories(lifecycle.PARKED_ISSUE),
        ),
        "gains": _several(draw, Gain, pools, pools["gain"], events=histories(lifecycle.GAIN)),
        "quotes": _several(draw, Quote, pools, pools["quote"], events=histories(lifecycle.QUOTE)),
        "instruments": _several(
            draw,
            Instrument,
            pools,
            pools["instrument"],
            questions=_QUESTIONS,
            frozen_as=st.text("0123456789abcdef", min_size=64, max_size=64),
        ),
        "waves": [wave(draw, pools, name) for name in pools["wave"]],
    }
    if pools["person"]:
        held["actions"] = [action(draw, pools, name) for name in pools["action"]]
        held["experts"] = _several(
            draw,
            ExpertEngagement,
            pools,
            pools["engagement"],
            arrives=st.tuples(times(), times()).map(sorted),
            days=st.decimals("0.5", 9, places=1),
            events=histories(lifecycle.ENGAGEMENT),
        )
    return held
