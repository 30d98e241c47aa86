"""What may be shown of answers, and of how they changed."""

from workshopcore.evaluation.showing.evaluating import evaluate

__all__ = ["evaluate"]
