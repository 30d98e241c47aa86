"""What is wrong in a template, before it runs."""

import pytest

from workshopcore.sandbox import Sandbox, looked_through

TAG = "this tag is not for templates of a house"


def faults(source, known=("programme",), **others):
    """Return the lines and words of what is wrong in a template."""
    sandbox = Sandbox({"note": source, **others})
    return [(each.line, each.words) for each in looked_through(sandbox, "note", known)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("fine {{ programme.title }}", []),
        ("\n{{ programm.title }}", [(2, "there is no 'programm' here: did you mean 'programme'?")]),
        ("{{ x|uper }}{{ y }}", [(1, "there is no filter 'uper': did you mean 'upper'?")]),
        (
            "{% if programme is evn %}{% endif %}",
            [(1, "there is no test 'evn': did you mean 'even'?")],
        ),
        ("a\n{% if %}", [(2, "Expected an expression, got 'end of statement block'")]),
        (
            "{% filter upper %}x{% endfilter %}",
            [
                (
                    1,
                    f"{TAG}: write a filter behind a value: {{{{ value|filter }}}}",
                )
            ],
        ),
        (
            "{% autoescape false %}x{% endautoescape %}",
            [
                (
                    1,
                    f"{TAG}: what people wrote is always escaped",
                )
            ],
        ),
        (
            "{% for x in [] recursive %}{% endfor %}",
            [(1, "a loop cannot be recursive here: let a macro call itself")],
        ),
        (
            "\n\n{% include 'oter' %}",
            [(3, "there is no template 'oter' in this folder: did you mean 'other'?")],
        ),
        (
            "{% include programme.title %}",
            [(1, "the template is named outright, in quotation marks")],
        ),
        (
            "{% block a %}{% endblock %}{% block a %}{% endblock %}",
            [(1, "block 'a' defined twice")],
        ),
        ("{% set mine = 1 %}{{ mine }}{{ range(3) }}", []),
        ("{% extends 'other' %}{% block a %}{{ whatever }}{% endblock %}", []),
    ],
)
def test_what_is_wrong_has_its_line_and_a_cure(source, found):
    assert faults(source, other="{% block a %}{% endblock %}") == found


def test_several_faults_are_told_together():
    assert [line for line, _ in faults("{{ a }}\n{{ b }}\n{{ a }}")] == [1, 2, 3]


def test_names_of_a_part_are_for_whoever_uses_it():
    assert faults("{{ anything }}", None) == []


def test_cure_may_be_given_with_a_name():
    sandbox = Sandbox({"note": "{{ as_of }}"})
    [fault] = looked_through(sandbox, "note", (), {"as_of": "add it to needs"})
    assert fault.words == "there is no 'as_of' here: add it to needs"


def test_nesting_without_end_is_a_fault_and_no_crash():
    deep = "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}"
    assert faults(deep) == [(1, "its loops and conditions are nested too deeply")]
    loops = "{% for x in [1] %}" * 60 + "{% endfor %}" * 60
    assert [words for _, words in faults(loops)] == [
        "its loops and conditions are nested too deeply"
    ]
