"""What a house's policy says of dates, as rules by which dates are chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from workshopcore.checks.built_in import built_in_checks
from workshopcore.checks.policy import Policy
from workshopcore.model.options import Options, as_options

if TYPE_CHECKING:
    from workshopcore.calendar.rules import DateRules
    from workshopcore.model.programme import Programme

__all__ = ["date_rules"]

_NONE = Options()
_WEEK = range(1, 8)


def date_rules(programme: Programme, policy: Mapping[str, object] = _NONE) -> DateRules:
    """Return the rules for dates with which the checks agree: what they choose, no check finds.

    The spacing is that of ``WC130``, in weeks; kinds of closure and months without workshops are
    those of ``WC131``; the weekdays are those that ``WC132`` does not call free.

    Args:
        programme: its own policy has the last word.
        policy: the house's, by code.

    Raises:
        InvalidValueError: the policy names a month or a kind of closure that there is not, or
            leaves no weekday, or no spacing.

    >>> from workshopcore.model.programme import Programme
    >>> year = Programme(title="A year", policy={"WC131": {"months": ["August"]}})
    >>> sorted(date_rules(year, {"WC130": {"least": 5}}).not_in)
    [8]
    """
    from workshopcore.calendar.rules import DateRules, weeks

    of_policy = Policy(as_options(policy), programme.policy)
    found = {check.code: of_policy.thresholds(check) for check in built_in_checks()}
    spacing, closures, weekend = found["WC130"], found["WC131"], found["WC132"]["weekend"]
    return DateRules(
        apart=weeks(spacing["least"], spacing["most"]),
        closed=closures["kinds"],
        not_in=closures["months"],
        weekdays=[day - 1 for day in _WEEK if day not in weekend],
    )
