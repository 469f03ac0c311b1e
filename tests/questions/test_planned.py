"""What became of something from one edition of a plan to the next."""

from __future__ import annotations

import pytest

from regionstyrning.questions import Item, Planned, Shift
from regionstyrning.questions.planned import shifts_of_goals, shifts_of_values

ENDS = ("gammal", "ny")


def item(key: str, said: str = "A", place: str = "", planned: Planned = Planned.GOAL) -> Item:
    """Something that says the same in both languages."""
    return Item(planned=planned, key=key, ids=(key,), title=said, said=(said, said), place=place)


def value(key: str, said: str, planned: Planned = Planned.TARGET) -> Item:
    """A measure's value."""
    return Item(planned=planned, key=key, ids=(key,), title="Väntetid", said=(said, said))


@pytest.mark.parametrize(
    ("old", "new", "continued", "expected"),
    [
        ([item("a")], [item("b")], {"b": ["a"]}, ["Oförändrat: A"]),
        ([item("a")], [item("b", "B")], {"b": ["a"]}, ["Nytt namn: A → B"]),
        ([item("a", place="x")], [item("b", place="y")], {"b": ["a"]}, ["Flyttat: A: x → y"]),
        ([item("a", place="x")], [item("b")], {"b": ["a"]}, ["Oförändrat: A"]),
        (
            [item("a", place="x")],
            [item("b", "B", place="y")],
            {"b": ["a"]},
            ["Nytt namn: A → B", "Flyttat: B: x → y"],
        ),
        ([item("a")], [item("b", "B")], {}, ["Borta: A", "Nytt: B"]),
        ([item("a"), item("b", "B")], [item("c", "C")], {"c": ["a", "b"]}, ["Sammanslaget: A + B → C"]),
        ([item("a")], [item("b", "B"), item("c", "C")], {"b": ["a"], "c": ["a"]}, ["Delat: A → B + C"]),
    ],
)
def test_goals(old: list[Item], new: list[Item], continued: dict[str, list[str]], expected: list[str]) -> None:
    """One through the years by what it continues."""
    assert [each.text() for each in shifts_of_goals(old, new, continued, ENDS, {})] == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([value("v", "40")], [value("v", "30")], "Changed: Väntetid: 40 → 30"),
        ([value("v", "40")], [value("v", "40")], "Unchanged: Väntetid"),
        ([], [value("v", "30")], "New: Väntetid: 30"),
        ([value("v", "40")], [], "Gone: Väntetid: 40"),
        ([], [value("v", "30", Planned.AMOUNT)], "First held now: Väntetid: 30"),
        ([value("v", "40", Planned.AMOUNT)], [], "No longer held: Väntetid: 40"),
        ([], [value("v", "Väntetid", Planned.INDICATOR)], "New: Väntetid"),
    ],
)
def test_values(old: list[Item], new: list[Item], expected: str) -> None:
    """Known by what they are of."""
    assert [each.text("en") for each in shifts_of_values(old, new, ENDS, {})] == [expected]


def test_a_change_is_a_row() -> None:
    """With the records of both ends."""
    [change] = shifts_of_goals([item("a")], [item("b", "B")], {"b": ["a"]}, ENDS, {})
    assert (change.shift, change.to_records()) == (
        Shift.RENAMED,
        [
            {
                "planned": "mål",
                "shift": "nytt namn",
                "title": "B",
                "before": ["a"],
                "after": ["b"],
                "old": "A",
                "new": "B",
                "first": "gammal",
                "last": "ny",
            }
        ],
    )
