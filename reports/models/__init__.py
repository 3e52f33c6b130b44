"""What `reports` stores: goals and indicators, and papers that are made in the background."""

from reports.models.jobs import PaperFile, PaperJob, PaperState

__all__ = ["PaperFile", "PaperJob", "PaperState"]
