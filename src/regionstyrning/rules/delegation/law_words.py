"""What the law says of a link, in the words of a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.law.standing import standing
from regionstyrning.model.statutes import Effect
from regionstyrning.questions.authority.lawful import lifted_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.law import Law, LawRule
    from regionstyrning.questions.authority.law_view import LawView
    from regionstyrning.rules.delegation.link import Grouping


def cited(law: Law, id: str, otherwise: str) -> str:
    """
    A provision as it is cited, with what it says.

    Args:
        law: The law.
        id: Id of the provision in it.
        otherwise: What is said if the law that is held has no such provision.
    """
    rule = law.rules.get(id)
    return otherwise if rule is None else in_words(rule)


def in_words(rule: LawRule) -> str:
    """A provision as it is cited, with what it says."""
    return f"{rule.cited}: {rule.provision.title}"


def is_permitted(law: LawView, group: Grouping) -> bool:
    """Whether some provision of the day lets such links be, for certain or depending on the case."""
    return next(_usable(law, group), None) is not None


def _usable(law: LawView, group: Grouping) -> Iterator[LawRule]:
    permits = law.permits(group.pattern)
    return (rule for rule in permits if standing(rule.provision, group.value_of)[0] is not False)


def bars(law: LawView, group: Grouping) -> Iterator[LawRule]:
    """The provisions of the day that forbid such links, by what is stated of the matter."""
    lifted = lifted_by(_usable(law, group))
    for rule in law.bars(group.pattern):
        stated = bool(rule.provision.traits or rule.provision.conditions) and rule.provision.effect is Effect.PROHIBITS
        if stated and rule.id not in lifted and standing(rule.provision, group.value_of)[0] is True:
            yield rule
