"""What of a model held on a day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from attrs import evolve

from regionstyrning.model.catalogues import CATALOGUES, Name
from regionstyrning.model.documents import DocumentStatus
from regionstyrning.model.references import reference_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from regionstyrning.model.documents import SteeringDocument
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.model.structure import Structure

_UNDATED = ("publications", "statutes", "matters", "ratios")
_FACTS = {"decisions": "on", "outcomes": "known_on", "judgements": "on", "amounts": "on"}


def as_of_day(model: SteeringModel, day: date) -> SteeringModel:
    """
    The model as it held on a day.

    Documents hold from the day they are in force until they are replaced or their horizon has
    run out, a preliminary one until its final; goals, indicators, links, targets and delegations
    with the document or decision they stand in and by their own validity; facts from the day
    they were known. What is undated stays.
    """
    kept: dict[str, Any] = _kept(model, day)
    if all(len(kept[name]) == len(records) for name, records in model.catalogues().items()):
        return model if model.as_of == day else evolve(model, as_of=day)
    names = _names(model, kept)
    return evolve(model, as_of=day, names=names, **kept)


def _kept(model: SteeringModel, day: date) -> dict[str, tuple[Any, ...]]:
    documents = documents_in_force(model, day)
    gone = {document.id for document in model.documents} - documents.keys()
    gone |= {name.id for name in model.names if name.catalogue == "documents"}
    structure = model.structure_on(day)

    def stands(record: Any) -> bool:  # noqa: ANN401 - any field of the record
        return _valid(record, day) and getattr(record, "document", None) not in gone

    kept: dict[str, tuple[Any, ...]] = {name: getattr(model, name) for name in _UNDATED}
    kept["structures"] = () if structure is None else (structure,)
    kept["documents"] = tuple(documents.values())
    for name in ("organs", "positions", "ownerships", "goals", "indicators"):
        kept[name] = _only(model, name, stands)
    for name, known in _FACTS.items():
        kept[name] = tuple(each for each in getattr(model, name) if (getattr(each, known) or date.min) <= day)
    lower = _missing(model, kept, ("goals", "indicators")) | _former_perspectives(model, structure)
    kept["contributions"] = _only(model, "contributions", lambda link: stands(link) and link.lower not in lower)
    kept["targets"] = _only(model, "targets", lambda target: stands(target) and target.indicator not in lower)
    known_decisions = {decision.id for decision in kept["decisions"]}
    later = {decision.id for decision in model.decisions} - known_decisions
    kept["delegations"] = _only(model, "delegations", lambda each: stands(each) and each.decision not in later)
    dropped = _missing(model, kept, tuple(kept))
    kept["open_points"] = _only(model, "open_points", lambda point: point.about not in dropped)
    return kept


def documents_in_force(model: SteeringModel, day: date) -> Mapping[str, SteeringDocument]:
    """
    The documents in force on a day, by id.

    A document without a known first day is not left out for that: nobody knows that it had not begun.
    """
    ended: defaultdict[str, bool] = defaultdict(bool)
    for document in model.documents:
        if document.replaces and document.status is not DocumentStatus.PROPOSED and _has_begun(document, day):
            for id in document.replaces:
                ended[id] = True
    return {
        document.id: document
        for document in model.documents
        if not ended[document.id]
        and (document.begins is None or document.begins <= day)
        and (document.ends is None or day <= document.ends)
    }


def _has_begun(document: SteeringDocument, day: date) -> bool:
    """Whether it is known to have begun; a horizon's own first day is the latest that it can have."""
    first = document.begins
    if first is None and document.horizon is not None:
        first = document.horizon.days.first
    return first is not None and first <= day


def _valid(record: Any, day: date) -> bool:  # noqa: ANN401 - any field of the record
    return record.validity is None or bool(record.validity.covers(day))


def _only(model: SteeringModel, name: str, holds: Callable[[Any], bool]) -> tuple[Any, ...]:
    return tuple(filter(holds, getattr(model, name)))


def _missing(model: SteeringModel, kept: Mapping[str, tuple[Any, ...]], names: tuple[str, ...]) -> set[str]:
    """Ids of the catalogues' records that are not kept, and of those gone before."""
    gone = {name.id for name in model.names}
    for name in names:
        records = getattr(model, name)
        if len(kept[name]) != len(records):
            held = {record.id for record in kept[name]}
            gone |= {record.id for record in records if record.id not in held}
    return gone


def _former_perspectives(model: SteeringModel, held: Structure | None) -> set[str]:
    """Ids of perspectives that only structures not in force have."""
    current = {perspective.id for perspective in (() if held is None else held.perspectives)}
    return {each.id for structure in model.structures for each in structure.perspectives} - current


def _names(model: SteeringModel, kept: Mapping[str, tuple[Any, ...]]) -> tuple[Any, ...]:
    referred = {model.legal_person}
    current = {perspective.id for structure in kept["structures"] for perspective in structure.perspectives}
    for name, cls in CATALOGUES.items():
        for reference in reference_fields(cls):
            referred.update(reference.ids(kept[name]))
    names = {name.id: name for name in model.names if name.id in referred}
    dropped = (each for each in model.structures if each not in kept["structures"])
    for perspective in chain.from_iterable(structure.perspectives for structure in dropped):
        if perspective.id in referred and perspective.id not in current:
            names[perspective.id] = Name(id=perspective.id, title=perspective.title, catalogue="perspectives")
    for catalogue, records in model.catalogues().items():
        if len(kept[catalogue]) == len(records):
            continue
        held = {record.id for record in kept[catalogue]}
        for record in records:
            if record.id in referred and record.id not in held:
                title = getattr(record, "title", None) or record.id
                names[record.id] = Name(id=record.id, title=title, catalogue=catalogue)
    return tuple(names[id] for id in sorted(names))
