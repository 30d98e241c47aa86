from attrs import evolve

from workshopcore.contracts.report import Figure
from workshopcore.model.brief import Objective
from workshopcore.model.lifecycle import Event
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Workshop


def figure(report, reading):
    return next(b for b in reading.section(report, "Dates").blocks if isinstance(b, Figure))


def test_overview_opens_with_the_purpose(year, build):
    report = build(year, "overview")
    assert (report.title, report.subtitle) == (
        "A year of change",
        "Overview · A county council · 1 January – 31 December 2027",
    )
    assert (report.blocks[0].text, report.blocks[0].lead) == ("To work as one team.", True)


def test_overview_draws_the_dates_in_order_of_time(year, build, reading):
    points = figure(build(year, "overview"), reading).data["points"]
    assert [dict(point) for point in points] == [
        {"label": "Where are we now?", "date": "2027-01-19", "group": "Strategic"},
        {"label": "Away together", "date": "2027-03-27", "group": "Strategic"},
        {"label": "Making it work", "date": "2027-06-15", "group": "Operational"},
    ]


def test_overview_says_in_words_what_the_dates_show(year, build, reading):
    assert figure(build(year, "overview"), reading).alt == (
        "Timeline of 3 workshops, from 19 January 2027 to 15 June 2027."
        " Phases: Strategic (2) then Operational (1)."
    )


def test_overview_lists_the_dates_for_those_who_see_no_figure(year, build, reading):
    assert figure(build(year, "overview"), reading).table.rows[1][:4] == (
        "27–28 March 2027",
        "Away together",
        "Strategic",
        "The Old Mill",
    )


def objectives(report, reading):
    items = reading.section(report, "What we want to achieve").blocks[0].items
    return [item if isinstance(item, str) else "".join(run.text for run in item) for item in items]


def test_overview_tells_objectives_in_their_latest_version(year, build, reading):
    told = objectives(build(year, "overview"), reading)
    assert [statement.split(" – ")[0] for statement in told] == [
        "A vision that staff know",
        "Half the forms",
    ]


def test_overview_on_a_day_tells_the_version_of_that_day(year, build, reading):
    told = objectives(build(year, "overview", as_of="2027-06-14"), reading)
    assert told[1] == "Less duplication"


def test_overview_says_how_objectives_are_measured(year, build, reading):
    told = objectives(build(year, "overview", as_of="2027-11-30"), reading)
    assert told[0] == (
        "A vision that staff know – staff who can name it:"
        " from 20 of 120 to 90 of 120 by 1 December 2027"
    )


def test_overview_says_what_was_reached_once_it_is_judged(year, build, reading):
    told = objectives(build(year, "overview", as_of="2027-12-01"), reading)
    assert told[0].endswith("by 1 December 2027; Partly met")


def test_overview_measures_from_nothing_too(build, reading):
    calm = Objective("Calm", indicator="quiet days", baseline=0, target=5)
    report = build(Programme(title="A start", objectives=[calm]), "overview")
    assert objectives(report, reading) == ["Calm – quiet days: from 0 to 5"]


def test_overview_says_that_an_objective_was_dropped(year, build, reading):
    dropped = evolve(year.objectives[2], outcome="dropped")
    programme = evolve(year, objectives=[*year.objectives[:2], dropped])
    assert objectives(build(programme, "overview"), reading)[1] == "Half the forms – Dropped"


def test_overview_says_what_each_workshop_is_for(year, build, reading):
    rows = figure(build(year, "overview"), reading).table.rows
    assert [(row[1], row[4]) for row in rows] == [
        ("Where are we now?", "Agree what is changing"),
        ("Away together", "Where we want to go"),
        ("Making it work", ""),
    ]


def test_overview_counts_who_belongs_to_the_team(year, build, reading):
    pairs = dict(reading.section(build(year, "overview"), "Who takes part").blocks[0].pairs)
    assert "Ravi Menon" not in pairs["9 participants"]
    assert pairs["Sponsor"] == "Helen Grant (Director)"


def test_overview_does_not_announce_a_successor(year, build, reading):
    report = build(year, "overview", as_of="2027-06-20")
    names = dict(reading.section(report, "Who takes part").blocks[0].pairs)["9 participants"]
    assert ("Ravi Menon" in names, "Leila Karimi" in names) == (True, False)


def test_overview_before_the_start_names_who_will_be_there(build, reading):
    people = [Person("Amina Yusuf", joined="2027-06-15"), Person("Mei Chen", joined="2027-06-16")]
    start = evolve(reading.one_day(), people=people)
    pairs = dict(
        reading.section(build(start, "overview", as_of="2027-01-05"), "Who takes part")
        .blocks[0]
        .pairs
    )
    assert pairs == {"1 participant": "Amina Yusuf"}


def test_overview_tells_objectives_before_they_are_agreed(build, reading):
    proposed = Programme(title="A start", objectives=[Objective("Calm", agreed="2027-02-01")])
    report = build(proposed, "overview", as_of="2027-01-05")
    assert objectives(report, reading) == ["Calm"]


def test_overview_names_an_expert_only_once_they_have_agreed(year, build, reading):
    def outside(as_of: str) -> str:
        report = build(year, "overview", as_of=as_of)
        return dict(reading.section(report, "Who takes part").blocks[0].pairs)["From outside"]

    assert outside("2027-02-28") == "an external expert: Trusted assessors"
    assert outside("2027-03-01") == "Beatriz Lima (Researcher): Trusted assessors"


def test_overview_forgets_an_expert_who_has_withdrawn(year, build, reading):
    gone = year.with_event(Event("2027-04-01", "withdrawn"), "expert", "assessors")
    pairs = dict(reading.section(build(gone, "overview"), "Who takes part").blocks[0].pairs)
    assert "From outside" not in pairs


def test_overview_knows_only_the_ground_rules_agreed_by_the_day(year, build, reading):
    report = build(year, "overview", as_of="2027-01-19")
    rules = reading.section(report, "What we commit to").blocks[0].items
    assert rules[0] == "One voice at a time"
    assert len(rules) == 2
    assert rules[1].startswith("Every action has one owner")


def test_overview_counts_actions_only_where_the_day_is_known(year, build, reading):
    assert "Where the actions stand" not in reading.words(build(year, "overview"))
    report = build(year, "overview", as_of="2027-06-20")
    assert reading.section(report, "Where the actions stand").blocks[0].pairs == (
        ("Day", "20 June 2027"),
        ("Done", "1 of 3"),
        ("Open", "2 of 3"),
        ("Open and overdue", "1"),
    )


def test_overview_before_the_first_action_counts_none(year, build, reading):
    words = reading.words(build(year, "overview", as_of="2027-01-05"))
    assert "Where the actions stand" not in words


def test_overview_says_which_workshop_does_not_take_place(year, build, reading):
    off = reading.changed(year, "second", events=[Event("2027-02-01", "cancelled")])
    dates = reading.section(build(off, "overview"), "Dates")
    assert [row[1] for row in dates.blocks[0].table.rows] == ["Where are we now?", "Making it work"]
    assert dates.blocks[1].items == ("Cancelled: Away together",)


def test_overview_of_a_bare_programme_says_that_dates_are_to_come(build, reading):
    report = build(Programme(title="A start", start="2027-01-01"), "overview")
    assert reading.words(reading.section(report, "Dates")) == ("Dates\nNo dates have been set yet.")
    assert report.subtitle == "Overview · from 1 January 2027"


def test_overview_of_one_workshop_without_phase_or_venue(build, reading):
    one = Workshop("Alone", start="2027-01-19T09:30", end="2027-01-19T16:30", mode="online")
    two = evolve(one, title="Again", start="2027-02-19T09:30", end="2027-02-19T16:30", id="again")
    two = evolve(two, mode="in-person")
    report = build(Programme(title="A start", workshops=[one]), "overview")
    assert figure(report, reading).alt == "Timeline of 1 workshop, 19 January 2027."
    pair = figure(build(Programme(title="A start", workshops=[one, two]), "overview"), reading)
    assert [row[3] for row in pair.table.rows] == ["Online", "To be announced"]
