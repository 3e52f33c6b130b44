"""What `reports` stores: goals and indicators, and papers that are made in the background."""

from reports.models.goals import (
    Direction,
    Frequency,
    Goal,
    GoalStory,
    Indicator,
    IndicatorValue,
    Influence,
    Measured,
    ValueDraft,
    ValueEntry,
)
from reports.models.jobs import PaperFile, PaperJob, PaperState

__all__ = [
    "Direction",
    "Frequency",
    "Goal",
    "GoalStory",
    "Indicator",
    "IndicatorValue",
    "Influence",
    "Measured",
    "PaperFile",
    "PaperJob",
    "PaperState",
    "ValueDraft",
    "ValueEntry",
]
