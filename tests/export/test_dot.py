"""Graphs are written in the language of Graphviz."""

from __future__ import annotations

import re

import pytest

import regionstyrning as rs
from regionstyrning.export.dot import dot
from regionstyrning.export.drawing import GRAPHS
from regionstyrning.model import ContributionKind, Matter
from tests.model.small import delegation, goal, indicator, link, model, organ

_TEXT = r'"(?:[^"\\\n]|\\["\\nl])*"'
_NODE = rf"{_TEXT} \[label={_TEXT}, id={_TEXT}, tooltip={_TEXT}, style={_TEXT}, fillcolor={_TEXT}, color={_TEXT}\];"
_EDGE = rf"{_TEXT} -> {_TEXT} \[id={_TEXT}(?:, style=dashed)?(?:, label={_TEXT})?\];"
_ROW = rf"{{ rank=same; (?:{_TEXT}; ?)+}}|{_TEXT} -> {_TEXT} \[style=invis\];"
_FRAME = rf'subgraph "cluster_loose" {{|graph \[id={_TEXT}, label={_TEXT}, color={_TEXT}, style="dashed", .*\];|}}'
_LINE = re.compile(rf" +(?:{_NODE}|{_EDGE}|{_ROW}|{_FRAME})")
_LIKE_MAL = 'tooltip="mal", style="filled", fillcolor="#d6edd5", color="#2b6f30"'
LOOK = dot(model()).splitlines()[2:5]


def test_a_graph_is_written_whole() -> None:
    """With a name and with ids of its own, so that two can stand in one page."""
    held = model(goals=[goal("a"), goal("b")], contributions=[link("a", "b")])
    assert dot(held) == (
        'digraph "Mål i Lilla regionen den 2025-06-01" {\n'
        '  graph [rankdir=RL, id="liten-goals", label=<<table border="0" cellspacing="2" cellpadding="2">'
        '<tr><td align="left"><font point-size="18"><b>Mål i Lilla regionen den 2025-06-01</b></font></td></tr>'
        '<tr><td align="left" balign="left"><font point-size="11">2 rutor och 1 pil. En pil går från det som bidrar '
        "till det som det bidrar till. En pil utan ord betyder ”bidrar till”."
        "</font></td></tr>"
        '<tr><td align="left"><table border="0" cellspacing="4" cellpadding="4"><tr>'
        '<td border="1" style="solid" bgcolor="#d6edd5" color="#2b6f30"><font point-size="11">mal</font></td>'
        "</tr></table></td></tr></table>>];\n"
        + "".join(f"{line}\n" for line in LOOK)
        + f'  "n0" [label="A", id="liten-goals-n0", {_LIKE_MAL}];\n'
        f'  "n1" [label="B", id="liten-goals-n1", {_LIKE_MAL}];\n'
        '  { rank=same; "n1"; }\n'
        '  "n0" -> "n1" [id="liten-goals-e0"];\n'
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
    """Each packaged region gives lines of the few forms that are used."""
    _, _, _, _, _, *lines, end = dot(rs.load_region(region), graph=graph).splitlines()
    assert ([line for line in lines if not _LINE.fullmatch(line)], end) == ([], "}")


def test_english_is_said_on_request() -> None:
    """Of what is not the region's own words."""
    assert dot(model(), lang="en").startswith('digraph "Goals of Lilla regionen on 2025-06-01" {\n')


def test_the_title_of_a_picture_is_escaped() -> None:
    """It stands in a label of HTML, where a backslash still begins an escape and some signs are none of XML."""
    head = dot(model(title='<b>A</b> & "\\G" \uffff')).splitlines()[1]
    assert "<b>Mål i &lt;b&gt;A&lt;/b&gt; &amp; &quot;&#92;G&quot; \N{REPLACEMENT CHARACTER} den 2025-06-01</b>" in head


def test_what_no_arrow_touches_stands_in_a_frame() -> None:
    """In rows that begin under each other, read from the left though the picture goes from the right."""
    lines = dot(model(goals=[goal(id) for id in "abcde"])).splitlines()
    frame = lines.index('  subgraph "cluster_loose" {')
    assert lines[frame + 1] == (
        '    graph [id="liten-goals-loose", label="Utan koppling", color="#b3b3b3", style="dashed", labeljust="r"];'
    )
    assert lines[frame + 7 :] == [
        '    { rank=same; "n0"; "n4"; }',
        '    "n1" -> "n0" [style=invis];',
        '    "n2" -> "n1" [style=invis];',
        '    "n3" -> "n2" [style=invis];',
        "  }",
        "}",
    ]


def test_delegations_are_read_from_the_giver() -> None:
    """The giver stands to the left; several delegations between the same two are a list."""
    held = model(
        organs=[organ("hsn")],
        matters=[Matter(id="inkop", title="Inköp"), Matter(id="hyra", title="Hyra av en lokal i flera år")],
        delegations=[delegation("c", matters=["inkop"]), delegation("d", matters=["hyra"])],
    )
    lines = dot(held, graph="delegations").splitlines()
    assert "rankdir=LR" in lines[1]
    assert [line for line in lines if " -> " in line] == [
        '  "n1" -> "n0" [id="liten-delegations-e0", label="• Inköp\\l• Hyra av en lokal i flera år\\l"];'
    ]


def test_a_measure_is_told_from_a_goal_without_colour() -> None:
    """Its corners are round and its arrow is broken; what is no longer in force has a broken border."""
    held = model(
        goals=[goal("a")],
        indicators=[indicator("i")],
        contributions=[link("i", "a", kind=ContributionKind.MEASURES), link("a", "borta")],
    )
    drawn = dot(held)
    assert 'tooltip="Indikator", style="filled,rounded"' in drawn
    assert 'tooltip="Gäller inte den dagen", style="filled,dashed"' in drawn
    assert '[id="liten-goals-e1", style=dashed];' in drawn


def test_an_empty_picture_says_so() -> None:
    """In place of a blank sheet."""
    assert ">Det finns inget att rita den dagen.</font>" in dot(model(), graph="delegations")
