"""How a tool writes answers down, kept as a table."""

import pytest

import workshopcore as wc
from workshopcore.errors import InvalidValueError
from workshopcore.evaluation import AnswerMapping, mapping_of

SURVEY = "docs/examples/carpentries-2020/survey.toml"


def test_mapping_is_kept_with_the_instrument():
    (form,) = wc.load(SURVEY).instruments

    found = mapping_of(form.mappings["wave-2"])

    assert found.columns["slug_auto"] == ""
    assert found == AnswerMapping(columns=dict(form.mappings["wave-2"]["columns"]))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({"colums": {}}, "Did you mean 'columns'"),
        ({"columns": ["worth"]}, "from headings to questions"),
        ({"columns": {"Q1": 1}}, "the question that 'Q1' holds"),
        ({"words": []}, "a table of words"),
        ({"words": {"worth": "Agree"}}, "from words to answers for 'worth'"),
        ({"divider": ""}, "what stands between several answers"),
        ({"delimiter": "x"}, "what stands between columns"),
        ({"skip": -1}, "0"),
        ({"blanks": "NA"}, "list"),
    ],
)
def test_faults_of_a_mapping_are_said(table, expected):
    with pytest.raises(InvalidValueError, match=expected):
        mapping_of(table)
