"""Graphs are written as Mermaid flow charts."""

from __future__ import annotations

import re

import pytest

import regionstyrning as rs
from regionstyrning.export.drawing import GRAPHS
from regionstyrning.export.mermaid import mermaid
from tests.model.small import goal, link, model

_HEAD = re.compile(r"flowchart TD|accTitle: [^\n]+|accDescr: [^\n]+")
_NODE = re.compile(r'n\d+\["[^"`<>\\%]+"\]')
_EDGE = re.compile(r'n\d+ -->\|"[^"`<>\\%]+"\| n\d+')
_ESCAPE = re.compile(r"#(quot|amp|lt|gt|\d+);")


def test_a_chart_is_written_whole() -> None:
    """Title and description first, then boxes, then arrows."""
    held = model(goals=[goal("a"), goal("end")], contributions=[link("a", "end")])
    assert mermaid(held) == (
        "flowchart TD\n"
        "accTitle: Mål i Lilla regionen den 2025-06-01\n"
        "accDescr: 2 rutor och 1 pil. En pil går från det som bidrar till det som det bidrar till.\n"
        'n0["A"]\n'
        'n1["End"]\n'
        'n0 -->|"bidrar till"| n1\n'
    )


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ('Ett "bra" mål', "Ett #quot;bra#quot; mål"),
        ("<b>a</b> & b", "#lt;b#gt;a#lt;/b#gt; #amp; b"),
        ("`a`", "#96;a#96;"),
        ("#quot;", "#35;quot#59;"),
        ("två\nrader\\n", "två rader#92;n"),
        ("%%{init: {}}%%", "#37;#37;{init: {}}#37;#37;"),
    ],
)
def test_a_title_does_nothing_in_a_chart(title: str, label: str) -> None:
    """It neither ends its label nor begins HTML, Markdown, an escape or a directive."""
    assert mermaid(model(goals=[goal("a", title=title)])).splitlines()[3] == f'n0["{label}"]'


def test_the_title_of_a_chart_is_escaped() -> None:
    """It is a line of its own, whatever the region is called."""
    written = mermaid(model(title='A\n%%{init: "a"}%%'))
    assert written.splitlines()[1] == "accTitle: Mål i A #37;#37;{init: #quot;a#quot;}#37;#37; den 2025-06-01"


@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize("region", rs.regions())
def test_every_line_is_of_the_language(region: str, graph: str) -> None:
    """Each packaged region gives lines of the few forms that are used, and every # begins an escape."""
    lines = mermaid(rs.load_region(region), graph=graph).splitlines()
    assert [line for line in lines[:3] if not _HEAD.fullmatch(line)] == []
    assert [line for line in lines[3:] if not (_NODE.fullmatch(line) or _EDGE.fullmatch(line))] == []
    assert [line for line in lines if "#" in _ESCAPE.sub("", line)] == []


def test_order_of_records_changes_nothing() -> None:
    """The same model gives the same text."""
    goals, links = [goal("a"), goal("b"), goal("c")], [link("a", "b"), link("c", "b")]
    one = model(goals=goals, contributions=links)
    other = model(goals=goals[::-1], contributions=links[::-1])
    assert mermaid(one) == mermaid(other)
