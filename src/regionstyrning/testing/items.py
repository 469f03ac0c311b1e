"""Case files as pytest collects and runs them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from regionstyrning.files import FaultyFile
from regionstyrning.testing.case_files import Case, Cases, read_cases
from regionstyrning.testing.running import run_case
from regionstyrning.testing.touched import note
from regionstyrning.text.escaping import one_line
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.testing.results import CaseResult

_BASES: pytest.StashKey[dict[str, SteeringModel]] = pytest.StashKey()


class CaseFailed(AssertionError):
    """
    A case does not hold.

    Args:
        result: What became of it.
    """

    def __init__(self, result: CaseResult) -> None:
        self.result = result
        super().__init__(result.text())


class CaseFile(pytest.File):
    """A case file."""

    def collect(self) -> Iterator[CaseItem]:
        """
        One item a case.

        Raises:
            CollectError: if the file is not as it must be; it tells every fault.
        """
        bases = self.config.stash.setdefault(_BASES, {})
        try:
            cases = read_cases(self.path, bases=bases)
        except FaultyFile as error:
            raise self.CollectError(_told(error)) from None
        for case in cases.cases:
            yield CaseItem.from_parent(self, name=one_line(case.title), cases=cases, case=case)


class CaseItem(pytest.Item):
    """A case."""

    def __init__(self, *, cases: Cases, case: Case, **more: Any) -> None:  # noqa: ANN401 - pytest's own
        super().__init__(**more)
        self._cases = cases
        self._case = case

    def runtest(self) -> None:
        """
        Ask and compare.

        Raises:
            CaseFailed: if the answer is not the expected one.
        """
        result = run_case(self._cases, self._case)
        note(result.scheme, result.touched)
        if not result.passed:
            raise CaseFailed(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: Any) -> Any:  # noqa: ANN401 - pytest's own
        """What was expected and found, the steps and the refusals, without the way there."""
        if isinstance(excinfo.value, CaseFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The file, the line before the case, and the title of the case."""
        line = self._case.where.line
        return self.path, None if line is None else line - 1, self.name


def _told(error: FaultyFile) -> str:
    lines = (f"{finding.where}: {finding.text()}" for finding in error.findings)
    return "\n".join(piece for line in lines for piece in folded(one_line(line), 80, "", "  "))
