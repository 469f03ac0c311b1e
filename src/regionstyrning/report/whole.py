"""The whole report of a region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.report.bodies import bodies_chapter
from regionstyrning.report.carriers import carriers_chapter
from regionstyrning.report.documents import documents_chapter, other_days_chapter
from regionstyrning.report.figures import figures_chapter
from regionstyrning.report.findings import findings_chapter, open_points_chapter
from regionstyrning.report.goals import goals_chapter
from regionstyrning.report.judgements import judgements_chapter
from regionstyrning.report.opening import opening, short_chapter
from regionstyrning.report.pages import Subject, paragraphs
from regionstyrning.report.sources import sources_chapter
from regionstyrning.report.steering import steering_chapter
from regionstyrning.text.sentences import language

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.model import SteeringModel

_CHAPTERS = (
    opening,
    short_chapter,
    steering_chapter,
    goals_chapter,
    carriers_chapter,
    findings_chapter,
    open_points_chapter,
    judgements_chapter,
    figures_chapter,
    documents_chapter,
    bodies_chapter,
    other_days_chapter,
    sources_chapter,
)
"""In the order of importance; the last tells what the others have referred to."""


def report(model: SteeringModel, on: date | None = None, lang: str = "sv") -> str:
    r"""
    Write how a region steers on a day, for people: one Markdown page.

    Args:
        model: Any model.
        on: The day; the model's own if left out.
        lang: ``"sv"`` or ``"en"``, for what we say; what the sources write stays as it is.

    Returns:
        The region in short, its structure, goals with measures and threads, who carries them,
        findings of the profile ``strang``, open points, judgements, decisions, amounts, documents, bodies,
        goals of other days and sources, every text from the model escaped. The same model and day give the same text.

    Raises:
        InvalidValue: for a language that we do not speak.

    >>> print(report(model).partition("\n")[0])
    # Så styrs Region Exempel
    """
    subject = Subject(model=model, held=model.at(model.as_of if on is None else on), lang=language(lang))
    return paragraphs(write(subject) for write in _CHAPTERS) + "\n"
