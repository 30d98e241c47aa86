import pytest
from attrs import evolve

from workshopcore.errors import AsOfRequiredError, ReportError, UnknownKeyError
from workshopcore.model.agenda import Break, Session
from workshopcore.model.lifecycle import Event
from workshopcore.model.workshop import Attendance

CLOSE = "2027-12-15"


def certificates(build, programme, as_of=CLOSE, **request):
    return build(programme, "certificates", as_of=as_of, **request)


def of(report, name):
    """Return somebody's page."""
    (page,) = [block for block in report.blocks if getattr(block, "title", "") == name]
    return page


@pytest.fixture(scope="session")
def morning(reading):
    """Return a programme of one morning: an hour, a break of half an hour, an hour."""
    agenda = [Session(title="One", minutes=60), Break(30), Session(title="Two", minutes=60)]
    times = {"start": "2027-06-15T09:00", "end": "2027-06-15T11:30"}

    def morning(*attendance, **fields):
        return reading.one_day(*agenda, attendance=attendance, **{**times, **fields})

    return morning


def test_certificates_are_a_page_for_each_person_who_was_there(year, build):
    report = certificates(build, year)
    assert [getattr(block, "title", "") for block in report.blocks] == [
        *("Amina Yusuf", "", "Tomasz Nowak", "", "Mei Chen", "", "Owain Price", ""),
        *("Farida Haidari", "", "Kwame Boateng", "", "Ingrid Solheim", "", "Ravi Menon", ""),
        "Helen Grant",
    ]
    assert {type(block).__name__ for block in report.blocks[1::2]} == {"PageBreak"}


def test_certificate_says_who_attended_what(year, build, reading):
    said, *_ = of(certificates(build, year), "Amina Yusuf").blocks
    assert "".join(run.text for run in said.text) == (
        "This is to certify that Amina Yusuf (Head of service, A county council) attended these"
        " workshops of the programme A year of change."
    )


def test_certificate_lists_workshops_with_dates_and_hours_in_session(year, build, reading):
    # 20 + 85 + 30 + 80 + 45 + 15; the night in which an hour is skipped; 12 + 35 + 60 + 40 + 60.
    page = of(certificates(build, year), "Mei Chen")
    assert reading.rows(page) == [
        ("Where are we now?", "19 January 2027", "4 h 35 min"),
        ("Away together", "27–28 March 2027", "8 h"),
        ("Making it work", "15 June 2027", "3 h 27 min"),
        ("Total", "", "16 h 2 min"),
    ]


def test_certificate_counts_from_arrival_to_departure(morning, build, reading):
    entry = Attendance("amina-yusuf", "part", left="2027-06-15T10:45")
    assert reading.rows(of(certificates(build, morning(entry)), "Amina Yusuf")) == [
        ("A day", "15 June 2027", "1 h 15 min")
    ]


def test_certificate_says_how_hours_are_counted_and_who_gave_the_workshops(year, build, reading):
    page = of(certificates(build, year), "Mei Chen")
    words = reading.words(page)
    assert "breaks and meals are not counted" in words
    assert "Facilitators\nSam Okafor" in words
    assert [block.label for block in page.blocks[-2:]] == ["Signature", "Date"]


def test_certificate_of_a_substitute_has_the_hours_of_the_substitute(year, build, reading):
    page = of(certificates(build, year), "Helen Grant")
    assert reading.rows(page) == [("Where are we now?", "19 January 2027", "4 h 35 min")]
    assert "Ingrid" not in reading.words(page)


def test_certificate_of_somebody_who_is_not_of_the_client_names_the_client_apart(
    year, build, reading
):
    people = [evolve(p, role="observer") if p.id == "helen-grant" else p for p in year.people]
    said, *_ = of(certificates(build, evolve(year, people=people)), "Helen Grant").blocks
    assert "".join(run.text for run in said.text) == (
        "This is to certify that Helen Grant (Director) attended this workshop of the programme"
        " A year of change, held for A county council."
    )


def test_certificate_without_post_or_client_is_a_sentence_all_the_same(morning, build):
    said, *_ = of(certificates(build, morning(Attendance("amina-yusuf"))), "Amina Yusuf").blocks
    assert "".join(run.text for run in said.text) == (
        "This is to certify that Amina Yusuf attended this workshop of the programme One day."
    )


def test_certificates_know_nothing_of_what_comes_later(year, build, reading):
    page = of(certificates(build, year, "2027-02-01"), "Mei Chen")
    assert reading.rows(page) == [("Where are we now?", "19 January 2027", "4 h 35 min")]


def test_certificates_wait_for_the_end_of_a_residential(year, build, reading):
    first_night = of(certificates(build, year, "2027-03-27"), "Mei Chen")
    assert [row[0] for row in reading.rows(first_night)] == ["Where are we now?"]


def test_certificates_leave_out_a_workshop_that_was_off(year, build, reading):
    off = reading.changed(year, "third", events=[Event("2027-06-01", "cancelled")])
    rows = reading.rows(of(certificates(build, off), "Mei Chen"))
    assert [row[0] for row in rows] == ["Where are we now?", "Away together", "Total"]


def test_certificate_says_that_hours_were_not_recorded(year, build, reading):
    unknown = Attendance("farida-haidari", "part")
    changed = reading.changed(year, "first", attendance=[unknown])
    page = of(certificates(build, changed), "Farida Haidari")
    assert reading.rows(page) == [
        ("Where are we now?", "19 January 2027", "not recorded"),
        ("Making it work", "15 June 2027", "3 h 27 min"),
        ("Total", "", "at least 3 h 27 min"),
    ]


def test_certificate_of_hours_that_were_never_recorded_adds_nothing_up(year, build, reading):
    unknown = [Attendance("jo-marsh", "part")]
    changed = reading.changed(year, "first", attendance=unknown)
    changed = reading.changed(changed, "second", attendance=unknown)
    rows = reading.rows(of(certificates(build, changed), "Jo Marsh"))
    assert rows[-1] == ("Total", "", "not recorded")


def test_certificate_does_without_hours_where_an_agenda_cannot_be_timed(morning, build, reading):
    there = [
        Attendance("amina-yusuf", "no-show"),
        Attendance("tomasz", "apology", substitute="mei"),
        Attendance("ravi"),
    ]
    programme = morning()
    more = [evolve(programme.people[0], name=n, id=n) for n in ("tomasz", "mei", "ravi")]
    programme = evolve(programme, people=[*programme.people, *more])
    untimed = reading.changed(programme, "day", agenda=[Session("gone:away")], attendance=there)
    report = certificates(build, untimed)
    assert [page.title for page in report.blocks[::2]] == ["mei", "ravi"]
    assert reading.rows(of(report, "mei")) == [("A day", "15 June 2027", "not recorded")]


def test_certificate_leaves_out_a_workshop_of_which_only_the_break_was_attended(
    morning, build, reading
):
    pause = {"arrived": "2027-06-15T10:05", "left": "2027-06-15T10:25"}
    with pytest.raises(ReportError, match="nobody is on record"):
        certificates(build, morning(Attendance("amina-yusuf", "part", **pause)))


def test_certificates_are_not_for_facilitators_unless_they_are_named(year, build):
    assert "Sam Okafor" not in {getattr(b, "title", "") for b in certificates(build, year).blocks}
    (page,) = certificates(build, year, person="sam-okafor").blocks
    assert page.title == "Sam Okafor"


def test_certificate_of_one_person(year, build):
    report = certificates(build, year, person="mei-chen")
    assert (report.name, len(report.blocks)) == ("certificates-mei-chen", 1)


@pytest.mark.parametrize("people", [["owain-price", "mei-chen"], ("owain-price", "mei-chen")])
def test_certificates_of_some_people_come_as_they_are_named(year, build, people):
    report = certificates(build, year, options={"people": people})
    assert [page.title for page in report.blocks[::2]] == ["Owain Price", "Mei Chen"]


def test_certificates_of_a_single_name_as_an_option(year, build):
    (page,) = certificates(build, year, options={"people": "mei-chen"}).blocks
    assert page.title == "Mei Chen"


@pytest.mark.parametrize("people", [3, [3]])
def test_certificates_refuse_people_who_are_none(year, build, people):
    with pytest.raises(ReportError, match="a list of identifiers"):
        certificates(build, year, options={"people": people})


def test_certificate_is_refused_to_somebody_who_attended_nothing(year, build):
    with pytest.raises(ReportError, match="'jo-marsh' has attended no workshop by 2027-12-15"):
        certificates(build, year, person="jo-marsh")


def test_certificate_of_nobody_is_refused(year, build):
    with pytest.raises(UnknownKeyError, match="Did you mean 'mei-chen'"):
        certificates(build, year, options={"people": ["mei-chan"]})


def test_certificates_are_refused_where_nobody_has_attended(year, build):
    with pytest.raises(ReportError, match="nobody is on record as having attended"):
        certificates(build, year, as_of="2027-01-18")


def test_certificates_ask_for_the_day(year, build):
    with pytest.raises(AsOfRequiredError):
        build(year, "certificates")
