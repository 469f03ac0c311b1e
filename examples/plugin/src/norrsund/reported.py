"""An evaluator of its own; asked by ``evaluate(model, as_of=day, evaluators=["redovisat"])``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.evaluators import Known, Status, Verdict

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.model import Indicator, SteeringModel


@frozen(kw_only=True)
class Reported:
    """
    Whether enough of the indicators have an outcome for the year, whatever it is.

    Attributes:
        least_percent: The share that is enough, 0 to 100.
    """

    least_percent: int = 100

    def __call__(self, model: SteeringModel, *, as_of: date, year: int) -> Verdict:
        """Count the indicators with an outcome for the year that was known on the day."""
        held = model.at(as_of)
        told = {each.indicator for each in held.outcomes if each.year == year and each.missing is None}
        parts = [_part(each, known=each.id in told) for each in held.indicators]
        known = Known(known=sum(each.status is Status.MET for each in parts), of=len(parts))
        enough = known.known * 100 >= self.least_percent * known.of
        return Verdict(
            about=model.id,
            title=model.title,
            kind="modell",
            status=Status.MET if enough else Status.NOT_MET,
            parts=parts,
            evaluator="redovisat 1",
            settings=[("least_percent", str(self.least_percent))],
            coverage=known,
            year=year,
        )


def _part(indicator: Indicator, *, known: bool) -> Verdict:
    status = Status.MET if known else Status.NOT_MET
    return Verdict(about=indicator.id, title=indicator.title, status=status, kind="indikator")
