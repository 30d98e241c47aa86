"""Phrases are said in the language that is spoken, and in English where it has none."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from workshopcore.errors import ProgrammeFileError
from workshopcore.language import (
    gettext,
    gettext_noop,
    ngettext,
    npgettext,
    pgettext,
    speaking,
    speech,
)

WELSH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);\\n"

msgid "Action plan"
msgstr "Cynllun gweithredu"

msgid "{count} day"
msgid_plural "{count} days"
msgstr[0] "{count} diwrnod"
msgstr[1] "{count} ddiwrnod"
msgstr[2] "{count} o ddiwrnodau"

msgctxt "of a door"
msgid "Open"
msgstr "Ar agor"

msgctxt "of people"
msgid "{count} came"
msgid_plural "{count} came"
msgstr[0] "daeth {count}"
msgstr[1] "daeth {count} ill dau"
msgstr[2] "daeth pob {count}"

msgid "Before {workshop}"
msgstr "Cyn {workshop}"

#, fuzzy
msgid "Doubtful"
msgstr "Amheus"

msgid "Not yet"
msgstr ""
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "cy.po").write_text(WELSH, encoding="utf-8")
    return tmp_path


def test_phrase_is_said_in_the_language_that_is_spoken(folder):
    with speaking("cy", folders=[folder]):
        assert gettext("Action plan") == "Cynllun gweithredu"
    assert gettext("Action plan") == "Action plan"


def test_phrase_without_a_translation_is_english(folder):
    with speaking("cy", folders=[folder]):
        assert gettext("Run sheet") == "Run sheet"
        assert gettext("Not yet") == "Not yet"


def test_doubtful_translation_does_not_count(folder):
    with speaking("cy", folders=[folder]):
        assert gettext("Doubtful") == "Doubtful"


def test_wider_language_is_taken_where_there_is_no_narrow_one(folder):
    with speaking("cy-GB", folders=[folder]):
        assert gettext("Action plan") == "Cynllun gweithredu"


def test_narrow_language_comes_before_the_wider_one(folder):
    (folder / "cy-GB.po").write_text('msgid "Action plan"\nmsgstr "Cynllun"\n', encoding="utf-8")
    with speaking("cy-GB", folders=[folder]):
        assert gettext("Action plan") == "Cynllun"
        assert pgettext("of a door", "Open") == "Ar agor"


def test_first_folder_comes_before_the_others_and_the_library_last(folder, tmp_path_factory):
    house = tmp_path_factory.mktemp("house")
    (house / "de.po").write_text('msgid "Action plan"\nmsgstr "Abreden"\n', encoding="utf-8")
    with speaking("de", folders=[house]):
        assert gettext("Action plan") == "Abreden"
    with speaking("de"):
        assert gettext("Action plan") == "Maßnahmenplan"


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 diwrnod"), (2, "2 ddiwrnod"), (5, "5 o ddiwrnodau")]
)
def test_number_takes_the_plural_form_of_the_language(folder, number, said):
    with speaking("cy", folders=[folder]):
        assert ngettext("{count} day", "{count} days", number) == said


def test_number_takes_the_plural_form_of_english_without_a_translation():
    assert ngettext("{count} day", "{count} days", 1) == "1 day"
    assert ngettext("{count} day", "{count} days", 0) == "0 days"


def test_context_tells_phrases_apart(folder):
    with speaking("cy", folders=[folder]):
        assert pgettext("of a door", "Open") == "Ar agor"
        assert pgettext("of an action", "Open") == "Open"
        assert npgettext("of people", "{count} came", "{count} came", 2) == "daeth 2 ill dau"
    assert npgettext("of people", "{count} came", "{count} came", 2) == "2 came"


def test_values_are_taken_as_they_are(folder):
    with speaking("cy", folders=[folder]):
        assert gettext("Before {workshop}", workshop="{0} {workshop}") == "Cyn {0} {workshop}"
    assert gettext("100 {sure}") == "100 {sure}"


def test_phrase_that_is_marked_stays_as_it_is(folder):
    with speaking("cy", folders=[folder]):
        assert gettext_noop("Action plan") == "Action plan"


def test_threads_speak_for_themselves(folder):
    def said(language: str) -> str:
        with speaking(language, folders=[folder]):
            return gettext("Action plan")

    languages = ["cy", "de", "en-GB"] * 20
    with ThreadPoolExecutor(6) as pool:
        heard = list(pool.map(said, languages))
    assert heard == ["Cynllun gweithredu", "Maßnahmenplan", "Action plan"] * 20


def test_language_is_as_before_after_a_failure(folder):
    with pytest.raises(ZeroDivisionError), speaking("cy", folders=[folder]):
        _ = 1 / 0
    assert speech().language == "en-GB"


def test_file_that_has_changed_is_read_again(tmp_path):
    file = tmp_path / "cy.po"

    def said(translation: str) -> str:
        file.write_text(f'msgid "Action plan"\nmsgstr "{translation}"\n', encoding="utf-8")
        with speaking("cy", folders=[tmp_path]):
            return gettext("Action plan")

    assert [said("Cynllun"), said("Cynllun gweithredu")] == ["Cynllun", "Cynllun gweithredu"]


def test_folder_that_is_not_there_is_named(tmp_path):
    missing = tmp_path / "translations"
    with (
        pytest.raises(ProgrammeFileError, match=r"a folder of translations.*found .*/translations"),
        speaking("cy", folders=[missing]),
    ):
        pass


@pytest.mark.parametrize("text", ['msgid "unended', 'msgid "x"\nmsgstr[0 "y"\n'])
def test_file_that_is_no_translation_is_refused_by_name(tmp_path, text):
    (tmp_path / "cy.po").write_text(text, encoding="utf-8")
    refused = r"cy\.po.*translations as gettext keeps them"
    with pytest.raises(ProgrammeFileError, match=refused), speaking("cy", folders=[tmp_path]):
        pass
