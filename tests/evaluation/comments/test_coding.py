"""Comments, codebook and lexicon: what is coded, by what, and what nobody guesses."""

import attrs
import pytest

from workshopcore.errors import InvalidValueError, UnknownKeyError
from workshopcore.evaluation.comments import (
    Codebook,
    Coding,
    Comment,
    Mark,
    code_by_lexicon,
    comments_of,
    spoken_of,
)
from workshopcore.model.evaluation import Theme


def test_comments_are_numbered_by_person_and_blank_ones_left_out(comments):
    assert [str(comment.mark) for comment in comments] == [
        *("helped 1", "helped 2", "helped 3", "helped 5", "helped 7", "helped 8", "helped 9"),
        *("change 1", "change 3", "change 4", "change 7", "change 9"),
    ]


def test_comments_of_one_question_may_be_asked_for(answers):
    assert [one.text for one in comments_of(answers, "change")][:2] == ["More time", "Less paper"]


@pytest.mark.parametrize(
    ("item", "error"), [("worth", InvalidValueError), ("nothing", UnknownKeyError)]
)
def test_only_questions_in_words_have_comments(answers, item, error):
    with pytest.raises(error):
        comments_of(answers, [item])


def test_lexicon_finds_whole_words_and_beginnings(comments, codebook):
    found = code_by_lexicon(comments, codebook)
    assert {str(mark): themes for mark, themes in found.codes.items()} == {
        "helped 1": ("trust", "time"),
        "helped 2": (),
        "helped 3": ("trust",),
        "helped 5": ("time",),
        "helped 7": (),
        "helped 8": ("trust",),
        "helped 9": (),
        "change 1": ("time",),
        "change 3": ("setting",),
        "change 4": (),
        "change 7": (),
        "change 9": ("setting",),
    }
    assert (found.coder, found.version) == ("lexicon", codebook.version)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("TRUST!", ("trust",)),
        ("mistrust", ()),
        ("no trust at all", ("trust",)),
        ("at Elm  Court", ("elm  court",)),
        ("la confiançe", ("confiance",)),
        ("don’t know", ("don't know",)),
    ],
)
def test_lexicon_knows_accents_and_apostrophes_and_guesses_nothing(text, found):
    assert spoken_of(text, ["trust*", "elm court", "confiance", "don't know"]) == found


def test_no_words_are_never_found():
    assert spoken_of("anything", []) == ()


@pytest.mark.parametrize("word", ["*", "tr*st", " ", "**"])
def test_star_stands_at_the_end_of_a_word(word):
    with pytest.raises(InvalidValueError, match="a word, with a star at its end"):
        spoken_of("trust", [word])


def test_lexicon_needs_words():
    with pytest.raises(InvalidValueError, match="themes with words"):
        code_by_lexicon([Comment(Mark("q", 1), "x")], Codebook([Theme("Trust")]))


@pytest.mark.parametrize("change", [{"title": "T"}, {"description": "d"}, {"words": ["x"]}])
def test_version_changes_with_whatever_a_theme_says(codebook, change):
    first, *rest = codebook.themes
    changed = Codebook([attrs.evolve(first, **change), *rest])
    assert changed.version != codebook.version
    assert Codebook(codebook.themes).version == codebook.version


def test_codebook_knows_its_themes(codebook):
    assert codebook.known(["time", "trust", "time"]) == ("trust", "time")
    with pytest.raises(UnknownKeyError, match="Did you mean 'trust'"):
        codebook.known(["trus"])


def test_coding_takes_plain_tuples_and_drops_repeats_and_empty_wordings():
    coding = Coding("AY", {("q", 1): ["a", "a"]}, wordings={("q", 1): " "})
    assert (coding.codes, coding.wordings) == ({Mark("q", 1): ("a",)}, {})
