"""Findings as a person reads them: by severity and rule, and how many there are."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from regionstyrning.model.findings import Severity
from regionstyrning.text.escaping import one_line
from regionstyrning.text.numbers import counted
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from regionstyrning.model.findings import Finding
    from regionstyrning.text.sentences import Language

_HEADINGS = {
    Severity.ERROR: Sentence("FEL", "ERRORS"),
    Severity.WARNING: Sentence("VARNINGAR", "WARNINGS"),
    Severity.NOTE: Sentence("UPPLYSNINGAR", "NOTES"),
}
_NOUNS = {
    Severity.ERROR: (Sentence("fel", "error"), Sentence("fel", "errors")),
    Severity.WARNING: (Sentence("varning", "warning"), Sentence("varningar", "warnings")),
    Severity.NOTE: (Sentence("upplysning", "note"), Sentence("upplysningar", "notes")),
}
_MEND = Sentence("åtgärd: ", "mend: ")
_SOURCE = Sentence("grund: ", "rests on: ")


def findings_text(head: str, findings: Sequence[Finding], width: int, lang: Language) -> str:
    """
    Findings by severity and rule, and on the last line how many there are.

    Args:
        head: What was looked at.
        findings: In the order of `check`, or faults in the order of their file.
        width: Longest line, in columns.
        lang: Swedish or English.
    """
    lines = [*folded(one_line(head), width), ""]
    in_order = sorted(findings, key=lambda finding: (finding.severity.rank, finding.rule))
    for severity, of_severity in groupby(in_order, key=lambda finding: finding.severity):
        lines.append(_HEADINGS[severity].say(lang))
        for rule, of_rule in groupby(of_severity, key=lambda finding: finding.rule):
            lines += ["", *folded(rule, width, "  ", "  "), *_told(tuple(of_rule), width, lang)]
        lines.append("")
    return "\n".join([*lines, summary(findings, lang)])


def summary(findings: Iterable[Finding], lang: Language) -> str:
    """
    How many there are of each severity.

    Args:
        findings: Any findings.
        lang: Swedish or English.

    >>> summary([], "sv")
    '0 fel, 0 varningar, 0 upplysningar'
    """
    counts = Counter(finding.severity for finding in findings)
    nouns = ((counts[severity], one.say(lang), many.say(lang)) for severity, (one, many) in _NOUNS.items())
    return ", ".join(counted(count, one, many) for count, one, many in nouns)


def counts_of(findings: Iterable[Finding]) -> dict[str, int]:
    """How many there are of each severity, by its English name."""
    counts = Counter(finding.severity for finding in findings)
    return {severity.title("en"): counts[severity] for severity in Severity}


def _told(findings: Sequence[Finding], width: int, lang: Language) -> Iterator[str]:
    """Findings of one rule; what mends several that follow each other is said once, after them."""
    for (mend, source), alike in groupby(findings, key=lambda finding: (finding.how_to_mend(lang), finding.source)):
        for finding in alike:
            yield from folded(one_line(finding.text(lang)), width, "  - ", "    ")
            place = " ".join(filter(None, [str(finding.where or ""), *(f"[{id}]" for id in finding.records)]))
            if place:
                yield from folded(one_line(place), width, "    ", "    ")
        if mend is not None:
            yield from folded(one_line(mend), width, "  " + _MEND.say(lang), "    ")
        if source is not None:
            yield from folded(one_line(source), width, "  " + _SOURCE.say(lang), "    ")
