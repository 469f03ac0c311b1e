"""The days to laga kraft are told by a command."""

from __future__ import annotations

from datetime import date

import pytest

from regionstyrning.law import Law, packaged
from regionstyrning.law.appeal_clock import appeal_clock
from tests.cli.running import as_json, refused, shown

LAW = Law(statutes=packaged().statutes)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_days_are_told(language: str) -> None:
    """As the answer tells them, within the width."""
    days = ("--meeting", "2026-11-03", "--approved", "2026-11-10", "--announced", "2026-11-11")
    told = shown("appeal", *days, "--language", language)
    clock = appeal_clock(LAW, meeting=date(2026, 11, 3), approved=date(2026, 11, 10), announced=date(2026, 11, 11))
    assert " ".join(told.split()) == clock.text(language)  # type: ignore[arg-type]
    assert max(map(len, told.splitlines())) <= 80


def test_a_late_approval_is_told() -> None:
    """Beside the late announcement, in the text and under its key."""
    days = ("--meeting", "2026-11-25", "--approved", "2026-12-20", "--announced", "2026-12-29")
    assert "Det justerades 2026-12-20, 11 dagar för sent" in " ".join(shown("appeal", *days).split())
    row = as_json("appeal", *days)
    assert (row["approved_late"], row["announced_late"]) == ("2026-12-20", "2026-12-29")


def test_the_days_as_json() -> None:
    """Each day under its key, the provisions and the text."""
    row = as_json("appeal", "--approved", "2026-11-10")
    assert (row["announce_by"], row["latest"], row["starts"]) == ("2026-11-12", "2026-12-03", None)
    assert row["laws"] == ["kl/13-5", "kl/8-10"]
    assert row["text"].startswith("Justeringen tillkännages senast 2026-11-12")


def test_days_move_if_asked_for() -> None:
    """Good Friday to the Tuesday."""
    assert "senast 2026-04-07" in shown("appeal", "--approved", "2026-04-01", "--move-days")


def test_a_decision_on_delegation_and_what_was_taken_down() -> None:
    """A record of its own, taken down too early."""
    told = shown("appeal", "--delegated", "--announced", "2026-11-11", "--taken-down", "2026-11-25")
    assert "protokollförs särskilt" in told
    assert "Tiden löper inte ut" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "give at least one of --meeting, --approved and --announced"),
        (("--taken-down", "2026-11-11", "--meeting", "2026-11-03"), "--taken-down needs --announced"),
        (("--meeting", "2026-11-03", "--approved", "2026-11-02"), "approved 2026-11-02 is before meeting 2026-11-03"),
        (("--announced", "2026-11-03", "--taken-down", "2026-11-02"), "taken down 2026-11-02, before it was announced"),
        (("--announced", "3 november"), "is not a day of the form YYYY-MM-DD"),
    ],
)
def test_what_cannot_be_told(arguments: tuple[str, ...], said: str) -> None:
    """Wrong use is told, with the days."""
    assert said in " ".join(refused("appeal", *arguments).split())
