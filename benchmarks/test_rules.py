"""The rules of delegation and reporting over a large scheme, findings made, beside plain loops that only count."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

import regionstyrning as rs
from benchmarks import plain_rules
from benchmarks.flawed_scheme import FAULTY, flawed_scheme
from benchmarks.rows import at_most, beside
from benchmarks.turns import Ratio, Work, busy_turns
from regionstyrning.rules import RULES

if TYPE_CHECKING:
    from benchmarks.conftest import Report
    from regionstyrning.model import Finding, SteeringModel

ROWS = 100_000
ROUNDS = 7
OFTEN_FAULTY = 2

OURS = tuple(rule for rule in RULES if rule.id.startswith(("delegation.", "reporting.")))


@pytest.mark.parametrize("faulty", [FAULTY, OFTEN_FAULTY])
def test_rules_of_delegation(report: Report, faulty: int) -> None:
    """All rules of both families, their indexes made anew, against a loop a rule."""
    model = flawed_scheme(ROWS, faulty)
    model = model.at(model.as_of)
    found = len(check_anew(model))
    assert found == sum(plain_rules.counts(model).values())
    work: dict[str, Work] = {"ours": partial(check_anew, model), "plain": partial(plain_rules.counts, model)}
    times = busy_turns(work, rounds=ROUNDS, tidy=True)
    ratio = Ratio.of(times["ours"], times["plain"])
    what = f"{ROWS:,} delegations, {found:,} findings"
    compared = f"all {len(OURS)} rules of delegation and reporting: share of {len(plain_rules.RULES)} plain loops"
    report(at_most(1, what, compared, ratio) if faulty == FAULTY else beside(what, compared, ratio))


def check_anew(model: SteeringModel) -> tuple[Finding, ...]:
    """What the rules find in a model as it holds on its day, with nothing kept from before."""
    model.memo.clear()
    model.memo["at", model.as_of] = model
    return rs.check(model, rules=OURS)
