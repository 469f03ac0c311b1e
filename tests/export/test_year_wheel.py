"""The year of a region drawn as a wheel."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations, pairwise
from math import dist
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

import regionstyrning as rs
from regionstyrning.export.year_items import items_of, recurring
from regionstyrning.export.year_wheel import year_wheel
from tests.drawings import SVG

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

MODEL = rs.load_region("exempel")
YEARS = [("exempel", 2025), ("exempel", 2026), ("blekinge", 2023), ("halland", 2022), ("jamtland-harjedalen", 2022)]


def words(drawn: str) -> str:
    """All that is read in the picture, in order."""
    return " ".join(" ".join(text.itertext()) for text in ET.fromstring(drawn).iter(f"{SVG}text"))  # noqa: S314 - our own


@pytest.mark.parametrize(("region", "year"), YEARS)
def test_every_item_is_numbered_on_the_wheel_and_beside_it(region: str, year: int) -> None:
    """Each number stands twice, in a mark and at its label, and in the description."""
    model = rs.load_region(region)
    drawn = year_wheel(model, year=year)
    root = ET.fromstring(drawn)  # noqa: S314 - our own
    numbers = [text.text for text in root.iter(f"{SVG}text") if text.get("font-size") == "10.5"]
    items = items_of(rs.calendar(model, year), "sv")
    described = next(iter(root.iter(f"{SVG}desc"))).text or ""
    assert sorted(map(str, numbers)) == sorted([str(item.number) for item in items] * 2)
    assert [item.number for item in items if f"{item.number}. {item.when}: {item.title}" not in described] == []


@pytest.mark.parametrize(("region", "year"), YEARS)
def test_labels_do_not_overlap(region: str, year: int) -> None:
    """On each side the marks of the labels stand at least a line and a half apart, within the picture."""
    root = ET.fromstring(year_wheel(rs.load_region(region), year=year))  # noqa: S314 - our own
    height = float(root.get("height") or 0)
    numbers = [text for text in root.iter(f"{SVG}text") if text.get("font-size") == "10.5"]
    for x in ("346", "1054"):
        side = sorted(float(text.get("y") or 0) for text in numbers if text.get("x") == x)
        assert [(a, b) for a, b in pairwise(side) if b - a < 22] == []
        assert all(0 < y < height for y in side)


@pytest.mark.parametrize(("region", "year"), [*YEARS, ("exempel", 2027), ("vasternorrland", 2023)])
def test_marks_in_the_wheel_do_not_hide_each_other(region: str, year: int) -> None:
    """Those of one day stand beside each other, and so do the first and the last day of the year."""
    root = ET.fromstring(year_wheel(rs.load_region(region), year=year))  # noqa: S314 - our own
    numbers = [text for text in root.iter(f"{SVG}text") if text.get("font-size") == "10.5"]
    marks = [(float(text.get("x") or 0), float(text.get("y") or 0)) for text in numbers]
    within = [place for place in marks if 400 < place[0] < 1000]
    assert len(within) * 2 == len(marks)
    assert [(one, other) for one, other in combinations(within, 2) if dist(one, other) < 20] == []


@pytest.mark.parametrize(("region", "year"), [*YEARS, ("exempel", 2027), ("vasternorrland", 2023)])
def test_lines_to_the_labels_cross_neither_each_other_nor_the_wheel(region: str, year: int) -> None:
    """Each goes straight out from the rim, and all turn between the same places in the order of their days."""
    root = ET.fromstring(year_wheel(rs.load_region(region), year=year))  # noqa: S314 - our own
    paths = [path.get("d") or "" for path in root.iter(f"{SVG}path") if " C" in (path.get("d") or "")]
    lines = [[float(number) for number in re.findall(r"-?[0-9.]+", path)] for path in paths]
    assert len(lines) == len(items_of(rs.calendar(rs.load_region(region), year), "sv"))
    for side in ([line for line in lines if line[0] > 700], [line for line in lines if line[0] <= 700]):
        assert {(line[2], line[4], line[8]) for line in side} == {(side[0][2], side[0][4], side[0][8])}
        assert [line for line in side if not line[1] == line[3] == line[5]] == []
        assert [line[9] for line in sorted(side, key=lambda line: (line[1], line[9]))] == sorted(
            line[9] for line in side
        )
    assert all(abs(line[2] - 700) > 250 for line in lines)


def test_the_same_model_gives_the_same_text() -> None:
    """No clock shows."""
    assert year_wheel(MODEL, year=2026) == year_wheel(rs.load_region("exempel"), year=2026)


def test_it_is_told_in_two_languages() -> None:
    """What is not the region's own words."""
    swedish, english = (words(year_wheel(MODEL, year=2026, lang=lang)) for lang in ("sv", "en"))
    assert "valår" in swedish
    assert "Lagens dag" in swedish
    assert "election year" in english
    assert "The law's day" in english


def test_it_is_seen_from_a_day() -> None:
    """Without a year it is that of the day; what is done later is open."""
    assert "Årshjul 2025 för Region Exempel" in year_wheel(MODEL, on=date(2025, 3, 1))
    assert "Årshjul 2026 för Region Exempel" in year_wheel(MODEL)


def test_only_a_decision_fills_a_mark() -> None:
    """An election that is past leaves its mark open; an annual report that was handed over fills its own."""
    items = items_of(rs.calendar(MODEL.at(date(2026, 6, 1)), 2022), "sv")
    election = next(item for item in items if item.title == "Val till fullmäktige")
    shown = items_of(rs.calendar(MODEL, 2026), "sv")
    handed = next(item for item in shown if item.title.startswith("Årsredovisningen"))
    assert (election.done, handed.done) == (False, True)


def test_what_is_overdue_has_a_ring_and_a_word_of_its_own() -> None:
    """In exempel the nämnder that handed over no report by 27 February 2026; what was done late has a whole ring."""
    items = items_of(rs.calendar(MODEL, 2026), "sv")
    late = [item for item in items if item.overdue]
    assert [(str(item.day), item.beside.split(" · ")[0]) for item in late] == [
        ("2026-02-27", "försenat sedan 2026-02-27"),
    ]
    drawn = year_wheel(MODEL, year=2026)
    assert drawn.count("stroke-dasharray") == 2 * len(late) + 1  # in the wheel, beside it and in the key
    assert "Streckad ring: försenat, såvitt de lästa besluten visar" in words(drawn)
    assert "Dashed ring: overdue" in words(year_wheel(MODEL, year=2026, lang="en"))


def test_a_meeting_without_a_day_has_no_dot() -> None:
    """Of Blekinge's in 2021 the days of fullmäktige are known, those of regionstyrelsen are not."""
    titles = [step.title for step in recurring(rs.calendar(rs.load_region("blekinge"), 2021))]
    assert titles == ["Månadsrapport", "Regionfullmäktiges sammanträden"]


def test_hostile_titles_are_harmless() -> None:
    """Text from a file opens no element."""
    drawn = year_wheel(evolve(MODEL, title="<script>alert(1)</script>"), year=2026)
    assert "<script>" not in drawn
    assert re.search(r"&lt;script&gt;", drawn)


def test_a_year_without_a_cycle_is_drawn() -> None:
    """An empty wheel says what is not known."""
    root = ET.fromstring(year_wheel(rs.load_region("exempel"), year=1990))  # noqa: S314 - our own
    described = next(iter(root.iter(f"{SVG}desc"))).text or ""
    assert "Ingen struktur med ett årshjul gäller 1990." in described


def test_the_wheel_of_exempel(snapshot: SnapshotAssertion) -> None:
    """Looked at as a picture when it was last changed."""
    assert year_wheel(MODEL, year=2026) == snapshot
