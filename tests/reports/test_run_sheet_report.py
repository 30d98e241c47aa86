from attrs import evolve

from workshopcore.agenda import run_sheet
from workshopcore.contracts.formats import FormatPlan, GroupPlan
from workshopcore.contracts.report import Checklist, Figure
from workshopcore.model.agenda import Buffer, Lunch, Parallel, Session, Track
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
    *items, _ = figure.data["rows"]
    assert [(row["start"], row["end"]) for row in items] == [(30, 100), (100, 140)]


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
        " Fixed: Lunch at 12:30. The last session is Check out."
    )


def test_run_sheet_draws_no_item_without_length(build, reading):
    sheet = reading.one_day(Buffer((0, 0, 0)), Session("trios"))
    report = build(sheet, "run-sheet", workshop="day")
    figure = reading.section(report, "The day at a glance").blocks[0]
    assert [row["label"] for row in figure.data["rows"]] == ["Work in trios", "Open time"]


def test_run_sheet_without_any_item_draws_nothing(build, reading):
    report = build(reading.one_day(), "run-sheet", workshop="day")
    assert "The day at a glance" not in reading.words(report)


SHORTEN = "Shorten; nothing has to go"
LATER = "Tell people that {} later: leaving things out is not enough"


def test_run_sheet_has_a_plan_b_for_each_fixed_time(year, build, reading):
    plan = reading.section(build(year, "run-sheet", workshop="first"), "If time runs short")
    # Before lunch 10 + 75 + 10 + 30 of 180 minutes, before the planning 40 + 20 + 0 + 60 + 10 of
    # 180, at the end 30 + 10 of 60.
    assert reading.rows(plan) == [
        ("Lunch at 12:30", "09:30", "up to 55 minutes", SHORTEN),
        ("Lunch at 12:30", "09:30", "60 to 85 minutes", "Leave out What do people say?"),
        (
            "Lunch at 12:30",
            "09:30",
            "from 90 minutes on",
            "Leave out Check-in and What do people say?",
        ),
        ("Action planning at 15:30", "12:30", "up to 50 minutes", SHORTEN),
        ("Action planning at 15:30", "12:30", "55 to 70 minutes", "Leave out What must change"),
        ("Action planning at 15:30", "12:30", "from 75 minutes on", LATER.format("it will start")),
        ("The finish at 16:30", "15:30", "up to 20 minutes", SHORTEN),
        ("The finish at 16:30", "15:30", "25 to 30 minutes", "Leave out Check out"),
        ("The finish at 16:30", "15:30", "from 35 minutes on", LATER.format("you will finish")),
    ]


def test_run_sheet_says_what_is_never_left_out_and_why(year, build, reading):
    plan = reading.section(build(year, "run-sheet", workshop="first"), "If time runs short")
    assert plan.blocks[-1].text == (
        "Never left out: What is changing? and Our vision (must be done); Action planning (plans"
        " the actions); breaks and lunch."
    )


def test_run_sheet_never_leaves_out_the_expert(year, build, reading):
    plan = reading.section(build(year, "run-sheet", workshop="third"), "If time runs short")
    assert "New ways of working (the expert comes for it)" in plan.blocks[-1].text


def test_plan_b_of_a_residential_keeps_the_evening_and_names_the_day(year, build, reading):
    plan = reading.section(build(year, "run-sheet", workshop="second"), "If time runs short")
    last = [row for row in reading.rows(plan) if row[0].startswith("The close")]
    assert last == [
        ("The close of the day at 02:00", "Saturday 23:30", "nothing: no time to spare", SHORTEN),
        (
            "The close of the day at 02:00",
            "Saturday 23:30",
            "from 5 minutes on",
            "Leave out Night walk",
        ),
    ]


def test_run_sheet_gives_each_session_its_plan_b_notes_and_outputs(year, build, reading):
    card = reading.section(
        build(year, "run-sheet", workshop="first"), "09:45–11:15 What is changing?"
    )
    # At its shortest, with what follows before lunch: 75 + 10 + 30 minutes before 12:30.
    assert card.blocks[0].pairs == (
        ("Led by", "Sam Okafor"),
        ("Start no later than", "10:35"),
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
        ("Start no later than", "14:00"),
        ("Groups", "3 trios (3 each)"),
        ("Materials", "3 × map (1 per group) – A1; 9 × card"),
        ("Capture", "three headlines"),
    )
    assert reading.rows(card) == [
        ("13:15", "15", "Listen", "threes", "What did you hear?", "one card each")
    ]
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


def test_run_sheet_warns_of_a_day_that_does_not_fit(year, build, reading):
    long = reading.changed(year, "third", end="2027-06-15T12:30")
    warning = build(long, "run-sheet", workshop="third").blocks[0]
    assert (warning.kind, warning.title) == ("warning", "The day does not fit")
    # Only break, lunch and action planning give: 10:00–11:00 lock, then 60 + 10 + 40 + 40 + 30.
    assert reading.words(warning.blocks[:2]) == (
        "The day ends 90 minutes after 12:30, even with everything at its shortest.\n"
        "Leaving out everything that may go is not enough. Start earlier, end later, move a fixed"
        " time, or let something be shorter that must be done."
    )


def test_run_sheet_proposes_what_to_leave_out_of_a_day_that_does_not_fit(build, reading):
    full = reading.one_day(
        Session(title="One", minutes=(50, 60, 60)),
        Session(title="Two", minutes=(40, 50, 60), priority="could"),
        Lunch((40, 40, 40), start="11:20"),
        Session(title="Three", minutes=(60, 60, 60)),
    )
    warning = build(full, "run-sheet", workshop="day").blocks[0]
    assert reading.words(warning.blocks) == (
        "Lunch is fixed for 11:20; what stands before it needs 10 minutes more than there are,"
        " even at its shortest.\n"
        "Proposal: leave out Two (50 minutes). That is 50 minutes of work lost, the least that will"
        " do. Nothing is left out of this paper until you do it."
    )
    plan = reading.section(build(full, "run-sheet", workshop="day"), "If time runs short")
    assert reading.rows(plan)[0] == (
        "Lunch at 11:20",
        "10:00",
        "even on time, up to 30 minutes",
        "Leave out Two",
    )


def test_run_sheet_tells_of_items_that_take_no_time(build, reading):
    odd = reading.one_day(
        Session(title="One", minutes=120),
        Session(title="Photograph", minutes=0, priority="must"),
        Buffer((0, 10, 20)),
        Lunch((60, 60, 60), start="12:00"),
        Session(title="Two", minutes=180),
    )
    order = reading.section(build(odd, "run-sheet", workshop="day"), "Running order")
    assert [row[:3] for row in reading.rows(order)][1:3] == [
        ("12:00", "", "Photograph (must)"),
        ("12:00", "0 (0–20)", "Buffer (none left: the day is full)"),
    ]


def test_run_sheet_says_what_holds_a_start(build, reading):
    held = reading.one_day(
        Session(title="One", minutes=120, start="10:00"),
        Lunch(60, window=("12:00", "12:30")),
        Session(title="Two", minutes=180),
    )
    order = reading.section(build(held, "run-sheet", workshop="day"), "Running order")
    assert [row[2] for row in reading.rows(order)] == [
        "One (fixed start; should)",
        "Lunch (to start 12:00–12:30)",
        "Two (should)",
    ]


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


def test_plan_b_of_many_answers_ends_with_a_new_plan(build, reading):
    day = reading.one_day(
        *(Session(title=f"Part {n}", minutes=n, priority="could") for n in (5, 10, 15, 20, 25)),
        Lunch(45, start="11:15"),
    )
    plan = reading.section(build(day, "run-sheet", workshop="day"), "If time runs short")
    assert [row[2:] for row in reading.rows(plan)][:5] == [
        ("nothing: no time to spare", SHORTEN),
        ("5 minutes", "Leave out Part 5"),
        ("10 minutes", "Leave out Part 10"),
        ("15 minutes", "Leave out Part 15"),
        ("from 20 minutes on", "Make a new plan"),
    ]


def test_plan_b_of_a_day_that_cannot_hold_says_so_from_the_start(build, reading):
    day = reading.one_day(
        Session(title="Long", minutes=120, priority="must"), Lunch((60, 60, 60), start="11:00")
    )
    plan = reading.section(build(day, "run-sheet", workshop="day"), "If time runs short")
    assert reading.rows(plan) == [
        ("Lunch at 11:00", "10:00", "even on time", LATER.format("it will start")),
        ("The finish at 16:00", "11:00", "90 minutes and more", SHORTEN),
    ]


def test_plan_b_names_several_sessions_and_their_tracks(build, reading):
    tracks = Parallel(
        [
            Track("North", [Session(title="A", minutes=30), Session(title="B", minutes=30)]),
            Track("South", [Session(title="C", minutes=60), Session(title="D", minutes=60)]),
        ]
    )
    day = reading.one_day(tracks, Lunch(45, start="12:00"))
    plan = reading.section(build(day, "run-sheet", workshop="day"), "If time runs short")
    assert [row[3] for row in reading.rows(plan)][1:3] == [
        "Leave out C (South)",
        "Leave out A (North), C (South) and D (South)",
    ]
