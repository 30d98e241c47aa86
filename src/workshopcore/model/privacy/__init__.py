"""Personal data: what a programme holds about somebody, and how it can let go of it."""

from workshopcore.model.privacy.held import Held, held_about
from workshopcore.model.privacy.naming import Names
from workshopcore.model.privacy.pseudonymising import Pseudonymisation, Trace, pseudonymised

__all__ = ["Held", "Names", "Pseudonymisation", "Trace", "held_about", "pseudonymised"]
