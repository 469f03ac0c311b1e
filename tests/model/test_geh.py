"""Which goals count for god ekonomisk hushållning, and a region's reserves."""

from __future__ import annotations

from decimal import Decimal

import pytest

from regionstyrning.errors import InvalidValue
from regionstyrning.model import (
    GehPart,
    GehRule,
    GehSide,
    Join,
    JoinKind,
    Level,
    LevelKind,
    Perspective,
    PerspectiveKind,
    Reserve,
    ReserveKind,
)
from tests.model.small import goal, structure


def test_goals_count_by_level() -> None:
    """Every inriktningsmål is a goal for god ekonomisk hushållning."""
    level = Level(id="inriktningsmal", title="Inriktningsmål", kind=LevelKind.GOAL, geh=True)
    assert structure(levels=[level]).levels[0].geh


def test_goals_count_by_perspective() -> None:
    """Everything under ekonomi counts, and nothing under kompetens."""
    economy = Perspective(id="ekonomi", title="Ekonomi", kind=PerspectiveKind.ANGLE, level="malomrade", geh=True)
    skills = Perspective(id="kompetens", title="Kompetens", kind=PerspectiveKind.ANGLE, level="malomrade")
    assert [each.id for each in (economy, skills) if each.geh] == ["ekonomi"]


def test_goals_count_by_a_mark_of_their_own() -> None:
    """One goal is marked, one is marked as none, and of one nobody says."""
    assert [goal("a", geh=True).geh, goal("b", geh=False).geh, goal("c").geh] == [True, False, None]


def test_a_region_states_how_the_whole_is_judged() -> None:
    """The financial goals come first, and a majority of the others decides."""
    rule = GehRule(by_mark=True, join=Join(kind=JoinKind.MAJORITY), conditions=["finansiellt-mal"])
    assert (rule.join, rule.conditions) == (Join(kind=JoinKind.MAJORITY), ("finansiellt-mal",))


def test_a_region_may_state_no_rule_for_the_whole() -> None:
    """Which goals count can be known although nothing joins them."""
    assert GehRule(text="Målen är mål för god ekonomisk hushållning.").join is None


def test_a_region_may_name_the_parts_of_its_rule() -> None:
    """Each with a rule of its own, and whether it comes first."""
    side = GehSide(part=GehPart.FINANCIAL, join=Join(kind=JoinKind.ALL), condition=True)
    rule = GehRule(parts=[side])
    assert (rule.parts, rule.is_stated) == ((side,), True)


def test_a_part_is_named_once() -> None:
    """Of two sides for the same part nobody could tell which holds."""
    sides = [GehSide(part=GehPart.FINANCIAL, condition=True), GehSide(part=GehPart.FINANCIAL)]
    with pytest.raises(InvalidValue, match="the part 'finansiella mål' stands more than once") as error:
        GehRule(parts=[*sides, GehSide(part=GehPart.BALANCE)])
    assert error.value.field == "parts"


def test_words_alone_are_no_rule() -> None:
    """Nor is saying which goals count."""
    assert not GehRule(by_mark=True, text="Målen räknas.").is_stated


def test_a_reserve_has_the_regions_own_conditions() -> None:
    """When it is filled and used, and how large it may be, are the region's words."""
    reserve = Reserve(
        id="resultatreserv",
        title="Resultatreserv",
        kind=ReserveKind.RESULT,
        filled="när resultatet överstiger 1 procent",
        used="för att täcka negativt balanskravsresultat",
        limit_percent=Decimal(5),
    )
    assert (reserve.limit_percent, reserve.used) == (Decimal(5), "för att täcka negativt balanskravsresultat")


def test_an_earmark_is_told_apart_from_a_reserve() -> None:
    """Money set aside within equity for a purpose is no result reserve."""
    earmark = Reserve(id="social-fond", title="Social investering", kind=ReserveKind.EARMARK)
    assert earmark.kind not in {ReserveKind.RESULT, ReserveKind.EQUALISATION}
