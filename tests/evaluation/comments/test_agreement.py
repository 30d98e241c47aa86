"""Two coders and more: figures against published and hand-made ones, and what to talk over."""

from fractions import Fraction

import pytest

from workshopcore.errors import InvalidValueError
from workshopcore.evaluation.comments import Codebook, Coding, Comment, Mark, adjudicate, agreement
from workshopcore.model.evaluation import Theme

BOOK = Codebook([Theme("Trust"), Theme("Time")])


def said(count):
    return [Comment(Mark("q", number), "…") for number in range(1, count + 1)]


def coding(coder, *codes, **more):
    given = {("q", n): themes for n, themes in enumerate(codes, 1) if themes is not None}
    return Coding(coder, given, **more)


def test_kappa_and_alpha_of_a_theme_are_those_of_the_textbook():
    # 50 proposals and two readers: 20 both yes, 15 both no, 5 and 10 one of them yes. Cohen's
    # kappa is 0.4 (en.wikipedia.org/wiki/Cohen's_kappa, "Simple example"). Alpha by hand:
    # observed 15/50, expected 2·55·45/(100·99) = 1/2, so 1 − 0.3/0.5 = 0.4.
    pairs = [(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15
    first, second = (
        coding(name, *(["trust"] if pair[side] else [] for pair in pairs))
        for side, name in enumerate(("AY", "TN"))
    )
    found = agreement([first, second], said(50), BOOK)

    assert found.kappas["trust"].value == Fraction(2, 5)
    assert found.alphas["trust"].value == Fraction(2, 5)
    assert found.overall.value == Fraction(2, 5)
    assert len(found.disagreements) == 15


def test_over_all_a_comment_agrees_only_if_every_theme_does():
    first = coding("AY", ["trust", "time"], ["time"], [])
    second = coding("TN", ["time", "trust"], ["trust", "time"], [])
    found = agreement([first, second], said(3), BOOK)

    # Values {both} {both} / {time} {both} / {} {}: observed 1/3; of the 30 ordered pairs of
    # 6 values with counts 3, 1, 2, different are 2·(3·1 + 3·2 + 1·2) = 22.
    assert found.overall.value == 1 - Fraction(1, 3) / Fraction(22, 30)
    assert found.alphas["time"].value == 1
    assert [(str(one.comment.mark), one.themes) for one in found.disagreements] == [
        ("q 2", ("trust",))
    ]
    assert found.disagreements[0].codes == {"AY": ("time",), "TN": ("trust", "time")}


def test_comments_that_only_one_coded_are_left_out_of_the_figures():
    first, second = coding("AY", ["trust"], [], ["trust"]), coding("TN", ["trust"], [], None)
    found = agreement([first, second], said(4), BOOK)

    assert (found.overall.value, found.overall.asked, found.overall.used) == (1, 4, 2)
    assert found.disagreements == ()


def test_three_coders_have_alpha_and_no_kappa():
    codings = [coding(name, ["trust"], []) for name in "ABC"]
    found = agreement(codings, said(2), BOOK)
    assert (found.overall.value, found.kappas, found.coders) == (1, {}, ("A", "B", "C"))


def test_theme_that_nobody_used_has_no_figure_and_says_why():
    found = agreement([coding("A", ["trust"], []), coding("B", ["trust"], [])], said(2), BOOK)
    assert found.alphas["time"].value is None
    assert "the same value" in found.alphas["time"].why


@pytest.mark.parametrize("names", [[], ["AY"], ["AY", "AY"]])
def test_two_different_coders_are_needed(names):
    with pytest.raises(InvalidValueError, match="two coders or more, each once"):
        agreement([coding(name, []) for name in names], said(1), BOOK)


def test_codings_by_different_codebooks_do_not_compare():
    codings = [coding("A", [], version="1"), coding("B", [], version="2"), coding("C", [])]
    with pytest.raises(InvalidValueError, match="one version of the codebook"):
        agreement(codings, said(1), BOOK)


def test_adjudication_takes_what_is_agreed_or_decided_and_leaves_the_rest_open():
    comments = said(5)
    first = coding("AY", ["trust", "time"], ["time"], ["time"], None, None, version="7")
    second = coding("TN", ["time", "trust"], ["trust"], [], ["time"], None)
    decided = coding("both", None, ["trust"], wordings={("q", 2): "Trust grew"})
    found = adjudicate([first, second], comments, decided)

    assert found.coding == Coding(
        "adjudicated",
        {("q", 1): ["trust", "time"], ("q", 2): ["trust"], ("q", 4): ["time"]},
        wordings={("q", 2): "Trust grew"},
        version="7",
    )
    assert [[str(c.mark) for c in each] for each in (found.open, found.single, found.uncoded)] == [
        ["q 3"],
        ["q 4"],
        ["q 5"],
    ]


def test_one_coder_alone_is_taken_at_their_word():
    found = adjudicate([coding("AY", ["trust"])], said(1), coder="final")
    assert (found.coding.codes, found.single) == ({Mark("q", 1): ("trust",)}, ())
