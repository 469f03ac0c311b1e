"""Targets on named results: what the accounts give is held against them where no outcome is printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from regionstyrning.evaluators import Geh, Status
from regionstyrning.model import (
    AmountStage,
    Basis,
    BasisKind,
    Capacity,
    HorizonKind,
    Indicator,
    IndicatorRole,
    Judgement,
    MeasureKind,
    Missing,
    OpenPoint,
    OpenPointKind,
    Organ,
    OrganKind,
    PlanningHorizon,
    Rival,
    Scope,
    ScopeKind,
    Stage,
    ValueReference,
    above,
    at_least,
    at_most,
)
from tests.evaluators.small import YEAR, outcome, target, texts
from tests.evaluators.ways.geh.small import PERSON, judged, named
from tests.printed_accounts import BAL, GRANTS, RJ, TAXES, A, D, F, H, I, R, amount

RESULTS = {
    "verksamhetens-resultat": "30",
    "resultat-efter-finansiella-poster": "25",
    R: "20",
    RJ: "15",
    BAL: "10",
}


@pytest.mark.parametrize(("line", "value"), list(RESULTS.items()))
def test_a_target_names_which_result_it_measures(line: str, value: str) -> None:
    """Each of the results of the accounts, and none in place of another."""
    lines = [amount(each, told, YEAR) for each, told in RESULTS.items() if each != BAL]
    limit = target(at_least(value))
    found = judged(named(line, limit, *lines))["i"]
    assert found.status is Status.MET
    assert f"Uträknat ur räkenskaperna: Eget mått {YEAR} (utfall): {value},0 mnkr." in texts(found)
    more = target(at_least(Decimal(value) + 1))
    assert judged(named(line, more, *lines))["i"].status is Status.NOT_MET


def test_a_result_after_adjustments_that_is_not_printed_is_counted_by_the_law() -> None:
    """From the lines of the statement."""
    lines = [amount(line, "0", YEAR) for line in (F, H, I)]
    lines += [amount(R, "50", YEAR), amount(A, "-20", YEAR), amount(D, "-10", YEAR)]
    lines += [amount("aterforing-av-orealiserade-vinster", "0", YEAR), amount("orealiserade-forluster", "0", YEAR)]
    found = judged(named(RJ, target(at_least(20)), *lines))["i"]
    assert found.status is Status.MET
    assert judged(named(RJ, target(above(20)), *lines))["i"].status is Status.NOT_MET


def test_a_local_concept_by_its_own_formula() -> None:
    """The region's own words for a sum of lines."""
    held = named(
        "arets-resultat - realisationsvinster", target(at_least(25)), amount(R, "20", YEAR), amount(A, "-5", YEAR)
    )
    assert judged(held)["i"].status is Status.MET


def test_a_local_concept_without_a_formula_is_shown_and_never_compared() -> None:
    """The printed outcome is told; whether it reaches the target is not."""
    found = judged(named(None, target(at_least(1)), outcome(YEAR, 5), outcome(YEAR - 1, 4)))["i"]
    assert found.status is Status.CANNOT_BE_ASSESSED
    assert texts(found) == [
        "Eget mått är ett lokalt begrepp utan angiven formel och jämförs därför inte.",
        "Tryckt för 2024: 5.",
    ]


def test_a_reason_why_there_is_no_value() -> None:
    """What is missing is told, and nothing is taken to be zero."""
    found = judged(named("arets-resultat", target(at_least(1))))["i"]
    assert found.status is Status.CANNOT_BE_ASSESSED
    assert any("går inte att räkna ut: tal saknas för Årets resultat" in text for text in texts(found))


def test_a_printed_outcome_stands() -> None:
    """What the accounts give is told where it is another."""
    held = named("arets-resultat", target(at_least(5)), amount(R, "4", YEAR), outcome(YEAR, 5))
    found = judged(held)["i"]
    assert found.status is Status.MET
    assert "Tryckt utfall 5, uträknat ur räkenskaperna 4." in texts(found)


def test_a_printed_outcome_that_the_accounts_agree_with_is_not_told_twice() -> None:
    """Within the rounding of what is printed."""
    held = named("arets-resultat", target(at_least(5)), amount(R, "5.4", YEAR), outcome(YEAR, 5))
    assert not any("räkenskaperna" in text for text in texts(judged(held)["i"]))


def test_an_outcome_that_is_printed_as_missing_stands_too() -> None:
    """The report says that it has none."""
    held = named(
        "arets-resultat", target(at_least(5)), amount(R, "5", YEAR), outcome(YEAR, missing=Missing.NOT_REPORTED)
    )
    assert judged(held)["i"].status is Status.CANNOT_BE_ASSESSED


def test_for_the_whole_group() -> None:
    """Of the group's accounts, not of the region's own."""
    group = Scope(id="koncernen", kind=ScopeKind.GROUP)
    lines = [amount(R, "1", YEAR), amount(R, "9", YEAR, group=True)]
    held = named("arets-resultat", target(at_least(5), scope="koncernen"), *lines, scopes=[group])
    assert judged(held)["i"].status is Status.MET


def test_for_another_legal_person_of_the_region() -> None:
    """Each organ has its own accounts; a peer group has none."""
    own = Scope(id="REG", kind=ScopeKind.ORGAN, organ=PERSON.id)
    peers = Scope(id="andra", kind=ScopeKind.PEERS)
    held = named("arets-resultat", target(at_least(5), scope="REG"), amount(R, "5", YEAR), scopes=[own, peers])
    assert judged(held)["i"].status is Status.MET


def test_against_another_named_result() -> None:
    """The result should reach a share of taxes and grants."""
    limit = at_least(reference=ValueReference(lines=(TAXES, GRANTS), share_percent=Decimal(2)))
    lines = [amount(R, "19", YEAR), amount(TAXES, "800", YEAR), amount(GRANTS, "200", YEAR)]
    found = judged(named("arets-resultat", target(limit), *lines))["i"]
    assert found.status is Status.NOT_MET


def test_against_another_ratio() -> None:
    """Net cost may not grow faster than taxes and grants: both are counted from the accounts."""
    other = Indicator(id="andra", title="Andra", kind=MeasureKind.QUANTITATIVE, ratio="resultatandel", unit="procent")
    limit = at_most(reference=ValueReference(indicators=("andra",)))
    lines = [amount(R, "30", YEAR), amount(TAXES, "800", YEAR), amount(GRANTS, "200", YEAR)]
    held = named("100 * arets-resultat / 1500", target(limit), *lines, other, unit="procent")
    assert judged(held)["i"].status is Status.MET


@pytest.mark.parametrize(("kind", "limit"), [(BasisKind.SUM, 30), (BasisKind.MEAN, 10)])
def test_over_several_years(kind: BasisKind, limit: int) -> None:
    """The sum or the mean of three years, whatever one of them is."""
    lines = [amount(R, value, YEAR - back) for back, value in enumerate(("40", "-20", "10"))]
    basis = Basis(kind=kind, over_years=3)
    assert judged(named("arets-resultat", target(at_least(limit, basis=basis)), *lines))["i"].status is Status.MET
    more = target(above(limit, basis=basis))
    assert judged(named("arets-resultat", more, *lines))["i"].status is Status.NOT_MET


@pytest.mark.parametrize(("kind", "limit"), [(BasisKind.SUM, 30), (BasisKind.MEAN, 15)])
def test_over_a_mandate_period(kind: BasisKind, limit: int) -> None:
    """The years of the target's own horizon, where no number of years is stated."""
    horizon = PlanningHorizon(kind=HorizonKind.MANDATE_PERIOD, first_year=YEAR - 1, last_year=YEAR)
    lines = [amount(R, "10", YEAR), amount(R, "20", YEAR - 1), amount(R, "-90", YEAR - 2)]
    asked = target(at_least(limit, basis=Basis(kind=kind)), year=None, horizon=horizon)
    assert judged(named("arets-resultat", asked, *lines))["i"].status is Status.MET


def test_a_target_missed_because_of_the_regions_own_reservation_says_so() -> None:
    """Without what was set aside the balance result would have reached it."""
    lines = [amount(RJ, "60", YEAR), amount(H, "-50", YEAR)]
    found = judged(named("balanskravsresultat", target(at_least(20)), *lines))["i"]
    assert found.status is Status.NOT_MET
    assert texts(found)[-1] == "Utan regionens egen reservering på 50 mnkr hade årets tal varit 60: uppfyllt."


def test_a_printed_share_missed_because_of_the_reservation() -> None:
    """What is printed is moved by as much as the reservation makes."""
    lines = [amount(RJ, "60", YEAR), amount(H, "-50", YEAR), amount(TAXES, "1000", YEAR), outcome(YEAR, 1)]
    held = named("100 * balanskravsresultat / skatteintakter", target(at_least(5)), *lines)
    assert (
        texts(judged(held)["i"])[-1] == "Utan regionens egen reservering på 50 mnkr hade årets tal varit 6: uppfyllt."
    )


@pytest.mark.parametrize("formula", ["balanskravsresultat", "arets-resultat"])
def test_a_target_missed_for_another_reason_does_not_blame_the_reservation(formula: str) -> None:
    """It would have been missed without it, or does not measure what it lowers."""
    lines = [amount(R, "12", YEAR), amount(RJ, "12", YEAR), amount(H, "-2", YEAR)]
    found = judged(named(formula, target(at_least(20)), *lines))["i"]
    assert not any("reservering" in text for text in texts(found))


def test_rival_readings_of_the_accounts_bound_the_verdict() -> None:
    """By one of them the target is met, by the other it is not."""
    printed = amount(R, "5", YEAR)
    point = OpenPoint(
        id="o",
        title="Tryckt på två sätt",
        kind=OpenPointKind.CONTRADICTION,
        about=printed.id,
        field="value",
        rivals=[Rival(text="fem", preferred=True), Rival(text="ett", amounts=[amount(R, "1", YEAR)])],
    )
    found = judged(named("arets-resultat", target(at_least(3)), printed, point))["i"]
    assert (found.status, found.low, found.high) == (Status.CANNOT_BE_ASSESSED, Status.NOT_MET, Status.MET)
    assert "Med en annan läsning av räkenskaperna, 1: inte uppfyllt." in texts(found)


def test_a_reading_without_the_figure_leaves_the_verdict_open() -> None:
    """The value that is followed meets the target; whether the figure is of these accounts at all is not known."""
    printed = amount(R, "5", YEAR)
    rival = Rival(text="Gäller koncernen", without=[printed.id])
    point = OpenPoint(id="o", title="Resultatet", kind=OpenPointKind.AMBIGUOUS, rivals=[rival])
    found = judged(named("arets-resultat", target(at_least(3)), printed, point))["i"]
    assert (found.status, found.low, found.high) == (Status.CANNOT_BE_ASSESSED, Status.NOT_MET, Status.MET)
    assert "Med någon läsning av räkenskaperna går värdet inte att räkna ut." in texts(found)


def test_rival_readings_leave_what_is_not_due_alone() -> None:
    """The position is told by the reading that is followed."""
    printed = amount(R, "5", YEAR)
    point = OpenPoint(
        id="o",
        title="Tryckt på två sätt",
        kind=OpenPointKind.CONTRADICTION,
        about=printed.id,
        field="value",
        rivals=[Rival(text="fem", preferred=True), Rival(text="ett", amounts=[amount(R, "1", YEAR)])],
    )
    held = named("arets-resultat", target(at_least(3), year=YEAR + 2), printed, point)
    assert judged(held)["i"].status is Status.NOT_DUE


def test_a_forecast_counts_only_if_it_is_asked_for() -> None:
    """A year's target is judged by its accounts."""
    forecast = amount(R, "5", YEAR, stage=AmountStage.FORECAST)
    held = named("arets-resultat", target(at_least(5)), forecast)
    assert judged(held)["i"].status is Status.CANNOT_BE_ASSESSED
    assert judged(held, Geh(stage=Stage.FORECAST))["i"].status is Status.MET


def test_what_is_only_watched_is_not_judged() -> None:
    """It has no target."""
    held = named("arets-resultat", target(at_least(5)), amount(R, "5", YEAR), role=IndicatorRole.WATCHED)
    assert judged(held)["i"].status is Status.NOT_JUDGED


def test_what_another_organ_lacks_is_not_the_regions_reservation() -> None:
    """The reservation is of the legal person's own result."""
    company = Organ(id="bolaget", title="Bolaget", kind=OrganKind.LEGAL_PERSON)
    own = Scope(id="B", kind=ScopeKind.ORGAN, organ="bolaget")
    lines = [amount(BAL, "1", YEAR, organ="bolaget"), amount(RJ, "60", YEAR), amount(H, "-50", YEAR)]
    asked = target(at_least(20), scope="B")
    found = judged(named("balanskravsresultat", asked, company, *lines, scopes=[own]))["i"]
    assert found.status is Status.NOT_MET
    assert not any("reservering" in text for text in texts(found))


def test_whose_accounts_they_are_must_be_known() -> None:
    """Without a legal person nothing is counted."""
    from attrs import evolve  # noqa: PLC0415 - only here

    held = evolve(named("arets-resultat", target(at_least(5)), amount(R, "5", YEAR)), legal_person=None)
    assert judged(held)["i"].status is Status.CANNOT_BE_ASSESSED


def test_what_is_published_of_a_measure_stands_beside_it() -> None:
    """Of one that is only shown too."""
    said = Judgement(about=["i"], by_text="Rapporten", capacity=Capacity.OWN, year=YEAR, words="Bra")
    found = judged(named(None, target(at_least(1)), said))["i"]
    assert texts(found)[-1] == "Publicerat av Rapporten om 2024: Bra."
    assert found.published == (said.id,)
