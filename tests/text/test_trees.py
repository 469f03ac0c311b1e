"""Trees are drawn in text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionstyrning.text.trees import Tree
from regionstyrning.text.widths import width_of

TREES = st.recursive(
    st.builds(Tree, st.text(max_size=200)),
    lambda under: st.builds(Tree, st.text(max_size=200), st.lists(under, max_size=3)),
    max_leaves=10,
)


def test_branches_are_drawn_in_order() -> None:
    """Branches stand under their label, the last one closes."""
    tree = Tree("Vision", [Tree("Mål A", [Tree("Indikator")]), Tree("Mål B")])
    assert tree.text().splitlines() == [
        "Vision",
        "├─ Mål A",
        "│  └─ Indikator",
        "└─ Mål B",
    ]


def test_a_long_label_is_folded_under_itself() -> None:
    """The line of the branches goes on beside the folded label."""
    tree = Tree("Mål", [Tree("God och nära vård för alla i länet", [Tree("Indikator")]), Tree("Nästa mål")])
    assert tree.text(width=26).splitlines() == [
        "Mål",
        "├─ God och nära vård för",
        "│  │  alla i länet",
        "│  └─ Indikator",
        "└─ Nästa mål",
    ]


def test_the_last_label_is_folded_without_a_line() -> None:
    """Under the last branch nothing goes on."""
    tree = Tree("Mål", [Tree("God och nära vård för alla")])
    assert tree.text(width=26).splitlines() == ["Mål", "└─ God och nära vård för", "      alla"]


def test_an_empty_label_is_a_line() -> None:
    """A tree without words is still drawn."""
    assert Tree("", [Tree("")]).text() == "\n└─"


def test_a_label_cannot_steer_the_terminal() -> None:
    """Control characters and line ends in a label do not tear the tree."""
    assert Tree("a\x1b[31m\nb").text() == "a\N{REPLACEMENT CHARACTER}[31m b"


def test_deep_down_labels_keep_twenty_columns() -> None:
    """A tree deeper than its width grows wider rather than unreadable."""
    tree = Tree("a" * 20)
    for _ in range(30):
        tree = Tree("b", [tree])
    assert tree.text().splitlines()[-1] == " " * 87 + "└─ " + "a" * 20


def test_a_tree_may_be_deeper_than_the_stack() -> None:
    """Two thousand levels are drawn."""
    tree = Tree("a")
    for _ in range(2000):
        tree = Tree("a", [tree])
    assert len(tree.text().splitlines()) == 2001


@pytest.mark.full
@given(TREES)
def test_a_tree_fits_a_terminal(tree: Tree) -> None:
    """Whatever the labels say, no line of a tree of few levels is wider than 80 columns."""
    assert max(map(width_of, tree.text().split("\n"))) <= 80
