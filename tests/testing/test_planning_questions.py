"""Cases about elections and mandate periods, and what is told where they do not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from regionstyrning.testing import CaseResult
from tests.testing.writing import result_of

BASE = 'title = "Prov"\nbase = "exempel"\non = 2026-11-21\n'


def asked(folder: Path, case: str) -> CaseResult:
    """What becomes of a case."""
    return result_of(folder, case, BASE)


@pytest.mark.parametrize(
    "case",
    [
        'election = 2026\nheld = true\nday = 2026-09-13\nlaw = "VAL 1 kap. 3 §"',
        "election = 2027\nheld = false",
        'mandate_period = "fullmäktige"\nset = true\nelected = 2026\nfirst = 2026-10-15\nlast = 2030-10-14',
        'mandate_period = "nämnd"\nset = false',
        'deciding_assembly = true\nelected = 2026\nmay_adopt_next_budget = true\nlaw = "KL 5 kap. 9 §"',
    ],
)
def test_a_case_holds(tmp_path: Path, case: str) -> None:
    """Whatever of the answer it expects."""
    assert asked(tmp_path, case).passed is True


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("election = 2026\nday = 2026-09-20", "Val hålls den 2026-09-13 (VAL 1 kap. 3 §)."),
        ("election = 2027\nheld = true", "Inget val hålls 2027, eller lagen hålls inte."),
        (
            'mandate_period = "styrelse"\nelected = 2026',
            "Mandatperioden är 2023-01-01–2026-12-31 (KL 6 kap. 18 §).",
        ),
        ('mandate_period = "nämnd"\nset = true', "Lagen sätter ingen mandatperiod."),
        ("most_substitutes = 5\nmost = 2", "Högst hälften av 5 platser; hur en halv plats avrundas hålls inte."),
        ("most_substitutes = 12\nmost = 7", "Högst 6 ersättare."),
        ("most_substitutes = 12\non = 2017-06-01\nmost = 6", "Lagen säger inget om det, eller hålls inte."),
        ("deciding_assembly = true\nelected = 2022", "Regionfullmäktige, som beslutar den 2026-11-21, valdes 2026"),
    ],
)
def test_what_was_found_is_told(tmp_path: Path, case: str, told: str) -> None:
    """Where a case does not hold."""
    text = " ".join(asked(tmp_path, case).text().split())
    assert told in text
