"""
Cases: a small model, questions about it and the answers that are expected, in `*.styr.toml`.

    title = "Vad filen visar"
    base = "exempel"               # a packaged region, or a path beside the file; not if [model] is whole
    without = ["ett-id"]           # records taken out of the base

    [model]                        # what is put into the base or in place of its records, written as in
                                   # a region's files; id, title, as_of and the rest only if they differ
    [[model.goals]]
    id = "mal-a"

    [[cases]]
    title = "Vad fallet visar"
    finding = "linkage.has-an-owner"   # the question: finding, goal_chain or loose_ends, and its subject
    on = 2026-03-01                    # the model's own day if left out

What is expected depends on the question; what is left out is not compared, but something must be there.

``finding = "rule"``
    ``records`` (required): the ids of each finding; ``[]`` where the rule is kept. ``text``: the
    sentence of the first finding. ``law``: its source, or the rule's own where it is kept.
    ``profile``: the profile that is checked; the rule alone if left out.
``goal_chain = "id"``
    ``paths``: the ids of each path, from the lower end. ``gaps``: the record of each gap and the
    levels of which one was required. ``complete``.
``loose_ends = true``
    ``ends``: the record of each end and how it hangs loose. ``complete``.

The order of findings, paths, gaps and ends is not compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve, field, frozen

import regionstyrning as rs
from regionstyrning.errors import hint
from regionstyrning.files import FaultyFile
from regionstyrning.files.faults.listing import listed
from regionstyrning.files.lanes.making import Parsed, made
from regionstyrning.files.lanes.quick import REFUSALS
from regionstyrning.files.lanes.reading import parsed_toml
from regionstyrning.model import SteeringModel
from regionstyrning.rules import RULES

if TYPE_CHECKING:
    from pathlib import Path

ENDING = ".styr.toml"

_KEYS = {"title": str, "base": str, "without": list, "model": dict, "cases": list}
_CASE_KEYS = {"title": str, "on": date}
_QUESTIONS: dict[str, dict[str, type]] = {
    "finding": {"finding": str, "profile": str, "records": list, "text": str, "law": str},
    "goal_chain": {"goal_chain": str, "paths": list, "gaps": list, "complete": bool},
    "loose_ends": {"loose_ends": bool, "ends": list, "complete": bool},
}
_OWN = ("id", "title", "as_of", "status", "legal_person")


class CaseFault(ValueError):
    """A case file is not as it must be."""


class CaseFailed(AssertionError):
    """An answer is not the expected one; the text tells both, and the reasons."""


@frozen(kw_only=True)
class Case:
    """
    A question and its expected answer.

    Attributes:
        title: What the case shows.
        question: ``"finding"``, ``"goal_chain"`` or ``"loose_ends"``.
        on: The day, or None for the model's own.
        told: All that the file says of it.
    """

    title: str
    question: str
    on: date | None
    told: Mapping[str, Any] = field(repr=False)


def read_cases(path: Path) -> tuple[SteeringModel, tuple[Case, ...]]:
    """
    The model and the cases of a file.

    Args:
        path: A `*.styr.toml`.

    Raises:
        CaseFault: if it is not as it must be.
        FaultyFile: if its model is not.
    """
    told = parsed_toml(path.read_text(encoding="utf-8"))
    _expect(told, _KEYS, path.name)
    cases = tuple(_case(each) for each in told.get("cases", ()))
    return _model(told, path), cases


def run_case(model: SteeringModel, case: Case) -> None:
    """
    Ask the question and compare the answer.

    Raises:
        CaseFailed: if the answer is not the expected one.
        CaseFault: if there is no such rule.
    """
    found, reasons = _ASKED[case.question](model, case)
    wrong = [name for name, value in found.items() if name in case.told and _sorted(case.told[name]) != _sorted(value)]
    if wrong:
        lines = [f"{name}: expected {case.told[name]!r}, found {found[name]!r}" for name in wrong]
        raise CaseFailed("\n".join([*lines, *(f"  {reason}" for reason in reasons)]))


def _model(told: Mapping[str, Any], path: Path) -> SteeringModel:
    fragment = told.get("model", {})
    if "base" not in told:
        return evolve(_made({"format": 2, **fragment}, path.name))
    beside = path.parent / told["base"]
    base = rs.load(beside) if beside.exists() else rs.load_region(told["base"])
    base = base.without(*told.get("without", ()))
    own = {"id": base.id, "title": base.title, "as_of": base.as_of, "status": base.status.value}
    change = _made({"format": 2, **own, **fragment}, path.name)
    return evolve(base.with_(*change.records()), **{name: getattr(change, name) for name in _OWN if name in fragment})


def _made(document: dict[str, Any], name: str) -> SteeringModel:
    """The model that a table is, through the same passes as a file."""
    parsed = Parsed(name=name, text="", document=document, dialect="toml")
    try:
        return made((parsed,))
    except REFUSALS:
        raise FaultyFile(listed([parsed], [])) from None


def _case(told: dict[str, Any]) -> Case:
    title = told.get("title", "?")
    asked = [question for question in _QUESTIONS if question in told]
    if len(asked) != 1:
        known = {**_CASE_KEYS, **{key: object for keys in _QUESTIONS.values() for key in keys}}
        _expect(told, known, f"case {title!r}")
        message = f"expected one of {', '.join(_QUESTIONS)}, found {' and '.join(asked) or 'none'} @ case {title!r}"
        raise CaseFault(message)
    keys = _QUESTIONS[asked[0]]
    _expect(told, {**_CASE_KEYS, **keys}, f"case {title!r}")
    if not (keys.keys() - {asked[0], "profile"}) & told.keys():
        message = f"nothing is expected @ case {title!r}"
        raise CaseFault(message)
    return Case(title=title, question=asked[0], on=told.get("on"), told=told)


def _expect(told: Mapping[str, Any], keys: Mapping[str, type], place: str) -> None:
    for key, value in told.items():
        if key not in keys:
            message = f"unknown key {key!r}{hint(key, keys)} @ {place}"
            raise CaseFault(message)
        if keys[key] not in {object, type(value)}:
            message = f"{key}: expected {keys[key].__name__}, found {value!r} @ {place}"
            raise CaseFault(message)
    if "title" not in told:
        message = f"missing key 'title' @ {place}"
        raise CaseFault(message)


def _sorted(value: Any) -> Any:  # noqa: ANN401 - whatever is compared
    return sorted(map(list, value)) if isinstance(value, list) else value


def _finding(model: SteeringModel, case: Case) -> tuple[dict[str, Any], Iterator[str]]:
    id = case.told["finding"]
    known = {rule.id: rule for rule in RULES}
    if id not in known:
        message = f"no rule has the id {id!r}{hint(id, known)} @ case {case.title!r}"
        raise CaseFault(message)
    rules = case.told.get("profile", (known[id],))
    findings = [finding for finding in rs.check(model, on=case.on, rules=rules) if finding.rule == id]
    found = {
        "records": [list(finding.records) for finding in findings],
        "text": findings[0].text() if findings else None,
        "law": findings[0].source if findings else known[id].source,
    }
    return found, (f"{each.rule} {', '.join(each.records)}: {each.text()} {each.mend}" for each in findings)


def _goal_chain(model: SteeringModel, case: Case) -> tuple[dict[str, Any], Iterator[str]]:
    chain = rs.goal_chain(model, case.told["goal_chain"], on=case.on)
    found = {
        "paths": [[path[0].lower, *(link.upper for link in path)] for path in chain.paths],
        "gaps": [[gap.record, *gap.level] for gap in chain.gaps],
        "complete": chain.complete,
    }
    return found, iter(chain.text().splitlines())


def _loose_ends(model: SteeringModel, case: Case) -> tuple[dict[str, Any], Iterator[str]]:
    answer = rs.loose_ends(model, on=case.on)
    found = {"ends": [[end.record, end.kind.value] for end in answer.ends], "complete": answer.complete}
    return found, iter(answer.text().splitlines())


_ASKED: dict[str, Callable[[SteeringModel, Case], tuple[dict[str, Any], Iterator[str]]]] = {
    "finding": _finding,
    "goal_chain": _goal_chain,
    "loose_ends": _loose_ends,
}


class CaseFile(pytest.File):
    """A file of cases."""

    def collect(self) -> Iterator[CaseItem]:
        """One item a case."""
        model, cases = read_cases(self.path)
        for case in cases:
            yield CaseItem.from_parent(self, name=case.title, model=model, case=case)


class CaseItem(pytest.Item):
    """A case."""

    def __init__(self, *, model: SteeringModel, case: Case, **more: Any) -> None:  # noqa: ANN401 - pytest's own
        super().__init__(**more)
        self._model = model
        self._case = case

    def runtest(self) -> None:
        """Ask and compare."""
        run_case(self._model, self._case)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: Any) -> Any:  # noqa: ANN401 - pytest's own
        """What was expected and found, without the way there."""
        if isinstance(excinfo.value, CaseFailed | CaseFault):
            return str(excinfo.value)
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, None, str]:
        """The file and the title of the case."""
        return self.path, None, self.name
