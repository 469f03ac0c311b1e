"""
Assertions for tests in Python.

Each says in Swedish why it does not hold: the steps and refusals of the answer, or the findings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from attrs import asdict, frozen

from regionstyrning.law import STANDARD, Policies
from regionstyrning.model.findings import Severity
from regionstyrning.questions import goal_chain, may_decide
from regionstyrning.questions.threads import title_of
from regionstyrning.rules import Rule, check
from regionstyrning.testing.authority_questions import reasons_of, touched_of
from regionstyrning.testing.kinds import among, several
from regionstyrning.testing.questions import told_finding, touched_by_findings
from regionstyrning.testing.replies import touched_by
from regionstyrning.testing.touched import note
from regionstyrning.text.escaping import one_line
from regionstyrning.text.sentences import Sentence, listed
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.authority.case import Facts

_BROKEN = Sentence("{title} [{id}] håller inte reglerna den {day}.", "")
_LOOSE = Sentence("{title} [{id}] hänger inte ihop den {day}.", "")


_ANSWERS = {True: "ja", False: "nej", None: "det beror på"}
_OTHERWISE = Sentence("Väntade {expected}, men svaret är {found}.", "")
_ELSEWISE = Sentence("Väntade skälet {expected}, men skälen är {found}.", "")


def assert_may_decide(  # noqa: PLR0913 - what a case is made of
    model: SteeringModel,
    who: str,
    matter: str,
    *,
    because: str | Iterable[str] = (),
    on: date | None = None,
    amount_sek: int | None = None,
    facts: Facts | None = None,
    closed: bool = False,
    urgent: bool = False,
    disqualified: Collection[str] = (),
    policies: Policies = STANDARD,
) -> None:
    """
    Assert that someone may decide a case, whatever is not known of it.

    Args:
        model: Any model.
        who: Id of the organ or post.
        matter: Id of the matter.
        because: What the answer must rest on: the id of a record, a paragraph, or a piece of a
            step's or duty's sentence; several in a list.
        on: The day; the model's own if left out.
        amount_sek: The amount in whole kronor.
        facts: Facts of the case by name, or names of those that hold.
        closed: Whether what is not named does not hold.
        urgent: Whether the case cannot wait.
        disqualified: Ids of the posts that are jäviga.
        policies: Choices where the law leaves open how it is to be read.

    Raises:
        AssertionError: if they may not, or if it depends; it tells the steps and the refusals.
        UnknownId: if no organ, post, matter or fact has the name.

    >>> assert_may_decide(model, "omradeschef", "inkop", amount_sek=900_000, closed=True)
    """
    __tracebackhide__ = True
    case = _Case(on, amount_sek, facts, closed, urgent, disqualified, policies)
    _assert_answer(True, because, model, who, matter, case)


def assert_may_not_decide(  # noqa: PLR0913 - as above
    model: SteeringModel,
    who: str,
    matter: str,
    *,
    because: str | Iterable[str] = (),
    on: date | None = None,
    amount_sek: int | None = None,
    facts: Facts | None = None,
    closed: bool = False,
    urgent: bool = False,
    disqualified: Collection[str] = (),
    policies: Policies = STANDARD,
) -> None:
    """
    Assert that someone may not decide a case, and why not, whatever is not known of it.

    Args:
        model: Any model.
        who: Id of the organ or post.
        matter: Id of the matter.
        because: What must stand in the way: a reason such as ``"amount"`` or ``"pass-on"``, the id
            of a delegation, a paragraph, or a piece of a refusal's sentence; several in a list.
        on: The day; the model's own if left out.
        amount_sek: The amount in whole kronor.
        facts: Facts of the case by name, or names of those that hold.
        closed: Whether what is not named does not hold.
        urgent: Whether the case cannot wait.
        disqualified: Ids of the posts that are jäviga.
        policies: Choices where the law leaves open how it is to be read.

    Raises:
        AssertionError: if they may, if it depends, or if the reasons are others; it tells the
            steps and the refusals.
        UnknownId: if no organ, post, matter or fact has the name.

    >>> assert_may_not_decide(model, "omradeschef", "inkop", amount_sek=20_000_000, because="amount")
    """
    __tracebackhide__ = True
    case = _Case(on, amount_sek, facts, closed, urgent, disqualified, policies)
    _assert_answer(False, because, model, who, matter, case)


@frozen
class _Case:
    """What a case is made of, by the names of the question's arguments."""

    on: date | None
    amount_sek: int | None
    facts: Facts | None
    closed: bool
    urgent: bool
    disqualified: Collection[str]
    policies: Policies


def _assert_answer(  # noqa: PLR0913, PLR0917 - as above
    allowed: bool, because: str | Iterable[str], model: SteeringModel, who: str, matter: str, case: _Case
) -> None:
    __tracebackhide__ = True
    answer = may_decide(model, who, matter, **asdict(case, recurse=False))
    note(model, touched_of(answer))
    if answer.allowed is not allowed:
        said = _OTHERWISE.say(expected=_ANSWERS[allowed], found=_ANSWERS[answer.allowed])
    elif among(because, reasons_of(answer)):
        return
    else:
        words = listed(reasons_of(answer).words)
        said = _ELSEWISE.say(expected=listed(f'"{each}"' for each in several(because)), found=words)
    raise AssertionError("\n".join([*folded(said, 80), "", answer.text()]))


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
    asked = check(model, on=on, rules=rules)
    found = [finding for finding in asked if finding.severity.rank <= severity.rank]
    note(model, touched_by_findings(found))
    if found:
        headline = _BROKEN.say(title=model.title, id=model.id, day=on or model.as_of)
        raise AssertionError(_lines([headline, *map(told_finding, found)]))


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
