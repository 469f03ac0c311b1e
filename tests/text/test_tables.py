"""Tables are drawn in text and HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.text.tables import html_table, text_table
from regionstyrning.text.widths import width_of


def test_columns_stand_under_their_titles() -> None:
    """Each column is as wide as its widest cell."""
    assert text_table(["id", "mål"], [["hme", "Ett"], ["a", ""]]).splitlines() == [
        "id   mål",
        "---  ---",
        "hme  Ett",
        "a",
    ]


def test_a_table_without_rows_has_its_titles() -> None:
    """Nothing found is shown as an empty table."""
    assert text_table(["id", "mål"], []) == "id  mål\n--  ---"


def test_a_table_without_columns_is_empty() -> None:
    """Where there is nothing to show, nothing is drawn."""
    assert text_table([], []).strip() == ""


def test_a_column_may_lack_title_and_text() -> None:
    """An empty column is drawn one column wide."""
    assert text_table(["", "a"], [["", "b"]]).splitlines() == ["   a", "-  -", "   b"]


def test_wide_signs_keep_the_columns_straight() -> None:
    """Signs of double width and combining marks are counted as they are shown."""
    assert text_table(["a", "b"], [["目標", "x"], ["ma\u030al", "y"]]).splitlines() == [
        "a     b",
        "----  -",
        "目標  x",
        "ma\u030al   y",
    ]


def test_the_widest_column_is_folded() -> None:
    """A long cell goes on under itself, the narrow columns are left."""
    assert text_table(["id", "mål"], [["a", "God och nära vård"]], width=14).splitlines() == [
        "id  mål",
        "--  ----------",
        "a   God och",
        "    nära vård",
    ]


def test_a_word_stays_whole_while_another_column_can_be_folded() -> None:
    """A column of one long word keeps its width, and the sentence beside it is folded instead."""
    assert text_table(["id", "mål"], [["tillganglighet", "Vård i rätt tid"]], width=26).splitlines() == [
        "id              mål",
        "--------------  ----------",
        "tillganglighet  Vård i",
        "                rätt tid",
    ]


def test_no_column_is_narrower_than_six() -> None:
    """A table of many columns grows wider than was asked rather than unreadable."""
    lines = text_table(["a" * 9] * 4, [], width=20).splitlines()
    assert lines == ["  ".join(["aaaaaa"] * 4), "  ".join(["aaa   "] * 4).rstrip(), "  ".join(["------"] * 4)]


def test_cells_cannot_steer_the_terminal() -> None:
    """Control characters and line ends in a cell neither colour nor tear the table."""
    assert text_table(["a"], [["x\x1b[31m\ny"]]).splitlines()[-1] == "x\N{REPLACEMENT CHARACTER}[31m y"


def test_a_row_of_another_length_is_refused() -> None:
    """A cell is never put under the wrong title in silence."""
    with pytest.raises(ValueError, match="zip"):
        text_table(["a", "b"], [["x"]])


@pytest.mark.full
@given(st.lists(st.lists(st.text(max_size=200), min_size=4, max_size=4), max_size=5))
def test_a_table_fits_a_terminal(rows: list[list[str]]) -> None:
    """Whatever stands in the cells, no line is wider than 80 columns."""
    lines = text_table(["id", "mål", "nämnd", "utfall"], rows).splitlines()
    assert max(map(width_of, lines)) <= 80


def test_html_has_a_caption_and_titles() -> None:
    """The titles are header cells, the caption stands first."""
    assert html_table(["id"], [["a"]], caption="Mål") == (
        '<table><caption>Mål</caption><thead><tr><th scope="col">id</th></tr></thead>'
        "<tbody><tr><td>a</td></tr></tbody></table>"
    )


def test_html_without_caption() -> None:
    """No empty caption is drawn."""
    assert html_table([], []) == "<table><thead><tr></tr></thead><tbody></tbody></table>"


def test_html_is_escaped_everywhere() -> None:
    """A title, a cell and a caption can hold no tag."""
    assert html_table(["<i>"], [["<b>"]], caption="<u>") == (
        '<table><caption>&lt;u&gt;</caption><thead><tr><th scope="col">&lt;i&gt;</th></tr></thead>'
        "<tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>"
    )
