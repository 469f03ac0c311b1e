"""The questions about who may decide, as cases ask them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from regionstyrning.files.faults.wording import any_of, joined
from regionstyrning.law import STANDARD, Policies
from regionstyrning.questions import may_decide, powers_of, who_may_decide
from regionstyrning.questions.authority.refusals import Refusal
from regionstyrning.questions.authority.steps import Mandate
from regionstyrning.testing.kinds import (
    ANSWER,
    BECAUSE,
    DEPENDS,
    FACTS,
    LAW,
    ROWS,
    TABLE,
    TEXT,
    TEXTS,
    TRUTH,
    WHOLE,
    Kind,
    Reasons,
    in_order,
    same,
)
from regionstyrning.testing.replies import Question, Reply, barring, touched_by
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions import MayDecide
    from regionstyrning.questions.answers import Answer, Step
    from regionstyrning.questions.authority.duties import Duty

_CASE: Mapping[str, Kind] = {
    "facts": FACTS,
    "closed": TRUTH,
    "urgent": TRUTH,
    "disqualified": TEXTS,
    "policies": TABLE,
}
_CASE_AND_AMOUNT = {"amount_sek": WHOLE, **_CASE}


def policies_of(told: Mapping[str, Any]) -> Policies:
    """The choices that a case names; those of the law sheet for all others."""
    changes = {}
    for name, value in told.get("policies", {}).items():
        standard = getattr(STANDARD, name)
        changes[name] = value if isinstance(standard, bool) else type(standard)(value)
    return attrs.evolve(STANDARD, **changes)


def fits_policy(name: str, value: Any) -> bool:  # noqa: ANN401 - whatever the file holds
    """Whether a setting may have a value, as a case file writes it."""
    standard = getattr(STANDARD, name)
    if isinstance(standard, bool):
        return type(value) is bool
    return value in {each.value for each in type(standard)}


def policy_words(name: str) -> Sentence:
    """What a setting may be, in words."""
    standard = getattr(STANDARD, name)
    if isinstance(standard, bool):
        return TRUTH.words
    values = any_of(each.value for each in type(standard))
    return joined(Sentence("något av ", "one of "), values)


def _asked(told: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a question about a case."""
    given = {name: told[name] for name in ("on", *_CASE_AND_AMOUNT) if name in told}
    return {**given, "policies": policies_of(told)}


def _may_decide(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """Whether someone may decide a case."""
    answer = may_decide(model, told["may_decide"], told["matter"], **_asked(told))
    steps, refused, duties = answer.steps, answer.refused, answer.duties
    found = {
        "allowed": DEPENDS if answer.allowed is None else answer.allowed,
        "depends_on": list(answer.depends_on),
        "chain": [step.record for step in steps if isinstance(step, Mandate)],
        "because": reasons_of(answer),
        "duties": [[duty.kind, *duty.to] for duty in duties],
        "called_up_by": list(answer.called_up_by),
        "law": _laws(steps, refused, duties),
        "complete": answer.complete,
    }
    return _reply(answer, found, steps, refused, duties)


def reasons_of(answer: MayDecide) -> Reasons:
    """Why: the steps of a yes, the refusals of a no, and both where it depends."""
    steps: tuple[Step | Duty, ...] = () if answer.allowed is False else (*answer.steps, *answer.duties)
    refused = () if answer.allowed else answer.refused
    return _reasons(steps, refused)


def touched_of(answer: MayDecide) -> frozenset[str]:
    """The records and paragraphs that an answer rests on."""
    return _touched(answer.steps, answer.refused, answer.duties)


def _reasons(steps: Iterable[Step | Duty], refused: Iterable[Refusal]) -> Reasons:
    words: list[str | None] = [each for step in steps for each in (getattr(step, "record", None), step.law)]
    words += [each for refusal in refused for each in (*refusal.reasons, refusal.delegation, refusal.law)]
    return Reasons(words, [each.text() for each in (*steps, *refused)])


def _laws(steps: Iterable[Step], refused: Iterable[Step], duties: Iterable[Duty] = ()) -> Reasons:
    """What is cited; a refusal with several reasons cites the others in its sentence."""
    laws = [step.law for step in (*steps, *refused)]
    return Reasons([*laws, *(duty.law for duty in duties)], [each.text() for each in refused])


def _touched(steps: Iterable[Step], refused: Iterable[Step], duties: Iterable[Duty] = ()) -> frozenset[str]:
    laws = frozenset(duty.law for duty in duties if duty.law is not None)
    return touched_by(steps) | touched_by(refused) | barring(refused) | laws


def _reply(
    answer: Answer,
    found: Mapping[str, Any],
    steps: tuple[Step, ...],
    refused: tuple[Step, ...],
    duties: tuple[Duty, ...] = (),
) -> Reply:
    return Reply(
        found=found,
        answer=answer,
        steps=steps,
        refused=refused,
        touched=_touched(steps, refused, duties),
        told=lambda lang: answer.text(lang).splitlines(),
    )


def _who_may_decide(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """Everyone who may decide a case."""
    answer = who_may_decide(model, told["who_may_decide"], **_asked(told))
    steps, refused = answer.steps, answer.refused
    found = {
        "deciders": [decider.id for decider in answer.deciders if decider.allowed],
        "depending": [decider.id for decider in answer.deciders if decider.allowed is None],
        "because": _reasons(steps, refused),
        "law": _laws(steps, refused),
        "complete": answer.complete,
    }
    return _reply(answer, found, steps, refused)


def _powers_of(model: SteeringModel, told: Mapping[str, Any]) -> Reply:
    """What someone may decide."""
    answer = powers_of(model, told["powers_of"], **_asked(told))
    steps, refused = answer.steps, answer.refused
    found = {
        "powers": [power.matter for power in answer.powers if power.allowed],
        "depending": [power.matter for power in answer.powers if power.allowed is None],
        "because": _reasons(steps, refused),
        "law": _laws(steps, refused),
        "complete": answer.complete,
    }
    return _reply(answer, found, steps, refused)


_WHY = {"because": BECAUSE, "law": LAW, "complete": same(TRUTH)}

AUTHORITY_QUESTIONS = (
    Question(
        name="may_decide",
        subject=TEXT,
        arguments={"matter": TEXT, **_CASE_AND_AMOUNT},
        required=("matter",),
        expected={
            "allowed": same(ANSWER),
            "depends_on": same(TEXTS),
            "chain": in_order(TEXTS),
            "duties": same(ROWS),
            "called_up_by": same(TEXTS),
            **_WHY,
        },
        ask=_may_decide,
    ),
    Question(
        name="who_may_decide",
        subject=TEXT,
        arguments=_CASE_AND_AMOUNT,
        expected={"deciders": same(TEXTS), "depending": same(TEXTS), **_WHY},
        ask=_who_may_decide,
    ),
    Question(
        name="powers_of",
        subject=TEXT,
        arguments=_CASE,
        expected={"powers": same(TEXTS), "depending": same(TEXTS), **_WHY},
        ask=_powers_of,
    ),
)
"""One row a question."""
