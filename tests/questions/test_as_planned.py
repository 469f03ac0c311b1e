"""The same year as seen from each successive plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from regionstyrning import InvalidValue, UnknownId, as_planned, load_region
from regionstyrning.model import (
    Amount,
    AmountStage,
    Contribution,
    ContributionKind,
    Gender,
    Goal,
    HorizonKind,
    Indicator,
    MeasureKind,
    Organ,
    OrganKind,
    Part,
    PlanningHorizon,
    Precision,
    Source,
    SteeringDocument,
    SteeringModel,
    Target,
    YearValue,
    at_least,
)
from regionstyrning.questions import Planned, Shift
from tests.model.small import model, structure
from tests.tangles import tangles_in_two_orders

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

RF = Organ(id="rf", title="Fullmäktige", kind=OrganKind.ASSEMBLY)
REGION = Organ(id="region", title="Regionen", kind=OrganKind.LEGAL_PERSON)
HSN = Organ(id="hsn", title="HSN", kind=OrganKind.COMMITTEE)


def plan(id: str, first: int, replaces: tuple[str, ...] = (), **more: Any) -> SteeringDocument:  # noqa: ANN401 - any field
    """A rolling three-year plan of fullmäktige."""
    horizon = PlanningHorizon(kind=HorizonKind.ROLLING, first_year=first, last_year=first + 2)
    return SteeringDocument(
        **{"id": id, "title": id.upper(), "organ": "rf", "horizon": horizon, "replaces": replaces, **more}
    )


def region(**more: Any) -> SteeringModel:  # noqa: ANN401 - any catalogue
    """A region with three editions of a plan that all span 2026."""
    given = {
        "legal_person": "region",
        "organs": [RF, REGION, HSN],
        "structures": [structure(perspectives=("vard", "klimat"))],
        "documents": [plan("a", 2024), plan("b", 2025, ("a",)), plan("c", 2026, ("b",))],
    }
    return model(**{**given, **more})


def goal(id: str, document: str, title: str = "Mål", **more: Any) -> Goal:  # noqa: ANN401 - any field
    """A goal of an edition."""
    return Goal(id=id, title=title, level="mal", document=document, **more)


def measure(id: str = "vantetid", **more: Any) -> Indicator:  # noqa: ANN401 - any field
    """A measure without a document of its own."""
    return Indicator(id=id, title=id.capitalize(), kind=MeasureKind.QUANTITATIVE, **more)


def amount(document: str | None, value: int | None = 10, **more: Any) -> Amount:  # noqa: ANN401 - any field
    """A planned result of 2026."""
    fields = {"line": "arets-resultat", "title": "Årets resultat", "year": 2026, "stage": AmountStage.PLAN}
    return Amount(**{**fields, "organ": "region", "document": document, "value": value, **more})


def told(whole: SteeringModel, year: int = 2026, lang: str = "sv") -> list[str]:
    """What changed, line by line."""
    return [change.text("sv" if lang == "sv" else "en") for change in as_planned(whole, year).changes]


def test_a_goal_is_one_through_the_years() -> None:
    """Renamed, then moved to another perspective."""
    goals = [
        goal("g1", "a"),
        goal("g2", "b", "Nytt mål", continues=["g1"]),
        goal("g3", "c", "Nytt mål", continues=["g2"]),
    ]
    places = (("g1", "vard"), ("g2", "vard"), ("g3", "klimat"))
    links = [Contribution(lower=lower, upper=upper, kind=ContributionKind.CONTRIBUTES) for lower, upper in places]
    assert told(region(goals=goals, contributions=links)) == [
        "Nytt namn: Mål → Nytt mål",
        "Flyttat: Nytt mål: Vard → Klimat",
    ]


def test_a_link_that_works_against_a_perspective_gives_a_goal_no_place() -> None:
    """So that the goal has not moved."""
    goals = [goal("g1", "a"), goal("g2", "b", continues=["g1"])]
    links = [
        Contribution(lower="g1", upper="vard", kind=ContributionKind.WORKS_AGAINST),
        Contribution(lower="g2", upper="klimat", kind=ContributionKind.CONTRIBUTES),
    ]
    assert told(region(goals=goals, contributions=links)) == ["Oförändrat: Mål"]


def test_a_goal_goes_on_through_an_edition_that_tells_of_none() -> None:
    """And through goals of other plans; what goes round ends."""
    goals = [
        goal("g1", "a"),
        goal("annan", "annat", continues=["g1", "annan", "utanfor"]),
        goal("g3", "c", continues=["annan"]),
    ]
    assert told(region(goals=goals)) == ["Oförändrat: Mål"]


def test_a_goal_for_other_years_is_no_goal_of_the_year() -> None:
    """By its own horizon."""
    until = PlanningHorizon(kind=HorizonKind.YEARS, first_year=2024, last_year=2025)
    assert told(region(goals=[goal("g1", "a", horizon=until), goal("g2", "b", "B"), goal("g3", "c", "C")])) == [
        "Borta: B",
        "Nytt: C",
    ]


def test_a_target_moves_appears_and_vanishes() -> None:
    """By its year, its row of years or its own time."""
    span = PlanningHorizon(kind=HorizonKind.YEARS, first_year=2026, last_year=2027)
    rows = at_least(by_year=[YearValue(year=2026, value=Decimal(92)), YearValue(year=2027, value=Decimal(95))])
    targets = [
        Target(indicator="vantetid", year=2026, document="a", condition=at_least(90)),
        Target(indicator="vantetid", document="b", condition=rows),
        Target(indicator="vantetid", document="c", condition=at_least(93), horizon=span),
        Target(indicator="kon", year=2026, gender=Gender.WOMEN, scope="RVN", document="a", condition=at_least(1)),
        Target(indicator="tid", document="c", condition=at_least(1)),
        Target(indicator="del", year=2026, part=Part(first_month=1, last_month=4), document="c", condition=at_least(2)),
        Target(indicator="ingen", year=2026, condition=at_least(2)),
    ]
    measures = [measure(), measure("kon"), measure("tid"), measure("del"), measure("ingen")]
    assert told(region(indicators=measures, targets=targets)) == [
        "Borta: Kon",
        "Oförändrat: Vantetid",
        "Nytt: Del",
        "Nytt: Tid",
        "Oförändrat: Vantetid",
        "Borta: Kon (RVN, kvinnor): minst 1",
        "Ändrat: Vantetid: minst 90 → minst 92",
        "Nytt: Del 1–4: minst 2",
        "Ändrat: Vantetid: minst 92 → minst 93",
    ]


def test_what_is_set_again_is_not_new() -> None:
    """Set, left out by a plan that sets other targets, and set again: the same, or otherwise than the last time."""
    targets = [
        *(Target(indicator="vantetid", year=2026, document=each, condition=at_least(90)) for each in ("a", "c")),
        Target(indicator="tid", year=2026, document="a", condition=at_least(1)),
        Target(indicator="del", year=2026, document="b", condition=at_least(2)),
        Target(indicator="tid", year=2026, document="c", condition=at_least(3)),
    ]
    whole = region(indicators=[measure(), measure("tid"), measure("del")], targets=targets)
    changes = [change for change in as_planned(whole, 2026).changes if change.planned is Planned.TARGET]
    assert [change.text() for change in changes] == [
        "Nytt: Del: minst 2",
        "Borta: Tid: minst 1",
        "Borta: Vantetid: minst 90",
        "Borta: Del: minst 2",
        "Åter: Tid: minst 3, tidigare minst 1",
        "Åter: Vantetid: minst 90",
    ]
    assert changes[4].text("en") == "Again: Tid: minst 3, before that minst 1"
    assert (changes[4].shift, changes[4].before, changes[4].after) == (Shift.AGAIN, (targets[2].id,), (targets[4].id,))


def test_a_goal_that_skips_a_plan_is_there_again() -> None:
    """It goes on from the goal of the plan before the last, under another name; a wholly new one is new."""
    goals = [
        goal("g1", "a", "Nära vård"),
        goal("g2", "b", "Annat"),
        goal("g3", "c", "God vård", continues=["g1"]),
        goal("g4", "c", "Nytt"),
    ]
    assert told(region(goals=goals)) == [
        "Borta: Nära vård",
        "Nytt: Annat",
        "Borta: Annat",
        "Åter: God vård, tidigare Nära vård",
        "Nytt: Nytt",
    ]


def test_a_figure_that_is_held_again_was_held_before() -> None:
    """That of the plan between is of another line."""
    figures = [amount("a", 10), amount("b", 5, line="ram", title="Ram"), amount("c", 12)]
    assert "Återges igen: Årets resultat: 12 mnkr, tidigare 10 mnkr" in told(region(amounts=figures))
    (again,) = (line for line in told(region(amounts=figures), lang="en") if line.startswith("Held again: "))
    assert again == "Held again: Årets resultat: 12 mnkr, before that 10 mnkr"


def test_the_plans_of_one_organ() -> None:
    """Of fullmäktige alone, or of the nämnd, whose plans come in two editions; an unknown organ is refused."""
    own = [plan("h1", 2025, organ="hsn"), plan("h2", 2026, ("h1",), organ="hsn")]
    whole = region(
        documents=[plan("a", 2024), plan("b", 2025, ("a",)), *own],
        goals=[goal("g1", "a"), goal("g2", "b", continues=["g1"]), goal("n1", "h1", "N"), goal("n2", "h2", "M")],
    )
    assert [each.organ for each in as_planned(whole, 2026).series] == ["hsn", "rf"]
    alone = as_planned(whole, 2026, organ="hsn")
    assert (alone.about, [each.organ for each in alone.series]) == ("hsn", ["hsn"])
    assert [change.text() for change in alone.changes] == ["Borta: N", "Nytt: M"]
    none = as_planned(whole, 2026, organ="region")
    assert none.text() == "Ingen plan för Regionen omfattar 2026 i mer än en utgåva."
    assert none.text("en") == "No plan of Regionen spans 2026 in more than one edition."
    with pytest.raises(UnknownId, match="hsn"):
        as_planned(whole, 2026, organ="hns")


def test_an_indicator_stands_in_the_edition_of_its_document() -> None:
    """With or without targets of the year."""
    measures = [measure("a-matt", document="a"), measure("b-matt", document="b")]
    assert told(region(indicators=measures)) == ["Borta: A-matt", "Nytt: B-matt"]


def test_a_figure_is_planned_anew() -> None:
    """As a plan, then as a budget; in words where it cannot be read or is not exact."""
    figures = [
        amount("a", 10),
        amount("b", 12, precision=Precision.ABOUT),
        amount("c", None, stage=AmountStage.BUDGET, text="oläsligt"),
        amount("a", 5, organ="hsn", line="ram", title="Ram"),
        amount("b", 5, organ="hsn", line="ram", title="Ram", part=Part(first_month=1, last_month=6)),
        amount("c", 7, stage=AmountStage.OUTCOME),
        amount("c", 7, last_year=2028),
        amount("c", 7, year=2027),
    ]
    assert told(region(amounts=figures)) == [
        "Återges inte längre: Ram, HSN: 5 mnkr",
        "Återges först nu: Ram, HSN: 5 mnkr",
        "Ändrat: Årets resultat: 10 mnkr → omkring 12 mnkr",
        "Återges inte längre: Ram, HSN: 5 mnkr",
        "Ändrat: Årets resultat: omkring 12 mnkr → oläsligt",
    ]


def test_a_figure_printed_in_two_ways_is_two_figures() -> None:
    """None of them is chosen."""
    figures = [
        amount("a", 10),
        amount("a", 11, on=date(2024, 1, 1)),
        amount("a", 10, on=date(2024, 2, 1)),
        amount("b", 12),
    ]
    assert told(region(amounts=figures)) == ["Ändrat: Årets resultat: 10 mnkr / 11 mnkr → 12 mnkr"]


def test_a_figure_printed_elsewhere_belongs_to_the_plan_that_was_coming() -> None:
    """It is told that the day says so; one of another organ, or without a day, is placed nowhere."""
    figures = [
        amount("a", 10),
        amount("nyheten", 12, on=date(2024, 11, 26)),
        amount("nyheten", 13, on=date(2030, 11, 26)),
        amount(None, 14),
        amount("nyheten", 15, organ="hsn", on=date(2024, 11, 27)),
    ]
    answer = as_planned(region(amounts=figures), 2026)
    assert [change.text() for change in answer.changes] == ["Ändrat: Årets resultat: 10 mnkr → 12 mnkr"]
    assert answer.missing == (
        "Modellen återger inget ur C om 2026.",
        "1 belopp om 2026 utanför planerna räknas till den plan som var på väg vid beslutet: vår läsning.",
    )
    assert answer.placed == (figures[1].id,)


@pytest.mark.parametrize("organ", ["hsn", None])
def test_figures_are_placed_with_plans_of_fullmaktige_only(organ: str | None) -> None:
    """A nämnd's plan, or one of nobody, is not where the region's figures were decided."""
    documents = [plan("a", 2024, organ=organ), plan("b", 2025, ("a",), organ=organ)]
    figures = [amount("a", 10), amount("nyheten", 12, on=date(2024, 11, 26))]
    assert told(region(documents=documents, amounts=figures)) == []


def test_a_year_that_one_plan_spans_is_seen_from_nowhere_else() -> None:
    """It is said."""
    answer = as_planned(region(documents=[plan("a", 2024)]), 2026)
    assert answer.text("en") == "No plan of the model spans 2026 in more than one edition."


def test_editions_that_say_nothing_are_no_series() -> None:
    """Of plans that were not read nothing can be said."""
    assert as_planned(region(), 2026).series == ()


def test_the_year_is_one_of_the_calendar() -> None:
    """There is no year 0."""
    with pytest.raises(InvalidValue, match="year 0, expected 1 to 9999"):
        as_planned(region(), 0)


def test_each_change_is_a_step_with_its_source() -> None:
    """What was left as it was is none."""
    said = Source(publication="p", place="s. 1")
    goals = [
        goal("g1", "a"),
        goal("g2", "b", continues=["g1"]),
        goal("h1", "a", "Borta", sources=[said]),
    ]
    steps = as_planned(region(goals=goals), 2026).steps
    assert [(step.record, step.source, step.text("en")) for step in steps] == [("h1", said, "Gone: Borta")]


def test_a_row_a_change() -> None:
    """With the editions that it lies between."""
    [row] = as_planned(region(amounts=[amount("a", 10), amount("c", 10)]), 2026).to_records()
    assert (row["shift"], row["first"], row["last"]) == (Shift.KEPT.value, "a", "c")


def test_it_is_read_as_tables_and_lines() -> None:
    """With what is not known below; of what is unchanged the count."""
    documents = [plan("a", 2024, organ=None), plan("b", 2025, ("a",), organ=None)]
    goals = [goal("g1", "a"), goal("g2", "b", continues=["g1"]), goal("h", "b", "Ett till")]
    assert as_planned(region(documents=documents, goals=goals), 2026).text().splitlines() == [
        "2026 så som varje plan såg det.",
        "",
        "UTAN KÄNT ORGAN",
        "",
        "Plan  år i planen  mål  indikatorer  målvärden  belopp",
        "----  -----------  ---  -----------  ---------  ------",
        "A     3            1    –            –          –",
        "B     2            2    –            –          –",
        "",
        "Mål, från A till B:",
        "- Nytt: Ett till",
        "- Oförändrat: 1.",
    ]


def test_what_changed_in_blekinge(snapshot: SnapshotAssertion) -> None:
    """The inriktningsmål of three successive plans."""
    assert as_planned(load_region("blekinge"), 2024).text() == snapshot


def test_what_changed_in_vasternorrland(snapshot: SnapshotAssertion) -> None:
    """The year 2024 in three successive plans."""
    assert as_planned(load_region("vasternorrland"), 2024).text() == snapshot


def test_what_changed_in_exempel(snapshot: SnapshotAssertion) -> None:
    """Goals, targets and frames, with a preliminary plan between."""
    assert as_planned(load_region("exempel"), 2026).text("en") == snapshot


@pytest.mark.full
@given(tangles_in_two_orders())
def test_the_order_of_records_changes_nothing(both: tuple[SteeringModel, SteeringModel]) -> None:
    """Each catalogue in any order."""
    one, other = (as_planned(each, 2025).to_records() for each in both)
    assert one == other
