"""No document says anything fixed that a translator never got to see."""

import pytest
from pseudo_language import MOMENTS, own_words, reports, untranslated

# Words that are nobody's and no phrase: they are the same in every language.
SAME_EVERYWHERE = frozenset()


@pytest.fixture(scope="module")
def own():
    return own_words()


@pytest.mark.parametrize("moment", MOMENTS)
def test_every_fixed_phrase_of_every_report_is_translated(tmp_path, own, moment):
    strange = {
        (name.split()[0], part): text
        for name, report in reports(tmp_path, moment)
        for part, text in untranslated(report, own)
        if part not in SAME_EVERYWHERE
    }
    assert strange == {}
