"""German is complete, and says the same."""

import re
from importlib import resources
from io import BytesIO

import pytest
from babel.messages.pofile import read_po
from extraction import ROOT, phrases

_PLACE = re.compile(r"\{(\w+)[^{}]*\}")
FILES = [
    ROOT / "src/workshopcore/language/catalogues/de.po",
    *sorted(ROOT.glob("plugins/*/src/*/translations/de.po")),
]


@pytest.fixture(scope="module")
def german():
    return {
        (
            message.context or "",
            message.id if isinstance(message.id, str) else message.id[0],
        ): message
        for file in FILES
        for message in read_po(BytesIO(file.read_bytes()))
        if message.id
    }


@pytest.fixture(scope="module")
def wanted():
    return {
        (message.context or "", message.id if isinstance(message.id, str) else message.id[0])
        for message in phrases()
        if message.id
    }


def test_every_phrase_has_a_translation(german, wanted):
    said = {key for key, one in german.items() if one.string and all(_forms(one)) and not one.fuzzy}
    assert wanted - said == set()


def test_no_translation_is_of_a_phrase_that_is_gone(german, wanted):
    assert set(german) - wanted == set()


def test_translations_fill_in_the_same_values(german):
    different = [
        (phrase, form)
        for message in german.values()
        for phrase, form in zip(_phrases(message), _forms(message), strict=True)
        if _places(phrase) - {"count"} != _places(form) - {"count"}
    ]
    assert different == []


def test_translations_of_the_library_are_in_its_package():
    folder = resources.files("workshopcore.language") / "catalogues"
    assert "de.po" in [file.name for file in folder.iterdir()]


def _forms(message):
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def _phrases(message):
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _places(text):
    return set(_PLACE.findall(text))
