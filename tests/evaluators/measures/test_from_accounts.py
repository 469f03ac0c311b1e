"""The default way of judging names the accounts where they may give a key ratio, and never counts from them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from regionstyrning.evaluators import Geh, Status, next_measurement
from regionstyrning.evaluators.wholes.region import SIDE
from regionstyrning.model import GehRule, Outcome, Scope, ScopeKind, SteeringModel, Target, at_least
from tests.evaluators.small import AS_OF, YEAR, judged, texts
from tests.evaluators.ways.geh.small import ALL, named, region
from tests.printed_accounts import REGION, R, amount

HINT = "Räkenskaperna kan ge nyckeltalet: bedöm med geh, eller läs economy."
RULED = "Regionens egen regel för god ekonomisk hushållning: bedöm med geh, eller läs economy."
TARGET = Target(indicator="i", year=YEAR, condition=at_least(1))
RESULT = amount(R, "5", YEAR)
FORMULA = "arets-resultat"


def measured(formula: str | None = FORMULA, *more: Any, **fields: Any) -> SteeringModel:  # noqa: ANN401 - any record
    """A goal measured by a key ratio, in a region whose result is printed."""
    return named(formula, TARGET, RESULT, *more, **fields)


def test_the_accounts_are_named_and_not_counted() -> None:
    """The target cannot be assessed by a printed outcome; the accounts would meet it."""
    found = judged(measured())["i"]
    assert (found.status, texts(found)) == (Status.CANNOT_BE_ASSESSED, ["Inget utfall för 2024 är känt.", HINT])
    by_accounts = Geh()(measured(), as_of=AS_OF, year=YEAR)["i"]
    assert (by_accounts.status, HINT in texts(by_accounts)) == (Status.MET, False)


def test_a_base_that_no_outcome_gives_is_named_for_each_unit_too() -> None:
    """What lacks may be told for a unit."""
    unit = Scope(id="hela", kind=ScopeKind.ORGAN, organ=REGION)
    held = named(FORMULA, TARGET, evolve(TARGET, scope=unit.id), RESULT, scopes=[unit])
    assert HINT in texts(judged(held)["i"])


@pytest.mark.parametrize(
    "held",
    [
        measured(None),
        measured(ratio=None),
        measured(FORMULA, Outcome(indicator="i", year=YEAR, value=Decimal(3))),
        evolve(measured(), legal_person=None),
        evolve(measured(), amounts=[amount(R, "5", YEAR - 1)]),
    ],
    ids=["no formula", "no key ratio", "printed", "no legal person", "no accounts of the year"],
)
def test_where_the_accounts_cannot_give_it_they_are_not_named(held: SteeringModel) -> None:
    """Nobody is sent to look for what is not there."""
    assert HINT not in texts(judged(held)["i"])


def test_what_is_most_worth_knowing_may_stand_in_the_accounts() -> None:
    """Then it is known already to those who ask ``geh``."""
    told = next_measurement(measured(), as_of=AS_OF, year=YEAR).text()
    bound = next_measurement(measured(), as_of=AS_OF, year=YEAR, most=0).text()
    assert (HINT in told, HINT in bound) == (True, True)


@pytest.mark.parametrize("unknown", [True, False])
def test_both_sides_point_to_the_regions_own_rule(*, unknown: bool) -> None:
    """That no rule is known is not said where the structure states one."""
    money = {"a": True, "b": None if unknown else True}
    (side,) = (part for part in judged(region(GehRule(join=ALL), money=money)).parts if part.kind == SIDE)
    assert RULED in texts(side)
    assert "Ingen regel för att väga samman delarna är känd." not in texts(side)
    (other,) = (part for part in judged(region(GehRule(text="Ord."), money=money)).parts if part.kind == SIDE)
    assert RULED not in texts(other)
