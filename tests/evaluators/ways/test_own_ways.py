"""Each region's own way of judging is data in its folder, and `egen` reads it."""

from __future__ import annotations

from datetime import date

import pytest

import regionstyrning as rs
from regionstyrning.evaluators import Status
from regionstyrning.evaluators.verdicts.statuses import ORDERED

WORDS = {
    ("vasternorrland", date(2024, 6, 30)): ("Ja", "Delvis", "Nej"),
    ("blekinge", date(2021, 6, 30)): (
        "tillfredsställande",
        "inte helt tillfredsställande",
        "otillfredsställande",
    ),
    ("jamtland-harjedalen", date(2024, 6, 30)): ("Grön", "Gul", "Röd"),
}


@pytest.mark.parametrize(("region", "day"), WORDS)
def test_the_words_of_a_region_are_a_scale_of_its_structure(region: str, day: date) -> None:
    """From met to not met, in the region's own words."""
    structure = rs.load_region(region).structure_on(day)
    assert structure is not None
    (scale,) = structure.scales
    assert tuple(step.word for step in scale.steps) == WORDS[region, day]
    assert [step.means[0].value for step in scale.steps] == [status.value for status in reversed(ORDERED)]


@pytest.mark.parametrize(("region", "day"), WORDS)
def test_a_region_with_words_of_its_own_is_judged_by_them_too(region: str, day: date) -> None:
    """Beside what is computed."""
    assert list(rs.evaluate(rs.load_region(region), as_of=day, year=day.year)) == ["attainment", "egen"]


def test_hallands_economy_is_met_only_if_all_its_indicators_are() -> None:
    """As its annual report for 2019 says; the region's word leads, and what is computed is told."""
    model = rs.load_region("halland")
    found = rs.evaluate(model, as_of=date(2020, 12, 31), year=2019)
    own, computed = (found[name]["fokusomrade-ekonomi-2019"] for name in ("egen", "attainment"))
    assert (own.status, computed.status) == (Status.MET, Status.CANNOT_BE_ASSESSED)
    assert "alla tre indikatorer inom fokusområdet Ekonomi" in computed.text()


@pytest.mark.parametrize(
    ("goal", "year", "status"),
    [("inriktningsmal-2021-1", 2021, Status.MET), ("inriktningsmal-2022-1", 2022, Status.PARTLY_MET)],
)
def test_blekinges_goals_are_judged_as_a_whole(goal: str, year: int, status: Status) -> None:
    """By the words of its annual report alone."""
    found = rs.evaluate(rs.load_region("blekinge"), as_of=date(year + 1, 12, 31), year=year)
    assert {name: whole[goal].status for name, whole in found.items()} == {"attainment": status, "egen": status}
