"""The external expert at workshop 4: the brief, the questions and what followed."""

import workshopcore as wc

EXPERTS = [
    wc.ExpertEngagement(
        "anneke-strandvold",
        "What changes when people direct their own support",
        session="choice-in-practice/expert",
        id="strandvold",
        brief=(
            "The team has a vision of its own and five strategies; two of them are about choice."
            " It does not need to be convinced. It needs somebody who has done this elsewhere to"
            " say what was hard, what went wrong and what they would do first. Please come to be"
            " interviewed, not to present: no slides, one story for each answer, and a question"
            " back whenever you have one. What would help most is an honest view of our outline of"
            " a pilot, which reaches you in June."
        ),
        brief_sent="2027-05-24",
        audience=(
            "Nine managers of adult social care: the head of service, two area managers, and the"
            " managers of learning disability, mental health, commissioning, therapy and"
            " reablement, hospital discharge, and safeguarding. Two facilitators."
        ),
        prior_knowledge=(
            "All know direct payments well. Three have met individual service funds in practice;"
            " commissioning is writing an outline of a pilot."
        ),
        sensitivities=(
            "The regulator's assessors will have left eleven days before. One area has half as many"
            " direct payments as the other: please do not compare the areas. One manager will"
            " be in her second week."
        ),
        talk_minutes=20,
        question_minutes=25,
        arrival="By 10:40 at the library's main desk; coffee with the group in the break",
        arrives=("10:55", "11:10"),
        recording="No recording. Lewis takes notes; you see them before anybody else does.",
        recording_consent="refused",
        kit=["Two armchairs, no table, no screen", "Lapel microphone for the hearing loop"],
        host="hollis-vantongeren",
        fee="850.00 GBP",
        expenses="96.40 GBP",
        expenses_cap="120.00 GBP",
        cancellation="Free of charge up to two weeks before; half the fee after that.",
        approved_by="augusta-pemberthy-rao",
        approved="2027-04-12",
        conflict_of_interest="Advises a provider in another region; none in this county.",
        thanked="2027-07-15",
        invoiced="2027-08-02",
        invoice="946.40 GBP",
        questions=[
            wc.ExpertQuestion(
                "What did you get wrong the first time?",
                asked_by="hollis-vantongeren",
                points=17,
                answer="We started with the contract. Start with eight people and their week.",
            ),
            wc.ExpertQuestion(
                "Who loses when people choose, and how did you treat them?",
                asked_by="tomasz-wierzbicki-lowe",
                points=13,
                answer="Block contracts. Say so early, with two years to change.",
            ),
            wc.ExpertQuestion(
                "How do you keep somebody safe who chooses something we would not?",
                asked_by="wen-li-castellane",
                points=11,
                answer="Write down the risk together, and who will look again, and when.",
            ),
            wc.ExpertQuestion(
                "What happens to an individual service fund when the provider fails?",
                asked_by="parveen-quraishi",
                points=8,
                answer="Name the second provider on the first day. A model clause will follow.",
            ),
            wc.ExpertQuestion(
                "How would we notice that it works?",
                asked_by="rosalind-achebe-hart",
                points=5,
                answer="Count who changed something. If nobody ever does, nobody has a choice.",
            ),
        ],
        follow_ups=[
            wc.FollowUp(
                "Send the model clause for a provider that fails",
                owner="anneke-strandvold",
                due="2027-07-20",
                done="2027-07-19",
            ),
            wc.FollowUp(
                "Report what became of the pilot",
                owner="hollis-vantongeren",
                due="2027-11-30",
                done="2027-11-26",
            ),
        ],
        events=[
            wc.Event("2027-02-24", "approached"),
            wc.Event("2027-03-09", "agreed"),
            wc.Event("2027-04-14", "contracted"),
            wc.Event("2027-05-24", "briefed"),
            wc.Event("2027-07-05", "confirmed", "By telephone, with the questions"),
            wc.Event("2027-07-13", "delivered"),
            wc.Event("2027-07-20", "followed-up"),
            wc.Event("2027-09-03", "paid"),
        ],
    ),
]
