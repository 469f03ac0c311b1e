"""Cases about the law alone: who may take part, and the time for appeal."""

from __future__ import annotations

from pathlib import Path

import pytest

from regionstyrning.files import FaultyFile
from regionstyrning.testing import CaseResult, read_cases
from regionstyrning.testing.replies import stands_in_the_way
from tests.testing.writing import result_of, written

BASE = 'title = "Prov"\nbase = "exempel"\non = 2026-11-21\n'
TWO_BOARDS = '[{ first = 2026-11-11, board = "X" }, { first = 2026-11-16, board = "Y" }]'
PART = 'may_take_part = "nämnd"\nclosed = true\nfacts = ["part-i-saken"]\n'


def asked(folder: Path, case: str) -> CaseResult:
    """What becomes of a case about the law."""
    return result_of(folder, case, BASE)


@pytest.mark.parametrize(
    "case",
    [
        f'{PART}allowed = false\nbecause = "kl/6-28-1-part"\nlaw = "KL 6 kap. 28 §"\ncomplete = true',
        'may_take_part = "nämnd"\nclosed = true\nallowed = true\ndepends_on = []',
        'may_take_part = "fullmäktige"\nallowed = "beror"\nbecause = "ror-personligen"',
        'may_appeal = true\nclosed = true\nfacts = { "laglighetsprovning" = true }\nallowed = true',
        "appeal_time = [{ first = 2026-12-03 }]\nstarts = 2026-12-03\nlast_day = 2026-12-28\nruns_out = true",
        'appeal_time = [{ first = 2026-10-28 }]\narrived = 2026-11-19\nin_time = false\nlaw = "KL 13 kap. 5 §"',
        "appeal_time = [{ first = 2026-11-11, taken_down = 2026-11-25 }]\nruns_out = false",
        f'appeal_time = {TWO_BOARDS}\nboards = ["X", "Y"]\nlast_day = 2026-12-07',
        "appeal_time = []\nruns_out = false",
        "administrative_appeal_time = 2026-11-02\nlast_day = 2026-11-23",
        'lawful = "återkalla"\nby = "nämnd"\norgan = "utskott"\nclosed = true\nallowed = true\nlaw = "Praxis"',
        'lawful = "återkalla"\nclosed = true\nfacts = ["beslutet-ar-fattat"]\nallowed = false\nbecause = "Praxis"',
        'lawful = "verkställa"\nallowed = "beror"\ndepends_on = ["sarskilda-skal-mot-verkstallighet"]',
        "approve_by = 2026-10-20\ndone = 2026-11-04\nlast_day = 2026-11-03\nin_time = false",
        'announce_by = 2026-11-12\ncounted_to = 2026-11-14\nmoved_to = 2026-11-16\nlaw = "KL 8 kap. 12 §"',
    ],
)
def test_a_case_holds(tmp_path: Path, case: str) -> None:
    """Whatever of the answer it expects."""
    result = asked(tmp_path, case)
    assert (result.text(), result.passed) == ("x (prov.styr.toml:5): håller", True)


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (f"{PART}allowed = true", ["allowed: väntade true, fann false", "Nej, KL 6 kap. 28 §"]),
        (
            "appeal_time = [{ first = 2026-12-03 }]\nlast_day = 2026-12-24",
            ["last_day: väntade 2026-12-24, fann 2026-12-28", "Sista dag är 2026-12-28, räknat från 2026-12-03"],
        ),
        ("appeal_time = []\nin_time = true", ["in_time: väntade true, fann –"]),
        (
            "approve_by = 2026-10-20\nin_time = true",
            ["in_time: väntade true, fann –", "Sista dag är 2026-11-03 (KL 5 kap. 69 §)."],
        ),
        ("announce_by = 2017-10-20\nin_time = true", ["Lagen för 2017-10-20 hålls inte."]),
    ],
)
def test_what_differs_is_told(tmp_path: Path, case: str, told: list[str]) -> None:
    """With the answer."""
    text = asked(tmp_path, case).text()
    assert [piece for piece in told if piece not in text] == []


def test_a_bar_that_stands_is_touched(tmp_path: Path) -> None:
    """As a prohibition that a case shows."""
    result = asked(tmp_path, f"{PART}allowed = false")
    assert [name for name in result.touched if name.startswith(stands_in_the_way("KL 6 kap. 28 §"))] != []


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ('may_take_part = "nämd"\nallowed = true', "okänt värde 'nämd', menades 'nämnd'?"),
        ('lawful = "ge rätten vidare"\nallowed = true', "okänt värde 'ge rätten vidare'"),
        ("appeal_time = [2026-10-28]\nruns_out = true", "väntade en lista med tabeller, var och en med dagen first"),
        (
            'appeal_time = [{ board = "X" }]\nruns_out = true',
            "väntade en lista med tabeller, var och en med dagen first",
        ),
        (
            "appeal_time = [{ first = 2026-10-28, last = 2026-10-28 }]\nruns_out = true",
            "väntade en lista med tabeller, var och en med dagen first",
        ),
    ],
)
def test_a_case_that_is_not_as_it_must_be_is_refused(tmp_path: Path, case: str, told: str) -> None:
    """With what was expected."""
    with pytest.raises(FaultyFile) as caught:
        read_cases(written(tmp_path, f'{BASE}[[cases]]\ntitle = "x"\n{case}'))
    assert [told in finding.text() for finding in caught.value.findings] == [True]
