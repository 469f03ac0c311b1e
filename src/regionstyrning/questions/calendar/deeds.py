"""What was done with which document, from the decisions of a model and from the days of adoption it states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from regionstyrning.model.catalogues import Name
from regionstyrning.model.contents import Content
from regionstyrning.model.dates import DECEMBER, JANUARY, Part, Validity
from regionstyrning.model.documents import Decision, DecisionKind, DocumentStatus, SteeringDocument
from regionstyrning.model.organisation import Organ, OrganKind, Position, PositionKind
from regionstyrning.model.records import Source
from regionstyrning.model.structure import DocumentKind
from regionstyrning.questions.meetings import OF_MINUTES

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel

DISCHARGES = frozenset({DecisionKind.GRANTS_DISCHARGE, DecisionKind.REFUSES_DISCHARGE})
ADOPTIONS = frozenset({DecisionKind.ADOPTS, DecisionKind.APPROVES})


@frozen(kw_only=True)
class Deed:
    """
    Something that an organ did (handling).

    Attributes:
        record: Id of the decision, or of the document whose adoption is stated.
        kind: What was done.
        by: Id of the organ or post; None if the source does not say.
        by_kind: The kind of organ.
        by_post: The kind of post.
        on: The day; None if it is unknown.
        on_text: The day as written, where it is none.
        document: Id of the document that it is about.
        document_kind: Id of its kind.
        contains: What documents of that kind hold, and what a decision says that it settles.
        organ: Id of the organ that it is about.
        about: The year that it concerns.
        period: The part of that year, as the decision says it, another about the same document, or its days.
        part: Which part of it, in words.
        preliminary: Whether the document is a preliminary one.
        reason: The reason given.
        title: What was done.
        source: Where it is said.
    """

    record: str
    kind: DecisionKind
    by: str | None
    by_kind: OrganKind | None
    on: date | None
    on_text: str | None
    document: str | None
    document_kind: str | None
    contains: tuple[Content, ...]
    organ: str | None
    about: int | None
    period: Part | None
    part: str | None
    reason: str | None
    title: str
    source: Source | None
    by_post: PositionKind | None = None
    preliminary: bool = False

    @property
    def adopts(self) -> bool:
        """Whether it adopts or approves the whole of what it is about."""
        return self.kind in ADOPTIONS and self.part is None


def deeds(model: SteeringModel) -> tuple[Deed, ...]:
    """
    Everything that was done, in order of day, found once and kept.

    Decisions on delegation and on minutes are left out. A document whose adoption is stated counts as
    adopted then, unless a decision says so already.
    """
    found: tuple[Deed, ...] | None = model.memo.get("deeds")
    if found is None:
        made = [*_decided(model), *_adopted(model)]
        made.sort(key=lambda deed: (deed.on is None, deed.on or date.max, deed.record))
        found = model.memo["deeds"] = tuple(made)
    return found


def deeds_about(model: SteeringModel) -> dict[str | None, tuple[Deed, ...]]:
    """The deeds by kind of document, those about none under None; found once and kept."""
    found: dict[str | None, tuple[Deed, ...]] | None = model.memo.get("deeds about")
    if found is None:
        by_kind: defaultdict[str | None, list[Deed]] = defaultdict(list)
        for deed in deeds(model):
            by_kind[deed.document_kind].append(deed)
        found = model.memo["deeds about"] = {kind: tuple(each) for kind, each in by_kind.items()}
    return found


def kinds_of(model: SteeringModel, day: date | None) -> dict[str, DocumentKind]:
    """The kinds of document by id: those of the structure in force on a day before those of the others."""
    structures = sorted(
        model.structures,
        key=lambda each: day is not None and each.validity is not None and each.validity.covers(day),
    )
    return {kind.id: kind for structure in structures for kind in structure.document_kinds}


def _periods(model: SteeringModel) -> dict[str, Part]:
    """The part of a year that documents cover, as decisions about them say, or as their own days do."""
    spans = ((each.id, _whole_months(each.horizon.days)) for each in model.documents if each.horizon is not None)
    said = ((each.about, each.period) for each in model.decisions if each.about is not None)
    return {id: part for id, part in (*spans, *said) if part is not None}


def _whole_months(days: Validity) -> Part | None:
    """The part of one year that some days are, if they are whole months and not all of them."""
    first, last = days.first, days.last
    if first is None or last is None or first.year != last.year:
        return None
    part = Part(first_month=first.month, last_month=last.month)
    whole = part.days(first.year) == days and (first.month, last.month) != (JANUARY, DECEMBER)
    return part if whole else None


def _decided(model: SteeringModel) -> Iterator[Deed]:
    periods = _periods(model)
    for decision in model.decisions:
        if decision.delegation is None and decision.kind not in OF_MINUTES:
            deed = _deed(model, decision)
            yield deed if deed.period else evolve(deed, period=periods.get(decision.about or ""))


def _deed(model: SteeringModel, decision: Decision) -> Deed:
    about, by = model.by_id.get(decision.about or ""), model.by_id.get(decision.by)
    document = _paper(about)
    kind = None if document is None else kinds_of(model, decision.on).get(document.kind or "")
    return Deed(
        record=decision.id,
        kind=decision.kind,
        by=decision.by,
        by_kind=by.kind if isinstance(by, Organ) else None,
        on=decision.on,
        on_text=decision.on_text,
        document=None if document is None else document.id,
        document_kind=None if document is None else document.kind,
        contains=tuple(dict.fromkeys((*(() if kind is None else kind.contains), *decision.contains))),
        organ=about.id if isinstance(about, Organ) else None,
        about=_year_of(decision, document, kind),
        period=decision.period,
        part=decision.part,
        reason=decision.reason,
        title=decision.title,
        source=next(iter(decision.sources), None),
        by_post=by.kind if isinstance(by, Position) else None,
        preliminary=document is not None and document.preliminary,
    )


def _year_of(decision: Decision, document: _Paper | None, kind: DocumentKind | None) -> int | None:
    """The year that a decision concerns; discharge that names none is of the year that had ended."""
    if decision.year is None and decision.kind in DISCHARGES:
        return None if decision.on is None else decision.on.year - 1
    return _year(document, kind, decision.on) if decision.year is None else decision.year


def _adopted(model: SteeringModel) -> Iterator[Deed]:
    periods = _periods(model)
    whole = (each for each in model.decisions if each.kind in ADOPTIONS and each.part is None)
    decided = {(decision.about, decision.by, decision.on) for decision in whole}
    for document in model.documents:
        adopted = document.adopted
        if adopted is None or document.status in {DocumentStatus.PROPOSED, DocumentStatus.NOT_STATED}:
            continue
        if (document.id, adopted.organ, adopted.on) in decided or (adopted.on is None and adopted.organ is None):
            continue
        by, kind = model.by_id.get(adopted.organ or ""), kinds_of(model, adopted.on).get(document.kind or "")
        yield Deed(
            record=document.id,
            kind=DecisionKind.ADOPTS,
            by=adopted.organ,
            by_kind=by.kind if isinstance(by, Organ) else None,
            on=adopted.on,
            on_text=adopted.on_text,
            document=document.id,
            document_kind=document.kind,
            contains=() if kind is None else kind.contains,
            organ=None,
            about=_year(_paper(document), kind, adopted.on),
            period=periods.get(document.id),
            part=None,
            reason=None,
            title=document.title,
            source=next(iter(document.sources), None),
            preliminary=document.status is DocumentStatus.PRELIMINARY,
        )


@frozen(kw_only=True)
class _Paper:
    """
    What is known of a document, also of one that is only referred to.

    Attributes:
        id: Its id.
        kind: Id of its kind.
        first: The first day of its horizon.
        preliminary: Whether it is a preliminary one, as far as that is known.
    """

    id: str
    kind: str | None
    first: date | None
    preliminary: bool = False


def _paper(record: object) -> _Paper | None:
    if isinstance(record, SteeringDocument):
        first = None if record.horizon is None else record.horizon.days.first
        preliminary = record.status is DocumentStatus.PRELIMINARY
        return _Paper(id=record.id, kind=record.kind, first=first, preliminary=preliminary)
    if isinstance(record, Name) and record.catalogue == "documents":
        first = None if record.days is None else record.days.first
        return _Paper(id=record.id, kind=record.document_kind, first=first, preliminary=record.preliminary)
    return None


def _year(document: _Paper | None, kind: DocumentKind | None, day: date | None) -> int | None:
    """
    The year that a document concerns: the first of its horizon.

    A budget concerns the year after it is adopted at the latest, however far its plan reaches (KL
    11:5); a report without a horizon what had ended when it was adopted.
    """
    contains = () if kind is None else kind.contains
    if document is not None and document.first is not None:
        first = document.first.year
        return min(first, day.year + 1) if Content.BUDGET in contains and day is not None else first
    if day is None:
        return None
    if Content.ANNUAL_REPORT in contains:
        return day.year - 1
    return day.year if Content.INTERIM_REPORT in contains else None
