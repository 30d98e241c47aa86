"""Every open action is in one letter, nobody reads of another's, and no text breaks out."""

from collections import Counter
from datetime import timedelta
from email import message_from_bytes, policy
from email.header import decode_header, make_header

from action_years import FIRST, began, years
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import workshopcore as wc
from workshopcore.actions import Enclosure, reminders, without_owner
from workshopcore.actions.letters import letter
from workshopcore.actions.letters.words import line
from workshopcore.testing.strategies import texts, titles

CLOSED = ("done", "verified", "cancelled", "superseded")
AS_OF = st.integers(-5, 320).map(lambda days: FIRST + timedelta(days=days))
SENDER = "Miriam Oduya <miriam@example.com>"


def answers(programme, owner, day):
    """Follow successors until somebody is still there; ``""`` where nobody is."""
    passed = []
    while owner and owner not in passed:
        person = next(person for person in programme.people if person.id == owner)
        if person.left is None or day <= person.left:
            return owner
        passed.append(owner)
        owner = person.successor
    return ""


def open_by_person(programme, day):
    """Ask each action by itself whether it is open, and who answers for it."""
    found = {}
    for action in programme.actions:
        if began(programme, action) <= day and action.status(day) not in CLOSED:
            person = answers(programme, action.owner_on(day), day)
            found.setdefault(person, set()).add(action.id)
    return found


@given(years(), AS_OF)
def test_every_open_action_with_an_owner_is_in_exactly_one_letter(programme, day):
    expected = open_by_person(programme, day)
    unowned = expected.pop("", set())
    letters = reminders(programme, day)
    assert {r.person.id: {one.action.id for one in r.actions} for r in letters} == expected
    counted = Counter(one.action.id for each in letters for one in each.actions)
    assert set(counted.values()) <= {1}
    assert {one.action.id for one in without_owner(programme, day)} == unowned


@given(years(), AS_OF)
def test_nobody_reads_of_anybody_elses_action(programme, day):
    people = [evolve(person, email=f"{person.id}@example.org") for person in programme.people]
    programme = evolve(programme, people=people)
    for each in reminders(programme, day):
        made = each.message(SENDER)
        said = made["Subject"] + "".join(
            made.get_body((kind,)).get_content() for kind in ("plain", "html")
        )
        mine = {one.action.id for one in each.actions}
        for action in programme.actions:
            assert (action.statement in said) == (action.id in mine)


@given(years(), AS_OF)
def test_date_is_never_past_and_no_action_comes_up_before_it(programme, day):
    for each in reminders(programme, day):
        coming = [one.due for one in each.actions if one.due is not None and not one.late]
        meetings = [
            workshop.day
            for workshop in programme.workshops
            if workshop.day > day and workshop.state(day) not in ("cancelled", "postponed")
        ]
        assert each.by == min([*coming, *meetings], default=None)
        assert each.by is None or each.by >= day


@st.composite
def hostile_years(draw):
    """Return a programme of one action, in which every text is anything at all."""
    update = wc.Update("2027-02-01", "blocked", progress=40, note=draw(texts()))
    return wc.Programme(
        title=draw(titles()),
        id="year",
        language=draw(st.just("cy") | titles()),
        people=[wc.Person(draw(titles()), id="amina", email="amina@example.org")],
        workshops=[wc.Workshop(draw(titles()), start="2027-04-06T09:30", end="2027-04-06T16:30")],
        actions=[
            wc.Action(
                draw(titles()),
                "amina",
                "2027-02-26",
                id="draft",
                agreed="2027-01-19",
                evidence_required=draw(texts()),
                updates=[update],
            )
        ],
    )


def words(message, kind):
    return message.get_body((kind,)).get_content().replace("\r\n", "\n")


def named_in(data, header):
    """Return a header by the rules for encoded words (RFC 2047), which drop what parts them.

    The parser of Python 3.11's newer policies keeps a space between two of them in a name.
    """
    raw = message_from_bytes(data)[header]
    return str(make_header(decode_header(raw.replace("\r\n", "").replace("\n", ""))))


@given(hostile_years(), titles())
def test_any_text_gives_a_message_that_reads_back_as_it_was_written(programme, name):
    (reminder,) = reminders(programme, "2027-03-01")
    sender = wc.Person(name, email="miriam@example.com")
    made = reminder.message(sender, attachments=[Enclosure(name, "text/calendar", b"x")])
    data = bytes(made)
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 998
    read = message_from_bytes(data, policy=policy.default)
    assert read.defects == []
    assert list(read.keys()) == list(made.keys())
    assert read["Subject"] == made["Subject"]
    for header in ("To", "From"):
        (address,) = made[header].addresses
        assert [one.addr_spec for one in read[header].addresses] == [address.addr_spec]
        if address.display_name.isascii():
            assert read[header].addresses == (address,)
        else:
            assert named_in(data, header) == f"{address.display_name} <{address.addr_spec}>"
    assert words(read, "plain") == words(made, "plain")
    assert words(read, "html") == words(made, "html")


@given(hostile_years())
def test_any_text_is_only_text_in_the_page(programme):
    (reminder,) = reminders(programme, "2027-03-01")
    plain = evolve(
        programme,
        title="Plain",
        language="cy",
        people=[wc.Person("Plain", id="amina", email="amina@example.org")],
        workshops=[evolve(programme.workshops[0], title="Plain")],
        actions=[evolve(programme.actions[0], statement="Plain")],
    )
    (other,) = reminders(plain, "2027-03-01")
    tags = [_tags(each.message(SENDER)) for each in (reminder, other)]
    assert tags[0] == tags[1]


def _tags(message):
    from html.parser import HTMLParser

    found = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: found.append((tag, len(attributes)))
    parser.feed(words(message, "html"))
    return found


@given(titles())
def test_subject_holds_the_title_on_one_line(title):
    programme = wc.Programme(
        title=title,
        people=[wc.Person("Amina Yusuf", id="amina")],
        actions=[wc.Action("Draft it", "amina", agreed="2027-01-19")],
    )
    (reminder,) = reminders(programme, "2027-03-01")
    assert letter(reminder).subject == f"1 open action: {line(title)}"
