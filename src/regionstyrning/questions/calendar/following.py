"""What follows when a step is not closed, or is done late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.law.deadlines import APPROVED_FIRST, RULES, StatutoryDuty
from regionstyrning.law.mandates import ADOPTION, newly_elected_from
from regionstyrning.questions.calendar.steps import OPEN, DatedStep, State
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.law import Law

_APPROVED_FIRST = Sentence(
    "Ansvarsfriheten avgörs inte förrän årsredovisningen är godkänd ({law}).",
    "Discharge is not decided until the annual report is approved ({law}).",
)
_NEITHER = Sentence(
    "Ansvarsfriheten är då varken beviljad eller vägrad; den avgörs före utgången av juni ({law}).",
    "Discharge is then neither granted nor refused; it is decided before the end of June ({law}).",
)
_TREATED = Sentence(
    "Fullmäktige har då inte behandlat den slutligt; minst en delårsrapport behandlas ({law}).",
    "Fullmäktige has then not finished with it; at least one interim report is treated ({law}).",
)
_TAX = Sentence(
    "Skattesatsen fastställs ändå före utgången av november, och budgeten före utgången av december, "
    "om det finns särskilda skäl ({law}).",
    "The tax rate is set before the end of November all the same, and the budget before the end of December, "
    "if there are special reasons ({law}).",
)
_TOO_EARLY = Sentence(
    "Årsredovisningen var inte godkänd; ansvarsfriheten avgörs inte förrän den är det ({law}).",
    "The annual report was not approved; discharge is not decided until it is ({law}).",
)
_NEW = Sentence(
    "Det nyvalda fullmäktige antar budgeten ({law}).", "The newly elected fullmäktige adopts the budget ({law})."
)
_OPEN = frozenset({State.RETURNED, State.PART, State.UNLAWFULLY_LATE, State.UNCERTAIN})

_FOLLOWS = {
    StatutoryDuty.ANNUAL_REPORT_HANDED: (_APPROVED_FIRST, StatutoryDuty.ANNUAL_REPORT_APPROVED),
    StatutoryDuty.ANNUAL_REPORT_APPROVED: (_APPROVED_FIRST, StatutoryDuty.ANNUAL_REPORT_APPROVED),
    StatutoryDuty.DISCHARGE: (_NEITHER, StatutoryDuty.DISCHARGE),
    StatutoryDuty.INTERIM_TREATED: (_TREATED, StatutoryDuty.INTERIM_TREATED),
    StatutoryDuty.BUDGET_ADOPTED: (_TAX, StatutoryDuty.BUDGET_ADOPTED_LATER),
}
"""What the law lets follow; it sets no penalty."""

_STILL_OPEN = frozenset({StatutoryDuty.DISCHARGE, StatutoryDuty.INTERIM_TREATED})
"""Where something follows only while it is open."""


def consequence(law: Law, step: DatedStep) -> tuple[Sentence | None, tuple[tuple[str, str], ...]]:
    """
    What the law lets follow of how far a step has come, with the words of its sentence; None if nothing.

    Of a step that plans the budget to be adopted before the newly elected sit it is told that they adopt it.
    """
    if step.state is State.OUTGOING or _is_too_early(law, step):
        return _NEW, (("law", law.rule(ADOPTION).cited),)
    if step.state is State.TOO_EARLY:
        return _TOO_EARLY, (("law", law.rule(APPROVED_FIRST).cited),)
    if step.duty not in _FOLLOWS or step.state not in _OPEN:
        return None, ()
    if step.duty in _STILL_OPEN and step.state is not State.RETURNED:
        return None, ()
    sentence, duty = _FOLLOWS[step.duty]
    return sentence, (("law", law.rule(RULES[duty]).cited),)


def _is_too_early(law: Law, step: DatedStep) -> bool:
    """Whether the budget is planned to be adopted before those sit who may adopt it, and is not yet."""
    if step.duty is not StatutoryDuty.BUDGET_ADOPTED or step.on is None or step.about is None:
        return False
    first = newly_elected_from(law, step.about)
    return first is not None and step.on < first and step.state in OPEN
