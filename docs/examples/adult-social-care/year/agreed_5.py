"""What was agreed at workshop 5: actions, decisions, parked issues."""

import workshopcore as wc

DAY = "2027-09-21"

ACTIONS = [
    wc.Action(
        "Repeat the staff poll and publish both results side by side",
        "rosalind-achebe-hart",
        "2027-11-12",
        id="autumn-poll",
        objective="vision",
        origin="one-way-of-working/action-planning",
        agreed=DAY,
        effort=8,
        evidence_required="Results from the research team",
        updates=[wc.Update("2027-11-11", "done", evidence=["autumn-poll"])],
        reviews=[wc.Review("what-we-gained", "2027-11-23", status="verified")],
    ),
    wc.Action(
        "Open the single front door with staff from both areas",
        "tomasz-wierzbicki-lowe",
        "2027-11-01",
        id="front-door-open",
        objective="modern-delivery",
        origin="one-way-of-working/action-planning",
        agreed=DAY,
        effort=30,
        evidence_required="Calls taken, and by whom",
        supporters=[
            wc.Supporter("parveen-quraishi"),
            wc.Supporter("ifeoma-brandreth"),
            wc.Supporter("augusta-pemberthy-rao", "informed"),
        ],
        updates=[
            wc.Update("2027-10-13", "in-progress", progress=60),
            wc.Update("2027-11-01", "done", evidence=["front-door-figures"]),
        ],
        reviews=[wc.Review("what-we-gained", "2027-11-23", status="verified")],
    ),
    wc.Action(
        "Open a telephone line for carers, shared by both areas",
        "parveen-quraishi",
        "2027-11-16",
        id="carers-line",
        objective="choice",
        origin="one-way-of-working/action-planning",
        agreed=DAY,
        effort=16,
        evidence_required="The number, in use",
        updates=[
            wc.Update("2027-10-14", "in-progress", progress=20),
            wc.Update("2027-11-10", "blocked", note="No money for the evening shift this year"),
        ],
        reviews=[
            wc.Review(
                "what-we-gained",
                "2027-11-23",
                status="cancelled",
                note="The front door takes carers' calls until 20:00; a second line would be a"
                " second door",
            )
        ],
    ),
    wc.Action(
        "Draw how young people move from children's services to ours",
        "delroy-fenwick",
        "2027-11-15",
        id="transition-map",
        objective="choice",
        origin="one-way-of-working/action-planning",
        agreed=DAY,
        effort=14,
        evidence_required="The drawing, agreed with children's services",
        updates=[
            wc.Update("2027-11-03", "in-progress", progress=70),
            wc.Update("2027-11-15", "done", evidence=["transition-map"]),
        ],
        reviews=[wc.Review("what-we-gained", "2027-11-23", status="verified")],
    ),
    wc.Action(
        "Write one guide to supervision and try it in four teams",
        "siobhan-mulcrone",
        "2027-11-15",
        id="supervision-guide",
        objective="working-together",
        origin="one-way-of-working/action-planning",
        agreed=DAY,
        effort=16,
        updates=[
            wc.Update("2027-11-04", "in-progress", progress=60),
            wc.Update("2027-12-03", "done", note="Four teams use it; two remarks taken up"),
        ],
        reviews=[
            wc.Review(
                "what-we-gained",
                "2027-11-23",
                carried=True,
                due="2027-12-03",
                note="Tried in three of four teams; sickness in the fourth",
            )
        ],
    ),
    wc.Action(
        "Hold a forum for providers on individual service funds",
        "hollis-vantongeren",
        "2027-11-12",
        id="provider-forum",
        objective="choice",
        origin="one-way-of-working/action-planning",
        agreed=DAY,
        effort=12,
        updates=[wc.Update("2027-11-11", "done", note="Seventeen came, six want to offer a fund")],
        reviews=[wc.Review("what-we-gained", "2027-11-23")],
    ),
    wc.Action(
        "Write a page on the vision for the induction of new staff",
        "ifeoma-brandreth",
        "2027-10-22",
        id="induction-page",
        objective="vision",
        origin="one-way-of-working/action-planning",
        agreed=DAY,
        effort=6,
        updates=[wc.Update("2027-10-20", "done", note="Used with five starters")],
        reviews=[wc.Review("what-we-gained", "2027-11-23")],
    ),
    wc.Action(
        "Run the audit of forty case files with the partnership's auditors",
        "wen-li-castellane",
        "2027-11-10",
        id="case-audit",
        objective="performance",
        origin="one-way-of-working/action-planning",
        agreed=DAY,
        effort=18,
        evidence_required="The auditors' report",
        updates=[
            wc.Update("2027-10-22", "in-progress", progress=50),
            wc.Update("2027-11-10", "done", evidence=["case-audit"]),
        ],
        reviews=[wc.Review("what-we-gained", "2027-11-23", status="verified")],
    ),
]

DECISIONS = [
    wc.Decision(
        "The single front door opens on 1 November, with evening cover until 20:00",
        origin="one-way-of-working/front-door",
        made=DAY,
        id="front-door-date",
        rationale="The board agreed the costs on 7 September; both areas have named their staff.",
        dissent="One manager would have waited for the new telephone system.",
    ),
]

PARKED_ISSUES = [
    wc.ParkedIssue(
        "Working together has given us more standing meetings than before",
        origin="one-way-of-working/visit",
        raised=DAY,
        raised_by="siobhan-mulcrone",
        id="too-many-meetings",
        became="fewer-meetings",
        events=[
            wc.Event(DAY, "triaged"),
            wc.Event("2027-11-23", "action"),
            wc.Event("2027-11-23", "closed", "Followed as an action"),
        ],
    ),
    wc.ParkedIssue(
        "The front door needs twelve licences that nobody has budgeted for",
        origin="one-way-of-working/front-door",
        raised=DAY,
        raised_by="ifeoma-brandreth",
        id="licences",
        events=[
            wc.Event(DAY, "triaged"),
            wc.Event("2027-09-24", "escalated", "To the executive director"),
            wc.Event("2027-10-12", "closed", "Paid from the transformation fund"),
        ],
    ),
]
