"""Every kind of question in counts first, each with the denominator that is its own."""

from collections import Counter
from fractions import Fraction
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation import Answers, count_answers, read_answers, summarise
from workshopcore.evaluation.answers import Other
from workshopcore.model.evaluation import Instrument, Question

AGREE = ("Disagree strongly", "Disagree", "Neither", "Agree", "Agree strongly")
FORM = Instrument(
    "At the close",
    [
        Question("It was worth my time", "scale", id="worth", labels=AGREE),
        Question("I do what others do", "scale", id="twice", labels=AGREE, reverse=True),
        Question("Would you recommend it?", "likelihood", id="recommend"),
        Question("Did you chair?", "yes-no", id="chaired"),
        Question("Which helped?", "single-choice", id="best", options=("First", "Last", "Other")),
        Question("What do you use?", "several-choice", id="tools", options=("Maps", "Plans")),
        Question("Put in order", "ranking", id="order", options=("Time", "Money", "Trust")),
        Question("We meet", "matrix", id="meet", labels=("No", "Yes"), rows=("early", "often")),
        Question("I can chair", "retrospective", id="chair", labels=AGREE),
        Question("Anything else?", "text", id="else"),
    ],
)


def summary(key, *column, **more):
    """The summary of one item alone."""
    return summarise(Answers(FORM, {key: column}), **more)[key]


def test_points_of_a_scale_are_counted_by_label_with_those_nobody_gave():
    found = summary("worth", 5, 4, 4, 2, None)
    assert found.counts.rows == tuple(zip(AGREE, (0, 1, 0, 2, 1), strict=True))
    assert (found.counts.base.asked, found.counts.base.used) == (5, 4)


def test_favourable_end_and_median_follow_the_counts():
    found = summary("worth", 5, 4, 4, 2, None)
    assert [str(figure) for figure in found.figures] == [
        "3 of 4 answered Agree or Agree strongly; 5 were asked",
        "median 4 among 4; 5 were asked",
    ]


def test_favourable_end_of_a_reversed_item_is_the_low_one():
    found = summary("twice", 1, 2, 2, 5)
    assert str(found.figures[0]) == "3 of 4 answered Disagree strongly or Disagree"
    assert found.counts.of("Agree strongly") == 1


def test_share_has_those_who_answered_the_item_below_the_line():
    found = summarise(Answers(FORM, {"worth": [5, 4, None, 1], "twice": [1, None, None, 1]}))
    assert [found[key].figures[0].value for key in ("worth", "twice")] == [Fraction(2, 3), 1]
    assert [found[key].figures[0].denominator for key in ("worth", "twice")] == [
        "those who answered"
    ] * 2


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (("No", "Yes"), "2 of 6 answered Yes"),
        (("Low", "Middle", "High"), "2 of 6 answered High"),
        (("--", "-", "+", "++"), "4 of 6 answered + or ++"),
    ],
)
def test_no_more_than_half_of_a_short_scale_is_favourable(labels, said):
    form = Instrument("Short", [Question("So?", "scale", id="so", labels=labels)])
    top = len(labels)
    column = [top, top, top - 1, top - 1, 1, 1]
    assert str(summarise(Answers(form, {"so": column}))["so"].figures[0]) == said


def test_boxes_say_how_many_points_are_taken_together():
    assert summary("worth", 5, 4, 4, 2, boxes=1).figures[0].part("count") == 1
    with pytest.raises(InvalidValueError, match="one point of a scale or more, found 0"):
        summary("worth", 5, boxes=0)


def test_likelihood_has_a_score_and_all_eleven_counts():
    found = summary("recommend", 10, 9, 8, 6, None, 0)
    assert dict(found.counts.rows) == {n: int(n in (10, 9, 8, 6, 0)) for n in range(11)}
    assert found.figure("net promoter score").value == 0
    assert found.figure("net promoter score").part("detractors") == 2
    assert found.figure("median").value == 8


def test_yes_or_no_is_said_in_words():
    found = summary("chaired", True, False, None, True)
    assert found.counts.rows == (("Yes", 2), ("No", 1))
    assert str(found) == "Did you chair? 2 of 3 answered yes; 4 were asked"


def test_one_choice_counts_own_words_as_the_option_they_stand_for():
    found = summary("best", "First", Other("Other", "the walk"), "First", None)
    assert found.counts.rows == (("First", 2), ("Last", 0), ("Other", 1))
    assert found.figures == ()


def test_several_choices_count_each_person_once_for_each():
    found = summary("tools", ("Maps", "Plans"), ("Maps",), None, ("Plans",), ("Maps",))
    assert found.counts.rows == (("Maps", 3), ("Plans", 2))
    assert (found.counts.base.asked, found.counts.base.used) == (5, 4)
    assert found.counts.method.name == "count of people for each option, each person once"


def test_ranking_counts_who_put_each_first():
    found = summary("order", ("Trust", "Time"), ("Trust", "Money", "Time"), ("Time",), None)
    assert found.counts.rows == (("Time", 1), ("Money", 0), ("Trust", 2))
    assert found.counts.base.rule == "those who ranked anything"


def test_statements_of_a_matrix_are_items_of_their_own():
    found = summarise(Answers(FORM, {"meet/1": [2, 1, None], "meet/2": [2, 2, 2]}))
    assert [item.counts.rows for item in found.items] == [
        (("No", 1), ("Yes", 1)),
        (("No", 0), ("Yes", 3)),
    ]
    assert [item.item.text for item in found.items] == ["We meet early", "We meet often"]


def test_then_and_now_are_never_added_up():
    found = summarise(Answers(FORM, {"chair/then": [1, 2, 2], "chair/now": [4, None, 5]}))
    assert [item.item.key for item in found.items] == ["chair/then", "chair/now"]
    assert [item.counts.base.used for item in found.items] == [3, 2]
    assert [item.figure("median").value for item in found.items] == [2, Fraction(9, 2)]


def test_text_is_counted_and_not_repeated():
    found = summary("else", "The walk", None, "", "More walks")
    assert found.counts.rows == (("Commented", 2),)
    assert "walk" not in repr(found)


def test_response_is_of_those_who_were_asked():
    found = summarise(Answers(FORM, {"worth": [5, None, 4]}), asked=9)
    assert (found.asked, found.answered) == (9, 3)
    assert str(found.response).startswith("3 of 9 who were asked answered")
    assert found["worth"].counts.base.asked == 9
    assert str(found["worth"].figures[0]) == (
        "2 of 2 answered Agree or Agree strongly; 9 were asked"
    )


def test_fewer_asked_than_answered_is_refused():
    with pytest.raises(InvalidValueError, match="no more given than people asked"):
        summarise(Answers(FORM, {"worth": [5, 4, 3]}), asked=2)


def test_nobody_asked_has_no_response():
    found = summarise(Answers(FORM, {"worth": []}))
    assert (found.response.value, found.response.why) == (None, "nobody was asked")


def test_whole_population_leaves_nothing_to_estimate():
    of_many = summary("worth", *[5, 4, 2] * 3).figures[0]
    of_all = summary("worth", *[5, 4, 2] * 3, population=9).figures[0]
    assert of_many.interval is not None
    assert of_all.interval is None


def test_items_are_in_the_order_of_the_instrument():
    found = summarise(Answers(FORM, {"else": ["x"], "twice": [1], "worth": [1]}))
    assert [item.item.key for item in found.items] == ["worth", "twice", "else"]


def test_names_that_are_not_there_are_named_with_those_that_are():
    found = summarise(Answers(FORM, {"worth": [5]}))
    with pytest.raises(UnknownKeyError, match="worth"):
        found["worht"]
    with pytest.raises(UnknownKeyError, match="median"):
        found["worth"].figure("medain")


def test_an_item_without_figures_says_its_counts():
    assert (
        str(summary("best", "First"))
        == "Which helped? First: 1, Last: 0, Other: 0; 1 of 1 answered"
    )


CELLS = st.sampled_from(["", "NA", "1", "2", "3", "4", "5"])


@given(st.lists(st.tuples(CELLS, CELLS), max_size=20))
def test_counts_shares_and_medians_are_those_of_a_plain_loop(rows):
    found = summarise(read_answers([["worth", "twice"], *rows], FORM))
    kept = [row for row in rows if set(row) - {"", "NA"}]
    for place, (key, favourable) in enumerate({"worth": (4, 5), "twice": (1, 2)}.items()):
        given_points = [int(row[place]) for row in kept if row[place] not in ("", "NA")]
        expected = Counter(given_points)
        item = found[key]
        assert [n for _, n in item.counts.rows] == [expected[point] for point in range(1, 6)]
        assert item.counts.base.used == len(given_points)
        share, middle = item.figures
        if given_points:
            agree = sum(point in favourable for point in given_points)
            assert share.value == Fraction(agree, len(given_points))
            assert middle.value == Fraction(median(given_points))
        else:
            assert (share.value, middle.value) == (None, None)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=20))
def test_figures_of_counted_answers_are_those_of_kept_ones(rows):
    table = [["worth", "twice"], *rows]
    kept, counted = read_answers(table, FORM), count_answers(table, FORM)
    asked = len(rows) + 1
    assert summarise(counted, asked=asked).items == summarise(kept, asked=asked).items
