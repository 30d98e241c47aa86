"""Everything that the facilitator mode says, in the language of the document.

The page fills in what is in braces. It has no rules for plurals, so that minutes are "min".
"""

from __future__ import annotations

from workshopcore.language import gettext

__all__ = ["phrases", "shortcuts"]


def phrases() -> dict[str, str]:
    """Return what the page says, by what it is said for."""
    return {**_labels(), **_day(), **_answers(), **_changes(), **_keeping()}


def shortcuts() -> list[tuple[str, str]]:
    """Return the keys and what they do: those of ``run-sheet --live``."""
    return [
        (gettext("s, space, Enter"), gettext("start what is next; what is on ends")),
        ("e", gettext("end what is on")),
        ("+", gettext("what is on takes 5 minutes longer")),
        ("-", gettext("what is on takes 5 minutes less")),
        ("n", gettext("choose something else to be next")),
        ("x", gettext("leave out what is next")),
        (gettext("1 to 9"), gettext("choose a track")),
        ("u", gettext("take back the last key that changed something")),
        ("?", gettext("show the keys")),
        ("q", gettext("back to the run sheet")),
    ]


def _labels() -> dict[str, str]:
    return {
        "run the day": gettext("Run the day"),
        "run the day hint": gettext(
            "A clock, what is on and what comes, timed anew as the day goes. It works offline,"
            " and keeps what happened in this browser until you save it."
        ),
        "back": gettext("Back to the run sheet"),
        "rehearse": gettext("Rehearse"),
        "end rehearsal": gettext("End the rehearsal"),
        "rehearse hint": gettext(
            "To try it out, rehearse: the workshop then begins now, and nothing is recorded."
        ),
        "tracks": gettext("Tracks"),
        "now": gettext("Now"),
        "next": gettext("Next"),
        "rest": gettext("The rest of the day"),
        "since the plan": gettext("Since the plan"),
        "finished": gettext("Finished"),
        "longer": gettext("5 min longer"),
        "shorter": gettext("5 min less"),
        "start next": gettext("Start next"),
        "leave out": gettext("Leave out"),
        "another": gettext("Choose another"),
        "undo": gettext("Take back"),
        "save": gettext("Save the times"),
        "keys": gettext("Keyboard"),
        "keys on": gettext("Single keys do what the buttons do"),
    }


def _day() -> dict[str, str]:
    return {
        "not on": gettext("This workshop is {when}. It can be run from twelve hours before it."),
        "is rehearsal": gettext("Rehearsal: nothing is recorded"),
        "begins in": gettext("begins at {at}, in {time}"),
        "ends at": gettext("ends at {at}"),
        "ends late": gettext("ends at {at}, planned for {planned}"),
        "time zone": gettext("Times are those of {zone}; this device shows another time."),
        "alarm": gettext("Tell people now:"),
        "nothing on": gettext("Nothing is on"),
        "was to be on": gettext("was to be on from {at}: is it?"),
        "left": gettext("left"),
        "time is up": gettext("left: time is up"),
        "over the longest": gettext("over its longest, {minutes} min"),
        "over what was decided": gettext("over the {minutes} min that were decided"),
        "used": gettext("{used} of {new} min used"),
        "used and changed": gettext("{used} of {new} min used, planned {old}"),
        "step of": gettext("step {number} of {all}"),
        "goes": gettext("{times} goes"),
        "step left": gettext("{minutes} min left"),
        "quoted": gettext("“{words}”"),
        "then": gettext("then {at} {name}"),
        "nothing comes": gettext("Nothing comes any more"),
        "after the tracks": gettext("After the tracks"),
        "minutes": gettext("{minutes} min"),
        "minutes changed": gettext("{old} → {new} min"),
        "fixed": gettext("fixed"),
        "to be left out": gettext("to be left out"),
        "spare": gettext("{minutes} min could still be saved before {title}, {at} at the latest"),
        "five left": gettext("5 minutes left: {title}"),
        "time is up for": gettext("Time is up: {title}"),
    }


def _answers() -> dict[str, str]:
    return {
        "started": gettext("started {titles}"),
        "ended": gettext("ended {titles}"),
        "put aside": gettext("left out {titles}"),
        "takes": gettext("{title} takes {minutes} minutes"),
        "used up": gettext("{title} has used its {minutes} minutes: end it"),
        "next is": gettext("Next: {titles}"),
        "track is": gettext("Track: {title}"),
        "taken back": gettext("Taken back: {words}"),
        "pressed twice": gettext("Pressed twice at once: counted once"),
        "nothing to end": gettext("Nothing is on by the record, so nothing can end"),
        "nothing to leave out": gettext("Nothing comes that could be left out"),
        "nothing to undo": gettext("Nothing has been done that could be taken back"),
        "nothing else": gettext("There is nothing else to choose from"),
        "start it first": gettext("Nothing is on by the record: start it first"),
        "no such track": gettext("There is no track {number} now"),
        "track through": gettext("This track is through; track {number} is still on"),
        "day through": gettext("Nothing comes any more: the day is through"),
    }


def _changes() -> dict[str, str]:
    """Return the words of :mod:`workshopcore.agenda.changes`."""
    return {
        "the finish": gettext("the finish"),
        "cannot hold": gettext(
            "{session} cannot hold at {time}: {minutes} minutes later at the earliest, even with"
            " everything that may go left out"
        ),
        "finish cannot hold": gettext(
            "the finish cannot hold at {time}: {minutes} minutes later at the earliest, even with"
            " everything that may go left out"
        ),
        "left out": gettext("{session} left out"),
        "finish moves": gettext("finish {before} → {after}"),
        "finish unchanged": gettext("finish unchanged"),
    }


def _keeping() -> dict[str, str]:
    return {
        "kept here": gettext("What happens is kept in this browser until you save the times."),
        "not kept": gettext(
            "This browser keeps nothing: a reload would lose what happened. Save the times"
            " before you leave the page."
        ),
        "agenda changed": gettext(
            "The run sheet has changed since times were taken here: check what is on."
        ),
        "saved": gettext(
            "Saved as {name}: workshopcore record PROGRAMME {workshop} --times {name}"
        ),
        "nothing to save": gettext("Nothing has been recorded here that could be saved"),
    }
