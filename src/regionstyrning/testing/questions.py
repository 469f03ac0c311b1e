"""
The questions that a case may ask: one row each.

A question of its own is one more row: what its keys may hold, and a function that asks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

from regionstyrning.law.policies import NAMES
from regionstyrning.model.statutes import Confidence
from regionstyrning.questions import goal_chain, loose_ends
from regionstyrning.rules import PROFILES, RULES, check
from regionstyrning.testing.authority_questions import AUTHORITY_QUESTIONS
from regionstyrning.testing.kinds import DAY, LAW, ROWS, TEXT, TRUTH, Kind, Reasons, same
from regionstyrning.testing.law_questions import LAW_QUESTIONS
from regionstyrning.testing.meeting_questions import MEETING_QUESTIONS
from regionstyrning.testing.planning_questions import PLANNING_QUESTIONS
from regionstyrning.testing.replies import Question, Reply, touched_by
from regionstyrning.testing.year_questions import YEAR_QUESTIONS

if TYPE_CHECKING:
    from regionstyrning.model.findings import Finding
    from regionstyrning.model.steering_model import SteeringModel
from regionstyrning.text.sentences import Language

COMMON: Mapping[str, Kind] = {"title": TEXT, "on": DAY, "rests_on": TEXT}
"""What any case may say."""

READINGS: Mapping[str, str] = {
    **{each.value: each.value for each in Confidence if each is not Confidence.SEEN},
    **{name: name for name in NAMES},
}
"""What a case may rest on that was not read in a statute: how sure it is, or the setting that chooses it."""

_RULE_OF = {rule.id: rule for rule in RULES}


def _finding(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """Whether a rule is broken, by which records."""
    rule = _RULE_OF[told["finding"]]
    asked = check(model, on=told.get("on"), rules=told.get("profile", (rule,)))
    findings = [finding for finding in asked if finding.rule == rule.id]
    sources = [finding.source for finding in findings] or [rule.source]
    records = [list(finding.records) for finding in findings]
    return Reply(
        found={"records": records, "text": findings[0].text() if findings else None, "law": Reasons(sources)},
        touched=touched_by_findings(findings) | {rule.source},
        told=lambda lang: [told_finding(finding, lang) for finding in findings],
    )


def touched_by_findings(findings: Iterable[Finding]) -> frozenset[str]:
    """The records and sources that findings name."""
    names = chain.from_iterable((*each.records, each.source) for each in findings)
    return frozenset(name for name in names if name is not None)


def told_finding(finding: Finding, lang: Language = "sv") -> str:
    """A finding on one line: where it is, what is the matter and what would mend it."""
    where = "" if finding.where is None else f"{finding.where}: "
    mend = finding.how_to_mend(lang)
    return f"- {where}{finding.text(lang)} {mend or ''} [{', '.join(finding.records)}]"


def _goal_chain(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """The thread of a goal, up and down."""
    answer = goal_chain(model, told["goal_chain"], on=told.get("on"))
    found = {
        "paths": [[path[0].lower, *(link.upper for link in path)] for path in answer.paths],
        "gaps": [[gap.record, *gap.level] for gap in answer.gaps],
        "complete": answer.complete,
    }
    return Reply(
        found=found,
        answer=answer,
        steps=answer.steps,
        touched=touched_by(answer.steps),
        told=lambda lang: answer.text(lang).splitlines(),
    )


def _loose_ends(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """What hangs loose."""
    answer = loose_ends(model, on=told.get("on"))
    return Reply(
        found={"ends": [[end.record, end.kind.value] for end in answer.ends], "complete": answer.complete},
        answer=answer,
        steps=answer.steps,
        touched=touched_by(answer.steps),
        told=lambda lang: answer.text(lang).splitlines(),
    )


QUESTIONS: Mapping[str, Question] = {
    question.name: question
    for question in (
        Question(
            name="finding",
            subject=TEXT,
            arguments={"profile": TEXT},
            expected={"records": same(ROWS), "text": same(TEXT), "law": LAW},
            known={"finding": _RULE_OF, "profile": PROFILES},
            ask=_finding,
        ),
        Question(
            name="goal_chain",
            subject=TEXT,
            expected={"paths": same(ROWS), "gaps": same(ROWS), "complete": same(TRUTH)},
            ask=_goal_chain,
        ),
        Question(
            name="loose_ends",
            subject=TRUTH,
            expected={"ends": same(ROWS), "complete": same(TRUTH)},
            ask=_loose_ends,
        ),
        *AUTHORITY_QUESTIONS,
        *LAW_QUESTIONS,
        *MEETING_QUESTIONS,
        *PLANNING_QUESTIONS,
        *YEAR_QUESTIONS,
    )
}
