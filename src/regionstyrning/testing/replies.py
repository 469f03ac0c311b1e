"""What a case file's questions give: what was found, why, and what the answer touched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.answers import Answer, Step
    from regionstyrning.testing.kinds import Expectation, Kind
    from regionstyrning.text.sentences import Language


def _nothing(_: Language) -> list[str]:
    return []


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
    told: Callable[[Language], list[str]] = field(default=_nothing, repr=False, eq=False)


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
