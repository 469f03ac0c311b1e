"""What the years ahead hang on, each as it enters the reckoning."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

HUNDREDTH = Decimal("0.01")


class Form(Enum):
    """How a figure that is assumed enters the reckoning (antagandets form)."""

    GROWTH = "ökning i procent mot året före"
    SHARE = "andel i procent"
    AMOUNT = "mnkr"


class Driver(Enum):
    """What the years ahead hang on (drivkraft)."""

    __hash__ = object.__hash__  # each is itself alone, and is looked up very often

    TAX_BASE = "skatteunderlag"
    GRANTS = "generella statsbidrag och utjämning"
    INCOME = "verksamhetens intäkter"
    COSTS = "kostnadsindex"
    POPULATION = "befolkning"
    SAVINGS = "besparingar"
    PENSION_COSTS = "ändrade pensionskostnader"
    ONE_OFF = "kostnad för ett enda år"
    INVESTMENTS = "investeringar"
    DEPRECIATION = "avskrivningar"
    RETURN = "avkastning"
    INTEREST = "ränta"
    UNREALISED = "orealiserade vinster och förluster"
    PROVISIONS = "avsättningar"
    COMMITMENT = "pensionsförpliktelser utanför balansräkningen"
    BORROWING = "nya lån"
    CURRENT_LIABILITIES = "kortfristiga skulder"
    TAX_BASE_AVERAGE = "skatteunderlagets snitt för tio år"


@frozen(kw_only=True)
class DriverMeaning:
    """
    What a driver means (drivkraftens innebörd).

    Attributes:
        form: Growth and shares are in percent, amounts in mnkr.
        name: What formulas call it.
        needed: Whether nothing can be said of a year without it; else nothing of the kind is taken to happen.
        short: What it is, in few words.
        told: What it is and how it counts.
        positive: Whether it cannot be below zero: a cost that is a share of something has the sign of
            its line in the accounts from the reckoning, so that a minus sign is a slip. Growth can be
            negative, and so can amounts, returns and what is of a single year.
    """

    form: Form
    name: str
    needed: bool
    short: Sentence
    told: Sentence
    positive: bool


_SHORT = {
    Driver.TAX_BASE: "tax base",
    Driver.GRANTS: "general grants and equalisation",
    Driver.INCOME: "income of activities",
    Driver.COSTS: "cost index",
    Driver.POPULATION: "population",
    Driver.SAVINGS: "savings",
    Driver.PENSION_COSTS: "changed pension costs",
    Driver.ONE_OFF: "cost of a single year",
    Driver.INVESTMENTS: "investments",
    Driver.DEPRECIATION: "depreciation",
    Driver.RETURN: "return",
    Driver.INTEREST: "interest",
    Driver.UNREALISED: "unrealised gains and losses",
    Driver.PROVISIONS: "provisions",
    Driver.COMMITMENT: "pension commitment outside the balance sheet",
    Driver.BORROWING: "new loans",
    Driver.CURRENT_LIABILITIES: "current liabilities",
    Driver.TAX_BASE_AVERAGE: "mean growth of the tax base over ten years",
}


def _of(form: Form, name: str, sv: str, en: str, *, needed: bool = True) -> _Made:
    return form, f"antagen-{name}", needed, Sentence(sv, en)


_Made = tuple[Form, str, bool, Sentence]

_MADE: Mapping[Driver, _Made] = {
    Driver.TAX_BASE: _of(
        Form.GROWTH, "okning-av-skatteunderlaget", "Skatteintäkternas ökning", "Growth of the tax income"
    ),
    Driver.GRANTS: _of(Form.GROWTH, "okning-av-bidragen", "Bidragens ökning", "Growth of the grants"),
    Driver.INCOME: _of(Form.GROWTH, "okning-av-intakterna", "Intäkternas ökning", "Growth of other income"),
    Driver.COSTS: _of(
        Form.GROWTH,
        "okning-av-kostnaderna",
        "Kostnadernas ökning av löner och priser",
        "Growth of costs by pay and prices",
    ),
    Driver.POPULATION: _of(
        Form.GROWTH,
        "okning-av-befolkningen",
        "Kostnadernas ökning med befolkningen",
        "Growth of costs with the population",
        needed=False,
    ),
    Driver.SAVINGS: _of(
        Form.AMOUNT,
        "besparing",
        "Besparingar (så mycket lägre kostnader varje år)",
        "Savings (costs lower by so much each year)",
        needed=False,
    ),
    Driver.PENSION_COSTS: _of(
        Form.AMOUNT,
        "andrad-pensionskostnad",
        "Pensionskostnader utöver kostnadernas ökning",
        "Pension costs beyond the growth of costs",
        needed=False,
    ),
    Driver.ONE_OFF: _of(
        Form.SHARE,
        "kostnad-for-ett-ar",
        "Kostnad för ett enda år som andel av verksamhetens kostnader",
        "Cost of a single year as a share of the costs of activities",
        needed=False,
    ),
    Driver.INVESTMENTS: _of(
        Form.GROWTH, "okning-av-investeringarna", "Investeringarnas ökning", "Growth of investments"
    ),
    Driver.DEPRECIATION: _of(
        Form.SHARE,
        "avskrivning",
        "Avskrivningar som andel av ingående anläggningstillgångar",
        "Depreciation as a share of fixed assets when the year begins",
    ),
    Driver.RETURN: _of(
        Form.SHARE,
        "avkastning",
        "Finansiella intäkter som andel av ingående omsättningstillgångar",
        "Financial income as a share of current assets when the year begins",
    ),
    Driver.INTEREST: _of(
        Form.SHARE,
        "ranta",
        "Finansiella kostnader som andel av ingående avsättningar och långfristiga skulder",
        "Financial costs as a share of provisions and long-term liabilities when the year begins",
    ),
    Driver.UNREALISED: _of(
        Form.AMOUNT,
        "orealiserat",
        "Orealiserade vinster eller förluster i årets resultat",
        "Unrealised gains or losses in the result of the year",
        needed=False,
    ),
    Driver.PROVISIONS: _of(Form.GROWTH, "okning-av-avsattningarna", "Avsättningarnas ökning", "Growth of provisions"),
    Driver.COMMITMENT: _of(
        Form.GROWTH,
        "okning-av-forpliktelserna",
        "Ökning av pensionsförpliktelserna utanför balansräkningen",
        "Growth of the pension commitment outside the balance sheet",
    ),
    Driver.BORROWING: _of(
        Form.AMOUNT, "nya-lan", "Nya lån utöver det som betalas av", "New loans less what is paid off", needed=False
    ),
    Driver.CURRENT_LIABILITIES: _of(
        Form.GROWTH,
        "okning-av-kortfristiga-skulder",
        "De kortfristiga skuldernas ökning",
        "Growth of current liabilities",
        needed=False,
    ),
    Driver.TAX_BASE_AVERAGE: _of(
        Form.GROWTH,
        "tioarigt-snitt-for-skatteunderlaget",
        "Skatteunderlagets ökning i snitt för tio år",
        "Mean growth of the tax base over ten years",
        needed=False,
    ),
}

_POSITIVE = frozenset({Driver.DEPRECIATION, Driver.INTEREST})

MEANINGS: Mapping[Driver, DriverMeaning] = {
    driver: DriverMeaning(
        form=form,
        name=name,
        needed=needed,
        short=Sentence(driver.value, _SHORT[driver]),
        told=told,
        positive=driver in _POSITIVE,
    )
    for driver, (form, name, needed, told) in _MADE.items()
}
"""What each driver means; one that is not needed is nothing unless someone says otherwise."""


def written(driver: Driver) -> str:
    """
    What a driver is called where it is written in ASCII, as on the command line.

    >>> written(Driver.TAX_BASE)
    'tax-base'
    """
    return driver.name.lower().replace("_", "-")


NEEDED = tuple(driver for driver, meaning in MEANINGS.items() if meaning.needed)
"""Drivers without which nothing can be said of a year."""


def entering(driver: Driver, value: Decimal) -> float:
    """
    A figure as it enters the reckoning: growth as what to multiply by, shares of one, amounts as they are.

    >>> entering(Driver.DEPRECIATION, Decimal(5)), entering(Driver.SAVINGS, Decimal(250))
    (0.05, 250.0)
    """
    form = MEANINGS[driver].form
    if form is Form.AMOUNT:
        return float(value)
    return float(value * HUNDREDTH + (form is Form.GROWTH))


def moving(driver: Driver, size: Decimal) -> float:
    """How much of what enters the reckoning so many percentage points are, or so many mnkr."""
    return float(size if MEANINGS[driver].form is Form.AMOUNT else size * HUNDREDTH)


def stated(driver: Driver, entered: float) -> float:
    """
    What entered the reckoning as one would say it, in percent or mnkr.

    >>> stated(Driver.DEPRECIATION, 0.05), stated(Driver.SAVINGS, 250.0)
    (5.0, 250.0)
    """
    form = MEANINGS[driver].form
    return entered if form is Form.AMOUNT else 100 * (entered - (form is Form.GROWTH))
