"""How the programme is looked at: the questions, when they were asked, and the themes."""

import workshopcore as wc

AGREEMENT = ["Disagree strongly", "Disagree", "Neither", "Agree", "Agree strongly"]

INSTRUMENTS = [
    wc.Instrument(
        "After the workshop: four questions in two minutes",
        [
            wc.Question(
                "Today was worth my time",
                "scale",
                id="worth-it",
                labels=AGREEMENT,
                construct="relevance",
                level=1,
            ),
            wc.Question(
                "I could say what I think",
                "scale",
                id="could-speak",
                labels=AGREEMENT,
                construct="openness",
                level=1,
            ),
            wc.Question(
                "I know what I have to do before the next workshop",
                "scale",
                id="know-next",
                labels=AGREEMENT,
                construct="commitment",
                level=2,
            ),
            wc.Question("What should be different next time?", "text", id="different"),
        ],
        id="pulse",
        introduction="Anonymous. Results are shown only when five or more have answered, and only"
        " for the team as a whole.",
        frozen_on="2027-01-19",
    ),
    wc.Instrument(
        "At the start and at the close",
        [
            wc.Question(
                "The team has a purpose that we share",
                "scale",
                id="purpose",
                labels=AGREEMENT,
                construct="direction",
                level=3,
                required=True,
            ),
            wc.Question(
                "Challenge in this team is useful",
                "scale",
                id="challenge",
                labels=AGREEMENT,
                construct="working together",
                level=3,
                required=True,
            ),
            wc.Question(
                "I find myself doing what another team does already",
                "scale",
                id="duplication",
                labels=AGREEMENT,
                construct="duplication",
                level=3,
                reverse=True,
            ),
            wc.Question(
                "What has been the most important gain, and what would show it to an outsider?",
                "text",
                id="gain",
                level=4,
            ),
            wc.Question("What did this programme make worse?", "text", id="worse"),
            wc.Question(
                "May we quote what you wrote, once you have seen the exact words?",
                "single-choice",
                id="quote-consent",
                options=["No", "Inside the council", "In public, by post", "In public, by name"],
            ),
        ],
        id="year",
        introduction="Anonymous but for the last question, which is kept apart. With nine of us,"
        " do not write what you would not say in the room.",
        frozen_on="2027-01-11",
    ),
]

_PULSES = [
    ("where-now", "2027-01-19", "2027-01-22"),
    ("where-to", "2027-03-16", "2027-03-19"),
    ("how-to-get-there", "2027-05-19", "2027-05-24"),
    ("choice-in-practice", "2027-07-13", "2027-07-16"),
    ("one-way-of-working", "2027-09-21", "2027-09-24"),
    ("what-we-gained", "2027-11-23", "2027-11-26"),
]

WAVES = [
    wc.Wave(
        "Before the first workshop",
        "baseline",
        id="baseline",
        instrument="year",
        opens="2027-01-11",
        closes="2027-01-15",
        events=[
            wc.Event("2027-01-11", "open"),
            wc.Event("2027-01-15", "closed"),
            wc.Event("2027-01-18", "analysed"),
            wc.Event("2027-01-19", "reported"),
        ],
    ),
    *(
        wc.Wave(
            f"After workshop {number}",
            "after-each",
            id=f"pulse-{number}",
            instrument="pulse",
            workshop=workshop,
            opens=opens,
            closes=closes,
            events=[wc.Event(opens, "open"), wc.Event(closes, "closed")],
        )
        for number, (workshop, opens, closes) in enumerate(_PULSES, start=1)
    ),
    wc.Wave(
        "At the close",
        "close",
        id="close",
        instrument="year",
        opens="2027-11-23",
        closes="2027-12-01",
        events=[
            wc.Event("2027-11-23", "open"),
            wc.Event("2027-12-01", "closed"),
            wc.Event("2027-12-07", "analysed"),
            wc.Event("2027-12-14", "reported"),
        ],
    ),
]

THEMES = [
    wc.Theme(
        "Direction",
        id="direction",
        description="A shared purpose, and a way from there to what people do on Monday.",
    ),
    wc.Theme(
        "Ways of working",
        id="ways-of-working",
        description="Joining up, doing the same thing the same way, and doing it once.",
    ),
    wc.Theme(
        "Relationships",
        id="relationships",
        description="Trust, openness and challenge between the managers.",
    ),
    wc.Theme(
        "Results for people",
        id="results-for-people",
        description="What those who use the service would notice.",
    ),
]
