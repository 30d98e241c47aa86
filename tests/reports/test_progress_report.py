from datetime import date, timedelta

import pytest
from attrs import evolve

from workshopcore.actions import RagRule
from workshopcore.contracts.report import Figure, Paragraph, Section
from workshopcore.errors import ReportError
from workshopcore.model.action import Action, Review, Update
from workshopcore.model.brief import Objective
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop
from workshopcore.renderers.html.figures import drawing_of
from workshopcore.reports import ProgressReport

AGREED = date(2027, 1, 19)
PEOPLE = [
    Person("Amina Yusuf", id="amina"),
    Person("Mei Chen", id="mei"),
    Person("Ravi Menon", id="ravi", left="2027-02-28"),
]


def small(*actions, **fields):
    return Programme(title="A year", people=PEOPLE, actions=actions, **fields)


def action(number, owner="amina", *, due=28, done=None, **fields):
    """Return an action due and done some days after it was agreed."""
    updates = fields.pop("updates", [])
    if done is not None:
        updates = [*updates, Update(AGREED + timedelta(days=done), "done")]
    return Action(
        f"Action {number}",
        owner,
        None if due is None else AGREED + timedelta(days=due),
        id=f"a{number}",
        agreed=AGREED,
        updates=updates,
        **fields,
    )


def facts(section):
    return dict(section.blocks[0].pairs)


def lead(report):
    return report.blocks[0].text


def told(section):
    """Return the paragraphs that stand in a section."""
    return " ".join(block.text for block in section.blocks if isinstance(block, Paragraph))


@pytest.fixture
def progress(build):
    def built(programme, on="2027-03-31", kind="progress", **options):
        return build(programme, kind, as_of=on, options=options)

    return built


def test_progress_before_any_action_says_so_and_no_more(progress, year):
    report = progress(year, "2027-01-05")
    assert [block.text for block in report.blocks] == [
        "No action has been put forward by 5 January 2027: there is no progress to report yet.",
        "Next workshop: Where are we now?, 19 January 2027.",
    ]


def test_progress_counts_with_denominators(progress, year, reading):
    report = progress(year, "2027-06-20")
    assert lead(report) == "Done: 1 of 3 actions. Of the 2 still open, 1 is overdue."
    assert facts(reading.section(report, "Done, and done on time")) == {
        "Done": "1 of 3",
        "Completion": "1 of 2 due by now",
        "On time": "0 of 2 whose first date has come",
        "Verified": "1 of 1 done",
        "Cancelled or replaced": "2, in none of these figures",
    }
    assert facts(reading.section(report, "What is open")) == {
        "Open": "2 of 3",
        "Overdue": "1 of 2 open",
        "Blocked": "1 of 2 open",
        "Carried over": "1 of 2 open",
    }


def test_progress_says_why_completion_and_on_time_differ(progress, year, reading):
    section = reading.section(progress(year, "2027-06-20"), "Done, and done on time")
    assert told(section) == (
        "Completion goes by the due date that holds, so it looks better when a date is put later;"
        " on time goes by the date first agreed, which never moves."
    )


def test_progress_has_words_where_there_is_nothing_to_take_a_share_of(progress, reading):
    section = reading.section(progress(small(action(1)), "2027-01-20"), "Done, and done on time")
    assert facts(section) == {
        "Done": "0 of 1",
        "Completion": "none is due yet",
        "On time": "no first date has come",
        "Verified": "none is done yet",
    }


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ([action(1, due=90)], "Done: 0 of 1 action. The one still open is not late."),
        ([action(1)], "Done: 0 of 1 action. The one still open is overdue."),
        ([action(1, done=5)], "Done: 1 of 1 action. Nothing is open."),
        ([action(1), action(2)], "Done: 0 of 2 actions. All 2 still open are overdue."),
        ([action(1, due=90), action(2, due=90)], "Done: 0 of 2 actions. Of the 2 still open, none"),
        (
            [action(1, updates=[Update("2027-02-01", "cancelled")])],
            "Every action that was put forward has been cancelled or replaced.",
        ),
    ],
)
def test_progress_opens_with_the_state_of_the_plan(progress, actions, said):
    assert lead(progress(small(*actions))).startswith(said)


@pytest.mark.parametrize(
    ("number", "said"), [(19, "5 of 19"), (20, "5 of 20 (25%)"), (21, "5 of 21 (24%)")]
)
def test_progress_has_no_per_cents_of_fewer_than_twenty(progress, reading, number, said):
    actions = [action(n, done=5 if n < 5 else None) for n in range(number)]
    report = progress(small(*actions))
    assert facts(reading.section(report, "Done, and done on time"))["Done"] == said
    assert f"Complete: {said}" in drawn(report, "stacked-bars")
    (table,) = [f.table for f in figures(report) if f.table.caption == "Actions by colour"]
    assert ("Per cent" in [column.title for column in table.columns]) == (number >= 20)


def figures(part):
    for block in part.blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Section):
            yield from figures(block)


def drawn(report, kind):
    """Return what the legends of all figures of a kind say."""
    return [
        f"{key['label']}: {key.get('note', '')}"
        for figure in figures(report)
        if figure.kind == kind
        for key in figure.data["keys"]
    ]


def test_progress_gives_the_ages_of_open_actions(progress, reading):
    programme = small(action(1), action(2), Action("Some day", "mei"))
    section = reading.section(progress(programme), "What is open")
    (table,) = [block for block in section.blocks if hasattr(block, "columns")]
    assert [column.title for column in table.columns] == [
        "Days since agreed",
        "0–30",
        "31–60",
        "61–90",
        "over 90",
        "not known",
    ]
    assert table.rows == (("Open actions", "0 of 3", "0 of 3", "2 of 3", "0 of 3", "1 of 3"),)
    assert facts(section)["Without a date"] == "1 of 3 open"


def test_progress_names_what_needs_attention_and_nobody(progress, reading):
    programme = small(
        action(1, due=90),
        action(2, updates=[Update("2027-02-20", "blocked", note="Mei is ill")]),
        action(3, "ravi", due=60),
        action(4, due=90, updates=[Update("2027-02-20", "blocked")]),
    )
    report = progress(programme)
    assert reading.words(reading.section(report, "What needs attention").blocks) == (
        "Action 2 – 43 days overdue; blocked since 20 February 2027\n"
        "Action 3 – 11 days overdue; needs a new owner\n"
        "Action 4 – blocked since 20 February 2027"
    )
    words = reading.words(report)
    assert [name for name in ("Amina", "Mei", "Ravi", "is ill") if name in words] == []


def test_progress_names_what_was_carried_over_again(progress, reading):
    meetings = [
        Workshop(name, id=name, start=f"{on}T09:30", end=f"{on}T16:30")
        for name, on in [("two", "2027-02-16"), ("three", "2027-03-16")]
    ]
    carried = [Review(each.id, each.day, carried=True, note="Too much else") for each in meetings]
    actions = [action(1, due=90, reviews=carried), action(2, due=90, reviews=carried[:1])]
    report = progress(small(*actions, workshops=meetings))
    assert reading.words(reading.section(report, "What needs attention").blocks) == (
        "Action 1 – carried over twice"
    )


def test_progress_counts_on_where_too_much_needs_attention(progress, reading):
    report = progress(small(*[action(n, due=n) for n in range(1, 16)]))
    (bullets,) = reading.section(report, "What needs attention").blocks
    assert len(bullets.items) == 13
    assert reading.words(bullets.items[0]) == "Action 1 – 70 days overdue"
    assert bullets.items[-1] == "and 3 more, in the action plan"


def test_progress_prints_the_rule_it_goes_by(progress, reading):
    programme = small(action(1, updates=[Update("2027-02-01", "in-progress", progress=45)]))
    section = reading.section(progress(programme, "2027-02-01"), "Red, amber and green")
    assert told(section) == (
        "Red: up to 25% done, or below 50% and past its date. Amber: more than 25% and up to 75%"
        " done. Green: more than 75% done. How much is done is what owners last reported."
    )
    assert "Amber: 1 of 1" in drawn(progress(programme, "2027-02-01"), "stacked-bars")


def test_progress_takes_another_rule_for_once(progress, reading):
    programme = small(action(1, updates=[Update("2027-02-01", "in-progress", progress=45)]))
    report = progress(programme, "2027-02-01", rag={"red_up_to": 50, "late_below": 0})
    assert told(reading.section(report, "Red, amber and green")).startswith(
        "Red: up to 50% done. Amber: more than 50% and up to 75% done."
    )
    assert "Red: 1 of 1" in drawn(report, "stacked-bars")


def test_progress_of_a_house_goes_by_its_own_rule(progress, reading):
    house = ProgressReport(key="acme:progress", rule=RagRule(red_up_to=40, amber_up_to=40))
    report = progress(small(action(1)), kind=house)
    assert (report.key, report.name) == ("acme:progress", "acme-progress")
    assert told(reading.section(report, "Red, amber and green")) == (
        "Red: up to 40% done, or below 50% and past its date. Green: more than 40% done."
        " How much is done is what owners last reported. None reported counts as none made:"
        " 1 of 1."
    )
    once = progress(small(action(1)), kind=house, rag={"late_below": 41})
    assert told(reading.section(once, "Red, amber and green")).startswith("Red: up to 40% done. G")


def test_progress_leaves_out_what_the_last_report_showed_as_complete(progress, reading):
    programme = small(action(1, done=5), action(2, done=40), action(3))
    report = progress(programme, since="2027-02-01")
    assert "Complete: 1 of 2" in drawn(report, "stacked-bars")
    assert told(reading.section(report, "Red, amber and green")).endswith(
        "Left out: what the report of 1 February 2027 showed as complete."
    )


def test_progress_says_how_long_an_action_takes(progress, reading):
    programme = small(action(1, done=10), action(2, done=20), action(3), action(4))
    section = reading.section(progress(programme), "How long an action takes")
    assert told(section) == (
        "Half of the actions are done within 20 days (95% band: 10 to a day not yet reached)."
        " Those still open count for as long as they have been open. Of the 2 done, half took up"
        " to 15 days; that alone would flatter, because the slow ones are still open."
    )


def test_progress_says_how_what_was_given_up_counts(progress, reading):
    given_up = action(3, updates=[Update("2027-02-01", "cancelled")])
    still_open = progress(small(action(1, done=10), action(2), given_up))
    assert "been open, and those given up until they were. Of" in told(
        reading.section(still_open, "How long an action takes")
    )
    finished = progress(small(action(1, done=10), action(2, done=10), given_up))
    assert told(reading.section(finished, "How long an action takes")) == (
        "Half of the actions are done within 10 days (95% band: 10 to a day not yet reached)."
    )


def test_progress_says_in_words_that_half_is_not_reached(progress, reading):
    programme = small(action(1, done=10), action(2), action(3), Action("Some day", "mei"))
    section = reading.section(progress(programme), "How long an action takes")
    assert told(section).startswith(
        "The day by which half of the actions are done is not reached: too many are still open."
    )
    assert told(section).endswith("Not counted: 1 action of unknown age.")


def test_progress_draws_no_curve_of_nothing_done(progress, reading):
    section = reading.section(progress(small(action(1))), "How long an action takes")
    assert [type(block) for block in section.blocks] == [Paragraph]
    assert told(section) == "No action is done yet: how long one takes is not known."


def test_progress_of_one_action_that_is_done_claims_little(progress, reading):
    section = reading.section(progress(small(action(1, done=10))), "How long an action takes")
    assert told(section) == (
        "Half of the actions are done within 10 days (too few to say how sure that is)."
    )


def test_progress_of_actions_of_unknown_age_says_so(progress, reading):
    section = reading.section(
        progress(small(Action("Some day", "mei"))), "How long an action takes"
    )
    assert told(section) == "Of no action is it known when it was agreed."


def test_progress_says_which_dates_moved(progress, reading):
    later = Update("2027-01-25", due=AGREED + timedelta(days=48))
    sooner = Update("2027-01-25", due=AGREED + timedelta(days=20))
    programme = small(
        action(1, updates=[later]), action(2, updates=[sooner]), action(3), action(4, due=None)
    )
    assert facts(reading.section(progress(programme), "Dates that moved")) == {
        "Put later": "1 of 3 with a date, at least once",
        "Later than at first": "1 of 3 with a date, by 20 days in the middle and 20 at most",
    }


def test_progress_says_what_each_workshop_asked_after(progress, year, reading):
    section = reading.section(progress(year, "2027-06-20"), "What workshops asked after")
    assert reading.rows(section) == [
        ("Away together", "27 March 2027", "1 of 1", "1 of 1"),
        ("Making it work", "15 June 2027", "3 of 3", "1 of 3"),
    ]


def test_progress_tells_the_sponsor_how_work_is_spread(progress, reading):
    programme = small(
        action(1, effort=6), action(2, effort=2), action(3, "mei", effort=4), action(4, "ravi")
    )
    section = reading.section(progress(programme), "What is open")
    assert told(section) == (
        "2 people have 3 open actions, 1 to 2 each; 1 of 4 needs a new owner;"
        " the largest load, in hours, is 1.3 times the mean."
    )
    assert [b.title for b in section.blocks if titled(b)] == ["What needs attention"]


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ([action(1)], "1 person has 1 open action."),
        ([action(1), action(2, "mei")], "2 people have 2 open actions, 1 each."),
        ([action(1, "ravi"), action(2, "ravi")], "2 of 2 need a new owner."),
    ],
)
def test_progress_words_the_spread_of_any_load(progress, reading, actions, said):
    section = reading.section(progress(small(*actions)), "What is open")
    assert told(section) == said


def test_progress_tells_the_team_who_has_how_much(progress, reading):
    team = ProgressReport(key="acme:progress", audience="participants")
    programme = small(
        action(1, effort=6), action(2), action(3, "mei", effort="4.5"), action(4, "ravi")
    )
    report = progress(programme, kind=team, capacity={"amina": 12, "mei": 9})
    assert reading.rows(reading.section(report, "By person")) == [
        ("Amina Yusuf", "2", "6", "1", "12"),
        ("Mei Chen", "1", "4.5", "", "9"),
        ("Needs a new owner", "1", "", "1", ""),
    ]


def test_progress_weighs_hours_against_what_people_have(progress, reading):
    programme = small(action(1, effort=6), action(2, "mei", effort=2))
    report = progress(programme, capacity={"amina": 12, "mei": 2})
    assert told(reading.section(report, "What is open")).endswith(
        "the largest load, of the hours that people have, is 1.3 times the mean."
    )


def test_progress_of_finished_actions_has_no_load(progress, reading):
    section = reading.section(progress(small(action(1, done=5))), "What is open")
    assert (told(section), len(section.blocks)) == ("No action is open.", 1)


def titled(block):
    return isinstance(block, Section)


def aims(*names):
    return [Objective(name.title(), id=name) for name in names]


def test_progress_shows_how_far_each_objective_has_come(progress, reading):
    programme = small(
        action(1, objective="vision", done=5),
        action(2, objective="vision"),
        action(3, objective="choice", due=90),
        action(4, objective="choice", updates=[Update("2027-02-01", "cancelled")]),
        action(5),
        objectives=aims("vision", "choice", "trust"),
    )
    section = reading.section(progress(programme), "Objectives")
    figure, bare, aimless = section.blocks
    assert figure.table.rows == (
        ("Vision", "2", "1", "1", "1"),
        ("Choice", "1", "0", "1", "0"),
        ("Trust", "0", "0", "0", "0"),
    )
    assert figure.alt == (
        "A bar for each of 3 objectives: some are overdue for 1 and there is no action for 1."
    )
    assert (bare.title, reading.words(bare.blocks)) == ("Objectives without an action", "Trust")
    assert (aimless.title, reading.words(aimless.blocks)) == (
        "Actions without an objective: 1 of 4",
        "Action 5",
    )


def test_progress_of_a_programme_without_objectives_lists_every_action(progress, reading):
    section = reading.section(progress(small(action(1))), "Objectives")
    assert [block.title for block in section.blocks] == ["Actions without an objective: 1 of 1"]


def test_progress_compares_with_an_earlier_day(progress, reading):
    programme = small(
        action(1, done=5),
        action(2, done=40),
        action(3, updates=[Update("2027-03-01", "cancelled")]),
        action(4, updates=[Update("2027-02-01", "done"), Update("2027-03-01", "reopened")]),
        action(5, updates=[Update("2027-03-01", due="2027-04-30")]),
        Action("Action 6", "mei", "2027-04-30", agreed="2027-03-02"),
    )
    section = reading.section(progress(programme, compare="2027-02-10"), "Since 10 February 2027")
    assert reading.rows(section) == [
        ("Done", "2 of 5", "2 of 5"),
        ("Completion", "none due by then", "2 of 3 due by then"),
        ("On time", "none whose first date had come", "1 of 4 whose first date had come"),
        ("Overdue", "0 of 3 open", "1 of 3 open"),
        ("Blocked", "0 of 3 open", "0 of 3 open"),
        ("Carried over", "0 of 3 open", "0 of 3 open"),
    ]
    assert reading.words(section.blocks[1]) == "\n".join(
        [
            "New: 1",
            "Action 6",
            "Done: 1",
            "Action 2 – on 28 February 2027",
            "Cancelled or replaced: 1",
            "Action 3 – on 1 March 2027",
            "Reopened: 1",
            "Action 4",
            "Put later: 1",
            "Action 5 – now due 30 April 2027",
        ]
    )


def test_progress_says_that_nothing_moved(progress, reading):
    section = reading.section(
        progress(small(action(1)), compare="2027-03-30"), "Since 30 March 2027"
    )
    assert told(section) == "No action came, went or moved."


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"compair": "2027-01-31"}, "no option 'compair'. Did you mean 'compare'?"),
        ({"x": 1}, "no option 'x'. It knows rag, since, compare, capacity"),
        ({"rag": 25}, "option 'rag': expected a table such as {red_up_to = 25"),
        (
            {"rag": {"red_upto": 25}},
            "option 'rag': expected a threshold, found 'red_upto'. Did you",
        ),
        ({"rag": {"red_up_to": "25"}}, "expected whole per cents for 'red_up_to'"),
        ({"rag": {"red_up_to": True}}, "expected whole per cents for 'red_up_to'"),
        ({"rag": {"red_up_to": 80}}, "option 'rag': expected per cents from 0 to 100"),
        ({"since": "soon"}, "option 'since': expected a date such as 2027-01-19"),
        ({"since": "2027-03-31"}, "option 'since': expected a day before 2027-03-31"),
        ({"compare": "2027-04-01"}, "option 'compare': expected a day before 2027-03-31"),
        ({"compare": 3}, "option 'compare': expected a date such as 2027-01-19"),
        ({"capacity": 3}, "option 'capacity': expected hours by person"),
        ({"capacity": {"anima": 3}}, "option 'capacity': no person 'anima'"),
        ({"capacity": {"amina": "much"}}, "option 'capacity': expected a number"),
        ({"capacity": {"amina": 0}}, "option 'capacity': expected hours for 'amina', above 0"),
    ],
)
def test_progress_refuses_an_option_that_it_cannot_follow(progress, options, said):
    with pytest.raises(ReportError, match="the report 'progress'") as caught:
        progress(small(action(1)), **options)
    assert said in str(caught.value)


def test_progress_refuses_a_wrong_option_even_where_there_is_no_action(progress):
    with pytest.raises(ReportError, match="no option 'compair'"):
        progress(small(), compair="2027-01-31")


def test_progress_names_the_workshop_that_asks_next(progress):
    coming = Workshop("Two", id="two", start="2027-04-20T09:30", end="2027-04-20T16:30")
    report = progress(evolve(small(action(1)), workshops=[coming]))
    assert report.blocks[1].text == "Next workshop: Two, 20 April 2027."


@pytest.mark.parametrize("number", [1, 2, 300])
@pytest.mark.parametrize("done", [0, 1, 2])
def test_progress_pictures_can_be_drawn_of_any_plan(progress, number, done):
    """Draw a plan of which nothing, every second action or all are done."""
    actions = [
        action(n, objective="vision", done=n % 90 if done == 2 or done == n % 2 == 1 else None)
        for n in range(number)
    ]
    report = progress(small(*actions, objectives=aims("vision")), "2027-06-30")
    pictures = list(figures(report))
    assert [figure for figure in pictures if drawing_of(figure) is None] == []
    anything = any(each.updates for each in actions)
    kinds = ["burn-up", "stacked-bars", "stacked-bars", *(["step-curve"] if anything else [])]
    assert [figure.kind for figure in pictures] == kinds
    finished = sum(bool(each.updates) for each in actions)
    assert [sum(bar["counts"]) for bar in pictures[2].data["bars"]] == [number]
    assert pictures[2].data["bars"][0]["counts"][0] == finished
    last = pictures[0].data["points"][-1]
    assert (last["agreed"], last["done"]) == (number, finished)
