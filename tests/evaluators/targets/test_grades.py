"""Words of a scale are held against the word asked for."""

from __future__ import annotations

import pytest

from regionstyrning.evaluators import Status
from regionstyrning.model import Basis, BasisKind, Condition, MeasureKind, Missing, Partly, at_least, grade, increase
from tests.evaluators.small import indicator, judged, model, one, outcome, target, texts

MET, PARTLY, NOT_MET, UNKNOWN = Status.MET, Status.PARTLY_MET, Status.NOT_MET, Status.CANNOT_BE_ASSESSED


@pytest.mark.parametrize(
    ("condition", "found", "low", "high"),
    [
        (grade("Ja"), "Ja", MET, MET),
        (grade("Ja"), "+", MET, MET),
        (grade("Ja"), "Delvis", PARTLY, PARTLY),
        (grade("Ja"), "Nej", NOT_MET, NOT_MET),
        (grade("Delvis"), "Ja", MET, MET),
        (grade("Delvis"), "Nej", NOT_MET, NOT_MET),
        (grade("Ja", partly=Partly(grade="Nej")), "Nej", PARTLY, PARTLY),
        (grade("Ja", partly=Partly(grade="Delvis")), "Nej", NOT_MET, NOT_MET),
        (grade("Ja"), "Gul", NOT_MET, PARTLY),
        (grade("Ja"), "Grå", NOT_MET, MET),
        (grade("Ja"), "Väntar", NOT_MET, MET),
        (grade("Väntar"), "Väntar", MET, MET),
        (grade("Ja"), "Lila", NOT_MET, MET),
        (grade("Bra"), "Ja", NOT_MET, MET),
        (grade("Ja", basis=Basis(kind=BasisKind.LATEST)), "Ja", MET, MET),
    ],
)
def test_a_word_is_worth_what_it_means(condition: Condition, found: str, low: Status, high: Status) -> None:
    """A sign with several meanings counts from the worst to the best; one that says nothing of it leaves it open."""
    verdict = one(condition, {2024: found}, scale="betyg")
    assert (verdict.low, verdict.high) == (low, high)


def test_several_meanings_are_told() -> None:
    """The reason names them."""
    assert "Ordet Gul kan betyda delvis uppfyllt och inte uppfyllt." in texts(
        one(grade("Ja"), {2024: "Gul"}, scale="betyg")
    )


def test_a_rank_cannot_enter_attainment() -> None:
    """A relative colour says nothing of whether the target is met, and no change of it does."""
    verdict = one(grade("Grön"), {2024: "Grön"}, scale="rang")
    assert verdict.status is UNKNOWN
    assert "Skalan läser plats bland andra, som inte säger om målet är nått." in texts(verdict)
    assert one(increase(), {2023: "Röd", 2024: "Grön"}, scale="rang").status is UNKNOWN


def test_development_becomes_attainment_on_a_scale_that_reads_it() -> None:
    """And only there."""
    assert one(grade("Bättre"), {2024: "Bättre"}, scale="riktning").status is MET
    assert one(grade("Bättre"), {2024: "Sämre"}, scale="riktning").status is NOT_MET


def test_a_change_of_grade_is_a_change_of_place() -> None:
    """From partly to yes is an increase."""
    assert one(increase(), {2023: "Delvis", 2024: "Ja"}, scale="betyg").status is MET
    assert one(at_least(1), {2024: "Grå"}, scale="betyg").status is UNKNOWN


def test_a_word_may_be_missing() -> None:
    """With a reason, or without."""
    measure = indicator(kind=MeasureKind.GRADED, scale="betyg")
    region = model(indicators=[measure], targets=[target(grade("Ja"))], outcomes=[outcome(missing=Missing.SECRET)])
    assert texts(judged(region)["i"]) == ["Utfallet för 2024 saknar värde: sekretess."]
    assert texts(one(grade("Ja"), {}, scale="betyg")) == ["Inget utfall för 2024 är känt."]


def test_a_scale_of_words_without_places_goes_by_meaning() -> None:
    """A word asked for that has no place is met by itself alone."""
    assert one(grade("Väntar"), {2024: "Ja"}, scale="betyg").status is MET
