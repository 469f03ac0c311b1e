"""Documents in force are listed by kind, with their horizons."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from regionstyrning.cli.documents import documents_section
from regionstyrning.cli.sections import Page
from regionstyrning.model import (
    Adoption,
    DocumentStatus,
    HorizonKind,
    Organ,
    OrganKind,
    PlanningHorizon,
    SteeringDocument,
    Validity,
)
from regionstyrning.report.words import days_words, horizon_words
from tests.threaded import DAY, bare, region

FIRST, LAST = date(2025, 1, 1), date(2026, 12, 31)
RF = Organ(id="rf", title="Regionfullmäktige", short="RF", kind=OrganKind.ASSEMBLY)


def facts(**fields: Any) -> str:  # noqa: ANN401 - any field
    """What is said of a document after its title."""
    document = SteeringDocument(id="plan", title="Planen", **fields)
    (line,) = documents_section(bare(document, RF).at(DAY), Page()).text.splitlines()[1:]
    return line.partition(" – ")[2]


def test_documents_stand_under_their_kinds() -> None:
    """Kinds in the order of the structure."""
    assert documents_section(region().at(DAY), Page()).text.splitlines() == [
        "Regionplan",
        "└─ Regionplanen [regionplanen] – antaget av Regionfullmäktige 2026-01-01",
        "Verksamhetsplan",
        "└─ Hsn-planen [hsn-planen] – antaget av Regionfullmäktige 2026-01-01",
    ]


def test_kinds_that_the_structure_lacks_come_last() -> None:
    """By their ids, and those of no kind before them."""
    documents = [SteeringDocument(id=id, title=id, kind=kind) for id, kind in [("a", "okand"), ("b", None)]]
    plan = SteeringDocument(id="c", title="c", kind="verksamhetsplan")
    lines = documents_section(bare(*documents, plan).at(DAY), Page(lang="en")).text.splitlines()
    assert lines[::2] == ["Verksamhetsplan", "Of no stated kind", "okand"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "okänd första dag"),
        ({"adopted": Adoption(organ="rf", on=FIRST)}, "antaget av RF 2025-01-01"),
        ({"adopted": Adoption(organ="rf", on_text="juni 2023")}, "antaget av RF juni 2023, okänd första dag"),
        ({"adopted": Adoption(organ="rf")}, "antaget av RF, okänd första dag"),
        ({"adopted": Adoption(on=FIRST)}, "antaget 2025-01-01"),
        ({"adopted": Adoption(paragraph="§ 4")}, "okänd första dag"),
        (
            {"adopted": Adoption(on=LAST, on_text="hösten 2026"), "in_force": Validity(first=FIRST)},
            "antaget 2026-12-31 (”hösten 2026”), i kraft från 2025-01-01",
        ),
        ({"status": DocumentStatus.NOT_STATED}, "antagande ej angivet, okänd första dag"),
        (
            {"status": DocumentStatus.NOT_STATED, "adopted": Adoption(organ="rf", on_text="2025-xx-xx")},
            "antagande ej bekräftat: RF 2025-xx-xx, okänd första dag",
        ),
        ({"in_force": Validity(first=FIRST)}, "i kraft från 2025-01-01"),
        ({"in_force": Validity(last=LAST)}, "okänd första dag"),
        ({"status": DocumentStatus.PRELIMINARY, "adopted": Adoption(on=FIRST)}, "preliminär, antaget 2025-01-01"),
        (
            {"horizon": PlanningHorizon(kind=HorizonKind.ROLLING, first_year=2025, last_year=2027)},
            "2025–2027, okänd första dag",
        ),
    ],
)
def test_a_document_tells_its_horizon_and_its_beginning(fields: dict[str, Any], said: str) -> None:
    """As far as they are known."""
    assert facts(**fields) == said


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": HorizonKind.YEARS, "first_year": 2025, "last_year": 2025}, "2025"),
        ({"kind": HorizonKind.OPEN_START, "last_year": 2030}, "till 2030"),
        ({"kind": HorizonKind.YEARS, "first_year": 2025}, "från 2025"),
        ({"kind": HorizonKind.BUDGET_YEAR, "first_year": 2025, "plan_years": 2}, "2025–2027"),
        ({"kind": HorizonKind.MANDATE_PERIOD, "first": FIRST, "last": LAST}, "2025-01-01–2026-12-31"),
        ({"kind": HorizonKind.MANDATE_PERIOD, "last": LAST}, "till 2026-12-31"),
        ({"kind": HorizonKind.FAR_AIM, "at_least_years": 15, "at_most_years": 20}, "15–20 år"),
        ({"kind": HorizonKind.FAR_AIM, "at_least_years": 15}, "15 år"),
        ({"kind": HorizonKind.FAR_AIM, "at_most_years": 20, "text": "på sikt"}, "på sikt"),
        ({"kind": HorizonKind.MANDATE_PERIOD}, "mandatperiod"),
    ],
)
def test_a_horizon_is_said_in_its_own_way(fields: dict[str, Any], said: str) -> None:
    """Days, years, its own words, a span or its kind."""
    assert horizon_words(PlanningHorizon(**fields)) == said


def test_days_are_english_on_request() -> None:
    """An open end is said in words."""
    assert (days_words(Validity(first=FIRST), "en"), days_words(Validity(last=LAST), "en")) == (
        "from 2025-01-01",
        "until 2026-12-31",
    )


def test_no_documents_are_said_to_be_none() -> None:
    """An empty part says so."""
    assert documents_section(bare().at(DAY), Page()).text == "Inga dokument är i kraft."


def test_without_a_structure_documents_stand_under_the_ids_of_their_kinds() -> None:
    """What is known is shown."""
    plan = SteeringDocument(id="c", title="c", kind="verksamhetsplan")
    assert documents_section(bare(plan, structures=()).at(DAY), Page()).text.splitlines()[0] == "verksamhetsplan"


def test_documents_are_given_to_a_program() -> None:
    """With days as text."""
    horizon = PlanningHorizon(kind=HorizonKind.ROLLING, first_year=2025, last_year=2027)
    plan = SteeringDocument(
        id="plan", title="Planen", kind="regionplan", adopted=Adoption(organ="rf", on=FIRST), horizon=horizon
    )
    bilaga = SteeringDocument(id="bilaga", title="Bilagan")
    rows = documents_section(bare(plan, bilaga).at(DAY), Page()).rows
    assert rows[0] == {
        "id": "plan",
        "title": "Planen",
        "kind": "regionplan",
        "status": "antagen",
        "adopted_by": "rf",
        "begins": "2025-01-01",
        "ends": "2027-12-31",
        "horizon": "2025–2027",
    }
    assert set(rows[1].values()) == {"bilaga", "Bilagan", "antagen", None}
