"""The same year as seen from each successive plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.errors import UnknownId
from regionstyrning.model.dates import check_year
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.answers import Answer, Step, told_below
from regionstyrning.questions.editions import Edition, Series, belongs_to, homes, series_of
from regionstyrning.questions.planned import (
    Item,
    Planned,
    PlannedChange,
    Shift,
    shifts_of_goals,
    shifts_of_values,
)
from regionstyrning.questions.planned_items import PLANNED_STAGES, continued, items_of
from regionstyrning.questions.threads import title_of
from regionstyrning.text.escaping import one_line
from regionstyrning.text.numbers import counted
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.tables import text_table
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_ORDER = (
    Shift.CHANGED,
    Shift.RENAMED,
    Shift.MOVED,
    Shift.MERGED,
    Shift.SPLIT,
    Shift.AGAIN,
    Shift.APPEARED,
    Shift.VANISHED,
    Shift.KEPT,
)
"""In which order kinds of change are told: first what was moved, last what is gone."""

_HEAD = Sentence("{year} så som varje plan såg det.", "{year} as each plan saw it.")
_ONE_PLAN = Sentence(
    "Ingen plan i modellen omfattar {year} i mer än en utgåva.",
    "No plan of the model spans {year} in more than one edition.",
)
_NONE_OF = Sentence(
    "Ingen plan för {organ} omfattar {year} i mer än en utgåva.",
    "No plan of {organ} spans {year} in more than one edition.",
)
_PLAN = Sentence("Plan", "Plan")
_PLACE = Sentence("år i planen", "year of plan")
_COUNTED = {
    Planned.GOAL: Sentence("mål", "goals"),
    Planned.INDICATOR: Sentence("indikatorer", "indicators"),
    Planned.TARGET: Sentence("målvärden", "targets"),
    Planned.AMOUNT: Sentence("belopp", "figures"),
}
_BETWEEN = Sentence("{what}, från {first} till {last}:", "{what}, from {first} to {last}:")
_KEPT = Sentence("Oförändrat: {count}.", "Unchanged: {count}.")
_PRELIMINARY = Sentence("{title} (preliminär)", "{title} (preliminary)")
_OWN = Sentence("Utan känt organ", "Of no known organ")
_EITHER = Sentence("{sv}", "{en}")
_SILENT = Sentence("Modellen återger inget ur {title} om {year}.", "The model holds nothing of {title} about {year}.")
_PLACED = Sentence(
    "{count} om {year} utanför planerna räknas till den plan som var på väg vid beslutet: vår läsning.",
    "{count} about {year} outside the plans, placed with the one that was coming at the decision: a reading of ours.",
)


@frozen(kw_only=True)
class PlannedSeries:
    """
    A year as the editions of one plan saw it, one after another (året plan för plan).

    Attributes:
        organ: Id of the organ whose plan it is, or None if nobody says.
        editions: The editions that span the year, the earliest first.
        items: What each says of the year.
        changes: What became of it from one edition to the next that tells of the same sort.
    """

    organ: str | None
    editions: tuple[Edition, ...] = field(converter=as_tuple)
    items: dict[str, dict[Planned, list[Item]]]
    changes: tuple[PlannedChange, ...] = field(converter=as_tuple)


@frozen(kw_only=True, eq=False)
class YearAsPlanned(Answer):
    """
    The same year as seen from each successive plan (året så som det planerades).

    Attributes:
        about: Id of the model, or of the organ whose plans were asked about.
        on: The model's own day.
        year: The calendar year.
        series: One for each plan that spans the year in several editions and says something of it.
        placed: Ids of figures that stand in no plan and were placed by the day they were decided.
    """

    _read: ClassVar[str] = "series"

    year: int
    series: tuple[PlannedSeries, ...] = field(converter=as_tuple)
    placed: tuple[str, ...] = field(converter=as_tuple)

    _model: SteeringModel = field(repr=False)

    @property
    def changes(self) -> tuple[PlannedChange, ...]:
        """What moved, appeared or vanished, and what was left as it was, plan by plan."""
        return tuple(change for series in self.series for change in series.changes)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Each change as a step with its source; what was left as it was is none."""
        return tuple(
            Step(
                record=next(iter((*change.after, *change.before))),
                source=change.source,
                sentence=_EITHER,
                words=(("sv", change.text("sv")), ("en", change.text("en"))),
            )
            for change in self.changes
            if change.shift is not Shift.KEPT
        )

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """For each plan a table of what its editions say, then what changed between them."""
        told = told_below(self.what_is_missing(lang), width)
        if not self.series:
            organ = None if self.about == self._model.id else title_of(self._model, self.about)
            none = (
                _ONE_PLAN.say(lang, year=self.year)
                if organ is None
                else _NONE_OF.say(lang, organ=organ, year=self.year)
            )
            return "\n".join([*folded(none, width), *told])
        lines = [_HEAD.say(lang, year=self.year)]
        for series in self.series:
            organ = _OWN.say(lang) if series.organ is None else title_of(self._model, series.organ)
            lines += ["", one_line(organ).upper(), "", _table(series, lang, width), *_told(series, lang, width)]
        return "\n".join([*lines, *told])

    def to_records(self) -> list[dict[str, Any]]:
        """One row a change, as of `PlannedChange`."""
        return [row for change in self.changes for row in change.to_records()]

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """Editions of which the model holds nothing about the year, and figures placed by their day."""
        for series in self.series:
            for edition in series.editions:
                if not any(series.items[edition.document].values()):
                    yield _SILENT.say(lang, title=edition.title, year=self.year)
        if self.placed:
            one, many = ("belopp", "belopp") if lang == "sv" else ("figure", "figures")
            yield _PLACED.say(lang, count=counted(len(self.placed), one, many), year=self.year)


def as_planned(model: SteeringModel, year: int, *, organ: str | None = None) -> YearAsPlanned:
    """
    See the same year from each successive plan: what moved, appeared or vanished.

    A goal is one through the years by what it continues, whatever it is called; a measure, a
    target or a figure by what it is of. Of what an edition says nothing at all, nothing is said to
    have vanished: the next that tells of it is held against the last that did. What an edition leaves
    out and a later one has is there again, and not new.

    Args:
        model: Any model; its plans of all days are asked.
        year: The calendar year.
        organ: Id of the organ whose plans they are; those of every organ if left out.

    Raises:
        InvalidValue: if the calendar has no such year.
        UnknownId: if no organ has the id.

    >>> print(next(each.text() for each in as_planned(model, 2026).changes if "rätt tid" in each.title))
    Nytt namn: Tillgänglig vård → Vård i rätt tid
    """
    check_year("year", year)
    ids = [each.id for each in model.organs]
    if organ is not None and organ not in ids:
        kind = "Organ"
        raise UnknownId(kind, organ, ids)
    found, placed = [], set[str]()
    for series in series_of(model, year):
        if organ is not None and organ not in _owners(model, series):
            continue
        home = homes(model, series)
        items = items_of(model, series, home, year)
        if any(any(each.values()) for each in items.values()):
            changes = _changes(model, series, items)
            found.append(PlannedSeries(organ=series.organ, editions=series.editions, items=items, changes=changes))
            placed |= _placed(model, items, home)
    return YearAsPlanned(
        about=organ or model.id, on=model.as_of, year=year, series=found, placed=sorted(placed), model=model
    )


def _owners(model: SteeringModel, series: Series) -> set[str | None]:
    """Ids of the organs whose plans the editions are."""
    editions = {edition.document for edition in series.editions}
    return {belongs_to(document) for document in model.documents if document.id in editions}


def _changes(
    model: SteeringModel, series: Series, items: dict[str, dict[Planned, list[Item]]]
) -> Iterator[PlannedChange]:
    """Sort by sort, from each edition that tells of it to the next."""
    for planned in Planned:
        telling = [each.document for each in series.editions if items[each.document].get(planned)]
        former: dict[str, Item] = {}
        for ends in pairwise(telling):
            old, new = items[ends[0]][planned], items[ends[1]][planned]
            if planned is Planned.GOAL:
                again = continued(model, list(former.values()), new)
                gone = {key: [former[each] for each in keys] for key, keys in again.items()}
                yield from shifts_of_goals(old, new, continued(model, old, new), ends, gone)
            else:
                yield from shifts_of_values(old, new, ends, former)
            former |= {item.key: item for item in old}


def _placed(model: SteeringModel, items: dict[str, dict[Planned, list[Item]]], home: Mapping[str, str]) -> set[str]:
    ids = {id for each in items.values() for item in each.get(Planned.AMOUNT, ()) for id in item.ids}
    return {
        amount.id
        for amount in model.amounts
        if amount.id in ids and amount.stage in PLANNED_STAGES and amount.document not in home
    }


def _table(series: PlannedSeries, lang: Language, width: int) -> str:
    headers = [_PLAN.say(lang), _PLACE.say(lang), *(_COUNTED[planned].say(lang) for planned in Planned)]
    rows = [
        [
            _PRELIMINARY.say(lang, title=each.title) if each.preliminary else each.title,
            "" if each.place is None else str(each.place),
            *(str(len(series.items[each.document].get(planned, ())) or "–") for planned in Planned),
        ]
        for each in series.editions
    ]
    return text_table(headers, rows, width)


def _told(series: PlannedSeries, lang: Language, width: int) -> Iterator[str]:
    """The changes under a line for each sort and pair of editions, each kind of change together, the kept counted."""
    titles = {edition.document: edition.title for edition in series.editions}
    pairs = dict.fromkeys((change.planned, change.first, change.last) for change in series.changes)
    kept = Counter(
        (change.planned, change.first, change.last) for change in series.changes if change.shift is Shift.KEPT
    )
    for pair in pairs:
        planned, first, last = pair
        what = _COUNTED[planned].say(lang).capitalize()
        yield ""
        yield from folded(one_line(_BETWEEN.say(lang, what=what, first=titles[first], last=titles[last])), width)
        for change in sorted(series.changes, key=lambda each: _ORDER.index(each.shift)):
            if (change.planned, change.first, change.last) == pair and change.shift is not Shift.KEPT:
                yield from folded(change.text(lang), width, "- ", "  ")
        if kept[pair]:
            yield f"- {_KEPT.say(lang, count=kept[pair])}"
