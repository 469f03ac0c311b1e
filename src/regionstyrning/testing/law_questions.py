"""The questions that are about the law alone, as cases ask them: what it lets be done, and by which day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from regionstyrning.law import law_for
from regionstyrning.law.appeals import BOARD, Posted, administrative_appeal_time, appeal_time, may_appeal
from regionstyrning.law.disqualification import may_take_part
from regionstyrning.law.lawfulness import lawful
from regionstyrning.law.minutes import announce_by, approve_by
from regionstyrning.model.organisation import OrganKind
from regionstyrning.model.statutes import Act
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
    from regionstyrning.law.minutes import Deadline
    from regionstyrning.model.steering_model import SteeringModel

_ASKED_OF_A_MODEL = {Act.DELEGATE, Act.PASS_ON, Act.DECIDE}
"""What hangs on who stands in which tie to whom: `may_decide` answers that."""

_DEADLINE = Sentence("Sista dag är {last} ({law}).", "The last day is {last} ({law}).")
_NO_DEADLINE = Sentence("Lagen för {start} hålls inte.", "The law of {start} is not held.")

_POSTED = {"first": date, "taken_down": date, "board": str}


def _announcements(value: Any) -> bool:  # noqa: ANN401 - whatever the file holds
    return type(value) is list and all(
        type(each) is dict
        and "first" in each
        and all(type(inside) is _POSTED.get(name) for name, inside in each.items())
        for each in value
    )


ANNOUNCEMENTS = Kind(
    Sentence(
        "en lista med tabeller, var och en med dagen first och om så är taken_down och board",
        "a list of tables, each with the day first and, where there are such, taken_down and board",
    ),
    _announcements,
)
_FACTS = {"facts": FACTS, "closed": TRUTH, "policies": TABLE}
_LAWFUL = {"allowed": same(ANSWER), "depends_on": same(TEXTS), "because": BECAUSE, "law": LAW, "complete": same(TRUTH)}
BY = {
    "last_day": same(DAY),
    "counted_to": same(DAY),
    "moved_to": same(DAY),
    "in_time": same(TRUTH),
    "law": LAW,
}
_TIME = {"starts": same(DAY), "last_day": same(DAY), "runs_out": same(TRUTH), "in_time": same(TRUTH), "law": LAW}


def law_of(model: SteeringModel, told: Mapping[str, Any]) -> Law:
    """The law that a case is answered by, with its settings."""
    return law_for(model, policies_of(told))


def _is_lawful(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """Whether the law lets an act be done."""
    organs: dict[str, Any] = {name: OrganKind(told[name]) for name in ("by", "organ") if name in told}
    on = told.get("on", model.as_of)
    return _lawful(lawful(law_of(model, told), Act(told["lawful"]), on=on, **organs, **_facts(told)))


def _may_take_part(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """Whether someone is jävig."""
    organ = OrganKind(told["may_take_part"])
    return _lawful(may_take_part(law_of(model, told), organ, on=told.get("on", model.as_of), **_facts(told)))


def _may_appeal(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """Whether a decision can be appealed by laglighetsprövning."""
    return _lawful(may_appeal(law_of(model, told), on=told.get("on", model.as_of), **_facts(told)))


def _facts(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: told[name] for name in ("facts", "closed") if name in told}


def _lawful(answer: Lawful) -> Reply:
    """A provision that might have stood in the way is told of as law where nothing does."""
    rules = [rule for bar in answer.bars for rule in (bar.rule, *bar.lifted_by)]
    if not any(bar.stands for bar in answer.bars):
        rules += [permit.rule for permit in answer.permits]
    cited = [rule.cited for rule in rules]
    about = [rule.cited for rule in (*answer.settled_by, *(answer.tried if answer.allowed else ()))]
    standing = [stands_in_the_way(bar.rule.cited) for bar in answer.bars if bar.stands]
    return Reply(
        found={
            "allowed": DEPENDS if answer.allowed is None else answer.allowed,
            "depends_on": list(answer.depends_on),
            "because": Reasons([*(rule.id for rule in rules), *cited, *answer.rests_on], [answer.text()]),
            "law": Reasons([*cited, *about]),
            "complete": answer.complete,
        },
        touched=frozenset([*cited, *standing]),
        told=lambda lang: [answer.text(lang)],
    )


def _appeal_time(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """When the time for laglighetsprövning ends."""
    posted = [Posted(**each) for each in told["appeal_time"]]
    return _time(appeal_time(law_of(model, told), posted, boards=told.get("boards", [BOARD])), told)


def _administrative(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """When the time for förvaltningsbesvär ends."""
    return _time(administrative_appeal_time(law_of(model, told), received=told["administrative_appeal_time"]), told)


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


def _approve_by(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """When the minutes of a meeting must be approved."""
    return deadline_reply(approve_by(law_of(model, told), told["approve_by"]), told["approve_by"], told)


def _announce_by(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """When the approval of minutes must be announced."""
    return deadline_reply(announce_by(law_of(model, told), told["announce_by"]), told["announce_by"], told)


def deadline_reply(answer: Deadline | None, start: date, told: Mapping[str, Any]) -> Reply:
    """A last day for the region's own doings, and whether what was done on a day kept it."""
    if answer is None:
        empty = dict.fromkeys(("last_day", "counted_to", "moved_to", "in_time"))
        return Reply(found={**empty, "law": Reasons()}, told=lambda lang: [_NO_DEADLINE.say(lang, start=start)])
    done, cited = told.get("done"), answer.rule.cited
    return Reply(
        found={
            "last_day": answer.last_day,
            "counted_to": answer.counted_to,
            "moved_to": answer.moved_to,
            "in_time": None if done is None else done <= answer.last_day,
            "law": Reasons([cited]),
        },
        touched=frozenset([cited]),
        told=lambda lang: [_DEADLINE.say(lang, last=answer.last_day, law=cited)],
    )


_ORGANS = {kind.value: kind for kind in OrganKind}

LAW_QUESTIONS = (
    Question(
        name="lawful",
        subject=TEXT,
        arguments={"by": TEXT, "organ": TEXT, **_FACTS},
        expected=_LAWFUL,
        known={
            "lawful": {act.value: act for act in Act if act not in _ASKED_OF_A_MODEL},
            "by": _ORGANS,
            "organ": _ORGANS,
        },
        ask=_is_lawful,
    ),
    Question(
        name="may_take_part",
        subject=TEXT,
        arguments=_FACTS,
        expected=_LAWFUL,
        known={"may_take_part": _ORGANS},
        ask=_may_take_part,
    ),
    Question(name="may_appeal", subject=TRUTH, arguments=_FACTS, expected=_LAWFUL, ask=_may_appeal),
    Question(
        name="appeal_time",
        subject=ANNOUNCEMENTS,
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
    Question(
        name="approve_by",
        subject=DAY,
        arguments={"done": DAY, "policies": TABLE},
        expected=BY,
        ask=_approve_by,
    ),
    Question(
        name="announce_by",
        subject=DAY,
        arguments={"done": DAY, "policies": TABLE},
        expected=BY,
        ask=_announce_by,
    ),
)
"""One row a question."""
