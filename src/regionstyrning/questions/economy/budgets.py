"""Whether a budget is balanced, and by what: income, a reserve, or synnerliga skäl."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import field, frozen

from regionstyrning.law import STANDARD, Policies, law_for
from regionstyrning.model.documents import DecisionKind
from regionstyrning.model.economy import AmountStage
from regionstyrning.model.records import as_tuple
from regionstyrning.model.statutes import Act
from regionstyrning.questions.answers import Answer, Step, told_below
from regionstyrning.questions.economy.accounts import Accounts
from regionstyrning.questions.economy.balance import budget_is_covered
from regionstyrning.questions.economy.books import statement_of
from regionstyrning.questions.economy.computed import ZERO
from regionstyrning.questions.economy.deciders import decided_by_another
from regionstyrning.questions.economy.layout import EQUALISATION_USED, RESULT, USED
from regionstyrning.questions.economy.numbers import DECIMALS
from regionstyrning.questions.economy.telling import STAGE, figure_steps, shown
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.law import Law, LawRule
    from regionstyrning.model.documents import Decision
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

_TOLD = {
    "income": Sentence(
        "{stage} {year}: intäkterna överstiger kostnaderna med {result} mnkr.",
        "{stage} {year}: income exceeds costs by {result} mnkr.",
    ),
    "reserve": Sentence(
        "{stage} {year}: resultatet är {result} mnkr, och en reserv på {use} mnkr täcker det.",
        "{stage} {year}: the result is {result} mnkr, and a reserve of {use} mnkr covers it.",
    ),
    "reasons": Sentence(
        "{stage} {year}: resultatet är {result} mnkr, med stöd av synnerliga skäl.",
        "{stage} {year}: the result is {result} mnkr, resting on synnerliga skäl.",
    ),
    "nothing": Sentence(
        "{stage} {year}: resultatet är {result} mnkr, och inget undantag är känt.",
        "{stage} {year}: the result is {result} mnkr, and no exception is known.",
    ),
    "unknown": Sentence(
        "{stage} {year}: årets resultat är inte känt.", "{stage} {year}: the result of the year is not known."
    ),
    "no-reason": Sentence("{title}: inget skäl är angivet.", "{title}: no reason is stated."),
}

_STEP = Sentence("{title}", "{title}")


@frozen(kw_only=True, eq=False)
class BudgetBalance(Answer):
    """
    Whether a budget or plan is balanced, and by what (budgetens balans).

    Attributes:
        about: Id of the legal person.
        on: The last day of the year.
        year: The budget year.
        accounts: The budget's figures.
        result: Income above costs, in mnkr; None if it is not known.
        use: The planned use of reserves.
        by: What balances it: income, reserve or reasons; nothing if none does, unknown if that is not known.
        exceptions: Decisions that the budget need not be balanced.
        departures: Decisions to depart from a goal or target that year, which make no exception.
        rules: The provisions of the year on balance.
    """

    _read: ClassVar[str] = "holds"

    year: int
    accounts: Accounts
    result: Decimal | None
    use: Decimal
    by: str
    exceptions: tuple[Decision, ...] = field(converter=as_tuple)
    departures: tuple[Decision, ...] = field(converter=as_tuple)
    rules: tuple[LawRule, ...] = field(converter=as_tuple)

    @property
    def holds(self) -> bool | None:
        """Whether it is balanced or excepted; None if its result is not known."""
        return None if self.by == "unknown" else self.by != "nothing"

    def text(self, lang: Language = "sv", *, width: int = 80) -> str:
        """What balances it, in a sentence, with departures and what is missing below."""
        stage = STAGE[self.accounts.scope.stage].say(lang).capitalize()
        words = {"result": shown(self.result, lang), "use": shown(self.use, lang)}
        told = [_TOLD[self.by].say(lang, stage=stage, year=self.year, **words)]
        told += told_below((each.title for each in self.departures), width)
        return "\n".join([*told, *told_below(self.what_is_missing(lang), width)])

    def to_records(self) -> list[dict[str, Any]]:
        """One row: year, stage, result, use, holds, by, exceptions, departures, rules."""
        return [
            {
                "year": self.year,
                "stage": self.accounts.scope.stage.value,
                "result": self.result,
                "use": self.use,
                "holds": self.holds,
                "by": self.by,
                "exceptions": [each.id for each in self.exceptions],
                "departures": [each.id for each in self.departures],
                "rules": [each.id for each in self.rules],
            }
        ]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The printed figures, and the decisions that it rests on."""
        law = "; ".join(each.cited for each in self.rules)
        lines = [line for line in (RESULT, USED, EQUALISATION_USED) if line in self.accounts.entries]
        printed = [each for line in lines for each in figure_steps(self.accounts.entries[line].figures[:1], law)]
        decided = [
            Step(
                record=each.id,
                law=law,
                source=next(iter(each.sources), None),
                sentence=_STEP,
                words=(("title", each.title),),
            )
            for each in self.exceptions
        ]
        return (*printed, *decided)

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """Decisions without a reason, each in a sentence."""
        for each in self.exceptions:
            if each.reason is None:
                yield _TOLD["no-reason"].say(lang, title=each.title)


def budget_balance(
    model: SteeringModel, year: int, *, stage: AmountStage = AmountStage.BUDGET, policies: Policies = STANDARD
) -> BudgetBalance:
    """
    Tell whether a budget is balanced, and by what.

    A decision of fullmäktige to depart that concerns a document, or nothing else, is read as one on
    synnerliga skäl; one that concerns a goal, indicator or target is a departure from that.

    Args:
        model: The model.
        year: The budget year.
        stage: Budget, or plan for a later year.
        policies: How the law is read where it leaves that open.

    Raises:
        InvalidValue: if the calendar has no such year, or the model says of no legal person.

    Source:
        KL 11:5.

    >>> budget_balance(model, 2026).by
    'income'
    """
    view, done = statement_of(model, year, policies, stage)
    used = (done.counted.get(line, ZERO) for line in (USED, EQUALISATION_USED))
    use = sum(used, ZERO)
    departs = [each for each in model.decisions if each.kind is DecisionKind.DEPARTS and each.year == year]
    # A budget that has ended is only a name in what holds now, and the exception was made from it all the same.
    documents = {each.id for each in model.documents}
    documents |= {each.id for each in model.names if each.catalogue == "documents"}
    of_budgets = [each for each in departs if each.about is None or each.about in documents]
    exceptions = [each for each in of_budgets if decided_by_another(model, each) is None]
    return BudgetBalance(
        about=view.about,
        on=view.on,
        year=year,
        accounts=view,
        result=done.result,
        use=use,
        by=_by(done.result, use, exceptions),
        exceptions=exceptions,
        departures=[each for each in departs if each not in exceptions],
        rules=_rules(law_for(model, policies), year),
    )


def _by(result: Decimal | None, use: Decimal, exceptions: list[Decision]) -> str:
    if result is None:
        return "unknown"
    if budget_is_covered(DECIMALS, income=result, costs=ZERO, use=use):
        return "income" if result > ZERO else "reserve"
    return "reasons" if exceptions else "nothing"


def _rules(law: Law, year: int) -> Iterator[LawRule]:
    """The provisions of a year that budgets are balanced, and on exceptions from it."""
    for rule in law.of_year(year):
        if rule.provision.act is Act.PLAN and {RESULT, USED, EQUALISATION_USED} & set(rule.provision.lines):
            yield rule
