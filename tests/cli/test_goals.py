"""Goals are drawn as a tree."""

from __future__ import annotations

from typing import Any

from regionstyrning.cli.goals import goals_section
from regionstyrning.cli.sections import Page
from regionstyrning.model import SteeringModel
from tests.threaded import DAY, bare, goal, indicator, link, region, row


def drawn(model: SteeringModel, **how: Any) -> list[str]:  # noqa: ANN401 - how to write
    """The lines of the tree."""
    return goals_section(model.at(DAY), Page(**how)).text.splitlines()


def test_goals_stand_under_what_they_serve() -> None:
    """From the vision down; work and indicators are counted."""
    assert drawn(region()) == [
        "vision: Vision [vision]",
        "└─ målområde: God vård [vard]",
        "   └─ mål: Tillganglighet [tillganglighet]",
        "      └─ nämndmål: Vardkoer [vardkoer]",
        "         └─ under: indikator 1, uppdrag 1",
    ]


def test_what_stands_under_two_is_drawn_once() -> None:
    """The second time it is only named."""
    model = bare(
        goal("a"), goal("b"), goal("c", "namndmal"), indicator("d"), link("c", "a"), link("c", "b"), link("d", "c")
    )
    assert drawn(model) == [
        "målområde: God vård [vard]",
        "mål: A [a]",
        "└─ nämndmål: C [c]",
        "   └─ under: indikator 1",
        "mål: B [b]",
        "└─ nämndmål: C [c] (se ovan)",
    ]


def test_goals_that_go_round_are_drawn_too() -> None:
    """From the first of them."""
    assert drawn(bare(goal("a"), goal("b"), link("a", "b"), link("b", "a")))[1:] == [
        "mål: A [a]",
        "└─ mål: B [b]",
        "   └─ mål: A [a] (se ovan)",
    ]


def test_a_very_long_row_of_goals_is_drawn_in_pieces() -> None:
    """Nothing is left out, no depth is too much, and each piece says where it goes on."""
    lines = drawn(row(2000), width=200)
    assert sum(line.endswith("]") for line in lines[1:]) == 2000
    assert sum(line.endswith("(se nedan)") for line in lines) == 2000 // 40 - 1


def test_goals_stand_by_printed_key_with_numbers_as_numbers() -> None:
    """1.10 comes after 1.2."""
    keys = {"a": "1.10", "b": "1.2", "c": "2", "d": None}
    lines = drawn(bare(*(goal(id, label=label) for id, label in keys.items())))
    assert [line.split(" ")[1] for line in lines[1:]] == ["D", "1.2", "1.10", "2"]


def test_levels_come_from_the_top() -> None:
    """A level that the structure lacks comes last, and is called by its id."""
    lines = drawn(bare(goal("a", "okand"), goal("b", "namndmal"), goal("c", "mal")))
    assert [line.partition(":")[0] for line in lines] == ["målområde", "mål", "nämndmål", "okand"]


def test_without_a_structure_goals_stand_on_the_ids_of_their_levels() -> None:
    """What is known is shown."""
    assert drawn(bare(goal("a"), structures=())) == ["mal: A [a]"]


def test_a_region_may_want_nothing() -> None:
    """Which is said."""
    assert (drawn(bare(structures=())), drawn(bare(structures=()), lang="en")) == (
        ["Inga mål gäller."],
        ["No goals are in force."],
    )


def test_the_tree_is_english_on_request() -> None:
    """Titles stay as they are."""
    assert drawn(region(), lang="en")[-1].strip("│ ") == "└─ under it: indicator 1, uppdrag 1"


def test_goals_are_given_to_a_program() -> None:
    """With their owners, document and what they serve."""
    rows = {row["id"]: row for row in goals_section(region().at(DAY), Page()).rows}
    assert rows["rekrytera"] == {
        "id": "rekrytera",
        "title": "Rekrytera",
        "level": "uppdrag",
        "label": None,
        "owners": ["hsn"],
        "document": "hsn-planen",
        "serves": ["vardkoer"],
    }
    assert list(rows) == ["vision", "tillganglighet", "vardkoer", "rekrytera"]
