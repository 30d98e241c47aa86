"""Whose figures were shown: by digests, with the mark of the key they were made with."""

import pytest

from workshopcore.evaluation import evaluate, read_answers
from workshopcore.evaluation.answers import AnswerMapping
from workshopcore.model.evaluation import Instrument, Question, Wave
from workshopcore.model.programme import Programme

FORM = Instrument(
    "Pulse",
    [
        Question("We trust one another", "scale", id="trust", labels=("No", "Some", "Yes")),
        Question("What do you use?", "several-choice", id="tools", options=("Maps", "Plans")),
    ],
    id="pulse",
)
YEAR = Programme(
    title="A year",
    instruments=[FORM],
    waves=[
        Wave("Before", "baseline", id="baseline", instrument="pulse"),
        Wave("After", "close", id="close", instrument="pulse"),
    ],
)
KEY = b"sixteen bytes ok"


def answers(shift=0, codes="abcdefghi"):
    rows = [
        [code, str(1 + (at + shift) % 3), ("Maps", "Maps;Plans")[at % 2]]
        for at, code in enumerate(codes)
    ]
    by_code = AnswerMapping(token="code")
    return read_answers([["code", "trust", "tools"], *rows], FORM, by_code)


@pytest.fixture
def shown():
    return evaluate(YEAR, {"baseline": answers(), "close": answers(1)}, "2027-12-01", key=KEY)


def test_every_base_with_members_says_which_key_made_them(shown):
    assert len(shown.bases) > 4
    assert {len(base.members) for base in shown.bases} == {9}
    assert len({base.key for base in shown.bases}) == 1
    assert all(base.key for base in shown.bases)


def test_without_a_key_only_numbers_are_written_down():
    found = evaluate(YEAR, {"close": answers()}, "2027-12-01")

    assert {(base.count, base.members, base.key) for base in found.bases} == {(9, (), "")}


def test_what_went_out_may_go_out_again(shown):
    again = evaluate(
        YEAR,
        {"baseline": answers(), "close": answers(1)},
        "2027-12-01",
        key=KEY,
        earlier=shown.bases,
    )

    assert again == shown


def test_several_answers_of_one_who_left_are_not_worked_out():
    first = evaluate(YEAR, {"baseline": answers()}, "2027-12-01", key=KEY)
    later = {"close": answers(1, "abcdefgh")}

    found = evaluate(YEAR, later, "2027-12-01", key=KEY, earlier=first.bases)

    assert [item.answers for item in found.wave("close").items] == [(), ()]
