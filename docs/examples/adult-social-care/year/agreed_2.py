"""What was agreed at workshop 2: actions, decisions, parked issues."""

import workshopcore as wc

DAY = "2027-03-16"

ACTIONS = [
    wc.Action(
        "Write the vision on one page and send it to every member of staff for comment",
        "rosalind-achebe-hart",
        "2027-04-15",
        id="vision-page",
        objective="vision",
        origin="where-to/action-planning",
        agreed=DAY,
        effort=10,
        evidence_required="The page, and the list of comments",
        updates=[
            wc.Update("2027-03-24", "in-progress", progress=70, note="Draft with the panel"),
            wc.Update("2027-04-14", "done", evidence=["vision-page"], note="61 comments"),
        ],
        reviews=[wc.Review("how-to-get-there", "2027-05-18", status="verified")],
    ),
    wc.Action(
        "Run a five-minute staff poll on the draft vision",
        "siobhan-mulcrone",
        "2027-05-07",
        id="spring-poll",
        objective="vision",
        origin="where-to/action-planning",
        agreed=DAY,
        effort=8,
        evidence_required="Results by area, from the research team",
        updates=[wc.Update("2027-05-06", "done", evidence=["spring-poll"])],
        reviews=[wc.Review("how-to-get-there", "2027-05-18", status="verified")],
    ),
    wc.Action(
        "Score each service against the six parts of the vision and draw the map",
        "wen-li-castellane",
        "2027-05-11",
        id="fit-map",
        objective="performance",
        origin="where-to/action-planning",
        agreed=DAY,
        effort=16,
        evidence_required="The map, agreed with each manager",
        updates=[
            wc.Update("2027-04-28", "in-progress", progress=60),
            wc.Update("2027-05-11", "done", evidence=["fit-map"]),
        ],
        reviews=[wc.Review("how-to-get-there", "2027-05-18", status="verified")],
    ),
    wc.Action(
        "Draft one assessment form to take the place of the seven",
        "tomasz-wierzbicki-lowe",
        "2027-05-06",
        id="one-form",
        objective="modern-delivery",
        origin="where-to/action-planning",
        agreed=DAY,
        effort=24,
        evidence_required="A form that the solicitor and the panel have passed",
        supporters=[
            wc.Supporter("parveen-quraishi"),
            wc.Supporter("wen-li-castellane", "consulted"),
        ],
        updates=[
            wc.Update("2027-04-26", "in-progress", progress=50),
            wc.Update("2027-06-18", progress=90, note="Through the legal check"),
            wc.Update("2027-07-06", "done", evidence=["form-register"]),
        ],
        reviews=[
            wc.Review(
                "how-to-get-there",
                "2027-05-18",
                carried=True,
                due="2027-06-22",
                note="The legal check takes six weeks, not two",
            ),
            wc.Review("choice-in-practice", "2027-07-13", status="verified"),
        ],
    ),
    wc.Action(
        "Try a duty rota shared with the north for four weeks and count what it saves",
        "parveen-quraishi",
        "2027-04-30",
        id="shared-rota",
        objective="modern-delivery",
        origin="where-to/action-planning",
        agreed=DAY,
        effort=12,
        evidence_required="Shifts and calls, week by week",
        supporters=[wc.Supporter("tomasz-wierzbicki-lowe")],
        updates=[
            wc.Update("2027-04-12", "in-progress", progress=25),
            wc.Update("2027-04-30", "done", evidence=["rota-figures"]),
        ],
        reviews=[
            wc.Review("how-to-get-there", "2027-05-18", status="verified", note="Nine shifts saved")
        ],
    ),
    wc.Action(
        "Publish a list of small local providers that people can choose from",
        "hollis-vantongeren",
        "2027-05-10",
        id="small-providers",
        objective="choice",
        origin="where-to/action-planning",
        agreed=DAY,
        effort=15,
        updates=[
            wc.Update("2027-04-14", "in-progress", progress=30),
            wc.Update(
                "2027-04-27", "blocked", note="Procurement rules ask for accounts over three years"
            ),
            wc.Update("2027-06-03", "in-progress", note="Exception agreed for small providers"),
            wc.Update("2027-06-18", "done", note="Twenty-three providers listed"),
        ],
        reviews=[
            wc.Review(
                "how-to-get-there",
                "2027-05-18",
                carried=True,
                due="2027-06-21",
                note="Head of service asks the procurement board for an exception",
            ),
            wc.Review("choice-in-practice", "2027-07-13", note="Panel members have used it"),
        ],
    ),
    wc.Action(
        "Agree with three ward managers which patients begin with reablement",
        "nasreen-oyelaran-shah",
        "2027-05-05",
        id="reablement-first",
        objective="performance",
        origin="where-to/action-planning",
        agreed=DAY,
        effort=9,
        updates=[wc.Update("2027-05-04", "done", note="Agreed with all three")],
        reviews=[wc.Review("how-to-get-there", "2027-05-18")],
    ),
    wc.Action(
        "Spend a morning on each of three wards and write down what holds up a discharge",
        "gareth-llewelyn-okoro",
        "2027-04-29",
        id="ward-mornings",
        objective="modern-delivery",
        origin="where-to/action-planning",
        agreed=DAY,
        effort=12,
        evidence_required="Notes of the three mornings",
        updates=[
            wc.Update("2027-04-14", "in-progress", progress=33),
            wc.Update("2027-04-28", "done", evidence=["ward-notes"]),
        ],
        reviews=[wc.Review("how-to-get-there", "2027-05-18", status="verified")],
    ),
]

DECISIONS = [
    wc.Decision(
        "The vision has six parts, each said in the first person by somebody who uses services",
        origin="where-to/vision",
        made=DAY,
        id="six-parts",
        rationale="Staff asked for words that they can use in somebody's kitchen.",
    ),
    wc.Decision(
        "The draft goes to staff and to the panel before it goes to the directorate board",
        origin="where-to/vision",
        made=DAY,
        id="staff-first",
        method="sponsor",
        rationale="A vision that staff first read in board papers is the board's.",
        authority="Executive director, by telephone on the day",
    ),
]

PARKED_ISSUES = [
    wc.ParkedIssue(
        "The consultation on charges will reach the same people in the same month",
        origin="where-to/forces",
        raised=DAY,
        raised_by="siobhan-mulcrone",
        id="charging",
        events=[
            wc.Event(DAY, "triaged"),
            wc.Event(DAY, "agenda", "For the workshop in September"),
            wc.Event("2027-09-21", "closed", "Moved to January by the cabinet member"),
        ],
    ),
    wc.ParkedIssue(
        "Should the two area offices become one building?",
        origin="where-to/bold-steps",
        raised=DAY,
        raised_by="gareth-llewelyn-okoro",
        id="one-building",
        events=[
            wc.Event(DAY, "triaged"),
            wc.Event("2027-03-23", "dropped", "The lease runs until 2031: no decision to make"),
            wc.Event("2027-03-23", "closed"),
        ],
    ),
]
