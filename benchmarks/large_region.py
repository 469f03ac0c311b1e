"""A made-up region with many records of many kinds, as a file of it would hold them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Any

from regionstyrning.model import (
    Contribution,
    ContributionKind,
    Delegation,
    DocumentStatus,
    ExternalId,
    Gender,
    Goal,
    GoalKind,
    HorizonKind,
    Indicator,
    IndicatorRole,
    Level,
    LevelKind,
    Limit,
    Link,
    Matter,
    MeasureKind,
    Missing,
    ModelStatus,
    Organ,
    OrganKind,
    Outcome,
    Owner,
    PlanningHorizon,
    Position,
    PositionKind,
    Publication,
    Reading,
    Receiver,
    Scope,
    Source,
    Stage,
    SteeringDocument,
    SteeringModel,
    Structure,
    Target,
    Validity,
    at_least,
    keep_or_increase,
)
from regionstyrning.model.structure import INDICATORS

if TYPE_CHECKING:
    from regionstyrning.model import Condition

SHARES = {
    "publications": 10,
    "documents": 9,
    "structures": 1,
    "organs": 300,
    "positions": 500,
    "matters": 180,
    "goals": 10_000,
    "indicators": 10_000,
    "contributions": 9_000,
    "targets": 3_000,
    "outcomes": 60_000,
    "delegations": 7_000,
}
"""How many records of each kind a region of 100,000 has."""

WHOLE = 100_000

_TEXT = (
    "vården ska vara tillgänglig för alla länets invånare och möta behoven i rätt tid på rätt nivå "
    "god ekonomisk hushållning är en förutsättning då kommande år kräver omställning mot nära vård "
    "medarbetare kompetensförsörjning följs upp varje tertial av nämnden som återrapporterar till "
    "fullmäktige enligt årshjulet hållbar utveckling jämställdhet kollektivtrafik kultur"
)
_WORDS = tuple(_TEXT.split())
_LEVELS = ("vision", "malomrade", "mal", "namndmal")
_FIRST_DAY = date(2019, 1, 1)
_UNITS = ("procent", "index", "mnkr", "antal", None)


def large_region(size: int = WHOLE) -> SteeringModel:
    """
    Make a region of about so many records; the same each time.

    Args:
        size: How many records, in the proportions of `SHARES` and at least one of each kind.

    Returns:
        A model whose every reference leads somewhere.
    """
    counts = {name: max(1, share * size // WHOLE) for name, share in SHARES.items()}
    records = _Records(Random(20260101), counts)  # noqa: S311 - drawn the same each time, nothing secret
    catalogues: dict[str, Any] = {name: tuple(getattr(records, name)()) for name in counts}
    return SteeringModel(
        id="storlanet",
        title="Region Storlänet",
        as_of=date(2026, 1, 1),
        status=ModelStatus.FICTIONAL,
        legal_person="organs-0",
        **catalogues,
    )


class _Records:
    """Draws the records, catalogue by catalogue."""

    def __init__(self, random: Random, counts: dict[str, int]) -> None:
        self.random = random
        self.counts = counts

    def publications(self) -> Iterator[Publication]:
        for id in self._ids("publications"):
            yield Publication(id=id, title=self._text(5), publisher="storlanet.example", published=self._day())

    def documents(self) -> Iterator[SteeringDocument]:
        horizon = PlanningHorizon(kind=HorizonKind.BUDGET_YEAR, first_year=2026, last_year=2028)
        for id in self._ids("documents"):
            more: dict[str, Any] = {"status": self.random.choice(tuple(DocumentStatus)), "horizon": horizon}
            yield SteeringDocument(id=id, title=self._text(6), sources=self._sources(), **more)

    def structures(self) -> Iterator[Structure]:
        levels = [Level(id=id, title=id, kind=LevelKind.GOAL) for id in _LEVELS]
        links = [Link(lower=INDICATORS, upper=_LEVELS[1:], required=True)]
        for id in self._ids("structures"):
            yield Structure(id=id, title="Styrmodellen", levels=levels, links=links, sources=self._sources())

    def organs(self) -> Iterator[Organ]:
        for number, id in enumerate(self._ids("organs")):
            kind = self.random.choice(tuple(OrganKind))
            part_of = f"organs-{self.random.randrange(number)}" if number else None
            yield Organ(id=id, title=self._text(3), kind=kind, part_of=part_of, sources=self._sources())

    def positions(self) -> Iterator[Position]:
        for id in self._ids("positions"):
            kind = self.random.choice(tuple(PositionKind))
            yield Position(id=id, title=self._text(2), kind=kind, organ=self._one("organs"), sources=self._sources())

    def matters(self) -> Iterator[Matter]:
        for number, id in enumerate(self._ids("matters")):
            part_of = f"matters-{self.random.randrange(number)}" if number else None
            more: dict[str, Any] = {"part_of": part_of, "law": "6 kap. 38 §", "sources": self._sources()}
            yield Matter(id=id, title=self._text(4), owner=self._one("organs"), **more)

    def goals(self) -> Iterator[Goal]:
        for number, id in enumerate(self._ids("goals")):
            yield Goal(
                id=id,
                title=self._text(6),
                level=self.random.choice(_LEVELS),
                label=str(number),
                description=self._text(60),
                kind=self.random.choice((*GoalKind, None)),
                owners=[Owner(organ=self._one("organs"))],
                document=self._one("documents"),
                validity=self._days(),
                sources=self._sources(),
            )

    def indicators(self) -> Iterator[Indicator]:
        for id in self._ids("indicators"):
            yield Indicator(
                id=id,
                title=self._text(8),
                kind=MeasureKind.QUANTITATIVE,
                role=self.random.choice(tuple(IndicatorRole)),
                owners=[Owner(position=self._one("positions"))],
                document=self._one("documents"),
                unit=self.random.choice(_UNITS),
                scopes=[Scope(id="RVN", title="Förvaltningen", organ=self._one("organs"))],
                by_gender=self.random.choice((True, False)),
                external_ids=[ExternalId(system="kolada", id=f"N{self.random.randrange(10**5):05}")],
                sources=self._sources(),
            )

    def contributions(self) -> Iterator[Contribution]:
        for number in range(self.counts["contributions"]):
            lower = f"indicators-{number % self.counts['indicators']}"
            more: dict[str, Any] = {"kind": ContributionKind.MEASURES, "sources": self._sources()}
            yield Contribution(lower=lower, upper=self._one("goals"), **more)

    def targets(self) -> Iterator[Target]:
        for number in range(self.counts["targets"]):
            indicator = f"indicators-{number % self.counts['indicators']}"
            more: dict[str, Any] = {"condition": self._condition(), "document": self._one("documents")}
            yield Target(indicator=indicator, year=2026, scope="RVN", sources=self._sources(), **more)

    def outcomes(self) -> Iterator[Outcome]:
        years = 6
        for number in range(self.counts["outcomes"]):
            indicator = f"indicators-{number // years % self.counts['indicators']}"
            more: dict[str, Any] = {"year": 2020 + number % years, "sources": self._sources(), **self._value()}
            place: dict[str, Any] = {"scope": "RVN", "gender": Gender.TOTAL, "stage": Stage.FINAL}
            yield Outcome(indicator=indicator, known_on=self._day(), **place, **more)

    def delegations(self) -> Iterator[Delegation]:
        for number, id in enumerate(self._ids("delegations")):
            yield Delegation(
                id=id,
                title=self._text(8),
                label=f"{number // 20 + 1}.{number % 20 + 1}",
                giver=self._one("organs"),
                receivers=[Receiver(position=self._one("positions"))],
                matters=[self._one("matters")],
                limits=[Limit(value=Decimal(self.random.randrange(10**4, 10**7)), text="kr exkl. moms")],
                validity=self._days(),
                may_pass_on=self.random.choice((True, False, None)),
                document=self._one("documents"),
                sources=self._sources(),
            )

    def _condition(self) -> Condition:
        value = Decimal(self.random.randrange(1000)) / 10
        return self.random.choice((at_least(value, text=f"≥ {value}"), keep_or_increase(text="Bibehålla/öka")))

    def _value(self) -> dict[str, Any]:
        if self.random.randrange(20):
            value = Decimal(self.random.randrange(10**4)) / 10
            return {"value": value, "text": str(value).replace(".", ",")}
        return {"missing": self.random.choice(tuple(Missing)), "text": "–"}

    def _sources(self) -> tuple[Source, ...]:
        reading = self.random.choices(tuple(Reading), (18, 1, 1))[0]
        return (
            Source(publication=self._one("publications"), place=f"s. {self.random.randrange(99)}", reading=reading),
        )

    def _ids(self, name: str) -> Iterator[str]:
        return (f"{name}-{number}" for number in range(self.counts[name]))

    def _one(self, name: str) -> str:
        return f"{name}-{self.random.randrange(self.counts[name])}"

    def _day(self) -> date:
        return _FIRST_DAY + timedelta(days=self.random.randrange(2000))

    def _days(self) -> Validity | None:
        return Validity(first=self._day()) if self.random.randrange(2) else None

    def _text(self, words: int) -> str:
        return " ".join(self.random.choices(_WORDS, k=words)).capitalize()
