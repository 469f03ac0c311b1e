"""The balance results of all years, and the ledger of deficits that they give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from regionstyrning.model.dates import DECEMBER, years
from regionstyrning.model.documents import DecisionKind
from regionstyrning.model.economy import AmountStage
from regionstyrning.questions.economy.accounts import Accounts, accounts
from regionstyrning.questions.economy.action_plans import adopts_plan_of_action
from regionstyrning.questions.economy.computed import Computed, computed
from regionstyrning.questions.economy.deciders import (
    DecidedByAnother,
    DeficitDecision,
    decided_by_another,
    on_deficit,
)
from regionstyrning.questions.economy.deficits import Deficit, DeficitState, concerns, deficits
from regionstyrning.questions.economy.layout import LEFT
from regionstyrning.questions.economy.ledger import concerns_deficit, run
from regionstyrning.questions.economy.opening import Opening, followed, opening, portions
from regionstyrning.questions.economy.readings import readings
from regionstyrning.questions.economy.telling import shown
from regionstyrning.questions.economy.year_law import year_law
from regionstyrning.text.numbers import number, spans
from regionstyrning.text.sentences import Sentence, listed

if TYPE_CHECKING:
    from regionstyrning.law import Policies
    from regionstyrning.model.documents import Decision
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.text.sentences import Language

HAPPENED = (AmountStage.OUTCOME, AmountStage.PRELIMINARY)
"""Stages of figures that say what has happened."""

_MISSING = {
    "years": Sentence(
        "Balanskravsresultat för {years} är inte känt: underskott därifrån saknas och vad som återställdes är osäkert.",
        "The balance result of {years} is not known: deficits of then are missing, and what was restored is uncertain.",
    ),
    "unread": Sentence(
        "Balanskravsresultat för {years} går inte att räkna ut med någon läsning: underskott därifrån kan saknas.",
        "The balance result of {years} cannot be computed by some reading: deficits of then may be missing.",
    ),
    "before": Sentence(
        "Före {year} är inget balanskravsresultat känt; äldre underskott syns inte.",
        "Before {year} no balance result is known; older deficits are not seen.",
    ),
    "decision": Sentence(
        "{title}: underskottet {year} är inte känt.",
        "{title}: the deficit of {year} is not known.",
    ),
    "amount": Sentence(
        "{title}: beloppet är inte tryckt, så det som återstår är osäkert.",
        "{title}: the amount is not printed, so what is left is uncertain.",
    ),
    "time": Sentence(
        "{title}: beloppet är inte tryckt, så hur mycket som har längre tid är osäkert.",
        "{title}: the amount is not printed, so how much has the longer time is uncertain.",
    ),
    "differs": Sentence(
        "Efter {year} är {left} mnkr tryckt som kvar att återställa, men av de kända underskotten är {own} mnkr kvar.",
        "After {year} {left} mnkr are printed as left to restore, but of the known deficits {own} mnkr are left.",
    ),
    "read": Sentence(
        "Balanskravsresultatet {year} läses på flera sätt, {values} mnkr, och vart och ett är följt.",
        "The balance result of {year} is read in several ways, {values} mnkr, and each is followed.",
    ),
    "none": Sentence("Inget balanskravsresultat är känt.", "No balance result is known."),
}


Span: TypeAlias = tuple[Decimal | None, Decimal | None]


@frozen(kw_only=True, eq=False)
class Ledger:
    """
    Deficits and what has become of them (underskottens liggare).

    Attributes:
        year: The year at whose end it is seen.
        deficits: By year of the deficit.
        balances: The balance results it rests on; None for a year between that is not known.
        decisions: Those by fullmäktige that waive or prolong.
        by_others: Those by others, which change nothing.
        decided: What is decided on its deficits, plans of action too, with who did, in order of year and day.
        opening: What it begins with, where what was left of all deficits is printed.
        rivals: Of each year whose balance result is read in several ways the lowest and the highest; None for one
            that is not known by some reading.
        beyond: How much a decision is about beyond what was left at the most, in mnkr, by its id.
    """

    year: int
    deficits: tuple[Deficit, ...]
    balances: Mapping[int, Decimal | None]
    decisions: tuple[Decision, ...]
    opening: Opening | None = None
    rivals: Mapping[int, Span] = field(factory=dict)
    beyond: Mapping[str, Decimal] = field(factory=dict)
    by_others: tuple[DecidedByAnother, ...] = field(default=(), repr=False)
    decided: tuple[DeficitDecision, ...] = field(default=(), repr=False)

    @property
    def outstanding(self) -> tuple[Decimal, Decimal]:
        """What is left to restore of all deficits, from and to."""
        pairs = [each.outstanding for each in self.deficits]
        return sum((low for low, _ in pairs), Decimal(0)), sum((high for _, high in pairs), Decimal(0))

    @property
    def untold(self) -> bool:
        """Whether some balance result is not known, so that deficits may lack."""
        return None in self.balances.values() or (self.opening is None and not self.balances)

    def what_is_missing(self, lang: Language = "sv") -> Iterator[str]:
        """What is not known, and what is decided but not counted, each in a sentence."""
        yield from self.what_is_unknown(lang)
        for each in self.by_others:
            yield each.text(lang)

    def what_is_unknown(self, lang: Language = "sv") -> Iterator[str]:
        """What is not known, each in a sentence."""
        if self.opening is None:
            key = "before" if self.balances else "none"
            yield _MISSING[key].say(lang, year=min(self.balances, default=self.year))
        elif self.opening.differs is not None:
            left, own = (number(each, lang) for each in (self.opening.left, self.opening.differs))
            yield _MISSING["differs"].say(lang, year=self.opening.year, left=left, own=own)
        yield from self._unknown_years(lang)
        known = {each.year for each in self.deficits}
        settled = self.opening.begins if self.opening is not None else 0
        for decision in self.decisions:
            if decision.year not in known and (decision.year or 0) >= settled:
                yield _MISSING["decision"].say(lang, title=decision.title, year=decision.year)
            elif decision.year in known and decision.amount_mnkr is None:
                key = "amount" if decision.kind is DecisionKind.WAIVES else "time"
                yield _MISSING[key].say(lang, title=decision.title)

    def _unknown_years(self, lang: Language) -> Iterator[str]:
        """Years whose balance result is not known, or is not the same by every reading."""
        gaps = [year for year, balance in self.balances.items() if balance is None]
        unread = [year for year, span in self.rivals.items() if None in span]
        for key, found in (("years", gaps), ("unread", unread)):
            if found:
                yield _MISSING[key].say(lang, years=listed(spans(found), lang))
        if any(each.state is DeficitState.UNCERTAIN for each in self.deficits):
            yield from (self.read(year, lang) for year in self.rivals if year not in unread)

    def read(self, year: int, lang: Language = "sv") -> str:
        """In which ways a year's balance result is read, in a sentence; nothing if it is in one."""
        if year not in self.rivals:
            return ""
        values = (" till " if lang == "sv" else " to ").join(shown(each, lang) for each in self.rivals[year])
        return _MISSING["read"].say(lang, year=year, values=values)


def statement_of(
    model: SteeringModel, year: int, policies: Policies, stage: AmountStage | None = None
) -> tuple[Accounts, Computed]:
    """
    A year's accounts and the results that the law gives of them.

    Args:
        model: The model.
        year: The year.
        policies: How the law is read where it leaves that open.
        stage: The stage; the best there is if left out.
    """
    key = ("balance", year, policies, stage)
    found: tuple[Accounts, Computed] | None = model.memo.get(key)
    if found is None:
        view = accounts(model, year, stage)
        found = model.memo[key] = view, computed(view, year_law(model, year, policies))
    return found


def ledger(
    model: SteeringModel,
    year: int,
    policies: Policies,
    *,
    stage: AmountStage | None = None,
    until: date | None = None,
) -> Ledger:
    """
    The ledger of deficits at the end of a year.

    Args:
        model: The model.
        year: The year.
        policies: How the law is read where it leaves that open.
        stage: The stage of that year's figures; of earlier years only what has happened counts.
        until: The last day of decisions that count; the year's own last day if left out, so that
            what is decided later changes nothing.
    """
    last = until or years(None, year).last or date.max
    known = _balances(model, year, policies, stage)
    times = {each: year_law(model, each, policies).time for each in known}
    about = [each for each in model.decisions if concerns_deficit(each) and (each.year or 0) <= year]
    made = sorted((each for each in about if (each.on or date.min) <= last), key=lambda each: each.id)
    others = [found for each in made if (found := decided_by_another(model, each)) is not None]
    taken = tuple(each for each in made if decided_by_another(model, each) is None)
    begun = _opening(model, year, policies, stage, (known, times, taken))
    balances = followed(known, begun, year)
    rivals = {
        each: span
        for each, balance in balances.items()
        if balance is not None
        for span in _rivals(model, each, policies, stage if each == year else None)
    }
    later = {each: Decimal(0) for each in range(year + 1, last.year + 1) if balances or begun}
    best, worst = (
        run(
            balances | {each: span[hopeful] for each, span in rivals.items()} | later,
            times,
            taken,
            opening=portions(begun, hopeful=hopeful),
            hopeful=hopeful,
            oldest_first=policies.oldest_deficit_first,
        )
        for hopeful in (True, False)
    )
    held = deficits(best.portions, worst.portions, year)
    return Ledger(
        year=year,
        deficits=held,
        balances=balances,
        decisions=taken,
        opening=begun,
        rivals=rivals,
        beyond=worst.beyond,
        by_others=tuple(others),
        decided=tuple(_decided(model, held, last, begun)),
    )


def _decided(
    model: SteeringModel, found: Sequence[Deficit], last: date, begun: Opening | None
) -> Iterator[DeficitDecision]:
    """What is decided by a day on deficits, in order of the deficit's year and of the day."""
    # What was waived or prolonged of older deficits before the sum of them was printed is in it already.
    first = date.min if begun is None else date(begun.year, DECEMBER, 31)
    years = {deficit.year for deficit in found}
    made = [each for each in model.decisions if each.year is not None and each.year <= max(years, default=0)]
    for each in sorted(made, key=lambda each: (each.year or 0, each.on or date.min, each.id)):
        about = [deficit for deficit in found if concerns(each, deficit) and (each.on or date.min) <= last]
        later = [deficit for deficit in about if not deficit.older or each.on is None or each.on > first]
        if (later and concerns_deficit(each)) or (about and adopts_plan_of_action(model, each)):
            yield on_deficit(model, each)


def _rivals(model: SteeringModel, year: int, policies: Policies, stage: AmountStage | None) -> Iterator[Span]:
    """The lowest and the highest balance result of a year that is read in several ways."""
    view, done = statement_of(model, year, policies, stage)
    found = {done.balance.value, *(each.balance for each in readings(view, year_law(model, year, policies), done))}
    known = [each for each in found if each is not None]
    if len(known) < len(found):  # what is not known may be no deficit, and may have restored everything
        yield min(*known, Decimal(0)), None
    elif len(known) > 1:
        yield min(known), max(known)


_Known: TypeAlias = tuple[dict[int, Decimal | None], dict[int, int | None], tuple["Decision", ...]]


def _opening(
    model: SteeringModel, year: int, policies: Policies, stage: AmountStage | None, held: _Known
) -> Opening | None:
    """What the ledger begins with, where an annual report prints what was left to restore."""
    balances, times, decisions = held
    printed: dict[int, Decimal] = {}
    for each in sorted({amount.year for amount in model.amounts if amount.line == LEFT and amount.year <= year}):
        view, _ = statement_of(model, each, policies, stage if each == year else None)
        value = view.value(LEFT)
        if value is not None and value <= 0 and view.scope.stage in HAPPENED:
            printed[each] = -value
    own: dict[int, Decimal] = {}
    for each in printed:
        told = {before: balance for before, balance in balances.items() if before <= each}
        own[each] = sum((part.outstanding for part in run(told, times, decisions).portions), Decimal(0))
    return opening(printed, balances, own, year_law(model, year, policies).time)


def _balances(
    model: SteeringModel, year: int, policies: Policies, stage: AmountStage | None
) -> dict[int, Decimal | None]:
    """The balance results from the first year that has one."""
    known: dict[int, Decimal] = {}
    for each in {year, *(amount.year for amount in model.amounts if amount.year < year)}:
        view, done = statement_of(model, each, policies, stage if each == year else None)
        if done.balance.value is not None and (each == year or view.scope.stage in HAPPENED):
            known[each] = done.balance.value
    return {each: known.get(each) for each in range(min(known, default=year + 1), year + 1)}
