"""How what a case tells is compared with what was found."""

from __future__ import annotations

from decimal import Decimal

import pytest

from regionstyrning.testing.kinds import Reasons, among, cites
from regionstyrning.testing.results import written


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        ("KL 6 kap. 38 §", "KL 6 kap. 38 §", True),
        ("KL 6 kap. 38 § första stycket 1 p", "6 kap. 38 §", True),
        ("KL 6 kap. 38 §", "KL 6 kap. 3", False),
        ("KL 16 kap. 3 §", "6 kap. 3 §", False),
        ("KL 16 kap. 3 § och 6 kap. 3 §", "6 kap. 3 §", True),
        ("KL 6 kap. 38 §", "LKBR", False),
    ],
)
def test_a_paragraph_is_cited_as_a_whole(text: str, piece: str, expected: bool) -> None:
    """A figure is no part of a longer one."""
    assert cites(text, piece) is expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("amount", True),
        ("amoun", False),
        ("gränsen är", True),
        ("GRÄNSEN", True),
        ("gräns", False),
        (["amount", "kronor"], True),
        (["amount", "day"], False),
        ((), True),
    ],
)
def test_a_reason_is_a_word_or_stands_in_a_sentence(told: str | list[str], expected: bool) -> None:
    """Whatever its letters in a sentence; a code is the whole code."""
    assert among(told, Reasons(["amount"], ["Gränsen är en krona, eller kronor."])) is expected


def test_reasons_are_told_once() -> None:
    """And none that is none."""
    assert Reasons(["a", None, "b", "a", ""]).words == ("a", "b")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "–"),
        (True, "true"),
        ("a", '"a"'),
        (["a", ["b"]], '["a", ["b"]]'),
        ({"a": False, "b": Decimal("1.5")}, "{ a = false, b = 1.5 }"),
        (Reasons(["a"], ["En mening."]), '["a"]'),
    ],
)
def test_a_value_is_written_as_in_a_file(value: object, expected: str) -> None:
    """So that it can be copied."""
    assert written(value) == expected
