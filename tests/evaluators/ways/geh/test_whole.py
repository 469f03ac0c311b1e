"""The parts are joined by the region's own rule, and by nobody else's."""

from __future__ import annotations

from decimal import Decimal

import pytest

import regionstyrning as rs
from regionstyrning.errors import InvalidValue
from regionstyrning.evaluators import Geh, Status
from regionstyrning.law import Policies
from regionstyrning.model import Condition, ConditionKind, GehPart, GehRule, GehSide, Partly, Stage, Target
from tests.evaluators.small import AS_OF, YEAR, model, texts
from tests.evaluators.ways.geh.small import ALL, BALANCED, LEFT, MAJORITY, judged, region
from tests.printed_accounts import BAL, amount

BOTH_HELD = region(money={"f": True}, work={"v": True})
SIDES = [GehSide(part=GehPart.FINANCIAL, join=ALL), GehSide(part=GehPart.OPERATIONAL, join=MAJORITY)]


def test_without_a_rule_the_whole_cannot_be_assessed() -> None:
    """Not even where all parts are met: nobody has said that they are all there is."""
    verdict = judged(BOTH_HELD)
    assert verdict.status is Status.CANNOT_BE_ASSESSED
    assert [part.status for part in verdict.parts] == [Status.MET, Status.MET, Status.MET]
    assert "Regionen anger ingen regel för hur delarna blir en helhet." in texts(verdict)


def test_it_is_found_by_its_name() -> None:
    """Beside the other evaluators."""
    found = rs.evaluate(BOTH_HELD, as_of=AS_OF, year=YEAR, evaluators=["attainment", "geh"])
    assert [(name, verdict.evaluator) for name, verdict in found.items()] == [
        ("attainment", "attainment 1"),
        ("geh", "geh 1"),
    ]


def test_the_last_year_that_has_ended_is_judged() -> None:
    """Where no year is named."""
    assert Geh()(BOTH_HELD, as_of=AS_OF).year == YEAR


def test_without_a_structure_nothing_counts() -> None:
    """And no legal person says whose accounts they are."""
    verdict = judged(model(structures=[]))
    assert verdict.status is Status.CANNOT_BE_ASSESSED
    assert "Modellen anger ingen juridisk person" in verdict.explain(width=200)


@pytest.mark.parametrize(
    ("money", "status"), [(True, Status.MET), (False, Status.NOT_MET), (None, Status.CANNOT_BE_ASSESSED)]
)
def test_parts_that_the_rule_names_are_joined(money: bool | None, status: Status) -> None:
    """All of them, as this region says."""
    rule = GehRule(parts=SIDES, join=ALL, text="Båda sidorna ska hålla.")
    assert judged(region(rule, money={"f": money}, work={"v": True})).status is status


def test_a_part_that_the_rule_does_not_name_stands_beside() -> None:
    """The balance requirement fails, and this region's rule says nothing of it."""
    lacking = (amount(BAL, "-10", YEAR), amount(LEFT, "0", YEAR - 1))
    verdict = judged(region(GehRule(parts=SIDES, join=ALL), money={"f": True}, work={"v": True}, records=lacking))
    assert verdict.status is Status.MET
    assert "Balanskravet: inte uppfyllt; regeln nämner det inte." in texts(verdict)


def test_a_part_may_be_a_condition() -> None:
    """Here the balance requirement comes first: without it nothing else counts."""
    sides = [*SIDES, GehSide(part=GehPart.BALANCE, condition=True)]
    lacking = (amount(BAL, "-10", YEAR), amount(LEFT, "0", YEAR - 1))
    verdict = judged(region(GehRule(parts=sides, join=ALL), money={"f": True}, work={"v": True}, records=lacking))
    assert verdict.status is Status.NOT_MET
    assert "Villkoret Balanskravet: inte uppfyllt; då råder det inte, hur resten än är." in texts(verdict)


def test_goals_may_be_joined_as_one_set() -> None:
    """Financial goals come first, and more than half of the others decide."""
    rule = GehRule(conditions=["pengar"], join=MAJORITY, text="Så är det.")
    held = region(rule, money={"f": True}, work={"a": True, "b": True, "c": False})
    verdict = judged(held)
    assert verdict.status is Status.MET
    assert "Regionens egen regel: Så är det." in texts(verdict)


def test_a_goal_that_comes_first_is_no_term() -> None:
    """Two of three financial goals do not help a majority that the others lack."""
    rule = GehRule(conditions=["pengar"], join=MAJORITY)
    held = region(rule, money={"f": True, "g": True, "h": True}, work={"a": True, "b": False})
    assert judged(held).status is Status.NOT_MET


def test_conditions_alone_join_nothing_else() -> None:
    """Where the rule says only what comes first, several other goals are not joined."""
    held = region(GehRule(conditions=["pengar"]), money={"f": True}, work={"a": True, "b": False})
    verdict = judged(held)
    assert verdict.status is Status.CANNOT_BE_ASSESSED
    assert "Regeln nämner bara villkor; hur resten vägs samman sägs inte." in texts(verdict)


def test_a_rule_over_goals_needs_goals() -> None:
    """None is known."""
    verdict = judged(region(GehRule(join=ALL)))
    assert verdict.status is Status.CANNOT_BE_ASSESSED
    assert "Inget sådant mål som räknas är känt." in texts(verdict)


def test_what_is_certain_although_the_whole_is_not() -> None:
    """One goal is partly met, so not all of them are, whatever the other is."""
    half = Condition(kind=ConditionKind.AT_LEAST, value=Decimal(4), partly=Partly(value=Decimal(1)))
    held = region(GehRule(join=ALL), work={"a": True, "b": None}).without("target/i-a/2024")
    verdict = judged(held.with_(Target(indicator="i-a", year=YEAR, condition=half)))
    assert (verdict.status, verdict.high) == (Status.CANNOT_BE_ASSESSED, Status.PARTLY_MET)
    assert "Helt uppfyllt är det inte, hur det som är okänt än faller ut." in texts(verdict)


def test_the_asker_may_give_a_rule_where_the_region_states_none() -> None:
    """It is told whose rule it is."""
    verdict = judged(BOTH_HELD, Geh(join=ALL))
    assert verdict.status is Status.MET
    assert "Delarna vägs samman med en regel som frågan gav: Allt ska vara uppfyllt." in texts(verdict)


def test_the_askers_rule_does_not_replace_the_regions() -> None:
    """The region's own comes first."""
    held = region(GehRule(parts=SIDES, join=ALL), money={"f": True}, work={"v": True})
    assert not any("som frågan gav" in text for text in texts(judged(held, Geh(join=MAJORITY))))


def test_what_the_region_says_without_a_rule() -> None:
    """Its words are told, and are no rule."""
    verdict = judged(region(GehRule(text="Alla mål räknas."), money={"f": True}))
    assert verdict.status is Status.CANNOT_BE_ASSESSED
    assert "Så säger regionen: Alla mål räknas." in texts(verdict)


def test_settings_are_told() -> None:
    """And so is a reading of the law that is not the standard one."""
    way = Geh(stage=Stage.FORECAST, join=ALL, policies=Policies(oldest_deficit_first=False))
    assert judged(BOTH_HELD, way).settings == (
        ("stage", "prognos"),
        ("join", "alla"),
        ("oldest_deficit_first", "nej"),
    )


def test_policies_must_be_policies() -> None:
    """A word is none."""
    with pytest.raises(InvalidValue, match="expected Policies"):
        Geh(policies="ja")  # type: ignore[arg-type] # what the command line may be given


def test_a_part_is_found_by_what_it_is_about() -> None:
    """As other verdicts are."""
    verdict = judged(region(money={"f": True}, records=BALANCED))
    assert verdict["liten/balanskrav"].title == "Balanskravet"
    assert verdict["f"].status is Status.MET
