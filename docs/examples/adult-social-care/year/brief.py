"""What the programme is for: the situation, what drives it, its objectives and its phases."""

import workshopcore as wc

PURPOSE = (
    "To help nine managers lead a better-performing, more modern adult social care service, in"
    " which the people who use it choose how they are supported."
)

SITUATION = (
    "Nine managers ran adult social care from three sites. North and south had grown their own"
    " procedures, seven different forms were in use for one assessment, and more than four in ten"
    " yearly reviews were late. The managers met every month, mostly to pass on news. They wanted"
    " to do better for its own sake; and new legal duties, a first assessment by the regulator and"
    " a changed idea of good practice meant that standing still was no choice either."
)

APPROACH = (
    "Six facilitated workshops over one year, with action learning between them. The first three"
    " settle the strategic context: where the service stands, what it is for, and how it will get"
    " there. The last three turn that into operational action. Every workshop ends with action"
    " planning, in which each manager takes on tasks to finish before the next one, and from the"
    " second on every workshop opens by reviewing them. An external expert in self-directed support"
    " joins the fourth, once the team has questions of its own. Groups are mixed on purpose, so"
    " that in the four rounds of threes everybody works with everybody."
)

ASSUMPTIONS = [
    (
        "The budget is a ceiling. Beyond the prices named it pays for preparing and writing up each"
        " workshop, the action learning days, the evaluation, rooms and catering. That is charged"
        " as it is used, with receipts."
    ),
    "All amounts are without value added tax.",
    (
        "The council books the rooms and invites the participants; Fernhollow Facilitation"
        " prepares, facilitates, writes up and evaluates."
    ),
    (
        "Staff and the people they support are heard before the second workshop, in conversations"
        " that the council arranges."
    ),
]

DRIVERS = [
    wc.Driver(
        "The managers themselves are no longer content with an adequate service",
        id="own-ambition",
        source="internal",
        importance=5,
        uncertainty=1,
        evidence="Managers' away-day notes, October 2026",
        agreed="2027-01-19",
    ),
    wc.Driver(
        "North and south do the same work in different ways, and much of it twice",
        id="two-of-everything",
        source="internal",
        importance=4,
        uncertainty=2,
        evidence="Internal audit of assessment records, 2026",
        agreed="2027-01-19",
    ),
    wc.Driver(
        "New statutory duties, and the regulator's first assessment of the council's adult social"
        " care",
        id="statutory-change",
        framework="pestle",
        category="legal",
        statutory=True,
        importance=5,
        uncertainty=3,
        evidence="Duty summary by the safeguarding and quality manager",
        agreed="2027-01-19",
    ),
    wc.Driver(
        "What counts as good practice has moved on: conversations that start from strengths, and"
        " support that people direct themselves",
        id="good-practice",
        framework="pestle",
        category="social",
        importance=4,
        uncertainty=2,
        evidence="Peer visits to two councils, 2026",
        agreed="2027-01-19",
    ),
    wc.Driver(
        "Demand grows faster than the budget",
        id="money",
        framework="pestle",
        category="economic",
        importance=5,
        uncertainty=4,
        evidence="Medium-term financial plan",
        agreed="2027-01-19",
    ),
]

OBJECTIVES = [
    wc.Objective(
        "A shared vision for the service that staff recognise and can put in their own words",
        id="vision",
        type="relational",
        indicator="Staff polled who can say what the vision means for their own work",
        unit="per cent",
        baseline=31,
        target=70,
        due="2027-11-19",
        drivers=["own-ambition", "good-practice"],
        agreed="2027-01-19",
        outcome="met",
        judged="2027-12-14",
    ),
    wc.Objective(
        "Better performance: yearly reviews are done within the year",
        id="performance",
        type="performance",
        indicator="Yearly reviews done within twelve months",
        unit="per cent",
        baseline=58,
        target=75,
        due="2027-11-30",
        drivers=["own-ambition", "statutory-change"],
        agreed="2027-01-19",
        outcome="partly",
        judged="2027-12-14",
    ),
    wc.Objective(
        "Modern delivery: one way of working in north and south, with nothing done twice",
        id="modern-delivery",
        type="delivery",
        indicator="Median time from first contact to the start of support",
        unit="days",
        baseline=41,
        target=30,
        due="2027-11-30",
        drivers=["two-of-everything", "statutory-change", "money"],
        agreed="2027-01-19",
        outcome="partly",
        judged="2027-12-14",
    ),
    wc.Objective(
        "More choice: people who use services decide how their support is arranged",
        id="choice",
        type="user-outcome",
        indicator="People with long-term support who hold a direct payment or individual service"
        " fund",
        unit="per cent",
        baseline=22,
        target=30,
        due="2027-11-30",
        drivers=["good-practice", "statutory-change"],
        agreed="2027-01-19",
        outcome="partly",
        judged="2027-12-14",
    ),
    wc.Objective(
        "A sense of common purpose, and managers who work together openly and challenge one"
        " another well",
        id="working-together",
        type="relational",
        indicator="Managers who agree that challenge in the team is useful",
        unit="of 9",
        baseline=3,
        target=7,
        due="2027-11-23",
        drivers=["own-ambition", "two-of-everything"],
        agreed="2027-01-19",
        outcome="met",
        judged="2027-12-14",
    ),
]

PHASES = [
    wc.Phase(
        "Setting the direction",
        "strategic",
        id="direction",
        purpose="Agree where the service stands, what it is for, and by which strategies it will"
        " get there.",
        objectives=["vision", "working-together"],
    ),
    wc.Phase(
        "Making it happen",
        "operational",
        id="delivery",
        purpose="Turn the strategies into changes that staff and the people they support notice.",
        objectives=["performance", "modern-delivery", "choice"],
    ),
]

OBSTACLES = [
    (
        "The regulator announced its visit in May. The fourth workshop moved by two weeks, and five"
        " weeks of everybody's time went into preparing."
    ),
    (
        "Winter pressure in the hospitals held up the discharge work until April, and the manager"
        " who led it left in June."
    ),
    "Procurement rules did not allow for very small providers until an exception was agreed.",
    (
        "Two of nine managers feared that open comparisons between north and south would be used"
        " against their teams. It took until the summer for that fear to go."
    ),
]

NEXT_STEPS = [
    (
        "The five strategies and their measures are part of the service plan for 2028, reviewed by"
        " the managers every month."
    ),
    "Four action learning days are booked for 2028; the two sets run them without a facilitator.",
    "The individual service fund pilot is proposed to grow from eight people to sixty.",
    (
        "The overdue reviews and the time to first support missed their targets and stay on the"
        " directorate board's agenda each quarter."
    ),
]

EVENTS = [
    wc.Event("2026-11-09", "proposed"),
    wc.Event("2026-12-03", "contracted"),
    wc.Event("2027-01-11", "active"),
    wc.Event("2027-11-23", "closing", "The last workshop"),
    wc.Event("2027-12-17", "closed", "Close-out meeting with the sponsor"),
]

SILENCED = [
    wc.Silence(
        "WC510",
        "Nobody but the managers can tell whether they trust one another more. The case study says"
        " that they report it, and claims no more.",
        path="gains[6]",
    ),
]

POLICY = {
    # Promised in the contract: every workshop ends with action planning, never under half an hour.
    "WC206": {"severity": "error"},
    "WC210": {"minutes": 30},
}
