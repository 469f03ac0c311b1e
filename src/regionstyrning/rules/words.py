"""Words that several rules need."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from regionstyrning.model.goals import Contribution
from regionstyrning.model.indicators import Outcome, Target
from regionstyrning.model.judgements import Judgement
from regionstyrning.questions.threads import title_of
from regionstyrning.text.sentences import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regionstyrning.model.steering_model import SteeringModel


def near(code: str, known: Iterable[str]) -> str:
    """
    The nearest known code, to stand in a sentence of either language; nothing if none is near.

    >>> near("RVM", ["RVN", "RLF"])
    ' (RVN?)'
    """
    found = get_close_matches(code, list(known), n=1)
    return f" ({found[0]}?)" if found else ""


def in_a_row(name: str, items: Iterable[str], between: tuple[str, str] | None = None) -> dict[str, str]:
    """
    A list in running text for the sentences of both languages: under the name, and under it with ``_en``.

    Args:
        name: The name in the Swedish sentence.
        items: What is listed.
        between: The word before the last, in both languages; *och* and *and* if left out.

    >>> in_a_row("organs", ["HSN", "RS"])
    {'organs': 'HSN och RS', 'organs_en': 'HSN and RS'}
    """
    listing = list(items)
    if between is None:
        return {name: listed(listing), f"{name}_en": listed(listing, "en")}
    swedish, english = between
    return {name: f" {swedish} ".join(listing), f"{name}_en": f" {english} ".join(listing)}


def name_of(model: SteeringModel, record: Any) -> str:  # noqa: ANN401 - any record
    """What a person reads of a record; a link, figure or judgement is named by what it is about."""
    if isinstance(record, Contribution):
        return f"{title_of(model, record.lower)} → {title_of(model, record.upper)}"
    if isinstance(record, Target | Outcome):
        return _with_year(title_of(model, record.indicator), record.year)
    if isinstance(record, Judgement):
        return _with_year(record.subject or ", ".join(title_of(model, id) for id in record.about), record.year)
    return getattr(record, "title", None) or str(record.id)


def _with_year(title: str, year: int | None) -> str:
    return title if year is None else f"{title} {year}"
