"""What a user's strictly typed script may write; mypy reads it, nobody runs it."""

from datetime import date, datetime, time

import workshopcore as wc

programme = wc.Programme(
    title="A year",
    client="Eastmoor County Council",
    time_zone="Europe/London",
    budget="24000 GBP",
    people=[wc.Person("Amina Yusuf", role="participant", joined="2027-01-01")],
    workshops=(
        wc.Workshop(
            "One",
            start=datetime(2027, 1, 19, 9, 30),
            end="2027-01-19T16:30",
            venue="Town hall",
            agenda=[
                wc.Session("check-in", minutes=(5, 10, 15), lead=["farida"]),
                wc.Break(15),
                wc.Lunch(45, window=(time(12), "13:00")),
                wc.Parallel([wc.Track("N", [wc.Buffer()]), wc.Track("S", [])]),
                wc.Session("action-planning", minutes=wc.Length(30, 45, 60), priority="must"),
            ],
        )
        for _ in range(1)
    ),
    actions=[wc.Action("Draft", "amina-yusuf", date(2027, 2, 26), effort=3.5)],
)
changed: wc.Programme = programme.with_update("draft", wc.Update("2027-02-01", "in-progress"))
findings: tuple[wc.Finding, ...] = wc.Toolkit().check(changed)
copied: wc.Programme = wc.loads(wc.dumps(changed, "json"), "json")
rows = [row.start.isoformat() for row in wc.Toolkit().run_sheet(copied, "one").rows]

wc.Person("Amina Yusuf", role="boss")  # error: arg-type
wc.Break("a while", minutes=3)  # error: misc
wc.Workshop("One", start="2027-01-19T09:30")  # error: call-arg
programme.title = "Another"  # error: misc
