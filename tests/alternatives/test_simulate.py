"""Many paths ahead, each with shocks of its own."""

from __future__ import annotations

import sys
import tracemalloc
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import regionstyrning as rs
from regionstyrning.alternatives import (
    Assumptions,
    Correlation,
    Driver,
    Shock,
    cost_shock,
    growth_shock,
    inflation_shock,
    pension_shock,
    planned,
    simulate_each,
)
from regionstyrning.alternatives.arrays import BLOCK, KEPT, counted, drawing
from regionstyrning.alternatives.geh_ahead import FINANCIAL
from regionstyrning.alternatives.lines import PRINTED, line_ahead
from regionstyrning.alternatives.plan import plan_of
from regionstyrning.alternatives.reckoning import ready_in, reckoned
from regionstyrning.errors import InvalidValue, MissingExtra
from regionstyrning.evaluators import Status
from regionstyrning.law import STANDARD
from regionstyrning.model import GehRule, Level, LevelKind, Structure
from regionstyrning.model.conditions import Condition, above, at_least, at_most
from regionstyrning.questions.economy.numbers import FLOATS
from regionstyrning.text.sentences import LANGUAGES, Language
from tests.alternatives.small import YEAR, assumed, assumptions, measured, not_counted, region, regions
from tests.alternatives.small import counted as counting
from tests.printed_accounts import printed

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel

ALL = (growth_shock("1.2"), inflation_shock("0.4"), cost_shock("0.8"), pension_shock("0.5"))
MARKET = Shock(name="marknad", size=Decimal(90), drivers=[(Driver.UNREALISED, Decimal(1))])
EQUITY = "eget-kapital"
NUMBERS = st.floats(-1e6, 1e6)


def shocks() -> st.SearchStrategy[tuple[Shock, ...]]:
    """Some of the shocks, in any order."""
    return st.lists(st.sampled_from([*ALL, MARKET]), min_size=1, unique=True).map(tuple)


@given(st.data(), regions(), shocks(), st.integers(0, 2**63))
def test_each_path_is_a_projection_to_the_last_bit(
    data: st.DataObject, model: SteeringModel, felt: tuple[Shock, ...], seed: int
) -> None:
    """Every line of every path is the same float as the scalar rules give with the same shocks."""
    correlations = [Correlation(first=felt[0].name, second=each.name, value=Decimal("0.3")) for each in felt[1:]]
    some = data.draw(assumptions(5, shocks=felt, correlations=correlations))
    simulation = rs.simulate(model, some, 5, 40, seed)
    arrays = _lines_of_paths(model, some, 5, 40, seed)
    for number in range(40):
        path = simulation.path(number)
        scalar = np.array([[each.lines[line] for line in PRINTED] for each in path.years])
        assert scalar.tobytes() == np.ascontiguousarray(arrays[:, :, number]).tobytes()


def _lines_of_paths(model: SteeringModel, some: Assumptions, years: int, paths: int, seed: int) -> Any:  # noqa: ANN401 - an array
    """Every line of every year and path, from the rules over arrays."""
    names = [each.name for each in some.shocks]
    plan = plan_of(model, some, years, STANDARD)
    counts = counted([(plan, names)], paths, drawing(names, years, seed), lines=PRINTED)
    return np.stack([counts[0].kept[line] for line in PRINTED], axis=1)


@given(st.data(), regions())
def test_odds_are_counted_paths(data: st.DataObject, model: SteeringModel) -> None:
    """What a simulation counts is how many of its paths, one by one, keep what is asked."""
    some = data.draw(assumptions(4, shocks=ALL))
    simulation = rs.simulate(model, some, 4, 25, 3)
    paths = [simulation.path(number) for number in range(25)]
    for year in simulation.years:
        for name, odds in year.odds.items():
            statuses = [
                path[year.year].geh if name == "geh" else path[year.year].verdict(name).status for path in paths
            ]
            low = sum(each is Status.MET for each in statuses) / 25
            high = sum(each is not Status.NOT_MET for each in statuses) / 25
            assert (odds.low, odds.high) == pytest.approx((low, high))


@given(st.data(), regions())
def test_without_variance_it_is_the_projection(data: st.DataObject, model: SteeringModel) -> None:
    """Shocks of no size give the projection, to the last bit, in every path."""
    none = tuple(Shock(name=each.name, size=Decimal(0), drivers=each.drivers, only_up=each.only_up) for each in ALL)
    some = data.draw(assumptions(5, shocks=none))
    # A shock on what is not assumed makes nothing of it, and nothing is what is counted then.
    lines = [year.lines for year in rs.project(model, some, 5).years]
    assert [year.lines for year in rs.simulate(model, some, 5, 3, 1).path(2).years] == lines
    fan = rs.simulate(model, some, 5, 3, 1).years
    assert [each.fan[EQUITY] for each in fan] == [(each[EQUITY],) * 5 for each in lines]


@pytest.mark.parametrize("chunk", [1_000, BLOCK, 3 * BLOCK + 5])
def test_chunks_change_nothing(chunk: int) -> None:
    """The same seed gives the same, however many paths are reckoned at a time."""
    some = assumed(shocks=ALL)
    model = region(*measured("m", "resultatandel"))
    whole, chunked = (rs.simulate(model, some, 4, 20_000, 7, chunk_paths=each) for each in (20_000, chunk))
    assert whole.to_records() == chunked.to_records()
    assert [each.fan for each in whole.years] == [each.fan for each in chunked.years]


@given(st.integers(1, 6), st.integers(1, 30), st.integers(0, 5))
def test_more_paths_and_years_leave_the_first_as_they_were(years: int, paths: int, number: int) -> None:
    """A path meets the same shocks whatever stands beside it."""
    some = assumed(shocks=ALL)
    short = rs.simulate(region(), some, years, paths + 5, 9).path(min(number, paths + 4))
    long = rs.simulate(region(), some.with_(shocks=[*ALL, MARKET]), years + 2, BLOCK + 50, 9)
    names = [each.name for each in ALL]
    few, many = (drawing([*names, *more], length, 9) for more, length in (([], years), ([MARKET.name], years + 2)))
    assert all((few(0, 5)[name] == many(0, 5)[name][:years]).all() for name in names)
    assert short.years[0].by[Driver.TAX_BASE] == long.path(min(number, paths + 4)).years[0].by[Driver.TAX_BASE]


def test_blocks_meet() -> None:
    """What is drawn over the end of a block is what the blocks hold by themselves."""
    draw = drawing(["a"], 2, 5)
    over = draw(BLOCK - 3, BLOCK + 4)["a"]
    assert (over == np.concatenate([draw(BLOCK - 3, BLOCK)["a"], draw(BLOCK, BLOCK + 4)["a"]], axis=1)).all()
    assert not (draw(0, 4)["a"] == draw(BLOCK, BLOCK + 4)["a"]).any()


def test_seeds_and_names_draw_numbers_of_their_own() -> None:
    """Another seed and another name draw other numbers."""
    one, other = drawing(["a", "b"], 3, 1)(0, 9), drawing(["a"], 3, 2)(0, 9)
    assert not (one["a"] == other["a"]).any()
    assert not (one["a"] == one["b"]).any()


def test_alternatives_meet_the_same_shocks() -> None:
    """Simulated together each gets what it gets alone, and differs from another by what is assumed alone."""
    some = {"utan": assumed(shocks=ALL), "med": assumed({Driver.SAVINGS: "100"}, shocks=ALL)}
    found = simulate_each(region(), some, 3, 500, 2)
    for name, each in some.items():
        assert found[name].to_records() == rs.simulate(region(), each, 3, 500, 2).to_records()
    costs = [found[name].path(17)[2026].lines["verksamhetens-kostnader"] for name in ("utan", "med")]
    assert costs[1] - costs[0] == pytest.approx(100)


def test_shocks_that_go_together() -> None:
    """Two shocks with a correlation of minus one are each other's mirror; others go apart."""
    pair = [growth_shock(1), cost_shock(1)]
    some = assumed(shocks=pair, correlations=[Correlation(first="tillväxt", second="kostnader", value=Decimal(-1))])
    years = rs.simulate(region(), some, 2, 10, 1).path(4).years
    moved = [(each.by[Driver.TAX_BASE] - 1.035, each.by[Driver.COSTS] - 1.031) for each in years]
    assert [one for one, _ in moved] == pytest.approx([-other for _, other in moved])


def test_the_size_of_a_correlation() -> None:
    """Over many paths two shocks go together as much as was asked."""
    pair = [growth_shock(1), cost_shock(1)]
    some = assumed(shocks=pair, correlations=[Correlation(first="kostnader", second="tillväxt", value=Decimal("0.6"))])
    plan = plan_of(region(), some, 1, STANDARD)
    drawn = drawing(["tillväxt", "kostnader"], 1, 1)(0, BLOCK)
    rows = [drawn[name] for name in ("tillväxt", "kostnader")]
    mixed = [rows[0][0], sum(rows[place][0] * weight for place, weight in enumerate(plan.mixing[1]))]
    assert np.corrcoef(mixed)[0, 1] == pytest.approx(0.6, abs=0.02)


def test_a_pension_shock_is_never_given_back() -> None:
    """Costs of a single year come or do not come; no path is better off by them."""
    some = assumed(shocks=[pension_shock(1)])
    fan = rs.simulate(region(), some, 1, 4_000, 1)[2026].fan["arets-resultat"]
    assert fan[-1] == pytest.approx(181.5)
    assert fan[0] < 181.5
    assert fan[2] == pytest.approx(181.5, abs=5)


def test_probabilities_of_a_known_spread() -> None:
    """The share of paths with a deficit is what the normal distribution says of it."""
    some = assumed(shocks=[growth_shock(2)], uses_reserves=False)
    # 7500 · 0,02 = 150 mnkr a deviation; the result is 181,5 and a deficit 1,21 deviations away.
    odds = rs.simulate(region(), some, 1, 40_000, 1)[2026].odds["balans"].value
    assert odds == pytest.approx(0.8869, abs=0.005)


def test_goals_that_cannot_be_counted_in_some_path() -> None:
    """A measure that is no number is no verdict: the probability lies between nothing and one."""
    model = region(*measured("m", "sjalvfinansieringsgrad"), lines={"investeringar": "0"})
    odds = rs.simulate(model, assumed(shocks=ALL), 1, 10, 1)[2026].odds
    assert (odds["m"].low, odds["m"].high, odds["m"].value) == (0.0, 1.0, None)
    assert odds[FINANCIAL].value is None


@pytest.mark.parametrize("condition", [at_least(2), above(2), at_most(2)])
@pytest.mark.parametrize("chunk", [7, 50])
def test_a_measure_that_is_no_number_in_some_path_alone(condition: Condition, chunk: int) -> None:
    """A path in which a measure cannot be counted is in doubt, and no other is, in chunks of any size."""
    stopped = Shock(name="stopp", size=Decimal(100), drivers=[(Driver.INVESTMENTS, Decimal(1))], only_up=True)
    model = region(*measured("m", "sjalvfinansieringsgrad", condition))
    some = assumed({Driver.INVESTMENTS: "-100"}, shocks=[stopped])
    simulation = rs.simulate(model, some, 1, 50, 1, chunk_paths=chunk)
    statuses = [simulation.path(number)[2026].verdict("m").status for number in range(50)]
    assert Status.CANNOT_BE_ASSESSED in statuses
    low, high = statuses.count(Status.MET) / 50, 1 - statuses.count(Status.NOT_MET) / 50
    odds = simulation[2026].odds["m"]
    assert (odds.low, odds.high) == pytest.approx((low, high))
    assert low < high


def test_assets_that_are_spent_in_some_paths_leave_those_in_doubt() -> None:
    """With no fixed assets there is nothing to be a share of in the paths whose money is spent, path by path."""
    lines = {"anlaggningstillgangar": "0", "investeringar": "0", "omsattningstillgangar": "-600"}
    model = region(*measured("m", "soliditet", at_least(2)), lines=lines)
    simulation = rs.simulate(model, assumed(shocks=ALL), 1, 200, 1)
    statuses = [simulation.path(number)[2026].verdict("m").status for number in range(200)]
    assert 0 < statuses.count(Status.CANNOT_BE_ASSESSED) < 200
    odds = simulation[2026].odds["m"]
    low, high = statuses.count(Status.MET) / 200, 1 - statuses.count(Status.NOT_MET) / 200
    assert (odds.low, odds.high) == pytest.approx((low, high))


def test_in_how_many_paths_money_lacks_is_told_by_year() -> None:
    """The share is that of the paths whose projection tells of it; where it never lacks nothing is told."""
    model = region(lines={"omsattningstillgangar": "40"})
    simulation = rs.simulate(model, assumed(shocks=ALL), 3, 60, 1)
    paths = [simulation.path(number) for number in range(60)]
    lacking = [
        sum(path[year].verdict("pengar").status is Status.NOT_MET for path in paths) / 60 for year in (2026, 2027, 2028)
    ]
    assert lacking[0] > 0
    assert [1 - simulation[year].odds["pengar"].high for year in (2026, 2027, 2028)] == pytest.approx(lacking)
    told = " ".join(simulation.text("en", width=900).replace("\xa0", " ").split())
    shares = [f"{year}: {100 * each:.1f} %" for year, each in zip((2026, 2027, 2028), lacking, strict=True) if each]
    assert f"The money does not last in some of the paths: {shares[0]}" in told
    assert "does not last" not in rs.simulate(region(), assumed(shocks=ALL), 3, 60, 1).text("en")


def test_a_share_that_is_rounded_to_nothing_is_told_as_more() -> None:
    """A few paths of ten thousand in which money lacks is not none."""
    rare = Shock(name="smäll", size=Decimal(900), drivers=[(Driver.PENSION_COSTS, Decimal(1))], only_up=True)
    simulation = rs.simulate(region(), assumed(shocks=[rare]), 1, 10_000, 1)
    assert 0 < 1 - simulation[2026].odds["pengar"].high < 0.0005
    assert "2026: under 0,1 %." in simulation.text(width=900).replace("\xa0", " ")


def test_god_ekonomisk_hushallning_by_the_regions_rule() -> None:
    """Where the financial goals decide, the whole is as likely as they are."""
    level = Level(id="f", title="Finansiellt mål", kind=LevelKind.FINANCIAL)
    structure = Structure(id="s", title="Styrmodell", levels=[level], geh=GehRule(conditions=["f"]))
    model = region(structure, *measured("m", "resultatandel"), *counting("m"))
    odds = rs.simulate(model, assumed(shocks=ALL), 2, 500, 1)[2027].odds
    assert 0 < (odds["geh"].value or 0) == odds[FINANCIAL].value == odds["m"].value


def test_percentiles_rise() -> None:
    """The percentiles of a line stand in order."""
    for each in rs.simulate(region(), assumed(shocks=ALL), 6, 300, 1).years:
        for values in each.fan.values():
            assert all(low <= high for low, high in pairwise(values))


def test_memory_does_not_grow_with_the_paths() -> None:
    """Ten times the paths take no more memory to reckon than a chunk and what is kept."""
    some = assumed(shocks=ALL)
    rs.simulate(region(), some, 3, 10, 1)
    peaks = []
    for paths in (4 * BLOCK, 40 * BLOCK):
        tracemalloc.start()
        rs.simulate(region(), some, 3, paths, 1)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.2 * peaks[0]


def test_what_the_spread_rests_on_is_told() -> None:
    """Of very many paths the spread is told of the first, and the answer says so."""
    found = rs.simulate(region(), assumed(shocks=ALL), 1, KEPT + 1, 1)
    assert found.spread_over == KEPT
    assert "Spridningen är räknad på de 16 384 första banorna." in found.text().replace("\xa0", " ")


@pytest.mark.parametrize(
    ("paths", "seed", "chunk", "said"),
    [(0, 1, 1, "paths of 1"), (1, -1, 1, "seed of 0"), (1, 1, 0, "chunk_paths of 1")],
)
def test_what_cannot_be_asked(paths: int, seed: int, chunk: int, said: str) -> None:
    """No path, a seed below zero and chunks of nothing are refused."""
    with pytest.raises(InvalidValue, match=f"expected {said} or more"):
        rs.simulate(region(), assumed(shocks=ALL), 1, paths, seed, chunk_paths=chunk)


def test_no_shock_is_assumed() -> None:
    """Without a shock there is nothing to simulate, and none is made up."""
    with pytest.raises(InvalidValue, match="no shock is given"):
        rs.simulate(region(), assumed(), 1, 10, 1)


def test_a_model_without_a_legal_person() -> None:
    """Whose accounts they are must be known."""
    with pytest.raises(InvalidValue, match="no legal person"):
        rs.simulate(printed({}, legal_person=None), assumed(shocks=ALL), 1, 10, 1)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without numpy the answer is which extra to install."""
    monkeypatch.setitem(sys.modules, "numpy", None)
    monkeypatch.delitem(sys.modules, "regionstyrning.alternatives.arrays", raising=False)
    with pytest.raises(MissingExtra, match=r"regionstyrning\[simulate\]"):
        rs.simulate(region(), assumed(shocks=ALL), 1, 10, 1)


def test_without_an_opening_value() -> None:
    """Without a figure to begin with there are no years, and the answer names what is missing."""
    found = rs.simulate(printed({}), assumed(shocks=ALL), 2, 10, 1)
    assert found.years == ()
    assert found.text().startswith("Inget år går att räkna fram.")
    assert "Inga räkenskaper är kända, så inget år att utgå från." in found.missing


def test_no_alternative_at_all() -> None:
    """Nothing asked is nothing answered."""
    assert simulate_each(region(), {}, 1, 10, 1) == {}


@pytest.mark.parametrize("number", [-1, 10])
def test_a_path_that_is_not_there(number: int) -> None:
    """A path is one of those that were simulated."""
    with pytest.raises(InvalidValue, match="expected a path from 0 to 9"):
        rs.simulate(region(), assumed(shocks=ALL), 1, 10, 1).path(number)


def test_a_year_that_is_not_there() -> None:
    """A year is one of those that were simulated."""
    with pytest.raises(KeyError):
        rs.simulate(region(), assumed(shocks=ALL), 1, 10, 1)[2030]


def test_the_explanation_of_a_path_names_the_shocks() -> None:
    """What a path rests on is what was assumed, and what the shock made of it."""
    steps = {each.record: each.text() for each in rs.simulate(region(), assumed(shocks=ALL), 1, 5, 1).path(3).steps}
    assert "skatteunderlag 3,5 (eget antagande), skatteunderlag efter störning" in steps["skatteintakter"]
    assert "kostnad för ett enda år efter störning" in steps["verksamhetens-kostnader"]


def test_how_shocks_go_together_is_told() -> None:
    """A correlation is told with its size; that none is assumed is told too, and nothing of a single shock."""
    pair = [growth_shock(1), cost_shock(1)]
    apart = "drawn apart: no correlation is assumed."
    assert apart in rs.simulate(region(), assumed(shocks=pair), 1, 5, 1).text("en")
    assert apart not in rs.simulate(region(), assumed(shocks=pair[:1]), 1, 5, 1).text("en")
    told = [Correlation(first="tillväxt", second="kostnader", value=Decimal("-0.5"))]
    found = rs.simulate(region(), assumed(shocks=pair, correlations=told), 1, 5, 1).text("en")
    assert "tillväxt and kostnader are correlated by −0.5." in found
    assert apart not in found


def test_a_shock_that_is_never_given_back_is_told_so() -> None:
    """What is never below zero has another mean than nothing, so a reader must see it."""
    shocks = [growth_shock(1), pension_shock(1)]
    steps = rs.simulate(region(), assumed(shocks=shocks), 1, 5, 1).steps
    assert ["only what is above zero counts" in each.text("en") for each in steps] == [False, True]


def test_steps_are_the_shocks() -> None:
    """The steps of a simulation say how large each shock is, and where that is said."""
    found = rs.simulate(region(), assumed(shocks=[growth_shock("1.2", text="ur en prognos"), MARKET]), 1, 5, 1)
    assert [each.text() for each in found.steps] == [
        "Störning tillväxt: standardavvikelse 1,2 procentenheter på skatteunderlag (ur en prognos)",
        "Störning marknad: standardavvikelse 90 mnkr på orealiserade vinster och förluster (eget antagande)",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts(snapshot: object, lang: Language) -> None:
    """The tables as a person reads them."""
    model = rs.load_region("exempel")
    found = rs.simulate(model, planned(model, shocks=ALL), 5, 2_000, 1)
    assert found.text(lang) == snapshot


def test_scalar_and_array_lines_are_one_definition() -> None:
    """A line of a year is the same sum in every kind of number."""
    plan = plan_of(region(), assumed(), 1, STANDARD)
    year = next(reckoned(FLOATS, ready_in(FLOATS, plan), counted=not_counted))
    assert line_ahead(FLOATS, year.ahead.values, "summa-tillgangar") == pytest.approx(9301.5)
    assert year.ahead.year == YEAR + 1


def test_a_measure_of_what_is_not_known_of_the_year_before() -> None:
    """A goal that asks what the first year lacks cannot be judged in it."""
    whole = region(*measured("m", "nettokostnadsutveckling"))
    model = whole.without(next(each.id for each in whole.amounts if each.line == "avskrivningar"))
    odds = [year.odds["m"].value for year in rs.simulate(model, assumed(shocks=ALL), 2, 10, 1).years]
    assert (odds[0], odds[1] is None) == (None, False)
