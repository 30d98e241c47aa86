"""A programme whose wave has answers in words, and two coders' sheets."""

import pytest

import workshopcore as wc
from workshopcore.evaluation import kept_answers
from workshopcore.evaluation.answers import read_answers
from workshopcore.evaluation.answers.store import answer_file, stored_answers
from workshopcore.evaluation.comments import Codebook, Coding, coding_sheet, comments_of

TEXTS = [
    "We trust each other",
    "There was time to talk",
    "Amina lets us decide",
    "Trusting took time",
    "The cards",
    "Nothing yet",
]


@pytest.fixture
def year(programme):
    """A programme file beside its answers."""
    form = wc.Instrument("Close", [wc.Question("What has changed?", id="changed")])
    answers = read_answers([["changed"], *([text] for text in TEXTS)], form)
    data = stored_answers(answers)
    folder = programme.parent / "answers"
    folder.mkdir()
    (folder / "close.csv").write_bytes(data)
    before = wc.load(programme)
    wave = wc.Wave(
        "Close", instrument="close", answers=answer_file("answers/close.csv", data, TEXTS)
    )
    themes = [wc.Theme("Trust", words=["trust*"]), wc.Theme("Time", words=["time"])]
    after = wc.Programme(
        title=before.title,
        people=before.people,
        instruments=[form],
        waves=[wave, wc.Wave("Later", instrument="close")],
        themes=themes,
    )
    wc.save(after, programme, overwrite=True)
    return after


@pytest.fixture
def coded(year, folder):
    """Write what a coder made of the comments, by the first words of each."""
    form = year.instruments[0]
    comments = comments_of(kept_answers((folder / "answers/close.csv").read_bytes(), form))
    book = Codebook(year.themes)

    def coded(coder, **themes):
        wordings = {}
        codes = {}
        for comment in comments:
            word = comment.text.split()[0]
            if word in themes:
                codes[comment.mark] = themes[word]
            if f"{word}_says" in themes:
                wordings[comment.mark] = themes[f"{word}_says"]
        path = folder / f"{coder}.csv"
        made = Coding(coder, codes, wordings=wordings)
        path.write_bytes(coding_sheet(comments, book, coder, made))
        return path.name

    return coded


@pytest.fixture
def act(run, year):
    del year

    def act(command, *arguments, **settings):
        return run("comments", command, "programme.toml", *arguments, **settings)

    return act
