"""Outcomes as they were known on a day."""

from __future__ import annotations

from datetime import date

import pytest

from regionstyrning.evaluators import Attainment, Status
from regionstyrning.evaluators.targets.figures import Figures, figures
from regionstyrning.model import Gender, Missing, Outcome, Part, Period, Scope, Stage, above, at_least
from tests.evaluators.small import indicator, judged, model, outcome, target

TERTIAL = Part(first_month=1, last_month=4)


def series_of(*held: Outcome) -> dict[int, object]:
    """The value of each year, or why it has none."""
    found = figures(model(indicators=[indicator()], outcomes=held))
    series = found.series(indicator(), None, None)
    return {year: each.value if each.missing is None else each.missing for (year, _), each in series.periods.items()}


@pytest.mark.parametrize(
    ("held", "value"),
    [
        ([outcome(2024, 1, stage=Stage.PRELIMINARY), outcome(2024, 2)], 2),
        ([outcome(2024, 2), outcome(2024, 1, stage=Stage.PRELIMINARY, known_on=date(2025, 3, 1))], 2),
        ([outcome(2024, 1, known_on=date(2025, 2, 1)), outcome(2024, 2, known_on=date(2025, 3, 1))], 2),
        ([outcome(2024, 1), outcome(2024, 2, known_on=date(2025, 3, 1))], 2),
        ([outcome(2024, 2), outcome(2024, 9, stage=Stage.FORECAST)], 2),
        ([outcome(2023, 9, reported_for=Period(year=2024)), outcome(2024, 2)], 2),
        ([outcome(2024, 2), outcome(2024, 9, scope="RVN")], 2),
        ([outcome(2024, 2, gender=Gender.TOTAL), outcome(2024, 9, gender=Gender.WOMEN)], 2),
    ],
)
def test_the_firmest_and_latest_known_outcome_counts(held: list[Outcome], value: int) -> None:
    """A correction replaces what it corrects; a forecast never judges a year that has ended."""
    assert series_of(*held)[2024] == value


def test_a_value_carried_over_stands_only_where_nothing_else_does() -> None:
    """A year with a reason of its own for having no value keeps it."""
    carried = outcome(2023, 5, reported_for=Period(year=2024))
    assert series_of(carried) == {2024: 5, 2023: 5}
    assert series_of(carried, outcome(2024, missing=Missing.NOT_REPORTED))[2024] is Missing.NOT_REPORTED


def test_what_is_looked_for_before_a_year_has_a_value_for_the_same_part() -> None:
    """A missing value, another part of the year and a value carried over are passed by."""
    held = [
        outcome(2020, 1),
        outcome(2021, 2),
        outcome(2021, 2, reported_for=Period(year=2022), known_on=date(2023, 1, 1)),
        outcome(2022, 9, part=TERTIAL),
        outcome(2023, missing=Missing.SECRET),
    ]
    series = figures(model(outcomes=held)).series(indicator(), None, None)
    found = series.before(2024)
    assert found is not None
    assert found.year == 2020
    assert series.latest(2019) is None
    gone = series.missing_before(2024)
    assert gone is not None
    assert gone.year == 2023


def test_comparison_stops_where_the_method_changed() -> None:
    """From the first day of a year the years from then on can be compared again."""
    series = Figures(by_indicator={}).series(indicator(method_changed=[date(2024, 1, 1)]), None, None)
    assert not series.comparable(outcome(2023, 1), outcome(2024, 1))
    assert series.comparable(outcome(2024, 1), outcome(2025, 1))
    assert series.comparable(outcome(2022, 1), outcome(2023, 1))


def test_the_scopes_are_those_of_the_outcomes_where_the_indicator_names_none() -> None:
    """In the order of their codes."""
    found = figures(model(outcomes=[outcome(2024, 1, scope="B"), outcome(2024, 1, scope="A"), outcome(2023, 1)]))
    assert found.scopes(indicator()) == ("A", "B")
    assert found.scopes(indicator(scopes=[Scope(id="X")])) == ("X",)
    assert found.undivided(indicator())


def test_a_setting_may_ask_for_another_stage() -> None:
    """Then that stage alone counts, and the verdict says so."""
    held = [outcome(2024, 1), outcome(2024, 9, stage=Stage.FORECAST)]
    region = model(indicators=[indicator()], targets=[target(above(5))], outcomes=held)
    verdict = judged(region, settings=Attainment(stage=Stage.FORECAST))
    assert verdict["i"].status is Status.MET
    assert verdict["i"].stage == "prognos"
    assert dict(verdict.settings)["stage"] == "prognos"
    assert judged(region)["i"].status is Status.NOT_MET


def test_only_what_was_known_on_the_day_counts() -> None:
    """A correction changes only later answers."""
    held = [outcome(2024, 1, known_on=date(2025, 2, 1)), outcome(2024, 9, known_on=date(2025, 7, 1))]
    region = model(indicators=[indicator()], targets=[target(at_least(5))], outcomes=held)
    before, after = (Attainment()(region, as_of=day)["i"].status for day in (date(2025, 6, 1), date(2025, 8, 1)))
    assert (before, after) == (Status.NOT_MET, Status.MET)
