"""Workshop 5, 21 September 2027: working in one way."""

import workshopcore as wc

WORKSHOP = wc.Workshop(
    "One way of working",
    id="one-way-of-working",
    phase="delivery",
    start="2027-09-21T09:15",
    end="2027-09-21T16:15",
    venue=wc.Venue(
        "Marlcombe Civic Rooms",
        address="Tanner's Row, Marlcombe",
        travel="Ten minutes on foot from Marlcombe station; car park behind the building.",
        access="Level entrance from the car park, lift, hearing loop in the Orchard Room, quiet"
        " room on the first floor.",
        rooms=[
            wc.Room("Orchard Room", id="orchard", capacity=24, layout="half circle", wall=14),
            wc.Room("Cooper Room", id="cooper", capacity=8, wall=5, breakout=True),
        ],
    ),
    capacity=16,
    purpose="Learn from the assessors' visit, help one another with what is stuck, and get our"
    " biggest change ready for its first day.",
    aims=["modern-delivery", "performance", "working-together"],
    outputs=[
        "What the visit taught us",
        "A next step for each problem brought to a learning set",
        "Risks of our biggest change, with what we do about them",
    ],
    pre_work=["Bring one problem that is yours, still open, and worth four colleagues' time."],
    decides=True,
    agenda=[
        wc.Break(15, title="Arrival and coffee", id="arrival"),
        wc.Session(
            "check-in",
            title="One thing that works better than in January",
            id="check-in",
            minutes=(10, 10, 20),
            frame="opening",
            lead=["lewis-tarrant-bose"],
        ),
        wc.Session(
            "action-review",
            title="What became of our actions?",
            id="action-review",
            minutes=(25, 40, 45),
            priority="must",
            lead=["miriam-oduya-finch"],
        ),
        wc.Session(
            "after-action-review",
            title="What did the visit teach us?",
            id="visit",
            purpose="Learn from it while it is fresh, whatever the letter will say.",
            minutes=(30, 35, 50),
            energy=3,
            aims=["performance"],
            lead=["miriam-oduya-finch"],
            outputs=["What we keep and what we change"],
        ),
        wc.Break(15, id="morning-break"),
        wc.Parallel(
            [
                wc.Track(
                    "Learning set one",
                    [
                        wc.Session(
                            "action-learning-set",
                            title="What is yours and stuck? (first set)",
                            id="set-one",
                            minutes=(85, 85, 90),
                            aims=["working-together"],
                            lead=["miriam-oduya-finch"],
                            room="orchard",
                            outputs=["A next step for each presenter"],
                        )
                    ],
                    id="track-one",
                ),
                wc.Track(
                    "Learning set two",
                    [
                        wc.Session(
                            "action-learning-set",
                            title="What is yours and stuck? (second set)",
                            id="set-two",
                            minutes=(85, 85, 90),
                            aims=["working-together"],
                            lead=["lewis-tarrant-bose"],
                            room="cooper",
                            outputs=["A next step for each presenter"],
                        )
                    ],
                    id="track-two",
                ),
            ],
            title="Action learning in two sets",
            id="learning-sets",
        ),
        wc.Lunch(45, id="lunch", window=("12:15", "13:00")),
        wc.Session(
            "thinking-hats",
            title="Our biggest change from every side",
            id="front-door",
            purpose="Look from every side before anybody defends a side.",
            minutes=(30, 40, 45),
            energy=4,
            aims=["modern-delivery"],
            lead=["lewis-tarrant-bose"],
            outputs=["What is known, what is hoped, what is feared"],
        ),
        wc.Session(
            "pre-mortem",
            title="It is December and our biggest change has failed: why?",
            id="front-door-risks",
            minutes=(40, 45, 50),
            priority="could",
            energy=3,
            aims=["modern-delivery"],
            lead=["miriam-oduya-finch"],
            outputs=["Causes in order, each with somebody who watches it"],
        ),
        wc.Break(15, id="afternoon-break"),
        wc.Buffer((0, 20, 25), id="afternoon-buffer"),
        wc.Session(
            "action-planning",
            title="Who does what by when",
            id="action-planning",
            minutes=(35, 45, 50),
            priority="must",
            lead=["miriam-oduya-finch"],
        ),
        wc.Session(
            "check-out",
            title="Closing round: whom I shall ask for help",
            id="closing",
            minutes=(5, 10, 15),
            frame="closing",
            priority="must",
            lead=["lewis-tarrant-bose"],
        ),
    ],
    materials=[
        wc.Material(
            "Notes that staff took of the visit", quantity=1, per="person", session="visit"
        ),
    ],
    attendance=[
        wc.Attendance("rosalind-achebe-hart"),
        wc.Attendance("tomasz-wierzbicki-lowe"),
        wc.Attendance("parveen-quraishi"),
        wc.Attendance("delroy-fenwick"),
        wc.Attendance("siobhan-mulcrone"),
        wc.Attendance(
            "hollis-vantongeren",
            "part",
            left="2027-09-21T16:05",
            note="Left before the closing round to meet a provider",
        ),
        wc.Attendance(
            "nasreen-oyelaran-shah",
            "apology",
            substitute="callum-stirrup",
            note="Unwell; her deputy came with her view in writing",
        ),
        wc.Attendance("ifeoma-brandreth"),
        wc.Attendance("wen-li-castellane"),
    ],
    allocations=[
        wc.GroupAllocation(
            "set-one",
            [
                wc.Group(
                    [
                        "rosalind-achebe-hart",
                        "tomasz-wierzbicki-lowe",
                        "delroy-fenwick",
                        "ifeoma-brandreth",
                    ]
                )
            ],
            status="actual",
        ),
        wc.GroupAllocation(
            "set-two",
            [
                wc.Group(
                    [
                        "parveen-quraishi",
                        "siobhan-mulcrone",
                        "hollis-vantongeren",
                        "callum-stirrup",
                        "wen-li-castellane",
                    ]
                )
            ],
            status="actual",
        ),
    ],
    captures=[
        wc.Capture("visit", "They asked our staff about the vision, and our staff knew it."),
        wc.Capture("visit", "We prepared papers for weeks; they wanted to talk to people."),
        wc.Capture("set-one", "I was solving the wrong team's problem."),
        wc.Capture("set-two", "Nobody gave me advice for ten minutes. It was wonderful."),
        wc.Capture(
            "front-door", "Feared: the telephone rings in the north and nobody moves south."
        ),
    ],
    actuals=[
        wc.Actual("action-review", "2027-09-21T09:40", "2027-09-21T10:25"),
        wc.Actual("front-door", "2027-09-21T13:20", "2027-09-21T14:20"),
        wc.Actual(
            "front-door-risks",
            fate="cut",
            note="The talk about the front door needed the time more; risks went into the actions",
        ),
        wc.Actual("action-planning", "2027-09-21T15:10", "2027-09-21T16:00"),
    ],
    events=[
        wc.Event("2026-12-03", "pencilled"),
        wc.Event("2027-05-19", "confirmed"),
        wc.Event("2027-09-21", "delivered"),
        wc.Event("2027-09-23", "written-up"),
        wc.Event("2027-11-23", "closed"),
    ],
)
