"""Values as programs read them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from regionstyrning.model import Severity
from regionstyrning.text.plain import plain_value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Severity.NOTE, "upplysning"),
        (date(2026, 3, 1), "2026-03-01"),
        (Decimal("1E+3"), "1000"),
        ("ord", "ord"),
        (None, None),
        (1, 1),
    ],
)
def test_a_value_is_made_plain(value: Any, expected: object) -> None:  # noqa: ANN401 - any value of a field
    """Decimals keep their digits as text, without an exponent."""
    assert plain_value(value) == expected
