"""The table of what was measured, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.turns import Ratio

HEAD = ("Workload", "Compared", "Target", "Measured", "Holds")


@frozen(kw_only=True)
class Row:
    """
    One line of the table.

    Attributes:
        workload: What was done.
        compared: What is told of it, and against what.
        target: What it should be; empty where nothing is asked.
        measured: What it was, with the least and the greatest.
        holds: Whether it is what it should be; None where nothing is asked.
    """

    workload: str
    compared: str
    target: str = ""
    measured: str
    holds: bool | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The line as texts, in the order of `HEAD`."""
        verdict = "" if self.holds is None else "yes" if self.holds else "**no**"
        return self.workload, self.compared, self.target, self.measured, verdict


def at_least(target: float, workload: str, compared: str, ratio: Ratio) -> Row:
    """A row for a ratio that should be no less."""
    return Row(
        workload=workload,
        compared=compared,
        target=f"≥ {target:g}",
        measured=str(ratio),
        holds=ratio.middle >= target,
    )


def at_most(target: float, workload: str, compared: str, ratio: Ratio) -> Row:
    """A row for a ratio that should be no more."""
    return Row(
        workload=workload,
        compared=compared,
        target=f"≤ {target:g}",
        measured=str(ratio),
        holds=ratio.middle <= target,
    )


def beside(workload: str, compared: str, ratio: Ratio) -> Row:
    """A row for a ratio of which nothing is asked."""
    return Row(workload=workload, compared=compared, measured=str(ratio))


def markdown(rows: Iterable[Row]) -> str:
    """The rows as a table in Markdown."""
    lines = (HEAD, ("---",) * len(HEAD), *(row.cells for row in rows))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
