"""What the sources leave open is judged in every way that it can be read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from regionstyrning.evaluators import Status
from regionstyrning.model import OpenPoint, OpenPointKind, Publication, Rival, Source, at_least
from tests.evaluators.small import indicator, judged, model, outcome, outcomes, target, texts

if TYPE_CHECKING:
    from regionstyrning.model import SteeringModel

MET, NOT_MET, UNKNOWN = Status.MET, Status.NOT_MET, Status.CANNOT_BE_ASSESSED


def point(*rivals: Rival, id: str = "oppen", about: str = "i", **more: Any) -> OpenPoint:  # noqa: ANN401 - any field
    """An open point about the measure."""
    kind = OpenPointKind.AMBIGUOUS
    return OpenPoint(id=id, title="En cell går att läsa på två sätt", kind=kind, about=about, rivals=rivals, **more)


def region(*points: OpenPoint, **more: Any) -> SteeringModel:  # noqa: ANN401 - any catalogue
    """A measure that has met its target, with open points about it."""
    held = {"indicators": [indicator()], "targets": [target(at_least(5))], "outcomes": outcomes({2024: 7})}
    return model(**{**held, "open_points": points, **more})


HELD = Rival(text="7", preferred=True)
LOWER = Rival(text="3", without=["outcome/i/2024/-/-/-/slutlig"], outcomes=[outcome(2024, 3)])
HIGHER = Rival(text="9", without=["outcome/i/2024/-/-/-/slutlig"], outcomes=[outcome(2024, 9)])
STRICTER = Rival(text="minst 8", without=["target/i/2024"], targets=[target(at_least(8))])
LOOSER = Rival(text="inget mål", without=["target/i/2024"])


@pytest.mark.parametrize(
    ("rivals", "status", "low", "high"),
    [
        ((HELD, LOWER), UNKNOWN, NOT_MET, MET),
        ((HELD, HIGHER), MET, MET, MET),
        ((HELD, STRICTER), UNKNOWN, NOT_MET, MET),
        ((HELD, LOOSER), UNKNOWN, NOT_MET, MET),
        ((LOWER, HIGHER), UNKNOWN, NOT_MET, MET),
        ((LOWER, STRICTER), NOT_MET, NOT_MET, NOT_MET),
        ((HELD, Rival(text="bara ord")), MET, MET, MET),
    ],
)
def test_rivals_bound_the_verdict(rivals: tuple[Rival, ...], status: Status, low: Status, high: Status) -> None:
    """From the worst to the best of them; where they agree it stands."""
    verdict = judged(region(point(*rivals)))["i"]
    assert (verdict.status, verdict.low, verdict.high) == (status, low, high)


def test_an_open_point_and_its_readings_are_told_with_the_source() -> None:
    """Whatever they come to."""
    said = Source(publication="plan", place="s. 3")
    plan = Publication(id="plan", title="Plan")
    reasons = judged(region(point(HELD, LOWER, sources=[said]), publications=[plan]))["i"].reasons
    assert [each.text() for each in reasons[-2:]] == [
        "Öppen punkt: En cell går att läsa på två sätt.",
        "Läsarten ”3” ger: inte uppfyllt.",
    ]
    assert reasons[-2].source == said


def test_points_about_targets_and_outcomes_count_too() -> None:
    """They are points about the measure."""
    verdict = judged(region(point(HELD, LOWER, about="outcome/i/2024/-/-/-/slutlig")))["i"]
    assert verdict.status is UNKNOWN


def test_points_are_read_together() -> None:
    """A stricter target and a higher value: the four readings differ."""
    verdict = judged(region(point(HELD, HIGHER), point(HELD, STRICTER, id="oppen-2")))["i"]
    assert (verdict.low, verdict.high) == (NOT_MET, MET)
    assert "Läsarten ”9; minst 8” ger: uppfyllt." in texts(verdict)


def test_too_many_readings_leave_it_open() -> None:
    """And it is told."""
    points = [point(HELD, HIGHER, id=f"oppen-{place}") for place in range(7)]
    verdict = judged(region(*points))["i"]
    assert (verdict.status, verdict.low, verdict.high) == (UNKNOWN, NOT_MET, MET)
    assert "Läsarterna är fler än vad som kan prövas." in texts(verdict)


def test_what_was_not_known_yet_is_no_reading() -> None:
    """A rival value printed later changes only later answers, and another measure's is passed by."""
    later = Rival(
        text="3", without=["outcome/i/2024/-/-/-/slutlig"], outcomes=[outcome(2024, 3, known_on=date(2026, 1, 1))]
    )
    other = Rival(
        text="annat", outcomes=[outcome(2024, 3, indicator="j")], targets=[target(at_least(9), indicator="j")]
    )
    assert judged(region(point(HELD, later)))["i"].low is NOT_MET
    assert judged(region(point(HELD, other)))["i"].status is MET


def test_a_target_to_come_keeps_the_position_of_the_preferred_reading() -> None:
    """The other readings stand beside it."""
    held = {"targets": [target(at_least(5), year=2026)]}
    later = Rival(text="utan", without=["target/i/2026"])
    verdict = judged(region(point(HELD, later), **held))["i"]
    assert verdict.status is Status.NOT_DUE
    assert texts(verdict)[-1] == "Läsarten ”utan” ger: kan inte bedömas."


def test_without_a_preferred_reading_a_target_to_come_may_be_open() -> None:
    """No reading is chosen in silence."""
    now = Rival(text="nu", without=["target/i/2026"], targets=[target(at_least(5))])
    then = Rival(text="då", without=["target/i/2024"])
    verdict = judged(region(point(then, now), targets=[target(at_least(5), year=2026)]))["i"]
    assert verdict.status is UNKNOWN
