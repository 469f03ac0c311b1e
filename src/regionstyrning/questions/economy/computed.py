"""One year's balance statement, counted from what is printed by the law of the year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.questions.economy.balance import summed
from regionstyrning.questions.economy.checks import HALF
from regionstyrning.questions.economy.layout import (
    ADJUSTED,
    BALANCE,
    EQUALISATION_USED,
    GAINS,
    GAINS_KEPT,
    LOSSES_KEPT,
    OPTIONAL,
    RESERVED,
    RESULT,
    REVERSED,
    SPLIT,
    UNREALISED,
    USED,
)

if TYPE_CHECKING:
    from regionstyrning.questions.economy.accounts import Accounts
    from regionstyrning.questions.economy.figures import Figure
    from regionstyrning.questions.economy.year_law import YearLaw

ADJUSTMENTS = (GAINS, GAINS_KEPT, LOSSES_KEPT, UNREALISED, REVERSED)
RESERVES = (RESERVED, USED, EQUALISATION_USED)

ZERO = Decimal(0)

Values = Mapping[str, Decimal | None]


@frozen(kw_only=True)
class Subtotal:
    """
    A result of the statement (resultatrad), as the law counts it and as it is printed.

    Attributes:
        value: The one to follow: as printed where that agrees with the law within rounding, else by law.
        by_law: Counted from the lines that the law of the year counts; None if some are not known.
        printed: As printed; None if it is not.
        missing: Ids of lines that would have to be known.
        tolerance: What the rounding of the figures may come to.
        by_lines: Counted from those of its lines that are printed, where some are not and the printed result does
            not close without them; None if it closes, or none is printed.
    """

    value: Decimal | None
    by_law: Decimal | None
    printed: Decimal | None
    missing: tuple[str, ...] = ()
    tolerance: Decimal = ZERO
    by_lines: Decimal | None = None

    @property
    def unaccounted(self) -> Decimal | None:
        """What is printed above the lines that are, where others would have to make it up; else None."""
        return None if self.printed is None or self.by_lines is None else self.printed - self.by_lines

    @property
    def difference(self) -> Decimal | None:
        """What is printed above what the law gives; None if either is not known."""
        return None if self.printed is None or self.by_law is None else self.printed - self.by_law

    @property
    def agrees(self) -> bool | None:
        """Whether the printed and the counted agree within rounding; None if either is not known."""
        return None if self.difference is None else abs(self.difference) <= self.tolerance


@frozen(kw_only=True)
class Computed:
    """
    The results of a balance statement (uträknad balanskravsutredning).

    Attributes:
        result: The result of the year.
        adjusted: The result after adjustments.
        balance: The balance result.
        counted: Each line that is counted, with the amount that is.
        not_counted: Each printed line of the statement that the law of the year does not count, whole or part.
    """

    result: Decimal | None
    adjusted: Subtotal
    balance: Subtotal
    counted: Mapping[str, Decimal]
    not_counted: Mapping[str, Decimal]

    @property
    def unaccounted(self) -> bool:
        """Whether a printed result is not what its printed lines come to, and others are not printed."""
        return self.adjusted.by_lines is not None or self.balance.by_lines is not None


def values_of(view: Accounts) -> Values:
    """The figure that is followed on every line of an account."""
    return {line: view.value(line) for line in view.lines}


def computed(view: Accounts, law: YearLaw, values: Values | None = None) -> Computed:
    """
    Count the balance statement of a year.

    Args:
        view: The accounts.
        law: The rules of the fiscal year.
        values: Other figures by line than those that the accounts follow.
    """
    given = values_of(view) if values is None else values
    # Of a year whose law on the statement is not held nobody knows what is counted.
    counted, left_out = _counted(given, law) if law.counts(ADJUSTED) else ({}, {})
    result = given.get(RESULT)
    adjusted = _subtotal(view, given, ADJUSTED, result, ADJUSTMENTS, counted, law)
    if result is None and adjusted.value is not None and not adjusted.missing and law.counts(ADJUSTED):
        result = adjusted.value - sum((counted.get(line, ZERO) for line in _each(ADJUSTMENTS)), ZERO)
    balance = _subtotal(view, given, BALANCE, adjusted.value, RESERVES, counted, law)
    return Computed(result=result, adjusted=adjusted, balance=balance, counted=counted, not_counted=left_out)


def _counted(values: Values, law: YearLaw) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """What is counted of each printed line, and what is not."""
    counted: dict[str, Decimal] = {}
    left_out: dict[str, Decimal] = {}
    for line in _each((*ADJUSTMENTS, *RESERVES)):
        value = values.get(line)
        if value is not None:
            part = _by_law(line, value, law)
            if part is not None:
                counted[line] = part
            if part != value:
                left_out[line] = value - (part or ZERO)
    return counted, left_out


def _by_law(line: str, value: Decimal, law: YearLaw) -> Decimal | None:
    """What of a line is counted; of gains and losses in one the part that the law of the year removes."""
    if not law.counts(line):
        return None
    gains, losses = SPLIT.get(line, (line, line))
    for half, side in ((gains, min), (losses, max)):
        if not law.counts(half):
            return value - side(value, ZERO)
    return value


def _subtotal(  # noqa: PLR0913, PLR0917 - one step of the statement
    view: Accounts,
    values: Values,
    line: str,
    start: Decimal | None,
    parts: tuple[str, ...],
    counted: Mapping[str, Decimal],
    law: YearLaw,
) -> Subtotal:
    printed = values.get(line)
    by_law = summed(start or ZERO, [counted[each] for each in _each(parts) if each in counted])
    tolerance = _tolerance(view, (line, *_each(parts)))
    if not law.counts(ADJUSTED):
        return Subtotal(value=printed, by_law=None, printed=printed, tolerance=tolerance)
    missing = tuple(_unprinted(values, parts, law))
    if start is None:
        needed = (*((RESULT if line == ADJUSTED else ADJUSTED,) if printed is None else ()), *missing)
        return Subtotal(value=printed, by_law=None, printed=printed, missing=needed, tolerance=tolerance)
    if missing and printed is not None:
        whole = start + sum((values.get(each) or ZERO for each in _each(parts)), ZERO)
        if _closes(printed - whole, tolerance, view.unplaced):
            missing = ()  # the lines that are not printed come to nothing together
    if missing:
        some = printed is not None and any(each in counted for each in _each(parts))
        return Subtotal(
            value=printed,
            by_law=None,
            printed=printed,
            missing=missing,
            tolerance=tolerance,
            by_lines=by_law if some else None,
        )
    agrees = printed is not None and abs(printed - by_law) <= tolerance
    return Subtotal(value=printed if agrees else by_law, by_law=by_law, printed=printed, tolerance=tolerance)


def _closes(difference: Decimal, tolerance: Decimal, beside: tuple[Figure, ...]) -> bool:
    """Whether a difference is rounding, or as much as stands on a line that the layout lacks."""
    explained = (ZERO, *(each.value for each in beside if each.value is not None))
    return any(abs(difference - each) <= tolerance for each in explained)


def _tolerance(view: Accounts, lines: tuple[str, ...]) -> Decimal:
    figures = [view.entries[line].figures[0] for line in lines if line in view.entries]
    # The result that the sum starts from is rounded too, as coarsely as what is printed beside it.
    coarsest = max((each.digit for each in figures), default=ZERO)
    return HALF * (sum((each.digit for each in figures), ZERO) + coarsest)


def _unprinted(values: Values, parts: tuple[str, ...], law: YearLaw) -> Iterator[str]:
    """Lines that the law of the year counts and that have no figure; of one that is printed as two, the other half."""
    for line in parts:
        if values.get(line) is None and law.counts(line) and line not in OPTIONAL:
            needed = [each for each in SPLIT.get(line, ()) if law.counts(each)]
            lacking = [each for each in needed if values.get(each) is None]
            yield from lacking if len(lacking) < len(needed) else [line]


def _each(lines: tuple[str, ...]) -> Iterator[str]:
    """The lines, and the two that some of them may be printed as."""
    for line in lines:
        yield line
        yield from SPLIT.get(line, ())
