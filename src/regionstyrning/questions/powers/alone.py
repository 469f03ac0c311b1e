"""One scheme by itself, ready to be asked what each holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.errors import InvalidValue
from regionstyrning.questions.authority.chains import authority_of
from regionstyrning.questions.powers.areas import Tree
from regionstyrning.questions.powers.base_amounts import base_years
from regionstyrning.questions.powers.diagrams import Diagrams
from regionstyrning.questions.powers.holdings import Holdings
from regionstyrning.questions.powers.telling import Teller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel


class Alone:
    """
    One scheme over some days (schemat för sig).

    Attributes:
        held: What each holds.
        diagrams: Where the sets of cases are kept.
        tree: The matters.
        teller: What tells a set of cases as powers.
    """

    __slots__ = ("diagrams", "held", "teller", "tree")

    def __init__(self, model: SteeringModel, days: tuple[date, date], policies: Policies) -> None:
        authority = authority_of(model, policies)
        (bases,) = base_years((authority,), *days)
        self.diagrams = Diagrams()
        self.held = Holdings(authority, self.diagrams, days, bases, {})
        self.tree = Tree((model,))
        self.teller = Teller((None, self.held), self.tree)

    @property
    def takers(self) -> tuple[str, ...]:
        """Whoever holds something."""
        return tuple(sorted(self.held.takers))

    def beside(self, sets: Sequence[int]) -> list[int]:
        """For each of some sets what all the others hold together."""
        before, after = [0], [0]
        for one, other in zip(sets[:-1], reversed(sets[1:]), strict=True):
            before.append(self.diagrams.either(before[-1], one))
            after.append(self.diagrams.either(after[-1], other))
        return [self.diagrams.either(*each) for each in zip(before, reversed(after), strict=True)]


def days_asked(model: SteeringModel, on: date | None, until: date | None) -> tuple[date, date]:
    """
    The days that a question is about: the model's own if it names none.

    Raises:
        InvalidValue: if they end before they begin.
    """
    first = model.as_of if on is None else on
    last = first if until is None else until
    if last < first:
        message = f"expected a day from {first} on, found {last}"
        raise InvalidValue("until", message)
    return first, last
