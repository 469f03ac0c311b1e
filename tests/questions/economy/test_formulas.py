"""Formulas are read without running anything, and give the same in every kind of number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from regionstyrning.errors import InvalidValue
from regionstyrning.questions.economy.formulas import evaluated, read_formula
from regionstyrning.questions.economy.numbers import DECIMALS, FLOATS

VALUES = {"a": Decimal("0.1"), "b": Decimal(3), "eget-kapital": Decimal(40)}


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("a", "0.1"),
        ("2", "2"),
        ("a + 0.2", "0.3"),
        ("b - a", "2.9"),
        ("2-b", "-1"),
        ("100 * a / (b + 2)", "2"),
        ("eget-kapital - b - 1", "36"),
        (" ( b ) ", "3"),
        ("1" + " + 1" * 99, "100"),
    ],
)
def test_value(formula: str, value: str) -> None:
    """Decimals are exact; brackets, products and the order from the left are the usual ones."""
    assert evaluated(read_formula(formula), VALUES, DECIMALS) == Decimal(value)


def test_floats() -> None:
    """The same formula in floats."""
    values = {name: float(value) for name, value in VALUES.items()}
    assert evaluated(read_formula("a + 2 * b"), values, FLOATS) == pytest.approx(6.1)


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "a b",
        "2a",
        "a ** 2",
        "a // b",
        "a % b",
        "-a",
        "+a",
        "a == b",
        "a if b else a",
        "f(a)",
        "(a)(b)",
        "()",
        "a, b",
        "a.b",
        "a[0]",
        "__import__('os')",
        "lambda: 1",
        "A",
        "å",
        "1e9",
        "1 " * 200,
        "(" * 150 + "a" + ")" * 40,
    ],
)
def test_no_formula(formula: str) -> None:
    """Anything but names, numbers, four signs and brackets is refused; nothing is run."""
    with pytest.raises(InvalidValue, match="no formula"):
        read_formula(formula)


@pytest.mark.parametrize(
    ("formula", "message"), [("a" * 1001, "1001 characters"), ("a" + "+a" * 100, "more than 200 signs")]
)
def test_bounds(formula: str, message: str) -> None:
    """A formula is bounded in length and in signs."""
    with pytest.raises(InvalidValue, match=message):
        read_formula(formula)


def test_division_by_zero() -> None:
    """Dividing by zero is told by the kind of number."""
    with pytest.raises(ArithmeticError):
        evaluated(read_formula("a / (b - 3)"), VALUES, DECIMALS)
