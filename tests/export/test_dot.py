"""Graphs are written in the language of Graphviz."""

from __future__ import annotations

import re

import pytest

import regionstyrning as rs
from regionstyrning.export.dot import dot
from regionstyrning.export.drawing import GRAPHS
from tests.model.small import goal, link, model

_TEXT = r'"(?:[^"\\\n]|\\["\\n])*"'
_LINE = re.compile(rf"  {_TEXT}(?: -> {_TEXT})? \[id={_TEXT}, label={_TEXT}\];")


def test_a_graph_is_written_whole() -> None:
    """With a name and with ids of its own, so that two can stand in one page."""
    held = model(goals=[goal("a"), goal("b")], contributions=[link("a", "b")])
    assert dot(held) == (
        'digraph "Mål i Lilla regionen den 2025-06-01" {\n'
        '  graph [rankdir=TB, id="liten-goals"];\n'
        "  node [shape=box];\n"
        '  "n0" [id="liten-goals-n0", label="A"];\n'
        '  "n1" [id="liten-goals-n1", label="B"];\n'
        '  "n0" -> "n1" [id="liten-goals-e0", label="bidrar till"];\n'
        "}\n"
    )


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ('Ett "bra" mål', r"Ett \"bra\" mål"),
        (r"a\N", r"a\\N"),
        ("a &lt; b", "a &amp;lt; b"),
        ("Ett mål som är så långt att det inte får plats", r"Ett mål som är så långt att det\ninte får plats"),
    ],
)
def test_a_title_does_nothing_in_a_graph(title: str, label: str) -> None:
    """It neither ends its label nor begins an escape or an entity; a long one is folded."""
    assert f'label="{label}"' in dot(model(goals=[goal("a", title=title)]))


@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize("region", rs.regions())
def test_every_line_is_of_the_language(region: str, graph: str) -> None:
    """Each packaged region gives lines of the two forms that are used."""
    _, _, _, *lines, end = dot(rs.load_region(region), graph=graph).splitlines()
    assert ([line for line in lines if not _LINE.fullmatch(line)], end) == ([], "}")


def test_english_is_said_on_request() -> None:
    """Of what is not the region's own words."""
    assert dot(model(), lang="en").startswith('digraph "Goals of Lilla regionen on 2025-06-01" {\n')
