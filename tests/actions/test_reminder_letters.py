"""What a letter says, and that it is sound as an e-mail."""

from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from html.parser import HTMLParser

import pytest
from attrs import evolve

import workshopcore as wc
from workshopcore.actions import Enclosure, reminders
from workshopcore.actions.letters import letter
from workshopcore.errors import InvalidValueError
from workshopcore.language import Speech, speaking_as
from workshopcore.language.catalogue import Catalogue

SENDER = "Miriam Oduya <miriam@example.com>"


@pytest.fixture(scope="module")
def year():
    return wc.Programme(
        title="A year of change",
        id="year",
        time_zone="Europe/London",
        people=[
            wc.Person("Amina Yusuf", id="amina", email="amina@example.org"),
            wc.Person("Sam Osei", id="sam", left="2027-02-20"),
            wc.Person("Miriam Oduya", "facilitator", id="miriam", email="miriam@example.com"),
        ],
        workshops=[
            wc.Workshop("Where to?", start="2027-04-06T09:30", end="2027-04-06T16:30"),
        ],
        actions=[
            wc.Action(
                "Draft the vision",
                "amina",
                "2027-02-26",
                agreed="2027-01-19",
                evidence_required="A draft that\nthree teams have seen",
                updates=[
                    wc.Update("2027-02-10", "in-progress", progress=40),
                    wc.Update("2027-02-20", "blocked", note="No answer from\r\nthe north"),
                ],
            ),
            wc.Action("Book the hall", "amina", "2027-04-01", agreed="2027-01-19"),
            wc.Action("Ask the sponsor", "sam", agreed="2027-01-19"),
        ],
    )


def to(programme, person="amina", as_of="2027-03-31"):
    (found,) = reminders(programme, as_of, people=[person])
    return found


def text_of(message):
    return message.get_body(("plain",)).get_content()


def test_letter_says_everything_that_its_reader_needs(year):
    assert (
        text_of(to(year).message(SENDER))
        == """\
Dear Amina Yusuf,

You have 2 open actions in “A year of change”.

The date to keep in mind is Thursday 1 April 2027, when the first of
them is due.

Past its date

It happens. If it is done, a word is enough and it comes off the list.
If something is in the way, say what would help, or by when it can be
done.

* Draft the vision
  Due: Friday 26 February 2027, 33 days ago
  Reported so far: 40 per cent
  Held up by: No answer from the north
  What will show that it is done: A draft that three teams have seen

Still to come

* Book the hall
  Due: Thursday 1 April 2027

Our next workshop is “Where to?” on Tuesday 6 April 2027.

To answer, a line for each is enough: done, on its way, or stuck.

Miriam Oduya
"""
    )


def test_facilitators_letter_says_what_needs_an_owner(year):
    said = letter(to(year, "miriam"))
    assert said.subject == "1 action without an owner: A year of change"
    assert said.date == ""
    (group,) = said.groups
    assert group.title == "Without an owner"
    assert [(entry.statement, entry.facts) for entry in group.entries] == [
        ("Ask the sponsor", (("It was with", "Sam Osei"), ("Due", "no date yet")))
    ]


@pytest.mark.parametrize(
    ("as_of", "kept", "said"),
    [
        ("2027-03-31", 3, "Thursday 1 April 2027, when the first of them is due."),
        ("2027-04-02", 3, "Tuesday 6 April 2027, when we look at them together."),
        ("2027-04-02", 1, "Tuesday 6 April 2027, when we look at it together."),
        ("2027-02-01", 1, "Friday 26 February 2027, when it is due."),
    ],
)
def test_letter_names_one_date_and_why(year, as_of, kept, said):
    some = evolve(year, actions=year.actions[:kept])
    assert letter(to(some, as_of=as_of)).date == f"The date to keep in mind is {said}"


@pytest.mark.parametrize(("kept", "which"), [(1, "it"), (2, "each")])
def test_letter_without_a_date_asks_for_one(year, kept, which):
    some = evolve(year, actions=year.actions[:kept])
    said = letter(to(some, as_of="2027-05-01"))
    assert said.date == f"No date is to come: please say by when {which} can be done."
    assert said.subject.endswith(f"action{'s' * (kept > 1)}: A year of change")
    assert len(said.closing) == 1


def test_several_late_ones_are_several(year):
    said = letter(to(year, as_of="2027-05-01"))
    assert [group.title for group in said.groups] == ["Past their date"]
    assert said.groups[0].introduction.startswith("It happens. If one is done,")


def test_letter_with_nothing_late_is_only_open(year):
    said = letter(to(year, as_of="2027-02-01"))
    assert [(group.title, group.introduction) for group in said.groups] == [("What is open", "")]


def test_block_without_a_reason_says_so(year):
    silent = evolve(year.actions[0], updates=[wc.Update("2027-02-20", "blocked")])
    said = letter(to(evolve(year, actions=[silent])))
    assert ("Held up by", "no reason is on record") in said.groups[0].entries[0].facts


def test_message_has_proper_headers(year):
    made = to(year).message(SENDER)
    said = {name: value for name, value in made.items() if name != "Content-Type"}
    id = said.pop("Message-ID")
    assert said == {
        "Subject": "2 open actions, Thursday 1 April 2027: A year of change",
        "From": "Miriam Oduya <miriam@example.com>",
        "To": "Amina Yusuf <amina@example.org>",
        "Date": "Wed, 31 Mar 2027 09:00:00 +0100",
        "MIME-Version": "1.0",
        "Content-Language": "en-GB",
    }
    assert id.startswith("<")
    assert id.endswith("@example.com>")
    assert made.get_content_type() == "multipart/alternative"


def test_message_is_the_same_as_text_and_as_bytes(year):
    made = to(year).message(wc.Person("Élodie Martin", email="elodie@example.com"))
    assert made.as_string() == bytes(made).decode("ascii")
    assert "From: =?utf-8?q?=C3=89lodie_Martin?=\r\n <elodie@example.com>\r\n" in made.as_string()


def test_same_arguments_give_the_same_bytes(year):
    first, second = (bytes(to(year).message(SENDER)) for _ in range(2))
    assert first == second


def test_letter_that_says_something_else_has_another_identity(year):
    ids = {
        to(programme, as_of=day).message(SENDER)["Message-ID"]
        for day in ("2027-03-30", "2027-03-31")
        for programme in (year, evolve(year, actions=year.actions[:1]), evolve(year, id="other"))
    }
    assert len(ids) == 6


def test_sender_may_be_a_person(year):
    assert to(year).message(year.person("miriam"))["From"] == SENDER


@pytest.mark.parametrize("sender", ["", "Miriam", "Miriam <>", "a@b\nBcc: c@d", wc.Person("Jo")])
def test_sender_without_an_address_is_refused(year, sender):
    with pytest.raises(InvalidValueError, match="an e-mail address of the sender"):
        to(year).message(sender)


def test_moment_of_sending_may_be_given(year):
    sent = datetime(2027, 4, 1, 16, 5, tzinfo=UTC)
    assert to(year).message(SENDER, sent=sent)["Date"] == "Thu, 01 Apr 2027 16:05:00 +0000"
    with pytest.raises(InvalidValueError, match="a moment with a time zone"):
        to(year).message(SENDER, sent=datetime(2027, 4, 1))


def test_files_are_attached_as_they_are(year):
    given = evolve(
        to(year), enclosures=[Enclosure("tasks.ics", "text/calendar", b"A:\xc3\xa9\r\n")]
    )
    more = Enclosure("plan “B”\r\nX: y.pdf", "application/pdf", bytes(range(256)))
    made = given.message(SENDER, attachments=[more])
    parsed = message_from_bytes(bytes(made), policy=policy.default)
    tasks, plan = parsed.iter_attachments()
    assert (tasks.get_filename(), tasks.get_content_type()) == ("tasks.ics", "text/calendar")
    assert tasks.get_payload(decode=True) == b"A:\xc3\xa9\r\n"
    assert tasks.get_content() == "A:é\r\n"
    assert plan.get_filename() == "plan-B-X-y.pdf"
    assert plan.get_content() == bytes(range(256))
    assert text_of(parsed).replace("\r\n", "\n") == text_of(made)


def test_attachment_of_no_kind_is_refused(year):
    odd = Enclosure("x", "text/plain\r\nBcc: a@b", b"")
    with pytest.raises(InvalidValueError, match="a media type"):
        to(year).message(SENDER, attachments=[odd])


def test_language_that_is_none_stays_out_of_the_header(year):
    made = to(evolve(year, language="en\r\nBcc: a@b")).message(SENDER)
    assert made["Content-Language"] == "en"


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.words, self.languages = [], [], []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.languages += [value for name, value in attributes if name == "lang"]

    def handle_data(self, data):
        self.words.append(data)


def page(message):
    found = _Page()
    found.feed(message.get_body(("html",)).get_content())
    return found


def test_page_says_the_same_as_the_text(year):
    made = to(year).message(SENDER)
    words = " ".join(" ".join(page(made).words).split())
    subject = made["Subject"]
    assert words.removeprefix(f"{subject} ") == " ".join(text_of(made).replace("* ", "").split())


def test_page_has_a_language_headings_and_lists_and_loads_nothing(year):
    found = page(to(year).message(SENDER))
    assert found.languages == ["en-GB", "en-GB"]
    assert [found.tags.count(tag) for tag in ("h1", "ul", "li")] == [2, 2, 2]
    assert not {"img", "script", "link", "style", "iframe"} & set(found.tags)


def test_dates_stand_in_every_letter_as_in_the_programme(year):
    assert to(year).by == date(2027, 4, 1)


GREETING = {("", "Dear {name},"): ("Guten Tag {name},",)}


def in_german(forms):
    return Speech("de", (Catalogue(forms, lambda number: number != 1),))


def test_letter_is_in_the_language_of_the_programme(year):
    message = to(evolve(year, language="de")).message(SENDER)
    assert "Donnerstag, 1. April 2027" in text_of(message)
    assert "Donnerstag, 1. April 2027" in message["Subject"]
    assert message["Content-Language"] == "de"


def test_letter_takes_the_translations_of_whoever_speaks_its_language(year):
    reminder = to(evolve(year, language="de"))
    with speaking_as(in_german(GREETING)):
        assert letter(reminder).greeting == "Guten Tag Amina Yusuf,"


def test_letter_keeps_the_words_that_were_settled_for_it(year):
    reminder = evolve(to(evolve(year, language="de")), speech=in_german(GREETING))
    with speaking_as(Speech("fr")):
        assert letter(reminder).greeting == "Guten Tag Amina Yusuf,"


def test_letter_says_in_its_language_what_kind_of_thing_it_is(year):
    forms = {("kind of a document", "e-mail"): ("E-Mail",)}
    reminder = evolve(to(evolve(year, language="de")), speech=in_german(forms))
    page = reminder.message(SENDER).get_body(("html",)).get_content()
    assert 'lang="de" role="article" aria-roledescription="E-Mail"' in page
