"""What the sample programme leaves behind: actions, an expert's visit, a form and quotes."""

from __future__ import annotations

from workshopcore.model.action import Action, Review, Supporter, Update
from workshopcore.model.evaluation import Instrument, Question, Quote
from workshopcore.model.expert import ExpertEngagement, ExpertQuestion, FollowUp
from workshopcore.model.lifecycle import Event
from workshopcore.testing.sample.words import SECRET

__all__ = ["actions", "engagement", "form", "quotes"]


def engagement() -> ExpertEngagement:
    """Return the expert's engagement."""
    return ExpertEngagement(
        "yusuf-demir",
        "What the law asks of a first call",
        session="what-good-is/interview",
        id="law",
        brief="Show us where a first call can go wrong.",
        brief_sent="2027-03-24",
        audience="Eight advisers",
        prior_knowledge="All know the duty by name",
        sensitivities="A complaint is still open",
        talk_minutes=20,
        question_minutes=25,
        arrival="09:15 at the side door",
        kit=["Projector"],
        host="hana-sato",
        fee="650.00 GBP",
        conflict_of_interest="None declared",
        questions=[ExpertQuestion("What must be written down?", asked_by="wei-lin")],
        follow_ups=[FollowUp("Send the checklist", owner="yusuf-demir", due="2027-04-30")],
        events=[
            Event("2027-02-01", "approached"),
            Event("2027-02-10", "agreed"),
            Event("2027-03-24", "briefed"),
            Event("2027-04-01", "confirmed"),
            Event("2027-04-14", "delivered"),
        ],
    )


def actions() -> list[Action]:
    """Return an action in each of the usual states."""
    first, second = "where-now/agree", "what-good-is/action-planning"
    return [
        Action(
            "Put repairs calls on one desk",
            "kofi-mensah",
            "2027-04-07",
            id="repairs-desk",
            objective="once",
            origin=first,
            created="2027-01-20",
            agreed="2027-01-20",
            supporters=[Supporter("wei-lin"), Supporter("amara-diallo", "informed")],
            effort=12,
            evidence_required="The call log",
            updates=[
                Update("2027-02-10", "in-progress", progress=40),
                Update("2027-05-20", "done", evidence=["log"]),
                Update("2027-06-02", "verified", by="amara-diallo"),
            ],
            reviews=[Review("what-good-is", "2027-04-14", carried=True, due="2027-05-21")],
        ),
        Action(
            "Write the script for a first call",
            "rosa-benitez",
            "2027-04-07",
            id="script",
            origin=first,
            agreed="2027-01-20",
            updates=[Update("2027-03-01", "in-progress"), Update("2027-06-01", "blocked")],
        ),
        Action("Draw the new rota", "hana-sato", "2027-04-07", id="rota", agreed="2027-01-20"),
        Action(
            "Visit the desk at Otterby",
            "elodie-martin",
            "2027-03-15",
            id="visit",
            agreed="2027-01-20",
            updates=[Update("2027-03-31", "cancelled", note="Left the team")],
        ),
        Action(
            "Ask callers what they were told",
            "dilip-rao",
            "2027-09-08",
            id="ask",
            origin=second,
            objective="once",
            agreed="2027-04-14",
        ),
        Action(
            "Order headsets",
            "wei-lin",
            "2027-09-08",
            id="headsets",
            origin=second,
            agreed="2027-04-14",
            updates=[Update("2027-05-02", "superseded", superseded_by="ask")],
        ),
        Action("Name a deputy", "amara-diallo", id="deputy", created="2027-04-14"),
    ]


def form() -> Instrument:
    """Return a short questionnaire."""
    agree = ["Disagree strongly", "Disagree", "Neither", "Agree", "Agree strongly"]
    return Instrument(
        "After the workshop",
        [
            Question("The day was worth my time", "scale", labels=agree, level=1),
            Question("Would you recommend it?", "likelihood"),
            Question("What helped most?", "single-choice", options=["The map", "The law"]),
            Question("What will you do differently?", "text", level=3),
        ],
        id="form",
        introduction="Five minutes. Nobody sees your answers with your name.",
    )


def quotes() -> list[Quote]:
    """Return a quote that may be published and one that may not."""
    agreed = [
        Event("2027-04-14", "captured"),
        Event("2027-04-15", "requested"),
        Event("2027-04-20", "consented"),
        Event("2027-04-22", "approved"),
    ]
    return [
        Quote(
            f"I finally know who to ring, and that is {SECRET}",
            "wei-lin",
            id="who-to-ring",
            approved="I finally know who to ring.",
            scope="public",
            attribution="role",
            gain="answered",
            events=agreed[1:],
        ),
        Quote(f"Not for anybody else: {SECRET}", "rosa-benitez", id="in-confidence"),
    ]
