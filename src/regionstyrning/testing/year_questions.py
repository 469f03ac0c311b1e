"""The questions about the statutory year and the calendar, as cases ask them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from regionstyrning.law import law_for
from regionstyrning.law.deadlines import (
    INTERIM_PERIOD,
    StatutoryDuty,
    budget_time,
    interim_period_is_lawful,
    statutory_day,
)
from regionstyrning.model.dates import Part
from regionstyrning.questions.calendar import StepKind, budget_work, calendar
from regionstyrning.testing.authority_questions import policies_of
from regionstyrning.testing.kinds import (
    ANSWER,
    DAY,
    DEPENDS,
    LAW,
    ROWS,
    TABLE,
    TEXT,
    TEXTS,
    TRUTH,
    WHOLE,
    Reasons,
    in_order,
    same,
)
from regionstyrning.testing.replies import Question, Reply
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.calendar import BudgetWork, Calendar, DatedStep

_LAST = Sentence("Sista dagen är {day} ({law}).", "The last day is {day} ({law}).")
_NO_DAY = Sentence("Lagen sätter ingen dag, eller hålls inte.", "The law sets no day, or is not held.")
_KEPT = {
    True: Sentence("I tid ({law}).", "In time ({law})."),
    False: Sentence("Inte i tid ({law}).", "Not in time ({law})."),
    None: Sentence("Det beror på ({law}).", "It depends ({law})."),
}


def _statutory_day(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """The last day that the law sets for something, and whether what was done on a day kept it."""
    law, done = law_for(model, policies_of(told)), told.get("done")
    duty, period = StatutoryDuty(told["statutory_day"]), _period(told)
    found = statutory_day(law, duty, told["year"], period=period)
    if found is None:
        empty = dict.fromkeys(("last_day", "moved_to", "day_off", "in_time"))
        return Reply(found={**empty, "set": False, "law": Reasons()}, told=lambda lang: [_NO_DAY.say(lang)])
    cited = found.rule.cited
    kept = None if done is None else found.keeps(done)
    return Reply(
        found={
            "set": True,
            "last_day": found.last_day,
            "moved_to": found.moved_to,
            "day_off": found.day_off,
            "in_time": DEPENDS if kept is None else kept,
            "law": Reasons([cited]),
        },
        touched=frozenset([cited]),
        told=lambda lang: [_LAST.say(lang, day=found.last_day, law=cited)],
    )


def _interim_period(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """Whether an interim report of some months is the one that the law asks for."""
    law = law_for(model, policies_of(told))
    kept = interim_period_is_lawful(
        law, told["year"], Part(first_month=told.get("first_month", 1), last_month=told["interim_period"])
    )
    cited = law.rule(INTERIM_PERIOD).cited
    return Reply(
        found={"within": DEPENDS if kept is None else kept, "law": Reasons([cited])},
        touched=frozenset([cited]),
        told=lambda lang: [_KEPT[kept].say(lang, law=cited)],
    )


def _budget_adopted(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """Whether a budget was adopted in time."""
    law = law_for(model, policies_of(told))
    found = budget_time(
        law,
        told["year"],
        told["budget_adopted"],
        tax_rate_set=told.get("tax_rate_set"),
        reasons=told.get("special_reasons"),
    )
    cited = [rule.cited for rule in found.rules]
    return Reply(
        found={"in_time": DEPENDS if found.kept is None else found.kept, "law": Reasons(cited)},
        touched=frozenset(cited),
        told=lambda lang: [_KEPT[found.kept].say(lang, law=", ".join(cited))],
    )


def _calendar(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """The dated steps of a year, of one kind or of all."""
    answer = calendar(model, told["calendar"], policies=policies_of(told))
    steps = [step for step in answer.steps if _is_asked(step, told)]
    return _steps(answer, steps, {})


def _work(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """All that is done with the budget of a year."""
    answer = budget_work(model, told["budget_work"], policies=policies_of(told))
    steps = [step for step in answer.steps if _is_asked(step, told)]
    return _steps(answer, steps, {"path": [link.step.title for link in answer.path]})


def _is_asked(step: DatedStep, told: Mapping[str, Any]) -> bool:
    return "kind" not in told or step.kind is StepKind(told["kind"])


def _steps(answer: Calendar | BudgetWork, steps: list[DatedStep], more: Mapping[str, Any]) -> Reply:
    laws = [step.law for step in steps]
    found = {
        "steps": [["" if step.on is None else str(step.on), step.title] for step in steps],
        "states": [step.state.value for step in steps],
        "complete": answer.complete,
        "law": Reasons(laws),
    }
    return Reply(
        found={**found, **more},
        touched=frozenset(law for law in laws if law is not None),
        told=lambda lang: answer.text(lang).splitlines(),
    )


def _period(told: Mapping[str, Any]) -> Part | None:
    return Part(first_month=1, last_month=told["months"]) if "months" in told else None


_SETTINGS = {"policies": TABLE}
_KINDS = {kind.value: kind for kind in StepKind}

YEAR_QUESTIONS = (
    Question(
        name="statutory_day",
        subject=TEXT,
        arguments={"year": WHOLE, "months": WHOLE, "done": DAY, **_SETTINGS},
        required=("year",),
        expected={
            "set": same(TRUTH),
            "last_day": same(DAY),
            "moved_to": same(DAY),
            "day_off": same(TEXT),
            "in_time": same(ANSWER),
            "law": LAW,
        },
        known={"statutory_day": {duty.value: duty for duty in StatutoryDuty}},
        ask=_statutory_day,
    ),
    Question(
        name="interim_period",
        subject=WHOLE,
        arguments={"year": WHOLE, "first_month": WHOLE, **_SETTINGS},
        required=("year",),
        expected={"within": same(ANSWER), "law": LAW},
        ask=_interim_period,
    ),
    Question(
        name="budget_adopted",
        subject=DAY,
        arguments={"year": WHOLE, "tax_rate_set": DAY, "special_reasons": TRUTH, **_SETTINGS},
        required=("year",),
        expected={"in_time": same(ANSWER), "law": LAW},
        ask=_budget_adopted,
    ),
    Question(
        name="calendar",
        subject=WHOLE,
        arguments={"kind": TEXT, **_SETTINGS},
        expected={"steps": in_order(ROWS), "states": in_order(TEXTS), "complete": same(TRUTH), "law": LAW},
        known={"kind": _KINDS},
        ask=_calendar,
    ),
    Question(
        name="budget_work",
        subject=WHOLE,
        arguments={"kind": TEXT, **_SETTINGS},
        expected={
            "steps": in_order(ROWS),
            "states": in_order(TEXTS),
            "path": in_order(TEXTS),
            "complete": same(TRUTH),
            "law": LAW,
        },
        known={"kind": _KINDS},
        ask=_work,
    ),
)
"""One row a question."""
