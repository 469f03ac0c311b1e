"""What an edition of a plan says of a year: goals, indicators, targets and figures."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from regionstyrning.model.economy import AmountStage, Precision
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.asked import asked_of_year
from regionstyrning.questions.editions import has_year
from regionstyrning.questions.planned import Item, Planned
from regionstyrning.questions.threads import serves, title_of
from regionstyrning.text.numbers import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from regionstyrning.model.economy import Amount
    from regionstyrning.model.indicators import Target
    from regionstyrning.model.records import Record, Source
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.editions import Series

PLANNED_STAGES = frozenset({AmountStage.BUDGET, AmountStage.PLAN, AmountStage.AIM})
"""Stages of figures that plan a year ahead."""

Items = dict[Planned, list[Item]]


def items_of(model: SteeringModel, series: Series, home: Mapping[str, str], year: int) -> dict[str, Items]:
    """
    What each edition says of a year, by the edition's id, each sort in order of key.

    Args:
        model: The model.
        series: The editions.
        home: What `homes` gave.
        year: The calendar year.
    """
    found: dict[str, Items] = {edition.document: defaultdict(list) for edition in series.editions}
    for at, item in (*_goals(model, home, year), *_measures(model, home, year), *_figures(model, series, home, year)):
        found[at][item.planned].append(item)
    for items in found.values():
        for planned, listed in items.items():
            items[planned] = _joined(sorted(listed, key=lambda item: (item.key, item.ids)))
    return found


def continued(model: SteeringModel, old: Sequence[Item], new: Sequence[Item]) -> dict[str, list[str]]:
    """
    For each new goal the keys of the old ones that it goes on from, through whatever plans lie between.

    Args:
        model: The model.
        old: Goals of the earlier edition.
        new: Goals of the later one.
    """
    goals = {goal.id: goal for goal in model.goals}
    earlier = {item.key for item in old}
    found = {}
    for item in new:
        met, waiting, keys = {item.key}, list(goals[item.key].continues), set()
        while waiting:
            id = waiting.pop()
            if id in earlier:
                keys.add(id)
            elif id in goals and id not in met:
                met.add(id)
                waiting += goals[id].continues
        found[item.key] = sorted(keys)
    return found


def _goals(model: SteeringModel, home: Mapping[str, str], year: int) -> Iterator[tuple[str, Item]]:
    uppers: defaultdict[str, set[str]] = defaultdict(set)
    for link in model.contributions:
        if serves(link):
            uppers[link.lower].add(link.upper)
    perspectives = {each.id: each.title for structure in model.structures for each in structure.perspectives}
    for goal in model.goals:
        at = home.get(goal.document or "")
        if at is not None and (goal.horizon is None or has_year(goal.horizon.days, year)):
            place = ", ".join(sorted(perspectives[id] for id in uppers[goal.id] if id in perspectives))
            yield at, _item(Planned.GOAL, goal, goal.id, goal.title, (goal.title, goal.title), place)


def _measures(model: SteeringModel, home: Mapping[str, str], year: int) -> Iterator[tuple[str, Item]]:
    indicators = {indicator.id: indicator for indicator in model.indicators}
    told: dict[tuple[str, str], Source | None] = {}
    for indicator in model.indicators:
        at = home.get(indicator.document or "")
        if at is not None:
            told[at, indicator.id] = _source(indicator)
    for target in model.targets:
        measure = indicators.get(target.indicator)
        at = home.get(target.document or getattr(measure, "document", None) or "")
        if at is not None:
            told.setdefault((at, target.indicator), _source(target))
            if _is_for(target, year):
                yield at, _target(model, target, year)
    for (at, id), source in told.items():
        title = title_of(model, id)
        said = (title, title)
        yield at, Item(planned=Planned.INDICATOR, key=id, ids=(id,), title=title, said=said, source=source)


def _target(model: SteeringModel, target: Target, year: int) -> Item:
    about = ", ".join(filter(None, (target.scope, None if target.gender is None else target.gender.value)))
    part = "" if target.part is None else f" {target.part.first_month}–{target.part.last_month}"
    title = f"{title_of(model, target.indicator)}{f' ({about})' if about else ''}{part}"
    said = (asked_of_year(target.condition, year, "sv"), asked_of_year(target.condition, year, "en"))
    return _item(Planned.TARGET, target, f"{target.indicator}/{about}/{part}", title, said)


def _is_for(target: Target, year: int) -> bool:
    """Whether it is for the year: by its year, its row of years or its own time; not if it names no time at all."""
    named = {each.year for each in target.condition.by_year}
    if target.year is not None or named:
        return year in {target.year, *named}
    return target.horizon is not None and has_year(target.horizon.days, year)


def _figures(model: SteeringModel, series: Series, home: Mapping[str, str], year: int) -> Iterator[tuple[str, Item]]:
    """
    Figures that plan the year.

    One that is printed elsewhere, of the region as a whole, belongs to the edition of the year
    after it was decided: a reading of ours.
    """
    first_years = {
        year - edition.place + 1: edition.document
        for edition in series.editions
        if edition.place is not None and not edition.preliminary
    }
    theirs = series.organ is not None and _is_assembly(model, series.organ)
    for amount in model.amounts:
        if amount.year != year or amount.last_year is not None or amount.stage not in PLANNED_STAGES:
            continue
        at = home.get(amount.document or "")
        if at is None and theirs and amount.on is not None and amount.organ == model.legal_person:
            at = first_years.get(amount.on.year + 1)
        if at is not None:
            yield at, _figure(model, amount)


def _is_assembly(model: SteeringModel, id: str) -> bool:
    return getattr(model.by_id.get(id), "kind", None) is OrganKind.ASSEMBLY


def _figure(model: SteeringModel, amount: Amount) -> Item:
    title = amount.title
    if amount.organ != model.legal_person:
        title = f"{title}, {title_of(model, amount.organ)}"
    about = "" if amount.precision is Precision.EXACT else f"{amount.precision.value} "
    sv, en = (
        f"{about}{number(amount.value, lang)} {amount.unit.value}" if amount.value is not None else amount.text or "?"
        for lang in ("sv", "en")
    )
    part = "" if amount.part is None else f"{amount.part.first_month}–{amount.part.last_month}"
    key = f"{amount.organ}/{amount.line or amount.title}/{part}/{amount.group}"
    return _item(Planned.AMOUNT, amount, key, title, (sv, en))


def _item(  # noqa: PLR0913, PLR0917 - each is a part of an item
    planned: Planned, record: Record, key: str, title: str, said: tuple[str, str], place: str = ""
) -> Item:
    ids, source = (str(getattr(record, "id")),), _source(record)  # noqa: B009 - every record has an id of its own
    return Item(planned=planned, key=key, ids=ids, title=title, said=said, place=place, source=source)


def _source(record: Record) -> Source | None:
    return next(iter(record.sources), None)


def _joined(items: Sequence[Item]) -> list[Item]:
    """Items of one key as one, which says all that they say: a figure printed in two ways is two figures."""
    found: dict[str, Item] = {}
    for item in items:
        had = found.get(item.key)
        if had is None:
            found[item.key] = item
        else:
            said = (_either(had.said[0], item.said[0]), _either(had.said[1], item.said[1]))
            found[item.key] = Item(
                planned=item.planned,
                key=item.key,
                ids=(*had.ids, *item.ids),
                title=had.title,
                said=said,
                place=had.place,
                source=had.source,
            )
    return list(found.values())


def _either(had: str, more: str) -> str:
    return had if more in had.split(" / ") else f"{had} / {more}"
