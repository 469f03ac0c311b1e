"""Findings are read by severity and rule."""

from __future__ import annotations

from typing import Any

from regionstyrning.cli.findings import counts_of, findings_text, summary
from regionstyrning.model.findings import Finding, Severity, Where
from regionstyrning.text.sentences import Sentence


def finding(rule: str = "linkage.has-an-owner", **more: Any) -> Finding:  # noqa: ANN401 - any field
    """A warning with a short sentence."""
    fields = {"severity": Severity.WARNING, "sentence": Sentence("{title} är fel.", "{title} is wrong.")}
    return Finding(rule=rule, **{**fields, "words": (("title", "Målet"),), **more})


def told(*findings: Finding, width: int = 80) -> list[str]:
    """The lines below the head, above the summary."""
    return findings_text("Huvud", findings, width, "sv").splitlines()[2:-2]


def test_the_gravest_come_first() -> None:
    """Also where a file's faults are in order of line."""
    note = finding(severity=Severity.NOTE)
    error = finding(severity=Severity.ERROR)
    assert [line for line in told(note, finding(), error) if line.isupper()] == ["FEL", "VARNINGAR", "UPPLYSNINGAR"]


def test_a_rule_is_named_once_for_all_its_findings() -> None:
    """Its findings stand under it, also if others came between them."""
    assert [line for line in told(finding("b.b"), finding("a.a"), finding("b.b")) if line.startswith("  ")] == [
        "  a.a",
        "  - Målet är fel.",
        "  b.b",
        "  - Målet är fel.",
        "  - Målet är fel.",
    ]


def test_what_mends_several_is_said_once() -> None:
    """After the last of them; another remedy stands after its own."""
    owner, link = Sentence("Ange ägare.", "-"), Sentence("Länka.", "-")
    lines = told(finding(mending=owner), finding(mending=owner), finding(mending=link))
    assert lines[3:] == [
        "  - Målet är fel.",
        "  - Målet är fel.",
        "  åtgärd: Ange ägare.",
        "  - Målet är fel.",
        "  åtgärd: Länka.",
    ]


def test_place_and_records_stand_under_the_sentence() -> None:
    """As far as they are known."""
    placed = finding(records=("a", "b"), place=lambda: Where("mal.toml", 3))
    assert told(placed)[4] == "    mal.toml:3 [a] [b]"


def test_a_finding_about_nothing_in_particular_has_no_line_for_it() -> None:
    """Nothing empty is drawn."""
    assert told(finding()) == ["VARNINGAR", "", "  linkage.has-an-owner", "  - Målet är fel."]


def test_long_lines_are_folded_under_themselves() -> None:
    """What is said of one finding hangs together."""
    long = finding(words=(("title", "Ett mål med en lång rubrik"),), source="Kommunallagen 11 kap. 6 § om mål")
    assert told(long, width=30)[3:] == [
        "  - Ett mål med en lång rubrik",
        "    är fel.",
        "  grund: Kommunallagen 11 kap.",
        "    6 § om mål",
    ]


def test_a_finding_cannot_break_the_lines() -> None:
    """A line feed in a title is a space."""
    assert told(finding(words=(("title", "Ett\nmål\x1b"),)))[3] == "  - Ett mål� är fel."


def test_the_summary_counts_in_words() -> None:
    """One of each has its own word."""
    some = [finding(severity=severity) for severity in Severity]
    assert (summary(some, "sv"), summary(some * 2, "sv"), summary(some, "en")) == (
        "1 fel, 1 varning, 1 upplysning",
        "2 fel, 2 varningar, 2 upplysningar",
        "1 error, 1 warning, 1 note",
    )


def test_counts_are_by_english_names() -> None:
    """As in the options."""
    assert counts_of([finding(), finding()]) == {"error": 0, "warning": 2, "note": 0}
