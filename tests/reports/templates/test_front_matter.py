"""The head of a report's file."""

import pytest

from workshopcore.model.options import Options
from workshopcore.reports.templates.front_matter import front_matter

GOOD = 'key = "acme:note"\ntitle = "Note"\naudience = "sponsor"\n'


def faults(head):
    found, wrong = front_matter(f"+++\n{head}+++\nBody\n")
    assert (found is None) == bool(wrong)
    return wrong


def test_head_says_what_the_report_is():
    more = (
        'needs = ["as_of", "person"]\non_request = true\npages = 2\nheading = "H"\nsubtitle = ""\n'
    )
    head, wrong = front_matter(f"+++\n{GOOD}{more}[options]\ntone = 'warm'\nn = 3\n+++\nBody\n")

    assert wrong == []
    assert (head.key, head.title, head.audience) == ("acme:note", "Note", "sponsor")
    assert head.needs == {"as_of", "person"}
    assert (head.on_request, head.pages, head.heading, head.subtitle) == (True, 2, "H", "")
    assert head.options == Options({"tone": "warm", "n": 3})
    assert (head.lines["heading"], head.lines["subtitle"], head.ends) == (8, 9, 13)


def test_what_is_left_out_is_usual():
    head, _ = front_matter(f"+++\n{GOOD}+++\n")

    assert (head.needs, head.on_request, head.pages, head.heading) == (frozenset(), False, 0, "")
    assert head.subtitle == "{{ programme.title }}"
    assert not head.options


@pytest.mark.parametrize(
    ("head", "line", "words"),
    [
        (
            "",
            1,
            'audience is missing: add audience = "…"',
        ),
        (
            GOOD + "titel = 1\n",
            5,
            "there is no 'titel' in the head of a report: did you mean 'title'?",
        ),
        (GOOD + "zzz = 1\n", 5, "there is no 'zzz' in the head of a report: there are key, title"),
        (
            GOOD.replace("acme:note", "note"),
            2,
            "key is a namespace and a name, such as 'acme:thank-you', not 'note'",
        ),
        (GOOD.replace("acme:note", "Acme:note"), 2, "key is a namespace and a name"),
        (GOOD.replace('"Note"', "3"), 3, "title is text, not 3"),
        (GOOD.replace('"Note"', '" "'), 3, "title is text, not ' '"),
        (GOOD + "heading = 3\n", 5, "heading is text, not 3"),
        (
            GOOD.replace("sponsor", "boss"),
            4,
            "audience is facilitators, participants, expert, sponsor or public, not 'boss'",
        ),
        (GOOD + 'needs = "as_of"\n', 5, "needs is a list, such as [\"as_of\"], not 'as_of'"),
        (
            GOOD + 'needs = ["day"]\n',
            5,
            "a report may need as_of, workshop, engagement, person or wave, not 'day'",
        ),
        (GOOD + "on_request = 1\n", 5, "on_request is true or false, not 1"),
        (GOOD + "pages = -1\n", 5, "pages is how many pages the document asks to fit, not -1"),
        (GOOD + "pages = true\n", 5, "pages is how many pages the document asks to fit, not True"),
        (GOOD + "options = 3\n", 5, "options is a table [options] of names and defaults"),
        (GOOD + "\n[options]\nx = inf\n", 6, "options is a table [options] of names and defaults"),
        (GOOD + "x = \n", 5, "the head of this file is no TOML: Invalid value"),
        (GOOD + "x = " + "[" * 3000 + "\n", 5, "the head of this file is no TOML"),
    ],
)
def test_what_is_wrong_has_its_line_and_a_cure(head, line, words):
    found = faults(head)
    assert any(at == line and words in told for at, told in found), found


def test_everything_wrong_is_told_together():
    assert len(faults('title = 3\naudience = "all"\nx = 1\n')) == 4


def test_head_without_an_end_is_no_head():
    assert front_matter("+++\nkey = 1\n")[1] == [
        (1, "the head of this file has no end: a second line '+++'")
    ]
