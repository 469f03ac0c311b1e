"""Lines are measured and folded by the columns they take in a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.text.widths import folded, padded, width_of

LINES = st.text(st.sampled_from("aå\u030a 目\N{NO-BREAK SPACE}-")).map(lambda text: " ".join(text.split(" ")))


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("mal", 3), ("mål", 3), ("ma\u030al", 3), ("目標", 4), ("Ａ", 2), ("a\u20dd", 1)]
)
def test_width_in_columns(text: str, width: int) -> None:
    """A combining mark takes no column, a wide sign two."""
    assert width_of(text) == width


def test_padding_counts_columns() -> None:
    """Wide signs are filled up with fewer spaces."""
    assert padded("目", 4) == "目  "


def test_folding_at_spaces() -> None:
    """A line is broken before the word that does not fit."""
    assert folded("ett två tre", 7) == ["ett två", "tre"]


def test_folding_breaks_a_long_word() -> None:
    """A word longer than a line begins on a line of its own and is broken."""
    assert folded("id abcdefgh ij", 5) == ["id", "abcde", "fgh", "ij"]


def test_folding_of_nothing_is_one_empty_line() -> None:
    """An empty cell still has a line."""
    assert folded("", 5) == [""]


def test_folding_keeps_figures_together() -> None:
    """A no-break space is no place to break."""
    assert folded("upp till 30\N{NO-BREAK SPACE}000", 11) == ["upp till", "30\N{NO-BREAK SPACE}000"]


def test_folding_puts_marks_before_lines() -> None:
    """What stands before the lines is counted."""
    assert folded("ett två tre", 6, "- ", "  ") == ["- ett", "  två", "  tre"]


def test_a_wide_sign_in_a_narrow_line_is_still_drawn() -> None:
    """A sign wider than the line is put there alone, so that folding always ends."""
    assert folded("目標", 1) == ["目", "標"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    """A word is not broken between a letter and its mark."""
    assert folded("aa\u030aa", 2) == ["aa\u030a", "a"]


@pytest.mark.full
@given(text=LINES, width=st.integers(2, 12))
def test_folding_fits_and_loses_nothing(text: str, width: int) -> None:
    """Every line fits, and all letters come in their order."""
    lines = folded(text, width)
    assert max(map(width_of, lines)) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(text=st.text("aå−– ").map("e{}".format), width=st.integers(4, 12))
def test_signs_of_one_column_are_folded_as_any_others(text: str, width: int) -> None:
    """A mark, which takes no column, changes nothing of where a line is folded."""
    marked = folded(text.replace("e", "e\u0301"), width, "- ", "  ")
    assert [line.replace("\u0301", "") for line in marked] == folded(text, width, "- ", "  ")


def test_signs_taken_for_one_column_are() -> None:
    """Each sign that is folded without being measured takes one column."""
    signs = [chr(each) for each in (*range(0x300), *range(0x2010, 0x2028), 0x2212)]
    assert [width_of(f"{sign}目") for sign in signs] == [3] * len(signs)
