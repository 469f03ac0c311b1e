"""Law, guidelines, auditors and the region's own words stand beside the verdict, and none is mapped onto another."""

from __future__ import annotations

from datetime import date

import pytest

from regionstyrning import load_region
from regionstyrning.evaluators import Geh, Status
from regionstyrning.model import (
    Adoption,
    Capacity,
    Content,
    DecisionKind,
    DocumentKind,
    Form,
    Judgement,
    Organ,
    OrganKind,
    Part,
    Side,
    SteeringDocument,
    Structure,
)
from tests.evaluators.small import YEAR, texts
from tests.evaluators.ways.geh.small import LEVELS, judged, part, region
from tests.printed_accounts import REGION, decided

KINDS = [
    DocumentKind(id="riktlinjer", title="Riktlinjer", contains=[Content.GEH_GUIDELINES]),
    DocumentKind(id="rapport", title="Årsredovisning", reports=True),
]
STRUCTURE = Structure(id="s", title="Styrmodell", levels=LEVELS, document_kinds=KINDS)
GUIDELINES = SteeringDocument(
    id="r", title="Riktlinjer för hushållning", kind="riktlinjer", adopted=Adoption(organ="rf", on=date(2020, 1, 1))
)
REPORT = SteeringDocument(
    id="ar", title="Årsredovisning 2024", kind="rapport", adopted=Adoption(organ="rf", on=date(2025, 4, 1))
)
ASSEMBLY = Organ(id="rf", title="Regionfullmäktige", kind=OrganKind.ASSEMBLY)
HELD = region(money={"f": True}, work={"v": True, "w": False}).with_(STRUCTURE, GUIDELINES, REPORT, ASSEMBLY)


def said(words: str, *about: str, **more: object) -> Judgement:
    """What the auditors said of the year."""
    usual = {"about": about, "capacity": Capacity.AUDITORS, "year": YEAR, "by_text": "Revisorerna", "words": words}
    return Judgement(**{**usual, **more})  # type: ignore[arg-type] # any field of the record


def test_the_guidelines_are_told() -> None:
    """Those that hold in the year."""
    assert "Regionens riktlinje: Riktlinjer för hushållning." in texts(judged(HELD))


def test_that_no_guidelines_are_known_is_told() -> None:
    """As something missing."""
    verdict = judged(region(money={"f": True}))
    assert [each.missing for each in verdict.reasons if each.text().startswith("Ingen antagen riktlinje")] == [True]


@pytest.mark.parametrize(("year", "cited"), [(2024, "KL 11 kap. 1 §"), (2020, "KL 11 kap. 1 §")])
def test_the_law_is_that_of_the_fiscal_year(year: int, cited: str) -> None:
    """The wording has changed in 2024."""
    assert texts(judged(HELD, year=year))[0] == f"Prövas enligt {cited}."


def test_a_year_whose_law_is_not_held() -> None:
    """No later law is used in its place."""
    assert texts(judged(HELD, year=1990))[0] == "Lagen om detta hålls inte för 1990."


@pytest.mark.parametrize(("side", "name"), [(Side.FINANCIAL, "finansiella mål"), (Side.OPERATIONAL, "verksamhetsmål")])
def test_the_auditors_opinion_stands_beside_its_side(side: Side, name: str) -> None:
    """And changes no status."""
    opinion = said("Inte förenligt.", REGION, side=side)
    found, before = part(HELD.with_(opinion), name), part(HELD, name)
    assert texts(found)[-1] == "Revisorernas omdöme (Revisorerna): Inte förenligt."
    assert (found.status, found.published) == (before.status, (opinion.id,))


def test_an_opinion_on_the_whole_stands_beside_the_whole() -> None:
    """Of the annual report too; the region's own words come first."""
    own = said("God ekonomisk hushållning råder", "ar", capacity=Capacity.OWN, by_text="Styrelsen")
    verdict = judged(HELD.with_(said("Förenligt", REGION, on=date(2025, 4, 1)), own))
    assert texts(verdict)[-2:] == [
        "Regionens egna ord (Styrelsen): God ekonomisk hushållning råder.",
        "Revisorernas omdöme (Revisorerna): Förenligt.",
    ]
    assert verdict.status is Status.CANNOT_BE_ASSESSED


def test_what_is_said_of_a_set_of_goals_that_count() -> None:
    """Is of god ekonomisk hushållning; of one goal it stands beside that goal."""
    both = said("Alla mål nås", "v", "w", capacity=Capacity.SOME_AUDITORS, subject="verksamhetens mål")
    verdict = judged(HELD.with_(both, said("Nås", "v")))
    assert texts(verdict)[-1] == "Några revisorers omdöme (Revisorerna, om verksamhetens mål): Alla mål nås."
    assert any(text.endswith("Nås.") for text in texts(verdict["v"]))


def test_what_is_about_something_else_is_left_out() -> None:
    """Of another organ, another year or another question."""
    others = [
        said("Bra", "rf"),
        said("Bra", REGION, year=YEAR - 1),
        said("Bra", REGION, side=Side.INTERNAL_CONTROL),
    ]
    assert judged(HELD.with_(*others)).published == ()


def test_a_remark_is_a_fact_of_another_kind() -> None:
    """It is told by its form; so is what an authority says, and of which part of the year."""
    remark = said("Bristande uppföljning", REGION, form=Form.REMARK, by="rf", by_text=None)
    spring = said("Osäkert", REGION, capacity=Capacity.AUTHORITY, by_text="IVO", part=Part(first_month=1, last_month=8))
    assert texts(judged(HELD.with_(remark, spring)))[-2:] == [
        "Anmärkning (Regionfullmäktige): Bristande uppföljning.",
        "IVO, januari–augusti 2024: Osäkert.",
    ]


def test_discharge_is_told() -> None:
    """Whom it was granted and refused, and at whom a remark was directed."""
    decisions = [
        decided(DecisionKind.GRANTS_DISCHARGE, date(2025, 4, 1), YEAR, about="rf"),
        decided(DecisionKind.REFUSES_DISCHARGE, date(2025, 4, 1), YEAR, about=REGION),
        decided(DecisionKind.GRANTS_DISCHARGE, date(2024, 4, 1), YEAR - 1, about="rf"),
    ]
    assert texts(judged(HELD.with_(*decisions)))[-2:] == [
        "Beviljar ansvarsfrihet för 2024: Regionfullmäktige.",
        "Vägrar ansvarsfrihet för 2024: Region Liten.",
    ]


@pytest.mark.parametrize(
    ("region_id", "year", "words"),
    [
        ("halland", 2021, "förenligt med fullmäktiges övergripande mål för god ekonomisk hushållning"),
        ("halland", 2017, "regionen inte uppfyller kraven på en god ekonomisk hushållning"),
        ("vasternorrland", 2019, "inte förenligt med de finansiella mål som fullmäktige har uppställt"),
        ("jamtland-harjedalen", 2015, "inget av fullmäktiges finansiella mål är uppnått"),
        ("blekinge", 2021, "ett av sex har uppfyllts på ett tillfredsställande sätt"),
    ],
)
def test_what_was_said_of_the_four_regions(region_id: str, year: int, words: str) -> None:
    """Their own words and their auditors', and no verdict on a whole that none of them has a rule for."""
    verdict = Geh()(load_region(region_id), as_of=date(2026, 6, 1), year=year)
    told = [text for each in (verdict, *verdict.parts) for text in texts(each)]
    assert any(words in text for text in told)
    assert verdict.status is Status.CANNOT_BE_ASSESSED
    assert "Regionen anger ingen regel för hur delarna blir en helhet." in told
