"""The questions that are about the law alone, as cases ask them: who may take part, and the time for appeal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from regionstyrning.law import law_for
from regionstyrning.law.appeals import BOARD, Posted, administrative_appeal_time, appeal_time, may_appeal
from regionstyrning.law.disqualification import may_take_part
from regionstyrning.model.organisation import OrganKind
from regionstyrning.testing.authority_questions import policies_of
from regionstyrning.testing.kinds import (
    ANSWER,
    BECAUSE,
    DAY,
    DEPENDS,
    FACTS,
    LAW,
    TABLE,
    TEXT,
    TEXTS,
    TRUTH,
    Kind,
    Reasons,
    same,
)
from regionstyrning.testing.replies import Question, Reply, stands_in_the_way
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.law import Law
    from regionstyrning.law.appeals import AppealTime
    from regionstyrning.law.lawfulness import Lawful
    from regionstyrning.model.steering_model import SteeringModel

_POSTED = {"first": date, "taken_down": date, "board": str}


def _announcements(value: Any) -> bool:  # noqa: ANN401 - whatever the file holds
    return type(value) is list and all(
        type(each) is dict
        and "first" in each
        and all(type(inside) is _POSTED.get(name) for name, inside in each.items())
        for each in value
    )


_ANNOUNCEMENTS = Kind(
    Sentence(
        "en lista med tabeller, var och en med dagen first och om så är taken_down och board",
        "a list of tables, each with the day first and, where there are such, taken_down and board",
    ),
    _announcements,
)
_FACTS = {"facts": FACTS, "closed": TRUTH, "policies": TABLE}
_LAWFUL = {"allowed": same(ANSWER), "depends_on": same(TEXTS), "because": BECAUSE, "law": LAW, "complete": same(TRUTH)}
_TIME = {"starts": same(DAY), "last_day": same(DAY), "runs_out": same(TRUTH), "in_time": same(TRUTH), "law": LAW}


def _law(model: SteeringModel, told: Mapping[str, Any]) -> Law:
    return law_for(model, policies_of(told))


def _may_take_part(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """Whether someone is jävig."""
    organ = OrganKind(told["may_take_part"])
    return _lawful(may_take_part(_law(model, told), organ, on=told.get("on", model.as_of), **_facts(told)))


def _may_appeal(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """Whether a decision can be appealed by laglighetsprövning."""
    return _lawful(may_appeal(_law(model, told), on=told.get("on", model.as_of), **_facts(told)))


def _facts(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: told[name] for name in ("facts", "closed") if name in told}


def _lawful(answer: Lawful) -> Reply:
    cited = [rule.cited for bar in answer.bars for rule in (bar.rule, *bar.lifted_by)]
    ids = [rule.id for bar in answer.bars for rule in (bar.rule, *bar.lifted_by)]
    standing = [stands_in_the_way(bar.rule.cited) for bar in answer.bars if bar.stands]
    return Reply(
        found={
            "allowed": DEPENDS if answer.allowed is None else answer.allowed,
            "depends_on": list(answer.depends_on),
            "because": Reasons([*ids, *cited, *answer.rests_on], [answer.text()]),
            "law": Reasons(cited),
            "complete": answer.complete,
        },
        touched=frozenset([*cited, *standing]),
        told=lambda lang: [answer.text(lang)],
    )


def _appeal_time(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """When the time for laglighetsprövning ends."""
    posted = [Posted(**each) for each in told["appeal_time"]]
    return _time(appeal_time(_law(model, told), posted, boards=told.get("boards", [BOARD])), told)


def _administrative(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """When the time for förvaltningsbesvär ends."""
    return _time(administrative_appeal_time(_law(model, told), received=told["administrative_appeal_time"]), told)


def _time(answer: AppealTime, told: Mapping[str, Any]) -> Reply:
    cited = [rule.cited for rule in answer.laws]
    arrived = told.get("arrived")
    return Reply(
        found={
            "starts": answer.starts,
            "last_day": answer.last_day,
            "runs_out": answer.runs_out,
            "in_time": None if arrived is None else answer.in_time(arrived),
            "law": Reasons(cited),
        },
        touched=frozenset(cited),
        told=lambda lang: [answer.text(lang)],
    )


LAW_QUESTIONS = (
    Question(
        name="may_take_part",
        subject=TEXT,
        arguments=_FACTS,
        expected=_LAWFUL,
        known={"may_take_part": {kind.value: kind for kind in OrganKind}},
        ask=_may_take_part,
    ),
    Question(name="may_appeal", subject=TRUTH, arguments=_FACTS, expected=_LAWFUL, ask=_may_appeal),
    Question(
        name="appeal_time",
        subject=_ANNOUNCEMENTS,
        arguments={"boards": TEXTS, "arrived": DAY, "policies": TABLE},
        expected=_TIME,
        ask=_appeal_time,
    ),
    Question(
        name="administrative_appeal_time",
        subject=DAY,
        arguments={"arrived": DAY, "policies": TABLE},
        expected=_TIME,
        ask=_administrative,
    ),
)
"""One row a question."""
