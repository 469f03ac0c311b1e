"""Plans that are in force on a day, found among the documents of a model."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from regionstyrning.model import horizons
from regionstyrning.model.documents import DocumentStatus, SteeringDocument
from regionstyrning.model.in_force import effects_by, first_day
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.editions import belongs_to, report_kinds

if TYPE_CHECKING:
    from regionstyrning.model.dates import Validity
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.model.structure import DocumentKind


@frozen(kw_only=True)
class PlanInForce:
    """
    A plan that is in force on a day (gällande plan).

    Attributes:
        document: Id of the document.
        title: What a person reads of it.
        begins: Its first day in force, or None if nobody knows.
        days: The days that it looks ahead, as far as it states them; None if it has no horizon.
        preliminary: Whether it is preliminary.
        coming: Whether the days that it looks ahead have not begun, as of next year's plan in December.
        beside: Ids of the documents in force that it amends, supplements or is a part of.
        first_for: The days for which it comes before those that it amends or supplements; None if it
            does not, or does not overlap them.
        replaces: Ids of what it replaced, which is history.
    """

    document: str
    title: str
    begins: date | None
    days: Validity | None
    preliminary: bool
    coming: bool
    beside: tuple[str, ...] = field(converter=as_tuple)
    first_for: Validity | None
    replaces: tuple[str, ...] = field(converter=as_tuple)


def plans_of(held: SteeringModel, organ: str) -> Iterator[PlanInForce]:
    """
    The plans of an organ in a model of a day.

    Args:
        held: The model of that day.
        organ: Id of the organ.
    """
    reports, effects = report_kinds(held), effects_by(held, held.as_of)
    planning = {document.id: document for document in held.documents if document.kind not in reports}
    places = {kind.id: place for place, kind in enumerate(kinds_held(held))}

    def lateness(id: str) -> int:
        return -(first_day(planning[id], effects) or date.min).toordinal()

    def order(id: str) -> tuple[int, str, bool, int, str]:
        """Kinds as in the structure; of each what has begun first, and then the later first."""
        kind = planning[id].kind or ""
        return places.get(kind, len(places)), kind, _is_coming(planning[id], held.as_of), lateness(id), id

    own = sorted((id for id in planning if _is_own(planning[id], organ)), key=order)
    told: dict[str, None] = {}
    for id in own:
        added = sorted(_added(planning, id), key=order)
        told.update(dict.fromkeys(sorted((id, *added), key=lateness)))
    for id in told:
        document = planning[id]
        over = [each for each in dict.fromkeys((*document.amends, *document.supplements)) if each in planning]
        wholes = [each for each in (document.part_of,) if each in planning and each not in over]
        yield PlanInForce(
            document=id,
            title=document.title,
            begins=first_day(document, effects),
            days=None if document.horizon is None else document.horizon.days,
            preliminary=document.status is DocumentStatus.PRELIMINARY,
            coming=_is_coming(document, held.as_of),
            beside=[each for each in (*over, *wholes) if each != id],
            first_for=_first_for(document, [planning[each] for each in over if each != id]),
            replaces=[each for each in document.replaces if each != id and each not in planning],
        )


def _is_coming(document: SteeringDocument, day: date) -> bool:
    """Whether its years begin after the day."""
    first = None if document.horizon is None else document.horizon.days.first
    return first is not None and day < first


def _is_own(document: SteeringDocument, organ: str) -> bool:
    return document.horizon is not None and belongs_to(document) == organ


def _added(planning: dict[str, SteeringDocument], whole: str) -> set[str]:
    """Ids of what amends or supplements it or is a part of it, by any number of steps."""
    found: set[str] = set()
    waiting = [whole]
    while waiting:
        at = waiting.pop()
        for document in planning.values():
            if at in {*document.amends, *document.supplements, document.part_of} and document.id not in found:
                found.add(document.id)
                waiting.append(document.id)
    return found - {whole}


def _first_for(document: SteeringDocument, amended: list[SteeringDocument]) -> Validity | None:
    """The days of the first of those that it amends that it shares; all of that one's if it has no horizon itself."""
    for other in amended:
        if other.horizon is not None:
            own = other.horizon if document.horizon is None else document.horizon
            both = horizons.shared(own, other.horizon)
            if both is not None:
                return both
    return None


def kinds_held(held: SteeringModel) -> tuple[DocumentKind, ...]:
    """The kinds of document of the structure in force."""
    structure = held.structure_on(held.as_of)
    return () if structure is None else structure.document_kinds
