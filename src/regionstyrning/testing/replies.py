"""What a case file's questions give: what was found, why, and what the answer touched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.answers import Answer, Step
    from regionstyrning.testing.kinds import Expectation, Kind
    from regionstyrning.text.sentences import Language


_IN_BRACKETS = re.compile(r"\(([^()]*§[^()]*)\)")


def touched_by(steps: Iterable[Step]) -> frozenset[str]:
    """The records and paragraphs that steps name."""
    names = chain.from_iterable((step.record, step.law) for step in steps)
    return frozenset(name for name in names if name is not None)


def barring(refused: Iterable[Step]) -> frozenset[str]:
    """The paragraphs that stand in the way, as `stands_in_the_way` names them."""
    laws = chain.from_iterable((step.law, *_IN_BRACKETS.findall(step.text())) for step in refused)
    return frozenset(stands_in_the_way(law) for law in laws if law is not None)


def stands_in_the_way(law: str) -> str:
    """
    How it is told that a prohibition was met, and not only looked at.

    >>> stands_in_the_way("KL 6 kap. 38 §")
    'hinder: KL 6 kap. 38 §'
    """
    return f"hinder: {law}"


@frozen(kw_only=True)
class Reply:
    """
    An answer as a case reads it (svar på ett fall).

    Attributes:
        found: What a case may expect, by key, as a case file would write it.
        answer: The answer itself, where the question gives one.
        steps: What was looked at.
        refused: What was considered and turned down.
        touched: Ids of records, and paragraphs, that the answer rests on.
        told: What is told of it when it was not the expected one, line by line.
    """

    found: Mapping[str, Any]
    answer: Answer | None = None
    steps: tuple[Step, ...] = ()
    refused: tuple[Step, ...] = ()
    touched: frozenset[str] = frozenset()
    told: Callable[[Language], list[str]] = field(repr=False, eq=False)


@frozen(kw_only=True)
class Question:
    """
    A question that a case may ask (fråga).

    Attributes:
        name: Its name, which is also the key for what is first asked about.
        subject: What that key may hold.
        arguments: What else may be asked, by key.
        required: The arguments that must be there.
        expected: What may be expected of the answer, by key.
        known: By key the values that it may have, where those are few and known.
        ask: Asks it of a model, with all that a case tells.
    """

    name: str
    subject: Kind
    arguments: Mapping[str, Kind] = field(factory=dict)
    required: tuple[str, ...] = ()
    expected: Mapping[str, Expectation]
    known: Mapping[str, Mapping[str, Any]] = field(factory=dict)
    ask: Callable[[SteeringModel, Mapping[str, Any]], Reply]

    @property
    def keys(self) -> dict[str, Kind]:
        """What each key of a case with this question may hold."""
        expected = {name: each.kind for name, each in self.expected.items()}
        return {self.name: self.subject, **self.arguments, **expected}
