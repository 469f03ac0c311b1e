"""Whether reserves and deficits are handled as the law says: the family *economy*, its second part."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from regionstyrning.law import law_for
from regionstyrning.model.documents import DecisionKind
from regionstyrning.model.findings import Severity
from regionstyrning.model.statutes import Effect
from regionstyrning.questions.economy.accounts import accounts
from regionstyrning.questions.economy.budgets import budget_balance
from regionstyrning.questions.economy.layout import RESERVED, RESULT
from regionstyrning.questions.economy.telling import tidy
from regionstyrning.questions.economy.year_law import EQUALISATION, RESULT_RESERVE, year_law
from regionstyrning.rules.economy.looked_at import budget_years, records_of, statements, words_of
from regionstyrning.rules.rule import Held, Hit, Rule, rule
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence

if TYPE_CHECKING:
    from regionstyrning.model.documents import Decision
    from regionstyrning.questions.economy.limits import Most
    from regionstyrning.questions.economy.statement import BalanceStatement


@rule(
    "economy.reserves-are-of-the-years-law",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 11 kap. 14 §; 2023:642, övergångsbestämmelserna 3 p.",
    sentence=Sentence(
        "{line} är {value} mnkr vid utgången av {year}, men lagen känner ingen sådan reserv då.",
        "{line} is {value} mnkr at the end of {year}, but the law knows no such reserve then.",
    ),
    mending=Sentence("Rätta raden eller året.", "Correct the line or the year."),
)
def reserves_are_of_the_years_law(held: Held) -> Iterator[Hit]:
    """A resultatreserv must be there from 2024 only, a resultatutjämningsreserv to 2033 without growing after 2023."""
    for statement in statements(held):
        fills = year_law(held.model, statement.year).fills
        law = law_for(held.model).of_year(statement.year, line=EQUALISATION)
        kept = any(each.provision.effect is Effect.PERMITS for each in law)
        for reserve, known in ((RESULT_RESERVE, fills == RESULT_RESERVE), (EQUALISATION, kept)):
            value = statement.accounts.value(reserve)
            if not value or reserve not in statement.accounts.entries:
                continue
            words = {**words_of(statement.accounts, reserve), "value": number(value)}
            if not known:
                yield Hit(records_of(statement, reserve), words)
            elif fills != reserve:
                before = _last_known(held, reserve, statement.year)
                if before is not None and value > before:
                    yield Hit(records_of(statement, reserve), words, sentence=GROWN)


def _last_known(held: Held, reserve: str, year: int) -> Decimal | None:
    """What was last printed of a reserve before a year, since the last year in which it might be filled."""
    filled = False
    while not filled:
        year -= 1
        value = accounts(held.model, year).value(reserve)
        if value is not None:
            return value
        filled = year_law(held.model, year).fills == reserve
    return None


GROWN = Sentence(
    "{line} har växt till {value} mnkr {year}, fast inget får reserveras till den.",
    "{line} has grown to {value} mnkr in {year}, though nothing may be reserved to it.",
)


@rule(
    "economy.reservation-is-within-the-limit",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 11 kap. 14 §.",
    sentence=Sentence(
        "{value} mnkr reserveras {year}, men lagen medger högst {most}.",
        "{value} mnkr are reserved in {year}, but the law allows at most {most}.",
    ),
    mending=Sentence("Reservera inte mer än lagen medger.", "Reserve no more than the law allows."),
)
def reservation_is_within_the_limit(held: Held) -> Iterator[Hit]:
    """
    No more may be reserved than the law of the year allows.

    What is above one of its limits is too much whatever the others are.
    """
    for statement in statements(held):
        most, reserved = _least(statement.most_reserved, statutory=True), statement.reserved
        if reserved is not None and most is not None and reserved > most:
            yield Hit(records_of(statement, RESERVED), _more(statement, reserved, most))


def _least(most: Most, *, statutory: bool) -> Decimal | None:
    """The least of the limits that are known, of the statute's alone or of the others too."""
    known = (each.value for each in most.limits if each.statutory or not statutory)
    return min((value for value in known if value is not None), default=None)


@rule(
    "economy.older-deficits-come-first",
    severity=Severity.WARNING,
    source="Praxis (Malmö 2015) och regionens egna riktlinjer; lagen säger inget om ordningen.",
    sentence=Sentence(
        "{value} mnkr reserveras {year}, men med äldre underskott och regionens egna gränser högst {most}.",
        "{value} mnkr are reserved in {year}, but with older deficits and the region's own limits at most {most}.",
    ),
    mending=Sentence(
        "Återställ äldre underskott först, eller ändra valet restore_before_reserving.",
        "Restore older deficits first, or change the setting restore_before_reserving.",
    ),
)
def older_deficits_come_first(held: Held) -> Iterator[Hit]:
    """Older deficits should be restored, and own limits kept, before anything is reserved."""
    for statement in statements(held):
        most, reserved = _least(statement.most_reserved, statutory=False), statement.reserved
        by_law = _least(statement.most_reserved, statutory=True)
        if reserved is not None and most is not None and reserved > most != by_law:
            yield Hit(records_of(statement, RESERVED), _more(statement, reserved, most))


@rule(
    "economy.budgets-are-balanced",
    severity=Severity.ERROR,
    lawful=True,
    source="KL 11 kap. 5 §.",
    sentence=Sentence(
        "Budgeten för {year} har resultatet {value} mnkr, och varken en reserv eller ett beslut om undantag är känt.",
        "The budget of {year} has the result {value} mnkr, and neither a reserve nor a decided exception is known.",
    ),
    mending=Sentence(
        "Ange beslutet om synnerliga skäl och dess skäl, eller reserven som används.",
        "Name the decision on synnerliga skäl and its reason, or the reserve that is used.",
    ),
)
def budgets_are_balanced(held: Held) -> Iterator[Hit]:
    """
    A budget must have income above costs, or an exception that rests on a decision and its reason.

    Of a year whose law is not held nothing is said.
    """
    for year in budget_years(held):
        budget = budget_balance(held.model, year)
        if not budget.rules:
            continue
        words = {"year": str(year), "value": number(tidy(budget.result or Decimal(0)))}
        record = budget.accounts.entries[RESULT].figures[0].amount.id
        if budget.by == "nothing":
            yield Hit((record,), words)
        elif budget.by == "reasons":
            for each in budget.exceptions:
                if each.reason is None:
                    yield Hit((each.id, record), words, sentence=NO_REASON)


NO_REASON = Sentence(
    "Budgeten för {year} har resultatet {value} mnkr, och beslutet om undantag anger inget skäl.",
    "The budget of {year} has the result {value} mnkr, and the decision on an exception states no reason.",
)


@rule(
    "economy.spending-is-financed",
    severity=Severity.WARNING,
    lawful=True,
    each="decisions",
    source="KL 11 kap. 15 §.",
    sentence=Sentence(
        "{title} är en utgift under budgetåret {year}, men hur den finansieras är inte angivet.",
        "{title} is an expense during the budget year {year}, but how it is financed is not stated.",
    ),
    mending=Sentence("Ange hur utgiften finansieras.", "State how the expense is financed."),
)
def spending_is_financed(decision: Decision, held: Held) -> Iterator[Hit]:
    """A decision during the year on an expense must say how it is financed."""
    if decision.kind is not DecisionKind.ALLOCATES or decision.on is None or decision.financed_by is not None:
        return
    year = decision.on.year
    if decision.year in {None, year} and law_for(held.model).rule("kl/11-15").in_force(decision.on):
        yield Hit((decision.id,), {"title": decision.title, "year": str(year)})


def _more(statement: BalanceStatement, value: Decimal, most: Decimal) -> dict[str, str]:
    return {"value": number(tidy(value)), "most": number(tidy(most)), "year": str(statement.year)}


RULES: tuple[Rule, ...] = (
    reserves_are_of_the_years_law,
    reservation_is_within_the_limit,
    older_deficits_come_first,
    budgets_are_balanced,
    spending_is_financed,
)
