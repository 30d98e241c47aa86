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
                apart=True,
            ),
        ],
        id="year",
        introduction="Write the code from the slip that you drew: it joins your two sheets, and"
        " nobody has a list of who drew which. The last question is on a sheet of its own and is"
        " kept apart. With nine of us, do not write what you would not say in the room.",
        frozen_on="2027-01-11",
    ),
]

_PULSES = [
    (
        "where-now",
        "2027-01-19",
        "2027-01-22",
        "731619fd33f181cc95b55954f15f409c36837835a442d97f7899abb61a6ee2cb",
        9,
    ),
    (
        "where-to",
        "2027-03-16",
        "2027-03-19",
        "fa9ed4b2c787f10d360fb5b9996be5a328abc3956c47006fdc90fc72a598e549",
        6,
    ),
    (
        "how-to-get-there",
        "2027-05-19",
        "2027-05-24",
        "6689964c486c52f509d4294f7cb87fd15384e0697cb35d1558c9401b00018f3f",
        7,
    ),
    (
        "choice-in-practice",
        "2027-07-13",
        "2027-07-16",
        "340fd39291bced6df843fdf14af850339fb5fc6546a13ca399b45a49b23b58c6",
        8,
    ),
    (
        "one-way-of-working",
        "2027-09-21",
        "2027-09-24",
        "c10459a97305a877d1aff9f0f1b2b54d854267794eb2ce1fca53f334056fc87e",
        8,
    ),
    (
        "what-we-gained",
        "2027-11-23",
        "2027-11-26",
        "234ad2e2c1f000518d5164ad6b2ea2b0363d0da1d939ea2f3c39a56e54e939ee",
        9,
    ),
]

# The manager for hospital discharge had given notice of his retirement, so the deputy who was to
# follow him answered in his place: the same nine are asked at the start and at the close.
ASKED_FIRST = [
    "rosalind-achebe-hart",
    "tomasz-wierzbicki-lowe",
    "parveen-quraishi",
    "delroy-fenwick",
    "siobhan-mulcrone",
    "hollis-vantongeren",
    "nasreen-oyelaran-shah",
    "ifeoma-brandreth",
    "wen-li-castellane",
]

WAVES = [
    wc.Wave(
        "Before the first workshop",
        "baseline",
        id="baseline",
        instrument="year",
        opens="2027-01-11",
        closes="2027-01-15",
        eligible=ASKED_FIRST,
        answers=wc.AnswerFile(
            "answers/baseline.csv",
            "e6eadf6ea1af391d057fd455d98c0934e91811f2e1ad8f9a06f5e91fd480a226",
            count=9,
        ),
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
            answers=wc.AnswerFile(f"answers/pulse-{number}.csv", sha256, count=count),
            events=[wc.Event(opens, "open"), wc.Event(closes, "closed")],
        )
        for number, (workshop, opens, closes, sha256, count) in enumerate(_PULSES, start=1)
    ),
    wc.Wave(
        "At the close",
        "close",
        id="close",
        instrument="year",
        opens="2027-11-23",
        closes="2027-12-01",
        answers=wc.AnswerFile(
            "answers/close.csv",
            "d4e273a68fef161a6f2778efb0d6ce37a365524fc6cb1f802a33494895d4b25c",
            count=9,
        ),
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
