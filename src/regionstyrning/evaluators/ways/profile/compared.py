"""Eight ratios under four aspects, each with its place among named peers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from attrs import evolve, field, frozen

from regionstyrning.evaluators.ways.profile.aspects import ASPECTS, Aspect, Peer, ProfileRatio
from regionstyrning.model.economy import Unit
from regionstyrning.model.records import as_tuple
from regionstyrning.model.steering_model import SteeringModel
from regionstyrning.questions.economy.ratios import ratio
from regionstyrning.text.numbers import number
from regionstyrning.text.readable import Readable
from regionstyrning.text.sentences import Language, Sentence, listed, verbatim
from regionstyrning.text.tables import text_table
from regionstyrning.text.widths import folded

HIGHEST, SPAN = Decimal(5), Decimal(4)
"""Points go from 1, the weakest, to 5, the strongest of all that are compared."""

_TOLD = {
    "title": Sentence("Finansiell profil {title} {year}", "Financial profile of {title} {year}"),
    "peers": Sentence("Jämförs med {peers}.", "Compared with {peers}."),
    "none": Sentence(
        "Inga att jämföra med är angivna; profilen säger plats bland andra.",
        "No peers are given; the profile tells a place among others.",
    ),
    "place": Sentence(
        "{value} {unit}: plats {place} av {of}, {points} poäng av 5.",
        "{value} {unit}: place {place} of {of}, {points} points of 5.",
    ),
    "alone": Sentence("{value} {unit}; ingen annan har ett värde.", "{value} {unit}; none of the others has a value."),
}
RANK = Sentence(
    "Poängen säger plats bland andra, inte om något mål är nått.",
    "Points tell a place among others, not whether a goal is met.",
)
"""What points are not."""

_COLUMNS = {
    "aspect": Sentence("Perspektiv", "Aspect"),
    "ratio": Sentence("Nyckeltal", "Ratio"),
    "value": Sentence("Värde", "Value"),
    "place": Sentence("Plats", "Place"),
    "points": Sentence("Poäng", "Points"),
}


@frozen(kw_only=True)
class Mark(Readable):
    """
    One ratio of a profile (notering).

    Attributes:
        aspect: Title of the aspect.
        ratio: Id of the ratio.
        title: Its title.
        value: Its value; None if it cannot be computed.
        unit: The value's unit.
        place: Its place among those with a value, the strongest first; None if it cannot be told.
        of: How many have a value, the region with them.
        points: From 1, the weakest, to 5, the strongest; those of the same value share.
        why: Why there is no value, in both languages.
    """

    _read: ClassVar[str] = "points"

    aspect: str
    ratio: str
    title: str
    value: Decimal | None
    unit: str
    place: int | None = None
    of: int = 0
    points: Decimal | None = None
    why: Sentence | None = None

    def text(self, lang: Language = "sv") -> str:
        """Value, place and points in a sentence, or why there is none."""
        if self.value is None:
            return "" if self.why is None else self.why.say(lang)
        words = {"value": number(round(self.value, 1), lang), "unit": _unit(self, lang)}
        if self.points is None:
            return _TOLD["alone"].say(lang, **words)
        points = number(round(self.points, 1), lang)
        return _TOLD["place"].say(lang, **words, place=self.place, of=self.of, points=points)

    def to_records(self) -> list[dict[str, Any]]:
        """One row: aspect, ratio, title, value, unit, place, of, points."""
        names = ("aspect", "ratio", "title", "value", "unit", "place", "of", "points")
        return [{name: getattr(self, name) for name in names}]


@frozen(kw_only=True)
class FinancialProfile(Readable):
    """
    A region's finances beside those of its peers (finansiell profil).

    Attributes:
        about: Id of the model.
        title: Its title.
        year: The fiscal year.
        peers: Titles of the others.
        marks: Every ratio, by aspect.
    """

    _read: ClassVar[str] = "marks"

    about: str
    title: str
    year: int
    peers: tuple[str, ...] = field(converter=as_tuple)
    marks: tuple[Mark, ...] = field(converter=as_tuple)

    @property
    def aspects(self) -> dict[str, tuple[Mark, ...]]:
        """The marks of each aspect, by its title."""
        titles = dict.fromkeys(mark.aspect for mark in self.marks)
        return {title: tuple(mark for mark in self.marks if mark.aspect == title) for title in titles}

    def points(self, aspect: str) -> Decimal | None:
        """The mean points of an aspect; None where one of its ratios has none."""
        points = [mark.points for mark in self.aspects[aspect] if mark.points is not None]
        return sum(points, Decimal(0)) / len(points) if len(points) == len(self.aspects[aspect]) else None

    def heading(self, lang: Language = "sv") -> str:
        """What it is of."""
        return heading(self.title, self.year, lang)

    def compared(self, lang: Language = "sv") -> str:
        """Whom it is compared with."""
        return _TOLD["peers" if self.peers else "none"].say(lang, peers=listed(self.peers, lang))

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """The marks as a table, and under it why each dash stands where it does."""
        rows = [_row(mark, lang) for mark in self.marks]
        table = text_table([each.say(lang) for each in _COLUMNS.values()], rows, width)
        why = [line for each in self._lacking(lang) for line in folded(each, width, "- ", "  ")]
        below = [*folded(self.compared(lang), width), *folded(RANK.say(lang), width)]
        return "\n".join([self.heading(lang), "", table, "", *why, *([""] if why else []), *below])

    def _lacking(self, lang: Language) -> list[str]:
        """Why each mark has no value, or no place though there is somebody to compare with."""
        return [
            mark.text(lang) if mark.value is None else f"{mark.title}: {mark.text(lang)}"
            for mark in self.marks
            if mark.value is None or (mark.points is None and self.peers)
        ]

    def to_records(self) -> list[dict[str, Any]]:
        """One row a ratio."""
        return [row for mark in self.marks for row in mark.to_records()]


def heading(title: str, year: int, lang: Language = "sv") -> str:
    """What a profile is of."""
    return _TOLD["title"].say(lang, title=title, year=year)


def _unit(mark: Mark, lang: Language) -> str:
    return "per cent" if lang == "en" and mark.unit == Unit.PERCENT.value else mark.unit


def _row(mark: Mark, lang: Language) -> list[str]:
    value = "–" if mark.value is None else f"{number(round(mark.value, 1), lang)} {_unit(mark, lang)}"
    place = "–" if mark.points is None else f"{mark.place}/{mark.of}"
    points = "–" if mark.points is None else number(round(mark.points, 1), lang)
    return [mark.aspect, mark.title, value, place, points]


def peer_of(model: SteeringModel, year: int, *, aspects: Iterable[Aspect] = ASPECTS) -> Peer:
    """
    Another model as a peer, by its accounts.

    Args:
        model: The other model, as it is known.
        year: The fiscal year.
        aspects: Whose ratios are asked.

    Raises:
        InvalidValue: if the calendar has no such year, or the model says of no legal person.
        UnknownId: if no ratio has an id.
    """
    ids = [each.ratio for aspect in aspects for each in aspect.ratios]
    found = {id: ratio(model, id, year).value for id in ids}
    return Peer(title=model.title, values=[(id, value) for id, value in found.items() if value is not None])


def financial_profile(
    model: SteeringModel, peers: Iterable[Peer], *, as_of: date, year: int, aspects: Iterable[Aspect] = ASPECTS
) -> FinancialProfile:
    """
    A region's ratios ranked against those of its peers.

    Args:
        model: The whole model.
        peers: The others, with their values of the same year.
        as_of: The day: nothing known later counts.
        year: The fiscal year.
        aspects: Which ratios stand under which aspect.

    Raises:
        InvalidValue: if the calendar has no such year, or the model says of no legal person.
        UnknownId: if no ratio has an id.
    """
    held, others = model.at(as_of), tuple(peers)
    marks = [_mark(held, others, year, aspect.title, each) for aspect in aspects for each in aspect.ratios]
    return FinancialProfile(
        about=model.id, title=model.title, year=year, peers=[each.title for each in others], marks=marks
    )


def _mark(held: SteeringModel, peers: tuple[Peer, ...], year: int, aspect: str, asked: ProfileRatio) -> Mark:
    found = ratio(held, asked.ratio, year)
    values = [value for peer in peers for id, value in peer.values if id == asked.ratio]
    why = None
    if found.value is None:
        why = verbatim(found.text("sv"), found.text("en"))
    mark = Mark(
        aspect=aspect,
        ratio=asked.ratio,
        title=found.ratio.title,
        value=found.value,
        unit=found.ratio.unit.value,
        of=len(values) + 1,
        why=why,
    )
    return mark if found.value is None or not values else _placed(mark, found.value, values, asked)


def _placed(mark: Mark, own: Decimal, values: list[Decimal], asked: ProfileRatio) -> Mark:
    """A mark with its place; those of the same value stand between the places that they share."""
    sign = 1 if asked.more_is_stronger else -1
    stronger = sum(value * sign > own * sign for value in values)
    same = sum(value == own for value in values)
    behind = Decimal(len(values) - stronger - same) + Decimal(same) / 2
    points = HIGHEST - SPAN + SPAN * behind / len(values)
    return evolve(mark, place=stronger + 1, points=points)
