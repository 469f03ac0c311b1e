"""An aim to restore equity over many years, turned round: what it implies, or when it would be reached."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.model.conditions import ConditionKind
from regionstyrning.model.goals import Goal
from regionstyrning.model.indicators import Indicator
from regionstyrning.questions.answers import Answer, Step, told_below
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence
from regionstyrning.text.widths import folded

if TYPE_CHECKING:
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_TOLD = {
    "implied": Sentence(
        "{goal}: med {yearly} mnkr om året i {low}–{high} år återställs {least}–{most} mnkr. "
        "Det är härlett, inte sagt.",
        "{goal}: with {yearly} mnkr a year for {low}–{high} years, {least}–{most} mnkr are restored. "
        "That is derived, not said.",
    ),
    "when": Sentence(
        "{goal}: {amount} mnkr återställs på {years} år med {yearly} mnkr varje år, {within} de {low}–{high} åren.",
        "{goal}: {amount} mnkr are restored in {years} years with {yearly} mnkr each year, "
        "{within} the {low}–{high} years.",
    ),
    "before": Sentence("före", "before"),
    "within": Sentence("inom", "within"),
    "after": Sentence("efter", "after"),
    "no-amount": Sentence(
        "Hur mycket som ska återställas sägs inte. Ge ett eget belopp med to_restore=….",
        "How much there is to restore is not said. Give an amount of your own by to_restore=….",
    ),
    "growth": Sentence(
        "Varje år antas ge {yearly} mnkr, lika mycket alla år.",
        "Each year is assumed to give {yearly} mnkr, always as much.",
    ),
    "goal": Sentence("{title}: {low}–{high} år", "{title}: {low}–{high} years"),
    "measure": Sentence("{title}: {yearly} mnkr om året", "{title}: {yearly} mnkr a year"),
}


@frozen(kw_only=True, eq=False)
class Restoring(Answer):
    """
    An aim to restore equity, turned round (mål om eget kapital, omvänt).

    Attributes:
        about: Id of the goal.
        on: The day up to which anything is known.
        goal: The goal, with the years it gives itself.
        measure: The measure of what each year is to give.
        span: From how many years to how many.
        yearly: What each year is to give, in mnkr.
        to_restore: The caller's own amount; None if none is given.
    """

    _read: ClassVar[str] = "implied"

    goal: Goal
    measure: Indicator
    span: tuple[int, int]
    yearly: Decimal
    to_restore: Decimal | None

    @property
    def implied(self) -> tuple[Decimal, Decimal]:
        """What is restored in the shortest and in the longest time; derived, and in no source."""
        return self.yearly * self.span[0], self.yearly * self.span[1]

    @property
    def years(self) -> int | None:
        """In how many whole years the caller's amount is restored; None without one."""
        return (
            None if self.to_restore is None else int((self.to_restore / self.yearly).to_integral_value(ROUND_CEILING))
        )

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """What it implies, and when the caller's amount would be restored, with what is missing below."""
        words = {
            "goal": self.goal.title,
            "yearly": number(self.yearly, lang),
            "low": self.span[0],
            "high": self.span[1],
        }
        least, most = self.implied
        told = folded(_TOLD["implied"].say(lang, **words, least=number(least, lang), most=number(most, lang)), width)
        if self.to_restore is not None and self.years is not None:
            key = "before" if self.years < self.span[0] else "after" if self.years > self.span[1] else "within"
            amount, within = number(self.to_restore, lang), _TOLD[key].say(lang)
            told += folded(_TOLD["when"].say(lang, **words, amount=amount, years=self.years, within=within), width)
        return "\n".join([*told, *told_below(self.what_is_missing(lang), width)])

    def to_records(self) -> list[dict[str, Any]]:
        """One row: goal, measure, yearly, from and to how many years and mnkr, the caller's amount and its years."""
        return [
            {
                "goal": self.goal.id,
                "measure": self.measure.id,
                "yearly": self.yearly,
                "years_low": self.span[0],
                "years_high": self.span[1],
                "implied_low": self.implied[0],
                "implied_high": self.implied[1],
                "to_restore": self.to_restore,
                "years": self.years,
            }
        ]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The years and the yearly result, each with where it is said."""
        low, high = map(str, self.span)
        return (
            Step(
                record=self.goal.id,
                source=next(iter(self.goal.sources), None),
                sentence=_TOLD["goal"],
                words=(("title", self.goal.title), ("low", low), ("high", high)),
            ),
            Step(
                record=self.measure.id,
                source=next(iter(self.measure.sources), None),
                sentence=_TOLD["measure"],
                words=(("title", self.measure.title), ("yearly", number(self.yearly))),
            ),
        )

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """What is not said or only assumed, each in a sentence."""
        if self.to_restore is None:
            yield _TOLD["no-amount"].say(lang)
        yield _TOLD["growth"].say(lang, yearly=number(self.yearly, lang))


def restoring(model: SteeringModel, goal: str, measure: str, *, to_restore: Decimal | int | None = None) -> Restoring:
    """
    Turn an aim to restore equity round: what it implies there is to restore, and when it would be.

    Args:
        model: The model.
        goal: Id of a goal that gives itself from so many years to so many.
        measure: Id of an indicator that says what each year is to give at least, in mnkr.
        to_restore: How much there is to restore, where the caller knows it, in mnkr.

    Raises:
        UnknownId: if the model has no such record.
        InvalidValue: for a goal without such years, a measure without such a target, or an amount
            of zero or less.
    """
    aim, how = model[goal], model[measure]
    horizon = aim.horizon if isinstance(aim, Goal) else None
    if horizon is None or horizon.at_least_years is None or horizon.at_most_years is None:
        message = f"the goal {goal!r} does not say from how many years to how many"
        raise InvalidValue("goal", message)
    limits = [
        each.condition.value
        for each in model.targets
        if each.indicator == measure and each.condition.kind is ConditionKind.AT_LEAST and each.condition.value
    ]
    if not isinstance(how, Indicator) or not limits:
        message = f"{measure!r} is no indicator with a target of at least so much"
        raise InvalidValue("measure", message)
    amount = None if to_restore is None else Decimal(to_restore)
    if amount is not None and amount <= 0:
        message = f"expected more than nothing to restore, found {to_restore!r}"
        raise InvalidValue("to_restore", message)
    return Restoring(
        about=goal,
        on=model.as_of,
        goal=aim,
        measure=how,
        span=(horizon.at_least_years, horizon.at_most_years),
        yearly=limits[0],
        to_restore=amount,
    )
