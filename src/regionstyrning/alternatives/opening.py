"""What the years ahead begin with: the last accounts, and what a caller puts in their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.economy import LINES, AmountStage
from regionstyrning.questions.economy.accounts import accounts
from regionstyrning.questions.economy.books import ledger
from regionstyrning.questions.economy.layout import ADJUSTED, BALANCE, EQUITY, GRANTS, PENSIONS, RESULT, TAXES
from regionstyrning.questions.economy.year_law import EQUALISATION, RESULT_RESERVE
from regionstyrning.text.numbers import number
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.alternatives.assumptions import Assumptions
    from regionstyrning.law import Policies
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.economy import Accounts, Ledger
    from regionstyrning.text.sentences import Language

INCOME, COSTS, DEPRECIATION = "verksamhetens-intakter", "verksamhetens-kostnader", "avskrivningar"
FINANCIAL_INCOME, FINANCIAL_COSTS = "finansiella-intakter", "finansiella-kostnader"
FIXED, CURRENT, INVESTMENTS = "anlaggningstillgangar", "omsattningstillgangar", "investeringar"
PROVISIONS, LONG, SHORT = "avsattningar", "langfristiga-skulder", "kortfristiga-skulder"

STARTED_FROM = (
    INCOME,
    COSTS,
    TAXES,
    GRANTS,
    FIXED,
    CURRENT,
    INVESTMENTS,
    EQUITY,
    RESULT_RESERVE,
    EQUALISATION,
    PROVISIONS,
    LONG,
    SHORT,
    PENSIONS,
)
"""The lines that the years ahead start from, with the sign that they are printed with."""

ALSO_ASKED = (DEPRECIATION, FINANCIAL_INCOME, FINANCIAL_COSTS, RESULT, ADJUSTED, BALANCE)
"""Lines of the year before that key ratios of the first year ahead may ask for besides."""

NEVER_ABOVE = frozenset({COSTS, DEPRECIATION, FINANCIAL_COSTS})
"""Lines that are printed below zero; a figure above it is a slip of sign."""

NEVER_BELOW = frozenset(STARTED_FROM) - {COSTS, GRANTS, CURRENT, EQUITY}
"""Lines that are printed above zero; a figure below it is a slip of sign."""

_MISSING = {
    "line": Sentence(
        "Ingående värde saknas {year}: {lines}. Ge ett eget med Assumptions(opening=…) eller --opening.",
        "No opening value for {year}: {lines}. Give one of your own by Assumptions(opening=…) or --opening.",
    ),
    "none": Sentence(
        "Inga räkenskaper är kända, så inget år att utgå från.", "No accounts are known, so no year to start from."
    ),
    "readings": Sentence(
        "{line} {year} har flera läsningar; {value} mnkr följs.",
        "{line} {year} has several readings; {value} mnkr are followed.",
    ),
    "owed": Sentence(
        "Hur mycket som är kvar att återställa är osäkert; {high} mnkr räknas, som är det mesta.",
        "How much is left to restore is uncertain; {high} mnkr are counted, which is the most.",
    ),
    "no-time": Sentence(
        "För underskottet {year} är ingen sista dag känd; det räknas inte in.",
        "For the deficit of {year} no last day is known; it is not counted.",
    ),
}


@frozen(kw_only=True, eq=False)
class Beginning:
    """
    What the years ahead begin with (ingående läge).

    Attributes:
        year: The last year that is accounted for.
        values: By line in mnkr, with the sign of the line.
        given: Ids of the lines whose figure is the caller's own.
        lacking: Ids of the lines that have no figure.
        owed: What is left to restore by the last year to do it in, in order.
        accounts: The accounts of the year; None if none are known.
        ledger: Deficits at its end, with what has been decided since.
    """

    year: int
    values: Mapping[str, Decimal]
    given: tuple[str, ...]
    lacking: tuple[str, ...]
    owed: tuple[tuple[int, Decimal], ...]
    accounts: Accounts | None
    ledger: Ledger

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """What is not known of where it begins, each in a sentence."""
        if self.accounts is None:
            yield _MISSING["none"].say(lang)
        if self.lacking:
            lines = listed([LINES[line] for line in self.lacking], lang)
            yield _MISSING["line"].say(lang, lines=lines, year=self.year)
        for line in STARTED_FROM:
            if self.accounts is not None and line not in self.given:
                span = self.accounts.range_of(line)
                if line in self.values and (span is None or span[0] != span[1]):
                    value = number(self.values[line], lang)
                    yield _MISSING["readings"].say(lang, line=LINES[line], year=self.year, value=value)
        low, high = self.ledger.outstanding
        if low != high:
            yield _MISSING["owed"].say(lang, high=number(high, lang))
        for deficit in self.ledger.deficits:
            if any(each.last_year is None and each.outstanding for each in deficit.worst):
                yield _MISSING["no-time"].say(lang, year=deficit.year)
        yield from self.ledger.what_is_missing(lang)


def opening(model: SteeringModel, assumptions: Assumptions, policies: Policies) -> Beginning:
    """
    What the years ahead begin with: the last year of which anything has been accounted for.

    A line that is not printed is never taken to be zero.

    Args:
        model: The model.
        assumptions: With the caller's own figures, which come before the accounts'.
        policies: How the law is read where it leaves that open.
    """
    year = last_accounted(model)
    view = None if year is None else accounts(model, year, AmountStage.OUTCOME)
    begun = model.as_of.year - 1 if year is None else year
    own = dict(assumptions.opening)
    found = {line: None if view is None else view.value(line) for line in STARTED_FROM} | own
    values = {line: value for line, value in found.items() if value is not None}
    held = ledger(model, begun, policies, until=max(model.as_of, date(begun, 12, 31)))
    return Beginning(
        year=begun,
        values=values,
        given=tuple(own),
        lacking=tuple(line for line in STARTED_FROM if line not in values),
        owed=_owed(held),
        accounts=view,
        ledger=held,
    )


def last_accounted(model: SteeringModel) -> int | None:
    """The last whole year whose result is printed as an outcome for the region; None if there is none."""
    years = {
        each.year
        for each in model.amounts
        if each.stage is AmountStage.OUTCOME
        and each.line in {*STARTED_FROM, "arets-resultat"}
        and each.organ == model.legal_person
        and not each.group
        and each.part is None
        and each.last_year in {None, each.year}
    }
    return max(years, default=None)


def _owed(held: Ledger) -> tuple[tuple[int, Decimal], ...]:
    """What is left, at worst, by the last year to restore it in."""
    found: dict[int, Decimal] = {}
    for deficit in held.deficits:
        for each in deficit.worst:
            if each.last_year is not None and each.outstanding:
                found[each.last_year] = found.get(each.last_year, Decimal(0)) + each.outstanding
    return tuple(sorted(found.items()))
