"""The rules for dates that a policy stands for, and months without workshops."""

import pytest

import workshopcore as wc
from workshopcore.calendar import DateRules, choose_dates
from workshopcore.checks.date_rules import date_rules
from workshopcore.errors import InvalidValueError

AUGUST = """\
title = "A year"

[[workshops]]
title = "One"
purpose = "Begin"
start = 2027-08-31T09:30:00
end = 2027-09-01T12:30:00
"""


def year(**policy):
    return wc.Programme(
        title="A year",
        start="2027-01-04",
        end="2027-12-17",
        policy=policy,
        workshops=[
            wc.Workshop(title, start=f"{day}T09:30", end=f"{day}T12:30", purpose="Go on")
            for title, day in [
                ("One", "2027-01-12"),
                ("Two", "2027-03-09"),
                ("Three", "2027-05-11"),
            ]
        ],
    )


def test_without_a_policy_they_are_the_library_s_own():
    assert date_rules(year()) == DateRules()


def test_policy_says_spacing_closures_months_and_free_days():
    programme = year(
        WC130={"least": 5, "most": 9},
        WC131={"kinds": ["holiday"], "months": ["August", "december"]},
        WC132={"weekend": [5, 6, 7]},
    )

    assert date_rules(programme) == DateRules(
        apart=(35, 63), closed="holiday", not_in=(8, 12), weekdays=(0, 1, 2, 3)
    )


def test_the_programme_has_the_last_word():
    house = {"WC130": {"least": 4, "most": 6}, "WC131": {"months": ["July"]}}

    found = date_rules(year(WC130={"most": 8}), house)

    assert (found.apart.least, found.apart.most) == (28, 56)
    assert found.not_in == {7}


@pytest.mark.parametrize(
    "policy", [{"WC131": {"months": ["Augst"]}}, {"WC130": {"least": 9, "most": 2}}]
)
def test_what_cannot_be_is_refused(policy):
    with pytest.raises(InvalidValueError):
        date_rules(year(**policy))


def test_no_check_finds_anything_in_dates_chosen_by_them():
    programme = year(WC131={"months": ["January", "February"]}, WC130={"least": 5})
    toolkit = wc.Toolkit(discover=False)
    before = {finding.code for finding in toolkit.check(programme)}

    dates = choose_dates(programme, as_of="2026-11-30", rules=date_rules(programme))
    after = toolkit.check(wc.calendar.with_dates(programme, dates))

    assert "WC131" in before
    assert {finding.code for finding in after} & {"WC130", "WC131", "WC132"} == set()


def test_a_workshop_in_a_month_without_workshops_is_found(find):
    (finding,) = find(AUGUST, "WC131", policy={"WC131": {"months": ["August"]}})

    assert (finding.path, finding.message) == (
        "workshops[0].start",
        "'One' is on Tuesday 2027-08-31, and the house has no workshops in August",
    )


def test_a_second_day_counts_as_well(find):
    (finding,) = find(AUGUST, "WC131", policy={"WC131": {"months": [" september"]}})

    assert "Wednesday 2027-09-01" in finding.message


@pytest.mark.parametrize("own", [True, False])
def test_a_month_that_there_is_not_is_found(find, own):
    months = {"WC131": {"months": ["Augst"]}}
    text = AUGUST + '\n[policy.WC131]\nmonths = ["Augst"]\n' if own else AUGUST

    (finding,) = find(text, "WC131", policy={} if own else months)

    assert finding.path == ("policy.WC131.months" if own else "")
    assert "Did you mean 'August'?" in finding.message
