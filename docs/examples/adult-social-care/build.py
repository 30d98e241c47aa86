"""Builds the example programme: the same year as programme.toml, said in Python.

Run it to see what it holds::

    python build.py
"""

from year import (
    agreed_1,
    agreed_2,
    agreed_3,
    agreed_4,
    agreed_5,
    agreed_6,
    brief,
    evaluation,
    evidence,
    expert,
    results,
    team,
    workshop_1,
    workshop_2,
    workshop_3,
    workshop_4,
    workshop_5,
    workshop_6,
)

import workshopcore as wc

AGREED = (agreed_1, agreed_2, agreed_3, agreed_4, agreed_5, agreed_6)


def programme() -> wc.Programme:
    """Return the year of workshops of the adult social care managers of Arlenshire."""
    return wc.Programme(
        title="Adult social care managers: a year of change",
        id="adult-social-care",
        client=team.CLIENT,
        purpose=brief.PURPOSE,
        situation=brief.SITUATION,
        approach=brief.APPROACH,
        assumptions=brief.ASSUMPTIONS,
        start="2027-01-11",
        end="2027-12-17",
        time_zone="Europe/London",
        budget="28600.00 GBP",
        people=team.PEOPLE,
        facilitators=team.FACILITATORS,
        drivers=brief.DRIVERS,
        objectives=brief.OBJECTIVES,
        phases=brief.PHASES,
        workshops=[
            workshop_1.WORKSHOP,
            workshop_2.WORKSHOP,
            workshop_3.WORKSHOP,
            workshop_4.WORKSHOP,
            workshop_5.WORKSHOP,
            workshop_6.WORKSHOP,
        ],
        experts=expert.EXPERTS,
        ground_rules=agreed_1.GROUND_RULES + agreed_3.GROUND_RULES,
        actions=[action for part in AGREED for action in part.ACTIONS],
        decisions=[decision for part in AGREED for decision in part.DECISIONS],
        parked_issues=[issue for part in AGREED for issue in part.PARKED_ISSUES],
        instruments=evaluation.INSTRUMENTS,
        waves=evaluation.WAVES,
        themes=evaluation.THEMES,
        evidence=evidence.EVIDENCE,
        gains=results.GAINS,
        quotes=results.QUOTES,
        obstacles=brief.OBSTACLES,
        next_steps=brief.NEXT_STEPS,
        closures=team.CLOSURES,
        policy=brief.POLICY,
        silenced=brief.SILENCED,
        events=brief.EVENTS,
    )


if __name__ == "__main__":
    year = programme()
    print(f"{year.title}: {len(year.workshops)} workshops, {len(year.actions)} actions,")
    print(f"{len(year.gains)} gains, {len(year.quotes)} quotations")
