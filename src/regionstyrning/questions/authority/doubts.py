"""What is not known of a case, and what of a right hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from regionstyrning.model.records import as_tuple
from regionstyrning.questions.answers import Step
from regionstyrning.questions.authority.lawful import NOT_HELD
from regionstyrning.questions.authority.obstacles import obstacles
from regionstyrning.questions.authority.reasons import reason_text, rule_text
from regionstyrning.questions.authority.wording import (
    EITHER,
    both,
    cited,
    condition_text,
    fact_text,
    facts_text,
    opened,
)
from regionstyrning.text.sentences import LANGUAGES, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.questions.authority.case import Case
    from regionstyrning.questions.authority.obstacle import Obstacle
    from regionstyrning.questions.authority.rights import Right

_ONLY_THEN = Sentence("ersättaren träder in bara då", "a deputy steps in only if so")
_DOUBT = Sentence("{facts}: {what}.", "{facts}: {what}.")


@frozen(kw_only=True)
class Doubt(Step):
    """
    What is not known, and what hangs on it (öppen fråga).

    Attributes:
        facts: Names of the facts.
    """

    facts: tuple[str, ...] = field(default=(), converter=as_tuple)

    def to_records(self) -> list[dict[str, Any]]:
        """One row: as of `Step`, with facts."""
        return [{**row, "facts": list(self.facts)} for row in super().to_records()]


def doubts_of(right: Right, case: Case) -> Iterator[Doubt]:
    """What is not known, and what of a right hangs on it that nothing firm stands in the way of."""
    for obstacle in obstacles(right, case):
        yield Doubt(
            record=obstacle.delegation or case.matter,
            law=cited(obstacle.rule),
            sentence=EITHER,
            words=both({lang: _doubt(obstacle, right, case, lang) for lang in LANGUAGES}),
            facts=sorted(obstacle.facts),
        )


def _doubt(obstacle: Obstacle, right: Right, case: Case, lang: str) -> str:
    need = obstacle.need
    if need is None or fact_text(case.authority, need.fact) is not None:
        clause = facts_text(case.authority, obstacle.facts, lang, either=obstacle.reason == "deputy")
        whole = NOT_HELD in obstacle.facts or (need is not None and not need.bounded)
    else:
        clause = condition_text(need.fact, need.text, lang)
        whole = bool(need.text) or not need.bounded
    if whole:
        return opened(f"{clause}.")
    then = _ONLY_THEN.say(lang) if "when" in obstacle.words else ""
    said = then or rule_text(obstacle) or reason_text(obstacle, right, case, lang)
    return opened(_DOUBT.say(lang, facts=clause, what=said))
