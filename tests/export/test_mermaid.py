"""Graphs are written as Mermaid flow charts."""

from __future__ import annotations

import re

import pytest

import regionstyrning as rs
from regionstyrning.export.drawing import GRAPHS
from regionstyrning.export.mermaid import mermaid
from regionstyrning.model import ContributionKind, Matter, Receiver
from tests.model.small import delegation, goal, indicator, link, model, organ

_HEAD = re.compile(r"flowchart (RL|LR)|accTitle: [^\n]+|accDescr: [^\n]+")
_WORDS = r'"[^"`<>\\%]+"'
_LINE = re.compile(
    rf"[nk]\d+(\[{_WORDS}\]|\({_WORDS}\)):::g\d+"
    rf"|t\d+\[{_WORDS}\]:::told"
    r'|e\d+\["[^"`<>\\%]+(<br/>[^"`<>\\%]+)*"\]:::words'
    rf"|n\d+ (-->|-\.->|-->\|{_WORDS}\|) n\d+"
    r"|n\d+ --- e\d+ --> n\d+"
    r"|([nkt]\d+) ~~~ [nkt]\d+"
    rf"|subgraph (key|loose)\[{_WORDS}\]|direction LR|end|style (key|loose) fill:none,stroke:#999999"
    r"|classDef (g\d+|told|words) [a-z0-9#:,-]+( 3)?"
)
_ESCAPE = re.compile(r"#(quot|amp|lt|gt|\d+);|(fill|stroke|color):#[0-9a-f]{6}")
LOOK = (
    "classDef g0 fill:#d6edd5,stroke:#2b6f30,color:#1a1a1a\n"
    "classDef told fill:none,stroke:none\n"
    "classDef words fill:#f2f2f2,stroke:none,color:#1a1a1a\n"
)


def test_a_chart_is_written_whole() -> None:
    """What those who do not see it are told, what those who do are told, boxes, arrows and colours."""
    held = model(goals=[goal("a"), goal("c"), goal("end")], contributions=[link("a", "end")])
    assert mermaid(held) == (
        "flowchart RL\n"
        "accTitle: Mål i Lilla regionen den 2025-06-01\n"
        "accDescr: 3 rutor och 1 pil. En pil går från det som bidrar till det som det bidrar till. "
        "En pil utan ord betyder ”bidrar till”.\n"
        'subgraph key["Mål i Lilla regionen den 2025-06-01"]\n'
        "direction LR\n"
        't0["3 rutor och 1 pil."]:::told\n'
        't1["En pil går från det som bidrar till det som det bidrar till."]:::told\n'
        't2["En pil utan ord betyder ”bidrar till”."]:::told\n'
        'k0["mal"]:::g0\n'
        "t0 ~~~ t1\n"
        "t1 ~~~ t2\n"
        "end\n"
        "style key fill:none,stroke:#999999\n"
        'n0["A"]:::g0\n'
        'n2["End"]:::g0\n'
        'subgraph loose["Utan koppling"]\n'
        "direction LR\n"
        'n1["C"]:::g0\n'
        "end\n"
        "style loose fill:none,stroke:#999999\n"
        "n0 --> n2\n" + LOOK
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
        ("$$x$$", "$\N{WORD JOINER}$x$\N{WORD JOINER}$"),
        ("fa:fa-car", "fa:\N{WORD JOINER}fa-car"),
    ],
)
def test_a_title_does_nothing_in_a_chart(title: str, label: str) -> None:
    """It neither ends its label nor begins HTML, Markdown, a formula, an icon, an escape or a directive."""
    assert f'n0["{label}"]:::g0' in mermaid(model(goals=[goal("a", title=title)])).splitlines()


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
    assert [line for line in lines[3:] if not _LINE.fullmatch(line)] == []
    assert [line for line in lines if "#" in _ESCAPE.sub("", line)] == []


def test_order_of_records_changes_nothing() -> None:
    """The same model gives the same text."""
    goals, links = [goal("a"), goal("b"), goal("c")], [link("a", "b"), link("c", "b")]
    one = model(goals=goals, contributions=links)
    other = model(goals=goals[::-1], contributions=links[::-1])
    assert mermaid(one) == mermaid(other)


def test_long_words_of_an_arrow_have_a_box_to_stand_in() -> None:
    """Beside the arrows they would lie over each other; short ones stay there."""
    held = model(
        organs=[organ("hsn")],
        matters=[Matter(id="inkop", title="Inköp"), Matter(id="hyra", title="Hyra av en lokal i flera år")],
        delegations=[
            delegation("c", matters=["inkop"]),
            delegation("d", matters=["hyra"]),
            delegation("e", matters=["inkop"], receivers=[Receiver(office="jouren")]),
        ],
    )
    lines = mermaid(held, graph="delegations").splitlines()
    assert lines[0] == "flowchart LR"
    assert [line for line in lines if line.startswith("e") or "-->" in line] == [
        "end",
        'e0["• Inköp<br/>• Hyra av en lokal i flera år"]:::words',
        "n1 --- e0 --> n0",
        'n1 -->|"Inköp"| n2',
    ]


def test_a_measure_is_told_from_a_goal_without_colour() -> None:
    """Its corners are round and its arrow is broken; what is no longer in force has a broken border."""
    held = model(
        goals=[goal("a")],
        indicators=[indicator("i")],
        contributions=[link("i", "a", kind=ContributionKind.MEASURES), link("a", "borta")],
    )
    lines = mermaid(held).splitlines()
    assert 'n2("I"):::g0' in lines
    assert "n2 -.-> n0" in lines
    assert "classDef g2 fill:#f2f2f2,stroke:#8c8c8c,color:#1a1a1a,stroke-dasharray:4 3" in lines


def test_an_empty_chart_says_so() -> None:
    """In place of a blank sheet."""
    assert 't0["Det finns inget att rita den dagen."]:::told' in mermaid(model(), graph="delegations").splitlines()
