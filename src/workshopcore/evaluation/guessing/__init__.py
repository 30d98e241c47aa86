"""Survey exports that nobody described: what was most likely asked, and by which column."""

from workshopcore.evaluation.guessing.survey import GuessedColumn, GuessedSurvey, guess_survey

__all__ = ["GuessedColumn", "GuessedSurvey", "guess_survey"]
