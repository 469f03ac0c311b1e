"""What would be, if: alternatives to a model, tried."""

from __future__ import annotations

from regionstyrning.alternatives.sweep import sweep
from regionstyrning.alternatives.sweep_answers import Failure, Sweep, Tried
from regionstyrning.alternatives.sweep_bar import ProgressBar
from regionstyrning.alternatives.sweep_names import Alternative

__all__ = ["Alternative", "Failure", "ProgressBar", "Sweep", "Tried", "sweep"]
