"""A model is judged in one way or several."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

import regionstyrning as rs
from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators import Attainment, Status, Verdict, evaluate
from regionstyrning.evaluators.occasions.plans import plan_of, year_ended
from regionstyrning.evaluators.ways.named import EVALUATORS
from regionstyrning.model import (
    Adoption,
    Decision,
    DecisionKind,
    Join,
    JoinKind,
    Scale,
    ScaleReads,
    SteeringDocument,
    Structure,
    Validity,
    at_least,
)
from tests.evaluators.small import AS_OF, STRUCTURE, goal, indicator, judged, link, model, outcome, target

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel


def region(**more: Any) -> SteeringModel:  # noqa: ANN401 - any catalogue
    """A measure that has met its target."""
    held = {"indicators": [indicator()], "targets": [target(at_least(5))], "outcomes": [outcome(2024, 9)]}
    return model(**{**held, **more})


def test_the_public_name_judges_in_both_ways() -> None:
    """Goal attainment, and the region's own way where its data states one."""
    found = rs.evaluate(region(), as_of=AS_OF)
    assert {name: each["i"].status for name, each in found.items()} == {"attainment": Status.MET, "egen": Status.MET}
    assert [each.evaluator for each in found.values()] == ["attainment 1", "egen 1"]


@pytest.mark.parametrize(
    ("structures", "names"),
    [
        ([], ["attainment"]),
        ([Structure(id="s", title="S")], ["attainment"]),
        ([Structure(id="s", title="S", levels=STRUCTURE.levels)], ["attainment", "egen"]),
        (
            [Structure(id="s", title="S", scales=[Scale(id="r", title="R", reads=ScaleReads.RANK, steps=[])])],
            ["attainment"],
        ),
    ],
)
def test_a_region_has_a_way_of_its_own_where_its_structure_says_so(
    structures: list[Structure], names: list[str]
) -> None:
    """By a scale that reads level, a level's rule or what it is judged by."""
    assert list(evaluate(region(structures=structures), as_of=AS_OF)) == names


def constant(model: SteeringModel, *, as_of: date, year: int | None) -> Verdict:
    """An evaluator that is a function."""
    return Verdict(about=model.id, title=f"{as_of} {year}", status=Status.NOT_JUDGED)


def test_anything_that_judges_may_be_passed_in() -> None:
    """By its own name, or by the name it is given."""
    own = evaluate(region(), as_of=AS_OF, evaluators=[constant, Attainment(name="hård")])
    assert list(own) == ["constant", "hård"]
    assert own["constant"].title == "2025-06-01 2024"
    assert list(evaluate(region(), as_of=AS_OF, evaluators={"min": constant})) == ["min"]


def test_two_of_the_same_name_are_refused() -> None:
    """They would hide each other."""
    with pytest.raises(InvalidValue, match="two evaluators are called 'attainment'"):
        evaluate(region(), as_of=AS_OF, evaluators=[Attainment(), Attainment()])


@pytest.mark.parametrize("wrong", [{"per_scope": "alla"}, {"ambiguous": "båda"}, {"words": "sist"}])
def test_a_setting_that_is_no_choice_is_refused(wrong: dict[str, Any]) -> None:
    """The message names the choices."""
    with pytest.raises(InvalidValue, match="expected one of"):
        Attainment(**wrong)


def test_the_settings_are_printed() -> None:
    """In the order of the class, with a dash for what is left to the plan."""
    settings = Attainment(partly_share=Decimal(90), join=Join(kind=JoinKind.ALL)).settings
    assert settings == (
        ("partly_share", "90"),
        ("partly_points", "–"),
        ("stage", "–"),
        ("join", "alla"),
        ("ambiguous", "from-to"),
        ("per_scope", "each"),
        ("words", "beside"),
    )


def test_the_last_year_that_has_ended_is_judged() -> None:
    """A year ends on its last day; another year may be asked for."""
    assert [year_ended(day) for day in (date(2024, 12, 30), date(2024, 12, 31))] == [2023, 2024]
    assert judged(region()).year == 2024
    assert judged(region(), year=2023).year == 2023


def plan(id: str, first: date | None, adopted: date | None = None) -> SteeringDocument:
    """A plan in force from a day."""
    return SteeringDocument(
        id=id, title=id, in_force=Validity(first=first), adopted=None if adopted is None else Adoption(on=adopted)
    )


NEXT_YEAR = date(2025, 1, 1)


@pytest.mark.parametrize(
    ("as_of", "adopted", "decided", "known"),
    [
        (date(2024, 12, 31), None, None, True),
        (date(2024, 12, 30), None, None, False),
        (date(2024, 6, 1), date(2024, 5, 1), None, True),
        (date(2024, 4, 1), date(2024, 5, 1), None, False),
        (date(2024, 6, 1), None, date(2024, 5, 1), True),
        (date(2024, 4, 1), None, date(2024, 5, 1), False),
        (date(2025, 6, 1), None, None, True),
    ],
)
def test_a_plan_to_come_is_told_once_it_has_been_decided(
    as_of: date, adopted: date | None, decided: date | None, known: bool
) -> None:
    """Where nothing is to be judged yet; one of an unknown day was decided at the latest the day before it holds."""
    decisions = [
        Decision(kind=DecisionKind.ADOPTS, by="rs", on=decided, about="ny", title="Antas"),
    ]
    held = model(
        documents=[plan("ny", NEXT_YEAR, adopted)],
        indicators=[indicator(document="ny"), indicator("annat")],
        targets=[target(at_least(5), year=2025, document="ny")],
        decisions=decisions if decided is not None else [],
    )
    assert bool(plan_of(held, year_ended(as_of), as_of).targets) is known


def test_a_plan_without_a_day_holds_always() -> None:
    """Nobody knows that it had not begun."""
    held = model(documents=[plan("ny", None), plan("nyare", NEXT_YEAR)], indicators=[indicator()])
    held = held.with_(target(at_least(5), document="nyare"), goal("g", "vision", document="ny"))
    assert [each.id for each in plan_of(held, 2024, date(2024, 12, 31)).targets] == ["target/i/2024/-/-/-/nyare"]


def test_a_past_year_is_judged_by_its_own_plan() -> None:
    """Even where that has nothing to judge, once a later year has ended."""
    held = model(
        documents=[plan("ny", NEXT_YEAR)], indicators=[indicator()], targets=[target(at_least(5), document="ny")]
    )
    assert not plan_of(held, 2023, date(2025, 6, 1)).targets
    assert not plan_of(held, 9999, date(9999, 12, 30)).goals


def test_goals_that_are_judged_as_a_whole_are_enough_to_judge() -> None:
    """A plan without targets is then still the plan of its year."""
    held = model(goals=[goal("g", "helhet", document="gammal")], documents=[plan("gammal", date(2020, 1, 1))])
    later = held.with_(plan("ny", NEXT_YEAR), indicator(), target(at_least(5), document="ny"))
    assert [each.id for each in plan_of(later, 2024, date(2024, 12, 31)).goals] == ["g"]


def test_a_standing_target_of_a_plan_to_come_is_for_its_first_year() -> None:
    """It is not due in the year before."""
    held = model(
        documents=[plan("ny", NEXT_YEAR)],
        goals=[goal(document="ny")],
        indicators=[indicator()],
        contributions=[link("i", "g")],
        targets=[target(at_least(5), year=None, document="ny")],
        outcomes=[outcome(2023, 9)],
    )
    verdict = Attainment()(held, as_of=date(2024, 12, 31))["i"]
    assert (verdict.status, verdict.due) == (Status.NOT_DUE, date(2025, 12, 31))


def test_ways_that_compute_alike_share_what_they_compute() -> None:
    """What nobody has said other words of is one and the same verdict, and nothing is kept afterwards."""
    exempel = rs.load_region("exempel")
    found = evaluate(exempel, as_of=exempel.as_of)
    computed, own = (
        {(each.kind, each.about): each for each in whole.everything() if each.kind in {"mål", "indikator"}}
        for whole in (found["attainment"], found["egen"])
    )
    same = [key for key, each in computed.items() if own[key] is each]
    other = [key for key, each in computed.items() if own[key].status is not each.status]
    assert ("indikator", "sjukfranvaro") in same
    assert ("mål", "effektiv-anvandning-2025") in other
    assert found == {name: EVALUATORS[name](exempel, as_of=exempel.as_of, year=None) for name in found}
    assert "computed_once" not in exempel.memo


def test_sharing_lasts_as_long_as_the_outermost_asks() -> None:
    """An evaluator may itself evaluate."""
    small = region()

    def within(held: SteeringModel, *, as_of: date, year: int | None) -> Verdict:
        return evaluate(held, as_of=as_of, year=year)["attainment"]

    found = evaluate(small, as_of=AS_OF, evaluators={"a": within, "b": Attainment()})
    assert found["a"]["i"] is found["b"]["i"]
    assert "computed_once" not in small.memo
