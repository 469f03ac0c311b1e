"""Röda tråden as an answer: paths, gaps, steps and what is not known."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from regionstyrning import goal_chain
from regionstyrning.errors import NoTruthValue, UnknownId
from regionstyrning.model import ContributionKind, Link, OrganKind, Owner, Validity
from regionstyrning.model.structure import INDICATORS
from regionstyrning.questions import ChainLink, GoalChain
from regionstyrning.questions.goal_chain import MOST_PATHS, Path
from tests.threaded import (
    AGAINST,
    DAY,
    MEASURES,
    SAID,
    STRUCTURE,
    bare,
    goal,
    ladder,
    link,
    plan,
    region,
    row,
)


def ids(path: Path) -> list[str]:
    """The ids on a path, from the lower end."""
    return [path[0].lower, *(each.upper for each in path)]


def up(chain: GoalChain) -> list[list[str]]:
    """The ids of every path up."""
    return [ids(path) for path in chain.upward]


def down(chain: GoalChain) -> list[list[str]]:
    """The ids of every path down, from the lower end."""
    return [ids(path) for path in chain.downward]


def test_an_indicator_is_followed_up_to_the_vision() -> None:
    """Through every level there is."""
    assert up(goal_chain(region(), "vantetid")) == [["vantetid", "vardkoer", "tillganglighet", "vard", "vision"]]


def test_the_vision_is_followed_down_to_indicators_and_activities() -> None:
    """A path for each lower end, told from the lower end."""
    assert down(goal_chain(region(), "vision")) == [
        ["rekrytera", "vardkoer", "tillganglighet", "vard", "vision"],
        ["vantetid", "vardkoer", "tillganglighet", "vard", "vision"],
    ]


def test_a_perspective_has_a_chain_too() -> None:
    """It stands between what is above and what is below."""
    chain = goal_chain(region(), "vard")
    assert (up(chain), len(chain.downward)) == ([["vard", "vision"]], 2)


def test_paths_are_those_up_and_then_those_down() -> None:
    """Each from its lower end."""
    chain = goal_chain(region(), "vardkoer")
    assert chain.paths == (*chain.upward, *chain.downward)


def test_a_perspective_may_be_the_lower_end() -> None:
    """With nothing below, it has no path down."""
    assert goal_chain(bare(), "vard").paths == ()


def test_a_perspective_may_be_the_upper_end() -> None:
    """With nothing above, paths end at it."""
    model = bare(goal("a"), link("a", "vard"))
    assert up(goal_chain(model, "a")) == [["a", "vard"]]


def test_levels_may_be_passed_over() -> None:
    """An indicator straight under the vision has a path of one link beside a longer one."""
    model = region().with_(link("vantetid", "vision", MEASURES))
    assert sorted(map(len, goal_chain(model, "vantetid").upward)) == [1, 4]


def test_any_number_of_levels_is_followed() -> None:
    """A thousand goals on a row make one path."""
    assert up(goal_chain(row(1001), "g0")) == [[f"g{number}" for number in range(1001)]]


def test_a_goal_may_serve_several() -> None:
    """A path for each of the tops it leads to."""
    model = bare(goal("a"), goal("b"), goal("c"), link("a", "b"), link("a", "c"))
    assert up(goal_chain(model, "a")) == [["a", "b"], ["a", "c"]]


def test_a_goal_may_be_served_by_several() -> None:
    """A path for each of the ends below."""
    model = bare(goal("a"), goal("b"), goal("c"), link("b", "a"), link("c", "a"))
    assert down(goal_chain(model, "a")) == [["b", "a"], ["c", "a"]]


def test_two_links_between_the_same_ends_are_two_paths() -> None:
    """A goal may both break down another and be a condition for it."""
    kinds = (ContributionKind.BREAKS_DOWN, ContributionKind.CONDITION)
    model = bare(goal("a"), goal("b"), *(link("a", "b", kind) for kind in kinds))
    assert [path[0].kind for path in goal_chain(model, "a").upward] == list(kinds)


def test_the_shortest_path_up_is_one_of_them() -> None:
    """By links that serve: a shorter one that works against is no way up."""
    others = [link("a", "b"), link("b", "c"), link("c", "e"), link("a", "d"), link("d", "e"), link("a", "e", AGAINST)]
    model = bare(*map(goal, "abcde"), *others, link("a", "d", AGAINST))
    chain = goal_chain(model, "a")
    assert ids(chain.shortest) == ["a", "d", "e"]
    assert chain.shortest in chain.upward


def test_there_is_no_shortest_path_from_the_top_or_out_of_a_round() -> None:
    """Nothing is above the one, and nothing ends the other."""
    model = bare(*map(goal, "abc"), link("b", "c"), link("c", "b"))
    assert [goal_chain(model, id).shortest for id in "abc"] == [(), (), ()]


def test_a_link_that_works_against_stands_on_paths_too() -> None:
    """It is shown with its kind."""
    model = bare(goal("a"), goal("b"), link("a", "b", AGAINST))
    assert [path[0].kind for path in goal_chain(model, "a").upward] == [AGAINST]


def test_something_alone_has_no_paths() -> None:
    """Nothing above and nothing below."""
    assert goal_chain(bare(goal("a")), "a").paths == ()


def test_a_path_ends_before_it_goes_round() -> None:
    """No id stands twice on it."""
    model = bare(*map(goal, "abc"), link("a", "b"), link("b", "c"), link("c", "a"))
    assert up(goal_chain(model, "a")) == [["a", "b", "c"]]


def test_a_round_does_not_hide_what_leads_on() -> None:
    """A path goes on where another link leads out of the round."""
    model = bare(*map(goal, "abc"), link("a", "b"), link("b", "a"), link("b", "c"))
    assert up(goal_chain(model, "a")) == [["a", "b", "c"]]


def test_a_round_is_told_once() -> None:
    """Although it is met both upwards and downwards."""
    model = bare(*map(goal, "ab"), link("a", "b"), link("b", "a"), structures=())
    assert goal_chain(model, "a").missing[1:] == ("Länkarna går runt: A → B → A; varvet visas inte.",)


def test_a_round_further_up_is_told() -> None:
    """What is asked about need not be on it."""
    model = bare(*map(goal, "abc"), link("a", "b"), link("b", "c"), link("c", "b"), structures=())
    assert goal_chain(model, "a").missing[1:] == ("Länkarna går runt: B → C → B; varvet visas inte.",)


def test_a_round_elsewhere_is_not_told() -> None:
    """It is no part of the thread."""
    model = region().with_(goal("x", "uppdrag"), goal("y", "uppdrag"), link("x", "y"), link("y", "x"))
    assert goal_chain(model, "vantetid").missing == ()


def test_a_link_to_itself_makes_no_path() -> None:
    """It is a round of one, which is told."""
    chain = goal_chain(bare(goal("a", "vision"), link("a", "a")), "a")
    assert (chain.paths, chain.missing) == ((), ("Länkarna går runt: A → A; varvet visas inte.",))


def test_a_link_to_nothing_is_passed_over_and_told() -> None:
    """A mistyped id is no reason to stop."""
    chain = goal_chain(bare(goal("a", "vision"), link("a", "ingenting")), "a")
    told = "Länken från a till ingenting leder inte till något som gäller den dagen och är överhoppad."
    assert (chain.paths, chain.missing) == ((), (told,))


def test_a_link_to_what_is_no_longer_in_force_is_passed_over_and_told() -> None:
    """The goal above has ended; the link has not."""
    ended = goal("b", "vision", validity=Validity(last=date(2025, 12, 31)))
    chain = goal_chain(bare(goal("a", "vision"), ended, link("a", "b")), "a")
    told = "Länken från a till b leder inte till något som gäller den dagen och är överhoppad."
    assert (chain.paths, chain.missing) == ((), (told,))


def test_a_broken_link_elsewhere_is_not_told() -> None:
    """It is no part of the thread."""
    model = region().with_(goal("x", "uppdrag"), link("x", "ingenting"))
    assert goal_chain(model, "vantetid").complete is True


def test_a_whole_thread_is_complete() -> None:
    """Nothing required is missing and nothing was passed over."""
    assert goal_chain(region(), "vantetid").complete is True


def test_a_thread_with_a_gap_is_not_complete() -> None:
    """What the structure requires is not there."""
    assert goal_chain(region().with_(goal("ny", owners=[Owner(organ="rf")])), "ny").complete is False


def test_without_a_structure_no_thread_is_complete() -> None:
    """Nobody knows what is required."""
    model = evolve(region(), structures=())
    assert goal_chain(model, "vision").missing[0] == (
        "Ingen struktur gäller den 2026-03-01, så vad som krävs är okänt."
    )


def test_a_gap_above_is_found_from_below() -> None:
    """The nämnd goal that the indicator hangs on lacks its link upwards."""
    model = region().without(link("vardkoer", "tillganglighet", ContributionKind.BREAKS_DOWN).id)
    gaps = goal_chain(model, "vantetid").gaps
    assert [(gap.record, gap.level) for gap in gaps] == [("vardkoer", ("mal",))]


def test_a_gap_below_is_found_from_above() -> None:
    """Nothing measures the nämnd goal that carries the goal."""
    model = region().without("vantetid", link("vantetid", "vardkoer", MEASURES).id)
    gaps = goal_chain(model, "tillganglighet").gaps
    assert [(gap.record, gap.level) for gap in gaps] == [("vardkoer", (INDICATORS,))]


def test_a_gap_on_another_branch_is_not_told() -> None:
    """From below one looks up, and not down again on the other side."""
    model = region().with_(goal("annat", "namndmal", owners=[Owner(organ="rs")]), link("annat", "tillganglighet"))
    assert goal_chain(model, "vantetid").gaps == ()


def test_a_gap_names_the_words_of_the_structure() -> None:
    """The rule as written stands as its source."""
    gap = goal_chain(bare(goal("a")), "a").gaps[1]
    assert (gap.source, gap.text()) == ("Målen hör till målområden.", "A saknar länk till målområde.")


def test_a_link_carries_kind_document_owner_and_source() -> None:
    """Its own, or else those of the lower."""
    found = goal_chain(region(), "tillganglighet").upward[0][0]
    assert found == ChainLink(
        lower="tillganglighet",
        upper="vard",
        kind=ContributionKind.CONTRIBUTES,
        document="regionplanen",
        owners=("rf",),
        source=SAID,
    )


def test_a_link_with_a_document_of_its_own_carries_that() -> None:
    """The link may stand in another document than the lower."""
    model = region().with_(link("tillganglighet", "vision", document="hsn-planen"))
    assert [path[0].document for path in goal_chain(model, "tillganglighet").upward] == ["regionplanen", "hsn-planen"]


def test_a_link_with_a_source_of_its_own_carries_that() -> None:
    """It is nearer than the source of the lower."""
    own = evolve(SAID, place="s. 9")
    model = bare(goal("a", sources=[SAID]), goal("b"), link("a", "b", sources=[own]))
    assert goal_chain(model, "a").upward[0][0].source == own


def test_a_link_from_a_perspective_has_no_document_or_owner() -> None:
    """A perspective is a part of the structure and carried by nobody."""
    found = goal_chain(region(), "vard").upward[0][0]
    assert (found.document, found.owners, found.source) == (None, (), SAID)


def test_each_link_is_a_step_once() -> None:
    """Although it stands on two paths."""
    assert [step.record for step in goal_chain(region(), "vision").steps] == [
        "rekrytera",
        "vardkoer",
        "tillganglighet",
        "vard",
        "vantetid",
    ]


def test_a_step_carries_the_source_of_its_link() -> None:
    """The place where it is said."""
    assert goal_chain(region(), "tillganglighet").steps[0].source == SAID


@pytest.mark.parametrize(
    ("lang", "expected"), [("sv", "Vantetid mäter Vardkoer."), ("en", "Vantetid measures Vardkoer.")]
)
def test_a_step_is_a_sentence(lang: str, expected: str) -> None:
    """In both languages."""
    step = goal_chain(region(), "vantetid").steps[0]
    assert step.text("sv" if lang == "sv" else "en") == expected


def test_braces_in_a_title_are_only_a_title() -> None:
    """They are no places to fill in."""
    model = bare(goal("a", title="{mål}"), goal("b"), link("a", "b"))
    assert goal_chain(model, "a").steps[0].text() == "{mål} bidrar till B."


def test_nothing_is_refused() -> None:
    """A chain weighs no candidates against each other."""
    assert goal_chain(region(), "vantetid").refused == ()


def test_the_answer_says_what_was_asked() -> None:
    """The id and the day."""
    chain = goal_chain(region(), "vantetid", on=date(2026, 2, 1))
    assert (chain.about, chain.on) == ("vantetid", date(2026, 2, 1))


def test_without_a_day_the_models_own_is_meant() -> None:
    """Never today."""
    assert goal_chain(region(), "vantetid").on == DAY


def test_the_structure_of_the_day_is_the_one_that_asks() -> None:
    """Under the older one a goal needed no perspective."""
    older = evolve(STRUCTURE, id="aldre", links=(), validity=Validity(last=date(2025, 12, 31)))
    newer = evolve(STRUCTURE, validity=Validity(first=date(2026, 1, 1)))
    model = bare(goal("a"), structures=[older, newer])
    days = (date(2025, 12, 31), date(2026, 1, 1))
    assert [len(goal_chain(model, "a", on=day).gaps) for day in days] == [0, 2]


def test_an_unknown_id_names_the_nearest() -> None:
    """And the day it was looked for on."""
    with pytest.raises(UnknownId) as caught:
        goal_chain(region(), "vantetids")
    assert str(caught.value) == (
        "no goal, indicator or perspective in force on 2026-03-01 has the id 'vantetids'. Did you mean 'vantetid'?"
    )


def test_what_is_no_longer_in_force_has_no_chain() -> None:
    """It is unknown on that day."""
    model = bare(goal("a", validity=Validity(last=date(2025, 12, 31))))
    with pytest.raises(UnknownId):
        goal_chain(model, "a")


def test_an_organ_has_no_chain() -> None:
    """Only goals, indicators and perspectives hang on threads."""
    with pytest.raises(UnknownId):
        goal_chain(region(), "hsn")


def test_a_document_of_the_thread_without_a_known_day_is_told() -> None:
    """Also that of the uppermost, which no link carries."""
    model = region().with_(goal("vision", "vision", document="visionen"), plan("visionen", adopted=None))
    assert goal_chain(model, "vantetid").missing == ("Ingen känd första dag för Visionen; det räknas som gällande.",)


def test_a_document_of_a_link_without_a_known_day_is_told() -> None:
    """A link may stand in a document of its own."""
    model = region().with_(link("vantetid", "vision", MEASURES, document="bilagan"), plan("bilagan", adopted=None))
    assert goal_chain(model, "vantetid").missing == ("Ingen känd första dag för Bilagan; det räknas som gällande.",)


def test_an_undated_document_elsewhere_is_not_told() -> None:
    """The thread does not rest on it."""
    model = region().with_(plan("policyn", adopted=None))
    assert goal_chain(model, "vantetid").complete is True


def test_an_owner_that_is_gone_is_told() -> None:
    """A nämnd that has ended carries nothing."""
    hsn = evolve(region()["hsn"], validity=Validity(last=date(2025, 12, 31)))
    told = ("Hälso- och sjukvårdsnämnden står som ägare men finns inte den dagen.",)
    assert goal_chain(region().with_(hsn), "vantetid").missing == told


def test_owners_by_kind_are_those_of_the_day() -> None:
    """All nämnder, the styrelse in its role as one too."""
    model = region().with_(goal("vardkoer", "namndmal", owners=[Owner(kind=OrganKind.COMMITTEE)]))
    assert goal_chain(model, "vardkoer").upward[0][0].owners == ("hsn", "rs")


def test_more_paths_than_are_listed_are_told() -> None:
    """Two to the power of fourteen paths are more than ten thousand."""
    chain = goal_chain(ladder(14), "g0")
    assert (len(chain.upward), chain.missing[-1]) == (MOST_PATHS, "Det finns fler än 10000 vägar; resten visas inte.")


def test_more_paths_down_than_are_listed_are_told() -> None:
    """They are counted each way."""
    chain = goal_chain(ladder(14), "g14")
    assert (len(chain.downward), chain.missing[-1]) == (MOST_PATHS, "Det finns fler än 10000 vägar; resten visas inte.")


def test_exactly_as_many_paths_as_are_listed_are_all_of_them() -> None:
    """Nothing is left out, so nothing is told."""
    sides = [f"s{number}" for number in range(MOST_PATHS)]
    model = bare(*(goal(each, "vision") for each in ["a", *sides]), *(link("a", each) for each in sides))
    assert goal_chain(model, "a").complete is True


def test_a_chain_is_rows() -> None:
    """One a link, with its place on its path."""
    rows = goal_chain(region(), "vard").to_records()
    assert rows[0] == {
        "path": 1,
        "link": 1,
        "lower": "vard",
        "upper": "vision",
        "kind": "bidrar till",
        "document": None,
        "owners": [],
        "publication": "planboken",
        "place": "s. 4",
    }


def test_a_row_without_a_source_has_none() -> None:
    """The same keys in every row."""
    only = goal_chain(bare(goal("a"), goal("b"), link("a", "b")), "a").to_records()[0]
    assert (only["publication"], only["place"]) == (None, None)


def test_rows_number_paths_and_the_links_on_them() -> None:
    """From one."""
    rows = goal_chain(region(), "vision").to_records()
    assert [(each["path"], each["link"]) for each in rows] == [
        (path, place) for path in (1, 2) for place in (1, 2, 3, 4)
    ]


def test_a_chain_is_neither_true_nor_false() -> None:
    """One reads its paths."""
    with pytest.raises(NoTruthValue) as caught:
        bool(goal_chain(region(), "vantetid"))
    assert caught.value.read == "paths"


def test_chains_of_one_model_are_equal() -> None:
    """The same question of the same model."""
    model = region()
    assert goal_chain(model, "vantetid") == goal_chain(model, "vantetid", on=DAY)


def test_chains_of_different_models_are_not_equal() -> None:
    """The same question may have another answer."""
    assert goal_chain(region(), "vision") != goal_chain(region().without("rekrytera"), "vision")


def test_a_chain_does_not_print_the_whole_model() -> None:
    """What was asked, and on which day."""
    assert repr(goal_chain(region(), "vantetid")) == "GoalChain(about='vantetid', on=datetime.date(2026, 3, 1))"


def test_two_links_that_differ_in_their_days_alone_are_one_step() -> None:
    """What is said of them is the same."""
    links = [link("a", "b", validity=Validity(first=date(year, 1, 1))) for year in (2024, 2025)]
    chain = goal_chain(bare(goal("a"), goal("b"), *links), "a")
    assert (len(chain.upward), len(chain.steps)) == (2, 1)


def test_a_link_rule_about_nothing_leaves_no_gap() -> None:
    """What may hang above need not."""
    structure = evolve(STRUCTURE, links=[Link(lower="mal", upper=["vision"])])
    assert goal_chain(bare(goal("a"), structures=[structure]), "a").gaps == ()
