"""What came of it: the gains, and people's own words."""

import workshopcore as wc

GAINS = [
    wc.Gain(
        "The service has a vision that the managers wrote and that staff helped to shape and now"
        " recognise",
        id="shared-vision",
        stated="2027-11-23",
        theme="direction",
        objectives=["vision"],
        actions=["staff-conversations", "vision-page", "team-talks", "autumn-poll"],
        evidence=["vision-page", "spring-poll", "autumn-poll", "regulator-letter"],
        rivals=[
            (
                "The council published a corporate plan in June;"
                " staff who had not read it named the vision as often in the autumn poll"
            )
        ],
        events=[
            wc.Event("2027-11-30", "coded"),
            wc.Event("2027-12-07", "evidenced"),
            wc.Event("2027-12-14", "substantiated", "Said unprompted in the regulator's letter"),
        ],
    ),
    wc.Gain(
        "The managers know what the service does well, and which of its parts are most out of line"
        " with the vision",
        id="strengths-and-misfits",
        stated="2027-11-23",
        theme="direction",
        objectives=["performance", "vision"],
        actions=["strength-stories", "fit-map", "overdue-count"],
        evidence=["gains-ranked", "strength-stories", "fit-map"],
        events=[wc.Event("2027-11-30", "coded"), wc.Event("2027-12-07", "evidenced")],
    ),
    wc.Gain(
        "Services are far more joined up, with the hospital as well as with one another",
        id="joined-up",
        stated="2027-11-23",
        theme="ways-of-working",
        objectives=["modern-delivery", "working-together"],
        actions=["discharge-route", "huddle-again", "front-door-open", "transition-map"],
        evidence=["hospital-letter", "transition-map", "front-door-figures"],
        rivals=[
            (
                "The hospital took on two discharge coordinators in May;"
                " the huddle began in July, and its letter speaks of the huddle"
            )
        ],
        events=[
            wc.Event("2027-11-30", "coded"),
            wc.Event("2027-12-07", "evidenced"),
            wc.Event("2027-12-14", "substantiated", "The hospital's own word"),
        ],
    ),
    wc.Gain(
        "North and south take the same approach more often, and less is done twice",
        id="consistency",
        stated="2027-11-23",
        theme="ways-of-working",
        objectives=["modern-delivery", "performance"],
        actions=["form-list", "one-form", "shared-rota", "one-equipment-list", "case-audit"],
        evidence=["form-register", "rota-figures", "case-audit"],
        rivals=[
            "A new case system was bought for 2028; it was not in use when the files were audited"
        ],
        events=[
            wc.Event("2027-11-30", "coded"),
            wc.Event("2027-12-07", "evidenced"),
            wc.Event("2027-12-14", "substantiated", "Audited by the partnership"),
        ],
    ),
    wc.Gain(
        "Clear strategies lead from the vision to what people do, each with a lead and a measure",
        id="clear-strategies",
        stated="2027-11-23",
        theme="direction",
        objectives=["vision", "choice"],
        actions=["strategy-pages", "front-door-proposal", "service-plan"],
        evidence=["strategy-pages", "board-minute", "service-plan"],
        events=[wc.Event("2027-11-30", "coded"), wc.Event("2027-12-14", "evidenced")],
    ),
    wc.Gain(
        "The service is heading the right way, and several changes are in place and working,"
        " though reviews and waiting times have not come as far as planned",
        id="momentum",
        stated="2027-11-23",
        valence="mixed",
        theme="results-for-people",
        objectives=["performance", "modern-delivery", "choice"],
        actions=["review-clinics", "front-door-open", "plain-guide", "fund-pilot"],
        evidence=["review-rate", "front-door-figures", "choice-return", "fund-agreements"],
        events=[wc.Event("2027-11-30", "coded"), wc.Event("2027-12-14", "evidenced")],
    ),
    wc.Gain(
        "The managers help one another more, trust one another more deeply, talk more openly and"
        " challenge one another more usefully",
        id="trust-and-challenge",
        stated="2027-11-23",
        theme="relationships",
        objectives=["working-together"],
        actions=["escalation-route", "supervision-guide", "learning-days"],
        evidence=["gains-ranked", "close-answers"],
        events=[wc.Event("2027-11-30", "coded")],
    ),
    wc.Gain(
        "Working together has its price: there were more standing meetings at the end than at the"
        " start",
        id="more-meetings",
        stated="2027-11-23",
        intended=False,
        valence="negative",
        theme="ways-of-working",
        objectives=["working-together"],
        actions=["fewer-meetings"],
        evidence=["gains-ranked", "meeting-count"],
        events=[wc.Event("2027-11-30", "coded"), wc.Event("2027-12-07", "evidenced")],
    ),
]


def _consent(*later: str) -> list[wc.Event]:
    """Return the history of a quotation that was asked for on the last day."""
    days = ["2027-11-23", "2027-12-01", "2027-12-03", "2027-12-15"]
    return [wc.Event(day, status) for day, status in zip(days, ("requested", *later), strict=False)]


QUOTES = [
    # About the programme.
    wc.Quote(
        "The mood is lighter when we meet now, honestly, and we laugh a good deal more",
        "siobhan-mulcrone",
        id="lighter",
        approved="The mood is lighter when we meet now, and we laugh a good deal more.",
        scope="public",
        attribution="role",
        gain="trust-and-challenge",
        events=_consent("consented", "approved", "published"),
    ),
    wc.Quote(
        "I ring the other area before I write the e-mail now. In January I would have written it.",
        "tomasz-wierzbicki-lowe",
        id="ring-first",
        approved="I ring the other area before I write the e-mail now.",
        scope="public",
        attribution="named",
        gain="joined-up",
        events=_consent("consented", "approved", "published"),
    ),
    wc.Quote(
        "Staff quote the vision back at me when I am about to break it",
        "rosalind-achebe-hart",
        id="quoted-back",
        approved="Staff quote the vision back at me when I am about to break it.",
        scope="public",
        attribution="named",
        gain="shared-vision",
        events=_consent("consented", "approved", "published"),
    ),
    wc.Quote(
        "One form. It took us a year and it is one form, and I am proud of it",
        "parveen-quraishi",
        id="one-form-quote",
        approved="It took us a year, it is one form, and I am proud of it.",
        scope="client",
        attribution="role",
        gain="consistency",
        events=_consent("consented", "approved"),
    ),
    wc.Quote(
        "I was told the truth about my service by people who wanted me to succeed",
        "delroy-fenwick",
        id="told-the-truth",
        approved="I was told the truth about my service by people who wanted me to succeed.",
        scope="public",
        attribution="anonymous",
        gain="trust-and-challenge",
        events=_consent("consented", "approved", "published"),
    ),
    wc.Quote(
        "The workshop days gave us the ideas and the tasks and learning sets in between made us do"
        " them. Neither would have worked alone.",
        "wen-li-castellane",
        id="both-together",
        approved="The workshop days gave us the ideas; the tasks and the learning sets in between"
        " made us do them. Neither would have worked alone.",
        scope="public",
        attribution="role",
        gain="momentum",
        events=_consent("consented", "approved", "published"),
    ),
    wc.Quote(
        "We compared the areas and nobody died",
        "wen-li-castellane",
        id="nobody-died",
        gain="strengths-and-misfits",
        events=_consent("refused"),
    ),
    wc.Quote(
        "I could do with a month without a workshop, a working group or a huddle",
        "nasreen-oyelaran-shah",
        id="a-month-off",
        approved="I could do with a month without a working group.",
        gain="more-meetings",
        events=_consent("consented", "approved"),
    ),
    # About the facilitator: praise for how it was run is no gain of the programme.
    wc.Quote(
        "She held us to our objectives all year, and with everything shifting around us that is"
        " no small thing",
        "hollis-vantongeren",
        id="held-to-objectives",
        approved="She held us to our objectives all year, and with everything shifting around us"
        " that is no small thing.",
        scope="public",
        attribution="role",
        about="facilitator",
        events=_consent("consented", "approved", "published"),
    ),
    wc.Quote(
        "Knows our world, comes prepared, stays encouraging, and tells us straight when we need"
        " to hear it",
        "rosalind-achebe-hart",
        id="tells-us-straight",
        approved="Knows our world, comes prepared, stays encouraging, and tells us straight when"
        " we need to hear it.",
        scope="public",
        attribution="named",
        about="facilitator",
        events=_consent("consented", "approved", "published"),
    ),
    wc.Quote(
        "Funny at the right moments, and quick to slow down, speed up or rearrange the day when"
        " we needed something else",
        "ifeoma-brandreth",
        id="funny-and-quick",
        approved="Funny at the right moments, and quick to slow down, speed up or rearrange the"
        " day when we needed something else.",
        scope="public",
        attribution="role",
        about="facilitator",
        events=_consent("consented", "approved", "published"),
    ),
    # About the expert.
    wc.Quote(
        "She asked us back every question we asked her, and that is where the debate began",
        "hollis-vantongeren",
        id="asked-us-back",
        approved="She asked us back every question we asked her, and that is where the debate"
        " began.",
        scope="public",
        attribution="anonymous",
        about="expert",
        events=_consent("consented", "approved", "published"),
    ),
]
