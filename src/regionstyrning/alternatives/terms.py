"""What the law of one year ahead, and the region's own ceiling, ask of the reckoning."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import frozen

from regionstyrning.model.geh import ReserveKind
from regionstyrning.questions.economy.layout import EQUALISATION_USED, UNREALISED
from regionstyrning.questions.economy.year_law import EQUALISATION, RESULT_RESERVE, year_law

if TYPE_CHECKING:
    from regionstyrning.alternatives.assumptions import Assumptions
    from regionstyrning.law import Policies
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
        ceilings: The ceilings of that reserve in percent of taxes and grants: the law's, the region's own.
        uses: The reserves that may be and are used, by their lines, in order.
        dissolves: Whether what is left of a resultatutjämningsreserv is no reserve any longer.
        adjusts: Whether unrealised gains and losses are taken out.
        time: How many years there are to restore a deficit in.
        usual: The share of taxes and grants that the result must exceed before anything is reserved.
        if_negative: The same, where equity with all pension commitments is negative.
        policies: How the law is read where it leaves that open.
    """

    year: int
    law: YearLaw
    fills: str | None
    ceilings: tuple[tuple[str, Decimal], ...]
    uses: tuple[str, ...]
    dissolves: bool
    adjusts: bool
    time: int
    usual: Decimal
    if_negative: Decimal
    policies: Policies


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
    return Terms(
        year=year,
        law=law,
        fills=law.fills if assumptions.fills_reserves else None,
        ceilings=_ceilings(model, law),
        uses=tuple(uses) if assumptions.uses_reserves else (),
        dissolves=not kept,
        adjusts=law.counts(UNREALISED),
        time=law.time,
        usual=law.usual,
        if_negative=law.if_negative,
        policies=policies,
    )


def _ceilings(model: SteeringModel, law: YearLaw) -> tuple[tuple[str, Decimal], ...]:
    structure = model.structure_on(date(law.year, 12, 31))
    kind = ReserveKind.RESULT if law.fills == RESULT_RESERVE else ReserveKind.EQUALISATION
    reserves = () if structure is None else structure.reserves
    own = next((each.limit_percent for each in reserves if each.kind is kind), None)
    named = (("ceiling", law.ceiling), ("own", own))
    return tuple((name, ceiling) for name, ceiling in named if ceiling is not None)
