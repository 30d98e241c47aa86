"""What was agreed at workshop 6: actions, decisions, parked issues."""

import workshopcore as wc

DAY = "2027-11-23"

ACTIONS = [
    wc.Action(
        "Move the five strategies and their measures into the service plan for 2028",
        "rosalind-achebe-hart",
        "2027-12-14",
        id="service-plan",
        objective="performance",
        origin="what-we-gained/action-planning",
        agreed=DAY,
        effort=8,
        evidence_required="The plan",
        updates=[wc.Update("2027-12-13", "done", evidence=["service-plan"])],
    ),
    wc.Action(
        "Report the front door's first month to the panel",
        "tomasz-wierzbicki-lowe",
        "2027-12-13",
        id="front-door-report",
        objective="modern-delivery",
        origin="what-we-gained/action-planning",
        agreed=DAY,
        effort=5,
        updates=[wc.Update("2027-12-13", "done", note="They ask for a text-message number")],
    ),
    wc.Action(
        "End or merge at least five standing meetings",
        "parveen-quraishi",
        "2027-12-03",
        id="fewer-meetings",
        objective="working-together",
        origin="what-we-gained/action-planning",
        agreed=DAY,
        effort=4,
        updates=[wc.Update("2027-12-03", "done", note="Six ended, two merged")],
    ),
    wc.Action(
        "Propose to widen the individual service fund pilot to sixty people",
        "hollis-vantongeren",
        "2027-12-14",
        id="fund-extension",
        objective="choice",
        origin="what-we-gained/action-planning",
        agreed=DAY,
        effort=10,
        evidence_required="A costed proposal",
        updates=[
            wc.Update("2027-12-10", "in-progress", progress=80),
            wc.Update(
                "2027-12-14",
                due="2028-01-21",
                note="Handed over to the service board: it meets on 20 January, and Hollis reports"
                " there",
            ),
        ],
    ),
    wc.Action(
        "Book four action learning days for 2028 and invite both sets",
        "nasreen-oyelaran-shah",
        "2027-12-03",
        id="learning-days",
        objective="working-together",
        origin="what-we-gained/action-planning",
        agreed=DAY,
        effort=3,
        updates=[wc.Update("2027-12-02", "done")],
    ),
]

DECISIONS = [
    wc.Decision(
        "From January the managers review their actions each month, and learn in sets each quarter",
        origin="what-we-gained/action-planning",
        made=DAY,
        id="carry-on",
        rationale="The rhythm did more than any single day.",
    ),
]

PARKED_ISSUES = [
    wc.ParkedIssue(
        "The children's managers ask to join the learning sets",
        origin="what-we-gained/tomorrow",
        raised=DAY,
        raised_by="delroy-fenwick",
        id="children-join",
        events=[
            wc.Event(DAY, "triaged"),
            wc.Event("2027-11-30", "escalated", "To both heads of service"),
            wc.Event("2027-12-14", "closed", "One joint day to begin with, in June 2028"),
        ],
    ),
]
