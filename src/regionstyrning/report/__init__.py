"""Pages for people, from a model and what is said of it."""

from __future__ import annotations

from regionstyrning.report.side_by_side import side_by_side
from regionstyrning.report.whole import report

__all__ = ["report", "side_by_side"]
