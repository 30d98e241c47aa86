"""Charts for the wall and sheets for the tables."""

import pytest
from attrs import evolve

from workshopcore.contracts.report import Checklist, PageBreak, Paragraph, Section, Table
from workshopcore.contracts.reports import ReportRequest
from workshopcore.errors import ReportError, UnknownKeyError
from workshopcore.formats import catalogue
from workshopcore.model.agenda import Break, Lunch, Parallel, Session, Track
from workshopcore.model.lifecycle import Event
from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.model.workshop import Group, GroupAllocation, Material, Room, Venue, Workshop
from workshopcore.reports import SessionMaterials

CATALOGUE = {format.key: format for format in catalogue()}
KEY = "session-materials"
PEOPLE = [Person(f"Person {letter}") for letter in "ABCDEFGHIJKL"]
SECRET = "Nobody may read this"


def programme(*agenda, people=PEOPLE, **more):
    day = Workshop(
        "Where now?",
        id="now",
        start="2027-01-19T09:00",
        end="2027-01-19T17:00",
        agenda=agenda,
        **more,
    )
    return Programme(title="A year", people=people, workshops=[day])


@pytest.fixture
def pack():
    """Return a function that builds the pack of a workshop with the catalogue's formats."""

    def built(planned, audience="facilitators", **options):
        request = ReportRequest(workshop="now", formats=CATALOGUE, options=options)
        return SessionMaterials(audience=audience).build(planned, request)

    return built


def titles(part):
    return [block.title for block in part.blocks if isinstance(block, Section)]


def facts(chart):
    return {label: value for block in chart.blocks for label, value in getattr(block, "pairs", ())}


def lines(section):
    return [task.text for b in section.blocks if isinstance(b, Checklist) for task in b.items]


def tables(part):
    return [block for block in part.blocks if isinstance(block, Table)]


def test_a_page_for_every_chart_and_sheet(pack):
    report = pack(programme(Session("swot", minutes=90), Lunch(45), Session("check-out")))
    bring, *rest = report.blocks
    assert bring.title == "What to bring"
    assert [type(block) for block in rest] == [PageBreak, Section] * 2
    assert [type(block) for block in rest[1].blocks[-10:]] == [PageBreak, Section] * 5


def test_session_opens_with_its_question_its_time_its_room_and_its_groups(pack, reading):
    planned = programme(
        Session("force-field", title="What pushes?", minutes=(70, 70, 70), room="hall"),
        venue=Venue("Town hall", rooms=[Room("The hall", id="hall")]),
    )
    chart = reading.section(pack(planned), "What pushes?")
    said = [block.text for block in chart.blocks if isinstance(block, Paragraph)]
    assert said == ["What pushes us towards the change?", "What holds us where we are?"]
    assert facts(chart) == {
        "Time": "09:00–10:10",
        "Where": "The hall",
        "How we sit": "2 groups (6 each)",
    }


def test_step_has_its_prompt_its_minutes_and_what_to_write_down(pack, reading):
    report = pack(programme(Session("force-field", title="What pushes?", minutes=(75, 75, 75))))
    chart = reading.section(report, "Weigh them")
    assert chart.blocks[0] == Paragraph(
        "How strong is each, from 1 for a breeze to 5 for a gale?", lead=True
    )
    assert facts(chart) == {
        "Time": "10 minutes",
        "How we sit": "2 groups (6 each)",
        "Write down": "A score beside each force",
        "Part of": "What pushes?",
    }


def test_what_is_only_said_has_no_chart(pack, reading):
    report = pack(programme(Session("check-in", title="Hello", minutes=15)))
    assert titles(reading.section(report, "Hello")) == []


def test_rounds_share_a_chart(pack, reading):
    report = pack(programme(Session("troika-consulting", title="Advice", minutes=29)))
    chart = reading.section(report, "The consultants think aloud")
    assert facts(chart)["Time"].endswith(" in each of 3 rounds")
    assert facts(chart)["How we sit"] == "4 troikas (3 each)"


def test_people_on_their_own_and_in_pairs_are_told_so(pack, reading):
    report = pack(programme(Session("one-two-four-all", title="Ideas", minutes=20)))
    assert facts(reading.section(report, "Think alone"))["How we sit"] == "Each for yourself"
    assert facts(reading.section(report, "Build in pairs"))["How we sit"] == "6 pairs (2 each)"


def test_room_of_a_track_is_told_with_it(pack, reading):
    tracks = Parallel([Track("North", [Session(title="Law", minutes=30)]), Track("South", [])])
    law = reading.section(pack(programme(tracks)), "Law")
    assert facts(law) == {"Time": "09:00–09:30", "Where": "North"}


def test_times_are_rounded_as_in_the_participants_agenda(pack, reading):
    planned = programme(Session(title="Short", minutes=(12, 12, 12)))
    assert facts(reading.section(pack(planned), "Short"))["Time"] == "09:00–09:10"


def test_sheet_of_a_known_shape_follows_its_charts(pack, reading):
    report = pack(programme(Session("swot", title="Strong?", minutes=90)))
    assert titles(reading.section(report, "Strong?"))[-2:] == [
        "SWOT",
        "What the four say to each other",
    ]
    (grid,) = tables(reading.section(report, "SWOT"))
    assert (grid.writable, grid.row_headings) == (True, True)
    assert grid.rows[0] == ("Within", "Strengths", "Weaknesses")


def test_lines_to_write_on_are_empty(pack, reading):
    report = pack(programme(Session("action-planning", title="Who?", minutes=45)))
    (sheet,) = tables(reading.section(report, "Who does what by when"))
    assert {cell for row in sheet.rows for cell in row} == {""}
    assert (sheet.row_headings, len(sheet.rows)) == (False, 7)


def test_options_of_a_vote_are_printed(pack, reading):
    options = {"choices": 3, "wording": ["Forms", "Doors"]}
    report = pack(programme(Session("dot-voting", title="Vote", minutes=20, options=options)))
    (sheet,) = tables(reading.section(report, "Options"))
    assert [row[0] for row in sheet.rows] == ["Forms", "Doors", ""]


def test_everybody_has_a_column_in_a_chart_of_roles_five_to_a_sheet(pack, reading):
    roles = Session("raci-charting", title="Roles", minutes=60, options={"rows": 3})
    facilitator = Person("Sam Lead", role="facilitator")
    report = pack(programme(roles, people=[*PEOPLE, facilitator]))
    sheets = [
        tables(each)[0] for each in reading.section(report, "Roles").blocks if tables_in(each)
    ]
    assert [[column.title for column in sheet.columns] for sheet in sheets] == [
        ["Task", *(f"Person {letter}" for letter in part)] for part in ("ABCD", "EFGH", "IJKL")
    ]
    assert {len(sheet.rows) for sheet in sheets} == {3}


def tables_in(block):
    return isinstance(block, Section) and tables(block)


def test_rounds_have_their_own_questions(pack, reading):
    options = {"rounds": 2, "questions": ["Who comes?", "Who does not?"]}
    report = pack(programme(Session("world-cafe", title="Ideas", minutes=100, options=options)))
    leads = {
        title: reading.section(report, title).blocks[0].text
        for title in titles(reading.section(report, "Ideas"))
        if "Round" in title
    }
    assert leads == {
        "Table talk: Round 1 of 2": "Who comes?",
        "Table talk: Round 2 of 2": "Who does not?",
        "Table sheet: Round 1 of 2": "Who comes?",
        "Table sheet: Round 2 of 2": "Who does not?",
    }


def test_a_round_without_a_question_keeps_the_prompt(pack, reading):
    options = {"rounds": 3, "questions": ["Who comes?", "Who does not?"]}
    report = pack(programme(Session("world-cafe", title="Ideas", minutes=130, options=options)))
    third = reading.section(report, "Table talk: Round 3 of 3").blocks[0].text
    assert third.startswith("Hosts, from the second round on")
    assert isinstance(reading.section(report, "Table sheet: Round 3 of 3").blocks[0], Table)


def test_one_question_takes_the_place_of_words_that_are_still_to_be_found(pack, reading):
    asked = Session("one-two-four-all", title="Ideas", options={"questions": "What is missing?"})
    report = pack(programme(asked))
    chart = reading.section(report, "Ideas")
    assert [b.text for b in chart.blocks if isinstance(b, Paragraph)] == ["What is missing?"]
    assert reading.section(report, "One, two, four").blocks[0].text == "What is missing?"
    assert "Still to be put into words" not in titles(report.blocks[0])


def test_words_that_are_still_to_be_found_are_for_facilitators_to_find(pack, reading):
    report = pack(programme(Session("one-two-four-all", title="Ideas")))
    missing = reading.section(report, "Still to be put into words")
    assert missing.blocks[0].items == ("Ideas: The question, word for word",)
    assert "word for word" not in reading.words(report.blocks[1:])


@pytest.mark.parametrize("wrong", [3, {"a": 1}, [3, ""]])
def test_questions_that_are_none_are_passed_over(pack, reading, wrong):
    asked = Session("check-out", title="Bye", options={"questions": wrong})
    chart = reading.section(pack(programme(asked)), "Bye")
    said = [b.text for b in chart.blocks if isinstance(b, Paragraph)]
    assert said == ["One word for today", "One thing I will do"]


def test_day_has_a_chart_of_what_it_is_for(pack, reading):
    planned = programme(Session("check-out"), purpose="See it as it is.", outputs=["A map"])
    chart = reading.section(pack(planned), "Where now?")
    assert chart.blocks[0] == Paragraph("See it as it is.", lead=True)
    assert chart.blocks[1].items == ("A map",)


def test_first_page_says_what_to_bring_and_what_to_print(pack, reading):
    planned = programme(
        Session("swot", title="Strong?", minutes=90), materials=[Material("tape", quantity=2)]
    )
    first = pack(planned).blocks[0]
    assert lines(first)[:2] == ["2 × tape", "2 × Chart in four boxes (for Strong?)"]
    assert lines(reading.section(first, "To print")) == [
        "2 × SWOT (for Strong?)",
        "1 × What the four say to each other (for Strong?)",
    ]


def test_first_page_refers_to_the_group_lists(pack, reading):
    seats = GroupAllocation("ideas", [Group(["person-a", "person-b"])])
    planned = programme(Session(title="Ideas", id="ideas", minutes=30), allocations=[seats])
    assert "are in the group lists" in reading.words(pack(planned).blocks[0])
    assert "Person A" not in reading.words(pack(planned))


def test_participants_see_no_first_page(build):
    planned = programme(Session("trios", title="Trios"))
    shown = build(planned, SessionMaterials(audience="participants"), workshop="now")
    assert titles(shown) == ["Trios"]


def test_nothing_of_facilitators_is_on_the_wall(build, reading, year):
    told = Session(
        "trios",
        title="Trios",
        id="trios",
        purpose=SECRET,
        plan_b=SECRET,
        notes=SECRET,
        outputs=[SECRET],
        priority="could",
    )
    planned = programme(told, materials=[Material(SECRET, note=SECRET, session="trios")])
    shown = build(planned, SessionMaterials(audience="participants"), workshop="now")
    assert SECRET not in reading.words(shown)
    whole = build(planned, KEY, workshop="now")
    assert SECRET in reading.words(whole.blocks[0])
    assert SECRET not in reading.words(whole.blocks[1:])


def test_notes_of_a_format_stay_with_facilitators(build, reading):
    class Noted(type(reading.formats["trios"])):
        def expand(self, request):
            return evolve(super().expand(request), notes=[SECRET])

    request = ReportRequest(workshop="now", formats={"trios": Noted()})
    report = SessionMaterials().build(programme(Session("trios")), request)
    assert SECRET not in reading.words(report)


def test_one_session_has_its_own_pack(pack):
    planned = programme(
        Session("swot", title="Strong?", id="strong", minutes=90),
        Session("check-in", title="Hello", id="hello"),
        purpose="See it.",
        materials=[Material("map", session="hello"), Material("tape")],
    )
    report = pack(planned, session="hello")
    assert (report.title, report.name) == ("Session materials: Hello", f"{KEY}-now-hello")
    assert titles(report) == ["What to bring", "Hello"]
    assert lines(report.blocks[0]) == ["map", "1 × Flip chart with the question"]


def test_unknown_session_is_refused_with_the_nearest(pack):
    with pytest.raises(UnknownKeyError, match=r"no session 'helo'\. Did you mean 'hello'"):
        pack(programme(Session("check-in", id="hello")), session="helo")


def test_workshop_without_sessions_has_no_pack(pack):
    with pytest.raises(ReportError, match="'now' has no sessions to make charts for"):
        pack(programme(Break(15)))


def test_session_without_a_format_has_its_title_and_time(pack):
    report = pack(programme(Session(title="Talk", minutes=30)))
    assert titles(report) == ["Talk"]


def test_workshop_that_is_off_says_so(pack):
    off = programme(Session("check-out"), events=[Event("2027-01-04", "cancelled")])
    assert pack(off).blocks[0].title == "Please note"


def test_a_step_with_nothing_to_read_has_no_chart(build, reading):
    class Silent(type(reading.formats["trios"])):
        def expand(self, request):
            plan = super().expand(request)
            return evolve(plan, steps=[evolve(plan.steps[0], prompt="", capture=" ")])

    request = ReportRequest(workshop="now", formats={"trios": Silent()})
    report = SessionMaterials().build(programme(Session("trios", title="Trios")), request)
    assert titles(reading.section(report, "Trios")) == []
