"""What speaks for and against, as spans from the least to the most."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.text.numbers import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.text.sentences import Language

NONE, WHOLE = Fraction(0), Fraction(1)
_FULL = Fraction(100)
_CENT = Decimal("0.01")


@frozen
class Span:
    """
    From the least to the most that something can be (spann).

    Attributes:
        low: The least.
        high: The most.
    """

    low: Fraction
    high: Fraction

    def text(self, lang: Language = "sv") -> str:
        """One number, or two, each rounded to two decimals."""
        ends = dict.fromkeys(number(rounded(end), lang) for end in (self.low, self.high))
        return (" till " if lang == "sv" else " to ").join(ends)


@frozen
class Balance:
    """
    What speaks for a goal being met and what speaks against it, kept apart (belägg för och emot).

    Attributes:
        support: How much speaks for, 0 to 100.
        against: How much speaks against, 0 to 100.
        single: Whether it all comes from one side, so that the two cannot be at odds.
    """

    support: Span
    against: Span
    single: bool = False

    @property
    def net(self) -> Span:
        """What speaks for less what speaks against, −100 to 100."""
        return Span(self.support.low - self.against.high, self.support.high - self.against.low)

    @property
    def conflict(self) -> bool | None:
        """Whether something speaks for and something against; None if nobody can tell."""
        if self.single or not self.support.high or not self.against.high:
            return False
        return True if self.support.low and self.against.low else None


UNKNOWN = Balance(Span(NONE, _FULL), Span(NONE, _FULL), single=True)
"""What nobody knows anything of."""


def rounded(value: Fraction) -> Decimal:
    """To two decimals, halves to even."""
    cents = (Decimal(value.numerator) / value.denominator).quantize(_CENT)
    whole = cents.to_integral_value()
    return whole if cents == whole else cents.normalize()


def balance_of(low: Decimal, high: Decimal) -> Balance:
    """What a value on the scale says for and against."""
    least, most = Fraction(low), Fraction(high)
    return Balance(_kept(least, most), _kept(-most, -least), single=True)


def _kept(low: Fraction, high: Fraction) -> Span:
    """What is left between 0 and 100."""
    return Span(min(max(low, NONE), _FULL), min(max(high, NONE), _FULL))


def least(balances: Sequence[Balance]) -> Balance:
    """The least of several: as little for as any has, as much against as any has."""
    return Balance(
        Span(min(each.support.low for each in balances), min(each.support.high for each in balances)),
        Span(max(each.against.low for each in balances), max(each.against.high for each in balances)),
        all(each.single for each in balances),
    )


def summed(balances: Sequence[Balance]) -> Balance:
    """Several together, up to 100 for and 100 against."""
    if not balances:
        return UNKNOWN
    support = _kept(
        sum((each.support.low for each in balances), NONE), sum((each.support.high for each in balances), NONE)
    )
    against = _kept(
        sum((each.against.low for each in balances), NONE), sum((each.against.high for each in balances), NONE)
    )
    return Balance(support, against, len(balances) == 1 and balances[0].single)


def times(span: Span, share: Span) -> Span:
    """A share of what is in a span."""
    return Span(span.low * share.low, span.high * share.high)
