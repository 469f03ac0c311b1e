"""How horizons lie to one another, and the laws that they keep."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from regionstyrning.model import HorizonKind, HorizonPhase, PlanningHorizon, Validity, horizons
from regionstyrning.model.dates import years
from regionstyrning.model.horizons import Time

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
DAY = timedelta(days=1)


@st.composite
def spans(draw: st.DrawFn) -> Validity:
    """Days with both ends, one or none."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return Validity(first=draw(st.sampled_from((first, None))), last=draw(st.sampled_from((last, None))))


@st.composite
def plans(draw: st.DrawFn) -> PlanningHorizon:
    """Horizons of every kind."""
    first = draw(st.integers(2000, 2060))
    last = draw(st.one_of(st.none(), st.integers(first, first + 9)))
    kind = draw(st.sampled_from(HorizonKind))
    if kind is HorizonKind.MANDATE_PERIOD:
        return mandate(first)
    start = None if draw(st.booleans()) and last is not None else first
    return PlanningHorizon(kind=kind, first_year=start, last_year=last)


TIMES: st.SearchStrategy[Time] = st.one_of(spans(), plans())


def rolling(first: int, last: int, text: str | None = None) -> PlanningHorizon:
    """A rolling plan for some years."""
    return PlanningHorizon(kind=HorizonKind.ROLLING, first_year=first, last_year=last, text=text)


def mandate(year: int) -> PlanningHorizon:
    """A mandate period from the 15 October of an election year."""
    return PlanningHorizon(kind=HorizonKind.MANDATE_PERIOD, first=date(year, 10, 15), last=date(year + 4, 10, 14))


@given(TIMES)
def test_a_horizon_contains_itself(one: Time) -> None:
    """And shares all its days with itself."""
    assert (horizons.contains(one, one), horizons.shared(one, one)) == (True, horizons.days_of(one))


@given(TIMES, TIMES)
def test_two_that_contain_each_other_are_the_same_days(one: Time, other: Time) -> None:
    """Whatever kinds they are of."""
    both = horizons.contains(one, other) and horizons.contains(other, one)
    assert both == (horizons.days_of(one) == horizons.days_of(other))


@given(st.lists(DAYS, min_size=6, max_size=6).map(sorted))
def test_what_lies_in_the_inner_lies_in_the_outer(days: list[date]) -> None:
    """Along any number of layers."""
    outer, middle, inner = (Validity(first=days[place], last=days[-1 - place]) for place in range(3))
    told = (horizons.contains(outer, middle), horizons.contains(middle, inner), horizons.contains(outer, inner))
    assert told == (True, True, True)


@given(TIMES, TIMES)
def test_nested_in_is_contains_the_other_way_round(one: Time, other: Time) -> None:
    """The same question from the inner."""
    assert horizons.nested_in(one, other) == horizons.contains(other, one)


@given(TIMES, TIMES)
def test_two_overlap_share_days_or_stand_apart(one: Time, other: Time) -> None:
    """Overlapping goes both ways, and has days in common; without them there may be days between."""
    assert horizons.overlaps(one, other) == horizons.overlaps(other, one)
    assert horizons.overlaps(one, other) == (horizons.shared(one, other) is not None)
    assert not (horizons.overlaps(one, other) and horizons.gap(one, other) is not None)


@given(TIMES, TIMES)
def test_what_is_shared_lies_in_both(one: Time, other: Time) -> None:
    """And is the same whichever is asked first."""
    common = horizons.shared(one, other)
    assume(common is not None)
    assert common is not None
    assert horizons.nested_in(common, one)
    assert horizons.nested_in(common, other)
    assert common == horizons.shared(other, one)


@given(TIMES, TIMES)
def test_a_gap_belongs_to_neither(one: Time, other: Time) -> None:
    """And is the same whichever is asked first."""
    between = horizons.gap(one, other)
    assume(between is not None)
    assert between is not None
    assert not horizons.overlaps(between, one)
    assert not horizons.overlaps(between, other)
    assert between == horizons.gap(other, one)


@given(TIMES, TIMES)
def test_a_gap_is_filled_to_the_day(one: Time, other: Time) -> None:
    """Between it and each of the two no day is left."""
    between = horizons.gap(one, other)
    assume(between is not None)
    assert between is not None
    assert (horizons.gap(one, between), horizons.gap(between, other)) == (None, None)


@given(TIMES, DAYS)
def test_what_remains_on_a_day_is_the_part_from_it(one: Time, day: date) -> None:
    """It is of the horizon, does not come before the day, and does not grow from one day to the next."""
    left, later = horizons.remaining(one, on=day), horizons.remaining(one, on=day + DAY)
    assert left == horizons.shared(one, Validity(first=day))
    assert later is None or (left is not None and horizons.contains(left, later))


@given(spans(), DAYS)
def test_what_has_been_and_what_remains_make_up_the_whole(one: Validity, day: date) -> None:
    """Each day counts once."""
    whole = horizons.length_days(one)
    assume(whole is not None)
    been, left = horizons.shared(one, Validity(last=day - DAY)), horizons.remaining(one, on=day)
    assert whole == sum((horizons.length_days(part) or 0) for part in (been, left) if part is not None)


@given(plans())
def test_the_next_in_the_chain_is_of_the_same_kind_and_begins_later(plan: PlanningHorizon) -> None:
    """It takes as many years, leaves no day out, and follows the one before."""
    after = horizons.following(plan)
    assume(after is not None)
    assert after is not None
    assert (after.kind, after.span_years) == (plan.kind, plan.span_years)
    assert horizons.gap(plan, after) is None
    assert horizons.follows(after, plan)
    assert not horizons.follows(plan, after)


@given(plans())
def test_rolling_plans_overlap_and_the_others_meet(plan: PlanningHorizon) -> None:
    """A rolling plan of several years shares all but its first year with the next."""
    after = horizons.following(plan)
    assume(after is not None and plan.days.last is not None)
    assert after is not None
    moves_on = plan.kind in {HorizonKind.ROLLING, HorizonKind.BUDGET_YEAR} and plan.span_years != 1
    assert horizons.overlaps(plan, after) == moves_on


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (rolling(2024, 2026), years(2025, 2027)),
        (rolling(2024, 2026, text="2024–2026"), years(2025, 2027)),
        (PlanningHorizon(kind=HorizonKind.ROLLING, first_year=2021), years(2022, None)),
        (PlanningHorizon(kind=HorizonKind.BUDGET_YEAR, first_year=2026, plan_years=2), years(2027, 2029)),
        (PlanningHorizon(kind=HorizonKind.BUDGET_YEAR, first_year=2023, plan_years=4), years(2024, 2028)),
        (PlanningHorizon(kind=HorizonKind.CALENDAR_YEAR, first_year=2023, last_year=2023), years(2024, 2024)),
        (PlanningHorizon(kind=HorizonKind.YEARS, first_year=2021, last_year=2026), years(2027, 2032)),
        (mandate(2022), Validity(first=date(2026, 10, 15), last=date(2030, 10, 14))),
    ],
)
def test_the_next_edition(plan: PlanningHorizon, expected: Validity) -> None:
    """By a year for what rolls, by its whole length for what is done with."""
    after = horizons.following(plan)
    assert after is not None
    assert (after.days, after.text) == (expected, None)


@pytest.mark.parametrize(
    "plan",
    [
        PlanningHorizon(kind=HorizonKind.OPEN_START, last_year=2030, text="–2030"),
        PlanningHorizon(kind=HorizonKind.FAR_AIM, last_year=2040),
        PlanningHorizon(kind=HorizonKind.FAR_AIM, at_least_years=15, at_most_years=20),
        PlanningHorizon(
            kind=HorizonKind.SHIFTING,
            first_year=2027,
            last_year=2030,
            phases=[HorizonPhase(first_year=2027, meaning="återställer underskott")],
        ),
        PlanningHorizon(kind=HorizonKind.MANDATE_PERIOD, text="under mandatperioden"),
        PlanningHorizon(kind=HorizonKind.YEARS, last_year=2035),
        PlanningHorizon(kind=HorizonKind.YEARS, first_year=2035),
        PlanningHorizon(kind=HorizonKind.ROLLING, text="tre år"),
        rolling(MAXYEAR, MAXYEAR),
        PlanningHorizon(kind=HorizonKind.ROLLING, first_year=MAXYEAR),
        PlanningHorizon(kind=HorizonKind.MANDATE_PERIOD, first=date(MAXYEAR - 4, 10, 15), last=date(MAXYEAR, 10, 14)),
    ],
)
def test_what_is_not_made_again_has_no_next(plan: PlanningHorizon) -> None:
    """Nor has what does not say how long it is, or what the calendar has no room for."""
    assert horizons.following(plan) is None


def test_nothing_follows_what_has_no_next() -> None:
    """Another far aim is not the next of the first."""
    aim = PlanningHorizon(kind=HorizonKind.FAR_AIM, last_year=2040)
    assert horizons.follows(aim, aim) is False


def test_a_year_plan_lies_in_the_three_years_it_builds_on() -> None:
    """The other way round it does not."""
    year, three = rolling(2023, 2023), rolling(2023, 2025)
    assert (horizons.nested_in(year, three), horizons.contains(year, three)) == (True, False)


def test_editions_that_leave_years_out_have_a_gap() -> None:
    """From a plan for 2015–2017 to one for 2020–2022."""
    assert horizons.gap(rolling(2020, 2022), rolling(2015, 2017)) == years(2018, 2019)


def test_editions_that_meet_have_none() -> None:
    """The last day of the one is the day before the first of the other."""
    assert horizons.gap(rolling(2015, 2017), rolling(2018, 2020)) is None


def test_what_is_left_of_a_mandate_period() -> None:
    """From the day itself to the last, both counted."""
    left = horizons.remaining(mandate(2022), on=date(2026, 10, 1))
    assert left is not None
    assert horizons.length_days(left) == 14


def test_nothing_is_left_of_what_has_ended() -> None:
    """On the day after."""
    assert horizons.remaining(mandate(2022), on=date(2026, 10, 15)) is None


def test_an_open_time_has_no_length() -> None:
    """A strategy "–2030" does not say how long it is."""
    assert horizons.length_days(PlanningHorizon(kind=HorizonKind.OPEN_START, last_year=2030)) is None
