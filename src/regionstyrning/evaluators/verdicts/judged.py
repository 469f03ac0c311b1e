"""How a condition is met, with what that rests on."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from regionstyrning.evaluators.verdicts.bounds import UNKNOWN, Bounds
from regionstyrning.evaluators.verdicts.verdict import Reason
from regionstyrning.model.indicators import Outcome
from regionstyrning.model.records import as_tuple


@frozen(kw_only=True)
class Judged:
    """
    How a condition is met (prövat villkor).

    Attributes:
        bounds: The worst and the best it can be.
        reasons: Why.
        outcomes: What it rests on.
        known: Whether everything it needed was known.
    """

    bounds: Bounds
    reasons: tuple[Reason, ...] = field(default=(), converter=as_tuple)
    outcomes: tuple[Outcome, ...] = field(default=(), converter=as_tuple)
    known: bool = True

    @classmethod
    def unknown(cls, reasons: Iterable[Reason], outcomes: Iterable[Outcome] = ()) -> Judged:
        """It may be anything, since something is not known."""
        return cls(bounds=UNKNOWN, reasons=reasons, outcomes=outcomes, known=False)
