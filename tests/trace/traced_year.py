"""A small year in which every kind of link occurs, whole and broken."""

from __future__ import annotations

import workshopcore as wc
from workshopcore.model.action import Update
from workshopcore.model.brief import Driver
from workshopcore.model.evaluation import Evidence, Gain
from workshopcore.model.lifecycle import Event
from workshopcore.model.outcomes import Decision

__all__ = ["AT_THE_END", "year"]

AT_THE_END = "2027-12-31"


def year() -> wc.Programme:
    return wc.Programme(
        title="A year of change",
        people=[wc.Person("Amina Yusuf"), wc.Person("Tomasz Nowak")],
        drivers=[
            Driver("The inspection found drift", id="inspection"),
            Driver("A merger that never came", id="merger"),
            Driver("An old grant", id="grant", superseded="2027-03-01"),
        ],
        objectives=[
            wc.Objective("A vision", id="vision-1", drivers=["inspection"]),
            wc.Objective(
                "A vision that staff recognise",
                id="vision",
                replaces="vision-1",
                agreed="2027-02-01",
            ),
            wc.Objective("One set of forms", id="forms", drivers=["inspection", "grant"]),
            wc.Objective("Less waiting", id="waiting"),
        ],
        workshops=[
            wc.Workshop(
                "Where now?",
                id="first",
                start="2027-01-19T09:30",
                end="2027-01-19T16:30",
                aims=["vision-1"],
                agenda=[
                    wc.Session("pestle", id="look", aims=["forms"]),
                    wc.Session("action-planning", id="plan"),
                ],
            ),
            wc.Workshop(
                "Where to?",
                id="second",
                start="2027-03-16T09:30",
                end="2027-03-16T16:30",
                agenda=[wc.Session("action-planning", id="plan")],
            ),
            wc.Workshop(
                "Never held",
                id="never",
                start="2027-04-20T09:30",
                end="2027-04-20T16:30",
                aims=["waiting"],
                events=[Event("2027-04-01", "cancelled")],
            ),
        ],
        actions=[
            wc.Action(
                "Draft the vision",
                "amina-yusuf",
                id="draft",
                objective="vision-1",
                origin="first/plan",
                agreed="2027-01-19",
                updates=[
                    Update("2027-02-20", "done", evidence=["page"]),
                    Update("2027-03-16", "verified"),
                ],
            ),
            wc.Action(
                "Merge the forms",
                "tomasz-nowak",
                id="merge",
                origin="first/look",
                agreed="2027-01-19",
                updates=[
                    Update("2027-05-01", "done", evidence=["register"]),
                    Update("2027-05-02", "verified"),
                ],
            ),
            wc.Action(
                "Count the queue",
                "tomasz-nowak",
                id="count",
                objective="waiting",
                agreed="2027-03-16",
                updates=[Update("2027-04-01", "cancelled")],
            ),
        ],
        decisions=[
            Decision("Forms are shared", origin="second/plan", made="2027-03-16", id="shared"),
            Decision(
                "Meet weekly",
                origin="second",
                made="2027-03-16",
                id="weekly",
                reversed="2027-06-01",
            ),
        ],
        evidence=[
            Evidence("The intranet page", id="page", dated="2027-02-20"),
            Evidence("The register", id="register", dated="2027-05-01", independence=1),
            Evidence("Closing round", id="round", kind="self-report", independence=2),
            Evidence("Letter of the inspectors", id="letter", dated="2028-02-01", independence=2),
            Evidence("A stray note", id="stray"),
        ],
        gains=[
            Gain(
                "Staff know the vision",
                id="known",
                stated="2027-11-30",
                objectives=["vision-1"],
                evidence=["page", "letter"],
            ),
            Gain(
                "People speak up",
                id="speak",
                stated="2027-11-30",
                evidence=["round"],
                decisions=["shared"],
                rivals=["A new director came in May"],
            ),
            Gain("More laughter", id="laughter", stated="2027-11-30"),
            Gain("Said later", id="later", stated="2028-03-01"),
        ],
    )
