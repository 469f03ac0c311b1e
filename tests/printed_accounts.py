"""Small regions with printed accounts, for tests of the economy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from regionstyrning.model import (
    LINES,
    Amount,
    AmountStage,
    Decision,
    DecisionKind,
    ModelStatus,
    Organ,
    OrganKind,
    Record,
    SteeringModel,
    Unit,
)

REGION = "region"

R, A, B, C = (
    "arets-resultat",
    "realisationsvinster",
    "realisationsvinster-enligt-undantag",
    "realisationsforluster-enligt-undantag",
)
D, E = "orealiserade-vinster", "orealiserade-forluster"
F, G = "aterforing-av-orealiserade-forluster", "aterforing-av-orealiserade-vinster"
RJ, H, I, J = (  # noqa: E741 - the letters of the layout
    "resultat-efter-balanskravsjusteringar",
    "reservering-till-reserv",
    "anvandning-av-reserv",
    "anvandning-av-resultatutjamningsreserv",
)
BAL = "balanskravsresultat"
TAXES, GRANTS = "skatteintakter", "generella-statsbidrag-och-utjamning"
EQUITY, PENSIONS = "eget-kapital", "pensionsforpliktelser-utanfor-balansrakningen"
RER, RUR = "resultatreserv", "resultatutjamningsreserv"

NOTHING = dict.fromkeys((A, D, E, F, G, H, I), "0")
"""A whole statement in which nothing is adjusted, reserved or used."""


def amount(line: str | None, value: str | None, year: int, **more: Any) -> Amount:  # noqa: ANN401 - any field
    """An outcome of the region in mnkr."""
    usual = {
        "line": line,
        "title": LINES.get(line or "", "En egen rad"),
        "year": year,
        "stage": AmountStage.OUTCOME,
        "organ": REGION,
        "value": None if value is None else Decimal(value),
    }
    return Amount(**{**usual, **more})


def seen(*values: object) -> tuple[object, ...]:
    """What is compared with whole numbers, whatever kind of number it is."""
    return values


def printed(
    years: Mapping[int, Mapping[str, str]],
    *more: Record,
    unit: Unit = Unit.MNKR,
    **fields: Any,  # noqa: ANN401 - any record
) -> SteeringModel:
    """A region whose outcomes are printed for some years, and what else it has."""
    amounts = [amount(line, value, year, unit=unit) for year, lines in years.items() for line, value in lines.items()]
    model = SteeringModel(
        **{
            "id": "liten",
            "title": "Lilla regionen",
            "as_of": date(2026, 6, 1),
            "status": ModelStatus.FICTIONAL,
            "legal_person": REGION,
            "organs": [
                Organ(id=REGION, title="Lilla regionen", kind=OrganKind.LEGAL_PERSON),
                Organ(id="rf", title="Regionfullmäktige", kind=OrganKind.ASSEMBLY, part_of=REGION),
            ],
            "amounts": amounts,
            **fields,
        }
    )
    return model.with_(*more) if more else model


def decided(kind: DecisionKind, on: date | None, year: int, **more: Any) -> Decision:  # noqa: ANN401 - any field
    """What fullmäktige decided about a year's deficit."""
    return Decision(**{"kind": kind, "by": "rf", "on": on, "year": year, "title": f"Om underskottet {year}", **more})


def results(balances: Iterable[tuple[int, str]]) -> dict[int, dict[str, str]]:
    """Years of which only the balance result is printed."""
    return {year: {BAL: value} for year, value in balances}
