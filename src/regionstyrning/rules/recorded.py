"""Criticism that someone has recorded of the same thing as a rule asks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from regionstyrning.questions.threads import title_of
from regionstyrning.rules.rule import Held, Hit
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.judgements import Judgement

RECORDED = Sentence(
    "{who} ({when}): {said}. Vilar på den registrerade kritiken.",
    "{who} ({when}): {said}. Rests on the recorded criticism.",
)


def criticised(held: Held, rule: str) -> Iterator[Hit]:
    """
    What someone has said of the same as a rule asks.

    Criticism that was said before the structure in force began is not told again: it was about
    another way to steer. The reading is ours.

    Args:
        held: What is looked at.
        rule: Id of the rule.
    """
    structure = held.threads.structure
    validity = None if structure is None else structure.validity
    begins = (None if validity is None else validity.first) or date.min
    for judgement in held.model.judgements:
        if rule in judgement.rules and (judgement.on or date.max) >= begins:
            words = {
                "who": _who(held, judgement),
                "when": str(judgement.year or judgement.on or "utan år"),
                "said": judgement.words.rstrip("."),
            }
            yield Hit((judgement.id, *judgement.about), words, _place(held, judgement), RECORDED)


def _who(held: Held, judgement: Judgement) -> str:
    if judgement.by is not None:
        return title_of(held.model, judgement.by)
    return judgement.by_text or judgement.capacity.value


def _place(held: Held, judgement: Judgement) -> str | None:
    source = next(iter(judgement.sources), None)
    if source is None:
        return None
    return ", ".join(filter(None, (title_of(held.model, source.publication), source.place)))
