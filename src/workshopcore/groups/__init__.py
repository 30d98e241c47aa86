"""Who works with whom: groups that mix a whole team over rounds and workshops."""

from workshopcore.groups.effort import Advance
from workshopcore.groups.history import met_before
from workshopcore.groups.meeting_all import EveryoneMeets, meet_all
from workshopcore.groups.result import Rotation
from workshopcore.groups.rotation import rotate
from workshopcore.groups.sizes import sizes_for

__all__ = [
    "Advance",
    "EveryoneMeets",
    "Rotation",
    "meet_all",
    "met_before",
    "rotate",
    "sizes_for",
]
