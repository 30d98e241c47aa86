"""House rules: what is wrong or unwise in a programme, found by one small function per rule."""

from workshopcore.checks.built_in import built_in_checks
from workshopcore.checks.run import run_checks

__all__ = ["built_in_checks", "run_checks"]
