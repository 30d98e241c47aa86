"""The five lines that send reminders, exactly as the page has them, against a real mail server."""

import re
import socket
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from attrs import evolve

import workshopcore as wc
from workshopcore.testing import sample_programme

PAGE = Path(__file__).parents[2] / "docs/how-to/send-reminders.md"
SENDER = "Tomasz Nowak <tomasz@example.org>"


class Postbox:
    """Keeps what arrives."""

    def __init__(self):
        self.arrived = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.arrived.append(envelope)
        return "250 OK"


@pytest.fixture
def postbox():
    """Serve a mail server on a free port of this machine; return what arrives, and the port."""
    box = Postbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    yield box, port
    server.stop()


def code():
    """Return the block of the page that sends."""
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    (block,) = [block for block in blocks if "smtplib" in block]
    return block


def with_addresses(programme):
    people = [
        evolve(person, email="" if person.id == "hana-sato" else f"{person.id}@example.org")
        for person in programme.people
    ]
    return evolve(programme, people=people)


def test_example_is_five_lines():
    assert len([line for line in code().splitlines() if line.strip()]) <= 5


def send(reminders, port):
    """Run the block, with the names that the page leaves to its reader."""
    names = {"reminders": reminders, "sender": SENDER, "host": "127.0.0.1", "port": port}
    exec(compile(code(), str(PAGE), "exec"), names)


@pytest.fixture(scope="module")
def reminders():
    """Return letters to people of whom one has no address."""
    programme = with_addresses(sample_programme())
    return wc.Toolkit(discover=False).reminders(programme, "2027-04-20")


def test_example_sends_each_letter_to_its_person_alone(postbox, reminders):
    box, port = postbox
    send(reminders, port)
    reached = [each for each in reminders if each.reachable]
    assert [each.person.id for each in reminders if not each.reachable] == ["hana-sato"]
    assert [envelope.rcpt_tos for envelope in box.arrived] == [[each.email] for each in reached]
    assert {envelope.mail_from for envelope in box.arrived} == {"tomasz@example.org"}


def test_letter_arrives_as_it_was_written(postbox, reminders):
    box, port = postbox
    send(reminders, port)
    written = [each.message(SENDER) for each in reminders if each.reachable]
    assert [envelope.content for envelope in box.arrived] == [bytes(each) for each in written]
    for envelope, message in zip(box.arrived, written, strict=True):
        arrived = message_from_bytes(envelope.content, policy=policy.default)
        assert arrived["Subject"] == message["Subject"]
        assert words(arrived, "plain") == words(message, "plain")
        assert words(arrived, "html") == words(message, "html")


def words(message, kind):
    return message.get_body((kind,)).get_content().replace("\r\n", "\n")
