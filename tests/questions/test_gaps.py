"""What the structure requires and is not there."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from regionstyrning.errors import NoTruthValue
from regionstyrning.model import (
    IndicatorRole,
    Level,
    LevelKind,
    Link,
    OrganKind,
    Owner,
    Perspective,
    PerspectiveKind,
    SteeringModel,
)
from regionstyrning.model.structure import INDICATORS
from regionstyrning.questions import Gap, LooseEndKind
from regionstyrning.questions.gaps import foundations, gaps_of, gaps_on_the_way
from tests.threaded import AGAINST, MEASURES, STRUCTURE, bare, goal, indicator, link, plan, region

RF = Owner(organ="rf")


def gaps(model: SteeringModel) -> list[tuple[str, str, tuple[str, ...]]]:
    """Kind, record and levels of each gap."""
    return [(gap.kind.name, gap.record, gap.level) for gap in gaps_of(model.at(model.as_of))]


def ruled(*links: Link) -> SteeringModel:
    """A region without records whose structure has these link rules alone."""
    structure = evolve(STRUCTURE, links=links, perspectives=(), document_kinds=())
    unowned = [evolve(level, owned=False) for level in structure.levels]
    return bare(structures=[evolve(structure, levels=unowned)])


def test_a_whole_region_has_no_gaps() -> None:
    """All that is required is there."""
    assert gaps(region()) == []


def test_a_goal_without_its_required_link_is_a_gap() -> None:
    """It hangs on nothing above."""
    model = ruled(Link(lower="mal", upper=["vision"], required=True)).with_(goal("a"))
    assert gaps(model) == [("NOT_LINKED", "a", ("vision",))]


def test_a_link_that_may_be_there_need_not() -> None:
    """A rule without a requirement leaves no gap."""
    assert gaps(ruled(Link(lower="mal", upper=["vision"])).with_(goal("a"))) == []


def test_any_one_of_several_levels_will_do() -> None:
    """The indicator hangs on the second of them."""
    model = ruled(Link(lower=INDICATORS, upper=["mal", "ekonomi"], required=True))
    model = model.with_(indicator("i"), goal("e", "ekonomi"), link("i", "e", MEASURES))
    assert gaps(model) == []


def test_a_link_to_another_level_will_not_do() -> None:
    """The goal hangs on a level that the rule does not name."""
    model = ruled(Link(lower="namndmal", upper=["mal"], required=True))
    model = model.with_(goal("n", "namndmal"), goal("v", "vision"), link("n", "v"))
    assert gaps(model) == [("NOT_LINKED", "n", ("mal",))]


def test_a_goal_that_nothing_carries_is_a_gap() -> None:
    """Something from below was required."""
    model = ruled(Link(lower="namndmal", upper=["mal"], required_under=True)).with_(goal("a"))
    assert gaps(model) == [("NOT_CARRIED", "a", ("namndmal",))]


def test_a_goal_that_nothing_measures_is_a_gap() -> None:
    """An indicator was required."""
    model = ruled(Link(lower=INDICATORS, upper=["mal"], required_under=True)).with_(goal("a"))
    assert gaps(model) == [("NOT_CARRIED", "a", (INDICATORS,))]


def test_an_indicator_that_measures_nothing_is_a_gap() -> None:
    """It hangs on nothing."""
    model = ruled(Link(lower=INDICATORS, upper=["mal"], required=True)).with_(indicator("i"))
    assert gaps(model) == [("NOT_LINKED", "i", ("mal",))]


@pytest.mark.parametrize("alone", [{"role": IndicatorRole.WATCHED}, {"stream": "kvalitet"}])
def test_a_measure_that_is_only_watched_or_of_another_stream_needs_no_goal(alone: dict[str, Any]) -> None:
    """No goal is above it."""
    model = ruled(Link(lower=INDICATORS, upper=["mal"], required=True)).with_(evolve(indicator("i"), **alone))
    assert gaps(model) == []


def test_a_perspective_without_goals_is_a_gap() -> None:
    """As an upper end."""
    model = bare()
    assert gaps(model) == [("NOT_CARRIED", "vard", ("mal",))]


def test_a_perspective_without_its_required_link_is_a_gap() -> None:
    """As a lower end."""
    model = ruled(Link(lower="malomrade", upper=["vision"], required=True))
    structure = evolve(
        model.structures[0],
        perspectives=[Perspective(id="vard", title="Vård", kind=PerspectiveKind.FIELD, level="malomrade")],
    )
    assert gaps(model.with_(structure)) == [("NOT_LINKED", "vard", ("vision",))]


def test_each_upper_level_must_be_carried() -> None:
    """A rule with two upper levels asks for both."""
    model = ruled(Link(lower="namndmal", upper=["mal", "ekonomi", "mal"], required_under=True))
    assert gaps(model.with_(goal("a"), goal("e", "ekonomi"))) == [
        ("NOT_CARRIED", "a", ("namndmal",)),
        ("NOT_CARRIED", "e", ("namndmal",)),
    ]


def test_a_link_that_works_against_meets_no_requirement() -> None:
    """Neither from below nor from above."""
    rule = Link(lower="namndmal", upper=["mal"], required=True, required_under=True)
    model = ruled(rule).with_(goal("n", "namndmal"), goal("a"), link("n", "a", AGAINST))
    assert gaps(model) == [("NOT_CARRIED", "a", ("namndmal",)), ("NOT_LINKED", "n", ("mal",))]


def test_a_link_to_itself_meets_no_requirement() -> None:
    """Nobody is lifted by the own hair."""
    model = ruled(Link(lower="mal", upper=["mal"], required=True)).with_(goal("a"), link("a", "a"))
    assert gaps(model) == [("NOT_LINKED", "a", ("mal",))]


def test_a_broken_link_meets_no_requirement() -> None:
    """It leads nowhere."""
    model = ruled(Link(lower="mal", upper=["vision"], required=True)).with_(goal("a"), link("a", "vision"))
    assert gaps(model) == [("NOT_LINKED", "a", ("vision",))]


def test_a_rule_of_a_level_that_nothing_stands_on_leaves_no_gap() -> None:
    """There is nothing to hang."""
    assert gaps(ruled(Link(lower="okand", upper=["ingen"], required=True, required_under=True))) == []


def test_a_goal_without_an_owner_is_a_gap_where_its_level_requires_one() -> None:
    """On the level of mål, but not of uppdrag."""
    model = bare(goal("a"), goal("u", "uppdrag"), link("a", "vard"), structures=[evolve(STRUCTURE, links=())])
    assert gaps(model) == [("NO_OWNER", "a", ())]


def test_an_owner_that_names_nothing_is_none() -> None:
    """A goal whose owner is left empty has no owner."""
    model = bare(goal("a", owners=[Owner()]), structures=[evolve(STRUCTURE, links=())])
    assert gaps(model) == [("NO_OWNER", "a", ())]


def test_a_kind_that_no_organ_has_is_no_owner() -> None:
    """On that day nobody carries the goal."""
    model = bare(goal("a", owners=[Owner(kind=OrganKind.COMMITTEE)]), structures=[evolve(STRUCTURE, links=())])
    assert gaps(model) == [("NO_OWNER", "a", ())]


def test_a_foundation_that_nothing_is_based_on_is_a_gap() -> None:
    """A regionplan must have plans that follow from it."""
    model = bare(plan("regionplanen", kind="regionplan"), structures=[evolve(STRUCTURE, links=(), perspectives=())])
    assert gaps(model) == [("NO_FOLLOWER", "regionplanen", ())]


def test_a_foundation_based_on_itself_is_a_gap() -> None:
    """That is no follower."""
    model = bare(
        plan("regionplanen", kind="regionplan", based_on=["regionplanen"]),
        structures=[evolve(STRUCTURE, links=(), perspectives=())],
    )
    assert gaps(model) == [("NO_FOLLOWER", "regionplanen", ())]


def test_a_document_of_another_kind_needs_no_follower() -> None:
    """Only what the structure calls a foundation."""
    model = bare(
        plan("planen", kind="verksamhetsplan"),
        plan("policyn"),
        structures=[evolve(STRUCTURE, links=(), perspectives=())],
    )
    assert gaps(model) == []


def test_a_foundation_has_its_followers() -> None:
    """Those in force."""
    model = region().with_(plan("rs-planen", based_on=["regionplanen", "hsn-planen"]))
    assert foundations(model) == {"regionplanen": {"hsn-planen", "rs-planen"}}


def test_without_a_structure_there_are_no_foundations() -> None:
    """Nobody says which they are."""
    assert foundations(evolve(region(), structures=())) == {}


def test_without_a_structure_nothing_is_required() -> None:
    """So nothing is a gap."""
    assert gaps(evolve(region(), structures=(), contributions=())) == []


def test_gaps_stand_in_order_of_kind_and_record() -> None:
    """Whatever the order of the records."""
    model = region().without("hsn-planen", "vantetid", link("vantetid", "vardkoer", MEASURES).id)
    model = model.with_(goal("b", "namndmal"), goal("a", "namndmal"))
    found = [gap.record for gap in gaps_of(model)]
    assert found == ["regionplanen", "a", "b", "vardkoer", "a", "b", "a", "b"]


def test_gaps_are_found_once() -> None:
    """What is found is kept with the model."""
    model = bare(goal("a"))
    assert gaps_of(model) is gaps_of(model)


def test_gaps_on_the_way_are_those_of_its_ends() -> None:
    """Upwards from what is above, from below under what is below."""
    model = bare(goal("a", owners=[RF]), goal("b", owners=[RF]))
    found = gaps_on_the_way(model, above=["a"], below=["b"])
    assert [(gap.kind.name, gap.record) for gap in found] == [("NOT_CARRIED", "b"), ("NOT_LINKED", "a")]


def test_owners_are_no_gap_on_the_way() -> None:
    """Only links are."""
    model = bare(goal("a"), structures=[evolve(STRUCTURE, links=())])
    assert gaps_on_the_way(model, above=["a"], below=["a"]) == ()


GAP = Gap(
    record="i",
    kind=LooseEndKind.NOT_LINKED,
    level=["mal", INDICATORS],
    source="Plan, s. 1",
    title="Väntetid",
    level_title=["mål", INDICATORS],
)


def test_a_gap_is_a_sentence_in_swedish() -> None:
    """With the region's own words."""
    assert GAP.text() == "Väntetid saknar länk till mål eller indikator."


def test_a_gap_is_a_sentence_in_english() -> None:
    """The word for indicators is ours, so it is English."""
    assert GAP.text("en") == "Väntetid has no link to any mål or indicator."


@pytest.mark.parametrize(
    ("kind", "sv", "en"),
    [
        (LooseEndKind.NOT_CARRIED, "A saknar länk från mål.", "A has no link from any mål."),
        (LooseEndKind.NO_OWNER, "A saknar ägare.", "A has no owner."),
        (LooseEndKind.NO_FOLLOWER, "Inget dokument bygger på A.", "No document is based on A."),
    ],
)
def test_each_kind_of_gap_has_its_sentence(kind: LooseEndKind, sv: str, en: str) -> None:
    """In both languages."""
    gap = Gap(record="a", kind=kind, title="A", level=["mal"], level_title=["mål"])
    assert (gap.text("sv"), gap.text("en")) == (sv, en)


def test_a_gap_is_a_row() -> None:
    """With record, kind, levels, source and text."""
    assert GAP.to_records() == [
        {
            "record": "i",
            "title": "Väntetid",
            "kind": "saknar länk uppåt",
            "level": ["mal", "indikator"],
            "source": "Plan, s. 1",
            "text": "Väntetid saknar länk till mål eller indikator.",
        }
    ]


def test_a_gap_is_neither_true_nor_false() -> None:
    """One reads its kind."""
    with pytest.raises(NoTruthValue) as caught:
        bool(GAP)
    assert caught.value.read == "kind"


def test_a_level_that_the_structure_lacks_is_named_by_its_id() -> None:
    """A flawed structure asks too."""
    model = ruled(Link(lower="mal", upper=["okand"], required=True)).with_(goal("a"))
    assert gaps_of(model)[0].text() == "A saknar länk till okand."


def test_a_goal_on_a_level_of_no_structure_needs_nothing() -> None:
    """There is no rule for it."""
    model = bare(goal("a", "okand"), structures=[evolve(STRUCTURE, perspectives=())])
    assert gaps(model) == []


def test_a_region_may_have_a_single_level() -> None:
    """And require nothing of it."""
    only = evolve(STRUCTURE, levels=[Level(id="mal", title="Mål", kind=LevelKind.GOAL)], links=(), perspectives=())
    assert gaps(bare(goal("a"), structures=[only])) == []
