"""The dated steps of a year are shown, drawn and written."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from attrs import evolve

import regionstyrning as rs
from regionstyrning.export.ical import ical
from regionstyrning.export.year_pages import json_year, markdown_year
from regionstyrning.export.year_wheel import year_wheel
from regionstyrning.law import STANDARD
from tests.cli.running import as_json, refused, shown

MODEL = rs.load_region("exempel")


def test_a_year_is_shown() -> None:
    """In the width of the terminal, as the answer tells it."""
    assert shown("calendar", "exempel", "2026") == rs.calendar(MODEL, 2026).text() + "\n"


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("region", ["exempel", "blekinge", "halland", "jamtland-harjedalen", "vasternorrland"])
def test_no_line_is_wider_than_the_terminal(region: str, language: str) -> None:
    """Eighty columns where none is known."""
    for more in ((), ("--budget",), ("--until", "2024")):
        told = shown("calendar", region, "2023", "--language", language, *more)
        assert max(len(line) for line in told.splitlines()) <= 80


def test_several_years_and_work_on_a_budget() -> None:
    """Months name their year."""
    assert "JANUARI 2027" in shown("calendar", "exempel", "2026", "--until", "2027")
    assert shown("calendar", "exempel", "2026", "--budget").startswith("Arbetet med budgeten för 2026 i Region Exempel")


def test_what_is_due_of_an_organ() -> None:
    """From a day on, and what it does alone."""
    told = shown("calendar", "exempel", "2026", "--due", "--organ", "rs", "--on", "2026-10-21")
    assert "Styrelsen lägger förslag till regionplan och budget" in told
    assert "Årsredovisningen lämnas" not in told


@pytest.mark.parametrize("days", [("--month", "11"), ("--from", "2026-11-01", "--to", "2026-11-30")])
def test_what_is_due_in_a_month(days: tuple[str, ...]) -> None:
    """November alone, by its number or its days."""
    told = shown("calendar", "exempel", "2026", "--due", *days)
    assert "NOVEMBER" in told
    assert not {"OKTOBER", "DECEMBER", "KRITISK"} & set(told.split())


def test_a_file_of_one_year_is_written_for_each(tmp_path: Path) -> None:
    """With the year in the name; a calendar file holds them all."""
    names = ("a.svg", "a.md", "a.ics")
    files = [each for name in names for each in (f"--{name[2:]}", str(tmp_path / name))]
    shown("calendar", "exempel", "2026", "--until", "2027", *files)
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "a-2026.md",
        "a-2026.svg",
        "a-2027.md",
        "a-2027.svg",
        "a.ics",
    ]
    assert (tmp_path / "a-2027.md").read_text(encoding="utf-8") == markdown_year(MODEL, year=2027)


def test_last_days_move_if_asked_for() -> None:
    """The same step on the next working day, with the day that it was moved from."""
    told = shown("calendar", "exempel", "2026", "--move-days")
    assert "flyttad från 31 oktober (alla\n        helgons dag)" in told or "flyttad från 31 oktober" in told


def test_files_are_written_too(tmp_path: Path) -> None:
    """A calendar file, a picture and a page."""
    ics, svg, page = tmp_path / "a.ics", tmp_path / "a.svg", tmp_path / "a.md"
    shown("calendar", "exempel", "2026", "--ics", str(ics), "--svg", str(svg), "--md", str(page))
    assert ics.read_bytes() == ical(MODEL, year=2026)
    assert svg.read_text(encoding="utf-8") == year_wheel(MODEL, year=2026)
    assert page.read_text(encoding="utf-8") == markdown_year(MODEL, year=2026)


def test_files_have_the_days_that_are_shown(tmp_path: Path) -> None:
    """Moved from holidays where that is asked for: the budget proposal of 31 October 2026 to 2 November."""
    files = {name: tmp_path / f"a.{name}" for name in ("ics", "svg", "md")}
    shown(
        "calendar", "exempel", "2026", "--move-days", *(str(each) for n, f in files.items() for each in (f"--{n}", f))
    )
    moving = evolve(STANDARD, shift_authority_deadlines=True)
    assert files["ics"].read_bytes() == ical(MODEL, year=2026, policies=moving)
    assert files["svg"].read_text(encoding="utf-8") == year_wheel(MODEL, year=2026, policies=moving)
    assert files["md"].read_text(encoding="utf-8") == markdown_year(MODEL, year=2026, policies=moving)
    event = _event_of(files["ics"].read_text(encoding="utf-8"), "styrmodell-2023/budgetforslag/2026@")
    assert "DTSTART;VALUE=DATE:20261102" in event
    moved = json.loads(json_year(MODEL, year=2026, policies=moving))["steps"]
    assert moved == rs.calendar(MODEL, 2026, policies=moving).to_records()


def _event_of(calendar: str, id: str) -> str:
    """The event with an id."""
    (event,) = (each for each in calendar.split("BEGIN:VEVENT") if f"UID:{id}" in each)
    return event


def test_a_calendar_file_of_an_organ_tells_what_it_does_itself(tmp_path: Path) -> None:
    """Of what six organs each do it says what one of them did, as the text does."""
    files = []
    for organ in ("hsn", "pn"):
        place = tmp_path / f"{organ}.ics"
        shown("calendar", "exempel", "2026", "--organ", organ, "--ics", str(place))
        files.append(place.read_text(encoding="utf-8").replace("\r\n ", ""))
    assert ["i tid 2026-02-" in each for each in files] == [True, False]
    assert all("visas för" not in each for each in files)


def test_what_recurs_and_is_left_once_is_told_so() -> None:
    """In December one of twelve monthly reports remains."""
    told = " ".join(shown("calendar", "blekinge", "2022", "--due", "--on", "2022-12-31").split())
    assert "förvaltning · i december" in told


def test_the_year_as_json() -> None:
    """Every step with its keys."""
    answer = rs.calendar(MODEL, 2026)
    rows = as_json("calendar", "exempel", "2026", "--format", "json")
    assert rows["steps"] == answer.to_records()
    assert (rows["complete"], rows["missing"]) == (True, [])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2026", "--until", "2025"), "until 2025 is before year 2026"),
        (("2026", "--organ", "hns"), "hsn"),
        (("2026", "--month", "3", "--to", "2026-04-01"), "give either --month or days, not both"),
        (("2", "--budget"), "year 2, expected 3 to 9996"),
        (("2026", "--budget", "--organ", "rs"), "--budget shows all the work on one budget: leave out --organ"),
        (("2026", "--budget", "--until", "2027"), "leave out --until"),
        (("2026", "--budget", "--due"), "leave out --due"),
        (("2026", "--budget", "--month", "3"), "leave out --month"),
        (("1",), "2<=x<=9998"),
    ],
)
def test_what_cannot_be_shown(arguments: tuple[str, ...], said: str) -> None:
    """Wrong use is told, with the nearest name."""
    assert said in refused("calendar", "exempel", *arguments)


def test_a_calendar_file_needs_its_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without it the command says what to install, and writes nothing."""
    monkeypatch.setitem(sys.modules, "icalendar", None)  # as where it is not installed
    assert "regionstyrning[ical]" in refused("calendar", "exempel", "2026", "--ics", str(tmp_path / "a.ics"))
    assert list(tmp_path.iterdir()) == []
