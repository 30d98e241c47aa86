"""Reminders with their tasks enclosed, and letters as files."""

from email import message_from_bytes, policy

import pytest
from attrs import evolve, frozen

import workshopcore as wc
from workshopcore.actions import reminders
from workshopcore.errors import InvalidValueError, PluginCallError, UnknownKeyError
from workshopcore.testing import sample_programme
from workshopcore.toolkit.reminding import write_messages

AS_OF = "2027-04-20"
SENDER = "Tomasz Nowak <tomasz@example.org>"


@frozen
class Tasks:
    """An exporter that writes down what it was asked for."""

    key: str = "calendar:vtodo"
    title: str = "Tasks"
    matter: str = "actions"
    suffix: str = ".ics"

    def write(self, programme, request):
        return f"{request.as_of} {' '.join(request.actions)}".encode()


class Broken(Tasks):
    def write(self, programme, request):
        raise RuntimeError("out of paper")


@pytest.fixture(scope="module")
def programme():
    sample = sample_programme()
    people = [evolve(p, email=f"{p.id}@example.org") for p in sample.people]
    return evolve(sample, people=people)


def test_reminders_enclose_each_persons_own_actions_as_tasks(programme, with_plugin):
    toolkit = with_plugin(exporters=lambda: [Tasks()])
    found = toolkit.reminders(programme, AS_OF)
    enclosed = {each.person.id: [one.data for one in each.enclosures] for each in found}
    assert enclosed == {
        "amara-diallo": [b"2027-04-20 deputy"],
        "wei-lin": [b"2027-04-20 headsets"],
        "rosa-benitez": [b"2027-04-20 script"],
        "kofi-mensah": [b"2027-04-20 repairs-desk"],
        "hana-sato": [b"2027-04-20 rota"],
        "dilip-rao": [b"2027-04-20 ask"],
    }
    assert {(one.name, one.media_type) for each in found for one in each.enclosures} == {
        ("actions.ics", "text/calendar")
    }


def test_without_the_plugin_letters_are_plain(programme):
    plain = wc.Toolkit(discover=False)
    assert plain.reminders(programme, AS_OF) == reminders(programme, AS_OF)


def test_plugin_that_fails_is_named_and_the_letters_go_without_tasks(programme, with_plugin):
    broken = with_plugin(exporters=lambda: [Broken()])
    assert broken.reminders(programme, AS_OF) == reminders(programme, AS_OF)
    (failure,) = broken.failures
    assert isinstance(failure, PluginCallError)
    assert "out of paper" in str(failure)


def test_letter_about_actions_without_an_owner_has_no_tasks(programme, with_plugin):
    toolkit = with_plugin(exporters=lambda: [Tasks()])
    people = [evolve(p, left="2027-04-01") if p.id == "hana-sato" else p for p in programme.people]
    left = evolve(programme, people=people)
    (letter,) = toolkit.reminders(left, AS_OF, people=["tomasz-nowak"])
    assert [each.action.id for each in letter.unowned] == ["rota"]
    assert letter.enclosures == ()


def test_unknown_person_is_refused(programme):
    with pytest.raises(UnknownKeyError, match="Did you mean 'wei-lin'"):
        wc.Toolkit(discover=False).reminders(programme, AS_OF, people=["wei-linn"])


def test_each_letter_is_a_file_of_its_own(programme, tmp_path):
    found = reminders(programme, AS_OF)
    written = write_messages(found, tmp_path / "letters", SENDER)
    assert [path.name for path in written.paths] == [f"{each.person.id}.eml" for each in found]
    for path, each in zip(written.paths, found, strict=True):
        read = message_from_bytes(path.read_bytes(), policy=policy.default)
        assert path.read_bytes() == bytes(each.message(SENDER))
        assert read["To"].addresses[0].addr_spec == each.email
    assert set((tmp_path / "letters").iterdir()) == set(written.paths)


def test_file_that_says_the_same_is_left_alone(programme, tmp_path):
    found = reminders(programme, AS_OF)
    first = write_messages(found, tmp_path, SENDER).paths[0]
    first.chmod(0o444)
    before = first.stat()
    write_messages(found, tmp_path, SENDER)
    assert (first.stat().st_mtime_ns, first.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_letter_without_an_address_is_returned_to_be_printed(programme, tmp_path):
    people = [evolve(p, email="") if p.id == "wei-lin" else p for p in programme.people]
    found = reminders(evolve(programme, people=people), AS_OF)
    written = write_messages(found, tmp_path, SENDER)
    assert [each.person.id for each in written.unaddressed] == ["wei-lin"]
    assert len(written.paths) == len(found) - 1


def test_sender_without_an_address_writes_nothing(programme, tmp_path):
    with pytest.raises(InvalidValueError, match="an e-mail address of the sender"):
        write_messages(reminders(programme, AS_OF), tmp_path / "letters", "Tomasz")
    assert not (tmp_path / "letters").exists()


def test_name_that_a_system_keeps_for_a_device_is_another_file(programme, tmp_path):
    people = [evolve(p, id="con") if p.id == "wei-lin" else p for p in programme.people]
    actions = [wc.Action("Draft it", "con", agreed="2027-01-20")]
    small = wc.Programme(title="A year", people=[people[1]], actions=actions)
    (path,) = write_messages(reminders(small, AS_OF), tmp_path, SENDER).paths
    assert path.name == "con-paper.eml"


PHRASES = """\
msgid ""
msgstr ""
"Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Dear {name},"
msgstr "Hallo {name},"
"""


def test_letters_are_in_the_language_of_the_programme_with_the_words_of_plugins(
    programme, with_plugin, tmp_path
):
    (tmp_path / "de.po").write_text(PHRASES, encoding="utf-8")
    toolkit = with_plugin(translations=lambda: [tmp_path])
    german = evolve(programme, language="de")
    (found,) = toolkit.reminders(german, AS_OF, people=["wei-lin"])
    text = found.message(SENDER).get_body(("plain",)).get_content()
    assert text.startswith("Hallo Wei Lin,")
