"""The catalogue against the published figures that were compiled apart from it.

Every deliberate difference is listed here with its reason; anything else is a mistake.
"""

import json
import math
from fractions import Fraction
from pathlib import Path

import pytest

from workshopcore.contracts.formats import FormatRequest
from workshopcore.formats import catalogue

PUBLISHED = {
    each["id"]: each
    for each in json.loads((Path(__file__).parent / "data" / "formats.json").read_text("utf-8"))[
        "formats"
    ]
}
FORMATS = {format.key: format for format in catalogue()}
# The names of people's own ideas differ from the short names of the data.
KEYS = {
    "check_in": "check-in",
    "check_out": "check-out",
    "124all": "one-two-four-all",
    "troika": "troika-consulting",
    "2510": "twenty-five-ten",
    "triz": "triz",
    "w3": "what-so-what-now-what",
    "fishbowl": "fishbowl",
    "celebrity": "expert-interview",
    "panel": "expert-panel",
    "worldcafe": "world-cafe",
    "openspace": "open-space",
    "ngt": "nominal-group",
    "dots": "dot-voting",
    "gallery": "gallery-walk",
    "swot": "swot",
    "pestle": "pestle",
    "forcefield": "force-field",
    "stakeholder": "stakeholder-map",
    "raci": "raci-charting",
    "ai4d": "appreciative-inquiry",
    "premortem": "pre-mortem",
    "aar": "after-action-review",
    "orid": "orid",
    "sixhats": "thinking-hats",
    "als": "action-learning-set",
    "vision": "practical-vision",
    "backcast": "backcasting",
    "delphi": "delphi",
    "fifteen": "fifteen-percent-solutions",
    "action_planning": "action-planning",
    "action_review": "action-review",
}
OURS_ALONE = {"opening", "closing", "break", "lunch", "buffer"}
MORE_PEOPLE = {
    # Both work in parallel groups; the data gives the bounds of a single one.
    "als": (4, 40),
    "ngt": (5, 45),
}
ARRANGEMENTS = {
    "individual": "alone",
    "2": "pairs",
    "3": "groups",
    "4": "fours",
    "1-2-4": "fours",
    "groups": "groups",
    "plenary": "plenary",
}
OTHER_ARRANGEMENTS = {
    # Who goes where is each person's own choice, so there are no groups to plan.
    ("openspace", 1): "self-chosen",
    # Up to ten people stay together, as the data has it; more of them split up.
    ("action_planning", 1): "groups",
}
# At eleven and at nine people or more groups put their work together, which the data says in
# words ("then merge") and gives no time; at the typical number they do not exist.
MERGING = {
    "action-planning": "Put the lists together",
    "raci-charting": "Lay the charts side by side",
}

each_published = pytest.mark.parametrize(
    "published", PUBLISHED.values(), ids=lambda each: each["id"]
)


def of(published):
    return FORMATS[KEYS[published["id"]]]


def steps_at(published):
    """Return our steps with the minutes of all their goes, rounds gathered into one."""
    people = published["n_typical"]
    format = of(published)
    lengths = {}
    for step in format.expand(FormatRequest(100_000, people)).steps:
        gathered = lengths.setdefault(step.name, [0, 0, 0])
        for place, minutes in enumerate(
            (step.length.shortest, step.length.usual, step.length.longest)
        ):
            gathered[place] += minutes
    return lengths


def test_every_published_format_is_in_the_catalogue():
    assert set(KEYS) == set(PUBLISHED)
    assert set(FORMATS) == set(KEYS.values()) | OURS_ALONE


@each_published
def test_totals_are_the_published_ones(published):
    length = of(published).length(published["n_typical"])
    shortest, usual, longest = (
        Fraction(str(published["total"][k])) for k in ("min", "typical", "max")
    )
    # Half a minute is no promise: the shortest goes up, the usual to the nearest, the longest down.
    assert length.shortest == math.ceil(shortest)
    assert length.usual == math.floor(usual + Fraction(1, 2))
    assert length.longest == math.floor(longest)


@each_published
def test_people_are_the_published_bounds(published):
    bounds = published["n_min"], published["n_max"]
    assert of(published).people == MORE_PEOPLE.get(published["id"], bounds)


@each_published
def test_steps_are_the_published_ones_in_order(published):
    ours = list(steps_at(published).values())
    theirs = [
        [Fraction(str(step[key])) * step["repeat"] for key in ("min", "typical", "max")]
        for step in published["steps"]
    ]
    assert len(ours) == len(theirs)
    # Running totals are rounded, so that a step of half minutes may be a minute off.
    for our, their in zip(ours, theirs, strict=True):
        assert [abs(a - b) < 1 for a, b in zip(our, their, strict=True)] == [True] * 3


@each_published
def test_steps_of_whole_minutes_are_exact(published):
    for (_, ours), theirs in zip(steps_at(published).items(), published["steps"], strict=True):
        exact = [Fraction(str(theirs[key])) for key in ("min", "typical", "max")]
        if published["id"] not in {"2510", "troika"}:
            assert ours == [minutes * theirs["repeat"] for minutes in exact]


@each_published
def test_arrangements_are_the_published_ones(published):
    rules = [
        rule for rule in of(published).step_rules if rule.name != MERGING.get(of(published).key)
    ]
    expected = [
        OTHER_ARRANGEMENTS.get((published["id"], place), ARRANGEMENTS[step["arrangement"]])
        for place, step in enumerate(published["steps"])
    ]
    assert [rule.arrangement for rule in rules] == expected


@each_published
def test_sources_are_named(published):
    assert of(published).source == published["source"]
