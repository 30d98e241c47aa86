"""Three-way comparison of one field."""

from datetime import date

import pytest

import workshopcore as wc
from workshopcore.actions.merging.deciding import Verdict, verdict
from workshopcore.actions.merging.states import same, trail_of
from workshopcore.contracts.exchange import ActionState

DAY = date(2027, 2, 1)
NOTHING_NEW, TAKE, DISPUTED = Verdict.NOTHING_NEW, Verdict.TAKE, Verdict.DISPUTED


def trail(*progress, by=""):
    """Return the trail of an action whose progress was told so often."""
    updates = [wc.Update(DAY, progress=each, by=by) for each in progress]
    return trail_of(wc.Action("Draft the vision", "amina", agreed=DAY, updates=updates))


def sent(progress):
    return ActionState(owner="amina", status="agreed", progress=progress)


@pytest.mark.parametrize(
    ("told", "sent_out", "theirs", "expected"),
    [
        ((20,), 20, 20, NOTHING_NEW),
        ((20, 40), 20, 20, NOTHING_NEW),
        ((20, 40), 20, 40, NOTHING_NEW),
        ((20, 40, 60), 20, 40, NOTHING_NEW),
        ((20,), 20, 40, TAKE),
        ((), None, 40, TAKE),
        ((40, 20), 20, 40, TAKE),
        ((20, 60), 20, 40, DISPUTED),
        ((20, 40, 20), 20, 40, DISPUTED),
        ((20, 40, 20, 60), 20, 40, DISPUTED),
        ((20,), 30, 40, DISPUTED),
    ],
)
def test_verdict_with_what_was_sent_out(told, sent_out, theirs, expected):
    assert verdict("progress", theirs, trail(*told), sent(sent_out)) is expected


@pytest.mark.parametrize(
    ("told", "by", "theirs", "expected"),
    [
        ((), "", 40, TAKE),
        ((20,), "", 20, NOTHING_NEW),
        ((20,), "", 40, DISPUTED),
        ((20,), "ben", 40, TAKE),
        ((20, 40), "ben", 20, DISPUTED),
    ],
)
def test_verdict_without_what_was_sent_out(told, by, theirs, expected):
    assert verdict("progress", theirs, trail(*told, by=by), None, by) is expected


def test_what_somebody_else_brought_is_disputed():
    assert verdict("progress", 40, trail(20, by="ben"), None, "amina") is DISPUTED


@pytest.mark.parametrize(
    ("field", "theirs", "ours", "expected"),
    [
        ("note", "One \r\ntwo\n", "One\ntwo", True),
        ("note", "One", "one", False),
        ("statement", "Draft  the VISION", "Draft the vision", True),
        ("statement", "Draft a vision", "Draft the vision", False),
        ("statement", "ﬁnal", "final", True),
        ("note", None, "One", False),
        ("note", "One", None, False),
        ("status", "done", "verified", True),
        ("status", "verified", "done", False),
        ("owner", "amina", "Amina", False),
    ],
)
def test_two_values_say_the_same(field, theirs, ours, expected):
    assert same(field, theirs, ours) is expected
