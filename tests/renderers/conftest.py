"""A report with every kind of block, in which every text can be replaced."""

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import strategies as st

from workshopcore.contracts.report import (
    Block,
    Bullets,
    Callout,
    Checklist,
    Column,
    Facts,
    Figure,
    FormField,
    Item,
    PageBreak,
    Paragraph,
    QuoteBlock,
    Report,
    Run,
    Section,
    Table,
    Task,
)

Say = Callable[[str], str]

# What breaks out of something, somewhere: HTML, attributes, CSS, templates, Markdown, terminals.
HOSTILE = [
    "<script>alert(1)</script>",
    "</title></style></svg><img src=x onerror=alert(1)>",
    "\" onmouseover='alert(1)' x=`",
    "--><!-- <![CDATA[ ]]> &lt;b&gt; &amp;amp; &#60; &copy",
    "{{ 7 * 7 }} {% for x in y %} {# no #}",
    "\\3c /style\\3e ; } body { display: none }",
    "# Heading\n\n## Another\n===\n---",
    "- item\n* item\n+ item\n1. one\n2) two",
    "> quoted\n\n    code\n\t\ttabbed\n```\nfence\n~~~",
    "a | b \\| c || d\n| --- | --- |\n| 1 | 2 |",
    "[link](javascript:alert(1)) ![img](x) [ref] [x]: http://example.org [^1]",
    "<https://example.org> https://example.org www.example.org someone@example.org",
    "*a* **b** _c_ __d__ ~~e~~ ***f*** a_b_c 2*3*4 `code` ``two`` `",
    "\\* \\\\ \\` \\| \\# &amp; \\",
    "trailing # ## #",
    "1986. A great year; - not a list; +1; #1 priority; 10) ten",
    "\x00\x07\x1b[31mred\x1b[0m\x7f\x85\x9b2J\u2028\u2029",
    "\u202eright to left\u202c \u2066isolated\u2069 \ufeff \ufffe",
    "会議のまとめ 회의 اجتماع פגישה e\u0301\u0327 \U0001f469\u200d\U0001f4bb ☎\ufe0f",
    "word" * 40,
    "長" * 90,
    "http://example.org/" + "a" * 100,
    "   \t  ",
    "",
]

ALPHABET = "\\`*_{}[]()#+-.!|<>&\"'~=:;/@$%^?, \t\n01a b\u00e9\u00a0\u200b長\u202e\x1b\x00"

texts = (
    st.sampled_from(HOSTILE)
    | st.text(ALPHABET, max_size=30)
    | st.text(max_size=30)
    | st.builds("{}{}".format, st.sampled_from(HOSTILE), st.text(ALPHABET, max_size=5))
)


@pytest.fixture(scope="session")
def hostile_texts() -> st.SearchStrategy[str]:
    return st.deferred(lambda: texts)


@pytest.fixture(scope="session")
def specimen() -> Callable[..., Report]:
    """Make the report; give a text to have it in every place that text can stand."""

    def make(text: str | None = None) -> Report:
        def say(words: str) -> str:
            return words if text is None else text

        return Report(
            "specimen",
            say("Where are we now?"),
            "facilitators",
            _blocks(say),
            subtitle=say("Adult social care managers: a year of change"),
            as_of=date(2027, 3, 31),
        )

    return make


def _blocks(say: Say) -> list[Block]:
    return [
        Paragraph(say("The team agreed what has to change before the autumn."), lead=True),
        Section(
            say("Purpose and aims"),
            [
                Paragraph(
                    (
                        Run(say("Everybody leaves with ")),
                        Run(say("one action of their own"), "strong"),
                        Run(say(" that is due ")),
                        Run(say("before the next workshop"), "emphasis"),
                        Run(say(", recorded as ")),
                        Run(say("WC-17"), "code"),
                        Run(say(". See ")),
                        Run(say("the regulator's guidance"), href="https://example.org/guidance"),
                        Run(say(" or ")),
                        Run(say("ask us"), href="javascript:alert(1)"),
                        Run(say(".")),
                    )
                ),
                Facts(
                    [
                        (say("When"), say("Tuesday 19 January 2027, 09:30–16:30")),
                        (say("Where"), say("The Old Library, Room 2, Harbour Street")),
                        (
                            say("Lead"),
                            (Run(say("Amina Yusuf"), "strong"), Run(say(", facilitator"))),
                        ),
                    ]
                ),
                Bullets(
                    [
                        say("A shared picture of what is changing around the service"),
                        Item(
                            say("Three priorities for the year:"),
                            [say("waiting times"), say("handover between teams")],
                        ),
                        say("Who will take them on"),
                    ]
                ),
                Bullets([say("Look back"), say("Look ahead"), say("Decide")], ordered=True),
                Section(
                    say("What we heard"),
                    [
                        QuoteBlock(
                            say("For once we talked about the service and not about cases."),
                            say("A team manager"),
                        ),
                        QuoteBlock(say("We should have done this two years ago.")),
                    ],
                ),
            ],
            id="purpose",
        ),
        Section(
            say("The day"),
            [
                Figure(
                    "day",
                    {
                        "rows": [
                            {
                                "label": say(label),
                                "start": start,
                                "end": end,
                                "track": track and say(track),
                                "kind": kind,
                            }
                            for label, start, end, track, kind in DAY
                        ]
                    },
                    say("The day from 09:30 to 16:30, with two parallel groups before lunch."),
                    _run_sheet(say),
                    caption=say("How the day runs"),
                ),
                _run_sheet(say),
                Callout(
                    say("If time runs short"),
                    [
                        Paragraph(say("Leave out the gallery walk; never the action planning.")),
                        Bullets([say("Gallery walk: 20 minutes"), say("Second round: 15 minutes")]),
                    ],
                    kind="warning",
                ),
                Callout(say("Room"), [Paragraph(say("Two flip charts and a free wall."))]),
                Callout(
                    say("Ready"), [Paragraph(say("The expert has the brief."))], kind="success"
                ),
            ],
        ),
        Section(
            say("The year"),
            [
                Figure(
                    "timeline",
                    {
                        "points": [
                            {"label": say(label), "date": day, "group": group and say(group)}
                            for day, label, group in YEAR
                        ]
                    },
                    say("Six workshops, January to November: three strategic, three operational."),
                    Table(
                        [say("Date"), say("Workshop"), say("Phase")],
                        [(say(day), say(label), say(group)) for day, label, group in YEAR],
                        caption=say("Six workshops"),
                    ),
                ),
                Figure(
                    "constellation",
                    {"stars": 3},
                    say("A kind that no renderer knows."),
                    Table([say("Star")], [(say("Vega"),), (say("Altair"),)]),
                    caption=say("Printed as a table"),
                ),
                PageBreak(),
                Checklist(
                    [
                        Task(say("Book the room"), done=True),
                        Task((Run(say("Send the "), "strong"), Run(say("brief"), "emphasis"))),
                        say("Pack the pens"),
                    ]
                ),
            ],
        ),
        Section(
            say("How was it?"),
            [
                FormField(say("Your name"), hint=say("Leave it blank if you wish.")),
                FormField(say("What should we do differently?"), "text", lines=4),
                FormField(say("You may quote me"), "tick", hint=say("Without my name.")),
                FormField(say("I heard"), "choice", options=[say("too much"), say("enough")]),
                FormField(
                    say("The day was worth the time"),
                    "scale",
                    options=[
                        say("strongly disagree"),
                        say("disagree"),
                        say("agree"),
                        say("strongly agree"),
                    ],
                ),
            ],
        ),
        Section(
            say("Depth two"),
            [
                Section(
                    say("three"),
                    [
                        Section(
                            say("four"),
                            [
                                Section(
                                    say("five"),
                                    [
                                        Section(
                                            say("six"),
                                            [Section(say("seven"), [Paragraph(say("Deep down."))])],
                                        )
                                    ],
                                )
                            ],
                        )
                    ],
                )
            ],
        ),
    ]


def _run_sheet(say: Say) -> Table:
    return Table(
        [
            Column(say("Start")),
            Column(say("Min"), align="right"),
            Column(say("What")),
            Column(say("How, and what for")),
            Column(say("Who"), align="centre"),
        ],
        [
            [
                say(f"{start // 60:02}:{start % 60:02}"),
                say(str(end - start)),
                (Run(say(label), "strong"), Run(say(f" {track}"))) if track else say(label),
                say(HOW.get(kind, "")),
                say("AY"),
            ]
            for label, start, end, track, kind in DAY
        ],
        caption=say("Run sheet"),
        row_headings=True,
    )


HOW = {
    "session": "In threes, then together on the wall; keep what nobody disputes and mark the rest.",
    "break": "Coffee in the foyer",
    "lunch": "Buffet",
}
DAY = [
    ("Check-in", 570, 590, "", "session"),
    ("What is changing around us?", 590, 665, "", "session"),
    ("Break", 665, 680, "", "break"),
    ("Strengths and gaps", 680, 750, "North", "session"),
    ("Stakeholder map", 680, 730, "South", "session"),
    ("Buffer", 730, 750, "South", "buffer"),
    ("Lunch", 750, 795, "", "lunch"),
    ("Conversation with the expert", 795, 860, "", "session"),
    ("Break", 860, 875, "", "break"),
    ("Action planning", 900, 960, "", "session"),
    ("Check-out", 960, 965, "", "session"),
]
YEAR = [
    ("2027-01-19", "Where are we now?", "Strategic"),
    ("2027-03-09", "A shared vision", "Strategic"),
    ("2027-04-27", "Working with partners", "Strategic"),
    ("2027-06-22", "Making handovers work across the county", "Operational"),
    ("2027-09-14", "Using what we know", "Operational"),
    ("2027-11-16", "Looking back, looking on", "Operational"),
]


@pytest.fixture(scope="session")
def shown() -> Callable[[str], str]:
    """Say what of a text a reader may see, by the properties that Unicode gives its characters."""

    def visible(character: str) -> str:
        if character in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029":
            return " "
        if unicodedata.bidirectional(character) in DIRECTIONS or character in DEPRECATED:
            return ""
        plain = unicodedata.category(character) in ("Cc", "Cs")
        noncharacter = character in "\ufffe\uffff" or "\ufdd0" <= character <= "\ufdef"
        return "\N{REPLACEMENT CHARACTER}" if plain or noncharacter else character

    return lambda text: " ".join("".join(map(visible, text)).split())


DIRECTIONS = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
DEPRECATED = "\u206a\u206b\u206c\u206d\u206e\u206f\ufeff"
