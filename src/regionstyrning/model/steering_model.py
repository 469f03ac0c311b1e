"""The model: catalogues of records, immutable."""

from __future__ import annotations

from datetime import date
from enum import Enum
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from attrs import evolve, field, frozen

from regionstyrning.errors import DuplicateId, InvalidValue, UnknownId
from regionstyrning.model.catalogues import AUTHORED, CATALOGUE_OF, CATALOGUES, KEYED, Name
from regionstyrning.model.dating import as_of_day
from regionstyrning.model.delegation import Delegation, Matter
from regionstyrning.model.documents import Decision, Publication, SteeringDocument
from regionstyrning.model.economy import Amount, Ratio
from regionstyrning.model.goals import Contribution, Goal
from regionstyrning.model.ids import id_faults
from regionstyrning.model.indicators import Indicator, Outcome, Target
from regionstyrning.model.judgements import Judgement
from regionstyrning.model.open_points import OpenPoint
from regionstyrning.model.organisation import Organ, Ownership, Position
from regionstyrning.model.records import Keyed, Record, as_tuple, to
from regionstyrning.model.statutes import Statute
from regionstyrning.model.structure import Structure
from regionstyrning.text.tables import html_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

AnyRecord = TypeVar("AnyRecord", bound=Record)


class ModelStatus(Enum):
    """Whether a model tells of a real region."""

    REAL = "real"
    FICTIONAL = "fictional"


@frozen(kw_only=True, repr=False)
class SteeringModel:
    """
    A steering model (styrmodell): how a region steers, what it wants and what is known of it.

    Every catalogue is a tuple in the order of its author; the order never changes an answer.

    Attributes:
        id: The region's id.
        title: The region's name.
        as_of: The day that a question means if it names none.
        status: Whether it tells of a real region; if so, every record has a source.
        read_until: The last day that the sources read tell of; what is asked about a later day says so.
        legal_person: Id of the organ that is the region itself.
        names: Records that are only referred to, in a model as it held on a day.

    Raises:
        DuplicateId: if two records have the same id or natural key, or an id is not of the right form.
    """

    id: str
    title: str
    as_of: date
    status: ModelStatus = ModelStatus.REAL
    read_until: date | None = None
    legal_person: str | None = field(default=None, metadata=to("organs"))
    publications: tuple[Publication, ...] = field(default=(), converter=as_tuple)
    structures: tuple[Structure, ...] = field(default=(), converter=as_tuple)
    documents: tuple[SteeringDocument, ...] = field(default=(), converter=as_tuple)
    statutes: tuple[Statute, ...] = field(default=(), converter=as_tuple)
    decisions: tuple[Decision, ...] = field(default=(), converter=as_tuple)
    organs: tuple[Organ, ...] = field(default=(), converter=as_tuple)
    positions: tuple[Position, ...] = field(default=(), converter=as_tuple)
    ownerships: tuple[Ownership, ...] = field(default=(), converter=as_tuple)
    goals: tuple[Goal, ...] = field(default=(), converter=as_tuple)
    indicators: tuple[Indicator, ...] = field(default=(), converter=as_tuple)
    contributions: tuple[Contribution, ...] = field(default=(), converter=as_tuple)
    targets: tuple[Target, ...] = field(default=(), converter=as_tuple)
    outcomes: tuple[Outcome, ...] = field(default=(), converter=as_tuple)
    judgements: tuple[Judgement, ...] = field(default=(), converter=as_tuple)
    matters: tuple[Matter, ...] = field(default=(), converter=as_tuple)
    delegations: tuple[Delegation, ...] = field(default=(), converter=as_tuple)
    amounts: tuple[Amount, ...] = field(default=(), converter=as_tuple)
    ratios: tuple[Ratio, ...] = field(default=(), converter=as_tuple)
    open_points: tuple[OpenPoint, ...] = field(default=(), converter=as_tuple)
    names: tuple[Name, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        faults = id_faults(self)
        if faults:
            raise DuplicateId(faults)

    @cached_property
    def memo(self) -> dict[Any, Any]:
        """Indexes built once. No field: equality, files and pickle never see it."""
        return {}

    def __getstate__(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in attrs.fields_dict(type(self))}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(records)} {name}" for name, records in self.catalogues().items() if records)
        return f"<SteeringModel {self.id!r} {self.title!r} as of {self.as_of}: {counts or 'empty'}>"

    def _repr_html_(self) -> str:
        rows = [[name, str(len(records))] for name, records in self.catalogues().items() if records]
        return html_table(["katalog", "antal"], rows, caption=f"{self.title} [{self.id}] {self.as_of}")

    def catalogues(self) -> dict[str, tuple[Any, ...]]:
        """The catalogues by name, in the order of the class."""
        return {name: getattr(self, name) for name in CATALOGUES}

    def records(self) -> Iterator[Record]:
        """Every record, catalogue by catalogue."""
        for records in self.catalogues().values():
            yield from records

    @property
    def by_id(self) -> Mapping[str, Any]:
        """Records with an authored id, and names, by it. Links and facts are found by ``model[id]``."""
        index: dict[str, Any] | None = self.memo.get("by_id")
        if index is None:
            index = self.memo["by_id"] = {record.id: record for record in self.names}
            for name in AUTHORED:
                index.update(zip(map(attrgetter("id"), getattr(self, name)), getattr(self, name), strict=True))
        return index

    @property
    def keyed(self) -> Mapping[str, Keyed]:
        """Links and facts by the id made of their natural key."""
        index: dict[str, Keyed] | None = self.memo.get("keyed")
        if index is None:
            index = self.memo["keyed"] = {record.id: record for name in KEYED for record in getattr(self, name)}
        return index

    def __contains__(self, id: object) -> bool:
        return id in self.by_id or id in self.keyed

    def __getitem__(self, id: str) -> Any:  # noqa: ANN401 - any field of the record
        """
        The record with an id.

        Raises:
            UnknownId: if no record has it; it names the nearest.
        """
        found = self.by_id.get(id)
        if found is None:
            found = self.keyed.get(id)
        if found is None:
            raise UnknownId("record", id, [*self.by_id, *self.keyed])
        return found

    def structure_on(self, day: date) -> Structure | None:
        """The structure in force on a day, or None if none is."""
        held = [each for each in self.structures if each.validity is None or each.validity.covers(day)]
        return max(held, key=_beginning, default=None)

    def at(self, day: date) -> SteeringModel:
        """
        The model as it held on a day, which is then its ``as_of``.

        Returns:
            Never more records than here. What is undated stays; a record that is only
            referred to stays as a `Name`. The same model if nothing falls away.

        Raises:
            InvalidValue: for anything but a day, such as a text or a point in time.
        """
        if type(day) is not date:
            message = f"expected a day, found {day!r}"
            raise InvalidValue("day", message)
        key = ("at", day)
        held: SteeringModel | None = self.memo.get(key)
        if held is None:
            held = as_of_day(self, day)
            held.memo[key] = held
            if "origin" in self.memo:  # where its records are written, for files
                held.memo["origin"] = self.memo["origin"]
            self.memo[key] = held
        return held

    def with_(self, *records: Record) -> SteeringModel:
        """
        A new model with the records added, or put in place of those with the same id.

        A name that stood for one of them is no longer needed, and falls away.

        Raises:
            TypeError: for something that belongs in no catalogue.
        """
        fresh: dict[str, dict[str, Any]] = {}
        for record in records:
            fresh.setdefault(_catalogue_of(record), {})[_id(record)] = record
        changes: dict[str, Any] = {}
        for name, news in fresh.items():
            kept = [news.pop(record.id, record) for record in getattr(self, name)]
            changes[name] = (*kept, *news.values())
        if self.names:
            added = {id for record in records for id in _ids(record)}
            changes["names"] = [name for name in self.names if name.id not in added]
        return evolve(self, **changes)

    def without(self, *ids: str) -> SteeringModel:
        """
        A new model without the records that have the ids.

        Raises:
            UnknownId: if no record has one of them; a name is no record.
        """
        gone = {id: self[id] for id in ids}
        for id, record in gone.items():
            if isinstance(record, Name):
                raise UnknownId("record", id)
        names = {_catalogue_of(record) for record in gone.values()}
        changes: dict[str, Any] = {
            name: [each for each in getattr(self, name) if each.id not in gone] for name in names
        }
        return evolve(self, **changes)


def proposed(record: AnyRecord, **changes: Any) -> AnyRecord:  # noqa: ANN401 - any field of the record
    """
    The record changed, as an alternative proposes it: without source, marked proposed.

    Args:
        record: Any record.
        changes: New values by field.

    Raises:
        TypeError: if the record has no such field.
    """
    return evolve(record, **{"sources": (), "proposed": True, **changes})


def _beginning(structure: Structure) -> tuple[date, str]:
    first = structure.validity.first if structure.validity is not None else None
    return first or date.min, structure.id


def _id(record: Any) -> str:  # noqa: ANN401 - any field of the record
    return str(record.id)


def _ids(record: Any) -> Iterator[str]:  # noqa: ANN401 - any field of the record
    """Its own id, and those of a structure's perspectives, which links name too."""
    yield record.id
    for perspective in getattr(record, "perspectives", ()):
        yield perspective.id


def _catalogue_of(record: object) -> str:
    name = CATALOGUE_OF.get(type(record))
    if name is None:
        several = ". Give several as with_(*records)" if isinstance(record, tuple | list) else ""
        message = f"expected a record of a model, found {type(record).__name__}{several}"
        raise TypeError(message)
    return name
