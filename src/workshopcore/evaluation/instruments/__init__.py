"""What is asked, of whom and when: ready instruments, and the waves in which they are asked."""

from workshopcore.evaluation.instruments.bank import bank
from workshopcore.evaluation.instruments.loading import instruments_in, read_instrument
from workshopcore.evaluation.instruments.waves import eligible, planned_waves

__all__ = ["bank", "eligible", "instruments_in", "planned_waves", "read_instrument"]
