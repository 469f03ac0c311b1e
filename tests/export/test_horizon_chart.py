"""Every document of a region that looks ahead, drawn against the years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from regionstyrning import export_as, load_region, regions
from regionstyrning.export.horizon_bars import TIP
from regionstyrning.export.horizon_chart import horizon_chart
from regionstyrning.export.horizon_rows import REACH, chart_of
from regionstyrning.model import (
    Adoption,
    DocumentKind,
    DocumentStatus,
    HorizonKind,
    PlanningHorizon,
    SteeringDocument,
    SteeringModel,
    Validity,
)
from tests.drawings import SVG
from tests.model.small import model, structure
from tests.strategies import days, models

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

DAY = date(2025, 6, 1)


def plan(id: str, first: int | None, last: int | None, **more: Any) -> SteeringDocument:  # noqa: ANN401 - any field
    """A plan for some years."""
    horizon = PlanningHorizon(kind=HorizonKind.YEARS, first_year=first, last_year=last)
    return SteeringDocument(**{"id": id, "title": id.capitalize(), "horizon": horizon, **more})


def held(year: int) -> Validity:
    """From the beginning of a year."""
    return Validity(first=date(year, 1, 1))


def region(*documents: SteeringDocument, **more: Any) -> SteeringModel:  # noqa: ANN401 - any catalogue
    """A region with documents."""
    return model(documents=documents, **more)


def told(*documents: SteeringDocument) -> list[str]:
    """Each row in words."""
    return [row.told for row in chart_of(region(*documents), DAY, "sv").rows]


SMALL = region(
    plan("gammal", 2022, 2024, kind="plan", in_force=held(2022)),
    plan("plan", 2025, 2027, kind="plan", in_force=held(2025), replaces=["gammal"]),
    plan("utkast", 2026, 2028, kind="plan", status=DocumentStatus.PRELIMINARY),
    plan("strategi", None, 2030),
    plan("vision", 2020, None),
    plan("sikte", 2020, 2060, kind="annat"),
    plan("langsiktigt", None, None, horizon=PlanningHorizon(kind=HorizonKind.FAR_AIM, text="15–20 år")),
    plan("forna", 1990, 1995, in_force=held(1990)),
    plan("policy", None, None, horizon=None),
    structures=[structure(document_kinds=[DocumentKind(id="plan", title="Plan")])],
)


def test_the_picture_of_a_small_region(snapshot: SnapshotAssertion) -> None:
    """Bars, tips, the time in force, mandate periods, the day and the key."""
    assert horizon_chart(SMALL) == snapshot


def test_the_picture_is_labelled_by_its_title_and_description() -> None:
    """Who does not see it is told the same."""
    root = ET.fromstring(horizon_chart(SMALL, lang="en"))  # noqa: S314 - what we wrote ourselves
    named = {child.get("id"): child.text for child in root if child.get("id")}
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == " ".join(map(str, named))
    assert list(named.values()) == [
        "Planning horizons of Lilla regionen on 2025-06-01",
        (
            "8 documents look ahead. 1 have no horizon and are left out. Plan. Gammal: spans 2022–2024; in force "
            "2022-01-01–2024-12-31. Plan: spans 2025–2027; in force 2025-01-01–2027-12-31; in force on 2025-06-01. "
            "Utkast: spans 2026–2028; preliminary; in force on 2025-06-01. Of no stated kind. Strategi: spans –2030; "
            "in force on 2025-06-01. Langsiktigt: 15–20 år; in force on 2025-06-01. Forna: spans 1990–1995; "
            "in force 1990-01-01–1995-12-31. Vision: spans 2020–; in force on "
            "2025-06-01. annat. Sikte: spans 2020–2060; in force on 2025-06-01."
        ),
    ]


def test_a_plan_is_in_force_until_it_is_replaced() -> None:
    """Or until its own last day, if that comes first; of what nobody knows the beginning nothing is said."""
    assert told(
        plan("a", 2020, 2029, in_force=held(2020)),
        plan("b", 2022, 2030, in_force=held(2022), replaces=["a"]),
        plan("c", 2024, 2031, in_force=held(2024), replaces=["a"]),
        plan("d", 2025, 2032, status=DocumentStatus.PROPOSED, replaces=["b"], in_force=held(2023)),
        plan("e", 2026, 2033, replaces=["b"]),
    ) == [
        "A: omfattar 2020–2029; i kraft 2020-01-01–2021-12-31",
        "B: omfattar 2022–2030; i kraft 2022-01-01–2030-12-31; gäller den 2025-06-01",
        "C: omfattar 2024–2031; i kraft 2024-01-01–2031-12-31; gäller den 2025-06-01",
        "D: omfattar 2025–2032",
        "E: omfattar 2026–2033; gäller den 2025-06-01",
    ]


def test_what_is_replaced_before_it_begins_is_never_in_force() -> None:
    """It has no dark line, nor does the calendar begin before its first day."""
    assert told(
        plan("a", 2026, 2028, in_force=held(2026)),
        plan("b", 2026, 2028, adopted=Adoption(on=date(2025, 1, 1)), replaces=["a"]),
        plan("c", 1, 2, adopted=Adoption(on=date.min), replaces=["d"]),
        plan("d", 2, 3, adopted=Adoption(on=date.min)),
    )[:3] == [
        "C: omfattar 1–2; i kraft 0001-01-01–0002-12-31",
        "D: omfattar 2–3; i kraft 0001-01-01–0003-12-31",
        "A: omfattar 2026–2028",
    ]


def test_a_horizon_without_years_is_told_in_its_own_words() -> None:
    """Or by its kind."""
    aims = [PlanningHorizon(kind=HorizonKind.FAR_AIM, text=text) for text in ("på sikt", None)]
    assert told(*(plan(f"a{place}", None, None, horizon=aim) for place, aim in enumerate(aims))) == [
        "A0: på sikt; gäller den 2025-06-01",
        "A1: långsiktigt sikte; gäller den 2025-06-01",
    ]


def test_a_chart_reaches_fifteen_years_at_most() -> None:
    """From the day, both ways."""
    chart = chart_of(region(plan("a", 1950, 2400)), DAY, "sv")
    assert (chart.first, chart.last) == (2025 - REACH, 2025 + REACH)


def drawn(document: SteeringDocument) -> dict[str, list[float]]:
    """Where its bar and its time in force begin and end, in years from the first of the chart."""
    made = region(document, plan("matt", 2015, 2034))
    root = ET.fromstring(horizon_chart(made, on=DAY))  # noqa: S314 - what we wrote ourselves
    group = next(each for each in root.iter(f"{SVG}g") if (each.findtext(f"{SVG}title") or "").startswith("A:"))
    found: dict[str, list[float]] = {}
    for shape in group:
        if shape.tag == f"{SVG}polygon":
            xs = [float(point.split(",")[0]) for point in (shape.get("points") or "").split()]
            found["bar"] = [min(xs), max(xs)]
        if shape.tag == f"{SVG}rect":
            start = float(shape.get("x") or 0)
            found["held"] = [start, start + float(shape.get("width") or 0)]
        if shape.tag == f"{SVG}text" and (shape.text or "").isdigit():
            found["beyond"] = [float(shape.text or 0)]
    return found


def test_an_end_that_is_not_stated_is_drawn_where_the_time_in_force_ends() -> None:
    """With a tip outside it; a plan for one year that states no end does not fill the chart."""
    stated = drawn(plan("a", 2021, 2021, in_force=Validity(first=date(2021, 1, 1), last=date(2021, 12, 31))))
    silent = drawn(plan("a", 2021, None, in_force=Validity(first=date(2021, 1, 1), last=date(2021, 12, 31))))
    open_start = drawn(plan("a", None, 2021, in_force=Validity(first=date(2020, 1, 1))))
    assert silent["held"] == stated["held"]
    assert silent["bar"] == [stated["bar"][0], stated["bar"][1] + TIP]
    assert open_start["bar"] == [open_start["held"][0] - TIP, stated["bar"][1]]


def test_a_year_outside_the_chart_stands_beside_the_tip() -> None:
    """On either side; the time in force stays inside the tip."""
    late = drawn(plan("a", 2020, 2060, in_force=held(2020)))
    early = drawn(plan("a", 1990, 2026, in_force=held(1990)))
    assert (late["beyond"], early["beyond"]) == ([2060], [1990])
    assert late["held"][1] == late["bar"][1] - TIP
    assert early["held"][0] == early["bar"][0] + TIP


def test_a_horizon_in_words_stands_beside_the_time_in_force() -> None:
    """After it, or before it where the chart ends."""
    aim = PlanningHorizon(kind=HorizonKind.FAR_AIM, text="under året")
    ended = Validity(first=date(2024, 1, 1), last=date(2024, 12, 31))
    for force, anchor in ((ended, "start"), (held(2024), "end")):
        aimed = plan("a", None, None, horizon=aim, in_force=force)
        text = horizon_chart(region(aimed, plan("matt", 2015, 2034)), on=DAY)
        assert f'text-anchor="{anchor}" font-style="italic" fill="#333333">under året' in text


def test_a_chart_of_nothing_is_of_the_days_year() -> None:
    """With its mandate period."""
    chart = chart_of(region(), DAY, "sv")
    period = Validity(first=date(2022, 10, 15), last=date(2026, 10, 14))
    assert (chart.first, chart.last, chart.rows, chart.mandates) == (2025, 2025, (), (period,))


def test_where_the_law_is_not_held_no_mandate_period_is_drawn() -> None:
    """Of the years before 2018."""
    assert chart_of(region(), date(2010, 1, 1), "sv").mandates == ()


def test_a_title_does_nothing_in_the_picture() -> None:
    """What would begin a tag is escaped, and what no XML can hold replaced."""
    root = ET.fromstring(horizon_chart(region(plan("a", 2025, 2026, title='<script>"&\x0b'))))  # noqa: S314 - our own
    assert [each.tag for each in root.iter() if "script" in each.tag] == []


@pytest.mark.parametrize("id", regions())
def test_every_region_can_be_drawn(id: str) -> None:
    """A bar or words for each document that looks ahead."""
    whole = load_region(id)
    root = ET.fromstring(str(export_as(whole, "svg-horizons")))  # noqa: S314 - what we wrote ourselves
    rows = root.findall(f"{SVG}g")
    assert len(rows) == sum(document.horizon is not None for document in whole.documents)


@given(models(), days)
def test_any_model_on_any_day_is_drawn(whole: SteeringModel, day: date) -> None:
    """As XML that can be read."""
    assert ET.fromstring(horizon_chart(whole, on=day)).tag == f"{SVG}svg"  # noqa: S314 - what we wrote ourselves
