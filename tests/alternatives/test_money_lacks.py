"""Money below nothing is a short liability to the key ratios, as if it had been borrowed."""

from __future__ import annotations

import pytest

import regionstyrning as rs
from regionstyrning.alternatives import Assumption, Driver, cost_shock
from regionstyrning.alternatives.opening import CURRENT, FIXED, SHORT
from regionstyrning.evaluators import Status
from regionstyrning.model import Ratio
from regionstyrning.model.conditions import at_least
from tests.alternatives.small import YEAR, assumed, region
from tests.alternatives.test_goals_ahead import ONLY_GOALS, PLAN, goal

POOR = {Driver.INVESTMENTS: "60", Driver.DEPRECIATION: "4", Driver.INTEREST: "0", Driver.RETURN: "0"}


def test_solidity_is_that_of_a_region_that_borrowed() -> None:
    """A share of the assets is the same whether what lacks is assumed to be borrowed or not."""
    model = region(lines={CURRENT: "0"})
    bare = rs.project(model, assumed(POOR), 2)
    lacks = [-year.lines[CURRENT] for year in bare.years]
    assert all(each > 0 for each in lacks)
    loans = [lacks[0], lacks[1] - lacks[0]]
    borrowed = Assumption(driver=Driver.BORROWING, values={YEAR + 1 + at: str(each) for at, each in enumerate(loans)})
    covered = rs.project(model, assumed(POOR).with_(borrowed), 2)
    for without, held in zip(bare.years, covered.years, strict=True):
        assert held.lines[CURRENT] == pytest.approx(0, abs=1e-6)
        for ratio in ("soliditet", "soliditet-inklusive-pensioner", "skuld-och-avsattningsgrad"):
            assert without.ratios[ratio] == pytest.approx(held.ratios[ratio])


def test_shortage_does_not_flatter() -> None:
    """A goal for solidity that only the shortage would reach is missed, in one path and in all of many."""
    asked = goal(at_least("26.3"), YEAR + 1, ratio="soliditet")
    model = region(ONLY_GOALS, PLAN, *asked, lines={CURRENT: "0", FIXED: "8000"})
    some = assumed(POOR, shocks=[cost_shock(0)])
    year = rs.project(model, some, 1)[YEAR + 1]
    flattered = 100 * year.lines["eget-kapital"] / year.lines["summa-tillgangar"]
    assert flattered > 26.3
    assert year.verdict("m").status is Status.NOT_MET
    assert year.verdict("m").value == pytest.approx(
        100 * year.lines["eget-kapital"] / year.lines["anlaggningstillgangar"]
    )
    assert rs.simulate(model, some, 1, 10, 1)[YEAR + 1].odds["m"].value == 0.0


def test_shortage_is_owed() -> None:
    """In a key ratio there is no money then, and more is owed within a year, by as much as it lacks."""
    sums = "summa-eget-kapital-avsattningar-och-skulder - summa-tillgangar"
    owed = Ratio(id="skuld", title="Kortfristig skuld", formula="kortfristiga-skulder + 0 * omsattningstillgangar")
    held = Ratio(id="pengar", title="Pengar", formula="omsattningstillgangar + 0 * kortfristiga-skulder")
    both = Ratio(id="bada", title="Båda sidorna", formula=sums)
    lines = {CURRENT: "0", FIXED: "9000"}
    year = rs.project(region(owed, held, both, lines=lines), assumed(POOR), 1)[YEAR + 1]
    assert year.lines[CURRENT] < 0
    assert year.ratios["pengar"] == 0.0
    assert year.ratios["skuld"] == pytest.approx(year.lines[SHORT] - year.lines[CURRENT])
    assert year.ratios["bada"] == pytest.approx(0)


def test_what_key_ratios_count_is_told() -> None:
    """Beside that the money does not last stands how the key ratios see it, in both answers."""
    model = region(lines={CURRENT: "0"})
    some = assumed(POOR, shocks=[cost_shock(0)])
    for answer in (rs.project(model, some, 1), rs.simulate(model, some, 1, 10, 1)):
        assert "nyckeltalen räknar det som en kortfristig skuld" in " ".join(answer.text().split())
        assert "key ratios count it as a short liability" in " ".join(answer.text("en").split())
