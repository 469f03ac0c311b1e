"""What follows when a step is not closed, or is done late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.law.deadlines import APPROVED_FIRST, RULES, StatutoryDuty
from regionstyrning.law.mandates import ADOPTION
from regionstyrning.questions.calendar.steps import DatedStep, State
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
    """What the law lets follow of how far a step has come, with the words of its sentence; None if nothing."""
    if step.state is State.OUTGOING:
        return _NEW, (("law", law.rule(ADOPTION).cited),)
    if step.state is State.TOO_EARLY:
        return _TOO_EARLY, (("law", law.rule(APPROVED_FIRST).cited),)
    if step.duty not in _FOLLOWS or step.state not in _OPEN:
        return None, ()
    if step.duty in _STILL_OPEN and step.state is not State.RETURNED:
        return None, ()
    sentence, duty = _FOLLOWS[step.duty]
    return sentence, (("law", law.rule(RULES[duty]).cited),)
