"""Faults of files: findings with a file and a line, and the exception that holds them all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from attrs import field, frozen

from regionstyrning.errors import SteeringError
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from regionstyrning.files.form.authored import Path
    from regionstyrning.model.findings import Finding

MOST_FAULTS = 10_000
"""How many faults are told; nobody reads more, and a hostile file may have millions."""


class FaultyFile(SteeringError, ValueError):
    """
    A model does not load. The text has one line a fault.

    Args:
        findings: Every fault found, by file, line and place.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(findings)
        super().__init__(self.findings)

    def __str__(self) -> str:
        from regionstyrning.text.escaping import one_line  # noqa: PLC0415 - only for files with faults

        return "\n".join(f"{one_line(str(finding.where))}: {finding.text('en')}" for finding in self.findings)


@frozen(kw_only=True)
class Fault:
    """
    What is the matter somewhere in a file, before its line has been looked up.

    Attributes:
        rule: Id of the rule that is broken.
        file: Path of the file, relative to the folder.
        path: The way to the value in the file.
        sentence: What is the matter.
        words: What the names in the sentence stand for.
        other: File and path of what it clashes with; its place fills in ``{other}``.
        records: Ids of the records that it is about.
        mending: What would mend it.
        line: The line, where it is known already.
    """

    rule: str
    file: str
    path: Path = ()
    sentence: Sentence
    words: Mapping[str, str] = field(factory=dict)
    other: tuple[str, Path] | None = None
    records: tuple[str, ...] = ()
    mending: Sentence | None = None
    line: int | None = None


def finding_of(fault: Fault, lines: Mapping[str, Mapping[Path, int]]) -> Finding:
    """
    The finding that tells a fault.

    Args:
        fault: The fault.
        lines: For each file with faults, the lines of what it holds by path.
    """
    from regionstyrning.model.findings import Finding, Severity, Where  # noqa: PLC0415 - only for files with faults
    from regionstyrning.text.escaping import one_line  # noqa: PLC0415 - as above

    line = _line(fault, lines)
    words = dict(fault.words)
    if fault.other is not None:
        file, path = fault.other
        words["other"] = one_line(str(Where(file, line_of(path, lines.get(file, {})))))
    return Finding(
        rule=fault.rule,
        severity=Severity.ERROR,
        records=fault.records,
        sentence=fault.sentence,
        words=tuple(sorted(words.items())),
        mending=fault.mending,
        place=partial(Where, fault.file, line),
    )


def in_order(faults: Iterable[Fault], lines: Mapping[str, Mapping[Path, int]]) -> list[Fault]:
    """
    Faults as one reads them: by file, line and place in the file, those of one place as they were found.

    Args:
        faults: Any faults.
        lines: As for `finding_of`.
    """

    def place(fault: Fault) -> tuple[str, int, list[tuple[int, str]]]:
        steps = [(step, "") if isinstance(step, int) else (-1, step) for step in fault.path]
        return fault.file, _line(fault, lines) or 0, steps

    return sorted(faults, key=place)


def _line(fault: Fault, lines: Mapping[str, Mapping[Path, int]]) -> int | None:
    return fault.line or line_of(fault.path, lines.get(fault.file, {}))


def line_of(path: Path, lines: Mapping[Path, int]) -> int | None:
    """The line of a place, or of the nearest thing around it that has one."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path)
