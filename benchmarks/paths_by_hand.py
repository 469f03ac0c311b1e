"""The years ahead of the fictional region by hand, for its own case: with numpy in chunks, and in plain floats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from regionstyrning.alternatives import Driver

if TYPE_CHECKING:
    from regionstyrning.alternatives.plan import Plan

Values = NDArray[np.float64]
Counts = list[dict[str, int]]

KRONA = 1e-6
"""The slack of amounts in mnkr; a measure has a billionth of its limit and of one."""

SHOCKS = ("tillväxt", "inflation", "kostnader", "pensionschock")
ASKED = (
    "balans",
    "i-tid",
    "pengar",
    "sjalv",
    "sjalv-kanske",
    "resultat",
    "soliditet",
    "soliditet-kanske",
    "mal",
    "mal-kanske",
    "geh",
    "geh-kanske",
)


@frozen
class Case:
    """
    What both begin with (utgångsläge): figures of the last year, and what each year's drivers enter as.

    Attributes:
        start: Opening figures.
        by: By year, what each driver enters as.
        sizes: Of each shock, how large a deviation is.
        shares: Self-financing of the two years before.
        base: The key ratio of equity in the year that the first targets compare with.
    """

    start: Mapping[str, float]
    by: Sequence[Mapping[Driver, float]]
    sizes: Mapping[str, float]
    shares: tuple[float, float]
    base: float


def _hair(limit: float) -> float:
    """How near a limit counts as at it."""
    return 1e-9 * (1.0 + abs(limit))


def case_of(plan: Plan, sizes: Mapping[str, float]) -> Case:
    """The case of a plan."""
    if plan.start is None:
        message = "the region has an opening value for every line"
        raise ValueError(message)
    financing = plan.goals.history["egenfinansierade-investeringar"]
    equity = plan.goals.history["soliditet-med-pensioner"]
    return Case(
        start=plan.start.values,
        by=[year.by for year in plan.years],
        sizes=sizes,
        shares=(float(financing[2024]), float(financing[2025])),
        base=float(equity[2025]),
    )


def by_numpy(case: Case, drawn: Mapping[str, Values], paths: int, chunk: int = 8192) -> Counts:
    """How many paths miss what is asked, year by year, chunk by chunk."""
    counts: Counts = [dict.fromkeys(ASKED, 0) for _ in case.by]
    for first in range(0, paths, chunk):
        _chunk(case, {name: rows[:, first : first + chunk] for name, rows in drawn.items()}, counts)
    return counts


def _chunk(case: Case, drawn: Mapping[str, Values], counts: Counts) -> None:  # noqa: PLR0915 - one loop, as by hand
    s, size = case.start, case.sizes
    income, base = s["verksamhetens-intakter"], s["kostnader-fore-besparingar"]
    taxes, grants = s["skatteintakter"], s["generella-statsbidrag-och-utjamning"]
    fixed, money, equity = s["anlaggningstillgangar"], s["omsattningstillgangar"], s["eget-kapital"]
    invested, provisions = s["investeringar"], s["avsattningar"]
    long, short = s["langfristiga-skulder"], s["kortfristiga-skulder"]
    commitment, reserve = s["pensionsforpliktelser-utanfor-balansrakningen"], s["resultatreserv"]
    held = np.maximum(money, 0.0)
    overdue: Any = 0.0
    newest: Any = 0.0
    third = second = 0.0
    older, old = case.shares
    for year, by in enumerate(case.by):
        growth, inflation = drawn["tillväxt"][year], drawn["inflation"][year]
        other, pension = drawn["kostnader"][year], np.maximum(drawn["pensionschock"][year], 0.0)
        income = income * (by[Driver.INCOME] + inflation * size["inflation"])
        taxes = taxes * (by[Driver.TAX_BASE] + growth * size["tillväxt"])
        grants = grants * by[Driver.GRANTS]
        base = base * (by[Driver.COSTS] + inflation * size["inflation"] + other * size["kostnader"])
        costs = base + base * (pension * size["pensionschock"])
        worn = fixed * by[Driver.DEPRECIATION]
        gained = held * by[Driver.RETURN]
        interest = (provisions + long) * by[Driver.INTEREST]
        both = taxes + grants
        result = both + income - costs + gained - (worn + interest)
        invested = invested * by[Driver.INVESTMENTS]
        more = provisions * by[Driver.PROVISIONS]
        owed_more, shorter = long + by[Driver.BORROWING], short * by[Driver.CURRENT_LIABILITIES]
        money = money + (worn - invested + ((more - provisions) + (owed_more - long) + (shorter - short))) + result
        provisions, long, short = more, owed_more, shorter
        fixed = fixed + (invested - worn)
        equity = equity + result
        commitment = commitment * by[Driver.COMMITMENT]
        used = np.maximum(np.minimum(reserve, 0.0 - result), 0.0)
        share = np.where(equity - commitment < 0.0, 2.0, 1.0)
        left = result - (overdue + third + second + newest) if year else result
        room = np.maximum(both * 4.0 * 0.01 - reserve, 0.0)
        reserved = np.minimum(np.maximum(left - both * share * 0.01, 0.0), room)
        balance = result + used - reserved
        reserve = reserve - used + reserved
        rest = np.maximum(balance, 0.0)
        slots = []
        for each in (overdue, third, second, newest):
            part = np.minimum(each, rest)
            rest = rest - part
            slots.append(each - part)
        past, third, second = slots[0] + slots[1], slots[2], slots[3]
        late = past > KRONA
        overdue = np.where(late, past, 0.0)
        missed = balance < -KRONA
        newest = np.where(missed, 0.0 - balance, 0.0)
        now = counts[year]
        now["balans"] += int(np.count_nonzero(missed))
        now["i-tid"] += int(np.count_nonzero(late))
        now["pengar"] += int(np.count_nonzero(money < -KRONA))
        poor = 100.0 * result / both < 2.0 - _hair(2.0)
        now["resultat"] += int(np.count_nonzero(poor))
        held = np.maximum(money, 0.0)  # what lacks is owed
        assets = fixed + held
        equity_share = 100.0 * (equity - commitment) / assets
        # From the first target the ratio has to be over that of the year before the plan.
        weak = equity_share <= case.base + _hair(case.base) if year < 2 else equity_share < 12.0 - _hair(12.0)  # noqa: PLR2004 - the plan's third year
        spent = assets <= 0.0
        maybe, weak = weak | spent, weak & ~spent  # of assets that are spent there is no share
        now["soliditet"] += int(np.count_nonzero(weak))
        now["soliditet-kanske"] += int(np.count_nonzero(maybe))
        financed = 100.0 * (result + worn) / invested
        most = np.maximum(np.maximum(older, old), financed)
        least = np.minimum(np.minimum(older, old), financed)
        asked = 70.0 if year < 2 else 75.0  # noqa: PLR2004 - as above
        asked -= _hair(asked)
        none, some = most < asked, least < asked
        now["sjalv"] += int(np.count_nonzero(none))
        now["sjalv-kanske"] += int(np.count_nonzero(some))
        now["mal"] += int(np.count_nonzero(poor | weak | none))
        now["mal-kanske"] += int(np.count_nonzero(poor | maybe | some))
        # The financial goals are gates for the whole, and most of what is joined behind them nobody can judge ahead.
        now["geh"] = now["mal"]
        now["geh-kanske"] += missed.size
        older, old = old, financed


def by_floats(case: Case, drawn: Mapping[str, Values], paths: int) -> Counts:
    """The same with plain floats, path by path."""
    counts: Counts = [dict.fromkeys(ASKED, 0) for _ in case.by]
    rows = {name: values.T.tolist() for name, values in drawn.items()}
    for path in range(paths):
        _path(case, [rows[name][path] for name in SHOCKS], counts)
    return counts


def _path(case: Case, drawn: Sequence[Sequence[float]], counts: Counts) -> None:  # noqa: PLR0915 - one loop, as by hand
    s, size = case.start, case.sizes
    income, base = s["verksamhetens-intakter"], s["kostnader-fore-besparingar"]
    taxes, grants = s["skatteintakter"], s["generella-statsbidrag-och-utjamning"]
    fixed, money, equity = s["anlaggningstillgangar"], s["omsattningstillgangar"], s["eget-kapital"]
    invested, provisions = s["investeringar"], s["avsattningar"]
    long, short = s["langfristiga-skulder"], s["kortfristiga-skulder"]
    commitment, reserve = s["pensionsforpliktelser-utanfor-balansrakningen"], s["resultatreserv"]
    overdue = third = second = newest = 0.0
    older, old = case.shares
    growths, inflations, others, pensions = drawn
    for year, by in enumerate(case.by):
        inflation = inflations[year] * size["inflation"]
        income = income * (by[Driver.INCOME] + inflation)
        taxes = taxes * (by[Driver.TAX_BASE] + growths[year] * size["tillväxt"])
        grants = grants * by[Driver.GRANTS]
        base = base * (by[Driver.COSTS] + inflation + others[year] * size["kostnader"])
        costs = base + base * (max(pensions[year], 0.0) * size["pensionschock"])
        worn = fixed * by[Driver.DEPRECIATION]
        gained = max(money, 0.0) * by[Driver.RETURN]
        interest = (provisions + long) * by[Driver.INTEREST]
        both = taxes + grants
        result = both + income - costs + gained - (worn + interest)
        invested = invested * by[Driver.INVESTMENTS]
        more = provisions * by[Driver.PROVISIONS]
        owed_more, shorter = long + by[Driver.BORROWING], short * by[Driver.CURRENT_LIABILITIES]
        money = money + (worn - invested + ((more - provisions) + (owed_more - long) + (shorter - short))) + result
        provisions, long, short = more, owed_more, shorter
        fixed = fixed + (invested - worn)
        equity = equity + result
        commitment = commitment * by[Driver.COMMITMENT]
        used = max(min(reserve, 0.0 - result), 0.0)
        share = 2.0 if equity - commitment < 0.0 else 1.0
        left = result - (overdue + third + second + newest) if year else result
        room = max(both * 4.0 * 0.01 - reserve, 0.0)
        reserved = min(max(left - both * share * 0.01, 0.0), room)
        balance = result + used - reserved
        reserve = reserve - used + reserved
        rest = max(balance, 0.0)
        part = min(overdue, rest)
        rest, overdue = rest - part, overdue - part
        part = min(third, rest)
        rest, third = rest - part, third - part
        part = min(second, rest)
        rest, second = rest - part, second - part
        newest -= min(newest, rest)
        overdue, third, second = overdue + third, second, newest
        overdue = overdue if overdue > KRONA else 0.0
        newest = 0.0 - balance if balance < -KRONA else 0.0
        now = counts[year]
        now["balans"] += balance < -KRONA
        now["i-tid"] += overdue > KRONA
        now["pengar"] += money < -KRONA
        poor = 100.0 * result / both < 2.0 - _hair(2.0)
        now["resultat"] += poor
        assets = fixed + max(money, 0.0)
        equity_share = 100.0 * (equity - commitment) / assets
        weak = equity_share <= case.base + _hair(case.base) if year < 2 else equity_share < 12.0 - _hair(12.0)  # noqa: PLR2004 - the targets
        spent = assets <= 0.0
        maybe, weak = weak or spent, weak and not spent
        now["soliditet"] += weak
        now["soliditet-kanske"] += maybe
        financed = 100.0 * (result + worn) / invested
        asked = 70.0 if year < 2 else 75.0  # noqa: PLR2004 - the plan's first years
        asked -= _hair(asked)
        none, some = max(older, old, financed) < asked, min(older, old, financed) < asked
        now["sjalv"] += none
        now["sjalv-kanske"] += some
        now["mal"] += poor or weak or none
        now["mal-kanske"] += poor or maybe or some
        now["geh"] = now["mal"]
        now["geh-kanske"] += 1
        older, old = old, financed
