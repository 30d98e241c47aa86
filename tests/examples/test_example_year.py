"""The example says what the case study tells, and a senior facilitator could stand behind it."""

import tomllib
from collections import Counter
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import combinations
from pathlib import Path

import workshopcore as wc
from workshopcore.contracts.working_days import WorkingDays

CLOSE = date(2027, 12, 17)
SUCCESSION = {"ifeoma-brandreth": "gareth-llewelyn-okoro"}


def test_toml_and_script_build_the_same_programme(
    programme: wc.Programme, built: wc.Programme
) -> None:
    assert programme == built


def test_check_finds_nothing(programme: wc.Programme, toolkit: wc.Toolkit) -> None:
    assert toolkit.check(programme) == ()


def test_only_the_gain_about_trust_is_silenced(programme: wc.Programme) -> None:
    (silence,) = programme.silenced
    place = int(silence.path.removeprefix("gains[").removesuffix("]"))
    assert silence.code == "WC510"
    assert programme.gains[place].id == "trust-and-challenge"


def test_file_has_native_dates_and_comments(folder: Path) -> None:
    text = (folder / "programme.toml").read_text(encoding="utf-8")
    first = tomllib.loads(text)["workshops"][0]
    assert first["start"] == datetime(2027, 1, 19, 9, 15)
    assert first["events"][0]["on"] == date(2026, 12, 3)
    assert sum(line.startswith("#") for line in text.splitlines()) > 40


def test_nine_managers_belong_to_every_workshop(programme: wc.Programme) -> None:
    assert [len(programme.participants(w.day)) for w in programme.workshops] == [9] * 6


def test_six_workshops_fill_one_year_strategic_first(programme: wc.Programme) -> None:
    kinds = [programme.phase(w.phase).kind for w in programme.in_order]
    assert kinds == ["strategic"] * 3 + ["operational"] * 3
    assert {w.day.year for w in programme.workshops} == {2027}
    assert programme.start is not None
    assert programme.end is not None
    assert timedelta(days=330) < programme.end - programme.start < timedelta(days=366)


def test_every_workshop_closes_with_action_planning_and_a_round(programme: wc.Programme) -> None:
    for workshop in programme.workshops:
        planning, closing = workshop.sessions()[-2:]
        assert (planning.format, closing.frame) == ("action-planning", "closing")


def test_every_workshop_but_the_first_reviews_actions_before_anything_else(
    programme: wc.Programme,
) -> None:
    formats = [[s.format for s in w.sessions() if s.frame != "opening"] for w in programme.in_order]
    assert "action-review" not in formats[0]
    assert all(order[0] == "action-review" for order in formats[1:])


def test_days_end_on_time_and_planning_keeps_half_an_hour(
    programme: wc.Programme, toolkit: wc.Toolkit
) -> None:
    for workshop in programme.workshops:
        sheet = toolkit.run_sheet(programme, workshop.id)
        planning = [row for row in sheet.rows if row.id == "action-planning"]
        assert (sheet.over, sheet.finishes) == (0, sheet.ends)
        assert [row.minutes >= 30 for row in planning] == [True]
        assert all(row.start.minute % 5 == 0 for row in sheet.rows)


def test_lunch_starts_between_noon_and_one_and_lasts(
    programme: wc.Programme, toolkit: wc.Toolkit
) -> None:
    rows = [r for w in programme.workshops for r in toolkit.run_sheet(programme, w.id).rows]
    lunches = [row for row in rows if row.kind == "lunch"]
    assert len(lunches) == 7
    assert all(row.minutes >= 45 and "12:00" <= f"{row.start:%H:%M}" <= "13:00" for row in lunches)


def test_residential_has_one_night_in_it(programme: wc.Programme, toolkit: wc.Toolkit) -> None:
    gaps = [r for r in toolkit.run_sheet(programme, "how-to-get-there").rows if r.kind == "gap"]
    assert [(f"{g.start:%H:%M}", f"{g.end:%H:%M}") for g in gaps] == [("16:30", "09:00")]


def test_one_expert_comes_to_one_workshop_fully_briefed(programme: wc.Programme) -> None:
    (expert,) = programme.experts
    workshop = programme.workshop(expert.session.partition("/")[0])
    assert programme.number(workshop) == 4
    assert expert.brief_sent is not None
    assert expert.brief_sent < workshop.day
    assert all([expert.brief, expert.audience, expert.prior_knowledge, expert.sensitivities])
    assert all([expert.host, expert.fee, expert.arrival, expert.conflict_of_interest])
    assert len(expert.questions) == 5
    assert all(follow_up.done for follow_up in expert.follow_ups)
    assert expert.state(CLOSE) == "paid"


def test_nobody_takes_more_than_two_actions_from_a_workshop(programme: wc.Programme) -> None:
    load = Counter((a.origin.partition("/")[0], a.owner) for a in programme.actions)
    assert max(load.values()) <= 2
    assert 35 <= len(programme.actions) <= 50


def test_actions_are_due_a_working_week_before_the_next_workshop(
    programme: wc.Programme,
) -> None:
    closed = [
        closure.start + timedelta(days=n)
        for closure in programme.closures
        for n in range(((closure.end or closure.start) - closure.start).days + 1)
    ]
    calendar = WorkingDays(closed=closed)
    for action in programme.actions:
        following = programme.following(programme.workshop(action.origin.partition("/")[0]))
        latest = calendar.shift(following.day, -5) if following else CLOSE
        assert action.due is not None
        assert action.due <= latest
        assert calendar.is_working(action.due)


def test_actions_end_in_every_way(programme: wc.Programme) -> None:
    ends = Counter(action.status(CLOSE) for action in programme.actions)
    assert ends == {"verified": 27, "done": 17, "cancelled": 2, "superseded": 1, "in-progress": 1}


def test_actions_that_were_carried_say_why(programme: wc.Programme) -> None:
    carried = [r for a in programme.actions for r in a.reviews if r.carried]
    assert len(carried) == 8
    assert all(review.note and review.due for review in carried)


def test_some_actions_were_blocked_on_the_way(programme: wc.Programme) -> None:
    blocked = [a.id for a in programme.actions if any(u.status == "blocked" for u in a.updates)]
    assert blocked == ["discharge-route", "small-providers", "discharge-huddle", "carers-line"]


def test_every_open_action_is_reviewed_once_at_each_workshop(programme: wc.Programme) -> None:
    for workshop in programme.workshops[1:]:
        eve = workshop.day - timedelta(days=1)
        still_open = {a.id for a in programme.actions if a.is_open(eve)}
        reviewed = [a.id for a in programme.actions for r in a.reviews if r.workshop == workshop.id]
        assert still_open <= set(reviewed)
        assert len(reviewed) == len(set(reviewed))


def test_one_manager_leaves_and_the_open_action_goes_to_the_successor(
    programme: wc.Programme,
) -> None:
    gareth = programme.person("gareth-llewelyn-okoro")
    assert gareth.state(CLOSE) == "replaced"
    old = programme.action("discharge-huddle")
    new = programme.action(old.updates[-1].superseded_by)
    assert (old.owner, new.owner) == (gareth.id, gareth.successor)


def test_attendance_has_apologies_and_one_substitute(programme: wc.Programme) -> None:
    entries = [entry for w in programme.workshops for entry in w.attendance]
    absent = {e.person: e.substitute for e in entries if e.status == "apology"}
    assert absent == {"delroy-fenwick": "", "nasreen-oyelaran-shah": "callum-stirrup"}
    assert len(entries) == 54


def test_four_rounds_of_threes_bring_everybody_together_once(programme: wc.Programme) -> None:
    threes = [
        [SUCCESSION.get(name, name) for name in group.members]
        for workshop in programme.workshops
        for allocation in workshop.allocations
        for group in allocation.groups
        if len(group.members) == 3
    ]
    met = Counter(frozenset(pair) for group in threes for pair in combinations(group, 2))
    assert len(threes) == 12
    assert len(met) == 36
    assert set(met.values()) == {1}


def test_decisions_were_taken_in_every_way_and_some_did_not_last(
    programme: wc.Programme,
) -> None:
    assert {d.method for d in programme.decisions} == {"consensus", "vote", "sponsor"}
    assert [d.id for d in programme.decisions if d.superseded_by] == ["form-in-july"]
    assert [d.id for d in programme.decisions if d.reversed] == ["no-newsletters"]
    assert all(d.dissent for d in programme.decisions if d.method == "vote")


def test_parked_issues_all_found_a_place(programme: wc.Programme) -> None:
    ways = [tuple(event.status for event in issue.events) for issue in programme.parked_issues]
    assert {way[1] for way in ways} == {"action", "agenda", "escalated", "dropped"}
    assert {way[-1] for way in ways} == {"closed"}


def test_captures_groups_and_actual_times_are_on_record(programme: wc.Programme) -> None:
    assert all(w.captures and w.allocations and w.actuals for w in programme.workshops)
    fates = Counter(actual.fate for w in programme.workshops for actual in w.actuals)
    assert fates["cut"] == 1


def test_photographs_of_the_record_are_the_ones_that_were_attached(
    programme: wc.Programme, folder: Path
) -> None:
    attached = [each for w in programme.workshops for each in w.attachments]
    assert sorted(each.path for each in attached) == sorted(
        f"record/{path.name}" for path in (folder / "record").iterdir()
    )
    for each in attached:
        assert sha256((folder / each.path).read_bytes()).hexdigest() == each.sha256
        assert each.caption


def test_lifecycles_run_to_their_ends(programme: wc.Programme) -> None:
    assert programme.state(date(2026, 11, 1)) == "draft"
    assert programme.state(CLOSE) == "closed"
    assert {w.state(CLOSE) for w in programme.workshops} == {"closed"}
    moved = [w.id for w in programme.workshops if any(e.status == "postponed" for e in w.events)]
    assert moved == ["choice-in-practice"]


def test_gains_are_graded_by_who_can_confirm_them(programme: wc.Programme) -> None:
    states = Counter(gain.state(CLOSE) for gain in programme.gains)
    assert states == {"substantiated": 3, "evidenced": 4, "coded": 1}
    wanted = [gain for gain in programme.gains if gain.intended]
    assert len(wanted) == 7
    assert Counter(g.valence for g in wanted) == {"positive": 6, "mixed": 1}
    assert all(g.objectives and g.actions and g.evidence for g in programme.gains)


def test_quotes_travel_only_as_far_as_their_speakers_agreed(programme: wc.Programme) -> None:
    public = {quote.id for quote in programme.quotes if quote.may_appear("public", CLOSE)}
    kept = {quote.id: quote.state(CLOSE) for quote in programme.quotes if quote.id not in public}
    assert kept == {
        "one-form-quote": "approved",
        "nobody-died": "refused",
        "a-month-off": "approved",
    }


def test_three_comments_praise_the_facilitator_and_no_gain_does(programme: wc.Programme) -> None:
    about = [quote for quote in programme.quotes if quote.about == "facilitator"]
    assert len(about) == 3
    assert not any(quote.gain for quote in about)
