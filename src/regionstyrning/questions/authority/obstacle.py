"""Something in the way of a right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regionstyrning.law import LawRule
    from regionstyrning.questions.authority.needs import Need
    from regionstyrning.questions.authority.rights import Right


class Obstacle:
    """
    Something in the way of a right (hinder).

    Attributes:
        reason: In short, such as ``amount``, ``day``, ``trait``.
        facts: Unknown facts that it hangs on; none for a firm one.
        delegation: The delegation that it lies in, if one.
        rule: The provision that it rests on, if one.
        need: What a fact should have been, if that is it.
        words: What its sentence needs.
    """

    __slots__ = ("delegation", "facts", "need", "reason", "rule", "words")

    def __init__(
        self,
        reason: str,
        delegation: str | None = None,
        facts: frozenset[str] = frozenset(),
        rule: LawRule | None = None,
        need: Need | None = None,
        **words: str,
    ) -> None:
        self.reason, self.delegation, self.facts = reason, delegation, facts
        self.rule, self.need, self.words = rule, need, words


def given_by(right: Right) -> str | None:
    """Id of the delegation that gives a right; None for what an organ owns."""
    return None if right.delegation is None else right.delegation.id
