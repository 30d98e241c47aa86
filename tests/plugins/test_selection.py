"""Which plugins are used: the environment, and arguments that go before it."""

from workshopcore.plugins.line_up import line_up
from workshopcore.plugins.record import Candidate
from workshopcore.plugins.selection import DISABLE, LOAD, Selection, selection


def plugin(name: str, **details) -> Candidate:
    return Candidate(name, lambda: None, **details)


def chosen(candidates, wanted: Selection) -> list[str]:
    return [candidate.name for candidate in line_up(candidates, wanted).chosen]


def test_empty_environment_uses_everything():
    assert selection({}) == Selection(disabled_by=DISABLE, only_by=LOAD)


def test_environment_disables_a_list_of_names():
    wanted = selection({DISABLE: " acme , beta,, delta"})
    assert chosen([plugin(n) for n in ("acme", "beta", "delta", "gamma")], wanted) == ["gamma"]


def test_environment_loads_only_what_it_names():
    assert chosen([plugin("acme"), plugin("beta")], selection({LOAD: "beta"})) == ["beta"]


def test_environment_that_names_none_loads_none():
    assert chosen([plugin("acme")], selection({LOAD: ""})) == []


def test_arguments_go_before_the_environment():
    wanted = selection({DISABLE: "acme", LOAD: ""}, disable=(), load=["acme"])
    assert chosen([plugin("acme"), plugin("beta")], wanted) == ["acme"]


def test_one_name_will_do_for_a_list():
    assert selection({}, disable="acme").disabled == frozenset({"acme"})


def test_plugin_that_was_handed_over_needs_no_mention():
    wanted = selection({LOAD: "", DISABLE: "beta"})
    given = [plugin("acme", given=True), plugin("beta", given=True)]
    assert chosen(given, wanted) == ["acme"]


def test_own_parts_cannot_be_switched_off():
    wanted = selection({DISABLE: "workshopcore", LOAD: ""})
    assert chosen([plugin("workshopcore", built_in=True)], wanted) == ["workshopcore"]


def test_plugin_that_was_handed_over_replaces_an_installed_one():
    lined_up = line_up(
        [plugin("acme", distribution="workshopcore-acme"), plugin("acme", given=True)], Selection()
    )
    assert [candidate.given for candidate in lined_up.chosen] == [True]
    [(aside, cause)] = lined_up.aside
    assert aside.distribution == "workshopcore-acme"
    assert cause == "a plugin of this name was handed over instead"


def test_name_to_be_loaded_that_is_not_installed_is_a_failure():
    [failure] = selection({LOAD: "acm"}).missing(["acme"])
    assert str(failure) == (
        "plugin 'acm': WORKSHOPCORE_LOAD_PLUGINS names it, but it is not installed."
        " Did you mean 'acme'?"
    )


def test_reason_says_who_switched_it_off():
    assert selection({DISABLE: "acme"}).why_not(plugin("acme")) == f"switched off by {DISABLE}"
    assert selection({}, load=[]).why_not(plugin("acme")) == (
        "not among those that the argument 'load' names"
    )
