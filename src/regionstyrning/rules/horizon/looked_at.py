"""What the rules on horizons look at: the days of what is in force, and of what is only referred to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.catalogues import Name
from regionstyrning.model.dates import HorizonKind
from regionstyrning.model.documents import DocumentStatus, SteeringDocument
from regionstyrning.model.economy import AmountStage
from regionstyrning.model.goals import Goal
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.calendar.deeds import deeds, kinds_of
from regionstyrning.questions.editions import has_year
from regionstyrning.rules.documents import kind_of

if TYPE_CHECKING:
    from regionstyrning.model.cycle import CycleStep
    from regionstyrning.model.dates import Validity
    from regionstyrning.rules.rule import Held


def days_by_id(held: Held, id: str) -> Validity | None:
    """The days of the horizon of a document or goal, in force or only referred to; None if it has none."""
    record = held.model.by_id.get(id)
    if isinstance(record, Name):
        return record.days
    if isinstance(record, SteeringDocument | Goal) and record.horizon is not None:
        return record.horizon.days
    return None


def years_done(held: Held) -> tuple[int, ...]:
    """The years that something that was done concerns, or was done in."""
    found = {year for deed in deeds(held.known) for year in (deed.about, deed.on.year if deed.on else None)}
    return tuple(sorted(year for year in found if year is not None))


def is_whole(document: SteeringDocument) -> bool:
    """Whether a document stands for itself: it is no annex, and neither amends nor supplements another."""
    return not (document.amends or document.supplements or document.part_of)


def is_in_effect(document: SteeringDocument) -> bool:
    """Whether nothing says that it is only a draft: what is preliminary is not yet what it is to be."""
    return document.status not in {DocumentStatus.PROPOSED, DocumentStatus.PRELIMINARY}


def is_done(step: CycleStep, held: Held) -> bool:
    """Whether a step of the cycle is one of those that are still done on the day."""
    return step.validity is None or step.validity.covers(held.model.as_of)


def put_in_place_of(id: str, held: Held) -> tuple[str, ...]:
    """Ids of the documents that replace or amend one, and of those that do so to them."""
    found, new = {id: None}, [id]
    while new:
        new = [
            each.id
            for each in held.known.documents
            if each.id not in found and not {*each.replaces, *each.amends}.isdisjoint(new)
        ]
        found |= dict.fromkeys(new)
    return tuple(found)[1:]


def budget_year(document: SteeringDocument, held: Held) -> int | None:
    """
    The budget year of a document that is a budget, or None if it is none.

    A document is a budget by its own horizon or by that of its kind, if fullmäktige adopted it or
    nobody says who did. Its year is that of the budget's figures in it, else the first of its
    horizon, but never later than the year after it was adopted (KL 11:5). Figures of a year that is
    neither one of its horizon nor the next stand beside its own to be compared with.
    """
    adopted = document.adopted
    kind = kind_of(held, document) or kinds_of(held.known, held.model.as_of).get(document.kind or "")
    looks_ahead = {getattr(kind, "horizon", None), getattr(document.horizon, "kind", None)}
    organ = None if adopted is None else held.known.by_id.get(adopted.organ or "")
    by_another = organ is not None and getattr(organ, "kind", None) is not OrganKind.ASSEMBLY
    if HorizonKind.BUDGET_YEAR not in looks_ahead or by_another or document.horizon is None:
        return None
    days = document.horizon.days
    first, latest = days.first, None if adopted is None or adopted.on is None else adopted.on.year + 1
    figures = {
        amount.year
        for amount in held.model.amounts
        if amount.document == document.id and amount.stage is AmountStage.BUDGET
        if amount.year == latest or has_year(days, amount.year)
    }
    candidates = [year for year in (None if first is None else first.year, latest) if year is not None]
    return min(figures or candidates, default=None)
