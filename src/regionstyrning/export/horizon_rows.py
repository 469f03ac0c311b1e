"""What a chart of horizons shows: a row for each document that looks ahead."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import field, frozen

from regionstyrning.law import law_for, mandate_period
from regionstyrning.model.dates import DECEMBER, Validity
from regionstyrning.model.documents import DocumentStatus
from regionstyrning.model.in_force import documents_in_force, effects_by, first_day
from regionstyrning.model.organisation import OrganKind
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.editions import years_text
from regionstyrning.text.escaping import one_line
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.documents import SteeringDocument
    from regionstyrning.model.in_force import Effects
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

REACH = 15
"""How many years before and after the day a chart reaches at most."""

_SPANS = Sentence("{title}: omfattar {years}", "{title}: spans {years}")
_WRITTEN = Sentence("{title}: {text}", "{title}: {text}")
_HELD = Sentence("{told}; i kraft {days}", "{told}; in force {days}")
_NOW = Sentence("{told}; gäller den {day}", "{told}; in force on {day}")
_PRELIMINARY = Sentence("{told}; preliminär", "{told}; preliminary")
_OF_NO_KIND = Sentence("Utan angivet slag", "Of no stated kind")


@frozen(kw_only=True)
class Row:
    """
    A document in a chart.

    Attributes:
        title: What a person reads of it, in one harmless line.
        told: The whole row in words.
        days: The days that its horizon spans; open ends as they are stated.
        held: The days that it is in force as far as they are known; None if its first day is not.
        now: Whether it is in force on the day of the chart.
        firm: Whether it is adopted: not preliminary, a proposal or of unknown standing.
        text: Its horizon in words, where it states no days.
    """

    title: str
    told: str
    days: Validity
    held: Validity | None
    now: bool
    firm: bool
    text: str


@frozen(kw_only=True)
class Chart:
    """
    Documents by kind, and the years between which they are drawn.

    Attributes:
        kinds: Each kind by its title with its rows.
        left: How many documents have no horizon, and are not drawn.
        first: The first year.
        last: The last year.
        mandates: The mandate periods of fullmäktige in those years, as far as the law is held.
    """

    kinds: tuple[tuple[str, tuple[Row, ...]], ...] = field(converter=as_tuple)
    left: int
    first: int
    last: int
    mandates: tuple[Validity, ...] = field(converter=as_tuple)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row, from the top."""
        return tuple(row for _, rows in self.kinds for row in rows)


def chart_of(model: SteeringModel, day: date, lang: Language) -> Chart:
    """
    Lay out every document of a model that looks ahead, those of other days too.

    Args:
        model: The model.
        day: The day of the chart.
        lang: Language of what is not the region's own words.

    Returns:
        Kinds in the order of the structure of the day, then the others by id; in each the one
        that looks ahead from the earliest year first.
    """
    effects, now = effects_by(model, day), documents_in_force(model, day)
    structure = model.structure_on(day)
    titles = {kind.id: kind.title for each in model.structures for kind in each.document_kinds}
    titles |= {} if structure is None else {kind.id: kind.title for kind in structure.document_kinds}
    order = [] if structure is None else [kind.id for kind in structure.document_kinds]
    places = {id: place for place, id in enumerate(order)}

    def key(document: SteeringDocument) -> tuple[int, str]:
        return places.get(document.kind or "", len(places)), document.kind or ""

    ahead = (each for each in model.documents if each.horizon is not None)
    drawn = sorted(ahead, key=lambda each: (*key(each), *_age(each)))
    followed = _followed(model, effects)
    kinds = [
        (
            one_line(titles.get(kind, kind) if kind else _OF_NO_KIND.say(lang)),
            tuple(_row(each, effects, followed, each.id in now, day, lang) for each in group),
        )
        for (_, kind), group in groupby(drawn, key=key)
    ]
    first, last = _years(drawn, day)
    return Chart(
        kinds=kinds,
        left=len(model.documents) - len(drawn),
        first=first,
        last=last,
        mandates=_mandates(model, first, last),
    )


def _age(document: SteeringDocument) -> tuple[date, date, str]:
    days = Validity() if document.horizon is None else document.horizon.days
    return days.first or date.min, days.last or date.max, document.id


def _followed(model: SteeringModel, effects: Effects) -> dict[str, date]:
    """The first day of what replaces each document, where that is known."""
    found: dict[str, date] = {}
    for document in model.documents:
        begins = first_day(document, effects)
        if begins is not None and document.status is not DocumentStatus.PROPOSED:
            for id in document.replaces:
                found[id] = min(begins, found.get(id, date.max))
    return found


def _row(  # noqa: PLR0913, PLR0917 - each is a part of a row
    document: SteeringDocument, effects: Effects, followed: dict[str, date], now: bool, day: date, lang: Language
) -> Row:
    days = Validity() if document.horizon is None else document.horizon.days
    text = "" if document.horizon is None else document.horizon.text or document.horizon.kind.value
    title = one_line(document.title)
    told = _WRITTEN.say(lang, title=title, text=one_line(text))
    if days != Validity():
        told = _SPANS.say(lang, title=title, years=years_text(days))
    held = _held(document, effects, followed)
    if held is not None:
        told = _HELD.say(lang, told=told, days=f"{held.first}–{held.last or ''}")
    if document.status is DocumentStatus.PRELIMINARY:
        told = _PRELIMINARY.say(lang, told=told)
    told = _NOW.say(lang, told=told, day=day) if now else told
    return Row(
        title=title,
        told=told,
        days=days,
        held=held,
        now=now,
        firm=document.status is DocumentStatus.ADOPTED,
        text="" if days != Validity() else one_line(text),
    )


def _held(document: SteeringDocument, effects: Effects, followed: dict[str, date]) -> Validity | None:
    """From its first day until the day before it is replaced, or its own last day if that comes first."""
    first = first_day(document, effects)
    if first is None or document.status is DocumentStatus.PROPOSED:
        return None
    ends = [day for day in (document.ends, _day_before(followed.get(document.id))) if day is not None]
    last = min(ends, default=None)
    return Validity(first=first, last=last) if last is None or first <= last else None


def _day_before(day: date | None) -> date | None:
    return None if day is None or day == date.min else day - timedelta(days=1)


def _years(drawn: list[SteeringDocument], day: date) -> tuple[int, int]:
    """The first and last year that some horizon names, the day's year among them, but not too far from it."""
    spans = [each.horizon.days for each in drawn if each.horizon is not None]
    named = {day.year, *(end.year for days in spans for end in (days.first, days.last) if end is not None)}
    near = [max(day.year - REACH, min(year, day.year + REACH)) for year in named]
    return max(min(near), MINYEAR), min(max(near), MAXYEAR)


def _mandates(model: SteeringModel, first: int, last: int) -> Iterator[Validity]:
    """The mandate periods that some day of the years belongs to."""
    law, told = law_for(model), set[Validity]()
    for year in range(first, last + 1):
        period = mandate_period(law, OrganKind.ASSEMBLY, on=date(year, DECEMBER, 31))
        if period is not None and period.days not in told:
            told.add(period.days)
            yield period.days
