"""
Assertions for tests in Python.

Each says in Swedish why it does not hold: the steps and refusals of the answer, or the findings.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.errors import UnknownId
from regionstyrning.model.findings import Severity
from regionstyrning.questions import goal_chain
from regionstyrning.questions.threads import title_of
from regionstyrning.rules import PROFILES, RULES, Rule, check
from regionstyrning.testing.questions import told_finding, touched_by, touched_by_findings
from regionstyrning.testing.touched import note
from regionstyrning.text.escaping import one_line
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel

_BROKEN = Sentence("{title} [{id}] håller inte reglerna den {day}.", "")
_LOOSE = Sentence("{title} [{id}] hänger inte ihop den {day}.", "")


def assert_keeps(
    model: SteeringModel,
    *,
    rules: str | Iterable[str | Rule] = "bas",
    on: date | None = None,
    severity: Severity = Severity.WARNING,
) -> None:
    """
    Assert that a model keeps rules on a day.

    Args:
        model: Any model.
        rules: A profile's name, a rule's id, or several ids or rules.
        on: The day; the model's own if left out.
        severity: The least grave finding that fails.

    Raises:
        AssertionError: if something is found; it lists the findings with file, line and what would mend them.
        UnknownId: if there is no such rule or profile.

    >>> assert_keeps(model, rules="linkage.has-an-owner")
    """
    __tracebackhide__ = True
    asked = check(model, on=on, rules=_rules(rules))
    found = [finding for finding in asked if finding.severity.rank <= severity.rank]
    note(model, touched_by_findings(found))
    if found:
        headline = _BROKEN.say(title=model.title, id=model.id, day=on or model.as_of)
        raise AssertionError(_lines([headline, *map(told_finding, found)]))


def _rules(rules: str | Iterable[str | Rule]) -> str | list[Rule]:
    if isinstance(rules, str) and rules in PROFILES:
        return rules
    known = {rule.id: rule for rule in RULES}
    asked = [rules] if isinstance(rules, str) else list(rules)
    for each in asked:
        if isinstance(each, str) and each not in known:
            kind = "rule or profile" if isinstance(rules, str) else "rule"
            raise UnknownId(kind, each, [*known, *PROFILES])
    return [known[each] if isinstance(each, str) else each for each in asked]


def assert_threaded(model: SteeringModel, goal: str, *, on: date | None = None) -> None:
    """
    Assert that a goal hangs together upwards and downwards, as the region's structure requires.

    Args:
        model: Any model.
        goal: Id of a goal, an indicator or a perspective.
        on: The day; the model's own if left out.

    Raises:
        AssertionError: if a required link is missing or something leaves the thread in doubt; it
            draws the thread, with what is missing.
        UnknownId: if nothing with the id is in force on the day.

    >>> assert_threaded(model, "vantetid-akuten")
    """
    __tracebackhide__ = True
    chain = goal_chain(model, goal, on=on)
    note(model, touched_by(chain.steps))
    if not chain.complete:
        headline = _LOOSE.say(title=title_of(model.at(chain.on), goal), id=goal, day=chain.on)
        told = [*_lines([headline, *(f"- {line}" for line in chain.missing)]).splitlines(), "", chain.text()]
        raise AssertionError("\n".join(told))


def _lines(lines: Iterable[str], width: int = 80) -> str:
    return "\n".join(piece for line in lines for piece in folded(one_line(line), width, "", "  "))
