"""That a measure is a key ratio, which the accounts may give where no outcome is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from regionstyrning.evaluators.verdicts import saying
from regionstyrning.evaluators.verdicts.saying import because
from regionstyrning.evaluators.verdicts.statuses import Status
from regionstyrning.evaluators.verdicts.verdict import Reason
from regionstyrning.questions.economy.ratios import known_ratios

if TYPE_CHECKING:
    from regionstyrning.evaluators.occasions.occasion import Occasion
    from regionstyrning.evaluators.verdicts.verdict import Verdict
    from regionstyrning.model.indicators import Indicator

_NOT_PRINTED = frozenset({saying.BASELINE, saying.NO_OUTCOME, saying.NO_OUTCOME_EVER, saying.NO_VALUE})


def with_accounts_named(occasion: Occasion, indicator: Indicator, verdict: Verdict) -> Verdict:
    """
    The same verdict, which says where the accounts may tell what no outcome does.

    They are counted by the evaluator ``geh`` alone: here printed outcomes judge, and nothing else.

    Args:
        occasion: When and by what it is judged.
        indicator: The indicator.
        verdict: The verdict on it.
    """
    if verdict.status is not Status.CANNOT_BE_ASSESSED or not any(map(_not_printed, verdict.reasons)):
        return verdict
    rule = known_ratios(occasion.facts).get(indicator.ratio or "")
    facts = occasion.facts
    held = facts.legal_person is not None and any(
        each.year == occasion.year and each.part is None for each in facts.amounts
    )
    if rule is None or rule.formula is None or not held:
        return verdict
    return evolve(verdict, reasons=[*verdict.reasons, because(rule.id, saying.ACCOUNTS_MAY_TELL)])


def _not_printed(reason: Reason) -> bool:
    what = dict(reason.words).get("what")
    return reason.sentence in _NOT_PRINTED or (isinstance(what, Reason) and _not_printed(what))
