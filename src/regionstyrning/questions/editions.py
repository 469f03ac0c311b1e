"""The successive editions of a plan, and what belongs to each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import field, frozen

from regionstyrning.model.dates import HorizonKind
from regionstyrning.model.documents import DocumentStatus
from regionstyrning.model.in_force import effects_by, first_day
from regionstyrning.model.records import as_tuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from regionstyrning.model.dates import Validity
    from regionstyrning.model.documents import SteeringDocument
    from regionstyrning.model.steering_model import SteeringModel

MADE_AGAIN = frozenset({HorizonKind.ROLLING, HorizonKind.BUDGET_YEAR, HorizonKind.CALENDAR_YEAR})
"""Kinds of horizon whose plans come in editions, one after another."""


@frozen(kw_only=True)
class Edition:
    """
    One of several successive plans that span a year (utgåva).

    Attributes:
        document: Id of the document.
        title: What a person reads of it.
        begins: Its first day in force, or None if nobody knows.
        place: Which of its years it is: 1 for the first; None if its beginning is not known.
        preliminary: Whether it is a preliminary edition.
    """

    document: str
    title: str
    begins: date | None
    place: int | None
    preliminary: bool


@frozen(kw_only=True)
class Series:
    """
    The editions of one plan that span a year, the earliest first (planserie).

    Attributes:
        organ: Id of the organ whose plan it is, or None if nobody says.
        editions: At least two of them.
    """

    organ: str | None
    editions: tuple[Edition, ...] = field(converter=as_tuple)


def belongs_to(document: SteeringDocument) -> str | None:
    """Id of the organ whose document it is."""
    if document.organ is not None:
        return document.organ
    return None if document.adopted is None else document.adopted.organ


def has_year(days: Validity, year: int) -> bool:
    """Whether some day of a year is one of them; the year may be one that the calendar does not have."""
    first, last = days.first, days.last
    return (first is None or first.year <= year) and (last is None or year <= last.year)


def years_text(days: Validity) -> str:
    """
    The years of some days, open where an end is not known.

    >>> from regionstyrning.model.dates import years
    >>> years_text(years(2024, 2026)), years_text(years(2024, 2024)), years_text(years(None, 2030))
    ('2024–2026', '2024', '–2030')
    """
    first, last = (None if day is None else day.year for day in (days.first, days.last))
    return str(first or "") if first == last else f"{first or ''}–{last or ''}"


def report_kinds(model: SteeringModel) -> frozenset[str]:
    """Ids of the kinds of document that report what was done, in any structure of the model."""
    return frozenset(kind.id for each in model.structures for kind in each.document_kinds if kind.reports)


def series_of(model: SteeringModel, year: int) -> tuple[Series, ...]:
    """
    The plans that span a year in several editions.

    Plans are editions of one where one replaces the other, or where they are of one kind and of
    one organ. Proposals, reports and far aims are none.

    Args:
        model: Any model.
        year: The calendar year.

    Returns:
        In order of the organ and of the first edition, each with its editions in the order they begin.
    """
    reports, effects = report_kinds(model), effects_by(model, model.as_of)
    plans = {
        each.id: each
        for each in sorted(model.documents, key=lambda document: document.id)
        if each.kind not in reports and each.status is not DocumentStatus.PROPOSED and _is_made_again(each)
    }
    found = []
    for group in _groups(plans):
        spanning = [_edition(plans[id], first_day(plans[id], effects), year) for id in group if _spans(plans[id], year)]
        if len(spanning) > 1:
            organs = {belongs_to(plans[each.document]) for each in spanning} - {None}
            ordered = sorted(spanning, key=lambda edition: _order(edition, _replaced(plans, edition.document)))
            found.append(Series(organ=min(filter(None, organs), default=None), editions=ordered))
    return tuple(sorted(found, key=lambda each: (each.organ or "", each.editions[0].document)))


def homes(model: SteeringModel, series: Series) -> Mapping[str, str]:
    """For each document that is an edition, or amends, supplements or is a part of one, the id of the edition."""
    home = {edition.document: edition.document for edition in series.editions}
    waiting = sorted(model.documents, key=lambda document: document.id)
    grown = True
    while grown:
        grown = False
        for document in waiting:
            wholes = (*document.amends, *document.supplements, *filter(None, (document.part_of,)))
            found = next((home[id] for id in wholes if id in home), None)
            if document.id not in home and found is not None:
                home[document.id], grown = found, True
    return home


def _is_made_again(document: SteeringDocument) -> bool:
    """Whether it comes in editions by itself; what is a part of another, or added to it, goes with that."""
    alone = not (document.part_of or document.amends or document.supplements)
    return alone and document.horizon is not None and document.horizon.kind in MADE_AGAIN


def _spans(document: SteeringDocument, year: int) -> bool:
    """Whether the year is one of its own; of a plan that does not say when it ends nobody knows."""
    days = None if document.horizon is None else document.horizon.days
    return days is not None and days.last is not None and has_year(days, year)


def _edition(document: SteeringDocument, begins: date | None, year: int) -> Edition:
    first = None if document.horizon is None else document.horizon.days.first
    return Edition(
        document=document.id,
        title=document.title,
        begins=begins,
        place=None if first is None else year - first.year + 1,
        preliminary=document.status is DocumentStatus.PRELIMINARY,
    )


def _order(edition: Edition, replaced: int) -> tuple[int, bool, int, str, str]:
    """
    By the first year, the latest having the year as an early one; of one year the preliminary before the final.

    Then by how many it replaces, which tells the order of those whose beginning nobody knows, and by the day it begins.
    """
    begins = "" if edition.begins is None else edition.begins.isoformat()
    return -(edition.place or 0), not edition.preliminary, replaced, begins, edition.document


def _replaced(plans: Mapping[str, SteeringDocument], id: str) -> int:
    """How many plans it replaces, by any number of steps."""
    met: set[str] = set()
    waiting = [id]
    while waiting:
        fresh = {each for each in plans[waiting.pop()].replaces if each in plans and each not in met}
        met |= fresh
        waiting += sorted(fresh)
    return len(met)


def _groups(plans: Mapping[str, SteeringDocument]) -> Iterator[Iterable[str]]:
    """Ids of the plans that are editions of one."""
    root = {id: id for id in plans}

    def top(id: str) -> str:
        while root[id] != id:
            id = root[id]
        return id

    alike: dict[tuple[str | None, str], str] = {}
    for id, plan in plans.items():
        organ = belongs_to(plan)
        ties = [each for each in plan.replaces if each in plans]
        if organ is not None and plan.kind is not None:
            ties.append(alike.setdefault((plan.kind, organ), id))
        for tie in ties:
            low, high = sorted((top(id), top(tie)))
            root[high] = low
    members: defaultdict[str, list[str]] = defaultdict(list)
    for id in plans:
        members[top(id)].append(id)
    yield from members.values()
