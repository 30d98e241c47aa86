"""Who takes part, who runs it, and when nobody should be asked for anything."""

import workshopcore as wc

CLIENT = wc.Organisation(
    "Arlenshire County Council",
    sector="Local government",
    sponsor="augusta-pemberthy-rao",
    confidentiality=(
        "What is said in the room stays there; what is decided does not. Results about the team"
        " are shown only for five people or more, and a quotation is used only in the wording and"
        " as far as its speaker agreed."
    ),
)

PARTICIPANTS = [
    wc.Person(
        "Rosalind Achebe-Hart",
        position="Head of adult social care",
        service="Leadership",
        site="County Hall",
        email="r.achebe-hart@arlenshire.example",
        required=True,
    ),
    wc.Person(
        "Tomasz Wierzbicki-Lowe",
        position="Area manager, assessment and care management, north",
        service="Assessment and care management",
        site="Thornby",
        email="t.wierzbicki-lowe@arlenshire.example",
    ),
    wc.Person(
        "Parveen Quraishi",
        position="Area manager, assessment and care management, south",
        service="Assessment and care management",
        site="Marlcombe",
        email="p.quraishi@arlenshire.example",
        access_needs="A quiet room for prayer at about 13:00; halal or vegetarian lunch",
    ),
    wc.Person(
        "Delroy Fenwick",
        position="Manager, learning disability and autism",
        service="Specialist services",
        site="Thornby",
        email="d.fenwick@arlenshire.example",
        access_needs="Hearing loop; a seat facing the speakers",
    ),
    wc.Person(
        "Siobhán Mulcrone",
        position="Manager, adult mental health",
        service="Specialist services",
        site="Marlcombe",
        email="s.mulcrone@arlenshire.example",
    ),
    wc.Person(
        "Hollis Vantongeren",
        position="Manager, commissioning and market development",
        service="Commissioning",
        site="County Hall",
        email="h.vantongeren@arlenshire.example",
    ),
    wc.Person(
        "Nasreen Oyelaran-Shah",
        position="Manager, occupational therapy and reablement",
        service="Therapy and reablement",
        site="Marlcombe",
        email="n.oyelaran-shah@arlenshire.example",
        access_needs="Papers in 16-point type, the evening before",
    ),
    wc.Person(
        "Gareth Llewelyn-Okoro",
        position="Manager, hospital discharge",
        service="Hospital discharge",
        site="Thornby",
        email="g.llewelyn-okoro@arlenshire.example",
        left="2027-06-30",
        successor="ifeoma-brandreth",
    ),
    wc.Person(
        "Ifeoma Brandreth",
        position="Manager, hospital discharge",
        service="Hospital discharge",
        site="Thornby",
        email="i.brandreth@arlenshire.example",
        joined="2027-07-01",
    ),
    wc.Person(
        "Wen-Li Castellane",
        position="Manager, safeguarding and quality",
        service="Safeguarding and quality",
        site="County Hall",
        email="w.castellane@arlenshire.example",
        access_needs="Step-free route to every room, and a chair with arms",
    ),
]

OTHERS = [
    wc.Person(
        "Augusta Pemberthy-Rao",
        role="sponsor",
        position="Executive director, adults and communities",
        email="a.pemberthy-rao@arlenshire.example",
    ),
    wc.Person(
        "Callum Stirrup",
        role="observer",
        position="Deputy manager, reablement",
        service="Therapy and reablement",
        site="Marlcombe",
        email="c.stirrup@arlenshire.example",
    ),
    wc.Person(
        "Miriam Oduya-Finch",
        role="facilitator",
        position="Lead facilitator, Fernhollow Facilitation",
        email="miriam@fernhollow.example",
    ),
    wc.Person(
        "Lewis Tarrant-Bose",
        role="facilitator",
        position="Facilitator, Fernhollow Facilitation",
        email="lewis@fernhollow.example",
    ),
    wc.Person(
        "Dr Anneke Strandvold",
        role="expert",
        id="anneke-strandvold",
        position="Independent adviser on self-directed support",
        email="anneke@strandvold.example",
        access_needs="Vegan lunch",
    ),
]

PEOPLE = PARTICIPANTS + OTHERS

FACILITATORS = [
    wc.Facilitator(
        "miriam-oduya-finch",
        "lead",
        day_rate="720.00 GBP",
        competencies=["A", "B", "C", "D", "E", "F"],
    ),
    wc.Facilitator("lewis-tarrant-bose", "co", day_rate="480.00 GBP", competencies=["B", "C", "D"]),
]

CLOSURES = [
    wc.Closure("New Year's Day", "2027-01-01"),
    wc.Closure("February half-term", "2027-02-15", "2027-02-19", "school-holiday"),
    wc.Closure("Good Friday", "2027-03-26"),
    wc.Closure("Easter Monday", "2027-03-29"),
    wc.Closure("Easter school holiday", "2027-03-26", "2027-04-09", "school-holiday"),
    wc.Closure("Cabinet and scrutiny week, spring", "2027-04-19", "2027-04-23", "committee"),
    wc.Closure("Early May bank holiday", "2027-05-03"),
    wc.Closure("Spring bank holiday", "2027-05-31"),
    wc.Closure("May half-term", "2027-05-31", "2027-06-04", "school-holiday"),
    wc.Closure("The regulator's assessors on site", "2027-06-28", "2027-07-02", "inspection"),
    wc.Closure("Summer school holiday", "2027-07-22", "2027-09-01", "school-holiday"),
    wc.Closure("Summer bank holiday", "2027-08-30"),
    wc.Closure("Cabinet and scrutiny week, autumn", "2027-10-04", "2027-10-08", "committee"),
    wc.Closure("October half-term", "2027-10-25", "2027-10-29", "school-holiday"),
    wc.Closure("Budget committee week", "2027-12-06", "2027-12-10", "committee"),
    wc.Closure("Christmas school holiday", "2027-12-20", "2028-01-03", "school-holiday"),
    wc.Closure("Christmas Day (substitute day)", "2027-12-27"),
    wc.Closure("Boxing Day (substitute day)", "2027-12-28"),
]
