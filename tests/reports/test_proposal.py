from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from workshopcore.errors import ReportError
from workshopcore.model.agenda import Session
from workshopcore.model.brief import Driver, Objective, Phase
from workshopcore.model.evaluation import Instrument, Question, Wave
from workshopcore.model.expert import ExpertEngagement
from workshopcore.model.lifecycle import Event
from workshopcore.model.people import Facilitator, Organisation, Person
from workshopcore.model.programme import Closure, Programme
from workshopcore.model.workshop import Attendance, Room, Venue, Workshop
from workshopcore.reports.proposal.prices import Price, totals

TITLES = [
    "At a glance",
    "Situation",
    "Drivers",
    "Objectives",
    "Approach",
    "Schedule",
    "Team",
    "Evaluation",
    "Fee",
    "Assumptions",
    "Still open",
]


def workshop(number, start, end, **fields):
    return Workshop(f"Day {number}", id=f"day-{number}", start=start, end=end, **fields)


@pytest.fixture
def offer():
    """A programme that is being proposed: two workshops, three of them days in the room."""
    return Programme(
        title="A year of change",
        client=Organisation("A county council", confidentiality="What is said stays in the room."),
        purpose="To work as one service.",
        situation="Two teams do one job.\n\nNeither knows how the other does it.",
        approach="Direction first, then action.",
        assumptions=["Rooms are booked by the council."],
        budget="9000.00 GBP",
        people=[
            Person("Amina Yusuf", required=True, band="M4", access_needs="Induction loop"),
            Person("Tomasz Nowak"),
            Person("Sam Okafor", role="facilitator", position="Independent"),
            Person("Ada Berg", role="facilitator"),
            Person("Beatriz Lima", role="expert", position="Researcher"),
            Person("Helen Grant", role="sponsor", position="Director"),
        ],
        facilitators=[
            Facilitator("sam-okafor", day_rate="700.00 GBP", competencies=["A", "D"]),
            Facilitator("ada-berg", "scribe", day_rate="300.00 GBP"),
        ],
        drivers=[
            Driver("Two of everything", id="two", source="internal", evidence="Audit"),
            Driver("Gone", id="gone", superseded="2027-01-02"),
            Driver("A new duty", id="duty", category="legal", statutory=True),
        ],
        objectives=[
            Objective(
                "One way of working",
                id="one-way",
                indicator="Days to support",
                baseline=41,
                target=30,
                drivers=["duty", "two"],
            ),
            Objective("More trust", id="trust", agreed="2027-01-05"),
        ],
        phases=[Phase("Direction", id="direction", purpose="Agree", objectives=["one-way"])],
        workshops=[
            workshop(
                1,
                "2027-03-02T09:30",
                "2027-03-02T16:30",
                phase="direction",
                venue=Venue(
                    "Riverside Hall",
                    rooms=[Room("Main room", capacity=20, layout="cabaret", wall=12)],
                ),
                pre_work=["Read the letter"],
                decides=True,
                capacity=16,
                agenda=[Session("expert-interview", id="expert"), Session("action-planning")],
                events=[Event("2027-01-04", "pencilled")],
            ),
            workshop(
                2,
                "2027-05-11T10:00",
                "2027-05-12T15:00",
                facilitators=["sam-okafor"],
                capacity=12,
                events=[Event("2027-01-04", "confirmed")],
            ),
        ],
        experts=[
            ExpertEngagement(
                "beatriz-lima",
                "What the duty asks",
                session="day-1/expert",
                talk_minutes=20,
                fee="850.00 GBP",
                expenses="60.00 GBP",
                expenses_cap="120.00 GBP",
                cancellation="Free of charge until February.",
            )
        ],
        instruments=[
            Instrument(
                "Pulse",
                [
                    Question("Was it worth it?", "yes-no", construct="relevance"),
                    Question("Could you speak?", "yes-no", construct="openness"),
                ],
                id="pulse",
            )
        ],
        waves=[
            Wave("After day 1", "after-each", id="after", instrument="pulse", workshop="day-1"),
            Wave("At the close", id="close", opens="2027-06-01", closes="2027-06-08"),
        ],
        closures=[Closure("Easter", "2027-03-26", "2027-04-09")],
        events=[Event("2027-01-04", "proposed")],
    )


def proposal(build, programme, as_of="2027-01-10"):
    return build(programme, "proposal", as_of=as_of)


def part(build, reading, programme, title, as_of="2027-01-10"):
    return reading.section(proposal(build, programme, as_of), title)


def paragraphs(part):
    return [block.text for block in part.blocks if type(block).__name__ == "Paragraph"]


def bullets(part):
    return [item for b in part.blocks if type(b).__name__ == "Bullets" for item in b.items]


def facts(part):
    return dict(pair for b in part.blocks if type(b).__name__ == "Facts" for pair in b.pairs)


def test_proposal_has_the_sections_that_a_client_looks_for(offer, build):
    report = proposal(build, offer)
    assert (report.title, report.subtitle) == ("A year of change", "Proposal: A county council")
    assert report.blocks[0].text == "To work as one service."
    assert [block.title for block in report.blocks[1:]] == TITLES


def test_proposal_says_at_a_glance_who_when_and_how_much(offer, build, reading):
    assert facts(part(build, reading, offer, "At a glance")) == {
        "For": "A county council",
        "Sponsor": "Helen Grant (Director)",
        "From": "Sam Okafor (Independent) and Ada Berg",
        "Workshops": "2 workshops on 3 days, 2 March – 12 May 2027",
        "Team": "2 participants",
        "Fee": "within a budget of £9,000.00",
    }


def test_proposal_tells_the_situation_in_its_paragraphs(offer, build, reading):
    assert paragraphs(part(build, reading, offer, "Situation")) == [
        "Two teams do one job.",
        "Neither knows how the other does it.",
    ]


def test_proposal_numbers_the_drivers_that_hold(offer, build, reading):
    assert reading.rows(part(build, reading, offer, "Drivers")) == [
        ("1", "Two of everything", "From inside", "Audit"),
        ("2", "A new duty", "From outside, legal, required by law", ""),
    ]


def test_proposal_ties_objectives_to_measures_and_drivers(offer, build, reading):
    assert reading.rows(part(build, reading, offer, "Objectives")) == [
        ("1", "One way of working", "Days to support: from 41 to 30", "1, 2"),
        ("2", "More trust", "to be agreed", ""),
    ]


def test_proposal_tells_phases_action_planning_and_the_expert(offer, build, reading):
    approach = part(build, reading, offer, "Approach")
    assert reading.rows(approach) == [("Direction", "Strategic", "Agree", "1", "1")]
    assert paragraphs(approach) == [
        "Direction first, then action.",
        (
            "1 of 2 workshops has a session in which actions are agreed, each with one owner and a"
            " date."
        ),
    ]
    assert bullets(approach) == [
        "An external expert comes to “Day 1”, with 20 minutes of talk: What the duty asks"
    ]


def test_proposal_says_that_every_workshop_plans_actions(offer, build, reading):
    both = reading.changed(offer, "day-2", agenda=[Session("action-planning")])
    assert paragraphs(part(build, reading, both, "Approach"))[1].startswith("Every workshop has")


def test_proposal_says_of_an_expert_without_a_session_that_the_day_is_open(offer, build, reading):
    loose = evolve(offer, experts=[ExpertEngagement("beatriz-lima", "The duty")])
    approach = part(build, reading, loose, "Approach")
    assert bullets(approach) == [
        "An external expert comes to a workshop still to be chosen: The duty"
    ]


def test_proposal_draws_the_dates_and_says_how_firm_they_are(offer, build, reading):
    schedule = part(build, reading, offer, "Schedule")
    figure = schedule.blocks[0]
    assert [dict(point) for point in figure.data["points"]] == [
        {"label": "Day 1", "date": "2027-03-02", "group": "Direction"},
        {"label": "Day 2", "date": "2027-05-11", "group": ""},
    ]
    assert [row[:3] for row in figure.table.rows] == [
        ("2 March 2027", "Pencilled", "Day 1"),
        ("11–12 May 2027", "Confirmed", "Day 2"),
    ]
    assert paragraphs(schedule) == [
        "Not fixed yet: 1 of 2 dates are pencilled and can still change.",
        "The dates keep clear of the 1 closure that is known.",
    ]


def test_proposal_says_which_date_falls_on_a_closure(offer, build, reading):
    shut = evolve(offer, closures=[Closure("Elections", "2027-05-12")])
    assert bullets(part(build, reading, shut, "Schedule")) == [
        "“Day 2” falls on a closure: Elections"
    ]


def test_proposal_says_when_all_dates_are_confirmed(offer, build, reading):
    later = [evolve(w, events=[Event("2027-01-04", "confirmed")]) for w in offer.workshops]
    sure = evolve(offer, workshops=later, closures=[])
    assert paragraphs(part(build, reading, sure, "Schedule")) == ["All dates are confirmed."]


def test_proposal_leaves_what_is_put_off_out_of_the_dates_and_asks_for_a_new_one(
    offer, build, reading
):
    off = reading.changed(offer, "day-2", events=[Event("2027-01-04", "postponed")])
    report = proposal(build, off)
    schedule = reading.section(report, "Schedule")
    assert [row[2] for row in schedule.blocks[0].table.rows] == ["Day 1"]
    assert bullets(schedule) == ["Postponed: Day 2"]
    assert paragraphs(schedule)[0].startswith("Not fixed yet: 1 of 1 date is pencilled")
    assert "A new date for “Day 2”" in bullets(reading.section(report, "Still open"))


def test_proposal_introduces_the_team_without_what_is_confidential(offer, build, reading):
    team = part(build, reading, offer, "Team")
    assert reading.rows(team) == [
        ("Sam Okafor", "Independent", "Lead", "A, D"),
        ("Ada Berg", "", "Scribe", ""),
    ]
    assert facts(team) == {
        "2 participants": "Amina Yusuf and Tomasz Nowak",
        "Sponsor": "Helen Grant (Director)",
        "From outside": "an external expert: What the duty asks",
    }
    words = reading.words(proposal(build, offer))
    assert ("M4" in words, "loop" in words, "Beatriz" in words) == (False, False, False)


def test_proposal_names_the_expert_once_they_have_agreed(offer, build, reading):
    agreed = [Event("2027-01-05", "approached"), Event("2027-01-08", "agreed")]
    sure = evolve(offer, experts=[evolve(offer.experts[0], events=agreed)])
    report = proposal(build, sure)
    named = "Beatriz Lima (Researcher)"
    assert facts(reading.section(report, "Team"))["From outside"] == f"{named}: What the duty asks"
    assert reading.rows(reading.section(report, "Fee"))[2][:2] == (
        f"{named}: What the duty asks",
        "fixed fee",
    )
    assert not [text for text in bullets(reading.section(report, "Still open")) if "expert" in text]


def test_proposal_tells_who_is_asked_what_and_when(offer, build, reading):
    assert reading.rows(part(build, reading, offer, "Evaluation")) == [
        (
            "After day 1",
            "after a workshop",
            "Pulse",
            "relevance and openness",
            "to be set",
            "2 people",
        ),
        ("At the close", "at the close", "none named", "", "1–8 June 2027", "2 people"),
    ]


def test_proposal_knows_of_nobody_who_came_later(offer, build, reading):
    came = reading.changed(offer, "day-1", attendance=[Attendance("amina-yusuf")])
    rounds = reading.rows(part(build, reading, came, "Evaluation"))
    assert rounds[0][-1] == "2 people"


def test_proposal_promises_the_team_the_threshold_of_the_programme(offer, build, reading):
    seven = evolve(offer, k_min=7)
    promised = part(build, reading, seven, "What the team is promised")
    assert paragraphs(promised) == [
        "What is said stays in the room.",
        (
            "Results are shown only where 7 people or more have answered. Nothing is broken down by"
            " post or by team."
        ),
    ]


def test_proposal_says_what_is_claimed_and_what_not(offer, build, reading):
    evaluation = part(build, reading, offer, "Evaluation")
    assert [block.title for block in evaluation.blocks[1:]] == [
        "What the team is promised",
        "What will be claimed",
        "What will not be claimed",
    ]
    assert bullets(evaluation.blocks[2])[-1] == (
        "Answers are counted; of fewer than 20 people nothing is put in per cents."
    )


def test_proposal_says_that_nobody_is_asked_anything_yet(offer, build, reading):
    unasked = evolve(offer, waves=[])
    assert paragraphs(part(build, reading, unasked, "Evaluation"))[0].startswith(
        "No round of asking is planned yet."
    )


def test_proposal_prices_days_in_the_room_and_the_expert(offer, build, reading):
    fee = part(build, reading, offer, "Fee")
    assert reading.rows(fee) == [
        ("Facilitation: Sam Okafor", "3 days at £700.00 a day", "£2,100.00"),
        ("Facilitation: Ada Berg", "1 day at £300.00 a day", "£300.00"),
        (
            "An external expert: What the duty asks",
            "fixed fee; still to be agreed",
            "£850.00",
        ),
        ("Expenses of an external expert", "at most, with receipts", "£120.00"),
        ("Total", "", "£3,370.00"),
    ]
    assert facts(fee) == {
        "Budget": "£9,000.00",
        "Priced above": "£3,370.00",
        "Not divided into lines": "£5,630.00",
    }
    assert bullets(fee) == ["If “What the duty asks” is called off: Free of charge until February."]
    assert "No tax has been added or taken off" in paragraphs(fee)[0]


def test_proposal_says_by_how_much_the_prices_exceed_the_budget(offer, build, reading):
    poor = evolve(offer, budget="3000.00 GBP")
    fee = part(build, reading, poor, "Fee")
    callout = next(block for block in fee.blocks if type(block).__name__ == "Callout")
    assert callout.blocks[0].text == "The prices come to £370.00 more than the budget."
    assert "Not divided into lines" not in facts(fee)


def test_proposal_adds_up_each_currency_by_itself(offer, build, reading):
    expert = evolve(offer.experts[0], fee="900.00 EUR", expenses_cap=None)
    two = evolve(offer, experts=[expert], budget=None)
    rows = reading.rows(part(build, reading, two, "Fee"))
    assert rows[3:] == [
        ("Expenses of an external expert", "as expected", "£60.00"),
        ("Total", "", "£2,460.00"),
        ("Total", "", "€900.00"),
    ]
    assert facts(part(build, reading, two, "At a glance"))["Fee"] == "£2,460.00 and €900.00"


def test_proposal_does_not_compare_a_budget_with_prices_in_another_currency(offer, build, reading):
    other = evolve(offer, budget="9000.00 SEK")
    assert facts(part(build, reading, other, "Fee")) == {"Budget": "SEK\N{NO-BREAK SPACE}9,000.00"}


@pytest.mark.parametrize(
    ("terms", "basis", "amount"),
    [
        ({"fee_basis": "pro-bono", "fee": None}, "gives the time: no fee", ""),
        ({"fee": None}, "no fee named yet", ""),
        ({"fee_basis": "day-rate"}, "1 day at £850.00 a day", "£850.00"),
        ({"fee_basis": "day-rate", "days": "1.5"}, "1.5 days at £850.00 a day", "£1,275.00"),
        (
            {"fee_basis": "day-rate", "fee": "33 GBP", "days": "0.5"},
            "0.5 days at £33.00 a day",
            "£16.50",
        ),
    ],
)
def test_proposal_prices_an_expert_by_their_terms(terms, basis, amount, offer, build, reading):
    agreed = [Event("2027-01-05", "approached"), Event("2027-01-08", "agreed")]
    expert = evolve(offer.experts[0], events=agreed, **terms)
    rows = reading.rows(part(build, reading, evolve(offer, experts=[expert]), "Fee"))
    assert rows[2][1:] == (basis, amount)


def test_proposal_names_a_facilitator_without_a_rate_as_open(offer, build, reading):
    unpriced = evolve(offer, facilitators=[Facilitator("sam-okafor", day_rate="700.00 GBP")])
    report = proposal(build, unpriced)
    rows = reading.rows(reading.section(report, "Fee"))
    assert rows[1] == ("Facilitation: Ada Berg", "1 day; no day rate named yet", "")
    assert rows[-1] == ("Total of what has a price", "", "£3,070.00")
    assert "The price of “Facilitation: Ada Berg”" in bullets(reading.section(report, "Still open"))


def test_proposal_names_a_rate_before_there_are_workshops(offer, build, reading):
    bare = evolve(offer, workshops=[], experts=[], waves=[], budget=None)
    fee = part(build, reading, bare, "Fee")
    assert paragraphs(fee)[0].startswith("The programme holds no price yet")
    assert reading.rows(fee) == [
        ("Facilitation: Sam Okafor", "£700.00 a day; no days planned yet"),
        ("Facilitation: Ada Berg", "£300.00 a day; no days planned yet"),
    ]


def test_proposal_does_not_price_a_workshop_that_was_cancelled(offer, build, reading):
    off = reading.changed(offer, "day-2", events=[Event("2027-01-04", "cancelled")])
    rows = reading.rows(part(build, reading, off, "Fee"))
    assert rows[0][1] == "1 day at £700.00 a day"


@given(st.lists(st.decimals(0, 10**12, places=2), min_size=1, max_size=20))
def test_totals_lose_nothing(amounts):
    found = totals(Price("", "", amount, "GBP") for amount in amounts)
    pence = sum(int(amount * 100) for amount in amounts)
    assert found == (("GBP", Decimal(pence) / 100),)


def test_totals_are_exact_beyond_the_usual_digits():
    large, small = Decimal("9" * 30 + ".01"), Decimal("0." + "0" * 29 + "1")
    found = totals([Price("", "", large, "GBP"), Price("", "", small, "GBP")])
    assert f"{found[0][1]:f}" == "9" * 30 + ".01" + "0" * 27 + "1"


def test_proposal_says_what_it_relies_on(offer, build, reading):
    part_ = part(build, reading, offer, "Assumptions")
    assert bullets(part_) == ["Rooms are booked by the council."]
    assert bullets(reading.section(part_, "What the plan needs")) == [
        "The workshops are planned for 2 people, and the smallest workshop has room for 12.",
        (
            "Amina Yusuf, or a delegate who may decide, is at 1 of 2 workshops for the decisions"
            " that are to be taken there."
        ),
        (
            "Everybody who is invited keeps the dates free that are proposed or pencilled, until"
            " they are confirmed or given up."
        ),
        "Participants have time to prepare for 1 of 2 workshops.",
        "Between workshops they have time for the actions that they take on.",
        "An external expert on “What the duty asks” can come on 2 March 2027.",
    ]


def test_proposal_names_every_room_once_with_its_layouts(offer, build, reading):
    other = Venue(
        "Riverside Hall",
        rooms=[
            Room("Main room", capacity=20, layout="circle", wall=12),
            Room("Nook", breakout=True),
        ],
    )
    rooms = part(build, reading, reading.changed(offer, "day-2", venue=other), "Rooms")
    (item,) = bullets(rooms)
    assert (item.text, item.items) == (
        "Riverside Hall: “Day 1” and “Day 2”",
        ("Main room: for 20 people, cabaret or circle, 12 m of free wall", "Nook: for groups"),
    )


def test_proposal_says_how_many_come_where_workshops_differ(offer, build, reading):
    few = reading.changed(offer, "day-2", invited=["amina-yusuf"], decides=True, capacity=16)
    needs = bullets(part(build, reading, few, "What the plan needs"))
    assert needs[:2] == [
        "The workshops are planned for 1 to 2 people, and every workshop has room for 16.",
        (
            "Amina Yusuf, or a delegate who may decide, is at every workshop for the decisions that"
            " are to be taken there."
        ),
    ]


def test_proposal_lists_what_is_still_open(offer, build, reading):
    assert bullets(part(build, reading, offer, "Still open")) == [
        "By what 1 of 2 objectives are measured",
        "Whether the team agrees the objectives: 1 of 2 proposed",
        "The dates: 1 of 2 not confirmed",
        "The place: 1 of 2 not known",
        "The external expert on “What the duty asks”: nobody has agreed yet",
        "Which questionnaire is used: At the close",
        "How to ask so few: under 5 people no result can be shown (After day 1; At the close)",
    ]


def test_proposal_of_next_to_nothing_says_what_is_missing(build, reading):
    report = proposal(build, Programme(title="An idea"))
    assert (report.subtitle, report.as_of) == ("Proposal", date(2027, 1, 10))
    assert [block.title for block in report.blocks] == [
        "Schedule",
        "Evaluation",
        "Fee",
        "Still open",
    ]
    assert paragraphs(report.blocks[0]) == ["No dates have been set yet."]
    assert len(report.blocks[1].blocks) == 1
    assert paragraphs(report.blocks[2]) == [
        (
            "The programme holds no price yet: no budget, no day rate and no expert's fee. What it"
            " is to cost is still to be proposed."
        )
    ]
    assert bullets(report.blocks[3]) == [
        "Who the client is",
        "Where the client stands: nobody has described the situation",
        "What makes change necessary",
        "What is to be achieved",
        "How the programme goes about it",
        "How many workshops there are, and when",
        "Who takes part",
        "Who facilitates",
        "Who sponsors the programme",
        "When and what the team is asked for the evaluation",
        "The budget",
    ]


def test_proposal_introduces_a_facilitator_of_whom_nothing_more_is_known(build, reading):
    plain = Programme(title="An idea", people=[Person("Sam Okafor", role="facilitator")])
    assert reading.rows(part(build, reading, plain, "Team")) == [("Sam Okafor", "Facilitator")]


def test_proposal_has_no_use_once_there_is_a_contract(offer, build):
    signed = evolve(offer, events=[*offer.events, Event("2027-02-01", "contracted")])
    with pytest.raises(ReportError, match=r"is 'contracted'.* name a day before 2027-02-01"):
        proposal(build, signed, "2027-02-01")
    assert proposal(build, signed, "2027-01-31").as_of == date(2027, 1, 31)


def test_proposal_has_no_use_once_the_programme_is_called_off(offer, build):
    off = evolve(offer, events=[*offer.events, Event("2027-02-01", "cancelled")])
    with pytest.raises(ReportError, match="is 'cancelled'"):
        proposal(build, off, "2027-02-01")


def test_proposal_comes_before_the_first_workshop(offer, build):
    assert proposal(build, offer, "2027-03-01").as_of == date(2027, 3, 1)
    with pytest.raises(ReportError, match=r"'day-1' begins on 2 March 2027.*Name an earlier day"):
        proposal(build, offer, "2027-03-02")
