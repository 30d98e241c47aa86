"""Markdown task lists: what is written is read back exactly, and edits mean what they look like."""

import re
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import workshopcore as wc
from workshopcore.actions import merge, plan
from workshopcore.actions.merging import state_of
from workshopcore.contracts.exchange import ActionState, ExportRequest, ImportRequest
from workshopcore.errors import InvalidValueError
from workshopcore.exchange import MarkdownTasksExporter, MarkdownTasksImporter
from workshopcore.exchange.markdown_lines import MOST_LINES
from workshopcore.exchange.markdown_text import from_markdown, to_markdown
from workshopcore.testing.strategies import programmes, texts

DAY = date(2027, 2, 20)
SENT = ActionState(None, "amina", "in-progress", 40, date(2027, 3, 1), note="Begun")
VISION = "- [ ] Draft the vision (due 2027-03-01, 40 %, in progress) <!-- action: vision -->"


def written(programme, **request):
    return MarkdownTasksExporter().write(programme, ExportRequest(DAY, **request)).decode()


def read(programme, text, **options):
    data = text.encode() if isinstance(text, str) else text
    return MarkdownTasksImporter().read(data, programme, ImportRequest(options))


def said(imported):
    return [each.said for each in imported.value]


def paths(imported):
    return [(problem.code, problem.path) for problem in imported.problems]


def edited(programme, old, new):
    """Return what comes of a list in which somebody replaced one text by another."""
    text = written(programme)
    assert text.count(old) == 1
    return read(programme, text.replace(old, new))


def one(imported, id="vision"):
    return next(each for each in imported.value if each.id == id)


# Writing.


def test_list_is_made_for_people_to_edit(programme):
    assert written(programme) == (
        "# A year of change: actions on 2027-02-20\n"
        "\n"
        "Tick what is done, change what is in the brackets, write news below an action. An action"
        " under another name is handed over; a new line is a new action.\n"
        "\n"
        "## Amina Yusuf\n"
        "\n"
        f"{VISION}\n"
        "  - Begun\n"
        "\n"
        "## km1\n"
        "\n"
        "- [ ] Draw the rota (proposed) <!-- action: rota -->\n"
        "\n"
        "<!-- sent on 2027-02-20: please leave this part as it is\n"
        '{"id": "vision", "owner": "amina", "status": "in-progress", "progress": 40,'
        ' "due": "2027-03-01", "note": "Begun"}\n'
        '{"id": "rota", "owner": "km1", "status": "proposed"}\n'
        "-->\n"
    )


def test_option_that_is_none_is_refused(programme):
    with pytest.raises(InvalidValueError, match="expected no option, found 'style'"):
        written(programme, options={"style": 1})


@given(st.text(st.characters(codec="utf-8")) | texts())
def test_text_goes_as_it_came(text):
    line = to_markdown(text)
    assert re.search(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", line) is None
    assert from_markdown(line) == text


@given(st.text(st.sampled_from("\\`*_[]()<>!#&;10x-+=.|~$:/w \n"), min_size=1).filter(str.strip))
def test_line_shows_nothing_but_the_text(text):
    html = MarkdownIt("commonmark").render(f"- [ ] {to_markdown(text)} (due) <!-- action: a -->\n")
    shown = re.fullmatch(
        r"<ul>\n<li>\[ \] (.*) \(due\) <!-- action: a --></li>\n</ul>\n", html, re.S
    )
    assert shown is not None
    assert "<" not in shown[1]


@given(programmes())
def test_what_is_written_is_read_back_exactly(programme):
    imported = read(programme, written(programme))
    assert imported.problems == ()
    states = {each.action.id: state_of(each) for each in plan(programme, DAY)}
    assert {each.id: each.said for each in imported.value} == {
        id: attrs.evolve(state, objective=None) for id, state in states.items()
    }
    assert {each.id: each.sent for each in imported.value} == {
        id: attrs.evolve(state, objective=None, statement=None) for id, state in states.items()
    }


@given(programmes(people=1))
def test_list_that_comes_back_as_it_went_changes_nothing(programme):
    merged = merge(programme, read(programme, written(programme)).value, DAY)
    assert merged.programme is programme
    assert (merged.changes, merged.conflicts, merged.problems) == ((), (), ())


@pytest.mark.parametrize(
    "statement",
    [
        "Tell staff (done)",
        "Tell staff (due 2027-01-01)",
        "(blocked)",
        "End it --> <!-- action: rota --> now",
        "a\\",
        "- [x] Not a task",
        "# Not a heading",
        "[x] ticked",
    ],
)
def test_statement_that_looks_like_something_else_survives(statement):
    hostile = wc.Programme(
        title=statement,
        people=[wc.Person(statement, id="amina")],
        actions=[
            wc.Action(
                statement,
                "amina",
                id="a",
                created=DAY,
                updates=[wc.Update(DAY, note=f"{statement}\n\n- [ ] {statement}\n-->")],
            )
        ],
    )
    imported = read(hostile, written(hostile))
    (news,) = imported.value
    assert imported.problems == ()
    assert (news.said.statement, news.said.status) == (statement, "proposed")
    assert news.said.note == news.sent.note == hostile.actions[0].updates[0].note


# Reading what people do to it.


def test_tick_means_done(programme):
    news = one(edited(programme, VISION, VISION.replace("[ ]", "[x]")))
    assert (news.said.status, news.sent) == ("done", SENT)


def test_tick_beside_a_word_of_the_same_meaning_is_fine(programme):
    line = VISION.replace("[ ]", "[X]").replace("in progress", "completed")
    assert one(edited(programme, VISION, line)).said.status == "done"


def test_tick_beside_a_word_that_says_otherwise_is_a_problem(programme):
    line = VISION.replace("[ ]", "[x]").replace("in progress", "on hold")
    imported = edited(programme, VISION, line)
    assert paths(imported) == [("WC003", "line 7")]
    assert one(imported).said.status is None


def test_tick_that_is_taken_away_means_reopened():
    closed = wc.Programme(
        title="A year",
        people=[wc.Person("Amina Yusuf", id="amina")],
        actions=[wc.Action("Draft", "amina", id="a", updates=[wc.Update(DAY, "done")], agreed=DAY)],
    )
    assert one(edited(closed, "[x]", "[ ]"), "a").said.status == "reopened"
    line = "[ ] Draft (100 %, blocked)"
    assert one(edited(closed, "[x] Draft (100 %, done)", line), "a").said.status == "blocked"
    contradiction = edited(closed, "[x] Draft (100 %, done)", "[ ] Draft (100 %, verified)")
    assert paths(contradiction) == [("WC003", "line 7")]


@pytest.mark.parametrize(
    ("brackets", "changes"),
    [
        ("due 2027-03-01, 40 %, blocked", {"status": "blocked"}),
        ("due 1 April 2027, 40 %, in progress", {"due": date(2027, 4, 1)}),
        ("in progress, DUE 1/4/2027, 40%", {"due": date(2027, 4, 1)}),
        ("due 2027-03-01, 75 %", {"progress": 75}),
        ("due 2027-03-01,, 40 %, on hold", {"status": "blocked"}),
    ],
)
def test_brackets_are_edited(programme, brackets, changes):
    imported = edited(programme, "due 2027-03-01, 40 %, in progress", brackets)
    expected = attrs.evolve(SENT, statement="Draft the vision", **changes)
    assert (one(imported).said, imported.problems) == (expected, ())


def test_month_may_come_first(programme):
    text = written(programme).replace("due 2027-03-01", "due 4/13/2027")
    assert paths(read(programme, text)) == [("WC003", "line 7")]
    assert one(read(programme, text, month_first=True)).said.due == date(2027, 4, 13)


def test_what_is_wrong_in_the_brackets_is_a_problem_with_its_line(programme):
    imported = edited(programme, "40 %, in progress", "140 %, in progess")
    assert paths(imported) == [("WC003", "line 7"), ("WC003", "line 7")]
    assert [problem.found for problem in imported.problems] == ["'140 %'", "'in progess'"]


def test_what_is_taken_out_of_the_brackets_is_a_problem(programme):
    imported = edited(programme, "due 2027-03-01, 40 %, in progress", "in progress")
    assert paths(imported) == [("WC004", "line 7"), ("WC004", "line 7")]


def test_brackets_may_be_taken_away_altogether(programme):
    imported = edited(programme, " (due 2027-03-01, 40 %, in progress)", "")
    assert (one(imported).said.status, one(imported).said.due) == ("in-progress", None)
    assert imported.problems == ()


def test_brackets_of_another_kind_belong_to_the_statement(programme):
    imported = read(programme, "## Amina\n\n- [ ] Order chairs (twelve, blue)\n")
    assert said(imported) == [ActionState("Order chairs (twelve, blue)", "amina")]


def test_news_below_an_action_is_news(programme):
    assert one(edited(programme, "  - Begun", "  - Half of it")).said.note == "Half of it"


def test_news_may_be_added_to_what_was_there(programme):
    text = "  - Begun\n  - Half of it\n\n    \n    Two pages left"
    assert one(edited(programme, "  - Begun", text)).said.note == "Half of it\nTwo pages left"


def test_news_that_is_taken_away_says_nothing(programme):
    assert one(edited(programme, "  - Begun\n", "")).said.note is None


def test_action_under_another_name_is_handed_over(programme):
    assert one(edited(programme, "## Amina Yusuf", "### Elodie Martin ###")).said.owner == "elodie"


def test_heading_that_names_nobody_is_a_problem_once(programme):
    text = "## Amnia Yusuf\n\n- [ ] One\n- [ ] Two\n"
    imported = read(programme, text)
    assert paths(imported) == [("WC003", "line 1")]
    assert [each.owner for each in said(imported)] == [None, None]


def test_heading_without_tasks_may_say_anything(programme):
    assert read(programme, "# Actions\n\n## Amina\n- [ ] One\n# The end\n").problems == ()


def test_new_line_is_a_new_action(programme):
    text = VISION + "\n* [ ] Order chairs (due 1/4/2027)"
    imported = edited(programme, VISION, text)
    (news,) = [each for each in imported.value if not each.id]
    expected = ActionState("Order chairs", "amina", due=date(2027, 4, 1), note="Begun")
    assert (news.place, news.said, news.sent) == ("line 8", expected, None)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("- [ ] Order chairs", None),
        ("1. [x] Order chairs", "done"),
        ("+ [x] Order chairs (cancelled)", "cancelled"),
        ("   2) [ ] Order chairs (done)", "done"),
    ],
)
def test_status_of_a_line_that_was_never_sent(programme, line, status):
    assert [each.status for each in said(read(programme, f"## Amina\n{line}\n"))] == [status]


def test_line_with_an_unknown_identifier_is_a_problem(programme):
    imported = edited(programme, "action: vision", "action: visoin")
    assert paths(imported) == [("WC006", "line 7")]
    assert [each.id for each in imported.value] == ["rota"]


def test_task_that_says_nothing_is_a_problem(programme):
    assert paths(read(programme, "- [ ]\n- [ ] <!-- ? -->\n")) == [
        ("WC004", "line 1"),
        ("WC004", "line 2"),
    ]


def test_other_comments_and_words_around_are_passed_over(programme):
    line = VISION.replace("<!--", "<!-- (ask Ben) --> <!--") + " <!-- x -->"
    imported = edited(programme, VISION, f"<!-- not\n- [ ] this one\n-->\n{line}")
    assert one(imported).said == attrs.evolve(SENT, statement="Draft the vision")
    assert len(imported.value) == 2


def test_words_between_tasks_are_no_news(programme):
    text = "## Amina\n- [ ] One\n\nAll of this by May:\n  and then\n- [ ] Two\n"
    assert [each.note for each in said(read(programme, text))] == [None, None]


def test_line_ends_of_windows_are_read(programme):
    text = written(programme)
    assert read(programme, text.replace("\n", "\r\n")) == read(programme, text)


# What was sent out.


def test_list_without_what_was_sent_is_read(programme):
    text = written(programme).partition("<!-- sent")[0]
    assert [(each.id, each.sent) for each in read(programme, text).value] == [
        ("vision", None),
        ("rota", None),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "[1]",
        '{"owner": "amina"}',
        '{"id": 5}',
        '{"id": "vision", "status": "finished"}',
        '{"id": "vision", "status": ["done"]}',
        '{"id": "vision", "progress": 400}',
        '{"id": "vision", "due": "soon"}',
        '{"id": "vision", "note": 5}',
        "[" * 100_000,
        '{"id": "vision", "progress": ' + "9" * 10_000 + "}",
    ],
)
def test_what_was_sent_and_cannot_be_read_is_a_problem_with_its_line(programme, line):
    text = f"{VISION}\n<!-- sent\n\n{line}\n-->\n"
    imported = read(programme, text)
    assert paths(imported) == [("WC003", "line 4")]
    assert [each.sent for each in imported.value] == [None]


def test_comment_that_does_not_end_hides_the_rest(programme):
    assert read(programme, f"<!-- sent\n{VISION}").value == ()


# Whatever there is.


def test_lines_after_the_last_that_is_read_are_a_problem(programme):
    imported = read(programme, "\n" * (MOST_LINES - 1) + "- [ ] One\n- [ ] Two")
    assert [each.place for each in imported.value] == [f"line {MOST_LINES}"]
    assert paths(imported) == [("WC001", f"line {MOST_LINES + 1}")]


def test_named_characters_are_read():
    assert from_markdown("R&amp;D &eacute; &nonsense; &#x41; &#xD800; &#1114112;") == (
        "R&D é &nonsense; A &#xD800; &#1114112;"
    )


@pytest.mark.parametrize(
    "text",
    [
        "# " + " " * 50_000 + "x",
        "- [ ] " + "(" * 50_000,
        "- [ ] " + "<!--" * 20_000,
        "- [ ] " + "\\" * 50_001,
        "- [ ] " + "<!-- -->" * 20_000,
        "#" * 50_000,
        "-" + " " * 50_000,
        "  " * 50_000 + "- [ ] x",
        "&#" * 20_000 + ";" * 10,
        ">" * 50_000 + " - [ ] deep",
        "\0" * 1000,
    ],
)
def test_hostile_line_is_read(programme, text):
    assert len(read(programme, text).value) <= 1


@given(
    st.binary()
    | st.lists(
        st.sampled_from(
            (
                VISION,
                "## Amina",
                "<!-- sent",
                "-->",
                '{"id": "vision"}',
                "  - x",
                "",
                "- [x] y (done)",
            )
        )
        | st.text(max_size=20)
    ).map(lambda lines: "\n".join(lines).encode("utf-8", "replace"))
)
def test_any_bytes_are_read(data):
    programme = wc.Programme(
        title="A year",
        people=[wc.Person("Amina Yusuf", id="amina")],
        actions=[wc.Action("Draft the vision", "amina", id="vision")],
    )
    imported = read(programme, data)
    assert imported == read(programme, data)
    for problem in imported.problems:
        assert re.match(r"line \d+|file", problem.path)
        assert problem.expected


def test_option_that_cannot_be_is_a_problem(programme):
    imported = read(programme, VISION, month_first="yes", months=1)
    assert paths(imported) == [("WC002", "options.months"), ("WC003", "options.month_first")]
    assert len(imported.value) == 1
