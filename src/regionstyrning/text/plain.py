"""Values as programs read them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any


def plain_value(value: Any) -> Any:  # noqa: ANN401 - any value of a field
    """
    A word of a list, a day or a decimal as JSON can hold it; anything else as it is.

    >>> plain_value(Decimal("77.50")), plain_value(date(2026, 1, 31)), plain_value(True)
    ('77.50', '2026-01-31', True)
    """
    match value:
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case _:
            return value
