"""Where published and computed verdicts differ."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

import regionstyrning as rs
from regionstyrning.errors import NoTruthValue
from regionstyrning.evaluators.asked.differing import computed_words, meaning_of, of_word
from regionstyrning.evaluators.asked.disagreements import comparisons
from regionstyrning.evaluators.verdicts.bounds import PARTLY_MET, SHORT, UNKNOWN, Bounds
from regionstyrning.model import (
    Capacity,
    Judgement,
    Organ,
    OrganKind,
    Part,
    Partly,
    ScaleStep,
    Scope,
    at_least,
    at_most,
)
from tests.evaluators.small import AS_OF, goal, indicator, link, model, outcome, target

if TYPE_CHECKING:
    from regionstyrning.model import Record, SteeringModel

EARLY = Part(first_month=1, last_month=4)


def said(grade: str | None, **more: Any) -> Judgement:  # noqa: ANN401 - any field
    """What has been said of the measure."""
    of_its_own = {"about": ["i"], "by_text": "Nämnden", "capacity": Capacity.OWN, "year": 2024, "on": date(2025, 4, 1)}
    return Judgement(**{**of_its_own, "words": "Ord", "scale": "betyg", "grade": grade, **more})


def region(*more: Record) -> SteeringModel:
    """A measure that has met its target, and had missed it by April."""
    held = model(
        goals=[goal()],
        indicators=[indicator()],
        contributions=[link("i", "g")],
        targets=[target(at_least(5))],
        outcomes=[outcome(2024, 9), outcome(2024, 1, part=EARLY)],
    )
    return held.with_(*more)


@pytest.mark.parametrize(
    ("judgement", "agrees"),
    [
        (said("Ja"), [True]),
        (said("Nej"), [False]),
        (said("Gul"), [False]),
        (said("Grå"), [None]),
        (said("Ja", about=["i", "g"]), [True, True]),
        (said("Nej", part=EARLY), [True]),
        (said("Ja", part=EARLY), [False]),
        (said("Ja", part=Part(first_month=1, last_month=8)), [None]),
        (said("Ja", part=EARLY, about=["g"]), [None]),
        (said("Ja", year=2025, part=EARLY), [None]),
        (said("Ja", year=2025), []),
        (said("Ja", year=None), []),
        (said(None), []),
        (said("Lila"), []),
        (said("Ja", about=["borta"]), []),
        (said("Grön", scale="rang"), []),
    ],
)
def test_a_published_word_is_held_against_the_computed_verdict(judgement: Judgement, agrees: list[bool | None]) -> None:
    """A word on a part of the year against the figure of that part; what is open on either side cannot be compared."""
    held = region(judgement)
    assert [each.agrees for each in comparisons(held, as_of=AS_OF)] == agrees


def test_only_what_differs_or_cannot_be_compared_is_listed() -> None:
    """What differs first."""
    held = region(said("Ja"), said("Grå", words="Senare"), said("Nej", words="Fel"))
    found = rs.disagreements(held, as_of=AS_OF)
    assert [each.grade for each in found] == ["Nej", "Grå"]
    assert found[0].text() == (
        "Mått i, 2024: Nämnden (2025-04-01) säger ”Nej”, som betyder inte uppfyllt; uträknat: uppfyllt. "
        "Utfallet 9 (2024) hålls mot minst 5."
    )
    assert found[0].text("en") == (
        "Mått i, 2024: Nämnden (2025-04-01) says “Nej”, which means not met; computed: met. "
        "The outcome 9 (2024) against at least 5."
    )
    assert found[1].text() == (
        "Mått i, 2024: Nämnden (2025-04-01) säger ”Grå”, som betyder mäts senare eller kan inte bedömas; uträknat: "
        "uppfyllt. De kan inte jämföras. Ordet säger inte om det är uppfyllt. Utfallet 9 (2024) hålls mot minst 5."
    )


@pytest.mark.parametrize(
    ("judgement", "outcomes", "why"),
    [
        (said("Gul", on=None), {2024: 9}, ["Ordet kan stå för flera utfall.", "Utfallet 9 (2024) hålls mot minst 5."]),
        (said("Ja"), {}, ["Inget utfall för 2024 är känt."]),
        (
            said("Ja", about=["g"]),
            {2024: 1},
            ["Mått i: inte uppfyllt.", "Mått i: Utfallet 1 (2024) hålls mot minst 5."],
        ),
        (said("Ja", about=["g"]), {}, ["Mått i: kan inte bedömas.", "Mått i: Inget utfall för 2024 är känt."]),
        (said("Ja", part=EARLY, about=["g"]), {2024: 1}, ["För en del av året räknas bara mått ut, inte mål."]),
        (
            said("Ja", part=EARLY),
            {2024: 9},
            [
                "Målvärdet gäller hela året och hålls här mot delårets utfall.",
                "Inget utfall för januari–april 2024 är känt.",
            ],
        ),
        (said("Ja", year=2025, part=EARLY), {2024: 9}, ["Planen anger inget målvärde för januari–april 2025."]),
    ],
)
def test_why_they_differ_is_told(judgement: Judgement, outcomes: dict[int, int], why: list[str]) -> None:
    """What the word leaves open, what the computed rests on, and what is not known."""
    held = model(
        goals=[goal()],
        indicators=[indicator()],
        contributions=[link("i", "g")],
        targets=[target(at_least(5))],
        outcomes=[outcome(year, value) for year, value in outcomes.items()],
        judgements=[judgement],
    )
    [found] = comparisons(held, as_of=AS_OF)
    assert [reason.text() for reason in found.why] == why
    assert ("(2025-04-01)" in found.text()) == (judgement.on is not None)


def test_a_goal_names_at_most_two_of_its_measures() -> None:
    """The verdict has the rest."""
    ids = ["a", "b", "c"]
    held = model(
        goals=[goal(level="samst")],
        indicators=[indicator(id) for id in ids],
        contributions=[link(id, "g") for id in ids],
        targets=[target(at_least(5), indicator=id) for id in ids],
        outcomes=[outcome(2024, 1, indicator=id) for id in ids],
        judgements=[said("Ja", about=["g"])],
    )
    [found] = comparisons(held, as_of=AS_OF)
    below = [reason.text() for reason in found.why if reason.record.startswith("outcome/")]
    assert below == [f"Mått {id}: Utfallet 1 (2024) hålls mot minst 5." for id in ("a", "b")]


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (UNKNOWN, "kan inte bedömas"),
        (SHORT, "kan inte bedömas (inte uppfyllt till delvis uppfyllt)"),
        (PARTLY_MET, "delvis uppfyllt"),
    ],
)
def test_what_is_computed_is_told_from_what_to_what(held: Bounds, told: str) -> None:
    """But for what may be anything."""
    assert computed_words(held).say() == told


def test_a_word_without_meaning_says_so() -> None:
    """The scale lists it and says no more."""
    step = ScaleStep(word="Blå")
    assert meaning_of(step).say("en") == "something that the scale does not say"
    assert [reason.text("en") for reason in of_word("x", step)] == ["The word does not say whether it is met."]


def test_what_bounds_an_unknown_is_told_beside_it() -> None:
    """At best partly met is apart from met, though it cannot be assessed."""
    held = region(
        goal("helt", "samst"),
        indicator("okand"),
        target(at_least(20, partly=Partly(value=Decimal(5)))),
        target(at_least(5), indicator="okand"),
        link("i", "helt"),
        link("okand", "helt"),
        said("Ja", about=["helt"]),
    )
    (found,) = rs.disagreements(held, as_of=AS_OF)
    assert "uträknat: kan inte bedömas (inte uppfyllt till delvis uppfyllt). 1 av 2 delvis" in found.text()
    assert "computed: cannot be assessed (not met to partly met). 1 of 2 partly" in found.text("en")


def test_a_comparison_is_read() -> None:
    """As a row, and never for truth."""
    [found] = comparisons(region(said("Nej", part=EARLY)), as_of=AS_OF)
    assert found.to_records() == [
        {
            "about": "i",
            "when": "januari–april 2024",
            "who": "Nämnden",
            "said_on": "2025-04-01",
            "grade": "Nej",
            "published": "inte uppfyllt",
            "computed": "inte uppfyllt",
            "agrees": True,
            "why": [
                "Målvärdet gäller hela året och hålls här mot delårets utfall.",
                "Utfallet 1 (januari–april 2024) hålls mot minst 5.",
            ],
            "text": found.text(),
            "judgement": found.judgement,
        }
    ]
    assert "uträknat: inte uppfyllt. Målvärdet" in found.text()
    with pytest.raises(NoTruthValue, match="agrees"):
        bool(found)


@pytest.mark.parametrize(
    ("condition", "values", "agrees"),
    [
        (at_least(5), (9, 9), True),
        (at_least(5), (9, 1), None),
        (at_least(5, every_unit=True), (9, 9), True),
        (at_least(5, every_unit=True), (9, 1), False),
    ],
)
def test_units_count_in_a_part_of_the_year_too(condition: Any, values: tuple[int, int], agrees: bool | None) -> None:  # noqa: ANN401 - a condition
    """Every unit must reach the target where the plan says so; otherwise they must be alike."""
    held = model(
        organs=[Organ(id="rs", title="RS", kind=OrganKind.BOARD)],
        indicators=[indicator(scopes=[Scope(id="A"), Scope(id="B")])],
        targets=[target(condition)],
        outcomes=[outcome(2024, value, scope=scope, part=EARLY) for value, scope in zip(values, "AB", strict=True)],
        judgements=[said("Ja", part=EARLY)],
    )
    assert [each.agrees for each in comparisons(held, as_of=AS_OF)] == [agrees]


@pytest.mark.parametrize(("value", "agrees"), [(9, True), (1, None)])
def test_a_whole_that_has_missed_has_a_unit_that_has(value: int, agrees: bool | None) -> None:
    """And one that has not tells nothing of each."""
    held = model(
        indicators=[indicator()],
        targets=[target(at_most(5, every_unit=True))],
        outcomes=[outcome(2024, value, part=EARLY)],
        judgements=[said("Nej", part=EARLY)],
    )
    assert [each.agrees for each in comparisons(held, as_of=AS_OF)] == [agrees]


def test_a_target_for_the_part_comes_before_that_for_the_year() -> None:
    """By April it was to be at least one."""
    held = region(target(at_least(1), part=EARLY), said("Ja", part=EARLY))
    assert [each.agrees for each in comparisons(held, as_of=AS_OF)] == [True]
