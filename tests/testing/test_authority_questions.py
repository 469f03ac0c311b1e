"""Cases about who may decide: what they may ask and expect, and what is told when they do not hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from regionstyrning.files import FaultyFile
from regionstyrning.testing import CaseResult, read_cases
from tests.testing.writing import result_of, written

CHAIN = ("hsn-sjukvardsdirektor-inkop", "sjukvardsdirektor-omradeschef-inkop")
MILLION = "1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000 kronor"
BASE = 'title = "Prov"\nbase = "exempel"\non = 2026-03-01\n'
MAY = 'may_decide = "omradeschef"\nmatter = "inkop"\nclosed = true\n'
WHO = 'who_may_decide = "inkop"\nclosed = true\namount_sek = 20_000_000\n'
POWERS = 'powers_of = "omradeschef"\nclosed = true\n'


def asked(folder: Path, case: str) -> CaseResult:
    """What becomes of a case about Region Exempel."""
    return result_of(folder, case, BASE)


@pytest.mark.parametrize(
    "case",
    [
        f"{MAY}amount_sek = 900_000\nallowed = true",
        f'{MAY}amount_sek = 900_000\nallowed = true\nbecause = "sjukvardsdirektor-omradeschef-inkop"',
        f'{MAY}amount_sek = 900_000\nallowed = true\nbecause = ["KL 7 kap. 6 §", "anmäls till"]\nlaw = "KL 7 kap. 8 §"',
        f'{MAY}amount_sek = 900_000\nchain = ["{CHAIN[0]}", "{CHAIN[1]}"]',
        f'{MAY}amount_sek = 900_000\nduties = [["överklagande"], ["anmäls", "hsn", "sjukvardsdirektor"]]',
        f'{MAY}amount_sek = 900_000\ncalled_up_by = ["hsn-au", "hsn"]\ncomplete = true',
        f'{MAY}amount_sek = 2_000_000\nallowed = false\nbecause = "amount"',
        f'{MAY}amount_sek = 2_000_000\nallowed = false\nbecause = "Gränsen är {MILLION}"',
        f'{MAY}amount_sek = 2_000_000\nfacts = {{ "franvaro:divisionschef" = true }}\nallowed = true',
        f'{MAY}allowed = "beror"\ndepends_on = ["amount_sek"]\nbecause = ["amount_sek", "inkop"]',
        f'{MAY}amount_sek = 1\ndisqualified = ["omradeschef"]\nallowed = false\nbecause = "disqualified"',
        f'{MAY}amount_sek = 1\non = 2023-01-01\nallowed = false\nbecause = "day"',
        f'{WHO}deciders = ["hsn-au", "hsn"]\ndepending = []\nlaw = "KL 6 kap. 37 §"\ncomplete = true',
        f'{WHO}because = ["amount", "hsn-sjukvardsdirektor-inkop"]',
        f'{POWERS}depending = []\npowers = ["direktupphandling", "inkop", "ramavtalsavrop"]',
    ],
)
def test_a_case_holds(tmp_path: Path, case: str) -> None:
    """Whatever of the answer it expects."""
    result = asked(tmp_path, case)
    assert (result.text(), result.passed) == ("x (prov.styr.toml:5): håller", True)


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (f"{MAY}amount_sek = 900_000\nallowed = false", "allowed: väntade false, fann true"),
        (f"{MAY}amount_sek = 2_000_000\nallowed = true", "allowed: väntade true, fann false"),
        (f"{MAY}allowed = true", 'allowed: väntade true, fann "beror"'),
        (f"{MAY}depends_on = []", 'depends_on: väntade [], fann ["amount_sek"]'),
        (f'{MAY}amount_sek = 2_000_000\nbecause = "day"', 'because: väntade "day", fann ["'),
        (f'{MAY}amount_sek = 2_000_000\nbecause = "amoun"', 'because: väntade "amoun", fann ["'),
        (
            f'{MAY}amount_sek = 900_000\nchain = ["{CHAIN[1]}", "{CHAIN[0]}"]',
            'chain: väntade ["sjukvardsdirektor-omradeschef-inkop",',
        ),
        (
            f'{MAY}amount_sek = 900_000\nlaw = "KL 7 kap. 5 §§"',
            'law: väntade "KL 7 kap. 5 §§", fann ["KL 6 kap. 44 §", ',
        ),
        (f'{WHO}deciders = ["hsn"]', 'deciders: väntade ["hsn"], fann ["hsn", "hsn-au"]'),
        (f'{POWERS}powers = ["inkop"]', 'powers: väntade ["inkop"], fann ["direktupphandling", "inkop",'),
    ],
)
def test_what_differs_is_told(tmp_path: Path, case: str, told: str) -> None:
    """What was expected, and what was found."""
    assert asked(tmp_path, case).text().splitlines()[1].startswith(told)


def test_a_failure_tells_steps_and_refusals(tmp_path: Path) -> None:
    """The whole answer, folded."""
    text = asked(tmp_path, f"{MAY}amount_sek = 2_000_000\nallowed = true").text()
    assert "Nej: områdeschef får inte besluta om inköp av varor och tjänster för" in text
    assert "- Områdeschef: gränsen är 1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000 kronor." in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_result_has_steps_and_refusals(tmp_path: Path) -> None:
    """As the answer has them."""
    result = asked(tmp_path, f"{MAY}amount_sek = 2_000_000\nallowed = false")
    assert "sjukvardsdirektor-omradeschef-inkop" in [step.record for step in result.refused]
    assert result.to_records()[0]["refused"] == [step.text() for step in result.refused]


def test_what_it_rests_on_is_told_with_its_value(tmp_path: Path) -> None:
    """A setting follows the case."""
    case = f'{MAY}amount_sek = 1\nallowed = false\nrests_on = "kl_2026_07"\npolicies = {{ kl_2026_07 = false }}'
    text = " ".join(asked(tmp_path, case).text().split())
    assert "Fallet vilar på: Kommunallagens ändringar den 1 juli 2026 räknas som gällande: nej." in text


def test_a_setting_chooses_the_law(tmp_path: Path) -> None:
    """To whom a decision on a right that was passed on is reported."""
    policies = 'policies = { subdelegate_reports_to = "förvaltningschefen", splitting_barred = true }'
    assert asked(tmp_path, f"{MAY}amount_sek = 1\n{policies}\nallowed = true").passed is True


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (f'{MAY}facts = ["franvaro:divisionchef"]', "'divisionchef'"),
        ('may_decide = "omradeschefen"\nmatter = "inkop"', "Did you mean 'omradeschef'?"),
        ('may_decide = "omradeschef"\nmatter = "inkopp"', "Did you mean 'inkop'?"),
    ],
)
def test_what_is_not_in_the_model_is_told(tmp_path: Path, case: str, told: str) -> None:
    """With the nearest name; such a case never holds."""
    result = asked(tmp_path, f"{case}\nallowed = false")
    assert (result.passed, told in " ".join(result.text().split())) == (False, True)


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ('may_decide = "a"\nallowed = true', "4: cases[0]: nyckeln 'matter' saknas, väntade en text"),
        (f"{MAY}", "4: cases[0]: väntade något av 'allowed', 'depends_on', 'chain', 'duties', 'called_up_by',"),
        (f'{MAY}allowed = "ja"', "9: cases[0].allowed: väntade true, false eller \"beror\", fann texten 'ja'"),
        (f"{MAY}allowed = true\nfacts = [1]", "10: cases[0].facts: väntade en lista med namn, eller en tabell med"),
        (f'{MAY}allowed = true\nfacts = {{ a = "ja" }}', "10: cases[0].facts: väntade en lista med namn, eller"),
        (f"{MAY}allowed = true\namount_sek = 1.5", "10: cases[0].amount_sek: väntade ett heltal, fann talet 1.5"),
        (
            f"{MAY}allowed = true\npolicies = {{ kl_2026_7 = true }}",
            "10: cases[0].policies.kl_2026_7: okänt val 'kl_2026_7', menades 'kl_2026_07'?",
        ),
        (
            f"{MAY}allowed = true\npolicies = {{ kl_2026_07 = 1 }}",
            "10: cases[0].policies.kl_2026_07: okänt värde 1, väntade true eller false",
        ),
        (
            f'{MAY}allowed = true\npolicies = {{ subdelegate_reports_to = "nämd" }}',
            "10: cases[0].policies.subdelegate_reports_to: okänt värde 'nämd', väntade något av 'nämnden',",
        ),
        (f"{MAY}allowed = true\npolicies = 1", "10: cases[0].policies: väntade en tabell, fann talet 1"),
        (
            f'{MAY}allowed = true\nrests_on = "härled"',
            "10: cases[0].rests_on: okänt värde 'härled', menades 'härledd'?",
        ),
        (f"{POWERS}powers = []\namount_sek = 1", "9: cases[0]: okänd nyckel 'amount_sek'"),
    ],
)
def test_a_case_that_is_not_as_it_must_be_is_refused(tmp_path: Path, case: str, told: str) -> None:
    """With its line, and what was expected."""
    with pytest.raises(FaultyFile) as caught:
        read_cases(written(tmp_path, f'{BASE}[[cases]]\ntitle = "x"\n{case}'))
    assert f"prov.styr.toml:{told}" in "\n".join(f"{each.where}: {each.text()}" for each in caught.value.findings)
