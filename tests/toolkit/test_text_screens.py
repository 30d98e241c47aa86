"""Quotes and comments looked through by the library and by plugins."""

from types import SimpleNamespace

import pytest

import workshopcore as wc
from workshopcore.contracts.text_screens import Flag
from workshopcore.errors import PluginCallError

YEAR = wc.Programme(
    title="A year of change",
    people=[wc.Person("Amina Yusuf"), wc.Person("Tomasz Nowak")],
    quotes=[
        wc.Quote("Onwards and upwards, as I say", "amina-yusuf"),
        wc.Quote("Onwards and upwards, every single time", "amina-yusuf"),
    ],
)


def screen(look):
    return SimpleNamespace(key="acme:names", title="Names", screen=look)


def words(found):
    return [flag.words for flag in found.flags]


def test_people_of_the_programme_are_flagged():
    assert words(wc.Toolkit(discover=False).identifying(YEAR, "Tomasz helped me")) == ["Tomasz"]


def test_flags_of_plugins_come_beside_the_librarys_own(with_plugin):
    flag = Flag(0, 8, "phrase", "Bluebird", "Say 'a project'")
    toolkit = with_plugin(text_screens=lambda: [screen(lambda text, people: [flag])])

    assert "acme:names" in toolkit.text_screens
    assert words(toolkit.identifying(YEAR, "Bluebird and Tomasz")) == ["Bluebird", "Tomasz"]


def test_screen_that_fails_lets_nothing_through(with_plugin):
    def broken(text, people):
        yield from ()
        raise RuntimeError("no model")

    toolkit = with_plugin(text_screens=lambda: [screen(broken)])

    with pytest.raises(PluginCallError, match="acme"):
        toolkit.identifying(YEAR, "Anything")
    assert len(toolkit.failures) == 1


def test_phrases_of_the_speaker_are_known_from_their_quotes():
    toolkit = wc.Toolkit(discover=False)
    text = "It was onwards and upwards from there"

    assert words(toolkit.identifying(YEAR, text, speaker="amina-yusuf")) != []
    assert words(toolkit.identifying(YEAR, text, speaker="tomasz-nowak")) == []
