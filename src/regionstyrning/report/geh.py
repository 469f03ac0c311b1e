"""What a region means by god ekonomisk hushållning, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.report.words import counted_geh, join_words
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model.structure import Structure
    from regionstyrning.text.sentences import Language

_RULE = Sentence("Regionens egen regel: {rule}", "The region's own rule: {rule}")
_NO_RULE = Sentence(
    "Regionen anger ingen regel för hur helheten bedöms.", "The region states no rule for judging the whole."
)
_JOINED = Sentence("Så vägs helheten samman: {rule}.", "How the whole is joined: {rule}.")
_COUNTED = Sentence("Räknas: {what}.", "Counts: {what}.")


def geh_words(structure: Structure, lang: Language = "sv") -> Iterator[str]:
    """The region's own rule, which goals count, and how the whole is joined, a sentence for each."""
    rule = structure.geh
    counted = counted_geh(structure, lang)
    if rule is not None and rule.text:
        yield _RULE.say(lang, rule=rule.text)
    if counted:
        yield _COUNTED.say(lang, what=listed(counted, lang))
    if rule is not None:
        joined = join_words(rule.join)
        yield _JOINED.say(lang, rule=joined.rstrip(".")) if joined else _NO_RULE.say(lang)
