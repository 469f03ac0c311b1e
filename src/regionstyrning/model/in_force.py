"""Which documents are in force on a day, and what decisions have done to what holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import frozen

from regionstyrning.model.dates import years
from regionstyrning.model.documents import DecisionKind, DocumentStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.documents import Decision, SteeringDocument
    from regionstyrning.model.steering_model import SteeringModel


@frozen(kw_only=True)
class Effects:
    """
    What the decisions up to a day have done to records as a whole (beslutens verkan).

    A decision about a part of a record, or of an unknown day, changes no state.

    Attributes:
        adopted: The first day that each record was adopted, days to come too.
        recalled: Ids of the records that are recalled.
        prolonged: The last day of each record that was prolonged.
    """

    adopted: Mapping[str, date]
    recalled: frozenset[str]
    prolonged: Mapping[str, date]

    def leave(self, record: Any, day: date) -> bool:  # noqa: ANN401 - any record with a validity
        """Whether they and its own validity leave it standing."""
        if self.recalled and record.id in self.recalled:
            return False
        if record.validity is None or record.validity.covers(day):
            return True
        begun = record.validity.first is None or record.validity.first <= day
        return begun and bool(self.prolonged) and day <= self.prolonged.get(record.id, date.min)


def effects_by(model: SteeringModel, day: date) -> Effects:
    """What the model's decisions up to a day have done."""
    adopted: dict[str, date] = {}
    recalled: set[str] = set()
    prolonged: dict[str, date] = {}
    for about, on, decision in sorted(_dated(model), key=_order):
        if decision.kind is DecisionKind.ADOPTS:
            adopted.setdefault(about, on)
        if on > day:
            continue
        if decision.kind is DecisionKind.ADOPTS:
            recalled.discard(about)
        elif decision.kind is DecisionKind.RECALLS:
            recalled.add(about)
        elif decision.kind is DecisionKind.PROLONGS:
            last = decision.until or years(None, decision.until_year).last
            prolonged[about] = max(last or date.min, prolonged.get(about, date.min))
    return Effects(adopted=adopted, recalled=frozenset(recalled), prolonged=prolonged)


def documents_in_force(
    model: SteeringModel, day: date, effects: Effects | None = None
) -> Mapping[str, SteeringDocument]:
    """
    The documents in force on a day, by id.

    A proposal is not in force. A document without a known first day is not left out for that:
    nobody knows that it had not begun. A plan for later years leaves the one it replaces standing
    until its own years begin, unless its first day in force is stated. A preliminary document gives
    way to the adopted one of the same kind that builds on it. An annex holds as long as the whole,
    unless it has days of its own.

    Args:
        model: The model.
        day: The day.
        effects: What `effects_by` gave, if it has been asked.
    """
    effects = effects_by(model, day) if effects is None else effects
    documents = {document.id: document for document in model.documents}
    ended = {
        id
        for document in model.documents
        for id in _succeeded(document, documents)
        if _takes_over(document, documents[id], effects, day)
    }
    held = {id: document for id, document in documents.items() if id not in ended and _holds(document, effects, day)}
    return {id: document for id, document in held.items() if _whole_holds(document, documents, held)}


def first_day(document: SteeringDocument, effects: Effects) -> date | None:
    """The first day it is in force, as stated, by its adoption or by the decision that adopted it."""
    return document.begins or effects.adopted.get(document.id)


def known_from(document: SteeringDocument, effects: Effects) -> date | None:
    """The first day that what it prints was known: the day it was adopted, or else in force."""
    adopted = None if document.adopted is None else document.adopted.on
    return adopted or effects.adopted.get(document.id) or document.begins


def _dated(model: SteeringModel) -> Iterator[tuple[str, date, Decision]]:
    for decision in model.decisions:
        if decision.about is not None and decision.part is None and decision.on is not None:
            yield decision.about, decision.on, decision


def _order(dated: tuple[str, date, Decision]) -> tuple[str, date, bool]:
    about, on, decision = dated
    return about, on, decision.kind is DecisionKind.RECALLS


def _succeeded(document: SteeringDocument, documents: Mapping[str, SteeringDocument]) -> Iterator[str]:
    """Ids of the documents that it takes over from once it has begun."""
    if document.status is DocumentStatus.PROPOSED:
        return
    yield from (id for id in document.replaces if id in documents and id != document.id)
    if document.status is DocumentStatus.ADOPTED and document.kind is not None:
        for id in document.based_on:
            draft = documents.get(id)
            if draft is not None and draft.status is DocumentStatus.PRELIMINARY and draft.kind == document.kind:
                yield id


def _takes_over(new: SteeringDocument, old: SteeringDocument, effects: Effects, day: date) -> bool:
    first = first_day(new, effects)
    years_begin = None if new.horizon is None else new.horizon.days.first
    stated = new.in_force is not None and new.in_force.first is not None
    if years_begin is not None and not stated:
        old_begin = None if old.horizon is None else old.horizon.days.first
        if first is None or (old_begin is not None and old_begin < years_begin):
            first = max(first or years_begin, years_begin)
    return first is not None and first <= day


def _holds(document: SteeringDocument, effects: Effects, day: date) -> bool:
    if document.status is DocumentStatus.PROPOSED or document.id in effects.recalled:
        return False
    first, last = first_day(document, effects), document.ends
    if last is not None:
        last = max(last, effects.prolonged.get(document.id, last))
    return (first is None or first <= day) and (last is None or day <= last)


def _whole_holds(
    document: SteeringDocument, documents: Mapping[str, SteeringDocument], held: Mapping[str, SteeringDocument]
) -> bool:
    seen: set[str] = set()
    while document.in_force is None and document.id not in seen:
        seen.add(document.id)
        whole = documents.get(document.part_of or "")
        if whole is None:
            return True
        if whole.id not in held:
            return False
        document = whole
    return True
