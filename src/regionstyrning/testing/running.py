"""Ask what case files ask, and compare the answers with what they expect."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from regionstyrning.errors import SteeringError
from regionstyrning.files import FaultyFile
from regionstyrning.files.faults.listing import listed
from regionstyrning.files.faults.unreadable import Unreadable
from regionstyrning.testing import ENDING
from regionstyrning.testing.case_files import Case, Cases, read_cases
from regionstyrning.testing.questions import QUESTIONS
from regionstyrning.testing.results import CaseResult, CaseResults

if TYPE_CHECKING:
    from regionstyrning.model.findings import Finding
    from regionstyrning.model.steering_model import SteeringModel


def run_cases(path: str | PathLike[str]) -> CaseResults:
    """
    Run case files: what the pytest plugin does, without pytest.

    Args:
        path: A file that ends in ``.styr.toml``, or a folder whose files of that name are run, at any depth.

    Returns:
        What became of each case, with the steps and refusals of its answer, in the order of the files.

    Raises:
        FaultyFile: if a file is not as it must be; it lists every fault of all of them.

    >>> from regionstyrning.files.packaged import FOLDER
    >>> results = run_cases(FOLDER / "exempel")
    >>> results.passed
    True
    """
    place = Path(path)
    files = sorted(place.rglob(f"*{ENDING}")) if place.is_dir() else [place]
    if not files:
        raise FaultyFile(listed((), [Unreadable("file.not-found").fault(f"{place.name}/*{ENDING}")]))
    bases: dict[str, SteeringModel] = {}
    read: list[Cases] = []
    findings: list[Finding] = []
    for file in files:
        try:
            read.append(read_cases(file, bases=bases))
        except FaultyFile as error:
            findings += error.findings
    if findings:
        raise FaultyFile(findings)
    return CaseResults(results=[run_case(cases, case) for cases in read for case in cases.cases])


def run_case(cases: Cases, case: Case) -> CaseResult:
    """
    Ask one question, and compare the answer with what is expected.

    Args:
        cases: The file that the case stands in.
        case: The case.

    Returns:
        One that has not passed, with the reason, also where the question cannot be asked because
        something that it names is not there.
    """
    question = QUESTIONS[case.question]
    try:
        reply = question.ask(cases.model, case.told)
    except SteeringError as error:
        return CaseResult(case=case, why=str(error), scheme=cases.scheme)
    wrong = [
        (name, case.told[name], reply.found[name])
        for name, expected in question.expected.items()
        if name in case.told and not expected.holds(case.told[name], reply.found[name])
    ]
    return CaseResult(case=case, wrong=wrong, reply=reply, scheme=cases.scheme)
