"""Text from a file is harmless where it is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.text.escaping import for_html, one_line, printable


def test_html_is_escaped_with_quotes() -> None:
    """Neither a tag nor an attribute can be opened."""
    assert for_html("<a title='x' id=\"y\">&") == "&lt;a title=&#x27;x&#x27; id=&quot;y&quot;&gt;&amp;"


def test_html_holds_no_control_characters() -> None:
    """What would steer a terminal is replaced in HTML too."""
    assert for_html("a\x00b") == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize(
    "char",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x9b",
        "\r",
        "\u202e",
        "\u2066",
        "\u200b",
        "\ufeff",
        "\ud800",
        "\u2028",
        "\ue000",
    ],
    ids=lambda char: f"U+{ord(char):04X}",
)
def test_steering_characters_are_replaced(char: str) -> None:
    """Control, bidirectional, invisible, surrogate and private characters are shown as replaced."""
    assert printable(f"a{char}b") == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize("text", ["Vård och omsorg", "a\nb\tc", "30 000 kr", "verksam\u00adhet", "5 > 4 €"])
def test_ordinary_text_is_kept(text: str) -> None:
    """Swedish letters, line feeds, tabs, no-break spaces and soft hyphens are left as they are."""
    assert printable(text) == text


def test_carriage_return_before_line_feed_is_dropped() -> None:
    """A file written on Windows has ordinary lines."""
    assert printable("a\r\nb") == "a\nb"


def test_one_line_folds_white_space() -> None:
    """Line ends of every kind, tabs and runs of spaces become one space."""
    assert one_line("  a\r\nb\tc \u2028 d\v\n") == "a b c d"


def test_one_line_keeps_no_break_spaces() -> None:
    """A figure is not torn at its thousands."""
    assert one_line("30\N{NO-BREAK SPACE}000  kr") == "30\N{NO-BREAK SPACE}000 kr"


def test_one_line_is_harmless() -> None:
    """What is put on one line steers no terminal."""
    assert one_line("a\x1b[2Jb") == "a\N{REPLACEMENT CHARACTER}[2Jb"


@pytest.mark.full
@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    """Whatever the text, there is no more than one line."""
    assert len(one_line(text).splitlines()) <= 1
