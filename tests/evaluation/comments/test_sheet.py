"""Sheets go out, are filled in by hand, and come back; each fault is named with its row."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.evaluation.comments import (
    Codebook,
    Coding,
    Comment,
    Mark,
    code_by_lexicon,
    codebook_sheet,
    coding_sheet,
    read_codings,
)
from workshopcore.model.evaluation import Theme


def rows(data):
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def filled(data, themes, **columns):
    """Fill a sheet in as a coder does: themes by comment, in order."""
    head, *body = rows(data)
    for row, cell in zip(body, themes, strict=False):
        row[head.index("Themes")] = cell
        for name, value in columns.items():
            row[head.index(name)] = value
    return [head, *body]


def test_sheet_has_a_row_for_each_comment_and_room_for_themes(comments, codebook):
    head, first, *rest = rows(coding_sheet(comments, codebook, "AY"))

    assert head == ["Question", "Comment", "Text", "Themes", "Wording", "Coder", "Codebook"]
    assert first == ["helped", "1", "Time to talk, and trust", "", "", "AY", codebook.version]
    assert len(rest) == len(comments) - 1


def test_sheet_runs_no_formula_and_its_text_comes_back(comments, codebook):
    data = coding_sheet(comments, codebook, "AY")
    assert "=1+1" not in [row[2] for row in rows(data)]
    found = read_codings(filled(data, ["none"] * 12), comments, codebook)
    assert (len(found.codings[0].codes), found.problems) == (12, ())


def test_what_was_filled_in_comes_back(comments, codebook):
    lexicon = code_by_lexicon(comments, codebook)
    found = read_codings(coding_sheet(comments, codebook, "lexicon", lexicon), comments, codebook)
    assert (found.codings, found.problems) == ((lexicon,), ())


def test_wordings_come_back(comments, codebook):
    coding = Coding("TN", {("helped", 1): ["time"]}, wordings={("helped", 1): "Time to talk"})
    data = coding_sheet(comments, codebook, "TN", coding)
    assert read_codings(data, comments, codebook).codings[0].wordings == coding.wordings


def test_titles_and_identifiers_and_none_are_understood_and_blank_is_not_coded(comments, codebook):
    cells = ["ROOM and  paper;trust", "None", "", "time | trust"]
    sheet = filled(coding_sheet(comments, codebook, "AY"), cells)
    assert read_codings(sheet, comments, codebook).codings[0].codes == {
        Mark("helped", 1): ("trust", "setting"),
        Mark("helped", 2): (),
        Mark("helped", 5): ("trust", "time"),
    }


def test_two_coders_in_one_file_are_two_codings(comments, codebook):
    one, two = (filled(coding_sheet(comments, codebook, who), ["time"]) for who in ("AY", "TN"))
    found = read_codings([*one, *two[1:]], comments, codebook)
    assert [coding.coder for coding in found.codings] == ["AY", "TN"]


def test_coder_may_be_named_for_a_sheet_that_does_not_say(comments, codebook):
    sheet = filled(coding_sheet(comments, codebook, ""), ["time"])
    assert read_codings(sheet, comments, codebook, coder="AY").codings[0].coder == "AY"
    found = read_codings(sheet, comments, codebook)
    assert found.codings == ()
    assert found.problems[0].path == "row 2, column Coder"


def test_headings_may_stand_lower_down(comments, codebook):
    sheet = [["Coding of May"], [], *filled(coding_sheet(comments, codebook, "AY"), ["time"])]
    assert read_codings(sheet, comments, codebook).codings[0].codes


def test_sheet_without_headings_is_named(comments, codebook):
    (problem,) = read_codings([["a", "b"]], comments, codebook).problems
    assert (problem.code, problem.expected) == (
        "WC001",
        "headings Question, Comment, Text and Themes",
    )


@pytest.mark.parametrize(
    ("column", "value", "path", "says"),
    [
        ("Themes", "trst", "row 2, column Themes", "Did you mean 'trust'?"),
        ("Themes", "time; qqqqq", "row 2, column Themes", "or 'none', found 'qqqqq'"),
        ("Comment", "99", "row 2", "found 'helped 99'"),
        ("Comment", "one", "row 2", "found 'helped one'"),
        ("Text", "Something else", "row 2, column Text", "the text of 'helped 1'"),
    ],
)
def test_what_cannot_be_used_is_named_and_counts_as_not_coded(
    comments, codebook, column, value, path, says
):
    sheet = filled(coding_sheet(comments, codebook, "AY"), ["time", "time"])
    sheet[1][sheet[0].index(column)] = value
    found = read_codings(sheet, comments, codebook)

    (problem,) = found.problems
    assert problem.path == path
    assert says in str(problem)
    assert found.codings[0].codes == {Mark("helped", 2): ("time",)}


def test_other_codebook_is_named_and_the_codes_are_read(comments, codebook):
    sheet = filled(coding_sheet(comments, codebook, "AY"), ["time"], Codebook="0ld")
    found = read_codings(sheet, comments, codebook)

    assert found.problems[0].path == "row 2, column Codebook"
    assert found.codings[0].codes == {Mark("helped", 1): ("time",)}
    assert found.codings[0].version == codebook.version


def test_comment_that_comes_twice_is_named_and_the_first_stands(comments, codebook):
    sheet = filled(coding_sheet(comments, codebook, "AY"), ["time"])
    again = [*sheet[1][:3], "trust", *sheet[1][4:]]
    found = read_codings([*sheet, again], comments, codebook)

    assert [problem.path for problem in found.problems] == [f"row {len(sheet) + 1}"]
    assert found.codings[0].codes == {Mark("helped", 1): ("time",)}


def test_codebook_is_a_sheet_too(codebook):
    assert rows(codebook_sheet(codebook))[1] == [
        "trust",
        "Trust",
        "People rely on each other",
        "trust*",
    ]


LINES = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), min_size=1, max_size=20)


@given(st.lists(LINES.filter(str.strip), min_size=1, max_size=5), st.data())
def test_any_words_survive_the_way_out_and_back(texts, data):
    book = Codebook([Theme("Trust"), Theme("Time")])
    said = [Comment(Mark("q", n), text.strip()) for n, text in enumerate(texts, 1)]
    themes = st.lists(st.sampled_from(book.keys), unique=True).map(book.known)
    coding = Coding("AY", {c.mark: data.draw(themes) for c in said}, version=book.version)
    found = read_codings(coding_sheet(said, book, "AY", coding), said, book)

    assert (found.codings, found.problems) == ((coding,), ())
