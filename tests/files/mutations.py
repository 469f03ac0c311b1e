"""Documents that have been meddled with, as Hypothesis makes them."""

from __future__ import annotations

import copy
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from regionstyrning.files.form.plain import plain
from tests.strategies import models

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import DrawFn

    from regionstyrning.files.form.hooks import Dialect

_ODD: dict[Dialect, list[Any]] = {
    "json": [None, 1.0, 0.5, float("nan"), float("inf"), "\ud800", {"a": None}],
    "toml": [Decimal("1.50"), Decimal("NaN"), Decimal("1E+99"), date(2025, 1, 1), datetime(2025, 1, 1), time(10, 0)],  # noqa: DTZ001 - as a file writes it
}
_ODD_IN_BOTH: list[Any] = [
    *("", "x", "80", "2.50", "080", "1E+3", "NaN", "-0", "2025-01-01", "2025-1-1", "20250101", "2025-02-30", "mål"),
    *(True, False, 0, 1, 2, -1, 2025, 10**5, 2**63, 2**64, -(2**64)),
    *([], {}, [1], ["x"], [{}], {"id": "x"}, {"value": 1}, {"publication": "p"}),
]
_KEYS = ("id", "title", "source", "sources", "contributions", "targets", "lower", "indicator", "format", "okänd")


@st.composite
def meddled(draw: DrawFn, dialect: Dialect) -> dict[str, Any]:
    """
    What a file holds, with a few things in it changed.

    Args:
        draw: Given by Hypothesis.
        dialect: What the file is written in.
    """
    document = copy.deepcopy(plain(draw(models()), dialect))
    for _ in range(draw(st.integers(0, 3))):
        tables = list(_containers(document))
        table = draw(st.sampled_from(tables))
        odd = st.sampled_from([*_ODD_IN_BOTH, *_ODD[dialect], *tables[-3:]]).map(copy.deepcopy)
        if isinstance(table, list):
            _change_list(draw, table, odd)
        else:
            _change_table(draw, table, odd)
    return document


def _change_list(draw: DrawFn, values: list[Any], odd: st.SearchStrategy[Any]) -> None:
    again = draw(st.booleans())
    if values and again:
        values.append(copy.deepcopy(draw(st.sampled_from(values))))
    else:
        values.insert(0, draw(odd))


def _change_table(draw: DrawFn, table: dict[str, Any], odd: st.SearchStrategy[Any]) -> None:
    present = sorted(table)
    key = draw(st.sampled_from([*present, *_KEYS]))
    match draw(st.sampled_from(["set", "remove", "rename"])):
        case "set":
            table[key] = draw(odd)
        case "remove":
            table.pop(key, None)
        case _ if key in table:
            table[draw(st.sampled_from(_KEYS))] = table.pop(key)


def _containers(value: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever a document holds
    if isinstance(value, dict | list):
        yield value
        for below in value.values() if isinstance(value, dict) else value:
            yield from _containers(below)
