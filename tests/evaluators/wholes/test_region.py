"""The verdict on a whole region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regionstyrning.evaluators import Attainment, Status
from regionstyrning.model import (
    ContributionKind,
    GoalKind,
    Join,
    JoinKind,
    Organ,
    OrganKind,
    Owner,
    Scope,
    at_least,
)
from tests.evaluators.small import goal, indicator, judged, link, model, outcome, target, texts

if TYPE_CHECKING:
    from regionstyrning.model import Record, SteeringModel

MET, NOT_MET, UNKNOWN, NOT_DUE = Status.MET, Status.NOT_MET, Status.CANNOT_BE_ASSESSED, Status.NOT_DUE
BREAKS_DOWN = ContributionKind.BREAKS_DOWN


def region(*more: Record) -> SteeringModel:
    """Two organs and two measures, one that has met its target and one that has not."""
    held = model(
        organs=[Organ(id=id, title=id.upper(), kind=OrganKind.COMMITTEE) for id in ("hsn", "ktn")],
        indicators=[indicator("bra"), indicator("dalig")],
        targets=[target(at_least(5), indicator=id) for id in ("bra", "dalig")],
        outcomes=[outcome(2024, 9, indicator="bra"), outcome(2024, 1, indicator="dalig")],
    )
    return held.with_(*more)


def test_a_perspective_has_the_goals_and_measures_under_it() -> None:
    """What works against it is no part of it."""
    verdict = judged(
        region(
            goal("g"),
            link("bra", "g"),
            link("g", "vard", BREAKS_DOWN),
            link("dalig", "vard"),
            goal("mot"),
            link("mot", "vard", ContributionKind.WORKS_AGAINST),
        )
    )
    assert [part.about for part in verdict["vard"].parts] == ["g", "dalig"]
    assert verdict["vard"].status is UNKNOWN
    assert verdict.summary("perspektiv")[UNKNOWN] == 1


def test_a_rule_that_is_passed_in_joins_the_region() -> None:
    """Its perspectives and the goals beside them."""
    held = region(goal("g"), link("bra", "g"), goal("f"), link("dalig", "f"))
    assert judged(held).status is UNKNOWN
    assert judged(held, settings=Attainment(join=Join(kind=JoinKind.WORST))).status is NOT_MET


def test_financial_and_operational_goals_stand_apart() -> None:
    """By their own mark, or by their level."""
    held = region(
        goal("g", kind=GoalKind.OPERATIONAL),
        link("bra", "g"),
        goal("f", "pengar"),
        link("dalig", "f"),
        goal("u", kind=None),
    )
    verdict = judged(held)
    assert verdict["liten/finansiellt"].status is NOT_MET
    assert verdict["liten/verksamhet"].status is MET
    assert [part.about for part in verdict["liten/finansiellt"].parts] == ["f"]


def test_what_hangs_loose_is_there_too() -> None:
    """Measures of no goal, and goals that only go round."""
    held = region(
        goal("a"),
        goal("b"),
        link("a", "b", BREAKS_DOWN),
        link("b", "a", BREAKS_DOWN),
        goal("s"),
        link("s", "s", BREAKS_DOWN),
    )
    verdict = judged(held)
    assert {"bra", "dalig", "a", "b", "s"} <= {each.about for each in verdict.everything()}
    assert (verdict.coverage.known, verdict.coverage.of) == (2, 2)


def test_a_model_without_a_structure_judges_its_measures() -> None:
    """Its goals stand on no level."""
    verdict = judged(region(goal("g", kind=GoalKind.OPERATIONAL), goal("u")).without("styrmodell"))
    assert verdict["bra"].status is MET
    assert texts(verdict["g"]) == ["Nivån mal finns inte i strukturen."]


def test_an_organ_has_what_it_carries() -> None:
    """Of a goal that is shared its own verdict: by its own measures, or by its share of those measured by organ."""
    owners = [Owner(organ="hsn"), Owner(organ="ktn")]
    shared = indicator("delad", scopes=[Scope(id="H", organ="hsn")])
    held = region(
        goal("g", owners=owners),
        link("bra", "g"),
        link("delad", "g"),
        indicator("bra", owners=[Owner(organ="ktn")]),
        shared,
        target(at_least(5), indicator="delad", scope="H"),
        outcome(2024, 1, indicator="delad", scope="H"),
        goal("u", "arbete", owners=owners),
        goal("tomt", owners=owners),
    )
    verdict = judged(held)
    assert verdict["g"].status is UNKNOWN
    assert verdict["g/hsn"].status is NOT_MET
    assert verdict["g/ktn"].status is MET
    assert [part.about for part in verdict["hsn"].parts] == ["g/hsn", "tomt"]
    assert verdict.summary("organ")[UNKNOWN] == 2


def test_an_organ_that_nothing_tells_of_cannot_be_assessed() -> None:
    """A goal that two share has a verdict for each, even where only the whole is measured."""
    held = region(goal("g", owners=[Owner(organ="hsn"), Owner(organ="ktn")]), link("bra", "g"))
    verdict = judged(held)["g/hsn"]
    assert (verdict.status, texts(verdict)) == (UNKNOWN, ["Inget utfall eller mål för just HSN är känt."])


def test_what_has_not_fallen_due_waits() -> None:
    """A goal is not due where nothing that has a target has fallen due; what has decides the rest."""
    later = target(at_least(9), year=2026, indicator="dalig")
    held = region(goal("g"), link("bra", "g"), link("dalig", "g"), later)
    without_now = held.without("target/dalig/2024")
    verdict = judged(without_now)["g"]
    assert (verdict.status, "1 av delarna avgörs först senare." in texts(verdict)) == (MET, True)
    nothing_now = without_now.without("target/bra/2024")
    assert judged(nothing_now)["g"].status is NOT_DUE
    unknown = nothing_now.without("outcome/dalig/2024/-/-/-/slutlig")
    assert judged(unknown)["g"].status is UNKNOWN
    assert judged(unknown)["g"].due is not None
