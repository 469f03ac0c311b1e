"""How firm a verdict is: under which evaluators it stands, and what turns it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import regionstyrning as rs
from regionstyrning.errors import UnknownId
from regionstyrning.evaluators import Attainment, Bands, Scores, Status, evaluate, firmness
from regionstyrning.evaluators.asked.excerpt import excerpt
from regionstyrning.evaluators.asked.flips import knobs, numbers
from regionstyrning.model import (
    Basis,
    BasisKind,
    Capacity,
    ContributionKind,
    Decision,
    DecisionKind,
    Gender,
    Judgement,
    Outcome,
    Partly,
    Scope,
    ScopeKind,
    Stage,
    Target,
    ValueReference,
    Weight,
    YearValue,
    above,
    all_of,
    any_of,
    at_least,
    at_most,
    between,
    pending,
)
from tests.evaluators.small import AS_OF, YEAR, goal, indicator, link, model, outcome, seen, target

if TYPE_CHECKING:
    from datetime import date

    from regionstyrning.evaluators import Evaluator, Firmness, Verdict
    from regionstyrning.model import Condition, SteeringModel

ONLY: dict[str, Evaluator] = {"attainment": Attainment()}


def one(condition: Condition, value: object, **more: Any) -> SteeringModel:  # noqa: ANN401 - any field of the target
    """A goal with a measure that has a target and an outcome."""
    return model(
        goals=[goal()],
        indicators=[indicator()],
        contributions=[link("i", "g")],
        targets=[target(condition, **more)],
        outcomes=[outcome(YEAR, value)],
    )


def turned(region: SteeringModel, ways: dict[str, Evaluator] | None = None) -> dict[str, tuple[object, ...]]:
    """What turns the verdict on the goal, by what is changed."""
    found = firmness(region, "g", as_of=AS_OF, evaluators=ways or ONLY)
    return {flip.what: (flip.before, flip.after, flip.status) for flip in found.flips}


def test_the_smallest_change_is_found() -> None:
    """Of the outcome, and of the limit, to the last decimal that counts."""
    assert turned(one(at_least(80), Decimal("79.5"))) == {
        "utfall": (Decimal("79.5"), 80, Status.MET),
        "gräns": (80, Decimal("79.5"), Status.MET),
    }
    assert turned(one(above(80), 85))["utfall"] == (85, 80, Status.NOT_MET)
    assert turned(one(at_most(80), 60))["utfall"] == (60, 81, Status.NOT_MET)


def test_the_nearest_of_several_turns_counts() -> None:
    """What is partly met is nearer than what is met."""
    partly = at_least(100, partly=Partly(value=Decimal(90)))
    assert turned(one(partly, 80))["utfall"] == (80, 90, Status.PARTLY_MET)
    assert turned(one(partly, 98))["utfall"] == (98, 100, Status.MET)


def test_a_narrow_band_is_not_leapt_over() -> None:
    """However far away it lies."""
    from_band = between(1_000, 1_001, outside_low=None)
    assert turned(one(from_band, 3))["utfall"] == (3, 1_000, Status.MET)
    assert turned(one(between(40, 60), 50))["gräns"] == (60, 49, Status.CANNOT_BE_ASSESSED)


def test_a_limit_that_cannot_be_turns_nothing() -> None:
    """The lower end of a band is never above the upper."""
    held = one(between(40, 60), 60)
    knob = next(knob for knob in knobs(held, Attainment()(held, as_of=AS_OF)["g"]) if knob.value == 40)
    assert turned(held)["gräns"] == (60, 59, Status.CANNOT_BE_ASSESSED)
    assert knob.changed(Decimal(50)).targets[0].condition.low == 50


def test_every_number_of_a_condition_can_be_changed() -> None:
    """Also those of years and of conditions within it."""
    rows = [YearValue(year=YEAR, value=Decimal(7)), YearValue(year=2030, value=Decimal(9))]
    condition = any_of([all_of([at_least(1), between(2, 3)]), at_least(by_year=rows)])
    changed = [made(value - 100 if value == 2 else value + 100) for value, made in numbers(condition)]
    assert [value for value, _ in numbers(condition)] == [1, 2, 3, 7, 9]
    firsts = [each.parts[0].parts for each in (changed[0], changed[2])]
    assert seen(firsts[0][0].value, firsts[1][1].high) == (101, 103)
    assert [row.value for each in changed[3:] for row in each.parts[1].by_year] == [107, 9, 7, 109]


def test_a_goal_that_nothing_turns_says_so() -> None:
    """Its only measure has no number to change."""
    links = [link("i", "g"), link("i", "annat", weights=[Weight(value=Decimal(3))])]
    region = model(goals=[goal(), goal("annat")], indicators=[indicator()], contributions=links)
    found = firmness(region, "g", as_of=AS_OF, evaluators=ONLY)
    assert found.flips == ()
    assert found.text().splitlines()[-1] == (
        "Inget utfall och ingen gräns har prövats, eftersom bedömningen inte har några bland sina delar."
    )


def test_a_number_that_turns_nothing_has_been_tried() -> None:
    """An outcome beside a target that is yet to be set."""
    found = firmness(one(pending(text="Ska sättas"), 5), "g", as_of=AS_OF, evaluators=ONLY)
    assert found.flips == ()
    assert found.text().splitlines()[-1] == "Ingen ändring av ett enda tal som har prövats ger en annan status."


def _weighed(first: int, second: int) -> SteeringModel:
    return model(
        goals=[goal()],
        indicators=[indicator("a"), indicator("b")],
        contributions=[
            link(id, "g", weights=[Weight(value=Decimal(weight))]) for id, weight in (("a", first), ("b", second))
        ],
        targets=[Target(indicator=id, year=YEAR, condition=at_least(100)) for id in "ab"],
        outcomes=[Outcome(indicator=id, year=YEAR, value=Decimal(value)) for id, value in (("a", 100), ("b", 75))],
    )


def test_a_weight_can_turn_it() -> None:
    """Two decimals finer than it is stated, and never below nothing."""
    scores: dict[str, Evaluator] = {"scores": Scores(goal_points=Decimal(6), red_flag_points=Decimal(3))}
    before, after, status = turned(_weighed(1, 1), scores)["vikt"]
    assert seen(before, after, status) == (1, 0, Status.MET)
    line: dict[str, Evaluator] = {"scores": Scores(goal_points=Decimal(6), red_flag_points=Decimal("4.5"))}
    assert "vikt" in turned(_weighed(3, 1), line)


def test_what_would_turn_it_is_told_by_title() -> None:
    """Of what, for whom and when, and how firm it is; of a link what it leads from and to."""
    scores: dict[str, Evaluator] = {"scores": Scores(goal_points=Decimal(6), red_flag_points=Decimal(3))}
    weighed = firmness(_weighed(1, 1), "g", as_of=AS_OF, evaluators=scores)
    assert "om vikten för Mått b → Mål g ändras från 1 till 0,00." in weighed.text()
    unit = Scope(id="HSF", kind=ScopeKind.PEERS)
    held = model(
        goals=[goal()],
        indicators=[indicator("i", scopes=[unit])],
        contributions=[link("i", "g")],
        targets=[target(at_least(80), None, scope="HSF", gender=Gender.WOMEN)],
        outcomes=[outcome(YEAR, 79, scope="HSF", gender=Gender.WOMEN, stage=Stage.PRELIMINARY)],
    )
    told = firmness(held, "g", as_of=AS_OF, evaluators=ONLY).text()
    assert "om utfallet för Mått i (2024, HSF, kvinnor, preliminär) ändras från 79 till 80." in told
    assert "om gränsen för Mått i (HSF, kvinnor) ändras från 80 till 79." in told
    everyone = firmness(one(at_least(80), 79, year=None), "g", as_of=AS_OF, evaluators=ONLY).text()
    assert "om gränsen för Mått i ändras från 80 till 79." in everyone


def test_both_sides_of_every_turn_have_been_judged() -> None:
    """In a region of some size: the change gives the status told, and one unit less the one there was."""
    region = rs.load_region("exempel")
    found = firmness(region, "resultat-2025", as_of=region.as_of)
    small = excerpt(region, "resultat-2025")
    own = Attainment()(small, as_of=region.as_of)["resultat-2025"]
    by_key = {(knob.record, knob.value): knob for knob in knobs(small, own)}
    assert {flip.what for flip in found.flips} == {"utfall", "gräns"}
    for flip in found.flips:
        knob = by_key[flip.record, flip.before]
        nearer = flip.after - knob.unit.copy_sign(flip.change)
        sides = [Attainment()(knob.changed(each), as_of=region.as_of)["resultat-2025"] for each in (nearer, flip.after)]
        assert [each.status for each in sides] == [found.status, flip.status]


@given(st.integers(0, 40), st.integers(1, 40))
def test_no_smaller_change_turns_it(value: int, limit: int) -> None:
    """Every smaller one is tried."""
    region = one(at_least(limit), value)
    before, after, _ = turned(region)["utfall"]
    now = Attainment()(region, as_of=AS_OF)["g"].status
    distance = abs(Decimal(str(after)) - Decimal(str(before)))
    for step in range(1, int(distance)):
        for other in (value - step, value + step):
            changed = region.with_(outcome(YEAR, other))
            assert Attainment()(changed, as_of=AS_OF)["g"].status is now


def found_in(region: SteeringModel) -> Firmness:
    """How firm it is under all evaluators."""
    return firmness(region, "g", as_of=AS_OF)


def test_every_evaluator_that_judges_it_counts() -> None:
    """With the share that agrees with the first."""
    found = found_in(one(at_least(100), 95))
    assert [(name, verdict.status) for name, verdict in found.verdicts] == [
        ("attainment", Status.NOT_MET),
        ("egen", Status.NOT_MET),
        ("bands", Status.MET),
        ("scores", Status.PARTLY_MET),
        ("propagation", Status.NOT_MET),
    ]
    assert seen(found.status, found.agree_percent) == (Status.NOT_MET, 60)
    assert found.agreeing == ("attainment", "egen", "propagation")


def test_what_an_evaluator_does_not_judge_does_not_count() -> None:
    """Nor one that says nothing of it."""
    region = one(at_least(100), 95)

    def silent(model: SteeringModel, *, as_of: date, year: int | None) -> Verdict:
        return evolve(Attainment()(model, as_of=as_of, year=year), parts=())

    ways: dict[str, Evaluator] = {"bands": Bands(), "tyst": silent}
    found = firmness(region, "g", as_of=AS_OF, evaluators=ways)
    assert [name for name, _ in found.verdicts] == ["bands"]
    with pytest.raises(UnknownId):
        firmness(region, "ingen", as_of=AS_OF)


def test_an_evaluator_may_look_at_the_whole() -> None:
    """Then the whole is judged again for every change."""

    def by_size(model: SteeringModel, *, as_of: date, year: int | None) -> Verdict:
        status = Status.MET if len(model.goals) > 1 else Status.NOT_MET
        verdict = Attainment()(model, as_of=as_of, year=year)
        changed = evolve(verdict["g"], status=status, low=status, high=status)
        return evolve(verdict, parts=[changed])

    region = one(at_least(100), 95).with_(goal("annat"), link("i", "annat"))
    found = firmness(region, "g", as_of=AS_OF, evaluators={"antal": by_size})
    assert seen(found.status, found.flips) == (Status.MET, ())


def test_it_can_be_read() -> None:
    """In both languages, and as rows."""
    found = firmness(one(at_least(80), 79), "g", as_of=AS_OF, evaluators={"attainment": Attainment(), "b": Bands()})
    assert found.text() == (
        "Mål g [g]\n- attainment: inte uppfyllt\n- b: uppfyllt\n"
        "1 av 2 sätt att bedöma ger samma status som attainment (50,00 %).\n"
        "Statusen blir uppfyllt om utfallet för Mått i (2024) ändras från 79 till 80.\n"
        "Statusen blir uppfyllt om gränsen för Mått i (2024) ändras från 80 till 79."
    )
    assert "The status becomes met if the outcome of Mått i (2024) changes from 79 to 80." in found.text("en")
    rows = found.to_records()
    assert [(row["evaluator"], row["agrees"], row["from"]) for row in rows] == [
        ("attainment", True, 79),
        ("b", False, None),
    ]
    assert found.flips[0].share_percent == Decimal(100) / 80
    alone = firmness(model(goals=[goal()]), "g", as_of=AS_OF, evaluators=ONLY)
    assert alone.to_records()[0]["turned_by"] is None


def test_an_excerpt_keeps_what_a_goal_rests_on() -> None:
    """Parts of clusters and what limits refer to too."""
    other = at_least(reference=ValueReference(indicators=["budget"], lines=["rad"]))
    region = model(
        goals=[goal("g"), goal("annat")],
        indicators=[indicator("i", parts=["del"]), indicator("del"), indicator("budget"), indicator("fri")],
        contributions=[link("i", "g"), link("fri", "annat"), link("annat", "vard", ContributionKind.BREAKS_DOWN)],
        targets=[target(all_of([at_least(3), other])), Target(indicator="fri", year=YEAR, condition=at_least(3))],
        outcomes=[outcome(YEAR, 3), Outcome(indicator="fri", year=YEAR, value=Decimal(3))],
        judgements=[_said("g"), _said("annat")],
        decisions=[
            Decision(kind=DecisionKind.APPROVES, by="rf", title="Ja", about=about) for about in ("annat", "g", None)
        ],
    )
    small = excerpt(region, "g")
    assert [each.id for each in small.goals] + [each.id for each in small.indicators] == ["g", "i", "del", "budget"]
    assert [each.lower for each in small.contributions] == ["i"]
    assert {each.indicator for each in small.targets} | {each.indicator for each in small.outcomes} == {"i"}
    assert [each.about for each in small.judgements] == [("g",)]
    assert [each.about for each in small.decisions] == ["g", None]


def _said(about: str) -> Judgement:
    return Judgement(about=[about], words="Ja", capacity=Capacity.OWN, year=YEAR)


def test_evaluators_are_asked_by_name() -> None:
    """One, or several; an evaluator may stand among the names."""
    region = one(at_least(100), 95)
    assert list(evaluate(region, as_of=AS_OF, evaluators="bands")) == ["bands"]
    found = evaluate(region, as_of=AS_OF, evaluators=["scores", Bands(name="egna band")])
    assert list(found) == ["scores", "egna band"]
    with pytest.raises(UnknownId, match=r"no evaluator has the id 'band'\. Did you mean 'bands'"):
        evaluate(region, as_of=AS_OF, evaluators=["band"])


def test_means_over_years_turn_with_any_of_them() -> None:
    """The one that needs the smallest change is named."""
    condition = at_least(10, basis=Basis(kind=BasisKind.MEAN, over_years=2))
    region = one(condition, 9).with_(outcome(YEAR - 1, 10))
    before, after, status = turned(region)["utfall"]
    assert seen(before, after, status) == (10, 11, Status.MET)
