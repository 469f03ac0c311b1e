"""Goals ahead are joined as when the years have been, in a projection and in each path of a simulation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import regionstyrning as rs
from regionstyrning.alternatives import Driver, growth_shock, needed_result
from regionstyrning.alternatives.arrays import counted, drawing
from regionstyrning.alternatives.geh_ahead import FINANCIAL
from regionstyrning.alternatives.lines import PRINTED
from regionstyrning.alternatives.plan import plan_of
from regionstyrning.evaluators import Status
from regionstyrning.law import Policies
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
    PlanningHorizon,
    Ratio,
    Record,
    SteeringDocument,
    SteeringModel,
    Structure,
    Target,
)
from regionstyrning.model.conditions import (
    Condition,
    above,
    at_least,
    at_most,
    below,
    between,
    change_by,
    grade,
    increase,
)
from regionstyrning.model.dates import years as days_of_years
from regionstyrning.model.indicators import Indicator, IndicatorRole, MeasureKind
from regionstyrning.model.limits import Basis, BasisKind, Partly
from regionstyrning.model.scales import Meaning
from tests.alternatives.small import ACTIVITY, YEAR, assumed, assumptions, region, regions
from tests.alternatives.test_goals_ahead import (
    LEVEL,
    ONLY_GOALS,
    PLAN,
    WORSE,
    entered,
    goal,
    judged,
    marks,
    same_as_outcomes,
    with_goals,
    without_goals,
)

PATHS = 12
ACTIVITIES = Level(id="mal", title="Verksamhetsmål", kind=LevelKind.GOAL, geh=True)
KINDS = [kind for kind in JoinKind if kind not in {JoinKind.MEAN, JoinKind.WEIGHTED}]
BASES = [
    None,
    Basis(kind=BasisKind.MEAN, over_years=2),
    Basis(kind=BasisKind.SUM, over_years=2),
    Basis(kind=BasisKind.MEAN),
]


def joins() -> st.SearchStrategy[Join | None]:
    """No rule, or any that orders what it joins."""
    stated = st.builds(Join, kind=st.sampled_from(KINDS), at_least=st.sampled_from([None, 1, 2, 9]))
    return st.none() | stated


@st.composite
def structures(draw: st.DrawFn, /) -> Structure:
    """A level that joins its measures, and a rule over goals or over parts."""
    level = Level(
        id="f", title="F", kind=LevelKind.FINANCIAL, judged_by=[Ground.MEASURES], geh=True, join=draw(joins())
    )
    sides = [
        GehSide(part=part, join=draw(joins()) if part is GehPart.FINANCIAL else None, condition=draw(st.booleans()))
        for part in draw(st.lists(st.sampled_from([GehPart.FINANCIAL, GehPart.BALANCE]), unique=True))
    ]
    conditions = draw(st.sampled_from([[], ["f"]]))
    rule = GehRule(join=draw(joins()), conditions=[] if sides else conditions, parts=sides)
    return Structure(
        id="s", title="Styrmodell", levels=[level, ACTIVITIES], geh=draw(st.sampled_from([rule, rule, None]))
    )


PARTLY = [
    None,
    Partly(value=Decimal("0.5")),
    Partly(value=Decimal(1), includes_limit=False),
    Partly(share_percent=Decimal(80)),
]


ASKED: list[Callable[..., Condition]] = [at_least, above, at_most, below, change_by, between]


@st.composite
def conditions(draw: st.DrawFn, /) -> Condition:
    """A limit, a change by a number or a band, with what is known of the rest."""
    kind = draw(st.sampled_from(ASKED))
    more: dict[str, object] = {"partly": draw(st.sampled_from(PARTLY)), "basis": draw(st.sampled_from(BASES))}
    numbers = [draw(st.sampled_from(["-1.5", "0.3", "2", "4.1"]))]
    if kind is change_by:
        base = Basis(kind=BasisKind.BASE_YEAR, base_year=draw(st.sampled_from([YEAR, 2027])))
        numbers, more["basis"] = (
            [draw(st.sampled_from(["-0.5", "-0.1", "0.1", "1"]))],
            draw(st.sampled_from([None, base])),
        )
    elif kind is between:
        meanings = st.sampled_from([None, *Meaning])
        numbers = draw(st.sampled_from([["-1", "0.5"], ["0.3", "2"], ["1.5", "1.5"], ["2", "4.1"]]))
        more |= {"outside_low": draw(meanings), "outside_high": draw(meanings)}
    asked: Condition = kind(*numbers, **more)
    return asked


@st.composite
def goals(draw: st.DrawFn, /, id: str) -> tuple[Record, ...]:
    """A goal with up to three measures, each asked in some years, in one or not at all."""
    found: list[Record] = []
    place = Goal(id=f"mal-{id}", title=f"Målet {id}", level="f", kind=GoalKind.FINANCIAL)
    for number in range(draw(st.integers(0, 3))):
        name = f"{id}{number}"
        condition = draw(conditions())
        role = draw(st.sampled_from([IndicatorRole.DECIDES, IndicatorRole.DECIDES, *IndicatorRole]))
        years = draw(st.sampled_from([(2026, 2027, 2028), (2026,), (2028,), (2029,), ()]))
        found += [
            Indicator(id=name, title=f"Måttet {name}", kind=MeasureKind.QUANTITATIVE, ratio="resultatandel", role=role),
            Contribution(lower=name, upper=place.id, kind=ContributionKind.MEASURES),
            *(Target(indicator=name, year=year, condition=condition, document="plan") for year in years),
        ]
    return place, *found


@st.composite
def steered(draw: st.DrawFn, /) -> SteeringModel:
    """A region with several goals, one of them perhaps a condition for another."""
    names = draw(st.sampled_from(["", "a", "ab", "abc"]))
    records = [record for name in names for record in draw(goals(name))]
    if len(names) > 1 and draw(st.booleans()):
        records.append(Contribution(lower="mal-b", upper="mal-a", kind=ContributionKind.CONDITION))
    if draw(st.booleans()):
        records.append(ACTIVITY)
    model = without_goals(draw(regions()))
    model = model.without(*(each.id for each in model.goals))
    return model.with_(draw(structures()), PLAN, *records)


@given(st.data(), steered())
def test_any_goals_are_joined_as_if_the_year_had_been(data: st.DataObject, model: SteeringModel) -> None:
    """Several goals with several measures, partly met, waiting or without targets, by any rule that orders them."""
    same_as_outcomes(model, data.draw(assumptions(3)), 3)


@given(st.data(), steered(), st.booleans(), st.booleans())
def test_every_path_is_judged_as_it_is_alone(
    data: st.DataObject, model: SteeringModel, go_on: bool, first: bool
) -> None:
    """What is counted of arrays is what the paths come to one by one, whatever the rule, and in any chunks."""
    shocks = [growth_shock(2)]
    met = data.draw(st.sampled_from([None, True, False]))
    some = data.draw(assumptions(4, shocks=shocks, last_targets_go_on=go_on, goals_of_activity_met=met))
    policies = Policies(oldest_deficit_first=first, restore_before_reserving=not first)
    simulation = rs.simulate(model, some, 4, PATHS, 3, policies=policies)
    paths = [simulation.path(number) for number in range(PATHS)]
    for year in simulation.years:
        for name, odds in year.odds.items():
            statuses = [
                path[year.year].geh if name == "geh" else path[year.year].verdict(name).status for path in paths
            ]
            most = year.partly.get(name, odds).high
            assert odds.low == pytest.approx(statuses.count(Status.MET) / PATHS)
            assert most == pytest.approx(1 - statuses.count(Status.NOT_MET) / PATHS)
    plan, names = plan_of(model, some, 4, policies), [each.name for each in shocks]
    whole, parts = (
        counted([(plan, names)], PATHS, drawing(names, 4, 3), lines=PRINTED, chunk=chunk)[0] for chunk in (PATHS, 5)
    )
    assert (whole.missed, whole.doubtful, whole.lost, whole.unsure) == (
        parts.missed,
        parts.doubtful,
        parts.lost,
        parts.unsure,
    )
    for number, path in enumerate(paths):
        for line in PRINTED:
            assert [each.lines[line] for each in path.years] == list(whole.kept[line][:, number])


LOOSE: Mapping[str, tuple[tuple[Record, ...], str]] = {
    "no target": (goal(at_least(1), id="n"), "Inget mål är satt 2026 för Måttet n."),
    "no measure": (goal(at_least(1), id="n")[:1], "Målet n kan inte bedömas 2026: målet har inget mått."),
    "a part": (
        (*goal(at_least(1), id="n"), Target(indicator="n", year=2026, condition=at_least(1), scope="RLF")),
        "Måttet n kan inte bedömas 2026: det som krävs (minst) gäller bara en del.",
    ),
}


@pytest.mark.parametrize("case", sorted(LOOSE))
def test_a_goal_that_counts_and_cannot_be_told_opens_the_year(case: str) -> None:
    """It is named, and no other goal answers for it."""
    records, said = LOOSE[case]
    found = rs.project(with_goals(*goal(at_least(1), 2026), *records), assumed(), 1)
    assert found[2026].verdict(FINANCIAL).status is Status.CANNOT_BE_ASSESSED
    assert any(each.startswith(said) for each in found.missing)


def test_what_counts_for_nothing_decides_nothing() -> None:
    """A key ratio of no goal that counts is shown beside them with how it comes out."""
    beside = goal(at_least(90), 2026, id="x", ratio="soliditet")[1]
    target = Target(indicator="x", year=2026, condition=at_least(90), document="plan")
    found = rs.project(with_goals(*goal(at_least(1), 2026), beside, target), assumed(), 1)
    assert [marks(found), marks(found, "x"), marks(found, FINANCIAL)] == ["1", "0", "1"]
    later = rs.project(
        with_goals(*goal(at_least(1), 2026), beside, Target(indicator="x", year=2028, condition=at_least(1))),
        assumed(),
        1,
    )
    assert [marks(later, "x"), marks(later, FINANCIAL)] == ["…", "1"]


@pytest.mark.parametrize(
    ("partly", "status"),
    [
        (Partly(value=Decimal("1.5")), Status.PARTLY_MET),
        (Partly(value=Decimal("1.9")), Status.NOT_MET),
        (Partly(value=Decimal(3)), Status.NOT_MET),
        (Partly(share_percent=Decimal(75)), Status.PARTLY_MET),
        (Partly(share_percent=Decimal(90)), Status.NOT_MET),
        (Partly(), Status.NOT_MET),
    ],
)
def test_partly_met(partly: Partly, status: Status) -> None:
    """From a value or a share of the limit a goal is partly met, and the text and the odds say so."""
    worst = Structure(id="s", title="S", levels=[LEVEL], geh=GehRule(join=Join(kind=JoinKind.WORST)))
    model = region(worst, PLAN, *goal(at_least(2, partly=partly), 2026))
    found = rs.project(model, assumed(WORSE), 1)
    assert {found[2026].verdict("m").status, found[2026].verdict(FINANCIAL).status, found[2026].geh} == {status}
    same_as_outcomes(model, assumed(WORSE), 1)
    assert ("delvis 1," in found.text(width=200)) is (status is Status.PARTLY_MET)
    simulation = rs.simulate(model, assumed(WORSE, shocks=[growth_shock("0.5")]), 1, 200, 1)
    assert ("minst delvis" in simulation.text(width=300)) is ("m" in simulation[2026].partly)


def test_partly_met_from_above() -> None:
    """Where less is better a share of the limit lies above it; of nothing no share says anything."""

    def of(condition: Condition) -> Status:
        model = with_goals(*goal(condition, 2026))
        same_as_outcomes(model, assumed(WORSE), 1)
        return rs.project(model, assumed(WORSE), 1)[2026].verdict("m").status

    assert of(at_most("1.5", partly=Partly(share_percent=Decimal(80)))) is Status.PARTLY_MET
    assert of(at_most(0, partly=Partly(share_percent=Decimal(90)))) is Status.CANNOT_BE_ASSESSED
    strong = Basis(kind=BasisKind.PREVIOUS, strong_from=Decimal(5))
    assert of(increase(basis=strong)) is Status.PARTLY_MET


def test_a_goal_that_waits_is_not_forgotten_when_its_plan_ends() -> None:
    """It is told that nothing stands for it; where targets go on it waits, and is judged in its own year."""
    years = PlanningHorizon(kind=HorizonKind.YEARS, first_year=2026, last_year=2027)
    short = SteeringDocument(id="plan", title="Plan 2026–2027", horizon=years)
    model = region(ONLY_GOALS, short, *goal(at_least(1), 2030), *goal(at_least(1), 2026, 2027, id="n"))
    found = rs.project(model, assumed(), 3)
    assert [marks(found), marks(found, FINANCIAL)] == ["……-", "……?"]
    assert any(
        each.startswith("Inget mål gäller 2028 för Måttet m: Plan 2026–2027, som har satt mål till och med 2030")
        for each in found.missing
    )
    on = rs.project(model, assumed(last_targets_go_on=True), 6)
    assert [marks(on), marks(on, "n"), marks(on, FINANCIAL)] == ["…………11", "111111", "…………11"]
    same_as_outcomes(model, assumed(), 3)


def test_the_plan_that_stands_is_named() -> None:
    """Where a newer plan has replaced the one that set a target, and sets none, it is the newer that sets none."""
    newer = SteeringDocument(
        id="ny",
        title="Plan 2027–2029",
        adopted=Adoption(organ="rf", on=date(2026, 5, 1)),
        in_force=days_of_years(2027, None),
        horizon=PlanningHorizon(kind=HorizonKind.YEARS, first_year=2027, last_year=2029),
        replaces=["plan"],
    )
    found = rs.project(with_goals(*goal(at_least(1), 2026), newer), assumed(), 2)
    assert any(
        each.startswith("Inget mål är satt 2027 för Måttet m: Plan 2027–2029 håller inget.") for each in found.missing
    )


def test_a_certain_no_does_not_wait() -> None:
    """One that is missed decides where all have to be met, although another is decided later; so does any one met."""
    records = (*goal(at_least(1), 2028), *goal(at_least(9), 2026, id="n"), *goal(at_least(1), 2026, id="o"))
    for kind, said in ((JoinKind.WORST, "0"), (JoinKind.ALL, "0"), (JoinKind.ANY, "1"), (JoinKind.MAJORITY, "…")):
        structure = Structure(id="s", title="S", levels=[LEVEL], geh=GehRule(join=Join(kind=kind)))
        model = region(structure, PLAN, *records)
        assert marks(rs.project(model, assumed(WORSE), 1), FINANCIAL) == said
        same_as_outcomes(model, assumed(WORSE), 1)


def test_what_is_not_joined_is_open_and_said() -> None:
    """Two goals that come out otherwise, and no rule: the answer names that, and not that no rule is stated."""
    money = GehSide(part=GehPart.FINANCIAL)
    structure = Structure(id="s", title="S", levels=[LEVEL], geh=GehRule(parts=[money]))
    model = region(structure, PLAN, *goal(at_least(1), 2026), *goal(at_least(9), 2026, id="n"))
    found = rs.project(model, assumed(), 1)
    same_as_outcomes(model, assumed(), 1)
    assert marks(found, FINANCIAL) == "?"
    assert [each for each in found.missing if "vägs samman" in each]
    assert not [each for each in found.missing if "ingen uttalad regel" in each]


def test_a_period_that_is_not_over_needs_no_result_yet() -> None:
    """What a mean over three years needs of the first of them cannot be told."""
    model = with_goals(*goal(at_least("1.5", basis=Basis(kind=BasisKind.MEAN)), None))
    found = needed_result(model, "m", 2026, assumptions=assumed(WORSE))
    assert (found.needed, found.always) == (None, None)
    assert "det avgörs först 2028" in found.text(width=200)


def test_every_doubt_is_said() -> None:
    """A ratio that divides by nothing, and a mean between the ends of what its weights can be."""
    weighed = Basis(kind=BasisKind.MEAN, over_years=2, weighted_by="x")
    for condition, ratio, lines, said in (
        (at_least(1), "sjalvfinansieringsgrad", {"investeringar": "0"}, "går inte att räkna ut"),
        (at_least("1.59", basis=weighed), "resultatandel", {}, "hur åren vägs"),
    ):
        model = region(ONLY_GOALS, PLAN, *goal(condition, 2026, ratio=ratio), lines=lines)
        found = rs.project(model, assumed(WORSE), 1)
        simulation = rs.simulate(model, assumed(WORSE, shocks=[growth_shock("0.1")]), 1, 50, 1)
        for each in (found, simulation):
            assert not each.complete
            assert [one for one in each.missing if said in one]


def test_the_number_is_what_is_held_against_the_limit() -> None:
    """The mean of two years, with decimals enough to see that it is below, and which years they are."""
    model = with_goals(*goal(at_least("1.62", basis=Basis(kind=BasisKind.MEAN, over_years=2)), 2027))
    found = rs.project(model, assumed(WORSE), 2)
    assert found[2027].verdict("m").value == pytest.approx(1.623, abs=0.001)
    assert "ja 1,6" in found.text(width=150)
    assert "i snitt 2026–2027" in found.text(width=150)


@pytest.mark.parametrize("condition", [grade("god"), change_by(0)])
def test_what_is_not_reckoned_ahead_is_said(condition: Condition) -> None:
    """A word or a change by nothing is left open, with that as the reason."""
    found = rs.project(with_goals(*goal(condition, 2026)), assumed(), 1)
    assert any("räknas inte framåt" in each for each in found.missing)
    assert marks(found, FINANCIAL) == "?"
    assert found.years[0].year == YEAR + 1
    assert found[2026].by[Driver.COSTS]


MEAN = Join(kind=JoinKind.MEAN)
TWO = (*goal(at_least(1), 2026), *goal(at_least(9), 2026, id="n"))
SECOND = (
    goal(at_least(9), id="n")[1],
    Contribution(lower="n", upper="mal-m", kind=ContributionKind.MEASURES),
    Target(indicator="n", year=2026, condition=at_least(9), document="plan"),
)
RARE: Mapping[str, tuple[Level, GehRule, tuple[Record, ...]]] = {
    "a mean of measures": (evolve(LEVEL, join=MEAN), GehRule(conditions=["f"]), (*goal(at_least(1), 2026), *SECOND)),
    "a mean of goals": (LEVEL, GehRule(parts=[GehSide(part=GehPart.FINANCIAL, join=MEAN)]), TWO),
    "a judgement of the whole": (
        evolve(LEVEL, judged_by=[Ground.OVERALL]),
        GehRule(conditions=["f"]),
        goal(at_least(1), 2026),
    ),
    "more than there are": (LEVEL, GehRule(join=Join(kind=JoinKind.COUNT, at_least=9)), TWO),
    "so many": (LEVEL, GehRule(join=Join(kind=JoinKind.COUNT, at_least=1)), TWO),
    "what nobody has labelled": (
        LEVEL,
        GehRule(join=Join(kind=JoinKind.ALL)),
        (*goal(at_least(1), 2026), Goal(id="z", title="Z", level="mal", geh=True)),
    ),
    "partly and wholly met": (
        LEVEL,
        GehRule(join=Join(kind=JoinKind.WORST)),
        (*goal(at_least(2, partly=Partly(value=Decimal("1.5"))), 2026), *goal(at_least(1), 2026, id="n")),
    ),
    "a measure of two goals": (
        LEVEL,
        GehRule(conditions=["f"]),
        (
            *goal(at_least(1), 2026),
            Goal(id="mal-o", title="Målet o", level="f", kind=GoalKind.FINANCIAL, geh=True),
            Contribution(lower="m", upper="mal-o", kind=ContributionKind.MEASURES),
        ),
    ),
    "what is only shown": (
        LEVEL,
        GehRule(conditions=["f"]),
        (Ratio(id="ord", title="Ett ord"), *goal(at_least(1), 2026, ratio="ord")),
    ),
}


@pytest.mark.parametrize("case", sorted(RARE))
def test_what_is_rare_is_judged_as_if_the_year_had_been(case: str) -> None:
    """Points, overall judgements, numbers of goals, and goals on neither side."""
    level, rule, records = RARE[case]
    structure = Structure(id="s", title="S", levels=[level, ACTIVITIES], geh=rule)
    model = region(structure, PLAN, *records)
    same_as_outcomes(model, assumed(WORSE), 1)
    found = rs.project(model, assumed(WORSE), 1)
    assert found[2026].geh is not Status.CANNOT_BE_ASSESSED or not found.complete


def test_a_measure_that_its_level_does_not_look_at_decides_nothing() -> None:
    """Where a level is judged by the one under it alone, a measure of the goal is only shown."""
    level = evolve(LEVEL, judged_by=[Ground.LEVEL_UNDER])
    structure = Structure(id="s", title="S", levels=[level], geh=GehRule(conditions=["f"]))
    model = region(structure, PLAN, *goal(at_least(1), 2026))
    found = rs.project(model, assumed(WORSE), 1)
    whole = judged(entered(model, found), 2026)
    assert (marks(found, "m"), found[2026].verdict(FINANCIAL).status, found[2026].geh) == (
        "1",
        whole.parts[0].status,
        whole.status,
    )


def test_a_measure_that_supports_and_asks_nothing_leaves_its_goal_open() -> None:
    """Where a goal has no other measure, what decides it is not said, and the answer names it."""
    model = region(ONLY_GOALS, PLAN, *goal(at_least(1), role=IndicatorRole.SUPPORTS)[:3])
    found = rs.project(model, assumed(WORSE), 1)
    assert found[2026].geh is judged(entered(model, found), 2026).status is Status.CANNOT_BE_ASSESSED
    assert "Målet m kan inte bedömas 2026: vad som avgör målet sägs inte, eller så bedöms det inte." in found.missing


def test_a_goal_that_is_never_judged_is_named() -> None:
    """What counts and is a vision is left aside, and alone it leaves the year open."""
    vision = Level(id="f", title="V", kind=LevelKind.VISION, geh=True)
    structure = Structure(id="s", title="S", levels=[vision], geh=GehRule(conditions=["f"]))
    found = rs.project(region(structure, PLAN, *goal(at_least(1), 2026)), assumed(), 1)
    assert marks(found, FINANCIAL) == "?"
    assert "Målet m kan inte bedömas 2026: vad som avgör målet sägs inte, eller så bedöms det inte." in found.missing
