"""Which decisions adopt a plan of action for a deficit (åtgärdsplan)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.model.catalogues import Name
from regionstyrning.model.contents import Content
from regionstyrning.model.documents import DecisionKind, SteeringDocument
from regionstyrning.questions.economy.deciders import decided_by_another

if TYPE_CHECKING:
    from regionstyrning.model.documents import Decision
    from regionstyrning.model.steering_model import SteeringModel

_OF_EVERY_YEAR = frozenset({Content.BUDGET, Content.TAX_RATE, Content.INTERIM_REPORT, Content.ANNUAL_REPORT})
"""What is adopted of every year, whether it had a deficit or not."""

_WORDS = ("åtgärdsplan", "underskott", "återställ", "balanskrav", "i balans")
"""Words of a plan of action for a deficit."""


def adopts_plan_of_action(model: SteeringModel, decision: Decision) -> bool:
    """
    Whether a decision that names a year may be the one that adopts its plan of action.

    Fullmäktige adopts it, or nobody says what kind of organ did. It is told by its words (a plan of action, a
    deficit, something to restore, the balance requirement), in what the decision or its document is called, or by
    both an amount and a last year. The year's own budget or report is none, unless the decision says how much of
    the deficit is to be restored, or until when. These readings are ours.

    Args:
        model: The model.
        decision: A decision.

    Source:
        KL 11:12 second paragraph.
    """
    if decision.kind is not DecisionKind.ADOPTS or decided_by_another(model, decision) is not None:
        return False
    timed = decision.until_year is not None or decision.until is not None
    if timed and decision.amount_mnkr is not None:
        return True
    of_every_year = _OF_EVERY_YEAR & {*decision.contains, *_contents(model, decision.about)}
    return _says_so(model, decision) and (timed or decision.amount_mnkr is not None or not of_every_year)


def _says_so(model: SteeringModel, decision: Decision) -> bool:
    """Whether what is decided, or its document, is called something that is about a deficit."""
    document = getattr(model.by_id.get(decision.about or ""), "title", None)
    called = " ".join(filter(None, (decision.title, decision.part, document))).casefold()
    return any(word in called for word in _WORDS)


def _contents(model: SteeringModel, about: str | None) -> frozenset[Content]:
    """What documents of the kind of one, in force or only referred to, hold."""
    record = model.by_id.get(about or "")
    if isinstance(record, SteeringDocument):
        kind = record.kind
    else:
        kind = record.document_kind if isinstance(record, Name) else None
    kinds = (each for structure in model.structures for each in structure.document_kinds if each.id == kind)
    return frozenset(content for each in kinds for content in each.contains)
