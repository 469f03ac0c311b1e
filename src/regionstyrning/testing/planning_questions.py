"""The questions about elections and mandate periods, as cases ask them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from regionstyrning.law import election_day, law_for, mandate_period
from regionstyrning.law.mandates import ELECTION
from regionstyrning.model.organisation import OrganKind
from regionstyrning.questions.mandates import deciding_assembly
from regionstyrning.testing.authority_questions import policies_of
from regionstyrning.testing.kinds import DAY, LAW, TABLE, TEXT, TRUTH, WHOLE, Reasons, same
from regionstyrning.testing.replies import Question, Reply, touched_by
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel

_HELD = Sentence("Val hålls den {day} ({law}).", "There is an election on {day} ({law}).")
_NONE = Sentence("Inget val hålls {year}, eller lagen hålls inte.", "No election in {year}, or the law is not held.")
_SITS = Sentence("Mandatperioden är {first}–{last} ({law}).", "The mandate period is {first}–{last} ({law}).")
_OPEN = Sentence("Lagen sätter ingen mandatperiod.", "The law sets no mandate period.")


def _election(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """When the election of a year is held."""
    law, year = law_for(model, policies_of(told)), told["election"]
    day, cited = election_day(law, year), law.rule(ELECTION).cited
    if day is None:
        empty = {"held": False, "day": None, "law": Reasons()}
        return Reply(found=empty, told=lambda lang: [_NONE.say(lang, year=year)])
    return Reply(
        found={"held": True, "day": day, "law": Reasons([cited])},
        touched=frozenset([cited]),
        told=lambda lang: [_HELD.say(lang, day=day, law=cited)],
    )


def _mandate_period(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """For which days the body that sits on a day is elected."""
    law, body = law_for(model, policies_of(told)), OrganKind(told["mandate_period"])
    period = mandate_period(law, body, on=told.get("on", model.as_of))
    if period is None:
        empty = dict.fromkeys(("elected", "first", "last"))
        return Reply(found={**empty, "set": False, "law": Reasons()}, told=lambda lang: [_OPEN.say(lang)])
    days, cited = period.days, period.rule.cited
    return Reply(
        found={
            "set": True,
            "elected": period.election_year,
            "first": days.first,
            "last": days.last,
            "law": Reasons([cited]),
        },
        touched=frozenset([cited]),
        told=lambda lang: [_SITS.say(lang, first=days.first, last=days.last, law=cited)],
    )


def _deciding_assembly(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """Which assembly decides on a day, and whether it may adopt the next budget."""
    answer = deciding_assembly(model, on=told.get("on"), policies=policies_of(told))
    return Reply(
        found={
            "elected": None if answer.period is None else answer.period.election_year,
            "may_adopt_next_budget": answer.may_adopt_next_budget,
            "complete": answer.complete,
            "law": Reasons([step.law for step in answer.steps]),
        },
        answer=answer,
        steps=answer.steps,
        touched=touched_by(answer.steps),
        told=lambda lang: answer.text(lang).splitlines(),
    )


_SETTINGS = {"policies": TABLE}

PLANNING_QUESTIONS = (
    Question(
        name="election",
        subject=WHOLE,
        arguments=_SETTINGS,
        expected={"held": same(TRUTH), "day": same(DAY), "law": LAW},
        ask=_election,
    ),
    Question(
        name="mandate_period",
        subject=TEXT,
        arguments=_SETTINGS,
        expected={"set": same(TRUTH), "elected": same(WHOLE), "first": same(DAY), "last": same(DAY), "law": LAW},
        known={"mandate_period": {kind.value: kind for kind in OrganKind}},
        ask=_mandate_period,
    ),
    Question(
        name="deciding_assembly",
        subject=TRUTH,
        arguments=_SETTINGS,
        expected={
            "elected": same(WHOLE),
            "may_adopt_next_budget": same(TRUTH),
            "complete": same(TRUTH),
            "law": LAW,
        },
        ask=_deciding_assembly,
    ),
)
"""One row a question."""
