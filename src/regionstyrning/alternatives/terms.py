"""What the law of one year ahead, and the region's own ceiling, ask of the reckoning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.alternatives.decided import decided_beforehand
from regionstyrning.model.dates import DECEMBER
from regionstyrning.questions.economy.layout import EQUALISATION_USED, UNREALISED
from regionstyrning.questions.economy.reserving import KIND_OF
from regionstyrning.questions.economy.year_law import EQUALISATION, RESULT_RESERVE, year_law

if TYPE_CHECKING:
    from regionstyrning.alternatives.assumptions import Assumptions
    from regionstyrning.alternatives.decided import DecidedBeforehand
    from regionstyrning.law import Policies
    from regionstyrning.model.geh import Reserve
    from regionstyrning.model.steering_model import SteeringModel
    from regionstyrning.questions.economy.year_law import YearLaw


@frozen(kw_only=True, eq=False)
class Terms:
    """
    What holds in a year ahead (årets villkor).

    Attributes:
        year: The fiscal year.
        law: Its rules.
        fills: The reserve that is filled, by its line; None if none may or shall be.
        assumed: Whether it is the caller who said if it is filled, and no guidelines.
        uncovered: Whether none is for want of known guidelines of the region's own for it.
        idle: The reserves that may be used and are not, for want of the same.
        in_words: The region's own reserves with conditions that are only said in words.
        ceilings: The ceilings of that reserve in percent of taxes and grants: the law's, the region's own.
        uses: The reserves that may be and are used, by their lines, in order.
        dissolves: Whether what is left of a resultatutjämningsreserv is no reserve any longer.
        adjusts: Whether unrealised gains and losses are taken out.
        time: How many years there are to restore a deficit in.
        usual: The share of taxes and grants that the result must exceed before anything is reserved.
        if_negative: The same, where equity with all pension commitments is negative.
        policies: How the law is read where it leaves that open.
        decided: What is decided beforehand of a deficit of the year, in order of day.
    """

    year: int
    law: YearLaw
    fills: str | None
    assumed: bool
    uncovered: bool
    idle: tuple[str, ...]
    in_words: tuple[Reserve, ...]
    ceilings: tuple[tuple[str, Decimal], ...]
    uses: tuple[str, ...]
    dissolves: bool
    adjusts: bool
    time: int
    usual: Decimal
    if_negative: Decimal
    policies: Policies
    decided: tuple[DecidedBeforehand, ...]

    def only_to_zero(self, reserve: str) -> bool:
        """Whether a reserve only covers a negative result, up to zero, as the law is read."""
        if reserve == EQUALISATION:
            return self.policies.equalisation_reserve_only_to_zero
        return self.policies.result_reserve_only_to_zero


def terms_of(model: SteeringModel, year: int, assumptions: Assumptions, policies: Policies) -> Terms | None:
    """
    What holds in a year ahead.

    Args:
        model: The model.
        year: The fiscal year.
        assumptions: With whether reserves are filled and used.
        policies: How the law is read where it leaves that open.

    Returns:
        None where the law of the year is not held.
    """
    law = year_law(model, year, policies)
    if law.time is None or law.usual is None or law.if_negative is None:
        return None
    kept = law.counts(EQUALISATION_USED) or law.fills == EQUALISATION
    uses = [EQUALISATION] * kept + [RESULT_RESERVE] * (law.fills == RESULT_RESERVE)
    structure = model.structure_on(date(year, DECEMBER, 31))
    own = () if structure is None else structure.reserves
    covered = {reserve for reserve, kind in KIND_OF.items() if any(each.kind is kind for each in own)}
    using = covered if assumptions.uses_reserves is None else {*uses} if assumptions.uses_reserves else set()
    filling = law.fills in covered if assumptions.fills_reserves is None else assumptions.fills_reserves
    counted = {KIND_OF[reserve] for reserve in (*uses, law.fills) if reserve is not None}
    return Terms(
        year=year,
        law=law,
        fills=law.fills if filling else None,
        assumed=assumptions.fills_reserves is not None,
        uncovered=law.fills is not None and assumptions.fills_reserves is None and law.fills not in covered,
        idle=tuple(each for each in uses if assumptions.uses_reserves is None and each not in using),
        in_words=tuple(each for each in own if each.kind in counted and (each.filled or each.used)),
        ceilings=_ceilings(own, law),
        uses=tuple(each for each in uses if each in using),
        dissolves=not kept,
        adjusts=law.counts(UNREALISED),
        time=law.time,
        usual=law.usual,
        if_negative=law.if_negative,
        policies=policies,
        decided=decided_beforehand(model, year),
    )


def _ceilings(reserves: Sequence[Reserve], law: YearLaw) -> tuple[tuple[str, Decimal], ...]:
    own = next((each.limit_percent for each in reserves if each.kind is KIND_OF.get(law.fills or "")), None)
    named = (("ceiling", law.ceiling), ("own", own))
    return tuple((name, ceiling) for name, ceiling in named if ceiling is not None)
