"""A record in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from regionstyrning.model.goals import Contribution
from regionstyrning.model.indicators import Outcome, Stage, Target
from regionstyrning.questions.asked import asked_words
from regionstyrning.questions.threads import title_of
from regionstyrning.report.words import about_words, figure_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model import SteeringModel
    from regionstyrning.text.sentences import Language


def summary(model: SteeringModel, record: Any, lang: Language) -> str:  # noqa: ANN401 - any record
    """
    What a record says, in a few words: its title, its link or its figure.

    Args:
        model: The model that the record stands in.
        record: Any record.
        lang: Swedish or English.
    """
    match record:
        case Contribution():
            return f"{title_of(model, record.lower)} {record.kind.value} {title_of(model, record.upper)}"
        case Outcome():
            return f"{', '.join(_about(record))}: {figure_words(record, lang)}"
        case Target():
            return f"{', '.join(_about(record)) or '–'}: {asked_words(record.condition, lang)}"
        case _:
            return str(
                getattr(record, "title", None) or getattr(record, "wording", None) or getattr(record, "words", "")
            )


def _about(record: Outcome | Target) -> Iterator[str]:
    if record.year is not None:
        yield str(record.year)
    yield from about_words(record)
    if isinstance(record, Outcome) and record.stage is not Stage.FINAL:
        yield record.stage.value
