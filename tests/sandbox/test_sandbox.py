"""What a template can do in the sandbox, and what it cannot."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from attrs import frozen

from workshopcore.model.people import Person
from workshopcore.model.programme import Programme
from workshopcore.sandbox import Budget, Sandbox, fault_of, readable, spending
from workshopcore.sandbox.allowed import allowed


def run(source, **given):
    """Return what a template writes."""
    with spending(Budget()):
        return Sandbox({"note": source}).get_template("note").render(given)


def refusal(source, **given):
    """Return why a template cannot run."""
    with pytest.raises(Exception) as caught:  # noqa: PT011 (whatever comes is put into words)
        run(source, **given)
    return fault_of(caught.value).words


@frozen
class Stranger:
    """A record of somebody else's."""

    secret: str = "x"


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("{{ person.name|upper }}", "AMINA"),
        ("{% for n in range(3) %}{{ n }}{% endfor %}", "012"),
        ("{{ 'a' ~ 1 ~ none }}", "a1None"),
        ("{{ [1, 2]|sum + 3 * 2 }}", "9"),
        ("{{ ['a', 'b']|join(', ') }}", "a, b"),
        ("{{ [person]|join(', ', attribute='name') }}", "Amina"),
        ("{{ [person]|sum(attribute='required') }}", "1"),
        ("{{ 2.456|round(1) }} {{ 2.6|round }}", "2.5 3"),
        ("{{ 'one two three'|truncate(9) }}", "one two…"),
        ("{{ 'onetwothree'|truncate(5) }}", "onet…"),
        ("{{ 'short'|truncate(9) }}", "short"),
        ("{{ 'banana'|replace('a', 'o') }} {{ 'aaa'|replace('a', 'b', 1) }}", "bonono baa"),
        ("{% set n = namespace(v=1) %}{% set n.v = 5 %}{{ n.v }}", "5"),
        (
            "{% macro m(x) %}<{{ x }}>{{ caller() }}{% endmacro %}{% call m(1) %}y{% endcall %}",
            "<1>y",
        ),
        ("{{ day.year }}-{{ moment.hour }} {{ span.days }}", "2027-9 2"),
        (
            "{{ {'a': 1}.get('a') }}{% for k, v in {'b': 2}.items() %}{{ k }}{{ v }}{% endfor %}",
            "1b2",
        ),
        ("{{ ([person]|groupby('role'))[0].grouper }}", "participant"),
        (
            "{% for x in 'ab' %}{{ loop.index }}{{ x }}{{ ',' if not loop.last }}{% endfor %}",
            "1a,2b",
        ),
    ],
)
def test_what_reports_need_is_there(source, written):
    given = {
        "person": Person("Amina", required=True),
        "day": date(2027, 1, 2),
        "moment": datetime(2027, 1, 2, 9),
        "span": timedelta(days=2),
    }
    assert run(source, **given) == written


@pytest.mark.parametrize(
    "source",
    [
        "{{ person.__class__.__mro__ }}",
        "{{ person['__class__'] }}",
        "{{ person|map(attribute='__class__')|list }}",
        "{{ [person]|map(attribute='__class__')|join }}",
        "{{ ([person]|groupby('__class__'))[0].grouper }}",
        "{{ ''.__class__ }}",
        "{{ ().__class__.__bases__[0].__subclasses__() }}",
        "{{ self.__init__.__globals__ }}",
        "{{ range.__globals__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ joiner.__call__.__globals__ }}",
        "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
        "{% macro m() %}{% endmacro %}{{ m._func }}",
        "{% for x in [1] %}{{ loop._iterator }}{% endfor %}",
        "{{ programme._people }}",
        "{{ programme.with_action }}",
        "{{ stranger.secret }}",
        "{{ 'x'.format(1) }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ 'x'.format_map({}) }}",
        "{{ 'x'.encode() }}",
        "{{ 'x'.zfill(3) }}",
        "{{ day.today() }}",
        "{{ day.strftime('%c') }}",
        "{{ moment.now() }}",
        "{{ moment.utcnow() }}",
        "{{ moment.timestamp() }}",
        "{{ moment.astimezone() }}",
        "{{ moment.tzinfo }}",
        "{{ (1).bit_length() }}",
        "{{ (1).real }}",
    ],
)
def test_what_is_not_listed_cannot_be_read(source):
    given = {
        "person": Person("Amina"),
        "programme": Programme(title="A year"),
        "stranger": Stranger(),
        "day": date(2027, 1, 2),
        "moment": datetime(2027, 1, 2, 9),
    }
    words = refusal(source, **given)
    assert "is not for templates" in words or "not iterable" in words or " has no " in words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ 'x' * 3 }}", "'*' is for numbers, not for text and a number"),
        ("{{ [1] * 3 }}", "'*' is for numbers, not for a list and a number"),
        ("{{ '%s' % 3 }}", "'%' is for numbers, not for text and a number"),
        ("{{ 2 ** 3 }}", "'**' is not for templates"),
        ("{{ range(100001) }}", "a range has at most 100,000 numbers"),
        (
            "{% call 'x'.upper() %}{% endcall %}",
            "a {% call %} block calls a macro, and nothing else",
        ),
        ("{{ [[1]]|sum(start=[]) }}", "'sum' is for numbers"),
        ("{{ 1.5|round(400) }}", "it rounds to 400 digits, and 10 is the most"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "it calls itself without end"),
        ("{{ 1 / 0 }}", "division by zero"),
    ],
)
def test_what_has_no_bound_is_refused(source, words):
    assert refusal(source) == words


@pytest.mark.parametrize(
    ("first", "next"),
    [
        ("'x'", "n.s ~ n.s"),
        ("'x'", "n.s + n.s"),
        ("[1]", "n.s + n.s"),
        ("[1]", "(n.s|list) + (n.s|list)"),
        ("3", "n.s * n.s"),
        ("'aa'", "n.s|replace('a', n.s)"),
        ("'aa'", "range(1000)|map('default')|join(n.s)"),
    ],
)
def test_things_that_grow_are_stopped(first, next):
    loop = "{% for i in range(40) %}{% set n.s = " + next + " %}{% endfor %}"
    words = refusal("{% set n = namespace(s=" + first + ") %}" + loop)
    assert words.startswith(("it makes a", "it reckons with"))


LOOP, END, CALL = "{% for x in range(90000) %}", "{% endfor %}", "{{ m(n - 1) }}"


@pytest.mark.parametrize(
    "source",
    [
        LOOP + LOOP + END + END,
        "{% set r = range(90000) %}" + "{% for x in r %}" * 3 + END * 3,
        "{% macro m(n) %}{% if n %}" + CALL + CALL + "{% endif %}{% endmacro %}{{ m(60) }}",
    ],
)
@pytest.mark.long
def test_what_goes_on_for_too_long_is_stopped(source):
    assert refusal(source).startswith("it goes on for too long")


def test_templates_see_each_other_and_no_file(tmp_path):
    (tmp_path / "secret").write_text("secret")
    sandbox = Sandbox({"a": "{% include 'b' %}", "b": "B", "c": "{% include name %}"})

    assert sandbox.get_template("a").render() == "B"
    with pytest.raises(Exception, match="secret") as caught:
        sandbox.get_template("c").render(name=str(tmp_path / "secret"))
    assert fault_of(caught.value).words.startswith("there is no template")


def test_lots_are_never_drawn():
    assert not {"random", "safe", "attr", "tojson", "format", "center", "xmlattr"} & set(
        allowed()["filters"]
    )
    assert "lipsum" not in Sandbox({}).globals


def test_records_can_be_read_but_not_changed():
    assert readable(Programme(title="A year"), "people")
    assert not readable(Programme(title="A year"), "with_update")
    assert not readable(Decimal(1), "sqrt")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ person.nam }}", "a Person has no 'nam': did you mean 'name'?"),
        ("{{ nothing_such }}", "there is no 'nothing_such' here"),
        ("{{ [1][5] }}", "there is no item 5 in a list"),
        ("{{ none.x }}", "nothing has no 'x'"),
        ("{{ []|first }}", "No first item, sequence was empty"),
        ("{{ person.belongs() }}", "Person.belongs() missing 1 required positional argument: 'on'"),
    ],
)
def test_what_is_missing_is_named(source, words):
    assert refusal(source, person=Person("Amina")) == words


def test_fault_has_the_line_of_the_template_it_is_in():
    sandbox = Sandbox(
        {
            "a": "one\n{% include 'b' %}",
            "b": "{% macro m() %}\n\n{{ x.y }}\n{% endmacro %}{{ m() }}",
        }
    )
    with pytest.raises(Exception, match="x") as caught:
        sandbox.get_template("a").render()
    fault = fault_of(caught.value)
    assert (fault.template, fault.line) == ("b", 3)


def test_fault_outside_of_any_template_has_no_line():
    fault = fault_of(MemoryError())
    assert (fault.template, fault.line, fault.words) == (
        "",
        0,
        "it needs more memory than there is",
    )
    assert fault_of(KeyError("x")).words == "there is no 'x'"
    assert fault_of(ValueError()).words == "ValueError"
