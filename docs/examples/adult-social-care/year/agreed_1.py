"""What was agreed at workshop 1: ground rules, actions, decisions, parked issues."""

import workshopcore as wc

DAY = "2027-01-19"

GROUND_RULES = [
    wc.GroundRule("We say it in the room, not in the corridor", "where-now", id="in-the-room"),
    wc.GroundRule(
        "We challenge the work, never the person", "where-now", id="the-work-not-the-person"
    ),
    wc.GroundRule("Figures about a team come with its own words", "where-now", id="own-words"),
    wc.GroundRule("Phones stay in bags; whoever is on call says so", "where-now", id="phones"),
    wc.GroundRule(
        "We leave with no more than two tasks each, and we do them", "where-now", id="two-tasks"
    ),
]

ACTIONS = [
    wc.Action(
        "Hold six staff conversations about what the service is for, three in each area",
        "rosalind-achebe-hart",
        "2027-03-05",
        id="staff-conversations",
        objective="vision",
        origin="where-now/action-planning",
        agreed=DAY,
        effort=18,
        evidence_required="Notes of the six conversations",
        updates=[
            wc.Update("2027-02-11", "in-progress", progress=50, note="Three held in the south"),
            wc.Update("2027-03-04", "done", evidence=["conversation-notes"]),
        ],
        reviews=[
            wc.Review(
                "where-to", "2027-03-16", status="verified", note="114 staff came; notes on file"
            )
        ],
    ),
    wc.Action(
        "List every assessment form in use, with its owner and the reason for it",
        "tomasz-wierzbicki-lowe",
        "2027-02-12",
        id="form-list",
        objective="modern-delivery",
        origin="where-now/action-planning",
        agreed=DAY,
        effort=8,
        supporters=[wc.Supporter("parveen-quraishi", "consulted")],
        updates=[wc.Update("2027-02-11", "done", note="Seven forms; for two nobody knew why")],
        reviews=[wc.Review("where-to", "2027-03-16", note="Used in the afternoon")],
    ),
    wc.Action(
        "Count the overdue yearly reviews team by team and agree a clearing rate with each",
        "parveen-quraishi",
        "2027-02-26",
        id="overdue-count",
        objective="performance",
        origin="where-now/action-planning",
        agreed=DAY,
        effort=10,
        evidence_required="Clearing rates, agreed with twelve team managers",
        updates=[
            wc.Update("2027-02-09", "in-progress", progress=60),
            wc.Update("2027-02-25", "done", evidence=["clearing-rates"]),
        ],
        reviews=[wc.Review("where-to", "2027-03-16", status="verified")],
    ),
    wc.Action(
        "Report how many people with a learning disability hold a direct payment, by area",
        "delroy-fenwick",
        "2027-03-03",
        id="direct-payment-baseline",
        objective="choice",
        origin="where-now/action-planning",
        agreed=DAY,
        effort=6,
        updates=[
            wc.Update("2027-03-02", "done", note="One in five in the north, one in nine south")
        ],
        reviews=[wc.Review("where-to", "2027-03-16", note="Sent in before the day")],
    ),
    wc.Action(
        "Collect twelve stories of support that worked and send them round the team",
        "siobhan-mulcrone",
        "2027-02-26",
        id="strength-stories",
        objective="vision",
        origin="where-now/action-planning",
        agreed=DAY,
        effort=9,
        evidence_required="The stories, with consent",
        updates=[wc.Update("2027-02-25", "done", evidence=["strength-stories"])],
        reviews=[wc.Review("where-to", "2027-03-16", status="verified")],
    ),
    wc.Action(
        "Invite ten people who use services to form a panel for the programme",
        "hollis-vantongeren",
        "2027-03-05",
        id="panel",
        objective="choice",
        origin="where-now/action-planning",
        agreed=DAY,
        effort=14,
        evidence_required="A panel that has met once",
        updates=[
            wc.Update("2027-02-10", "in-progress", progress=20),
            wc.Update("2027-03-04", progress=40, note="Four have said yes"),
            wc.Update("2027-05-06", "done", evidence=["panel-minutes"], note="Nine members"),
        ],
        reviews=[
            wc.Review(
                "where-to",
                "2027-03-16",
                carried=True,
                due="2027-05-07",
                note="The first letter read like a form. The advocacy group will write the next.",
            ),
            wc.Review("how-to-get-there", "2027-05-18", status="verified"),
        ],
    ),
    wc.Action(
        "Compare waiting times for equipment in north and south over twelve months",
        "nasreen-oyelaran-shah",
        "2027-03-08",
        id="equipment-waits",
        objective="modern-delivery",
        origin="where-now/action-planning",
        agreed=DAY,
        effort=7,
        updates=[wc.Update("2027-03-15", "done", note="A week late: the southern data had gaps")],
        reviews=[wc.Review("where-to", "2027-03-16", note="Eleven days apart, same supplier")],
    ),
    wc.Action(
        "Draw the route of a discharge referral from the ward to the first visit at home",
        "gareth-llewelyn-okoro",
        "2027-03-05",
        id="discharge-route",
        objective="modern-delivery",
        origin="where-now/action-planning",
        agreed=DAY,
        effort=12,
        evidence_required="The drawing, checked by two wards",
        updates=[
            wc.Update("2027-02-23", "blocked", note="Wards closed to visitors this month"),
            wc.Update("2027-04-13", "in-progress", progress=50),
            wc.Update("2027-04-29", "done", evidence=["discharge-route"]),
        ],
        reviews=[
            wc.Review(
                "where-to",
                "2027-03-16",
                carried=True,
                due="2027-04-30",
                note="Winter pressure: no ward could spare an hour",
            ),
            wc.Review("how-to-get-there", "2027-05-18", status="verified"),
        ],
    ),
    wc.Action(
        "Write a two-page summary of the new statutory duties for team managers",
        "wen-li-castellane",
        "2027-02-12",
        id="duty-summary",
        objective="performance",
        origin="where-now/action-planning",
        agreed=DAY,
        effort=8,
        evidence_required="The summary, read by the council's solicitor",
        updates=[wc.Update("2027-02-10", "done", evidence=["duty-summary"])],
        reviews=[wc.Review("where-to", "2027-03-16", status="verified")],
    ),
]

DECISIONS = [
    wc.Decision(
        "The programme covers all of adult social care, not assessment and care management alone",
        origin="where-now/changes",
        made=DAY,
        id="whole-service",
        rationale="What fits least lies between the services, not inside one of them.",
    ),
    wc.Decision(
        "Within this group, figures for north and south are compared openly, team by team",
        origin="where-now/swot",
        made=DAY,
        id="open-comparison",
        method="vote",
        rationale="Nobody can learn from an average.",
        dissent="Seven for, two against: a comparison would travel upwards without the story"
        " behind it. The head of service undertook to pass figures on with the team's words only.",
    ),
]

PARKED_ISSUES = [
    wc.ParkedIssue(
        "Duty workers in north and south are paid differently for the same shift",
        origin="where-now/swot",
        raised=DAY,
        raised_by="tomasz-wierzbicki-lowe",
        id="duty-pay",
        events=[
            wc.Event(DAY, "triaged"),
            wc.Event("2027-01-26", "escalated", "To the head of human resources"),
            wc.Event("2027-03-12", "closed", "One rate from 1 April"),
        ],
    ),
    wc.ParkedIssue(
        "Who in this room speaks for the people who use our services?",
        origin="where-now/misfits",
        raised=DAY,
        raised_by="delroy-fenwick",
        id="who-speaks",
        became="panel",
        events=[
            wc.Event(DAY, "triaged"),
            wc.Event(DAY, "action"),
            wc.Event("2027-03-16", "closed", "Followed as an action"),
        ],
    ),
]
