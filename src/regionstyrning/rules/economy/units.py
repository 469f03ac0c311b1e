"""Whether printed figures are in the unit that they are said to be: the family *economy*, its fifth part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median, median_low
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.economy import LINES, Unit
from regionstyrning.model.findings import Severity
from regionstyrning.questions.economy.figures import figure
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.economy import Amount
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.economy.checks import Check

_GROSS = frozenset(
    {
        *("verksamhetens-kostnader", "skatteintakter", "generella-statsbidrag-och-utjamning"),
        *("verksamhetens-intakter", "avskrivningar", "verksamhetens-nettokostnader", "eget-kapital", "avsattningar"),
        *("anlaggningstillgangar", "omsattningstillgangar", "summa-tillgangar", "kortfristiga-skulder"),
    }
)
"""Lines that are about as great from year to year."""

_WIDE = ((Decimal(200), Decimal(5000), "tkr"), (Decimal(200_000), Decimal(5_000_000), "kronor"))
_NEAR = ((Decimal(300), Decimal(3000), "tkr"), (Decimal(300_000), Decimal(3_000_000), "kronor"))
"""How many times the others a figure is that is likely in another unit: of many years, and of fewer."""

_MANY = 2
_SHARE = Decimal(4)
_GREAT = Decimal(10_000)
_SLACK = Decimal("0.5")
_UNITS = ((Decimal(1000), "tkr"), (Decimal(1_000_000), "kronor"))


@frozen(kw_only=True)
class Slip:
    """
    A figure that is likely in another unit (enhetsfel).

    Attributes:
        title: Its line, as printed.
        unit: The unit.
    """

    title: str
    unit: str


@rule(
    "economy.units-are-plausible",
    severity=Severity.WARNING,
    source=(
        "Bibliotekets gräns: 200 till 5 000 gånger medianen av radens andra år tyder på tkr, mer på kronor; av ett "
        "enda annat år, och på rader som växlar, 300 till 3 000 gånger, för ett tal som är stort bredvid de största."
    ),
    sentence=Sentence(
        "{line} {year} är {value} mnkr, omkring {times} gånger radens andra år; troligen är talet i {unit}.",
        "{line} {year} is {value} mnkr, about {times} times the line's other years; the figure is likely in {unit}.",
    ),
    mending=Sentence("Ange enheten som talet är tryckt i.", "Name the unit that the figure is printed in."),
)
def units_are_plausible(held: Held) -> Iterator[Hit]:
    """A figure must not be a thousand or a million times those of the same line in other years."""
    by_line: defaultdict[tuple[str, str, bool], list[tuple[Decimal, Amount]]] = defaultdict(list)
    for amount in held.model.amounts:
        value = figure(amount).value
        if amount.line in LINES and amount.unit is not Unit.PERCENT and amount.part is None and value:
            by_line[amount.organ, str(amount.line), amount.group].append((abs(value), amount))
    for (organ, line, group), found in by_line.items():
        great = _great([each for gross in _GROSS for each in by_line.get((organ, gross, group), ())])
        for value, amount in found:
            others = [each for each, other in found if other is not amount]
            unit = _unit_of(line, value, others, great)
            if unit is not None:
                times = number(round(value / median(others)))
                words = {"line": LINES[line], "year": str(amount.year), "value": number(value), "unit": unit}
                yield Hit((amount.id,), {**words, "times": times})


def _great(gross: Sequence[tuple[Decimal, Amount]]) -> Decimal:
    """How great a figure must be to be great beside the greatest of the usual year, of which some may have slipped."""
    greatest: dict[int, Decimal] = {}
    for value, amount in gross:
        greatest[amount.year] = max(value, greatest.get(amount.year, value))
    return median_low(greatest.values()) / _SHARE if greatest else _GREAT


def _unit_of(line: str, value: Decimal, others: Sequence[Decimal], great: Decimal) -> str | None:
    """The unit that a figure is likely in, by the other years of its line."""
    if not others:
        return None
    many = line in _GROSS and len(others) >= _MANY
    # What varies, or is held against one year only, may be a thousand times as great as it was and yet small.
    if not many and value < great:
        return None
    times = value / median(others)
    return next((unit for low, high, unit in (_WIDE if many else _NEAR) if low <= times <= high), None)


def slipped(model: SteeringModel, check: Check) -> Slip | None:
    """
    The figure of a sum that would make it close if it were in another unit; None if there is none.

    Args:
        model: The model.
        check: A sum that does not close; the sum is the first of its records.
    """
    slack = max(check.tolerance, _SLACK)
    for record in check.records:
        amount: Amount = model[record]
        value = figure(amount).value
        for factor, unit in _UNITS:
            # In the other unit it would still be seen, so it is not told from a figure that should not be there.
            if value is not None and abs(value) > slack * factor:
                less = value - value / factor
                if abs(check.difference - (less if record == check.records[0] else -less)) <= slack:
                    return Slip(title=amount.title, unit=unit)
    return None


RULES: tuple[Rule, ...] = (units_are_plausible,)
