"""Pages for people, from a model and what is said of it."""

from __future__ import annotations

from regionstyrning.report.whole import report

__all__ = ["report"]
