import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError
from workshopcore.model.expert import ExpertQuestion
from workshopcore.model.expert_questions import gathered, merged, ranked, same_words, with_ballots

ASKED = [ExpertQuestion(text) for text in ("How?", "Why?", "When?", "Who?")]

QUESTIONS = st.builds(
    ExpertQuestion,
    st.sampled_from(["How?", "how", "HOW !", "Why?", "why ?", "When", "?", "!"]),
    asked_by=st.sampled_from(["", "amina", "mei", "tomasz"]),
)


def texts(questions):
    return [one.text for one in questions]


def test_likeliest_has_most_points_then_most_askers_then_comes_first():
    asked = [
        ExpertQuestion("First"),
        ExpertQuestion("Asked twice", asked_by="amina", also_asked_by=["mei"]),
        ExpertQuestion("Second"),
        ExpertQuestion("Most points", points=1),
    ]
    assert texts(ranked(asked)) == ["Most points", "Asked twice", "First", "Second"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("What failed?", "what failed", True),
        ("What failed?", "  WHAT\tfailed!! ", True),
        ("Straße?", "STRASSE", True),
        ("What’s first?", "What's first?", True),
        ("What failed?", "Who failed?", False),
        ("?", "!", False),
        ("???", " ??? ", True),
    ],
)
def test_words_are_the_same_without_marks_and_capitals(one, other, same):
    assert (same_words(one) == same_words(other)) is same


def test_question_in_the_words_of_a_merged_one_is_that_question():
    known = [ExpertQuestion("What failed?", wordings=["What went wrong?"], points=4)]
    (one,) = gathered(known, [ExpertQuestion("what went wrong", asked_by="mei")])
    assert one == ExpertQuestion(
        "What failed?", wordings=["What went wrong?"], points=4, asked_by="mei"
    )


@given(known=st.lists(QUESTIONS, max_size=4), new=st.lists(QUESTIONS, max_size=6))
def test_gathering_twice_changes_nothing(known, new):
    once = gathered(known, new)
    assert gathered(once, new) == once


@given(new=st.lists(QUESTIONS, max_size=8))
def test_gathering_loses_no_question_and_nobody_who_asks(new):
    found = gathered([], new)
    assert {same_words(one.text) for one in found} == {same_words(one.text) for one in new}
    assert len({same_words(one.text) for one in found}) == len(found)
    for one in found:
        same = [each for each in new if same_words(each.text) == same_words(one.text)]
        assert set(one.askers) == {each.asked_by for each in same} - {""}
        assert one.text == same[0].text


def test_merged_questions_keep_points_askers_wordings_and_answers():
    asked = [
        ExpertQuestion("How?", points=2, asked_by="amina", answer="Slowly."),
        ExpertQuestion("Why?"),
        ExpertQuestion("In what way?", points=3, asked_by="mei", wordings=["Which way?"]),
        ExpertQuestion("how", points=1, answer="Slowly."),
    ]
    assert merged(asked, {1: [3, 4]}) == (
        ExpertQuestion(
            "How?",
            points=6,
            asked_by="amina",
            also_asked_by=["mei"],
            wordings=["Which way?", "In what way?"],
            answer="Slowly.",
        ),
        ExpertQuestion("Why?"),
    )


def test_merged_answers_stand_one_after_the_other():
    asked = [ExpertQuestion("How?", answer="Slowly."), ExpertQuestion("Way?", answer="By bus.")]
    assert merged(asked, {2: [1]})[0].answer == "By bus.\n\nSlowly."


def test_several_merges_count_by_the_numbers_before_them():
    assert texts(merged(ASKED, {1: [2], 4: [3]})) == ["How?", "Who?"]
    assert merged(ASKED, {}) == tuple(ASKED)


@pytest.mark.parametrize("same", [{0: [1]}, {1: [5]}, {1: [1]}, {1: [2], 2: [3]}, {1: [3], 2: [3]}])
def test_merge_that_cannot_be_is_refused(same):
    with pytest.raises(InvalidValueError):
        merged(ASKED, same)


def test_merge_of_nothing_says_that_there_is_nothing():
    with pytest.raises(InvalidValueError, match="there are none"):
        merged([], {1: [2]})


def test_ballots_give_points_by_place_and_take_the_place_of_earlier_points():
    asked = [ExpertQuestion("How?", points=9), *ASKED[1:]]
    found = with_ballots(asked, [(2, 3, 1), (2, 0, 4), (3,)], choices=3)
    assert [one.points for one in found] == [1, 6, 5, 1]


@st.composite
def ballots(draw):
    choices = draw(st.integers(1, 4))
    ballot = st.permutations(range(1, len(ASKED) + 1)).map(lambda order: order[:choices])
    return choices, draw(st.lists(ballot, max_size=6))


@given(ballots())
def test_full_ballots_share_out_the_same_points_and_order_as_counted_by_hand(drawn):
    choices, cast = drawn
    found = with_ballots(ASKED, cast, choices)
    assert sum(one.points for one in found) == len(cast) * choices * (choices + 1) // 2
    # By definition: a choice gets a point for every place that is not above it.
    by_hand = [
        sum(choices - ballot.index(number) for ballot in cast if number in ballot)
        for number in range(1, len(ASKED) + 1)
    ]
    assert [one.points for one in found] == by_hand


@pytest.mark.parametrize(
    ("ballot", "said"),
    [
        ((1, 2, 3), "at most 2 choices"),
        ((1, 1), "each question once"),
        ((5,), "the number of a question, 1 to 4"),
        ((-1,), "the number of a question, 1 to 4"),
    ],
)
def test_ballot_that_does_not_count_is_refused(ballot, said):
    with pytest.raises(InvalidValueError, match=said):
        with_ballots(ASKED, [ballot], choices=2)
