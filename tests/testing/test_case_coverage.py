"""Which delegations, prohibitions and paragraphs cases touch."""

from __future__ import annotations

from pathlib import Path

import pytest

import regionstyrning as rs
from regionstyrning.model import Delegation, Matter, Receiver, SteeringModel
from regionstyrning.testing import CaseCoverage, run_cases
from regionstyrning.testing.case_coverage import DELEGATION, PARAGRAPH, PROHIBITION, coverage_of
from tests.testing.writing import MODEL, written

MAY = '[[cases]]\ntitle = "{title}"\nmay_decide = "omradeschef"\nmatter = "{matter}"\nclosed = true\n'
BASE = 'title = "Prov"\nbase = "exempel"\non = 2026-03-01\n'


def touched(coverage: CaseCoverage, kind: str) -> list[str]:
    """The ids of the parts of a kind that were touched."""
    return [row["id"] for row in coverage.to_records() if row["kind"] == kind and row["touched"]]


@pytest.fixture
def coverage(tmp_path: Path) -> CaseCoverage:
    """What one case about a purchase touches."""
    case = MAY.format(title="x", matter="inkop") + "amount_sek = 900_000\nallowed = true"
    return run_cases(written(tmp_path, BASE + case)).coverage


def test_the_delegations_of_the_chain_are_touched(coverage: CaseCoverage) -> None:
    """And those that came near: the deputy's."""
    assert touched(coverage, DELEGATION) == [
        "hsn-sjukvardsdirektor-inkop",
        "sjukvardsdirektor-divisionschef-inkop",
        "sjukvardsdirektor-omradeschef-inkop",
    ]


def test_the_paragraphs_that_are_cited_are_touched(coverage: CaseCoverage) -> None:
    """As a whole, whatever the point."""
    assert {"KL 6 kap. 38 §", "KL 7 kap. 5 §", "KL 7 kap. 6 §"} <= set(touched(coverage, PARAGRAPH))


def test_a_prohibition_that_was_only_looked_at_is_not_touched(coverage: CaseCoverage) -> None:
    """No case shows that it works."""
    assert touched(coverage, PROHIBITION) == []


def test_a_prohibition_that_stands_in_the_way_is_touched(tmp_path: Path) -> None:
    """By the point that bars it."""
    fragment = (
        '[[model.delegations]]\nid = "hsn-omfattning"\ngiver = "hsn"\n'
        'receivers = [{ position = "sjukvardsdirektor" }]\nmatters = ["inkop"]\n'
    )
    case = (
        '[[cases]]\ntitle = "x"\nmay_decide = "sjukvardsdirektor"\nmatter = "vardens-omfattning"\nclosed = true\n'
        "allowed = false\n"
    )
    matter = (
        '[[model.matters]]\nid = "vardens-omfattning"\ntitle = "Vårdens omfattning"\npart_of = "inkop"\n'
        'traits = [{ id = "mal-inriktning-omfattning-kvalitet", holds = true }]\n'
    )
    results = run_cases(written(tmp_path, BASE + fragment + matter + case))
    assert (results.passed, touched(results.coverage, PROHIBITION)) == (True, ["kl/6-38-1-1"])


def test_what_is_left_is_told(coverage: CaseCoverage) -> None:
    """After the counts, a table for each kind."""
    lines = coverage.text().splitlines()
    assert lines[0].startswith("Region Exempel [exempel]: fallen rör 3 av 50 delegationer, 0 av ")
    assert [line for line in lines if line.endswith(" som inget fall rör")] == [
        "Delegationer som inget fall rör",
        "Förbud som inget fall rör",
        "Paragrafer som inget fall rör",
    ]
    assert max(map(len, lines)) <= 80


def test_it_is_told_in_english_too(coverage: CaseCoverage) -> None:
    """With the same ids."""
    assert coverage.text("en").startswith("Region Exempel [exempel]: the cases touch 3 of 50 delegations, ")


def test_a_delegation_is_told_by_its_row_and_what_it_says(coverage: CaseCoverage) -> None:
    """Its number in the scheme, the matters and who receives them."""
    titles = {row["id"]: row["title"] for row in coverage.to_records()}
    assert titles["hsn-sjukvardsdirektor-inkop"] == "A 2: Inköp av varor och tjänster – Hälso- och sjukvårdsdirektör"


def test_a_model_without_delegations_has_nothing_to_cover(tmp_path: Path) -> None:
    """It says so."""
    case = '[[cases]]\ntitle = "x"\nloose_ends = true\ncomplete = false'
    found = run_cases(written(tmp_path, MODEL + case)).coverage
    assert (found.text(), found.to_records()) == ("Inget fall rör en modell med delegationer.", [])


def small(**more: object) -> SteeringModel:
    """A model with one delegation."""
    delegation = Delegation(id="d", matters=["a"], receivers=[Receiver(office="Handläggare")], **more)  # type: ignore[arg-type]  # fields of a delegation
    return SteeringModel(
        id="liten",
        title="Liten",
        as_of=rs.load_region("exempel").as_of,
        status=rs.load_region("exempel").status,
        matters=[Matter(id="a", title="Ärende")],
        delegations=[delegation],
    )


@pytest.mark.parametrize(
    ("more", "title"),
    [({}, "Ärende – Handläggare"), ({"title": "Allt", "label": "1"}, "1: Allt"), ({"title": "Allt"}, "Allt")],
)
def test_the_title_of_a_delegation(more: dict[str, str], title: str) -> None:
    """Its own if it has one; an office by its name."""
    found = coverage_of([(small(**more), frozenset())])
    assert found.to_records()[0]["title"] == title


def test_one_model_is_one_scheme() -> None:
    """Whatever is touched in it adds up."""
    model = small()
    found = coverage_of([(model, frozenset()), (model, frozenset({"d"}))])
    assert [(scheme.id, scheme.of(DELEGATION)[0].touched) for scheme in found.schemes] == [("liten", True)]


def test_what_is_all_touched_has_no_table() -> None:
    """Only what is left is listed."""
    text = coverage_of([(small(), frozenset({"d"}))]).text()
    assert "Delegationer som inget fall rör" not in text
