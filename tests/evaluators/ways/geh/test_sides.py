"""Financial and operational goals are judged apart, and conditions are gates."""

from __future__ import annotations

from datetime import date

from regionstyrning.evaluators import Geh, Status
from regionstyrning.model import (
    ContributionKind,
    GehPart,
    GehRule,
    GehSide,
    Goal,
    GoalKind,
    Indicator,
    Level,
    LevelKind,
    MeasureKind,
    Perspective,
    PerspectiveKind,
    Structure,
    Target,
    at_least,
)
from tests.evaluators.small import YEAR, link, outcome, texts
from tests.evaluators.ways.geh.small import ALL, BALANCED, LEVELS, MAJORITY, condition, judged, part, region

FINANCIAL, OPERATIONAL = "finansiella mål", "verksamhetsmål"


def test_each_side_has_its_paragraph() -> None:
    """In the law of the fiscal year."""
    held = region(money={"f": True}, work={"v": True})
    assert [texts(part(held, side))[0] for side in (FINANCIAL, OPERATIONAL)] == [
        "Prövas enligt KL 11 kap. 6 § första stycket; LKBR 11 kap. 8 §.",
        "Prövas enligt KL 11 kap. 6 § andra stycket; LKBR 11 kap. 8 §.",
    ]


def test_a_side_without_goals_cannot_be_assessed() -> None:
    """It is never met by silence."""
    found = part(region(money={"f": True}), OPERATIONAL)
    assert (found.status, texts(found)[1]) == (
        Status.CANNOT_BE_ASSESSED,
        "Inget sådant mål som räknas är känt.",
    )


def test_a_side_without_a_rule_is_bounded_by_its_goals() -> None:
    """One is met and one is not, and nobody says how they are joined."""
    found = part(region(money={"f": True, "g": False}), FINANCIAL)
    assert (found.status, found.low, found.high) == (Status.CANNOT_BE_ASSESSED, Status.NOT_MET, Status.MET)


def test_a_side_has_the_rule_that_the_region_states_for_it() -> None:
    """More than half of the operational goals."""
    rule = GehRule(parts=[GehSide(part=GehPart.OPERATIONAL, join=MAJORITY)])
    assert part(region(rule, work={"a": True, "b": True, "c": False}), OPERATIONAL).status is Status.MET


def test_a_rule_for_all_goals_is_a_sides_own_where_they_all_stand_on_it() -> None:
    """The majority is of operational goals alone; the financial one is a condition."""
    rule = GehRule(conditions=["pengar"], join=MAJORITY)
    held = region(rule, money={"f": True}, work={"a": True, "b": True, "c": False})
    assert part(held, OPERATIONAL).status is Status.MET


def test_a_rule_for_goals_of_both_sides_is_neither_sides() -> None:
    """What joins all says nothing of each."""
    held = region(GehRule(join=MAJORITY), money={"f": True}, work={"a": True, "b": False})
    assert part(held, OPERATIONAL).status is Status.CANNOT_BE_ASSESSED


def test_goals_that_nobody_labels_stand_apart() -> None:
    """They count, but on neither side."""
    held = region(money={"f": True}).with_(Goal(id="o", title="Omärkt", level="mal", geh=True))
    verdict = judged(held)
    found = verdict["liten/mål utan märkning"]
    assert [each.about for each in found.parts] == ["o"]
    assert found.reasons[0].missing


def test_a_goal_that_is_marked_as_none_does_not_count() -> None:
    """Although its level does."""
    held = region(money={"f": True}).with_(Goal(id="n", title="Räknas inte", level="pengar", geh=False))
    assert [each.about for each in part(held, FINANCIAL).parts] == ["f"]


def test_a_goal_under_a_goal_that_counts_is_judged_through_it() -> None:
    """By its perspective both count; the lower is a part of the upper."""
    structure = Structure(
        id="s",
        title="Styrmodell",
        levels=[Level(id="omrade", title="Område", kind=LevelKind.PERSPECTIVE), *LEVELS],
        perspectives=[Perspective(id="ekonomi", title="Ekonomi", kind=PerspectiveKind.ANGLE, level="omrade", geh=True)],
    )
    held = region(records=BALANCED).with_(
        structure,
        Goal(id="over", title="Över", level="mal"),
        Goal(id="under", title="Under", level="mal"),
        link("over", "ekonomi", ContributionKind.CONTRIBUTES),
        link("under", "over", ContributionKind.BREAKS_DOWN),
        link("under", "under", ContributionKind.BREAKS_DOWN),
    )
    found = judged(held)["liten/mål utan märkning"]
    assert [each.about for each in found.parts] == ["over"]


def test_a_condition_that_fails_holds_the_other_goal_back() -> None:
    """The goal's own measure is met, and it does not count as met."""
    held = region(money={"f": False}, work={"v": True}).with_(condition("f", "v"))
    found = judged(held)["v"]
    assert found.status is Status.NOT_MET
    assert texts(found)[-1] == "Målet räknas inte som uppfyllt: Mål f, som är villkor för det, är inte uppfyllt."


def test_a_condition_that_is_not_known_leaves_the_other_goal_open() -> None:
    """It may count or not."""
    held = region(money={"f": None}, work={"v": True}).with_(condition("f", "v"))
    found = judged(held)["v"]
    assert found.status is Status.CANNOT_BE_ASSESSED
    assert texts(found)[-1] == "Om målet räknas beror på Mål f, som är villkor för det: kan inte bedömas."


def test_a_condition_that_is_met_changes_nothing() -> None:
    """The other goal is what it is."""
    held = region(money={"f": True}, work={"v": True}).with_(condition("f", "v"))
    assert judged(held)["v"].status is Status.MET


def test_a_condition_is_a_gate_and_never_a_term() -> None:
    """Of the three others one is met: the condition does not make it two of four."""
    rule = GehRule(parts=[GehSide(part=GehPart.OPERATIONAL, join=MAJORITY)])
    held = region(rule, work={"a": True, "b": True, "c": False, "d": False}).with_(condition("a", "b"))
    found = part(held, OPERATIONAL)
    assert found.status is Status.NOT_MET
    assert "Villkoret Mål a: uppfyllt." in texts(found)


def test_a_condition_that_is_not_known_leaves_the_side_open() -> None:
    """No better than the others, and no worse than not met."""
    rule = GehRule(parts=[GehSide(part=GehPart.OPERATIONAL, join=ALL)])
    held = region(rule, work={"a": None, "c": True}).with_(condition("a", "c"))
    found = part(held, OPERATIONAL)
    assert (found.status, found.low, found.high) == (Status.CANNOT_BE_ASSESSED, Status.NOT_MET, Status.MET)


def test_a_condition_that_is_not_known_saves_no_side_that_is_not_met() -> None:
    """Whether the condition holds or not, the side comes to the same."""
    rule = GehRule(parts=[GehSide(part=GehPart.OPERATIONAL, join=ALL)])
    held = region(rule, work={"a": None, "c": False}).with_(condition("a", "c"))
    found = part(held, OPERATIONAL)
    assert (found.status, found.low, found.high) == (Status.NOT_MET, Status.NOT_MET, Status.NOT_MET)


def test_a_condition_for_a_perspective_is_one_for_the_goals_under_it() -> None:
    """The financial goal comes before both."""
    structure = Structure(
        id="s",
        title="Styrmodell",
        levels=[Level(id="omrade", title="Område", kind=LevelKind.PERSPECTIVE), *LEVELS],
        perspectives=[Perspective(id="vard", title="Vård", kind=PerspectiveKind.FIELD, level="omrade")],
    )
    held = region(money={"f": False}, work={"a": True, "b": True}).with_(
        structure,
        link("a", "vard", ContributionKind.CONTRIBUTES),
        condition("f", "vard"),
    )
    verdict = judged(held)
    assert [verdict[id].status for id in ("a", "b")] == [Status.NOT_MET, Status.MET]


def test_a_side_waits_for_goals_that_have_not_fallen_due() -> None:
    """A majority of those that have is no majority of all."""
    rule = GehRule(parts=[GehSide(part=GehPart.OPERATIONAL, join=MAJORITY)])
    held = region(rule, work={"a": True}).with_(
        Goal(id="b", title="Senare", level="mal", geh=True, kind=None),
        Indicator(id="i-b", title="Senare", kind=MeasureKind.QUANTITATIVE),
        link("i-b", "b"),
        Target(indicator="i-b", year=YEAR + 3, condition=at_least(1)),
        outcome(YEAR, 0, indicator="i-b"),
    )
    waiting = judged(held)["liten/mål utan märkning"]
    assert (waiting.status, waiting.due) == (Status.NOT_DUE, date(YEAR + 3, 12, 31))
    labelled = held.with_(Goal(id="b", title="Senare", level="mal", geh=True, kind=GoalKind.OPERATIONAL))
    assert part(labelled, OPERATIONAL).status is Status.NOT_DUE


def test_a_condition_that_fails_waits_for_nothing() -> None:
    """What is to come cannot make up for it."""
    rule = GehRule(conditions=["pengar"], join=ALL)
    held = region(rule, money={"f": False}, work={"a": True})
    later = Target(indicator="i-a", year=YEAR + 3, condition=at_least(1))
    held = held.without("target/i-a/2024").with_(later)
    assert judged(held, Geh()).status is Status.NOT_MET
