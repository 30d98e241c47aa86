"""The choice of dates as a document, and the year as marks and as a figure."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

import workshopcore as wc
from workshopcore.calendar import DateRules, choose_dates, reschedule, weeks
from workshopcore.contracts.report import Bullets, Callout, Figure, Paragraph, Section, Table
from workshopcore.errors import AsOfRequiredError
from workshopcore.language import Speech, speaking_as
from workshopcore.language.catalogue import Catalogue
from workshopcore.reports.blocks import plain
from workshopcore.reports.date_choice import dates_report
from workshopcore.reports.year_figure import year_figure
from workshopcore.reports.year_marks import YearDay, YearMarks, year_marks

DAY = "2026-11-30"
RULES = DateRules(weekdays="Tuesday", apart=weeks(2, 4))
HALF_TERM = wc.Closure("Half-term", "2027-02-15", "2027-02-19", kind="school-holiday")


def programme(*titles, weight=None, **more):
    people = [
        wc.Person("Amina", id="amina", weight=weight),
        wc.Person("Tomasz", id="tomasz"),
        wc.Person("Mei", id="mei"),
    ]
    days = ("2027-01-12", "2027-02-02", "2027-02-23")
    workshops = [
        wc.Workshop(title, id=title.lower(), start=f"{day}T09:15", end=f"{day}T16:00")
        for title, day in zip(titles or ("One", "Two", "Three"), days, strict=False)
    ]
    return wc.Programme(
        title="A year",
        client="Harbour Trust",
        start="2027-01-04",
        end="2027-03-26",
        people=people,
        workshops=workshops,
        closures=[HALF_TERM],
        **more,
    )


KNOWN = {"amina": ["2027-03-26"], "tomasz": ["2027-03-26"], "mei": ["2027-03-26"]}


def chosen(told=KNOWN, rules=RULES, year=None, **asked):
    return choose_dates(year or programme(), told, as_of=DAY, rules=rules, **asked)


def report(dates, year=None):
    return dates_report(year or programme(), dates, as_of=DAY)


def sections(document):
    return {block.title: block.blocks for block in document.blocks if isinstance(block, Section)}


def rows(block):
    assert isinstance(block, Table)
    return [tuple(map(plain, row)) for row in block.rows]


def test_report_is_for_the_sponsor_of_the_day():
    document = report(chosen())

    assert (document.key, document.name, document.audience) == ("dates", "dates", "sponsor")
    assert (document.title, document.subtitle) == (
        "Dates: A year",
        "Choice of dates · Harbour Trust",
    )
    assert document.as_of == date(2026, 11, 30)


def test_report_needs_a_day():
    with pytest.raises(AsOfRequiredError):
        dates_report(programme(), chosen())


def test_lead_sums_up_and_says_how_sure_it_is():
    lead, how, *_ = report(chosen()).blocks

    assert lead.text == (
        "3 dates, from 5 January 2027 to 2 March 2027: everybody can come to all of them."
    )
    assert how.text == "Proven: no dates that meet all that is asked are better."


def test_dates_say_who_can_come_and_who_cannot():
    told = {**KNOWN, "tomasz": {"2027-01-05": "no", "2027-02-02": "maybe"}}
    fixed = {"one": wc.calendar.Wish(on="2027-01-05"), "two": wc.calendar.Wish(on="2027-02-02")}
    dates = chosen(told, wishes=fixed)

    found = sections(report(dates))["Dates"]

    assert rows(found[0])[:2] == [
        ("1", "Tuesday 5 January 2027, 09:15–16:00", "One", "2 of 3", "Tomasz", ""),
        ("2", "Tuesday 2 February 2027, 09:15–16:00", "Two", "2½ of 3", "", "Tomasz"),
    ]
    assert found[1] == Paragraph("A maybe counts as half.")
    assert report(dates).blocks[0].text.endswith("7½ of 9 can come, over all of them.")


def test_misses_are_listed_the_most_first():
    told = {
        **KNOWN,
        "tomasz": {"2027-01-05": "no", "2027-02-02": "maybe"},
        "mei": {"2027-01-05": "maybe"},
    }
    fixed = {"one": wc.calendar.Wish(on="2027-01-05"), "two": wc.calendar.Wish(on="2027-02-02")}

    (table,) = sections(report(chosen(told, wishes=fixed)))["Who misses what"]

    assert rows(table) == [
        ("Tomasz", "1½", "One and Two (perhaps)"),
        ("Mei", "½", "One (perhaps)"),
    ]


def test_nobody_misses_anything_and_nothing_is_said_of_it():
    assert "Who misses what" not in sections(report(chosen()))


def test_people_of_whom_nothing_is_known_are_to_be_asked():
    callouts = [
        block
        for block in sections(report(chosen({"mei": ["2027-03-26"]})))["Dates"]
        if isinstance(block, Callout)
    ]

    assert [callout.blocks[0].text for callout in callouts] == [
        "Nothing is known of the time of Amina and Tomasz on some of these days."
    ]


def test_other_dates_stand_beside_those_chosen():
    dates = chosen()
    (table,) = sections(report(dates))["Other good dates"]

    assert [column.title for column in table.columns][:3] == ["Workshop", "Chosen", "Instead 1"]
    assert rows(table)[0][:2] == ("One", "5 January 2027")
    assert [row[:2] for row in rows(table)[3:]] == [
        ("Can come in all", "9"),
        ("Most that anybody misses", "0"),
        ("Shortest and longest gap", "4 weeks"),
    ]


def test_a_single_date_has_no_gaps():
    document = report(chosen(year=programme("One")), programme("One"))

    assert document.blocks[0].text == "One date, on 5 January 2027: everybody can come."
    (table,) = sections(document)["Other good dates"]
    assert rows(table)[-1][1] == ""


def test_where_everything_is_settled_there_are_no_other_dates():
    fixed = {"one": wc.calendar.Wish(on="2027-01-12")}

    document = report(chosen(year=programme("One"), wishes=fixed), programme("One"))

    assert list(sections(document)) == ["Dates", "The year"]


def test_moves_are_told():
    year = programme()
    dates = reschedule(year, KNOWN, as_of=DAY, rules=RULES, moving="two")

    (moves,) = [block for block in sections(report(dates))["Dates"] if isinstance(block, Bullets)]

    assert moves.items == ("Two moves from Tuesday 2 February 2027 to Tuesday 26 January 2027.",)


def test_without_dates_it_says_what_would_have_to_give():
    rules = DateRules(weekdays="Tuesday", apart=weeks(4), between=("2027-01-04", "2027-02-12"))
    document = report(chosen(rules=rules))

    assert [block.text for block in document.blocks[:2]] == [
        "There are no dates for 3 workshops in 4 January – 12 February 2027.",
        "Proven: no dates meet all that is asked.",
    ]
    found = sections(document)
    assert list(found["These cannot all be met"][0].items) == [
        "No workshop before 4 January 2027",
        "No workshop after 12 February 2027",
        "Workshops are at least 4 weeks apart",
    ]
    remedies = found["What would have to give, one of"][0].items
    assert len(remedies) == 3
    assert all(len(remedy.items) == 3 for remedy in remedies)


def test_every_renderer_writes_it():
    toolkit = wc.Toolkit(discover=False)
    told = {**KNOWN, "tomasz": ["2027-01-05"]}

    for document in (report(chosen(told)), report(chosen(rules=DateRules(apart=weeks(40))))):
        for key in toolkit.renderers:
            assert b"A year" in toolkit.render(document, key)


# The marks


def test_days_are_marked_by_who_can_come():
    told = {"amina": ["2027-01-12"], "tomasz": ["2027-01-12", "2027-01-19"], "mei": []}
    marks = year_marks(chosen(told), [HALF_TERM])
    by_day = {each.day: each for each in marks.days}

    assert (marks.most, marks.nearly) == (3, 2)
    assert by_day[date(2027, 1, 12)].mark == "fewer"
    assert by_day[date(2027, 1, 19)].mark == "nearly"
    assert by_day[date(2027, 1, 26)].mark == "most"
    assert by_day[date(2027, 2, 16)].mark == "closed"
    assert by_day[date(2027, 1, 13)].mark == "ruled-out"
    assert len(marks.days) == 82


def test_workshops_are_marked_on_all_their_days_with_their_number():
    year = programme("One")
    long = wc.calendar.Wish(days=2, hours=("09:15", "16:00"))
    rules = DateRules(weekdays=("Tuesday", "Wednesday"))
    marks = year_marks(chosen(year=year, rules=rules, wishes={"one": long}))

    assert [(each.day, each.number) for each in marks.days if each.mark == "workshop"] == [
        (date(2027, 1, 5), 1),
        (date(2027, 1, 6), 1),
    ]


def test_a_workshop_before_the_period_is_marked_too():
    rules = DateRules(weekdays="Tuesday", apart=weeks(2, 9), between=("2027-01-25", "2027-03-26"))
    wishes = {"one": wc.calendar.Wish(on="2027-01-12")}

    marks = year_marks(chosen(rules=rules, wishes=wishes))

    assert (marks.days[0].day, marks.days[0].number) == (date(2027, 1, 12), 1)
    assert marks.days[1].day == date(2027, 1, 25)


def test_a_day_is_marked_where_only_people_stand_in_the_way():
    year = programme("One")
    needed = {"one": wc.calendar.Wish(required="amina")}
    told = {**KNOWN, "amina": ["2027-01-12"]}

    marks = year_marks(chosen(told, year=year, wishes=needed))

    assert date(2027, 1, 12) in marks.on("people")


def test_in_a_large_team_a_tenth_is_nearly():
    assert year_marks(chosen(year=programme(weight="97"))).nearly == Fraction(99) * 9 / 10


def test_meanings_are_of_the_marks_that_there_are():
    days = (YearDay(date(2027, 1, 5), "most"), YearDay(date(2027, 1, 6), "closed"))

    assert YearMarks(days, Fraction(17, 2), Fraction(15, 2)).meanings == {
        "most": "8½ can come",
        "closed": "closed",
    }


def test_without_dates_every_day_is_ruled_out():
    rules = DateRules(weekdays="Tuesday", apart=weeks(4), between=("2027-01-04", "2027-02-12"))

    marks = year_marks(chosen(rules=rules))

    assert {each.mark for each in marks.days} <= {"ruled-out", "people", "closed"}
    assert marks.most == 0


# The figure


def test_figure_has_every_day_and_what_the_marks_mean():
    dates = chosen()
    marks = year_marks(dates, [HALF_TERM])

    (figure,) = year_figure(marks, dates.workshops)

    assert figure.kind == "year"
    assert len(figure.data["days"]) == 82
    assert dict(figure.data["days"][1]) == {"date": "2027-01-05", "mark": "workshop", "number": 1}
    assert dict(figure.data["days"][2]) == {"date": "2027-01-06", "mark": "ruled-out"}
    assert [dict(key) for key in figure.data["legend"]][:2] == [
        {"mark": "workshop", "label": "workshop"},
        {"mark": "most", "label": "3 can come"},
    ]


def test_figure_is_told_in_words_and_as_a_table():
    dates = chosen()
    (figure,) = year_figure(year_marks(dates, [HALF_TERM]), dates.workshops)

    assert figure.alt.startswith(
        "Calendar from 4 January 2027 to 26 March 2027."
        " Workshops: 5 January 2027, 2 February 2027 and 2 March 2027."
    )
    assert [column.title for column in figure.table.columns] == [
        *("Month", "Workshop", "3 can come", "Closed"),
    ]
    assert rows(figure.table) == [
        ("January 2027", "5", "12, 19, 26", ""),
        ("February 2027", "2", "9, 23", "15–19"),
        ("March 2027", "2", "9, 16, 23", ""),
    ]


def test_no_days_make_no_figure():
    assert year_figure(YearMarks((), Fraction(), Fraction()), ()) == ()


def test_figure_with_no_day_to_spare_says_so_in_words():
    days = tuple(YearDay(date(2027, 1, 5) + timedelta(n), "closed") for n in range(2))

    (figure,) = year_figure(YearMarks(days, Fraction(), Fraction()), ())

    assert isinstance(figure, Figure)
    assert figure.alt == "Calendar from 5 January 2027 to 6 January 2027. Workshops: none."


GERMAN = {
    ("", "No workshop after {day}"): ("Kein Workshop nach dem {day}",),
    ("", "These cannot all be met"): ("Nicht alles zugleich erfüllbar",),
    ("", "The other workshops find no dates around it"): ("Kein Platz für die übrigen",),
}


def in_german():
    return speaking_as(Speech("de", (Catalogue(GERMAN, lambda number: number != 1),)))


def test_report_is_in_the_language_of_the_programme():
    year = programme(language="de")
    document = report(chosen(year=year), year)

    assert document.language == "de"
    (dates, *_) = (block for block in document.blocks if isinstance(block, Section))
    assert rows(dates.blocks[0])[0][1].startswith("Dienstag, 5. Januar 2027")


def test_what_cannot_go_together_is_said_in_the_language_of_then():
    year = programme(language="de")
    dates = chosen(year=year, rules=DateRules(weekdays="Tuesday", apart=weeks(9)))
    before = str(dates.conflict)
    with in_german():
        document = report(dates, year)

    assert before.startswith("These cannot all be met:\n  - No workshop before 4 January 2027")
    assert (
        "Kein Workshop nach dem 26. März 2027"
        in sections(document)["Nicht alles zugleich erfüllbar"][0].items
    )
    assert str(dates.conflict) == before


def test_what_rules_out_a_day_is_said_in_the_language_of_then():
    dates = chosen()
    with in_german():
        german = {str(each) for each in dates.why_not("2027-01-12", "three")}
    english = {each.text for each in dates.why_not("2027-01-12", "three")}
    assert german == {"Kein Platz für die übrigen"}
    assert english == {"The other workshops find no dates around it"}
