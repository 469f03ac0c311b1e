"""What Region Västernorrland's sources leave open: each rival reading with its place, and followed."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from regionstyrning import check
from regionstyrning.model import OpenPoint, Reading, Rival, SteeringModel
from tests.regions.facts import changes, shipped

BUDGET_2023 = "oppen-budget-2023"
BUDGET_2021 = "oppen-budget-2021-summa"
RESULT_2020 = "oppen-verksamhetens-resultat-2020"
region = partial(shipped, "vasternorrland")


def pairs() -> list[tuple[OpenPoint, Rival]]:
    """Every rival with the point that it answers."""
    return [(point, rival) for point in region().open_points for rival in point.rivals]


CHANGING = [pair for pair in pairs() if changes(pair[1])]


def named(pair: Any) -> str:  # noqa: ANN401 - a point and its rival
    """A name for a case."""
    point, rival = pair
    return f"{point.id}: {rival.text}"


def under(point: OpenPoint, rival: Rival) -> SteeringModel:
    """The model as the rival has it, where the point is no longer open."""
    return region().without(*rival.without, point.id).with_(*rival.targets, *rival.outcomes, *rival.amounts)


def figures(id: str, title_or_line: str, year: int, stage: str) -> dict[str, list[Decimal | None]]:
    """What the figures of a year are under each rival of a point."""
    return {
        rival.text: [
            each.value
            for each in under(region()[id], rival).amounts
            if title_or_line in {each.line, each.title} and (each.year, each.stage.value) == (year, stage)
        ]
        for rival in region()[id].rivals
    }


def findings(model: SteeringModel) -> Counter[str]:
    """How many findings each rule of the strict profile has."""
    found = check(model, rules="strang")
    return Counter(finding.rule for finding in found if not finding.rule.startswith("audit."))


def test_every_rival_that_a_source_supports_says_where() -> None:
    """Publication and place; only which months a delår is, is a guess that no source supports."""
    bare = [rival.text for _, rival in pairs() if not rival.sources]
    placeless = [rival.text for _, rival in pairs() for source in rival.sources if not source.place]
    assert (bare, placeless) == (["Januari till augusti"], [])


def test_where_the_records_hold_what_two_sources_say_each_rival_only_takes_away() -> None:
    """No rival is preferred there: both figures, or all three statements, are among the records."""
    points = {point.id for point, _ in CHANGING if not any(rival.preferred for rival in point.rivals)}
    adding = [point.id for point, r in CHANGING if point.id in points and (r.targets or r.outcomes or r.amounts)]
    assert (points, adding) == ({RESULT_2020, "oppen-maluppfyllelse-2019"}, [])


@pytest.mark.parametrize("pair", CHANGING, ids=named)
def test_a_rival_can_be_followed(pair: tuple[OpenPoint, Rival]) -> None:
    """What it takes away is there, what it gives has a source, and nothing is loose afterwards."""
    assert findings(under(*pair)) == findings(region())


def test_the_result_of_2020_is_one_figure_under_each_rival() -> None:
    """215 in the regionplan, 214 with SCB, both among the records."""
    assert figures(RESULT_2020, "verksamhetens-resultat", 2020, "utfall") == {
        "215 mnkr": [Decimal(215)],
        "214 mnkr": [Decimal(214)],
    }


def test_the_budget_of_2023_is_one_figure_under_each_rival() -> None:
    """The decision, the proposal or what the outcome makes it; the records hold the decision."""
    values = {
        rival.text: [
            each.value
            for each in under(region()[BUDGET_2023], rival).amounts
            if (each.year, each.stage.value, each.organ) == (2023, "budget", "region-vasternorrland")
        ]
        for rival in region()[BUDGET_2023].rivals
    }
    assert values == {
        "-380 mnkr, fullmäktiges beslut": [Decimal(-380)],
        "-389 mnkr, styrelsens förslag": [Decimal(-389)],
        "-338 mnkr, härlett: utfallet -396 var 58 lägre än budget": [Decimal(-338)],
    }


def test_the_derived_budget_of_2023_is_what_the_printed_figures_make() -> None:
    """The outcome less its deviation, and marked as a reading."""
    (rival,) = (rival for rival in region()[BUDGET_2023].rivals if "härlett" in rival.text)
    day = region()["rvn-hog-inflation-2024"].published
    printed = {each.title: each.value or Decimal(0) for each in region().amounts if (each.on, each.year) == (day, 2023)}
    (budget,) = rival.amounts
    assert budget.value == printed["Preliminärt ekonomiskt resultat"] - printed["Avvikelse mot budget"]
    assert [source.reading for source in budget.sources] == [Reading.INFERRED]


@pytest.mark.parametrize("line", ["resultat-efter-finansiella-poster", "arets-resultat"])
def test_the_budget_of_2021_is_60_as_printed_or_59_as_added_up(line: str) -> None:
    """For the result after financial items and for the year's result, which follows from it."""
    assert figures(BUDGET_2021, line, 2021, "budget") == {
        "Avrundning: 60": [Decimal(60)],
        "59, härlett ur raderna ovanför": [Decimal(59)],
    }


def test_the_attainment_of_2019_is_told_in_one_way_under_each_rival() -> None:
    """In the summary's words or in those about two perspectives."""
    point = region()["oppen-maluppfyllelse-2019"]
    said = [
        [each.words for each in under(point, rival).judgements if each.by_text == "årsredovisningen för 2019"]
        for rival in point.rivals
    ]
    assert said == [["god inom tre av fyra perspektiv"], ["på väg att nås under 2019", "på väg att nås under år 2019"]]


def test_open_points_about_figures_lead_to_the_figure() -> None:
    """A program finds the amount, or the statement, that is in doubt."""
    ids = (RESULT_2020, BUDGET_2021, BUDGET_2023, "oppen-maluppfyllelse-2019")
    found = [getattr(region()[region()[id].about], region()[id].field) for id in ids]
    assert found == [Decimal(215), Decimal(60), Decimal(-380), "god inom tre av fyra perspektiv"]


def test_growth_of_costs_said_once_leaves_the_frames_without_figures_of_their_own() -> None:
    """The other rival takes away the three figures of the frames."""
    point = region()["oppen-kostnadsutveckling"]
    title = "Ökning av personalkostnader och beräknad inflation i resursramarna"
    counts = [sum(each.title == title for each in under(point, rival).amounts) for rival in point.rivals]
    assert counts == [3, 0]
