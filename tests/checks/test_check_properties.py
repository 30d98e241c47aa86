"""What holds of the checks for every programme."""

import re
from collections.abc import Mapping
from typing import Any

from hypothesis import given

from workshopcore.checks import built_in_checks, run_checks
from workshopcore.formats import catalogue
from workshopcore.testing.strategies import programmes

FORMATS = {each.key: each for each in catalogue()}
PART = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def resolve(programme: Any, path: str) -> Any:
    """Follow a path; an attribute, item or key that is not there raises."""
    found = programme
    for number, name in PART.findall(path):
        if number:
            found = found[int(number)]
        else:
            found = found[name] if isinstance(found, Mapping) else getattr(found, name)
    return found


@given(programmes())
def test_no_check_ever_fails(programme):
    found = run_checks(programme, built_in_checks(), formats=FORMATS)
    assert [f.message for f in found if f.code == "WC100"] == []


@given(programmes())
def test_every_path_leads_somewhere(programme):
    for finding in run_checks(programme, built_in_checks(), formats=FORMATS):
        resolve(programme, finding.path)


@given(programmes())
def test_same_programme_has_the_same_findings(programme):
    first = run_checks(programme, built_in_checks(), formats=FORMATS)
    assert run_checks(programme, reversed(built_in_checks()), formats=FORMATS) == first


@given(programmes())
def test_messages_are_one_line_and_say_something(programme):
    for finding in run_checks(programme, built_in_checks(), formats=FORMATS):
        assert finding.message.strip()
        assert len(finding.message.splitlines()) == 1


@given(programmes())
def test_everything_can_be_silenced(programme):
    codes = {f.code for f in run_checks(programme, built_in_checks(), formats=FORMATS)}
    house = {code: {"severity": "off"} for code in codes}
    left = run_checks(programme, built_in_checks(), formats=FORMATS, policy=house)
    assert {f.code for f in left} <= {code for code in codes if code in programme.policy}
