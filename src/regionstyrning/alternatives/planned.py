"""Assumptions that follow from the region's own budget and plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from regionstyrning.alternatives.assumptions import Assumption, Assumptions
from regionstyrning.alternatives.drivers import Driver
from regionstyrning.alternatives.opening import (
    COSTS,
    CURRENT,
    DEPRECIATION,
    FINANCIAL_COSTS,
    FINANCIAL_INCOME,
    FIXED,
    INCOME,
    INVESTMENTS,
    LONG,
    PROVISIONS,
    SHORT,
    last_accounted,
)
from regionstyrning.model.documents import Publication, SteeringDocument
from regionstyrning.model.economy import AmountStage
from regionstyrning.questions.economy.accounts import accounts
from regionstyrning.questions.economy.layout import GRANTS, PENSIONS, RESULT, TAXES
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.alternatives.shocks import Shock
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.economy import Accounts

ZERO, HUNDRED = Decimal(0), Decimal(100)

_STEADY = Sentence("som mellan {first} och {last}", "as between {first} and {last}")
_PLANNED = Sentence("härlett ur budget och plan", "derived from budget and plan")

_GROWN = {
    Driver.TAX_BASE: TAXES,
    Driver.GRANTS: GRANTS,
    Driver.INCOME: INCOME,
    Driver.COSTS: COSTS,
    Driver.INVESTMENTS: INVESTMENTS,
}
"""What a plan says the growth of, by its lines."""

_AS_BEFORE = {
    Driver.PROVISIONS: PROVISIONS,
    Driver.COMMITMENT: PENSIONS,
    Driver.CURRENT_LIABILITIES: SHORT,
}
"""What no plan says, and goes on as between the last two years."""

_Lines = dict[str, Decimal]


def planned(model: SteeringModel, *, shocks: tuple[Shock, ...] = ()) -> Assumptions:
    """
    What the region's own budget and plan imply for the years ahead.

    Growth and shares are what make each year's printed lines of the year before's. What no plan
    says (provisions, loans, the pension commitment) goes on as between the last two years that are
    accounted for, and everything after the last plan year as in it: both are our reading, and each
    assumption says which. With them `project` gives the plan's own figures for its years.

    Args:
        model: The model.
        shocks: What may turn out otherwise.

    Returns:
        As many assumptions as can be derived; `Assumptions.lacking` says what is left to assume, and
        ``not_printed`` which lines of the plan are not there and go on as before.

    >>> planned(model)[Driver.TAX_BASE].value(2026).quantize(Decimal("0.01"))
    Decimal('4.32')
    """
    year = last_accounted(model)
    if year is None or model.legal_person is None:
        return Assumptions(items=[], shocks=shocks)
    with localcontext(prec=28):
        steady = _steady(model, year)
        found, lacking = _from_plan(model, year, steady)
        return Assumptions(items=[*found, *steady], shocks=shocks, not_printed=lacking)


def _steady(model: SteeringModel, year: int) -> list[Assumption]:
    """What goes on as between the last two years that are accounted for."""
    last, before = (accounts(model, each, AmountStage.OUTCOME) for each in (year, year - 1))
    found: list[Assumption] = []
    text = _STEADY.say(first=year - 1, last=year)
    for driver, line in _AS_BEFORE.items():
        old, new = before.value(line), last.value(line)
        if old and new is not None:
            found.append(_made(model, driver, {year + 1: _growth(old, new)}, last, line, text))
    old, new = before.value(LONG), last.value(LONG)
    if old is not None and new is not None:
        found.append(_made(model, Driver.BORROWING, {year + 1: new - old}, last, LONG, text))
    return found


def _from_plan(
    model: SteeringModel, year: int, steady: list[Assumption]
) -> tuple[list[Assumption], list[tuple[Driver, str, int]]]:
    """What makes each planned year of the one before, and what a plan year does not print."""
    lacking: list[tuple[Driver, str, int]] = []
    opening = accounts(model, year, AmountStage.OUTCOME)
    held: _Lines | None = _stocks(opening)
    before: Accounts = opening
    rates: dict[Driver, dict[int, Decimal]] = {}
    last: dict[Driver, tuple[Accounts, str]] = {}
    while True:
        view = _plan_year(model, before.scope.year + 1)
        if view is None:
            break
        for driver, line in _GROWN.items():
            old, new = before.value(line), view.value(line)
            if old and new is not None:
                _note(rates, last, driver, _growth(old, new), (view, line))
            elif new is None:
                lacking.append((driver, line, view.scope.year))
        lacking += [(driver, line, view.scope.year) for driver, line, _ in _SHARES if view.value(line) is None]
        if held is not None:
            for driver, line, stock in _SHARES:
                value, whole = view.value(line), stock(held)
                if value is not None and whole > 0:
                    _note(rates, last, driver, HUNDRED * abs(value) / whole, (view, line))
            held = _after(held, view, {each.driver: each for each in steady})
        before = view
    found = [_made(model, driver, by_year, *last[driver], _PLANNED.say()) for driver, by_year in rates.items()]
    return found, lacking


def _note(
    rates: dict[Driver, dict[int, Decimal]],
    last: dict[Driver, tuple[Accounts, str]],
    driver: Driver,
    rate: Decimal,
    where: tuple[Accounts, str],
) -> None:
    rates.setdefault(driver, {})[where[0].scope.year] = rate
    last[driver] = where


def _fixed(held: _Lines) -> Decimal:
    return held[FIXED]


def _current(held: _Lines) -> Decimal:
    return held[CURRENT]


def _debts(held: _Lines) -> Decimal:
    return held[PROVISIONS] + held[LONG]


_SHARES: tuple[tuple[Driver, str, Callable[[_Lines], Decimal]], ...] = (
    (Driver.DEPRECIATION, DEPRECIATION, _fixed),
    (Driver.RETURN, FINANCIAL_INCOME, _current),
    (Driver.INTEREST, FINANCIAL_COSTS, _debts),
)


def _stocks(view: Accounts) -> _Lines | None:
    """The balance sheet as the year ahead begins with it; None if a line of it is not known."""
    values = {line: view.value(line) for line in (FIXED, CURRENT, PROVISIONS, LONG, SHORT)}
    known = {line: value for line, value in values.items() if value is not None}
    return known if len(known) == len(values) else None


def _after(held: _Lines, view: Accounts, steady: Mapping[Driver, Assumption]) -> _Lines | None:
    """The balance sheet after a planned year; None if the plan does not say enough."""
    result, invested, worn = view.value(RESULT), view.value(INVESTMENTS), view.value(DEPRECIATION)
    if result is None or invested is None or worn is None:
        return None

    def assumed(driver: Driver) -> Decimal:
        found = steady.get(driver)
        return ZERO if found is None else found.values[0][1]

    provisions = held[PROVISIONS] * (1 + assumed(Driver.PROVISIONS) / HUNDRED)
    long = held[LONG] + assumed(Driver.BORROWING)
    short = held[SHORT] * (1 + assumed(Driver.CURRENT_LIABILITIES) / HUNDRED)
    financed = provisions + long + short - held[PROVISIONS] - held[LONG] - held[SHORT]
    return {
        FIXED: held[FIXED] + invested + worn,
        CURRENT: held[CURRENT] + result - worn - invested + financed,
        PROVISIONS: provisions,
        LONG: long,
        SHORT: short,
    }


def _plan_year(model: SteeringModel, year: int) -> Accounts | None:
    """The budget of a year, or else its plan; None if neither has taxes."""
    for stage in (AmountStage.BUDGET, AmountStage.PLAN):
        view = accounts(model, year, stage)
        if view.value(TAXES) is not None:
            return view
    return None


def _growth(old: Decimal, new: Decimal) -> Decimal:
    return HUNDRED * (new - old) / old


def _made(  # noqa: PLR0913, PLR0917 - what is assumed, and where it is said
    model: SteeringModel, driver: Driver, values: dict[int, Decimal], view: Accounts, line: str, text: str
) -> Assumption:
    amount = view.entries[line].figures[0].amount if line in view.entries else None
    if amount is None:  # the line follows from others
        return Assumption(driver=driver, values=values, text=text)
    source = next(iter(amount.sources), None)
    return Assumption(
        driver=driver,
        values=values,
        source=source,
        document=amount.document,
        title=_title(model, amount.document if source is None else source.publication),
        on=amount.on or _day(model, amount.document),
        text=text,
    )


def _title(model: SteeringModel, id: str | None) -> str | None:
    """What a document or publication is called, if that is known."""
    found = model.by_id.get(id or "")
    return found.title if isinstance(found, Publication | SteeringDocument) else None


def _day(model: SteeringModel, document: str | None) -> date | None:
    """The day when a document was adopted or published, if that is known."""
    found = model.by_id.get(document or "")
    if isinstance(found, Publication):
        return found.published
    adopted = found.adopted if isinstance(found, SteeringDocument) else None
    return None if adopted is None else adopted.on
