"""What is decided beforehand of deficits that may arise in years ahead: waived, or given more time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.documents import DecisionKind
from regionstyrning.questions.economy.deciders import decided_by_another
from regionstyrning.questions.economy.ledger import concerns_deficit
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.documents import Decision
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.economy.deciders import DecidedByAnother
    from regionstyrning.text.sentences import Language

_TOLD = {
    "waived": Sentence(
        "Av ett underskott {year} ska {amount} mnkr inte återställas, som redan är beslutat: {title}.",
        "Of a deficit in {year}, {amount} mnkr are not to be restored, as is already decided: {title}.",
    ),
    "longer": Sentence(
        "Av ett underskott {year} ska {amount} mnkr återställas senast {until}, som redan är beslutat: {title}.",
        "Of a deficit in {year}, {amount} mnkr are to be restored by {until}, as is already decided: {title}.",
    ),
    "not-counted": Sentence(
        "Beslutet {title} om underskottet {year} räknas inte in: hur mycket det gäller, eller när, går inte att följa "
        "framåt.",
        "The decision {title} on the deficit of {year} is not counted: how much it is about, or when, cannot be "
        "followed ahead.",
    ),
}


@frozen(kw_only=True)
class DecidedBeforehand:
    """
    What is decided of a deficit before it is known (beslut i förväg).

    Attributes:
        decision: The decision.
        year: The fiscal year of the deficit.
        amount: How much of it at most, in mnkr.
        until: The last year to restore that in; None for not to be restored at all.
    """

    decision: Decision
    year: int
    amount: Decimal
    until: int | None

    def text(self, lang: Language = "sv") -> str:
        """What is decided, in a sentence."""
        told = _TOLD["waived" if self.until is None else "longer"]
        amount, title = number(self.amount, lang), self.decision.title
        return told.say(lang, year=self.year, amount=amount, until=self.until or "", title=title)


def decided_beforehand(model: SteeringModel, year: int) -> tuple[DecidedBeforehand, ...]:
    """
    What is decided of a year's deficit before the year has ended, in order of day.

    Args:
        model: The model.
        year: A year that is not accounted for.

    Source:
        KL 11:12–13.
    """
    found = [each for each in model.decisions if each.year == year and _is_followed(each) and _counts(model, each)]
    return tuple(
        DecidedBeforehand(
            decision=each,
            year=year,
            amount=each.amount_mnkr or Decimal(0),
            until=each.until_year if each.kind is DecisionKind.PROLONGS else None,
        )
        for each in sorted(found, key=lambda each: (each.on or date.min, each.id))
    )


def not_followed(model: SteeringModel, span: tuple[int, int], until: date) -> tuple[Decision, ...]:
    """
    Decisions on deficits that are taken too late, or say too little, to be followed in years ahead.

    Args:
        model: The model.
        span: The first and the last year ahead.
        until: The last day of decisions that count for deficits that have been.
    """
    first, last = span
    found = [
        each
        for each in model.decisions
        if concerns_deficit(each)
        and _counts(model, each)
        and (each.year or 0) <= last
        and (not _is_followed(each) if (each.year or 0) >= first else _is_later(each, until, last))
    ]
    return tuple(sorted(found, key=lambda each: each.id))


def by_others(model: SteeringModel, span: tuple[int, int]) -> tuple[DecidedByAnother, ...]:
    """
    Decisions on the deficits of years ahead that another than fullmäktige has taken, by id.

    Args:
        model: The model.
        span: The first and the last year ahead.
    """
    first, last = span
    about = (each for each in model.decisions if concerns_deficit(each) and first <= (each.year or 0) <= last)
    found = (decided_by_another(model, each) for each in sorted(about, key=lambda each: each.id))
    return tuple(each for each in found if each is not None)


def not_followed_told(decisions: tuple[Decision, ...], lang: Language) -> Iterator[str]:
    """Each decision that is not followed, in a sentence."""
    for each in decisions:
        yield _TOLD["not-counted"].say(lang, title=each.title, year=each.year or "")


def _counts(model: SteeringModel, decision: Decision) -> bool:
    """Whether a decision is fullmäktige's, whose it is to make."""
    return decided_by_another(model, decision) is None


def _is_followed(decision: Decision) -> bool:
    """Whether a decision is taken before the deficit is known, and says how much it is about."""
    taken = decision.on is not None and decision.on.year <= (decision.year or 0)
    return taken and concerns_deficit(decision) and decision.amount_mnkr is not None


def _is_later(decision: Decision, until: date, last: int) -> bool:
    """Whether a decision on a deficit that has been is taken in the years ahead."""
    return decision.on is not None and until < decision.on <= date(last, 12, 31)
