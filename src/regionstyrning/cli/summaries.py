"""A record in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from regionstyrning.model.goals import Contribution
from regionstyrning.model.indicators import Outcome, Stage, Target
from regionstyrning.questions.threads import title_of
from regionstyrning.text.numbers import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regionstyrning.model import SteeringModel
    from regionstyrning.model.conditions import Condition
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
            return f"{', '.join(_about(record))}: {_figure(record, lang)}"
        case Target():
            return f"{', '.join(_about(record)) or '–'}: {_asked(record.condition, lang)}"
        case _:
            return str(
                getattr(record, "title", None) or getattr(record, "wording", None) or getattr(record, "words", "")
            )


def _about(record: Outcome | Target) -> Iterator[str]:
    if record.year is not None:
        yield str(record.year)
    if record.part is not None:
        yield f"{record.part.first_month}–{record.part.last_month}"
    if record.scope is not None:
        yield record.scope
    if record.gender is not None:
        yield record.gender.value
    if isinstance(record, Outcome) and record.stage is not Stage.FINAL:
        yield record.stage.value


def _figure(outcome: Outcome, lang: Language) -> str:
    if outcome.value is not None:
        return number(outcome.value, lang)
    return str(outcome.grade if outcome.missing is None else outcome.missing.value)


def _asked(condition: Condition, lang: Language) -> str:
    if condition.text is not None:
        return condition.text
    limit = condition.grade if condition.value is None else number(condition.value, lang)
    return " ".join(filter(None, (condition.kind.value, limit)))
