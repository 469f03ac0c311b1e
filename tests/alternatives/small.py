"""A small region with whole accounts of one year, and whatever may be assumed of the years after."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from regionstyrning.alternatives import Assumption, Assumptions, Driver
from regionstyrning.model import (
    Contribution,
    ContributionKind,
    Goal,
    GoalKind,
    Level,
    LevelKind,
    Record,
    SteeringModel,
    Structure,
    Target,
)
from regionstyrning.model.conditions import Condition, at_least
from regionstyrning.model.indicators import Indicator, MeasureKind
from tests.printed_accounts import printed

YEAR = 2025

ACCOUNTS: Mapping[str, str] = {
    "verksamhetens-intakter": "2000",
    "verksamhetens-kostnader": "-11000",
    "avskrivningar": "-300",
    "skatteintakter": "7500",
    "generella-statsbidrag-och-utjamning": "2000",
    "finansiella-intakter": "60",
    "finansiella-kostnader": "-110",
    "arets-resultat": "150",
    "balanskravsresultat": "150",
    "anlaggningstillgangar": "6000",
    "omsattningstillgangar": "3000",
    "eget-kapital": "2000",
    "resultatreserv": "100",
    "resultatutjamningsreserv": "80",
    "avsattningar": "4000",
    "langfristiga-skulder": "1000",
    "kortfristiga-skulder": "2000",
    "pensionsforpliktelser-utanfor-balansrakningen": "1500",
    "investeringar": "500",
}

USUAL: Mapping[Driver, str] = {
    Driver.TAX_BASE: "3.5",
    Driver.GRANTS: "2.5",
    Driver.INCOME: "3",
    Driver.COSTS: "3.1",
    Driver.INVESTMENTS: "2",
    Driver.DEPRECIATION: "5",
    Driver.RETURN: "2",
    Driver.INTEREST: "2.2",
    Driver.PROVISIONS: "3",
    Driver.COMMITMENT: "-4",
}


def region(*more: Record, lines: Mapping[str, str] | None = None, **fields: Any) -> SteeringModel:  # noqa: ANN401 - any field
    """The region, with other figures on some lines."""
    return printed({YEAR: {**ACCOUNTS, **(lines or {})}}, *more, **fields)


def assumed(values: Mapping[Driver, str] | None = None, **more: Any) -> Assumptions:  # noqa: ANN401 - any field
    """What is usually assumed from the first year ahead, with some of it otherwise."""
    stated = {**USUAL, **(values or {})}
    items = [Assumption(driver=driver, values={YEAR + 1: value}) for driver, value in stated.items()]
    return Assumptions(items=items, **{"fills_reserves": True, "uses_reserves": True, **more})


def measured(id: str, ratio: str, condition: Condition | None = None, *years: int) -> tuple[Record, ...]:
    """An indicator measured by a shipped key ratio, with the same target for some years, or for nine."""
    asked = at_least(2) if condition is None else condition
    indicator = Indicator(id=id, title=f"Måttet {id}", kind=MeasureKind.QUANTITATIVE, ratio=ratio)
    return indicator, *(
        Target(indicator=id, year=year, condition=asked) for year in years or range(YEAR + 1, YEAR + 10)
    )


def counted(id: str, level: str = "f") -> tuple[Record, ...]:
    """A financial goal that counts for god ekonomisk hushållning, measured by an indicator."""
    goal = Goal(id=f"mal-{id}", title=f"Målet {id}", level=level, kind=GoalKind.FINANCIAL, geh=True)
    return goal, Contribution(lower=id, upper=goal.id, kind=ContributionKind.MEASURES)


ACTIVITY = Goal(id="vard", title="Vården", level="mal", kind=GoalKind.OPERATIONAL, geh=True)
"""A goal of the activities that counts."""

LEVELS = Structure(
    id="s", title="Styrmodell", levels=[Level(id="f", title="Finansiellt mål", kind=LevelKind.FINANCIAL)]
)
"""A level for financial goals, and no rule for the whole."""


def not_counted(*_: object) -> None:
    """Count no goal's measure."""


def _tenths(low: int, high: int) -> st.SearchStrategy[Decimal]:
    return st.integers(low, high).map(lambda tenths: Decimal(tenths) / 10)


RANGES: Mapping[Driver, st.SearchStrategy[Decimal]] = {
    Driver.TAX_BASE: _tenths(-40, 90),
    Driver.GRANTS: _tenths(-50, 90),
    Driver.INCOME: _tenths(-50, 90),
    Driver.COSTS: _tenths(-40, 90),
    Driver.POPULATION: _tenths(-10, 20),
    Driver.SAVINGS: _tenths(0, 3000),
    Driver.PENSION_COSTS: _tenths(-2000, 2000),
    Driver.ONE_OFF: _tenths(0, 20),
    Driver.INVESTMENTS: _tenths(-100, 200),
    Driver.DEPRECIATION: _tenths(0, 100),
    Driver.RETURN: _tenths(0, 60),
    Driver.INTEREST: _tenths(0, 60),
    Driver.UNREALISED: _tenths(-3000, 3000),
    Driver.PROVISIONS: _tenths(-50, 90),
    Driver.COMMITMENT: _tenths(-90, 50),
    Driver.BORROWING: _tenths(-1000, 3000),
    Driver.CURRENT_LIABILITIES: _tenths(-50, 90),
    Driver.TAX_BASE_AVERAGE: _tenths(0, 60),
}


@st.composite
def assumptions(draw: st.DrawFn, /, years: int, **more: Any) -> Assumptions:  # noqa: ANN401 - any field
    """Whatever may be assumed of some years: all that is needed, some of what is not, changing from year to year."""
    items = []
    for driver, values in RANGES.items():
        if driver in USUAL or draw(st.booleans()):
            changing = draw(st.dictionaries(st.integers(YEAR + 2, YEAR + years), values, max_size=3))
            items.append(Assumption(driver=driver, values={YEAR + 1: draw(values), **changing}))
    flags = {name: draw(st.booleans()) for name in ("fills_reserves", "uses_reserves")}
    return Assumptions(items=items, **{**flags, **more})


@st.composite
def regions(draw: st.DrawFn, /) -> SteeringModel:
    """The region with other reserves, equity and results of the last years."""
    lines = {
        "resultatreserv": draw(st.sampled_from(["0", "100", "600"])),
        "resultatutjamningsreserv": draw(st.sampled_from(["0", "80", "400"])),
        "eget-kapital": draw(st.sampled_from(["2000", "1500", "-300"])),
        "balanskravsresultat": draw(st.sampled_from(["150", "-90", "-400.5"])),
        "omsattningstillgangar": draw(st.sampled_from(["3000", "150", "-400"])),
    }
    goals = (
        *measured("resultat", "resultatandel", at_least(1)),
        *measured("soliditet", "soliditet-inklusive-pensioner", at_least(3), YEAR + 1, YEAR + 3),
    )
    before = draw(st.sampled_from(["120", "-250", "-30"]))
    goals = (*goals, *counted("resultat"), *counted("soliditet"))
    return printed({YEAR - 1: {"balanskravsresultat": before}, YEAR: {**ACCOUNTS, **lines}}, *goals)
