"""Numbers are written as in Swedish and English text, never rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest

from regionstyrning.errors import InvalidValue
from regionstyrning.text.numbers import counted, number

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("value", "swedish", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (-1234, f"{MINUS}1{NBSP}234", f"{MINUS}1,234"),
        (12345678, f"12{NBSP}345{NBSP}678", "12,345,678"),
        (Decimal("2.0"), "2,0", "2.0"),
        (Decimal("2.00"), "2,00", "2.00"),
        (Decimal("-1234.5"), f"{MINUS}1{NBSP}234,5", f"{MINUS}1,234.5"),
        (Decimal("2E+3"), f"2{NBSP}000", "2,000"),
        (
            Decimal("0.1234567890123456789012345678901"),
            "0,1234567890123456789012345678901",
            "0.1234567890123456789012345678901",
        ),
    ],
)
def test_a_number_in_both_languages(value: Decimal | int, swedish: str, english: str) -> None:
    """Swedish has a decimal comma and spaces that hold, English a point and commas."""
    assert (number(value), number(value, "en")) == (swedish, english)


def test_a_third_language_is_refused() -> None:
    """There is no third way to write a number."""
    with pytest.raises(InvalidValue, match="unknown language 'de', expected one of 'sv', 'en'"):
        number(1, "de")


@pytest.mark.parametrize(("count", "text"), [(0, "0 mått"), (1, "1 indikator"), (2, "2 mått")])
def test_a_count_has_its_noun(count: int, text: str) -> None:
    """One has the singular, none and several the plural."""
    assert counted(count, "indikator", "mått") == text
