"""What was agreed at workshop 3: ground rules, actions, decisions, parked issues."""

import workshopcore as wc

DAY = "2027-05-19"

GROUND_RULES = [
    wc.GroundRule(
        "Whoever disagrees says what they would do instead",
        "how-to-get-there",
        id="instead",
        amended="2027-09-21",
    ),
]

ACTIONS = [
    wc.Action(
        "Write each of the five strategies on one page, with its lead and its measure",
        "rosalind-achebe-hart",
        "2027-06-11",
        id="strategy-pages",
        objective="vision",
        origin="how-to-get-there/action-planning",
        agreed=DAY,
        effort=14,
        evidence_required="Five pages",
        updates=[
            wc.Update("2027-06-08", "in-progress", progress=80),
            wc.Update("2027-06-11", "done", evidence=["strategy-pages"]),
        ],
        reviews=[wc.Review("choice-in-practice", "2027-07-13", status="verified")],
    ),
    wc.Action(
        "Present the vision at all fourteen team meetings and bring back their questions",
        "siobhan-mulcrone",
        "2027-06-18",
        id="team-talks",
        objective="vision",
        origin="how-to-get-there/action-planning",
        agreed=DAY,
        effort=20,
        evidence_required="Questions from each team",
        updates=[
            wc.Update("2027-06-15", "in-progress", progress=60),
            wc.Update("2027-07-19", "done", evidence=["team-questions"]),
        ],
        reviews=[
            wc.Review(
                "choice-in-practice",
                "2027-07-13",
                carried=True,
                due="2027-07-20",
                note="Eleven held; three teams were tied up by the assessors' visit",
            ),
            wc.Review("one-way-of-working", "2027-09-21", status="verified"),
        ],
    ),
    wc.Action(
        "Propose one front door for north and south, with staffing and costs",
        "tomasz-wierzbicki-lowe",
        "2027-06-21",
        id="front-door-proposal",
        objective="modern-delivery",
        origin="how-to-get-there/action-planning",
        agreed=DAY,
        effort=26,
        evidence_required="A costed proposal",
        supporters=[wc.Supporter("parveen-quraishi"), wc.Supporter("gareth-llewelyn-okoro")],
        updates=[
            wc.Update("2027-06-07", "in-progress", progress=50),
            wc.Update("2027-06-21", "done", evidence=["front-door-proposal"]),
        ],
        reviews=[wc.Review("choice-in-practice", "2027-07-13", status="verified")],
    ),
    wc.Action(
        "Test one escalation route between the area teams and the hospital for four weeks",
        "parveen-quraishi",
        "2027-06-22",
        id="escalation-route",
        objective="working-together",
        origin="how-to-get-there/action-planning",
        agreed=DAY,
        effort=9,
        updates=[wc.Update("2027-06-22", "done", note="Nineteen calls, all answered the same day")],
        reviews=[wc.Review("choice-in-practice", "2027-07-13", note="To stay")],
    ),
    wc.Action(
        "Outline a pilot of individual service funds for twenty people",
        "hollis-vantongeren",
        "2027-06-16",
        id="fund-outline",
        objective="choice",
        origin="how-to-get-there/action-planning",
        agreed=DAY,
        effort=16,
        updates=[wc.Update("2027-06-16", "done", note="Finance asked for eight people first")],
        reviews=[wc.Review("choice-in-practice", "2027-07-13", note="Goes to the expert")],
    ),
    wc.Action(
        "Ask the residents of four supported living schemes what they would choose differently",
        "delroy-fenwick",
        "2027-06-18",
        id="ask-residents",
        objective="choice",
        origin="how-to-get-there/action-planning",
        agreed=DAY,
        effort=15,
        evidence_required="What they said, checked by an advocate",
        updates=[
            wc.Update("2027-06-10", "in-progress", progress=50),
            wc.Update("2027-06-17", "done", evidence=["residents-said"]),
        ],
        reviews=[wc.Review("choice-in-practice", "2027-07-13", status="verified")],
    ),
    wc.Action(
        "Write a falls pathway with the ambulance service",
        "nasreen-oyelaran-shah",
        "2027-06-22",
        id="falls-pathway",
        objective="performance",
        origin="how-to-get-there/action-planning",
        agreed=DAY,
        effort=14,
        evidence_required="A pathway that both sides have signed",
        updates=[wc.Update("2027-06-09", "in-progress", progress=20)],
        reviews=[
            wc.Review(
                "choice-in-practice",
                "2027-07-13",
                status="cancelled",
                note="The ambulance service has published a pathway of its own that serves us;"
                " writing a second would be doing it twice",
            )
        ],
    ),
    wc.Action(
        "Start a daily discharge huddle with the ward coordinators",
        "gareth-llewelyn-okoro",
        "2027-06-18",
        id="discharge-huddle",
        objective="modern-delivery",
        origin="how-to-get-there/action-planning",
        agreed=DAY,
        effort=12,
        evidence_required="Attendance over four weeks",
        updates=[
            wc.Update("2027-06-09", "in-progress", progress=30),
            wc.Update("2027-06-25", "blocked", note="Gareth leaves on 30 June"),
            wc.Update(
                "2027-07-13",
                "superseded",
                superseded_by="huddle-again",
                note="Ifeoma takes it on, with the wards' own timetable",
            ),
        ],
        reviews=[wc.Review("choice-in-practice", "2027-07-13", note="Handed to his successor")],
    ),
    wc.Action(
        "Choose one tool for auditing case files in both areas",
        "wen-li-castellane",
        "2027-06-15",
        id="audit-tool",
        objective="performance",
        origin="how-to-get-there/action-planning",
        agreed=DAY,
        effort=7,
        evidence_required="The tool, tried on six files",
        updates=[wc.Update("2027-06-14", "done", evidence=["audit-tool"])],
        reviews=[wc.Review("choice-in-practice", "2027-07-13", status="verified")],
    ),
]

DECISIONS = [
    wc.Decision(
        "Five strategies carry the vision, and each has one lead",
        origin="how-to-get-there/choosing",
        made=DAY,
        id="five-strategies",
        rationale="Five is what nine managers can hold in their heads and answer for.",
    ),
    wc.Decision(
        "The single assessment form takes over from all seven on 1 July",
        origin="how-to-get-there/gallery",
        made=DAY,
        id="form-in-july",
        method="vote",
        rationale="A date makes the legal check move.",
        dissent="Six for, three against: staff should be trained first.",
        superseded_by="form-in-october",
    ),
    wc.Decision(
        "The two area newsletters stop",
        origin="how-to-get-there/stop-doing",
        made="2027-05-18",
        id="no-newsletters",
        rationale="Nobody in the room had read the other one.",
        reversed="2027-07-13",
    ),
]

PARKED_ISSUES = [
    wc.ParkedIssue(
        "Nobody owns the move from children's services to ours",
        origin="how-to-get-there/who-comes-with-us",
        raised="2027-05-18",
        raised_by="delroy-fenwick",
        id="transitions",
        became="transition-map",
        events=[
            wc.Event("2027-05-19", "triaged"),
            wc.Event("2027-05-19", "action", "Once the front door is settled"),
            wc.Event("2027-09-21", "closed", "Followed as an action"),
        ],
    ),
]
