"""Printed figures and key ratios."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import ClassVar

from attrs import field, frozen

from regionstyrning.errors import InvalidValue
from regionstyrning.model.dates import Part
from regionstyrning.model.records import Keyed, Record, as_decimal_if_any, as_tuple, to

LINES: dict[str, str] = {
    "verksamhetens-intakter": "Verksamhetens intäkter",
    "verksamhetens-kostnader": "Verksamhetens kostnader",
    "avskrivningar": "Avskrivningar",
    "verksamhetens-nettokostnader": "Verksamhetens nettokostnader",
    "skatteintakter": "Skatteintäkter",
    "generella-statsbidrag-och-utjamning": "Generella statsbidrag och utjämning",
    "verksamhetens-resultat": "Verksamhetens resultat",
    "finansiella-intakter": "Finansiella intäkter",
    "finansiella-kostnader": "Finansiella kostnader",
    "resultat-efter-finansiella-poster": "Resultat efter finansiella poster",
    "extraordinara-poster": "Extraordinära poster",
    "arets-resultat": "Årets resultat",
    "realisationsvinster": "Realisationsvinster",
    "realisationsvinster-enligt-undantag": "Realisationsvinster enligt undantagsmöjlighet",
    "realisationsforluster-enligt-undantag": "Realisationsförluster enligt undantagsmöjlighet",
    "orealiserade-vinster": "Orealiserade vinster i värdepapper",
    "orealiserade-forluster": "Orealiserade förluster i värdepapper",
    "orealiserade-vinster-och-forluster": "Orealiserade vinster och förluster i värdepapper",
    "aterforing-av-orealiserade-forluster": "Återföring av orealiserade förluster i värdepapper",
    "aterforing-av-orealiserade-vinster": "Återföring av orealiserade vinster i värdepapper",
    "aterforing-av-orealiserade": "Återföring av orealiserade vinster och förluster i värdepapper",
    "resultat-efter-balanskravsjusteringar": "Årets resultat efter balanskravsjusteringar",
    "reservering-till-reserv": "Reservering till resultatreserv",
    "anvandning-av-reserv": "Användning av medel från resultatreserv",
    "anvandning-av-resultatutjamningsreserv": "Användning av medel från resultatutjämningsreserv",
    "balanskravsresultat": "Balanskravsresultat",
    "underskott-att-aterstalla": "Balanskravsunderskott att återställa",
    "anlaggningstillgangar": "Anläggningstillgångar",
    "omsattningstillgangar": "Omsättningstillgångar",
    "varulager": "Förråd och lager",
    "summa-tillgangar": "Summa tillgångar",
    "eget-kapital": "Eget kapital",
    "resultatreserv": "Resultatreserv",
    "resultatutjamningsreserv": "Resultatutjämningsreserv",
    "avsattningar": "Avsättningar",
    "avsattningar-for-pensioner": "Avsättningar för pensioner",
    "langfristiga-skulder": "Långfristiga skulder",
    "kortfristiga-skulder": "Kortfristiga skulder",
    "summa-eget-kapital-avsattningar-och-skulder": "Summa eget kapital, avsättningar och skulder",
    "pensionsforpliktelser-utanfor-balansrakningen": "Pensionsförpliktelser utanför balansräkningen",
    "pensionsmedel": "Pensionsmedel till marknadsvärde",
    "investeringar": "Investeringar",
    "ram": "Ram för nämnd",
}
"""
The lines that law and targets need (rader), by id: income statement, balance statement, balance sheet.

Unrealised gains and losses, and their reversal, stand both apart and as one line, since reports
print either. What is left to restore at the end of the year stands as a negative number, or zero. A
reserve is the resultatutjämningsreserv to 2023 and the resultatreserv from 2024.

Source:
    LKBR 5:1, 6:1, 11:10; the reading of ids is ours.
"""


class AmountStage(Enum):
    """At which stage a figure is printed (beloppets skede)."""

    OUTCOME = "utfall"
    PRELIMINARY = "preliminärt utfall"
    FORECAST = "prognos"
    BUDGET = "budget"
    PLAN = "plan"
    PROPOSAL = "förslag"
    AIM = "riktvärde"


class Unit(Enum):
    """In which unit a figure is printed (beloppets enhet)."""

    MNKR = "mnkr"
    TKR = "tkr"
    SEK = "kronor"
    PERCENT = "procent"


class Precision(Enum):
    """How exactly a figure is given (noggrannhet)."""

    EXACT = "exakt"
    ABOUT = "omkring"
    JUST_OVER = "drygt"
    JUST_UNDER = "knappt"
    AT_MOST = "högst"
    AT_LEAST = "minst"


@frozen(kw_only=True)
class Amount(Keyed):
    """
    One printed figure (belopp): line, year, stage, whose, document, day and wording are all part of it.

    Attributes:
        line: Id of one of `LINES`; None for a line that the layout lacks.
        title: The line as printed.
        lump: Ids of the lines that are printed as one.
        year: The year, or the first of several.
        last_year: The last year, for a sum over several.
        part: The part of the year.
        stage: Outcome, preliminary, forecast, budget, plan, proposal or aim.
        organ: Id of the organ whose it is; the legal person itself for the region.
        group: Whether it is for the whole group (koncern).
        temporary: Whether it is a grant or other income for a time only (tillfälligt statsbidrag).
        document: Id of the document it stands in.
        on: The day when it was printed or decided.
        value: The figure, in its unit; None if it cannot be read.
        unit: The unit it is printed in.
        precision: Whether it is exact, about, just over.
        formula: How a local result concept is made, where that is stated.
        text: As written.

    Raises:
        InvalidValue: if the last year is before the first.
    """

    _prefix: ClassVar[str] = "amount"
    _key: ClassVar[tuple[str, ...]] = (
        "organ",
        "line",
        "title",
        "year",
        "last_year",
        "part",
        "stage",
        "group",
        "document",
        "on",
    )

    line: str | None = None
    title: str
    lump: tuple[str, ...] = field(default=(), converter=as_tuple)
    year: int
    last_year: int | None = None
    part: Part | None = None
    stage: AmountStage
    organ: str = field(metadata=to("organs"))
    group: bool = False
    temporary: bool = False
    document: str | None = field(default=None, metadata=to("documents", "publications"))
    on: date | None = None
    value: Decimal | None = field(default=None, converter=as_decimal_if_any)
    unit: Unit = Unit.MNKR
    precision: Precision = Precision.EXACT
    formula: str | None = None
    text: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.last_year is not None and self.last_year < self.year:
            message = f"last_year {self.last_year} is before year {self.year}"
            raise InvalidValue("last_year", message)


@frozen(kw_only=True)
class Ratio(Record):
    """
    A key ratio (ekonomiskt nyckeltal) as a formula over lines of the accounts.

    Attributes:
        id: Unique in the model.
        title: Its name.
        formula: Line ids, numbers, ``+ - * /`` and brackets; None for a concept without a stated formula.
        unit: The unit of what it gives.
    """

    id: str
    title: str
    formula: str | None = None
    unit: Unit = Unit.PERCENT
