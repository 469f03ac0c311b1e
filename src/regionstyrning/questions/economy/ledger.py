"""The way deficits go from year to year, and what decisions do to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from attrs import evolve, field, frozen

from regionstyrning.model.documents import Decision, DecisionKind
from regionstyrning.model.records import as_tuple
from regionstyrning.questions.economy.balance import deficit, restored, surplus
from regionstyrning.questions.economy.deficits import ZERO, Portion
from regionstyrning.questions.economy.numbers import DECIMALS


@frozen(kw_only=True)
class Run:
    """
    What has become of deficits (liggarens gång).

    Attributes:
        portions: In order of year and time. Of each, what is restored, waived and left is the whole.
        beyond: How much a decision's amount is above what was left for it to be about, in mnkr, by its id.
    """

    portions: tuple[Portion, ...] = field(converter=as_tuple)
    beyond: Mapping[str, Decimal]


def run(  # noqa: PLR0913 - each is a part of the way they go
    balances: Mapping[int, Decimal | None],
    times: Mapping[int, int | None],
    decisions: Sequence[Decision],
    *,
    opening: Sequence[Portion] = (),
    hopeful: bool = True,
    oldest_first: bool = True,
) -> Run:
    """
    Follow deficits from year to year.

    Args:
        balances: The balance result of each year, in order; None where it is not known.
        times: How many years there are to restore each year's deficit in.
        decisions: Those that waive or prolong. Each is taken in a year before it is restored in; one that
            was made before the deficit was known, in its own year or earlier, when the deficit arises.
        opening: What was left of older deficits when the first year began.
        hopeful: Whether what is not known is taken to have gone well: an unknown year restored
            everything, and a decision without an amount covers all that is left.
        oldest_first: Whether the portion whose time ends first is restored first, else last.
    """
    held: list[Portion] = list(opening)
    beyond: dict[str, Decimal] = {}
    for year, balance in balances.items():
        for decision in _of_year(decisions, year):
            held, over = _decided(held, decision, hopeful=hopeful)
            beyond |= _told(decision, over, held, balances)
        held.sort(key=_due, reverse=not oldest_first)
        # What an unknown year restored is nothing or everything.
        available = surplus(DECIMALS, balance) if balance is not None else _all_of(held) if hopeful else ZERO
        taken, _ = restored(DECIMALS, [each.outstanding for each in held], available)
        held = [evolve(each, restored=each.restored + part) for each, part in zip(held, taken, strict=True)]
        if balance is not None and deficit(DECIMALS, balance):
            time = times.get(year)
            last = None if time is None else year + time
            held.append(Portion(year=year, last_year=last, amount=deficit(DECIMALS, balance)))
        for decision in _beforehand(decisions, year):
            held, over = _decided(held, decision, hopeful=hopeful)
            beyond |= _told(decision, over, held, balances)
    return Run(portions=sorted(held, key=lambda each: (each.year, _due(each))), beyond=beyond)


def _told(
    decision: Decision, over: Decimal, held: Iterable[Portion], balances: Mapping[int, Decimal | None]
) -> dict[str, Decimal]:
    """How much a decision is about beyond what was left, if its deficit or that there was none is known."""
    known = balances.get(decision.year or 0) is not None or any(_concerns(decision, each) for each in held)
    return {decision.id: over} if over and known else {}


def concerns_deficit(decision: Decision) -> bool:
    """Whether a decision waives or prolongs the restoring of a year's deficit."""
    if decision.year is None:
        return False
    prolongs = decision.kind is DecisionKind.PROLONGS and decision.until_year is not None
    return prolongs or decision.kind is DecisionKind.WAIVES


def _of_year(decisions: Iterable[Decision], year: int) -> list[Decision]:
    """Decisions on earlier deficits taken in a year; one of an unknown day is of the year after the deficit."""
    return _in_order(each for each in decisions if _taken(each) == year > (each.year or 0))


def _beforehand(decisions: Iterable[Decision], year: int) -> list[Decision]:
    """Decisions on the deficit of a year that were made before the year had ended, as with the next budget."""
    return _in_order(each for each in decisions if _taken(each) <= year == each.year)


def _taken(decision: Decision) -> int:
    return decision.on.year if decision.on else (decision.year or 0) + 1


def _in_order(decisions: Iterable[Decision]) -> list[Decision]:
    return sorted(decisions, key=lambda each: (each.on or date.min, each.id))


def _decided(held: list[Portion], decision: Decision, *, hopeful: bool) -> tuple[list[Portion], Decimal]:
    """
    The portions as a decision leaves them, and how much of its amount there was nothing left for.

    Its amount is taken of those whose time ends first.
    """
    named = decision.amount_mnkr
    left = named if named is not None else _all_of(held) if hopeful else ZERO
    after: list[Portion] = []
    for each in sorted(held, key=_due):
        if not _concerns(decision, each) or not each.outstanding:
            after.append(each)
            continue
        covered = min(each.outstanding, left)
        left -= covered
        after += _covered(evolve(each, decisions=(*each.decisions, decision.id)), decision, covered)
    return after, ZERO if named is None else left


def _concerns(decision: Decision, portion: Portion) -> bool:
    """Whether a decision is about a portion; one on an older year may be about what was left in one sum."""
    year = decision.year
    return year is not None and (year <= portion.year if portion.older else year == portion.year)


def _covered(portion: Portion, decision: Decision, covered: Decimal) -> list[Portion]:
    """A portion with some of what is left waived, or given more time as a portion of its own."""
    if decision.kind is DecisionKind.WAIVES:
        return [evolve(portion, waived=portion.waived + covered)]
    if not covered:
        return [portion]
    if covered == portion.amount:
        return [evolve(portion, last_year=decision.until_year)]
    longer = evolve(portion, last_year=decision.until_year, amount=covered, restored=ZERO, waived=ZERO)
    return [evolve(portion, amount=portion.amount - covered), longer]


def _due(portion: Portion) -> tuple[int, int]:
    return (portion.year if portion.last_year is None else portion.last_year, portion.year)


def _all_of(held: Iterable[Portion]) -> Decimal:
    return sum((each.outstanding for each in held), ZERO)
