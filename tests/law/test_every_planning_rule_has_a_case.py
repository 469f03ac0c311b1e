"""The numbered rules on plans, horizons and the statutory year, PL-1 to PL-27: each has a case, as has each vector."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regionstyrning.testing import Case, read_cases

FOLDER = Path(__file__).parent.parent / "cases"
CASES = tuple(case for path in sorted(FOLDER.glob("*/*.styr.toml")) for case in read_cases(path).cases)
NUMBER = re.compile(r"PL-(\d+)")

NUMBERS = range(1, 28)

VECTORS = {
    "interim period January to May": "PL-13: januari–maj är kortare än halva året",
    "interim period January to June": "PL-13: januari–juni är halva året",
    "interim period January to August": "PL-13: januari–augusti är två tredjedelar",
    "interim period January to September": "PL-13: januari–september är för långt",
    "31 August 2025, handed over on 1 November": (
        "PL-14: per den 31 augusti 2025, lämnad den 1 november: den 31 oktober var en fredag"
    ),
    "31 August 2026, handed over on Monday 2 November": (
        "PL-14: per den 31 augusti 2026, lämnad måndagen den 2 november: försenad, eftersom dagen inte flyttas"
    ),
    "the same with own days moved": "PL-14: i tid om regionens egna dagar flyttas från helg",
    "30 June, handed over on 31 August": (
        "PL-14: per den 30 juni, lämnad den 31 augusti: det beror på hur månader räknas"
    ),
    "30 June, handed over on 1 September": "PL-14: per den 30 juni, lämnad den 1 september: försenad",
    "annual report 2027 handed over on 18 April 2028": (
        "PL-16: årsredovisningen 2027, lämnad den 18 april 2028: den 15 är en lördag"
    ),
    "the same with own days moved past Easter": "PL-16: i tid om dagen flyttas förbi påsken",
    "budget on 5 December with tax rate and special reasons": (
        "PL-10: antagen den 5 december, med skattesatsen fastställd den 28 november och särskilda skäl"
    ),
    "the same without a tax rate": "PL-10: utan skattesats före utgången av november",
    "discharge before approval": "PL-17: ansvarsfriheten avgjordes innan årsredovisningen godkändes",
    "discharge on 30 June": "PL-17: ansvarsfriheten avgjord den 30 juni",
    "discharge on 1 July": "PL-17: ansvarsfriheten avgjord den 1 juli",
    "budget 2027 by the outgoing in September 2026": (
        "PL-9: det avgående fullmäktige i september ett valår får inte anta nästa års budget"
    ),
    "budget 2027 by the new on 24 November 2026": "PL-9: det nyvalda får",
    "plan 2027 to 2029": "PL-4: planen för 2027–2029 räcker",
    "plan 2028 to 2030, and 2027 to 2028": (
        "PL-4: två år räcker inte, och budgetåret ska vara det första; fem år räcker, och om rubriken sägs inget"
    ),
}
"""Where each worked example of the planning rules is tried."""


def numbered() -> dict[int, list[Case]]:
    """The cases of each number."""
    found: dict[int, list[Case]] = {}
    for case in CASES:
        for number in NUMBER.findall(case.title):
            found.setdefault(int(number), []).append(case)
    return found


def test_every_number_has_a_case() -> None:
    """From PL-1 to PL-27, and there are no others."""
    assert sorted(numbered()) == list(NUMBERS)


def test_every_number_rests_on_a_paragraph_in_some_case() -> None:
    """What is told rests on the law."""
    assert [number for number, cases in numbered().items() if not any("law" in case.told for case in cases)] == []


@pytest.mark.parametrize("title", VECTORS.values(), ids=VECTORS)
def test_every_vector_is_a_case(title: str) -> None:
    """One and no more."""
    assert [case.title for case in CASES if case.title == title] == [title]
