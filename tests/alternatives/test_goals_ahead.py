"""Financial goals in the years ahead are judged as when the years have been."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import regionstyrning as rs
from regionstyrning.alternatives import Driver, growth_shock, needed_result, planned
from regionstyrning.alternatives.geh_ahead import FINANCIAL
from regionstyrning.alternatives.goals_untold import spans
from regionstyrning.alternatives.lines import ASSETS, FINANCED
from regionstyrning.alternatives.opening import CURRENT, SHORT
from regionstyrning.evaluators import Geh, Status
from regionstyrning.model import (
    Adoption,
    Contribution,
    ContributionKind,
    GehPart,
    GehRule,
    GehSide,
    Goal,
    GoalKind,
    Ground,
    HorizonKind,
    Join,
    JoinKind,
    Level,
    LevelKind,
    Outcome,
    PlanningHorizon,
    SteeringDocument,
    Structure,
    Target,
)
from regionstyrning.model.conditions import (
    Condition,
    above,
    at_least,
    at_most,
    below,
    decrease,
    grade,
    increase,
    keep,
    keep_or_decrease,
    keep_or_increase,
)
from regionstyrning.model.dates import years as days_of_years
from regionstyrning.model.indicators import Direction, Indicator, IndicatorRole, MeasureKind
from regionstyrning.model.limits import Basis, BasisKind, YearValue
from tests.alternatives.small import YEAR, assumed, assumptions, region, regions
from tests.printed_accounts import amount

if TYPE_CHECKING:
    from collections.abc import Iterable

    from regionstyrning.alternatives import Assumptions, Projection
    from regionstyrning.evaluators import Verdict
    from regionstyrning.model import Record, SteeringModel

PLAN = SteeringDocument(
    id="plan", title="Plan 2026–2028", horizon=PlanningHorizon(kind=HorizonKind.YEARS, first_year=2026, last_year=2028)
)
LEVEL = Level(id="f", title="Finansiellt mål", kind=LevelKind.FINANCIAL, judged_by=[Ground.MEASURES], geh=True)
ONLY_GOALS = Structure(id="s", title="Styrmodell", levels=[LEVEL], geh=GehRule(conditions=["f"]))

KRONA = Decimal("0.000001")
PERIOD = Basis(kind=BasisKind.WHOLE_PERIOD)
SHOWN = {Status.MET: "1", Status.NOT_MET: "0", Status.CANNOT_BE_ASSESSED: "?", Status.NOT_DUE: "…"}


def goal(
    condition: Condition,
    *years: int | None,
    id: str = "m",
    ratio: str | None = "resultatandel",
    document: str | None = "plan",
    horizon: PlanningHorizon | None = None,
    **fields: object,
) -> tuple[Record, ...]:
    """A financial goal with one measure, and the same target for some years."""
    more: dict[str, object] = {"kind": MeasureKind.QUANTITATIVE, "ratio": ratio, **fields}
    return (
        Goal(id=f"mal-{id}", title=f"Målet {id}", level="f", kind=GoalKind.FINANCIAL, geh=True),
        Indicator(id=id, title=f"Måttet {id}", **more),  # type: ignore[arg-type] # any field
        Contribution(lower=id, upper=f"mal-{id}", kind=ContributionKind.MEASURES),
        *(Target(indicator=id, year=year, condition=condition, document=document, horizon=horizon) for year in years),
    )


def entered(model: SteeringModel, projection: Projection) -> SteeringModel:
    """The model with the years ahead printed as outcomes, to the krona; what money lacks is a short liability."""
    printed = []
    for each in projection.years:
        lines = {line: Decimal(value).quantize(KRONA) for line, value in each.lines.items()}
        lacks = max(-lines[CURRENT], Decimal(0))
        for line in (CURRENT, ASSETS, SHORT, FINANCED):
            lines[line] += lacks
        printed += [(line, format(value, "f"), each.year) for line, value in lines.items()]
    return model.with_(*(amount(line, value, year, organ=model.legal_person) for line, value, year in printed))


def judged(model: SteeringModel, year: int) -> Verdict:
    """The verdict on a year of outcome, the year after."""
    return Geh()(model, as_of=date(year + 1, 6, 1), year=year)


def statuses(verdict: Verdict) -> dict[str, Status]:
    """The status of each measure of a financial goal, by its id."""
    return {each.about: each.status for of_goal in verdict.parts[0].parts for each in of_goal.parts}


def same_as_outcomes(model: SteeringModel, some: Assumptions, years: int) -> None:
    """Hold each year ahead against what is judged when its accounts are printed."""
    projection = rs.project(model, some, years)
    held = entered(model, projection)
    for each in projection.years:
        verdict = judged(held, each.year)
        # What nobody judges is told ahead as what cannot be, with that as the reason.
        told = {Status.NOT_JUDGED: Status.CANNOT_BE_ASSESSED}.get(verdict.parts[0].status, verdict.parts[0].status)
        assert told is each.verdict(FINANCIAL).status, each.year
        of_goals = {name.name: name.status for name in each.verdicts if name.title is not None}
        assert {id: status for id, status in statuses(verdict).items() if id in of_goals} == of_goals
        assert verdict.status is each.geh, each.year


@pytest.mark.parametrize("costs", [None, "2.9", "3.6", "4.5"])
def test_the_regions_years_are_judged_as_if_they_had_been(costs: str | None) -> None:
    """The plan's own targets, over a year, over three and since a base year, and the years after the plan."""
    model = rs.load_region("exempel")
    some = planned(model)
    if costs is not None:
        some = some.with_(*assumed({Driver.COSTS: costs}).items[3:4])
        assert some.value(Driver.COSTS, 2026) == Decimal(costs)
    same_as_outcomes(model, some, 5)


BASES = {
    "a year": Basis(kind=BasisKind.YEAR),
    "a mean": Basis(kind=BasisKind.MEAN, over_years=2),
    "a mean of the period": Basis(kind=BasisKind.MEAN),
    "a weighted mean": Basis(kind=BasisKind.MEAN, over_years=3, weighted_by="investeringar"),
    "a sum": Basis(kind=BasisKind.SUM, over_years=2),
    "a sum of the period": Basis(kind=BasisKind.SUM),
    "the period": PERIOD,
    "since the year before": Basis(kind=BasisKind.CHANGE),
    "since the outcome before": Basis(kind=BasisKind.PREVIOUS),
    "since a base year": Basis(kind=BasisKind.BASE_YEAR, base_year=YEAR),
    "since a year ahead": Basis(kind=BasisKind.BASE_YEAR, base_year=YEAR + 1),
    "since no base year": Basis(kind=BasisKind.BASE_YEAR),
    "since a year not known": Basis(kind=BasisKind.BASE_YEAR, base_year=2010),
}


def without_goals(model: SteeringModel) -> SteeringModel:
    """The region without its measures and their targets."""
    return model.without("resultat", "soliditet", *(each.id for each in model.targets))


@given(
    st.data(),
    regions(),
    st.sampled_from([at_least, at_most, above, below]),
    st.sampled_from(sorted(BASES)),
    st.sampled_from([(2026,), (2028,), (2026, 2028), (None,)]),
)
def test_any_number_is_judged_as_if_the_year_had_been(
    data: st.DataObject, model: SteeringModel, kind: type, basis: str, years: tuple[int | None, ...]
) -> None:
    """Over any years that a plan may take together, with any limit, and in the years after the plan."""
    limit = data.draw(st.sampled_from(["-1.5", "0.3", "2", "4.1"]))
    records = goal(kind(limit, basis=BASES[basis]), *years)
    held = without_goals(model).with_(ONLY_GOALS, PLAN, *records)
    same_as_outcomes(held, data.draw(assumptions(4)), 4)


@given(
    st.data(),
    regions(),
    st.sampled_from([increase, decrease, keep, keep_or_increase, keep_or_decrease]),
    st.sampled_from([None, *sorted(BASES)]),
    st.sampled_from(Direction),
)
def test_any_change_is_judged_as_if_the_year_had_been(
    data: st.DataObject, model: SteeringModel, kind: type, basis: str | None, direction: Direction
) -> None:
    """Since the year before, or since a base year that is accounted for or is ahead itself."""
    of_several = {"a mean", "a mean of the period", "a weighted mean", "a sum", "a sum of the period", "the period"}
    condition = kind(basis=None if basis is None else BASES[basis])
    records = goal(condition, 2026, 2027, direction=direction)
    held = without_goals(model).with_(ONLY_GOALS, PLAN, *records)
    some = data.draw(assumptions(3))
    if basis in of_several or (kind is keep and direction not in {Direction.UP, Direction.DOWN}):
        assert not rs.project(held, some, 2).plan.goals.by_year[2026]
    else:
        same_as_outcomes(held, some, 3)


def marks(projection: Projection, name: str = "m") -> str:
    """How something comes out year by year, a dash where it is not asked."""
    return "".join(
        next((SHOWN[each.status] for each in year.verdicts if each.name == name), "-") for year in projection.years
    )


def with_goals(*records: Record) -> SteeringModel:
    """The small region with a plan for three years and what it asks."""
    return region(ONLY_GOALS, PLAN, *records)


WORSE = {Driver.COSTS: "3.4", Driver.PENSION_COSTS: "-20"}
"""With these the result is 1.58 per cent of taxes and grants, and then 1.72, 1.53, 1.34, 1.16, 0.98."""


@pytest.mark.parametrize(
    ("condition", "usual", "going_on"),
    [
        (at_least("1.4"), "1--", "110"),
        (at_least("1.5", basis=Basis(kind=BasisKind.MEAN, over_years=2)), "1--", "110"),
        (at_least("3.1", basis=Basis(kind=BasisKind.SUM, over_years=2)), "1--", "110"),
        (increase(), "1--", "100"),
        (increase(basis=Basis(kind=BasisKind.BASE_YEAR, base_year=YEAR)), "1--", "100"),
        (increase(basis=Basis(kind=BasisKind.BASE_YEAR, base_year=2027)), "?--", "?00"),
    ],
)
def test_the_last_target_goes_on_if_that_is_assumed(condition: Condition, usual: str, going_on: str) -> None:
    """Asked as before of the later year: of as many years up to it, or of what has come since the same base year."""
    model = with_goals(*goal(condition, 2026))
    some = assumed(WORSE)
    assert marks(rs.project(model, some, 3)) == usual
    assert marks(rs.project(model, some.with_(last_targets_go_on=True), 3)) == going_on


def test_a_target_that_goes_on_asks_what_a_new_one_would() -> None:
    """A period of three years that goes on is the last three years, as if the next plan had asked the same."""
    over_three = [at_least("1.45", basis=Basis(kind=kind, over_years=3)) for kind in (BasisKind.MEAN, BasisKind.SUM)]
    for condition in (*over_three, at_least("1.45", basis=Basis(kind=BasisKind.WHOLE_PERIOD, over_years=3))):
        years = rs.project(with_goals(*goal(condition, 2028)), assumed(WORSE, last_targets_go_on=True), 6)
        later = rs.project(region(ONLY_GOALS, *goal(condition, *range(2028, 2032), document=None)), assumed(WORSE), 6)
        assert marks(years) == marks(later)
        assert marks(years).startswith("……")


def test_why_nothing_is_asked_after_the_plan() -> None:
    """The plan that ended is named with its last year, and what a caller may assume."""
    model = with_goals(*goal(at_least(1), 2026, 2028), *goal(at_least(1), 2026, 2028, id="n"))
    found = rs.project(model, assumed(), 6)
    assert found.missing[-1] == (
        "Inget mål är satt 2029–2031 för Måttet m och Måttet n: Plan 2026–2028 har sitt sista mål 2028. Låt de sista "
        "målen gälla vidare med Assumptions(last_targets_go_on=True) eller --last-targets."
    )
    assert list(found.what_is_missing("en"))[-1].startswith(
        "No target is set 2029–2031 for Måttet m and Måttet n: Plan 2026–2028 has its last target for 2028."
    )
    assert marks(found, FINANCIAL) == "1…1???"
    assert [SHOWN[each.geh] for each in found.years] == list("1…1???")
    assumed_on = rs.project(model, assumed(last_targets_go_on=True), 6)
    assert marks(assumed_on, FINANCIAL) == "111111"
    assert "Inget mål är satt" not in assumed_on.text()
    assert "De sista målen antas gälla vidare i år som inget är satt för" in assumed_on.text(width=500)
    assert "minst 1, antas gälla vidare" in assumed_on.text(width=500)


def test_why_nothing_is_asked_where_no_plan_says() -> None:
    """A target that stands in no document, a measure of another document, and a region that asks nothing."""
    loose = rs.project(region(ONLY_GOALS, *goal(at_least(1), 2026, document=None)), assumed(), 3)
    assert "Inget mål är satt 2027–2028 för Måttet m. Låt" in loose.missing[-1]
    nothing = rs.project(region(ONLY_GOALS), assumed(), 2)
    assert nothing.missing[-1] == ("Inget finansiellt mål räknas 2026–2027, så de finansiella målen kan inte bedömas.")
    assert marks(nothing, FINANCIAL) == "??"


def test_a_period_that_is_not_over() -> None:
    """A mean over a plan that every year is asked of cannot be told until its last year, and the answer says so."""
    model = with_goals(*goal(at_least("1.5", basis=Basis(kind=BasisKind.MEAN)), None))
    found = rs.project(model, assumed(WORSE), 4)
    assert marks(found) == "??1-"
    assert any(
        each.startswith("Måttet m kan inte bedömas än 2026–2027: det som krävs (minst) är sett till och med 2028.")
        for each in found.missing
    )


def test_a_mandate_period() -> None:
    """A target for a mandate period is decided in its last year, of all the years that it has days in."""
    mandate = PlanningHorizon(kind=HorizonKind.MANDATE_PERIOD, first=date(2026, 10, 15), last=date(2030, 10, 14))
    model = region(
        ONLY_GOALS, *goal(at_least(7, basis=Basis(kind=BasisKind.SUM)), None, document=None, horizon=mandate)
    )
    some = assumed(WORSE)
    assert marks(rs.project(model, some, 6)) == "…………0-"
    better = region(
        ONLY_GOALS, *goal(at_least(6, basis=Basis(kind=BasisKind.SUM)), None, document=None, horizon=mandate)
    )
    assert marks(rs.project(better, some, 6)) == "…………1-"
    same_as_outcomes(model, some, 6)


def test_what_is_over_no_known_years() -> None:
    """A mean that does not say over which years, and a measure that is counted in another way since."""
    nowhere = goal(at_least(2, basis=Basis(kind=BasisKind.MEAN)), 2026, document=None)
    since = goal(
        at_least(2, basis=Basis(kind=BasisKind.MEAN, over_years=3)), 2026, id="n", method_changed=[date(2025, 1, 1)]
    )
    missing = rs.project(with_goals(*nowhere, *since), assumed(), 1).missing
    assert "Måttet m kan inte bedömas 2026: över vilka år det gäller (minst) sägs inte." in missing
    assert "Måttet n kan inte bedömas 2026: måttet räknas på ett annat sätt i något av åren." in missing


def test_years_before_that_are_not_known() -> None:
    """A mean that reaches back over years without accounts is asked, and cannot be told."""
    model = with_goals(*goal(at_least(2, basis=Basis(kind=BasisKind.MEAN, over_years=4)), 2026))
    found = rs.project(model, assumed(), 1)
    assert marks(found) == "?"
    assert any("hänger på år vars mått inte är kända" in each for each in found.missing)


def test_a_printed_outcome_of_an_earlier_year_stands() -> None:
    """What is printed of a year before comes first, as when a year that has been is judged."""
    condition = at_least(2, basis=Basis(kind=BasisKind.MEAN, over_years=2))
    printed_so = Outcome(indicator="m", year=YEAR, value=Decimal("2.5"))
    model = with_goals(*goal(condition, 2026))
    assert [marks(rs.project(each, assumed(), 1)) for each in (model, model.with_(printed_so))] == ["0", "1"]
    same_as_outcomes(model.with_(printed_so), assumed(), 1)


def test_several_targets_of_one_year() -> None:
    """Each is judged by itself; nobody says that both have to be met, so where they differ the goal is open."""
    records = goal(at_least(1), 2026)
    model = with_goals(*records, Target(indicator="m", year=2026, condition=at_most("1.5")))
    found = rs.project(model, assumed(), 1)
    names = [each.id for each in model.targets]
    assert [found[2026].verdict(each).status for each in names] == [Status.MET, Status.NOT_MET]
    assert found[2026].verdict(FINANCIAL).status is Status.CANNOT_BE_ASSESSED
    assert needed_result(model, names[1], 2026, assumptions=assumed()).needed == pytest.approx(0.015 * 9812.5)


EVERY = Join(kind=JoinKind.ALL)
MONEY = GehSide(part=GehPart.FINANCIAL, join=EVERY, condition=True)
BALANCED = GehSide(part=GehPart.BALANCE, condition=True)


@pytest.mark.parametrize("costs", ["0", "3.4", "6"])
@pytest.mark.parametrize(
    "rule",
    [
        GehRule(parts=[MONEY]),
        GehRule(parts=[MONEY, BALANCED]),
        GehRule(parts=[evolve(MONEY, condition=False), evolve(BALANCED, condition=False)], join=EVERY),
    ],
)
def test_a_rule_over_parts(rule: GehRule, costs: str) -> None:
    """Where the rule names the balance requirement it decides ahead too, as it does of a year that has been."""
    structure = evolve(ONLY_GOALS, geh=rule)
    unseen = region(structure, PLAN, *goal(at_least("-9"), 2026, 2027), lines={"resultatreserv": "0"})
    model = unseen.with_(amount("underskott-att-aterstalla", "0", YEAR - 1))
    some = assumed({Driver.COSTS: costs}, shocks=[growth_shock(2)])
    same_as_outcomes(model, some, 2)
    same_as_outcomes(unseen, some, 2)
    found = rs.project(model, some, 2)
    assert found[2026].verdict(FINANCIAL).status is Status.MET
    balanced = costs != "6" or len(rule.parts) == 1
    assert found[2026].geh is (Status.MET if balanced else Status.NOT_MET)
    simulation = rs.simulate(model, some, 2, 40, 1)
    paths = [simulation.path(number)[2027].geh for number in range(40)]
    assert simulation[2027].odds["geh"].value == pytest.approx(paths.count(Status.MET) / 40)


def test_a_rule_over_parts_that_no_single_goal_decides() -> None:
    """Where more than half of the financial goals are enough, one that is missed of three decides nothing."""
    half = evolve(MONEY, join=Join(kind=JoinKind.MAJORITY))
    three = (*goal(at_least(9), 2026), *goal(at_least(1), 2026, id="n"), *goal(at_least(1), 2026, id="o"))
    model = region(evolve(ONLY_GOALS, geh=GehRule(parts=[half])), PLAN, *three)
    found = rs.project(model, assumed(), 1)
    assert (found[2026].verdict(FINANCIAL).status, found[2026].geh) == (Status.MET, Status.MET)
    same_as_outcomes(model, assumed(), 1)


def test_what_is_only_watched_asks_nothing() -> None:
    """A measure that is followed and decides nothing is no goal ahead."""
    model = with_goals(*goal(at_least(9), 2026), *goal(at_least(1), 2026, id="n"))
    watched = with_goals(*goal(at_least(9), 2026, role=IndicatorRole.WATCHED), *goal(at_least(1), 2026, id="n"))
    found = [rs.project(each, assumed(), 1)[2026].verdict(FINANCIAL).status for each in (model, watched)]
    assert found == [Status.NOT_MET, Status.MET]


def test_a_plan_that_is_to_come_is_asked_in_its_time() -> None:
    """A plan that is adopted and replaces the one in force asks from its first day; before that the older does."""
    later = SteeringDocument(
        id="ny",
        title="Plan 2027–2029",
        adopted=Adoption(organ="rf", on=date(2026, 5, 1)),
        in_force=days_of_years(2027, None),
        horizon=PlanningHorizon(kind=HorizonKind.YEARS, first_year=2027, last_year=2029),
        replaces=["plan"],
    )
    asks = [Target(indicator="m", year=year, condition=at_least("1.6"), document="ny") for year in (2027, 2029)]
    model = with_goals(*goal(at_least("1.5"), 2026, 2028), later, *asks)
    found = rs.project(model, assumed(WORSE), 5)
    assert marks(found) == "10…0-"
    same_as_outcomes(model, assumed(WORSE), 5)


def test_targets_by_year_are_asked_in_their_years() -> None:
    """A row of limits by year is asked in each of its years, and in no other."""
    rows = [YearValue(year=2026, value=Decimal(1)), YearValue(year=2028, value=Decimal(9))]
    model = with_goals(*goal(at_least(value=None, by_year=rows), None))
    assert marks(rs.project(model, assumed(), 4)) == "1…0-"


def test_what_is_no_number_is_told_with_its_years() -> None:
    """A word and a measure without a formula are asked, and cannot be judged."""
    model = with_goals(*goal(grade("god"), 2026, 2028), *goal(at_least(1), 2026, id="n", ratio=None))
    found = rs.project(model, assumed(), 3)
    assert (marks(found), marks(found, "n"), marks(found, FINANCIAL)) == ("-…-", "---", "?…?")
    assert any(each.startswith("Måttet m kan inte bedömas 2026, 2028: villkoret (betyg)") for each in found.missing)
    assert "Måttet n kan inte bedömas 2026: måttet har ingen formel över rader som räknas fram." in found.missing


def test_how_a_goal_that_is_decided_later_is_told() -> None:
    """In both tables as not decided yet, with the year when it is; what is missed already decides the whole."""
    records = (*goal(at_least(1), 2026, 2028), *goal(at_least(9), 2026, 2027, id="n"))
    model = with_goals(*records)
    some = assumed(shocks=[growth_shock(1)])
    projection = rs.project(model, some, 4)
    assert (marks(projection), marks(projection, FINANCIAL)) == ("1…1-", "00??")
    simulation = rs.simulate(model, some, 4, 50, 1)
    for told in (projection.text("en", width=200), simulation.text("en", width=200)):
        assert "2026, 2028: at least 1; 2027: decided 2028" in told
        assert "not yet" in told
    assert simulation[2027].waits == {"m", FINANCIAL, "geh"}
    assert (simulation[2027].odds[FINANCIAL].high, simulation[2027].odds["m"].value) == (0.0, None)
    alone = rs.simulate(with_goals(*records[:6]), some, 4, 50, 1)
    rows = [each.split("  ") for each in alone.text(width=200).splitlines() if each.startswith("2027")]
    assert [each.strip() for each in rows[0] if each][3:] == ["inte än", "inte än", "inte än"]
    later = [each.split("  ") for each in alone.text(width=200).splitlines() if each.startswith("2029")]
    assert [each.strip() for each in later[0] if each][3:] == ["–", "?", "?"]


@pytest.mark.parametrize(("years", "said"), [([2026], "2026"), ([2028, 2026, 2027, 2030], "2026–2028, 2030")])
def test_years_in_words(years: Iterable[int], said: str) -> None:
    """Years that follow on one another are told as a span."""
    assert spans(list(years)) == said
