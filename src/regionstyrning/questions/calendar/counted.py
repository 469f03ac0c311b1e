"""Which deeds count in a step of the cycle: by whom, of which year, and whether preliminary or final."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from regionstyrning.law.deadlines import StatutoryDay
    from regionstyrning.model.cycle import CycleStep
    from regionstyrning.model.dates import Part
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.calendar.deeds import Deed


@frozen(kw_only=True)
class LastDays:
    """
    The last days that something is held against (sista dagar).

    Attributes:
        year: The calendar year that it is planned in.
        about: The year that it concerns.
        own: The organ's own last day.
        statutory: The law's.
        since: The first day that counts, for what is done anew.
        period: The part of that year, for a report.
        preliminary: Whether it is kept by a preliminary document.
        again: Whether a later step decides the same anew, so that what is done after its own last day is done there.
        plans: Whether a plan is made, which may be done in the year before it is planned to be.
    """

    year: int
    about: int
    own: date | None
    statutory: StatutoryDay | None
    since: date | None = None
    period: Part | None = None
    preliminary: bool = True
    again: bool = False
    plans: bool = False


def done_in(model: SteeringModel, deeds: Iterable[Deed], step: CycleStep, days: LastDays) -> list[Deed]:
    """
    What of all that was done with a kind of document was done in a step.

    By the kinds of organ and post that it names, or by a body that such a post leads; by any where it names none.

    Args:
        model: The model.
        deeds: What was done with the kind of document.
        step: The step.
        days: The last days of the step in a year.
    """
    led = {id for post in model.positions if post.kind in step.by_posts for id in post.heads}
    anyone = not step.by and not step.by_posts
    return [
        deed
        for deed in deeds
        if (anyone or deed.by_kind in step.by or deed.by_post in step.by_posts or deed.by in led)
        and _is_of_year(deed, days)
        and _is_done_here(deed, days)
    ]


def _is_of_year(deed: Deed, days: LastDays) -> bool:
    """Whether a deed concerns the year of a step, and was done in that or the next, a plan also in the year before."""
    if deed.on is not None and not days.year - days.plans <= deed.on.year <= days.year + 1:
        return False
    if days.since is not None and deed.on is not None and deed.on < days.since:
        return False
    return deed.about == days.about if deed.about is not None else deed.on is not None and deed.on.year == days.year


def _is_done_here(deed: Deed, days: LastDays) -> bool:
    """Whether a deed is done in a step: what is preliminary is not in the last, what is final not late in another."""
    if deed.preliminary:
        return days.preliminary
    return not (days.again and deed.on is not None and days.own is not None and deed.on > days.own)
