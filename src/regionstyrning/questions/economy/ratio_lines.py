"""Key ratios of a year in a few lines: each that can be computed, and the others together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.dates import period_words
from regionstyrning.questions.economy.ratio_value import words_of
from regionstyrning.questions.economy.telling import STAGE
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from regionstyrning.questions.economy.ratio_value import RatioValue
    from regionstyrning.text.sentences import Language

_TOLD = {
    "missing": Sentence(
        "Går inte att räkna ut {year} ({stage}), för att tal saknas: {titles}.",
        "Cannot be computed for {year} ({stage}), since figures are not known: {titles}.",
    ),
    "names": Sentence("Tal som saknas: {names}.", "Figures that are not known: {names}."),
    "no-formula": Sentence("Utan angiven formel: {titles}.", "With no stated formula: {titles}."),
}


def ratio_lines(ratios: Sequence[RatioValue], lang: Language) -> Iterator[str]:
    """
    Each ratio that can be computed in a sentence, then those that lack figures or a formula in one list each.

    Args:
        ratios: The ratios of one year and stage.
        lang: Swedish or English.
    """
    together = {why: [each for each in ratios if each.why == why] for why in ("missing", "no-formula")}
    for each in ratios:
        if each.why not in together:
            yield each.text(lang)
    for why, held in together.items():
        if held:
            words = {"year": period_words(held[0].year, held[0].part), "stage": STAGE[held[0].stage].say(lang)}
            yield _TOLD[why].say(lang, titles="; ".join(each.ratio.title for each in held), **words)
    names = dict.fromkeys(words_of(name, lang) for each in together["missing"] for name in each.names)
    if names:
        yield _TOLD["names"].say(lang, names=listed(list(names), lang))
