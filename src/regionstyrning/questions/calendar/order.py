"""What depends on what in a year, and the line of steps that decides when the last one can be done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from regionstyrning.questions.calendar.steps import OPEN, DatedStep

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@frozen(kw_only=True)
class Link:
    """
    One step on the critical line (led på den kritiska linjen).

    Attributes:
        step: The step.
        days: Days from the last day of the step before it to its own; None for the first. Below zero the
            cycle contradicts its own order.
    """

    step: DatedStep
    days: int | None


def critical_path(steps: Iterable[DatedStep]) -> tuple[Link, ...]:
    """
    The line of dated steps that decides when the last plan can be decided.

    Counted back from the step that ends the longest line: before each comes the one that it waits
    for with the latest last day. Moving any of these days moves what follows, unless there are days
    to spare.

    Args:
        steps: Steps that concern one year, in any order.

    Returns:
        The steps in order of time; nothing where no step waits for another.
    """
    own = {step.id: step for step in steps if step.plans and step.on is not None}
    lines: dict[str, tuple[DatedStep, ...]] = {}
    for step in own.values():
        _line(step, own, lines)
    longest = max(lines.values(), key=_length, default=())
    if len(longest) < 2:  # noqa: PLR2004 - one step waits for nothing
        return ()
    pairs = zip([None, *longest], longest, strict=False)
    return tuple(Link(step=step, days=_days(before, step)) for before, step in pairs)


def remaining(path: Iterable[Link], on: date) -> tuple[Link, ...]:
    """
    What of a critical line is left on a day: the steps that nothing shows were done, from their last day on.

    Args:
        path: The line.
        on: The day.

    Returns:
        The first of them follows on none.
    """
    left = [link for link in path if link.step.state in OPEN and link.step.on is not None and link.step.on >= on]
    return tuple(evolve(link, days=None) if place == 0 else link for place, link in enumerate(left))


def contradictions(steps: Iterable[DatedStep]) -> Iterator[tuple[DatedStep, DatedStep]]:
    """
    The steps whose last day comes before a step they wait for can be done.

    Args:
        steps: Dated steps, with those that they wait for among them.

    Returns:
        The step that is waited for, then the one that waits.
    """
    by_id = {step.id: step for step in steps}
    for step in by_id.values():
        for id in step.after:
            before = by_id.get(id)
            earliest = None if before is None else before.earliest
            if before is not None and earliest is not None and step.on is not None and step.on < earliest:
                yield before, step


def _line(step: DatedStep, own: dict[str, DatedStep], lines: dict[str, tuple[DatedStep, ...]]) -> tuple[DatedStep, ...]:
    """The step with what it waits for before it: by the latest of each, of those on one day by the longest line."""
    if step.id not in lines:
        lines[step.id] = (step,)  # whatever waits for itself
        before = [_line(own[id], own, lines) for id in step.after if id in own]
        lines[step.id] = (*max(before, key=_latest, default=()), step)
    return lines[step.id]


def _latest(line: tuple[DatedStep, ...]) -> tuple[date, int, str]:
    return line[-1].on or date.min, len(line), line[-1].id


def _length(line: tuple[DatedStep, ...]) -> tuple[int, date, str]:
    return len(line), line[-1].on or date.min, line[-1].id


def _days(before: DatedStep | None, step: DatedStep) -> int | None:
    if before is None or before.on is None or step.on is None:
        return None
    return (step.on - before.on).days
