"""The packaged regions, judged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import regionstyrning as rs
from regionstyrning.evaluators import Status
from regionstyrning.evaluators.asked.disagreements import comparisons

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from regionstyrning.evaluators import Verdict

VN_DAY = date(2023, 12, 31)


def told(verdict: Verdict) -> str:
    """A verdict's headline and reasons."""
    return verdict.text()


@pytest.fixture(scope="module")
def vasternorrland() -> Verdict:
    """Västernorrland on the last day of 2023."""
    return rs.evaluate(rs.load_region("vasternorrland"), as_of=VN_DAY)["attainment"]


def test_vasternorrlands_goals_and_indicators(vasternorrland: Verdict, snapshot: SnapshotAssertion) -> None:
    """Six goals under three målområden and their 17 indicators, each with its verdict and reasons."""
    goals = [goal for id in ("malomrade-1", "malomrade-2", "malomrade-3") for goal in vasternorrland[id].parts]
    measures = [part for goal in goals for part in goal.parts if part.kind == "indikator"]
    assert (len(goals), len(measures)) == (6, 17)
    assert "\n\n".join(map(told, [*goals, *measures])) == snapshot


@pytest.mark.parametrize(
    ("id", "position"),
    [
        ("hse-index", "Läget: 75 (2022) mot över 75; inte nått."),
        ("digital-mognad", "Läget: 39 (2022) mot minst 42; 3 återstår."),
        ("patientsakerhetsberattelse-primarvard", "Läget: 100 (2022) når redan minst 100."),
    ],
)
def test_vasternorrlands_positions(vasternorrland: Verdict, id: str, position: str) -> None:
    """Not due, with where things stand."""
    assert vasternorrland[id].status is Status.NOT_DUE
    assert position in [reason.text() for reason in vasternorrland[id].reasons]


def test_vasternorrland_counts(vasternorrland: Verdict) -> None:
    """Seven of 17 are not due, and ten cannot be assessed; three of the six goals are not due."""
    sides = vasternorrland["vasternorrland/verksamhet"]
    assert [part.status for part in sides.parts].count(Status.NOT_DUE) == 3
    measures = [part for goal in sides.parts for part in goal.parts if part.kind == "indikator"]
    assert [part.status for part in measures].count(Status.NOT_DUE) == 7
    assert [part.status for part in measures].count(Status.CANNOT_BE_ASSESSED) == 10


@pytest.mark.parametrize(("as_of", "year"), [(date(2024, 6, 30), None), (VN_DAY, 2024), (date(2024, 6, 30), 2024)])
def test_the_plan_to_come_is_seen_from_either_side(as_of: date, year: int | None) -> None:
    """Its targets are not due before its first year has ended."""
    verdict = rs.evaluate(rs.load_region("vasternorrland"), as_of=as_of, year=year)["attainment"]
    assert verdict["hse-index"].status is Status.NOT_DUE


def test_exempel_shows_every_status(snapshot: SnapshotAssertion) -> None:
    """In years that have ended."""
    model = rs.load_region("exempel")
    verdicts = {year: rs.evaluate(model, as_of=date(2026, 6, 1), year=year)["attainment"] for year in (2024, 2025)}
    assert {each.status for each in verdicts[2025].everything()} == set(Status)
    lines = [
        f"{year} {each.kind} {each.headline()}"
        for year, verdict in verdicts.items()
        for each in verdict.everything()
        if each.kind in {"mål", "indikator", "perspektiv", "sida"}
    ]
    assert "\n".join(lines) == snapshot


def test_exempels_clusters_follow_their_declared_rule() -> None:
    """The worst of its three parts: one was no in 2024, and all were yes in 2025."""
    model = rs.load_region("exempel")
    found = [rs.evaluate(model, as_of=date(2026, 6, 1), year=year)["attainment"] for year in (2024, 2025)]
    assert [each["patientsakerhet"].status for each in found] == [Status.NOT_MET, Status.MET]


def test_a_corrected_value_changes_later_answers_only() -> None:
    """Hälsosamtal 2024 was 5 610 and became 5 594 in June 2025."""
    model = rs.load_region("exempel")
    spring, summer = (
        rs.evaluate(model, as_of=day, year=2024)["attainment"]["halsosamtal"].reasons[0].text().replace("\xa0", " ")
        for day in (date(2025, 3, 1), date(2025, 7, 1))
    )
    assert (spring, summer) == (
        "Ändringen är 400 (2023–2024); värdet ska öka.",
        "Ändringen är 384 (2023–2024); värdet ska öka.",
    )


def test_hallands_goal_of_2019_needs_all_three_indicators() -> None:
    """The third was to be better than the year before, which is not printed, so the goal cannot be assessed."""
    verdict = rs.evaluate(rs.load_region("halland"), as_of=date(2020, 12, 31), year=2019)["attainment"]
    goal = verdict["fokusomrade-ekonomi-2019"]
    assert [part.status for part in goal.parts] == [Status.MET, Status.MET, Status.CANNOT_BE_ASSESSED]
    assert goal.status is Status.CANNOT_BE_ASSESSED


def test_hallands_totals_of_2021_stay_totals() -> None:
    """Seven of eight, of which the eighth is not told."""
    verdict = rs.evaluate(rs.load_region("halland"), as_of=date(2025, 12, 31), year=2021)["attainment"]
    totals = [each for each in verdict.parts if each.kind == "omdöme"]
    assert [each.reasons[0].text() for each in totals] == ["måluppfyllelse: 7, 87,5 procent."]


def test_blekinges_goals_have_the_regions_own_words() -> None:
    """One of six satisfactory and five not quite in 2021."""
    verdict = rs.evaluate(rs.load_region("blekinge"), as_of=date(2024, 6, 30), year=2021)["attainment"]
    assert verdict.summary()[Status.MET] == 1
    assert verdict.summary()[Status.PARTLY_MET] == 5


@pytest.mark.parametrize(
    ("region", "reproduced", "differing", "open_"),
    [
        ("halland", 1, 0, 2),
        ("blekinge", 12, 0, 6),
        ("jamtland-harjedalen", 17, 0, 3),
        ("exempel", 5, 2, 11),
    ],
)
def test_published_rows_are_reproduced_or_told(region: str, reproduced: int, differing: int, open_: int) -> None:
    """Where the sheet gives both figures and verdict they agree, but for exempel's own two."""
    agrees = [each.agrees for each in comparisons(rs.load_region(region), as_of=date(2026, 6, 1))]
    assert (agrees.count(True), agrees.count(False), agrees.count(None)) == (reproduced, differing, open_)


def test_disagreements_are_told_with_their_reason(snapshot: SnapshotAssertion) -> None:
    """For every packaged region."""
    lines = [
        f"{region}: {each.agrees} {each.text()}"
        for region in rs.regions()
        for each in rs.disagreements(rs.load_region(region), as_of=date(2026, 6, 1))
    ]
    assert "\n".join(lines) == snapshot


@pytest.mark.parametrize("region", rs.regions())
def test_every_region_is_judged_in_both_languages(region: str) -> None:
    """Whatever it holds, in either way."""
    for verdict in rs.evaluate(rs.load_region(region), as_of=date(2026, 6, 1)).values():
        assert verdict.explain("sv").count("\n") == len(verdict.explain("sv").splitlines()) - 1
        assert verdict.explain("en") != verdict.explain("sv")
