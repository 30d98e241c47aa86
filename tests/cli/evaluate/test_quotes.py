"""`workshopcore evaluate quotes`: words that could tell whose they are."""

import json

import pytest

QUOTES = """
[[quotes]]
id = "open"
verbatim = "We talk now"
speaker = "tomasz-zielak"
approved = "We talk openly now"
scope = "public"
events = [
  { on = 2027-11-01, status = "requested" },
  { on = 2027-11-02, status = "consented" },
  { on = 2027-11-03, status = "approved" },
]

[[quotes]]
id = "decide"
verbatim = "Since 3 March Mei lets us decide \\u001b[2J"
speaker = "amina-yusuf"

[[quotes]]
id = "named"
verbatim = "Mei and I"
speaker = "amina-yusuf"
attribution = "named"

[[quotes]]
id = "refused"
verbatim = "Mei would not"
speaker = "amina-yusuf"
events = [
  { on = 2027-11-01, status = "requested" },
  { on = 2027-11-02, status = "refused" },
]
"""


@pytest.fixture
def quotes(run, programme):
    with programme.open("a", encoding="utf-8") as file:
        file.write(QUOTES)

    def call(*arguments):
        return run("evaluate", "quotes", programme, "--as-of", "2027-12-01", *arguments)

    return call


def test_words_that_tell_whose_they_are_are_flagged(quotes):
    result = quotes()

    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[:3] == [
        "open: approved, for public use, shown as anonymous; the approved wording",
        "  We talk openly now",
        "",
    ]
    assert lines[3] == (
        "decide: captured, for internal use, shown as anonymous; no wording approved yet"
    )
    assert lines[4] == "  Since 3 March Mei lets us decide \\x1b[2J"
    assert [line.rpartition(":")[0] for line in lines[5:7]] == [
        "  date: '3 March'",
        "  name: 'Mei'",
    ]
    assert lines[-2] == "1 of 2 hold words that could tell whose they are."
    assert "can recognise a voice" in lines[-1]


def test_named_quotes_are_looked_at_where_asked_for(quotes):
    found = json.loads(quotes("--named", "--json").stdout)

    assert [each["id"] for each in found] == ["open", "decide", "named"]


def test_json_has_the_places_of_the_words(quotes):
    _, found = json.loads(quotes("--json").stdout)

    assert (found["state"], found["approved"]) == ("captured", False)
    assert [(f["kind"], found["words"][f["start"] : f["end"]]) for f in found["flags"]] == [
        ("date", "3 March"),
        ("name", "Mei"),
    ]


def test_wording_is_not_compared_with_what_it_was_made_of(quotes):
    found = json.loads(quotes("--named", "--json").stdout)

    assert [flag for each in found for flag in each["flags"] if flag["kind"] == "phrase"] == []


def test_without_quotes_there_is_nothing_to_look_at(run, programme):
    result = run("evaluate", "quotes", programme)

    assert result.stdout == "There is no quote to look at.\n"
