"""
Awkward facts of Region Jämtland Härjedalen, held as they stand.

Each is a public fact that a tidier set of records could not have said.
The docstring of each test ends with where the fact is printed.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from regionstyrning.model import (
    Adoption,
    Basis,
    BasisKind,
    Capacity,
    Decision,
    DecisionKind,
    DocumentStatus,
    Form,
    HorizonKind,
    HorizonPhase,
    Indicator,
    IndicatorRole,
    Judgement,
    Meaning,
    MeasureKind,
    OpenPoint,
    OpenPointKind,
    OrganKind,
    Outcome,
    Part,
    Period,
    PlanningHorizon,
    Rival,
    Scale,
    ScaleReads,
    ScaleStep,
    Scope,
    SteeringDocument,
    SteeringModel,
    Target,
    YearValue,
    at_least,
    at_most,
    increase,
)
from tests.model.small import from_day, model, organ

TERTIAL = Part(first_month=1, last_month=4)
LIGHTS = Scale(
    id="trafikljus",
    title="Trafikljus",
    reads=ScaleReads.LEVEL,
    steps=[
        ScaleStep(word="uppnådda", colour="grön", rank=3, means=[Meaning.MET]),
        ScaleStep(
            word="inte helt uppnådda",
            colour="gul",
            rank=2,
            means=[Meaning.PARTLY_MET, Meaning.ON_TRACK],
            note="fleråriga uppdrag som löper enligt plan bedöms gula",
        ),
        ScaleStep(word="ej uppnådda", colour="röd", rank=1, means=[Meaning.NOT_MET]),
    ],
)


def costs() -> SteeringModel:
    """The measure of gross costs, with the target of its description and that of its cell."""
    printed = Target(
        indicator="bruttokostnadsutveckling",
        year=2024,
        scope="andra-raden",
        condition=at_most("-0.5", text="-0,5%"),
    )
    in_the_cell = Target(
        indicator="bruttokostnadsutveckling",
        year=2024,
        scope="andra-raden",
        condition=at_most("-6.5", text="-6,5%"),
    )
    point = OpenPoint(
        id="bruttokostnad-malcell",
        title="Målcellen och beskrivningen skiljer sig",
        kind=OpenPointKind.CONTRADICTION,
        about=printed.id,
        field="condition",
        raw="-6,5%",
        rivals=[
            Rival(text="-0,5 % enligt beskrivningen", preferred=True),
            Rival(text="-6,5 % enligt målcellen", without=[printed.id], targets=[in_the_cell]),
        ],
    )
    scopes = [Scope(id="rjh-totalt", title="RJH totalt"), Scope(id="andra-raden")]
    measure = Indicator(
        id="bruttokostnadsutveckling",
        title="Bruttokostnadsutveckling",
        kind=MeasureKind.QUANTITATIVE,
        scopes=scopes,
    )
    return model(indicators=[measure], targets=[printed], open_points=[point])


def test_one_target_is_printed_in_two_ways() -> None:
    """
    -0,5 % in the description and -6,5 % in the cell are rivals, and the record holds the preferred one.

    Kortsiktiga nyckeltal, published Stratsys view, stratsys.se, about 2024.
    """
    held = costs()
    values = [held[held["bruttokostnad-malcell"].about].condition.value]
    values += [each.condition.value for rival in held["bruttokostnad-malcell"].rivals for each in rival.targets]
    assert values == [Decimal("-0.5"), Decimal("-6.5")]


def test_a_rival_target_is_not_a_target_of_the_model() -> None:
    """
    It has the same key as the one it rivals, and stands in the open point only.

    Kortsiktiga nyckeltal, published Stratsys view, stratsys.se, about 2024.
    """
    held = costs()
    rival = held["bruttokostnad-malcell"].rivals[1].targets[0]
    assert (rival.id == held.targets[0].id, len(held.targets)) == (True, 1)


def test_yellow_means_two_things() -> None:
    """
    Not wholly reached for a nyckeltal, and running as planned for an uppdrag over several years.

    Hälso- och sjukvårdsnämnden, möte 2025-09-25, forum.regionjh.se.
    """
    yellow = next(step for step in LIGHTS.steps if step.colour == "gul")
    assert {meaning.value for meaning in yellow.means} == {"delvis uppfyllt", "pågår enligt plan"}


def test_a_committee_has_no_administration_of_its_own() -> None:
    """
    Hälso- och sjukvårdsnämnden is served by regionstyrelsens förvaltning.

    Hälso- och sjukvårdsnämnden, regionjh.se; Politisk organisation från 1 januari 2023, regionjh.se.
    """
    board, care = organ("rs", OrganKind.BOARD), organ("hsn", validity=from_day(date(2023, 1, 1)))
    shared = organ("rs-forvaltning", OrganKind.ADMINISTRATION, part_of="rs", serves=["rs", "hsn"])
    held = model(organs=[board, care, shared])
    assert [each.id for each in held.organs if each.part_of == "hsn"] == []
    assert [each.id for each in held.organs if "hsn" in each.serves] == ["rs-forvaltning"]


def test_the_auditors_take_two_stands() -> None:
    """
    All direct an anmärkning at hälso- och sjukvårdsnämnden, and three of them refuse ansvarsfrihet.

    Hälso- och sjukvårdsnämnden, möte 2022-04-21, forum.regionjh.se.
    """
    usual: dict[str, Any] = {"about": ["hsn"], "by": "revisorerna", "year": 2021, "on": date(2022, 4, 12)}
    said = [
        Judgement(capacity=Capacity.AUDITORS, form=Form.REMARK, words="anmärkning", **usual),
        Judgement(
            capacity=Capacity.SOME_AUDITORS,
            by_text="tre revisorer",
            form=Form.RECOMMENDATION,
            words="avstyrker ansvarsfrihet",
            **usual,
        ),
    ]
    assert [each.capacity.value for each in model(judgements=said).judgements] == [
        "revisorerna",
        "några av revisorerna",
    ]


def test_discharge_is_granted_against_the_advice_of_the_auditors() -> None:
    """
    For 2017 they refuse, and fullmäktige grants it with an anmärkning: advice and decision stand apart.

    Risk att regionstyrelsen i Jämtland Härjedalen inte får ansvarsfrihet, lakartidningen.se, 2019-04.
    """
    advice = Judgement(
        about=["rs"],
        by="revisorerna",
        capacity=Capacity.AUDITORS,
        form=Form.RECOMMENDATION,
        year=2017,
        words="avstyrker ansvarsfrihet",
    )
    decided = [
        Decision(kind=kind, by="rf", about="rs", year=2017, title="Ansvarsfrihet 2017")
        for kind in (DecisionKind.GRANTS_DISCHARGE, DecisionKind.REMARKS)
    ]
    held = model(judgements=[advice], decisions=decided)
    assert (held.judgements[0].words, [each.kind.value for each in held.decisions]) == (
        "avstyrker ansvarsfrihet",
        ["beviljar ansvarsfrihet", "riktar anmärkning"],
    )


def test_a_value_is_carried_over_to_a_later_report() -> None:
    """
    4,55 of April stands again in the report of the second tertial, as nothing was measured between.

    Kortsiktiga nyckeltal T2 2024, Folktandvården, published Stratsys view, stratsys.se, 2024.
    """
    usual: dict[str, Any] = {
        "indicator": "halsoframjandeindex",
        "year": 2024,
        "part": TERTIAL,
        "value": Decimal("4.55"),
    }
    second = Period(year=2024, part=Part(first_month=1, last_month=8))
    held = model(outcomes=[Outcome(**usual), Outcome(reported_for=second, text="4,55", **usual)])
    assert [each.reported_for for each in held.outcomes] == [None, second]


def test_a_goal_shifts_in_meaning_over_its_years() -> None:
    """
    At least 2 percent each year 2027–2030: the first three restore deficits, then a buffer is built.

    Långsiktiga nyckeltal 2024, published Stratsys view, stratsys.se, 2024.
    """
    horizon = PlanningHorizon(
        kind=HorizonKind.SHIFTING,
        first_year=2027,
        last_year=2030,
        phases=[
            HorizonPhase(first_year=2027, last_year=2029, meaning="återställer balanskravsunderskott"),
            HorizonPhase(first_year=2030, meaning="bygger buffert"),
        ],
    )
    asked = Target(indicator="resultat", condition=at_least(2, basis=Basis(kind=BasisKind.YEAR)), horizon=horizon)
    meanings = [each.meaning for each in horizon.phases if each.first_year <= 2028 <= (each.last_year or 9999)]
    assert (asked.year, meanings) == (None, ["återställer balanskravsunderskott"])


def test_a_target_is_a_row_of_three_years() -> None:
    """
    -15,8 %, -14 % and -4,7 % for 2024, 2025 and 2026, and the light is read against the first.

    Kortsiktiga nyckeltal, published Stratsys view, stratsys.se, about 2024.
    """
    row = [
        YearValue(year=2024, value=Decimal("-15.8"), text="-15,8%"),
        YearValue(year=2025, value=Decimal(-14), text="-14%"),
        YearValue(year=2026, value=Decimal("-4.7"), text="-4,7%"),
    ]
    held = model(targets=[Target(indicator="soliditet", condition=at_least(by_year=row, text="ökning"))])
    assert [each.value for each in held.targets[0].condition.by_year if each.year == 2026] == [Decimal("-4.7")]


def test_a_name_asks_for_another_thing_than_its_target() -> None:
    """
    The name asks for more than the year before, which 47 against 37 is, and the target for 75 percent.

    Kortsiktiga nyckeltal, hälso- och sjukvård, published Stratsys view, stratsys.se, about 2024.
    """
    asked = Target(indicator="bup-forstabesok", year=2024, condition=at_least(75, text="75%"))
    by_name = Target(indicator="bup-forstabesok", year=2024, condition=increase(basis=Basis(kind=BasisKind.SAME_PART)))
    point = OpenPoint(
        id="bup-namn-och-mal",
        title="Namnet frågar efter en ökning, målet efter 75 procent",
        kind=OpenPointKind.CONTRADICTION,
        about=asked.id,
        field="condition",
        rivals=[
            Rival(text="75 procent", preferred=True),
            Rival(text="ska öka jämfört med föregående år", without=[asked.id], targets=[by_name]),
        ],
    )
    held = model(targets=[asked], open_points=[point])
    kinds = [each.condition.kind.value for rival in held["bup-namn-och-mal"].rivals for each in rival.targets]
    assert (held.targets[0].condition.kind.value, kinds) == ("minst", ["öka"])


def test_one_list_holds_measures_set_on_two_levels() -> None:
    """
    Journeys are set by regionfullmäktige and content passengers by kollektivtrafiknämnden.

    Långsiktiga nyckeltal 2024, kollektivtrafik, published Stratsys view, stratsys.se, 2024.
    """
    listed = [
        Indicator(id=id, title=title, kind=MeasureKind.QUANTITATIVE, role=IndicatorRole.SUPPORTS, set_by=organ_id)
        for id, title, organ_id in (
            ("resor", "Antal resor med regionbuss och tåg", "rf"),
            ("nojdhet", "Nöjdhet med senaste resa", "ktn"),
        )
    ]
    assert [each.set_by for each in model(indicators=listed).indicators] == ["rf", "ktn"]


def test_a_model_is_proposed_before_it_is_decided() -> None:
    """
    The revised styrmodell is only proposed in October 2021, so that of 2020 holds on.

    Reviderad styrmodell för Region Jämtland Härjedalen, tjänsteskrivelse, RS/101/2015, 2021-10-04.
    """
    former = SteeringDocument(
        id="styrmodell-2020",
        title="Styrmodell",
        adopted=Adoption(on=date(2020, 6, 17), paragraph="§ 60"),
    )
    revised = SteeringDocument(
        id="styrmodell-2021",
        title="Reviderad styrmodell",
        status=DocumentStatus.PROPOSED,
        adopted=Adoption(diary_number="RS/101/2015"),
        replaces=["styrmodell-2020"],
    )
    held = model(documents=[former, revised]).at(date(2021, 10, 4))
    assert [each.id for each in held.documents] == ["styrmodell-2020"]
