"""A step of a right from giver to taker, and what steps share to which the law says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from regionstyrning.model.delegation import Delegation
    from regionstyrning.questions.authority.pattern import Pattern

Stated = frozenset[tuple[str, bool]]


class Link(NamedTuple):
    """
    One step of a right, from giver to taker (länk).

    Attributes:
        delegation: The delegation.
        taker: Id of a receiver.
        matter: Id of one of its matters.
        base: The delegation that it hands on, for a giver that is a post.
    """

    delegation: Delegation
    taker: str
    matter: str
    base: Delegation | None = None


class Grouping(NamedTuple):
    """
    What links share to which the law says the same.

    Attributes:
        pattern: How they stand to the law.
        stated: What is stated of their matters, with whether it holds.
    """

    pattern: Pattern
    stated: Stated

    def value_of(self, name: str) -> bool | None:
        """What is stated of a trait, or None."""
        return True if (name, True) in self.stated else False if (name, False) in self.stated else None
