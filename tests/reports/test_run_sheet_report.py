from attrs import evolve

from workshopcore.agenda import run_sheet
from workshopcore.contracts.formats import FormatPlan, GroupPlan
from workshopcore.contracts.report import Callout, Checklist, Figure
from workshopcore.model.agenda import Buffer, Session
from workshopcore.model.lifecycle import Event
from workshopcore.model.workshop import Attendance
from workshopcore.reports.grouping import groups_in_words


def test_run_sheet_has_every_item_with_clock_times_and_range(year, build, reading):
    order = reading.section(build(year, "run-sheet", workshop="first"), "Running order")
    assert [row[:3] for row in reading.rows(order)] == [
        ("09:30–09:45", "15 (10–20)", "Check-in (should)"),
        ("09:45–11:15", "90 (75–105)", "What is changing? (Main room; must)"),
        ("11:15–11:30", "15 (10–20)", "Break"),
        ("11:30–12:30", "60 (30–60)", "What do people say? (could)"),
        ("12:30–13:15", "45 (40–60)", "Lunch (fixed start)"),
        ("13:15–13:45", "30 (20–40)", "What must change (should)"),
        ("13:45–14:00", "15 (0–20)", "Buffer"),
        ("14:00–15:15", "75 (60–90)", "Our vision (must)"),
        ("15:15–15:30", "15 (10–20)", "Break"),
        ("15:30–16:15", "45 (30–60)", "Action planning (must)"),
        ("16:15–16:30", "15 (10–20)", "Check out (should)"),
    ]


def test_run_sheet_says_purpose_method_lead_and_groups(year, build, reading):
    order = reading.section(build(year, "run-sheet", workshop="first"), "Running order")
    rows = reading.rows(order)
    assert rows[1][3:] == ("See the whole picture", "Sam Okafor", "")
    assert rows[5][3:] == ("Method: Work in trios", "", "3 trios (3 each)")


def test_run_sheet_gives_groups_of_several_sizes(year, build, reading):
    plan = FormatPlan([], groups=GroupPlan([5, 4]))
    programme = reading.one_day(Session(title="Split", minutes=30))
    row = run_sheet(programme, "day", formats={}).rows[0]
    day = programme.workshop("day")
    assert groups_in_words(day, evolve(row, plan=plan)) == "2 groups (5 and 4)"


def test_run_sheet_sets_up_before_the_start(year, build, reading):
    before = reading.section(build(year, "run-sheet", workshop="first"), "Before the start")
    assert [row[0] for row in reading.rows(before)][:4] == ["08:30", "09:00", "09:15", "09:30"]


def test_run_sheet_of_an_online_workshop_opens_the_meeting(year, build, reading):
    online = reading.changed(year, "first", mode="online")
    before = reading.section(build(online, "run-sheet", workshop="first"), "Before the start")
    assert [row[0] for row in reading.rows(before)][:3] == ["09:00", "09:20", "09:30"]


def test_run_sheet_lists_the_rooms(year, build, reading):
    before = reading.section(build(year, "run-sheet", workshop="first"), "Before the start")
    assert reading.rows(before)[4:] == [
        ("Main room", "20 people", "cabaret", "12 m"),
        ("Side room", "", "", ""),
    ]


def test_run_sheet_tells_facilitators_what_people_need(year, build, reading):
    report = build(year, "run-sheet", workshop="first")
    needs = reading.section(report, "What people need to take part")
    assert reading.rows(needs) == [("Tomasz Nowak (Team manager)", "Induction loop")]


def test_run_sheet_draws_the_day_in_minutes_after_midnight(year, build, reading):
    report = build(year, "run-sheet", workshop="second")
    figure = reading.section(report, "The day at a glance").blocks[0]
    assert isinstance(figure, Figure)
    rows = [
        (row["label"], row["start"], row["end"], row["track"], row["kind"])
        for row in figure.data["rows"]
    ]
    # The clocks go forward in that night: 90 minutes from 23:30 end at 02:00.
    assert rows == [
        ("Arrive and settle", 840, 870, "", "session"),
        ("Casework", 870, 930, "North", "session"),
        ("Duty", 930, 960, "North", "session"),
        ("Reviews", 870, 960, "South", "session"),
        ("Break", 960, 990, "", "break"),
        ("Open time", 990, 1200, "", "gap"),
        ("Stories by the fire", 1200, 1290, "", "session"),
        ("Open time", 1290, 1410, "", "gap"),
        ("Night walk", 1410, 1560, "", "session"),
        ("Open time", 1560, 1980, "", "gap"),
        ("Who does what", 1980, 2100, "", "session"),
        ("Action planning", 2100, 2160, "", "session"),
    ]


def test_run_sheet_counts_passing_minutes_where_an_hour_comes_twice(build, reading):
    night = reading.one_day(
        Session(title="One", minutes=70),
        Session(title="Two", minutes=40),
        start="2027-10-31T00:30",
        end="2027-10-31T03:00",
        time_zone="Europe/London",
    )
    report = build(night, "run-sheet", workshop="day")
    figure = reading.section(report, "The day at a glance").blocks[0]
    # On the wall the second runs from 01:40 to 01:20.
    assert [(row["start"], row["end"]) for row in figure.data["rows"]] == [(30, 100), (100, 140)]


def test_run_sheet_shows_the_clock_of_a_night_in_which_it_changes(year, build, reading):
    report = build(year, "run-sheet", workshop="second")
    times = [row[0] for row in reading.rows(reading.section(report, "Sunday 28 March 2027"))]
    evening = reading.rows(reading.section(report, "Saturday 27 March 2027"))
    assert evening[-1][:2] == ("23:30–02:00", "90")
    assert times == ["02:00–09:00", "09:00–11:00", "11:00–12:00"]


def test_run_sheet_says_in_words_what_the_day_looks_like(year, build, reading):
    report = build(year, "run-sheet", workshop="first")
    assert reading.section(report, "The day at a glance").blocks[0].alt == (
        "Tuesday 19 January 2027, 09:30–16:30: 7 sessions, 2 breaks and lunch 12:30–13:15."
        " The last session is Check out."
    )


def test_run_sheet_draws_no_item_without_length(build, reading):
    sheet = reading.one_day(Buffer((0, 0, 0)), Session("trios"))
    report = build(sheet, "run-sheet", workshop="day")
    figure = reading.section(report, "The day at a glance").blocks[0]
    assert [row["label"] for row in figure.data["rows"]] == ["Work in trios"]


def test_run_sheet_without_any_time_draws_nothing(build, reading):
    report = build(reading.one_day(Buffer((0, 0, 0))), "run-sheet", workshop="day")
    assert "The day at a glance" not in reading.words(report)


def test_run_sheet_names_what_to_cut_first(year, build, reading):
    cuts = reading.section(build(year, "run-sheet", workshop="first"), "If time runs short")
    assert [(row[1], row[3], row[4], row[5]) for row in reading.rows(cuts)] == [
        ("What do people say?", "could", "60", "60"),
        ("What must change", "should", "30", "90"),
        ("Check-in", "should", "15", "105"),
        ("Check out", "should", "15", "120"),
    ]


def test_run_sheet_says_what_shortening_saves(year, build, reading):
    cuts = reading.section(build(year, "run-sheet", workshop="first"), "If time runs short")
    # 5 + 15 + 5 + 30 + 5 + 10 + 15 + 15 + 5 + 15 + 5
    assert cuts.blocks[0].text.startswith("Running every item at its shortest saves 125 minutes")


def test_run_sheet_counts_no_saving_in_one_track_alone(year, build, reading):
    cuts = reading.section(build(year, "run-sheet", workshop="second"), "If time runs short")
    assert reading.rows(cuts)[0] == (
        "1",
        "Reviews (South)",
        "14:30–16:00",
        "could",
        "90",
        "only if the other tracks end early too",
    )


def test_run_sheet_gives_each_session_its_plan_b_notes_and_outputs(year, build, reading):
    card = reading.section(
        build(year, "run-sheet", workshop="first"), "09:45–11:15 What is changing?"
    )
    assert card.blocks[0].pairs == (
        ("Works towards", "A vision that staff know"),
        ("Energy", "4 of 5"),
        ("Brings out", "Driver map"),
        ("Plan B", "Do it seated"),
        ("Notes", "Watch the two at the back"),
    )


def test_run_sheet_gives_each_session_the_plan_of_its_format(year, build, reading):
    card = reading.section(
        build(year, "run-sheet", workshop="first"), "13:15–13:45 What must change"
    )
    assert card.blocks[0].pairs == (
        ("Groups", "3 trios (3 each)"),
        ("Materials", "3 × map (1 per group) – A1; 9 × card"),
        ("Capture", "three headlines"),
    )
    assert reading.rows(card) == [("Listen", "10", "threes", "What did you hear?", "one card each")]
    assert reading.section(card, "On the wall").blocks[0].items == ("What must change?",)


def test_run_sheet_names_the_members_of_allocated_groups(year, build, reading):
    card = reading.section(build(year, "run-sheet", workshop="second"), "09:00–11:00 Who does what")
    assert reading.rows(card) == [
        ("1", "Red", "Amina Yusuf and Mei Chen; host: Mei Chen"),
        ("1", "2", "Owain Price and Jo Marsh"),
        ("2", "1", "Amina Yusuf and Owain Price"),
    ]


def test_run_sheet_packs_for_everybody(year, build, reading):
    (packing,) = reading.section(build(year, "run-sheet", workshop="first"), "What to bring").blocks
    assert isinstance(packing, Checklist)
    assert [task.text for task in packing.items] == [
        "2 × flip chart",
        "27 × pen (3 per person)",
        "3 × map (1 per group) – A1 (for What must change)",
        "tape",
        "9 × card (for What must change)",
    ]


def test_run_sheet_packs_per_group_where_no_session_says_how_many(year, build, reading):
    materials = [evolve(year.workshop("first").materials[2], session="", note="")]
    loose = reading.changed(year, "first", materials=materials)
    (packing,) = reading.section(
        build(loose, "run-sheet", workshop="first"), "What to bring"
    ).blocks
    assert packing.items[0].text == "map (1 per group)"


def test_run_sheet_briefs_on_the_expert_but_not_on_the_fee(year, build, reading):
    report = build(year, "run-sheet", workshop="third")
    expert = dict(reading.section(report, "External expert").blocks[0].pairs)
    assert expert["Slot"] == "11:00–12:00, New ways of working"
    assert expert["Divided into"] == "25 minutes for talk and 35 minutes for questions"
    assert expert["Brief"] == "not sent yet"
    assert "650" not in reading.words(report)


def test_run_sheet_warns_of_a_day_that_runs_over(year, build, reading):
    long = reading.changed(year, "third", end="2027-06-15T12:30")
    warning = build(long, "run-sheet", workshop="third").blocks[0]
    assert isinstance(warning, Callout)
    # Only break, lunch and action planning give: 10:00–11:00 lock, then 60 + 10 + 40 + 40 + 30.
    assert "runs over by 90 minutes" in reading.words(warning)
    assert "the end at 12:30" in reading.words(warning)


def test_run_sheet_of_an_empty_agenda_says_so(build, reading):
    report = build(reading.one_day(), "run-sheet", workshop="day")
    assert "Nothing is on the agenda yet." in reading.words(report.blocks[0])


def test_run_sheet_names_formats_that_are_not_installed(year, build, reading):
    warning = reading.words(build(year, "run-sheet", workshop="second").blocks[0])
    assert "The format 'action-planning' is not installed" in warning


def test_run_sheet_counts_answers_to_the_invitation(year, build, reading):
    answers = [
        Attendance("amina-yusuf", "accepted"),
        Attendance("mei-chen", "accepted"),
        Attendance("owain-price", "tentative"),
        Attendance("jo-marsh", "declined"),
    ]
    asked = reading.changed(year, "first", attendance=answers)
    words = reading.words(build(asked, "run-sheet", workshop="first"))
    assert (
        "9 people invited: 2 accepted, 1 tentative (Owain Price) and 1 declined (Jo Marsh)" in words
    )


def test_run_sheet_of_a_postponed_workshop_warns(year, build, reading):
    off = reading.changed(year, "first", events=[Event("2027-01-10", "postponed")])
    assert "has been postponed" in reading.words(
        build(off, "run-sheet", workshop="first").blocks[0]
    )
    before = build(off, "run-sheet", workshop="first", as_of="2027-01-09")
    assert "postponed" not in reading.words(before)


def test_run_sheet_shows_how_the_day_ran_once_it_is_over(year, build, reading):
    before = build(year, "run-sheet", workshop="first", as_of="2027-01-18")
    after = build(year, "run-sheet", workshop="first", as_of="2027-01-19")
    assert "Actual and planned times" not in reading.words(before)
    times = reading.rows(reading.section(after, "Actual and planned times"))
    assert times[0] == ("Check-in", "09:30–09:45", "09:30–09:50", "+5", "Done", "late train")
