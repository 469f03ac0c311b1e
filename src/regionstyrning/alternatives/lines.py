"""The figures of a year ahead as lines of accounts, and how each is come to."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from regionstyrning.alternatives.ahead import (
    BASE_COSTS,
    COSTS,
    DEPRECIATION,
    GAINED,
    HELD,
    INTEREST,
    RESERVED,
    UNREALISED,
    USED,
)
from regionstyrning.alternatives.drivers import MEANINGS, Driver
from regionstyrning.alternatives.opening import CURRENT, FIXED, INCOME, INVESTMENTS, LONG, PROVISIONS, SHORT
from regionstyrning.questions.economy.layout import ADJUSTED, BALANCE, EQUITY, GRANTS, PENSIONS, RESULT, TAXES
from regionstyrning.questions.economy.numbers import N, Numbers
from regionstyrning.questions.economy.year_law import EQUALISATION, RESULT_RESERVE

NET_COSTS, OF_ACTIVITY = "verksamhetens-nettokostnader", "verksamhetens-resultat"
AFTER_FINANCE, ASSETS = "resultat-efter-finansiella-poster", "summa-tillgangar"
EXTRAORDINARY, FINANCED = "extraordinara-poster", "summa-eget-kapital-avsattningar-och-skulder"

_SUMS: Mapping[str, tuple[tuple[str, int], ...]] = {
    INCOME: ((INCOME, 1),),
    "verksamhetens-kostnader": ((COSTS, -1),),
    "avskrivningar": ((DEPRECIATION, -1),),
    NET_COSTS: ((INCOME, 1), (COSTS, -1), (DEPRECIATION, -1)),
    TAXES: ((TAXES, 1),),
    GRANTS: ((GRANTS, 1),),
    OF_ACTIVITY: ((INCOME, 1), (COSTS, -1), (DEPRECIATION, -1), (TAXES, 1), (GRANTS, 1)),
    "finansiella-intakter": ((GAINED, 1),),
    "finansiella-kostnader": ((INTEREST, -1),),
    AFTER_FINANCE: ((RESULT, 1),),
    EXTRAORDINARY: (),
    RESULT: ((RESULT, 1),),
    "realisationsvinster": (),
    "orealiserade-vinster-och-forluster": ((UNREALISED, -1),),
    "aterforing-av-orealiserade": (),
    ADJUSTED: ((ADJUSTED, 1),),
    "reservering-till-reserv": ((RESERVED, -1),),
    "anvandning-av-reserv": ((USED[RESULT_RESERVE], 1),),
    "anvandning-av-resultatutjamningsreserv": ((USED[EQUALISATION], 1),),
    BALANCE: ((BALANCE, 1),),
    FIXED: ((FIXED, 1),),
    CURRENT: ((CURRENT, 1),),
    ASSETS: ((FIXED, 1), (CURRENT, 1)),
    EQUITY: ((EQUITY, 1),),
    RESULT_RESERVE: ((RESULT_RESERVE, 1),),
    EQUALISATION: ((EQUALISATION, 1),),
    PROVISIONS: ((PROVISIONS, 1),),
    LONG: ((LONG, 1),),
    SHORT: ((SHORT, 1),),
    FINANCED: ((EQUITY, 1), (PROVISIONS, 1), (LONG, 1), (SHORT, 1)),
    PENSIONS: ((PENSIONS, 1),),
    INVESTMENTS: ((INVESTMENTS, 1),),
}
"""Each line of a year ahead as a sum of its figures; one without a part is nothing in every year ahead."""

_OWED_TOO = frozenset({SHORT, FINANCED})
"""Lines that what lacks of current assets is a part of, where it is a liability."""

_AT_TIMES = frozenset({UNREALISED, RESERVED, *USED.values()})
"""Figures that are nothing in a year in which nothing of the kind happens."""

PRINTED = tuple(_SUMS)
"""Ids of the lines of a year ahead, in the order of the layout."""


def line_ahead(numbers: Numbers[N], values: Mapping[str, N], line: str) -> N:
    """
    A line of a year ahead, with the sign that it is printed with.

    Args:
        numbers: The kind of number.
        values: The year's figures.
        line: Id of one of `PRINTED`.

    Raises:
        KeyError: if a figure is not known, as in a year that is accounted for and not reckoned.
    """
    parts = _SUMS[line]
    if len(parts) == 1 and parts[0][1] > 0 and parts[0][0] in values:  # most lines, and asked for very often
        return values[parts[0][0]]
    found: N | None = None
    for name, sign in parts:
        if name not in values and name in _AT_TIMES:
            continue
        if found is None:
            found = values[name] if sign > 0 else numbers.nothing - values[name]
        else:
            found = found + values[name] if sign > 0 else found - values[name]
    return numbers.nothing if found is None else found


def seen_ahead(numbers: Numbers[N], values: Mapping[str, N], line: str) -> N:
    """
    A line of a year ahead as a key ratio sees it.

    What lacks of current assets is a short liability, as if it had been borrowed: it makes no share
    of the assets larger by making the assets fewer.

    Args:
        numbers: The kind of number.
        values: The year's figures.
        line: Id of one of `PRINTED`.

    Raises:
        KeyError: if a figure is not known, as in a year that is accounted for and not reckoned.
    """
    if line == CURRENT:
        return values[HELD]
    if line == ASSETS:
        return values[FIXED] + values[HELD]
    found = line_ahead(numbers, values, line)
    return found + (values[HELD] - values[CURRENT]) if line in _OWED_TOO else found


def _name(driver: Driver) -> str:
    return MEANINGS[driver].name


def _grown(line: str, driver: Driver) -> str:
    return f"foregaende-{line} * (1 + {_name(driver)} / 100)"


@frozen(kw_only=True)
class Trace:
    """
    How a line of a year ahead is come to (härledning).

    Attributes:
        formula: Over lines of the year, ``foregaende-`` lines of the year before, and what is
            assumed; None where limits decide.
        drivers: What is assumed, of what it rests on.
    """

    formula: str | None
    drivers: tuple[Driver, ...] = ()


def _by(formula: str, *drivers: Driver) -> Trace:
    return Trace(formula=formula, drivers=drivers)


EARNING = "tillgangar-som-avkastar"
"""Current assets of the year before, where they are above nothing."""

_COST_DRIVERS = (Driver.COSTS, Driver.POPULATION, Driver.ONE_OFF, Driver.PENSION_COSTS, Driver.SAVINGS)
_BORROWED = f"{LONG} - foregaende-{LONG}"

TRACES: Mapping[str, Trace] = {
    INCOME: _by(_grown(INCOME, Driver.INCOME), Driver.INCOME),
    "verksamhetens-kostnader": _by(
        f"{_name(Driver.SAVINGS)} - {_name(Driver.PENSION_COSTS)} - {_grown(BASE_COSTS, Driver.COSTS)}"
        f" * (1 + {_name(Driver.POPULATION)} / 100) * (1 + {_name(Driver.ONE_OFF)} / 100)",
        *_COST_DRIVERS,
    ),
    "avskrivningar": _by(f"0 - foregaende-{FIXED} * {_name(Driver.DEPRECIATION)} / 100", Driver.DEPRECIATION),
    NET_COSTS: _by(f"{INCOME} + verksamhetens-kostnader + avskrivningar"),
    TAXES: _by(_grown(TAXES, Driver.TAX_BASE), Driver.TAX_BASE),
    GRANTS: _by(_grown(GRANTS, Driver.GRANTS), Driver.GRANTS),
    OF_ACTIVITY: _by(f"{NET_COSTS} + {TAXES} + {GRANTS}"),
    "finansiella-intakter": _by(
        f"{EARNING} * {_name(Driver.RETURN)} / 100 + {_name(Driver.UNREALISED)}",
        Driver.RETURN,
        Driver.UNREALISED,
    ),
    "finansiella-kostnader": _by(
        f"0 - (foregaende-{PROVISIONS} + foregaende-{LONG}) * {_name(Driver.INTEREST)} / 100", Driver.INTEREST
    ),
    AFTER_FINANCE: _by(f"{OF_ACTIVITY} + finansiella-intakter + finansiella-kostnader"),
    RESULT: _by(AFTER_FINANCE),
    "orealiserade-vinster-och-forluster": Trace(formula=None, drivers=(Driver.UNREALISED,)),
    ADJUSTED: _by(f"{RESULT} + orealiserade-vinster-och-forluster"),
    "reservering-till-reserv": Trace(formula=None),
    "anvandning-av-reserv": Trace(formula=None),
    "anvandning-av-resultatutjamningsreserv": Trace(formula=None, drivers=(Driver.TAX_BASE, Driver.TAX_BASE_AVERAGE)),
    BALANCE: _by(
        f"{ADJUSTED} + reservering-till-reserv + anvandning-av-reserv + anvandning-av-resultatutjamningsreserv"
    ),
    FIXED: _by(f"foregaende-{FIXED} + {INVESTMENTS} + avskrivningar"),
    CURRENT: _by(
        f"foregaende-{CURRENT} + {RESULT} - avskrivningar - {INVESTMENTS} + {PROVISIONS} - foregaende-{PROVISIONS}"
        f" + {_BORROWED} + {SHORT} - foregaende-{SHORT}"
    ),
    ASSETS: _by(f"{FIXED} + {CURRENT}"),
    EQUITY: _by(f"foregaende-{EQUITY} + {RESULT}"),
    RESULT_RESERVE: Trace(formula=None),
    EQUALISATION: Trace(formula=None),
    PROVISIONS: _by(_grown(PROVISIONS, Driver.PROVISIONS), Driver.PROVISIONS),
    LONG: _by(f"foregaende-{LONG} + {_name(Driver.BORROWING)}", Driver.BORROWING),
    SHORT: _by(_grown(SHORT, Driver.CURRENT_LIABILITIES), Driver.CURRENT_LIABILITIES),
    FINANCED: _by(f"{EQUITY} + {PROVISIONS} + {LONG} + {SHORT}"),
    PENSIONS: _by(_grown(PENSIONS, Driver.COMMITMENT), Driver.COMMITMENT),
    INVESTMENTS: _by(_grown(INVESTMENTS, Driver.INVESTMENTS), Driver.INVESTMENTS),
}
"""How each line is come to; those that are nothing in every year ahead have no trace."""
