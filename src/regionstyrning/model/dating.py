"""What of a model held on a day."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from attrs import evolve

from regionstyrning.model.catalogues import CATALOGUES, Name
from regionstyrning.model.dates import Part, Period
from regionstyrning.model.documents import DocumentStatus, SteeringDocument
from regionstyrning.model.in_force import Effects, documents_in_force, effects_by, known_from
from regionstyrning.model.indicators import Outcome, Stage
from regionstyrning.model.references import reference_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.model.structure import Structure

_UNDATED = ("publications", "statutes", "matters", "ratios")
_HISTORY = ("structures", "documents", "organs", "positions")
_FACTS = {"decisions": "on", "outcomes": "known_on", "judgements": "on", "amounts": "on"}


def as_of_day(model: SteeringModel, day: date) -> SteeringModel:
    """
    The model as it held on a day.

    Documents hold from the day they are in force until they are replaced or their horizon has
    run out, a preliminary one until its final; goals, indicators, links, targets and delegations
    with the document or decision they stand in and by their own validity; facts from the day
    they were known, which for one without a day of its own is the day of its document, and for an
    outcome at the earliest the first day of what it was measured for. What was
    decided by that day counts: what is recalled does not hold, and what is prolonged holds on.
    What is undated stays. Statutes stay, since a question may ask for the law of an earlier year.
    """
    kept: dict[str, Any] = _kept(model, day)
    if all(len(kept[name]) == len(records) for name, records in model.catalogues().items()):
        return model if model.as_of == day else evolve(model, as_of=day)
    names = _names(model, kept)
    return evolve(model, as_of=day, names=names, **kept)


def known_by_day(model: SteeringModel, day: date) -> SteeringModel:
    """
    The model as it held on a day, with what is history by then: for what is asked of acts, not of what holds.

    What was done stays done: a document that was adopted late was so also when another has taken its
    place. Beside what holds there are the documents that were known by the day, the structures and the
    organs that had begun. What came later is not known, and goals and links are those that hold.
    """
    key = ("known by", day)
    known: SteeringModel | None = model.memo.get(key)
    if known is None:
        known = model.memo[key] = _with_history(model, model.at(day), day)
    return known


def _with_history(model: SteeringModel, held: SteeringModel, day: date) -> SteeringModel:
    effects, kept = effects_by(model, day), set(held.by_id) - {name.id for name in held.names}

    def has_begun(record: Any) -> bool:  # noqa: ANN401 - a document, or any record with a validity
        if isinstance(record, SteeringDocument):
            first = known_from(record, effects)
        else:
            first = None if record.validity is None else record.validity.first
        return record.id in kept or first is None or first <= day

    changes: dict[str, Any] = {name: _only(model, name, has_begun) for name in _HISTORY}
    if all(len(changes[name]) == len(getattr(held, name)) for name in _HISTORY):
        return held
    changes["structures"] = tuple(sorted(changes["structures"], key=_first_and_id))  # no answer hangs on their order
    again = {record.id for records in changes.values() for record in records}
    return evolve(held, **changes, names=tuple(name for name in held.names if name.id not in again))


def _first_and_id(structure: Structure) -> tuple[date, str]:
    first = None if structure.validity is None else structure.validity.first
    return first or date.min, structure.id


def _kept(model: SteeringModel, day: date) -> dict[str, tuple[Any, ...]]:
    effects = effects_by(model, day)
    kept: dict[str, tuple[Any, ...]] = {name: getattr(model, name) for name in _UNDATED}
    structure = model.structure_on(day)
    kept["structures"] = () if structure is None else (structure,)
    kept["documents"] = tuple(documents_in_force(model, day, effects).values())
    gone = _missing(model, kept, ("documents",))

    def stands(record: Any) -> bool:  # noqa: ANN401 - any record with a validity
        return getattr(record, "document", None) not in gone and effects.leave(record, day)

    for name in ("organs", "positions", "ownerships", "goals", "indicators"):
        kept[name] = _only(model, name, stands)
    kept |= _facts(model, day, effects)
    lower = _missing(model, kept, ("goals", "indicators")) | _former_perspectives(model, structure)
    kept["contributions"] = _only(model, "contributions", lambda link: stands(link) and link.lower not in lower)
    kept["targets"] = _only(model, "targets", lambda target: stands(target) and target.indicator not in lower)
    later = _missing(model, kept, ("decisions",))
    kept["delegations"] = _only(model, "delegations", lambda each: stands(each) and each.decision not in later)
    dropped = _missing(model, kept, tuple(kept))
    kept["open_points"] = _only(model, "open_points", lambda point: point.about not in dropped)
    return kept


def _facts(model: SteeringModel, day: date, effects: Effects) -> dict[str, tuple[Any, ...]]:
    printed = {publication.id: publication.published for publication in model.publications}
    printed |= {document.id: known_from(document, effects) for document in model.documents}

    def known(record: Any, field: str) -> bool:  # noqa: ANN401 - any fact
        first = getattr(record, field)
        if isinstance(record, Outcome):
            return _has_come(record, day) if first is None else first <= day
        first = first or printed.get(getattr(record, "document", None) or "")
        return first is None or first <= day

    return {
        name: tuple(record for record in getattr(model, name) if known(record, field)) for name, field in _FACTS.items()
    }


def _has_come(outcome: Outcome, day: date) -> bool:
    """Whether the time it was measured for has begun; what is planned or forecast may come before it."""
    if outcome.stage is Stage.PLAN or outcome.stage is Stage.FORECAST:
        return True
    return _begins(outcome.year, outcome.part) <= day


@cache
def _begins(year: int, part: Part | None) -> date:
    """The first day of what something is measured for."""
    return Period(year=year, part=part).days().first or date.min


def _only(model: SteeringModel, name: str, holds: Callable[[Any], bool]) -> tuple[Any, ...]:
    return tuple(filter(holds, getattr(model, name)))


def _missing(model: SteeringModel, kept: Mapping[str, tuple[Any, ...]], names: tuple[str, ...]) -> set[str]:
    """Ids of the catalogues' records that are not kept, and of those gone before."""
    gone = {name.id for name in model.names if name.catalogue in names}
    for name in names:
        records = getattr(model, name)
        if len(kept[name]) != len(records):
            held = {record.id for record in kept[name]}
            gone |= {record.id for record in records if record.id not in held}
    return gone


def _former_perspectives(model: SteeringModel, held: Structure | None) -> set[str]:
    """Ids of perspectives that only structures not in force have, and of those gone before."""
    current = {perspective.id for perspective in (() if held is None else held.perspectives)}
    gone = {name.id for name in model.names if name.catalogue == "perspectives"}
    return gone.union(each.id for structure in model.structures for each in structure.perspectives) - current


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
                horizon = getattr(record, "horizon", None)
                days = None if horizon is None else horizon.days
                kind = record.kind if catalogue == "documents" else None
                names[record.id] = Name(
                    id=record.id,
                    title=title,
                    catalogue=catalogue,
                    days=days,
                    document_kind=kind,
                    preliminary=getattr(record, "status", None) is DocumentStatus.PRELIMINARY,
                )
    return tuple(names[id] for id in sorted(names))
