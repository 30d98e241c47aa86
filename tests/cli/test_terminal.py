import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.cli.terminal import Terminal, lines, plain, speak_any_encoding

HOSTILE = [
    "\x1b[2J\x1b[31mred",
    "\x1b]0;title\x07",
    "\x9b31m",
    "back\x08\x08\x08space",
    "over\rwritten",
    "\u202egnp.exe",
    "\u2066isolate\u2069",
    "\ud800 alone",
    "tag\U000e0041",
    "line\u2028separator",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_plain_leaves_nothing_that_a_terminal_acts_upon(text):
    shown = plain(text)

    assert shown.isprintable()
    assert "\\" in shown


def test_plain_shows_what_was_there():
    assert plain("\x1b[1m\u202e\U000e0041") == "\\x1b[1m\\u202e\\U000e0041"


def test_plain_leaves_people_s_writing_alone():
    text = "Zoë · नमस्ते · 会議 · 👩‍👩‍👧 · می‌روم – “quoted” [bold]x[/bold] :smile:"

    assert plain(text) == text


@given(st.text())
def test_plain_is_one_line_and_settled(text):
    once = plain(text)

    assert len(once.splitlines()) <= 1
    assert plain(once) == once


@given(st.text())
def test_lines_keep_line_feeds_and_nothing_else(text):
    assert all(plain(line) == line for line in lines(text).split("\n"))


def test_lines_keep_the_lines():
    assert lines("a\r\nb\n\n\tc") == "a\nb\n\n    c"


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("ascii", "Zoe - 'so' ... -> ?"),
        ("latin-1", "Zo\xeb - 'so' ... -> ?"),
        ("cp1252", "Zo\xeb \u2013 \u2018so\u2019 \u2026 -> ?"),
        ("utf-8", "Zo\xeb \u2013 \u2018so\u2019 \u2026 \u2192 \u4f1a"),
    ],
)
def test_any_encoding_gets_the_nearest_characters(monkeypatch, encoding, written):
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding=encoding))
    speak_any_encoding()

    print("Zo\xeb \u2013 \u2018so\u2019 \u2026 \u2192 \u4f1a", end="", flush=True)

    assert raw.getvalue().decode(encoding) == written


def test_terminal_interprets_no_markup(capsys):
    Terminal().say("[bold red]x[/] :wave: ", ("[link=file:///]y[/link]", "bold"), " 1.5 'str'")

    assert capsys.readouterr().out == "[bold red]x[/] :wave: [link=file:///]y[/link] 1.5 'str'\n"


def test_terminal_wraps_no_line_of_a_pipe(capsys):
    Terminal().say("word " * 100)

    assert capsys.readouterr().out == "word " * 100 + "\n"


def test_table_in_a_pipe_has_one_line_a_row(capsys):
    Terminal().table(("key", "title"), [("a", "[b]One[/b]\n" + "x" * 200), ("long-key", "会議")])

    assert capsys.readouterr().out.splitlines() == [
        "key       title",
        "a         [b]One[/b]\\n" + "x" * 200,
        "long-key  会議",
    ]


def test_table_on_a_terminal_is_fitted_to_it(monkeypatch, capsys):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")

    Terminal().table(("key", "title"), [("a", "[b]word[/b] " * 12)])

    _headings, *rows = capsys.readouterr().out.splitlines()
    assert max(map(len, rows)) <= 40
    assert sum(row.count("[b]word[/b]") for row in rows) == 12


def test_terminal_colours_nothing_in_a_pipe(capsys):
    Terminal().say(("red", "bold red"))

    assert capsys.readouterr().out == "red\n"


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_terminal_honours_no_color(monkeypatch, capsys, no_color, coloured):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", no_color)

    Terminal().say(("red", "red"))

    assert ("\x1b[31m" in capsys.readouterr().out) is coloured


def test_terminal_reports_a_reader_that_has_gone(monkeypatch):
    class Gone(io.StringIO):
        def write(self, text):
            raise BrokenPipeError

    monkeypatch.setattr("sys.stdout", Gone())

    with pytest.raises(BrokenPipeError):
        Terminal().say("anybody?")
