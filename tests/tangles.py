"""
Small models whose records refer to one another, rightly and wrongly.

Few ids are shared by all records, so that links meet, go round, lead to the wrong kind, to what is
no longer in force and nowhere. Such models are what questions and rules have to bear.

They are made from a number by a generator of chance of our own: Hypothesis, which draws the number,
takes a thousand times as long to draw each field, and these tests want many models.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve
from hypothesis import strategies as st

from regionstyrning.model import (
    Adoption,
    Amount,
    AmountStage,
    Capacity,
    Contribution,
    ContributionKind,
    Decision,
    DecisionKind,
    Delegation,
    DocumentKind,
    DocumentStatus,
    Goal,
    Indicator,
    IndicatorRole,
    Judgement,
    Level,
    LevelKind,
    Limit,
    Link,
    Matter,
    MeasureKind,
    ModelStatus,
    OpenPoint,
    OpenPointKind,
    Organ,
    OrganKind,
    Outcome,
    Owner,
    Ownership,
    OwnershipKind,
    Perspective,
    PerspectiveKind,
    Position,
    PositionKind,
    Publication,
    Receiver,
    Role,
    Scale,
    ScaleReads,
    ScaleStep,
    Scope,
    Source,
    SteeringDocument,
    SteeringModel,
    Structure,
    Target,
    Together,
    Validity,
    Weight,
    above,
)
from regionstyrning.model.catalogues import CATALOGUES
from regionstyrning.model.structure import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hypothesis.strategies import SearchStrategy

Any_ = TypeVar("Any_")

DAYS = (date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30))

STRUCTURES = ("s1", "s2")
DOCUMENTS = ("d1", "d2", "d3")
ORGANS = ("o1", "o2")
POSITIONS = ("b1", "b2")
GOALS = ("g1", "g2", "g3", "g4", "g5")
ORDINARY = ("i1", "i2")
MATTERS = ("m1", "m2")
DELEGATIONS = ("r1", "r2")
PERSPECTIVES = ("p1", "p2")
LEVELS = ("vision", "omrade", "mal", "arbete")
TITLES = (
    "Målet",
    "{mål}",
    "<b>",
    "HSN-mål",
    "Ett långt mål om vård i rätt tid på rätt plats för alla invånare",
    "\x1b[31m",
)

ANYTHING = (*STRUCTURES, *DOCUMENTS, *ORGANS, *POSITIONS, *GOALS, *ORDINARY, *MATTERS, *DELEGATIONS, *PERSPECTIVES)
THREADED = (*GOALS, *GOALS, *ORDINARY, *PERSPECTIVES)

days: SearchStrategy[date] = st.sampled_from(DAYS)


class Chance:
    """What makes the fields of records, from a number."""

    def __init__(self, number: int) -> None:
        self.random = Random(number)  # noqa: S311 - no secrets

    def often(self) -> bool:
        """Three times of four."""
        return self.random.random() < 0.75

    def one(self, values: Sequence[Any_]) -> Any_:
        """One of some values."""
        return self.random.choice(values)

    def maybe(self, value: Any_) -> Any_ | None:
        """A value, or nothing as often."""
        return value if self.random.random() < 0.5 else None

    def id(self, right: Sequence[str]) -> str:
        """One of the right ids as a rule, and now and then that of anything or nothing."""
        return self.one(right) if self.random.random() < 0.9 else self.one((*ANYTHING, "nowhere"))

    def ids(self, right: Sequence[str]) -> list[str]:
        """None, one or two."""
        return [self.id(right) for _ in range(self.random.choice((0, 0, 1, 2)))]

    def days(self) -> Validity | None:
        """Some days, mostly all of them."""
        if self.often():
            return None
        first, last = sorted((self.one(DAYS), self.one(DAYS)))
        return Validity(first=self.maybe(first), last=self.maybe(last))

    def rarely(self, value: Any_) -> Any_ | None:
        """A value, or as a rule nothing."""
        return None if self.often() else value

    def several(self, make: Callable[[Chance], Any_], most: int) -> list[Any_]:
        """Some of what is made."""
        return [make(self) for _ in range(self.random.randint(most // 3, most))]


def tangle(number: int, most: int = 3) -> SteeringModel:
    """
    A model of few records that name one another.

    Args:
        number: Which one.
        most: How many records of each kind it has, about.
    """
    chance = Chance(number)
    held: dict[str, Any] = {}
    for name, (make, share) in _MADE.items():
        made: dict[str, Any] = {}
        for record in chance.several(make, most * share):
            made[record.id] = record
        held[name] = list(made.values())
    return SteeringModel(
        id="snar",
        title="Snåret",
        as_of=chance.one(DAYS),
        status=chance.one(tuple(ModelStatus)),
        legal_person=chance.maybe(chance.id(ORGANS)),
        **held,
    )


def tangles() -> SearchStrategy[SteeringModel]:
    """Models of few records that name one another; the fewer the simpler."""
    return st.builds(tangle, st.integers(0, 2**40), st.integers(1, 3))


def tangles_in_two_orders() -> SearchStrategy[tuple[SteeringModel, SteeringModel]]:
    """A model, and the same with the records of each catalogue in another order."""
    return st.builds(_in_two_orders, tangles(), st.integers(0, 2**40))


def _in_two_orders(model: SteeringModel, number: int) -> tuple[SteeringModel, SteeringModel]:
    chance = Chance(number).random
    shuffled: Any = {name: chance.sample(records, len(records)) for name, records in model.catalogues().items()}
    return model, evolve(model, **shuffled)


def _structure(chance: Chance) -> Structure:
    levels = [
        Level(id=id, title=chance.one(("Mål", "HSN-mål", "")), kind=chance.one(tuple(LevelKind)), owned=chance.often())
        for id in LEVELS
        if chance.often()
    ]
    perspectives = [
        Perspective(id=id, title=chance.one(TITLES), kind=PerspectiveKind.FIELD, level=chance.id(LEVELS))
        for id in PERSPECTIVES
        if chance.often()
    ]
    scale = Scale(id="skala", title="Skala", reads=ScaleReads.LEVEL, steps=[ScaleStep(word="Ja")])
    return Structure(
        id=chance.one(STRUCTURES),
        title="Styrmodell",
        validity=chance.days(),
        levels=levels,
        links=chance.several(_rule, 4),
        perspectives=perspectives,
        document_kinds=[DocumentKind(id="plan", title="Plan", foundation=True)],
        scales=[scale],
    )


def _rule(chance: Chance) -> Link:
    upper = [chance.id(LEVELS) for _ in range(chance.one((1, 2)))]
    lower = chance.id((*LEVELS, INDICATORS))
    text = chance.maybe("Så står det.")
    return Link(lower=lower, upper=upper, required=chance.often(), required_under=chance.often(), text=text)


def _publication(chance: Chance) -> Publication:
    return Publication(id="k1", title=chance.one(TITLES), document=chance.maybe(chance.id(DOCUMENTS)))


def _sources(chance: Chance) -> list[Source]:
    return [Source(publication=chance.id(["k1"]), place="s. 1")] if chance.often() else []


def _document(chance: Chance) -> SteeringDocument:
    adopted = Adoption(organ=chance.maybe(chance.id(ORGANS)), on=chance.maybe(chance.one(DAYS)))
    return SteeringDocument(
        id=chance.one(DOCUMENTS),
        title=chance.one(TITLES),
        kind=chance.maybe(chance.one(("plan", "plan", "okand"))),
        status=chance.one(tuple(DocumentStatus)),
        adopted=chance.maybe(adopted),
        in_force=chance.days(),
        based_on=chance.ids(DOCUMENTS),
        replaces=chance.ids(DOCUMENTS)[:1],
        part_of=chance.maybe(chance.id(DOCUMENTS)),
        sources=_sources(chance),
    )


def _decision(chance: Chance) -> Decision:
    return Decision(
        kind=chance.one((DecisionKind.ADOPTS, DecisionKind.RECALLS, DecisionKind.PROLONGS)),
        by=chance.id((*ORGANS, *POSITIONS)),
        on=chance.maybe(chance.one(DAYS)),
        about=chance.maybe(chance.id(ANYTHING)),
        until=chance.maybe(chance.one(DAYS)),
        title=chance.one(TITLES),
    )


def _organ(chance: Chance) -> Organ:
    role = Role(id="roll", title="Roll", kind=OrganKind.COMMITTEE)
    return Organ(
        id=chance.one(ORGANS),
        title=chance.one(TITLES),
        kind=chance.one((OrganKind.COMMITTEE, OrganKind.BOARD)),
        part_of=chance.maybe(chance.id(ORGANS)),
        serves=chance.ids(ORGANS),
        succeeds=chance.ids(ORGANS),
        roles=[role] if chance.often() else [],
        validity=chance.days(),
    )


def _position(chance: Chance) -> Position:
    return Position(
        id=chance.one(POSITIONS),
        title=chance.one(TITLES),
        kind=PositionKind.DIRECTOR,
        organ=chance.id(ORGANS),
        superior=chance.maybe(chance.id(POSITIONS)),
        validity=chance.days(),
    )


def _ownership(chance: Chance) -> Ownership:
    ends = chance.id(ORGANS), chance.id(ORGANS)
    return Ownership(
        id="w1", owner=ends[0], owned=ends[1], kind=chance.one(tuple(OwnershipKind)), validity=chance.days()
    )


def _owner(chance: Chance) -> Owner:
    return Owner(
        organ=chance.maybe(chance.id(ORGANS)),
        role=chance.maybe(chance.one(("roll", "okand"))),
        position=chance.maybe(chance.id(POSITIONS)),
        kind=chance.maybe(chance.one((OrganKind.COMMITTEE, OrganKind.FORUM))),
    )


def _goal(chance: Chance) -> Goal:
    return Goal(
        id=chance.one(GOALS),
        title=chance.one(TITLES),
        level=chance.id(LEVELS),
        owners=chance.several(_owner, 2),
        document=chance.rarely(chance.id(DOCUMENTS)),
        continues=chance.ids(GOALS),
        validity=chance.days(),
        sources=_sources(chance),
    )


def _indicator(chance: Chance) -> Indicator:
    return Indicator(
        id=chance.one(ORDINARY),
        title=chance.one(TITLES),
        kind=MeasureKind.GRADED,
        role=chance.one(tuple(IndicatorRole)),
        owners=chance.several(_owner, 1),
        set_by=chance.maybe(chance.id(ORGANS)),
        document=chance.rarely(chance.id(DOCUMENTS)),
        scale=chance.maybe(chance.one(("skala", "okand"))),
        scopes=[Scope(id="RVN")] if chance.often() else [],
        validity=chance.days(),
    )


def _link(chance: Chance) -> Contribution:
    return Contribution(
        lower=chance.id(THREADED),
        upper=chance.id(THREADED),
        kind=chance.one(tuple(ContributionKind)),
        document=chance.rarely(chance.id(DOCUMENTS)),
        weights=[Weight(value=Decimal(2), validity=chance.days())] if chance.often() else [],
        validity=chance.days(),
        sources=_sources(chance),
    )


def _target(chance: Chance) -> Target:
    return Target(
        indicator=chance.id(ORDINARY),
        year=chance.maybe(2026),
        scope=chance.maybe(chance.one(("RVN", "RLF"))),
        condition=above(75),
        document=chance.maybe(chance.id(DOCUMENTS)),
        validity=chance.days(),
    )


def _outcome(chance: Chance) -> Outcome:
    known = chance.maybe(chance.one(DAYS))
    return Outcome(indicator=chance.id(ORDINARY), year=2025, grade=chance.one(("Ja", "Nej")), known_on=known)


def _judgement(chance: Chance) -> Judgement:
    return Judgement(
        about=chance.ids(ANYTHING),
        by=chance.maybe(chance.id(ORGANS)),
        capacity=Capacity.OWN,
        year=chance.maybe(2024),
        on=chance.maybe(chance.one(DAYS)),
        words=chance.one(TITLES),
        scale=chance.maybe(chance.one(("skala", "okand"))),
        grade=chance.maybe("Nej"),
    )


def _matter(chance: Chance) -> Matter:
    part_of = chance.maybe(chance.id(MATTERS))
    return Matter(id=chance.one(MATTERS), title=chance.one(TITLES), part_of=part_of, owner=chance.id(ORGANS))


def _receiver(chance: Chance) -> Receiver:
    return Receiver(
        position=chance.maybe(chance.id(POSITIONS)),
        organ=chance.maybe(chance.id(ORGANS)),
        office=chance.maybe("jourhavande"),
    )


def _delegation(chance: Chance) -> Delegation:
    return Delegation(
        id=chance.one(DELEGATIONS),
        title=chance.maybe(chance.one(TITLES)),
        giver=chance.maybe(chance.id((*ORGANS, *POSITIONS))),
        statute=chance.maybe("6 kap. 39 § KL"),
        receivers=chance.several(_receiver, 2),
        together=chance.one(tuple(Together)),
        matters=chance.ids(MATTERS),
        except_matters=chance.ids(MATTERS),
        limits=[Limit(value=Decimal(5))] if chance.often() else [],
        builds_on=chance.maybe(chance.id(DELEGATIONS)),
        document=chance.maybe(chance.id(DOCUMENTS)),
        validity=chance.days(),
    )


def _amount(chance: Chance) -> Amount:
    return Amount(
        line=chance.maybe(chance.one(("arets-resultat", "okand"))),
        title=chance.one(TITLES),
        year=2025,
        stage=AmountStage.OUTCOME,
        organ=chance.id(ORGANS),
        document=chance.maybe(chance.id(DOCUMENTS)),
    )


def _open_point(chance: Chance) -> OpenPoint:
    about = chance.maybe(chance.id(ANYTHING))
    return OpenPoint(id="q1", title=chance.one(TITLES), kind=OpenPointKind.AMBIGUOUS, about=about)


_MADE: dict[str, tuple[Callable[[Chance], Any], int]] = {
    "publications": (_publication, 1),
    "structures": (_structure, 1),
    "documents": (_document, 1),
    "decisions": (_decision, 1),
    "organs": (_organ, 1),
    "positions": (_position, 1),
    "ownerships": (_ownership, 1),
    "goals": (_goal, 3),
    "indicators": (_indicator, 1),
    "contributions": (_link, 5),
    "targets": (_target, 1),
    "outcomes": (_outcome, 1),
    "judgements": (_judgement, 1),
    "matters": (_matter, 1),
    "delegations": (_delegation, 1),
    "amounts": (_amount, 1),
    "open_points": (_open_point, 1),
}
"""By catalogue what makes a record, and how many there are beside the others."""

assert set(_MADE) == set(CATALOGUES) - {"statutes", "ratios"}, "no rule or question looks into those two"
