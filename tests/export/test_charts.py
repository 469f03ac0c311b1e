"""Scales of drawings, and words that stand in them."""

from __future__ import annotations

import pytest

from regionstyrning.export.charts import folded, scale


@pytest.mark.parametrize(
    ("amounts", "ends", "ticks"),
    [
        ((245.0, 160.0), (0, 250), (0, 50, 100, 150, 200, 250)),
        ((-370.0, -410.0), (-500, 0), (-500, -400, -300, -200, -100, 0)),
        ((), (0, 1), (0, 0.2, 0.4, 0.6, 0.8, 1)),
        ((0.0, 0.0), (0, 1), (0, 0.2, 0.4, 0.6, 0.8, 1)),
    ],
)
def test_scales_end_at_round_amounts(
    amounts: tuple[float, ...], ends: tuple[float, float], ticks: tuple[float, ...]
) -> None:
    """A scale holds zero and every amount, with about five round steps."""
    found = scale(amounts, 0, 100)
    assert (found.low, found.high) == ends
    assert found.ticks == pytest.approx(ticks)
    assert (found(ends[0]), found(ends[1])) == (0, 100)


def test_words_are_folded_by_how_large_they_are() -> None:
    """Smaller words have room for more in a line; none is left out."""
    words = "Antaget: skatteunderlag +4,32 % 2026"
    assert folded(words, 134) == ["Antaget:", "skatteunderlag", "+4,32 % 2026"]
    assert folded(words, 134, 6.5) == [words]
